"""The viewer's tools: channels, overview, swipe, calibration, and views that go to the clipboard or to a file."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.image import SYNTHETIC
from leukemia_desktop.core.recipe import Recipe, Step
from leukemia_desktop.core.synthetic import draw_field, save_field
from leukemia_desktop.gui.display import CHANNELS, Display
from leukemia_desktop.gui.display_panel import DisplayPanel
from leukemia_desktop.gui.image_viewer import ImageViewer
from leukemia_desktop.gui.measuring import Calibrations
from tests.gui.test_image_viewer import show, wait_exact

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing that another test kept is remembered."""
    monkeypatch.setattr("leukemia_desktop.core.settings.platformdirs.user_data_dir", lambda *a, **k: str(tmp_path / "own"))


def plain(path: Path, colour: tuple[int, int, int] = (100, 110, 120), size: tuple[int, int] = (400, 300)) -> Path:
    Pillow.new("RGB", size, colour).save(path)
    return path


def colour_at(image: QImage, x: float, y: float) -> tuple[int, int, int]:
    finer = image.devicePixelRatioF()
    return image.pixelColor(round(x * finer), round(y * finer)).getRgb()[:3]


def position_of(viewer: ImageViewer, point: QPointF) -> QPoint:
    """Where a point of the field is in the original's pane."""
    pane = viewer.original
    return ((point - viewer.port.rect(pane.size().toSizeF()).topLeft()) * viewer.port.zoom).toPoint()


# ---- display


def test_a_channel_alone_is_grey_and_the_model_never_sees_it(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path):
    recipe = Recipe((Step.of("gaussian_blur"),), input_size=32)
    viewer.set_recipe(recipe)
    show(qtbot, viewer, plain(tmp_path / "a.png"))
    wait_exact(qtbot, viewer, recipe)
    before = viewer._views.model_input[0].copy()
    middle = viewer.original.rect().center()
    for channel, value in (("red", 100), ("green", 110), ("blue", 120)):
        viewer.set_display(Display(channel=channel))
        assert viewer.original.grab().toImage().pixelColor(middle).getRgb()[:3] == (value, value, value)
    assert viewer.original.pixel_at(QPointF(5, 5))[2:] == (100, 110, 120)
    assert np.array_equal(viewer._views.model_input[0], before)
    show(qtbot, viewer, plain(tmp_path / "b.png", (10, 20, 30)))
    assert viewer.original.grab().toImage().pixelColor(middle).getRgb()[:3] == (30, 30, 30)


def test_the_nuclear_stain_darkens_nuclei_and_spares_red_cells_and_background():
    colours = {"nucleus": (90, 40, 130), "red cell": (225, 160, 165), "background": (245, 242, 240)}
    shown = {
        name: int(Display(channel="nuclear_stain").screen(np.full((1, 1, 3), colour, np.uint8))[0, 0, 0])
        for name, colour in colours.items()
    }
    assert shown["nucleus"] < 140 < shown["red cell"] < shown["background"] + 20
    assert shown["background"] > 225


@given(st.floats(0.2, 4), st.floats(0.2, 4), st.integers(-100, 100))
def test_a_display_never_turns_light_into_dark(gamma: float, contrast: float, brightness: int):
    table = Display(brightness=brightness, contrast=contrast, gamma=gamma).table().astype(int)
    assert (np.diff(table) >= 0).all()
    bent = Display(gamma=gamma).table()
    assert (bent[0], bent[255]) == (0, 255)
    assert (bent[127] > 127) == (round(255 * (127 / 255) ** (1 / gamma)) > 127)


def test_the_panel_offers_every_channel_and_takes_all_back(qtbot: QtBot):
    panel = DisplayPanel()
    qtbot.addWidget(panel)
    assert panel.channel.count() == len(CHANNELS)
    with qtbot.waitSignal(panel.changed) as changed:
        panel.channel.setCurrentIndex(CHANNELS.index("nuclear_stain"))
    assert changed.args == [Display(channel="nuclear_stain")]
    panel.rows["gamma"].number.setValue(2.0)
    assert panel.display == Display(channel="nuclear_stain", gamma=2.0)
    qtbot.mouseClick(panel.reset_button, LEFT)
    assert panel.display == Display()
    assert panel.channel.currentIndex() == 0


def test_outlines_and_evidence_take_their_opacity(viewer: ImageViewer):
    viewer.set_display(Display(outlines=30, evidence=10))
    assert viewer.layer.outlines.opacity() == pytest.approx(0.3)
    assert viewer.layer.evidence.opacity() == pytest.approx(0.1)


# ---- overview


