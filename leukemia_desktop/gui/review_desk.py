"""What a person decides in this window: who is reading and how, what was said of the fields, undo and redo."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leukemia_desktop.core.outcome import Outcome
from leukemia_desktop.core.references import Reference, Spot
from leukemia_desktop.core.review import REASONS, Change, Readings, Review, SignOff, change_of, pre_classified
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.core_words import message
from leukemia_desktop.gui.in_order import InOrder
from leukemia_desktop.gui.review_errands import (
    Answer,
    Decide,
    Enter,
    Load,
    Refer,
    Request,
    SetReasons,
    Sign,
    ToLedger,
    Unlock,
    Unrefer,
    carry_out,
)
from leukemia_desktop.gui.review_marks import DISAGREE, UNREVIEWED

if TYPE_CHECKING:
    from leukemia_desktop.gui.session import Session, Slide


class ReviewDesk(QObject):
    """Every decision goes to the ledger in a worker thread and is shown when it is on the disk.

    `changed` tells the fields whose review is another one now, `entered` that the reader or the mode is another one, `said`
    what a person has to know, `decided` that a decision of this person is kept, `recorded` that anything is.
    """

    changed = Signal(list)
    entered = Signal()
    said = Signal(str)
    decided = Signal(object)
    recorded = Signal()
    done = Signal(object)
    """A decision that a person has just taken, on its way to the ledger."""
    referred = Signal(object)
    """A reference that a person has just chosen or taken away, on its way there."""

    def __init__(self, session: "Session", settings: Settings, parent: QObject | None = None):
        super().__init__(parent)
        self._session, self.settings = session, settings
        self.reader, self.readers, self.reasons = "", dict[str, bool](), REASONS
        self._read: dict[str, Readings] = {}
        self._signed: dict[str, SignOff] = {}
        self._paths: dict[str, set[Path]] = {}
        self._fresh: list[str] = []
        self._loading = False
        self._done: list[Decide] = []
        self._undone: list[Decide] = []
        self._refused: list[Request] = []
        self._expected: dict[tuple[str, str, str], tuple[Decide, Review | None]] = {}
        """By image, reader and role: what the ledger will hold when it has answered."""
        self.worker = InOrder(carry_out, self)
        self.worker.answered.connect(self._take)
        session.recorded.connect(self.look_up)
        self.look_up([outcome for slide in session.slides for outcome in slide.outcomes.values()])
        self._ask(Load(()))

    # ---- what is known

    @property
    def blind(self) -> bool:
        """Whether this is a second reading: neither the model's label nor the first reader's is shown."""
        return self._session.blind

    def readings_of(self, outcome: Outcome | None) -> Readings:
        """Every reading of the field; in a second reading the person's own alone."""
        held = self._read.get(outcome.key.image_sha256, Readings()) if outcome else Readings()
        if not self.blind:
            return held
        return Readings(tuple(each for each in held.each if (each.reader, each.role) == (self.reader, "second")))

    def review_of(self, outcome: Outcome | None) -> Review | None:
        """What is shown as the review of the field."""
        return self.readings_of(outcome).chosen

    def key_of(self, outcome: Outcome) -> str:
        """The label, or UNREVIEWED, or DISAGREE: the names that review_icon knows."""
        held = self.readings_of(outcome)
        return DISAGREE if held.disagree else held.chosen.label if held.chosen else UNREVIEWED

    def sign_off_of(self, outcome: Outcome | None) -> SignOff | None:
        """The sign-off that locks the field."""
        return self._signed.get(outcome.key.image_sha256) if outcome else None

    def role_for(self, outcome: Outcome) -> str:
        """In which role a decision on this field is taken: two who disagree look for a consensus."""
        if self.blind:
            return "second"
        held = self.readings_of(outcome)
        return "consensus" if held.disagree or any(each.role == "consensus" for each in held.each) else "first"

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def last_done(self) -> Decide | None:
        """The decision that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Decide | None:
        """The decision that redo would take again."""
        return self._undone[-1] if self._undone else None

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    # ---- what a person does

    def needs_reason(self, outcome: Outcome, label: str) -> bool:
        """Whether a reason is asked for: where the label is not the program's, and where the field could not be read.

        Of a second reader it is not for a field that was read: the question would tell what the program says.
        """
        program = pre_classified(outcome)
        return label != program and (not self.blind or not program)

    def review(self, outcomes: Sequence[Outcome], label: str, reason: str = "") -> None:
        """Say `label` of these fields, all in one role: they are kept together or not at all."""
        by_role: dict[str, list[Change]] = {}
        for outcome in outcomes:
            role = self.role_for(outcome)
            before = self._before(outcome, role)
            why = reason if self.needs_reason(outcome, label) else ""
            by_role.setdefault(role, []).append(change_of(outcome, label, why, before))
        for role, changes in by_role.items():
            self._done.append(Decide(tuple(changes), self.reader, role))
            self._undone.clear()
            self._send(self._done[-1])
            self.done.emit(self._done[-1])

    def undo(self) -> None:
        """Take the last decision of this session back, with a new entry."""
        if self._done:
            last = self._done.pop()
            self._undone.append(last)
            back = tuple(change.reversed(_to_be(change, last)) for change in last.changes)
            self._send(Decide(back, last.reader, last.role, "undo"))

    def redo(self) -> None:
        """Decide again what was taken back last."""
        if self._undone:
            self._done.append(self._undone.pop())
            self._send(replace(self._done[-1], what="redo"))

    def sign(self, slide: "Slide", comment: str) -> None:
        self._ask(Sign(slide.name, tuple(slide.outcomes.values()), self.reader, comment))

    def unlock(self, slide: "Slide", reason: str) -> None:
        self._ask(Unlock(slide.name, tuple(slide.outcomes.values()), self.reader, reason))

    def refer(self, image_sha256: str, path: Path, cell: Spot | None = None) -> None:
        """Take a reviewed field, or a cell of it, among the laboratory's references."""
        self._refer(Refer(image_sha256, path, cell, self.reader))

    def unrefer(self, reference: Reference) -> None:
        """Take a reference away."""
        self._refer(Unrefer(reference, self.reader))

    def can_reverse(self, request: Refer | Unrefer) -> bool:
        """Whether it was done, as far as is known, and by who is reading now."""
        return request.reader == self.reader and not any(each is request for each in self._refused)

    def reverse(self, request: Refer | Unrefer) -> None:
        """Take it back with an entry of its own."""
        self._ask(request.reversed())

    def repeat(self, request: Refer | Unrefer) -> None:
        """Do again what was taken back."""
        self._ask(request)

    def enter(self, name: str, pin: str) -> None:
        """Say who is reading."""
        self._ask(Enter(" ".join(name.split()), pin))

    def set_blind(self, on: bool) -> None:
        """Begin or end a second reading. What was decided in one mode cannot be undone in the other."""
        if on != self.blind:
            self._forget()
            self._session.set_blind(on)
            self.entered.emit()
            self.changed.emit([])

    def set_reasons(self, reasons: Sequence[str]) -> None:
        self._ask(SetReasons(tuple(reasons), self.reader))

    def look_up(self, outcomes: Sequence[Outcome]) -> None:
        """Ask the ledger what persons said of these fields."""
        for outcome in outcomes:
            self._paths.setdefault(outcome.key.image_sha256, set()).add(outcome.field.path)
            self._fresh.append(outcome.key.image_sha256)
        self._load()

    def close_down(self) -> None:
        """Keep what was decided, then end the thread."""
        self.worker.close_down(finish=True)

    # ---- the ledger's answers

    def _load(self) -> None:
        if self._fresh and not self._loading:  # one question for all that came while the last one was answered
            self._loading = True
            self._ask(Load(tuple(self._fresh)))
            self._fresh = []

    def _ask(self, request: Request) -> None:
        self.worker.ask(ToLedger(self.settings.ledger_path, request))

    def _send(self, request: Decide) -> None:
        for change in request.changes:
            at = (change.key.image_sha256, request.reader, request.role)
            self._expected[at] = (request, _to_be(change, request))
        self._ask(request)

    def _refer(self, request: Refer | Unrefer) -> None:
        self._ask(request)
        self.referred.emit(request)

    def _before(self, outcome: Outcome, role: str) -> Review | None:
        image = outcome.key.image_sha256
        if expected := self._expected.get((image, self.reader, role)):
            return expected[1]
        return self._read.get(image, Readings()).of(self.reader, role)

    def _take(self, answer: Answer) -> None:
        request = answer.request
        if isinstance(request, Load):
            self._loading = False
        for image in answer.images:
            for held, now in ((self._read, answer.read), (self._signed, answer.signed)):
                if image in now:
                    held[image] = now[image]  # type: ignore[index]
                else:
                    held.pop(image, None)
        if answer.readers or answer.reasons:
            self.readers, self.reasons = answer.readers, answer.reasons
        if isinstance(request, Decide):
            self._expected = {at: each for at, each in self._expected.items() if each[0] is not request}
            if answer.refusal:  # what those after it would undo is not there
                self._forget()
        if isinstance(request, Refer | Unrefer) and answer.refusal:
            self._refused.append(request)
        if answer.set_aside:
            self.said.emit(self.tr("The ledger was damaged; it is kept as %s and a new one begins.") % answer.set_aside)
        if answer.refusal and request == Load(()):
            pass  # whoever needs the ledger says so
        elif answer.refusal:
            words = message(answer.refusal)
            self.said.emit(words[:1].upper() + words[1:])
        elif isinstance(request, Enter):
            if request.name != self.reader:
                self._forget()
            self.reader = request.name
        if isinstance(request, Enter | SetReasons) or (isinstance(request, Load) and not request.images):
            self.entered.emit()
        paths = [path for image in answer.images for path in self._paths.get(image, ())]
        if paths:
            self.changed.emit(paths)
        if isinstance(request, Decide) and not answer.refusal:
            self.decided.emit(request)
        if not isinstance(request, Load) and not answer.refusal:
            self.recorded.emit()
        self._load()

    def _forget(self) -> None:
        self._done.clear()
        self._undone.clear()


def _to_be(change: Change, request: Decide) -> Review | None:
    """The review as it will be; its time is the ledger's to give."""
    if not change.label:
        return None
    return Review(
        image_sha256=change.key.image_sha256,
        label=change.label,
        reason=change.reason,
        reader=request.reader,
        role=request.role,
        at="",
        pre_classified=change.pre_classified,
    )
