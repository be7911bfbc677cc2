"""Image files of every kind, whole and damaged: right pixels, or a clear reason, never a crash."""

import io
import struct
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow
from PIL import ImageOps

from leukemia_desktop.core.image import (
    UnreadableImage,
    decode,
    read_image,
)


def picture(width: int = 40, height: int = 24) -> Pillow.Image:
    """Smooth colours, different in every corner: what survives JPEG and shows a wrong turn."""
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    return Pillow.fromarray(np.stack([60 + 180 * across, 200 - 150 * down, 90 + 60 * across * down], 2).astype(np.uint8))


def encoded(image: Pillow.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def noise(width: int = 64, height: int = 64) -> Pillow.Image:
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return Pillow.fromarray(pixels)


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("PNG", {}),
        ("BMP", {}),
        ("TIFF", {}),
        ("TIFF", {"compression": "tiff_lzw"}),
        ("TIFF", {"compression": "tiff_adobe_deflate"}),
        ("TIFF", {"compression": "packbits"}),
        ("WEBP", {"lossless": True}),
    ],
)
def test_lossless_formats_give_exactly_the_pixels_that_were_saved(form: str, options: dict[str, object]) -> None:
    decoded = decode(encoded(picture(), form, **options))
    assert decoded.image.dtype == np.uint8
    assert decoded.image.flags.c_contiguous
    assert not decoded.damage
    np.testing.assert_array_equal(decoded.image, np.asarray(picture()))


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("JPEG", {"quality": 95}),
        ("JPEG", {"quality": 95, "progressive": True}),
        ("JPEG", {"quality": 95, "subsampling": 0, "optimize": True}),
        ("JPEG", {"quality": 95, "comment": b"taken on a Tuesday"}),
        ("TIFF", {"compression": "jpeg", "quality": 95}),
        ("WEBP", {"quality": 95}),
    ],
)
def test_lossy_formats_give_nearly_the_pixels_that_were_saved(form: str, options: dict[str, object]) -> None:
    decoded = decode(encoded(picture(), form, **options))
    assert not decoded.damage
    assert np.abs(decoded.image.astype(int) - np.asarray(picture())).max() <= 12


@pytest.mark.parametrize("form", ["PNG", "TIFF", "JPEG", "BMP", "WEBP"])
def test_grey_is_spread_to_three_equal_channels(form: str) -> None:
    image = decode(encoded(picture().convert("L"), form, **({"lossless": True} if form == "WEBP" else {}))).image
    assert image.shape == (24, 40, 3)
    assert (image[..., 0] == image[..., 1]).all()
    assert (image[..., 0] == image[..., 2]).all()
    assert image.std() > 10


@pytest.mark.parametrize("form", ["PNG", "TIFF", "BMP"])
def test_one_bit_becomes_black_and_white(form: str) -> None:
    image = decode(encoded(picture().convert("1"), form)).image
    assert set(np.unique(image)) == {0, 255}


@pytest.mark.parametrize("form", ["PNG", "TIFF", "BMP"])
def test_a_palette_gives_its_colours(form: str) -> None:
    palette = picture().quantize(16)
    np.testing.assert_array_equal(decode(encoded(palette, form)).image, np.asarray(palette.convert("RGB")))


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_sixteen_bit_grey_is_scaled_not_cut(form: str) -> None:
    ramp = np.linspace(0, 65535, 960).astype(np.uint16).reshape(24, 40)
    image = decode(encoded(Pillow.fromarray(ramp), form)).image
    np.testing.assert_array_equal(image[..., 0], np.round(ramp / 257).astype(np.uint8))


@pytest.mark.parametrize("suffix", [".png", ".tiff"])
def test_sixteen_bit_colour_is_scaled_to_within_one_step(suffix: str) -> None:
    deep = np.random.default_rng(1).integers(0, 65536, (24, 40, 3)).astype(np.uint16)
    done, data = cv2.imencode(suffix, deep[..., ::-1])
    assert done
    assert np.abs(decode(data.tobytes()).image.astype(int) - deep / 257).max() <= 1


