"""Hands: who measures the fields of one run. Threads at first; programs beside this one where there is enough to do."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from leukemia_desktop.core.desk import Desk, Known, Measured, Measures, Prepared, Unseen, Wanted
from leukemia_desktop.core.hand import Hand, HandLost
from leukemia_desktop.core.outcome import now

ALONE = 3.0
"""Seconds of work up to which this program does it alone: others need half a second to start, and gain a third."""
DEADLY = "two programs died while they measured this field: it is damaged in a way that ends them, or memory is short"
UNTRIED = "a program died while it measured this field, and no other could be started to try it again: memory may be short"


class Hands:
    """As many as the classifier has threads, each with some fields at a time; `with` ends them all.

    A program that dies is replaced and loses nothing: its fields are measured again one by one, and the one on which the
    next program dies is named. None of them is measured by a thread: what ended a program would end this one. Where no
    program can be started from the beginning, threads do it all.
    """

    def __init__(self, desk: Desk, *, alone: float = ALONE) -> None:
        self.pace = 0.0
        """Seconds that a field takes one hand, lately; 0 as long as nobody knows."""
        self._desk = desk
        self._alone = alone
        self._count = desk.classifier.threads
        self._lock = threading.Lock()
        self._free: SimpleQueue[Measures] = SimpleQueue()
        self._programs: list[Hand] = []
        self._asked_for_programs = self._count == 1
        self._at_work = 0
        self._too_many = 0
        """Threads whose place a program has taken and who have not heard of it yet."""
        self._closed = False
        # no more than hands, so that whoever comes first is served first; later they carry orders to programs
        self._pool = ThreadPoolExecutor(self._count, thread_name_prefix="analyse")
        self._hiring = ThreadPoolExecutor(self._count, thread_name_prefix="analyse-hire")
        for _ in range(self._count):
            self._free.put(desk)

    @property
    def programs(self) -> int:
        """Programs at work; threads whose place they take have gone."""
        with self._lock:
            return self._at_work - self._too_many

    def prepare(self, paths: Sequence[Path], wanted: Wanted | None) -> Future[list[Prepared | Known | Unseen]]:
        """For a GPU, which one thread asks: everything that needs no model."""
        return self._pool.submit(self._desk.prepared, paths, wanted)

    def measure(self, paths: Sequence[Path], wanted: Wanted | None) -> Future[list[Measured]]:
        """One answer per file, in their order; `wanted` is asked on another thread."""
        return self._pool.submit(self._measured, paths, wanted)

    def expect(self, fields: int) -> None:
        """So many fields are still to come: programs are started where that pays."""
        if not self._asked_for_programs and fields * self.pace > self._alone * self._count:
            self._asked_for_programs = True
            for _ in range(self._count):
                self._hiring.submit(self._employ)

    def _measured(self, paths: Sequence[Path], wanted: Wanted | None) -> list[Measured]:
        hand = self._free.get()
        begin = time.perf_counter()
        try:
            self._check_open()
            answers = hand.measure(paths, wanted)
        except HandLost:
            hand, answers = self._successor(hand), []
            for path in paths:
                answer, hand = self._once_more(hand, path, wanted)
                answers.append(answer)
        else:
            pace = (time.perf_counter() - begin) / len(paths)
            self.pace = (self.pace + pace) / 2 if self.pace else pace
        finally:
            self._release(hand)
        return answers

    def _once_more(self, hand: Measures, path: Path, wanted: Wanted | None) -> tuple[Measured, Measures]:
        """A field alone, of several that a program had when it died; and whose turn it is next."""
        if hand is self._desk:
            return Unseen(UNTRIED, now()), hand
        try:
            return hand.measure([path], wanted)[0], hand
        except HandLost:
            return Unseen(DEADLY, now()), self._successor(hand)

    def _release(self, hand: Measures) -> None:
        with self._lock:
            if self._too_many and hand is self._desk:
                self._too_many -= 1
                return
        self._free.put(hand)

    def _employ(self) -> None:
        """Start a program; a thread makes room for it once it is ready."""
        if hand := self._started():
            with self._lock:
                self._at_work += 1
                self._too_many += 1
            self._free.put(hand)

    def _check_open(self) -> None:
        if self._closed:
            raise CancelledError

    def _successor(self, lost: Measures) -> Measures:
        """Another program; a thread in its place where none can be started. Raises CancelledError at the end of the run."""
        self._check_open()
        assert isinstance(lost, Hand)
        lost.close()
        with self._lock:
            self._programs.remove(lost)
        if hand := self._started():
            return hand
        with self._lock:
            self._at_work -= 1
        return self._desk

    def _started(self) -> Hand | None:
        """A program that is ready; None where none can be started, or where the run is at its end."""
        with self._lock:
            if self._closed:
                return None
            try:
                hand = Hand(self._desk)
            except HandLost:
                return None
            self._programs.append(hand)
        if hand.welcome():
            return hand
        hand.close()
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._lock:
            self._closed = True
        for hand in list(self._programs):
            hand.close()
        for pool in (self._pool, self._hiring):
            pool.shutdown(cancel_futures=True)
