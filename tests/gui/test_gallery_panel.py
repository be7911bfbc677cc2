"""The gallery: cells by suspicion, and the way from a picture to its cell in the field."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.synthetic import draw_slide
from leukemia_desktop.gui.gallery_panel import CELL, GalleryPanel
from leukemia_desktop.gui.main_window import MainWindow

LONG = 60_000
Make = Callable[..., MainWindow]


@pytest.fixture
def slide(tmp_path: Path) -> Path:
    draw_slide(tmp_path / "slide", fields=4, seed=7)
    return tmp_path / "slide"


def open_gallery(window: MainWindow, qtbot: QtBot, fields: int = 4) -> GalleryPanel:
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    panel = window.panels["gallery"]
    window.docks["gallery"].toggleViewAction().trigger()
    qtbot.waitUntil(lambda: f"in {fields} of {fields} fields" in panel.words.text(), timeout=LONG)
    return panel


def shown(panel: GalleryPanel) -> list:
    return [panel.cells.index(row).data(CELL) for row in range(panel.cells.rowCount())]


def test_the_most_suspicious_cell_stands_first_and_a_click_goes_to_it(make_window: Make, qtbot: QtBot, slide: Path):
    window = make_window(slide)
    panel = open_gallery(window, qtbot)
    cells = shown(panel)
    assert len(cells) >= 4
    assert [cell.suspicion for cell in cells] == sorted((cell.suspicion for cell in cells), reverse=True)
    there = next(row for row, cell in enumerate(cells) if cell.path != window.session.field)
    index = panel.cells.index(there)
    panel.view.scrollTo(index)
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=panel.view.visualRect(index).center())
    assert window.session.field == cells[there].path
    outlines = window.rooms.viewer.layer.outlines
    qtbot.waitUntil(lambda: outlines.marked == cells[there].number, timeout=LONG)
    assert window.orders["cells"].isChecked()
    window.session.choose_field(next(cell.path for cell in cells if cell.path != cells[there].path))
    qtbot.waitUntil(lambda: outlines.marked == 0, timeout=LONG)


def test_a_picture_shows_its_cell_in_the_middle(make_window: Make, qtbot: QtBot, slide: Path):
    panel = open_gallery(make_window(slide), qtbot)
    inner = [cell for cell in shown(panel) if min(cell.x, cell.y, 223 - cell.x, 223 - cell.y) > cell.diameter]
    assert inner
    for cell in inner:
        third = len(cell.picture) // 3
        middle = cell.picture[third:-third, third:-third, 1]
        assert middle.mean() < cell.picture[:, :, 1].mean() - 15  # a nucleus takes the green


def test_it_asks_nobody_while_it_cannot_be_seen_and_shows_nothing_to_who_reads_blind(
    make_window: Make, qtbot: QtBot, slide: Path
):
    window = make_window(slide)
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    panel = window.panels["gallery"]
    assert not panel._worker.isRunning()
    open_gallery(window, qtbot)
    window.session.set_blind(on=True)
    assert panel.cells.rowCount() == 0
    assert "blind" in panel.words.text()
    window.session.set_blind(on=False)
    window.docks["gallery"].show()
    window.docks["gallery"].raise_()
    qtbot.waitUntil(lambda: "in 4 of 4 fields" in panel.words.text(), timeout=LONG)


def test_a_number_in_the_result_panel_leads_to_its_cell(make_window: Make, qtbot: QtBot, slide: Path):
    window = make_window(slide)
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    with qtbot.waitSignal(window.rooms.run.ended, timeout=LONG):
        window.orders["analyse"].trigger()
    window.orders["evidence"].setChecked(True)
    facts = window.result.facts

    def links() -> list:
        return [value for _, value in facts._rows if "href" in value.text() and value.isVisible()]

    qtbot.waitUntil(lambda: bool(links()), timeout=LONG)
    number = links()[0].text().partition('href="')[2].partition('"')[0]
    links()[0].linkActivated.emit(number)
    assert window.rooms.viewer.layer.outlines.marked == int(number)
