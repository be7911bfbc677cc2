"""Chosen rows go to a file of their own."""

import csv
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from leukemia_desktop.gui.results_columns import LABEL
from leukemia_desktop.gui.row_export import export_rows
from tests.gui.test_analysing import analyse


def test_only_the_chosen_rows_are_written_in_the_order_shown(
    make_window: Callable, make_slide: Callable, qtbot: QtBot, tmp_path: Path
):
    window = make_window(make_slide("A", Benign=2, Pre=2))
    analyse(qtbot, window)
    table = window.rooms.table
    table.header.editors[LABEL].set_wanted(("Pre",))
    table.view.selectAll()
    target = tmp_path / "out" / "rows.csv"
    target.parent.mkdir()
    with qtbot.waitSignal(window.writer.answered, timeout=60_000):
        export_rows(window, table.selected(), target)
    assert "rows.csv" in window.notice.text
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert [row["file"] for row in csv.DictReader(file)] == ["Pre_1.png", "Pre_2.png"]


def test_another_format_than_a_table_is_refused(make_window: Callable, make_slide: Callable, qtbot: QtBot, tmp_path: Path):
    window = make_window(make_slide("A", Pre=1))
    analyse(qtbot, window)
    export_rows(window, list(window.session.current.outcomes), tmp_path / "rows.pdf")
    assert "CSV or Excel" in window.notice.text
    assert not (tmp_path / "rows.pdf").exists()
