"""Models are added and compared on the field on the screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.added_models import add_model
from leukemia_desktop.core.models import default_model, model_folders
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.model_comparison import ModelComparison
from tests.conftest import build_tiny_model

LONG = 60_000
Make = Callable[..., MainWindow]


@pytest.fixture
def two_models(tmp_path: Path) -> None:
    add_model(build_tiny_model(tmp_path / "made" / "a-plain"))
    add_model(build_tiny_model(tmp_path / "made" / "b-early", favours="Early"))


def comparison(window: MainWindow, qtbot: QtBot) -> ModelComparison:
    window.docks["comparison"].toggleViewAction().trigger()
    panel = window.panels["comparison"]
    qtbot.waitUntil(panel.isVisible, timeout=LONG)
    for number in range(panel.models.count()):
        item = panel.models.item(number)
        item.setCheckState(Qt.CheckState.Checked if item.text() in ("a-plain", "b-early") else Qt.CheckState.Unchecked)
    return panel


def words(panel: ModelComparison) -> dict[str, str]:
    return {name: card.word.text() for name, card in panel.cards.items() if card.answer is not None}


def test_two_models_answer_side_by_side_and_follow_the_field(
    make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot, two_models: None
):
    window = make_window(make_slide("A", Pre=1, Pro=1))
    panel = comparison(window, qtbot)
    qtbot.waitUntil(lambda: words(panel) == {"a-plain": "Pre", "b-early": "Pre"}, timeout=LONG)
    window.session.step(1)
    qtbot.waitUntil(lambda: words(panel) == {"a-plain": "Pro", "b-early": "Early"}, timeout=LONG)
    card = panel.cards["a-plain"]
    assert card.answer.outcome.verdict.probabilities[3] > 0.9
    assert "Pro 9" in card.bars.accessibleName() or "Pro 100" in card.bars.accessibleName()
    assert "Prediction set: Pro" in card.note.text()
    assert not card.picture.pixmap().isNull()
    assert window.session.slides[0].outcomes == {}  # nothing of it is a result


def test_it_asks_nobody_while_it_cannot_be_seen(make_window: Make, make_slide: Callable[..., Path], two_models: None):
    window = make_window(make_slide("A", Benign=1))
    panel = window.panels["comparison"]
    assert not panel.isVisible()
    assert not panel._worker.isRunning()


def test_a_model_that_is_broken_says_why_and_the_other_answers(
    make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot, two_models: None
):
    window = make_window(make_slide("A", Benign=1))
    (model_folders()["b-early"] / "model.onnx").write_bytes(b"altered")
    panel = comparison(window, qtbot)
    qtbot.waitUntil(lambda: words(panel) == {"a-plain": "Benign", "b-early": "No answer"}, timeout=LONG)
    assert "altered" in panel.cards["b-early"].note.text()


def test_a_field_that_cannot_be_read_says_why(
    make_window: Make, make_slide: Callable[..., Path], qtbot: QtBot, two_models: None
):
    folder = make_slide("A", Benign=1)
    (folder / "Benign_1.png").write_bytes(b"")
    panel = comparison(make_window(folder), qtbot)
    qtbot.waitUntil(lambda: len(words(panel)) == 2, timeout=LONG)
    assert all(card.note.text() for card in panel.cards.values())


def test_the_models_that_were_ticked_come_back(make_window: Make, qtbot: QtBot, two_models: None):
    window = make_window()
    comparison(window, qtbot)
    window.close()
    again = make_window()
    assert not again.docks["comparison"].isHidden()
    assert set(again.panels["comparison"].ticked) == {"a-plain", "b-early"}
    again.panels["comparison"].restore({"nonsense": 1})
    assert set(again.panels["comparison"].ticked) == {"a-plain", "b-early"}


def test_a_model_is_added_from_a_folder_and_refused_when_it_is_none(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = build_tiny_model(tmp_path / "made" / "of-the-lab")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(made))
    window.orders["add_model_folder"].trigger()
    qtbot.waitUntil(lambda: "of-the-lab is verified" in window.notice.text, timeout=LONG)
    assert window.models.findText("of-the-lab") >= 0
    assert window.panels["comparison"].models.findItems("of-the-lab", Qt.MatchFlag.MatchExactly)
    (tmp_path / "no.zip").write_bytes(b"no zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "no.zip"), ""))
    window.orders["add_model"].trigger()
    qtbot.waitUntil(lambda: "not a zip" in window.notice.text, timeout=LONG)
    assert default_model() in model_folders()
