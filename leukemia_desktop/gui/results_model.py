"""The results as a table model for Qt: what the cells say, and which rows are on the screen, also with 100,000 of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication

from leukemia_desktop.core.analysis import Outcome
from leukemia_desktop.core.review import Review
from leukemia_desktop.gui.marks import mark_icon
from leukemia_desktop.gui.results_columns import (
    CELLS,
    COLUMNS,
    CONFIDENCE,
    DOMAIN,
    FIELD,
    FLAG,
    LABEL,
    NUMBERS,
    REVIEW,
    SLIDE,
    SORTS,
    STATUS,
    TELLING,
)
from leukemia_desktop.gui.results_filter import Wanted, is_wanted
from leukemia_desktop.gui.results_rows import Narrowing, ResultsRows
from leukemia_desktop.gui.review_marks import about, review_icon, review_words
from leukemia_desktop.gui.words import choice_words, flags_text, is_failure, label_of, status_of

Index = QModelIndex | QPersistentModelIndex
PATH, RANK = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SETTLE = 250
"""Milliseconds between two sorts while rows come in."""
_SORTS_KEPT = 3


class ResultsModel(QAbstractTableModel):
    """One row per outcome, keyed by field path; a field that is analysed again keeps its row (see ResultsRows).

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
        self.rows, self._differs = ResultsRows(place), differs
        self._narrowing = Narrowing()
        self._shown: npt.NDArray[np.intp] = np.zeros(0, np.intp)
        self._position: npt.NDArray[np.intp] | None = None
        self._sorts: list[tuple[int, bool]] = []
        self._asked = 0
        self._bold = QGuiApplication.font()
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.refresh)

    # ---- what comes in

    def extend(self, outcomes: Sequence[Outcome]) -> None:
        """Take outcomes: new rows at the end, known fields in their row; the order is put right shortly after."""
        first = len(self.rows)
        altered = self.rows.take(outcomes)
        self._position = None  # it knows as many rows as there were
        fresh = self.rows.fitting(self._narrowing, first)
        if len(fresh):
            at = len(self._shown)
            self.beginInsertRows(QModelIndex(), at, at + len(fresh) - 1)
            self._set_shown(np.concatenate([self._shown, fresh]))
            self.endInsertRows()
        if altered or self._sorts:
            self._put_right_soon()
        if altered:
            self._tell_changed()
        self.counted.emit()

    def forget(self, paths: "set[Path]") -> None:
        """Leave out the rows of these fields."""
        self.beginResetModel()
        self.rows.forget(paths)
        self._set_shown(np.zeros(0, np.intp))
        self.endResetModel()
        self.refresh()

    def set_reviews(self, review_of: Callable[[Outcome], Review | None], key_of: Callable[[Outcome], str]) -> None:
        """Where to ask what persons said, and for its name among REVIEWS; `review_changed` tells when to ask again."""
        self.rows.review_of, self.rows.review_key = review_of, key_of
        self.review_changed([])

    def review_changed(self, paths: Iterable[Path]) -> None:
        """Ask again about these fields, or about all where none is named."""
        self.rows.ask_reviews(paths)
        self._tell_changed(REVIEW, REVIEW)
        self._put_right_soon()
        self.counted.emit()

    def set_blind(self, on: bool) -> None:
        """Say nothing of what the program thinks: neither in cells nor by order, filters or search."""
        kept = {column: each for column, each in self.columns.items() if not on or column not in TELLING}
        self._narrowing = replace(self._narrowing, blind=on, columns=kept)
        self.set_sorts([each for each in self._sorts if not on or each[0] not in TELLING])
        self._tell_changed()

    def _tell_changed(self, first: int = 0, last: int = len(COLUMNS) - 1) -> None:
        if len(self._shown):
            self.dataChanged.emit(self.index(0, first), self.index(len(self._shown) - 1, last))

    def _put_right_soon(self) -> None:
        if not self._settle.isActive():
            self._settle.start()

    # ---- what is shown

    def set_filter(self, which: str) -> None:
        """One of FILTERS."""
        self._narrow(which=which)

    def set_search(self, text: str) -> None:
        """Only rows whose field, label or flags hold this text, in any case."""
        self._narrow(search=text.strip().casefold())

    def set_column(self, column: int, wanted: Wanted) -> None:
        """Only rows whose cell in this column is as wanted; an empty string or tuple, or a text that is no range: all."""
        self.set_columns({**self.columns, column: wanted})

    def set_columns(self, wanted: Mapping[int, Wanted]) -> None:
        """The filters of all columns at once."""
        kept = {column: each for column, each in wanted.items() if is_wanted(each)}
        if kept != self.columns:
            self._narrow(columns=kept)

    def set_slide(self, slide: str) -> None:
        """Only rows of this slide; empty: of all."""
        self._narrow(slide=slide)

    def _narrow(self, **changes: Any) -> None:
        self._narrowing = replace(self._narrowing, **changes)
        self.refresh()

    @property
    def which(self) -> str:
        """The filter in force, one of FILTERS."""
        return self._narrowing.which

    @property
    def columns(self) -> dict[int, Wanted]:
        """The filters of the columns that have one."""
        return dict(self._narrowing.columns)

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
        rows = self.rows.sorted(self.rows.fitting(self._narrowing), self._sorts)
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
        return self.rows.counts(self._narrowing.slide)

    def outcome_at(self, position: int) -> Outcome:
        """The outcome shown in this row of the table."""
        return self.rows.outcomes[self._shown[position]]

    def outcomes_at(self, positions: Sequence[int]) -> list[Outcome]:
        """The outcomes shown in these rows of the table."""
        return [self.rows.outcomes[row] for row in self._shown[np.asarray(positions, np.intp)].tolist()]

    def position_of(self, path: Path | None) -> int:
        """The table's row that shows this field, -1 when none does."""
        row = self.rows.row_of(path)
        return self.position(row) if row >= 0 else -1

    def position(self, row: int) -> int:
        if self._position is None:
            self._position = np.full(len(self.rows), -1, np.intp)
            self._position[self._shown] = np.arange(len(self._shown))
        return int(self._position[row])

    def _set_shown(self, rows: npt.NDArray[np.intp]) -> None:
        self._shown, self._position = rows, None

    # ---- Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
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
        outcome = self.outcome_at(index.row())
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(outcome, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(outcome, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in NUMBERS else _LEFT
        if role == Qt.ItemDataRole.DecorationRole and column == REVIEW:
            return review_icon(self.rows.review_key(outcome))
        if self._narrowing.blind and column in TELLING:
            return "" if role == RANK else None
        if role == Qt.ItemDataRole.DecorationRole and column == LABEL:
            return mark_icon(label_of(outcome))
        if role == Qt.ItemDataRole.FontRole and column == LABEL:
            return self._bold
        if role == Qt.ItemDataRole.ToolTipRole and column == REVIEW:
            return about(review) if (review := self.rows.review_of(outcome)) else None
        if role == Qt.ItemDataRole.ToolTipRole and column in (FIELD, FLAG):
            return str(outcome.field.path) if column == FIELD else self.text(outcome, FLAG)
        if role == RANK:
            return status_of(outcome)
        if role == PATH:
            return outcome.field.path
        return None

    def _spoken(self, outcome: Outcome, column: int) -> str:
        """What a screen reader says of a cell; of the first one the verdict of the row, which an eye sees beside it."""
        parts = (column, LABEL, STATUS, FLAG, REVIEW) if column == FIELD else (column,)
        hidden = TELLING if self._narrowing.blind else frozenset()
        return ", ".join(filter(None, (self.text(outcome, each) for each in parts if each not in hidden)))

    def text(self, outcome: Outcome, column: int) -> str:
        """What a cell says; the same words are copied."""
        if column == FIELD:
            return outcome.field.name
        if column == SLIDE:
            return outcome.field.slide
        if column == REVIEW:
            return review_words(self.rows.review_key(outcome))
        if self._narrowing.blind and column in TELLING:
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
        *(Qt.ItemDataRole.FontRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, PATH, RANK),
    }
)
