"""Small pictures of fields, made in the background: what is on the screen first, the newest wish wins."""

from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from leukemia_desktop.gui.latest_only import LatestOnly, Overtaken
from leukemia_desktop.gui.thumbnail_cache import ThumbnailCache

if TYPE_CHECKING:  # the core loads in the worker, after the first paint
    from leukemia_desktop.core.image import Image

WIDTH, HEIGHT = 96, 66
RATIO = 2
"""Pixels per point that thumbnails are made for."""
KEPT = 1500
OUTSTANDING = 300
"""Wishes remembered; whoever scrolls past more than that has seen enough of them."""


class Thumbnails(QObject):
    """Ask for a picture while painting; `made` tells the path of each that is ready. `close_down` before it goes."""

    made = Signal(Path)

    def __init__(self, max_megapixels: float, parent: QObject | None = None):
        super().__init__(parent)
        self._pictures: OrderedDict[Path, QPixmap | None] = OrderedDict()
        self._wanted: dict[Path, None] = {}
        self._asked: dict[Path, None] = {}
        self._worker = LatestOnly(lambda paths, overtaken: _make(paths, overtaken, max_megapixels), self)
        self._worker.answered.connect(self._take)
        # everything that one repaint asks for becomes one request
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def get(self, path: Path) -> QPixmap | None:
        """The picture, or None while there is none (yet)."""
        if path in self._pictures:
            self._pictures.move_to_end(path)
            return self._pictures[path]
        self._wanted[path] = None
        self._soon.start()
        return None

    def unreadable(self, path: Path) -> bool:
        """True when the file gives no picture."""
        return path in self._pictures and self._pictures[path] is None

    def close_down(self) -> None:
        """End the worker and wait for it."""
        self._soon.stop()
        self._worker.close_down()

    def _ask(self) -> None:
        """The newest wishes first; those before them, which a new request would drop, come after."""
        if self._wanted:
            before = [path for path in self._asked if path not in self._wanted]
            self._asked = dict.fromkeys([*self._wanted, *before][:OUTSTANDING])
            self._wanted.clear()
            self._worker.ask(tuple(self._asked))

    def _take(self, answer: tuple[Path, QImage | None]) -> None:
        path, image = answer
        self._asked.pop(path, None)
        picture = None
        if image is not None:
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(RATIO)
        self._pictures[path] = picture
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        self.made.emit(path)


def _make(paths: tuple[Path, ...], overtaken: Overtaken, max_megapixels: float) -> Iterator[tuple[Path, QImage | None]]:
    from leukemia_desktop.core.image import UnreadableImage, decode, read_bytes

    cache = ThumbnailCache()
    for path in paths:
        if overtaken():
            return
        try:
            data = read_bytes(path)
            yield path, cache.picture(data, lambda data=data: thumbnail(decode(data, max_megapixels=max_megapixels).image))
        except UnreadableImage:
            yield path, None


def thumbnail(pixels: "Image") -> QImage:
    """The middle of a field at WIDTH x HEIGHT points."""
    from leukemia_desktop.core.pyramid import pyramid

    small = pyramid(pixels, smallest=4 * WIDTH)[-1]
    height, width = small.shape[:2]
    whole = QImage(small.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    size = (WIDTH * RATIO, HEIGHT * RATIO)
    scaled = whole.scaled(*size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation)
    left, top = (scaled.width() - size[0]) // 2, (scaled.height() - size[1]) // 2
    return scaled.copy(left, top, *size)
