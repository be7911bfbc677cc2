"""Pictures that are no smears, drawn or read from where scikit-image is installed: the program must say so of each."""

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np

from leukemia_desktop.core.image import Image, read_image

Rng = np.random.Generator
PURPLES = np.array([(120, 70, 180), (210, 190, 220), (250, 250, 250), (150, 120, 200), (230, 200, 225)], np.float32)
"""Colours as in stained smears: so much alone must not make a smear of a picture."""


def _colour(rng: Rng) -> np.ndarray:
    return rng.integers(0, 256, 3).astype(np.float32)


def _two(rng: Rng) -> tuple[np.ndarray, np.ndarray]:
    if rng.random() < 0.4:
        first, second = PURPLES[rng.choice(len(PURPLES), 2, replace=False)]
        return first, second
    return _colour(rng), _colour(rng)


def _mixed(share: np.ndarray, rng: Rng) -> Image:
    first, second = _two(rng)
    return np.clip(first + share[..., None] * (second - first) + rng.normal(0, 2, (*share.shape, 3)), 0, 255).astype(
        np.uint8
    )


def blank(rng: Rng, size: int) -> Image:
    """An empty field of view, lit evenly or not, with or without a sensor's noise."""
    down, across = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    light = 1 - rng.uniform(0, 0.3) * (down**2 + across**2) / 2
    grey = rng.choice([0, 20, 90, 128, 200, 235, 250, 255])
    tint = rng.normal(0, 6, 3)
    return np.clip(
        (grey + tint) * light[..., None] + rng.normal(0, rng.choice([0, 1, 3, 8]), (size, size, 3)), 0, 255
    ).astype(np.uint8)


def noise(rng: Rng, size: int) -> Image:
    """Noise, fine or in clouds."""
    coarse = max(2, int(size / rng.choice([1, 2, 6, 14, 40])))
    return _mixed(cv2.resize(rng.random((coarse, coarse), np.float32), (size, size), interpolation=cv2.INTER_CUBIC), rng)


def stripes(rng: Rng, size: int) -> Image:
    """Waves and weaves."""
    down, across = np.mgrid[:size, :size] / size
    turn, many = rng.uniform(0, np.pi), rng.uniform(3, 40)
    wave = np.sin(2 * np.pi * many * (down * np.sin(turn) + across * np.cos(turn)))
    if rng.random() < 0.5:
        wave = wave * np.sin(2 * np.pi * many * (down * np.cos(turn) - across * np.sin(turn)))
    return _mixed((wave > 0).astype(np.float64) if rng.random() < 0.3 else (wave + 1) / 2, rng)


def checks(rng: Rng, size: int) -> Image:
    """A chess board or mosaic."""
    many = int(rng.integers(3, 24))
    return _mixed(
        cv2.resize(rng.integers(0, 2, (many, many)).astype(np.float64), (size, size), interpolation=cv2.INTER_NEAREST), rng
    )


def discs(rng: Rng, size: int) -> Image:
    """Round things: coins, pills, bubbles, also in the colours of a stain."""
    share = np.zeros((size, size), np.float64)
    radius = size * rng.uniform(0.015, 0.12)
    for _ in range(int(rng.integers(4, 120))):
        x, y = rng.integers(0, size, 2)
        cv2.circle(
            share, (int(x), int(y)), max(1, int(radius * rng.uniform(0.7, 1.3))), float(rng.uniform(0.5, 1)), -1, cv2.LINE_AA
        )
    return _mixed(share, rng)


def shapes(rng: Rng, size: int) -> Image:
    """Triangles and boxes of every colour."""
    image = np.full((size, size, 3), _colour(rng), np.uint8)
    for _ in range(int(rng.integers(3, 30))):
        points = rng.integers(0, size, (int(rng.integers(3, 5)), 1, 2)).astype(np.int32)
        cv2.fillPoly(image, [points], _colour(rng).tolist(), cv2.LINE_AA)
    return image


def document(rng: Rng, size: int) -> Image:
    """A page of letters, dark on light or light on dark."""
    paper, ink = (250, 20) if rng.random() < 0.8 else (25, 235)
    page = np.full((size, size, 3), paper, np.uint8)
    height = max(8, int(size * rng.uniform(0.03, 0.12)))
    for top in range(height, size, int(1.5 * height)):
        words = "".join(rng.choice(list("abcdefghij klmnop qrstuv wxyz 0123456789 ."), 60))
        cv2.putText(
            page,
            words,
            (int(height / 2), top),
            cv2.FONT_HERSHEY_SIMPLEX,
            height / 30,
            (ink,) * 3,
            max(1, height // 14),
            cv2.LINE_AA,
        )
    return page


def table(rng: Rng, size: int) -> Image:
    """A form or a plot: lines and bars on white."""
    page = np.full((size, size, 3), 255, np.uint8)
    for at in rng.integers(0, size, int(rng.integers(4, 16))):
        cv2.line(page, (0, int(at)), (size, int(at)), (120, 120, 120), 1)
        high = int(rng.integers(0, size))
        cv2.rectangle(page, (int(at), high), (int(at) + size // 20, size), _colour(rng).tolist(), -1)
    return page


def fibres(rng: Rng, size: int) -> Image:
    """Hairs and threads in the colours of a tissue section."""
    image = np.full((size, size, 3), PURPLES[rng.integers(len(PURPLES))], np.uint8)
    for _ in range(int(rng.integers(20, 200))):
        ends = rng.integers(-size // 4, size + size // 4, 4).tolist()
        cv2.line(
            image,
            tuple(ends[:2]),
            tuple(ends[2:]),
            PURPLES[rng.integers(len(PURPLES))].tolist(),
            int(rng.integers(1, 6)),
            cv2.LINE_AA,
        )
    return cv2.GaussianBlur(image, (0, 0), rng.uniform(0.5, 2)).astype(np.uint8)


DRAWN: tuple[Callable[[Rng, int], Image], ...] = (blank, noise, stripes, checks, discs, shapes, document, table, fibres)


def drawn_pictures(each: int, seed: int = 0) -> Iterator[tuple[str, Image]]:
    """Names and pictures: `each` of every kind, at three sizes in turn."""
    for kind in DRAWN:
        for number in range(each):
            rng = np.random.default_rng((seed, DRAWN.index(kind), number))
            yield f"{kind.__name__} {number}", kind(rng, (224, 480, 900)[number % 3])


def photos() -> Iterator[tuple[str, Image]]:
    """The photographs inside scikit-image's wheel, whole and in parts; nothing where it is not installed."""
    found = importlib.util.find_spec("skimage")
    folder = Path(found.origin).parent / "data" if found and found.origin else Path("nowhere")
    yield from photos_in(folder)


def photos_in(folder: Path) -> Iterator[tuple[str, Image]]:
    """Every picture of a folder, whole, halved, and a 224 px part of each corner and of the middle."""
    for path in sorted((*folder.glob("*.png"), *folder.glob("*.jpg"))):
        image = read_image(path)
        yield path.name, image
        height, width = image.shape[:2]
        if min(height, width) < 300:
            continue
        yield f"{path.name} halved", cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA).astype(np.uint8)
        for top in (0, (height - 224) // 2, height - 224):
            for left in (0, (width - 224) // 2, width - 224):
                yield f"{path.name} at {left}, {top}", np.ascontiguousarray(image[top : top + 224, left : left + 224])
