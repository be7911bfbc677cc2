"""What the review asks of the ledger, in a worker thread: load, decide, sign, unlock, and who is reading."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from leukemia_desktop.core import readers, references
from leukemia_desktop.core.ledger import BadLedger, Ledger
from leukemia_desktop.core.outcome import Outcome
from leukemia_desktop.core.references import Reference, Spot
from leukemia_desktop.core.review import Change, Readings, Refused, Review, SignOff, decide, locks, readings
from leukemia_desktop.core.signing import sign_off, unlock


@dataclass(frozen=True)
class Load:
    """What persons said of these images."""

    images: Sequence[str]


@dataclass(frozen=True)
class Decide:
    """Changes of one reader in one role; `what` is review, undo or redo."""

    changes: Sequence[Change]
    reader: str
    role: str
    what: str = "review"


@dataclass(frozen=True)
class Sign:
    """Sign a slide off."""

    slide: str
    outcomes: Sequence[Outcome]
    reader: str
    comment: str


@dataclass(frozen=True)
class Unlock:
    """Open a signed slide again."""

    slide: str
    outcomes: Sequence[Outcome]
    reader: str
    reason: str


@dataclass(frozen=True)
class Enter:
    """Somebody says who they are; an unknown name is added, with this PIN."""

    name: str
    pin: str


@dataclass(frozen=True)
class SetReasons:
    """The laboratory's list of reasons."""

    reasons: tuple[str, ...]
    reader: str


@dataclass(frozen=True)
class Refer:
    """Take a reviewed field, or a cell of it, among the laboratory's references."""

    image_sha256: str
    path: Path
    cell: Spot | None
    reader: str

    def reversed(self) -> "Unrefer":
        """What takes it back."""
        return Unrefer(Reference(self.image_sha256, self.cell, self.path), self.reader)


@dataclass(frozen=True)
class Unrefer:
    """Take a reference away."""

    reference: Reference
    reader: str

    def reversed(self) -> Refer:
        """What takes it back."""
        return Refer(self.reference.image_sha256, self.reference.path, self.reference.cell, self.reader)


Request = Load | Decide | Sign | Unlock | Enter | SetReasons | Refer | Unrefer


@dataclass(frozen=True)
class Answer:
    """`refusal` is empty where it was done; `read` and `signed` are what holds now of the images in question."""

    request: Request
    refusal: str = ""
    made: Sequence[Review | None] = ()
    images: Sequence[str] = ()
    read: dict[str, Readings] = field(default_factory=dict)
    signed: dict[str, SignOff] = field(default_factory=dict)
    readers: dict[str, bool] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    set_aside: Path | None = None
    """Where a damaged ledger went."""


@dataclass(frozen=True)
class ToLedger:
    """A request, and the ledger that it is for."""

    path: Path
    request: Request


def carry_out(asked: ToLedger) -> Answer:
    """Do it; what is in the answer is on the disk."""
    request = asked.request
    if isinstance(request, Load) and not asked.path.exists():
        return Answer(request)  # looking makes no ledger
    try:
        with Ledger(asked.path) as ledger:
            refusal, made = "", list[Review | None]()
            try:
                made = _do(ledger, request)
            except Refused as error:
                refusal = str(error)
            images = _images(request)
            with ledger.reading() as page:
                read, signed = readings(page, images), locks(page, images)
            known = (readers.names(ledger), readers.reasons(ledger))
        return Answer(request, refusal, made, images, read, signed, *known, ledger.set_aside)
    except BadLedger as error:
        return Answer(request, str(error))


def _do(ledger: Ledger, request: Request) -> list[Review | None]:
    match request:
        case Decide():
            return decide(ledger, request.changes, reader=request.reader, role=request.role, what=request.what)
        case Sign():
            sign_off(ledger, request.slide, request.outcomes, reader=request.reader, comment=request.comment)
        case Unlock():
            unlock(ledger, request.outcomes, reader=request.reader, reason=request.reason)
        case Enter() if request.name not in readers.names(ledger):
            readers.add_reader(ledger, request.name, request.pin)
        case Enter() if not readers.is_pin(ledger, request.name, request.pin):
            raise Refused("this is not the PIN of this reader")
        case SetReasons():
            readers.set_reasons(ledger, request.reasons, reader=request.reader)
        case Refer():
            references.choose(ledger, request.image_sha256, request.path, reader=request.reader, cell=request.cell)
        case Unrefer():
            references.remove(ledger, request.reference, reader=request.reader)
    return []


def _images(request: Request) -> Sequence[str]:
    match request:
        case Load():
            return request.images
        case Decide():
            return [change.key.image_sha256 for change in request.changes]
        case Sign() | Unlock():
            return [outcome.key.image_sha256 for outcome in request.outcomes]
    return ()
