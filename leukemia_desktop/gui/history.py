"""What a person did in the window, in order: Ctrl+Z takes the last of it back, whatever it was."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

MOST = 200
"""Steps that are remembered."""


@dataclass(frozen=True)
class Step:
    """Something done, and how to take it back and do it again. One that `stands` no more is passed over.

    `stands(True)` asks whether it can be taken back now, `stands(False)` whether it can be done again.
    """

    words: str
    undo: Callable[[], object]
    redo: Callable[[], object]
    stands: Callable[[bool], bool] = lambda _: True
    merges: object = None
    """Steps one after the other with the same value, not None, become one: the letters of a search."""


class History(QObject):
    """`changed` follows every step, `told` says what was taken back (True) or done again (False)."""

    changed = Signal()
    told = Signal(str, bool)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._watched: list[_Watched] = []
        self._busy = False

    @property
    def can_undo(self) -> bool:
        return any(step.stands(True) for step in self._done)

    @property
    def can_redo(self) -> bool:
        return any(step.stands(False) for step in self._undone)

    def add(self, step: Step) -> None:
        """Something was done, now; what was taken back before cannot be done again. Ignored while undoing or redoing."""
        if self._busy:
            return
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last is not None and step.merges is not None and step.merges == last.merges:
            step = Step(step.words, last.undo, step.redo, step.stands, step.merges)
            self._done.pop()
        self._done.append(step)
        del self._done[:-MOST]
        self.changed.emit()

    def watch(self, part: "Any", signal: Any, words: Callable[[str], str], merges: tuple[str, ...] = ()) -> None:
        """Remember `part.state()` whenever `signal` tells of a change; `part.restore` shows an earlier one again.

        A state is a dict; `words` names the key that changed, and changes of a key of `merges` in a row become one step.
        """
        watched = _Watched(self, part, words, merges)
        self._watched.append(watched)
        signal.connect(watched.soon)

    def settle(self) -> None:
        """Remember at once what has changed in this turn of the event loop."""
        for watched in self._watched:
            watched.settle()

    def begin(self) -> None:
        """What is shown now is where everything begins."""
        for watched in self._watched:
            watched.catch_up()
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    def undo(self) -> None:
        """Take the last step back."""
        self._go(self._done, self._undone, back=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go(self._undone, self._done, back=False)

    def _go(self, source: list[Step], other: list[Step], *, back: bool) -> None:
        self.settle()
        while source:
            step = source.pop()
            if step.stands(back):
                self._busy = True
                try:
                    (step.undo if back else step.redo)()
                    for watched in self._watched:
                        watched.catch_up()
                finally:
                    self._busy = False
                other.append(step)
                self.told.emit(step.words, back)
                break
        self.changed.emit()


class _Watched(QObject):
    """One part of the window whose whole state is remembered; what changes in one turn of the event loop is one step."""

    def __init__(self, history: History, part: Any, words: Callable[[str], str], merges: tuple[str, ...]):
        super().__init__(history)
        self._history, self._part, self._words, self._merges = history, part, words, merges
        self._known: dict[str, Any] = part.state()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.settle)

    def soon(self) -> None:
        self._soon.start()

    def settle(self) -> None:
        """Remember a change that was not remembered yet."""
        self._soon.stop()
        before, now = self._known, self._part.state()
        self._known = now
        if which := [key for key in before | now if now.get(key) != before.get(key)]:
            alone = which[0] if len(which) == 1 else ""
            self._history.add(
                Step(
                    self._words(alone),
                    lambda: self._part.restore(before),
                    lambda: self._part.restore(now),
                    merges=(id(self), alone) if alone in self._merges else None,
                )
            )

    def catch_up(self) -> None:
        """Take what is shown now as known."""
        self._soon.stop()
        self._known = self._part.state()
