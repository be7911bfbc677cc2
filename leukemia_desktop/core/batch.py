"""A batch without a window: folders in, reports out, progress and a summary on the terminal."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.classifier import Classifier, NoProvider
from leukemia_desktop.core.cluster import check_scheduler
from leukemia_desktop.core.cluster_job import ClusterTrouble
from leukemia_desktop.core.fields import NoFields, find_slides
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.ledger import BadLedger, Ledger, default_path
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.outcome import Failure, Outcome
from leukemia_desktop.core.reports import SlideReport
from leukemia_desktop.core.run import Run, check_place, check_target, write_report
from leukemia_desktop.core.settings import BadSettings, Settings
from leukemia_desktop.core.terminal import Terminal, print_table

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
    terminal = Terminal(quiet=quiet)
    try:
        settings = Settings.read()
        settings = replace(settings, provider=order.provider or settings.provider)  # what workers run on, too
        fields, empty = find_slides(order.folders)
        for path in order.reports:
            check_target(path, fields)
        check_place(order.ledger or default_path(), fields)
        manifest = open_model(order.model, settings)
        classifier = Classifier(manifest, provider=settings.provider, threads=settings.threads)
        if order.scheduler:
            check_scheduler(order.scheduler)
        with ExitStack() as stack:
            ledger = stack.enter_context(Ledger(order.ledger or default_path()))
            if ledger.set_aside:
                terminal.complain(
                    f"the ledger {ledger.path} was damaged and is kept as {ledger.set_aside}; a new one begins"
                )
            run = Run(fields, classifier, settings, ledger, resume=order.resume, scheduler=order.scheduler)
            interrupted = _drain(run, terminal)
            report = run.report()
            unwritten = _write(report, order.reports)
    except (BadSettings, NoFields, BrokenModel, NoProvider, BadLedger, ClusterTrouble, UnwritableFile) as error:
        raise BadCall(str(error)) from None
    for slide in report.slides:
        terminal.say(f"{slide.slide}: {slide.sentence}")
    if table:
        print_table(report)
    if classifier.fell_back:
        terminal.complain(f"CUDA gave up and the CPU went on: {classifier.fell_back}")
    _say_failures(run.outcomes, empty, terminal)
    for path in order.reports:
        if path not in unwritten:
            terminal.say(
                f"wrote {path}" + (f" and {path.with_suffix('.json').name}" if path.suffix.lower() == ".csv" else "")
            )
    terminal.say(RESEARCH_USE)
    if unwritten:
        raise BadCall(f"{'; '.join(unwritten.values())}; every result is in the ledger: call again to write the report")
    if interrupted:
        left = len(fields) - len(run.outcomes)
        terminal.complain(f"stopped with {_count(left, 'field')} left; call again to go on from here")
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


def _drain(run: Run, terminal: Terminal) -> bool:
    """Iterate the run to its end. True after Ctrl+C."""
    classifier = run.classifier
    try:
        terminal.say(
            f"{_count(len(run.fields), 'field')}, model {classifier.manifest.id}, on the {classifier.provider.upper()}"
        )
        terminal.watch(run)
    except KeyboardInterrupt:
        return True
    return False


def _say_failures(outcomes: Sequence[Outcome], empty: Sequence[str], terminal: Terminal) -> None:
    for message in empty:
        terminal.complain(message)
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    for failure in failures[:10]:
        terminal.complain(f"failed: {failure.field.path}: {failure.reason}")
    if len(failures) > 10:
        terminal.complain(f"and {len(failures) - 10} more failed; the CSV names them all")


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
