"""Writes chosen rows of the results table to a CSV file, an Excel file, or both."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from leukemia_desktop.gui.errands import Report
from leukemia_desktop.gui.export_dialog import ExportDialog

if TYPE_CHECKING:
    from leukemia_desktop.gui.main_window import MainWindow

FORMATS = ("csv", "xlsx")
"""Formats of rows; the others speak of whole slides, which a choice of rows would belie."""


def connect_row_export(window: "MainWindow") -> None:
    """Let the table's "Export rows…" ask for a file and write it in the background."""
    assert window.rooms is not None
    window.rooms.table.asked_export.connect(lambda paths: ask_and_export(window, paths))


def ask_and_export(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Ask where these fields' rows go, and write them there."""
    if not paths:
        window.notice.say(_say("Choose rows in the table first."))
        return
    title = QCoreApplication.translate("results", "Export %n rows", None, len(paths))
    dialog = ExportDialog(title, "rows", FORMATS, window.memory, window)
    dialog.agreed.connect(lambda targets, pseudonyms: export_rows(window, paths, *targets, pseudonyms=pseudonyms))
    dialog.open()


def export_rows(window: "MainWindow", paths: Sequence[Path], *targets: Path, pseudonyms: bool = False) -> None:
    """Write the rows of these fields; the window says when it is done, or why it cannot be."""
    assert window.rooms is not None
    run = window.rooms.run.report_run(paths)
    if any(target.suffix.lower().lstrip(".") not in FORMATS for target in targets):
        window.notice.say(_say("Rows are exported as CSV or Excel."))
    elif run is not None and run.outcomes:
        window.writer.ask(Report(run, targets, pseudonyms))


def _say(text: str) -> str:
    return QCoreApplication.translate("results", text)
