"""How long the window is held up: python tests/benchmarks/bench_stalls.py [large] [evidence].

`large` opens a drawn TIFF of 12,000 x 12,000 pixels (432 MB) and a compressed one in the viewer; `evidence` analyses drawn
fields while the evidence of one field after the other is on the screen. Prints the longest gaps of the event loop and, for
each long one, what the other threads were doing; those of a batch are saved for window_table.py. Other work on the machine
lengthens every gap.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PIL import Image as Pillow
from PySide6.QtWidgets import QApplication

from leukemia_desktop.core.synthetic import draw_field, save_field
from tests.benchmarks.event_loop import LoopProbe
from tests.benchmarks.window_table import keep


def wait(application: QApplication, condition: Callable[[], bool], seconds: float = 240) -> None:
    """Run the event loop as the program does until `condition` holds."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: condition() and loop.quit())
    timer.start()
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()
    timer.stop()


def said(what: str, probe: LoopProbe) -> None:
    print(f"{what:34} {probe.end()}")
    for words, times in probe.blame.items():
        print(f"  {times}x {words}")
    probe.blame.clear()


def large(application: QApplication, folder: Path) -> None:
    """Open large TIFFs in the viewer, one not compressed and one compressed, then zoom and move the display's sliders."""
    from leukemia_desktop.core.recipe import Recipe, Step
    from leukemia_desktop.gui.display import Display
    from leukemia_desktop.gui.image_viewer import ImageViewer

    tile = draw_field(5, size=(2000, 2000), cells=40).image
    whole = Pillow.fromarray(np.tile(tile, (6, 6, 1)))
    for name, how in (("plain.tif", {}), ("lzw.tif", {"compression": "tiff_lzw"}), ("small.png", {})):
        (whole if name != "small.png" else Pillow.fromarray(tile)).save(folder / name, **how)
    del whole
    viewer = ImageViewer()
    viewer.resize(1200, 700)
    viewer.show()
    viewer.set_recipe(Recipe((Step.of("square_crop"), Step.of("white_balance"))))
    probe = LoopProbe()
    for name in ("small.png", "plain.tif", "lzw.tif"):
        path = folder / name
        shown: list[Path] = []
        viewer.shown.connect(shown.append)
        probe.begin()
        begin = time.perf_counter()
        viewer.show_field(path)
        wait(application, lambda path=path, shown=shown: path in shown)
        first = time.perf_counter() - begin
        wait(application, lambda: bool(viewer._views and viewer._views.exact))
        said(f"{name}: shown {first:.1f} s, exact {time.perf_counter() - begin:.1f} s", probe)
        for words, act in (
            ("zoom to 100 %", viewer.show_actual_size),
            ("brighter", lambda: viewer.set_display(Display(brightness=20))),
            ("fit", viewer.orders.fit.trigger),
            ("as it was", lambda: viewer.set_display(Display())),
        ):
            begin = time.perf_counter()
            act()
            viewer.original.viewport().repaint()
            viewer.processed.viewport().repaint()
            print(f"    {words:14} {1000 * (time.perf_counter() - begin):6.1f} ms")
    viewer.close_down()


def evidence(application: QApplication, folder: Path) -> None:
    """Analyse drawn fields in the window, and show the evidence of one field after the other meanwhile."""
    from leukemia_desktop.core.settings import Settings
    from leukemia_desktop.gui.main_window import MainWindow
    from leukemia_desktop.gui.theme import Theme

    os.environ["XDG_DATA_HOME"] = str(folder / "data")
    drawn = draw_field(3, size=(480, 640), cells=9)
    for number in range(400):  # each of its own content
        save_field(replace(drawn, image=np.roll(drawn.image, number, axis=1)), folder / f"field_{number}.png")
    sys.setswitchinterval(0.001)
    window = MainWindow(Settings(), Theme("light"))
    window.resize(1500, 950)
    window.open([folder])
    window.show()
    wait(application, lambda: bool(window.rooms and window.session.slides and window.rooms.run.manifest))
    assert window.rooms is not None
    viewer, run, probe = window.rooms.viewer, window.rooms.run, LoopProbe()
    for words, second in (("batch, evidence off", "processed"), ("batch, evidence on", "evidence")):
        viewer.show_second(second)
        wait(application, lambda: False, 3)
        probe.begin()
        window.orders["analyse"].trigger()
        begin = time.perf_counter()
        while run.state != "idle" and time.perf_counter() - begin < 20:
            window.session.step(1)
            wait(application, lambda: False, 0.4)
        said(words, probe)
        keep(words, probe.figures())
        run.stop()
        wait(application, lambda: run.state == "idle")
    window.close()


def main(*which: str) -> None:
    """Measure what is asked for, or all."""
    application = QApplication([])
    for measure in (large, evidence):
        if not which or measure.__name__ in which:
            with tempfile.TemporaryDirectory() as name:
                measure(application, Path(name))


if __name__ == "__main__":
    main(*sys.argv[1:])
