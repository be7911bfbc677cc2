"""Everything that a person can ask the window for, gathered from its menus."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar


@dataclass(frozen=True)
class Command:
    """An action with its words, without marks for keys, and the menu in which it stands: `View › Theme`."""

    action: QAction
    words: str
    menu: str


def commands(bar: QMenuBar | QMenu, menu: str = "") -> Iterator[Command]:
    """Every action of the menus, each once, from top to bottom."""
    seen: set[int] = set()
    for command in _walk(bar, menu):
        if id(command.action) not in seen:
            seen.add(id(command.action))
            yield command


def name_of(action: QAction) -> str:
    """What tells an action from all others, also in the next start."""
    return action.objectName() or action.text()


def _walk(bar: QMenuBar | QMenu, menu: str) -> Iterator[Command]:
    for action in bar.actions():
        words = action.text().replace("&", "").removesuffix("…")
        below = action.menu()
        if isinstance(below, QMenu) and below.property("passing"):
            continue  # what comes and goes has no name that keys could be given to
        if isinstance(below, QMenu):
            yield from _walk(below, f"{menu} › {words}" if menu else words)
        elif words:
            yield Command(action, words, menu)
