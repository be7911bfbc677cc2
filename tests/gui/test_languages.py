"""The languages of the window: each whole, each as its file says, and Persian from right to left."""

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.review import SignOff
from leukemia_desktop.core.settings import shipped
from leukemia_desktop.core.signing import SlideReview
from leukemia_desktop.core.slide import Tally
from leukemia_desktop.gui import core_words, language
from leukemia_desktop.gui.core_sentences import review_sentence, slide_sentence
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.settings_dialog import SettingsDialog
from tests.translating import translations

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = [code for code in translations.LANGUAGES if code != "en"]
CHANGING = re.compile(r"%[sdn]|%\.\d[a-z]|\{[^}]*\}")
CORE = ROOT / "leukemia_desktop" / "core"
ITEMS = ("1 field not reviewed", "2 fields unreadable", "5 fields on which readers disagree")
SIGNED = SignOff("A", "0" * 64, "Dr. Who", "2026-01-02T03:04:05.678Z", "", {"Pre": 3}, ITEMS)


@pytest.fixture
def speak(qtbot: QtBot) -> Iterator[Callable[[str], str]]:
    """speak("fa") lets what is built from then on speak Persian; English again after the test."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = QLocale()
    yield lambda code: language.speak(application, code)
    language.speak(application, "en")
    for translator in application.findChildren(QTranslator, "language"):
        application.removeTranslator(translator)
    QLocale.setDefault(before)


def ts(code: str) -> dict[Any, list[str]]:
    known: dict[Any, list[str]] = translations.read_ts(translations.FOLDER / f"leukemia_{code}.ts")
    return known


# ---- the files


def test_the_window_says_nothing_that_cannot_be_found_to_be_translated():
    _, unclear = translations.sentences()
    assert [each.place for each in unclear] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_sentence_has_its_translation(code: str):
    known = ts(code)
    assert sorted(translations.everything(code) - known.keys()) == [], "make translations takes them into the file"
    assert sorted(known.keys() - translations.everything(code)) == [], "nobody says these any more: make translations"
    assert [sentence.source for sentence, forms in known.items() if not all(forms)] == []


def test_english_knows_one_and_many():
    assert {sentence for sentence in translations.everything() if sentence.counts} == ts("en").keys()
    assert all(len(set(forms)) == 2 for forms in ts("en").values())


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_keeps_what_changes_in_a_sentence(code: str):
    lost = [
        (sentence.source, form)
        for sentence, forms in ts(code).items()
        for form in forms
        if Counter(CHANGING.findall(form)) != Counter(CHANGING.findall(sentence.source))
    ]
    assert lost == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_labels_are_the_same_in_every_language(code: str):
    lost = [
        (sentence.source, forms[0])
        for sentence, forms in ts(code).items()
        for label in ("Benign", "Early", "Pre", "Pro")
        if re.search(rf"\b{label}\b", sentence.source) and label not in forms[0]
    ]
    assert lost == []


@pytest.mark.parametrize("code", translations.LANGUAGES)
def test_what_ships_is_what_was_translated(code: str, qtbot: QtBot):
    """The .qm is made from the .ts: `make translations` after every change."""
    translator = QTranslator()
    assert translator.load(f"leukemia_{code}", str(translations.FOLDER))
    for sentence, forms in ts(code).items():
        if sentence.counts:
            said = {translator.translate(sentence.context, sentence.source, None, n) for n in (1, 2, 5, 1_000_000)}
            assert said == set(forms), sentence.source
        else:
            assert translator.translate(sentence.context, sentence.source) == forms[0]


def test_a_language_is_compiled_as_it_was_compiled_before(tmp_path: Path):
    for code in translations.LANGUAGES:
        translations.release(translations.FOLDER / f"leukemia_{code}.ts", tmp_path / "made.qm")
        said, made = QTranslator(), QTranslator()
        assert said.load(f"leukemia_{code}", str(translations.FOLDER)) and made.load(str(tmp_path / "made.qm"))
        for sentence in ts(code):
            assert said.translate(sentence.context, sentence.source) == made.translate(sentence.context, sentence.source)


def test_reading_and_writing_a_file_changes_nothing(tmp_path: Path):
    for code in translations.LANGUAGES:
        translations.write_ts(tmp_path / "again.ts", code, ts(code))
        assert (tmp_path / "again.ts").read_bytes() == (translations.FOLDER / f"leukemia_{code}.ts").read_bytes()


# ---- what core says


def said_by_core() -> set[str]:
    """Every text of core, with {0}, {1}, ... for what changes in it."""
    found = set()
    for path in CORE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                found.add(_template(node))
                found |= _alternatives(node)
    return found


def _template(node: ast.JoinedStr) -> str:
    parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    numbers = iter(range(len(parts)))
    return "".join(part if isinstance(part, str) else f"{{{next(numbers)}}}" for part in parts)


def _alternatives(node: ast.JoinedStr) -> set[str]:
    """`{folder}: {'a' if b else 'c'}` says two sentences."""
    last = node.values[-1]
    if not isinstance(last, ast.FormattedValue) or not isinstance(last.value, ast.IfExp):
        return set()
    before = _template(ast.JoinedStr(node.values[:-1]))
    return {before + each.value for each in (last.value.body, last.value.orelse) if isinstance(each, ast.Constant)}


def test_every_message_that_is_translated_is_one_of_core():
    assert sorted(set(core_words.MESSAGES) - said_by_core()) == []


def test_everything_that_core_says_of_an_unreadable_field_is_translated():
    tree = ast.parse((CORE / "image.py").read_text("utf-8"))
    raised = [node.exc for node in ast.walk(tree) if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)]
    texts = [call.args[0] for call in raised if isinstance(call.func, ast.Name) and call.func.id == "UnreadableImage"]
    said = {_template(each) for each in texts if isinstance(each, ast.JoinedStr)}
    said |= {each.value for each in texts if isinstance(each, ast.Constant) and isinstance(each.value, str)}
    assert len(said) > 5
    known = core_words.MESSAGES
    assert {each for each in said if each not in known and not re.fullmatch(r"damaged \w+: \{0\}", each)} == set()


def test_a_message_of_core_is_said_in_the_language_of_the_window(speak: Callable[[str], str]):
    speak("de")
    assert core_words.message("the file is empty (0 bytes)") == "die Datei ist leer (0 Bytes)"
    assert core_words.message("/a b/c.csv: the folder /a b does not exist") == "/a b/c.csv: Den Ordner /a b gibt es nicht"
    assert (
        core_words.message("/x: no such folder; /y: nothing matches") == "/x: Diesen Ordner gibt es nicht; /y: Nichts passt"
    )
    assert core_words.message("a sentence that nobody wrote") == "a sentence that nobody wrote"


@pytest.mark.parametrize(
    ("labels", "review", "failed"), [({}, 0, 0), ({"Benign": 3}, 0, 0), ({"Pre": 2, "Pro": 1}, 2, 0), ({"Benign": 1}, 1, 2)]
)
def test_a_slide_is_summed_up_in_the_words_of_core(labels: dict[str, int], review: int, failed: int):
    summary = Tally("A", Counter(labels), review, failed).summary()
    assert slide_sentence(summary) == summary.sentence


@pytest.mark.parametrize("differ", [0, 1, 2])
@pytest.mark.parametrize("signed", [False, True])
def test_a_review_is_summed_up_in_the_words_of_core(differ: int, signed: bool, speak: Callable[[str], str]):
    speak("en")
    review = SlideReview("A", fields=9, reviewed=3, differ=differ, disagree=differ, unreadable=1, loose=2, locked=4)
    assert review_sentence(SlideReview("A")) == SlideReview("A").sentence
    if signed:
        review.signed = SIGNED
    assert review_sentence(review) == review.sentence


# ---- the window


def test_a_language_is_chosen_by_its_code_or_by_the_system(monkeypatch: pytest.MonkeyPatch):
    assert set(language.languages()) == set(translations.LANGUAGES)
    assert language.wanted("fr") == "fr"
    assert language.wanted("tlh") == "en"
    assert language.wanted("system") in language.languages()


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_notice_is_on_the_screen_in_every_language(
    code: str, speak: Callable[[str], str], make_window: Callable[..., MainWindow]
):
    assert speak(code) == code
    window = make_window()
    said = window.status.notice.text()
    assert said == ts(code)[translations.Sentence("core", RESEARCH_USE)][0] != RESEARCH_USE
    assert said.count(".") == 2  # both sentences


def test_persian_is_read_from_right_to_left_and_pictures_are_not(
    speak: Callable[[str], str], make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
):
    field = Pillow.new("RGB", (64, 64), "red")
    field.paste("blue", (32, 0, 64, 64))
    (tmp_path / "slide").mkdir()
    field.save(tmp_path / "slide" / "field.png")
    speak("fa")
    window = make_window(tmp_path / "slide")
    rooms = window.rooms
    assert rooms is not None
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    browser, result = window.browser.mapTo(window, window.browser.rect().center()), window.result
    assert browser.x() > result.mapTo(window, result.rect().center()).x()
    pane = rooms.viewer.original

    def colour(share: float) -> str:
        shown = pane.grab().toImage()
        return shown.pixelColor(round(shown.width() * share), shown.height() // 2).name()

    qtbot.waitUntil(lambda: (colour(0.4), colour(0.6)) == ("#ff0000", "#0000ff"), timeout=60_000)


def test_numbers_are_typed_as_they_are_read(speak: Callable[[str], str]):
    for code in language.languages():
        speak(code)
        assert QLocale().toString(1234.5) == "1234.5"
        assert QLocale().toDouble("0.85") == (0.85, True)


def test_qts_own_words_are_translated_too(speak: Callable[[str], str], qtbot: QtBot):
    speak("de")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert [button.text().replace("&", "") for button in box.findChildren(QPushButton)] == ["Abbrechen"]


def test_the_settings_offer_every_language_by_its_own_name(window: MainWindow, qtbot: QtBot):
    dialog = SettingsDialog(window.settings, window, window.theme.look)
    qtbot.addWidget(dialog)
    offered = {box.itemText(row) for box in dialog.findChildren(QComboBox) for row in range(box.count())}
    assert {"English", "Deutsch", "Español", "Français", "فارسی"} <= offered


def test_the_font_that_is_brought_along_has_every_letter(qtbot: QtBot):
    font = QRawFont(str(shipped("resources") / "fonts" / "DejaVuSans.ttf"), 13)
    assert font.isValid()
    letters = {letter for code in TRANSLATED for forms in ts(code).values() for form in forms for letter in form}
    lacking = {letter for letter in letters - {"\n", "\u200c"} if not font.supportsCharacter(ord(letter))}
    assert lacking == set()
    assert np.ptp([ord(letter) for letter in letters]) > 1000  # Persian was among them


@pytest.mark.parametrize("code", ["de", "es", "fr", "fa"])
def test_findings_of_the_control_are_said_in_the_language_of_the_window(speak: Callable[[str], str], code: str):
    from leukemia_desktop.core.control import Finding
    from leukemia_desktop.gui.control_panel import finding_words

    told = {
        "domain_score": ["domain score is +3.4 SD from the baseline, and was +2.1 SD in the run before", "+3.4", "+2.1"],
        "a/b 1.png": ["a/b 1.png is Pre on cpu, cuda before, and was Benign", "a/b 1.png", "Pre", "cuda", "Benign"],
        "c.png": ["c.png differs by 0.031 in probability now", "c.png", "0.031"],
    }
    speak(code)
    for what, (sentence, *kept) in told.items():
        said = finding_words(Finding("rule", what, sentence))
        assert all(part in said for part in kept), said
        assert not re.search(r"\b(is|was|from|baseline|differs|probability|now|before|domain score)\b", said), said
