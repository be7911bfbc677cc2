"""In a made-up language, in which every sentence stands between ⟦ and ⟧, nothing a person sees stands outside."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QGraphicsSimpleTextItem,
    QGraphicsTextItem,
    QGraphicsView,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.models import model_folders
from leukemia_desktop.core.trust import FLAGS
from leukemia_desktop.gui.log_dialog import LogDialog
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.measuring import ask_length
from leukemia_desktop.gui.palette import Palette
from leukemia_desktop.gui.questions import StopQuestion, show_about
from leukemia_desktop.gui.settings_dialog import SettingsDialog
from leukemia_desktop.gui.shortcuts_dialog import ShortcutsDialog
from tests.gui.outcomes import result
from tests.translating import FOLDER, read_ts

NO_WORDS = (
    "Leukemia Desktop",
    *("Benign", "Early", "Pre", "Pro"),
    *("English", "Deutsch", "Español", "Français", "فارسی"),  # each language by its own name
    *("CPU", "CUDA", "RGB", "UTC", "HTML", "PDF", "CSV", "JSON", "Excel"),
    *("px", "µm", "MB", "MP", "GB"),
    *("tiny", *model_folders()),
    *("Ctrl", "Shift", "Alt", "PgUp", "PgDown", "Home", "End", "Del", "Delete", "Esc", "Return", "Enter", "Space", "Tab"),
    *("Up", "Down", "Left", "Right", "Backspace", "Ins"),  # keys: Qt names them itself
)
NOT_OURS = ("ViewBox", "PlotItem", "GraphicsScene")
"""Contexts of libraries."""
NAMES = r"[\w./\\:~-]*\.(?:png|sqlite|txt|csv|json)\b|\b(?:Benign|Pre)_\d+\b|\bslide\b|/[\w./-]+"


class Pretended(QTranslator):
    """Translates everything, and remembers what it was asked in the window's own contexts."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        self.asked.add((context, source))
        return f"⟦{source}⟧"


def outside(text: str) -> str:
    """What of a text no translation has seen, without what is the same in every language."""
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = shorter
    text = re.sub(NAMES, " ", re.sub(r"</?[a-z][^>]*>", " ", text))
    text = re.sub(r"\bF\d+\b|[+/]?\b[A-Z]\b", " ", text)  # keys, channels and axes
    for word in NO_WORDS:
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text)
    return " ".join(re.findall(r"[^\W\d_]{2,}", text))


