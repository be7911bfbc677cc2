"""Image files in, RGB arrays out: header before pixels, limits before memory, no guessing about damage."""

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import simplejpeg

Image = npt.NDArray[np.uint8]
"""RGB, shape (H, W, 3), uint8."""

SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".tif", ".tiff", ".bmp", ".webp"})
MAX_MEGAPIXELS = 200.0
MAX_BYTES = 2_000_000_000
"""A file larger than this is not read into memory."""
SYNTHETIC = "leukemia-desktop synthetic"
"""Words that synthetic.py leaves in a drawn file's metadata."""

# JPEG markers: start of scan; APP1 may hold EXIF, COM the mark of a drawn field, and FF is padding
_SCAN = 0xDA
_NEEDS_PILLOW = frozenset({0xE1, 0xFE, 0xFF})


class UnreadableImage(Exception):
    """The file gives no image; the message says why, in words for a technician."""


@dataclass(frozen=True)
class Decoded:
    """One decoded file: pixels, and what the decoder had to say about them."""

    image: Image
    damage: str = ""
    synthetic: bool = False


def find_images(folder: Path) -> list[Path]:
    """Image files directly in `folder`, in natural order (field_2 before field_10); hidden files are left out.

    Everything of that name that is not a folder is listed, readable or not: it is up to reading to say what is wrong.
    """
    with os.scandir(folder) as entries:
        names = [e.name for e in entries if not e.name.startswith(".") and _is_image_name(e.name) and not _is_folder(e)]
    return [folder / name for name in sorted(names, key=natural_key)]


def natural_key(name: str) -> tuple[list[str | int], str]:
    """Sorts numbers in names by value and letters without regard to case, alike on every system and in every locale."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    parts = re.split(r"([0-9]+)", plain.casefold())
    return [int(part) if part.isdigit() and part.isascii() else part for part in parts], name


def _is_image_name(name: str) -> bool:
    return name[name.rfind(".") :].lower() in SUFFIXES


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that cannot be followed is a field that cannot be read
        return False


def read_image(path: Path, *, max_megapixels: float = MAX_MEGAPIXELS) -> Image:
    """The file's first image, upright, RGB uint8 (H, W, 3). Raises UnreadableImage with the reason."""
    return decode(read_bytes(path), max_megapixels=max_megapixels).image


def read_bytes(path: Path) -> bytes:
    """The whole file. Raises UnreadableImage when it is empty, missing, not permitted, huge, or no file at all."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # reading a pipe would wait for ever
            raise UnreadableImage("not a file but a folder, pipe or device")
        if status.st_size > MAX_BYTES:
            raise UnreadableImage(f"the file has {status.st_size / 1e9:.1f} GB; the limit is {MAX_BYTES / 1e9:.1f} GB")
        data = path.read_bytes()
    except PermissionError:
        raise UnreadableImage("no permission to read the file") from None
    except FileNotFoundError:
        gone = "the link points to a file that is gone" if path.is_symlink() else "the file is gone"
        raise UnreadableImage(gone) from None
    except (OSError, ValueError) as error:  # ValueError: a name that no system call takes
        raise UnreadableImage(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
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
    if _is_plain_jpeg(data):
        _check_size(*_jpeg_size(data), max_megapixels)
        pixels, damage = _decode_jpeg(data)
        return Decoded(pixels, damage)
    from leukemia_desktop.core import damage as damages
    from leukemia_desktop.core import picture as pillow

    try:
        picture = pillow.opened(data)
    except Exception as error:
        raise UnreadableImage(_not_an_image(data, error)) from None
    width, height = picture.size
    _check_size(width, height, max_megapixels)
    damage = ""
    try:
        synthetic = any(SYNTHETIC in note for note in pillow.notes(picture))
        if picture.format == "JPEG":
            pixels, damage = _decode_jpeg(data)
        else:
            damage = damages.hidden_damage(picture, data)  # before loading, which lets go of the tags
            pixels = pillow.to_rgb(picture)
        orientation = picture.getexif().get(0x0112, 1)  # asked last: Pillow turns a TIFF itself while loading
    except UnreadableImage:
        raise
    except pillow.Unsupported as error:
        raise UnreadableImage(str(error)) from None
    except MemoryError:
        raise UnreadableImage(f"not enough memory for {width} x {height} pixels") from None
    except Exception as error:
        raise UnreadableImage(f"damaged {picture.format}: {error}") from None
    if orientation in range(2, 9):
        pixels = pillow.upright(pixels, orientation)
    return Decoded(np.ascontiguousarray(pixels), damage, synthetic)


def _check_size(width: int, height: int, max_megapixels: float) -> None:
    if width * height > max_megapixels * 1e6:
        raise UnreadableImage(
            f"{width} x {height} pixels are {width * height / 1e6:.0f} megapixels; the limit is {max_megapixels:g}"
        )


def _is_plain_jpeg(data: bytes) -> bool:
    """A JPEG that holds neither EXIF nor a comment needs libjpeg alone, which is the hot path."""
    if data[:3] != b"\xff\xd8\xff":
        return False
    at = 2
    while data[at : at + 1] == b"\xff" and at + 4 <= len(data):
        marker = data[at + 1]
        if marker == _SCAN:
            return True
        if marker in _NEEDS_PILLOW:
            return False
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False


def _jpeg_size(data: bytes) -> tuple[int, int]:
    try:
        height, width, _, _ = simplejpeg.decode_jpeg_header(data)
    except ValueError as error:
        raise UnreadableImage(_not_an_image(data, error)) from None
    return width, height


def _not_an_image(data: bytes, error: Exception) -> str:
    if len(data) < 64:
        return f"not an image: only {len(data)} bytes"
    if b"\0" not in data[:512] and data[:512].decode("utf-8", "ignore").encode() in data[:512]:
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
