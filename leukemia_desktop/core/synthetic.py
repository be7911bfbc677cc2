"""Drawn smears with known truth, for the demo and for tests. Nothing in them is cut from or fitted to a real image."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image as Pillow
from PIL import PngImagePlugin

from leukemia_desktop.core.drawn_cells import Floats, Rng
from leukemia_desktop.core.drawn_smear import LAYERS, Cell, spread
from leukemia_desktop.core.files import replace_file
from leukemia_desktop.core.image import SYNTHETIC, Image

_SOFTWARE = 0x0131
_STRIP = 256
_USUAL_WIDTH = 224 / 15
"""Of a field, in red cells."""


@dataclass(frozen=True)
class Palette:
    """Colours (R, G, B) of one stain, each as its layer looks at density 1 on a white ground."""

    background: tuple[int, int, int]
    red: tuple[int, int, int]
    cytoplasm: tuple[int, int, int]
    nucleus: tuple[int, int, int]
    smudge: tuple[int, int, int]

    @property
    def densities(self) -> npt.NDArray[np.float64]:
        """Optical densities, shape (layers, 3): how much light each layer takes from each channel."""
        colours = np.array([getattr(self, layer) for layer in LAYERS], np.float64)
        return -np.log(colours / 255)


PALETTES = MappingProxyType(
    {
        "grey-green": Palette((252, 255, 246), (186, 202, 206), (176, 176, 236), (138, 108, 214), (236, 190, 240)),
        "violet": Palette((254, 251, 255), (216, 206, 224), (178, 156, 224), (124, 64, 182), (226, 140, 224)),
        "blue": Palette((247, 255, 254), (158, 192, 220), (156, 164, 238), (124, 96, 220), (234, 180, 236)),
        "slate": Palette((249, 254, 255), (170, 182, 198), (160, 146, 236), (122, 78, 214), (240, 182, 236)),
        "pink": Palette((254, 255, 250), (190, 204, 214), (240, 196, 246), (222, 142, 230), (246, 160, 226)),
    }
)


@dataclass(frozen=True)
class DrawnField:
    """A drawn field and the truth about it."""

    image: Image
    cells: tuple[Cell, ...]
    palette: str
    out_of_focus: bool


def draw_field(
    seed: int,
    *,
    size: tuple[int, int] = (224, 224),
    cells: int | None = None,
    palette: str | None = None,
    blur: float = 0.0,
    scale_bar: bool = True,
    red_cell_diameter: float = 15.0,
) -> DrawnField:
    """Draw a field of `size` (height, width) px; the same arguments give the same pixels.

    `cells` is the exact number of WBC-like cells, by default drawn by the seed for the area, and so is the palette's name.
    `blur` is a standard deviation in px; the field counts as out of focus from a tenth of `red_cell_diameter` (px) on.
    The centre of every cell lies inside the field. Raises ValueError for a size below 16, fewer than no cells, an unknown
    palette, a negative blur or a red cell of less than 4 px.
    """
    if min(size) < 16 or red_cell_diameter < 4 or blur < 0 or (cells is not None and cells < 0):
        raise ValueError(f"cannot draw {size=}, {red_cell_diameter=}, {blur=}, {cells=}")
    if palette is not None and palette not in PALETTES:
        raise ValueError(f"no palette {palette!r}; there are {', '.join(PALETTES)}")
    rng = np.random.default_rng(seed)
    drawn_palette = str(rng.choice(list(PALETTES)))
    usual = rng.poisson(rng.gamma(2.5, 6) * size[0] * size[1] / (_USUAL_WIDTH * red_cell_diameter) ** 2)
    name = palette or drawn_palette
    count = int(usual) if cells is None else cells
    bar = _scale_bar(size, red_cell_diameter) if scale_bar else np.empty((0, 0, 3), np.uint8)
    height, width = bar.shape[:2]
    canvas, truth = spread(rng, size, count, red_cell_diameter, (height, width))
    image = _expose(canvas.layers, PALETTES[name], rng)
    if blur:
        image = cv2.GaussianBlur(image, (0, 0), blur).astype(np.uint8, copy=False)
    _add_noise(image, rng)
    image[size[0] - height :, size[1] - width :] = bar
    return DrawnField(image, tuple(truth), name, blur >= red_cell_diameter / 10)


def save_field(field: DrawnField, path: Path) -> None:
    """Write JPEG, PNG, TIFF, BMP or WebP by suffix, marked as synthetic where the format has room (BMP has none).

    A file of that name is replaced, whole or not at all. Raises ValueError for another suffix, UnwritableFile.
    """
    picture = Pillow.fromarray(field.image)
    kind = Pillow.registered_extensions().get(path.suffix.lower(), "")
    if kind == "JPEG":
        options = {"quality": 95, "comment": SYNTHETIC}
    elif kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Software", SYNTHETIC)
        options = {"pnginfo": text}
    elif kind == "TIFF":
        options = {"tiffinfo": {_SOFTWARE: SYNTHETIC}, "compression": "tiff_lzw"}
    elif kind == "WEBP":
        exif = Pillow.Exif()
        exif[_SOFTWARE] = SYNTHETIC
        options = {"quality": 95, "exif": exif}
    elif kind == "BMP":
        options = {}
    else:
        raise ValueError(f"{path.name}: a field is written as JPEG, PNG, TIFF, BMP or WebP")
    replace_file(path, lambda stream: picture.save(stream, kind, **options))


def draw_slide(
    folder: Path, *, fields: int, seed: int = 0, suffix: str = ".jpg", size: tuple[int, int] = (224, 224)
) -> list[DrawnField]:
    """Write field_0001, field_0002, ... of one stain into `folder`, made when it is not there; same seed, same files.

    About one field in sixteen is out of focus, and of eight or more one is nearly empty of cells, as on real slides.
    """
    rng = np.random.default_rng(seed)
    palette = str(rng.choice(list(PALETTES)))
    usual = rng.uniform(7, 18) * size[0] * size[1] / 224**2
    odd = rng.permutation(fields)
    blurred, empty = set(odd[: round(fields / 16)]), set(odd[-1:] if fields >= 8 else [])
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    for number in range(fields):
        cells = 1 if number in empty else max(3, int(rng.poisson(usual)))
        blur = float(rng.uniform(2.4, 3.4)) if number in blurred else 0.0
        field = draw_field(int(rng.integers(2**32)), size=size, cells=cells, palette=palette, blur=blur)
        save_field(field, folder / f"field_{number + 1:04d}{suffix}")
        drawn.append(field)
    return drawn


def _expose(layers: Sequence[Floats], palette: Palette, rng: Rng) -> Image:
    """The smear in transmitted light: each layer takes its share (Beer-Lambert) from a lamp that is not quite even."""
    height, width = layers[0].shape
    densities = palette.densities * rng.lognormal(0, 0.09, (len(LAYERS), 1)) * rng.lognormal(0, 0.03, (1, 3))
    mottle = cv2.resize(rng.normal(0.012, 0.008, (9, 9)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    ys, xs = (np.linspace(-1, 1, length, dtype=np.float32) for length in (height, width))
    tilt = rng.normal(0, 0.012, (2, 3)) + rng.normal(0, 0.01, (2, 1))
    falloff = rng.uniform(0.0, 0.035)
    lamp = np.array(palette.background) * rng.uniform(1.0, 1.04)
    down = lamp * (1 + tilt[0] * ys[:, None] - falloff * ys[:, None] ** 2)
    across = lamp * (tilt[1] * xs[:, None] - falloff * xs[:, None] ** 2)
    absorbed = -densities.T.astype(np.float32)
    down, across = down.astype(np.float32), across.astype(np.float32)
    image = np.empty((height, width, 3), np.uint8)
    for top in range(0, height, _STRIP):
        rows = slice(top, top + _STRIP)
        red, cytoplasm, nucleus, smudge = (layer[rows] for layer in layers)
        red = 1.5 * red / (1 + 0.5 * red)  # cells on cells look less dark than their sum
        dyes = cv2.merge([red, cytoplasm, nucleus, smudge + mottle[rows]])
        light = cv2.exp(cv2.transform(dyes, absorbed))
        light *= down[rows, None] + across[None]
        image[rows] = np.clip(light, 0, 255)
    return image


def _add_noise(image: Image, rng: Rng) -> None:
    """Sensor noise, a little coarser than a pixel as after a camera's own demosaicing. In place."""
    deviation = rng.uniform(1.0, 2.5)
    for top in range(0, len(image), _STRIP):
        rows = image[top : top + _STRIP]
        noise = rng.standard_normal(rows.shape, dtype=np.float32)
        noise = cv2.blur(noise, (2, 2)) * np.float32(2 * deviation)
        np.clip(rows + noise + 0.5, 0, 255, out=noise)
        rows[...] = noise


