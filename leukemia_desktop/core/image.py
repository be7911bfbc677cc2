"""Image files in, RGB arrays out: header before pixels, limits before memory, no guessing about damage."""

import io
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import simplejpeg
from natsort import os_sorted
from PIL import Image as Pillow
from PIL import ImageOps

Image = npt.NDArray[np.uint8]
"""RGB, shape (H, W, 3), uint8."""

SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".tif", ".tiff", ".bmp", ".webp"})
FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")
MAX_MEGAPIXELS = 200.0
SYNTHETIC = "leukemia-desktop synthetic"
"""Words that synthetic.py leaves in a drawn file's metadata."""

# The limit below is ours and is checked before decoding; Pillow's own would only warn.
Pillow.MAX_IMAGE_PIXELS = None


class UnreadableImage(Exception):
    """The file gives no image; the message says why, in words for a technician."""


@dataclass(frozen=True)
class Decoded:
    """One decoded file: pixels, and what the decoder had to say about them."""

    image: Image
    damage: str = ""
    synthetic: bool = False


def find_images(folder: Path) -> list[Path]:
    """Image files directly in `folder`, in natural order (field_2 before field_10); hidden files are left out."""
    files = (p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES and not p.name.startswith("."))
    return [Path(p) for p in os_sorted(p for p in files if not p.is_dir())]


def read_image(path: Path, *, max_megapixels: float = MAX_MEGAPIXELS) -> Image:
    """The file's first image, upright, RGB uint8 (H, W, 3). Raises UnreadableImage with the reason."""
    return decode(read_bytes(path), max_megapixels=max_megapixels).image


def read_bytes(path: Path) -> bytes:
    """The whole file. Raises UnreadableImage when it is empty, missing or not permitted."""
    try:
        data = path.read_bytes()
    except PermissionError:
        raise UnreadableImage("no permission to read the file") from None
    except FileNotFoundError:
        raise UnreadableImage("the file is gone") from None
    except OSError as error:
        raise UnreadableImage(f"cannot be read: {error.strerror or error}") from None
    if not data:
        raise UnreadableImage("the file is empty (0 bytes)")
    return data


def decode(data: bytes, *, max_megapixels: float = MAX_MEGAPIXELS) -> Decoded:
    """JPEG, PNG, TIFF (8/16 bit, first page), BMP or WebP bytes as an upright RGB image.

    Alpha is flattened on white, grey spread to three channels, 16 bit scaled to 8. The size is checked from the header,
    before any pixel is decoded. Raises UnreadableImage with the reason.
    """
    # Decoders raise OSError, ValueError, SyntaxError, struct.error, EOFError... on hostile bytes: whatever
    # a decoder says about a file is one thing to us, an unreadable file, never a crash of the batch.
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Pillow.open(io.BytesIO(data), formats=FORMATS)
    except Exception as error:
        raise UnreadableImage(_not_an_image(data, error)) from None
    width, height = picture.size
    if width * height > max_megapixels * 1e6:
        raise UnreadableImage(
            f"{width} x {height} pixels are {width * height / 1e6:.0f} megapixels; the limit is {max_megapixels:g}"
        )
    try:
        orientation = picture.getexif().get(0x0112, 1)
        synthetic = SYNTHETIC in f"{picture.info.get('comment')}{picture.info}{picture.getexif().get(0x0131)}"
        if picture.format == "JPEG":
            pixels, damage = _decode_jpeg(data)
        else:
            pixels, damage = _to_rgb(picture), ""
    except UnreadableImage:
        raise
    except MemoryError:
        raise UnreadableImage(f"not enough memory for {width} x {height} pixels") from None
    except Exception as error:
        raise UnreadableImage(f"damaged {picture.format}: {error}") from None
    if orientation != 1:
        pixels = _upright(pixels, orientation)
    return Decoded(np.ascontiguousarray(pixels), damage, synthetic)


def _not_an_image(data: bytes, error: Exception) -> str:
    if len(data) < 64:
        return f"not an image: only {len(data)} bytes"
    if b"\0" not in data[:512] and data[:512].isascii():
        return "not an image: the file holds text"
    if data[:2] == b"\xff\xd8":
        return f"truncated or damaged JPEG: no picture in {len(data)} bytes"
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return f"truncated or damaged PNG: no picture in {len(data)} bytes"
    detail = str(error).partition("<_io")[0].strip()
    return f"not a JPEG, PNG, TIFF, BMP or WebP image ({detail})"


def _decode_jpeg(data: bytes) -> tuple[Image, str]:
    """Pixels and damage. libjpeg fills what is corrupt with invented pixels: strict mode makes it say so."""
    try:
        return simplejpeg.decode_jpeg(data, "RGB", strict=True), ""
    except ValueError as error:
        damage = str(error)
    if "remature end of JPEG" in damage:
        raise UnreadableImage(f"truncated JPEG: the picture stops after {len(data)} bytes")
    try:
        return simplejpeg.decode_jpeg(data, "RGB", strict=False), damage
    except ValueError as error:
        raise UnreadableImage(f"damaged JPEG: {error}") from None


def _to_rgb(picture: Pillow.Image) -> Image:
    """Pixels of a Pillow image as RGB uint8; Pillow is strict about truncated files."""
    if picture.mode in ("I;16", "I;16L", "I;16B", "I;16N"):
        grey = np.asarray(picture, dtype=np.uint16)
        return np.repeat(_eight_bit(grey)[:, :, None], 3, axis=2)
    if picture.mode == "I" and picture.format == "PNG":  # Pillow < 11 opens 16-bit grey PNG as 32-bit integers
        return np.repeat(_eight_bit(np.asarray(picture).astype(np.uint16))[:, :, None], 3, axis=2)
    if picture.mode in ("F", "I"):
        raise UnreadableImage("32-bit pixels are not supported; export the field as 8 or 16 bit")
    if picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        white = Pillow.new("RGBA", picture.size, (255, 255, 255, 255))
        picture = Pillow.alpha_composite(white, picture)
    return np.asarray(picture.convert("RGB"))


def _eight_bit(pixels: npt.NDArray[np.uint16]) -> Image:
    return ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)


def _upright(pixels: Image, orientation: int) -> Image:
    tagged = Pillow.fromarray(pixels)
    tagged.getexif()[0x0112] = orientation
    return np.asarray(ImageOps.exif_transpose(tagged))
