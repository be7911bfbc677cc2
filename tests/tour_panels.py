"""The panels in which a person decides, for tests/gui_tour.py: review, reference, cells, daily control, filters and keys.

    python tests/tour_panels.py FOLDER [WIDTH HEIGHT SCALE THEME]

Saves a screenshot of each station into FOLDER. Needs what the tour needs, and openbox: dialogs get the focus as on a desk.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from gui_tour import Tour, draw_slides, screen, settings, starts
from tour_shared import analyse, command, control_folder, window_manager

LABELS = "3432"
"""Keys for the fields that are reviewed and taken as reference; the program says something else of each."""


def panels(tour: Tour, slides: list[Path], home: Path, name: str = "") -> None:
    """Every station once; what a person sees first comes first."""
    tour.start(*slides[1:2])
    analyse(tour, home)
    command(tour, "Who is reading")
    tour.write("Dr. Ada Sommer")
    tour.picture(f"{name}reader")
    tour.keys("Return")
    tour.still()
    command(tour, "Reference")
    for key in LABELS:
        tour.press("Next")
        tour.press(key)
        tour.press("Return")  # the reason, which the program's other label asks for
        command(tour, "Add this field")
    tour.press("Next")
    tour.press("6")
    tour.picture(f"{name}reason")
    tour.press("Return")
    command(tour, "Review panel")
    tour.keys("Next")
    tour.still(2)
    tour.picture(f"{name}reference")
    command(tour, "Cells panel")
    time.sleep(2)
    tour.still(4, limit=240)  # it fills for as long as there are fields
    tour.picture(f"{name}gallery")
    command(tour, "Agreement")
    tour.picture(f"{name}agreement")
    tour.keys("Escape")
    tour.still(1)
    command(tour, "Daily control panel")
    command(tour, "Take as baseline")
    tour.still(3)
    for _ in range(3):
        command(tour, "Check now")
        tour.still(3)
    tour.still(8)  # the last check has ended
    tour.picture(f"{name}control")
    command(tour, "Results panel")
    tour.click(882, 734)  # Filters
    tour.still(1)
    tour.picture(f"{name}filters")
    tour.keys("ctrl+F1")
    tour.still(1)
    tour.write("next field without review")
    tour.keys("Down")
    tour.still(1)
    tour.picture(f"{name}keys")
    tour.keys("Escape")
    tour.still(1)
    tour.quit()


def walk(pictures: Path, width: int = 1600, height: int = 1000, scale: float = 1, theme: str = "light") -> None:
    """One screen and one person, on slides of their own."""
    home = Path(tempfile.mkdtemp(prefix="leukemia-home-"))
    try:
        slides = draw_slides(home / "slides")
        settings(home, theme=theme)
        control_folder(home)
        with (
            screen(width, height) as display,
            window_manager(display),
            starts(display, home, pictures, width, height, scale) as tour,
        ):
            panels(tour, slides, home, "panels-")
    finally:
        shutil.rmtree(home)


def main() -> None:
    """Walk through the panels."""
    pictures = Path(sys.argv[1])
    pictures.mkdir(parents=True, exist_ok=True)
    one = sys.argv[2:6]
    if one:
        walk(pictures, int(one[0]), int(one[1]), float(one[2]), one[3])
    else:
        walk(pictures)


if __name__ == "__main__":
    main()
