"""A worker thread that runs the newest request only."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

Overtaken = Callable[..., bool]
"""overtaken(wait=0.0): True when a newer request waits, or when one comes within `wait` seconds."""


class LatestOnly(QThread):
    """Runs `work(request, overtaken)`, a generator, and emits what it yields; requests that were overtaken never begin.

    The thread starts with the first request. `close_down` must be called before the object goes.
    """

    answered = Signal(object)

    def __init__(self, work: Callable[[Any, Overtaken], Iterator[Any]], parent: QObject | None = None):
        super().__init__(parent)
        self._work = work
        self._change = threading.Condition()
        self._next: Any = None
        self._closing = False

    def ask(self, request: Any) -> None:
        """Take `request` (not None) in place of one that waits; never blocks. After close_down it does nothing."""
        with self._change:
            if self._closing:
                return
            self._next = request
            self._change.notify()
        if not self.isRunning():
            self.start()

    def forget(self) -> None:
        """Drop a request that has not begun."""
        with self._change:
            self._next = None

    def overtaken(self, wait: float = 0.0) -> bool:
        """See Overtaken; also True when the thread is to end."""
        with self._change:
            return self._change.wait_for(lambda: self._next is not None or self._closing, timeout=wait)

    def run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._next is not None or self._closing)
                if self._closing:
                    return
                request, self._next = self._next, None
            for answer in self._work(request, self.overtaken):
                self.answered.emit(answer)

    def close_down(self) -> None:
        """End the thread after the piece of work in hand and wait for it."""
        with self._change:
            self._closing = True
            self._change.notify()
        self.wait()
