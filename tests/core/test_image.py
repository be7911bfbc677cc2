"""Image files of every kind, whole and damaged: right pixels, or a clear reason, never a crash."""

import io
import os
import socket
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
    MAX_BYTES,
    UnreadableImage,
    decode,
    find_images,
    natural_key,
    read_bytes,
    read_image,
)
from tests.core.conftest import as_nobody


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


def test_names_in_any_script_and_very_long_names_are_read(tmp_path: Path) -> None:
    names = [
        "поле зрения №1.png",
        "視野 ２.png",
        "Größe µm.png",
        "مجال.png",
        "🩸.png",
        "x" * 250 + ".png",
        "a'b\"c;$(d)`.png",
    ]
    for name in names:
        picture().save(tmp_path / name)
        np.testing.assert_array_equal(read_image(tmp_path / name), np.asarray(picture()))
    assert {path.name for path in find_images(tmp_path)} == set(names)


@pytest.mark.skipif(os.name == "nt", reason="names are text on Windows")
def test_a_name_whose_bytes_are_no_text_is_found_and_read(tmp_path: Path) -> None:
    name = os.fsdecode(b"field \xff\xfe 2.png")
    (tmp_path / name).write_bytes(encoded(picture(), "PNG"))
    assert [path.name for path in find_images(tmp_path)] == [name]
    assert read_image(tmp_path / name).shape == (24, 40, 3)


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableImage) as caught:
        read_bytes(path)
    return str(caught.value)


def test_a_file_that_is_empty_gone_or_a_folder_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "folder.jpg").mkdir()
    assert "0 bytes" in refusal(tmp_path / "empty.jpg")
    assert refusal(tmp_path / "gone.jpg") == "the file is gone"
    assert "folder" in refusal(tmp_path / "folder.jpg")
    assert "gone" in refusal(tmp_path / "empty.jpg" / "x.jpg") or "cannot be read" in refusal(
        tmp_path / "empty.jpg" / "x.jpg"
    )
    assert "cannot be read" in refusal(tmp_path / ("x" * 300 + ".jpg"))


@pytest.mark.skipif(os.name == "nt", reason="POSIX files")
def test_links_pipes_sockets_and_devices_are_refused_without_a_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    (tmp_path / "dangling.jpg").symlink_to("nowhere")
    (tmp_path / "loop.jpg").symlink_to("loop.jpg")
    (tmp_path / "device.jpg").symlink_to("/dev/zero")
    os.mkfifo("pipe.jpg")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.jpg")
        assert len(find_images(tmp_path)) == 5
        assert "link" in refusal(tmp_path / "dangling.jpg")
        assert "cannot be read" in refusal(tmp_path / "loop.jpg")
        for name in ("device.jpg", "pipe.jpg", "socket.jpg"):
            assert "pipe or device" in refusal(tmp_path / name)


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_file_without_permission_is_told_so(public_folder: Path) -> None:
    path = public_folder / "locked.png"
    picture().save(path)
    path.chmod(0)
    with as_nobody():
        assert refusal(path) == "no permission to read the file"


def test_a_file_larger_than_memory_allows_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "archive.tif"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)  # sparse: takes no room
    assert memory_of_refusal(lambda: read_bytes(path), "the limit is 2.0 GB") < 2**20


def test_images_come_in_natural_order_hidden_and_other_files_left_out(tmp_path: Path) -> None:
    for name in ("field_10.jpg", "Field_2.JPG", "field_1.jpeg", ".hidden.jpg", "notes.txt", "jpg", "x.jpg.part", "b.TIF"):
        (tmp_path / name).touch()
    (tmp_path / "folder.png").mkdir()
    names = [path.name for path in find_images(tmp_path)]
    assert names == ["b.TIF", "field_1.jpeg", "Field_2.JPG", "field_10.jpg"]


@given(st.lists(st.text(min_size=1), unique=True))
def test_the_natural_order_is_total_whatever_the_names(names: list[str]) -> None:
    ordered = sorted(names, key=natural_key)
    assert sorted(sorted(names), key=natural_key) == ordered


@given(st.lists(st.integers(0, 10**12), unique=True))
def test_numbers_in_names_sort_by_value(numbers: list[int]) -> None:
    names = sorted((f"field {n}.jpg" for n in numbers), key=natural_key)
    assert names == [f"field {n}.jpg" for n in sorted(numbers)]


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_arbitrary_bytes_give_a_reason(data: bytes) -> None:
    with pytest.raises(UnreadableImage):
        decode(data)


SEEDS: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: encoded(noise(), "JPEG", quality=85, comment=b"c"),
    "progressive": lambda: encoded(picture(), "JPEG", progressive=True),
    "CMYK": lambda: encoded(picture().convert("CMYK"), "JPEG"),
    "PNG": lambda: encoded(noise(), "PNG"),
    "palette": lambda: encoded(picture().quantize(16), "PNG"),
    "TIFF": lambda: encoded(noise(), "TIFF"),
    "LZW": lambda: encoded(picture(), "TIFF", compression="tiff_lzw"),
    "deflate": lambda: encoded(picture(), "TIFF", compression="tiff_adobe_deflate"),
    "BMP": lambda: encoded(picture(), "BMP"),
    "WEBP": lambda: encoded(picture(), "WEBP"),
}


def mutated(data: bytes, rng: np.random.Generator) -> bytes:
    """One to eight random injuries: bytes changed, cut out, doubled or inserted, or the end lost; headers most of all."""
    spoiled = bytearray(data)
    for _ in range(rng.integers(1, 9)):
        reach = len(spoiled) if rng.random() < 0.5 else min(len(spoiled), 200)
        place = int(rng.integers(0, max(1, reach)))
        match int(rng.integers(0, 6)):
            case 0 | 1 | 2:
                spoiled[place : place + 1] = bytes([int(rng.integers(0, 256))])
            case 3:
                del spoiled[place : place + int(rng.integers(1, 40))]
            case 4:
                spoiled[place:place] = rng.bytes(int(rng.integers(1, 40)))
            case 5:
                spoiled[place : place + 4] = bytes([0xFF] * 4)
    return bytes(spoiled[: int(rng.integers(1, len(spoiled) + 1))] if rng.random() < 0.1 and spoiled else spoiled)


@pytest.mark.slow
@pytest.mark.parametrize("kind", SEEDS)
def test_mutated_files_decode_or_are_refused_with_a_reason(kind: str) -> None:
    rng = np.random.default_rng(sorted(SEEDS).index(kind))
    seed = SEEDS[kind]()
    refused = 0
    for _ in range(1000):
        data = mutated(seed, rng)
        try:
            image = decode(data).image
            assert image.ndim == 3
            assert image.shape[2] == 3
            assert image.dtype == np.uint8
        except UnreadableImage as error:
            refused += 1
            assert str(error)
    assert 0 < refused < 1000  # both ways are walked
