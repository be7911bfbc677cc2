"""Pictures of README and manual, cut from the screenshots of tests/gui_tour.py and made small. Nobody takes one by hand.

    python tests/tour_pictures.py FOLDER_OF_SCREENSHOTS

A picture is a station of the tour, whole or a part of it in pixels of a screen of 1600 x 1000.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageColor

from leukemia_desktop.gui.marks import MARKS
from leukemia_desktop.gui.outlines import COLOUR
from leukemia_desktop.gui.theme import DARK, LIGHT

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "resources" / "pictures"
HELP = ROOT / "resources" / "help" / "pictures"
WIDTHS = (1280, 1120, 960, 800)
"""Pixels: the widest that is small enough is taken."""

VIEWER = (237, 76, 1290, 684)
RESULT = (1290, 76, 1600, 555)
STEPS = (1290, 556, 1600, 972)
QUEUE = (0, 76, 237, 684)
TABLE = (0, 684, 1290, 972)
BELOW = (0, 676, 1290, 972)


@dataclass(frozen=True)
class Picture:
    """`station` is a screenshot of the tour; `part` is left, top, right and bottom; `largest` in bytes."""

    folder: Path
    name: str
    station: str
    part: tuple[int, int, int, int] | None = None
    largest: int = 150_000
    widths: tuple[int, ...] = WIDTHS


PICTURES = (
    Picture(README, "window-light", "05-needs-a-look", largest=400_000, widths=(1600,)),
    Picture(README, "window-evidence", "06-evidence", largest=400_000, widths=(1600,)),
    Picture(README, "window-dark", "dark-01-done", largest=400_000, widths=(1600,)),
    Picture(HELP, "empty", "01-empty"),
    Picture(HELP, "window", "04-done"),
    Picture(HELP, "needs-a-look", "05-needs-a-look"),
    Picture(HELP, "result", "05-needs-a-look", RESULT),
    Picture(HELP, "preprocessing", "05-needs-a-look", STEPS),
    Picture(HELP, "queue", "04-done", QUEUE),
    Picture(HELP, "table", "05-needs-a-look", TABLE),
    Picture(HELP, "evidence", "06-evidence", VIEWER),
    Picture(HELP, "cells", "05-needs-a-look", VIEWER),
    Picture(HELP, "reference", "panels-reference"),
    Picture(HELP, "review", "panels-reason"),
    Picture(HELP, "gallery", "panels-gallery", BELOW),
    Picture(HELP, "control", "panels-control", BELOW),
)


def save_pictures(screenshots: Path) -> None:
    """Write every picture whose station was visited; without one of them SystemExit names it."""
    for picture in PICTURES:
        with Pillow.open(screenshots / f"{picture.station}.png") as screen:
            part = screen.convert("RGB").crop(picture.part or (0, 0, *screen.size))
        picture.folder.mkdir(exist_ok=True)
        target = picture.folder / f"{picture.name}.png"
        size = save_small(part, target, picture.largest, picture.widths)
        sys.stdout.write(f"{target}: {size // 1000} kB\n")


def save_small(image: Pillow.Image, target: Path, largest: int, widths: tuple[int, ...]) -> int:
    """Write the picture in at most `largest` bytes, with as many colours and pixels as they allow; how many they are."""
    for width in widths:
        shown = image
        if image.width > width:
            shown = image.resize((width, round(image.height * width / image.width)), Pillow.Resampling.LANCZOS)
        for colours in (256, 224, 192, 160, 128):
            _fewer(shown, colours).save(target, optimize=True)
            if target.stat().st_size <= largest:
                return target.stat().st_size
    raise SystemExit(f"{target} has {target.stat().st_size} bytes")


def _fewer(image: Pillow.Image, colours: int) -> Pillow.Image:
    """So many colours; those that mean something stay."""
    fixed = {mark.colour for mark in MARKS.values()} | {COLOUR} | {*vars(LIGHT).values(), *vars(DARK).values()}
    palette = [value for colour in sorted(fixed) for value in ImageColor.getrgb(colour)]
    left = colours - len(palette) // 3
    # the octree keeps rare hues, such as those of strong evidence, better than the median cut
    usual = image.quantize(left, method=Pillow.Quantize.FASTOCTREE, dither=Pillow.Dither.NONE).getpalette() or []
    wanted = Pillow.new("P", (1, 1))
    wanted.putpalette(palette + usual)
    return image.quantize(palette=wanted, dither=Pillow.Dither.NONE)


if __name__ == "__main__":
    save_pictures(Path(sys.argv[1]))
