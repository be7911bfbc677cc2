"""What lies on the glass of a drawn field, and where: density layers of red cells, WBC-like cells, platelets and smudges."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core import drawn_cells
from leukemia_desktop.core.drawn_cells import Floats, Rng, Stamps

LAYERS = ("red", "cytoplasm", "nucleus", "smudge")


@dataclass(frozen=True)
class Cell:
    """A WBC-like cell: centre (pixel centres are whole numbers) and mean radius in px; `at_border` when the edge cuts it."""

    x: float
    y: float
    radius: float
    at_border: bool


class Canvas:
    """Density layers of a field, with a margin around it, so that stamps at the border need no special care."""

    def __init__(self, size: tuple[int, int], margin: int) -> None:
        self.size = size
        self._margin = margin
        shape = (size[0] + 2 * margin, size[1] + 2 * margin)
        self._whole = {layer: np.zeros(shape, np.float32) for layer in LAYERS}

    @property
    def layers(self) -> list[Floats]:
        """The layers inside the field, each (H, W), in the order of LAYERS."""
        inside = slice(self._margin, -self._margin)
        return [self._whole[layer][inside, inside] for layer in LAYERS]

    def lay(self, stamps: Stamps, number: int, y: int, x: int) -> None:
        """Add a stamp with its middle pixel at (y, x), up to a cell outside the field; a cover hides what is below."""
        number %= len(stamps)
        top, left = y + self._margin - stamps.side // 2, x + self._margin - stamps.side // 2
        window = slice(top, top + stamps.side), slice(left, left + stamps.side)
        if (cover := stamps.layers.get("cover")) is not None:
            seen = 1 - cover[number]
            for layer in LAYERS:
                self._whole[layer][window] *= seen
        for layer, densities in stamps.layers.items():
            if layer != "cover":
                self._whole[layer][window] += densities[number]


def spread(
    rng: Rng, size: tuple[int, int], count: int, unit: float, kept_free: tuple[int, int]
) -> tuple[Canvas, list[Cell]]:
    """A smear of `size` (height, width) with `count` WBC-like cells and the truth about them; `unit`: a red cell's diameter.

    Cells keep clear of a `kept_free` corner (height, width) at the lower right as far as there is room elsewhere.
    """
    canvas = Canvas(size, margin=int(2.7 * unit) + 8)
    area = size[0] * size[1] / (14.9 * unit) ** 2  # in fields of 224 px at 15 px a red cell
    places = _red_places(rng, size, unit)
    _lay_all(canvas, drawn_cells.red_cells(rng, len(places), unit), places)
    for draw, usual in ((drawn_cells.smudges, rng.choice([0, 0.5, 1.6])), (drawn_cells.platelets, rng.choice([1, 4, 10]))):
        places = rng.uniform((0, 0), size, (rng.poisson(usual * area), 2))
        _lay_all(canvas, draw(rng, len(places), unit), places)
    if not count:
        return canvas, []
    stamps = drawn_cells.wbc_like_cells(rng, count, unit)
    truth = []
    for number, (y, x) in enumerate(_cell_places(rng, size, count, stamps.radii, kept_free)):
        canvas.lay(stamps, number, y, x)
        dy, dx = stamps.offsets[number % len(stamps)]
        truth.append(_cell(y + float(dy), x + float(dx), float(stamps.radii[number % len(stamps)]), size))
    return canvas, truth


def _lay_all(canvas: Canvas, stamps: Stamps, places: npt.NDArray[np.float64]) -> None:
    for number, (y, x) in enumerate(np.rint(places).astype(int).tolist()):
        canvas.lay(stamps, number, y, x)


def _cell(y: float, x: float, radius: float, size: tuple[int, int]) -> Cell:
    return Cell(x, y, radius, min(y, x, size[0] - 1 - y, size[1] - 1 - x) < radius)


def _red_places(rng: Rng, size: tuple[int, int], unit: float) -> npt.NDArray[np.float64]:
    """Centres (N, 2) of red cells: a loosened lattice with gaps, from which some grow into chains."""
    step = unit * rng.uniform(1.15, 1.9)
    rows, columns = (np.arange(-0.5 * step, length + step, step) for length in size)
    places = np.stack(np.meshgrid(rows, columns, indexing="ij"), -1).reshape(-1, 2)
    places[:, 1] += np.repeat(np.arange(len(rows)) % 2 * step / 2, len(columns))
    places += rng.normal(0, 0.38 * step, places.shape)
    # cells are rarer where the smear is torn: a slow wave of density over the field
    ground = cv2.resize(_coarse(rng, size, 7 * unit), size[::-1], interpolation=cv2.INTER_CUBIC)
    ys, xs = (np.clip(places[:, axis].astype(int), 0, size[axis] - 1) for axis in (0, 1))
    places = places[rng.random(len(places)) < np.clip(rng.uniform(0.55, 0.95) + 0.3 * ground[ys, xs], 0.05, 1)]
    grown = [places]
    links, chained = places, rng.choice([0.15, 0.35, 0.6])
    angles = rng.uniform(0, 2 * np.pi, len(links))
    for _ in range(4):
        goes_on = rng.random(len(links)) < chained
        links, angles = links[goes_on], angles[goes_on] + rng.normal(0, 0.5, int(goes_on.sum()))
        reach = unit * rng.uniform(0.5, 0.95, (len(links), 1))
        links = links + reach * np.stack([np.sin(angles), np.cos(angles)], -1)
        grown.append(links)
    places = np.concatenate(grown)
    return places[np.all((places > -0.6 * unit) & (places < np.array(size) + 0.6 * unit), axis=1)]


def _coarse(rng: Rng, size: tuple[int, int], step: float) -> Floats:
    return rng.standard_normal([max(2, int(length / step) + 1) for length in size], dtype=np.float32)


def _cell_places(
    rng: Rng, size: tuple[int, int], count: int, radii: Floats, kept_free: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Centres inside the field for `count` cells, some touching an earlier one; they overlap only where there is no room."""
    low = np.minimum(2.0, np.array(size) / 4)
    high = np.array(size) - 1 - low
    corner = np.array(size) - np.array(kept_free)
    laid = np.empty((count, 3))  # y, x, radius
    sociable = rng.choice([0.1, 0.3, 0.6])
    for number in range(count):
        radius, others = float(radii[number % len(radii)]), laid[:number]
        best, most = low, -np.inf
        for attempt in range(6):
            tries = rng.uniform(low, high, (12, 2))
            if number and attempt < 3 and rng.random() < sociable:
                beside = others[rng.integers(0, number, 12)]
                angles = rng.uniform(0, 2 * np.pi, 12)
                reach = (beside[:, 2] + radius) * rng.uniform(0.97, 1.06, 12)
                tries = beside[:, :2] + reach[:, None] * np.stack([np.sin(angles), np.cos(angles)], -1)
                tries = np.clip(tries, low, high)
            gaps = np.full(12, 0.0)
            if number:
                away = np.hypot(tries[:, :1] - others[:, 0], tries[:, 1:] - others[:, 1])
                gaps = np.minimum((away / (radius + others[:, 2])).min(1) - 0.95, 0)
            if min(kept_free):
                gaps -= 2.0 * np.all(tries > corner - 0.8 * radius, axis=1)
            choice = int(gaps.argmax())
            if gaps[choice] > most:
                best, most = tries[choice], gaps[choice]
            if most >= 0:
                break
        y, x = round(float(best[0])), round(float(best[1]))
        laid[number] = y, x, radius
        yield y, x
