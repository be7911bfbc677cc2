"""What the stations of tests/gui_tour.py share: do a command, wait for results, a desk with a window manager."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from leukemia_desktop.core.synthetic import draw_slide

if TYPE_CHECKING:
    from gui_tour import Tour


def command(tour: "Tour", words: str) -> None:
    """Do what the palette finds first."""
    tour.press("ctrl+shift+p")
    tour.write(words)
    tour.still(1)
    tour.keys("Return")
    tour.still(1.5)


def analyse(tour: "Tour", home: Path, limit: float = 180) -> None:
    """Press F5 until something is analysed: a busy machine takes its time to be ready, and until then F5 does nothing."""
    until = time.monotonic() + limit
    while not list((home / "data" / "leukemia-desktop").glob("*.sqlite")):
        if time.monotonic() > until:
            raise SystemExit("nothing is analysed")
        tour.keys("F5")
        tour.still(1)
    tour.still(5)


@contextmanager
def window_manager(display: str) -> Iterator[None]:
    """Dialogs get a frame and the focus."""
    openbox = subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": display}, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        openbox.terminate()
        openbox.wait()


def control_folder(home: Path) -> None:
    """A control folder that this person chose some time ago."""
    draw_slide(home / "control", fields=8, seed=99)
    place = home / "data" / "leukemia-desktop"
    place.mkdir(parents=True, exist_ok=True)
    (place / "window.ini").write_text(f"[places]\ncontrol={home / 'control'}\n", "utf-8")
