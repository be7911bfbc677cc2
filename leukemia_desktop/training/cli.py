"""leukemia-train: every verb of the training room; torch is imported when a verb needs it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from leukemia_desktop.training.data_cli import verbs
from leukemia_desktop.training.errors import TrainingError

if TYPE_CHECKING:
    from leukemia_desktop.training.config import TrainConfig
    from leukemia_desktop.training.dataset import Dataset

app = typer.Typer(help="Train, measure and export models for Leukemia Desktop.", add_completion=False)
app.add_typer(verbs)
CONFIGS = Path(__file__).parent / "configs"

Data = Annotated[Path, typer.Argument(help="Data set folder with Benign, Early, Pre, Pro and groups.csv.")]


def main() -> None:
    """Entry point: what is wrong with a data set, configuration or checkpoint is one line, exit 2."""
    try:
        app()
    except TrainingError as error:
        _stop(str(error))


Runs = Annotated[Path, typer.Option(help="Folder of the runs; what is there already is not trained again.")]
Configs = Annotated[list[str] | None, typer.Option("--config", help="TOML file or name on the shelf; default: all.")]


@app.command()
def compare(
    data: Data,
    config: Configs = None,
    runs: Runs = Path("runs"),
    protocol: Annotated[list[str] | None, typer.Option(help="Default: field-disjoint.")] = None,
) -> None:
    """Measure configurations under protocols; every prediction is kept in RUNS."""
    from leukemia_desktop.training import compare as room
    from leukemia_desktop.training.calibration import cross_fitted_figures
    from leukemia_desktop.training.evaluate import lines

    names = config or sorted(path.stem for path in CONFIGS.glob("*.toml"))
    for found in room.compare([_read(name) for name in names], _open(data), runs, protocol or ["field-disjoint"]):
        typer.echo(f"\n{found.config['name']}, {found.protocol}")
        for line in lines(cross_fitted_figures(found)):
            typer.echo(line)


@app.command()
def train(
    config: Annotated[str, typer.Argument(help="A TOML file, or the name of one on the shelf.")],
    data: Data,
    runs: Runs = Path("runs"),
) -> None:
    """Train the model that ships, on every field, into RUNS/<name>/all/last.pt."""
    from leukemia_desktop.training.split import everything
    from leukemia_desktop.training.train import train

    settings, dataset = _read(config), _open(data)
    fields = dataset.load(settings.recipe)
    typer.echo(train(settings, dataset, fields, everything(dataset), runs / settings.name / "all"))


@app.command()
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


@app.command()
def evaluate(model: Annotated[Path, typer.Argument(help="A model folder.")], data: Data) -> None:
    """Figures of a model on a data set that it has never seen."""
    from leukemia_desktop.training.evaluate import evaluate, lines

    for line in lines(evaluate(model, _open(data))):
        typer.echo(line)


@app.command()
def card(model: Annotated[Path, typer.Argument(help="A model folder.")]) -> None:
    """Write MODEL_CARD.md and the confusion matrix again from the manifest."""
    from leukemia_desktop.training.card import write_card

    write_card(model)


def _read(name: str) -> "TrainConfig":
    from leukemia_desktop.training.config import TrainConfig

    shelf = CONFIGS / f"{name}.toml"
    return TrainConfig.read(shelf if shelf.is_file() else Path(name))


def _open(folder: Path) -> "Dataset":
    from leukemia_desktop.training.dataset import Dataset

    return Dataset.open(folder)


def _stop(message: str) -> NoReturn:
    typer.echo(f"leukemia-train: {message}", err=True)
    raise SystemExit(2)
