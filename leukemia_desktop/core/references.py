"""The laboratory's own reference: reviewed fields and cells that a person chose to compare others with.

A reference is an entry of the audit chain: who chose it, when, and where its file lay. Its class is what the field's review
says, now and not then: a review that is taken back takes the class along.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.outcome import Key
from leukemia_desktop.core.page import Entry, Page
from leukemia_desktop.core.review import READINGS, Refused, Review, locks, readings

CHOSEN, REMOVED = "reference", "reference removed"


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a field: its number over the field, from 1, and its place and diameter in px of the field."""

    number: int
    x: float
    y: float
    diameter: float


@dataclass(frozen=True, slots=True)
class Reference:
    """A field, or one cell of it. `path` is where its file lay; `size` its bytes, 0 where nobody noted them."""

    image_sha256: str
    cell: Spot | None
    path: Path
    size: int = 0
    review: Review | None = None
    """What persons say of the field; None where nobody does any more, or two readers disagree."""
    signed: bool = False
    """Whether the field belongs to a slide that is signed off."""
    chosen: bool = True
    """False for a reviewed field that nobody chose."""

    @property
    def name(self) -> tuple[str, int]:
        """What tells it from every other one: the image, and the cell's number or 0."""
        return self.image_sha256, self.cell.number if self.cell else 0


def choose(ledger: Ledger, image_sha256: str, path: Path, *, reader: str, cell: Spot | None = None) -> None:
    """Take a reviewed field, or a cell of it, among the references. Raises Refused, BadLedger."""
    if not reader:
        raise Refused("choose who is reading first")
    try:
        size = path.stat().st_size
    except OSError as error:
        raise Refused(f"{path}: {error.strerror or error}") from None
    place = (cell.number, round(cell.x, 1), round(cell.y, 1), round(cell.diameter, 1)) if cell else None
    with ledger.deciding() as page:
        own = readings(page, [image_sha256]).get(image_sha256)
        if own is None or own.chosen is None:
            raise Refused("only a reviewed field can be a reference: say what it is first")
        if own.disagree:
            raise Refused("two readers disagree on this field: it cannot be a reference")
        if not own.chosen.pre_classified:
            raise Refused("a field that could not be read cannot be a reference: there is nothing to compare with")
        wanted = Reference(image_sha256, cell, path)
        if wanted.name in _held(page):
            raise Refused("this is a reference already")
        facts = json.dumps({"cell": place, "path": str(path), "bytes": size})
        page.add(who=reader, what=CHOSEN, key=Key(image_sha256, "", ""), new=facts)


def remove(ledger: Ledger, reference: Reference, *, reader: str) -> None:
    """Take a reference away with an entry of its own; the one that chose it stays. Raises Refused, BadLedger."""
    if not reader:
        raise Refused("choose who is reading first")
    with ledger.deciding() as page:
        held = _held(page).get(reference.name)
        if held is None:
            raise Refused("this is no reference any more")
        page.add(who=reader, what=REMOVED, key=Key(reference.image_sha256, "", ""), old=held.new)


def chosen(page: Page) -> list[Reference]:
    """Every reference, the newest first."""
    return _told(page, [_reference(entry) for entry in reversed(_held(page).values())])


def reviewed(page: Page, most: int) -> list[Reference]:
    """The fields that were reviewed last and of which nothing is a reference, the newest first, at most so many.

    Those that could not be read are left out: there is nothing to see.
    """
    latest: dict[str, Key] = {}
    for entry in page.of_kind(sorted(READINGS)):
        latest.pop(entry.key.image_sha256, None)
        latest[entry.key.image_sha256] = entry.key
    taken = {image for image, _ in _held(page)}
    found: list[Reference] = []
    for image, key in reversed(latest.items()):
        path = page.first_place(key) if image not in taken else None
        if path is not None:
            told = _told(page, [Reference(image, None, path, chosen=False)])
            found += [each for each in told if each.review and each.review.pre_classified]
        if len(found) == most:
            break
    return found


def _held(page: Page) -> dict[tuple[str, int], Entry]:
    """The entries of all references that hold, by their names, in the order in which they were chosen."""
    held: dict[tuple[str, int], Entry] = {}
    for entry in page.of_kind((CHOSEN, REMOVED)):
        cell = json.loads(entry.new or entry.old)["cell"]
        name = (entry.key.image_sha256, cell[0] if cell else 0)
        held.pop(name, None)
        if entry.what == CHOSEN:
            held[name] = entry
    return held


def _reference(entry: Entry) -> Reference:
    facts = json.loads(entry.new)
    cell = Spot(*facts["cell"]) if facts["cell"] else None
    return Reference(entry.key.image_sha256, cell, Path(facts["path"]), facts["bytes"])


def _told(page: Page, references: Sequence[Reference]) -> list[Reference]:
    """With what persons say of their fields now."""
    images = [each.image_sha256 for each in references]
    read, signed = readings(page, images), locks(page, images)
    return [
        replace(
            each,
            review=own.chosen if (own := read.get(each.image_sha256)) and not own.disagree else None,
            signed=each.image_sha256 in signed,
        )
        for each in references
    ]
