"""The queue: slides move, go and are tried again; thumbnails are kept by content."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.fields import Field
from leukemia_desktop.gui.session import Session
from leukemia_desktop.gui.slide_queue import SlideModel
from leukemia_desktop.gui.thumbnail_cache import ThumbnailCache, cache_folder
from leukemia_desktop.gui.thumbnails import HEIGHT, RATIO, WIDTH, Thumbnails
from tests.gui.test_analysing import analyse

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(
        "leukemia_desktop.gui.thumbnail_cache.platformdirs.user_cache_dir", lambda *a, **k: str(tmp_path / "cache")
    )


def session_of(*names: str) -> Session:
    session = Session()
    session.open([Field(Path("/slides") / name / "field_1.png", name, "field_1.png") for name in names])
    return session


# ---- order


@pytest.mark.parametrize(
    ("name", "by", "after"),
    [("A", 1, "BACD"), ("A", 9, "BCDA"), ("D", -1, "ABDC"), ("D", -9, "DABC"), ("B", 2, "ACDB"), ("A", -1, "ABCD")],
)
def test_a_slide_moves_in_the_queue_and_in_the_list(qtbot: QtBot, name: str, by: int, after: str):
    session = session_of(*"ABCD")
    model = SlideModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    session.move(next(slide for slide in session.slides if slide.name == name), by)
    assert "".join(slide.name for slide in session.slides) == after
    assert "".join(model.index(row).data() for row in range(model.rowCount())) == after


def test_a_slide_in_hand_neither_moves_nor_goes(qtbot: QtBot):
    session = session_of(*"AB")
    session.set_state(session.slides[0], "queued")
    session.move(session.slides[0], 1)
    session.remove(session.slides[0])
    assert [slide.name for slide in session.slides] == ["A", "B"]


def test_keys_move_the_chosen_slide_and_it_stays_chosen(make_window: Callable, make_slide: Callable, qtbot: QtBot):
    window = make_window(make_slide("A", Benign=1), make_slide("B", Pre=1))
    view = window.browser.slide_view
    window.session.choose(window.session.slides[0])
    view.setFocus()
    assert not window.browser.up_action.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Down, BOTH)
    assert [slide.name for slide in window.session.slides] == ["B", "A"]
    assert view.currentIndex().row() == 1
    assert window.session.current.name == "A"
    assert window.browser.up_action.isEnabled() and not window.browser.down_action.isEnabled()


# ---- once more


def test_failed_fields_are_analysed_again_and_nothing_else(make_window: Callable, make_slide: Callable, qtbot: QtBot):
    folder = make_slide("A", Benign=2)
    good = (folder / "Benign_1.png").read_bytes()
    (folder / "broken.png").write_bytes(good[:60])
    window = make_window(folder)
    analyse(qtbot, window)
    slide = window.session.current
    assert [each.name for each in slide.failed_fields] == ["broken.png"]
    assert "1 failed" in window.browser.slides.state_text(slide)
    pixels = np.asarray(Pillow.open(folder / "Benign_2.png").convert("RGB")).copy()
    pixels[0, 0] ^= 1  # of its own content
    Pillow.fromarray(pixels).save(folder / "broken.png")
    done: list[int] = []
    window.rooms.run.ended.connect(lambda progress: done.append(progress.done))
    with qtbot.waitSignal(window.rooms.run.ended, timeout=60_000):
        window.browser.retry_action.trigger()
    assert done == [1]
    assert slide.failed_fields == []
    assert len(slide.outcomes) == 3
    assert not window.browser.retry_action.isEnabled()


# ---- thumbnails


def noise(path: Path, seed: int = 0) -> Path:
    """A field that is large on disk."""
    pixels = np.random.default_rng(seed).integers(0, 256, (600, 500, 3), np.uint8)
    Pillow.fromarray(pixels).save(path)
    return path


def made(qtbot: QtBot, path: Path) -> QImage:
    thumbnails = Thumbnails(200)
    with qtbot.waitSignal(thumbnails.made, timeout=60_000):
        thumbnails.get(path)
    picture = thumbnails.get(path)
    assert picture is not None
    thumbnails.close_down()
    return picture.toImage()


def test_a_renamed_file_has_its_thumbnail_already(qtbot: QtBot, tmp_path: Path):
    first = made(qtbot, noise(tmp_path / "a.png"))
    assert (first.width(), first.height()) == (WIDTH * RATIO, HEIGHT * RATIO)
    (kept,) = cache_folder().glob("*/*.png")
    marked = QImage(first.size(), QImage.Format.Format_RGB32)
    marked.fill(0xFF00FF00)
    marked.save(str(kept))
    (tmp_path / "a.png").rename(tmp_path / "b.png")
    assert made(qtbot, tmp_path / "b.png").pixel(5, 5) == 0xFF00FF00
    noise(tmp_path / "b.png", seed=1)
    assert made(qtbot, tmp_path / "b.png").pixel(5, 5) != 0xFF00FF00


def test_a_damaged_or_forbidden_cache_changes_nothing(qtbot: QtBot, tmp_path: Path):
    first = made(qtbot, noise(tmp_path / "a.png"))
    (kept,) = cache_folder().glob("*/*.png")
    kept.write_bytes(b"no picture")
    assert made(qtbot, tmp_path / "a.png") == first
    for path in sorted(cache_folder().rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    cache_folder().rmdir()
    cache_folder().write_bytes(b"a file where the folder should be")
    assert made(qtbot, tmp_path / "a.png") == first


def test_what_was_not_used_for_longest_goes_first(qtbot: QtBot, tmp_path: Path):
    cache = ThumbnailCache(tmp_path / "few", most=3)
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(0)
    contents = [bytes([number]) * 600_000 for number in range(5)]
    for number, content in enumerate(contents):
        cache.picture(content, lambda: picture)
        os.utime(cache._path(content), (1000 + number, 1000 + number))
    cache.picture(bytes([9]) * 600_000, lambda: picture)
    left = {path.stem for path in (tmp_path / "few").glob("*/*.png")}
    assert len(left) == 3
    assert cache._path(contents[4]).stem in left and cache._path(contents[0]).stem not in left


def test_a_new_wish_does_not_drop_those_before_it(qtbot: QtBot, draw: Callable):
    paths = [draw(f"{number}.png", seed=number) for number in range(20)]
    thumbnails = Thumbnails(200)
    for path in paths:
        thumbnails.get(path)
        thumbnails._ask()  # as one repaint after the other does
    qtbot.waitUntil(lambda: all(path in thumbnails._pictures for path in paths), timeout=60_000)
    thumbnails.close_down()


def test_small_files_leave_nothing_on_disk(qtbot: QtBot, tmp_path: Path):
    Pillow.new("RGB", (224, 224), (200, 100, 150)).save(tmp_path / "small.png")
    made(qtbot, tmp_path / "small.png")
    assert not cache_folder().exists()
