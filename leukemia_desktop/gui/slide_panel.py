"""The slide in numbers, by the asymmetric rule."""

from collections import Counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from leukemia_desktop.gui.bidi import isolated
from leukemia_desktop.gui.core_sentences import slide_sentence
from leukemia_desktop.gui.facts import Facts
from leukemia_desktop.gui.label_bar import LabelBar
from leukemia_desktop.gui.marks import MARKS
from leukemia_desktop.gui.session import Slide

SETTLE = 200
"""Milliseconds between two updates while results come in."""


class SlidePanel(QWidget):
    """Counts, distribution and the one sentence; "Benign" is never released alone."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel")
        self._slide: Slide | None = None
        self._changed = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._catch_up)
        self.heading = QLabel(self)
        self.heading.setObjectName("heading")
        self.bars = LabelBar(self)
        self.facts = Facts(self)
        self.verdict = QLabel(self)
        self.verdict.setObjectName("strong")
        self.note = QLabel(self.tr("Benign is never released alone."), self)
        self.note.setObjectName("caption")
        for label in (self.verdict, self.note):
            label.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self.heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.bars)
        column.addWidget(self.facts)
        column.addWidget(self.verdict)
        column.addWidget(self.note)
        self._show()

    def show_slide(self, slide: Slide | None) -> None:
        """Show another slide at once, or this one again when it changed: at once too, then not before SETTLE is over."""
        if slide is not self._slide or not self._settle.isActive():
            self._slide = slide
            self._changed = False
            self._show()
            self._settle.start()
        else:
            self._changed = True

    def _catch_up(self) -> None:
        if self._changed:
            self.show_slide(self._slide)

    def _show(self) -> None:
        slide = self._slide
        self.setVisible(slide is not None)
        if slide is None:
            return
        self.heading.setText(self.tr("Slide %s") % isolated(slide.name))
        known = bool(slide.outcomes)
        for widget in (self.bars, self.verdict):
            widget.setVisible(known)
        self.bars.set_counts(slide.labels)
        by_label = " ".join(f"{MARKS[n].character} {slide.labels[n]}" for n in ("Early", "Pre", "Pro") if slide.labels[n])
        failed = slide.statuses["failed"]
        analysed = self.tr("{done} of {total}").format(done=len(slide.outcomes) - failed, total=len(slide.fields))
        rows = [(self.tr("Analysed"), analysed)]
        if known:
            suspicious = f"{slide.suspicious} ({by_label})" if by_label else "0"
            rows += [
                (self.tr("Suspicious fields"), suspicious),
                (self.tr("Needs a look"), str(slide.statuses["review"])),
                (self.tr("Unreadable"), str(failed)),
            ]
            from leukemia_desktop.core.slide import Tally  # late: it is not needed before the first result

            labels = Counter({label: count for label, count in slide.labels.items() if label != "failed"})
            summary = Tally(slide.name, labels, slide.statuses["review"], failed).summary(len(slide.fields))
            self.verdict.setText(
                self.tr("Review required") if summary.status == "review" else self.tr("No suspicious field")
            )
            self.verdict.setToolTip(slide_sentence(summary))
        self.facts.set_rows(rows)
