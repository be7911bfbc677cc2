"""The table narrows by column, sorts by several, keeps named filters and columns, and gives away its state."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from leukemia_desktop.gui.results_columns import CELLS, COLUMNS, CONFIDENCE, FIELD, FLAG, LABEL, SET, SLIDE, STATUS
from leukemia_desktop.gui.results_model import ResultsModel
from leukemia_desktop.gui.results_table import ResultsTable
from tests.gui.outcomes import result
from tests.gui.test_results_model import DOWN, SIX, names, place

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def make_table(qtbot: QtBot, own_home: None) -> Callable[[], ResultsTable]:
    def make() -> ResultsTable:
        model = ResultsModel(place)
        model.extend(SIX)
        table = ResultsTable(model)
        model.setParent(table)
        qtbot.addWidget(table)
        table.resize(1300, 400)
        table.show()
        return table

    return make


@pytest.fixture
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing that another test kept is remembered."""
    monkeypatch.setattr("leukemia_desktop.core.settings.platformdirs.user_data_dir", lambda *a, **k: str(tmp_path / "own"))


@pytest.fixture
def table(make_table: Callable[[], ResultsTable]) -> ResultsTable:
    return make_table()


def click_heading(qtbot: QtBot, view: QTableView, column: int, modifier: Qt.KeyboardModifier = NONE) -> None:
    header = view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 20, 8)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifier, at)


# ---- a filter below each heading


@pytest.mark.parametrize(
    ("column", "wanted", "left"),
    [
        (FIELD, "D_1", ["A/10", "A/1", "B/1"]),
        (SLIDE, "b", ["B/1", "B/2"]),
        (CONFIDENCE, ">0.96", ["A/10", "B/1", "B/2"]),
        (CONFIDENCE, ">= 97 %", ["A/10", "B/1", "B/2"]),
        (CONFIDENCE, "<0.9", ["A/2"]),
        (CONFIDENCE, "50-95", ["A/2", "A/3"]),
        (CONFIDENCE, "95", ["A/3"]),
        (CONFIDENCE, "nonsense", ["A/10", "A/2", "A/1", "A/3", "B/1", "B/2"]),
        (FLAG, "BLUR", ["A/2"]),
        (FLAG, "0 bytes", ["A/1"]),
        (LABEL, ("Early", "Pro"), ["A/3", "B/1"]),
        (LABEL, ("failed",), ["A/1"]),
        (SET, ("Benign",), ["A/2", "B/2"]),
        (STATUS, ("review", "failed"), ["A/2", "A/1"]),
        (CELLS, ">1", []),
    ],
)
def test_a_column_lets_through_what_is_wanted_of_it(table: ResultsTable, column: int, wanted: object, left: list[str]):
    table.header.editors[column].set_wanted(wanted)
    assert names(table.model) == left
    table.clear_filters()
    assert len(names(table.model)) == len(SIX)


def test_filters_of_several_columns_the_chips_and_the_search_hold_together(qtbot: QtBot, table: ResultsTable):
    qtbot.mouseClick(table.chips["suspicious"], Qt.MouseButton.LeftButton)
    table.header.editors[CONFIDENCE].set_wanted(">0.96")
    assert names(table.model) == ["A/10", "B/1"]
    table.search.setText("pro")
    assert names(table.model) == ["B/1"]
    assert table.clear_button.isVisible()
    qtbot.mouseClick(table.clear_button, Qt.MouseButton.LeftButton)
    assert len(names(table.model)) == len(SIX)
    assert not table.clear_button.isVisible()


def test_the_row_of_filters_opens_below_the_headings_and_takes_keys(qtbot: QtBot, table: ResultsTable):
    editor = table.header.editors[CONFIDENCE]
    assert not editor.isVisible()
    qtbot.mouseClick(table.filter_button, Qt.MouseButton.LeftButton)
    assert editor.isVisible()
    assert editor.geometry().left() >= table.header.sectionViewportPosition(CONFIDENCE)
    assert table.header.height() >= editor.geometry().bottom()
    assert not table.header.editors[CELLS].isVisible()
    qtbot.keyClicks(editor.line, ">96")
    assert names(table.model) == ["A/10", "B/1", "B/2"]