def tiff(pixels: bytes, **tags: int | tuple[int, ...]) -> bytes:
    """A little-endian uncompressed TIFF of one strip, with exactly these tags besides."""
    numbers = {"width": 256, "height": 257, "bits": 258, "photometric": 262, "samples": 277, "planar": 284, "format": 339}
    entries = {259: (1,), 273: (8,), 278: (tags["height"],), 279: (len(pixels),)}
    for name, value in tags.items():
        entries[numbers[name]] = value if isinstance(value, tuple) else (value,)
    at = 8 + len(pixels)
    extra_at = at + 2 + 12 * len(entries) + 4
    head, extra = b"", b""
    for number, values in sorted(entries.items()):
        kind = 4 if number in (273, 279) else 3
        packed = struct.pack(f"<{len(values)}{'I' if kind == 4 else 'H'}", *values)
        if len(packed) > 4:
            head += struct.pack("<HHII", number, kind, len(values), extra_at + len(extra))
            extra += packed
        else:
            head += struct.pack("<HHI", number, kind, len(values)) + packed.ljust(4, b"\0")
    return b"II*\0" + struct.pack("<I", at) + pixels + struct.pack("<H", len(entries)) + head + bytes(4) + extra


def test_sixteen_bit_grey_whose_zero_is_white_is_turned_round() -> None:
    values = np.array([[0, 65535, 257 * 100]], "<u2")
    data = tiff(values.tobytes(), width=3, height=1, bits=16, photometric=0, samples=1)
    assert decode(data).image[0, :, 0].tolist() == [255, 0, 155]


def test_sixteen_bit_colour_in_separate_planes_is_refused_rather_than_misread() -> None:
    planes = np.full((3, 4, 5), 40000, "<u2")
    strips = tiff(planes.tobytes(), width=5, height=4, bits=(16, 16, 16), photometric=2, samples=3, planar=2)
    with pytest.raises(UnreadableImage, match=r"separate colour planes|damaged TIFF"):
        decode(strips)


def test_the_first_page_of_several_is_read() -> None:
    pages = [Pillow.new("RGB", (9, 7), colour) for colour in ("red", "green", "blue")]
    data = encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    assert (decode(data).image == (255, 0, 0)).all()


@pytest.mark.parametrize("mode", ["F", "I"])
def test_thirty_two_bit_pixels_are_refused_with_what_to_do(mode: str) -> None:
    with pytest.raises(UnreadableImage, match="export the field as 8 or 16 bit"):
        decode(encoded(Pillow.new(mode, (9, 7)), "TIFF"))


@pytest.mark.parametrize("form", ["PNG", "TIFF", "WEBP"])
def test_alpha_is_flattened_on_white(form: str) -> None:
    clear = np.zeros((8, 8, 4), np.uint8)
    clear[:, 4:] = (200, 40, 100, 255)
    clear[:4, 4:, 3] = 128
    image = decode(encoded(Pillow.fromarray(clear), form, **({"lossless": True} if form == "WEBP" else {}))).image
    assert (image[:, :4] == 255).all()
    assert (image[4:, 4:] == (200, 40, 100)).all()
    assert np.abs(image[0, 6].astype(int) - (227, 147, 177)).max() <= 1


def test_grey_with_alpha_and_a_transparent_palette_are_flattened_on_white() -> None:
    assert (decode(encoded(Pillow.new("LA", (4, 4), (7, 0)), "PNG")).image == 255).all()
    palette = Pillow.new("P", (4, 4), 0)
    palette.putpalette([10, 20, 30])
    assert (decode(encoded(palette, "PNG", transparency=0)).image == 255).all()


@pytest.mark.parametrize("transform", ["CMYK", "YCCK", "no Adobe marker"])
def test_a_cmyk_jpeg_keeps_its_colours_with_the_inks_inverted_as_every_program_writes_them(transform: str) -> None:
    colour = (200, 60, 120)
    data = encoded(Pillow.new("RGB", (32, 32), colour).convert("CMYK"), "JPEG", quality=95)
    assert data[2:4] == b"\xff\xee"  # the Adobe marker
    if transform == "YCCK":  # write the inks as luma and chroma, and say so in the marker
        stored = Pillow.new("RGB", (32, 32), tuple(255 - v for v in colour)).convert("YCbCr")
        inks = Pillow.merge("CMYK", (*(band.point(lambda v: 255 - v) for band in stored.split()), Pillow.new("L", (32, 32))))
        data = encoded(inks, "JPEG", quality=95)
        data = data[:17] + b"\x02" + data[18:]
    if transform == "no Adobe marker":
        data = data[:2] + data[4 + int.from_bytes(data[4:6], "big") :]
    assert np.abs(decode(data).image.astype(int) - colour).max() <= 3


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_exif_orientation_stands_the_image_upright(form: str, orientation: int) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    data = encoded(picture(), form, exif=exif, **({"quality": 95} if form == "JPEG" else {}))
    turned = Pillow.open(io.BytesIO(encoded(picture(), "PNG", exif=exif)))
    expected = np.asarray(ImageOps.exif_transpose(turned).convert("RGB"))
    image = decode(data).image
    assert image.shape == expected.shape
    assert image.flags.c_contiguous
    assert np.abs(image.astype(int) - expected).mean() < 6


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_turns_nothing(orientation: int) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    assert decode(encoded(picture(), "JPEG", exif=exif)).image.shape == (24, 40, 3)


