"""CSV, schema 1 (fixed order), one row for every field found, with <name>.json beside it for what is true of all."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from leukemia_desktop.core.files import neutral, replace_file, write_text
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.outcome import Outcome, Result
from leukemia_desktop.core.reports._report import SlideReport
from leukemia_desktop.core.reports._text import to_json
from leukemia_desktop.core.review import Review
from leukemia_desktop.core.signing import SlideReview
from leukemia_desktop.core.slide import SlideSummary

SCHEMA = 1
# fmt: off
COLUMNS = (
    "file", "slide", "sha256", "width", "height", "status", "label",
    "confidence", "p_benign", "p_early", "p_pre", "p_pro", "prediction_set", "flags",
    "wbc_count", "domain_score", "review_label", "review_reason", "reviewer", "reviewed_at", "model_id",
    "model_sha256", "recipe", "provider", "app_version", "analysed_at", "error",
)
# fmt: on


def write(report: SlideReport, path: Path) -> None:
    """Write `path` (UTF-8 with BOM) and the JSON beside it, each whole or not at all. Raises UnwritableFile."""

    def write_rows(stream: BinaryIO) -> None:
        text = io.TextIOWrapper(stream, "utf-8-sig", newline="")
        writer = csv.DictWriter(text, COLUMNS)
        writer.writeheader()
        writer.writerows(row(outcome, review=report.review_of(outcome)) for outcome in report.outcomes)
        text.flush()
        text.detach()

    replace_file(path, write_rows)
    facts = [slide_facts(slide, report.reviewed.get(slide.slide)) for slide in report.slides]
    provenance = to_json({"schema": SCHEMA, **report.provenance, "slides": facts}, indent=2)
    replace_file(path.with_suffix(".json"), lambda stream: write_text(stream, provenance + "\n"))


def slide_facts(slide: SlideSummary, review: SlideReview | None = None) -> dict[str, Any]:
    """What is true of a slide, for JSON; what persons said of it where that is known."""
    known = {"review": review_facts(review)} if review else {}
    return {
        "slide": slide.slide,
        "status": slide.status,
        "summary": slide.sentence,
        "fields": slide.fields,
        "analysed": slide.analysed,
        "failed": slide.failed,
        "labels": slide.counts,
    } | known


def review_facts(review: SlideReview) -> dict[str, Any]:
    """What persons said of a slide, and who signed it off."""
    signed = review.signed
    return {
        "summary": review.sentence,
        "reviewed": review.reviewed,
        "differ": review.differ,
        "disagree": review.disagree,
        "labels": dict(review.counts),
        "open_items": [*review.open_items],
        "signed_off": None
        if signed is None
        else {
            "by": signed.reader,
            "at": signed.at,
            "comment": signed.comment,
            "labels": signed.counts,
            "open_items": [*signed.open_items],
            "fields": review.locked,
        },
    }


def row(outcome: Outcome, text: Callable[[str], str] | None = None, review: Review | None = None) -> dict[str, str]:
    """One outcome by column name, as text; columns that do not apply are left out. `text` makes foreign text safe."""
    text = text or neutral
    place = {"file": text(outcome.field.name), "slide": text(outcome.field.slide)}
    said = (
        {
            "review_label": review.label,
            "review_reason": text(review.reason),
            "reviewer": text(review.reader),
            "reviewed_at": review.at,
        }
        if review
        else {}
    )
    if not isinstance(outcome, Result):
        known = {"sha256": outcome.sha256} if outcome.sha256 else {}
        failed = {"status": "failed", "analysed_at": outcome.analysed_at, "error": text(outcome.reason)}
        return place | known | said | failed
    verdict = outcome.verdict
    probabilities = {f"p_{label.lower()}": f"{p:.6f}" for label, p in zip(LABELS, verdict.probabilities, strict=True)}
    return (
        place
        | probabilities
        | said
        | {
            "sha256": outcome.key.image_sha256,
            "width": str(outcome.width),
            "height": str(outcome.height),
            "status": verdict.status,
            "label": verdict.label,
            "confidence": f"{verdict.confidence:.6f}",
            "prediction_set": "|".join(verdict.prediction_set),
            "flags": "|".join(verdict.flags),
            "wbc_count": "" if outcome.wbc_count is None else str(outcome.wbc_count),
            "domain_score": "" if outcome.domain_score is None else f"{outcome.domain_score:.4f}",
            "model_id": text(outcome.model_id),
            "model_sha256": outcome.key.model_sha256,
            "recipe": outcome.key.recipe,
            "provider": outcome.provider,
            "app_version": outcome.app_version,
            "analysed_at": outcome.analysed_at,
        }
    )
