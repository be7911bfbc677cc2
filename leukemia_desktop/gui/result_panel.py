"""What the program says of one field: label, probabilities, prediction set, flags with what to do, provenance."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from leukemia_desktop.gui.core_words import message
from leukemia_desktop.gui.facts import Facts, rule
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.marks import mark_icon
from leukemia_desktop.gui.probability_bars import ProbabilityBars
from leukemia_desktop.gui.scroll_edge import ScrollEdge
from leukemia_desktop.gui.scrolling import scrolled
from leukemia_desktop.gui.session import Slide
from leukemia_desktop.gui.slide_panel import SlidePanel
from leukemia_desktop.gui.why import insight_rows
from leukemia_desktop.gui.words import LABELS, choice_words, flag_words, is_failure, label_of

if TYPE_CHECKING:
    from leukemia_desktop.core.analysis import Failure, Outcome, Result
    from leukemia_desktop.gui.explainer import Insight


class ResultPanel(QWidget):
    """Shows one field above and its slide below; it only shows, it decides nothing."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = QWidget(self)
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.where = QLabel(page)
        self.mark, self.word, self.kind = QLabel(page), QLabel(page), QLabel(page)
        self.word.setObjectName("label_word")
        self.word.setAccessibleName(self.tr("Label"))
        self.bars = ProbabilityBars(page)
        self.facts, self.provenance = Facts(page), Facts(page)
        self.flags = QVBoxLayout()
        self.flags.setSpacing(3)
        self.flag_labels: list[QLabel] = []
        self.message = QLabel(page)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        heading = QLabel(self.tr("Result"), page)
        for label in (heading, self.where):
            label.setObjectName("heading")
        self.kind.setObjectName("caption")
        top, line = QHBoxLayout(), QHBoxLayout()
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self.where)
        line.setSpacing(8)
        line.addWidget(self.mark)
        line.addWidget(self.word)
        line.addStretch(1)
        line.addWidget(self.kind)
        self._rule = rule(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(line)
        column.addWidget(self.message)
        column.addWidget(self.bars)
        column.addLayout(self.flags)  # what to do comes before what else is known
        column.addWidget(self.facts)
        column.addWidget(self._rule)
        column.addWidget(self.provenance)
        column.addStretch(1)
        self.slide = SlidePanel(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.scroll = scrolled(page, self, heading.text())
        self.edge = ScrollEdge(self.scroll)
        whole.addWidget(self.scroll, 1)
        whole.addWidget(rule(self))
        whole.addWidget(self.slide)
        self.setMinimumWidth(270)
        self._asked: tuple[object, ...] = ()
        self._result: Result | None = None
        self._insight: Insight | None = None
        self.show_outcome(None, None)

    def set_theme(self, look: Look) -> None:
        self.bars.set_look(look)
        self.edge.set_look(look)
        self.slide.bars.set_look(look)

    def show_outcome(
        self, slide: Slide | None, outcome: "Outcome | None", place: int = -1, *, differs: bool = False
    ) -> None:
        """Show what is known of a field; `place`: its index in the slide, `differs`: by another recipe than the model's."""
        fields = len(slide.fields) if slide else 0
        coming = slide is not None and slide.in_hand
        asked = (slide, outcome, place, fields, differs, coming)
        if asked == self._asked:  # asked twenty times a second while a batch runs
            return
        self._asked = asked
        self._result = None
        known = 0 <= place < fields
        self.where.setText(self.tr("field {at} of {total}").format(at=place + 1, total=fields) if known else "")
        for part in (self.mark, self.word, self.kind):
            part.setVisible(outcome is not None)
        analysed = outcome is not None and not is_failure(outcome)
        for widget in (self.bars, self.facts, self._rule, self.provenance):
            widget.setVisible(analysed)
        self.message.setVisible(not analysed)
        for label in self.flag_labels:
            self.flags.removeWidget(label)
            label.deleteLater()
        self.flag_labels = []
        if outcome is None:
            unseen = self.tr("Not analysed yet. Analyse the slide: F5")
            if coming:
                unseen = self.tr("Not analysed yet: the run has not come to this field.")
            self.message.setText(unseen if known else self.tr("Open a slide folder to see its fields and results here."))
            return
        self.mark.setPixmap(mark_icon(label_of(outcome), 20).pixmap(20, 20))
        if is_failure(outcome):
            self._show_failure(outcome)  # type: ignore[arg-type]
        else:
            self._show_result(outcome, differs)  # type: ignore[arg-type]

    def _show_failure(self, failure: "Failure") -> None:
        self.word.setText(self.tr("Not analysed"))
        self.kind.setText(self.tr("failed"))
        advice = self.tr("Copy the file from its source again, or take the field once more; then analyse again (F5).")
        self.message.setText(f"{failure.field.name}: {message(failure.reason)}.\n\n{advice}")

    def _show_result(self, result: "Result", differs: bool) -> None:
        verdict = result.verdict
        self._result = result
        self.word.setText(choice_words(verdict.label))
        self.kind.setText(self.tr("pre-classification"))
        self.bars.set_values(dict(zip(LABELS, verdict.probabilities, strict=True)))
        self._show_facts()
        for flag in verdict.flags:
            words, advice = flag_words(flag)
            self._add_flag(f"{words[:1].upper()}{words[1:]}", advice)
        if differs:
            recipe = self.tr("differs from the model's own")
            self._add_flag(self.tr("Other preprocessing"), self.tr("The recipe differs from the model's own."))
        else:
            recipe = self.tr("as the model was trained")
        self.provenance.set_rows(
            [
                (self.tr("Model"), result.model_id),
                (self.tr("Recipe"), recipe),
                (self.tr("Ran on"), result.provider.upper()),
                (self.tr("Field"), f"{result.width} × {result.height} px"),
                (self.tr("Analysed"), result.analysed_at.partition(".")[0].replace("T", " ").rstrip("Z") + " UTC"),
            ]
        )

    def show_insight(self, insight: "Insight | None") -> None:
        """Add what is known of the cells and the evidence, to the result of the same field."""
        self._insight = insight
        self._show_facts()

    def _show_facts(self) -> None:
        if self._result is None:
            return
        verdict, score = self._result.verdict, self._result.domain_score
        chosen = " | ".join(verdict.prediction_set) or self.tr("none: no label fits")
        status = self.tr("needs a look") if verdict.status == "review" else self.tr("ok")
        rows = [(self.tr("Prediction set"), chosen)]
        if score is not None:
            rows.append((self.tr("In the model's domain"), self._inside(score)))
        if (smear := self._result.smear_score) is not None:
            rows.append((self.tr("Smear as in training"), self._inside(smear)))
        if self._insight is not None and self._insight.path == self._result.field.path:
            rows += insight_rows(self._insight, verdict.label)
        self.facts.set_rows([*rows, (self.tr("Status"), status)])

    def _inside(self, score: float) -> str:
        """Yes or no, and where the border is; outside rounded up, or 1.002 would read as `no (1.00 of 1.00)`."""
        if score <= 1:
            return self.tr("yes ({score} of 1.00)").format(score=f"{score:.2f}")
        return self.tr("no ({score} of 1.00)").format(score=f"{math.ceil(score * 100) / 100:.2f}")

    def _add_flag(self, words: str, advice: str) -> None:
        for text, name in ((words, "strong"), (advice, "caption")):
            label = QLabel(text, self)
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.flags.addWidget(label)
            self.flag_labels.append(label)
