"""How long the event loop of a window is held up, and what ran meanwhile: a timer that should fire every millisecond."""

import sys
import time
import traceback
from collections import Counter

from PySide6.QtCore import QObject, QTimer


class LoopProbe(QObject):
    """Between `begin` and `end` it notes every gap in ms, and how much of it this thread itself was busy.

    Where a gap is longer than `tell` ms, `blame` counts what the other threads were doing right after it.
    """

    def __init__(self, tell: float = 30.0) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.own: list[float] = []
        self.blame: Counter[str] = Counter()
        self._tell = tell
        self._last = self._cpu = 0.0
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Start over."""
        self.gaps, self.own = [], []
        self._last, self._cpu = time.perf_counter(), time.thread_time()
        self._timer.start()

    def _tick(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        gap, own = 1000 * (now - self._last), 1000 * (cpu - self._cpu)
        self.gaps.append(gap)
        self.own.append(own)
        if gap > self._tell:
            here = sys._getframe()
            lines = [f"{gap:6.0f} ms, {own:.0f} of them in the window's own thread"]
            for frame in sys._current_frames().values():
                stack = traceback.extract_stack(frame)
                if frame is not here and stack[-1].name not in ("wait", "wait_for"):
                    ours = [each for each in stack if "leukemia_desktop" in each.filename] or stack[-1:]
                    lines.append(f"{ours[-1].filename.rpartition('/')[2]}:{ours[-1].lineno} {ours[-1].line}")
            self.blame["\n      ".join(lines)] += 1
        self._last, self._cpu = time.perf_counter(), time.thread_time()

    def end(self) -> str:
        """What was seen, in one line."""
        self._timer.stop()
        gaps = sorted(self.gaps)
        if not gaps:
            return "nothing measured"
        p99 = gaps[int(0.99 * (len(gaps) - 1))]
        return f"{len(gaps):6d} turns, p99 {p99:6.1f} ms, longest {gaps[-1]:6.1f} ms (own work {max(self.own):6.1f} ms)"