def test_a_tick_in_the_list_of_labels_filters_at_once(qtbot: QtBot, table: ResultsTable):
    editor = table.header.editors[LABEL]
    editor.ticks["Early"].trigger()
    editor.ticks["Pro"].trigger()
    assert names(table.model) == ["A/3", "B/1"]
    assert editor.button.text() == "Early, Pro"


def test_filters_that_nothing_fits_can_still_be_changed(qtbot: QtBot, table: ResultsTable):
    qtbot.mouseClick(table.filter_button, Qt.MouseButton.LeftButton)
    table.header.editors[FIELD].line.setText("no such name")
    assert table.model.rowCount() == 0
    assert table.header.editors[FIELD].isVisible()


# ---- order


def test_shift_sorts_by_a_further_column_and_a_plain_click_by_one(qtbot: QtBot, table: ResultsTable):
    click_heading(qtbot, table.view, LABEL)
    assert table.model.sorts == [(LABEL, False)]
    click_heading(qtbot, table.view, CONFIDENCE, SHIFT)
    click_heading(qtbot, table.view, CONFIDENCE, SHIFT)
    assert table.model.sorts == [(LABEL, False), (CONFIDENCE, True)]
    assert names(table.model) == ["B/2", "A/2", "A/3", "A/10", "B/1", "A/1"]
    click_heading(qtbot, table.view, LABEL, SHIFT)
    assert table.model.sorts == [(LABEL, True), (CONFIDENCE, True)]
    assert names(table.model) == ["A/1", "B/1", "A/10", "A/3", "B/2", "A/2"]
    click_heading(qtbot, table.view, CONFIDENCE, SHIFT)
    assert table.model.sorts == [(LABEL, True)]
    click_heading(qtbot, table.view, CONFIDENCE)
    assert table.model.sorts == [(CONFIDENCE, False)]


def test_a_heading_clicked_three_times_gives_the_order_of_analysis_back(qtbot: QtBot, table: ResultsTable):
    before = names(table.model)
    for expected in ([(FIELD, False)], [(FIELD, True)], []):
        click_heading(qtbot, table.view, FIELD)
        assert table.model.sorts == expected
    assert names(table.model) == before


# ---- what is kept


def test_the_state_goes_through_a_file_and_back(table: ResultsTable, make_table: Callable[[], ResultsTable]):
    table.header.editors[CONFIDENCE].set_wanted(">0.5")
    table.header.editors[LABEL].set_wanted(("Pre", "Pro"))
    table.model.set_sorts([(LABEL, True), (FIELD, False)])
    table.search.setText("field")
    kept = json.loads(json.dumps(table.state()))
    other = make_table()
    other.restore(kept)
    assert names(other.model) == names(table.model) == ["B/1", "A/10"]
    assert other.state() == table.state()
    assert other.filter_button.isChecked()


@pytest.mark.parametrize(
    "damaged",
    [
        {},
        {"which": "none such", "search": 3, "columns": ["a"], "sorts": "abc"},
        {"columns": {"label": {"a": 1}, "nothing": "x", "confidence": ("a", 2)}, "sorts": [["label"], ["nothing", True]]},
        {"columns": {"label": "text for a list", "field": ["list", "for a text"]}},
    ],
)
def test_a_damaged_state_shows_every_row(table: ResultsTable, damaged: dict):
    table.restore(damaged)
    assert len(names(table.model)) == len(SIX)


