"""Sentences that core puts together of several, in the language of the window; in English they are core's own words."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:  # the core's rooms load after the first paint
    from leukemia_desktop.core.signing import SlideReview
    from leukemia_desktop.core.slide import SlideSummary


def slide_sentence(summary: "SlideSummary") -> str:
    """core.slide's sentence about a slide."""
    from leukemia_desktop.core.slide import SUSPICIOUS

    parts = [_say("{done} of {total} fields analysed").format(done=summary.analysed, total=summary.fields)]
    if summary.suspicious:
        by_label = ", ".join(f"{label} {summary.counts[label]}" for label in SUSPICIOUS if summary.counts[label])
        parts.append(_say("{count} suspicious ({labels})").format(count=summary.suspicious, labels=by_label))
    if summary.needs_look:
        parts.append(_say("{count} with flags").format(count=summary.needs_look))
    if summary.failed:
        parts.append(_say("{count} unreadable").format(count=summary.failed))
    if summary.status == "review":
        last = _say("Review required.")
    else:
        last = _say("No suspicious field; a person decides: Benign is never released alone.")
    return "; ".join(parts) + ". " + last


def review_sentence(review: "SlideReview") -> str:
    """core.signing's sentence about the review of a slide."""
    if not review.reviewed and not review.signed:
        return _say("No field was reviewed by a person.")
    parts = [_say("{done} of {total} fields reviewed by a person").format(done=review.reviewed, total=review.fields)]
    if review.reviewed and not review.differ:
        parts.append(_say("none differs from the pre-classification"))
    elif review.reviewed:
        parts.append(QCoreApplication.translate("slide", "%n differ from the pre-classification", None, review.differ))
    said = "; ".join(parts) + ". "
    if review.signed is None:
        return said + _say("Not signed off. Open: {items}.").format(items=_listed(review.open_items))
    at = review.signed.at.partition(".")[0].replace("T", " ").rstrip("Z")
    said += _say("Signed off by {reader} on {when} UTC, open then: {items}.").format(
        reader=review.signed.reader, when=at, items=_listed(review.signed.open_items)
    )
    if review.missing:
        said += " " + _say("Fields signed then that are not here: {count}.").format(count=review.missing)
    later = review.fields - review.loose - review.locked
    return said + (
        " " + _say("Fields that came later and are not part of it: {count}.").format(count=later) if later else ""
    )


def _listed(items: Iterable[str]) -> str:
    return ", ".join(map(_open_item, items)) or _say("nothing")


def _open_item(item: str) -> str:
    """`3 fields not reviewed`; what another version of the program wrote stays as it is."""
    match = re.fullmatch(r"(\d+) fields? (.*)", item)
    if match is None:
        return item
    count = int(match.group(1))
    known = {
        "not reviewed": QCoreApplication.translate("slide", "%n fields not reviewed", None, count),
        "unreadable": QCoreApplication.translate("slide", "%n fields unreadable", None, count),
        "on which readers disagree": QCoreApplication.translate("slide", "%n fields on which readers disagree", None, count),
    }
    return known.get(match.group(2), item)


def _say(text: str) -> str:
    return QCoreApplication.translate("slide", text)
