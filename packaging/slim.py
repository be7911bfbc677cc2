"""What makes the frozen program smaller on Linux without taking a feature; desktop.spec calls `slimmed`.

- Python's own libraries lose their debugging symbols.
- Of Qt's ICU data what Qt asks for stays, the order of letters in every language; names of countries, currencies, units and
  time zones, dictionaries for breaking lines and old encodings go.
- FFmpeg and AV1's codec go: this program opens no video and no AVIF. OpenCV cannot be loaded without their libraries, so
  hollow ones stand in their place, in which every function that is asked for gives 0.
- What was asked for by none but those goes, too.

Needs binutils, which a frozen build needs anyway.
"""

import platform
import re
import struct
import subprocess
import sys
from pathlib import Path

Entry = tuple[str, str, str]
"""Place in the folder, source, kind: PyInstaller's."""

ICU_LEFT_OUT = ("brkitr/", "curr/", "lang/", "rbnf/", "region/", "translit/", "unit/", "zone/")
"""Folders of ICU's data; with them go the encodings, *.cnv."""
HOLLOW = {
    r"lib(avcodec|avformat|avutil|swscale)-": r"cv2/cv2[\w.-]*\.so",
    r"libaom-": r"opencv_python_headless\.libs/libavif-[\w.-]*",
}
"""Libraries by the beginning of their names, and who asks for them."""
NOTHING = {"x86_64": "xorl %eax, %eax\n ret", "aarch64": "mov x0, #0\n ret"}
"""A function that gives 0."""


def slimmed(entries: list[Entry], work: Path) -> tuple[list[Entry], list[Entry]]:
    """Entries to be collected, and the same ones with their original sources; files that are made lie in `work`."""
    if not sys.platform.startswith("linux"):
        return entries, entries
    work.mkdir(parents=True, exist_ok=True)
    made = {}
    for place, source, kind in entries:
        if kind != "SYMLINK":
            made[place] = str(_made(place, source, entries, work) or source)
    slim = reached([(place, made.get(place, source), kind) for place, source, kind in entries])
    kept = {place for place, _, _ in slim}
    return slim, [entry for entry in entries if entry[0] in kept]


def _made(place: str, source: str, entries: list[Entry], work: Path) -> Path | None:
    """The file that takes the place of this one, if any does."""
    name = Path(place).name
    target = work / name
    if name.startswith("libpython") or "/lib-dynload/" in place:
        _run("strip", "--strip-unneeded", "-o", target, source)
        return target
    if name.startswith("libicudata.so"):
        thin_icu(Path(source), target)
        return target
    for library, asking in HOLLOW.items():
        if re.match(library, name) and place.startswith("opencv") and platform.machine() in NOTHING:
            (asks,) = (each for where, each, kind in entries if re.fullmatch(asking, where) and kind != "SYMLINK")
            hollow(Path(source), Path(asks), target)
            return target
    return None


def thin_icu(source: Path, target: Path) -> None:
    """ICU's library of data without what Qt has no use for."""
    listed = _run("objdump", "-T", source)
    ((at, name),) = re.findall(r"^([0-9a-f]+) .* (icudt\d+_dat)$", listed, re.MULTILINE)
    for size, start, offset in re.findall(
        r"^ +\d+ \.rodata +(\w+) +(\w+) +\w+ +(\w+)", _run("objdump", "-h", source), re.MULTILINE
    ):
        first = int(offset, 16) + int(at, 16) - int(start, 16)
        data = source.read_bytes()[first : int(offset, 16) + int(size, 16)]
    blob = target.with_suffix(".dat")
    blob.write_bytes(thinned(data))
    labels = f".globl {name}\n.type {name}, %object\n{name}:"
    code = f'.section .rodata\n.balign 16\n{labels} .incbin "{blob}"\n.size {name}, . - {name}\n'
    _linked(code, target)


