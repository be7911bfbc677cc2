"""A person decides in the window: keys, reasons, undo, bulk, a second reader who is blind, sign-off, lock and unlock."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.gui.agreement_dialog import PATH, AgreementDialog
from leukemia_desktop.gui.field_list import LABEL as THUMBNAIL_LABEL
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.results_columns import COLUMNS, CONFIDENCE, REVIEW, TELLING
from leukemia_desktop.gui.review_dialogs import BulkQuestion, ReaderQuestion, ReasonQuestion, SignQuestion, UnlockQuestion
from leukemia_desktop.gui.review_panel import ReviewPanel

LIMIT = 60_000
KEYS = {"Benign": Qt.Key.Key_1, "Early": Qt.Key.Key_2, "Pre": Qt.Key.Key_3, "Pro": Qt.Key.Key_4, "Artefact": Qt.Key.Key_6}


class Desk:
    """A window with an analysed slide, as a person uses it: by keys, buttons and dialogs."""

    def __init__(self, qtbot: QtBot, window: MainWindow):
        self.qtbot, self.window = qtbot, window
        panel = window.panels["review"]
        assert isinstance(panel, ReviewPanel) and window.rooms
        self.panel, self.desk, self.table = panel, panel.desk, window.rooms.table
        self.session = window.session

    def analyse(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.orders["analyse"].isEnabled(), timeout=LIMIT)
        assert self.window.rooms
        with self.qtbot.waitSignal(self.window.rooms.run.ended, timeout=LIMIT):
            self.window.orders["analyse"].trigger()

    def enter(self, name: str, pin: str = "") -> None:
        self.panel.ask_reader()
        question = self.panel.question
        assert isinstance(question, ReaderQuestion)
        question.name.setCurrentText(name)
        question.pin.setText(pin)
        self.qtbot.mouseClick(question.agree_button, Qt.MouseButton.LeftButton)

    def be(self, name: str, pin: str = "") -> None:
        self.enter(name, pin)
        self.qtbot.waitUntil(lambda: self.desk.reader == name, timeout=LIMIT)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key of the window, which has to be active again after a dialog."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=LIMIT)
        self.qtbot.keyClick(self.window, key, modifier)

    def press(self, label: str, reason: str = "") -> None:
        """Press the key; give the reason where one is asked for."""
        before = self.panel.question
        self.key(KEYS[label])
        if reason:
            question = self.panel.question
            assert isinstance(question, ReasonQuestion) and question is not before
            question.reason.setCurrentText(reason)
            self.qtbot.keyClick(question.focusWidget(), Qt.Key.Key_Return)  # as the keyboard does: no hand leaves it

    def go(self, name: str) -> None:
        assert self.session.current
        self.session.choose_field(self.session.current.folder / name)

    def said(self, name: str) -> str:
        """What the table says of the field's review."""
        slide = self.session.current
        assert slide
        return self.table.model.text(slide.outcomes[slide.folder / name], REVIEW)

    def wait(self, name: str, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.said(name) == words, timeout=LIMIT)

    def whats(self) -> list[str]:
        with Ledger(self.window.settings.ledger_path) as ledger:
            assert ledger.verify() == ""
            entries = list(ledger.entries())
        return [e["what"] for e in entries if e["what"] not in ("analysed", "reader added")]


@pytest.fixture
def at(qtbot: QtBot, make_window: Callable[..., MainWindow], make_slide: Callable[..., Path]) -> Desk:
    desk = Desk(qtbot, make_window(make_slide("A", Benign=3, Pre=2, Pro=1)))
    desk.analyse()
    return desk


def test_a_key_needs_a_reader_first_and_a_pin_that_fits(at: Desk):
    at.press("Benign")
    assert isinstance(at.panel.question, ReaderQuestion)
    at.panel.question.reject()
    at.be("Ada", "2468")
    at.be("Bo")
    at.enter("Ada", "1111")
    at.qtbot.waitUntil(lambda: "not the PIN" in at.window.notice.text, timeout=LIMIT)
    assert at.desk.reader == "Bo"
    at.be("Ada", "2468")
    assert at.panel.page.reader.text() == "Ada"
    assert at.whats() == []


def test_what_was_wanted_while_nobody_was_reading_is_done_once_somebody_says_who_does(at: Desk):
    at.press("Benign")
    question = at.panel.question
    assert isinstance(question, ReaderQuestion)
    question.name.setCurrentText("Ada")
    at.qtbot.mouseClick(question.agree_button, Qt.MouseButton.LeftButton)
    at.wait("Benign_1.png", "Benign")
    at.qtbot.waitUntil(lambda: "Reviewed as Benign" in at.window.status.currentMessage(), timeout=LIMIT)
    at.panel.actions_by_name["undo"].trigger()
    at.wait("Benign_1.png", "not reviewed")
    at.qtbot.waitUntil(lambda: "Review taken back" in at.window.status.currentMessage(), timeout=LIMIT)
    assert at.whats() == ["review", "undo"]


