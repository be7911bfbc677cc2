"""Analysing in the window: run, pause, stop, failed fields, another recipe, a refused model, and closing at any moment."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.analysis import Failure
from leukemia_desktop.core.recipe import Step
from leukemia_desktop.core.synthetic import draw_slide
from leukemia_desktop.gui.export_dialog import ExportDialog
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.results_columns import FIELD
from tests.conftest import build_tiny_model

Make = Callable[..., MainWindow]
Slides = Callable[..., Path]


def button(window: MainWindow, name: str) -> QPushButton:
    return next(b for b in window.orders.toolbar.findChildren(QPushButton) if b.objectName() == name)


def click(qtbot: QtBot, widget: QPushButton) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def analyse(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.rooms.run.ended, timeout=60_000):
        click(qtbot, button(window, "primary"))


def outcomes(window: MainWindow) -> dict[str, str]:
    """Label, or "failed", by file name."""
    found = {path: outcome for slide in window.session.slides for path, outcome in slide.outcomes.items()}
    return {p.name: "failed" if isinstance(o, Failure) else o.verdict.label for p, o in found.items()}


def test_a_run_fills_the_table_and_the_panels(make_window: Make, make_slide: Slides, qtbot: QtBot):
    window = make_window(make_slide("A", Benign=2, Pre=3))
    analyse(qtbot, window)
    expected = {f"{label}_{n + 1}.png": label for label, count in (("Benign", 2), ("Pre", 3)) for n in range(count)}
    assert outcomes(window) == expected
    table = window.rooms.table
    assert table.model.rowCount() == 5
    assert table.chips["all"].text() == "All 5"
    assert table.chips["suspicious"].text() == "Suspicious 3"
    assert window.status.device.text().startswith("CPU · ")
    assert window.result.word.text() == "Benign"
    qtbot.waitUntil(lambda: window.result.slide.verdict.text() == "Review required")
    assert "Benign is never released alone" in window.result.slide.note.text()
    assert "review required" in window.browser.slides.state_text(window.session.current)
    assert not window.status.bar.isVisible()


def test_a_slide_of_benign_fields_alone_is_not_released(make_window: Make, tmp_path: Path, qtbot: QtBot):
    draw_slide(tmp_path / "A", fields=3)
    model = build_tiny_model(tmp_path / "models" / "benign", favours="Benign")
    window = make_window(tmp_path / "A", model=str(model))
    analyse(qtbot, window)
    qtbot.waitUntil(lambda: window.result.slide.verdict.text() == "No suspicious field")
    assert window.result.slide.note.isVisible()


def test_slides_are_analysed_in_order_with_one_run(make_window: Make, make_slide: Slides, qtbot: QtBot):
    window = make_window(make_slide("A", Benign=2), make_slide("B", Pro=2))
    states: list[str] = []
    window.session.changed.connect(lambda slide: states.append(f"{slide.name} {slide.state}".strip()))
    analyse(qtbot, window)
    assert states.index("B queued") < states.index("A running") < states.index("B")
    assert outcomes(window)["Pro_2.png"] == "Pro"
    assert window.rooms.table.all_slides.isVisible()
    assert window.rooms.table.model.rowCount() == 2
    click(qtbot, window.rooms.table.all_slides)
    assert window.rooms.table.model.rowCount() == 4


def test_a_field_that_cannot_be_read_is_one_row_with_its_reason(make_window: Make, make_slide: Slides, qtbot: QtBot):
    folder = make_slide("A", Benign=2)
    (folder / "broken.png").write_bytes(b"")
    (folder / "text.jpg").write_text("this is no picture, only a good many letters in a file of that name ........")
    window = make_window(folder)
    analyse(qtbot, window)
    assert outcomes(window) == {
        "Benign_1.png": "Benign",
        "Benign_2.png": "Benign",
        "broken.png": "failed",
        "text.jpg": "failed",
    }
    table = window.rooms.table
    click(qtbot, table.chips["failed"])
    rows = [[table.model.index(r, c).data() for c in (0, 5, 6)] for r in range(table.model.rowCount())]
    assert rows == [
        ["broken.png", "the file is empty (0 bytes)", "failed"],
        ["text.jpg", "not an image: the file holds text", "failed"],
    ]
    window.session.choose_field(folder / "broken.png")
    assert "broken.png: the file is empty (0 bytes)" in window.result.message.text()
    qtbot.waitUntil(lambda: window.result.slide.verdict.text() == "Review required")


def test_pause_rests_between_two_fields_and_goes_on(make_window: Make, slow_slide: Slides, qtbot: QtBot):
    window = make_window(slow_slide("A", 60))
    run, slide = window.rooms.run, window.session.current
    with qtbot.waitSignal(run.progressed, check_params_cb=lambda p: p.done > 0, timeout=30_000):
        click(qtbot, button(window, "primary"))
    click(qtbot, button(window, "pause"))
    assert run.state == "paused"
    assert button(window, "pause").text() == "Go on"
    with qtbot.waitSignal(run.ended, timeout=700, raising=False) as ended:
        pass
    assert not ended.signal_triggered
    rested = len(slide.outcomes)
    assert 0 < rested < 60
    assert window.browser.slides.state_text(slide).startswith("paused")
    with qtbot.waitSignal(run.ended, timeout=60_000):
        click(qtbot, button(window, "pause"))
    assert len(slide.outcomes) == 60


def test_stop_asks_first_and_keeps_what_there_is(make_window: Make, slow_slide: Slides, qtbot: QtBot):
    window = make_window(slow_slide("A", 100))
    run, slide = window.rooms.run, window.session.current
    with qtbot.waitSignal(run.progressed, check_params_cb=lambda p: p.done > 0, timeout=30_000):
        click(qtbot, button(window, "primary"))
    click(qtbot, button(window, "stop"))
    click(qtbot, window.stop_question.go_on_button)
    assert run.state == "running"
    click(qtbot, button(window, "stop"))
    with qtbot.waitSignal(run.ended, timeout=30_000):
        click(qtbot, window.stop_question.stop_button)
    done = len(slide.outcomes)
    assert 0 < done < 100
    assert window.rooms.table.model.rowCount() == done
    assert window.browser.slides.state_text(slide) == f"stopped · {done} of 100"
    analyse(qtbot, window)
    assert len(slide.outcomes) == 100


def test_the_question_goes_when_the_run_ends_by_itself(make_window: Make, make_slide: Slides, qtbot: QtBot):
    window = make_window(make_slide("A", Benign=3))
    with qtbot.waitSignal(window.rooms.run.ended):
        window.rooms.run.start()
        window.orders["stop"].trigger()
        assert window.stop_question is not None
    assert window.stop_question is None


def test_a_slide_opened_during_a_run_is_analysed_after_it(
    make_window: Make, slow_slide: Slides, make_slide: Slides, qtbot: QtBot
):
    window = make_window(slow_slide("A", 40))
    run = window.rooms.run
    run.start()
    assert not button(window, "primary").isEnabled()
    window.open([make_slide("B", Pro=2)])
    qtbot.waitUntil(lambda: len(window.session.slides) == 2)
    assert run.state == "running"
    click(qtbot, button(window, "primary"))
    qtbot.waitUntil(lambda: all(slide.done for slide in window.session.slides), timeout=60_000)
    qtbot.waitUntil(lambda: run.state == "idle")


def test_running_again_takes_everything_from_the_ledger(make_window: Make, make_slide: Slides, qtbot: QtBot):
    window = make_window(make_slide("A", Benign=3))
    analyse(qtbot, window)
    first = dict(window.session.current.outcomes)
    analyse(qtbot, window)
    assert window.session.current.outcomes == first


def test_another_recipe_is_said_wherever_its_results_are(make_window: Make, make_slide: Slides, qtbot: QtBot):
    window = make_window(make_slide("A", Pre=2))
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None)
    panel = window.rooms.preprocessing
    panel.add_step("gaussian_blur")
    qtbot.waitUntil(lambda: "recipe differs" in window.status.model.text())
    analyse(qtbot, window)
    result = next(iter(window.session.current.outcomes.values()))
    assert result.key.made_with(panel.recipe) and not result.key.made_with(window.rooms.run.manifest.recipe)
    assert "recipe differs from the model's own" in window.rooms.table.model.index(0, 5).data()
    assert any("Other preprocessing" in label.text() for label in window.result.flag_labels)
    panel.use_own()
    qtbot.waitUntil(lambda: "recipe differs" not in window.status.model.text())
    analyse(qtbot, window)
    assert "recipe" not in window.rooms.table.model.index(0, 5).data()


def test_the_recipe_of_a_run_is_that_of_its_start(make_window: Make, slow_slide: Slides, qtbot: QtBot):
    window = make_window(slow_slide("A", 30))
    qtbot.waitUntil(lambda: window.rooms.run.manifest is not None)
    own = window.rooms.run.manifest.recipe
    window.rooms.run.start()
    window.rooms.use_recipe(replace(own, steps=(*own.steps, Step.of("gaussian_blur"))))
    qtbot.waitUntil(lambda: window.rooms.run.state == "idle", timeout=60_000)
    assert all(outcome.key.made_with(own) for outcome in window.session.current.outcomes.values())


@pytest.mark.parametrize("damage", ["missing", "altered"])
def test_a_model_that_is_refused_is_one_message(
    make_window: Make, make_slide: Slides, tiny_model: Path, qtbot: QtBot, damage: str
):
    if damage == "missing":
        window = make_window(make_slide("A", Benign=2), model="no such model")
        reason = "no model 'no such model'"
    else:
        with (tiny_model / "model.onnx").open("ab") as stream:
            stream.write(b"\0")
        window = make_window(make_slide("A", Benign=2))
        reason = "model tiny: "
    qtbot.waitUntil(lambda: reason in window.notice.text)
    assert window.status.model.text() == "Model refused"
    window.notice.hide()
    with qtbot.waitSignal(window.rooms.run.refused):
        window.orders["analyse"].trigger()
    qtbot.waitUntil(lambda: window.rooms.run.state == "idle")
    assert reason in window.notice.text
    assert outcomes(window) == {}


def test_a_ledger_that_is_none_is_one_message(make_window: Make, make_slide: Slides, own_home: Path, qtbot: QtBot):
    (own_home / "data").mkdir(exist_ok=True)
    (own_home / "data" / "ledger.sqlite").mkdir()
    window = make_window(make_slide("A", Benign=2))
    with qtbot.waitSignal(window.rooms.run.refused) as refused:
        window.orders["analyse"].trigger()
    qtbot.waitUntil(lambda: window.rooms.run.state == "idle")
    assert "ledger.sqlite" in refused.args[0]
    assert window.notice.text == refused.args[0]


def test_the_export_can_be_read_back(
    make_window: Make, make_slide: Slides, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    folder = make_slide("A", Benign=2, Pre=1)
    (folder / "broken.png").write_bytes(b"")
    window = make_window(folder)
    analyse(qtbot, window)
    click(qtbot, button(window, "export"))
    dialog = window.findChild(ExportDialog)
    dialog.file.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(window.writer.answered, timeout=60_000):
        click(qtbot, dialog.save_button)
    assert window.notice.text == f"Results written to {tmp_path / 'out.csv'}"
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    qtbot.mouseClick(window.notice.open_button, Qt.MouseButton.LeftButton)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path / "out.csv")]
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["file"], row["status"], row["label"]) for row in rows] == [
        ("Benign_1.png", "review", "Benign"),  # coloured noise is too dark for a smear
        ("Benign_2.png", "review", "Benign"),
        ("broken.png", "failed", ""),
        ("Pre_1.png", "review", "Pre"),
    ]
    told = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert told["provider"] == "cpu"
    assert told["slides"][0]["failed"] == 1


def test_nothing_is_written_beside_the_images(make_window: Make, make_slide: Slides, qtbot: QtBot):
    folder = make_slide("A", Benign=2)
    before = sorted(folder.iterdir())
    window = make_window(folder)
    analyse(qtbot, window)
    with qtbot.waitSignal(window.writer.answered):
        window.export_to(folder / "out.csv")
    assert "nothing is written beside the images" in window.notice.text
    assert sorted(folder.iterdir()) == before


def test_rows_are_copied_as_text_that_no_spreadsheet_runs(make_window: Make, make_slide: Slides, qtbot: QtBot):
    folder = make_slide("A", Pre=2)
    (folder / "Pre_1.png").rename(folder / "=1+1.png")
    window = make_window(folder)
    analyse(qtbot, window)
    table = window.rooms.table
    table.view.sortByColumn(FIELD, Qt.SortOrder.AscendingOrder)
    table.view.setFocus()
    table.view.selectAll()
    with qtbot.waitSignal(table.copying.copied, timeout=60_000) as copied:
        qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied.args == [2]
    heading, *rows = QGuiApplication.clipboard().text().splitlines()
    assert heading.split("\t") == ["Field", "Label", "Confidence %", "Prediction set", "Flags", "Status", "Review"]
    assert [row.split("\t")[:2] for row in rows] == [["'=1+1.png", "Pre"], ["Pre_2.png", "Pre"]]


def test_a_row_and_its_thumbnail_lead_to_the_same_field(make_window: Make, make_slide: Slides, qtbot: QtBot):
    window = make_window(make_slide("A", Benign=2, Pre=2))
    analyse(qtbot, window)
    view = window.rooms.table.view
    place = view.visualRect(view.model().index(2, FIELD)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.field.name == "Pre_1.png"
    assert window.browser.field_view.currentIndex().data() == "Pre_1"
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert view.currentIndex().row() == 3


def test_n_goes_to_the_next_field_that_needs_a_look(make_window: Make, tmp_path: Path, qtbot: QtBot):
    draw_slide(tmp_path / "A", fields=3)
    (tmp_path / "A" / "field_0002b.png").write_bytes(b"")
    window = make_window(tmp_path / "A", model=str(build_tiny_model(tmp_path / "models" / "benign", favours="Benign")))
    analyse(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.field.name == "field_0002b.png"


@pytest.mark.parametrize("state", ["going on", "resting", "asked to stop"])
def test_closing_in_the_middle_of_a_run_loses_nothing(make_window: Make, slow_slide: Slides, qtbot: QtBot, state: str):
    """That it ends cleanly, in every state and many times over, is looked at in test_closing.py."""
    window = make_window(slow_slide("A", 20))
    run = window.rooms.run
    with qtbot.waitSignal(run.progressed, check_params_cb=lambda p: p.done > 0, timeout=60_000):
        run.start()
    if state == "resting":
        run.pause()
    elif state == "asked to stop":
        window.orders["stop"].trigger()
    assert window.close()
    assert 0 < len(window.session.current.outcomes) <= 20


def test_closing_at_once_ends_cleanly(make_window: Make, slow_slide: Slides, qtbot: QtBot):
    """Before the model, the thumbnails and the viewer have answered."""
    window = make_window(slow_slide("A", 20))
    window.rooms.run.start()
    assert window.close()
