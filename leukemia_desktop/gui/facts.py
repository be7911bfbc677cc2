"""Rows of a name and a value, the plainest part of a panel."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget


class Linked(str):
    """A value in rich text whose links a person can follow by mouse and keyboard; `hint` says more of it."""

    hint: str

    def __new__(cls, words: str, hint: str = "") -> "Linked":
        linked = super().__new__(cls, words)
        linked.hint = hint
        return linked


class Facts(QWidget):
    """Names on the left in the secondary colour, values on the right; a value can be selected and copied.

    `followed` carries where a link of a Linked value leads.
    """

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these names and values."""
        while len(self._rows) < len(rows):
            name, value = QLabel(self), QLabel(self)
            name.setObjectName("caption")
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            value.setAlignment(self._far_side() | Qt.AlignmentFlag.AlignTop)
            value.setWordWrap(True)
            value.linkActivated.connect(self.followed)
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            at = len(self._rows)
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(value, at, 1)
            self._rows.append((name, value))
        for number, (name, value) in enumerate(self._rows):
            shown = number < len(rows)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                name.setText(rows[number][0])
                words, flags = rows[number][1], Qt.TextInteractionFlag
                linked = isinstance(words, Linked)
                value.setTextFormat(Qt.TextFormat.RichText if linked else Qt.TextFormat.PlainText)
                value.setTextInteractionFlags(
                    flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard if linked else flags.TextSelectableByMouse
                )
                value.setText(words)
                value.setToolTip(words.hint if isinstance(words, Linked) else "")

    def _far_side(self) -> Qt.AlignmentFlag:
        """Where the values end; a label by itself would take the side from what stands in it, a number or a word."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignAbsolute


def rule(parent: QWidget) -> QFrame:
    """A thin line across a panel."""
    line = QFrame(parent)
    line.setObjectName("rule")
    return line
