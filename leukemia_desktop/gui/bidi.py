"""Names, paths and measures inside a sentence that is read from the right: each keeps its own direction."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

FIRST_STRONG, END = "\u2068", "\u2069"
"""Unicode's isolates: what stands between them is laid out by itself, and moves as one word."""


def right_to_left() -> bool:
    """Whether the window is read from the right."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def isolated(text: str) -> str:
    """`text` as one word of its own direction, for the eye alone; as it is where the window is read from the left.

    Without it `2026-11-23 A-0412` becomes `A-0412 2026-11-23` in a Persian window. Not for what is copied or compared.
    """
    return f"{FIRST_STRONG}{text}{END}" if text and right_to_left() else text
