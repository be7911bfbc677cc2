"""What was open is open again at the next start: after closing, after a kill, and never from a damaged file."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.files import write_text
from leukemia_desktop.core.recipe import Recipe, Step
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.workspace import OpenSlide, Workspace, read_workspace, workspace_path

LONG = 60_000
Make = Callable[..., MainWindow]


def opened(window: MainWindow) -> dict[str, int]:
    return {slide.name: len(slide.fields) for slide in window.session.slides}


def restored(make_window: Make, qtbot: QtBot, slides: int) -> MainWindow:
    window = make_window()
    window.restore()
    qtbot.waitUntil(lambda: len(window.session.slides) == slides, timeout=LONG)
    return window


def test_slides_and_the_chosen_field_come_back(make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot):
    window = make_window(make_slide("A", Benign=3), make_slide("B", Pre=4))
    window.session.choose_field(window.session.slides[1].fields[2].path)
    window.close()
    again = restored(make_window, qtbot, 2)
    assert opened(again) == {"A": 3, "B": 4}
    assert again.session.field.stem == "Pre_3"
    assert again.browser.field_view.currentIndex().data() == "Pre_3"


def test_single_fields_and_folders_above_come_back_as_they_were(
    make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot
):
    outer = make_slide("day", Benign=1)
    make_slide("day/A", Pro=2)
    single = make_slide("B", Pre=3) / "Pre_2.png"
    window = make_window()
    window.open([outer, single])
    qtbot.waitUntil(lambda: len(window.session.slides) == 3, timeout=LONG)
    window.session.remove(next(slide for slide in window.session.slides if slide.name == "day/A"))
    window.close()
    assert opened(restored(make_window, qtbot, 2)) == {"day": 1, "B": 1}


def test_a_changed_recipe_comes_back_and_can_be_undone(make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot):
    window = make_window(make_slide("A", Benign=1))
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    window.rooms.preprocessing.add_step("clahe")
    qtbot.waitUntil(lambda: window.rooms.run.recipe is not None, timeout=LONG)
    changed = window.rooms.run.recipe
    window.close()
    again = restored(make_window, qtbot, 1)
    qtbot.waitUntil(lambda: again.rooms.run.recipe == changed, timeout=LONG)
    again.rooms.preprocessing.history.undo()
    qtbot.waitUntil(lambda: again.rooms.run.recipe is None, timeout=LONG)


def test_panels_come_back_where_they_were(make_window: Make, qtbot: QtBot):
    window = make_window()
    window.docks["preprocessing"].close()
    window.orders["arrange"].trigger()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.docks["result"])
    window.close()
    again = make_window()
    assert again.docks["preprocessing"].isHidden()
    assert again.dockWidgetArea(again.docks["result"]) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert again.docks["slides"].titleBarWidget().isVisible()
    again.orders["reset_layout"].trigger()
    assert not again.docks["preprocessing"].isHidden()
    assert again.dockWidgetArea(again.docks["result"]) == Qt.DockWidgetArea.RightDockWidgetArea


# the offscreen platform says the latter of a window that comes to the front
@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
@pytest.mark.parametrize("name", ["slides", "result", "preprocessing", "results"])
def test_a_panel_floats_and_comes_back(window: MainWindow, name: str):
    dock = window.docks[name]
    dock.setFloating(True)
    bar = dock.titleBarWidget()
    assert bar.float_button.text() == "Put back"
    bar.float_button.click()
    assert not dock.isFloating()


def test_a_panel_behind_another_comes_to_the_front_and_one_in_front_goes(window: MainWindow, qtbot: QtBot):
    front, behind = window.docks["comparison"], window.docks["control"]
    for dock in (behind, front):
        dock.toggleViewAction().trigger()
        qtbot.waitUntil(lambda dock=dock: dock.in_front, timeout=LONG)
    assert not behind.in_front
    behind.toggleViewAction().trigger()
    qtbot.waitUntil(lambda: behind.in_front and not front.in_front, timeout=LONG)
    behind.toggleViewAction().trigger()
    assert behind.isHidden()
    assert not behind.in_front


CHILD = """
import sys
from pathlib import Path
import leukemia_desktop.core.settings as settings
home = Path(sys.argv[1])
settings.platformdirs.user_config_dir = lambda *a, **k: str(home / "config")
settings.platformdirs.user_data_dir = lambda *a, **k: str(home / "data")
settings.Settings(model=sys.argv[3]).write()
from leukemia_desktop.gui import app, main_window
class Window(main_window.MainWindow):  # somebody at work
    def _take_model(self, checked):
        super()._take_model(checked)
        self.rooms.preprocessing.add_step("clahe")
        self.docks["preprocessing"].close()
        self.session.step(2)
