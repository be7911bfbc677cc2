"""The results table: filter chips, search, rows; copying rows for a spreadsheet."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QGuiApplication, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from leukemia_desktop.core.reports.csv import neutral
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.results_model import CONFIDENCE, FIELD, FLAG, LABEL, PATH, RANK, SET, SLIDE, STATUS, ResultsModel
from leukemia_desktop.gui.search_box import SearchBox
from leukemia_desktop.gui.theme import CAPTION

ROW = 29
WIDTHS = {FIELD: 190, SLIDE: 150, LABEL: 130, CONFIDENCE: 110, SET: 150, FLAG: 300, STATUS: 90}
PILLS = {"review": "#E69F00", "failed": "#b3261e"}


class ResultsTable(QWidget):
    """`chosen` tells the field whose row a person went to."""

    chosen = Signal(Path)

    def __init__(self, model: ResultsModel, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self._path: Path | None = None
        self._build()
        model.counted.connect(self._count)
        model.modelReset.connect(self._mark)
        model.layoutChanged.connect(self._mark)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self._count()

    def select(self, path: Path | None) -> None:
        """Go to the row of this field, where there is one."""
        self._path = path
        self._mark()

    def show_slide(self, slide: str) -> None:
        """Show this slide's rows, unless rows of all slides are asked for."""
        self._slide = slide
        self._narrow()

    def show_all_button(self, wanted: bool) -> None:
        """Offer rows of all slides: there is more than one."""
        self.all_slides.setVisible(wanted)

    def set_theme(self, look: Look) -> None:
        self._pill.look = look
        self.view.viewport().update()

    def begin_search(self) -> None:
        """Go to the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def copy(self) -> None:
        """The selected rows as tab-separated text with headings, safe to paste into a spreadsheet."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        columns = [c for c in range(self.model.columnCount()) if not self.view.isColumnHidden(c)]
        lines = ["\t".join(self.model.headings()[column] for column in columns)]
        for row in rows:
            outcome = self.model.outcome_at(row)
            lines.append("\t".join(neutral(" ".join(self.model.text(outcome, column).split())) for column in columns))
        if rows:
            QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

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
            chip.clicked.connect(lambda _=False, which=which: self.model.set_filter(which))
            group.addButton(chip)
            chips.addWidget(chip)
            self.chips[which] = chip
        self.chips["all"].setChecked(True)
        self.all_slides = QPushButton(self.tr("All slides"), self)
        self.all_slides.setObjectName("chip")
        self.all_slides.setCheckable(True)
        self.all_slides.setToolTip(self.tr("Rows of every open slide, not of the chosen one alone"))
        self.all_slides.toggled.connect(self._narrow)
        self.all_slides.hide()
        chips.addSpacing(8)
        chips.addWidget(self.all_slides)
        chips.addStretch(1)
        self.search = SearchBox(self)
        self.search.setPlaceholderText(self.tr("Search  Ctrl+F"))
        self.search.setAccessibleName(self.tr("Search in the results"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(210)
        self.search.textChanged.connect(self.model.set_search)
        leave = QAction(self.search)
        leave.setShortcut(Qt.Key.Key_Escape)
        leave.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        leave.triggered.connect(self._leave_search)
        self.search.addAction(leave)
        chips.addWidget(self.search)
        self.empty = QLabel(self)
        self.empty.setObjectName("caption")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view = self._table()
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
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setSectionsMovable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        for section, width in WIDTHS.items():
            view.setColumnWidth(section, width)
        header.setSectionResizeMode(FLAG, QHeaderView.ResizeMode.Stretch)
        view.setColumnHidden(SLIDE, True)
        self._pill = _PillDelegate(view)
        view.setItemDelegateForColumn(STATUS, self._pill)
        self.copy_action = QAction(self.tr("Copy rows"), view)
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_action.triggered.connect(self.copy)
        view.addAction(self.copy_action)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        view.activated.connect(self._tell)
        return view

    def _filters(self) -> dict[str, str]:
        return {
            "all": self.tr("All"),
            "look": self.tr("Needs a look"),
            "suspicious": self.tr("Suspicious"),
            "failed": self.tr("Failed"),
        }

    def _narrow(self) -> None:
        everything = self.all_slides.isChecked()
        self.view.setColumnHidden(SLIDE, not everything)
        self.model.set_slide("" if everything else self._slide)

    def _count(self) -> None:
        counts = self.model.counts()
        for which, words in self._filters().items():
            self.chips[which].setText(f"{words} {counts[which]}")
        rows = self.model.rowCount()
        if not rows:
            nothing = self.tr("No results yet. Open a slide and analyse it: F5")
            self.empty.setText(self.tr("No row fits the filter and the search.") if counts["all"] else nothing)
        self._pages.setCurrentIndex(1 if rows else 0)

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


class _PillDelegate(QStyledItemDelegate):
    """The status in a rounded frame: its word, and a colour besides."""

    look = Look()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        style = bare.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)
        status = index.data(RANK)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(option.font)
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        words = index.data(Qt.ItemDataRole.DisplayRole)
        width = painter.fontMetrics().horizontalAdvance(words) + 16
        pill = QRectF(option.rect.left() + 8, option.rect.center().y() - 8.5, width, 18)
        colour = QColor(PILLS.get(status, self.look.line))
        painter.setPen(QPen(colour, 1))
        if status in PILLS:
            colour.setAlpha(36)
            painter.setBrush(colour)
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(QColor(self.look.text if status in PILLS else self.look.secondary))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(WIDTHS[STATUS], ROW)
