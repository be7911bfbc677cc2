"""Copies rows of the results table as tab-separated text, many of them a few at a time: the window never waits for it."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

AT_A_TIME = 12
"""Milliseconds after which the window may do something else: less than a frame."""


class RowCopy(QObject):
    """`copied` tells that the rows lie on the clipboard; what lay there before stays until then."""

    copied = Signal(int)
    ended = Signal()
    """They do, or a person wants them no more."""

    def __init__(self, parent: QObject):
        super().__init__(parent)
        self._rows: Iterator[list[str]] = iter(())
        self._lines: list[str] = []
        self._tick = QTimer(self)
        self._tick.setInterval(0)
        self._tick.timeout.connect(self._some)

    @property
    def busy(self) -> bool:
        """Rows are still being written."""
        return self._tick.isActive()

    def begin(self, headings: Iterable[str], rows: Iterable[list[str]]) -> None:
        """Copy these rows below these headings, soon if they are many; a copy that is not done yet ends."""
        self._lines, self._rows = ["\t".join(headings)], iter(rows)
        self._tick.start()
        self._some()

    def stop(self) -> None:
        """Leave the clipboard as it is."""
        self._tick.stop()
        self._rows, self._lines = iter(()), []
        self.ended.emit()

    def _some(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        for cells in self._rows:
            self._lines.append("\t".join(cells))
            if clock.elapsed() >= AT_A_TIME:
                return
        lines, rows = self._lines, len(self._lines) - 1
        self.stop()
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        self.copied.emit(rows)