def texts(top: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of everything in a window that a person can read or be read."""
    for each in [top, *top.findChildren(QObject)]:
        where = f"{type(each.parent()).__name__} › {type(each).__name__} {each.objectName()}"
        if isinstance(each, QWidget):
            yield where + " tooltip", each.toolTip()
            yield where + " name", each.accessibleName()
            yield where + " description", each.accessibleDescription()
            if not isinstance(each, QLabel):
                yield where + " title", each.windowTitle()
        if isinstance(each, QLabel | QAbstractButton):
            yield where, each.text()
        if isinstance(each, QLineEdit):
            yield where + " placeholder", each.placeholderText()
        if isinstance(each, QGroupBox | QMenu):
            yield where, each.title()
        if isinstance(each, QAction):
            yield from (
                (where, each.text()),
                (where + " tooltip", each.toolTip()),
                (where + " hint", each.property("hint") or ""),
            )
        if isinstance(each, QComboBox):
            yield from ((where, each.itemText(row)) for row in range(each.count()))
        if isinstance(each, QTabBar):
            yield from ((where, each.tabText(at)) for at in range(each.count()))
        if isinstance(each, QGraphicsView) and each.scene() is not None:
            for item in each.scene().items():
                if isinstance(item, QGraphicsTextItem):
                    yield where + " item", item.toPlainText()
                elif isinstance(item, QGraphicsSimpleTextItem):
                    yield where + " item", item.text()
        if isinstance(each, QAbstractItemModel):
            yield from _of_model(each, f"{where} of {type(top).__name__}")


def _of_model(model: QAbstractItemModel, where: str) -> Iterator[tuple[str, str]]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        yield f"{where} heading", heading if isinstance(heading, str) else ""
        for row in range(min(20, model.rowCount())):
            for role in roles:
                text = model.index(row, column).data(role)
                yield f"{where} {row},{column}", text if isinstance(text, str) else ""


def untranslated(top: QWidget) -> str:
    return "\n".join(sorted({f"{where}: {text!r}" for where, text in texts(top) if outside(text)}))


@pytest.fixture
def pretended(qtbot: QtBot) -> Iterator[Pretended]:
    translator = Pretended()
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def analysed(
    pretended: Pretended, make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
) -> MainWindow:
    """A window that has seen a slide with a file that is no image."""
    slide = make_slide("slide", Benign=2, Pre=2)
    (slide / "Pre_9.png").write_text("no image " * 20)
    window = make_window(slide)
    assert window.rooms is not None
    rooms = window.rooms
    qtbot.waitUntil(lambda: rooms.run.can_start, timeout=60_000)
    with qtbot.waitSignal(rooms.run.ended, timeout=60_000):
        window.orders["analyse"].trigger()
    return window


def test_a_sentence_that_nobody_translates_is_found():
    assert outside("⟦Open folder⟧ (Ctrl+Shift+O)") == ""
    assert outside("⟦{a} of {b}⟧ · 3 fields") == "fields"
    assert outside("⟦Move ⟦Gaussian blur⟧⟧ Pre_1.png") == ""


def test_every_word_of_the_window_is_translated(analysed: MainWindow, pretended: Pretended, qtbot: QtBot):
    assert analysed.rooms is not None
    for row, path in enumerate(field.path for field in analysed.session.slides[0].fields):
        analysed.session.choose_field(path)
        outcome = analysed.session.outcome_of(path)
        assert outcome is not None, row
        analysed.notice.say(getattr(outcome, "reason", ""))
        assert untranslated(analysed) == ""
    for name in ("cells", "evidence", "evidence_over_original"):
        analysed.orders[name].setChecked(True)
    for dock in analysed.docks.values():
        dock.setVisible(True)
    analysed.rooms.table.columns.fill()
    assert untranslated(analysed) == ""
    pairs = {(sentence.context, sentence.source) for sentence in read_ts(FOLDER / "leukemia_de.ts")}
    # a class may be asked for what the class that it is a kind of says; a module says everything itself
    known = {source for context, source in pairs if context[0].isupper() or context[0] == "_"}
    asked = {
        (context, source) for context, source in pretended.asked if not context.startswith("Q") and context not in NOT_OURS
    }
    unknown = sorted(f"{context}: {source}" for context, source in asked - pairs if context.islower() or source not in known)
    assert not unknown, "\n".join(unknown)


def test_every_word_of_a_result_is_translated(analysed: MainWindow):
    slide = analysed.session.slides[0]
    flags = ("low_confidence", "ambiguous_set", "out_of_domain", "blurred", "over_exposed", "under_exposed", "few_cells")
    flags += ("magnification", "damaged_file", "synthetic")
    assert set(flags) == set(FLAGS)
    for score, differs in ((0.5, False), (1.5, True)):
        outcome = result("Pre_1.png", "Pre", 0.5, "slide", *flags)
        outcome = replace(outcome, verdict=replace(outcome.verdict, label="Unidentified"), domain_score=score)
        analysed.result.show_outcome(slide, outcome, 0, differs=differs)
        assert untranslated(analysed.result) == ""


def test_every_step_of_the_preprocessing_is_translated(analysed: MainWindow):
    from leukemia_desktop.core.recipe import STEPS

    assert analysed.rooms is not None
    panel = analysed.rooms.preprocessing
    for name in STEPS:
        panel.add_step(name)
        assert outside(panel.undo_button.toolTip()) == ""
    assert len(panel.boxes) >= len(STEPS)
    assert untranslated(panel) == ""


DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    "settings": lambda window: SettingsDialog(window.settings, window, window.theme.look).open(),
    "shortcuts": lambda window: ShortcutsDialog(window.commands(), window.keys, window).open(),
    "palette": lambda window: Palette(window.commands(), window).open(),
    "log": lambda window: LogDialog(lambda: "", window).open(),
    "stop": lambda window: StopQuestion(window).open(),
    "about": show_about,
    "length": lambda window: ask_length(window, 100.0, lambda _: None, lambda: None),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_word_of_a_dialog_is_translated(name: str, pretended: Pretended, window: MainWindow, qtbot: QtBot):
    before = set(_dialogs())
    DIALOGS[name](window)
    qtbot.waitUntil(lambda: bool(set(_dialogs()) - before), timeout=60_000)
    for dialog in set(_dialogs()) - before:
        assert untranslated(dialog) == ""
        dialog.close()


def _dialogs() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
