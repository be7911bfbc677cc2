"""A batch without a window: folders in, reports out, progress and a summary on the terminal."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.analysis import Failure, Outcome
from leukemia_desktop.core.classifier import Classifier, NoProvider
from leukemia_desktop.core.fields import NoFields, find_slides
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.ledger import BadLedger, Ledger, default_path
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.reports import SlideReport
from leukemia_desktop.core.run import Run, check_place, check_target, write_report
from leukemia_desktop.core.settings import BadSettings, Settings

INTERRUPTED = 130


class BadCall(Exception):
    """The call itself was wrong: nothing was analysed, nothing written."""


@dataclass(frozen=True)
class Order:
    """What to classify, with what, and where the reports go."""

    folders: Sequence[Path]
    reports: Sequence[Path]
    model: str = ""
    provider: str = ""
    ledger: Path | None = None
    resume: bool = True
    scheduler: str = ""


def classify_folders(order: Order, *, quiet: bool = False, table: bool = False) -> int:
    """Analyse and write the reports; 0 when every field was analysed, 1 when some failed, 130 after Ctrl+C.

    Raises BadCall before anything is analysed when a folder, the model, the provider, the ledger or a target is wrong.
    """
    # no markup, no emoji codes: names of slides and files are printed as they are
    said = {"stderr": True, "highlight": False, "soft_wrap": True, "markup": False, "emoji": False}
    console, errors = Console(quiet=quiet, **said), Console(**said)  # type: ignore[arg-type]
    if order.scheduler:
        raise BadCall("--scheduler: this version runs on one machine only")
    try:
        settings = Settings.read()
        fields, empty = find_slides(order.folders)
        for path in order.reports:
            check_target(path, fields)
        check_place(order.ledger or default_path(), fields)
        manifest = open_model(order.model, settings)
        classifier = Classifier(manifest, provider=order.provider or settings.provider, threads=settings.threads)
        with ExitStack() as stack:
            ledger = stack.enter_context(Ledger(order.ledger or default_path()))
            if ledger.set_aside:
                errors.print(f"the ledger {ledger.path} was damaged and is kept as {ledger.set_aside}; a new one begins")
            run = Run(fields, classifier, settings, ledger, resume=order.resume, scheduler=order.scheduler)
            interrupted = _drain(run, console)
            report = run.report()
            unwritten = _write(report, order.reports)
    except (BadSettings, NoFields, BrokenModel, NoProvider, BadLedger, UnwritableFile) as error:
        raise BadCall(str(error)) from None
    _say_slides(report, console, table=table)
    _say_failures(run.outcomes, empty, errors)
    for path in order.reports:
        if path not in unwritten:
            console.print(
                f"wrote {path}" + (f" and {path.with_suffix('.json').name}" if path.suffix.lower() == ".csv" else "")
            )
    console.print(RESEARCH_USE)
    if unwritten:
        raise BadCall(f"{'; '.join(unwritten.values())}; every result is in the ledger: call again to write the report")
    if interrupted:
        left = len(fields) - len(run.outcomes)
        errors.print(f"stopped with {_count(left, 'field')} left; call again to go on from here")
        return INTERRUPTED
    return 1 if empty or any(isinstance(outcome, Failure) for outcome in run.outcomes) else 0


def _write(report: SlideReport, paths: Sequence[Path]) -> dict[Path, str]:
    """Write every report that can be written; why the others could not be."""
    unwritten: dict[Path, str] = {}
    for path in paths:
        try:
            write_report(report, path)
        except UnwritableFile as error:
            unwritten[path] = str(error)
    return unwritten


def _drain(run: Run, console: Console) -> bool:
    """Iterate the run with a progress bar on a terminal, else with a line every ten seconds. True after Ctrl+C."""
    total = len(run.fields)
    try:
        console.print(
            f"{_count(total, 'field')}, model {run.classifier.manifest.id}, on the {run.classifier.provider.upper()}"
        )
        if console.is_terminal:
            columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
            with Progress(*columns, console=console, transient=True) as progress:
                bar = progress.add_task("", total=total, rate="")
                for done, _ in enumerate(run, 1):
                    progress.update(bar, completed=done, rate=f"{done / max(run.seconds, 1e-3):.0f} fields/s")
        else:
            for line in _lines(run, total):
                console.print(line)
    except KeyboardInterrupt:
        return True
    return False


def _lines(run: Run, total: int) -> Iterator[str]:
    said = time.monotonic()
    for done, _ in enumerate(run, 1):
        if time.monotonic() - said >= 10:
            said = time.monotonic()
            yield f"{done} of {total} fields"


def _say_slides(report: SlideReport, console: Console, *, table: bool) -> None:
    for slide in report.slides:
        console.print(f"{slide.slide}: {slide.sentence}")
    if table:
        Console(file=sys.stdout, markup=False, emoji=False).print(_table(report))


def _say_failures(outcomes: Sequence[Outcome], empty: Sequence[str], errors: Console) -> None:
    for message in empty:
        errors.print(message, style="red")
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    for failure in failures[:10]:
        errors.print(f"failed: {failure.field.path}: {failure.reason}", style="red")
    if len(failures) > 10:
        errors.print(f"and {len(failures) - 10} more failed; the CSV names them all", style="red")


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _table(report: SlideReport, rows: int = 12) -> Table:
    table = Table("Field", "Label", "Confidence", "Prediction set", "Flags", "Status")
    for outcome in report.outcomes[:rows]:
        if isinstance(outcome, Failure):
            table.add_row(outcome.field.name, "-", "-", "-", outcome.reason, "failed")
        else:
            verdict = outcome.verdict
            chosen, flags = " | ".join(verdict.prediction_set), ", ".join(verdict.flags)
            table.add_row(outcome.field.name, verdict.label, f"{verdict.confidence:.1%}", chosen, flags, verdict.status)
    if len(report.outcomes) > rows:
        table.add_row(f"... {len(report.outcomes) - rows} more")
    return table
