"""What the viewer lays over its two panes to show why: outlines of cells, and the evidence for one label."""

from PySide6.QtCore import QCoreApplication

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.gui.display import Display
from leukemia_desktop.gui.evidence_item import EvidenceItem
from leukemia_desktop.gui.explainer import Insight
from leukemia_desktop.gui.field_pane import FieldPane
from leukemia_desktop.gui.outlines import OutlinesItem


class InsightLayer:
    """Outlines over the original; evidence over the second pane, and over the original where that is wanted."""

    def __init__(self, original: FieldPane, second: FieldPane):
        self._second = second
        self.outlines, self.evidence, self.evidence_over_original = OutlinesItem(), EvidenceItem(), EvidenceItem()
        original.add_item(self.outlines)
        original.add_item(self.evidence_over_original)
        second.add_item(self.evidence)
        self.insight: Insight | None = None
        self.wish = ""
        self.cells = self.on_second = self.on_original = False
        self.set_display(Display())

    @property
    def wanted(self) -> bool:
        """Somebody wants to see any of it."""
        return self.cells or self.on_second or self.on_original

    @property
    def label(self) -> str:
        """The label whose evidence is shown: the result's, or else the model's most probable one."""
        if self.wish in LABELS:
            return self.wish
        explanation = self.insight.explanation if self.insight else None
        return explanation.label if explanation else ""

    def set_label(self, label: str) -> None:
        """The label of the result that is shown; anything that is no label lets the model choose."""
        self.wish = label
        self.refresh()

    def set_display(self, display: Display) -> None:
        """How much the overlays hide."""
        for item in (self.evidence, self.evidence_over_original):
            item.setOpacity(display.evidence / 100)
        self.outlines.setOpacity(display.outlines / 100)

    def set_insight(self, insight: Insight | None) -> None:
        """What is known now; an explanation of the same field stays on the screen until the next one is there."""
        before = self.insight
        if insight and before and insight.path == before.path and before.finished and not insight.finished:
            return
        self.insight = insight
        self.refresh()

    def refresh(self) -> None:
        """Bring everything on the screen in line with what is wanted and known."""
        insight = self.insight
        self.outlines.setVisible(self.cells)
        self.outlines.set_outlines(insight.outlines if insight else None)
        explanation, label = (insight.explanation if insight else None), self.label
        for item, on in ((self.evidence, self.on_second), (self.evidence_over_original, self.on_original)):
            item.setVisible(on)
            item.set_evidence(explanation if on else None, label)
        self._second.note.setText(_say("The evidence cannot be shown: %s") % insight.reason if insight else "")
        self._second.note.setVisible(bool(self.on_second and insight and insight.reason))

    def caption(self) -> str:
        """What the second pane shows, in words."""
        insight = self.insight
        if insight is None or not insight.finished:
            return _say("Evidence: asking the model …")
        if insight.explanation is None:
            return _say("No evidence")
        if not insight.explanation.has_evidence(self.label):
            return _say("No evidence for %s") % self.label
        return _say("Evidence for %s") % self.label


def _say(text: str) -> str:
    return QCoreApplication.translate("insight", text)
