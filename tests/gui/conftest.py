"""What the window's tests share: a real window on a real tiny model, slides that take a while, and no thread left over."""

import gc
import os
import struct
import sys
import threading
import weakref
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from leukemia_desktop.core.display import has_display
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.image_viewer import ImageViewer
from leukemia_desktop.gui.main_window import MainWindow
from leukemia_desktop.gui.theme import Theme
from tests.conftest import COLOURS

if not has_display():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


_ASKED: list[tuple[str, threading.Thread]] = []
"""What asked for the network in this program, and on which thread; a hook cannot be taken away again."""


_ASKS_FOR_A_NAME = {f"socket.{what}" for what in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo")}


def _listen(event: str, given: tuple[object, ...]) -> None:
    # the address of a local socket is a path, that of another one a tuple
    if event in _ASKS_FOR_A_NAME or (event in ("socket.connect", "socket.sendto") and isinstance(given[1], tuple)):
        _ASKED.append((f"{event} {given!r}", threading.current_thread()))


sys.addaudithook(_listen)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Nothing that a person does in the window asks for the network, in the newest panel as in the oldest."""
    elsewhere, before = set(threading.enumerate()) - {threading.current_thread()}, len(_ASKED)
    yield
    assert not [what for what, thread in _ASKED[before:] if thread not in elsewhere]


@pytest.fixture(autouse=True)
def no_leaked_qthread() -> Iterator[None]:
    """A QThread that outlives its test fails it: destroying one that runs aborts the program."""
    yield
    # the type itself is asked: isinstance() also reads __class__, which some objects of PyTorch answer with a warning
    threads = [each for each in gc.get_objects() if issubclass(type(each), QThread) and isValid(each)]
    assert not [type(each).__name__ for each in threads if each.isRunning()]


@pytest.fixture
def new_window(qtbot: QtBot, tiny_model: Path) -> Iterator[Callable[..., MainWindow]]:
    """new_window() is a window that uses the tiny model and is not shown yet; all are closed and gone when the test ends."""
    made: list[weakref.ref[MainWindow]] = []

    def make(model: str | None = None) -> MainWindow:
        window = MainWindow(Settings(model=str(tiny_model) if model is None else model), Theme("light"))
        made.append(weakref.ref(window))
        return window

    yield make
    windows = [window for each in made if (window := each()) is not None and isValid(window)]
    for window in windows:
        window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(isValid(window) for window in windows)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet("")


@pytest.fixture
def make_window(qtbot: QtBot, new_window: Callable[..., MainWindow]) -> Callable[..., MainWindow]:
    """make_window() shows a window that uses the tiny model and waits until all its panels are there."""

    def make(*folders: Path, model: str | None = None) -> MainWindow:
        window = new_window(model)
        window.resize(1280, 800)
        window.open(folders)
        window.show()
        qtbot.waitUntil(lambda: window.rooms is not None, timeout=60_000)
        if folders:
            qtbot.waitUntil(lambda: len(window.session.slides) >= len(folders), timeout=60_000)
        return window

    return make


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    """A window without a slide, ready."""
    return make_window()


@pytest.fixture
def slow_slide(tmp_path: Path) -> Callable[..., Path]:
    """slow_slide("A", 150) writes fields of a megapixel, small on disk, each of its own content: they take a while."""
    plain = tmp_path / "plain.png"
    Pillow.new("RGB", (1200, 1000), COLOURS["Pre"]).save(plain)
    data = plain.read_bytes()

    def make(name: str = "slow", count: int = 150) -> Path:
        folder = tmp_path / "slides" / name
        folder.mkdir(parents=True)
        for number in range(count):
            text = b"tEXt" + f"Title\0{name} {number}".encode()
            chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
            (folder / f"field_{number + 1}.png").write_bytes(data[:33] + chunk + data[33:])
        return folder

    return make


@pytest.fixture
def viewer(qtbot: QtBot) -> Iterator[ImageViewer]:
    viewer = ImageViewer()
    qtbot.addWidget(viewer)
    viewer.resize(806, 500)
    with qtbot.waitActive(viewer):
        viewer.show()
        viewer.activateWindow()
    yield viewer
    viewer.close_down()


@pytest.fixture
def draw(tmp_path: Path) -> Callable[..., Path]:
    """draw("a.png", width, height, seed) writes a field of random pixels."""

    def write(name: str, width: int = 224, height: int = 224, seed: int = 0) -> Path:
        pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
        Pillow.fromarray(pixels).save(tmp_path / name)
        return tmp_path / name

    return write
