"""The frozen program is made smaller and loses nothing: what is left of ICU still sorts, OpenCV works without its codecs."""

import os
import re
import shutil
import struct
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from tests.test_release import ROOT, script

needs_binutils = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not all(map(shutil.which, ("as", "ld", "objdump", "strip"))),
    reason="libraries are made smaller on Linux, by binutils",
)

SORTED = """
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QLocale
names = ["field 10", "field 2", "Zebra", "äpfel", "Apfel", "öl", "élan", "eland", "آب", "پا", "باد", "_x", "ñu", "nz"]
for code in ("en", "de", "es", "fr", "fa", "sv"):
    order = QCollator(QLocale(code))
    order.setNumericMode(True)
    print(ascii(sorted(names, key=cmp_to_key(order.compare))))
"""
PICTURES = """
import os
os.environ["OPENCV_VIDEOIO_PRIORITY_FFMPEG"] = "0"  # as packaging/frozen.py
import cv2, numpy
noise = numpy.random.default_rng(1).integers(0, 255, (64, 48, 3), dtype=numpy.uint8)
for suffix in (".jpg", ".png", ".webp", ".tiff", ".bmp"):
    print(suffix, int(cv2.imdecode(cv2.imencode(suffix, noise)[1], 1).sum()), int(cv2.resize(noise, (9, 7)).sum()))
print(cv2.VideoCapture(os.devnull).isOpened())
"""
LOADED = """
with open("/proc/self/maps") as maps:
    print(*sorted({line.split()[-1] for line in maps if "/" in line}), sep="\\n")
"""


@pytest.fixture(scope="module")
def slim() -> ModuleType:
    return script("slim")


def package(items: dict[str, bytes]) -> bytes:
    """In the form of ICU's data."""
    header, names, contents, toc = b"\x08\x00\xda\x27" + b"head", b"", b"", b""
    table = 4 + 8 * len(items)
    first = table + sum(len(name) + 1 for name in items)
    for name, content in items.items():
        toc += struct.pack("<II", table + len(names), first + len(contents))
        names += name.encode() + b"\0"
        contents += content
    return header + struct.pack("<I", len(items)) + toc + names + contents


def unpacked(data: bytes) -> dict[str, bytes]:
    (header,), (count,) = struct.unpack_from("<H", data), struct.unpack_from("<I", data, 8)
    toc = [struct.unpack_from("<II", data, header + 4 + 8 * number) for number in range(count)]
    ends = [begin for _, begin in toc[1:]] + [len(data) - header]
    return {
        data[header + name : data.index(b"\0", header + name)].decode(): data[header + begin : header + end]
        for (name, begin), end in zip(toc, ends, strict=True)
    }


def test_of_icu_stays_what_letters_are_sorted_by(slim: ModuleType) -> None:
    kept = {"i/coll/de.res": b"a" * 5, "i/coll/root.res": b"b" * 16, "i/pool.res": b"c" * 33, "i/uts46.nrm": b"d"}
    gone = {"i/brkitr/thaidict.dict": b"x" * 999, "i/euc-jp-2007.cnv": b"y" * 7, "i/zone/de.res": b"z"}
    whole = package(dict(sorted((kept | gone).items())))
    assert unpacked(whole).keys() == (kept | gone).keys()
    left = unpacked(slim.thinned(whole))
    assert list(left) == sorted(kept), "they are looked up by halves"
    assert all(left[name].startswith(content) for name, content in kept.items())
    assert {name: content.rstrip(b"\0") for name, content in left.items()} == kept


