"""F1: every action that has a key."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from leukemia_desktop.gui.facts import Facts


class ShortcutsDialog(QDialog):
    """Two columns of words and keys, read from the actions themselves."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        native = QKeySequence.SequenceFormat.NativeText
        keyed = [(a.text(), "  or  ".join(k.toString(native) for k in a.shortcuts())) for a in actions if a.shortcuts()]
        half = (len(keyed) + 1) // 2
        columns = QHBoxLayout()
        columns.setSpacing(32)
        for part in (keyed[:half], keyed[half:]):
            facts = Facts(self)
            facts.set_rows(part)
            facts.setMinimumWidth(360)
            columns.addWidget(facts, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 12)
        whole.setSpacing(16)
        whole.addLayout(columns)
        whole.addWidget(buttons)
