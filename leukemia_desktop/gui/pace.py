"""How fast a run is, and when it ends: from what the last seconds showed."""

from collections import deque

WINDOW = 10.0
"""Seconds that count; results recalled from the ledger come fast and must not promise the same for the rest."""


class Pace:
    """Tell it every batch; ask it for fields per second and the seconds that are left."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def begin(self, now: float) -> None:
        """Start, or go on after a pause: the time between does not count."""
        self._seen.clear()
        self._seen.append((now, 0))

    def add(self, fields: int, now: float) -> None:
        """`fields` more are done at `now` (seconds of a monotonic clock)."""
        self._seen.append((now, fields))
        while len(self._seen) > 2 and now - self._seen[1][0] > WINDOW:
            self._seen.popleft()

    @property
    def rate(self) -> float:
        """Fields per second; 0 while nothing is known."""
        if len(self._seen) < 2:
            return 0.0
        seconds = self._seen[-1][0] - self._seen[0][0]
        # the first entry is where the window begins: its own fields came before it
        return sum(count for _, count in list(self._seen)[1:]) / seconds if seconds > 0 else 0.0

    def left(self, fields: int) -> float | None:
        """Seconds for so many fields, or None while nothing is known."""
        return fields / self.rate if self.rate > 0 else None
