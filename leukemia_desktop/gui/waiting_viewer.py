"""What stands in the viewer's place until the viewer is loaded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class WaitingViewer(QWidget):
    """Looks like an empty viewer, and says that a field is coming where one is."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setObjectName("viewer_waiting")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.headline, self.words = QLabel(self), QLabel(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.setSpacing(8)
        rows.addStretch(1)
        for label, name in ((self.headline, "headline"), (self.words, "words")):
            label.setObjectName(name)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)  # or its one line would take the panels' room in a narrow window
            rows.addWidget(label)
        rows.addStretch(1)
        self.set_coming(False)

    def set_coming(self, coming: bool) -> None:
        """Whether fields are being opened, or are open and wait for the viewer."""
        self.headline.setText(self.tr("Loading …") if coming else self.tr("No field open"))
        self.words.setText("" if coming else self.tr("Drop a slide folder here, or open one: Ctrl+Shift+O"))
