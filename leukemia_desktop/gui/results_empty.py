"""What stands in the place of the results table while it has no row to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class EmptyResults(QLabel):
    """Says why there is no row, and what to do or to wait for."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setObjectName("caption")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self._state: str | None = None
        self._hidden = False

    def set_state(self, state: str | None) -> None:
        """What is being done with the slide, see session.Slide; None where none is open."""
        self._state = state
        self._say()

    def set_hidden_rows(self, hidden: bool) -> None:
        """Whether there are rows that filters or the search hide."""
        self._hidden = hidden
        self._say()

    def _say(self) -> None:
        said = {
            None: self.tr("No results yet. Open a slide folder: Ctrl+Shift+O"),
            "queued": self.tr("This slide waits for those before it. Its fields appear here as they are finished."),
            "running": self.tr("The slide is being analysed. Its fields appear here as they are finished."),
            "paused": self.tr("The run is paused. Fields appear here when it goes on."),
        }
        nothing = said.get(self._state, self.tr("No results yet. Analyse this slide: F5"))
        words = self.tr("No row fits the filters and the search.") if self._hidden else nothing
        if words != self.text():
            self.setText(words)