app.MainWindow = Window
app.run([Path(sys.argv[2])])
"""


def test_what_was_open_comes_back_after_the_program_was_killed(
    make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot, own_home: Path, tiny_model: Path
):
    arguments = (str(own_home), str(make_slide("A", Benign=4)), str(tiny_model))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen([sys.executable, "-c", CHILD, *arguments], env=environment, stderr=subprocess.DEVNULL)

    def written() -> bool:
        assert child.poll() is None
        kept = Workspace.from_json(workspace_path().read_text("utf-8")) if workspace_path().exists() else Workspace()
        return kept.field.endswith("Benign_3.png") and kept.recipe is not None

    try:
        qtbot.waitUntil(written, timeout=3 * LONG)
    finally:
        child.kill()
        child.wait()
    window = restored(make_window, qtbot, 1)
    assert window.session.field.stem == "Benign_3"
    assert window.docks["preprocessing"].isHidden()
    qtbot.waitUntil(lambda: window.rooms.run.recipe is not None, timeout=LONG)
    assert [step.name for step in window.rooms.run.recipe.steps] == ["square_crop", "clahe"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"format": 2}',
        "[" * 100_000,
        '{"format": 1, "slides": 3}',
        '{"format": 1, "slides": [{"folder": 1, "names": null}]}',
        '{"format": 1, "panels": []}',
        '{"format": 1, "geometry": 7, "field": "x"}',
        '{"format": 1, "unknown": ""}',
    ],
)
def test_a_damaged_session_is_set_aside_and_stops_nothing(text: str):
    workspace_path().parent.mkdir(parents=True)
    workspace_path().write_text(text, "utf-8")
    workspace, complaint = read_workspace()
    assert workspace == Workspace()
    assert "session.damaged.json" in complaint
    assert workspace_path().with_name("session.damaged.json").read_text("utf-8") == text
    assert read_workspace() == (Workspace(), "")


def test_a_session_of_another_mind_opens_a_usual_window(make_window: Make, qtbot: QtBot):
    recipe = Recipe((Step.of("square_crop"),)).to_dict() | {"steps": [{"name": "gone"}]}
    workspace = Workspace(
        slides=(OpenSlide("/nowhere/at all"),),
        field="\0",
        model="tiny",
        recipe=recipe,
        panels={"table": ["?"], "viewer": 7, "display": {"gamma": "x"}},
        geometry="AAAA",
        docks="not base64",
    )
    workspace_path().parent.mkdir(parents=True)
    with workspace_path().open("wb") as stream:
        write_text(stream, workspace.to_json())
    window = make_window()
    window.restore()
    qtbot.waitUntil(lambda: "nowhere" in window.notice.text, timeout=LONG)
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    assert window.rooms.run.recipe is None
    assert not window.docks["result"].isHidden()


def test_the_session_is_written_while_the_window_is_open(make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot):
    make_window(make_slide("A", Benign=2))
    qtbot.waitUntil(
        lambda: workspace_path().exists() and "Benign_1.png" in workspace_path().read_text("utf-8"), timeout=LONG
    )
    assert json.loads(workspace_path().read_text("utf-8"))["format"] == 1


def test_results_of_the_last_session_come_back_without_analysing(
    make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Benign=2, Pre=3))
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    with qtbot.waitSignal(window.rooms.run.ended, timeout=LONG):
        window.orders["analyse"].trigger()
    before = dict(window.session.slides[0].outcomes)
    window.close()
    again = restored(make_window, qtbot, 1)
    slide = again.session.slides[0]
    qtbot.waitUntil(lambda: slide.done and again.rooms.run.begun, timeout=LONG)
    assert slide.outcomes == before  # to the time at which they were analysed
    assert again.rooms.run.state == "idle"
    assert again.rooms.table.model.rowCount() == 5
    assert again.orders["export"].isEnabled()
    assert len(again.rooms.run.report_run().report().outcomes) == 5


def test_a_field_the_ledger_does_not_know_stays_open(make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot):
    folder = make_slide("A", Benign=2)
    window = make_window(folder)
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    with qtbot.waitSignal(window.rooms.run.ended, timeout=LONG):
        window.orders["analyse"].trigger()
    window.close()
    make_slide("A", Pro=1)
    again = restored(make_window, qtbot, 1)
    slide = again.session.slides[0]
    qtbot.waitUntil(lambda: again.rooms.run.begun, timeout=LONG)
    assert {path.stem for path in slide.outcomes} == {"Benign_1", "Benign_2"}
    assert again.browser.slides.state_text(slide) == "2 of 3 analysed"


def test_fields_that_cannot_be_read_are_failed_at_the_next_start_too(
    make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot
):
    folder = make_slide("A", Benign=2)
    (folder / "torn.png").write_bytes((folder / "Benign_1.png").read_bytes()[:60])
    (folder / "void.png").write_bytes(b"")
    untouched = make_slide("B", Pre=1)
    (untouched / "void.png").write_bytes(b"")
    window = make_window(folder)
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None, timeout=LONG)
    with qtbot.waitSignal(window.rooms.run.ended, timeout=LONG):
        window.orders["analyse"].trigger()
    before = {
        path: outcome.reason for path, outcome in window.session.slides[0].outcomes.items() if path.stem in ("torn", "void")
    }
    window.open([untouched])
    qtbot.waitUntil(lambda: len(window.session.slides) == 2, timeout=LONG)
    window.close()
    again = restored(make_window, qtbot, 2)
    slide, other = again.session.slides
    qtbot.waitUntil(lambda: slide.done and again.rooms.run.begun, timeout=LONG)
    assert {field.path: slide.outcomes[field.path].reason for field in slide.failed_fields} == before
    assert "2 failed" in again.browser.slides.state_text(slide)
    again.session.choose(slide)
    assert again.browser.retry_action.isEnabled()
    assert not other.outcomes  # nobody asked for it yet
    assert len(again.rooms.run.report_run().report().outcomes) == 4


def test_filters_search_and_order_come_back(make_window: Make, qtbot: QtBot):
    window = make_window()
    window.rooms.table.restore({"which": "look", "search": "pre", "sorts": [["label", True]], "columns": {"flags": "blur"}})
    kept = window.rooms.table.state()
    assert kept["search"] == "pre"
    assert kept["sorts"] == [["label", True]]
    window.close()
    assert make_window().rooms.table.state() == kept
