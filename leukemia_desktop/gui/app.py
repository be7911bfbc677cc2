"""The application: settings, theme, what happens to unexpected errors, the main window."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

import leukemia_desktop
from leukemia_desktop.core.settings import BadSettings, Settings
from leukemia_desktop.gui import crash
from leukemia_desktop.gui.language import speak
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.theme import Theme, content_font


def run(folders: Sequence[Path]) -> int:
    """Open the window on these slide folders and return the exit code once it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("leukemia-desktop")
    application.setApplicationDisplayName("Leukemia Desktop")
    application.setApplicationVersion(leukemia_desktop.__version__)
    application.setStyle("Fusion")
    # the window's thread waits this long at most for each of the worker threads before it may go on
    sys.setswitchinterval(0.001)
    with _closing_on_request():
        return _show(application, folders)


def _show(application: QApplication, folders: Sequence[Path]) -> int:
    complaint = ""
    try:
        settings = Settings.read()
    except BadSettings as error:
        settings, complaint = Settings(), str(error)
    speak(application, settings.language)
    application.setFont(content_font(application.font()))
    theme = Theme(settings.theme)
    window = MainWindow(settings, theme)
    report = crash.CrashReport(window)
    report.install()
    window.ready.connect(crash.start_log)
    words = [f"{complaint}\n" + _say("The defaults are used until the file is mended.")] if complaint else []
    if window.keeper.complaint:
        words.append(_say("The last session cannot be read and is not opened again: %s") % window.keeper.complaint)
    if words:
        window.notice.say("\n".join(words))
    if folders:
        window.open([Path(folder) for folder in folders])
    else:
        window.restore()
    window.show()
    try:
        return application.exec()
    finally:
        report.uninstall()


@contextmanager
def _closing_on_request() -> Iterator[None]:
    """Ctrl+C in the terminal, or a system that ends its programs, closes the window; asked twice, the program ends at once.

    Python's own way, an exception wherever the program is, may come while Qt goes through its widgets and calls back: that
    ends in a segmentation fault.
    """

    def close(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        QTimer.singleShot(0, QApplication.closeAllWindows)

    before = [(number, signal.signal(number, close)) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler or signal.SIG_DFL)


def _say(text: str) -> str:
    return QCoreApplication.translate("app", text)
