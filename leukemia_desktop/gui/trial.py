"""One go of the window without a person: it opens, a slide is analysed in it, it closes. For `leukemia-desktop check`."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.theme import Theme

PACE = 20
"""Milliseconds between two looks."""


def try_window(slide: Path, *, limit: float = 300.0) -> int:
    """Analyse the slide folder in a window and close it; how many fields have an outcome.

    Raises TimeoutError, with what did not come, when a step takes longer than `limit` seconds.
    """
    application = QApplication.instance() or QApplication(["leukemia-desktop"])
    assert isinstance(application, QApplication)
    window = MainWindow(Settings(), Theme("light"))
    try:
        window.open([slide])
        window.show()
        _wait(lambda: window.rooms is not None, "the panels", limit)
        _wait(lambda: bool(window.session.slides), "the fields of the slide", limit)
        opened = window.session.slides[0]
        _wait(window.orders["analyse"].isEnabled, "the model", limit)
        window.orders["analyse"].trigger()
        rooms = window.rooms
        assert rooms is not None
        _wait(lambda: opened.done and rooms.run.state == "idle", "every outcome", limit)
        return len(opened.outcomes)
    finally:
        window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop comes after this one


def _wait(there: Callable[[], bool], what: str, limit: float) -> None:
    """Let the window live until `there`."""
    loop = QEventLoop()
    look, end = QTimer(interval=PACE), QTimer(singleShot=True, interval=int(1000 * limit))
    look.timeout.connect(lambda: loop.quit() if there() else None)
    end.timeout.connect(loop.quit)
    look.start()
    end.start()
    loop.exec()
    if not there():
        raise TimeoutError(f"{what} did not come within {limit:g} s")
