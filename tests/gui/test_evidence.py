"""The window shows why: numbered cells over the original, evidence over what the model saw, and both in numbers."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.cells import survey
from leukemia_desktop.core.explain import Explanation, Place
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.recipe import Recipe, Step
from leukemia_desktop.core.synthetic import draw_field, save_field
from leukemia_desktop.gui.evidence_item import evidence_picture
from leukemia_desktop.gui.explainer import Insight
from leukemia_desktop.gui.field_pane import FieldPane
from leukemia_desktop.gui.image_viewer import ImageViewer
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.outlines import COLOUR
from tests.conftest import COLOURS, build_tiny_model

GREY = (115, 115, 115)


@pytest.fixture
def model(tmp_path: Path) -> Manifest:
    """A model of so large a field that those drawn here are shown to it as a whole."""
    return Manifest.read(build_tiny_model(tmp_path / "models" / "tiny", size=256))


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """A drawn field, wider than high, with cells."""
    save_field(draw_field(3, size=(224, 300), cells=9), tmp_path / "drawn.png")
    return tmp_path / "drawn.png"


@pytest.fixture
def corner(tmp_path: Path) -> Path:
    """A grey field, wider than high, with a patch in the upper right corner of its middle square."""
    pixels = np.full((200, 300, 3), GREY, np.uint8)
    pixels[:50, 200:250] = COLOURS["Pre"]
    Pillow.fromarray(pixels).save(tmp_path / "corner.png")
    return tmp_path / "corner.png"


def wait_why(qtbot: QtBot, viewer: ImageViewer, path: Path) -> Insight:
    """Until the model has spoken about the field on screen, or cannot."""
    qtbot.waitUntil(
        lambda: bool(viewer.layer.insight and viewer.layer.insight.path == path and viewer.layer.insight.finished),
        timeout=60_000,
    )
    return viewer.layer.insight


def on_screen(pane: FieldPane, x: float, y: float) -> QColor:
    """Colour at a point of the field, in field pixels."""
    at = (QPointF(x, y) - pane._port.rect(pane.size().toSizeF()).topLeft()) * pane._port.zoom
    return pane.grab().toImage().pixelColor(at.toPoint())


def outlined(pane: FieldPane) -> int:
    """Pixels of the pane in the outlines' colour."""
    image = pane.grab().toImage()
    return sum(image.pixelColor(x, y) == QColor(COLOUR) for y in range(0, image.height(), 2) for x in range(image.width()))


# ---- evidence


def test_evidence_lights_up_where_the_patch_is_in_every_pane(
    qtbot: QtBot, viewer: ImageViewer, corner: Path, model: Manifest
):
    viewer.set_model(model)
    viewer.show_evidence_over_original(True)
    viewer.show_second("evidence")
    viewer.show_field(corner)
    wait_why(qtbot, viewer, corner)
    assert viewer.processed.caption.text() == "Evidence for Pre"
    for pane in (viewer.original, viewer.processed):
        hot, cold = on_screen(pane, 225, 25), on_screen(pane, 75, 175)
        assert hot.red() > COLOURS["Pre"][0] + 60 and hot.blue() < COLOURS["Pre"][2]
        assert cold.getRgb()[:3] == GREY
    assert viewer.layer.evidence.mapRectToParent(viewer.layer.evidence.boundingRect()) == QRectF(50, 0, 200, 200)


def test_evidence_fades_out_without_an_edge():
    evidence = np.zeros((4, 28, 28), np.float32)
    evidence[2, 10:18, 10:18] = 1  # one place of a coarse map, as the finer map gives it
    found = survey(draw_field(3).image)
    picture = evidence_picture(Explanation(evidence, (0, 0, 1, 0), Place(0, 0, 224, 224), found), "Pre")
    opacity = picture[..., 3].astype(int)
    assert opacity[128, 128] == 255
    assert opacity[:30].max() == opacity[:, :30].max() == 0
    assert max(np.abs(np.diff(opacity, axis=axis)).max() for axis in (0, 1)) < 20


def test_evidence_is_shown_for_the_label_of_the_result(qtbot: QtBot, viewer: ImageViewer, corner: Path, model: Manifest):
    viewer.set_model(model)
    viewer.show_second("evidence")
    viewer.show_field(corner)
    wait_why(qtbot, viewer, corner)
    viewer.set_label("Early")
    assert viewer.processed.caption.text() == "No evidence for Early"
    assert on_screen(viewer.processed, 225, 25).getRgb()[:3] == COLOURS["Pre"]
    for word in ("Unidentified", ""):
        viewer.set_label(word)
        assert viewer.processed.caption.text() == "Evidence for Pre"