def _scale_bar(size: tuple[int, int], unit: float) -> Image:
    """A white plate with a bar and its length, taking a red cell for 7.5 um; empty where the field has no room for one."""
    per_um = unit / 7.5
    fitting = [length for length in (1, 2, 5, 10, 20, 50, 100, 200) if length * per_um <= 0.16 * size[1]]
    text = f"{fitting[-1]} um" if fitting else ""
    height = round(max(15.0, size[0] * 0.06))
    bar = round(fitting[-1] * per_um) if fitting else 0
    fine = 4  # drawn larger, then averaged: letters of a few pixels stay legible
    font, letters = cv2.FONT_HERSHEY_SIMPLEX, fine * height * 0.42 / 22
    (text_width, text_height), _ = cv2.getTextSize(text, font, letters, 1)
    width = max(bar, -(-text_width // fine)) + round(height * 0.5)
    if not fitting or width > size[1] // 2 or height > size[0] // 3:
        return np.empty((0, 0, 3), np.uint8)
    plate = np.full((fine * height, fine * width, 3), 255, np.uint8)
    left, middle = fine * (width - bar) // 2, fine * width // 2
    pen = max(1, round(fine * height / 20))
    cv2.putText(
        plate, text, (middle - text_width // 2, round(0.18 * fine * height) + text_height), font, letters, (0, 0, 0), pen
    )
    low = round(0.8 * fine * height)
    cv2.rectangle(plate, (left, low - pen), (left + fine * bar - 1, low + pen), (0, 0, 0), -1)
    return cv2.resize(plate, (width, height), interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)
