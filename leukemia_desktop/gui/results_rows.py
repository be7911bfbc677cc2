"""What lies behind the results table, without Qt: outcomes in rows, which of them fit, and in what order, in NumPy."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.analysis import Outcome
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.review import Review
from leukemia_desktop.core.trust import FLAGS
from leukemia_desktop.gui.results_columns import (
    CHOICES,
    CONFIDENCE,
    FIELD,
    FILTERS,
    KEYS,
    LABEL_MARKS,
    NUMBERS,
    REVIEWS,
    SET,
    SLIDE,
    SORTS,
    STATUSES,
    matches,
)
from leukemia_desktop.gui.results_filter import Wanted, holds_label, holds_text, one_of, parse_range, per_cent_range
from leukemia_desktop.gui.review_marks import UNREVIEWED
from leukemia_desktop.gui.words import choice_words, flags_text, is_failure, label_of, status_of

Rows = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Narrowing:
    """Which rows a person wants to see: those that fit all of it."""

    which: str = "all"
    """One of FILTERS."""
    search: str = ""
    """In lower case; in field, label or flags."""
    slide: str = ""
    """Of this slide; empty: of all."""
    columns: dict[int, Wanted] = field(default_factory=dict)
    blind: bool = False
    """A second reader must not find what the program thinks."""


class ResultsRows:
    """One row per field, in the order in which they came; a field that comes again keeps its row.

    `place` gives a number that sorts fields as the slide browser does.
    """

    def __init__(self, place: Callable[[Path], int]):
        self._place = place
        self.review_of: Callable[[Outcome], Review | None] = lambda _: None
        self.review_key: Callable[[Outcome], str] = lambda _: UNREVIEWED
        """A person's word on an outcome by its name in REVIEWS."""
        self.outcomes: list[Outcome] = []
        self._texts: list[str] = []
        self._rows: dict[Path, int] = {}
        # one array a column: what sorts and filters reads one of them, and reads it in one piece
        self._keys: dict[str, npt.NDArray[Any]] = {name: np.zeros(256, KEYS[name]) for name in KEYS.names or ()}
        self._slides: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.outcomes)

    def row_of(self, path: Path | None) -> int:
        """The row of this field, -1 where there is none."""
        return self._rows.get(path, -1) if path else -1

    def take(self, outcomes: Sequence[Outcome]) -> bool:
        """Take outcomes; True where one of them was of a field that is known already."""
        known = False
        for outcome in outcomes:
            row = self._rows.setdefault(outcome.field.path, len(self.outcomes))
            if row < len(self.outcomes):
                known = True
                self.outcomes[row] = outcome
            else:
                self.outcomes.append(outcome)
                self._texts.append("")
            if row == len(self._keys["place"]):
                self._keys = {name: np.concatenate([key, np.zeros(row, key.dtype)]) for name, key in self._keys.items()}
            for key, value in zip(self._keys.values(), self._key(outcome), strict=True):
                key[row] = value
            self._texts[row] = f"{outcome.field.name}\n{choice_words(label_of(outcome))}\n{flags_text(outcome)}".casefold()
        return known

    def forget(self, paths: "set[Path]") -> None:
        """Leave out the rows of these fields."""
        kept = [outcome for outcome in self.outcomes if outcome.field.path not in paths]
        self.outcomes, self._texts, self._rows = [], [], {}
        self.take(kept)

    def ask_reviews(self, paths: Iterable[Path]) -> None:
        """Ask again what persons said of these fields, or of all where none is named."""
        named = list(paths)
        rows = [self._rows[path] for path in named if path in self._rows] if named else range(len(self.outcomes))
        for row in rows:
            self._keys["review"][row] = self._review(self.outcomes[row])

    def fitting(self, narrowing: Narrowing, first: int = 0) -> Rows:
        """The rows from `first` on that fit, in the order in which they came."""
        keys = self._from(first)
        fits = matches(keys, narrowing.which)
        if narrowing.slide:
            fits &= keys["slide"] == self._slides.get(narrowing.slide, -1)
        rows: Rows = np.flatnonzero(fits) + first
        for column, wanted in narrowing.columns.items():
            rows = rows[self._fits_column(column, wanted, rows)]
        if narrowing.search:
            rows = rows[holds_text(self._texts, rows, narrowing.search, part=0 if narrowing.blind else None)]
        return rows

    def sorted(self, rows: Rows, sorts: Sequence[tuple[int, bool]]) -> Rows:
        """These rows by columns (number, descending), the most important one first; those that are alike as they came."""
        for column, descending in reversed(sorts):
            key = self._keys[SORTS[column]][rows]
            rows = rows[np.argsort(-key if descending else key, kind="stable")]
        return rows

    def counts(self, slide: str) -> dict[str, int]:
        """Rows that each filter would show, of this slide or of all."""
        keys = self._from(0)
        if slide:
            own = keys["slide"] == self._slides.get(slide, -1)
            keys = {name: keys[name][own] for name in ("status", "label", "review")}
        return {which: int(np.count_nonzero(matches(keys, which))) for which in FILTERS}

    def _from(self, first: int) -> dict[str, npt.NDArray[Any]]:
        return {name: key[first : len(self.outcomes)] for name, key in self._keys.items()}

    def _fits_column(self, column: int, wanted: Wanted, rows: Rows) -> npt.NDArray[np.bool_]:
        values = self._keys[SORTS[column]][rows]
        if isinstance(wanted, tuple):
            return holds_label(values, wanted) if column == SET else one_of(values, CHOICES[column], wanted)
        if column in NUMBERS:
            fits = (per_cent_range if column == CONFIDENCE else parse_range)(wanted)
            return fits(values) & (values >= 0) if fits else np.ones(len(rows), bool)
        needle = wanted.strip().casefold()
        if column == SLIDE:
            return np.isin(values, [number for slide, number in self._slides.items() if needle in slide.casefold()])
        return holds_text(self._texts, rows, needle, part=0 if column == FIELD else 2)

    def _key(self, outcome: Outcome) -> tuple[float, ...]:
        slide = self._slides.setdefault(outcome.field.slide, len(self._slides))
        fixed = (self._place(outcome.field.path), slide, LABEL_MARKS.index(label_of(outcome)))
        status, review = STATUSES.index(status_of(outcome)), self._review(outcome)
        if is_failure(outcome):
            return (*fixed, -1.0, -1, -1, status, -1, -1.0, review)
        verdict = outcome.verdict
        chosen = sum(1 << LABELS.index(label) for label in verdict.prediction_set) + 32 * len(verdict.prediction_set)
        flags = sum(1 << FLAGS.index(flag) for flag in verdict.flags) + (len(verdict.flags) << 16)
        cells = -1 if outcome.wbc_count is None else outcome.wbc_count
        domain = -1.0 if outcome.domain_score is None else outcome.domain_score
        return (*fixed, verdict.confidence, chosen, flags, status, cells, domain, review)

    def _review(self, outcome: Outcome) -> int:
        return REVIEWS.index(self.review_key(outcome))
