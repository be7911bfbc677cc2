"""How long from starting Python to the window's first paint: python tests/benchmarks/bench_window_start.py [RUNS].

Each run is a new interpreter, warm disk cache. Beside it an empty Qt window, so that a slow machine is told from a slow
program. Prints milliseconds: median and range.
"""

import os
import statistics
import subprocess
import sys
import time

WINDOW = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from leukemia_desktop.gui import app, main_window
paint = main_window.MainWindow.paintEvent
told = []
def first(self, event):
    if not told:
        told.append(self)
        # one turn of the event loop later the whole frame, children and all, is painted
        QTimer.singleShot(0, lambda: (print(time.time()), sys.stdout.flush()))
        self.ready.connect(lambda: (print(time.time()), QTimer.singleShot(0, self.close)))
    paint(self, event)
main_window.MainWindow.paintEvent = first
app.run([])
"""
EMPTY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: (print(time.time()), QApplication.quit()))
application = QApplication([])
window = Window()
window.resize(1600, 1000)
window.show()
application.exec()
"""


def started(code: str) -> list[float]:
    """Milliseconds from starting the interpreter to each time that it printed."""
    begin = time.time()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    return [1000 * (float(line) - begin) for line in done.stdout.split()]


def main(runs: int = 7) -> None:
    """Run the two in turn and print."""
    started(WINDOW)  # fills the disk cache
    window, empty = [], []
    for _ in range(runs):
        window.append(started(WINDOW))
        empty.append(started(EMPTY))
    for name, values in (
        ("an empty Qt window, first paint", [run[0] for run in empty]),
        ("the window, first paint", [run[0] for run in window]),
        ("the window, all panels there", [run[1] for run in window]),
    ):
        words = f"median {statistics.median(values):5.0f} ms, {min(values):.0f} to {max(values):.0f}"
        print(f"{name:34} {words}")  # noqa: T201


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
