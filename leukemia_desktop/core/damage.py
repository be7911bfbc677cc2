"""Damage that a decoder passes over: checksums that it does not compare, warnings that it does not pass on.

Pillow decodes a PNG with altered bytes to altered pixels, and a compressed TIFF as well. What has a checksum is checked
here; in formats without one (BMP, WebP, TIFF uncompressed or LZW) nobody can tell an altered byte that still decodes.
"""

import zlib
from itertools import pairwise

import simplejpeg
from PIL import Image as Pillow
from PIL.TiffImagePlugin import TiffImageFile

_COMPRESSION, _JPEG_TABLES = 259, 347
_STRIPS, _TILES = (273, 279), (324, 325)  # tags of offsets and of byte counts
_DEFLATE, _JPEG = (8, 32946), 7
_PIECE = 2**16


def hidden_damage(picture: Pillow.Image, data: bytes) -> str:
    """What is damaged in the file `data`, opened as `picture`, though it may decode; empty where nothing is known."""
    if picture.format == "PNG":
        return _png(data)
    if isinstance(picture, TiffImageFile):
        return _tiff(picture, data)
    return ""


def _png(data: bytes) -> str:
    at = 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, end = data[at + 4 : at + 8], at + 8 + length
        if zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            return f"PNG checksum of {kind.decode('ascii', 'replace')!r} does not fit"
        if kind == b"IEND":
            return ""
        at = end + 4
    return "PNG without its end"


def _tiff(picture: TiffImageFile, data: bytes) -> str:
    tags = picture.tag_v2
    if tags.get(_COMPRESSION) not in (*_DEFLATE, _JPEG):
        return ""
    offsets_tag, counts_tag = _TILES if _TILES[0] in tags else _STRIPS
    parts = list(zip(tags.get(offsets_tag, ()), tags.get(counts_tag, ()), strict=False))
    if any(start + count > following for (start, count), (following, _) in pairwise(sorted(parts))):
        return ""  # parts that overlap are a trick to make us work, not a field
    tables = tags.get(_JPEG_TABLES, b"")
    room = picture.width * picture.height * 8 + 2**24  # bytes that an honest part cannot exceed
    try:
        for start, count in parts:
            part = memoryview(data)[start : start + count]  # no copy: a part may be the whole file
            if tags.get(_COMPRESSION) in _DEFLATE:
                _inflate(part, room)
            else:
                _try_jpeg(tables[:-2] + part[2:] if tables else bytes(part), room)
    except (zlib.error, ValueError) as error:
        return f"TIFF: {error}"
    return ""


def _inflate(part: bytes | memoryview, room: int) -> None:
    """Unpack without keeping anything, up to the checksum at the end. Raises zlib.error or ValueError."""
    unpacker = zlib.decompressobj()
    for at in range(0, len(part), _PIECE):  # what is left over is copied each time: of a piece, not of the whole part
        piece: bytes | memoryview = part[at : at + _PIECE]
        while piece and not unpacker.eof:
            room -= len(unpacker.decompress(piece, 2**20))
            piece = unpacker.unconsumed_tail
            if room < 0:
                raise ValueError("a compressed part unpacks to more than the picture")
        if unpacker.eof:
            return
    unpacker.flush()
    if not unpacker.eof:
        raise ValueError("a compressed part stops early")


def _try_jpeg(part: bytes, room: int) -> None:
    height, width, _, _ = simplejpeg.decode_jpeg_header(part)
    if height * width > room:
        raise ValueError("a compressed part claims to be larger than the picture")
    simplejpeg.decode_jpeg(part, "RGB", strict=True)
