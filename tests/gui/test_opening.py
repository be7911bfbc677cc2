"""What a person is told before anything is open: what a drop will do, and which slides were opened lately."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.recent import MOST
from leukemia_desktop.gui.window_memory import WindowMemory

LONG = 60_000


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing that another test opened is remembered."""
    monkeypatch.setattr("leukemia_desktop.core.settings.platformdirs.user_data_dir", lambda *a, **k: str(tmp_path / "own"))


def drag(window: MainWindow, *paths: Path) -> QMimeData:
    """Something hangs at the mouse over the window; the data must live until it is dropped."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    entered = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    return data


def picture(path: Path) -> Path:
    Pillow.new("RGB", (32, 32), (200, 120, 200)).save(path)
    return path


def offered(window: MainWindow) -> list[str]:
    buttons = window.recent.list.findChildren(QPushButton)
    return [button.text() for button in buttons if not button.isHidden()]


# ---- dropping


def test_a_drop_says_beforehand_what_it_will_do(window: MainWindow, tmp_path: Path):
    slides = [tmp_path / "A-0412", tmp_path / "A-0413"]
    for slide in slides:
        slide.mkdir()
    fields = [picture(tmp_path / "a.JPG"), picture(tmp_path / "b.png")]
    words = tmp_path / "letter.odt"
    words.write_text("no picture", "utf-8")
    for paths, said in (
        (slides[:1], "Drop to open the slide A-0412"),
        (slides, "Drop to open 2 slides"),
        (fields, "Drop to open 2 fields"),
        ([slides[0], *fields], "Drop to open slide folders and fields"),
        ([words], "Neither a slide folder nor an image"),
    ):
        drag(window, *paths)
        assert window.drop_hint.isVisible()
        assert window.drop_hint.geometry() == window.rect()
        assert window.drop_hint.headline == said
    assert "only read" not in window.drop_hint.words


def test_the_hint_goes_when_the_drag_leaves_or_ends(window: MainWindow, qtbot: QtBot, make_slide: Callable[..., Path]):
    slide = make_slide("A-0412", Benign=2)
    drag(window, slide)
    assert "only read" in window.drop_hint.words
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.drop_hint.isVisible()
    data = drag(window, slide)
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *given))
    assert not window.drop_hint.isVisible()
    qtbot.waitUntil(lambda: [slide.name for slide in window.session.slides] == ["A-0412"], timeout=LONG)


def test_words_dragged_over_the_window_are_none_of_its_business(window: MainWindow):
    data = QMimeData()
    data.setText("words from a browser")
    entered = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    entered.ignore()
    QApplication.sendEvent(window, entered)
    assert not entered.isAccepted()
    assert not window.drop_hint.isVisible()


# ---- opened lately


def test_a_slide_opened_before_is_one_click_away(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot
):
    slide = make_slide("A-0412", Benign=2)
    first = make_window(slide)
    first.close()
    window = make_window()
    assert offered(window) == ["A-0412"]
    button = window.recent.list.findChild(QPushButton)
    assert button.isVisible()
    assert button.toolTip() == str(slide)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [slide.name for slide in window.session.slides] == ["A-0412"], timeout=LONG)


def test_the_menu_names_the_latest_first_each_once_and_not_too_many(window: MainWindow, tmp_path: Path):
    folders = [tmp_path / f"slide {number}" for number in range(MOST + 3)]
    for folder in (*folders, folders[-2], tmp_path / "field.png"):
        window.recent.note([folder])
    kept = [folders[-2], folders[-1], *reversed(folders[3:-2])]
    assert window.recent.folders == kept == WindowMemory().recent()
    names = [action.text() for action in window.recent.menu.actions() if action.toolTip() in map(str, kept)]
    assert names == [folder.name for folder in kept]
    assert not {command.words for command in window.commands()} & set(names)


def test_the_list_can_be_cleared(window: MainWindow, tmp_path: Path):
    window.recent.note([tmp_path / "A-0412"])
    assert window.recent.menu.menuAction().isEnabled()
    window.recent.menu.actions()[-1].trigger()
    assert window.recent.folders == []
    assert offered(window) == []
    assert not window.recent.menu.menuAction().isEnabled()


def test_a_folder_that_has_gone_is_named_and_nothing_else_happens(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    window.recent.note([tmp_path / "A-0412"])
    window.recent.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: "A-0412" in window.notice.text, timeout=LONG)
    assert not window.session.slides


# ---- the panels at the right


@pytest.mark.parametrize("size", [(1600, 1000), (1366, 768)])
def test_steps_and_display_are_scrolled_as_one_page_and_a_new_step_is_seen(window: MainWindow, qtbot: QtBot, size):
    panel, display = window.rooms.preprocessing, window.rooms.display
    qtbot.waitUntil(lambda: panel.own, timeout=LONG)
    window.resize(*size)
    window.docks["preprocessing"].raise_()
    scroll = window.docks["preprocessing"].widget()
    for name in ("clahe", "gaussian_blur", "clahe", "gaussian_blur"):
        panel.add_step(name)
        box, seen = panel.boxes[-1], scroll.viewport().rect()
        assert box.switch.hasFocus()
        place = box.rect().translated(box.mapTo(scroll.viewport(), QPoint()))
        assert seen.top() <= place.top()
        assert place.bottom() <= seen.bottom()
    assert all(box.height() >= box.sizeHint().height() for box in panel.boxes)
    scroll.ensureWidgetVisible(display.reset_button)
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    last = display.rows["outlines"]
    assert last.mapTo(scroll.viewport(), last.rect().bottomLeft()).y() <= scroll.viewport().height()


def test_tab_goes_through_the_steps_as_one_reads(window: MainWindow, qtbot: QtBot):
    panel = window.rooms.preprocessing
    qtbot.waitUntil(lambda: panel.own, timeout=LONG)
    panel.add_step("clahe")
    window.docks["preprocessing"].raise_()
    for button in (panel.own_button, panel.undo_button):
        assert button.isEnabled()
    expected = [panel.own_button, panel.presets_button, panel.undo_button]
    expected += [stop for box in panel.boxes for stop in box.stops] + [panel.add_button]
    passed, at = [panel.own_button], panel.own_button
    while len(passed) < len(expected):
        at = at.nextInFocusChain()
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isEnabled() and at.focusProxy() is None:
            passed.append(at)
    assert [(type(each).__name__, each.accessibleName()) for each in passed] == [
        (type(each).__name__, each.accessibleName()) for each in expected
    ]


def test_no_hint_of_a_step_shows_marks_of_source_code(window: MainWindow):
    assert not [action for action in window.rooms.preprocessing.add_button.menu().actions() if "`" in action.toolTip()]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_where_the_keys_go_is_seen_in_queue_fields_and_chips(
    make_window: Callable[..., MainWindow], make_slide: Callable[..., Path], qtbot: QtBot, theme: str
):
    window = make_window(make_slide("A-0412", Benign=2))
    window.theme.set_wish(theme)
    chip = next(each for each in window.rooms.table.findChildren(QPushButton, "chip") if each.isChecked())
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: window.browser.field_view.currentIndex().isValid(), timeout=LONG)
    qtbot.waitUntil(lambda: window.rooms.viewer.has_field, timeout=LONG)
    for part in (window.browser.slide_view, window.browser.field_view, chip):
        part.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(part.hasFocus, timeout=LONG)
        focused = part.grab().toImage()
        window.rooms.viewer.original.setFocus()
        qtbot.waitUntil(lambda part=part: not part.hasFocus(), timeout=LONG)
        assert part.grab().toImage() != focused
