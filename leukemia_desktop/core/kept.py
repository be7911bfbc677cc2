"""Outcomes of a run of any length: the last few in memory, those before them in a temporary file."""

import pickle
import tempfile
import threading
import weakref
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, overload

from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.outcome import Failure, Key, Outcome, Result
from leukemia_desktop.core.trust import Verdict

BLOCK = 256
"""Outcomes that lie in memory, and that are read back together."""


class Kept(Sequence[Outcome]):
    """Outcomes in the order in which they were appended; 100,000 take hardly more memory than 1,000.

    The file has no name where the system allows that, and goes with the object. Where it cannot be written, for a full disk
    say, outcomes stay in memory. Safe to use from several threads.
    """

    def __init__(self, outcomes: Iterable[Outcome] = ()) -> None:
        self._fresh: list[Outcome] = []
        self._blocks: list[list[Outcome] | None] = []
        """None where the block lies in the file."""
        self._places = array("Q", [0])
        self._file: BinaryIO | None = None
        self._read: tuple[int, list[Outcome]] = (-1, [])
        self._lock = threading.Lock()
        for outcome in outcomes:
            self.append(outcome)

    def append(self, outcome: Outcome) -> None:
        """Keep one more."""
        with self._lock:
            self._fresh.append(outcome)
            if len(self._fresh) == BLOCK:
                self._blocks.append(None if self._written(self._fresh) else self._fresh)
                self._fresh = []

    def __len__(self) -> int:
        with self._lock:
            return len(self._blocks) * BLOCK + len(self._fresh)

    def __iter__(self) -> Iterator[Outcome]:
        number = 0
        while number < len(self):
            block = self._block(number // BLOCK)
            yield from block[number % BLOCK :]
            number += len(block) - number % BLOCK

    @overload
    def __getitem__(self, number: int) -> Outcome: ...
    @overload
    def __getitem__(self, number: slice) -> list[Outcome]: ...
    def __getitem__(self, number: int | slice) -> Outcome | list[Outcome]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        at = number + len(self) if number < 0 else number
        if not 0 <= at < len(self):
            raise IndexError(number)
        return self._block(at // BLOCK)[at % BLOCK]

    def _block(self, number: int) -> list[Outcome]:
        with self._lock:
            if number == len(self._blocks):
                return list(self._fresh)
            block = self._blocks[number]
            if block is None and self._read[0] != number:
                assert self._file
                begin, end = self._places[number], self._places[number + 1]
                self._file.seek(begin)
                # our own file, which nobody else can write: pickle is safe here and twice as fast as JSON
                self._read = number, [_from_row(row) for row in pickle.loads(self._file.read(end - begin))]
            return self._read[1] if block is None else block

    def _written(self, block: Sequence[Outcome]) -> bool:
        """True when the block lies in the file now."""
        end = self._places[-1]
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="leukemia-desktop-")  # noqa: SIM115
                weakref.finalize(self, _close, self._file)
            self._file.seek(end)
            self._file.write(pickle.dumps([_row(outcome) for outcome in block], pickle.HIGHEST_PROTOCOL))
            self._file.flush()
            self._places.append(self._file.tell())
        except OSError:
            self._places.append(end)
            return False
        return True


class Chosen(Sequence[Outcome]):
    """Some of the outcomes, by their numbers, in the order of the numbers; nothing is copied."""

    def __init__(self, outcomes: Sequence[Outcome], numbers: Sequence[int]) -> None:
        self._outcomes, self._numbers = outcomes, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Outcome]:
        return map(self._outcomes.__getitem__, self._numbers)

    @overload
    def __getitem__(self, number: int) -> Outcome: ...
    @overload
    def __getitem__(self, number: slice) -> "Chosen": ...
    def __getitem__(self, number: int | slice) -> "Outcome | Chosen":
        if isinstance(number, slice):
            return Chosen(self._outcomes, self._numbers[number])
        return self._outcomes[self._numbers[number]]


# Plain tuples, because dataclasses and paths take three times as long to write and to read back.


def _row(outcome: Outcome) -> tuple[Any, ...]:
    field = outcome.field
    place = (str(field.path), field.slide, field.name)
    if isinstance(outcome, Failure):
        return (place, outcome.reason, outcome.analysed_at, outcome.sha256, None)
    rest = tuple(getattr(outcome, name) for name in _RESULT)
    key, verdict = outcome.key, outcome.verdict
    return (place, tuple(getattr(key, name) for name in _KEY), tuple(getattr(verdict, name) for name in _VERDICT), rest)


def _from_row(row: tuple[Any, ...]) -> Outcome:
    path, slide, name = row[0]
    field = Field(Path(path), slide, name)
    if len(row) == 5:
        return Failure(field, *row[1:4])
    return Result(
        field=field,
        key=Key(*row[1]),
        verdict=Verdict(**dict(zip(_VERDICT, row[2], strict=True))),
        **dict(zip(_RESULT, row[3], strict=True)),
    )


_KEY = tuple(Key.__dataclass_fields__)
_VERDICT = tuple(Verdict.__dataclass_fields__)
_RESULT = tuple(name for name in Result.__dataclass_fields__ if name not in ("field", "key", "verdict"))


def _close(file: BinaryIO) -> None:
    with suppress(OSError):  # what was left in a buffer does not matter any more
        file.close()
