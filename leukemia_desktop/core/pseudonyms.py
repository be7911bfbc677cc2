"""Reports without the names of slides and files: each is replaced by a keyed hash, the same in every report of one ledger.

Pictures in a report are pixels: what is written in them, for example by the camera, stays.
"""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import overload

from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.outcome import Failure, Outcome
from leukemia_desktop.core.reports import SlideReport
from leukemia_desktop.core.signing import SlideReview


@dataclass(frozen=True)
class Pseudonyms:
    """Names from a secret key: without it nobody can try a name and see whether it fits."""

    key: bytes

    def slide(self, name: str) -> str:
        """The slide's pseudonym."""
        return f"slide-{self._hash('slide', name)}"

    def field(self, field: Field) -> Field:
        """The field under its pseudonym; `path` stays, for reading its picture, and is in no report."""
        name = f"field-{self._hash('field', field.slide, field.name)}{PurePath(field.name).suffix.lower()[:5]}"
        return Field(field.path, self.slide(field.slide), name)

    def outcome(self, outcome: Outcome) -> Outcome:
        """The outcome of the field under its pseudonym."""
        field = self.field(outcome.field)
        if not isinstance(outcome, Failure):
            return replace(outcome, field=field)
        reason = outcome.reason
        for name in (str(outcome.field.path), outcome.field.name):
            reason = reason.replace(name, field.name)
        return replace(outcome, field=field, reason=reason)

    def report(self, report: SlideReport) -> SlideReport:
        """The report without names, and without the place of the ledger, which can name a person as well."""
        provenance = {name: value for name, value in report.provenance.items() if name != "ledger"} | {"pseudonyms": True}
        slides = [replace(slide, slide=self.slide(slide.slide)) for slide in report.slides]
        reviewed = {self.slide(slide): self._reviewed(slide, each) for slide, each in report.reviewed.items()}
        return SlideReport(_Renamed(report.outcomes, self), provenance, slides, report.reviews, reviewed)

    def _reviewed(self, slide: str, review: SlideReview) -> SlideReview:
        name = self.slide(slide)
        return replace(review, slide=name, signed=replace(review.signed, slide=name) if review.signed else None)

    def _hash(self, *parts: str) -> str:
        text = "\0".join(parts).encode("utf-8", "surrogateescape")
        return hmac.new(self.key, text, hashlib.sha256).hexdigest()[:16]


@dataclass(frozen=True)
class _Renamed(Sequence[Outcome]):
    outcomes: Sequence[Outcome]
    pseudonyms: Pseudonyms

    def __len__(self) -> int:
        return len(self.outcomes)

    def __iter__(self) -> Iterator[Outcome]:
        return map(self.pseudonyms.outcome, self.outcomes)

    @overload
    def __getitem__(self, number: int) -> Outcome: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Outcome]: ...
    def __getitem__(self, number: int | slice) -> Outcome | Sequence[Outcome]:
        found = self.outcomes[number]
        return _Renamed(found, self.pseudonyms) if isinstance(found, Sequence) else self.pseudonyms.outcome(found)
