"""A slide as persons reviewed it: how far it is, what is open, and the sign-off that locks it."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.outcome import Key, Outcome, Result
from leukemia_desktop.core.review import REVIEW_LABELS, Readings, Refused, Review, SignOff, locks, readings

AT_A_TIME = 2000


@dataclass
class SlideReview:
    """What persons said of one slide so far."""

    slide: str
    fields: int = 0
    reviewed: int = 0
    differ: int = 0
    """Reviews that say something else than the program."""
    disagree: int = 0
    """Fields on which two readers disagree, without a consensus."""
    unreadable: int = 0
    """Fields that could not be read and that nobody set aside."""
    counts: Counter[str] = field(default_factory=Counter)
    """Reviewed fields by what the person said."""
    signed: SignOff | None = None
    locked: int = 0
    """Fields that a sign-off locks; fewer than all where fields came after it."""
    loose: int = 0
    """Unreadable fields that none locks: there was none to lock before they could be reviewed."""

    def add(self, outcome: Outcome, read: Readings | None = None, signed: SignOff | None = None) -> None:
        """Count one field."""
        self.fields += 1
        failed = not isinstance(outcome, Result)
        review = read.chosen if read else None
        self.unreadable += failed and review is None
        self.loose += failed and signed is None
        if read and review:
            self.reviewed += 1
            self.counts[review.label] += 1
            self.differ += review.differs
            self.disagree += read.disagree
        if signed:
            self.locked += 1
            self.signed = signed

    @property
    def missing(self) -> int:
        """Fields that the sign-off covers and that are not here: another slide that shares some images is not signed."""
        return max(0, self.signed.fields - self.locked - self.loose) if self.signed else 0

    @property
    def open_items(self) -> tuple[str, ...]:
        """What a person who signs should know is not done, in plain words."""
        items = (
            (self.fields - self.reviewed - self.unreadable, "not reviewed"),
            (self.unreadable, "unreadable"),
            (self.disagree, "on which readers disagree"),
        )
        return tuple(f"{count} {'field' if count == 1 else 'fields'} {words}" for count, words in items if count)

    @property
    def as_what(self) -> str:
        """`Reviewed as Benign 3, Pro 1.`, in the usual order of labels; "" where nothing was reviewed."""
        counted = [f"{label} {self.counts[label]}" for label in REVIEW_LABELS if self.counts[label]]
        return f"Reviewed as {', '.join(counted)}." if counted else ""

    @property
    def sentence(self) -> str:
        """How far the review is, and who signed, in one line."""
        if not self.reviewed and not self.signed:
            return "No field was reviewed by a person."
        parts = [f"{self.reviewed} of {self.fields} fields reviewed by a person"]
        if self.reviewed:
            word = "differ" if self.differ > 1 else "differs"
            parts.append(f"{self.differ or 'none'} {word} from the pre-classification")
        said = f"{'; '.join(parts)}. "
        if self.signed is None:
            return f"{said}Not signed off. Open: {', '.join(self.open_items) or 'nothing'}."
        at = self.signed.at.partition(".")[0].replace("T", " ").rstrip("Z")
        later = self.fields - self.loose - self.locked
        more = f" Fields signed then that are not here: {self.missing}." if self.missing else ""
        more += f" Fields that came later and are not part of it: {later}." if later else ""
        opened = ", ".join(self.signed.open_items) or "nothing"
        return f"{said}Signed off by {self.signed.reader} on {at} UTC, open then: {opened}.{more}"


def review_of(ledger: Ledger, outcomes: Iterable[Outcome]) -> tuple[dict[str, Review], dict[str, SlideReview]]:
    """The review that counts, by image, and every slide as persons reviewed it, by its name. Raises BadLedger."""
    reviews: dict[str, Review] = {}
    slides: dict[str, SlideReview] = {}
    some: list[Outcome] = []

    def take() -> None:
        with ledger.reading() as page:
            images = [outcome.key.image_sha256 for outcome in some]
            read, signed = readings(page, images), locks(page, images)
        for outcome in some:
            slide = slides.setdefault(outcome.field.slide, SlideReview(outcome.field.slide))
            image = outcome.key.image_sha256
            slide.add(outcome, read.get(image), signed.get(image))
        reviews.update({image: each.chosen for image, each in read.items() if each.chosen})
        some.clear()

    for outcome in outcomes:
        some.append(outcome)
        if len(some) == AT_A_TIME:
            take()
    take()
    return reviews, slides


def slide_digest(images: Iterable[str]) -> str:
    """What a slide is to the record: its fields' content, in no order."""
    return hashlib.sha256("\n".join(sorted(set(images))).encode()).hexdigest()


def sign_off(
    ledger: Ledger, slide: str, outcomes: Mapping[object, Outcome] | Iterable[Outcome], *, reader: str, comment: str = ""
) -> SlideReview:
    """Release a slide as it stands and lock its reviews. Raises Refused when nobody is named, nothing was reviewed, or it is
    signed off already; open items do not keep a person from signing, they are recorded.
    """
    if not reader:
        raise Refused("choose who signs first")
    own = list(outcomes.values() if isinstance(outcomes, Mapping) else outcomes)
    images = sorted({outcome.key.image_sha256 for outcome in own})
    with ledger.deciding() as page:
        read, signed = readings(page, images), locks(page, images)
        state = SlideReview(slide)
        for outcome in own:
            image = outcome.key.image_sha256
            state.add(outcome, read.get(image), signed.get(image))
        if not state.reviewed:
            raise Refused("no field of this slide was reviewed; there is nothing to sign")
        if images and len(signed) == len(images):
            raise Refused(f"this slide is signed off already, by {next(iter(signed.values())).reader}")
        digest = slide_digest(images)
        locked = {entry.key.image_sha256 for entry in page.about(images) if (entry.what, entry.new) == ("locked", digest)}
        for image in images:
            if image not in locked:
                page.add(who=reader, what="locked", key=Key(image, "", ""), new=digest)
        facts = {
            "slide": slide,
            "fields": state.fields,
            "reviewed": state.reviewed,
            "counts": dict(state.counts),
            "open_items": list(state.open_items),
        }
        page.add(who=reader, what="sign_off", key=Key(digest, "", ""), new=json.dumps(facts), reason=comment.strip())
        fresh = locks(page, images)
        state.signed, state.locked, state.loose = next(iter(fresh.values())), len(own), 0
    return state


def unlock(ledger: Ledger, outcomes: Iterable[Outcome], *, reader: str, reason: str) -> None:
    """Open a signed slide for review again. Raises Refused without a name or a reason, or where nothing is locked."""
    if not reader or not reason.strip():
        raise Refused("unlocking a slide needs a name and a reason")
    images = {outcome.key.image_sha256 for outcome in outcomes}
    with ledger.deciding() as page:
        signed = {each.digest: each for each in locks(page, images).values()}
        if not signed:
            raise Refused("this slide is not signed off")
        for digest, each in signed.items():
            old = json.dumps({"reader": each.reader, "at": each.at})
            page.add(who=reader, what="unlock", key=Key(digest, "", ""), old=old, reason=reason.strip())
