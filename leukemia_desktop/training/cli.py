"""leukemia-train: every verb of the training room; torch is imported when a verb needs it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from leukemia_desktop.training import CONFIGS
from leukemia_desktop.training.data_cli import verbs
from leukemia_desktop.training.errors import TrainingError

if TYPE_CHECKING:
    from leukemia_desktop.training.config import TrainConfig
    from leukemia_desktop.training.dataset import Dataset

app = typer.Typer(
    help="Train, measure and export models for Leukemia Desktop.",
    add_completion=False,
    rich_markup_mode=None,  # plain text, as wide as the terminal, like leukemia-desktop's
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(verbs)

Data = Annotated[Path, typer.Argument(help="Data set folder with Benign, Early, Pre, Pro and groups.csv.")]


def main() -> None:
    """Entry point: what is wrong with a data set, configuration or checkpoint is one line, exit 2."""
    try:
        app()
    except TrainingError as error:
        _stop(str(error))


Runs = Annotated[Path, typer.Option(help="Folder of the runs; what is there already is not trained again.")]
Configs = Annotated[list[str] | None, typer.Option("--config", help="TOML file or name on the shelf; default: all.")]


@app.command(short_help="Measure configurations; write RESULTS.md.")
def compare(
    data: Annotated[Path | None, typer.Argument(help="Data set folder; none to measure nothing, see --results.")] = None,
    config: Configs = None,
    runs: Runs = Path("runs"),
    protocol: Annotated[list[str] | None, typer.Option(help="Repeatable; default: field-disjoint.")] = None,
    int8: Annotated[bool, typer.Option(help="Measure the models as they ship as well.")] = False,
    probes: Annotated[bool, typer.Option(help="Measure what the shortcuts reach alone, instead of configurations.")] = False,
    foreign: Annotated[Path | None, typer.Option(help="Smears from elsewhere, for the protocol out-of-domain.")] = None,
    results: Annotated[Path | None, typer.Option(help="Write RESULTS.md from what is kept.")] = None,
    kept: Annotated[Path, typer.Option(help="Where predictions are kept for RESULTS.md.")] = Path("measurements"),
    default: Annotated[Path | None, typer.Option(help="Model folder that others are compared with.")] = None,
) -> None:
    """Measure configurations under protocols; every prediction is kept in RUNS, and RESULTS.md is written from them.

    Protocols: field-disjoint, field-disjoint-5, seed, leave-one-series-out, stress, out-of-domain.
    """
    from leukemia_desktop.training import compare as room
    from leukemia_desktop.training.calibration import cross_fitted_figures
    from leukemia_desktop.training.evaluate import lines
    from leukemia_desktop.training.measured import keep
    from leukemia_desktop.training.probes import PROBES
    from leukemia_desktop.training.results import write_results

    names = sorted(path.stem for path in CONFIGS.glob("*.toml"))
    if data:
        dataset, protocols = _open(data), protocol or ["field-disjoint"]
        configs = [] if probes else [_read(name) for name in config or names]
        found = room.compare(configs, dataset, runs, protocols, int8=int8, foreign=foreign)
        for of in found + (room.compare_probes(dataset, runs, protocols) if probes else []):
            if not of.protocol.startswith("stress"):
                typer.echo(f"\n{of.config['name']}, {of.protocol}{', as shipped' * of.as_shipped}")
                for line in lines(cross_fitted_figures(of)):
                    typer.echo(line)
        if results:
            keep(runs, dataset, kept, {*names, *(of.name for of in configs), *(f"probe-{name}" for name in PROBES)})
    elif not results:
        raise TrainingError("nothing to do: give a data set folder to measure on, or --results")
    if results:
        from leukemia_desktop.core.models import default_model, model_folders

        shipped = default or model_folders().get(default_model(), Path("models"))
        write_results(kept, results, default=shipped, shelf=names)
        typer.echo(results)


@app.command(short_help="Train the model that ships, on every field.")
def train(
    config: Annotated[str, typer.Argument(help="A TOML file, or the name of one on the shelf.")],
    data: Data,
    runs: Runs = Path("runs"),
) -> None:
    """Train the model that ships, on every field, into RUNS/<name>/all/last.pt."""
    from leukemia_desktop.training.looks import learn
    from leukemia_desktop.training.split import everything

    settings, dataset = _read(config), _open(data)
    fields = dataset.load(settings.recipe)
    typer.echo(learn(settings, dataset, fields, everything(dataset), runs / settings.name / "all"))


@app.command(short_help="Search for better numbers with Optuna.")
def tune(
    config: Annotated[str, typer.Argument(help="A TOML file, or the name of one on the shelf.")],
    data: Data,
    runs: Runs = Path("runs"),
    trials: Annotated[int, typer.Option(min=1, help="Trials that the study holds in the end; earlier ones count.")] = 30,
    fold: Annotated[int, typer.Option(help="Field-disjoint fold whose training side is searched on.")] = 0,
) -> None:
    """Search for better numbers with Optuna; study, table and best configuration lie in RUNS/<name>/tune."""
    from leukemia_desktop.training.tune import tune

    typer.echo(tune(_read(config), _open(data), runs, trials=trials, fold=fold, told=typer.echo))


@app.command(short_help="Export a trained model to ONNX, with its card.")
def export(
    run: Annotated[Path, typer.Argument(help="RUNS/<name> of compare and train.")],
    data: Data,
    out: Annotated[Path, typer.Argument(help="Model folder to write; its name becomes the model's id.")],
    int8: Annotated[bool, typer.Option(help="Quantise to 8 bit after the fp32 export has proven parity.")] = True,
) -> None:
    """Export to ONNX: parity, quantisation, calibration, figures, manifest and model card."""
    from leukemia_desktop.training.evaluate import lines
    from leukemia_desktop.training.export import export

    manifest = export(run, _open(data), out, int8=int8)
    for line in lines(manifest.raw["metrics"]["field-disjoint"]):
        typer.echo(line)


@app.command(short_help="Measure a model on a data set it has never seen.")
def evaluate(
    model: Annotated[Path, typer.Argument(help="A model folder.")],
    data: Data,
    foreign: Annotated[Path | None, typer.Option(help="Folder of smears from elsewhere: how many are flagged?")] = None,
    strange: Annotated[bool, typer.Option(help="Ask the same of textures, documents, blank fields and pictures.")] = False,
    card: Annotated[bool, typer.Option("--card", help="Measure trust as well, and write it into the model card.")] = False,
) -> None:
    """Figures of a model on a data set that it has never seen; what its refusals, sets and evidence are worth."""
    from leukemia_desktop.training.evaluate import evaluate, flagged_lines, lines

    dataset = _open(data)
    for line in [*lines(evaluate(model, dataset)), *([] if card else flagged_lines(model, foreign, strange=strange))]:
        typer.echo(line)
    if card:
        from leukemia_desktop.training.card import write_card
        from leukemia_desktop.training.trust_table import keep_trust, measure_trust, table

        keep_trust(model, rows := measure_trust(model, dataset, foreign))
        write_card(model)
        for line in table(rows):
            typer.echo(line)


@app.command(short_help="Write a model's card again from its manifest.")
def card(
    models: Annotated[list[Path], typer.Argument(help="Model folders.")],
    smear: Annotated[
        Path | None, typer.Option(help="Training data: fit what the smear itself has to look like, and state it, first.")
    ] = None,
    runs: Annotated[Path, typer.Option(help="Where compare keeps predictions, for --smear.")] = Path("runs"),
) -> None:
    """Write MODEL_CARD.md and the pictures again from the manifest; no model is trained or changed."""
    from leukemia_desktop.core.manifest import BrokenModel
    from leukemia_desktop.training.card import write_card

    if smear:
        from leukemia_desktop.training.smear import state_smear

        for line in state_smear(_open(smear), models, runs):
            typer.echo(line)
    for model in models:
        try:
            write_card(model)
        except BrokenModel as error:
            raise TrainingError(str(error)) from None


def _read(name: str) -> "TrainConfig":
    from leukemia_desktop.training.config import TrainConfig

    shelf = CONFIGS / f"{name}.toml"
    if not shelf.is_file() and not Path(name).exists():
        known = ", ".join(sorted(path.stem for path in CONFIGS.glob("*.toml")))
        raise TrainingError(f"no configuration {name!r}: neither a TOML file nor one of {known}")
    return TrainConfig.read(shelf if shelf.is_file() else Path(name))


def _open(folder: Path) -> "Dataset":
    from leukemia_desktop.training.dataset import Dataset

    return Dataset.open(folder)


def _stop(message: str) -> NoReturn:
    typer.echo(f"leukemia-train: {message}", err=True)
    raise SystemExit(2)
