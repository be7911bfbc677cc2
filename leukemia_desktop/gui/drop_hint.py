"""What will happen when what hangs at the mouse is let go: said over the window while it is being dragged."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from leukemia_desktop.gui.bidi import isolated
from leukemia_desktop.gui.chip import shortened
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.questions import PATTERNS

ENDINGS = frozenset(pattern.removeprefix("*") for pattern in PATTERNS.split())
FRAME = 12


def carried(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropHint(QWidget):
    """Lies over all of `window` while files and folders hang at the mouse; `dropped` carries them when they are let go."""

    dropped = Signal(list)

    def __init__(self, window: QWidget):
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look = Look()
        self.headline = self.words = ""
        self.hide()

    def set_theme(self, look: Look) -> None:
        self._look = look
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            if paths := carried(event.mimeData()):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.hide()
                    self.dropped.emit(paths)
                else:
                    self.say(paths)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        return super().eventFilter(watched, event)

    def say(self, paths: Sequence[Path]) -> None:
        """Show what becomes of these when they are let go."""
        fields = [path for path in paths if path.suffix.lower() in ENDINGS]
        folders = [path for path in paths if path not in fields and path.is_dir()]
        self.words = self.tr("Nothing is analysed before you press Analyse. Your files are only read.")
        if folders and fields:
            self.headline = self.tr("Drop to open slide folders and fields")
        elif len(folders) == 1:
            self.headline = self.tr("Drop to open the slide %s") % isolated(shortened(folders[0].name))
        elif folders:
            self.headline = self.tr("Drop to open %n slides", "", len(folders))
        elif fields:
            self.headline = self.tr("Drop to open %n fields", "", len(fields))
        else:
            self.headline = self.tr("Neither a slide folder nor an image")
            self.words = self.tr("Images are JPEG, PNG, TIFF, BMP and WebP.")
        self.setGeometry(self.parentWidget().rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self._look.panel)
        ground.setAlphaF(0.92)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(self._look.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(FRAME, FRAME, -FRAME, -FRAME), 6, 6)
        middle = self.height() / 2
        for text, size, colour, top in (
            (self.headline, 20, self._look.text, middle - 32),
            (self.words, 13, self._look.secondary, middle + 4),
        ):
            font = self.font()
            font.setPixelSize(size)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            place = QRectF(2 * FRAME, top, self.width() - 4 * FRAME, 28)
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
