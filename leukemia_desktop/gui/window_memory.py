"""What the window showed, its keys, which folders it used. What is open: gui.workspace; what changes results: core."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from leukemia_desktop.core.settings import data_folder

LAYOUT = 2
"""Raised when the first four docks change, so that an older saved layout is not applied to them."""


class WindowMemory:
    """One small INI file in the user's data folder; without it the window opens as at the first start."""

    def __init__(self) -> None:
        self._first = QSize()
        self._kept = QSettings(str(data_folder() / "window.ini"), QSettings.Format.IniFormat)

    def first_size(self, window: QMainWindow) -> None:
        """The size of the first start, fit for the screen."""
        room = QGuiApplication.primaryScreen().availableSize()
        self._first = QSize(min(1600, room.width()), min(1000, room.height()))
        window.resize(self._first)

    def fit_frame(self, window: QMainWindow) -> None:
        """Keep the frame on the screen too, once it is known, or the last line of the window would lie below the edge."""
        over = window.frameGeometry().size() - window.screen().availableSize()
        if window.size() == self._first and (over.width() > 0 or over.height() > 0):
            window.resize(self._first - over.expandedTo(QSize(0, 0)))
            window.move(window.screen().availableGeometry().topLeft())

    def shows(self, what: str, default: bool) -> bool:
        """Whether `what` was shown last."""
        return str(self._kept.value(f"shows/{what}", default)).lower() == "true"

    def keep_shows(self, what: str, on: bool) -> None:
        self._kept.setValue(f"shows/{what}", on)

    def keys(self, action: str) -> list[str] | None:
        """The keys that a person gave this action; None where it has those it came with."""
        kept = self._kept.value(f"keys/{action}")
        return None if kept is None else [key for key in str(kept).split("\n") if key]

    def keep_keys(self, action: str, keys: Sequence[str] | None) -> None:
        """None forgets them."""
        if keys is None:
            self._kept.remove(f"keys/{action}")
        else:
            self._kept.setValue(f"keys/{action}", "\n".join(keys))

    def place(self, what: str) -> Path:
        """The folder used last for `what`, or the home folder."""
        folder = Path(str(self._kept.value(f"places/{what}", "")))
        return folder if folder.is_absolute() and folder.is_dir() else Path.home()

    def folder(self, what: str) -> Path | None:
        """The folder that was chosen for `what`, there or not; None before one was."""
        kept = str(self._kept.value(f"places/{what}", ""))
        return Path(kept) if kept and Path(kept).is_absolute() else None

    def keep_place(self, what: str, folder: Path) -> None:
        self._kept.setValue(f"places/{what}", str(folder))

    def recent(self) -> list[Path]:
        """The slide folders that were opened last, the latest first; whether they are still there is not asked."""
        kept = str(self._kept.value("recent/slides", ""))
        return [Path(line) for line in kept.split("\n") if line and Path(line).is_absolute()]

    def keep_recent(self, folders: Sequence[Path]) -> None:
        self._kept.setValue("recent/slides", "\n".join(str(folder) for folder in folders))
