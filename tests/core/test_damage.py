"""Damage over which decoders pass: what a checksum or a warning could tell is told, and whole files raise no alarm."""

import io
import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from PIL import Image as Pillow

from leukemia_desktop.core.damage import hidden_damage
from leukemia_desktop.core.image import UnreadableImage, decode
from tests.core.test_image import encoded, noise, picture

CHECKED = {
    "PNG": ("PNG", {}),
    "TIFF deflate": ("TIFF", {"compression": "tiff_adobe_deflate"}),
    "TIFF JPEG": ("TIFF", {"compression": "jpeg", "quality": 90}),
    "JPEG": ("JPEG", {"quality": 90}),
}


@pytest.mark.parametrize("kind", CHECKED)
@pytest.mark.parametrize("image", [picture(200, 150), noise(90, 70), picture().convert("L"), Pillow.new("RGB", (1, 1))])
def test_a_whole_file_raises_no_alarm(kind: str, image: Pillow.Image) -> None:
    form, options = CHECKED[kind]
    assert decode(encoded(image, form, **options)).damage == ""


@pytest.mark.parametrize("mode", ["1", "P", "LA", "RGBA", "I;16"])
def test_a_whole_png_of_any_mode_raises_no_alarm(mode: str) -> None:
    assert decode(encoded(Pillow.new(mode, (30, 20)), "PNG")).damage == ""


@pytest.mark.parametrize(("kind", "most_unnoticed"), [("PNG", 0), ("TIFF deflate", 0.02), ("TIFF JPEG", 0.4), ("JPEG", 0.4)])
def test_one_altered_byte_in_the_coded_picture_is_noticed_as_far_as_the_format_allows(
    kind: str, most_unnoticed: float
) -> None:
    """JPEG has no checksum: an altered code word that is valid as well is unknowable, the others are not."""
    form, options = CHECKED[kind]
    data = encoded(picture(200, 150), form, **options)
    rng = np.random.default_rng(0)
    unnoticed = 0
    for _ in range(200):
        spoiled = bytearray(data)
        spoiled[int(rng.integers(len(data) // 4, len(data) * 3 // 4))] ^= int(rng.integers(1, 256))
        try:
            unnoticed += not decode(bytes(spoiled)).damage
        except UnreadableImage:
            continue
    assert unnoticed <= most_unnoticed * 200


def test_a_wrong_checksum_alone_is_said_and_the_picture_kept() -> None:
    data = bytearray(encoded(picture(), "PNG"))
    data[data.index(b"IDAT") - 5] ^= 1  # the last byte of the header chunk's checksum, or of what stands before the data
    try:
        assert "checksum" in decode(bytes(data)).damage
    except UnreadableImage as error:
        assert "PNG" in str(error)
    data = bytearray(encoded(picture(), "PNG"))
    data[-1] ^= 1
    decoded = decode(bytes(data))
    assert decoded.damage == "PNG checksum of 'IEND' does not fit"
    np.testing.assert_array_equal(decoded.image, np.asarray(picture()))


def bomb(width: int, height: int, unpacked: int) -> bytes:
    """A TIFF whose one deflated strip unpacks to far more than its picture."""
    packer = zlib.compressobj(9)
    strip = b"".join(packer.compress(bytes(2**20)) for _ in range(unpacked >> 20)) + packer.flush()
    entries = {256: width, 257: height, 258: 8, 259: 8, 262: 1, 273: 8, 277: 1, 278: height, 279: len(strip)}
    directory = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in sorted(entries.items()))
    return b"II*\0" + struct.pack("<I", 8 + len(strip)) + strip + struct.pack("<H", len(entries)) + directory + bytes(4)


def test_a_strip_that_unpacks_to_far_more_than_its_picture_is_given_up_early() -> None:
    data = bomb(100, 100, 2**28)
    tracemalloc.start()
    try:
        assert "more than the picture" in hidden_damage(Pillow.open(io.BytesIO(data)), data)
        assert tracemalloc.get_traced_memory()[1] < 2**26
    finally:
        tracemalloc.stop()
