"""What no model of smears was made for: drawn textures, documents, blank fields, and the pictures of scikit-image."""

from collections.abc import Callable, Mapping
from pathlib import Path

import cv2
import numpy as np

from leukemia_desktop.core.fields import NoFields, find_fields
from leukemia_desktop.core.image import Image, UnreadableImage, find_images, read_image
from leukemia_desktop.training.errors import BadDataset

SIZE = 224
DRAWN = 60
"""Fields of each drawn kind."""
TILES = 4
"""Cut from each picture at most."""
Random = np.random.Generator
WORDS = ("slide", "field", "count", "result", "order", "date", "stain", "smear", "note", "page")


def texture(rng: Random) -> Image:
    """Waves, checks or coloured noise of a random grain."""
    y, x = np.mgrid[:SIZE, :SIZE].astype(np.float32)
    kind, grain = rng.integers(3), rng.uniform(4, 40)
    if kind == 0:
        angle = rng.uniform(0, np.pi)
        plane = np.sin((x * np.cos(angle) + y * np.sin(angle)) * 2 * np.pi / grain) / 2 + 0.5
    elif kind == 1:
        plane = ((x // grain + y // grain) % 2).astype(np.float32)
    else:
        plane = cv2.GaussianBlur(rng.random((SIZE, SIZE)).astype(np.float32), (0, 0), grain / 4)
        plane = (plane - plane.min()) / (plane.max() - plane.min())
    one, other = rng.integers(0, 256, (2, 3))
    return (plane[:, :, None] * one + (1 - plane[:, :, None]) * other).astype(np.uint8)


def document(rng: Random) -> Image:
    """Lines of print on paper."""
    paper = np.full((SIZE, SIZE, 3), rng.integers(225, 256), np.uint8)
    scale = float(rng.uniform(0.3, 0.7))
    for bottom in np.arange(15, SIZE, int(32 * scale)):
        line = " ".join(rng.choice(WORDS, 8))
        cv2.putText(paper, line, (8, int(bottom)), cv2.FONT_HERSHEY_SIMPLEX, scale, (20, 20, 20), 1, cv2.LINE_AA)
    return paper


def blank(rng: Random) -> Image:
    """One colour with the noise of a camera."""
    return np.clip(rng.integers(0, 256, 3) + rng.normal(0, 3, (SIZE, SIZE, 3)), 0, 255).astype(np.uint8)


KINDS: Mapping[str, Callable[[Random], Image]] = {"textures": texture, "documents": document, "blank fields": blank}


def strange_images(scratch: Path) -> dict[str, list[Path]]:
    """Image files by kind, written to `scratch`: the drawn ones, and tiles of the pictures that scikit-image ships."""
    found = {kind: [draw(np.random.default_rng(number)) for number in range(DRAWN)] for kind, draw in KINDS.items()}
    found["pictures"] = [tile for path in _pictures() for tile in _tiles(path)]
    files: dict[str, list[Path]] = {}
    for kind, images in found.items():
        folder = scratch / kind.replace(" ", "-")
        folder.mkdir(parents=True)
        files[kind] = [folder / f"{number:03}.png" for number in range(len(images))]
        for path, image in zip(files[kind], images, strict=True):
            path.write_bytes(cv2.imencode(".png", image[:, :, ::-1])[1].tobytes())
    return files


def foreign_images(folder: Path) -> list[Path]:
    """Every image file in or below a folder of smears from elsewhere. Raises BadDataset."""
    try:
        return [field.path for field in find_fields(folder)]
    except NoFields as error:
        raise BadDataset(str(error)) from None


def _pictures() -> list[Path]:
    import skimage.data

    return find_images(Path(skimage.data.__file__).parent)


def _tiles(path: Path) -> list[Image]:
    """Squares cut from a picture; none of a file that is no picture or too small for a field."""
    try:
        image = read_image(path)
    except UnreadableImage:
        return []
    height, width = image.shape[:2]
    corners = [(y, x) for y in range(0, height - SIZE + 1, SIZE) for x in range(0, width - SIZE + 1, SIZE)]
    chosen = corners[:: max(1, len(corners) // TILES)][:TILES]
    return [np.ascontiguousarray(image[y : y + SIZE, x : x + SIZE]) for y, x in chosen]