def test_the_slider_makes_evidence_lighter_and_leaves_the_picture_alone(
    qtbot: QtBot, viewer: ImageViewer, corner: Path, model: Manifest
):
    viewer.set_model(model)
    viewer.show_second("evidence")
    viewer.show_field(corner)
    wait_why(qtbot, viewer, corner)
    strong = on_screen(viewer.processed, 225, 25)
    viewer.set_display(replace(viewer._display, evidence=0))
    assert on_screen(viewer.processed, 225, 25).getRgb()[:3] == COLOURS["Pre"]
    viewer.set_display(replace(viewer._display, evidence=60))
    assert on_screen(viewer.processed, 225, 25) == strong
    assert "display adjusted" not in viewer.original.caption.text()


def test_evidence_follows_field_recipe_and_model(
    qtbot: QtBot, viewer: ImageViewer, corner: Path, drawn: Path, model: Manifest, tmp_path: Path
):
    viewer.set_model(model)
    viewer.show_second("evidence")
    viewer.show_field(corner)
    first = wait_why(qtbot, viewer, corner)
    viewer.show_field(drawn)
    assert viewer.layer.insight is first  # the old field stays with what belongs to it
    assert wait_why(qtbot, viewer, drawn).explanation.place == (38, 0, 224, 224)
    viewer.set_recipe(replace(model.recipe, steps=()))
    qtbot.waitUntil(lambda: viewer.layer.insight.explanation.place == (0, 0, 300, 224), timeout=60_000)
    other = Manifest.read(build_tiny_model(tmp_path / "models" / "other", size=288))
    viewer.set_model(other)
    assert viewer.layer.insight is None
    assert wait_why(qtbot, viewer, drawn).explanation.place == (38, 0, 224, 224)
    assert viewer._loader._explainer._classifier.manifest == other


def test_nothing_is_asked_of_the_model_until_somebody_wants_to_know(
    qtbot: QtBot, viewer: ImageViewer, corner: Path, model: Manifest
):
    viewer.set_model(model)
    with qtbot.waitSignal(viewer.shown):
        viewer.show_field(corner)
    qtbot.waitUntil(lambda: viewer._views.exact)
    assert viewer._loader._explainer._classifier is None
    viewer.show_cells(True)
    wait_why(qtbot, viewer, corner)
    assert viewer._loader._explainer._classifier is not None


def test_the_model_is_opened_and_asked_in_the_worker(qtbot: QtBot, viewer: ImageViewer, corner: Path, model: Manifest):
    threads: list[int] = []
    viewer._worker.answered.connect(lambda _: threads.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)
    viewer.set_model(model)
    viewer.show_second("evidence")
    viewer.show_field(corner)
    wait_why(qtbot, viewer, corner)
    assert viewer._loader._explainer._classifier.threads == 1
    assert threads and threading.get_ident() not in threads


@pytest.mark.parametrize("model_at_hand", [True, False])
def test_where_no_evidence_can_be_had_the_pane_says_why(
    qtbot: QtBot, viewer: ImageViewer, corner: Path, model: Manifest, model_at_hand: bool
):
    if model_at_hand:
        (model.folder / model.file).write_bytes(b"altered")
        viewer.set_model(model)
    else:
        viewer.set_recipe(Recipe((Step.of("gaussian_blur"),)))
    viewer.show_second("evidence")
    viewer.show_field(corner)
    insight = wait_why(qtbot, viewer, corner)
    assert ("altered" if model_at_hand else "no model is open") in insight.reason
    assert viewer.processed.caption.text() == "No evidence"
    assert viewer.processed.note.isVisible() and insight.reason in viewer.processed.note.text()
    viewer.show_second("processed")
    assert not viewer.processed.note.isVisible()


def test_the_event_loop_runs_while_cells_are_found_in_a_large_field(
    qtbot: QtBot, viewer: ImageViewer, tmp_path: Path, model: Manifest
):
    save_field(draw_field(8, size=(1500, 2000), red_cell_diameter=15), tmp_path / "large.png")
    ticks = QTimer(interval=1)
    seen: list[int] = []
    ticks.timeout.connect(lambda: seen.append(1))
    viewer.set_model(model)
    viewer.show_cells(True)
    ticks.start()
    viewer.show_field(tmp_path / "large.png")
    insight = wait_why(qtbot, viewer, tmp_path / "large.png")
    ticks.stop()
    assert len(insight.survey.counted) > 50
    assert len(seen) > 20


# ---- cells


