"""What is open: slides in the order they came, their outcomes by field, and what is chosen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leukemia_desktop.gui.words import label_of, status_of

if TYPE_CHECKING:
    from leukemia_desktop.core.analysis import Outcome
    from leukemia_desktop.core.fields import Field

MOST_FIELDS = 100_000_000
"""Fields of one slide never reach this number: `place` is slide number times this, plus the field's index."""


@dataclass(eq=False)
class Slide:
    """A slide folder with what is known of it. `state` is "", queued, running, paused or stopped."""

    folder: Path
    name: str
    number: int
    fields: "list[Field]" = field(default_factory=list)
    outcomes: "dict[Path, Outcome]" = field(default_factory=dict)
    labels: Counter[str] = field(default_factory=Counter)
    """Fields by label, "failed" among them."""
    statuses: Counter[str] = field(default_factory=Counter)
    index: dict[Path, int] = field(default_factory=dict)
    state: str = ""

    @property
    def done(self) -> bool:
        """Every field has an outcome."""
        return len(self.outcomes) == len(self.fields)

    @property
    def suspicious(self) -> int:
        """Fields labelled Early, Pre or Pro."""
        return sum(self.labels[label] for label in ("Early", "Pre", "Pro"))

    @property
    def review(self) -> bool:
        """By the asymmetric rule: one field that is suspicious, needs a look or failed is enough."""
        return bool(self.suspicious or self.statuses["review"] or self.statuses["failed"])

    @property
    def failed_fields(self) -> "list[Field]":
        """Fields that could not be analysed."""
        if not self.statuses["failed"]:
            return []
        return [each for each in self.fields if (o := self.outcomes.get(each.path)) and status_of(o) == "failed"]

    @property
    def in_hand(self) -> bool:
        """It is being analysed, or waits for it: it can neither be closed nor moved."""
        return self.state in ("queued", "running", "paused")

    def record(self, outcome: "Outcome") -> None:
        """Take an outcome in place of an earlier one of the same field."""
        before = self.outcomes.get(outcome.field.path)
        if before is not None:
            self.labels[label_of(before)] -= 1
            self.statuses[status_of(before)] -= 1
        self.outcomes[outcome.field.path] = outcome
        self.labels[label_of(outcome)] += 1
        self.statuses[status_of(outcome)] += 1

    def take(self, fields: "Iterable[Field]") -> None:
        """Add the fields that are not known yet and put all in natural order."""
        from leukemia_desktop.core.image import natural_key

        fresh = [replace(new, slide=self.name) for new in fields if new.path not in self.index]
        if fresh and self.fields:
            fresh = sorted(self.fields + fresh, key=lambda each: natural_key(each.path.name))
        self.fields = fresh or self.fields
        self.index = {each.path: number for number, each in enumerate(self.fields)}


