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
from leukemia_desktop.core.fields import Field, NoFields, find_fields
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.ledger import BadLedger, Ledger, default_path
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.reports import SlideReport
from leukemia_desktop.core.run import Run, check_target, write_report
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
    console = Console(stderr=True, quiet=quiet, highlight=False, soft_wrap=True)
    try:
        settings = Settings.read()
        fields, empty = _fields(order.folders)
        for path in order.reports:
            check_target(path, fields)
        manifest = open_model(order.model, settings)
        classifier = Classifier(manifest, provider=order.provider or settings.provider, threads=settings.threads)
        with ExitStack() as stack:
            ledger = stack.enter_context(Ledger(order.ledger or default_path()))
            if ledger.set_aside:
                console.print(f"the ledger {ledger.path} was damaged and is kept as {ledger.set_aside}; a new one begins")
            run = Run(fields, classifier, settings, ledger, resume=order.resume, scheduler=order.scheduler)
            console.print(f"{len(fields)} fields, model {manifest.id}, {classifier.provider.upper()}")
            interrupted = _drain(run, len(fields), console)
            report = run.report()
            for path in order.reports:
                write_report(report, path)
    except (BadSettings, NoFields, BrokenModel, NoProvider, BadLedger, UnwritableFile) as error:
        raise BadCall(str(error)) from None
    for message in empty:
        console.print(message, style="red")
    _say(report, order, console, table=table)
    if interrupted:
        console.print("interrupted; the same call goes on where this one stopped")
        return INTERRUPTED
    return 1 if empty or any(isinstance(outcome, Failure) for outcome in run.outcomes) else 0


def _fields(folders: Sequence[Path]) -> tuple[list[Field], list[str]]:
    """Fields of all folders, and what is to be said of folders without any; NoFields when there is none at all."""
    fields: list[Field] = []
    empty: list[str] = []
    for folder in folders:
        try:
            fields += find_fields(folder)
        except NoFields as error:
            empty.append(str(error))
    if not fields:
        raise NoFields("; ".join(empty))
    return list({field.path: field for field in fields}.values()), empty


def _drain(run: Run, total: int, console: Console) -> bool:
    """Iterate the run with a progress bar on a terminal, else with a line every ten seconds. True after Ctrl+C."""
    outcomes = iter(run)
    try:
        if console.is_terminal:
            columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
            with Progress(*columns, console=console) as progress:
                bar = progress.add_task("", total=total, rate="")
                for done, _ in enumerate(outcomes, 1):
                    progress.update(bar, completed=done, rate=f"{done / max(run.seconds, 1e-3):.0f} fields/s")
        else:
            for line in _lines(outcomes, total):
                console.print(line)
    except KeyboardInterrupt:
        return True
    return False


def _lines(outcomes: Iterator[Outcome], total: int) -> Iterator[str]:
    said = time.monotonic()
    for done, _ in enumerate(outcomes, 1):
        if time.monotonic() - said >= 10:
            said = time.monotonic()
            yield f"{done} of {total} fields"


def _say(report: SlideReport, order: Order, console: Console, *, table: bool) -> None:
    for slide in report.slides:
        console.print(f"{slide.slide}: {slide.sentence}")
    failures = [outcome for outcome in report.outcomes if isinstance(outcome, Failure)]
    for failure in failures[:10]:
        console.print(f"  failed: {failure.field.path}: {failure.reason}", style="red")
    if len(failures) > 10:
        console.print(f"  and {len(failures) - 10} more; the CSV names them all", style="red")
    if table:
        Console(file=sys.stdout).print(_table(report))
    for path in order.reports:
        console.print(f"wrote {path}" + (f" and {path.with_suffix('.json')}" if path.suffix == ".csv" else ""))
    console.print(RESEARCH_USE)


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
