"""What a batch says and shows while it runs: a progress bar and colours on a terminal, plain lines elsewhere.

Rich is imported where something is shown with it, and only there: a script's call starts faster without.
"""

import sys
import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from leukemia_desktop.core.outcome import Failure, Outcome
from leukemia_desktop.core.reports import SlideReport
from leukemia_desktop.core.run import Run

if TYPE_CHECKING:
    from rich.console import Console

PACE = 10.0
"""Seconds between two lines where there is no terminal."""
BAR_PACE = 0.1


class Terminal:
    """Standard error, where everything is said that is not a result."""

    def __init__(self, *, quiet: bool = False) -> None:
        """`quiet` leaves complaints only."""
        self._quiet = quiet

    def say(self, text: str) -> None:
        """One line, as it is: no markup, no emoji codes, for names of slides and files can look like either."""
        if not self._quiet:
            print(text, file=sys.stderr)  # noqa: T201

    def complain(self, text: str) -> None:
        """One line that is said also when quiet is asked for; red on a terminal."""
        if sys.stderr.isatty():
            _console().print(text, style="red")
        else:
            print(text, file=sys.stderr)  # noqa: T201

    def watch(self, run: Run, each: Callable[[Outcome], None]) -> None:
        """Iterate the run to its end, show how far it is, and give `each` every outcome."""
        if sys.stderr.isatty() and not self._quiet:
            _watch_with_bar(run, each)
            return
        total, said = len(run.fields), time.monotonic()
        for done, outcome in enumerate(run, 1):
            each(outcome)
            if time.monotonic() - said >= PACE:
                said = time.monotonic()
                self.say(progress_line(done, total, run.seconds))


def progress_line(done: int, total: int, seconds: float) -> str:
    """How far a batch is, how fast, and how long it will take at that pace."""
    rate = done / max(seconds, 1e-3)
    left = timedelta(seconds=round((total - done) / rate))
    return f"{done} of {total} fields, {rate:.{0 if rate >= 10 else 1}f} fields/s, {left} left"


def _watch_with_bar(run: Run, each: Callable[[Outcome], None]) -> None:
    outcomes = iter(run)
    if (first := next(outcomes, None)) is not None:  # the first fields are in hand while rich is imported
        each(first)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=_console(), transient=True) as progress:
        bar, shown = progress.add_task("", total=len(run.fields), rate=""), 0.0
        for done, outcome in enumerate(outcomes, 2):
            each(outcome)
            if time.monotonic() - shown >= BAR_PACE:  # each update costs as much as a small field
                shown = time.monotonic()
                progress.update(bar, completed=done, rate=f"{done / max(run.seconds, 1e-3):.0f} fields/s")


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
            table.add_row(outcome.field.name, "-", "-", "-", outcome.reason, "failed")
        else:
            verdict = outcome.verdict
            chosen, flags = "|".join(verdict.prediction_set) or "-", ", ".join(verdict.flags).replace("_", " ")
            table.add_row(outcome.field.name, verdict.label, f"{verdict.confidence:.1%}", chosen, flags, verdict.status)
    if len(report.outcomes) > rows:
        table.add_row(f"... {len(report.outcomes) - rows} more")
    Console(file=sys.stdout, markup=False, emoji=False).print(table)


def _console() -> "Console":
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)
