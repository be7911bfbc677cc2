"""The panel in which a person decides: who is reading, what the field is, how far the slide is, sign-off."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leukemia_desktop.core.outcome import Outcome, Result
from leukemia_desktop.core.review import OF_UNREADABLE, REVIEW_LABELS, labels_for
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.signing import SlideReview
from leukemia_desktop.gui.agreement_dialog import AgreementDialog, Read
from leukemia_desktop.gui.blind import Blindfold
from leukemia_desktop.gui.core_sentences import review_sentence
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.remembering import remember_reviews
from leukemia_desktop.gui.review_desk import ReviewDesk
from leukemia_desktop.gui.review_dialogs import (
    BulkQuestion,
    ReaderQuestion,
    ReasonQuestion,
    ReasonsQuestion,
    SignQuestion,
    UnlockQuestion,
)
from leukemia_desktop.gui.review_errands import Decide
from leukemia_desktop.gui.review_marks import decided_words, review_words
from leukemia_desktop.gui.review_page import KEYS, ReviewPage
from leukemia_desktop.gui.scroll_edge import ScrollEdge
from leukemia_desktop.gui.scrolling import scrolled
from leukemia_desktop.gui.session import Slide
from leukemia_desktop.gui.words import choice_words, label_of
from leukemia_desktop.gui.workspace_keeper import kept_part

if TYPE_CHECKING:
    from leukemia_desktop.gui.main_window import MainWindow

SAID = 8000
"""Milliseconds for which the status bar says what was decided."""


def build(window: "MainWindow") -> QWidget:
    """See gui.panels."""
    return ReviewPanel(window)


class ReviewPanel(QWidget):
    """Asks and shows; what is decided goes through `desk`."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        assert window.rooms is not None
        self._window, self._session, self.table = window, window.session, window.rooms.table
        self.desk = ReviewDesk(window.session, window.settings, self)
        self.blindfold = Blindfold(window)
        self.history = window.rooms.history
        remember_reviews(self.history, self.desk)
        self._then: Callable[[], object] | None = None
        self._last_reason, self._wanted_reader, self._wanted_blind = "", "", False
        self.question: QWidget | None = None
        """The dialog that is open, or was last."""
        self._make_actions()
        self.page = ReviewPage(self)
        self._connect_page()
        self.table.model.set_reviews(self.desk.review_of, self.desk.key_of)
        window.browser.fields.set_reviews(self.desk.key_of)
        self.history.changed.connect(self._allow_back)
        self.history.told.connect(self._tell_back)
        window.ready.connect(self.history.begin)
        self.desk.changed.connect(self._take_changed)
        self.desk.entered.connect(self._take_entered)
        self.desk.decided.connect(self._go_on)
        self.desk.said.connect(window.notice.say)
        for signal in (self._session.field_chosen, self._session.chosen, self._session.changed):
            signal.connect(lambda _: self.refresh())
        self.refresh()

    # ---- what a person does

    def decide(self, label: str) -> None:
        """Say `label` of the field on the screen; where that differs from the program, ask why first."""
        outcome = self._session.outcome_of(field := self._session.field)
        if not self.desk.reader:
            self.ask_reader(lambda: self.decide(label) if self._session.field == field else None)
        elif outcome is None:
            self._window.notice.say(self.tr("This field has no result to review: analyse the slide first (F5)."))
        elif label not in (can := labels_for(outcome)):
            words = self.tr("This field could not be read. It can be set aside as {labels}.")
            self._window.notice.say(words.format(labels=" / ".join(map(review_words, can))))
        elif signed := self.desk.sign_off_of(outcome):
            self._window.notice.say(
                self.tr("Slide {slide} is signed off by {by}; unlock it to change its reviews.").format(
                    slide=signed.slide, by=signed.reader
                )
            )
        elif self.desk.needs_reason(outcome, label):
            words = self.tr("{label}, where the program says {program}: why?").format(
                label=review_words(label), program=choice_words(label_of(outcome))
            )
            question = ReasonQuestion(words, self.desk.reasons, self._last_reason, self)
            question.answered.connect(partial(self._decide_with, outcome, label))
            self._open(question)
        else:
            self.desk.review([outcome], label)

    def next_unreviewed(self) -> None:
        """Go to the next field of the slide that has no review, and from the last one to the first."""
        slide, field = self._session.current, self._session.field
        if slide is None:
            return
        at = slide.index.get(field, -1) if field else -1
        for each in slide.fields[at + 1 :] + slide.fields[: at + 1]:
            outcome = slide.outcomes.get(each.path)
            if outcome is not None and self.desk.review_of(outcome) is None:
                self._session.choose_field(each.path)
                return
        self._window.notice.say(self.tr("Every analysed field of this slide is reviewed."))

    def ask_reader(self, then: Callable[[], object] | None = None) -> None:
        """Ask who is reading, and do `then` what a person wanted when nobody was: no key has to be pressed twice."""
        self._then = None
        question = ReaderQuestion(self.desk.readers, self.desk.reader or self._wanted_reader, self)
        question.answered.connect(partial(self._enter, then))
        self._open(question)

    def ask_bulk(self) -> None:
        """The same review for the selected rows, or for all that the filters show, after a question."""
        if not self.desk.reader:
            self.ask_reader(self.ask_bulk)
            return
        paths = self.table.selected()
        shown = range(self.table.model.rowCount())
        outcomes = (
            [self._session.outcome_of(p) for p in paths]
            if len(paths) > 1
            else [self.table.model.outcome_at(r) for r in shown]
        )
        free = [o for o in outcomes if o and not self.desk.sign_off_of(o) and self.desk.role_for(o) != "consensus"]
        read = [o for o in free if isinstance(o, Result)]
        can = REVIEW_LABELS if read else OF_UNREADABLE
        free = read or free  # what could not be read is set aside apart: nobody overlooks it among the others
        if not free:
            self._window.notice.say(self.tr("No row that can be reviewed: analyse first, or unlock the slide."))
            return
        left = len(outcomes) - len(free)
        words = self.tr("%s rows are left out: unreadable, signed off, or readers disagree.") % left if left else ""
        labels = [(label, review_words(label)) for label in can]
        question = BulkQuestion(len(free), labels, self.desk.reasons, words, self)
        question.answered.connect(partial(self.desk.review, free))
        self._open(question)

    def ask_sign(self) -> None:
        """Sign the slide off, or unlock it where it is signed."""
        slide = self._session.current
        if slide is None:
            return
        if not self.desk.reader:
            self.ask_reader(self.ask_sign)
            return
        state = self.state_of(slide)
        if state.signed:
            unlock = UnlockQuestion(slide.name, state.signed.reader, self)
            unlock.answered.connect(partial(self.desk.unlock, slide))
            self._open(unlock)
        else:
            sign = SignQuestion(slide.name, review_sentence(state), self.desk.reader, self)
            sign.answered.connect(partial(self.desk.sign, slide))
            self._open(sign)

    def show_agreement(self) -> None:
        slides = []
        for slide in self._session.slides:
            results = [o for o in slide.outcomes.values() if isinstance(o, Result)]
            held = {o.key.image_sha256: self.desk.readings_of(o) for o in results}
            slides.append(Read(slide.name, results, {image: each for image, each in held.items() if each.each}))
        dialog = AgreementDialog(slides, self)
        dialog.chosen.connect(self._session.choose_field)
        self._open(dialog)

    def ask_reasons(self) -> None:
        question = ReasonsQuestion(self.desk.reasons, self)
        question.answered.connect(self.desk.set_reasons)
        self._open(question)

    # ---- what the window tells

    def set_settings(self, settings: Settings) -> None:
        self.desk.settings = settings

    def set_theme(self, look: Look) -> None:
        self.edge.set_look(look)
        self.page.update()

    def keep(self) -> dict[str, object]:
        asks = self.desk.readers.get(self.desk.reader, False)
        return {
            "auto_advance": self.page.auto.isChecked(),
            "reader": self.desk.reader or self._wanted_reader,
            "asks": asks,
            "second": self.desk.blind or self._wanted_blind,
        }

    def restore(self, kept: object) -> None:
        """A reader without a PIN reads on; one with a PIN is asked for it. A second reading stays one."""
        self.page.auto.setChecked(bool(kept_part(kept, "auto_advance", bool)))
        self._wanted_reader = kept_part(kept, "reader", str) or ""
        if self._wanted_reader and not kept_part(kept, "asks", bool):
            self.desk.enter(self._wanted_reader, "")
        self.page.second.setChecked(bool(kept_part(kept, "second", bool)))

    def close_down(self) -> None:
        self.desk.close_down()

    # ---- showing

    def state_of(self, slide: Slide) -> SlideReview:
        """The slide as persons reviewed it, as far as this reader may know."""
        state = SlideReview(slide.name)
        for outcome in slide.outcomes.values():
            state.add(outcome, self.desk.readings_of(outcome), self.desk.sign_off_of(outcome))
        state.fields = len(slide.fields)
        return state

    def refresh(self) -> None:
        """Show the field, the slide and who is reading."""
        desk, slide = self.desk, self._session.current
        self.page.show_reader(desk)
        self.page.show_field(self._session.outcome_of(self._session.field), desk)
        self.page.show_slide(self.state_of(slide) if slide and slide.outcomes else None, blind=desk.blind)
        for name, can in (
            ("sign", self.page.sign_button.isEnabled()),
            ("agreement", not desk.blind),
        ):
            self.actions_by_name[name].setEnabled(can)
        self._allow_back()

    def _tell_back(self, words: str, back: bool) -> None:
        told = self.tr("Taken back: %s") if back else self.tr("Done again: %s")
        self._window.status.showMessage(told % words, SAID)

    def _allow_back(self) -> None:
        self.actions_by_name["undo"].setEnabled(self.history.can_undo)
        self.actions_by_name["redo"].setEnabled(self.history.can_redo)

    def _take_changed(self, paths: list) -> None:
        self.table.model.review_changed(paths)
        self._window.browser.fields.review_changed(paths)
        self.refresh()

    def _enter(self, then: Callable[[], object] | None, name: str, pin: str) -> None:
        self._then = then
        self.desk.enter(name, pin)

    def _take_entered(self) -> None:
        self.table.model.review_changed([])
        self._window.browser.fields.review_changed([])
        self.refresh()
        if self.desk.reader and self._then is not None:
            then, self._then = self._then, None
            then()

    def _go_on(self, request: Decide) -> None:
        self._window.status.showMessage(decided_words(request, self.actions_by_name), SAID)
        outcome = self._session.outcome_of(self._session.field)
        one = [change.key for change in request.changes]
        if self.page.auto.isChecked() and request.what == "review" and outcome is not None and one == [outcome.key]:
            self.next_unreviewed()

    def _decide_with(self, outcome: Outcome, label: str, reason: str) -> None:
        self._last_reason = reason
        self.desk.review([outcome], label, reason)

    def _set_blind(self, on: bool) -> None:
        self.desk.set_blind(on)
        self.refresh()

    def _open(self, question: QWidget) -> None:
        self.question = question
        question.open()  # type: ignore[attr-defined]

    # ---- building

    def _make_actions(self) -> None:
        self.actions_by_name: dict[str, QAction] = {}
        say = self.tr
        for label, key in KEYS.items():
            self._action(f"review {label}", say("Review: %s") % review_words(label), (key,), partial(self.decide, label))
        for name, words, keys, run in (
            ("next", say("Next field without review"), ("N",), self.next_unreviewed),
            ("undo", say("Undo"), ("Ctrl+Z",), self.history.undo),
            ("redo", say("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), self.history.redo),
            ("bulk", say("Review rows…"), (), self.ask_bulk),
            ("sign", say("Sign off or unlock the slide…"), (), self.ask_sign),
            ("agreement", say("Agreement…"), (), self.show_agreement),
            ("reader", say("Who is reading…"), (), self.ask_reader),
            ("reasons", say("Reasons…"), (), self.ask_reasons),
        ):
            self._action(name, words, keys, run)

    def _action(self, name: str, words: str, keys: tuple[str, ...], run: object) -> None:
        action = QAction(words, self)
        action.setObjectName(f"review_{name.removeprefix('review ').replace(' ', '_').lower()}")
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _=False: run())  # type: ignore[operator]
        self.addAction(action)
        self._window.addAction(action)  # the keys hold also while the panel and the menu bar are hidden
        self.actions_by_name[name] = action

    def _connect_page(self) -> None:
        page = self.page
        page.pressed.connect(self._press)
        page.second.toggled.connect(self._set_blind)
        for button, run in (
            (page.reader, self.ask_reader),
            (page.next_button, self.next_unreviewed),
            (page.bulk_button, self.ask_bulk),
            (page.agreement_button, self.show_agreement),
            (page.sign_button, self.ask_sign),
        ):
            button.clicked.connect(lambda _=False, run=run: run())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = scrolled(page, self, page.word.accessibleName())
        self.edge = ScrollEdge(scroll)
        whole.addWidget(scroll)

    def _press(self, label: str) -> None:
        self.refresh()  # a press does not check the button; the ledger's answer does
        self.decide(label)
