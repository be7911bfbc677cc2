"""The panel shows the recipe as it is, gives every change as a new recipe, and takes each back."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QMainWindow, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.recipe import STEPS, Recipe, Step
from leukemia_desktop.core.shelf import Parameter, Range, parameters
from leukemia_desktop.gui import presets
from leukemia_desktop.gui.display import Display
from leukemia_desktop.gui.display_panel import DisplayPanel
from leukemia_desktop.gui.parameter_row import ParameterRow, in_words, resolution
from leukemia_desktop.gui.preprocessing_panel import PreprocessingPanel
from leukemia_desktop.gui.step_box import title

OWN = Recipe((Step.of("square_crop"), Step.of("hide_scale_bar"), Step.of("clahe")), 224, (0.5, 0.5, 0.5), (0.2, 0.2, 0.2))


@pytest.fixture
def panel(qtbot: QtBot) -> PreprocessingPanel:
    panel = PreprocessingPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 900)
    panel.set_recipe(OWN, own=True)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def names(recipe: Recipe) -> list[str]:
    return [step.name for step in recipe.steps]


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(8, widget.height() // 2))


def turn_wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def entry(menu: QWidget, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == words)


# ---- grown from the shelf


def test_every_step_on_the_shelf_can_be_added_with_a_row_for_each_parameter(panel: PreprocessingPanel) -> None:
    panel.set_recipe(Recipe(()), own=False)
    for name in STEPS:
        entry(panel.add_button.menu(), title(name)).trigger()
    assert names(panel.recipe) == list(STEPS)
    for box, name in zip(panel.boxes, STEPS, strict=True):
        assert list(box.rows) == list(parameters(STEPS[name]))
        for parameter, row in box.rows.items():
            assert row.value == pytest.approx(Step.of(name).params[parameter])


def test_every_control_has_a_name_for_a_screen_reader(panel: PreprocessingPanel) -> None:
    for name in STEPS:
        panel.add_step(name)
    for box in panel.boxes:
        assert box.switch.text() == title(box.name)
        for parameter, row in box.rows.items():
            for widget in (row.slider, row.number, row.check):
                assert widget is None or widget.accessibleName() == f"{title(box.name)}: {in_words(parameter)}"


def test_a_bool_becomes_a_check_box_and_a_number_without_range_has_no_slider(qtbot: QtBot) -> None:
    invert = ParameterRow(Parameter("invert", bool, True, None))
    free = ParameterRow(Parameter("offset", float, 2.5, None))
    for row in (invert, free):
        qtbot.addWidget(row)
    assert isinstance(invert.check, QCheckBox) and invert.value is True
    with qtbot.waitSignal(invert.changed) as changed:
        invert.check.click()
    assert changed.args == [False]
    assert free.slider is None and free.value == 2.5


@pytest.mark.parametrize(
    ("kind", "low", "high", "step"),
    [(int, 0, 255, 1), (float, 0, 1, 0.01), (float, 0.5, 10, 0.01), (float, 0, 500, 1), (float, 0, 0.02, 0.0001)],
)
def test_a_slider_reaches_both_ends_in_steps_that_fit_the_range(
    qtbot: QtBot, kind: type, low: float, high: float, step: float
) -> None:
    parameter = Parameter("amount", kind, low, Range(low, high, "px"))
    row = ParameterRow(parameter)
    qtbot.addWidget(row)
    assert resolution(parameter) == pytest.approx(step)
    seen: list[float] = []
    row.changed.connect(seen.append)
    row.slider.setValue(row.slider.maximum())
    row.slider.setValue(row.slider.minimum())
    assert seen == [high, low]
    assert all(type(value) is kind for value in seen)
    assert all(parameter.checked(value) == value for value in seen)
    assert row.number.text().endswith(" px")


def test_slider_and_number_move_together(panel: PreprocessingPanel) -> None:
    row = panel.boxes[2].rows["clip_limit"]
    row.slider.setValue(450)
    assert row.number.value() == 4.5
    row.number.setValue(7.25)
    assert row.slider.value() == 725
    assert panel.recipe.steps[2].params["clip_limit"] == 7.25


def test_a_value_finer_than_the_slider_is_kept(panel: PreprocessingPanel) -> None:
    fine = Recipe((Step.of("hide_scale_bar", left=0.6919),))
    panel.set_recipe(fine, own=True)
    panel.boxes[0].rows["top"].slider.setValue(10)
    assert panel.recipe.steps[0].params["left"] == 0.6919


# ---- what a person does


def test_switch_move_and_remove(qtbot: QtBot, panel: PreprocessingPanel) -> None:
    click(qtbot, panel.boxes[1].switch)
    assert [step.on for step in panel.recipe.steps] == [True, False, True]
    assert not panel.boxes[1].rows["left"].isEnabled()
    click(qtbot, panel.down_button)
    assert names(panel.recipe) == ["square_crop", "clahe", "hide_scale_bar"]
    assert not panel.recipe.steps[2].on and not panel.boxes[2].switch.isChecked()
    assert not panel.down_button.isEnabled() and panel.up_button.isEnabled()
    click(qtbot, panel.up_button)
    click(qtbot, panel.up_button)
    assert names(panel.recipe) == ["hide_scale_bar", "square_crop", "clahe"]
    click(qtbot, panel.remove_button)
    assert names(panel.recipe) == ["square_crop", "clahe"]
    assert (panel.recipe.input_size, panel.recipe.mean, panel.recipe.std) == (OWN.input_size, OWN.mean, OWN.std)


def test_a_step_is_added_behind_the_chosen_one(panel: PreprocessingPanel) -> None:
    panel.choose(0)
    panel.add_step("gaussian_blur")
    assert names(panel.recipe) == ["square_crop", "gaussian_blur", "hide_scale_bar", "clahe"]
    assert panel.boxes[1].property("chosen")


def test_the_last_step_can_go_and_the_panel_says_what_to_do(qtbot: QtBot, panel: PreprocessingPanel) -> None:
    panel.choose(0)
    for _ in range(3):
        panel.remove_step()
    assert panel.recipe.steps == ()
    assert panel.empty.isVisible() and "Add step" in panel.empty.text()
    assert not panel.remove_button.isEnabled()
    panel.remove_step()
    click(qtbot, panel.undo_button)
    assert len(panel.boxes) == 1 and not panel.empty.isVisible()


def test_keys_move_remove_undo_and_redo(qtbot: QtBot, panel: PreprocessingPanel) -> None:
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    panel.boxes[2].switch.setFocus()
    qtbot.keyClick(panel.boxes[2].switch, Qt.Key.Key_Up, alt)
    assert names(panel.recipe) == ["square_crop", "clahe", "hide_scale_bar"]
    assert panel.boxes[1].switch.hasFocus()
    qtbot.keyClick(panel.boxes[1].switch, Qt.Key.Key_Down, alt)
    assert names(panel.recipe) == names(OWN)
    qtbot.keyClick(panel.boxes[2].switch, Qt.Key.Key_Delete)
    assert names(panel.recipe) == ["square_crop", "hide_scale_bar"]
    number = panel.boxes[1].rows["left"].number
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Z, control)
    assert panel.recipe == OWN
    qtbot.keyClick(panel.boxes[0].switch, Qt.Key.Key_Y, control)
    assert names(panel.recipe) == ["square_crop", "hide_scale_bar"]


def test_undo_inside_the_panel_is_not_the_windows_undo(qtbot: QtBot) -> None:
    window, panel = QMainWindow(), PreprocessingPanel()
    qtbot.addWidget(window)
    window.setCentralWidget(panel)
    undo = QAction("Undo", window, shortcut="Ctrl+Z")
    window.addAction(undo)
    seen: list[int] = []
    undo.triggered.connect(lambda: seen.append(1))
    panel.set_recipe(OWN, own=True)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    panel.boxes[0].switch.setFocus()
    panel.choose(0)
    panel.remove_step()
    panel.boxes[0].switch.setFocus()
    qtbot.keyClick(panel.boxes[0].switch, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.recipe == OWN
    assert seen == []


def test_delete_in_a_number_deletes_a_digit_and_not_the_step(qtbot: QtBot, panel: PreprocessingPanel) -> None:
    number = panel.boxes[0].rows["size"].number
    number.setFocus()
    number.selectAll()
    qtbot.keyClick(number, Qt.Key.Key_Delete)
    qtbot.keyClicks(number, "96")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert names(panel.recipe) == names(OWN)
    assert panel.recipe.steps[0].params["size"] == 96


def test_scrolling_past_a_slider_does_not_change_it(qtbot: QtBot, panel: PreprocessingPanel) -> None:
    row = panel.boxes[2].rows["tiles"]
    panel.boxes[0].switch.setFocus()
    assert row.slider.focusPolicy() == Qt.FocusPolicy.StrongFocus == row.number.focusPolicy()
    for widget in (row.slider, row.number):
        turn_wheel(widget)
    assert panel.recipe == OWN
    row.slider.setFocus()
    turn_wheel(row.slider)
    assert panel.recipe != OWN


def test_undo_takes_back_each_change_and_a_drag_is_one(qtbot: QtBot, panel: PreprocessingPanel) -> None:
    row = panel.boxes[2].rows["tiles"]
    for drag in ((9, 10, 11), (12, 13)):
        row.slider.setSliderDown(True)
        for value in drag:
            row.slider.setValue(value)
        row.slider.setSliderDown(False)
    panel.boxes[2].rows["clip_limit"].number.setValue(5)
    shown = []
    while panel.history.canUndo():
        click(qtbot, panel.undo_button)
        shown.append((panel.recipe.steps[2].params["tiles"], row.slider.value(), row.number.value()))
    assert shown == [(13, 13, 13), (11, 11, 11), (8, 8, 8)]
    assert panel.recipe == OWN and panel.own
    click(qtbot, panel.redo_button)
    assert panel.recipe.steps[2].params["tiles"] == 11


def test_a_drag_back_to_where_it_began_leaves_nothing_to_undo(panel: PreprocessingPanel) -> None:
    slider = panel.boxes[2].rows["tiles"].slider
    for value in (9, 10, 8):
        slider.setValue(value)
    assert panel.recipe == OWN
    assert not panel.history.canUndo()


# ---- the model's own


def test_the_panel_says_plainly_whether_the_recipe_is_the_models_own(qtbot: QtBot, panel: PreprocessingPanel) -> None:
    assert panel.state.text() == "As the model was trained"
    assert not panel.own_button.isEnabled()
    click(qtbot, panel.boxes[2].switch)
    assert "Differs from the model's own: results say so" in panel.state.text()
    click(qtbot, panel.own_button)
    assert panel.recipe == OWN and panel.state.text() == "As the model was trained"
    click(qtbot, panel.undo_button)
    assert not panel.recipe.steps[2].on


def test_a_step_switched_off_and_added_is_no_difference(panel: PreprocessingPanel) -> None:
    panel.add_step("gaussian_blur")
    assert not panel.own
    panel.boxes[-1].switch.click()
    assert panel.own


def test_a_recipe_that_is_not_the_models_own_is_said_to_differ(panel: PreprocessingPanel) -> None:
    panel.set_recipe(Recipe((Step.of("clahe"),)), own=False)
    assert not panel.own and "Differs" in panel.state.text()
    panel.own_button.click()
    assert names(panel.recipe) == names(OWN)


def test_before_any_model_there_is_nothing_to_differ_from(qtbot: QtBot) -> None:
    panel = PreprocessingPanel()
    qtbot.addWidget(panel)
    assert "Differs" not in panel.state.text()


def test_a_new_recipe_clears_the_history_and_tells_nobody(qtbot: QtBot, panel: PreprocessingPanel) -> None:
    panel.add_step("gaussian_blur")
    seen: list[Recipe] = []
    panel.edited.connect(seen.append)
    panel._pace.stop()
    panel._pending = False
    panel.set_recipe(OWN, own=True)
    assert not panel.history.canUndo()
    assert seen == []


# ---- telling the window


def test_edits_are_told_at_once_and_then_at_a_pace(qtbot: QtBot, panel: PreprocessingPanel) -> None:
    seen: list[Recipe] = []
    panel.edited.connect(seen.append)
    slider = panel.boxes[2].rows["clip_limit"].slider
    slider.setValue(300)
    assert seen == [panel.recipe]
    for value in range(301, 400):
        slider.setValue(value)
    assert len(seen) == 1
    qtbot.waitUntil(lambda: seen[-1] == panel.recipe)
    assert len(seen) == 2
    assert seen[-1].steps[2].params["clip_limit"] == 3.99


# ---- presets


def test_a_preset_gives_its_steps_and_leaves_the_models_numbers(qtbot: QtBot, panel: PreprocessingPanel) -> None:
    presets.save("bright & soft", Recipe((Step.of("gaussian_blur", sigma=2.0),), input_size=96))
    panel.presets.aboutToShow.emit()
    entry(panel.presets, "bright && soft").trigger()
    assert names(panel.recipe) == ["gaussian_blur"]
    assert (panel.recipe.input_size, panel.recipe.mean) == (OWN.input_size, OWN.mean)
    click(qtbot, panel.undo_button)
    assert panel.recipe == OWN


def test_saving_asks_for_a_name(qtbot: QtBot, panel: PreprocessingPanel) -> None:
    def answer() -> None:
        dialog = panel.findChild(QWidget, "preset_name")
        dialog.setTextValue("  für Blau  ")
        dialog.accept()

    QTimer.singleShot(0, answer)
    entry(panel.presets, "Save as preset…").trigger()
    qtbot.waitUntil(lambda: presets.names() == ["für Blau"])
    assert presets.load("für Blau") == OWN


def test_delete_import_and_export(panel: PreprocessingPanel, tmp_path: Path) -> None:
    path = tmp_path / "shared.json"
    panel.add_step("white_balance")
    panel.presets.export_file(path)
    assert json.loads(path.read_text("utf-8"))["recipe"] == panel.recipe.to_dict()
    exported = panel.recipe
    panel.use_own()
    panel.presets.import_file(path)
    panel.presets.import_file(path)
    assert panel.recipe == exported
    assert presets.names() == ["shared", "shared (2)"]
    panel.presets.refresh()
    deletes = next(action.menu() for action in panel.presets.actions() if action.menu())
    entry(deletes, "shared").trigger()
    assert presets.names() == ["shared (2)"]


def test_a_bad_preset_is_named_and_changes_nothing(qtbot: QtBot, panel: PreprocessingPanel, tmp_path: Path) -> None:
    path = tmp_path / "foreign.json"
    path.write_text("no preset")
    panel.presets.import_file(path)
    box = panel.findChild(QMessageBox)
    assert box is not None and "foreign.json" in box.text()
    box.accept()
    assert panel.recipe == OWN
    assert presets.names() == []


# ---- display only


def test_the_display_panel_tells_each_value_and_resets(qtbot: QtBot) -> None:
    panel = DisplayPanel()
    qtbot.addWidget(panel)
    seen: list[Display] = []
    panel.changed.connect(seen.append)
    panel.rows["brightness"].slider.setValue(30)
    panel.rows["contrast"].number.setValue(1.5)
    assert seen == [Display(30, 1.0), Display(30, 1.5)]
    panel.reset_button.click()
    assert panel.display.neutral and panel.rows["brightness"].value == 0


def test_the_panel_brings_no_pyqtgraph() -> None:
    code = "import sys, leukemia_desktop.gui.preprocessing_panel; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