class Session(QObject):
    """Everybody's one truth. `changed` follows every change of a slide, `recorded` brings new outcomes."""

    added = Signal(object)
    removed = Signal(object)
    moved = Signal(object, int)
    """A slide, and its new place in the queue."""
    changed = Signal(object)
    recorded = Signal(list)
    chosen = Signal(object)
    field_chosen = Signal(object)
    blinded = Signal(bool)
    """Whether a second reader reads, who must see neither the model's label nor the first reader's."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.slides: list[Slide] = []
        self.current: Slide | None = None
        self.field: Path | None = None
        self.blind = False
        self._by_folder: dict[Path, Slide] = {}
        self._count = 0

    @property
    def total(self) -> int:
        """Fields of all slides."""
        return sum(len(slide.fields) for slide in self.slides)

    def open(self, fields: "Sequence[Field]") -> None:
        """Add the slides of these fields, those of a slide that is open already to it, and choose the first of them."""
        by_folder: dict[Path, list[Field]] = {}
        for each in fields:
            by_folder.setdefault(each.path.parent, []).append(each)
        first: Slide | None = None
        for folder, own in by_folder.items():
            slide = self._by_folder.get(folder)
            known = slide is not None
            if slide is None:
                slide = Slide(folder, self._free_name(folder, own[0].slide), self._count)
                self._count += 1
            first = first or slide
            slide.take(own)
            if known:
                self.changed.emit(slide)
            else:
                self.slides.append(slide)
                self._by_folder[folder] = slide
                self.added.emit(slide)
        if first is not None:
            self.choose(first)

    def remove(self, slide: Slide) -> None:
        """Close a slide; its results stay in the ledger. One that is being analysed stays."""
        if slide.in_hand or slide not in self.slides:
            return
        at = self.slides.index(slide)
        self.slides.remove(slide)
        del self._by_folder[slide.folder]
        self.removed.emit(slide)
        if self.current is slide:
            self.choose(self.slides[min(at, len(self.slides) - 1)] if self.slides else None)

    def is_open(self, folder: Path) -> bool:
        """Whether a slide of this folder is in the queue."""
        return folder in self._by_folder

    def put_back(self, slide: Slide, at: int) -> None:
        """Open a slide again that was closed, with all that was known of it, in its old place, and choose it."""
        if self.is_open(slide.folder):
            return
        self.slides.append(slide)
        self._by_folder[slide.folder] = slide
        self.added.emit(slide)
        self.move(slide, at - (len(self.slides) - 1))
        if slide.outcomes:
            self.recorded.emit(list(slide.outcomes.values()))
        self.choose(slide)

    def move(self, slide: Slide, by: int) -> None:
        """Move a slide in the queue, as far as it goes; one that is being analysed stays."""
        if slide.in_hand or slide not in self.slides:
            return
        at = self.slides.index(slide)
        to = max(0, min(len(self.slides) - 1, at + by))
        if to != at:
            self.slides.insert(to, self.slides.pop(at))
            self.moved.emit(slide, to)

    def choose(self, slide: Slide | None) -> None:
        """Make a slide the current one and show its first field, or the one that was shown there already."""
        if slide is not self.current:
            self.current = slide
            self.chosen.emit(slide)
        if slide is None:
            self.choose_field(None)
        elif self.field not in slide.index:
            self.choose_field(slide.fields[0].path if slide.fields else None)

    def choose_field(self, path: Path | None) -> None:
        """Make a field the current one; its slide with it."""
        if path == self.field:
            return
        self.field = path
        slide = self.slide_of(path) if path else None
        if slide is not None and slide is not self.current:
            self.current = slide
            self.chosen.emit(slide)
        self.field_chosen.emit(path)

    def step(self, by: int) -> None:
        """Go `by` fields on; stop at the first and the last."""
        if self.current and self.current.fields:
            at = self.current.index.get(self.field, 0) if self.field else 0
            to = max(0, min(len(self.current.fields) - 1, at + by))
            self.choose_field(self.current.fields[to].path)

    def next_to_look_at(self) -> None:
        """Go to the next field that needs a look, and from the last one to the first."""
        slide = self.current
        if slide is None or self.field is None:
            return
        at = slide.index.get(self.field, 0)
        for each in slide.fields[at + 1 :] + slide.fields[: at + 1]:
            outcome = slide.outcomes.get(each.path)
            if outcome is not None and status_of(outcome) != "ok":
                self.choose_field(each.path)
                return

    def record(self, outcomes: "Sequence[Outcome]") -> None:
        """Take new outcomes; those of slides that were closed meanwhile are left out."""
        known: list[Outcome] = []
        slides: dict[int, Slide] = {}
        for outcome in outcomes:
            slide = self.slide_of(outcome.field.path)
            if slide is not None:
                slide.record(outcome)
                slides[id(slide)] = slide
                known.append(outcome)
        if known:
            self.recorded.emit(known)
        for slide in slides.values():
            self.changed.emit(slide)

    def set_blind(self, on: bool) -> None:
        """Hide what the program says, or show it again."""
        if on != self.blind:
            self.blind = on
            self.blinded.emit(on)

    def set_state(self, slide: Slide, state: str) -> None:
        """Say what is being done with a slide."""
        if slide.state != state:
            slide.state = state
            self.changed.emit(slide)

    def slide_of(self, path: Path) -> Slide | None:
        """The open slide that holds this field."""
        slide = self._by_folder.get(path.parent)
        return slide if slide is not None and path in slide.index else None

    def outcome_of(self, path: Path | None) -> "Outcome | None":
        """What is known of this field."""
        slide = self.slide_of(path) if path else None
        return slide.outcomes.get(path) if slide and path else None

    def place(self, path: Path) -> int:
        """A number that sorts fields by slide and, within one, in natural order."""
        slide = self.slide_of(path)
        return slide.number * MOST_FIELDS + slide.index[path] if slide else -1

    def _free_name(self, folder: Path, name: str) -> str:
        """The slide's name, with as much of its path as tells it from the slides that are open: two glasses never mix."""
        taken = {slide.name for slide in self.slides}
        depth = len(Path(name).parts)
        while name in taken and depth < len(folder.parts):
            depth += 1
            name = "/".join(folder.parts[-depth:])
        return name
