"""What the review panel shows: the field's review, a button for every label, how far the slide is, who is reading."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leukemia_desktop.core.outcome import Outcome
from leukemia_desktop.core.review import REVIEW_LABELS, labels_for
from leukemia_desktop.core.signing import SlideReview
from leukemia_desktop.gui.core_sentences import review_sentence
from leukemia_desktop.gui.facts import rule
from leukemia_desktop.gui.review_desk import ReviewDesk
from leukemia_desktop.gui.review_marks import UNREVIEWED, about, review_icon, review_words

KEYS = dict(zip(REVIEW_LABELS, "1234056", strict=True))


class ReviewPage(QWidget):
    """`pressed` carries the label of the button; the other buttons, switches and lines are the panel's to connect."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.reader = QPushButton(self)
        self.reader.setToolTip(self.tr("Every review carries this name"))
        self.second = QCheckBox(self.tr("Second reader (blind)"), self)
        self.second.setToolTip(self.tr("Hide what the program and the first reader say"))
        self.mark, self.word, self.who = QLabel(self), QLabel(self), QLabel(self)
        self.word.setObjectName("label_word")
        self.word.setAccessibleName(self.tr("Review"))
        self.auto = QCheckBox(self.tr("Go on by itself after a review"), self)
        self.slide_words = QLabel(self)
        for label in (self.who, self.slide_words):
            label.setObjectName("caption")
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Reviewed fields of the slide"))
        self.next_button = QPushButton(self.tr("Next  N"), self)
        self.bulk_button = QPushButton(self.tr("Review rows…"), self)
        self.agreement_button, self.sign_button = QPushButton(self.tr("Agreement…"), self), QPushButton(self)
        self.buttons = {label: self._choice(label, key) for label, key in KEYS.items()}
        self._place()

    def show_reader(self, desk: ReviewDesk) -> None:
        """Say who is reading, and whether a second reading can begin."""
        self.reader.setText(desk.reader or self.tr("Who is reading?"))
        self.second.setEnabled(not desk.blind or bool(desk.reader))
        self.agreement_button.setEnabled(not desk.blind)

    def show_field(self, outcome: Outcome | None, desk: ReviewDesk) -> None:
        """Show what persons said of the field, and offer what can be said."""
        review = desk.review_of(outcome)
        key = desk.key_of(outcome) if outcome else UNREVIEWED
        self.mark.setPixmap(review_icon(key, 20).pixmap(20, 20))
        self.word.setText(review_words(key))
        self.who.setText("\n".join(f"{review_words(r.label)}: {about(r)}" for r in desk.readings_of(outcome).each))
        self.who.setVisible(review is not None)
        can = labels_for(outcome) if outcome and desk.sign_off_of(outcome) is None else ()
        for label, button in self.buttons.items():
            button.setEnabled(label in can)
            button.setChecked(review is not None and review.label == label)

    def show_slide(self, state: SlideReview | None, *, blind: bool) -> None:
        """Show how far the slide is; None where nothing of it was analysed."""
        self.progress.setMaximum(max(1, state.fields if state else 0))
        self.progress.setValue(state.reviewed if state else 0)
        self.slide_words.setText(review_sentence(state) if state else self.tr("Analyse a slide to review it: F5"))
        self.sign_button.setText(self.tr("Unlock…") if state and state.signed else self.tr("Sign off…"))
        self.sign_button.setEnabled(state is not None and not blind)

    # ---- building

    def _choice(self, label: str, key: str) -> QPushButton:
        button = QPushButton(review_icon(label), f"{key}  {review_words(label)}", self)
        button.setObjectName("choice")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _=False: self.pressed.emit(label))
        return button

    def _place(self) -> None:
        heading = QLabel(self.tr("Review"), self)
        heading.setObjectName("heading")
        top, line = QHBoxLayout(), QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self.reader)
        line.setSpacing(8)
        line.addWidget(self.mark)
        line.addWidget(self.word, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(line)
        column.addWidget(self.who)
        column.addLayout(_in_pairs(*self.buttons.values()))
        column.addWidget(self.auto)
        column.addWidget(rule(self))
        column.addWidget(self.progress)
        column.addWidget(self.slide_words)
        column.addLayout(_in_pairs(self.next_button, self.bulk_button, self.agreement_button, self.sign_button))
        column.addWidget(self.second)
        column.addStretch(1)


def _in_pairs(*buttons: QPushButton) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(4)
    for number, button in enumerate(buttons):
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the dock is narrow
        grid.addWidget(button, number // 2, number % 2)
    return grid
