"""Zoom and pan in the viewer, by wheel, drag and keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from leukemia_desktop.gui.image_viewer import ImageViewer
from tests.gui.test_image_viewer import RECIPE, drag, show, state, wheel


def test_the_point_under_the_cursor_stays_when_the_wheel_zooms(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    show(qtbot, viewer, draw("a.png"))
    position = QPoint(120, 300)
    before, zoom = viewer.original.point_at(QPointF(position)), viewer.port.zoom
    wheel(viewer.original, position, 3)
    after = viewer.original.point_at(QPointF(position))
    assert viewer.port.zoom == pytest.approx(zoom * 1.25**3)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))


def test_both_panes_show_the_same_place_at_the_same_zoom(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    viewer.set_recipe(RECIPE)
    show(qtbot, viewer, draw("a.png", 400, 300))
    wheel(viewer.processed, QPoint(50, 60), 4)
    left, right = (pane._box.viewRect() for pane in (viewer.original, viewer.processed))
    assert left.center().x() == pytest.approx(right.center().x())
    assert left.center().y() == pytest.approx(right.center().y())
    assert left.width() / viewer.original.width() == pytest.approx(right.width() / viewer.processed.width())


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
def test_a_drag_moves_the_field_with_the_mouse(
    qtbot: QtBot, viewer: ImageViewer, draw: Callable, button: Qt.MouseButton
) -> None:
    show(qtbot, viewer, draw("a.png"))
    start, end = QPoint(200, 200), QPoint(230, 180)
    held = viewer.original.point_at(QPointF(start))
    drag(qtbot, viewer.original, start, end, button)
    now = viewer.original.point_at(QPointF(end))
    assert (now.x(), now.y()) == pytest.approx((held.x(), held.y()))


def test_right_drag_and_double_click_change_nothing(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    show(qtbot, viewer, draw("a.png"))
    wheel(viewer.original, QPoint(100, 100), 2)
    before = state(viewer)
    drag(qtbot, viewer.original, QPoint(100, 100), QPoint(160, 160), Qt.MouseButton.RightButton)
    qtbot.mouseDClick(viewer.original.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert state(viewer) == before


def test_keys_fit_zoom_and_pan(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    show(qtbot, viewer, draw("a.png"))
    viewer.original.setFocus()
    fitted = state(viewer)
    qtbot.keyClick(viewer.original, Qt.Key.Key_Plus)
    assert viewer.port.zoom == pytest.approx(fitted[0] * 1.25)
    qtbot.keyClick(viewer.original, Qt.Key.Key_Minus)
    assert viewer.port.zoom == pytest.approx(fitted[0])
    qtbot.keyClick(viewer.original, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert viewer.port.zoom == pytest.approx(1 / viewer.devicePixelRatioF())
    qtbot.keyClick(viewer.original, Qt.Key.Key_Right)
    assert viewer.port.centre.x() > fitted[1]
    qtbot.keyClick(viewer.original, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert state(viewer) == pytest.approx(fitted)


def test_space_shows_the_hand(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    show(qtbot, viewer, draw("a.png"))
    viewer.original.setFocus()
    qtbot.keyPress(viewer.original, Qt.Key.Key_Space)
    assert viewer.original.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    qtbot.keyRelease(viewer.original, Qt.Key.Key_Space)
    assert viewer.original.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_zoom_and_pan_stay_for_a_field_of_the_same_size_only(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    show(qtbot, viewer, draw("a.png"))
    wheel(viewer.original, QPoint(60, 60), 5)
    before = state(viewer)
    show(qtbot, viewer, draw("b.png", seed=3))
    assert state(viewer) == before
    show(qtbot, viewer, draw("c.png", 500, 100))
    assert viewer.port.rect(viewer.original.size().toSizeF()).width() == pytest.approx(500)


def test_a_fitted_field_follows_the_size_of_the_window(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    show(qtbot, viewer, draw("a.png"))
    viewer.resize(1206, 900)
    qtbot.waitUntil(lambda: viewer.original.width() == 602)
    assert viewer.port.zoom == pytest.approx(602 / 224)


def test_a_field_can_neither_be_lost_nor_zoomed_away(qtbot: QtBot, viewer: ImageViewer, draw: Callable) -> None:
    show(qtbot, viewer, draw("a.png"))
    for _ in range(60):
        drag(qtbot, viewer.original, QPoint(10, 10), QPoint(390, 490), Qt.MouseButton.LeftButton)
        wheel(viewer.original, QPoint(10, 10), -5)
    assert viewer.port.zoom >= 0.4
    assert 0 <= viewer.port.centre.x() <= 224
    for _ in range(60):
        wheel(viewer.original, QPoint(10, 10), 5)
    assert viewer.port.zoom <= 64


# ---- readout, display, scale bar, theme