def test_number_keys_review_and_a_different_label_asks_why(at: Desk):
    at.be("Ada")
    assert at.said("Benign_1.png") == "not reviewed"
    at.press("Benign")
    at.wait("Benign_1.png", "Benign")
    assert at.panel.page.buttons["Benign"].isChecked() and "Ada" in at.panel.page.who.text()
    at.go("Benign_2.png")
    at.press("Pro", "nucleoli")
    at.wait("Benign_2.png", "Pro")
    assert "nucleoli" in at.panel.page.who.text()
    at.press("Artefact")
    question = at.panel.question
    assert isinstance(question, ReasonQuestion)
    assert question.reason.currentText() == "nucleoli"
    question.reason.setCurrentText(" ")
    assert not question.agree_button.isEnabled()
    question.reject()
    assert at.whats() == ["review", "review"]
    assert at.panel.page.progress.value() == 2
    assert "2 of 6 fields reviewed" in at.panel.page.slide_words.text()


def test_the_window_goes_on_by_itself_where_that_is_wished_and_n_finds_what_is_left(at: Desk):
    at.be("Ada")
    at.panel.page.auto.setChecked(True)
    at.press("Benign")
    folder = at.session.current.folder if at.session.current else Path()
    at.qtbot.waitUntil(lambda: at.session.field == folder / "Benign_2.png", timeout=LIMIT)
    at.key(Qt.Key.Key_N)
    assert at.session.field == folder / "Benign_3.png"
    at.go("Pro_1.png")
    at.key(Qt.Key.Key_N)
    assert at.session.field == folder / "Benign_2.png"
    assert at.panel.keep()["auto_advance"] is True


def test_undo_and_redo_are_entries_of_their_own(at: Desk):
    at.be("Ada")
    at.press("Benign")
    at.press("Pro", "why")  # at once: the first is not even on the disk
    at.wait("Benign_1.png", "Pro")
    at.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at.wait("Benign_1.png", "Benign")
    at.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at.wait("Benign_1.png", "not reviewed")
    at.qtbot.waitUntil(lambda: not at.panel.actions_by_name["undo"].isEnabled(), timeout=LIMIT)
    at.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    at.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    at.wait("Benign_1.png", "Pro")
    assert at.whats() == ["review", "review", "undo", "undo", "redo", "redo"]


def test_rows_that_the_filter_shows_are_reviewed_together_after_a_question(at: Desk):
    at.be("Ada")
    at.press("Benign")
    at.wait("Benign_1.png", "Benign")
    at.qtbot.mouseClick(at.table.chips["unreviewed"], Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: at.table.model.rowCount() == 5, timeout=LIMIT)
    at.qtbot.mouseClick(at.panel.page.bulk_button, Qt.MouseButton.LeftButton)
    question = at.panel.question
    assert isinstance(question, BulkQuestion) and "5 fields" in question.words.text()
    choose(question.label, "Artefact")
    question.reason.setCurrentText("smudged")
    at.qtbot.mouseClick(question.agree_button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: at.table.model.rowCount() == 0, timeout=LIMIT)
    at.table.clear_filters()
    assert at.table.model.counts()["unreviewed"] == 0
    at.desk.undo()
    at.qtbot.waitUntil(lambda: at.table.model.counts()["unreviewed"] == 5, timeout=LIMIT)
    assert at.whats() == ["review"] * 6 + ["undo"] * 5
    at.table.header.editors[REVIEW].set_wanted(("Benign",))
    at.qtbot.waitUntil(lambda: at.table.model.rowCount() == 1, timeout=LIMIT)


def labels_table(dialog: AgreementDialog) -> dict[tuple[str, str], str]:
    """The agreement table's cells that are not 0, by their headings."""
    table = dialog.labels
    cells = {
        (table.verticalHeaderItem(row).text(), table.horizontalHeaderItem(column).text()): table.item(row, column).text()
        for row in range(table.rowCount())
        for column in range(table.columnCount())
    }
    return {labels: count for labels, count in cells.items() if count != "0"}


