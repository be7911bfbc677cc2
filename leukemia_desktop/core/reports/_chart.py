"""How a label looks wherever a report shows it (colour, shape and word together), and a slide's fields by label."""

from dataclasses import dataclass

from leukemia_desktop.core.slide import SlideSummary
from leukemia_desktop.core.trust import UNIDENTIFIED


@dataclass(frozen=True)
class Mark:
    """Colour (Okabe-Ito), shape and word of a label; the shape alone tells labels apart in grey print."""

    word: str
    colour: str
    shape: str


FAILED = Mark("failed", "#b3261e", "✕")
MARKS = {
    mark.word: mark
    for mark in (
        Mark("Benign", "#009E73", "●"),
        Mark("Early", "#E69F00", "▲"),
        Mark("Pre", "#D55E00", "■"),
        Mark("Pro", "#CC79A7", "◆"),
        Mark(UNIDENTIFIED, "#7d8794", "?"),
        FAILED,
    )
}


@dataclass(frozen=True)
class Bar:
    """Fields of one label: how many, and which share of the slide's fields."""

    mark: Mark
    count: int
    share: float


def bars(slide: SlideSummary) -> list[Bar]:
    """One bar per label in the order of the labels, zeros included, then the unreadable fields."""
    counts = slide.counts | {FAILED.word: slide.failed}
    return [Bar(mark, counts.get(word, 0), counts.get(word, 0) / max(1, slide.fields)) for word, mark in MARKS.items()]
