"""What a person says of a field: reviews by reader and role, kept in the ledger's audit chain and only ever added to.

A review belongs to the field's content, not to its name. A reading is one reader's in one role; undoing it adds an entry
that says what holds again, nothing is erased.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.outcome import Key, Outcome, Result
from leukemia_desktop.core.page import Entry, Page
from leukemia_desktop.core.trust import UNIDENTIFIED

NOT_CLASSED, ARTEFACT = "Not classed", "Artefact"
REVIEW_LABELS = (*LABELS, UNIDENTIFIED, NOT_CLASSED, ARTEFACT)
OF_UNREADABLE = (NOT_CLASSED, ARTEFACT)
"""What a person may say of a field that could not be read: it then is no open item any more."""
ROLES = ("first", "second", "consensus")
"""A second reader reads blind to the model and to the first; both then agree on a consensus."""
REASONS = (
    "Morphology of most cells",
    "Hematogones",
    "Artefact or stain",
    "Out of focus",
    "Too few cells",
    "Agreed by both readers",
)
"""Where a laboratory has no list of its own."""
READINGS = frozenset({"review", "undo", "redo"})


class Refused(Exception):
    """A decision that cannot be taken; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Review:
    """One reader's reading of one field. `label` is one of REVIEW_LABELS, `role` one of ROLES; `at` UTC, ISO 8601."""

    image_sha256: str
    label: str
    reason: str
    reader: str
    role: str
    at: str
    pre_classified: str
    """The label that the program had given; "" where it could not read the field."""

    @property
    def differs(self) -> bool:
        """Whether the person says something else than the program."""
        return bool(self.pre_classified) and self.label != self.pre_classified


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a reading: `label` "" takes it back. `before` is what it was when the person decided."""

    key: Key
    pre_classified: str
    label: str
    reason: str = ""
    before: Review | None = None

    def reversed(self, made: Review | None) -> "Change":
        """What takes this back, where `made` is the review that it made."""
        was = self.before
        return Change(self.key, self.pre_classified, was.label if was else "", was.reason if was else "", made)


@dataclass(frozen=True)
class Readings:
    """Every reading of one field that holds, at most one a reader and role, in the order in which they were made."""

    each: tuple[Review, ...] = ()

    @property
    def chosen(self) -> Review | None:
        """What counts as the review of the field: a consensus, else the latest first reading, else the second one."""
        for role in ("consensus", "first", "second"):
            if own := [review for review in self.each if review.role == role]:
                return own[-1]
        return None

    def of(self, reader: str, role: str) -> Review | None:
        """This reader's own."""
        return next((review for review in self.each if (review.reader, review.role) == (reader, role)), None)

    @property
    def disagree(self) -> bool:
        """Whether first and second reading say different things and no consensus was found."""
        roles = {review.role for review in self.each}
        return "consensus" not in roles and len({review.label for review in self.each}) > 1


def readings(page: Page, images: Iterable[str]) -> dict[str, Readings]:
    """The readings that hold, by image; images without one are left out."""
    held: dict[str, dict[tuple[str, str], Review]] = {}
    for entry in page.about(images):
        if entry.what in READINGS:
            own = held.setdefault(entry.key.image_sha256, {})
            review, role = _review(entry), json.loads(entry.new)["role"]
            own.pop((entry.who, role), None)
            if review:
                own[entry.who, role] = review
    return {image: Readings(tuple(own.values())) for image, own in held.items() if own}


