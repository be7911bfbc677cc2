"""The program itself, in a process of its own, ends cleanly: by the window's cross, Ctrl+C and the system's request."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CHILD = """
import faulthandler, gc, signal, sys, weakref
from pathlib import Path
import leukemia_desktop.core.settings as settings
home, asked = Path(sys.argv[1]), sys.argv[4]
settings.platformdirs.user_config_dir = lambda *a, **k: str(home / "config")
settings.platformdirs.user_data_dir = lambda *a, **k: str(home / "data")
settings.Settings(model=sys.argv[3], theme="light").write()
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid
from leukemia_desktop.gui import app, main_window

faulthandler.enable()
known = []

class Window(main_window.MainWindow):
    ending = None

    def __init__(self, *given):
        super().__init__(*given)
        known.append(weakref.ref(self))
        self.models.checked.connect(self.end)

    def end(self):
        if asked == "cross":
            self.close()
        elif asked == "SIGINT while Qt dresses":
            self.ending = signal.SIGINT
            self.theme.set_wish("dark")
        else:
            signal.raise_signal(getattr(signal, asked))

    def changeEvent(self, event):  # one of many places where Qt calls back in the middle of its own work
        super().changeEvent(event)
        if self.ending and event.type() == QEvent.Type.StyleChange:
            signal.raise_signal(self.ending)

app.MainWindow = Window
code = app.run([Path(sys.argv[2])])
assert known and not any(isValid(each()) for each in known if each() is not None), "the window is still there"
assert not QApplication.allWidgets(), QApplication.allWidgets()
gc.collect()
assert [each() for each in known] == [None], "something keeps the window"
print("ended", code)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are another thing on Windows")
@pytest.mark.parametrize("asked", ["cross", "SIGINT", "SIGTERM", "SIGINT while Qt dresses"])
def test_the_program_ends_and_leaves_nothing(make_slide: Callable[..., Path], own_home: Path, tiny_model: Path, asked: str):
    arguments = (str(own_home), str(make_slide("A", Benign=4)), str(tiny_model), asked)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", CHILD, *arguments], env=environment, capture_output=True, text=True, timeout=600
    )
    assert (ended.returncode, ended.stdout) == (0, "ended 0\n"), ended.stderr
    assert "Traceback" not in ended.stderr
