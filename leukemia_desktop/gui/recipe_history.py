"""Undo and redo for the recipe."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from leukemia_desktop.core.recipe import Recipe


class RecipeEdit(QUndoCommand):
    """From one recipe to another. Edits in a row with the same `key` (one drag of one slider) become one."""

    def __init__(self, words: str, before: Recipe, after: Recipe, show: Callable[[Recipe], None], key: object = None):
        super().__init__(words)
        self._before, self._after, self._show, self._key = before, after, show, key

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)

    def id(self) -> int:
        return -1 if self._key is None else 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, RecipeEdit) or other._key != self._key:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True
