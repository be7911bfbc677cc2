"""The slide browser: queue of slides above, fields of the chosen slide below."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QPushButton, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from leukemia_desktop.gui.field_list import PATH, FieldDelegate, FieldModel
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.session import Session, Slide
from leukemia_desktop.gui.slide_queue import SlideDelegate, SlideModel
from leukemia_desktop.gui.thumbnails import HEIGHT, WIDTH, Thumbnails


class SlideBrowser(QWidget):
    """Shows the session and lets a person choose in it. `asked_open` when the empty state's button is pressed."""

    asked_open = Signal()
    asked_retry = Signal(list)
    """Slides whose failed fields a person wants analysed again."""

    def __init__(self, session: Session, max_megapixels: float, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.thumbnails = Thumbnails(max_megapixels, self)
        self.slides = SlideModel(session, self)
        self.fields = FieldModel(session, self.thumbnails, self)
        self._slide_delegate, self._field_delegate = SlideDelegate(self), FieldDelegate(self)
        self._build()
        session.added.connect(self._count)
        session.removed.connect(self._count)
        session.chosen.connect(self._mark_slide)
        session.changed.connect(self._allow)
        session.moved.connect(self._allow)
        session.field_chosen.connect(self._mark_field)
        self.slide_view.selectionModel().currentChanged.connect(self._choose_slide)
        self.field_view.selectionModel().currentChanged.connect(self._choose_field)
        self.fields.modelReset.connect(self._mark_field)
        self._count()

    def set_theme(self, look: Look) -> None:
        self._slide_delegate.look = self._field_delegate.look = look
        self.slide_view.viewport().update()
        self.field_view.viewport().update()

    def set_pace(self, words: str) -> None:
        """What the slide in hand says of its speed."""
        self.slides.pace = words

    def set_coming(self, coming: bool) -> None:
        """Whether slides are being looked for: then the empty queue does not say that none is open."""
        nothing = self.tr("No slide open.\nDrop slide folders anywhere in this window.")
        self.empty_words.setText(self.tr("Looking for fields …") if coming else nothing)
        self.open_button.setVisible(not coming)
        self._offers.setVisible(not coming)

    def offer(self, part: QWidget) -> None:
        """Show this too where no slide is open."""
        self._offers.layout().addWidget(part)

    def close_down(self) -> None:
        """End the thumbnails' worker."""
        self.thumbnails.close_down()

    def _build(self) -> None:
        self.slide_count, self.field_count = QLabel(self), QLabel(self)
        self.slide_view, self.field_view = QListView(self), QListView(self)
        self.slide_view.setAccessibleName(self.tr("Slides"))
        self.slide_view.setModel(self.slides)
        self.slide_view.setItemDelegate(self._slide_delegate)
        self.slide_view.setMouseTracking(True)
        self.slide_view.setUniformItemSizes(True)
        self.slide_view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.slide_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.up_action = self._act(self.tr("Move up"), lambda: self._move(-1), "Ctrl+Shift+Up")
        self.down_action = self._act(self.tr("Move down"), lambda: self._move(1), "Ctrl+Shift+Down")
        self.retry_action = self._act(self.tr("Analyse failed fields again"), self._retry, "R")
        self.remove_action = self._act(self.tr("Close slide"), self._remove, "Del")
        self.slide_view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.field_view.setAccessibleName(self.tr("Fields of the slide"))
        self.field_view.setModel(self.fields)
        self.field_view.setItemDelegate(self._field_delegate)
        self.field_view.setViewMode(QListView.ViewMode.IconMode)
        self.field_view.setMovement(QListView.Movement.Static)
        self.field_view.setResizeMode(QListView.ResizeMode.Adjust)
        self.field_view.setUniformItemSizes(True)
        self.field_view.setGridSize(QSize(WIDTH + 8, HEIGHT + 26))
        side = "right" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "left"
        self.field_view.setStyleSheet(f"QListView {{ padding-{side}: 8px; }}")
        self.field_view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.empty = QWidget(self)
        column = QVBoxLayout(self.empty)
        column.setContentsMargins(16, 16, 16, 16)
        self.empty_words = QLabel(self.empty)
        self.empty_words.setObjectName("caption")
        self.empty_words.setWordWrap(True)
        self.empty_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open_button = QPushButton(self.tr("Open a slide folder"), self.empty)
        self.open_button.clicked.connect(self.asked_open)
        column.addWidget(self.empty_words)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._offers = QWidget(self.empty)
        QVBoxLayout(self._offers).setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._offers)
        column.addStretch(1)
        self.set_coming(False)
        upper, lower = QWidget(self), QWidget(self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.slide_view)
        _stack(upper, self.tr("Slides"), self.slide_count, self._pages)
        _stack(lower, self.tr("Fields"), self.field_count, self.field_view)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(lower)
        self.splitter.setSizes([SlideDelegate.HEIGHT * 3 + 36, 420])
        self.splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self.setMinimumWidth(150)

    def sizeHint(self) -> QSize:
        return QSize(2 * (WIDTH + 8) + 26, 600)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._count()

    def _count(self) -> None:
        self.slide_count.setText(str(len(self._session.slides)) if self._session.slides else "")
        self._pages.setCurrentIndex(1 if self._session.slides else 0)
        self._count_fields()
        self._allow()

    def _count_fields(self) -> None:
        self.field_count.setText(str(self.fields.rowCount()) if self.fields.rowCount() else "")

    def _mark_slide(self, slide: Slide | None) -> None:
        index = self.slides.index(self.slides.row_of(slide)) if slide else QModelIndex()
        self.slide_view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._count_fields()
        self._allow()

    def _mark_field(self) -> None:
        index = self.fields.index(self.fields.row_of(self._session.field))
        self.field_view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.field_view.scrollTo(index)

    def _choose_slide(self, index: QModelIndex) -> None:
        if index.isValid():
            self._session.choose(self.slides.slide_at(index.row()))

    def _choose_field(self, index: QModelIndex) -> None:
        if index.isValid():
            self._session.choose_field(index.data(PATH))

    def _act(self, words: str, run: Callable[[], object], keys: str) -> QAction:
        action = QAction(words, self.slide_view)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: run())
        self.slide_view.addAction(action)
        return action

    def _chosen(self) -> Slide | None:
        index = self.slide_view.currentIndex()
        return self.slides.slide_at(index.row()) if index.isValid() else None

    def _remove(self) -> None:
        if slide := self._chosen():
            self._session.remove(slide)

    def _move(self, by: int) -> None:
        if slide := self._chosen():
            self._session.move(slide, by)

    def _retry(self) -> None:
        slide = self._chosen()
        if slide is not None and slide.failed_fields:
            self.asked_retry.emit([slide])

    def _allow(self) -> None:
        """An action is there when it can do something."""
        slide = self._chosen()
        free = slide is not None and not slide.in_hand
        at = self.slides.row_of(slide) if slide else -1
        self.up_action.setEnabled(free and at > 0)
        self.down_action.setEnabled(free and at < self.slides.rowCount() - 1)
        self.retry_action.setEnabled(free and bool(slide and slide.statuses["failed"]))
        self.remove_action.setEnabled(free)


def _stack(page: QWidget, heading: str, count: QLabel, content: QWidget | QStackedLayout) -> None:
    top = QHBoxLayout()
    top.setContentsMargins(12, 10, 12, 4)
    words = QLabel(heading, page)
    for label in (words, count):
        label.setObjectName("heading")
    top.addWidget(words)
    top.addStretch(1)
    top.addWidget(count)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addLayout(top)
    if isinstance(content, QWidget):
        column.addWidget(content, 1)
    else:
        column.addLayout(content, 1)
