"""F1 opens the manual at the page that fits; every page can be reached, searched and read, in light and dark."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from leukemia_desktop.core import manual
from leukemia_desktop.core.settings import data_folder
from leukemia_desktop.gui.help_window import WIDEST, HelpWindow
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.panels import panels
from leukemia_desktop.gui.screen_room import FRAME, resize_within
from leukemia_desktop.gui.theme import DARK, LIGHT

LONG = 60_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def book(qtbot: QtBot) -> HelpWindow:
    """The help window alone, at its first page."""
    book = HelpWindow(LIGHT)
    qtbot.addWidget(book)
    book.show_page("index")
    return book


def press_f1(window: MainWindow, qtbot: QtBot) -> HelpWindow:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    opened = window.findChild(HelpWindow)
    qtbot.waitUntil(opened.isVisible, timeout=LONG)
    return opened


def shown(book: HelpWindow) -> list[str]:
    items = [book.contents.item(row) for row in range(book.contents.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_each_part_of_the_window_has_its_page(window: MainWindow):
    page_of, rooms = window.help_desk.page_of, window.rooms
    assert page_of(window.browser.slide_view) == page_of(rooms.table.view) == "queue"
    assert page_of(rooms.preprocessing) == "preprocessing"
    assert page_of(window.panels["comparison"]) == "models"
    assert page_of(window.orders.toolbar) == page_of(None) == "index"
    assert page_of(rooms.viewer) == "viewer"
    window.orders["evidence"].setChecked(True)
    assert page_of(rooms.viewer) == "why"


class Reader(QObject):
    """Opens files in place of the programs of this computer."""

    opened = Signal(str)

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.emit(url.toLocalFile())


@pytest.fixture
def reader() -> Iterator[Reader]:
    reader = Reader()
    QDesktopServices.setUrlHandler("file", reader, "open")
    yield reader
    QDesktopServices.unsetUrlHandler("file")


def test_the_manual_opens_as_one_pdf_the_one_that_came_along_or_one_made_now(
    window: MainWindow, qtbot: QtBot, reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with qtbot.waitSignal(reader.opened, timeout=LONG) as opened:
        window.orders["manual_pdf"].trigger()
    made = Path(opened.args[0])
    assert made == data_folder() / "manual.pdf" and made.read_bytes().startswith(b"%PDF")
    (tmp_path / "manual.pdf").write_bytes(made.read_bytes())
    monkeypatch.setattr(manual, "folder", lambda: tmp_path)
    with qtbot.waitSignal(reader.opened, timeout=LONG) as opened:
        window.orders["manual_pdf"].trigger()
    assert Path(opened.args[0]) == tmp_path / "manual.pdf"


def test_every_panel_names_a_page_that_exists():
    assert {panel.page for panel in panels()} <= {page.name for page in manual.pages()}


def test_f1_opens_the_page_for_what_has_the_focus(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Benign=2))
    window.rooms.table.view.setFocus()
    book = press_f1(window, qtbot)
    assert book.page == "queue"
    window.rooms.preprocessing.add_button.setFocus()
    assert press_f1(window, qtbot) is book
    assert book.page == "preprocessing"
    window.close()
    assert not book.isVisible()


@pytest.mark.parametrize("page", manual.pages(), ids=lambda page: page.name)
def test_every_page_is_shown_whole_with_its_pictures(book: HelpWindow, page: manual.Page):
    for row in range(book.contents.count()):
        if book.contents.item(row).text() == page.title:
            book.contents.setCurrentRow(row)
    assert book.page == page.name
    text = book.view.toPlainText()
    assert all(words in text for words in page.headings.values())
    for picture in page.pictures:
        image = book.view.document().resource(QTextDocument.ResourceType.ImageResource, QUrl(picture))
        assert 0 < image.width() / image.devicePixelRatio() <= WIDEST


def test_a_link_leads_on_and_back_leads_back(book: HelpWindow, qtbot: QtBot):
    book.show_page("verdicts")
    qtbot.waitExposed(book)
    view = book.view
    place = view.document().find("flag", view.document().find("needs a look: at least"))
    view.setTextCursor(place)
    middle = view.cursorRect(place).center() - QPoint(6, 0)
    assert view.anchorAt(middle) == "flags.md"
    qtbot.mouseClick(view.viewport(), LEFT, pos=middle)
    assert book.page == "flags"
    assert book.contents.currentItem().text() == manual.page("flags").title
    qtbot.mouseClick(book.back_button, LEFT)
    assert book.page == "verdicts"
    qtbot.mouseClick(book.forward_button, LEFT)
    assert book.page == "flags"


def test_a_link_to_a_heading_scrolls_to_it(book: HelpWindow, qtbot: QtBot):
    qtbot.waitExposed(book)
    book.view.go("flags.md#other-magnification")
    assert book.page == "flags"
    qtbot.waitUntil(lambda: book.view.verticalScrollBar().value() > 0, timeout=LONG)
    book.view.go("#blurred")
    assert book.page == "flags"


def test_the_search_leaves_the_pages_that_hold_every_word_and_goes_to_the_place(book: HelpWindow, qtbot: QtBot):
    qtbot.keyClicks(book.search, "westgard")
    assert shown(book) == []
    book.search.clear()
    qtbot.keyClicks(book.search, "Levey")
    book.search.clear()
    assert len(shown(book)) == len(manual.pages())
    qtbot.keyClicks(book.search, "objective that the model")
    assert shown(book) == [manual.page("flags").title]
    assert book.page == "flags"
    assert book.view.textCursor().selectedText().lower() == "objective that the model"
    assert len(book.view.extraSelections()) == 1


def test_enter_goes_from_place_to_place_and_round_again(book: HelpWindow, qtbot: QtBot):
    book.show_page("limits")
    qtbot.keyClicks(book.search, "fields")
    count, first = len(book.view.extraSelections()), book.view.textCursor().position()
    assert count > 2
    places = {first}
    for _ in range(count):
        qtbot.keyClick(book.search, Qt.Key.Key_Return)
        places.add(book.view.textCursor().position())
    assert len(places) == count
    assert book.view.textCursor().position() == first
    assert book.isVisible()


def test_it_follows_the_theme_and_stays_where_it_is(window: MainWindow, qtbot: QtBot):
    book = press_f1(window, qtbot)
    book.show_page("limits")
    window.theme.set_wish("dark")
    assert DARK.text in book.view.document().defaultStyleSheet()
    assert book.page == "limits"
    assert manual.page("limits").title in book.view.toPlainText()


def test_nothing_that_is_not_of_the_manual_is_loaded(book: HelpWindow):
    assert book.view.loadResource(QTextDocument.ResourceType.StyleSheetResource, QUrl("https://example.org/a.css")) is None
    before = book.view.toPlainText()
    with pytest.raises(KeyError):
        manual.page("../../secret")
    assert book.view.toPlainText() == before


def test_every_menu_entry_that_the_pages_name_is_there(window: MainWindow):
    named = {bold for page in manual.pages() for bold in re.findall(r"\*\*([^*]+)\*\*", page.text) if "›" in bold}
    there = {f"{command.menu} › {command.words}" for command in window.commands()} | {
        command.menu for command in window.commands()
    }
    assert named
    assert not named - there


def test_every_key_that_the_pages_name_belongs_to_a_command_or_a_panel(window: MainWindow):
    elsewhere = {"Ctrl+C", "Ctrl+Shift+Up", "Ctrl+Shift+Down"}  # of lists and tables, and in a terminal
    keys = {shortcut.toString() for command in window.commands() for shortcut in command.action.shortcuts()}
    named = {key for page in manual.pages() for key in re.findall(r"\b(?:Ctrl|Shift)\+[\w+]+|\bF\d+\b", page.text)}
    assert len(named) > 10
    assert not named - keys - elsewhere


def test_keys_that_the_pages_name_do_what_they_say(window: MainWindow):
    said = dict(re.findall(r"^\| (\S+) \| (.+) \|$", manual.page("window").text, re.MULTILINE))
    commands = {command.words.lower(): command.action for command in window.commands()}
    for key, words in said.items():
        if action := commands.get(words):
            assert key in [shortcut.toString() for shortcut in action.shortcuts()], words
    assert {"F5", "G", "H", "Shift+N", "Ctrl+E"} <= said.keys() & {
        shortcut.toString() for action in commands.values() for shortcut in action.shortcuts()
    }


def test_review_keys_stand_on_their_page_as_they_are_in_the_panel():
    from leukemia_desktop.gui.review_page import KEYS

    rows = dict(re.findall(r"^\| (\d) \| (.+) \|$", manual.page("review").text, re.MULTILINE))
    assert rows == {key: label for label, key in KEYS.items()}


def test_no_window_of_its_own_is_larger_than_a_small_screen_has_room_for(qtbot: QtBot):
    widget = QWidget()
    qtbot.addWidget(widget)
    room = widget.screen().availableSize()
    resize_within(widget, 10 * room.width(), 10 * room.height())
    assert (widget.width(), widget.height()) == (room.width(), room.height() - FRAME)
    resize_within(widget, 300, 200)
    assert (widget.width(), widget.height()) == (300, 200)
