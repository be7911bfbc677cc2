"""Thumbnails on disk, by content: a slide that was moved or renamed has them all the same."""

import hashlib
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from leukemia_desktop.core.files import UnwritableFile, replace_file
from leukemia_desktop.core.settings import APP

FROM_BYTES = 512 * 1024
"""A smaller file is decoded about as fast as a kept picture is read, so nothing of it is kept."""
MOST = 20_000
"""Pictures kept; the ones not used for longest go first."""
VERSION = "1"
"""Raised when thumbnails are made in another way."""


def cache_folder() -> Path:
    """Where pictures are kept that can be made again."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False)) / "thumbnails"


def forget_all(folder: Path | None = None) -> bool:
    """Delete every picture that is kept; False where some could not be."""
    folder = folder or cache_folder()
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


class ThumbnailCache:
    """For one worker thread. Nothing of it ever fails: what cannot be read or written is made anew."""

    def __init__(self, folder: Path | None = None, *, most: int = MOST) -> None:
        self.folder, self._most = folder or cache_folder(), most
        self._count = -1

    def picture(self, data: bytes, make: Callable[[], QImage]) -> QImage:
        """The picture kept for a file of this content, or the one that `make` gives, which is kept then."""
        if len(data) < FROM_BYTES:
            return make()
        path = self._path(data)
        kept = QImage()
        with suppress(OSError):
            if kept.loadFromData(QByteArray(path.read_bytes())):
                path.touch()
                return kept
        made = make()
        self._keep(path, made)
        return made

    def _path(self, data: bytes) -> Path:
        name = hashlib.sha256(VERSION.encode() + b"\0" + hashlib.sha256(data).digest()).hexdigest()[:40]
        return self.folder / name[:2] / f"{name}.png"

    def _keep(self, path: Path, picture: QImage) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not picture.save(buffer, "PNG"):
            return
        data = bytes(buffer.data().data())
        with suppress(OSError, UnwritableFile):
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, lambda stream: stream.write(data) and None)
            self._count += 1
            if self._count == 0 or self._count > self._most:
                self._forget_oldest()

    def _forget_oldest(self) -> None:
        files = sorted(self.folder.glob("*/*.png"), key=lambda each: each.stat().st_mtime_ns)
        for path in files[: max(0, len(files) - self._most)]:
            path.unlink(missing_ok=True)
        self._count = min(len(files), self._most)
