"""Pillow's side of reading: every format but plain JPEG. Imported with the first such file, for Pillow is slow to load."""

import io
import warnings
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image as Pillow
from PIL import ImageOps
from PIL.TiffImagePlugin import TiffImageFile

FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")
Pixels = npt.NDArray[np.uint8]
STRIP = 1_000_000
"""Pixels handed from Pillow to NumPy at a time: no other thread runs meanwhile, and a window has to."""

# The limit is ours and is checked before decoding; Pillow's own would only warn.
Pillow.MAX_IMAGE_PIXELS = None
# Once and for all: catch_warnings around each call is not safe on worker threads.
warnings.filterwarnings("ignore", module="PIL")


class Unsupported(Exception):
    """Pixels of a kind that cannot be read rightly; the message says what to save instead."""


def opened(data: bytes) -> Pillow.Image:
    """The picture with its header read. Raises whatever Pillow raises."""
    return Pillow.open(io.BytesIO(data), formats=FORMATS)


def notes(picture: Pillow.Image) -> list[str]:
    """Comment of a JPEG, Software text of a PNG, Software tag of TIFF and EXIF, as far as there are any."""
    found = (picture.info.get("comment"), picture.info.get("Software"), picture.getexif().get(0x0131))
    return [note.decode("latin-1") if isinstance(note, bytes) else str(note) for note in found]


def to_rgb(picture: Pillow.Image) -> Pixels:
    """RGB uint8 (H, W, 3); Pillow is strict about truncated files. Raises Unsupported, or whatever Pillow raises."""
    if picture.mode in ("I;16", "I;16L", "I;16B", "I;16N"):
        grey = np.asarray(picture, dtype=np.uint16)
        if _tag(picture, 262) == 0:  # PhotometricInterpretation: white is zero, which Pillow minds in 8 bit only
            grey = 65535 - grey
        return np.repeat(_eight_bit(grey)[:, :, None], 3, axis=2)
    if picture.mode == "I" and picture.format == "PNG":  # Pillow < 11 opens 16-bit grey PNG as 32-bit integers
        return np.repeat(_eight_bit(np.asarray(picture).astype(np.uint16))[:, :, None], 3, axis=2)
    if picture.mode in ("F", "I"):
        raise Unsupported("32-bit pixels are not supported; export the field as 8 or 16 bit")
    if picture.mode.startswith("RGB") and _tag(picture, 284) == 2 and 16 in (_tag(picture, 258) or ()):
        # Pillow would take the wrong half of each number
        raise Unsupported("16-bit TIFF in separate colour planes is not supported; save it interleaved or in 8 bit")
    picture.load()
    width, height = picture.size
    rows = max(1, STRIP // width)
    if height <= rows:
        return _flat(picture)
    pixels = np.empty((height, width, 3), np.uint8)
    for top in range(0, height, rows):
        pixels[top : top + rows] = _flat(picture.crop((0, top, width, min(height, top + rows))))
    return pixels


def _flat(picture: Pillow.Image) -> Pixels:
    if picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        white = Pillow.new("RGBA", picture.size, (255, 255, 255, 255))
        picture = Pillow.alpha_composite(white, picture)
    return np.asarray(picture if picture.mode == "RGB" else picture.convert("RGB"))  # converting RGB would copy it


def _tag(picture: Pillow.Image, number: int) -> Any:
    return picture.tag_v2.get(number) if isinstance(picture, TiffImageFile) else None


def _eight_bit(pixels: npt.NDArray[np.uint16]) -> Pixels:
    return ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)


def upright(pixels: Pixels, orientation: int) -> Pixels:
    """Turned and mirrored as an EXIF `orientation` of 2 to 8 asks for."""
    tagged = Pillow.fromarray(pixels)
    tagged.getexif()[0x0112] = orientation
    return np.asarray(ImageOps.exif_transpose(tagged))
