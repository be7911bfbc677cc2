"""Every verb of the command line; no logic of its own. What a verb needs is imported when it is called."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

import leukemia_desktop
from leukemia_desktop import ledger_cli, models_cli, review_cli
from leukemia_desktop.calls import PLAIN, SETTINGS, LedgerFile, check_replaced, place, say, stop
from leukemia_desktop.core.events import EVENTS
from leukemia_desktop.door import VERBS, answered

EXAMPLES = """Examples:

leukemia-desktop night/slide-12

leukemia-desktop classify night/slide-12 --csv night.csv --pdf night.pdf

leukemia-desktop classify 'night/*' --csv 'results/{date}/{slide}.csv'

leukemia-desktop COMMAND --help says what a command needs and what its exit code means."""

app = typer.Typer(
    help=f"Leukemia Desktop pre-classifies blood smear fields. {leukemia_desktop.RESEARCH_USE}\n\n"
    "Without a command the window opens, on the slide folders that are named.",
    epilog=EXAMPLES,
    no_args_is_help=False,
    context_settings=SETTINGS,
    **PLAIN,
)


def main() -> None:
    """Entry point: a first argument that is neither a verb nor an option is a slide folder to open in the window."""
    arguments = sys.argv[1:]
    if not arguments or (arguments[0] not in VERBS and not arguments[0].startswith("-")):
        _check_opening(arguments)
        sys.argv[1:] = ["open", *arguments]
    app()


def _check_opening(arguments: list[str]) -> None:
    """A verb that is misspelt, or left out before its options, is told as that."""
    try:
        if arguments and not answered(Path(arguments[0]).exists):
            stop(_unknown(arguments[0]))
        options = [each for each in arguments if each.startswith("-") and each not in SETTINGS["help_option_names"]]
        if options and "--" not in arguments:
            stop(f"{options[0]}: a call without a command opens the window and takes folders only; was classify meant?")
    except typer.Exit as end:
        sys.exit(end.exit_code)


def _unknown(word: str) -> str:
    from difflib import get_close_matches

    like = get_close_matches(word, VERBS, 1)
    meant = f"was {like[0]} meant? " if like else ""
    return f"{word}: neither a folder nor a command; {meant}leukemia-desktop --help lists the commands"


@app.callback(invoke_without_command=True)
def _version(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        typer.echo(leukemia_desktop.__version__)
        raise typer.Exit


@app.command("open", short_help="Open the window on slide folders.")
def open_window(
    folders: Annotated[
        list[Path] | None, typer.Argument(parser=place, metavar="FOLDER", help="Slide folders to open.")
    ] = None,
) -> None:
    """Open the window, on slide folders where some are named."""
    for folder in folders or []:
        if not answered(folder.exists):
            stop(_unknown(str(folder)))
    try:
        from leukemia_desktop.gui.app import run
    except ImportError as error:
        stop(f"the window cannot start: {error}. On Debian and Ubuntu: make system-libraries")
    raise typer.Exit(run(folders or []))


Csv = Annotated[
    Path,
    typer.Option(parser=place, metavar="FILE", help="Results, one row a field; a JSON of the same name lies beside it."),
]
Html = Annotated[Path | None, typer.Option(parser=place, metavar="FILE", help="Report as one HTML file.")]
Xlsx = Annotated[Path | None, typer.Option(parser=place, metavar="FILE", help="Report as a spreadsheet.")]
Pdf = Annotated[Path | None, typer.Option(parser=place, metavar="FILE", help="Report as PDF.")]
JsonReport = Annotated[
    Path | None,
    typer.Option("--json-report", parser=place, metavar="FILE", help="Report as JSON: provenance, slides, every field."),
]
Model = Annotated[str, typer.Option(metavar="ID", help="Model id (see: leukemia-desktop models) or a model folder.")]
Provider = Annotated[str, typer.Option(metavar="NAME", help="auto (an NVIDIA card where there is one), cuda or cpu.")]
NoResume = Annotated[bool, typer.Option("--no-resume", help="Compute again what the ledger holds.")]
Scheduler = Annotated[str, typer.Option(metavar="ADDRESS", help="Address of a Dask scheduler that shares the work.")]
AsEvents = Annotated[bool, typer.Option("--json", help="Events for scripts on standard output, one JSON object a line.")]
AsPseudonyms = Annotated[
    bool,
    typer.Option(
        "--pseudonyms",
        help="Reports and events name slides and files by a keyed hash, always the same with one ledger; the terminal"
        " goes on naming them. What is written inside a picture stays.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace also files that are no report of this program.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]

ABOUT_REPORTS = (
    "Names of reports may hold {slide}, {date} (today) and {model}: with {slide} every slide gets a report of its own, and a"
    " folder that such a name asks for is made. An earlier report of this program is replaced, which is said; any other file"
    " of that name is left alone and the call refused, unless with --force. Nothing is written beside the images."
)
ABOUT_EVENTS = "--json prints, each as an object with its name under event:\n\n" + "\n\n".join(
    f"{event}: {keys}." for event, keys in EVENTS.items()
)


@app.command(epilog=f"{ABOUT_REPORTS}\n\n{ABOUT_EVENTS}", short_help="Classify the fields of slide folders; write reports.")
def classify(
    folders: Annotated[
        list[Path],
        typer.Argument(
            parser=place,
            metavar="FOLDER",
            help="Slide folders, single image files, or patterns such as 'night/*' and 'night/**/*.tif'.",
        ),
    ],
    csv: Csv,
    html: Html = None,
    xlsx: Xlsx = None,
    pdf: Pdf = None,
    json_report: JsonReport = None,
    model: Model = "",
    provider: Provider = "",
    ledger: LedgerFile = None,
    no_resume: NoResume = False,
    scheduler: Scheduler = "",
    as_events: AsEvents = False,
    pseudonyms: AsPseudonyms = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Classify every field of slide folders, and of the folders in them.

    Exit 0: all analysed; 1: some failed, the CSV says which; 2: the call itself was wrong, or a report or the ledger could
    not be written; 130: stopped by Ctrl+C or SIGTERM, the same call goes on from there.
    """
    reports = _reports(csv=csv, html=html, xlsx=xlsx, pdf=pdf, json=json_report)
    from leukemia_desktop.core.opening import opening

    with opening(model, provider) as opened:  # while the rest is imported
        from leukemia_desktop.core.batch import Order, classify_folders

        order = Order(
            folders=folders,
            reports=reports,
            model=model,
            provider=provider,
            ledger=ledger,
            resume=not no_resume,
            scheduler=scheduler,
            force=force,
            pseudonyms=pseudonyms,
        )
        _carry_out(lambda: classify_folders(order, quiet=quiet, events=as_events, model=opened))