def test_the_overview_is_there_when_zoomed_in_and_moves_the_view(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path):
    show(qtbot, viewer, plain(tmp_path / "a.png", size=(2000, 1500)))
    assert not viewer.navigator.isVisible()
    viewer.show_actual_size()
    navigator = viewer.navigator
    assert navigator.isVisible()
    assert navigator.frame().width() / navigator.width() == pytest.approx(viewer.original.width() / 2000, abs=0.05)
    corner = QPoint(navigator.width() - 12, navigator.height() - 12)
    qtbot.mouseClick(navigator, LEFT, pos=corner)
    assert viewer.port.centre.x() > 1700 and viewer.port.centre.y() > 1200
    qtbot.mousePress(navigator, LEFT, pos=corner)
    qtbot.mouseMove(navigator, QPoint(10, 10))
    qtbot.mouseRelease(navigator, LEFT, pos=QPoint(10, 10))
    assert viewer.port.centre.x() < 300 and viewer.port.centre.y() < 300
    before = viewer.port.centre.x()
    qtbot.keyClick(navigator, Qt.Key.Key_Right)
    assert viewer.port.centre.x() > before
    viewer.port.fit()
    assert not navigator.isVisible()


def test_the_overview_can_be_switched_off(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path):
    show(qtbot, viewer, plain(tmp_path / "a.png", size=(2000, 1500)))
    viewer.show_actual_size()
    viewer.orders.overview.trigger()
    assert not viewer.navigator.isVisible()
    viewer.orders.overview.trigger()
    assert viewer.navigator.isVisible()


# ---- swipe


def test_swipe_shows_the_original_left_and_the_processed_field_right_of_the_line(
    qtbot: QtBot, viewer: ImageViewer, tmp_path: Path
):
    recipe = Recipe((Step.of("lab_mask"),))
    viewer.set_recipe(recipe)
    path = plain(tmp_path / "a.png", (200, 200, 200), (600, 300))
    show(qtbot, viewer, path)
    wait_exact(qtbot, viewer, recipe)
    masked = tuple(int(value) for value in viewer._views.processed[0][150, 300])
    assert masked != (200, 200, 200)
    viewer.orders.swipe.trigger()
    assert not viewer.processed.isVisible() and viewer.scale_bar.isVisible() and viewer.segments.isVisible()
    qtbot.waitUntil(lambda: viewer.original.width() > 700, timeout=60_000)

    def at(share: float) -> tuple[int, ...]:
        image = viewer.original.grab().toImage()
        return colour_at(image, share * viewer.original.width(), 0.4 * viewer.original.height())

    assert (at(0.3), at(0.7)) == ((200, 200, 200), masked)
    divider = viewer.swipe.divider
    grip = divider.rect().center()
    qtbot.mousePress(divider, LEFT, pos=grip)
    qtbot.mouseMove(divider, grip + QPoint(round(0.35 * viewer.original.width()), 0))
    qtbot.mouseRelease(divider, LEFT, pos=divider.rect().center())
    assert (at(0.3), at(0.7)) == ((200, 200, 200), (200, 200, 200))
    for _ in range(30):
        qtbot.keyClick(divider, Qt.Key.Key_Left)
    assert at(0.3) == masked
    viewer.orders.swipe.trigger()
    assert viewer.processed.isVisible() and viewer.segments.parent() is viewer.processed
    assert at(0.7) == (200, 200, 200)


# ---- calibration


def length_dialog(viewer: ImageViewer) -> QInputDialog:
    return next(each for each in viewer.findChildren(QInputDialog) if each.objectName() == "length" and each.isVisible())


@pytest.mark.parametrize("how", ["two clicks", "one drag"])
def test_a_line_of_known_length_calibrates_fields_of_this_size(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path, how: str):
    show(qtbot, viewer, plain(tmp_path / "a.png"))
    viewer.port.set_zoom(1.0)
    viewer.orders.calibrate.trigger()
    start, end = position_of(viewer, QPointF(150, 150)), position_of(viewer, QPointF(250, 150))
    pane = viewer.original.viewport()
    if how == "two clicks":
        qtbot.mouseClick(pane, LEFT, pos=start)
        qtbot.mouseMove(pane, end)
        qtbot.mouseClick(pane, LEFT, pos=end)
    else:
        qtbot.mousePress(pane, LEFT, pos=start)
        qtbot.mouseMove(pane, end)
        qtbot.mouseRelease(pane, LEFT, pos=end)
    dialog = length_dialog(viewer)
    assert "100.0 px" in dialog.labelText()
    dialog.setDoubleValue(20.0)
    dialog.accept()
    assert viewer.calibrations.of((400, 300)) == pytest.approx(0.2)
    assert viewer.scale_bar.text == "10 µm"
    assert not viewer.original.measures
    show(qtbot, viewer, plain(tmp_path / "crop.png", size=(200, 150)))
    assert viewer.scale_bar.text.endswith("px")
    assert not viewer.orders.uncalibrate.isEnabled()
    show(qtbot, viewer, tmp_path / "a.png")
    assert viewer.scale_bar.text == "10 µm"
    viewer.orders.uncalibrate.trigger()
    assert viewer.scale_bar.text.endswith("px")
    assert not viewer.orders.uncalibrate.isEnabled()


