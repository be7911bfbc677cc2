"""What nobody expected: one dialog with the details, and a log file. Expected errors never come here."""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

import leukemia_desktop
from leukemia_desktop.core.settings import data_folder

LOG = logging.getLogger("leukemia_desktop")


def log_path() -> Path:
    """The log of this user."""
    return data_folder() / "log.txt"


def start_log() -> None:
    """Log to a file of at most 1 MB and one before it; without a folder to write to, the terminal has to do."""
    from logging.handlers import RotatingFileHandler  # brings half of the network library: not before the first paint

    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        LOG.addHandler(RotatingFileHandler(log_path(), maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True))
    except OSError:
        LOG.addHandler(logging.StreamHandler())
    for handler in LOG.handlers:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.setLevel(logging.INFO)
    LOG.info("Leukemia Desktop %s begins", leukemia_desktop.__version__)


class CrashReport(QObject):
    """Takes over sys.excepthook and threading.excepthook; exceptions of every thread end in one dialog at a time."""

    crashed = Signal(str)

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self._parent = parent
        self.dialog: QMessageBox | None = None
        self.copy_button: QPushButton | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self.crashed.connect(self._show)

    def install(self) -> None:
        """From now on."""
        sys.excepthook = self.take
        threading.excepthook = lambda args: self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def uninstall(self) -> None:
        """As it was before."""
        sys.excepthook, threading.excepthook = self._before

    def take(self, kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
        """Log, and show it in the window's own thread."""
        details = "".join(traceback.format_exception(kind, error, where))
        if not LOG.handlers:  # it came before the window was ready
            start_log()
        LOG.error("%s", details)
        self.crashed.emit(details)

    def _show(self, details: str) -> None:
        if self.dialog is not None:  # a second one would hide the first, which is the cause more often
            return
        box = QMessageBox(QMessageBox.Icon.Critical, self.tr("Something went wrong"), "", parent=self._parent)
        box.setText(self.tr("The program met an error that it does not know. Results so far are kept in the ledger."))
        box.setInformativeText(self.tr("The details are in %s") % log_path())
        box.setDetailedText(f"Leukemia Desktop {leukemia_desktop.__version__}, Python {sys.version}\n\n{details}")
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_button = box.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        self.copy_button.clicked.disconnect()  # which would close the box
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(box.detailedText()))
        # Qt knows none by itself among these buttons, and without one neither Esc nor the frame's cross closes the box
        box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Ok))
        box.finished.connect(self._forget)
        self.dialog = box
        box.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
