"""Ctrl+Shift+P: type a few letters of what you want, press Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from leukemia_desktop.gui.commands import Command
from leukemia_desktop.gui.fuzzy import begin_words, fit

MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
MENU = Qt.ItemDataRole.UserRole + 1
KEYS = Qt.ItemDataRole.UserRole + 2


class Palette(QDialog):
    """All commands, those that fit what is typed best on top, the one of that name first; what cannot be done now is faint.

    Enter on a faint one does nothing.
    """

    def __init__(self, commands: Sequence[Command], parent: QWidget):
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = commands
        self._shown: list[Command] = []
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Type what you want to do"))
        self.line.setAccessibleName(self.tr("Search for a command"))
        self.line.textChanged.connect(self._find)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setItemDelegate(_Row(self))
        self.list.clicked.connect(lambda _: self._run())
        self._items = QStandardItemModel(self)
        self.list.setModel(self._items)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.resize(560, 420)
        self._find("")
        # a window manager does this; where none runs, the keys would go nowhere
        self.finished.connect(lambda _: parent.activateWindow())

    @property
    def found(self) -> list[str]:
        """The words of the commands that are listed, from top to bottom."""
        return [command.words for command in self._shown]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVES:
            self.list.event(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        else:
            super().keyPressEvent(event)

    def _find(self, typed: str) -> None:
        fits = [(_score(typed, each), each) for each in self._commands]
        named = " ".join(typed.split()).casefold()
        found = [
            (each.words.casefold() != named, not each.action.isEnabled(), -score if typed else 0, each)
            for score, each in fits
            if score is not None
        ]
        self._shown = [each for *_, each in sorted(found, key=lambda entry: entry[:3])]
        self._items.clear()
        native = QKeySequence.SequenceFormat.NativeText
        for command in self._shown:
            action = command.action
            item = QStandardItem(("✓ " if action.isChecked() else "") + command.words)
            item.setData(command.menu, MENU)
            item.setData(action.shortcut().toString(native), KEYS)
            item.setToolTip(action.toolTip())
            item.setEnabled(action.isEnabled())
            self._items.appendRow(item)
        if not self._shown:
            item = QStandardItem(self.tr("No command fits. Fewer letters find more."))
            item.setEnabled(False)
            self._items.appendRow(item)
        self.list.setCurrentIndex(self._items.index(0, 0))

    def _run(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._shown) and self._shown[row].action.isEnabled():
            action = self._shown[row].action
            self.accept()
            QTimer.singleShot(0, action, action.trigger)  # when the focus is back where it was


def _score(typed: str, command: Command) -> float | None:
    """Whole beginnings of words count more than letters here and there, and the words more than the menu's name."""
    both = f"{command.words} {command.menu}"
    for worth, words in ((300, command.words), (200, both)):
        if begin_words(typed, words):
            return worth + (fit(typed, words) or 0)
    alone = fit(typed, command.words)
    return fit(typed, both) if alone is None else 100 + alone


class _Row(QStyledItemDelegate):
    """Words, the menu in a fainter colour, the keys at the other end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        colours = option.palette
        group = colours.ColorGroup.Normal if option.state & QStyle.StateFlag.State_Enabled else colours.ColorGroup.Disabled
        room: QRect = option.rect.adjusted(10, 0, -10, 0)
        at = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        far = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignVCenter
        painter.save()
        painter.setFont(option.font)
        painter.setPen(colours.color(group, colours.ColorRole.Text))
        painter.drawText(room, at, words)
        # the application's own: a style sheet makes a list's half transparent, too faint to read
        painter.setPen(QGuiApplication.palette().color(group, colours.ColorRole.PlaceholderText))
        painter.drawText(room, far, index.data(KEYS))
        width = option.fontMetrics.horizontalAdvance(words) + 12
        room = (
            room.adjusted(0, 0, -width, 0)
            if option.direction == Qt.LayoutDirection.RightToLeft
            else room.adjusted(width, 0, 0, 0)
        )
        painter.drawText(room, at, index.data(MENU))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, option.fontMetrics.height() + 12)
