"""The laboratory's reference beside the case: chosen from reviews, at the same scale, found again when files move."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.synthetic import draw_slide
from leukemia_desktop.gui.gallery_panel import CELL, GalleryPanel
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.reference_list import MISSING, PICTURED, REFERENCE, ReferenceModel
from leukemia_desktop.gui.reference_panel import ReferencePanel
from leukemia_desktop.gui.review_dialogs import ReaderQuestion, ReasonQuestion
from tests.conftest import COLOURS
from tests.gui.test_review import LIMIT, Desk

Make = Callable[..., MainWindow]


class Atlas(Desk):
    """A window with an analysed slide and the reference open."""

    def __init__(self, qtbot: QtBot, window: MainWindow):
        super().__init__(qtbot, window)
        panel = window.panels["reference"]
        assert isinstance(panel, ReferencePanel)
        self.reference, self.model = panel, panel.model
        window.docks["reference"].toggleViewAction().trigger()

    def say(self, name: str, label: str, reason: str = "") -> None:
        """Review the field, and see that the reference may be asked for it."""
        self.go(name)
        self.press(label, reason)
        self.wait(name, label)
        self.until(self.reference.field_button.isEnabled)

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=LIMIT)

    def pictured(self, count: int) -> None:
        """Wait for so many tiles with their pictures, or with the word that there is none."""
        self.until(
            lambda: (
                self.model.rowCount() == count
                and all(self.model.index(row).data(PICTURED) is not None for row in range(count))
            )
        )

    def told(self) -> list[tuple[str, str]]:
        """Class and file of each tile."""
        shown = [self.model.index(row).data(REFERENCE) for row in range(self.model.rowCount())]
        return [(each.review.label if each.review else "", each.path.name) for each in shown]

    def press_button(self, button: object) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]


@pytest.fixture
def at(qtbot: QtBot, make_window: Make, make_slide: Callable[..., Path]) -> Atlas:
    atlas = Atlas(qtbot, make_window(make_slide("A", Benign=2, Pre=1, Pro=1)))
    atlas.analyse()
    return atlas


def test_reviewed_fields_are_chosen_shown_by_class_and_taken_away_again(at: Atlas):
    assert not at.reference.field_button.isEnabled() and "Review a field" in at.reference.words.text()
    at.be("Ada")
    at.say("Benign_1.png", "Benign")
    at.press_button(at.reference.field_button)
    at.pictured(1)
    at.say("Pro_1.png", "Pre", "nucleoli")
    at.press_button(at.reference.field_button)
    at.pictured(2)
    assert at.told() == [("Pre", "Pro_1.png"), ("Benign", "Benign_1.png")]
    hint = at.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Pre · Ada · " in hint and "nucleoli" in hint and "Pro_1.png" in hint
    at.press_button(at.reference.field_button)
    at.until(lambda: at.window.notice.text == "This is a reference already")
    at.reference.label.setCurrentIndex(at.reference.label.findData("Benign"))
    assert at.told() == [("Benign", "Benign_1.png")]
    at.reference.view.setCurrentIndex(at.model.index(0))
    at.press_button(at.reference.turn_button)
    at.until(lambda: at.model.rowCount() == 0)
    assert "of this class" in at.reference.words.text()
    at.reference.label.setCurrentIndex(0)
    assert at.told() == [("Pre", "Pro_1.png")]
    assert at.whats() == ["review", "reference", "review", "reference", "reference removed"]


def test_fields_that_were_reviewed_last_are_offered_and_become_references(at: Atlas):
    at.be("Ada")
    at.say("Benign_1.png", "Benign")
    at.say("Pre_1.png", "Pre")
    at.reference.which.setCurrentIndex(1)
    at.pictured(2)
    assert at.told() == [("Pre", "Pre_1.png"), ("Benign", "Benign_1.png")]
    at.reference.view.setCurrentIndex(at.model.index(1))
    assert at.reference.turn_button.text() == "Take as reference"
    at.press_button(at.reference.turn_button)
    at.until(lambda: at.told() == [("Pre", "Pre_1.png")])
    at.reference.which.setCurrentIndex(0)
    at.until(lambda: at.told() == [("Benign", "Benign_1.png")])
    assert at.reference.keep() == {"which": "chosen", "label": ""}


def test_a_picture_is_as_large_as_the_same_field_in_the_viewer(at: Atlas):
    at.be("Ada")
    at.say("Benign_1.png", "Benign")
    at.press_button(at.reference.field_button)
    at.pictured(1)
    assert at.window.rooms
    viewer, view = at.window.rooms.viewer, at.reference.view
    colour = QColor(*COLOURS["Benign"])

    def width() -> int:
        """Points of the tile's middle row that have the field's colour."""
        area = view.visualRect(at.model.index(0))
        image = view.viewport().grab(area).toImage()
        ratio = image.width() / area.width()
        row = [image.pixelColor(x, round((4 + view.itemDelegate().side / 2) * ratio)) for x in range(image.width())]
        near = [
            abs(c.red() - colour.red()) + abs(c.green() - colour.green()) + abs(c.blue() - colour.blue()) < 120 for c in row
        ]
        return round(sum(near) / ratio)

    for zoom in (1.0, 1.5):  # at which the field fits into the smallest tile, however high the panel is
        viewer.port.set_zoom(zoom)
        assert abs(width() - 48 * zoom) <= 2  # the field has 48 px
    assert "pixel for pixel" in at.reference.words.text()
    viewer.calibrations.set((48, 48), 0.25)
    assert "µm" in at.reference.words.text() and abs(width() - 72) <= 2
    # a camera with pixels half as wide: of the same length on the glass there are twice as many
    viewer.calibrations.set((96, 96), 0.125)
    assert at.reference.scale_of((96, 96)) == pytest.approx(0.75)


def test_a_reference_opens_its_field_also_from_a_slide_that_is_closed_and_moved(at: Atlas, make_slide: Callable[..., Path]):
    at.be("Ada")
    at.say("Pro_1.png", "Pro")
    at.press_button(at.reference.field_button)
    at.pictured(1)
    slide = at.session.current
    assert slide
    moved = slide.folder.with_name("A, archived")
    at.session.remove(slide)
    slide.folder.rename(moved)
    at.window.open([make_slide("B", Benign=1)])
    at.until(lambda: bool(at.session.slides) and at.session.slides[0].name == "B")
    at.until(lambda: at.model.index(0).data(PICTURED).path == moved / "Pro_1.png")
    at.reference.view.setCurrentIndex(at.model.index(0))
    at.qtbot.keyClick(at.reference.view, Qt.Key.Key_Return)
    at.until(lambda: at.session.field == moved / "Pro_1.png")


def test_a_file_that_is_gone_is_named(at: Atlas):
    at.be("Ada")
    at.say("Pro_1.png", "Pro")
    at.press_button(at.reference.field_button)
    at.pictured(1)
    slide = at.session.current
    assert slide
    (slide.folder / "Pro_1.png").unlink()
    at.reference.look()
    at.until(lambda: at.model.index(0).data(MISSING) == "File not found")
    assert str(slide.folder / "Pro_1.png") in at.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    at.reference.view.setCurrentIndex(at.model.index(0))
    at.press_button(at.reference.open_button)
    assert "was not found" in at.window.notice.text


def test_nobody_chooses_without_a_name_and_a_second_reader_does_not_see_it(at: Atlas):
    at.be("Ada")
    at.say("Pro_1.png", "Pro")
    at.desk.reader = ""
    at.press_button(at.reference.field_button)
    assert isinstance(at.panel.question, ReaderQuestion)
    at.panel.question.reject()
    at.be("Bo")
    at.panel.page.second.setChecked(True)
    assert at.window.docks["reference"].isHidden() and not at.reference.field_button.isEnabled()
    assert at.whats() == ["review"]


def test_a_field_that_could_not_be_read_is_nothing_to_compare_with_also_when_it_was_set_aside(
    qtbot: QtBot, make_window: Make, make_slide: Callable[..., Path]
):
    folder = make_slide("A", Benign=1)
    (folder / "notes.png").write_text("words, and somebody called them a picture: nothing that can be read", "utf-8")
    at = Atlas(qtbot, make_window(folder))
    at.analyse()
    at.be("Ada")
    at.say("Benign_1.png", "Benign")
    at.go("notes.png")
    at.press("Artefact", "no picture")
    at.wait("notes.png", "Artefact")
    assert not at.reference.field_button.isEnabled()
    at.go("Benign_1.png")
    at.until(at.reference.field_button.isEnabled)


def test_a_list_keeps_its_pictures_and_empties_without_a_trace(at: Atlas, qtbot: QtBot):
    model = at.model
    assert isinstance(model, ReferenceModel) and model.row_of(("nothing", 0)) == -1
    at.reference.restore({"which": "reviewed", "label": "Pro"})
    assert at.reference.keep() == {"which": "reviewed", "label": "Pro"}
    at.reference.restore({"which": 7, "label": ["Pro"]})
    assert at.reference.keep() == {"which": "chosen", "label": ""}
    assert at.reference.view.indexAt(QPoint(20, 20)).isValid() is False


def test_a_marked_cell_becomes_a_reference_in_the_middle_of_its_tile(qtbot: QtBot, make_window: Make, tmp_path: Path):
    draw_slide(tmp_path / "drawn", fields=1, seed=7)
    at = Atlas(qtbot, make_window(tmp_path / "drawn"))
    at.analyse()
    gallery = at.window.panels["gallery"]
    assert isinstance(gallery, GalleryPanel)
    at.window.docks["gallery"].toggleViewAction().trigger()
    at.until(lambda: gallery.cells.rowCount() > 1)
    at.be("Ada")
    at.key(Qt.Key.Key_4)
    question = at.panel.question
    if isinstance(question, ReasonQuestion):
        at.qtbot.keyClick(question.agree_button, Qt.Key.Key_Return)
    at.until(at.reference.field_button.isEnabled)
    assert not at.reference.cell_button.isEnabled()
    cell = gallery.cells.index(1).data(CELL)
    gallery.view.clicked.emit(gallery.cells.index(1))
    at.until(at.reference.cell_button.isEnabled)
    at.window.docks["reference"].toggleViewAction().trigger()  # it stood behind the gallery
    at.press_button(at.reference.cell_button)
    at.pictured(1)
    reference, pictured = at.model.index(0).data(REFERENCE), at.model.index(0).data(PICTURED)
    assert reference.cell.number == cell.number and reference.name[1] == cell.number
    x, y = pictured.middle
    colour = pictured.picture[round(y), round(x)].astype(int)
    assert colour[1] < 150 < colour[2] + 60, f"no stained nucleus there: {colour}"
    at.reference.view.setCurrentIndex(at.model.index(0))
    at.press_button(at.reference.open_button)
    at.until(lambda: gallery.mark.number == cell.number)


def test_ctrl_z_takes_a_reference_back_and_ctrl_y_chooses_it_again(at: Atlas):
    at.be("Ada")
    at.say("Benign_1.png", "Benign")
    history = at.window.rooms.history
    at.press_button(at.reference.field_button)
    at.pictured(1)
    history.undo()
    at.until(lambda: at.model.rowCount() == 0)
    history.redo()
    at.pictured(1)
    at.reference.view.setCurrentIndex(at.model.index(0))
    at.press_button(at.reference.turn_button)
    at.until(lambda: at.model.rowCount() == 0)
    history.undo()
    at.pictured(1)
    assert at.told() == [("Benign", "Benign_1.png")]
    assert at.whats() == ["review", *["reference", "reference removed"] * 2, "reference"]


def test_a_refused_reference_and_another_readers_are_passed_over_by_ctrl_z(at: Atlas):
    at.be("Ada")
    at.say("Benign_1.png", "Benign")
    history = at.window.rooms.history
    at.press_button(at.reference.field_button)
    at.pictured(1)
    at.press_button(at.reference.field_button)
    at.until(lambda: at.window.notice.text == "This is a reference already")
    history.undo()
    at.until(lambda: at.model.rowCount() == 0)
    history.redo()
    at.pictured(1)
    at.be("Bob")
    history.undo()
    at.pictured(1)
    assert at.whats() == ["review", "reference", "reference removed", "reference"]
