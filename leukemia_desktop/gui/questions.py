"""What the window asks a person: which folder, which files, where to, and whether to stop."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

import leukemia_desktop
from leukemia_desktop.gui.core_words import research_use
from leukemia_desktop.gui.window_memory import WindowMemory

if TYPE_CHECKING:
    from leukemia_desktop.gui.export_dialog import ExportDialog

PATTERNS = "*.jpg *.jpeg *.jpe *.png *.tif *.tiff *.bmp *.webp"


def ask_folder(parent: QWidget, memory: WindowMemory) -> list[Path]:
    """A slide folder, or nothing."""
    folder = QFileDialog.getExistingDirectory(parent, _say("Open a slide folder"), str(memory.place("slides")))
    if not folder:
        return []
    memory.keep_place("slides", Path(folder).parent)
    return [Path(folder)]


def ask_files(parent: QWidget, memory: WindowMemory) -> list[Path]:
    """Single image files, or nothing."""
    kinds = f"{_say('Fields')} ({PATTERNS} {PATTERNS.upper()})"
    files, _ = QFileDialog.getOpenFileNames(parent, _say("Open fields"), str(memory.place("slides")), kinds)
    if files:
        memory.keep_place("slides", Path(files[0]).parent)
    return [Path(file) for file in files]


def ask_report(parent: QWidget, memory: WindowMemory, name: str) -> "ExportDialog":
    """Where a report of `name` goes and in which formats, all of those on the core's shelf; it is open."""
    from leukemia_desktop.gui.export import formats
    from leukemia_desktop.gui.export_dialog import ExportDialog

    plain = "".join(c if c.isalnum() or c in " -_." else "_" for c in name).strip() or "results"
    dialog = ExportDialog(_say("Export results"), plain, formats(), memory, parent)
    dialog.open()
    return dialog


def ask_model(parent: QWidget, memory: WindowMemory, *, folder: bool) -> Path | None:
    """A model folder, or a zip of one; or None."""
    start, title = str(memory.place("models")), _say("Add a model")
    if folder:
        given = QFileDialog.getExistingDirectory(parent, title, start)
    else:
        given, _ = QFileDialog.getOpenFileName(parent, title, start, f"{_say('Model')} (*.zip)")
    if not given:
        return None
    memory.keep_place("models", Path(given).parent)
    return Path(given)


class StopQuestion(QMessageBox):
    """Asks without holding anything up: the run goes on until `agreed`."""

    agreed = Signal()

    def __init__(self, parent: QWidget):
        super().__init__(QMessageBox.Icon.NoIcon, "", "", parent=parent)
        self.setWindowTitle(self.tr("Stop the analysis?"))
        self.setText(self.tr("Stop the analysis?"))
        self.setInformativeText(self.tr("Results so far are kept; analysing again goes on where this run stopped."))
        self.stop_button = self.addButton(self.tr("Stop"), QMessageBox.ButtonRole.AcceptRole)
        self.go_on_button = self.addButton(self.tr("Go on"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.go_on_button)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.stop_button.clicked.connect(self.agreed)


def show_about(parent: QWidget) -> None:
    """Name, version, what the program is for and what it is not."""
    words = f"Leukemia Desktop {leukemia_desktop.__version__}\n\n{research_use()}"
    box = QMessageBox(QMessageBox.Icon.NoIcon, _say("About"), words, parent=parent)
    box.setInformativeText(
        _say("The program pre-classifies fields; a morphologist decides. Subtype is confirmed by immunophenotyping.")
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _say(text: str) -> str:
    return QCoreApplication.translate("questions", text)