def said(code: str, *preloaded: Path) -> tuple[str, set[str]]:
    """What a program prints with these libraries in the place of others, and the names of all that it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nprint('--')\n{LOADED}"],
        env={"LD_PRELOAD": " ".join(map(str, preloaded)), "QT_QPA_PLATFORM": "offscreen", "HOME": "/nonexistent"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    words, _, loaded = done.stdout.partition("--\n")
    return words, set(loaded.splitlines())


@needs_binutils
def test_qt_sorts_every_language_of_the_window_as_before(slim: ModuleType, tmp_path: Path) -> None:
    spec = find_spec("PySide6")
    assert spec and spec.submodule_search_locations
    (whole,) = Path(spec.submodule_search_locations[0], "Qt", "lib").glob("libicudata.so.*")
    thin = tmp_path / whole.name
    slim.thin_icu(whole, thin)
    assert thin.stat().st_size < whole.stat().st_size / 3
    expected, loaded = said(SORTED)
    assert str(whole) in loaded
    assert expected.index("field 2") < expected.index("field 10")
    words, loaded = said(SORTED, thin)
    assert words == expected
    assert str(whole) not in loaded


@needs_binutils
def test_opencv_reads_and_writes_pictures_without_any_codec_of_videos(slim: ModuleType, tmp_path: Path) -> None:
    spec = find_spec("cv2")
    assert spec and spec.origin
    site = Path(spec.origin).parents[1]
    files = [path for folder in ("cv2", "opencv_python_headless.libs") for path in (site / folder).glob("*.so*")]
    places = {path.relative_to(site).as_posix(): path for path in files}
    made = []
    for library, asking in slim.HOLLOW.items():
        (asks,) = (path for place, path in places.items() if re.fullmatch(asking, place))
        for whole in (path for path in files if re.match(library, path.name)):
            made.append(tmp_path / whole.name)
            slim.hollow(whole, asks, made[-1])
            assert made[-1].stat().st_size < 30_000 < whole.stat().st_size
    assert len(made) == 5
    expected, whole_ones = said(PICTURES)
    words, loaded = said(PICTURES, *made)
    assert words == expected
    assert words.splitlines()[-1] == "False", "a video is refused, without a crash"
    assert {str(path) for path in made} <= loaded
    assert not {Path(path).name for path in whole_ones - loaded} - {path.name for path in files}
    assert not [path for path in loaded if re.search(r"libs/lib(vpx|ssl|crypto|swresample|av(codec|format|util))", path)]


@needs_binutils
def test_a_library_that_nobody_asks_for_any_more_goes_with_its_links(slim: ModuleType, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.o"
    subprocess.run(["as", "-o", nothing, os.devnull], check=True, timeout=60)

    def library(name: str, *needs: Path) -> Path:
        made = tmp_path / name
        words = ["-shared", "-soname", name, "--no-as-needed", "-o", made, nothing, *needs]
        subprocess.run(["ld", *words], check=True, timeout=60)
        return made

    deep = library("libdeep.so.1")
    near, alone = library("libnear.so.2", deep), library("libalone.so.3")
    module = library("module.so", near)
    entries = [
        ("one/module.so", str(module), "EXTENSION"),
        ("one.libs/libnear.so.2", str(near), "BINARY"),
        ("one.libs/libdeep.so.1", str(deep), "BINARY"),
        ("one.libs/libalone.so.3", str(alone), "BINARY"),
        ("libdeep.so.1", "one.libs/libdeep.so.1", "SYMLINK"),
        ("libalone.so.3", "one.libs/libalone.so.3", "SYMLINK"),
        ("PySide6/Qt/plugins/libalone-plugin.so", str(alone), "BINARY"),
    ]
    left = [place for place, _, _ in slim.reached(entries)]
    assert left == [
        *("one/module.so", "one.libs/libnear.so.2", "one.libs/libdeep.so.1", "libdeep.so.1"),
        "PySide6/Qt/plugins/libalone-plugin.so",
    ]


def test_the_readme_says_of_the_size_what_the_list_says() -> None:
    sizes = script("sizes")
    readme, page = (ROOT / "README.md").read_text("utf-8"), (ROOT / "packaging" / "SIZES.md").read_text("utf-8")
    assert sizes.told(readme, page) == readme, "make dist-sizes writes it"
    other = sizes.kept("| part | MB |\n|---|---:|\n| **all** | 12.6 |\n", 3.4, "2030-01-02")
    assert "a folder of 13 MB" in sizes.told(readme, other)
    assert "(3 MB)" in sizes.told(readme, other)


def test_the_program_opens_no_video() -> None:
    """Or else packaging/slim.py would have to leave OpenCV its codecs."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "leukemia_desktop").rglob("*.py"))
    assert not re.findall(r"Video(?:Capture|Writer)|\.(?:mp4|avi|avif)\b", code)
