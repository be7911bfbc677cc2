"""A soft edge where a page goes on below: a line of words that is cut in half looks like a fault."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from leukemia_desktop.gui.look import Look

HEIGHT = 28


class ScrollEdge(QWidget):
    """Lies over the lower end of a scroll area while there is more of the page below; the mouse goes through it."""

    def __init__(self, scroll: QScrollArea):
        super().__init__(scroll)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._scroll, self._colour = scroll, QColor(Qt.GlobalColor.transparent)
        bar = scroll.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self._follow())
        bar.rangeChanged.connect(lambda *_: self._follow())
        scroll.viewport().installEventFilter(self)
        self._follow()

    def set_look(self, look: Look) -> None:
        """Take the colour of the panel."""
        self._colour = QColor(look.panel)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        clear = QColor(self._colour)
        clear.setAlpha(0)
        shade = QLinearGradient(0, 0, 0, self.height())
        shade.setColorAt(0, clear)
        shade.setColorAt(0.8, self._colour)
        painter = QPainter(self)
        painter.fillRect(self.rect(), shade)
        painter.end()

    def _follow(self) -> None:
        bar, place = self._scroll.verticalScrollBar(), self._scroll.viewport().geometry()
        self.setGeometry(place.left(), place.bottom() + 1 - HEIGHT, place.width(), HEIGHT)
        self.setVisible(bar.value() < bar.maximum())
        self.raise_()
