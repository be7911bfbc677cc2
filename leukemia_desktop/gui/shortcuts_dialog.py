"""Ctrl+F1: every command with its keys, which can be changed here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from leukemia_desktop.gui.commands import Command
from leukemia_desktop.gui.fuzzy import fit
from leukemia_desktop.gui.keys import Keys, words_of_keys
from leukemia_desktop.gui.screen_room import resize_within


class ShortcutsDialog(QDialog):
    """Choose a command, press its new keys: they hold at once, or one sentence says why they cannot."""

    def __init__(self, commands: Sequence[Command], keys: Keys, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keys = keys
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search commands or keys"))
        self.search.setAccessibleName(self.tr("Search commands or keys"))
        self.search.textChanged.connect(self._find)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.setObjectName("roomy")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys"), self.tr("Menu")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._commands: dict[int, Command] = dict(enumerate(commands))
        for number, command in self._commands.items():
            item = QTreeWidgetItem([command.words, words_of_keys(command.action), command.menu])
            item.setData(0, Qt.ItemDataRole.UserRole, number)
            self.list.addTopLevelItem(item)
        self.list.currentItemChanged.connect(lambda *_: self._choose())
        self.edit = QKeySequenceEdit(self)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(self.tr("New keys"))
        self.edit.editingFinished.connect(self._give)
        self.remove_button = QPushButton(self.tr("No keys"), self)
        self.remove_button.clicked.connect(lambda: self._tell(self._keys.give(self._chosen().action, [])))
        self.back_button = QPushButton(self.tr("As it came"), self)
        self.back_button.clicked.connect(lambda: self._tell(self._keys.give_back(self._chosen().action)))
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setObjectName("caption")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.all_back_button = buttons.addButton(self.tr("Restore all"), QDialogButtonBox.ButtonRole.ResetRole)
        self.all_back_button.clicked.connect(self._give_all_back)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):  # Enter ends the keys, not the dialog
                button.setAutoDefault(False)
        for button in (self.remove_button, self.back_button):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("Press new keys:"), self))
        for part in (self.edit, self.remove_button, self.back_button):
            row.addWidget(part, 1 if part is self.edit else 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.setSpacing(8)
        for part in (self.search, self.list):
            whole.addWidget(part)
        whole.addLayout(row)
        whole.addWidget(self.message)
        whole.addWidget(buttons)
        resize_within(self, 640, 620)
        self.list.setCurrentItem(self.list.topLevelItem(0))

    def choose(self, words: str) -> None:
        """Choose the command with these words."""
        self.list.setCurrentItem(self.list.findItems(words, Qt.MatchFlag.MatchExactly)[0])

    def keys_of(self, words: str) -> str:
        """The keys that are listed for a command."""
        return self.list.findItems(words, Qt.MatchFlag.MatchExactly)[0].text(1)

    def _chosen(self) -> Command:
        return self._commands[self.list.currentItem().data(0, Qt.ItemDataRole.UserRole)]

    def _choose(self) -> None:
        self.edit.blockSignals(True)
        self.edit.setKeySequence(self._chosen().action.shortcut())
        self.edit.blockSignals(False)
        self.message.clear()

    def _give(self) -> None:
        keys = self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if keys and QKeySequence(keys) not in self._chosen().action.shortcuts():
            self._tell(self._keys.give(self._chosen().action, [keys]))

    def _give_all_back(self) -> None:
        self._keys.give_all_back()
        self._tell("")

    def _tell(self, refusal: str) -> None:
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            item.setText(1, words_of_keys(self._commands[item.data(0, Qt.ItemDataRole.UserRole)].action))
        self._choose()
        self.message.setText(refusal)

    def _find(self, typed: str) -> None:
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            item.setHidden(bool(typed) and fit(typed, f"{item.text(0)} {item.text(1)}") is None)
        seen = [item for at in range(self.list.topLevelItemCount()) if not (item := self.list.topLevelItem(at)).isHidden()]
        if seen and self.list.currentItem().isHidden():  # new keys must not go to a command that is not there to be seen
            self.list.setCurrentItem(seen[0])
