"""The verb `models` of the command line: list, add, remove, choose. What is needed is imported when it is called."""

from pathlib import Path
from typing import Annotated

import typer

from leukemia_desktop.calls import place, stop

models_app = typer.Typer(help="The models at hand: list them, add one, remove it, make it the default.")


@models_app.callback(invoke_without_command=True)
def models(context: typer.Context) -> None:
    """List the models at hand, whether their files are as they were shipped, and which one is the default."""
    if context.invoked_subcommand:
        return
    from leukemia_desktop.core.manifest import BrokenModel, Manifest
    from leukemia_desktop.core.models import default_model, model_folders

    folders, broken, default = model_folders(), 0, _default_model() or default_model()
    if not folders:
        typer.echo("no model is installed; the installation is incomplete", err=True)
        raise typer.Exit(1)
    for name, folder in folders.items():
        try:
            manifest = Manifest.read(folder)
            size = len(manifest.verified_bytes) / 1e6
            state = f"{manifest.architecture}, {size:.1f} MB, verified {manifest.sha256[:12]}"
        except BrokenModel as error:
            state, broken = f"refused: {error}", broken + 1
        typer.echo(f"{'*' if name == default else ' '} {name}: {state}")
    raise typer.Exit(1 if broken else 0)


@models_app.command("add", short_help="Add a model to those at hand.")
def models_add(
    source: Annotated[Path, typer.Argument(parser=place, metavar="SOURCE", help="A model folder, or a zip of one.")],
) -> None:
    """Verify a model and add it to those at hand; an altered or unfit one is refused with the reason."""
    from leukemia_desktop.core.added_models import add_model
    from leukemia_desktop.core.files import UnwritableFile
    from leukemia_desktop.core.manifest import BrokenModel

    if not source.exists():
        stop(f"{source}: no such folder or file")
    try:
        manifest = add_model(source)
    except (BrokenModel, UnwritableFile) as error:
        stop(str(error))
    typer.echo(f"{manifest.id}: {manifest.architecture}, verified {manifest.sha256[:12]}, added")


@models_app.command("remove", short_help="Remove a model that was added.")
def models_remove(name: Annotated[str, typer.Argument(metavar="ID", help="Id of an added model.")]) -> None:
    """Remove a model that was added; those that came with the program stay."""
    from leukemia_desktop.core.added_models import remove_model
    from leukemia_desktop.core.files import UnwritableFile
    from leukemia_desktop.core.manifest import BrokenModel
    from leukemia_desktop.core.settings import BadSettings

    try:
        remove_model(name)
    except (BrokenModel, UnwritableFile, BadSettings) as error:
        stop(str(error))
    typer.echo(f"{name}: removed")


@models_app.command("default", short_help="Use a model where none is named.")
def models_default(name: Annotated[str, typer.Argument(metavar="ID", help="Id of a model at hand.")]) -> None:
    """Use this model where none is named, in the window as well."""
    from leukemia_desktop.core.added_models import choose_default
    from leukemia_desktop.core.files import UnwritableFile
    from leukemia_desktop.core.manifest import BrokenModel
    from leukemia_desktop.core.settings import BadSettings

    try:
        choose_default(name)
    except (BrokenModel, UnwritableFile, BadSettings) as error:
        stop(str(error))
    typer.echo(f"{name}: the default")


KeyFile = Annotated[Path, typer.Option(parser=place, metavar="FILE", help="The laboratory's key; `models key` makes one.")]


@models_app.command("key", short_help="Make a laboratory's key.")
def models_key(
    out: Annotated[
        Path, typer.Argument(parser=place, metavar="FILE", help="A new file; keep it where only the laboratory reads.")
    ],
) -> None:
    """Make a key with which a laboratory signs its models."""
    from leukemia_desktop.core.files import UnwritableFile
    from leukemia_desktop.core.lab_key import new_key

    try:
        new_key(out)
    except UnwritableFile as error:
        stop(str(error))
    typer.echo(f"{out}: a new key; whoever has it can sign models")


@models_app.command("sign", short_help="Sign a model with a key.")
def models_sign(
    folder: Annotated[Path, typer.Argument(parser=place, metavar="FOLDER", help="A model folder.")], key: KeyFile
) -> None:
    """Sign a model: a mark beside its manifest, which covers every file that the manifest names by hash."""
    from leukemia_desktop.core.files import UnwritableFile
    from leukemia_desktop.core.lab_key import BadKey, read_key, sign
    from leukemia_desktop.core.manifest import BrokenModel, Manifest

    try:
        _ = Manifest.read(folder).verified_bytes
        typer.echo(f"{sign(folder, read_key(key))}: signed")
    except (BrokenModel, UnwritableFile, BadKey) as error:
        stop(str(error))


@models_app.command("trust", short_help="Add only models signed with a key.")
def models_trust(
    key: Annotated[Path | None, typer.Argument(parser=place, metavar="FILE", help="The laboratory's key.")] = None,
    off: Annotated[bool, typer.Option("--off", help="Add models without a signature again.")] = False,
) -> None:
    """Add only models signed with this key from now on, in the window as well; those that are there stay."""
    from leukemia_desktop.core.files import UnwritableFile
    from leukemia_desktop.core.lab_key import BadKey, trust

    if (key is None) != off:
        stop("name either a key or --off")
    try:
        trust(key)
    except (UnwritableFile, BadKey) as error:
        stop(str(error))
    typer.echo("models need no signature" if off else "only models signed with this key are added from now on")


def _default_model() -> str:
    from leukemia_desktop.core.settings import BadSettings, Settings

    try:
        return Settings.read().model
    except BadSettings:
        return ""
