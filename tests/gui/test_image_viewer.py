"""The viewer shows the newest field asked for, as it is and as the model sees it, and never waits."""

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.recipe import Recipe, Step
from leukemia_desktop.gui.chip import shortened
from leukemia_desktop.gui.display import Display
from leukemia_desktop.gui.field_item import level_for
from leukemia_desktop.gui.field_pane import FieldPane
from leukemia_desktop.gui.image_viewer import ImageViewer
from leukemia_desktop.gui.scale_bar import round_length

RECIPE = Recipe((Step.of("square_crop"), Step.of("clahe")))


def pixels_of(path: Path) -> np.ndarray:
    return np.asarray(Pillow.open(path).convert("RGB"))


def show(qtbot: QtBot, viewer: ImageViewer, path: Path) -> None:
    with qtbot.waitSignal(viewer.shown, check_params_cb=lambda shown: shown == path):
        viewer.show_field(path)


def wait_exact(qtbot: QtBot, viewer: ImageViewer, recipe: Recipe) -> None:
    qtbot.waitUntil(lambda: viewer._views is not None and viewer._views.recipe == recipe and viewer._views.exact)


def wheel(pane: FieldPane, position: QPoint, notches: int) -> None:
    event = QWheelEvent(
        QPointF(position),
        QPointF(pane.viewport().mapToGlobal(position)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.viewport(), event)


def drag(qtbot: QtBot, pane: FieldPane, start: QPoint, end: QPoint, button: Qt.MouseButton) -> None:
    qtbot.mousePress(pane.viewport(), button, pos=start)
    qtbot.mouseMove(pane.viewport(), end)
    qtbot.mouseRelease(pane.viewport(), button, pos=end)


def state(viewer: ImageViewer) -> tuple[float, float, float]:
    port = viewer.port
    return port.zoom, port.centre.x(), port.centre.y()


# ---- which field is shown


def test_an_empty_viewer_says_what_to_do(viewer: ImageViewer) -> None:
    assert "Drop a slide folder here" in viewer.message.text()
    assert viewer.message.isVisible()


def test_the_field_comes_to_the_screen_as_the_file_has_it(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    path = draw("a.png", 300, 200)
    show(qtbot, viewer, path)
    assert viewer.original.isVisible()
    for x, y in ((0, 0), (299, 199), (17, 150)):
        assert viewer.original.pixel_at(QPointF(x + 0.5, y + 0.5)) == (x, y, *pixels_of(path)[y, x])
    assert viewer.original.pixel_at(QPointF(300.5, 10)) is None
    assert "a.png" in viewer.original.caption.text()


def test_the_old_field_stays_until_the_new_one_is_ready(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    first, second = draw("a.png", seed=1), draw("b.png", seed=2)
    show(qtbot, viewer, first)
    with qtbot.waitSignal(viewer.shown):
        viewer.show_field(second)
        assert viewer.original.pixel_at(QPointF(3, 3))[2:] == tuple(pixels_of(first)[3, 3])
    assert viewer.original.pixel_at(QPointF(3, 3))[2:] == tuple(pixels_of(second)[3, 3])


def test_of_many_requests_the_last_is_shown_and_none_after_it(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    paths = [draw(f"{n}.png", seed=n) for n in range(12)]
    seen: list[Path] = []
    viewer.shown.connect(seen.append)
    with qtbot.waitSignal(viewer.shown, check_params_cb=lambda path: path == paths[-1]):
        for path in paths:
            viewer.show_field(path)
    # a further field proves that nothing earlier was still on its way
    show(qtbot, viewer, paths[0])
    assert seen[-2:] == [paths[-1], paths[0]]


@pytest.mark.parametrize("then", ["another field", "nothing"])
def test_a_field_that_comes_too_late_is_not_shown(qtbot: QtBot, viewer: ImageViewer, draw: Callable, then: str) -> None:
    late, after = draw("late.png", seed=1), draw("after.png", 300, 200)
    seen: list[Path] = []
    viewer.shown.connect(seen.append)
    answered = threading.Event()
    viewer._worker.answered.connect(lambda _: answered.set(), Qt.ConnectionType.DirectConnection)
    viewer.show_field(late)
    assert answered.wait(30)  # the answer lies in the queue of this thread, which has not run since
    if then == "nothing":
        viewer.clear()
        QApplication.processEvents()
        assert viewer.message.isVisible()
    show(qtbot, viewer, after)
    assert seen == [after]


def test_clear_empties_the_viewer_even_while_a_field_is_on_its_way(
    qtbot: QtBot, viewer: ImageViewer, draw: Callable
) -> None:
    late, after = draw("late.png"), draw("after.png")
    seen: list[Path] = []
    viewer.shown.connect(seen.append)
    viewer.show_field(late)
    viewer.clear()
    assert viewer.original.pixel_at(QPointF(3, 3)) is None
    show(qtbot, viewer, after)
    assert seen == [after]


def test_neighbours_are_decoded_ahead(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    path, neighbour = draw("a.png", seed=1), draw("b.png", seed=2)
    with qtbot.waitSignal(viewer.shown):
        viewer.show_field(path, neighbours=(neighbour, path.with_name("gone.png")))
    qtbot.waitUntil(lambda: any(key[0] == neighbour for key in viewer._loader._kept))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("text.jpg", b"these are only words, and many of them, as in a letter to a friend abroad", "text"),
        ("empty.png", b"", "0 bytes"),
        ("cut.png", None, "PNG"),
        ("gone.tif", "missing", "gone"),
    ],
)
def test_an_unreadable_file_is_named_with_the_reason(
    qtbot: QtBot, viewer: ImageViewer, draw: Callable, tmp_path: Path, name: str, data: bytes | None, reason: str
) -> None:
    path = tmp_path / name
    if data is None:
        draw(name)
        path.write_bytes(path.read_bytes()[:2000])
    elif isinstance(data, bytes):
        path.write_bytes(data)
    show(qtbot, viewer, draw("good.png"))
    with qtbot.waitSignal(viewer.failed) as failed:
        viewer.show_field(path)
    assert failed.args[0] == path
    assert reason in failed.args[1]
    assert name in viewer.headline.text()
    assert viewer.message.text() == failed.args[1]
    assert viewer.message.isVisible() and not viewer.original.isVisible()


def test_a_failed_file_is_not_tried_again_with_every_turn_of_a_slider(
    qtbot: QtBot, viewer: ImageViewer, draw: Callable, tmp_path: Path
) -> None:
    failures: list[Path] = []
    viewer.failed.connect(lambda path, _: failures.append(path))
    with qtbot.waitSignal(viewer.failed):
        viewer.show_field(tmp_path / "gone.png")
    viewer.set_recipe(RECIPE)
    show(qtbot, viewer, draw("good.png"))
    assert failures == [tmp_path / "gone.png"]


def test_a_name_of_any_length_does_not_widen_the_window(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    path = draw("ß" * 100 + ".png")
    show(qtbot, viewer, path)
    QApplication.processEvents()
    assert viewer.width() == 806
    assert viewer.minimumSizeHint().width() < 500
    assert shortened(path.name).endswith("ß.png") and len(shortened(path.name)) == 60


@pytest.mark.slow
def test_the_event_loop_runs_while_a_large_field_is_decoded(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path) -> None:
    path = tmp_path / "large.tif"
    Pillow.new("RGB", (6000, 6000), (200, 150, 180)).save(path)
    ticks: list[int] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    with qtbot.waitSignal(viewer.shown, timeout=60_000):
        viewer.show_field(path)
    timer.stop()
    assert len(ticks) > 20
    assert viewer.original.pixel_at(QPointF(5999.5, 5999.5)) == (5999, 5999, 200, 150, 180)


def test_closing_down_in_the_middle_of_the_work_ends_the_thread(viewer: ImageViewer, draw: Callable) -> None:
    viewer.set_recipe(RECIPE)
    viewer.show_field(draw("a.png", 2000, 1500))
    viewer.close_down()
    assert viewer._worker.isFinished()
    viewer.show_field(draw("b.png"))
    assert not viewer._worker.isRunning()


# ---- processed and model input


def test_the_second_pane_shows_what_the_recipe_makes(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    path = draw("a.png", 100, 80)
    recipe = Recipe((Step.of("gaussian_blur"),), input_size=64)
    viewer.set_recipe(recipe)
    show(qtbot, viewer, path)
    wait_exact(qtbot, viewer, recipe)
    assert np.array_equal(viewer.processed._image, recipe.apply(pixels_of(path)))
    qtbot.mouseClick(viewer.segments._buttons["model_input"], Qt.MouseButton.LeftButton)
    assert np.array_equal(viewer.processed._image, recipe.model_input(pixels_of(path)))
    assert "64 × 64" in viewer.processed.caption.text()


def test_a_large_field_is_previewed_and_then_exact(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    path = draw("a.png", 1600, 1200)
    recipe = Recipe((Step.of("clahe"), Step.of("hide_scale_bar")))
    viewer.set_recipe(recipe)
    show(qtbot, viewer, path)
    assert "preview" in viewer.processed.caption.text()
    wait_exact(qtbot, viewer, recipe)
    assert "preview" not in viewer.processed.caption.text()
    assert np.array_equal(viewer.processed._image, recipe.apply(pixels_of(path)))


def test_the_newest_recipe_wins(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    path = draw("a.png")
    viewer.set_recipe(RECIPE)
    show(qtbot, viewer, path)
    for tiles in range(1, 20):
        last = Recipe((Step.of("clahe", tiles=tiles),))
        viewer.set_recipe(last)
    wait_exact(qtbot, viewer, last)
    assert np.array_equal(viewer.processed._image, last.apply(pixels_of(path)))


def test_without_a_recipe_the_second_pane_says_so(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    show(qtbot, viewer, draw("a.png"))
    assert viewer.processed.caption.text() == "No recipe"


# ---- zoom and pan


def test_the_readout_gives_the_pixel_under_the_mouse(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    path = draw("a.png")
    show(qtbot, viewer, path)
    position = QPoint(200, 250)
    qtbot.mouseMove(viewer.original.viewport(), position)
    point = viewer.original.point_at(QPointF(position))
    x, y = int(point.x()), int(point.y())
    red, green, blue = pixels_of(path)[y, x]
    assert viewer.original.readout.text() == f"x {x} y {y} R {red} G {green} B {blue}"
    assert viewer.original.readout.isVisible()
    qtbot.mouseMove(viewer.original.viewport(), QPoint(200, 2))
    assert not viewer.original.readout.isVisible()


def test_display_changes_the_screen_and_nothing_else(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path) -> None:
    paths = []
    for name in ("a.png", "b.png"):
        Pillow.new("RGB", (64, 64), (100, 110, 120)).save(tmp_path / name)
        paths.append(tmp_path / name)
    recipe = Recipe((Step.of("gaussian_blur"),), input_size=64)
    viewer.set_recipe(recipe)
    show(qtbot, viewer, paths[0])

    def on_screen() -> tuple[int, ...]:
        colour = viewer.original.grab().toImage().pixelColor(viewer.original.rect().center())
        return colour.red(), colour.green(), colour.blue()

    assert on_screen() == (100, 110, 120)
    display = Display(brightness=20, contrast=2.0)
    viewer.set_display(display)
    expected = tuple(int(display.table()[value]) for value in (100, 110, 120))
    assert on_screen() == expected != (100, 110, 120)
    assert viewer.original.pixel_at(QPointF(5, 5))[2:] == (100, 110, 120)
    assert np.array_equal(viewer._views.model_input[0], recipe.model_input(pixels_of(paths[0])))
    assert "display adjusted" in viewer.original.caption.text()
    show(qtbot, viewer, paths[1])
    assert on_screen() == expected
    viewer.set_display(Display())
    assert on_screen() == (100, 110, 120)


def test_a_large_field_is_brightened_where_it_is_visible(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    Pillow.new("RGB", (2400, 2000), (100, 110, 120)).save(path)
    show(qtbot, viewer, path)
    viewer.set_display(Display(brightness=20))
    viewer.show_actual_size()
    viewer.port.pan(-3000, -3000)  # the lower right corner of the field in the middle of the pane
    image = viewer.original.grab().toImage()
    middle = viewer.original.rect().center()
    assert image.pixelColor(middle - QPoint(20, 20)).red() == Display(brightness=20).table()[100]
    assert image.pixelColor(middle + QPoint(20, 20)) == viewer.original.backgroundBrush().color()


def test_display_values() -> None:
    assert np.array_equal(Display().table(), np.arange(256))
    assert Display(brightness=100).table().min() == 255
    assert Display(brightness=-100).table().max() == 0
    assert (np.diff(Display(contrast=3).table().astype(int)) >= 0).all()


def test_far_in_a_pixel_is_a_square(qtbot: QtBot, viewer: ImageViewer, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    pixels = np.zeros((32, 32, 3), np.uint8)
    pixels[:, 16:] = 255
    Pillow.fromarray(pixels).save(path)
    show(qtbot, viewer, path)
    viewer.port.set_zoom(32)
    image = viewer.original.grab().toImage()
    row = [image.pixelColor(x, 250).red() for x in range(viewer.original.width())]
    assert set(row[10:-10]) == {0, 255}


@given(st.floats(1e-4, 1e6))
def test_the_scale_bar_rounds_to_1_2_5_10(most: float) -> None:
    length = round_length(most)
    mantissa = float(f"{length:e}".split("e")[0])
    assert mantissa in (1, 2, 5)
    assert most / 2.5 * 0.999 <= length <= most * 1.001


def test_the_scale_bar_follows_zoom_and_calibration(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    show(qtbot, viewer, draw("a.png"))
    viewer.port.set_zoom(1.0)
    assert viewer.scale_bar.text == "50 px"
    viewer.port.set_zoom(4.0)
    assert viewer.scale_bar.text == "20 px"
    viewer.calibrations.set(viewer.size_of_field, 0.1)
    assert viewer.scale_bar.text == "2 µm"


def test_the_level_drawn_has_a_pixel_for_every_screen_pixel() -> None:
    widths = [4000, 2000, 1000, 500]
    assert level_for(widths, 400) == 3
    assert level_for(widths, 900) == 2
    assert level_for(widths, 3000) == 0
    assert level_for(widths, 9000) == 0


def test_the_theme_reaches_the_picture(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    show(qtbot, viewer, draw("a.png", 300, 100))
    viewer.set_theme({"image": "#0f1216", "panel": "#1d2128", "text": "#e6e9ee"})
    assert viewer.original.grab().toImage().pixelColor(200, 480).name() == "#0f1216"
    viewer.clear()
    assert viewer.grab().toImage().pixelColor(400, 480).name() == "#0f1216"
