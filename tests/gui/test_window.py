"""The window opens slides by every way in, moves between fields, and says what to do when there is nothing."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QFileDialog,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

import leukemia_desktop
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.theme import DARK, LIGHT


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(9, 9), *given)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *given))


def opened(window: MainWindow) -> dict[str, int]:
    return {slide.name: len(slide.fields) for slide in window.session.slides}


def test_before_a_slide_is_open_every_panel_says_what_to_do(window: MainWindow):
    assert window.browser.empty.isVisible()
    assert window.rooms.viewer.message.text() == "Drop a slide folder here, or open one: Ctrl+Shift+O"
    assert "Open a slide folder" in window.result.message.text()
    assert window.rooms.table.empty.isVisible()
    assert not window.orders["analyse"].isEnabled()
    assert not window.orders["export"].isEnabled()
    assert window.status.notice.text() == leukemia_desktop.RESEARCH_USE
    assert window.status.notice.isVisible()


def test_a_folder_named_at_the_start_is_open(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A-0412", Benign=11))
    assert opened(window) == {"A-0412": 11}
    stems = [field.path.stem for field in window.session.current.fields]
    assert stems == [f"Benign_{number}" for number in range(1, 12)]
    qtbot.waitUntil(lambda: "Benign_1.png" in window.rooms.viewer.original.caption.text())
    assert window.orders["analyse"].isEnabled()


def test_the_dialog_opens_a_folder(
    window: MainWindow, make_slide: Callable[..., Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    folder = make_slide("A", Pre=2)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: opened(window) == {"A": 2})


def test_the_dialog_opens_single_fields(
    window: MainWindow, make_slide: Callable[..., Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    folder = make_slide("A", Pre=3)
    chosen = [str(folder / "Pre_1.png"), str(folder / "Pre_3.png")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened(window) == {"A": 2})


def test_folders_and_files_are_dropped_together(window: MainWindow, make_slide: Callable[..., Path], qtbot: QtBot):
    first, second = make_slide("A", Benign=2), make_slide("B", Pro=3)
    drop(window, first, second / "Pro_2.png")
    qtbot.waitUntil(lambda: opened(window) == {"A": 2, "B": 1})
    drop(window, second)
    qtbot.waitUntil(lambda: opened(window) == {"A": 2, "B": 3})
    assert [field.path.stem for field in window.session.slides[1].fields] == ["Pro_1", "Pro_2", "Pro_3"]


def test_opening_a_slide_twice_keeps_it_once(window: MainWindow, make_slide: Callable[..., Path], qtbot: QtBot):
    folder, other = make_slide("A", Benign=2), make_slide("B", Benign=1)
    for path in (folder, folder, other):
        window.open([path])
    qtbot.waitUntil(lambda: "B" in opened(window))
    assert opened(window) == {"A": 2, "B": 1}


def test_two_slides_of_one_name_stay_apart(window: MainWindow, make_slide: Callable[..., Path], qtbot: QtBot):
    window.open([make_slide("monday/A", Benign=2)])
    window.open([make_slide("tuesday/A", Benign=1)])
    qtbot.waitUntil(lambda: opened(window) == {"A": 2, "tuesday/A": 1})
    assert {field.slide for field in window.session.slides[1].fields} == {"tuesday/A"}


def test_a_folder_without_fields_is_named(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    (tmp_path / "empty").mkdir()
    drop(window, tmp_path / "empty", tmp_path / "gone")
    qtbot.waitUntil(lambda: window.notice.text != "")
    assert "empty: no JPEG, PNG, TIFF, BMP or WebP image" in window.notice.text
    assert "gone: no such folder" in window.notice.text
    qtbot.mouseClick(window.notice.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == window.notice.words.text()
    qtbot.mouseClick(window.notice.close_button, Qt.MouseButton.LeftButton)
    assert window.notice.text == ""


@pytest.mark.parametrize(("forward", "back"), [(Qt.Key.Key_PageDown, Qt.Key.Key_PageUp), (Qt.Key.Key_D, Qt.Key.Key_A)])
def test_keys_move_between_fields(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot, forward: Qt.Key, back: Qt.Key
):
    window = make_window(make_slide("A", Benign=3))
    for key, stem in (
        (forward, "Benign_2"),
        (forward, "Benign_3"),
        (forward, "Benign_3"),
        (back, "Benign_2"),
        (Qt.Key.Key_Home, "Benign_1"),
        (Qt.Key.Key_End, "Benign_3"),
    ):
        qtbot.keyClick(window, key)
        assert window.session.field.stem == stem
    assert window.browser.field_view.currentIndex().data() == "Benign_3"
    assert window.result.where.text() == "field 3 of 3"
    qtbot.waitUntil(lambda: "Benign_3.png" in window.rooms.viewer.original.caption.text())


def test_a_and_d_are_letters_in_the_search_box(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Benign=3))
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = window.rooms.table.search
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClicks(search, "da")
    assert search.text() == "da"
    assert window.session.field.stem == "Benign_1"
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_a_click_on_a_thumbnail_shows_the_field(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Benign=4))
    view = window.browser.field_view
    place = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.field.stem == "Benign_3"


def test_thumbnails_are_made_and_bad_files_marked(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    folder = make_slide("A", Benign=2)
    (folder / "bad.png").write_bytes(b"")
    bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0u0\0\0u0\x08\x02\0\0\0" + bytes(400)
    (folder / "bomb.png").write_bytes(bomb)
    window = make_window(folder)
    thumbnails = window.browser.thumbnails
    qtbot.waitUntil(lambda: thumbnails.get(folder / "Benign_2.png") is not None)
    qtbot.waitUntil(lambda: thumbnails.unreadable(folder / "bad.png") and thumbnails.unreadable(folder / "bomb.png"))


def test_a_closed_slide_goes_and_its_neighbour_comes(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    window = make_window(make_slide("A", Benign=1), make_slide("B", Benign=2))
    window.session.choose(window.session.slides[1])
    window.orders["close_slide"].trigger()
    assert opened(window) == {"A": 1}
    assert window.session.current is window.session.slides[0]
    window.orders["close_slide"].trigger()
    assert window.session.current is None
    assert window.browser.empty.isVisible()
    assert not window.orders["analyse"].isEnabled()


def test_the_theme_can_be_set_and_is_kept(window: MainWindow, qtbot: QtBot):
    dark = next(action for action in window.findChildren(type(window.orders["quit"])) if action.text() == "Dark")
    dark.trigger()
    assert window.theme.look == DARK
    assert Settings.read().theme == "dark"
    window.theme.set_wish("light")
    assert window.theme.look == LIGHT


def test_every_control_has_a_name_for_a_screen_reader(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path]
):
    window = make_window(make_slide("A", Benign=2))
    focusable = [w for w in window.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    nameless = [w for w in focusable if not (w.accessibleName() or getattr(w, "text", str)()) and not _inner(w)]
    assert not [(w.metaObject().className(), w.parent().metaObject().className()) for w in nameless]


def _inner(widget: QWidget) -> bool:
    """A part of a composed control, which speaks for it; an area that only holds others; tabs, which have words."""
    if isinstance(widget, QTabBar):
        return all(widget.tabText(number) for number in range(widget.count()))
    composed = isinstance(widget.parent(), QAbstractScrollArea | QAbstractSpinBox)
    return composed or isinstance(widget, QLineEdit | QScrollArea)


def test_the_window_is_there_before_the_heavy_rooms_are():
    code = (
        "import sys; import leukemia_desktop.door, leukemia_desktop.gui.app;"
        "late = ('numpy', 'cv2', 'onnxruntime', 'PIL', 'pyqtgraph', 'typer', 'logging.handlers', 'importlib.metadata');"
        "print([m for m in late if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
