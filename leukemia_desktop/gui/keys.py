"""The keys of every command: those it came with, or those a person gave it, remembered for the next start."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from leukemia_desktop.gui.commands import Command, name_of
from leukemia_desktop.gui.window_memory import WindowMemory

HELD = ("Tab", "Shift+Tab", "Return", "Enter", "Space", "Esc", "Up", "Down", "Left", "Right", "Del", "Backspace")
"""Keys that every list, button and panel needs."""
HELD_WITHIN = ("Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Alt+Up", "Alt+Down")
"""Keys that mean something of their own inside lines, tables and panels."""
_PORTABLE, _NATIVE = QKeySequence.SequenceFormat.PortableText, QKeySequence.SequenceFormat.NativeText


class Keys:
    """Give it every command once; it puts on the keys that are remembered for it."""

    def __init__(self, memory: WindowMemory):
        self._memory = memory
        self._commands: list[Command] = []
        self._first: dict[str, list[QKeySequence]] = {}

    def take(self, commands: Iterable[Command]) -> None:
        """Know these commands too; those known already stay as they are."""
        for command in commands:
            name = name_of(command.action)
            if name in self._first:
                continue
            self._commands.append(command)
            self._first[name] = command.action.shortcuts()
            kept = self._memory.keys(name)
            if kept is not None and not self.refusal(command.action, kept):
                _put_on(command.action, [QKeySequence(key) for key in kept])

    def give(self, action: QAction, keys: Sequence[str]) -> str:
        """Give an action these keys and remember them. One sentence that says why not, or "" when it has them."""
        refusal = self.refusal(action, keys)
        if not refusal:
            _put_on(action, [QKeySequence(key) for key in keys])
            came_with = [key.toString(_PORTABLE) for key in self._first.get(name_of(action), [])]
            self._memory.keep_keys(name_of(action), None if list(keys) == came_with else keys)
        return refusal

    def give_back(self, action: QAction) -> str:
        """The keys it came with; a sentence where another action has one of them now."""
        return self.give(action, [key.toString(_PORTABLE) for key in self._first.get(name_of(action), [])])

    def give_all_back(self) -> None:
        """Every action as it came."""
        for command in self._commands:
            _put_on(command.action, self._first[name_of(command.action)])
            self._memory.keep_keys(name_of(command.action), None)

    def refusal(self, action: QAction, keys: Sequence[str]) -> str:
        """Why `action` cannot have these keys; empty when it can."""
        for key in keys:
            wanted = QKeySequence(key)
            words, portable = wanted.toString(_NATIVE), wanted.toString(_PORTABLE)
            if not portable:
                return _say("This is not a key that the program knows.")
            if portable in HELD:
                return _say("%s is needed to move and choose in lists and panels.") % words
            if portable in HELD_WITHIN and portable not in self._came_with(action):
                return _say("%s has a meaning of its own in text, tables and panels.") % words
            for other in self._commands:
                if other.action is not action and wanted in other.action.shortcuts():
                    return _say("{keys} belongs to “{command}”. Give that another key first.").format(
                        keys=words, command=other.words
                    )
        return ""

    def _came_with(self, action: QAction) -> list[str]:
        return [key.toString(_PORTABLE) for key in self._first.get(name_of(action), [])]


def words_of_keys(action: QAction) -> str:
    """`PgDown  or  D`."""
    between = "  " + _say("or") + "  "
    return between.join(key.toString(_NATIVE) for key in action.shortcuts())


def _put_on(action: QAction, keys: list[QKeySequence]) -> None:
    action.setShortcuts(keys)
    hint = action.property("hint")
    if hint:
        words = action.shortcut().toString(_NATIVE)
        action.setToolTip(f"{hint} ({words})" if words else hint)


def _say(text: str) -> str:
    return QCoreApplication.translate("keys", text)
