"""What a report says, whatever its format."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from leukemia_desktop.core.kept import Chosen
from leukemia_desktop.core.outcome import Outcome
from leukemia_desktop.core.slide import SlideSummary, summarize

if TYPE_CHECKING:
    from leukemia_desktop.core.review import Review
    from leukemia_desktop.core.signing import SlideReview


@dataclass(frozen=True)
class SlideReport:
    """All outcomes of one or several slides with what is true of the whole run."""

    outcomes: Sequence[Outcome]
    provenance: dict[str, Any]
    """Model, recipe, provider, versions, ledger, times: see cli.py and the window's export."""
    slides: list[SlideSummary] = field(default_factory=list)
    reviews: "Mapping[str, Review]" = field(default_factory=dict)
    """What persons said, by the image's hash."""
    reviewed: "Mapping[str, SlideReview]" = field(default_factory=dict)
    """Slides as persons reviewed them, by name; empty where that is not known."""

    def review_of(self, outcome: Outcome) -> "Review | None":
        """What a person said of this field."""
        return self.reviews.get(outcome.key.image_sha256)

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
        return {s.slide: replace(self, outcomes=Chosen(self.outcomes, numbers[s.slide]), slides=[s]) for s in self.slides}