def test_cells_are_outlined_and_numbered_over_the_original_only(
    qtbot: QtBot, viewer: ImageViewer, drawn: Path, model: Manifest
):
    viewer.set_model(model)
    viewer.show_field(drawn)
    viewer.show_cells(True)
    insight = wait_why(qtbot, viewer, drawn)
    pixels = np.asarray(Pillow.open(drawn).convert("RGB"))
    assert len(insight.survey.counted) == len(survey(pixels).counted) > 3
    assert len(insight.outlines.corners) == len(insight.survey.counted)
    cell = max(insight.survey.counted, key=lambda each: each.border_distance)
    x, y = cell.contour[len(cell.contour) // 2] + 0.5
    line = [on_screen(viewer.original, x + away, y) for away in np.linspace(-4, 4, 33)]
    assert any(colour.blue() - colour.red() > 150 for colour in line)
    assert outlined(viewer.original) > 50
    assert outlined(viewer.processed) == 0
    viewer.show_cells(False)
    assert outlined(viewer.original) == 0


def test_outlines_go_with_their_field(qtbot: QtBot, viewer: ImageViewer, drawn: Path, model: Manifest, tmp_path: Path):
    plain = tmp_path / "plain.png"
    Pillow.new("RGB", (300, 224), GREY).save(plain)
    viewer.set_model(model)
    viewer.show_cells(True)
    viewer.show_field(drawn)
    wait_why(qtbot, viewer, drawn)
    assert outlined(viewer.original) > 50
    with qtbot.waitSignal(viewer.shown):
        viewer.show_field(plain)
    wait_why(qtbot, viewer, plain)
    assert outlined(viewer.original) == 0
    viewer.clear()
    assert viewer.layer.insight is None


# ---- in the window


@pytest.fixture
def smear(tmp_path: Path) -> Path:
    """A slide folder with two drawn fields."""
    folder = tmp_path / "slides" / "smear"
    folder.mkdir(parents=True)
    for number in (1, 2):
        save_field(draw_field(number, cells=8), folder / f"field_{number}.png")
    return folder


def facts(window: MainWindow) -> dict[str, str]:
    return {name.text(): value.text() for name, value in window.result.facts._rows if not name.isHidden()}


def test_h_and_g_switch_outlines_and_evidence(make_window: Callable[..., MainWindow], smear: Path, qtbot: QtBot):
    window = make_window(smear)
    viewer = window.rooms.viewer
    qtbot.waitUntil(lambda: bool(viewer.layer.insight and viewer.layer.insight.finished))
    assert viewer.layer.cells and window.orders["cells"].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_H)
    assert not viewer.layer.cells and not viewer.layer.outlines.isVisible()
    viewer.show_second("model_input")
    qtbot.keyClick(window, Qt.Key.Key_G)
    assert viewer.second == "evidence" and viewer.segments._buttons["evidence"].isChecked()
    assert viewer.processed.caption.text().startswith("Evidence for ")
    qtbot.keyClick(window, Qt.Key.Key_G)
    assert viewer.second == "model_input"
    qtbot.mouseClick(viewer.segments._buttons["evidence"], Qt.MouseButton.LeftButton)
    assert window.orders["evidence"].isChecked()


def test_what_was_shown_is_shown_again_at_the_next_start(make_window: Callable[..., MainWindow], smear: Path, qtbot: QtBot):
    window = make_window(smear)
    for name in ("cells", "evidence", "evidence_over_original"):
        window.orders[name].trigger()
    window.close()
    again = make_window(smear).rooms.viewer
    assert not again.layer.cells
    assert again.second == "evidence" and again.layer.on_second and again.layer.on_original


def test_the_result_counts_cells_and_evidence_inside_them(make_window: Callable[..., MainWindow], smear: Path, qtbot: QtBot):
    window = make_window(smear)
    with qtbot.waitSignal(window.rooms.run.ended, timeout=20_000):
        window.orders["analyse"].trigger()
    for key in (None, Qt.Key.Key_PageDown):
        if key is not None:
            qtbot.keyClick(window, key)
        path = window.session.field
        wait_why(qtbot, window.rooms.viewer, path)
        counted = survey(np.asarray(Pillow.open(path).convert("RGB"))).counted
        cut = sum(cell.at_border for cell in counted)
        shown = facts(window)
        assert shown["WBC-like cells"] == f"{len(counted)}" + (f" ({cut} at the border)" if cut else "")
        explanation = window.rooms.viewer.layer.insight.explanation
        label = window.session.outcome_of(path).verdict.label
        label = label if label != "Unidentified" else explanation.label
        share, chance = 100 * explanation.evidence_inside_cells(label), 100 * explanation.cells_cover
        assert shown["Evidence inside cells"] == f"{share:.0f}\u00a0% (chance {chance:.0f}\u00a0%)"
