"""Slides to measure on: drawn fields, many from few, saved as a camera saves them, without metadata."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import simplejpeg
from PIL import Image as Pillow

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.synthetic import draw_field

SMALL, LARGE = 2000, 24


def draw_slides(place: Path) -> dict[str, Path]:
    """Folders by name: jpeg_224, jpeg_large and tiff_large (2592 x 1944 px)."""
    slides = {name: place / name for name in ("jpeg_224", "jpeg_large", "tiff_large")}
    for folder in slides.values():
        folder.mkdir(parents=True)
    small = _variants([draw_field(seed).image for seed in range(20)], SMALL)
    for number, image in enumerate(small):
        _save_jpeg(image, slides["jpeg_224"] / f"{number}.jpg")
    large = _variants([draw_field(1, size=(1944, 2592), red_cell_diameter=100).image], LARGE)
    for number, image in enumerate(large):
        _save_jpeg(image, slides["jpeg_large"] / f"{number}.jpg")
        Pillow.fromarray(image).save(slides["tiff_large"] / f"{number}.tif", compression="tiff_lzw")
    return slides


def save_small(folder: Path, count: int) -> Path:
    """A folder of `count` different fields of 48 x 48 px: what is measured on it is everything but decoding."""
    folder.mkdir(parents=True)
    image = np.random.default_rng(0).integers(0, 256, (48, 48, 3), dtype=np.uint8)
    for number in range(count):
        image[:8, :8] = np.random.default_rng(number).integers(0, 256, (8, 8, 3))
        _save_jpeg(image, folder / f"{number}.jpg")
    return folder


def _variants(images: list[Image], count: int) -> Iterator[Image]:
    """Mirrored and shifted, so that no two files are alike."""
    for number in range(count):
        image = images[number % len(images)]
        shift = number // len(images)
        image = np.roll(image, (7 * shift, 11 * shift), (0, 1))
        yield np.ascontiguousarray(image[:: 1 - 2 * (shift % 2)])


def _save_jpeg(image: Image, path: Path) -> None:
    path.write_bytes(simplejpeg.encode_jpeg(image, 92, "RGB", colorsubsampling="420"))
