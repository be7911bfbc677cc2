"""What a screen reader hears of a row: the verdict, and nothing that a second reader must not know."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.results_columns import CONFIDENCE, FIELD
from tests.gui.test_analysing import analyse


def test_the_verdict_of_the_chosen_row_is_spoken(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    folder = make_slide("A", Pre=1)
    (folder / "broken.png").write_bytes(b"")
    window = make_window(folder)
    analyse(qtbot, window)
    table = window.rooms.table
    spoken = {}
    for row in range(table.model.rowCount()):
        table.view.setCurrentIndex(table.model.index(row, FIELD))
        at = QAccessible.queryAccessibleInterface(table.view)
        # Qt counts the headings among the children of a table
        cells = [at.child(number) for number in range(at.childCount())]
        said = [cell.text(QAccessible.Text.Name) for cell in cells if cell is not None]
        index = table.view.currentIndex()
        words = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert words in said
        spoken[index.data()] = words
    assert spoken["Pre_1.png"].startswith("Pre_1.png, Pre, review, ")
    assert "not reviewed" in spoken["Pre_1.png"]
    assert "failed" in spoken["broken.png"]
    number = table.model.index(0, CONFIDENCE)
    assert number.data(Qt.ItemDataRole.AccessibleTextRole) == number.data()


def test_a_second_reader_hears_nothing_of_the_program(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Pre=1))
    analyse(qtbot, window)
    model = window.rooms.table.model
    model.set_blind(True)
    assert model.index(0, FIELD).data(Qt.ItemDataRole.AccessibleTextRole) == "Pre_1.png, not reviewed"
    assert "Pre" not in model.index(0, CONFIDENCE).data(Qt.ItemDataRole.AccessibleTextRole)
