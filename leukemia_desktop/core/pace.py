"""How fast a batch is now, and how long the rest will take at that pace."""

import math
from collections import deque

RECENT = 0.5
"""What counts is the last half of the time so far: programs that were still starting, and fields that the ledger knew,
are forgotten as soon as they say nothing of the rest."""
LONGEST = 300.0
"""Seconds that count at most."""
GRAIN = 0.1
"""Seconds between two moments that are kept."""


class Pace:
    """Told how many fields are done and when; says how many a second are done now."""

    def __init__(self) -> None:
        self._moments: deque[tuple[float, int]] = deque([(0.0, 0)])
        """Seconds and fields; the first is the last one before what counts."""
        self._now = (0.0, 0)

    def at(self, done: int, seconds: float) -> None:
        """`done` fields took `seconds` seconds from the beginning."""
        self._now = (seconds, done)
        if seconds - self._moments[-1][0] >= GRAIN:
            self._moments.append(self._now)
        since = seconds - min(LONGEST, RECENT * seconds)
        while len(self._moments) > 1 and self._moments[1][0] <= since:
            self._moments.popleft()

    @property
    def rate(self) -> float:
        """Fields a second, of late; 0 before the first."""
        (began, before), (seconds, done) = self._moments[0], self._now
        if done == before:  # nothing of late: all of it counts
            began, before = 0.0, 0
        return (done - before) / max(seconds - began, 1e-3)

    def line(self, total: int) -> str:
        """`25 fields/s, 1 min 18 s left`; no time where nothing is done yet."""
        rate = self.rate
        if not rate:
            return ""
        return f"{rate:.{0 if rate >= 10 else 1}f} fields/s, {duration((total - self._now[1]) / rate)} left"


def duration(seconds: float) -> str:
    """Time as a person says it, as exact as anybody needs it: 8 s, 1 min 20 s, 12 min, 2 h 5 min."""
    whole = math.ceil(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 600:
        minutes, rest = divmod(10 * math.ceil(whole / 10), 60)
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    hours, minutes = divmod(math.ceil(whole / 60), 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