def choose(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(box.findData(key))


def everything_said(window: QWidget) -> str:
    """Words of all widgets that can be seen."""
    said = []
    for each in window.findChildren(QWidget):
        if each.isVisibleTo(window):
            said += [str(each.property("text") or ""), each.accessibleName(), each.toolTip()]
    return "\n".join(said)


def test_a_second_reader_sees_neither_the_programs_label_nor_the_first_readers(at: Desk):
    at.be("Ada")
    at.press("Pro", "nucleoli")
    at.wait("Benign_1.png", "Pro")
    at.window.orders["evidence"].setChecked(True)
    at.table.model.sort(CONFIDENCE)
    at.be("Bo")
    at.panel.page.second.setChecked(True)
    assert at.said("Benign_1.png") == "not reviewed"
    for name in ("result", "comparison"):
        assert at.window.docks[name].isHidden() and not at.window.docks[name].toggleViewAction().isEnabled()
    for name in ("evidence", "evidence_over_original", "next_look", "export"):
        assert not at.window.orders[name].isEnabled()
    assert at.window.rooms and at.window.rooms.viewer.second == "processed"
    for column in TELLING:
        assert at.table.view.isColumnHidden(column), COLUMNS[column]
        assert at.table.model.text(at.table.model.outcome_at(0), column) == "–"
    assert at.table.model.sorts == []
    at.table.search.setText("unidentified")
    assert at.table.model.rowCount() == 0
    at.table.search.clear()
    assert at.window.browser.field_view.model().index(0, 0).data(THUMBNAIL_LABEL) == ""
    words = everything_said(at.window)
    assert "nucleoli" not in words and "low confidence" not in words and "review required" not in words.lower()
    assert not at.panel.page.agreement_button.isEnabled() and not at.panel.page.sign_button.isEnabled()
    at.press("Benign")  # nobody asks why
    at.wait("Benign_1.png", "Benign")
    assert at.whats() == ["review", "review"]
    at.panel.page.second.setChecked(False)
    assert not at.window.docks["result"].isHidden() and at.window.orders["evidence"].isChecked()
    assert at.said("Benign_1.png") == "readers disagree"
    assert not at.table.view.isColumnHidden(CONFIDENCE)


def test_who_disagrees_finds_a_consensus_from_the_agreement_table(at: Desk):
    at.be("Ada")
    for name in ("Benign_1.png", "Pre_1.png"):
        at.go(name)
        at.press(name.partition("_")[0])
        at.wait(name, name.partition("_")[0])
    at.be("Bo")
    at.panel.page.second.setChecked(True)
    at.press("Pre")
    at.wait("Pre_1.png", "Pre")
    at.go("Benign_1.png")
    at.press("Pro")
    at.wait("Benign_1.png", "Pro")
    at.panel.page.second.setChecked(False)
    at.go("Pro_1.png")
    at.qtbot.mouseClick(at.panel.page.agreement_button, Qt.MouseButton.LeftButton)
    dialog = at.panel.question
    assert isinstance(dialog, AgreementDialog)
    rows = [[dialog.table.item(row, c).text() for c in range(5)] for row in range(dialog.table.rowCount())]
    assert rows[0][:4] == ["A", "first reader – second reader", "2", "1"] and rows[0][4].startswith("0.33")
    assert rows[1][:4] == ["A", "first reader – program", "2", "2"] and rows[1][4].startswith("1.00")
    assert dialog.fields.count() == 1
    assert dialog.who.text() == "A: rows are what the first reader says, columns the second reader"
    assert labels_table(dialog) == {("Benign", "Pro"): "1", ("Pre", "Pre"): "1"}
    dialog.table.selectRow(1)
    assert labels_table(dialog) == {("Benign", "Benign"): "1", ("Pre", "Pre"): "1"}
    dialog.fields.itemActivated.emit(dialog.fields.item(0))
    assert at.session.field == dialog.fields.item(0).data(PATH)
    dialog.close()
    at.press("Pro", "Agreed by both readers")
    at.wait("Benign_1.png", "Pro")
    at.be("Ada")
    assert at.said("Benign_1.png") == "Pro"
    assert "Open: 4 fields not reviewed" in at.panel.page.slide_words.text()


def test_a_signed_slide_is_locked_until_somebody_says_why(at: Desk, tmp_path: Path):
    at.be("Ada")
    at.press("Benign")
    at.wait("Benign_1.png", "Benign")
    at.qtbot.mouseClick(at.panel.page.sign_button, Qt.MouseButton.LeftButton)
    question = at.panel.question
    assert isinstance(question, SignQuestion) and "5 fields not reviewed" in question.words.text()
    question.comment.setText("checked")
    at.qtbot.mouseClick(question.agree_button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: "Signed off by Ada" in at.panel.page.slide_words.text(), timeout=LIMIT)
    assert not at.panel.page.buttons["Pro"].isEnabled()
    at.press("Benign")
    assert "signed off by Ada" in at.window.notice.text
    at.desk.undo()
    at.qtbot.waitUntil(lambda: at.window.notice.text.startswith("Slide A is signed off by Ada; unlock"), timeout=LIMIT)
    assert at.said("Benign_1.png") == "Benign"
    with at.qtbot.waitSignal(at.window.writer.answered, timeout=LIMIT):
        at.window.export_to(tmp_path / "report.csv")
    assert "Signed off by Ada" in (tmp_path / "report.json").read_text("utf-8")
    assert ",Benign,,Ada," in (tmp_path / "report.csv").read_text("utf-8-sig")
    at.qtbot.mouseClick(at.panel.page.sign_button, Qt.MouseButton.LeftButton)
    question = at.panel.question
    assert isinstance(question, UnlockQuestion) and not question.agree_button.isEnabled()
    question.reason.setText("mixed up")
    at.qtbot.mouseClick(question.agree_button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: at.panel.page.buttons["Pro"].isEnabled(), timeout=LIMIT)
    at.press("Pro", "second look")
    at.wait("Benign_1.png", "Pro")
    assert at.whats() == ["review", *["locked"] * 6, "sign_off", "unlock", "review"]


def test_an_unreadable_field_is_set_aside_so_that_nothing_is_open_at_the_sign_off(
    qtbot: QtBot, make_window: Callable[..., MainWindow], make_slide: Callable[..., Path]
):
    folder = make_slide("A", Benign=1)
    (folder / "notes.png").write_text("words, and somebody called them a picture: nothing that can be read", "utf-8")
    (folder / "torn.png").write_bytes((folder / "Benign_1.png").read_bytes()[:900])
    at = Desk(qtbot, make_window(folder))
    at.analyse()
    at.be("Ada")
    at.press("Benign")
    at.wait("Benign_1.png", "Benign")
    at.key(Qt.Key.Key_N)
    assert at.session.field == folder / "notes.png" and "2 fields unreadable" in at.panel.page.slide_words.text()
    can = [label for label, button in at.panel.page.buttons.items() if button.isEnabled()]
    assert can == ["Not classed", "Artefact"]
    at.key(KEYS["Pro"])
    assert "can be set aside as Not classed / Artefact" in at.window.notice.text
    at.press("Artefact", "no picture")
    at.wait("notes.png", "Artefact")
    qtbot.mouseClick(at.table.chips["failed"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: at.table.model.rowCount() == 2, timeout=LIMIT)
    qtbot.mouseClick(at.panel.page.bulk_button, Qt.MouseButton.LeftButton)
    question = at.panel.question
    assert isinstance(question, BulkQuestion)
    assert [question.label.itemData(row) for row in range(question.label.count())] == can
    choose(question.label, "Not classed")
    question.reason.setCurrentText("torn")
    qtbot.mouseClick(question.agree_button, Qt.MouseButton.LeftButton)
    at.wait("torn.png", "Not classed")
    at.key(Qt.Key.Key_N)
    assert "Every analysed field of this slide is reviewed" in at.window.notice.text
    assert "Open: nothing" in at.panel.page.slide_words.text()
    qtbot.mouseClick(at.panel.page.sign_button, Qt.MouseButton.LeftButton)
    question = at.panel.question
    assert isinstance(question, SignQuestion)
    qtbot.mouseClick(question.agree_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "open then: nothing" in at.panel.page.slide_words.text(), timeout=LIMIT)


def test_reviews_and_the_reader_are_there_again_at_the_next_start(at: Desk, make_window: Callable[..., MainWindow]):
    at.be("Ada")
    at.press("Benign")
    at.press("Pro", "why")
    folder = at.session.current.folder if at.session.current else Path()
    at.window.close()  # at once: what was decided is kept first
    again = Desk(at.qtbot, make_window(folder))
    again.analyse()
    again.wait("Benign_1.png", "Pro")
    at.qtbot.waitUntil(lambda: again.desk.reader == "Ada", timeout=LIMIT)


def test_return_keeps_the_reason_that_stands_there_and_the_name_that_was_typed(at: Desk):
    at.be("Ada")
    at.press("Pro", "nucleoli")
    at.wait("Benign_1.png", "Pro")
    at.go("Benign_2.png")
    at.key(KEYS["Pro"])
    question = at.panel.question
    assert isinstance(question, ReasonQuestion) and question.reason.lineEdit().selectedText() == "nucleoli"
    at.qtbot.keyClick(question.focusWidget(), Qt.Key.Key_Return)  # all of it is selected
    at.wait("Benign_2.png", "Pro")
    assert "nucleoli" in at.panel.page.who.text() and at.whats() == ["review", "review"]
    at.panel.ask_reader()
    question = at.panel.question
    assert isinstance(question, ReaderQuestion)
    question.name.setCurrentText("Bo")
    question.name.lineEdit().selectAll()
    at.qtbot.keyClick(question.name, Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: at.desk.reader == "Bo", timeout=LIMIT)