@settings(deadline=None)
@given(st.binary(max_size=80), st.sampled_from([b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"]))
def test_exif_data_in_any_state_never_cost_the_picture(content: bytes, start: bytes) -> None:
    data = encoded(picture(), "JPEG", quality=95)
    segment = b"Exif\0\0" + start + content
    decoded = decode(data[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + data[2:])
    assert sorted(decoded.image.shape) == [3, 24, 40]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "BMP", "WEBP"])
def test_a_file_cut_anywhere_is_refused_with_a_reason(form: str) -> None:
    data = encoded(noise(), form)
    for kept in (1, 10, 60, 100, len(data) // 4, len(data) // 2, len(data) - 40):
        with pytest.raises(UnreadableImage) as refusal:
            decode(data[:kept])
        assert len(str(refusal.value)) > 15
        assert "<_io" not in str(refusal.value)


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_without_its_last_bytes_is_truncated(progressive: bool) -> None:
    data = encoded(noise(), "JPEG", progressive=progressive)
    with pytest.raises(UnreadableImage, match="truncated JPEG"):
        decode(data[:-2])


def test_damage_that_libjpeg_notices_is_never_silent() -> None:
    """Flip bytes of the coded picture one place at a time: refused, said to be damaged, or at least decoded to numbers.

    A flip that leaves valid code words changes pixels unnoticeably for any decoder, so that some may pass; most must not.
    """
    data = encoded(noise(), "JPEG", quality=90)
    start = data.index(b"\xff\xda") + 14
    noticed = 0
    places = range(start, len(data) - 2, 41)
    for place in places:
        spoiled = bytearray(data)
        spoiled[place] = 0xFF
        spoiled[place + 1 : place + 2] = b"\xd5"  # a restart marker where none belongs
        try:
            noticed += bool(decode(bytes(spoiled)).damage)
        except UnreadableImage:
            noticed += 1
    assert noticed == len(places)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\0", "only 1 bytes"),
        (b"GIF89a" + bytes(100), "not a JPEG, PNG, TIFF, BMP or WebP"),
        (b"patient,field,label\n" * 40, "holds text"),
        ("Größe: 12 µm; Gewebe: Blut\n".encode() * 40, "holds text"),
        (b"%PDF-1.7\n" + b"\0\x80" * 100, "not a JPEG, PNG, TIFF, BMP or WebP"),
        (b"\xff\xd8\xff" + bytes(500), "JPEG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "PNG"),
        (b"II*\0" + bytes(500), "TIFF"),
        (b"RIFF\x10\0\0\0WEBP" + bytes(500), "WebP"),
    ],
)
def test_what_is_no_image_is_told_by_what_it_is(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableImage, match=reason):
        decode(data)


def memory_of_refusal(read: Callable[[], object], reason: str) -> int:
    """Bytes that a refusal took at its peak: nothing of the size of the file or of its pixels."""
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableImage, match=reason):
            read()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def huge_png(side: int, pixels: bytes) -> bytes:
    """A PNG that says it has side x side pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize("pixels", [b"no pixels at all", zlib.compress(bytes(10**8), 9)], ids=["rubbish", "a bomb"])
def test_a_png_of_900_megapixels_is_refused_from_its_header_and_its_pixels_stay_untouched(
    tmp_path: Path, pixels: bytes
) -> None:
    path = tmp_path / "huge.png"
    path.write_bytes(huge_png(30_000, pixels))
    reason = "30000 x 30000 pixels are 900 megapixels; the limit is 200"
    assert memory_of_refusal(lambda: read_image(path), reason) < 2**22


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "BMP", "WEBP"])
def test_the_limit_is_the_one_given_and_holds_for_every_format(form: str) -> None:
    data = encoded(picture(400, 300), form)
    assert decode(data, max_megapixels=0.12).image.shape == (300, 400, 3)
    with pytest.raises(UnreadableImage, match="400 x 300 pixels"):
        decode(data, max_megapixels=0.11)


def test_a_jpeg_that_claims_to_be_huge_is_refused_before_decoding() -> None:
    data = bytearray(encoded(picture(), "JPEG"))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", 65500, 65500)
    assert memory_of_refusal(lambda: decode(bytes(data)), "65500 x 65500 pixels are 4290 megapixels") < 2**20
