"""The results table: filter chips, search, a filter for each column, rows; copying rows for a spreadsheet."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from leukemia_desktop.core.files import neutral
from leukemia_desktop.gui.column_choice import ColumnChoice
from leukemia_desktop.gui.column_filter import ColumnFilter
from leukemia_desktop.gui.filter_header import FilterHeader
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.name_cell import NameCell
from leukemia_desktop.gui.results_columns import (
    CELLS,
    CHOICES,
    COLUMNS,
    CONFIDENCE,
    DOMAIN,
    FIELD,
    FILTERS,
    FLAG,
    LABEL,
    NUMBERS,
    REVIEW,
    SET,
    SLIDE,
    STATUS,
    TELLING,
)
from leukemia_desktop.gui.results_empty import EmptyResults
from leukemia_desktop.gui.results_filter import checked
from leukemia_desktop.gui.results_model import PATH, ResultsModel
from leukemia_desktop.gui.review_marks import review_words
from leukemia_desktop.gui.row_copy import RowCopy
from leukemia_desktop.gui.saved_filters import SavedFilters
from leukemia_desktop.gui.search_box import SearchBox
from leukemia_desktop.gui.status_pill import StatusPill
from leukemia_desktop.gui.words import choice_words

ROW = 29
WIDTHS = {
    FIELD: 190,
    SLIDE: 150,
    LABEL: 130,
    CONFIDENCE: 120,
    SET: 150,
    FLAG: 300,
    STATUS: 96,
    CELLS: 80,
    DOMAIN: 120,
    REVIEW: 150,
}
FOLLOWED = 500
"""Selected rows that stay selected when the order changes; of more, the current one does, unless it is all."""
HIDDEN = (SLIDE, CELLS, DOMAIN)
"""Columns that are not there until somebody wants them."""


class ResultsTable(QWidget):
    """`chosen` tells the field whose row a person went to, `asked_export` the fields of the rows to write to a file."""

    chosen = Signal(Path)
    asked_export = Signal(list)
    narrowed = Signal()
    """Filters, search or order are others than before: see `state`."""

    def __init__(self, model: ResultsModel, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self._path: Path | None = None
        model.layoutAboutToBeChanged.connect(self._keep_few_selected)  # before the selection itself hears of it
        self.copying = RowCopy(self)
        self.copying.ended.connect(lambda: self.view.unsetCursor())
        self._build()
        model.counted.connect(self._count)
        model.modelReset.connect(self._mark)
        model.layoutChanged.connect(self._mark)
        model.reordered.connect(self._show_sorts)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self._count()

    def select(self, path: Path | None) -> None:
        """Go to the row of this field, where there is one."""
        self._path = path
        self._mark()
        if path is not None and self.model.position_of(path) < 0:  # a row that stays chosen would pass for this field's
            self.view.selectionModel().clear()

    def show_slide(self, slide: str) -> None:
        """Show this slide's rows, unless rows of all slides are asked for."""
        self._slide = slide
        self._narrow()

    def show_all_button(self, wanted: bool) -> None:
        """Offer rows of all slides: there is more than one."""
        self.all_slides.setVisible(wanted)

    def set_theme(self, look: Look) -> None:
        self._pill.look = look
        self.header.set_look(look)
        self.view.viewport().update()

    def state(self) -> dict[str, Any]:
        """Filters, search and order as plain values, for a file; `restore` takes them."""
        return {
            "which": self.model.which,
            "search": self.search.text(),
            "all_slides": self.all_slides.isChecked(),
            "columns": {COLUMNS[column]: wanted for column, wanted in self.model.columns.items()},
            "sorts": [[COLUMNS[column], descending] for column, descending in self.model.sorts],
        }

    def keep(self) -> dict[str, Any]:
        """For the next start."""
        return self.state()

    def restore(self, state: object) -> None:
        """Show what `state` gave, also after a way through JSON; what is not as it should be is as at the first start."""
        state = state if isinstance(state, Mapping) else {}
        kept = checked(state, COLUMNS, COLUMNS)
        which = kept["which"] if kept["which"] in FILTERS else "all"
        self.chips[which].setChecked(True)
        self.model.set_filter(which)
        self.search.setText(kept["search"])
        self.all_slides.setChecked(state.get("all_slides") is True)
        for column, editor in self.header.editors.items():
            editor.set_wanted(kept["columns"].get(COLUMNS[column], ""))
        if kept["columns"]:
            self.filter_button.setChecked(True)
        self.model.set_sorts([(COLUMNS.index(name), descending) for name, descending in kept["sorts"]])

    def selected(self) -> list[Path]:
        """Fields of the selected rows, from top to bottom."""
        return [outcome.field.path for outcome in self.model.outcomes_at(self._selected_rows())]

    def _selected_rows(self) -> list[int]:
        # by ranges: an index for each of 100,000 rows takes seconds
        ranges = self.view.selectionModel().selection()
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def clear_filters(self) -> None:
        """Show every row again, in the order in force."""
        self.restore({**self.state(), "which": "all", "search": "", "columns": {}})

    def set_blind(self, on: bool) -> None:
        """Show a second reader nothing of what the program thinks, also not through filters and order."""
        self.copying.stop()
        if on:
            self.clear_filters()
        for which in ("look", "suspicious", "failed"):
            self.chips[which].setVisible(not on)
        self.model.set_blind(on)
        self.columns.put_away(TELLING if on else frozenset())
        self.saved.setVisible(not on)
        self.export_action.setEnabled(not on)
        self._count()

    def begin_search(self) -> None:
        """Go to the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def copy(self) -> None:
        """The selected rows as tab-separated text with headings, safe to paste into a spreadsheet; `copying` tells when."""
        columns, headings = self.columns.shown(), self.model.headings()
        outcomes = self.model.outcomes_at(self._selected_rows())
        if outcomes:
            self.view.setCursor(Qt.CursorShape.BusyCursor)
            text = self.model.text
            rows = ([neutral(" ".join(text(outcome, column).split())) for column in columns] for outcome in outcomes)
            self.copying.begin((headings[column] for column in columns), rows)

    # ---- inside

    def _build(self) -> None:
        self._slide = ""
        chips = QHBoxLayout()
        chips.setContentsMargins(8, 6, 8, 6)
        chips.setSpacing(6)
        self.chips: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for which, words in self._filters().items():
            chip = QPushButton(words, self)
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, which=which: self._choose(which))
            group.addButton(chip)
            chips.addWidget(chip)
            self.chips[which] = chip
        self.chips["all"].setChecked(True)
        self.all_slides = QPushButton(self.tr("All slides"), self)
        self.all_slides.setObjectName("chip")
        self.all_slides.setCheckable(True)
        self.all_slides.setToolTip(self.tr("Rows of every open slide, not of the chosen one alone"))
        self.all_slides.toggled.connect(self._narrow)
        self.all_slides.toggled.connect(lambda _: self.narrowed.emit())
        self.all_slides.hide()
        chips.addSpacing(8)
        chips.addWidget(self.all_slides)
        chips.addStretch(1)
        self.search = SearchBox(self)
        self.search.setPlaceholderText(self.tr("Search  Ctrl+F"))
        self.search.setAccessibleName(self.tr("Search in the results"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(90)
        self.search.setMaximumWidth(210)
        self.search.textChanged.connect(self._seek)
        leave = QAction(self.search)
        leave.setShortcut(Qt.Key.Key_Escape)
        leave.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        leave.triggered.connect(self._leave_search)
        self.search.addAction(leave)
        self.view = self._table()
        self.filter_button = self._chip(self.tr("Filters"), self.tr("A filter below each heading"))
        self.filter_button.setCheckable(True)
        self.filter_button.toggled.connect(self.header.set_open)
        self.clear_button = self._chip(self.tr("Show all"), self.tr("Take every filter and the search away"))
        self.clear_button.clicked.connect(lambda: self.clear_filters())
        self.saved = SavedFilters(self.state, self.restore, self)
        self.saved.setObjectName("chip")
        self.columns = ColumnChoice(self.view, COLUMNS, self.model.headings, HIDDEN, self)
        self.columns.setObjectName("chip")
        for each in (self.clear_button, self.filter_button, self.saved, self.columns):
            chips.addWidget(each)
        chips.addWidget(self.search, 3)
        self.empty = EmptyResults(self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(chips)
        column.addLayout(self._pages, 1)

    def _table(self) -> QTableView:
        view = QTableView(self)
        view.setAccessibleName(self.tr("Results"))
        view.setModel(self.model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header = header = FilterHeader(view)
        view.setHorizontalHeader(header)
        header.setMinimumSectionSize(56)
        header.setSortIndicatorShown(False)
        header.sorted_by.connect(self._sort)
        for section, width in WIDTHS.items():
            view.setColumnWidth(section, width)
        header.setSectionResizeMode(FLAG, QHeaderView.ResizeMode.Stretch)
        # of its own and empty: with the rows' it would ask at each paint whether all of 100,000 are selected
        header.setSelectionModel(QItemSelectionModel(self.model, header))
        words_of, editors = (choice_words, review_words), {}
        for column, heading in enumerate(self.model.headings()):
            choices = {key: words_of[column == REVIEW](key) for key in CHOICES[column]} if column in CHOICES else None
            editors[column] = editor = ColumnFilter(heading, number=column in NUMBERS, choices=choices)
            editor.changed.connect(lambda wanted, column=column: self._filter(column, wanted))
        header.set_editors(editors)
        self._pill = StatusPill(view)
        view.setItemDelegateForColumn(STATUS, self._pill)
        self._name = NameCell(view)
        for column in (FIELD, SLIDE):
            view.setItemDelegateForColumn(column, self._name)
        self.copy_action = QAction(self.tr("Copy rows"), view)
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_action.triggered.connect(self.copy)
        view.addAction(self.copy_action)
        self.export_action = QAction(self.tr("Export rows…"), view)
        self.export_action.triggered.connect(lambda: self.asked_export.emit(self.selected()))
        view.addAction(self.export_action)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        view.activated.connect(self._tell)
        view.doubleClicked.connect(self._tell)
        return view

    def _chip(self, words: str, hint: str) -> QPushButton:
        chip = QPushButton(words, self)
        chip.setObjectName("chip")
        chip.setToolTip(hint)
        return chip

    # ---- what a person wants to see

    def _choose(self, which: str) -> None:
        self.model.set_filter(which)
        self.narrowed.emit()

    def _seek(self, text: str) -> None:
        self.model.set_search(text)
        self.narrowed.emit()

    def _filter(self, column: int, wanted: Any) -> None:
        self.model.set_column(column, wanted)
        self.narrowed.emit()

    def _sort(self, section: int, shift: bool) -> None:
        """A click sorts by one column, up, down, not at all; with Shift it does so below the columns before."""
        sorts = self.model.sorts
        known = dict(sorts)
        up, down = [(section, False)], [(section, True)]
        fresh = up if section not in known else [] if known[section] else down
        if not shift:
            column, descending = fresh[0] if fresh else (-1, False)
            self.model.sort(column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        elif section in known:
            at = [column for column, _ in sorts].index(section)
            self.model.set_sorts([*sorts[:at], *fresh, *sorts[at + 1 :]])
        else:
            self.model.set_sorts([*sorts, *fresh])

    def _show_sorts(self) -> None:
        self.header.set_sorts(self.model.sorts)
        self.narrowed.emit()

    def _filters(self) -> dict[str, str]:
        return {
            "all": self.tr("All"),
            "look": self.tr("Needs a look"),
            "suspicious": self.tr("Suspicious"),
            "failed": self.tr("Failed"),
            "unreviewed": self.tr("Not reviewed"),
        }

    def _narrow(self) -> None:
        everything = self.all_slides.isChecked()
        self.columns.force(SLIDE if everything else None)
        self.model.set_slide("" if everything else self._slide)

    def _count(self) -> None:
        counts = self.model.counts()
        for which, words in self._filters().items():
            self.chips[which].setText(f"{words} {counts[which]}")
        rows = self.model.rowCount()
        self.empty.set_hidden_rows(not rows and counts["all"] > 0)
        self.clear_button.setVisible(rows < counts["all"])
        # with filters open the headings stay, or nobody could change them
        self._pages.setCurrentIndex(1 if rows or (counts["all"] and self.model.columns) else 0)

    def _keep_few_selected(self) -> None:
        """Qt follows selected rows into another order one by one, thousands of them in minutes; all of them at once."""
        chosen = self.view.selectionModel()
        rows = sum(each.height() for each in chosen.selection())
        if rows == self.model.rowCount():
            self.view.selectAll()  # in one piece
        elif rows > FOLLOWED:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            chosen.select(self.view.currentIndex(), flags)

    def _mark(self) -> None:
        row = self.model.position_of(self._path)
        current = self.view.currentIndex()
        if row >= 0 and current.row() != row:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            index = self.model.index(row, FIELD)
            self.view.selectionModel().setCurrentIndex(index, flags)
            self.view.scrollTo(index)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self._path = index.data(PATH)
            self.chosen.emit(self._path)

    def _leave_search(self) -> None:
        self.search.clear()
        self.view.setFocus()
