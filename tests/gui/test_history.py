"""Ctrl+Z takes back what a person did last, whatever it was; Ctrl+Y does it again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.recipe import Step
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.results_columns import CELLS, CONFIDENCE, LABEL
from tests.gui.test_analysing import analyse

LONG = 60_000
Make = Callable[..., MainWindow]
Slides = Callable[..., Path]


class Desk:
    """A window with an analysed slide and somebody who reads."""

    def __init__(self, window: MainWindow, qtbot: QtBot):
        self.window, self.qtbot = window, qtbot
        self.table, self.session = window.rooms.table, window.session
        self.review, self.history = window.panels["review"], window.rooms.history
        self.review.desk.enter("Ada", "")
        qtbot.waitUntil(lambda: self.review.desk.reader == "Ada", timeout=LONG)
        qtbot.waitUntil(window.isActiveWindow, timeout=LONG)

    def back(self) -> None:
        self._key("undo")

    def again(self) -> None:
        self._key("redo")

    def _key(self, name: str) -> None:
        """By the key itself, once the action can be used."""
        self.window.browser.field_view.setFocus()
        action = self.review.actions_by_name[name]
        self.qtbot.waitUntil(action.isEnabled, timeout=LONG)
        key = Qt.Key.Key_Z if name == "undo" else Qt.Key.Key_Y
        with self.qtbot.waitSignal(self.history.told, timeout=LONG):
            self.qtbot.keyClick(self.window, key, Qt.KeyboardModifier.ControlModifier)

    def label(self) -> str:
        """What persons say of the field on the screen."""
        return self.review.desk.key_of(self.session.outcome_of(self.session.field))

    def settled(self, there: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(there, timeout=LONG)


@pytest.fixture
def desk(make_window: Make, make_slide: Slides, qtbot: QtBot) -> Desk:
    window = make_window(make_slide("A", Benign=2, Pre=3))
    analyse(qtbot, window)
    return Desk(window, qtbot)


def test_nothing_done_is_nothing_to_take_back(desk: Desk):
    assert not desk.history.can_undo
    assert not desk.review.actions_by_name["undo"].isEnabled()


def test_filters_search_and_order_of_the_rows(desk: Desk):
    table = desk.table
    first = table.state()
    steps: list[Callable[[], object]] = [
        table.chips["suspicious"].click,
        lambda: desk.qtbot.keyClicks(table.search, "pre"),
        lambda: table.header.editors[LABEL].set_wanted(("Pre",)),
        lambda: table.header.sorted_by.emit(CONFIDENCE, False),
        table.clear_button.click,
    ]
    states = [first]
    for do in steps:
        do()
        desk.history.settle()
        states.append(table.state())
    for state in reversed(states[:-1]):
        desk.back()
        assert table.state() == state
    assert not desk.history.can_undo
    for state in states[1:]:
        desk.again()
        assert table.state() == state
    assert not desk.history.can_redo


def test_columns_and_saved_filters(desk: Desk):
    columns, saved = desk.table.columns, desk.table.saved
    before = columns.shown()
    with desk.qtbot.waitSignal(columns.changed, timeout=LONG):
        columns.show_column(CELLS, True)
    desk.history.settle()
    saved.save("mine")
    desk.history.settle()
    saved.remove("mine")
    desk.back()
    assert "mine" in saved.named
    desk.back()
    assert not saved.named
    desk.back()
    assert columns.shown() == before
    desk.again()
    assert CELLS in columns.shown()


def test_the_order_of_what_was_done_holds_across_rooms(desk: Desk):
    desk.review.desk.review([desk.session.outcome_of(desk.session.field)], "Early", "seen")
    desk.settled(lambda: desk.label() == "Early")
    desk.table.chips["suspicious"].click()
    desk.history.settle()
    desk.back()
    assert desk.table.model.which == "all"
    assert desk.label() == "Early"
    desk.back()
    desk.settled(lambda: desk.label() != "Early")
    desk.again()
    desk.settled(lambda: desk.label() == "Early")
    desk.again()
    assert desk.table.model.which == "suspicious"


def test_a_slide_that_was_closed_comes_back_with_all_that_was_known(desk: Desk, make_slide: Slides):
    window, session = desk.window, desk.session
    window.open([make_slide("B", Pro=1), make_slide("C", Pro=1)])
    desk.settled(lambda: len(session.slides) == 3)
    first = session.slides[0]
    session.choose(first)
    window.browser.down_action.trigger()
    assert [slide.name for slide in session.slides] == ["B", "A", "C"]
    window.browser.remove_action.trigger()
    assert [slide.name for slide in session.slides] == ["B", "C"]
    assert desk.table.model.counts()["all"] == 0
    desk.back()
    assert [slide.name for slide in session.slides] == ["B", "A", "C"]
    assert session.current is first
    assert desk.table.model.counts()["all"] == 5
    assert [window.browser.slides.slide_at(row).name for row in range(3)] == ["B", "A", "C"]
    desk.back()
    assert [slide.name for slide in session.slides] == ["A", "B", "C"]
    desk.again()
    desk.again()
    assert [slide.name for slide in session.slides] == ["B", "C"]


def test_a_slide_that_was_opened_anew_is_not_put_beside_itself(desk: Desk):
    session = desk.session
    folder = session.current.folder
    desk.window.browser.remove_action.trigger()
    assert desk.history.can_undo
    desk.window.open([folder])
    desk.settled(lambda: bool(session.slides))
    assert not desk.history.can_undo


def test_the_recipe_from_outside_its_panel(desk: Desk):
    panel, run = desk.window.rooms.preprocessing, desk.window.rooms.run
    own = panel.recipe
    panel.use_steps(type(own)((*own.steps, Step.of("gaussian_blur")), own.input_size, own.mean, own.std), "another")
    desk.settled(lambda: run.recipe is not None)
    desk.back()
    desk.settled(lambda: run.recipe is None)
    desk.again()
    desk.settled(lambda: run.recipe is not None)
    panel.undo_button.click()  # the panel's own undo: the key is left with nothing of it
    assert not desk.history.can_undo


def test_a_second_reader_cannot_get_back_what_is_hidden(desk: Desk):
    desk.table.chips["suspicious"].click()
    desk.history.settle()
    desk.review.page.second.click()
    desk.settled(lambda: desk.session.blind and not desk.history.can_undo)
    assert desk.table.model.which == "all"


def test_a_calibration_and_forgetting_it(desk: Desk):
    viewer = desk.window.rooms.viewer
    desk.session.choose_field(desk.session.slides[0].fields[0].path)
    desk.settled(lambda: viewer.orders.calibrate.isEnabled())
    size = viewer.size_of_field
    viewer.calibrations.set(size, 0.25)
    desk.history.settle()
    viewer.orders.uncalibrate.trigger()
    desk.back()
    assert viewer.calibrations.of(size) == 0.25
    desk.back()
    assert viewer.calibrations.of(size) == 0
    desk.again()
    assert viewer.calibrations.of(size) == 0.25
