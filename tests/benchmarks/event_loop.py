"""How long the event loop of a window is held up, and what ran meanwhile: a timer that should fire every millisecond."""

import os
import sys
import threading
import time
import traceback
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

_THREADS = Path("/proc/self/task")
"""Linux says here of each thread how long it was ready to run and found no processor free."""


class LoopProbe(QObject):
    """Between `begin` and `end` it notes every gap in ms, and how much of it this thread itself was busy.

    `held` is what is left of each gap where other programs had taken the processor from us: what the program itself is to
    blame for, on a busy machine too. It is the gap without the time in which this thread, or the one that waited longest of
    the others, stood in line for a processor; where the system does not tell, it is the gap.
    Where it is longer than `tell` ms, `blame` counts what the other threads were doing right after it.
    """

    def __init__(self, tell: float = 30.0) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.held: list[float] = []
        self.own: list[float] = []
        self.blame: Counter[str] = Counter()
        self._tell = tell
        self._last = self._cpu = 0.0
        self._lines: dict[str, int] = {}
        self._waited: dict[str, int] = {}
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Start over."""
        self.gaps, self.held, self.own = [], [], []
        self._waited = self._waits()
        self._last, self._cpu = time.perf_counter(), time.thread_time()
        self._timer.start()

    def _waits(self) -> dict[str, int]:
        """Nanoseconds that each thread has stood in line so far, by its number."""
        waits = {}
        for name in [each.name for each in _THREADS.iterdir()] if _THREADS.is_dir() else []:
            try:
                if name not in self._lines:
                    self._lines[name] = os.open(_THREADS / name / "schedstat", os.O_RDONLY)
                waits[name] = int(os.pread(self._lines[name], 99, 0).split()[1])
            except (OSError, IndexError):  # it has ended, and another may get its number
                if name in self._lines:
                    os.close(self._lines.pop(name))
        return waits

    def _tick(self) -> None:
        now, cpu, waited = time.perf_counter(), time.thread_time(), self._waits()
        gap, own = 1000 * (now - self._last), 1000 * (cpu - self._cpu)
        here = str(threading.get_native_id())
        stood = {name: (total - self._waited.get(name, 0)) / 1e6 for name, total in waited.items()}
        ours = stood.pop(here, 0.0)
        held = max(own, gap - ours - max(stood.values(), default=0.0))
        self.gaps.append(gap)
        self.own.append(own)
        self.held.append(held)
        if held > self._tell:
            self._blame_for(held, own)
        self._waited = self._waits()
        self._last, self._cpu = time.perf_counter(), time.thread_time()

    def _blame_for(self, held: float, own: float) -> None:
        lines = [f"{held:6.0f} ms, {own:.0f} of them in the window's own thread"]
        here = threading.get_ident()
        for thread, frame in sys._current_frames().items():
            stack = traceback.extract_stack(frame)
            if thread != here and stack[-1].name not in ("wait", "wait_for"):
                ours = [each for each in stack if "leukemia_desktop" in each.filename] or stack[-1:]
                lines.append(f"{ours[-1].filename.rpartition('/')[2]}:{ours[-1].lineno} {ours[-1].line}")
        self.blame["\n      ".join(lines)] += 1

    def end(self) -> str:
        """What was seen, in one line."""
        self._timer.stop()
        for line in self._lines.values():
            os.close(line)
        self._lines.clear()
        if not self.gaps:
            return "nothing measured"
        seen, gaps = self.figures(), sorted(self.gaps)
        return (
            f"{len(gaps):6d} turns, p99 {seen['p99']:5.1f} ms, longest {seen['longest']:6.1f} ms (own work "
            f"{max(self.own):6.1f} ms; with waiting for a processor p99 {_p99(gaps):.1f}, longest {gaps[-1]:.0f})"
        )

    def figures(self) -> dict[str, float]:
        """How long the program itself held the loop, in ms: the 99th percentile of the turns, and the longest."""
        return {"p99": _p99(self.held), "longest": max(self.held)}


def _p99(values: list[float]) -> float:
    return sorted(values)[int(0.99 * (len(values) - 1))]
