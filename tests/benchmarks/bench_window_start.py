"""How long from starting a program to its window's first paint, beside labelme, napari and an empty Qt window.

    python tests/benchmarks/bench_window_start.py [RUNS] [PYTHON_OF_THE_PEERS]

Each run is a new interpreter, warm disk cache, all programs in turn. labelme and napari are measured where they are
installed: here, or in the environment whose Python is named (`python -m venv peers`, then `pip install labelme
"napari[pyside6]"`). Prints milliseconds, median and range, and how many of them a processor worked for us: the latter can be
compared on a busy machine too. The medians are saved for window_table.py, which knows the goals.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.window_table import keep

TELL = """
import os, sys, time
def told(*_):
    cpu = os.times()
    print("PAINTED", time.time(), cpu.user + cpu.system, flush=True)
def first_paint(window_class, then):
    from {binding}.QtCore import QTimer
    before, seen = window_class.paintEvent, []
    def paint(self, event):
        if not seen:
            seen.append(self)
            # one turn of the event loop later the whole frame, children and all, is painted
            QTimer.singleShot(0, lambda: (told(), then(self)))
        before(self, event)
    window_class.paintEvent = paint
"""
WINDOW = """
from leukemia_desktop.gui.main_window import MainWindow
from PySide6.QtCore import QTimer
first_paint(MainWindow, lambda window: window.ready.connect(lambda: (told(), QTimer.singleShot(0, window.close))))
from leukemia_desktop.__main__ import main
sys.argv = ["leukemia-desktop"]
main()
"""
EMPTY = """
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    pass
first_paint(Window, lambda window: window.close())
application = QApplication([])
window = Window()
window.resize(1600, 1000)
window.show()
application.exec()
"""
LABELME = """
from labelme.app import MainWindow
first_paint(MainWindow, lambda window: os._exit(0))
from labelme.__main__ import main
sys.argv = ["labelme"]
main()
"""
NAPARI = """
from napari._qt.qt_main_window import _QtMainWindow
first_paint(_QtMainWindow, lambda window: os._exit(0))
import napari
viewer = napari.Viewer()
napari.run()
"""
Run = list[tuple[float, float]]
"""Of each time that a program told: milliseconds since its start, and milliseconds of processor."""


def started(code: str, python: str, home: Path, binding: str = "PySide6") -> Run:
    """Start a program in a home of its own and listen to it. Raises RuntimeError with its last words where it fails."""

    places = {name: str(home) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    begin = time.time()
    done = subprocess.run(
        [python, "-c", TELL.replace("{binding}", binding) + code],
        **{"capture_output": True, "text": True, "env": os.environ | places | {"QT_API": binding.lower()}},
    )
    lines = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("PAINTED")]
    if not lines:
        raise RuntimeError((done.stderr.strip().splitlines() or ["it ended without a window"])[-1])
    return [(1000 * (float(at) - begin), 1000 * float(cpu)) for at, cpu in lines]


def programs(peers: str, home: Path) -> dict[str, Callable[[], Run]]:
    """How each program that is installed is started, by name; says which are not."""
    found: dict[str, Callable[[], Run]] = {
        "an empty Qt window": lambda: started(EMPTY, sys.executable, home),
        "the window": lambda: started(WINDOW, sys.executable, home),
    }
    for name, code, binding in (("labelme", LABELME, "PyQt5"), ("napari", NAPARI, "PySide6")):
        try:
            started(code, peers, home, binding)  # fills the disk cache, too
        except RuntimeError as error:
            print(f"{name} is not measured: {error}")
        else:
            found[name] = lambda code=code, binding=binding: started(code, peers, home, binding)
    return found


def main(runs: int = 7, peers: str = sys.executable) -> None:
    """Start all in turn and print."""
    with tempfile.TemporaryDirectory() as name:
        every = programs(peers, Path(name))
        every["the window"]()
        measured: dict[str, list[Run]] = {each: [] for each in every}
        for _ in range(runs):
            for each, start in every.items():
                measured[each].append(start())
    keep("first paint", {each: statistics.median(run[0][0] for run in runs_of) for each, runs_of in measured.items()})
    ours = statistics.median(run[0][0] for run in measured["the window"])
    ours_cpu = statistics.median(run[0][1] for run in measured["the window"])
    rows = [(f"{each}, first paint", [run[0] for run in all_runs]) for each, all_runs in measured.items()]
    rows.append(("the window, all panels there", [run[1] for run in measured["the window"]]))
    for words, values in rows:
        times, cpu = [value[0] for value in values], statistics.median(value[1] for value in values)
        middle = statistics.median(times)
        line = f"median {middle:5.0f} ms, {min(times):.0f} to {max(times):.0f}; processor {cpu:5.0f} ms"
        print(f"{words:32} {line}; ours is {ours / middle:.2f} of it, by processor {ours_cpu / cpu:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:3])