def test_escape_and_a_refused_length_leave_everything_as_it_was(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path):
    show(qtbot, viewer, plain(tmp_path / "a.png"))
    viewer.orders.calibrate.trigger()
    qtbot.keyClick(viewer.original, Qt.Key.Key_Escape)
    assert not viewer.original.measures
    viewer.orders.calibrate.trigger()
    viewer._measuring.press(QPointF(10, 10))
    viewer._measuring.press(QPointF(110, 10))
    length_dialog(viewer).reject()
    assert viewer.calibrations.of((400, 300)) == 0
    assert viewer._measuring.item.line.isNull()
    assert "a.png" in viewer.original.caption.text()


def test_a_slip_of_the_hand_measures_nothing(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path):
    show(qtbot, viewer, plain(tmp_path / "a.png"))
    viewer.orders.calibrate.trigger()
    viewer._measuring.press(QPointF(10, 10))
    viewer._measuring.press(QPointF(11, 10))
    assert viewer.original.measures
    assert not viewer.findChildren(QInputDialog)


def test_calibrations_are_there_at_the_next_start_and_damage_is_passed_over(qtbot: QtBot):
    first = Calibrations()
    first.set((2592, 1944), 0.1)
    first.set((2592, 1944), 0.2)
    assert Calibrations().of((2592, 1944)) == 0.2
    before = first.state()
    first.set((2592, 1944), 0)
    assert Calibrations().of((2592, 1944)) == 0
    first.restore(before)
    assert Calibrations().of((2592, 1944)) == 0.2
    for bad in (0.0001, 1000.0, float("nan"), float("inf"), -1.0):
        with pytest.raises(ValueError, match="µm a pixel"):
            first.set((1, 1), bad)
    for damaged in ("[", json.dumps([1]), json.dumps({"ax3": 0.1}), json.dumps({"1x1": "wide"}), json.dumps({"1x1": 1e9})):
        first._file.setValue("viewer/pixel_sizes", damaged)
        assert Calibrations().of((1, 1)) == 0


# ---- views that leave the window


def test_a_copied_view_has_the_overlays_or_not(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path):
    save_field(draw_field(3, size=(224, 300), cells=9), tmp_path / "drawn.png")
    viewer.show_cells(True)
    show(qtbot, viewer, tmp_path / "drawn.png")
    qtbot.waitUntil(lambda: bool(viewer.layer.insight and viewer.layer.insight.outlines), timeout=60_000)
    viewer.orders.copy.trigger()
    full = QGuiApplication.clipboard().image()
    viewer.orders.copy_bare.trigger()
    bare = QGuiApplication.clipboard().image()
    assert full.size() == bare.size() and full != bare
    outline = QColor("#0072B2").rgb()
    assert outline not in {bare.pixel(x, y) for x in range(0, 400) for y in range(0, bare.height())}
    assert viewer.layer.outlines.isVisible()


def test_a_saved_view_is_a_png_that_says_what_it_is(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path):
    save_field(draw_field(3, size=(224, 300), cells=2), tmp_path / "drawn.png")
    show(qtbot, viewer, tmp_path / "drawn.png")
    target = tmp_path / "out.png"
    with qtbot.waitSignal(viewer.said) as said:
        viewer.orders.save_to(str(target))
    assert "out.png" in said.args[0]
    with Pillow.open(target) as saved:
        assert saved.format == "PNG"
        assert SYNTHETIC in saved.info["Software"]
        assert "research use only" in saved.info["Description"].lower()
    with qtbot.waitSignal(viewer.said) as said:
        viewer.orders.save_to(str(tmp_path / "no such folder" / "out.png"))
    assert "does not exist" in said.args[0]


def test_tools_that_need_a_field_wait_for_one(qtbot: QtBot, viewer: ImageViewer, draw: Callable):
    needy = (viewer.orders.copy, viewer.orders.save, viewer.orders.calibrate)
    assert not any(action.isEnabled() for action in needy)
    show(qtbot, viewer, draw("a.png"))
    assert all(action.isEnabled() for action in needy)
    viewer.clear()
    assert not any(action.isEnabled() for action in needy)
