"""A headline and a few words in the middle of an empty place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget


class MessagePage(QWidget):
    """Words that can be selected and that never make the window wider."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.headline, self.message = QLabel(self), QLabel(self)
        self.headline.setObjectName("headline")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        for label in (self.headline, self.message):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            # one long word must not make the window wider
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addStretch(1)

    def say(self, headline: str, message: str, *, failed: bool = False) -> None:
        """Show these words; `failed` in the colour of failures."""
        self.headline.setText(headline)
        self.message.setText(message)
        self.headline.setProperty("failed", failed)
        self.headline.style().polish(self.headline)
