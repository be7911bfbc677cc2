"""A batch without a window: folders in, reports out, progress and a summary on the terminal, events for scripts."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.classifier import NoProvider
from leukemia_desktop.core.cluster_job import ClusterTrouble
from leukemia_desktop.core.ending import ending
from leukemia_desktop.core.events import Events
from leukemia_desktop.core.fields import Field, NoFields, expanded, find_slides
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.ledger import BadLedger, Ledger
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.opening import Opened, open_classifier
from leukemia_desktop.core.outcome import Failure, Outcome
from leukemia_desktop.core.reports import SlideReport
from leukemia_desktop.core.run import Run, beside, check_place, write_report
from leukemia_desktop.core.settings import BadSettings
from leukemia_desktop.core.targets import Target, targets_of
from leukemia_desktop.core.terminal import Terminal, print_table

if TYPE_CHECKING:
    from leukemia_desktop.core.pseudonyms import Pseudonyms

INTERRUPTED = 130
NAMED = 10
"""Failures that are named on the terminal; the CSV names them all."""
LONG = 10_000
"""Fields whose reports take long enough to wonder: 100,000 in all five formats take more than a minute."""
REFUSALS = (BadSettings, NoFields, BrokenModel, NoProvider, BadLedger, ClusterTrouble, UnwritableFile)
Model = Callable[[], Opened]


class BadCall(Exception):
    """The call was wrong, or could not be carried out to its end; the message says what there is."""


@dataclass(frozen=True)
class Order:
    """What to classify, with what, and where the reports go."""

    folders: Sequence[Path]
    reports: Sequence[Path]
    """Names with placeholders, see targets.targets_of."""
    model: str = ""
    provider: str = ""
    ledger: Path | None = None
    resume: bool = True
    scheduler: str = ""
    force: bool = False
    """Replace also files that are no report of this program."""
    pseudonyms: bool = False
    """No name of a slide or file in reports and events."""


@dataclass
class Batch:
    """A run with everybody who is told of it."""

    order: Order
    run: Run
    terminal: Terminal
    events: Events | None = None
    pseudonyms: "Pseudonyms | None" = None
    found: Counter[str] = field(default_factory=Counter)
    """Fields of each slide."""
    open_ended: bool = False
    """Whether more fields may come, so that no slide is done before the end."""
    failures: list[Failure] = field(default_factory=list)
    """The first NAMED."""

    def __post_init__(self) -> None:
        self.found.update(field.slide for field in self.run.fields)

    def targets(self) -> list[Target]:
        """Where the reports go. Raises UnwritableFile."""
        alias = self.pseudonyms.slide if self.pseudonyms else str
        ledger = self.run.ledger.path if self.run.ledger else self.run.settings.ledger_path
        return targets_of(
            self.order.reports,
            self.run.fields,
            self.run.classifier.manifest.id,
            ledger=ledger,
            force=self.order.force,
            alias=alias,
        )

    def begin(self) -> None:
        """Say what runs."""
        classifier, fields = self.run.classifier, count(self.found.total(), "field")
        self.terminal.say(f"{fields}, model {classifier.manifest.id}, on the {classifier.provider.upper()}")
        if self.events:
            ledger = self.run.ledger.path if self.run.ledger and not self.pseudonyms else None
            self.events.started(self.run, {self._name(s): n for s, n in self.found.items()}, ledger=ledger)

    def take(self, outcome: Outcome) -> None:
        """Tell one outcome, and its slide when it was the last of it."""
        if isinstance(outcome, Failure) and len(self.failures) < NAMED:
            self.failures.append(outcome)
        if self.events:
            shown = self.pseudonyms.outcome(outcome) if self.pseudonyms else outcome
            self.events.outcome(shown, len(self.run.outcomes), self.found.total())
            slide = outcome.field.slide
            summary = self.run.tallies[slide].summary(self.found[slide])
            if not self.open_ended and summary.analysed + summary.failed == summary.fields:
                self.events.slide(replace(summary, slide=self._name(slide)))

    def write(self, report: SlideReport, targets: Sequence[Target], *, last: bool = True) -> dict[Path, str]:
        """Write every report that can be written; why the others could not be. Only the last time is announced."""
        parts = report.by_slide() if any(target.slide is not None for target in targets) else {}
        unwritten: dict[Path, str] = {}
        if last and len(report.outcomes) >= LONG:
            self.terminal.say("writing the reports; with so many fields it takes a while")
        for target in targets:
            part = report if target.slide is None else parts.get(target.slide)
            if part is None:  # a slide of which nothing was found again
                continue
            try:
                if target.makes_folder:
                    _make(target.path.parent)
                write_report(self.pseudonyms.report(part) if self.pseudonyms else part, target.path)
            except UnwritableFile as error:
                unwritten[target.path] = str(error)
        return unwritten

    def tell_written(self, targets: Sequence[Target]) -> None:
        """Name what was written."""
        for target in targets:
            other = beside(target.path)
            self.terminal.say(
                f"{'replaced' if target.replaces else 'wrote'} {target.path}" + (f" and {other.name}" if other else "")
            )
            if self.events:
                self.events.written(target, None if target.slide is None else self._name(target.slide))

    def end(self, code: int, report: SlideReport, left: int, error: str | None = None) -> None:
        """The events that are left."""
        if self.events:
            for slide in report.slides:
                self.events.slide(replace(slide, slide=self._name(slide.slide)))
            self.events.finished(code, self.run, left, error)

    def _name(self, slide: str) -> str:
        return self.pseudonyms.slide(slide) if self.pseudonyms else slide


@contextmanager
def opened(
    order: Order, fields: Sequence[Field], terminal: Terminal, *, events: bool = False, model: Model | None = None
) -> Iterator[Batch]:
    """Model, ledger and targets of an order, checked before anything is written. Raises one of REFUSALS.

    `model` gives the order's model where it is being opened already, see opening.
    """
    settings, classifier = model() if model else open_classifier(order.model, order.provider)
    place = order.ledger or settings.ledger_path
    targets_of(order.reports, fields, classifier.manifest.id, ledger=place, force=order.force)
    check_place(place, fields)
    if order.scheduler:
        from leukemia_desktop.core.cluster import check_scheduler

        check_scheduler(order.scheduler)
    with Ledger(place) as ledger:
        if ledger.set_aside:
            terminal.complain(f"the ledger {ledger.path} was damaged and is kept as {ledger.set_aside}; a new one begins")
        run = Run(fields, classifier, settings, ledger, resume=order.resume, scheduler=order.scheduler)
        batch = Batch(order, run, terminal, Events(sys.stdout) if events else None)
        if order.pseudonyms:
            from leukemia_desktop.core.pseudonyms import Pseudonyms

            batch.pseudonyms = Pseudonyms(ledger.pseudonym_key())
        yield batch


def classify_folders(
    order: Order, *, quiet: bool = False, table: bool = False, events: bool = False, model: Model | None = None
) -> int:
    """Analyse and write the reports; 0 when every field was analysed, 1 when some failed, 130 after Ctrl+C or SIGTERM.

    Raises BadCall before anything is analysed when a folder, the model, the provider, the ledger or a target is wrong, and
    after the reports of what there is were written when the ledger, the scheduler or a report cannot be written any more.
    """
    terminal = Terminal(quiet=quiet)
    try:
        fields, empty = find_slides(expanded(order.folders))
        with opened(order, fields, terminal, events=events, model=model) as batch:
            run, targets = batch.run, batch.targets()
            interrupted, trouble = _drain(batch)
            if interrupted:
                terminal.say("stopping and writing the reports; Ctrl+C again stops at once")
            report = run.report()
            unwritten = batch.write(report, targets)
    except REFUSALS as error:
        raise BadCall(str(error)) from None
    left = len(fields) - len(run.outcomes)
    failed = sum(slide.failed for slide in report.slides)
    for slide in report.slides:
        terminal.say(f"{slide.slide}: {slide.sentence}")
    if table:
        print_table(report)
    if run.classifier.fell_back:
        terminal.complain(f"CUDA gave up and the CPU went on: {run.classifier.fell_back}")
    for message in empty:
        terminal.complain(message)
    say_failures(batch.failures, failed, terminal)
    batch.tell_written([target for target in targets if target.path not in unwritten])
    terminal.say(RESEARCH_USE)
    if unwritten:
        trouble = f"{trouble}; {_unwritten(unwritten)}" if trouble else _unwritten(unwritten)
    elif trouble:
        trouble = f"{trouble}; the reports hold the {count(len(run.outcomes), 'field')} before that"
    code = 2 if trouble else INTERRUPTED if interrupted else 1 if empty or failed else 0
    batch.end(code, report, left, trouble or None)
    if trouble:
        raise BadCall(trouble)
    if interrupted:
        terminal.complain(f"stopped with {count(left, 'field')} left; call again to go on from here")
    return code


def _drain(batch: Batch) -> tuple[bool, str]:
    """Iterate the run to its end; True where Ctrl+C left something to do, and what else kept it from going on."""
    run, trouble = batch.run, ""
    try:
        with ending(run.stop):
            batch.begin()
            batch.terminal.watch(run, batch.take)
    except KeyboardInterrupt:  # asked twice: the field in hand is not waited for
        run.stop()
    except (BadLedger, ClusterTrouble) as error:
        if not len(run.outcomes):
            raise
        trouble = str(error)
    return run.stopped and not trouble and len(run.outcomes) < len(run.fields), trouble


def _unwritten(unwritten: dict[Path, str]) -> str:
    return f"{'; '.join(unwritten.values())}; every result is in the ledger: call again to write the report"


def say_failures(first: Sequence[Failure], failed: int, terminal: Terminal) -> None:
    """Name the first failures, and say how many more there are."""
    for failure in first:
        terminal.complain(f"failed: {failure.field.path}: {failure.reason}")
    if failed > len(first):
        terminal.complain(f"and {failed - len(first)} more failed; the CSV names them all")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFile(f"{folder}: {error.strerror or error}") from None


def count(number: int, word: str) -> str:
    """`1 field`, `2 fields`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
