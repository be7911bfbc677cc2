"""A batch without an end: the fields of a folder as they are saved, through the same run, ledger and reports."""

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.batch import REFUSALS, BadCall, Batch, Order, count, opened, say_failures
from leukemia_desktop.core.cluster_job import ClusterTrouble
from leukemia_desktop.core.ending import ending
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.ledger import BadLedger
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.slide import SlideSummary
from leukemia_desktop.core.targets import Target
from leukemia_desktop.core.terminal import PACE, Terminal
from leukemia_desktop.core.watch import Watch

SHARE = 10
"""Reports are written anew after this many times the time that writing them took."""


def watch_folder(order: Order, *, steady: float = 2.0, poll: bool = False, quiet: bool = False, events: bool = False) -> int:
    """Analyse what a camera saves into the order's one folder until Ctrl+C or SIGTERM; 0, or 1 when some fields failed.

    Raises BadCall as classify_folders does, and when a report or the ledger lies in the folder that is watched.
    """
    terminal = Terminal(quiet=quiet)
    (folder,) = order.folders
    try:
        if not folder.is_dir():
            raise BadCall(f"{folder}: no such folder")
        _check_outside([*order.reports, order.ledger or Settings.read().ledger_path], folder)
        with opened(order, [], terminal, events=events) as batch:
            batch.open_ended = True
            batch.begin()
            terminal.say(f"watching {folder}; Ctrl+C ends it")

            def trouble(said: str) -> None:
                terminal.complain(said or f"{folder}: can be read again")

            arriving = Watch(folder, steady=steady, poll=poll, trouble=trouble)
            with ending(batch.run.stop, arriving.stop):
                stopped = _follow(batch, arriving)
            return _end(batch, stopped)
    except REFUSALS as error:
        raise BadCall(str(error)) from None


def follow(batch: Batch, arrived: Iterable[Sequence[Field]]) -> Iterator[None]:
    """Analyse every list of fields that arrives; yields after each, when `batch.run` is up to date.

    A field that arrives again takes the place of what was said of it before.
    """
    run, numbers = batch.run, dict[Path, int]()
    fields = run.fields = list(run.fields)
    known = {field.path for field in fields}
    for whole in arrived:
        fresh = [field for field in whole if field.path not in known]
        known.update(field.path for field in fresh)
        fields += fresh
        batch.found.update(field.slide for field in fresh)
        said = time.monotonic()
        for outcome in run.over(whole):
            path = outcome.field.path
            if path in numbers:
                run.supersede(numbers[path])
            numbers[path] = len(run.outcomes) - 1
            batch.take(outcome)
            if time.monotonic() - said >= PACE:
                said = time.monotonic()
                batch.terminal.say(f"{len(numbers)} of {count(len(known), 'field')}")
        if whole:
            batch.terminal.say(_so_far([tally.summary() for tally in run.tallies.values()]))
        yield


def _so_far(slides: Sequence[SlideSummary]) -> str:
    """`12 fields so far: 3 suspicious, 2 with flags`."""
    suspicious, flags = sum(slide.suspicious for slide in slides), sum(slide.needs_look for slide in slides)
    failed = sum(slide.failed for slide in slides)
    told = f"{count(sum(slide.fields for slide in slides), 'field')} so far: {suspicious} suspicious, {flags} with flags"
    return f"{told}, {failed} unreadable" if failed else told


def _follow(batch: Batch, watch: Watch) -> str:
    """Analyse and write until the end; what made an end, empty after Ctrl+C."""
    written_at, cost, complained = float("-inf"), 0.0, ""
    done = 0
    try:
        for _ in follow(batch, watch):
            if batch.run.stopped:  # the end writes everything
                break
            now = time.monotonic()
            if len(batch.run.outcomes) == done or now - written_at < SHARE * cost:
                continue
            done = len(batch.run.outcomes)
            unwritten, _ = _write(batch, last=False)
            if unwritten and unwritten != complained:
                batch.terminal.complain(f"{unwritten}; trying again with the next field")
            complained, written_at = unwritten, time.monotonic()
            cost = written_at - now
    except KeyboardInterrupt:  # asked twice: the field in hand is not waited for
        return ""
    except (BadLedger, ClusterTrouble) as error:
        return str(error)
    return ""


def _write(batch: Batch, *, last: bool = True) -> tuple[str, list[Target]]:
    """Why some reports could not be written, and those that were."""
    try:
        targets = batch.targets()
        unwritten = batch.write(batch.run.report(), targets, last=last)
    except UnwritableFile as error:
        return str(error), []
    return "; ".join(unwritten.values()), [target for target in targets if target.path not in unwritten]


def _end(batch: Batch, stopped: str) -> int:
    """The reports of everything, and what is said at the end of a batch."""
    report, terminal = batch.run.report(), batch.terminal
    unwritten, written = _write(batch) if len(batch.run.outcomes) else ("", [])
    failed = sum(slide.failed for slide in report.slides)
    for slide in report.slides:
        terminal.say(f"{slide.slide}: {slide.sentence}")
    say_failures(batch.failures, failed, terminal)
    batch.tell_written(written)
    terminal.say(RESEARCH_USE)
    trouble = "; ".join(filter(None, (stopped, unwritten)))
    code = 2 if trouble else 1 if failed else 0
    left = sum(slide.fields - slide.analysed - slide.failed for slide in report.slides)
    batch.end(code, report, left, trouble or None)
    if trouble:
        raise BadCall(f"{trouble}; every result is in the ledger: call again to go on from here")
    return code


def _check_outside(places: Sequence[Path], folder: Path) -> None:
    """A report inside would lie beside images sooner or later."""
    for place in places:
        if place.parent.resolve().is_relative_to(folder.resolve()):
            raise UnwritableFile(f"{place}: nothing is written in the folder that is watched; choose another one")
