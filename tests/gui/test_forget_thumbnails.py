"""The small pictures that are kept on disk go when a person says so, and nothing else does."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leukemia_desktop.gui import thumbnail_cache
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.thumbnail_cache import cache_folder, forget_all


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "cache"
    monkeypatch.setattr(thumbnail_cache.platformdirs, "user_cache_dir", lambda *a, **k: str(place))
    return place


def test_the_command_deletes_every_kept_thumbnail_and_says_so(window: MainWindow, qtbot: QtBot, own_cache: Path):
    for name in ("aa/1.png", "bb/2.png"):
        (cache_folder() / name).parent.mkdir(parents=True)
        (cache_folder() / name).write_bytes(b"a picture")
    (own_cache / "other").write_text("not a thumbnail")
    window.orders["forget_thumbnails"].trigger()
    qtbot.waitUntil(lambda: "thumbnails are deleted" in window.notice.words.text(), timeout=60_000)
    assert not cache_folder().exists()
    assert (own_cache / "other").exists()
    assert forget_all()  # nothing there is fine


def test_a_cache_that_stays_is_said(window: MainWindow, qtbot: QtBot, own_cache: Path):
    own_cache.mkdir()
    cache_folder().write_bytes(b"a file where the folder should be")
    window.orders["forget_thumbnails"].trigger()
    qtbot.waitUntil(lambda: "could not be deleted" in window.notice.words.text(), timeout=60_000)
