"""What a report says, whatever its format."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from leukemia_desktop.core.kept import Chosen
from leukemia_desktop.core.outcome import Outcome
from leukemia_desktop.core.slide import SlideSummary, summarize


@dataclass(frozen=True)
class SlideReport:
    """All outcomes of one or several slides with what is true of the whole run."""

    outcomes: Sequence[Outcome]
    provenance: dict[str, Any]
    """Model, recipe, provider, versions, ledger, times: see cli.py and the window's export."""
    slides: list[SlideSummary] = field(default_factory=list)

    @classmethod
    def of(
        cls, outcomes: Sequence[Outcome], provenance: dict[str, Any], found: dict[str, int] | None = None
    ) -> "SlideReport":
        """A report with its slides summarised; `found` counts the fields of each slide, where some were not analysed."""
        return cls(outcomes, provenance, summarize(outcomes, found))

    def by_slide(self) -> "dict[str, SlideReport]":
        """One report a slide, each with the provenance of all; no outcome is copied."""
        numbers = {slide.slide: array("L") for slide in self.slides}
        for number, outcome in enumerate(self.outcomes):
            numbers[outcome.field.slide].append(number)
        return {s.slide: SlideReport(Chosen(self.outcomes, numbers[s.slide]), self.provenance, [s]) for s in self.slides}
