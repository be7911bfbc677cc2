"""Original, processed and the model's exact input side by side, with one zoom; fine screens."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.recipe import Recipe, Step
from leukemia_desktop.gui.image_viewer import ImageViewer
from tests.gui.test_image_viewer import drag, show, wait_exact, wheel

RECIPE = Recipe((Step.of("square_crop"), Step.of("clahe")), input_size=64)


@pytest.fixture
def three(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> ImageViewer:
    """A viewer with a field and its three views, switched on by its key."""
    viewer.set_recipe(RECIPE)
    show(qtbot, viewer, draw("a.png", 300, 200))
    wait_exact(qtbot, viewer, RECIPE)
    viewer.original.setFocus()
    qtbot.keyClick(viewer.original, Qt.Key.Key_T)
    assert viewer.orders.three.isChecked()
    return viewer


def test_the_third_pane_shows_what_the_model_is_given(three: ImageViewer):
    assert [pane.isVisible() for pane in three.all_panes] == [True] * 3
    given = three._views.model_input[0]
    assert given.shape == (64, 64, 3)
    for x, y in ((50.5, 0.5), (150, 100), (249, 199)):
        column, row, *colour = three.third.pixel_at(QPointF(x, y))
        assert tuple(colour) == tuple(int(value) for value in given[row, column])
        assert three.processed.pixel_at(QPointF(x, y)) is not None
    assert three.third.caption.text().startswith("Model input · 64 × 64 px")
    assert three.third.pixel_at(QPointF(20, 100)) is None  # cropped away


def test_all_three_move_and_zoom_as_one(qtbot: QtBot, three: ImageViewer):
    def places() -> list[tuple[float, float, float]]:
        seen = [three.port.rect(QSizeF(pane.size())).center() for pane in three.panes]
        shown = [pane._box.viewRect().center() for pane in three.panes]
        assert all((one - other).manhattanLength() < 1 for one, other in zip(seen, shown, strict=True))
        return [(three.port.zoom, round(point.x(), 6), round(point.y(), 6)) for point in seen]

    before = places()
    wheel(three.third, QPoint(40, 60), 3)
    zoomed = places()
    assert zoomed[0][0] > before[0][0]
    drag(qtbot, three.third, QPoint(90, 90), QPoint(60, 70), Qt.MouseButton.LeftButton)
    moved = places()
    assert moved != zoomed
    assert len(set(before)) == len(set(zoomed)) == len(set(moved)) == 1


def test_the_readout_names_the_pixel_in_every_pane(qtbot: QtBot, three: ImageViewer):
    qtbot.mouseMove(three.third.viewport(), three.third.rect().center())
    assert all(pane.readout.isVisible() for pane in three.panes)
    assert len({pane.readout.text() for pane in three.panes}) > 1


def test_model_input_is_no_choice_while_it_has_a_pane_of_its_own(qtbot: QtBot, three: ImageViewer):
    buttons = three.segments._buttons
    assert not buttons["model_input"].isVisible()
    assert buttons["evidence"].isVisible()
    three.orders.three.trigger()
    assert buttons["model_input"].isVisible()
    assert not three.third.isVisible()
    three.show_second("model_input")
    three.orders.three.trigger()
    assert three.second == "processed"


def test_swipe_and_three_views_take_turns(qtbot: QtBot, three: ImageViewer):
    three.orders.swipe.trigger()
    assert three.panes == (three.original,)
    assert not three.orders.three.isChecked()
    assert three.scale_bar.isVisible()
    three.orders.three.trigger()
    assert three.panes == three.all_panes
    assert not three.orders.swipe.isChecked()
    assert not three.swipe.divider.isVisible()
    three.orders.three.trigger()
    assert three.panes == (three.original, three.processed)
    assert three.segments.isVisible()


def test_the_copied_view_has_all_that_is_on_the_screen(three: ImageViewer):
    three.orders.copy.trigger()
    wide = QApplication.clipboard().image().width() / three.devicePixelRatioF()
    assert wide == pytest.approx(sum(pane.width() for pane in three.panes) + 4, abs=1)
    three.orders.three.trigger()
    three.resize(three.width() + 40, three.height())
    assert three.third.pixel_at(QPointF(150, 100)) is None


def test_an_empty_viewer_has_nothing_left_in_the_third_pane(three: ImageViewer):
    three.clear()
    assert three.third.pixel_at(QPointF(150, 100)) is None
    assert three.message.isVisible()


FINE = """
import sys
from pathlib import Path
import numpy as np
from PySide6.QtWidgets import QApplication
from leukemia_desktop.gui.field_item import FieldItem
from leukemia_desktop.gui.image_viewer import ImageViewer
app = QApplication([])
viewer = ImageViewer()
viewer.resize(806, 500)
viewer.show()
viewer.shown.connect(lambda _: app.quit())
viewer.show_field(Path(sys.argv[1]))
app.exec()
finer = viewer.devicePixelRatioF()
for points in (3.0, 5.0):
    viewer.port.set_zoom(points)
    seen = viewer.original.grab().toImage()
    middle = seen.height() // 2
    colours = {seen.pixelColor(x, middle).rgb() for x in range(seen.width() // 4, 3 * seen.width() // 4)}
    print(finer, points, len(colours))
viewer.show_actual_size()
print(finer, viewer.port.zoom)
viewer.close_down()
"""


@pytest.mark.parametrize("finer", ["1", "1.5", "2"])
def test_on_a_fine_screen_a_field_is_as_smooth_and_as_square_as_on_another(tmp_path: Path, finer: str):
    from PIL import Image as Pillow

    pixels = np.zeros((200, 200, 3), np.uint8)
    pixels[:, ::2] = 255  # lines of one pixel: smooth ones have greys between them
    Pillow.fromarray(pixels).save(tmp_path / "lines.png")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": finer}
    done = subprocess.run(
        [sys.executable, "-c", FINE, str(tmp_path / "lines.png")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    smooth, square, actual = (line.split() for line in done.stdout.splitlines())
    assert float(smooth[0]) == float(finer)
    assert int(smooth[2]) > 4
    assert int(square[2]) == 2
    assert float(actual[1]) == pytest.approx(1 / float(finer))
