"""What a batch says and shows while it runs: a progress bar and colours on a terminal, plain lines elsewhere.

Rich is imported where something is shown with it, and only there: a script's call starts faster without.
"""

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from leukemia_desktop.core.outcome import Failure, Outcome
from leukemia_desktop.core.pace import Pace
from leukemia_desktop.core.reports import SlideReport
from leukemia_desktop.core.reports._text import shown
from leukemia_desktop.core.run import Run

if TYPE_CHECKING:
    from rich.console import Console

PACE = 10.0
"""Seconds between two lines where there is no terminal."""
BAR_PACE = 0.1
TEXT_PACE = 1.0
"""Seconds between two numbers beside the bar: what changes faster cannot be read."""
NO_CURSOR = ("dumb", "unknown")
"""Terminals on which no bar can be drawn."""


class Terminal:
    """Standard error, where everything is said that is not a result."""

    def __init__(self, *, quiet: bool = False) -> None:
        """`quiet` leaves complaints only."""
        self._quiet = quiet

    def say(self, text: str) -> None:
        """One line. Names of slides and files can hold anything: no markup, no emoji codes, and nothing that moves the
        cursor, breaks the line or changes colours."""
        if not self._quiet:
            _write(text)

    def complain(self, text: str) -> None:
        """One line that is said also when quiet is asked for; red on a terminal."""
        if sys.stderr.isatty():
            _console().print(shown(text), style="red")
        else:
            _write(text)

    def watch(self, run: Run, each: Callable[[Outcome], None]) -> None:
        """Iterate the run to its end, show how far it is, and give `each` every outcome."""
        if not self._quiet and sys.stderr.isatty() and os.environ.get("TERM", "") not in NO_CURSOR:
            _watch_with_bar(run, each)
            return
        pace, total, said = Pace(), len(run.fields), time.monotonic()
        for done, outcome in enumerate(run, 1):
            each(outcome)
            pace.at(done, run.seconds)
            if time.monotonic() - said >= PACE:
                said = time.monotonic()
                self.say(f"{done} of {total} fields, {pace.line(total)}")


def _watch_with_bar(run: Run, each: Callable[[Outcome], None]) -> None:
    pace, total, outcomes = Pace(), len(run.fields), iter(run)
    if (first := next(outcomes, None)) is not None:  # the first fields are in hand while rich is imported
        each(first)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
    with Progress(*columns, console=_console(), transient=True) as progress:
        bar, shown_at, read_at = progress.add_task("", total=total, completed=1, pace=""), 0.0, float("-inf")
        for done, outcome in enumerate(outcomes, 2):
            each(outcome)
            pace.at(done, run.seconds)
            now = time.monotonic()
            if now - shown_at >= BAR_PACE:  # each update costs as much as a small field
                shown_at = now
                progress.update(bar, completed=done)
            if now - read_at >= TEXT_PACE:
                read_at = now
                progress.update(bar, pace=pace.line(total))


def print_table(report: SlideReport, rows: int = 12) -> None:
    """The first outcomes as a table on standard output."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Column, Table

    # what is short stays whole on 80 columns; flags and reasons take the lines they need
    short = [Column(name, no_wrap=True) for name in ("Field", "Label", "Conf.", "Set")]
    table = Table(*short, "Flags", Column("Status", no_wrap=True), box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for outcome in report.outcomes[:rows]:
        if isinstance(outcome, Failure):
            table.add_row(shown(outcome.field.name), "-", "-", "-", shown(outcome.reason), "failed")
        else:
            verdict = outcome.verdict
            chosen, flags = "|".join(verdict.prediction_set) or "-", ", ".join(verdict.flags).replace("_", " ")
            table.add_row(
                shown(outcome.field.name), verdict.label, f"{verdict.confidence:.1%}", chosen, flags, verdict.status
            )
    if len(report.outcomes) > rows:
        table.add_row(f"... {len(report.outcomes) - rows} more")
    Console(file=sys.stdout, markup=False, emoji=False).print(table)


def _write(text: str) -> None:
    sys.stderr.write(f"{shown(text)}\n")


def _console() -> "Console":
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)