def thinned(data: bytes) -> bytes:
    """A package of ICU's data without ICU_LEFT_OUT and encodings.

    The form is that of ICU's udatamem.h and ucmndata.h: a header that says how long it is, the number of items, for each
    where its name and its content lie, names in order, contents.
    """
    (header,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, header)
    toc = [struct.unpack_from("<II", data, header + 4 + 8 * number) for number in range(count)]
    ends = [place for _, place in toc[1:]] + [len(data) - header]
    kept = []
    for (named, begins), ends_at in zip(toc, ends, strict=True):
        name = data[header + named : data.index(b"\0", header + named)]
        inside = name.decode("ascii").partition("/")[2]
        if not inside.startswith(ICU_LEFT_OUT) and not inside.endswith(".cnv"):
            kept.append((name + b"\0", data[header + begins : header + ends_at]))
    names, contents = bytearray(), bytearray()
    table = 4 + 8 * len(kept)
    first = -(-(table + sum(len(name) for name, _ in kept)) // 16) * 16
    places = []
    for name, content in kept:
        places.append(struct.pack("<II", table + len(names), first + len(contents)))
        names += name
        contents += content + bytes(-len(content) % 16)
    told = struct.pack("<I", len(kept)) + b"".join(places) + bytes(names)
    return data[:header] + told + bytes(first - len(told)) + bytes(contents)


def hollow(source: Path, asks: Path, target: Path) -> None:
    """A library of the name of `source` in which every function that `asks` wants from it gives 0."""
    (name,) = re.findall(r"SONAME +(\S+)", _run("objdump", "-p", source))
    inside = {word for kind, version, word in _symbols(source, r"(?!\*UND\*)\S+")}
    wanted: dict[str, list[str]] = {}
    for kind, version, function in _symbols(asks, r"\*UND\*"):
        if function in inside:
            if kind != "F":
                sys.exit(f"{asks.name} wants more than functions from {name}: {function}")
            wanted.setdefault(version, []).append(function)
    functions = [function for each in wanted.values() for function in each]
    heads = "".join(f".globl {each}\n.type {each}, %function\n{each}:\n" for each in functions)
    script = target.with_suffix(".map")
    script.write_text("".join(f"{version} {{ {'; '.join(each)}; }};\n" for version, each in wanted.items()), "ascii")
    _linked(f".text\n{heads} {NOTHING[platform.machine()]}\n", target, "-soname", name, "--version-script", script)


def _symbols(library: Path, section: str) -> list[tuple[str, str, str]]:
    """Kind, version and name of a library's dynamic symbols of these sections; the version of most is empty."""
    line = rf"^[0-9a-f]+ .{{6}}(.) {section}\t[0-9a-f]+ +(?:(?:Base|\(?([A-Z]+_[\w.]*)\)?) +)?(\S+)$"
    return re.findall(line, _run("objdump", "-T", library), re.MULTILINE)


def reached(entries: list[Entry]) -> list[Entry]:
    """Without libraries that no other file asks for, and links to what is gone; what is opened by its name stays."""
    needs = {}
    for place, source, kind in entries:
        if kind != "SYMLINK":
            told = subprocess.run(["objdump", "-p", source], capture_output=True, text=True, check=False).stdout
            needs[place] = set(re.findall(r"NEEDED +(\S+)", told))
    asked_for = {place for place, source, kind in entries if place in needs and _is_asked_for(place, source)}
    by_name: dict[str, set[str]] = {}
    for place in asked_for:
        by_name.setdefault(Path(place).name, set()).add(place)
    kept: set[str] = set()
    fresh = needs.keys() - asked_for
    while fresh:
        kept |= fresh
        names = set().union(*(needs[place] for place in fresh))
        fresh = set().union(*(by_name.get(name, set()) for name in names)) - kept
    gone = {Path(place).name for place in asked_for - kept}
    return [entry for entry in entries if entry[0] in kept or (entry[2] == "SYMLINK" and Path(entry[0]).name not in gone)]


def _is_asked_for(place: str, source: str) -> bool:
    """A library that others name: the system's lie at the top, a wheel's own in a folder for them."""
    if "/" not in place:  # the program file opens Python's itself
        return source.startswith(("/lib", "/usr/lib")) and not place.startswith("libpython")
    return re.match(r"[\w-]+\.libs/|PySide6/Qt/lib/", place) is not None


def _linked(code: str, target: Path, *words: str | Path) -> None:
    plain, compiled = target.with_suffix(".s"), target.with_suffix(".o")
    plain.write_text(code + '.section .note.GNU-stack,"",%progbits\n', "ascii")
    _run("as", "-o", compiled, plain)
    _run("ld", "-shared", "-z", "noexecstack", *(words or ("-soname", target.name)), "-o", target, compiled)


def _run(*words: str | Path) -> str:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{words[0]} failed: {done.stderr.strip()}")
    return done.stdout
