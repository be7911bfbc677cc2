"""Image files as they lie in folders: names, links, order, and bytes of any kind."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from tests.core.test_image import encoded, memory_of_refusal, noise, picture


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