def test_a_named_filter_is_there_tomorrow(table: ResultsTable, make_table: Callable[[], ResultsTable]):
    table.header.editors[CONFIDENCE].set_wanted("<0.97")
    table.saved.save("  not   sure ")
    table.clear_filters()
    other = make_table()
    other.saved.fill()
    action = next(each for each in other.saved.menu_of_names.actions() if each.text() == "not sure")
    action.trigger()
    assert names(other.model) == ["A/2", "A/3"]
    other.saved.remove("not sure")
    assert make_table().saved.named == {}


def test_columns_keep_their_places(qtbot: QtBot, table: ResultsTable, make_table: Callable[[], ResultsTable]):
    first = table.columns.shown()
    table.columns.show_column(CELLS, True)
    table.columns.show_column(FLAG, False)
    table.header.moveSection(table.header.visualIndex(STATUS), 0)
    shown = table.columns.shown()
    assert shown[0] == STATUS and CELLS in shown and FLAG not in shown
    file = table.columns._memory
    qtbot.waitUntil(lambda: file.read("columns").get("order", [""])[0] == "status", timeout=60_000)
    other = make_table()
    assert other.columns.shown() == shown
    other.columns.as_at_first()
    assert other.columns.shown() == first


def test_the_last_column_cannot_be_hidden(table: ResultsTable):
    for column in range(len(COLUMNS)):
        table.columns.show_column(column, False)
    assert len(table.columns.shown()) == 1


def test_the_slide_is_named_where_rows_of_all_are_shown(table: ResultsTable):
    table.show_all_button(True)
    assert SLIDE not in table.columns.shown()
    table.all_slides.setChecked(True)
    assert SLIDE in table.columns.shown()
    table.all_slides.setChecked(False)
    assert SLIDE not in table.columns.shown()


# ---- what goes out


def test_the_selected_rows_are_asked_to_be_exported_in_the_order_shown(qtbot: QtBot, table: ResultsTable):
    table.model.sort(FIELD, Qt.SortOrder.DescendingOrder)
    table.view.selectAll()
    with qtbot.waitSignal(table.asked_export) as asked:
        table.export_action.trigger()
    assert [path.stem for path in asked.args[0]] == ["field_2", "field_1", "field_10", "field_3", "field_2", "field_1"]


def test_enter_shows_the_field_of_the_row(qtbot: QtBot, table: ResultsTable):
    table.view.setCurrentIndex(table.model.index(3, FIELD))
    table.view.setFocus()
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert chosen.args[0].name == "field_3.png"


def test_painting_the_headings_asks_nothing_of_the_selected_rows(table: ResultsTable):
    """With 100,000 rows selected it took seconds a paint."""
    table.view.selectAll()
    assert len(table.selected()) == len(SIX)
    assert not table.header.selectionModel().hasSelection()


def test_many_selected_rows_are_let_go_when_the_order_changes_and_the_current_one_stays(qtbot: QtBot, table: ResultsTable):
    """Qt would follow each of them, for minutes."""
    table.model.extend([result(f"field_{number}.png", "Pre", number / 10_000) for number in range(20, 1020)])
    table.view.selectAll()
    table.model.sort(CONFIDENCE, DOWN)
    assert len(table.selected()) == len(SIX) + 1000
    table.select(SIX[3].field.path)
    for last, left in ((400, 401), (800, 1)):
        table.model.sort(-1)
        rows = QItemSelection(table.model.index(0, 0), table.model.index(last, 0))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        table.view.selectionModel().select(rows, flags)
        table.model.sort(CONFIDENCE, DOWN)
        assert len(table.selected()) == left
    assert table.selected() == [SIX[3].field.path]


def test_no_row_is_chosen_while_a_field_is_shown_that_the_filters_hide(table: ResultsTable):
    shown, hidden = table.model.outcome_at(0).field.path, table.model.outcome_at(1).field.path
    table.model.set_column(FIELD, shown.name)
    table.select(shown)
    assert table.selected() == [shown]
    table.select(hidden)
    assert table.selected() == []
    table.model.set_columns({})
    table.select(hidden)
    assert table.selected() == [hidden]
