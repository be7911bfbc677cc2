"""The results as a table model that sorts, searches and filters in NumPy, also with 100,000 rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication

from leukemia_desktop.core.analysis import Outcome
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.review import Review
from leukemia_desktop.core.trust import FLAGS
from leukemia_desktop.gui.marks import mark_icon
from leukemia_desktop.gui.results_columns import (
    CELLS,
    CHOICES,
    COLUMNS,
    CONFIDENCE,
    DOMAIN,
    FIELD,
    FILTERS,
    FLAG,
    KEYS,
    LABEL,
    LABEL_MARKS,
    NUMBERS,
    REVIEW,
    REVIEWS,
    SET,
    SLIDE,
    SORTS,
    STATUS,
    STATUSES,
    TELLING,
    matches,
)
from leukemia_desktop.gui.results_filter import (
    Wanted,
    holds_label,
    holds_text,
    is_wanted,
    one_of,
    parse_range,
    per_cent_range,
)
from leukemia_desktop.gui.review_marks import UNREVIEWED, about, review_icon, review_words
from leukemia_desktop.gui.words import choice_words, flags_text, is_failure, label_of, status_of

Index = QModelIndex | QPersistentModelIndex
PATH, RANK = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SETTLE = 250
"""Milliseconds between two sorts while rows come in."""
_SORTS_KEPT = 3


class ResultsModel(QAbstractTableModel):
    """One row per outcome, keyed by field path; a field that is analysed again keeps its row.

    `place` gives a number that sorts fields as the slide browser does, `differs` says whether a result comes from another
    recipe than the model's own. `counted` follows every change of the numbers that `counts` gives.
    """

    counted = Signal()
    reordered = Signal()
    """The columns that sort are others than before."""

    def __init__(
        self,
        place: Callable[[Path], int],
        differs: Callable[[Outcome], bool] = lambda _: False,
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._place, self._differs = place, differs
        self._review_of: Callable[[Outcome], Review | None] = lambda _: None
        self._review_key: Callable[[Outcome], str] = lambda _: UNREVIEWED
        self._blind = False
        self._outcomes: list[Outcome] = []
        self._texts: list[str] = []
        self._rows: dict[Path, int] = {}
        self._keys: npt.NDArray[Any] = np.zeros(256, KEYS)
        self._slides: dict[str, int] = {}
        self._shown: npt.NDArray[np.intp] = np.zeros(0, np.intp)
        self._position: npt.NDArray[np.intp] | None = None
        self._sorts: list[tuple[int, bool]] = []
        self._asked = 0
        self._columns: dict[int, Wanted] = {}
        self._which, self._search, self._slide = "all", "", ""
        self._bold = QGuiApplication.font()
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.refresh)

    # ---- what comes in

    def extend(self, outcomes: Sequence[Outcome]) -> None:
        """Take outcomes: new rows at the end, known fields in their row; the order is put right shortly after."""
        first, altered = len(self._outcomes), False
        for outcome in outcomes:
            row = self._rows.get(outcome.field.path)
            if row is None:
                row = self._rows[outcome.field.path] = len(self._outcomes)
                self._outcomes.append(outcome)
                self._texts.append("")
                if row == len(self._keys):
                    self._keys = np.concatenate([self._keys, np.zeros(row, KEYS)])
            else:
                altered = True
                self._outcomes[row] = outcome
            self._keys[row] = self._key(outcome)
            self._texts[row] = f"{outcome.field.name}\n{choice_words(label_of(outcome))}\n{flags_text(outcome)}".casefold()
        fresh = np.arange(first, len(self._outcomes), dtype=np.intp)
        fresh = fresh[self._fits(fresh)]
        if len(fresh):
            at = len(self._shown)
            self.beginInsertRows(QModelIndex(), at, at + len(fresh) - 1)
            self._set_shown(np.concatenate([self._shown, fresh]))
            self.endInsertRows()
        if (altered or self._sorts) and not self._settle.isActive():
            self._settle.start()
        if altered and len(self._shown):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(COLUMNS) - 1))
        self.counted.emit()

    def forget(self, paths: "set[Path]") -> None:
        """Leave out the rows of these fields."""
        kept = [outcome for outcome in self._outcomes if outcome.field.path not in paths]
        self.beginResetModel()
        self._outcomes, self._texts, self._rows = [], [], {}
        self._set_shown(np.zeros(0, np.intp))
        self.endResetModel()
        self.extend(kept)
        self.refresh()

    def set_reviews(self, review_of: Callable[[Outcome], Review | None], key_of: Callable[[Outcome], str]) -> None:
        """Where to ask what persons said, and for its name among REVIEWS; `review_changed` tells when to ask again."""
        self._review_of, self._review_key = review_of, key_of
        self.review_changed([])

    def review_changed(self, paths: Iterable[Path]) -> None:
        """Ask again about these fields, or about all where none is named."""
        rows = [self._rows[path] for path in paths if path in self._rows] or range(len(self._outcomes))
        for row in rows:
            self._keys["review"][row] = REVIEWS.index(self._review_key(self._outcomes[row]))
        if len(self._shown):
            self.dataChanged.emit(self.index(0, REVIEW), self.index(len(self._shown) - 1, REVIEW))
        if not self._settle.isActive():
            self._settle.start()
        self.counted.emit()

    def set_blind(self, on: bool) -> None:
        """Say nothing of what the program thinks: neither in cells nor by order, filters or search."""
        self._blind = on
        self._columns = {column: each for column, each in self._columns.items() if not on or column not in TELLING}
        self.set_sorts([each for each in self._sorts if not on or each[0] not in TELLING])
        if len(self._shown):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(COLUMNS) - 1))

    # ---- what is shown

    def set_filter(self, which: str) -> None:
        """One of FILTERS."""
        self._which = which
        self.refresh()

    def set_search(self, text: str) -> None:
        """Only rows whose field, label or flags hold this text, in any case."""
        self._search = text.strip().casefold()
        self.refresh()

    def set_column(self, column: int, wanted: Wanted) -> None:
        """Only rows whose cell in this column is as wanted; an empty string or tuple, or a text that is no range: all."""
        self.set_columns({**self._columns, column: wanted})

    def set_columns(self, wanted: Mapping[int, Wanted]) -> None:
        """The filters of all columns at once."""
        kept = {column: each for column, each in wanted.items() if is_wanted(each)}
        if kept != self._columns:
            self._columns = kept
            self.refresh()

    @property
    def which(self) -> str:
        """The filter in force, one of FILTERS."""
        return self._which

    @property
    def columns(self) -> dict[int, Wanted]:
        """The filters of the columns that have one."""
        return dict(self._columns)

    def set_slide(self, slide: str) -> None:
        """Only rows of this slide; empty: of all."""
        self._slide = slide
        self.refresh()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by this column; rows that are alike in it stay as the columns before had sorted them. -1: as they came."""
        descending = order == Qt.SortOrder.DescendingOrder
        kept = [each for each in self._sorts if each[0] != column][: _SORTS_KEPT - 1]
        self._sorts = [(column, descending), *kept] if column >= 0 else []
        self._asked = len(self._sorts[:1])
        self.refresh()
        self.reordered.emit()

    def set_sorts(self, sorts: Sequence[tuple[int, bool]]) -> None:
        """Sort by these columns (number, descending), the most important one first; none: as they came."""
        self._sorts = list(sorts)
        self._asked = len(self._sorts)
        self.refresh()
        self.reordered.emit()

    @property
    def sorts(self) -> list[tuple[int, bool]]:
        """Columns (number, descending) that a person asked for, without those that only break ties."""
        return self._sorts[: self._asked]

    def refresh(self) -> None:
        """Filter and sort everything again; what was selected stays selected where it is still shown."""
        self._settle.stop()
        rows = np.arange(len(self._outcomes), dtype=np.intp)
        rows = rows[self._fits(rows)]
        for column, descending in reversed(self._sorts):
            key = self._keys[SORTS[column]][rows]
            rows = rows[np.argsort(-key if descending else key, kind="stable")]
        if np.array_equal(rows, self._shown):
            self.counted.emit()
            return
        if len(rows) != len(self._shown):
            self.beginResetModel()
            self._set_shown(rows)
            self.endResetModel()
        else:
            self.layoutAboutToBeChanged.emit()
            before = self.persistentIndexList()
            old = [int(self._shown[index.row()]) for index in before]
            self._set_shown(rows)
            after = [self.index(self.position(row), index.column()) for row, index in zip(old, before, strict=True)]
            self.changePersistentIndexList(before, after)
            self.layoutChanged.emit()
        self.counted.emit()

    def counts(self) -> dict[str, int]:
        """Rows that each filter would show, of the chosen slide."""
        keys = self._keys[: len(self._outcomes)]
        keys = keys[keys["slide"] == self._slides.get(self._slide, -1)] if self._slide else keys
        return {which: int(np.count_nonzero(matches(keys, which))) for which in FILTERS}

    def outcome_at(self, position: int) -> Outcome:
        """The outcome shown in this row of the table."""
        return self._outcomes[self._shown[position]]

    def position_of(self, path: Path | None) -> int:
        """The table's row that shows this field, -1 when none does."""
        row = self._rows.get(path, -1) if path else -1
        return self.position(row) if row >= 0 else -1

    def position(self, row: int) -> int:
        if self._position is None:
            self._position = np.full(len(self._outcomes), -1, np.intp)
            self._position[self._shown] = np.arange(len(self._shown))
        return int(self._position[row])

    def _set_shown(self, rows: npt.NDArray[np.intp]) -> None:
        self._shown, self._position = rows, None

    def _fits(self, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
        keys = self._keys[rows]
        fits = matches(keys, self._which)
        if self._slide:
            fits &= keys["slide"] == self._slides.get(self._slide, -1)
        for column, wanted in self._columns.items():
            fits[fits] = self._fits_column(column, wanted, rows[fits])
        if self._search:
            texts = [text.partition("\n")[0] for text in self._texts] if self._blind else self._texts
            fits[fits] = holds_text(texts, rows[fits], self._search)
        return fits

    def _fits_column(self, column: int, wanted: Wanted, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
        values = self._keys[SORTS[column]][rows]
        if isinstance(wanted, tuple):
            return holds_label(values, wanted) if column == SET else one_of(values, CHOICES[column], wanted)
        if column in NUMBERS:
            fits = (per_cent_range if column == CONFIDENCE else parse_range)(wanted)
            return fits(values) & (values >= 0) if fits else np.ones(len(rows), bool)
        needle = wanted.strip().casefold()
        if column == SLIDE:
            return np.isin(values, [number for slide, number in self._slides.items() if needle in slide.casefold()])
        place = 0 if column == FIELD else 2
        return np.fromiter((needle in self._texts[row].split("\n", 2)[place] for row in rows.tolist()), bool, len(rows))

    def _key(self, outcome: Outcome) -> tuple[float, ...]:
        slide = self._slides.setdefault(outcome.field.slide, len(self._slides))
        fixed = (self._place(outcome.field.path), slide, LABEL_MARKS.index(label_of(outcome)))
        status = STATUSES.index(status_of(outcome))
        if is_failure(outcome):
            return (*fixed, -1.0, -1, -1, status, -1, -1.0, 0)
        verdict = outcome.verdict
        chosen = sum(1 << LABELS.index(label) for label in verdict.prediction_set) + 32 * len(verdict.prediction_set)
        flags = sum(1 << FLAGS.index(flag) for flag in verdict.flags) + (len(verdict.flags) << 16)
        cells = -1 if outcome.wbc_count is None else outcome.wbc_count
        domain = -1.0 if outcome.domain_score is None else outcome.domain_score
        review = REVIEWS.index(self._review_key(outcome))
        return (*fixed, verdict.confidence, chosen, flags, status, cells, domain, review)

    # ---- Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(SORTS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in NUMBERS else _LEFT
        return None

    def headings(self) -> tuple[str, ...]:
        """The words above the columns."""
        return (
            *(self.tr("Field"), self.tr("Slide"), self.tr("Label"), self.tr("Confidence %")),
            *(self.tr("Prediction set"), self.tr("Flags"), self.tr("Status"), self.tr("Cells"), self.tr("Domain score")),
            self.tr("Review"),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES:  # a table asks for ten roles a cell; most have no answer
            return None
        outcome = self._outcomes[self._shown[index.row()]]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(outcome, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in NUMBERS else _LEFT
        if role == Qt.ItemDataRole.DecorationRole and column == REVIEW:
            return review_icon(self._review_key(outcome))
        if self._blind and column in TELLING:
            return "" if role == RANK else None
        if role == Qt.ItemDataRole.DecorationRole and column == LABEL:
            return mark_icon(label_of(outcome))
        if role == Qt.ItemDataRole.FontRole and column == LABEL:
            return self._bold
        if role == Qt.ItemDataRole.ToolTipRole and column == REVIEW:
            return about(review) if (review := self._review_of(outcome)) else None
        if role == Qt.ItemDataRole.ToolTipRole and column in (FIELD, FLAG):
            return str(outcome.field.path) if column == FIELD else self.text(outcome, FLAG)
        if role == RANK:
            return status_of(outcome)
        if role == PATH:
            return outcome.field.path
        return None

    def text(self, outcome: Outcome, column: int) -> str:
        """What a cell says; the same words are copied."""
        if column == FIELD:
            return outcome.field.name
        if column == SLIDE:
            return outcome.field.slide
        if column == REVIEW:
            return review_words(self._review_key(outcome))
        if self._blind and column in TELLING:
            return "–"
        if column == STATUS:
            return choice_words(status_of(outcome))
        if column == FLAG:
            words = flags_text(outcome)
            differs = self.tr("recipe differs from the model's own") if self._differs(outcome) else ""
            return ", ".join(part for part in (words, differs) if part)
        if is_failure(outcome):
            return "—"
        verdict = outcome.verdict
        if column == LABEL:
            return choice_words(verdict.label)
        if column == CELLS:
            return "—" if outcome.wbc_count is None else str(outcome.wbc_count)
        if column == DOMAIN:
            return "—" if outcome.domain_score is None else f"{outcome.domain_score:.2f}"
        return f"{100 * verdict.confidence:.1f}" if column == CONFIDENCE else " | ".join(verdict.prediction_set) or "—"


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing


_ROLES = frozenset(
    {
        *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.DecorationRole),
        *(Qt.ItemDataRole.FontRole, Qt.ItemDataRole.ToolTipRole, PATH, RANK),
    }
)
