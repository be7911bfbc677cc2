"""HTML: one file that opens anywhere without a network: summary, chart, the fields that matter, a sortable table."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from pathlib import Path
from typing import BinaryIO

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.files import replace_file
from leukemia_desktop.core.outcome import Outcome, Result
from leukemia_desktop.core.reports import _montage as montage
from leukemia_desktop.core.reports._chart import FAILED, MARKS, Mark, bars
from leukemia_desktop.core.reports._report import SlideReport
from leukemia_desktop.core.reports._text import facts_in_order, origin, percent, shown, words
from leukemia_desktop.core.review import Review
from leukemia_desktop.core.settings import shipped
from leukemia_desktop.core.trust import UNIDENTIFIED

MAX_ROWS = 20_000
"""Rows of the table: browsers stall on more. What is left out is said, and it is what matters least."""


@dataclass(frozen=True)
class Row:
    """One line of the table, foreign text already on one line; the template escapes."""

    slide: str
    name: str
    status: str
    mark: Mark
    confidence: float | None
    suspicion: float | None
    chosen: str
    flags: str
    review: str


def write(report: SlideReport, path: Path) -> None:
    """Write one self-contained page, UTF-8. A picture that cannot be read is a placeholder. Raises UnwritableFile."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    folder = shipped("resources") / "report"
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    script = (folder / "report.js").read_text("utf-8")
    fields = montage.by_slide(report.outcomes, montage.tiles_a_slide(len(report.slides)))
    nothing = montage.SlideFields()

    def slides() -> Iterator[dict[str, object]]:
        for slide in report.slides:  # one slide's pictures at a time
            own = fields.get(slide.slide, nothing)
            yield {
                "name": shown(slide.slide),
                "about": slide,
                "reviewed": report.reviewed.get(slide.slide),
                "bars": bars(slide),
                "tiles": montage.tiles(own.results),
                "mattering": own.mattering,
                "unreadable": [(shown(f.field.name), shown(f.reason), report.review_of(f)) for f in own.failures],
            }

    page = environment.get_template("report.html").stream(
        notice=RESEARCH_USE,
        title=_title(report),
        facts=facts_in_order(report.provenance),
        made=origin(report.provenance),
        unidentified=UNIDENTIFIED,
        slides=slides(),
        overview=[(shown(slide.slide), slide, bars(slide)) for slide in report.slides],
        rows=(_row(outcome, report.review_of(outcome)) for outcome in _table(report)),
        with_reviews=bool(report.reviews),
        review_of=report.review_of,
        total=len(report.outcomes),
        listed=min(len(report.outcomes), MAX_ROWS),
        style=Markup((folder / "report.css").read_text("utf-8")),
        script=Markup(script),
        # the browser itself then refuses every other script and every address
        script_hash="sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        data_uri=_data_uri,
        suspicion=montage.suspicion,
        marks=MARKS,
        percent=percent,
        shown=shown,
        words=words,
    )

    def write_page(stream: BinaryIO) -> None:
        page.enable_buffering(200)
        page.dump(stream, "utf-8")

    replace_file(path, write_page)


def _title(report: SlideReport) -> str:
    if len(report.slides) == 1:
        return f"Slide {shown(report.slides[0].slide)}"
    return f"{len(report.slides)} slides"


def _table(report: SlideReport) -> Iterator[Outcome]:
    """All outcomes in their order; where there are too many, the unreadable ones and those that matter most."""
    if len(report.outcomes) <= MAX_ROWS:
        return iter(report.outcomes)
    ranks = ((_rank(outcome), number) for number, outcome in enumerate(report.outcomes))
    listed = {number for _, number in nsmallest(MAX_ROWS, ranks)}
    return (outcome for number, outcome in enumerate(report.outcomes) if number in listed)


def _rank(outcome: Outcome) -> tuple[bool, float]:
    if not isinstance(outcome, Result):
        return False, -1.0
    return not montage.matters(outcome), -montage.suspicion(outcome)


def _row(outcome: Outcome, review: Review | None) -> Row:
    slide, name = shown(outcome.field.slide), shown(outcome.field.name)
    said = shown(f"{review.label} ({review.reader})") if review else ""
    if not isinstance(outcome, Result):
        return Row(slide, name, "failed", FAILED, None, None, "", shown(outcome.reason), said)
    verdict = outcome.verdict
    return Row(
        slide=slide,
        name=name,
        status=verdict.status,
        mark=MARKS[verdict.label],
        confidence=verdict.confidence,
        suspicion=montage.suspicion(outcome),
        chosen=" | ".join(verdict.prediction_set),
        flags=words(verdict.flags),
        review=said,
    )


def _data_uri(jpeg: bytes) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(jpeg).decode()
