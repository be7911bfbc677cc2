"""The rest of the workbench for tests/gui_tour.py: panels, dialogs and tools, on slides that are analysed.

    python tests/tour_stations.py FOLDER [WIDTH HEIGHT SCALE THEME]

Saves a screenshot of each station into FOLDER. Needs what the tour needs.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from gui_tour import Tour, draw_slides, screen, settings, starts
from tour_shared import analyse, command, control_folder, window_manager

SIZES = ((1600, 1000, 1.0, "light"), (1366, 768, 1.0, "dark"))


def stations(tour: Tour, slides: list[Path], home: Path, name: str) -> None:
    """Every panel and tool once."""
    tour.start(*slides)
    analyse(tour, home)
    tour.keys("shift+n", "ctrl+shift+p")
    tour.still(0.5)
    tour.write("panel")
    tour.still(0.5)
    tour.picture(f"{name}-palette")
    tour.keys("Escape")
    tour.still(1)
    for words in ("Settings", "Log", "Manual"):
        command(tour, words)
        tour.picture(f"{name}-{words.lower()}")
        tour.keys("Escape" if words != "Manual" else "alt+F4")
        tour.still(1)
    tour.keys("plus", "plus", "plus", "plus", "h")
    tour.still()
    tour.picture(f"{name}-navigator")
    tour.keys("ctrl+0", "h", "w")
    tour.still()
    tour.picture(f"{name}-swipe")
    tour.keys("w")
    command(tour, "Evidence")
    tour.still(2)
    tour.picture(f"{name}-evidence")
    command(tour, "Compare models")
    tour.still(2)
    tour.picture(f"{name}-comparison")
    command(tour, "Daily control")
    tour.still(1)
    command(tour, "Take as baseline")
    tour.still(2)
    for _ in range(3):
        command(tour, "Check now")
        tour.still(2)
    tour.picture(f"{name}-control")
    command(tour, "Cells")
    time.sleep(15)  # it fills for as long as there are fields
    tour.picture(f"{name}-gallery")
    command(tour, "Review")
    tour.still()
    tour.picture(f"{name}-review")
    tour.quit()
    tour.start()
    tour.still(3)
    tour.picture(f"{name}-restored")
    tour.quit()


def main() -> None:
    """Walk through all stations on screens of SIZES, or on one."""
    pictures = Path(sys.argv[1])
    pictures.mkdir(parents=True, exist_ok=True)
    one = sys.argv[2:6]
    sizes = ((int(one[0]), int(one[1]), float(one[2]), one[3]),) if one else SIZES
    for width, height, scale, theme in sizes:
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
                stations(tour, slides, home, f"{width}x{height}-{theme}")
        finally:
            shutil.rmtree(home)


if __name__ == "__main__":
    main()
