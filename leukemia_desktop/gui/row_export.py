"""Writes chosen rows of the results table to a CSV or Excel file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from leukemia_desktop.gui.errands import Report
from leukemia_desktop.gui.export import NAMES, with_suffix

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
    kinds = ";;".join(f"{NAMES[name]} (*.{name})" for name in FORMATS)
    start = str(window.memory.place("reports") / "rows.csv")
    title = QCoreApplication.translate("results", "Export %n rows", None, len(paths))
    given, chosen = QFileDialog.getSaveFileName(window, title, start, kinds)
    if given:
        path = with_suffix(Path(given), chosen)
        window.memory.keep_place("reports", path.parent)
        export_rows(window, paths, path)


def export_rows(window: "MainWindow", paths: Sequence[Path], target: Path) -> None:
    """Write the rows of these fields; the window says when it is done, or why it cannot be."""
    assert window.rooms is not None
    run = window.rooms.run.report_run(paths)
    if target.suffix.lower().lstrip(".") not in FORMATS:
        window.notice.say(_say("Rows are exported as CSV or Excel."))
    elif run is not None and run.outcomes:
        window.writer.ask(Report(run, target))


def _say(text: str) -> str:
    return QCoreApplication.translate("results", text)
