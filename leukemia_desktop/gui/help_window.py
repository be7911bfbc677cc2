"""The manual in a window: contents and search at the left, the page at the right, back and forward."""

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from leukemia_desktop.core import manual
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.screen_room import resize_within

WIDEST = 640
"""Of a picture, in points."""
NAME = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    """Stays open beside the window. `show_page` goes to a page, by its name."""

    def __init__(self, look: Look, parent: QWidget | None = None):
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Manual"))
        self.view = PageView(self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search the manual"))
        self.search.setAccessibleName(self.tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self.find_next)
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(self.tr("Pages"))
        self.contents.setWordWrap(True)
        self.contents.setSpacing(3)
        for page in manual.pages():
            item = QListWidgetItem(page.title, self.contents)
            item.setData(NAME, page.name)
        self.contents.currentItemChanged.connect(lambda item, _: self._go(item))
        self.back_button = self._button(self.tr("Back"), self.view.backward, "Alt+Left")
        self.forward_button = self._button(self.tr("Forward"), self.view.forward, "Alt+Right")
        self.next_button = self._button(self.tr("Next place"), self.find_next, "F3")
        self.view.backwardAvailable.connect(self.back_button.setEnabled)
        self.view.forwardAvailable.connect(self.forward_button.setEnabled)
        self.view.historyChanged.connect(self._mark)  # sourceChanged comes before source() knows
        for button in (self.back_button, self.forward_button, self.next_button):
            button.setEnabled(False)
        self._place()
        self.set_theme(look)
        resize_within(self, 980, 720)

    @property
    def page(self) -> str:
        """The name of the page on the screen."""
        return self.view.source().path().removesuffix(".md")

    def show_page(self, name: str) -> None:
        """Open the window at this page."""
        if name != self.page:
            self.view.go(f"{name}.md")
        self.show()
        self.activateWindow()

    def set_theme(self, look: Look) -> None:
        """Dress page and marks."""
        self.view.set_theme(look)
        self._mark_found()

    def find_next(self) -> None:
        """To the next place on this page, round and round."""
        words = self.search.text()
        if words and not self.view.find(words):
            self.view.moveCursor(QTextCursor.MoveOperation.Start)
            self.view.find(words)

    def _place(self) -> None:
        side, page = QWidget(self), QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(8)
        for part in (self.search, self.contents):
            column.addWidget(part)
        bar = QHBoxLayout()
        for button in (self.back_button, self.forward_button):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.next_button)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(8, 12, 12, 12)
        rows.setSpacing(8)
        rows.addLayout(bar)
        rows.addWidget(self.view, 1)
        split = QSplitter(self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        for part in (side, page):
            split.addWidget(part)
        split.setSizes([270, 710])
        split.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _button(self, words: str, run: Any, keys: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)  # Enter searches on
        button.clicked.connect(lambda: run())
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words} ({shown})")
        QShortcut(QKeySequence(keys), self, button.click)
        return button

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(NAME) != self.page:
            self.view.go(f"{item.data(NAME)}.md")

    def _mark(self) -> None:
        for row in range(self.contents.count()):
            if self.contents.item(row).data(NAME) == self.page:
                self.contents.setCurrentRow(row)
        self._mark_found()

    def _find(self, words: str) -> None:
        """Only pages that hold every word stay in the list; the first of them is opened, unless this one is among them."""
        found = [page.name for page in manual.pages() if page.holds(words)]
        for row in range(self.contents.count()):
            self.contents.item(row).setHidden(self.contents.item(row).data(NAME) not in found)
        if words and found and self.page not in found:
            self.view.go(f"{found[0]}.md")
        self._mark_found()
        self.find_next()

    def _mark_found(self) -> None:
        words, marks = self.search.text().strip(), []
        colours = QTextCharFormat()
        colours.setBackground(self.palette().highlight())
        place = QTextCursor(self.view.document())
        while len(words) > 1 and not (place := self.view.document().find(words, place)).isNull():
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = place, colours  # type: ignore[attr-defined]
            marks.append(mark)
        self.view.setExtraSelections(marks)
        self.next_button.setEnabled(bool(marks))


class PageView(QTextBrowser):
    """One page, with its pictures no wider than the text, from files of this computer only."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setAccessibleName(self.tr("Page of the manual"))
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(16)
        self.anchorClicked.connect(lambda url: self.go(url.toString()))

    def go(self, target: str) -> None:
        """Open `flags.md`, `flags.md#few-cells`, or `#few-cells` on this page."""
        url = QUrl(target)
        if not url.path():
            url.setPath(self.source().path())
        self.setSource(url, QTextDocument.ResourceType.HtmlResource)

    def set_theme(self, look: Look) -> None:
        """Dress the page; it stays where it is."""
        self.document().setDefaultStyleSheet(style(look))
        if self.source().path():
            at = self.verticalScrollBar().value()
            self.reload()
            self.verticalScrollBar().setValue(at)

    def loadResource(self, kind: int, url: QUrl) -> Any:
        if kind == QTextDocument.ResourceType.HtmlResource:
            return manual.page(url.path().removesuffix(".md")).html
        if kind == QTextDocument.ResourceType.ImageResource:
            return self._picture(url.path())
        return None

    def _picture(self, path: str) -> QImage:
        image, ratio = QImage(str(manual.folder() / path)), self.devicePixelRatioF()
        if image.width() > WIDEST * ratio:
            image = image.scaledToWidth(round(WIDEST * ratio), Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(ratio)
        return image


def style(look: Look) -> str:
    """Of a page: the same sizes, colours and thin lines as the window's."""
    return f"""
body {{ color: {look.text}; font-size: 13px; line-height: 140%; }}
h1 {{ font-size: x-large; font-weight: 600; margin-top: 4px; margin-bottom: 10px; }}
h2 {{ font-size: large; font-weight: 600; margin-top: 20px; margin-bottom: 6px; }}
p, li {{ margin-top: 4px; margin-bottom: 6px; }}
a {{ color: {look.accent}; text-decoration: none; }}
code, pre {{ font-family: monospace; background-color: {look.window}; }}
pre {{ margin-top: 8px; margin-bottom: 8px; }}
table {{ border-collapse: collapse; border: 1px solid {look.line}; margin-top: 8px; margin-bottom: 8px; }}
th {{ background-color: {look.window}; color: {look.secondary}; padding: 5px 9px; border: 1px solid {look.line};
  text-align: left; font-weight: 600; }}
td {{ padding: 5px 9px; border: 1px solid {look.line}; vertical-align: top; }}
"""
