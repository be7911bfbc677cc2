"""How large a window of its own may open: a small screen has room for its frame, too."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = 80
"""Points that a frame, its title and a task bar may take."""


def resize_within(window: QWidget, width: int, height: int) -> None:
    """Give `window` this size, or less where its screen is smaller."""
    room = window.screen().availableSize() - QSize(0, FRAME)
    window.resize(QSize(width, height).boundedTo(room))
