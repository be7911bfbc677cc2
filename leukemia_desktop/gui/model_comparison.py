"""The panel that asks several models about the field on the screen and puts their answers side by side."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from leukemia_desktop.core.models import default_model, model_folders
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.comparing import Answer, Asked, Comparer
from leukemia_desktop.gui.core_words import message
from leukemia_desktop.gui.latest_only import LatestOnly
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.marks import mark_icon
from leukemia_desktop.gui.probability_bars import ProbabilityBars
from leukemia_desktop.gui.words import LABELS, choice_words, flags_text, is_failure, label_of

if TYPE_CHECKING:
    from leukemia_desktop.gui.main_window import MainWindow

PICTURE = 108


def build(window: "MainWindow") -> QWidget:
    """See gui.panels."""
    panel = ModelComparison(window.settings, window)
    window.session.field_chosen.connect(panel.show_field)
    window.models.listed.connect(panel.list_models)
    panel.show_field(window.session.field)
    return panel


class ModelComparison(QWidget):
    """Asks only while it can be seen; each model sees the field through the recipe that it was trained with."""

    def __init__(self, settings: Settings, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = settings
        self._path: Path | None = None
        self._asked: Asked | None = None
        self._look = Look()
        self._seen = False
        self.cards: dict[str, ModelCard] = {}
        self._worker = LatestOnly(Comparer().answers, self)
        self._worker.answered.connect(self._take)
        self.models = QListWidget(self)
        self.models.setAccessibleName(self.tr("Models to compare"))
        self.models.itemChanged.connect(lambda _: self._choose())
        heading = QLabel(self.tr("Models"), self)
        heading.setObjectName("heading")
        left = QVBoxLayout()
        left.setContentsMargins(12, 10, 0, 8)
        left.addWidget(heading)
        left.addWidget(self.models)
        self.models.setFixedWidth(210)
        self.message = QLabel(self)
        self.message.setObjectName("caption")
        self.message.setWordWrap(True)
        page = QWidget(self)
        page.setObjectName("panel")
        self._row = QHBoxLayout(page)
        self._row.setContentsMargins(12, 8, 12, 8)
        self._row.setSpacing(12)
        self._row.addWidget(self.message, 1)
        self._row.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("scrolled")
        scroll.setAccessibleName(heading.text())
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(left)
        whole.addWidget(scroll, 1)
        self.list_models()

    # ---- what the window asks for

    def list_models(self) -> None:
        """List the models at hand; those that were ticked stay so, and at first the first two are."""
        ticked = set(self.ticked) or {default_model(), *list(model_folders())[:2]}
        self.models.blockSignals(True)
        self.models.clear()
        for name in model_folders():
            item = QListWidgetItem(name, self.models)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
        self.models.blockSignals(False)
        self._choose()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The models to ask, in the order of the list."""
        items = (self.models.item(number) for number in range(self.models.count()))
        return tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked)

    def show_field(self, path: Path | None) -> None:
        self._path = path
        self._ask()

    def set_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._ask()

    def set_theme(self, look: Look) -> None:
        self._look = look
        for card in self.cards.values():
            card.bars.set_look(look)

    def keep(self) -> list[str]:
        return list(self.ticked)

    def restore(self, kept: object) -> None:
        if isinstance(kept, list):
            for number in range(self.models.count()):
                item = self.models.item(number)
                item.setCheckState(Qt.CheckState.Checked if item.text() in kept else Qt.CheckState.Unchecked)

    def close_down(self) -> None:
        self._worker.close_down()

    # ---- asking

    def set_seen(self, seen: bool) -> None:
        """See gui.panels."""
        self._seen = seen
        self._ask()

    def _choose(self) -> None:
        for name in [name for name in self.cards if name not in self.ticked]:
            card = self.cards.pop(name)
            self._row.removeWidget(card)
            card.deleteLater()
        for place, name in enumerate(self.ticked):
            if name not in self.cards:
                self.cards[name] = ModelCard(name, self)
                self.cards[name].bars.set_look(self._look)
            self._row.insertWidget(place, self.cards[name])
        self._ask()

    def _ask(self) -> None:
        if self._path is None:
            self.message.setText(self.tr("Open a field to compare what models say of it."))
        elif not self.cards:
            self.message.setText(self.tr("Tick the models to compare."))
        else:
            self.message.setText("")
        self.message.setVisible(bool(self.message.text()))
        for card in self.cards.values():
            card.setVisible(self._path is not None)
        if self._path is None or not self.cards or not self._seen:
            self._worker.forget()
            self._asked = None
            return
        asked = Asked(self._path, self.ticked, self._settings)
        if asked != self._asked:
            self._asked = asked
            for card in self.cards.values():
                card.wait()
            self._worker.ask(asked)

    def _take(self, answer: Answer) -> None:
        if answer.asked == self._asked and answer.model in self.cards:
            self.cards[answer.model].show_answer(answer)


class ModelCard(QFrame):
    """What one model says of one field."""

    def __init__(self, name: str, parent: QWidget):
        super().__init__(parent)
        self.answer: Answer | None = None
        self.picture, self.mark, self.word = QLabel(self), QLabel(self), QLabel(self)
        self.picture.setFixedSize(PICTURE, PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.word.setObjectName("label_word")
        title = QLabel(name, self)
        title.setObjectName("heading")
        self.bars = ProbabilityBars(self)
        self.note = QLabel(self)
        self.note.setObjectName("caption")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.mark)
        line.addWidget(self.word, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(title, 0, 0, 1, 2)
        grid.addWidget(self.picture, 1, 0, 2, 1)
        grid.addLayout(line, 1, 1)
        grid.addWidget(self.bars, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.note, 3, 0, 1, 2)
        grid.setRowStretch(4, 1)
        grid.setColumnStretch(1, 1)
        self.setFixedWidth(PICTURE + 12 + 168)
        self.setAccessibleName(name)

    def wait(self) -> None:
        """Another field, or another setting: the answer is on its way."""
        self.answer = None
        self.word.setText("…")
        self.mark.clear()
        self.bars.set_values({})
        self.picture.clear()
        self.note.setText("")

    def show_answer(self, answer: Answer) -> None:
        """Label, probabilities, prediction set, flags and evidence, or why there is none."""
        self.answer = answer
        outcome = answer.outcome
        if outcome is None or is_failure(outcome):
            self.word.setText(self.tr("No answer"))
            self.note.setText(message(answer.reason))
            return
        label, verdict = label_of(outcome), outcome.verdict
        self.mark.setPixmap(mark_icon(label, 18).pixmap(18, 18))
        self.word.setText(choice_words(label))
        self.bars.set_values(dict(zip(LABELS, verdict.probabilities, strict=True)))
        chosen = ", ".join(verdict.prediction_set) or self.tr("none: no label fits")
        words = [self.tr("Prediction set: %s") % chosen, flags_text(outcome)]
        self.note.setText("\n".join(word for word in words if word))
        if answer.evidence is not None:
            height, width = answer.evidence.shape[:2]
            image = QImage(answer.evidence.data, width, height, 3 * width, QImage.Format.Format_RGB888)
            ratio = self.devicePixelRatioF()
            size = QSize(PICTURE, PICTURE) * ratio
            pixmap = QPixmap.fromImage(image).scaled(
                size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            pixmap.setDevicePixelRatio(ratio)
            self.picture.setPixmap(pixmap)
            self.picture.setAccessibleName(self.tr("Evidence for %s") % choice_words(label))
