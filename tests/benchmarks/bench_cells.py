"""Prints how well WBC-like cells are found, what quality flags say, and how long both take.

    python tests/benchmarks/bench_cells.py

BCCD and the training fields are read from shared/data beside the checkout; where they are not, the script says so. Settings
were tuned last on a random half of BCCD; the other, "held out", was measured when they stood, and half of it by itself,
drawn anew. Held out at native size all four false cells are white cells that nobody boxed: one has burst and two are boxed
as platelets; in the half tuned on both are. At 224 x 224 three nuclei are counted twice besides. The cell missed touches
another.
A hit is a cell whose centre lies in a WBC box; a box is hit once: a cell found in two parts is one hit and one error.
"""

import random
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from leukemia_desktop.core.cells import find_cells, survey
from leukemia_desktop.core.image import Image, read_image
from leukemia_desktop.core.quality import inspect
from leukemia_desktop.core.steps import cells_only
from leukemia_desktop.core.synthetic import draw_field

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
Box = tuple[float, float, float, float]
SEED, FRESH_SEED = 20261123, 60611
BAD_SIDE = 40
"""px; a WBC box narrower than this is one of the two bad ones."""


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def boxes(path: Path) -> list[Box]:
    found = []
    for thing in ElementTree.parse(path).iter("object"):
        box = thing.find("bndbox")
        if thing.findtext("name") == "WBC" and box is not None:
            x0, y0, x1, y1 = (float(box.findtext(side) or 0) for side in ("xmin", "ymin", "xmax", "ymax"))
            if min(x1 - x0, y1 - y0) >= BAD_SIDE:
                found.append((x0, y0, x1, y1))
    return found


def hits(image: Image, wanted: list[Box]) -> tuple[int, int, int]:
    """Hits, cells without a box, boxes without a cell."""
    left, found = list(wanted), find_cells(image)
    for cell in found:
        box = next((b for b in left if b[0] <= cell.x <= b[2] and b[1] <= cell.y <= b[3]), None)
        if box:
            left.remove(box)
    hit = len(wanted) - len(left)
    return hit, len(found) - hit, len(left)


def bccd() -> None:
    say("BCCD: precision, recall, (hits, false, missed)")
    annotations = sorted((DATA / "bccd" / "Annotations").glob("*.xml"))
    shuffled, middle = list(annotations), len(annotations) // 2
    random.Random(SEED).shuffle(shuffled)
    held, tuned = shuffled[middle:], shuffled[:middle]
    fresh = random.Random(FRESH_SEED).sample(held, len(held) // 2)
    for size in (None, (224, 224), (299, 224)):
        for name, half in (("held out", held), ("half of it, newly drawn", fresh), ("tuned on", tuned)):
            total, unboxed = np.zeros(3, int), 0
            for path in half:
                image = read_image(DATA / "bccd" / "JPEGImages" / f"{path.stem}.jpg")
                wanted = boxes(path)
                if size:
                    across, down = size[0] / image.shape[1], size[1] / image.shape[0]
                    image = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
                    wanted = [(a * across, b * down, c * across, d * down) for a, b, c, d in wanted]
                one = hits(image, wanted)
                total += one
                unboxed += one[1] if not wanted else 0
            hit, false, missed = total.tolist()
            say(f"  {size or 'native'} {name}: {hit / (hit + false):.4f} {hit / (hit + missed):.4f} {(hit, false, missed)};")
            say(f"    without the fields that have no box: precision {hit / (hit + false - unboxed):.4f}")


def drawn() -> None:
    for name, first in (("tuned on", 0), ("held out", 5000)):
        errors = np.array([len(find_cells(draw_field(first + n, cells=n).image)) - n for n in range(61)])
        say(f"drawn, 0 to 60 cells, {name}: mean absolute error {np.abs(errors).mean():.3f}, bias {errors.mean():+.3f}")


def flags() -> None:
    raised: Counter[str] = Counter()
    paths = sorted((DATA / "taleqani").glob("*/*.jpg"))
    for path in paths:
        image = read_image(path)
        found = survey(image)
        raised.update(inspect(found).flags())
    say("flags on training fields:", *(f"{flag} {100 * n / len(paths):.2f} %" for flag, n in raised.most_common()))


def milliseconds(call: Callable[[], object], times: int) -> str:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append(1000 * (time.perf_counter() - start))
    return f"{min(taken):.2f} ms at best, {np.median(taken):.2f} ms median of {times}"


def speed() -> None:
    cv2.setNumThreads(1)
    small, large = draw_field(1, cells=12).image, draw_field(1, size=(1944, 2592), red_cell_diameter=100).image
    found = survey(small)
    say("224 px, 12 cells, one core: cells", milliseconds(lambda: find_cells(small), 50))
    say("  quality without cells", milliseconds(lambda: inspect(found), 50))
    say("  step cells_only", milliseconds(lambda: cells_only.apply(small), 50))
    say("2592 x 1944, red cells of 100 px: cells", milliseconds(lambda: find_cells(large), 7))


if __name__ == "__main__":
    speed()
    drawn()
    if DATA.is_dir():
        bccd()
        flags()
    else:
        say(f"no real fields: {DATA} is not there")
