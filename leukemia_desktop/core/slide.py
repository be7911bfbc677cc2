"""A slide in numbers and one plain sentence, by the asymmetric rule: one suspicious field makes it "review"."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

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
    """Fields with a flag that asks for a look, suspicious or not."""
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
            parts.append(f"{self.needs_look} with flags")
        if self.failed:
            parts.append(f"{self.failed} unreadable")
        if self.status == "review":
            return "; ".join(parts) + ". Review required."
        return "; ".join(parts) + ". No suspicious field; a person decides: Benign is never released alone."


@dataclass
class Tally:
    """What becomes of one slide, an outcome at a time; each takes the same moment, however many there were before."""

    slide: str
    labels: Counter[str] = field(default_factory=Counter)
    needs_look: int = 0
    failed: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one more."""
        self._count(outcome, 1)

    def remove(self, outcome: Outcome) -> None:
        """Count one that was added no more, because its field was analysed again."""
        self._count(outcome, -1)

    def _count(self, outcome: Outcome, by: int) -> None:
        if isinstance(outcome, Result):
            self.labels[outcome.verdict.label] += by
            self.needs_look += by * (outcome.verdict.status == "review")
        else:
            self.failed += by

    def summary(self, fields: int | None = None) -> SlideSummary:
        """The slide in numbers; `fields` is how many it has, where some were not analysed."""
        analysed = self.labels.total()
        return SlideSummary(
            slide=self.slide,
            fields=analysed + self.failed if fields is None else fields,
            analysed=analysed,
            counts={label: self.labels[label] for label in (*LABELS, UNIDENTIFIED)},
            needs_look=self.needs_look,
            failed=self.failed,
        )


def summarize(outcomes: Iterable[Outcome], found: dict[str, int] | None = None) -> list[SlideSummary]:
    """One summary per slide, in order of appearance; `found` gives the fields of each slide, analysed or not."""
    tallies = {slide: Tally(slide) for slide in found or {}}
    for outcome in outcomes:
        slide = outcome.field.slide
        if slide not in tallies:
            tallies[slide] = Tally(slide)
        tallies[slide].add(outcome)
    return [tally.summary((found or {}).get(slide)) for slide, tally in tallies.items()]