def decide(
    ledger: Ledger, changes: Sequence[Change], *, reader: str, role: str = "first", what: str = "review"
) -> list[Review | None]:
    """Record what a person says of these fields, all or nothing; what is returned is on the disk.

    Raises Refused where nobody is named, a label is unknown, a reason is missing, a slide is signed off, or a reading is not
    what the person saw when deciding. A reason is required where the label differs from the pre-classification, except of a
    second reader, whom the question would tell what the program said; and of everyone for a field that could not be read.
    """
    if not reader:
        raise Refused("choose who is reading first")
    for change in changes:
        if change.label and change.label not in REVIEW_LABELS:
            raise Refused(f"{change.label} is no label; there are {', '.join(REVIEW_LABELS)}")
        if not change.pre_classified and change.label not in ("", *OF_UNREADABLE):
            raise Refused(f"a field that could not be read is {' or '.join(OF_UNREADABLE)}, not {change.label}")
        if not change.pre_classified and change.label and not change.reason.strip():
            raise Refused("a field that could not be read: say why it is set aside")
        if change.label not in ("", change.pre_classified) and not change.reason.strip() and role != "second":
            raise Refused(f"{change.label} is not what the program says ({change.pre_classified}): give a reason")
    with ledger.deciding() as page:
        images = [change.key.image_sha256 for change in changes]
        if signed := locks(page, images):
            where = next(iter(signed.values()))
            raise Refused(f"slide {where.slide} is signed off by {where.reader}; unlock it to change its reviews")
        known = readings(page, images)
        made: list[Review | None] = []
        for change in changes:
            held = known.get(change.key.image_sha256, Readings()).of(reader, role)
            if _said(held) != _said(change.before):
                raise Refused("this field was reviewed by the same reader elsewhere meanwhile; look at it again")
            entry = page.add(
                who=reader,
                what=what,
                key=change.key,
                old=_text(held, role),
                new=json.dumps({"label": change.label, "role": role, "program": change.pre_classified}),
                reason=change.reason.strip(),
            )
            made.append(_review(entry))
    return made


def change_of(outcome: Outcome, label: str, reason: str = "", before: Review | None = None) -> Change:
    """What a person says of this field."""
    return Change(outcome.key, pre_classified(outcome), label, reason, before)


def pre_classified(outcome: Outcome) -> str:
    """The program's label, "" where it could not read the field."""
    return outcome.verdict.label if isinstance(outcome, Result) else ""


def labels_for(outcome: Outcome) -> tuple[str, ...]:
    """What a person may say of this field."""
    return REVIEW_LABELS if isinstance(outcome, Result) else OF_UNREADABLE


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who released a slide, when, and what stood then."""

    slide: str
    digest: str
    """Of the hashes of its fields."""
    reader: str
    at: str
    comment: str
    counts: dict[str, int]
    """Fields by what the person said."""
    open_items: tuple[str, ...]
    fields: int = 0
    """Of the slide as it stood."""


def locks(page: Page, images: Iterable[str]) -> dict[str, SignOff]:
    """The sign-off that locks each of these images; those that none locks are left out."""
    by_digest: dict[str, list[str]] = {}
    for entry in page.about(images):
        if entry.what == "locked":
            by_digest.setdefault(entry.new, []).append(entry.key.image_sha256)
    last = {entry.key.image_sha256: entry for entry in page.about(by_digest)}
    found: dict[str, SignOff] = {}
    for digest, entry in last.items():
        if entry.what == "sign_off":
            facts = json.loads(entry.new)
            signed = SignOff(
                slide=facts["slide"],
                digest=digest,
                reader=entry.who,
                at=entry.at,
                comment=entry.reason,
                counts=facts["counts"],
                open_items=tuple(facts["open_items"]),
                fields=facts["fields"],
            )
            found |= dict.fromkeys(by_digest[digest], signed)
    return found


def _review(entry: Entry) -> Review | None:
    said = json.loads(entry.new)
    if not said["label"]:
        return None
    return Review(
        image_sha256=entry.key.image_sha256,
        label=said["label"],
        reason=entry.reason,
        reader=entry.who,
        role=said["role"],
        at=entry.at,
        pre_classified=said["program"],
    )


def _said(review: Review | None) -> tuple[str, str] | None:
    # not the time: after an undo the same words stand there again, later
    return (review.label, review.reason) if review else None


def _text(review: Review | None, role: str) -> str:
    return json.dumps({"label": review.label, "role": role, "program": review.pre_classified}) if review else ""