@app.command(epilog=f"{ABOUT_REPORTS}\n\n{ABOUT_EVENTS}", short_help="Classify fields as the camera saves them.")
def watch(
    folder: Annotated[
        Path,
        typer.Argument(parser=place, metavar="FOLDER", help="Folder into which the camera saves; folders in it are slides."),
    ],
    csv: Csv,
    html: Html = None,
    xlsx: Xlsx = None,
    pdf: Pdf = None,
    json_report: JsonReport = None,
    model: Model = "",
    provider: Provider = "",
    ledger: LedgerFile = None,
    no_resume: NoResume = False,
    scheduler: Scheduler = "",
    steady: Annotated[
        float, typer.Option(min=0.0, metavar="SECONDS", help="Seconds for which a file must not have changed.")
    ] = 2.0,
    poll: Annotated[bool, typer.Option("--poll", help="Only look again and again, for network drives.")] = False,
    as_events: AsEvents = False,
    pseudonyms: AsPseudonyms = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Classify the fields of a folder, then every field that is saved into it, until Ctrl+C or SIGTERM.

    A field is taken once its file has not changed for a while; one that is saved again is analysed again, and its row
    replaced. The reports are written anew as fields come. Exit 0: every field analysed; 1: some failed; 2: the call itself
    was wrong, or the reports or the ledger could not be written.
    """
    from leukemia_desktop.core.batch import Order
    from leukemia_desktop.core.watching import watch_folder

    order = Order(
        folders=[folder],
        reports=_reports(csv=csv, html=html, xlsx=xlsx, pdf=pdf, json=json_report),
        model=model,
        provider=provider,
        ledger=ledger,
        resume=not no_resume,
        scheduler=scheduler,
        force=force,
        pseudonyms=pseudonyms,
    )
    _carry_out(lambda: watch_folder(order, steady=steady, poll=poll, quiet=quiet, events=as_events))


def _reports(**paths: Path | None) -> list[Path]:
    for form, path in paths.items():
        if path and path.suffix.lower() != f".{form}":
            option = "json-report" if form == "json" else form
            stop(f"--{option} {path}: the name must end in .{form}")
    return [path for path in paths.values() if path]


def _carry_out(batch: Callable[[], int]) -> NoReturn:
    from leukemia_desktop.core.batch import BadCall

    try:
        code = batch()
    except BadCall as error:
        stop(str(error))
    except KeyboardInterrupt:  # before the first field, or while reports are written
        typer.echo(
            "stopped without reports; what was analysed is in the ledger, and the same call goes on from there", err=True
        )
        raise typer.Exit(130) from None
    raise typer.Exit(code)


@app.command(short_help="Draw a slide, classify it, open the window on it.")
def demo(
    out: Annotated[
        Path | None, typer.Option(parser=place, metavar="FOLDER", help="Where the drawn slide and its results go.")
    ] = None,
    window: Annotated[bool, typer.Option(help="Open the window afterwards where there is a display.")] = True,
) -> None:
    """Draw a slide, classify it, write CSV and JSON, print a table, and open the window on it."""
    from leukemia_desktop.core.batch import BadCall, Order, classify_folders
    from leukemia_desktop.core.display import has_display
    from leukemia_desktop.core.files import UnwritableFile
    from leukemia_desktop.core.settings import data_folder
    from leukemia_desktop.core.synthetic import draw_slide

    place = (out or data_folder() / "demo").absolute()
    slide = place / "demo slide"
    try:
        draw_slide(slide, fields=24, seed=1)
        order = Order(folders=[slide], reports=[place / "demo.csv"], ledger=place / "demo-ledger.sqlite")
        typer.echo("A drawn slide: where a field is unlike what the model learned from, it is left Unidentified.", err=True)
        code = classify_folders(order, table=True)
    except (BadCall, UnwritableFile, OSError) as error:
        stop(str(error))
    if window and has_display():
        open_window([slide])
    raise typer.Exit(code)


@app.command(short_help="Try whether this installation works.")
def check(
    out: Annotated[
        Path | None, typer.Option(parser=place, metavar="FOLDER", help="A new folder that keeps what was drawn and written.")
    ] = None,
    window: Annotated[bool, typer.Option(help="Try the window as well, without a screen.")] = True,
) -> None:
    """Try the installation: shelves, models, a drawn slide, every report, the window.

    Exit 0: it works; 1: it says what not. Nothing of yours is read or changed: settings and ledger of the trial are its own.
    """
    import tempfile

    from leukemia_desktop.check import NotWorking, check_installation
    from leukemia_desktop.core.files import UnwritableFile

    try:
        with tempfile.TemporaryDirectory(prefix="leukemia-desktop-check-", ignore_cleanup_errors=True) as place:
            if out:
                out.mkdir(parents=True)
            check_installation(out or Path(place), typer.echo, window=window)
    except (NotWorking, UnwritableFile, OSError) as error:
        typer.echo(f"leukemia-desktop: {error}", err=True)
        raise typer.Exit(1) from None
    typer.echo("this installation works")


@app.command(short_help="Run the daily control before the day's slides.")
def control(
    folder: Annotated[
        Path,
        typer.Argument(
            parser=place, metavar="FOLDER", help="The control folder: five fields or more, the same slide every day."
        ),
    ],
    baseline: Annotated[
        bool, typer.Option("--baseline/--check", help="Become the baseline, or be compared with it.")
    ] = False,
    chart: Annotated[Path | None, typer.Option(parser=place, metavar="FILE", help="Drift chart as SVG.")] = None,
    model: Model = "",
    provider: Provider = "",
    history: Annotated[
        Path | None, typer.Option(parser=place, metavar="FILE", help="File of earlier runs; default: beside the ledger.")
    ] = None,
) -> None:
    """Run the daily control before patient slides.

    Exit 0: in control; 1: out of control; 2: the call itself was wrong.
    """
    if chart:
        check_replaced(chart, (".svg",), "Daily control")
    from leukemia_desktop.core.control import BadControl
    from leukemia_desktop.core.daily import run_control

    try:
        fine = run_control(folder, baseline=baseline, say=say, model=model, provider=provider, chart=chart, history=history)
    except BadControl as error:
        stop(str(error))
    raise typer.Exit(0 if fine else 1)


@app.command(short_help="Measure every WBC-like cell into a CSV.")
def cells(
    folders: Annotated[
        list[Path], typer.Argument(parser=place, metavar="FOLDER", help="Slide folders, single image files, or patterns.")
    ],
    csv: Annotated[
        Path, typer.Option(parser=place, metavar="FILE", help="Measurements, one row a cell, the most suspicious first.")
    ],
    model: Model = "",
) -> None:
    """Measure every WBC-like cell.

    Exit 0: every field was read; 1: some were not, or a folder gave none; 2: the call itself was wrong.
    """
    check_replaced(csv, (".csv",), "file,slide,cell,")
    from leukemia_desktop.core.cell_table import BadTable, tabulate_cells

    try:
        fine = tabulate_cells(folders, csv, model=model, say=say)
    except BadTable as error:
        stop(str(error))
    raise typer.Exit(0 if fine else 1)


app.add_typer(review_cli.app, name="review", short_help="Export reviewed fields; compare readers.")
app.add_typer(models_cli.models_app, name="models", short_help="List the models at hand; add, remove, choose, sign.")
app.add_typer(ledger_cli.app, name="ledger", short_help="Verify, export or back up the record of every result.")
