"""A worker thread that answers every request, in order."""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal


class InOrder(QThread):
    """Runs `work(request)` for one request after the other and emits what it returns.

    The thread starts with the first request. `close_down` must be called before the object goes.
    """

    answered = Signal(object)

    def __init__(self, work: Callable[[Any], Any], parent: QObject | None = None):
        super().__init__(parent)
        self._work = work
        self._change = threading.Condition()
        self._waiting: deque[Any] = deque()
        self._closing = False

    def ask(self, request: Any) -> None:
        """Take `request` behind those that wait; never blocks. After close_down it does nothing."""
        with self._change:
            if self._closing:
                return
            self._waiting.append(request)
            self._change.notify()
        if not self.isRunning():
            self.start()

    def run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._waiting or self._closing)
                if not self._waiting:
                    return
                request = self._waiting.popleft()
            self.answered.emit(self._work(request))

    def close_down(self, *, finish: bool = False) -> None:
        """End the thread after the piece of work in hand, or with `finish` after all that waits, and wait for it."""
        with self._change:
            self._closing = True
            if not finish:
                self._waiting.clear()
            self._change.notify()
        self.wait()
