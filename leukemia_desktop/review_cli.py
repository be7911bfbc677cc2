"""`leukemia-desktop review`: what persons said of slides, for programs and for training."""

from pathlib import Path
from typing import Annotated

import typer

from leukemia_desktop.calls import ledger_at, stop

app = typer.Typer(
    help="What persons said of fields: copy reviewed ones into class folders, compare readers.", no_args_is_help=True
)

Folders = Annotated[list[Path], typer.Argument(help="Slide folders, single image files, or patterns.")]
LedgerFile = Annotated[Path | None, typer.Option(help="Ledger file; default: one per user.")]


AsPseudonyms = Annotated[
    bool,
    typer.Option(
        "--pseudonyms",
        help="The tables name slides and files by a keyed hash, the same as in reports with one ledger. The files are"
        " copied as they are.",
    ),
]


@app.command("export")
def export(
    folders: Folders,
    to: Annotated[Path, typer.Option(help="A folder that does not exist yet.")],
    ledger: LedgerFile = None,
    pseudonyms: AsPseudonyms = False,
) -> None:
    """Copy reviewed fields into class folders with manifest.csv and groups.csv, for leukemia-train audit and train.

    A slide is a group. Fields without a class, fields on which two readers disagree, and copies are left out, which is said.
    """
    from leukemia_desktop.core.fields import NoFields
    from leukemia_desktop.core.files import UnwritableFile
    from leukemia_desktop.core.ledger import BadLedger, Ledger
    from leukemia_desktop.core.pseudonyms import Pseudonyms
    from leukemia_desktop.core.review import Refused
    from leukemia_desktop.core.reviewed_fields import export_fields

    try:
        with Ledger(ledger_at(ledger)) as book:
            called = Pseudonyms(book.pseudonym_key()).field if pseudonyms else None
            typer.echo(f"{to}: {export_fields(book, folders, to, called=called).sentence}")
    except (NoFields, UnwritableFile, BadLedger, Refused) as error:
        stop(str(error))


@app.command("agreement")
def agreement(folders: Folders, ledger: LedgerFile = None) -> None:
    """Cohen's kappa of both readers and the program, slide by slide and over all."""
    from leukemia_desktop.core.fields import NoFields
    from leukemia_desktop.core.ledger import BadLedger, Ledger
    from leukemia_desktop.core.reviewed_fields import compare_slides

    try:
        with Ledger(ledger_at(ledger)) as book:
            for slide, found in compare_slides(book, folders):
                for each in found:
                    typer.echo(f"{slide}: {each.one} and {each.other}: {each.found.words}")
                if not found:
                    typer.echo(f"{slide}: nothing reviewed")
    except (NoFields, BadLedger) as error:
        stop(str(error))
