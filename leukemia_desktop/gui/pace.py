"""How fast a run is, and when it ends: from what the last seconds showed; results only recalled are told apart."""

from collections import deque
from dataclasses import dataclass

WINDOW = 10.0
"""Seconds that count for the speed on the screen, at least."""
LONGEST = 120.0
"""Seconds that count for what is left, at most, once LEAST fields do."""
LEAST = 500
"""Fields that count for what is left, however long they took: they differ, and more of them tell more."""
STREAK = 60
"""So many recalled fields in a row are what an interrupted run has done before: the rest is not expected to have them."""


@dataclass(frozen=True)
class _Batch:
    at: float
    seconds: float
    """Since the batch before, pauses left out."""
    fields: int
    recalled: int


class Pace:
    """Tell it every batch; ask it for fields per second and the seconds that are left."""

    def __init__(self) -> None:
        self._seen: deque[_Batch] = deque()
        self._last = 0.0
        self._seconds, self._fields = 0.0, 0

    def begin(self, now: float) -> None:
        """Start over."""
        self._seen.clear()
        self._seconds, self._fields = 0.0, 0
        self.resume(now)

    def resume(self, now: float) -> None:
        """Go on after a pause: the time between does not count."""
        self._last = now

    def add(self, fields: int, now: float, recalled: int = 0) -> None:
        """`fields` more are done at `now` (seconds of a monotonic clock); so many of them were `recalled`, not computed."""
        seconds = max(0.0, now - self._last)
        self._seen.append(_Batch(now, seconds, fields, recalled))
        self._last = now
        self._seconds += seconds
        self._fields += fields
        self._forget()

    @property
    def rate(self) -> float:
        """Fields per second in the last WINDOW seconds of work; 0 while nothing is known."""
        seconds, fields = 0.0, 0
        for batch in reversed(self._seen):
            if seconds + batch.seconds > WINDOW + 1e-9 and fields:
                break
            seconds += batch.seconds
            fields += batch.fields
        return fields / seconds if seconds > 0 else 0.0

    def left(self, fields: int) -> float | None:
        """Seconds for so many fields, or None while nothing is known."""
        if self._seconds <= 0:
            return None
        computed = recalled = 0
        computing = recalling = 0.0
        for batch in self._seen:
            fresh = batch.fields - batch.recalled
            # where one of a batch was computed, the time went there
            if fresh:
                computed, computing = computed + fresh, computing + batch.seconds
            else:
                recalled, recalling = recalled + batch.recalled, recalling + batch.seconds
        share = self._share()
        for_computed = computing / computed if computed else 0.0
        for_recalled = recalling / recalled if recalled else 0.0
        if not computed and share < 1:
            return None
        return fields * ((1 - share) * for_computed + share * for_recalled)

    def _share(self) -> float:
        """Share of recalled fields that the rest is expected to have: as since the last streak of them."""
        fields = recalled = streak = mixed = 0
        for batch in reversed(self._seen):
            if batch.recalled == batch.fields:
                streak += batch.fields
            else:
                streak, mixed = 0, batch.recalled
            fields, recalled = fields + batch.fields, recalled + batch.recalled
            if streak >= STREAK:
                if streak < fields:  # it ended: what came before the present does not count
                    over = streak + mixed
                    fields, recalled = fields - over, recalled - over
                break
        return recalled / fields

    def _forget(self) -> None:
        """Leave out what is too long ago to count."""
        while len(self._seen) > 1:
            first = self._seen[0]
            if self._seconds - first.seconds < LONGEST or self._fields - first.fields < LEAST:
                return
            self._seconds -= first.seconds
            self._fields -= first.fields
            self._seen.popleft()
