"""What the rest of the window shows of a person's review."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from leukemia_desktop.gui.field_list import LABEL, REVIEWED
from leukemia_desktop.gui.main_window import MainWindow
from tests.gui.test_review import LIMIT, Desk


@pytest.fixture
def at(qtbot: QtBot, make_window: Callable[..., MainWindow], make_slide: Callable[..., Path]) -> Desk:
    desk = Desk(qtbot, make_window(make_slide("A", Benign=2, Pro=1)))
    desk.analyse()
    return desk


def test_a_thumbnail_shows_what_a_person_said_and_by_a_ring_that_a_person_did(at: Desk):
    def badge(name: str) -> tuple[str, str, str]:
        fields = at.window.browser.fields
        assert at.session.current
        index = fields.index(fields.row_of(at.session.current.folder / name))
        return index.data(LABEL), index.data(REVIEWED), index.data(Qt.ItemDataRole.ToolTipRole)

    assert at.session.current
    name = at.session.current.fields[0].name
    program, reviewed, _ = badge(name)
    assert reviewed == ""
    at.be("Ada")
    at.go(name)
    said = "Pro" if program != "Pro" else "Pre"
    at.press(said, "Morphology of most cells")
    at.qtbot.waitUntil(lambda: badge(name)[1] == said, timeout=LIMIT)
    assert badge(name)[0] == program
    assert f"reviewed: {said}" in badge(name)[2]
    at.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at.qtbot.waitUntil(lambda: badge(name)[1] == "", timeout=LIMIT)


def test_going_on_keeps_to_the_rows_that_a_filter_leaves(at: Desk):
    """Every field without one; from a hidden field the nearest row."""
    assert at.session.current
    fields = [field.path for field in at.session.current.fields]
    first, second, last = fields
    at.session.choose_field(last)
    at.table.search.setText("Benign_")
    assert at.table.model.rowCount() == 2
    at.window.orders["previous"].trigger()
    assert at.session.field == second
    at.window.orders["next"].trigger()
    assert at.session.field == second, "the last row that is left"
    at.window.orders["previous"].trigger()
    assert at.session.field == first
    at.table.search.clear()
    for expected in (second, last):
        at.window.orders["next"].trigger()
        assert at.session.field == expected
