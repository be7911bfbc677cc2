"""A slide in numbers and one plain sentence, by the asymmetric rule: one suspicious field makes it "review"."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.outcome import Outcome, Result
from leukemia_desktop.core.trust import UNIDENTIFIED

SUSPICIOUS = tuple(label for label in LABELS if label != "Benign")


@dataclass(frozen=True)
class SlideSummary:
    """Counts of one slide. `status` is "review" or "unsuspicious"; neither releases "Benign" without a person."""

    slide: str
    fields: int
    analysed: int
    counts: dict[str, int]
    """Fields by label: the four classes and Unidentified."""
    needs_look: int
    failed: int

    @property
    def suspicious(self) -> int:
        """Fields labelled Early, Pre or Pro."""
        return sum(self.counts[label] for label in SUSPICIOUS)

    @property
    def status(self) -> str:
        """ "review" as soon as one field is suspicious, unidentified, flagged, unreadable or not analysed at all."""
        incomplete = not self.analysed or self.analysed < self.fields
        return "review" if self.suspicious or self.needs_look or self.failed or incomplete else "unsuspicious"

    @property
    def sentence(self) -> str:
        """What a technician reads first."""
        parts = [f"{self.analysed} of {self.fields} fields analysed"]
        if self.suspicious:
            by_label = ", ".join(f"{label} {self.counts[label]}" for label in SUSPICIOUS if self.counts[label])
            parts.append(f"{self.suspicious} suspicious ({by_label})")
        if self.needs_look:
            parts.append(f"{self.needs_look} need a look")
        if self.failed:
            parts.append(f"{self.failed} unreadable")
        if self.status == "review":
            return "; ".join(parts) + ". Review required."
        return "; ".join(parts) + ". No suspicious field; a person decides: Benign is never released alone."


def summarize(outcomes: Iterable[Outcome], found: dict[str, int] | None = None) -> list[SlideSummary]:
    """One summary per slide, in order of appearance; `found` gives the fields of each slide, analysed or not."""
    by_slide: dict[str, list[Outcome]] = {slide: [] for slide in found or {}}
    for outcome in outcomes:
        by_slide.setdefault(outcome.field.slide, []).append(outcome)
    return [_summary(slide, own, (found or {}).get(slide, len(own))) for slide, own in by_slide.items()]


def _summary(slide: str, outcomes: Sequence[Outcome], fields: int) -> SlideSummary:
    results = [o for o in outcomes if isinstance(o, Result)]
    counted = Counter(result.verdict.label for result in results)
    return SlideSummary(
        slide=slide,
        fields=fields,
        analysed=len(results),
        counts={label: counted[label] for label in (*LABELS, UNIDENTIFIED)},
        needs_look=sum(result.verdict.status == "review" for result in results),
        failed=len(outcomes) - len(results),
    )
