"""Slide folders and the fields in them: what there is to analyse, in natural order."""

import glob
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from leukemia_desktop.core.image import SUFFIXES, find_images, natural_key


class NoFields(Exception):
    """A folder that gives nothing to analyse; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Field:
    """One microscope image of a slide. `name` is the file relative to the slide folder, with forward slashes."""

    path: Path
    slide: str
    name: str


def find_fields(folder: Path) -> list[Field]:
    """All fields of a slide folder, or of every slide folder below it; an image file alone is a slide of one field.

    A slide is a folder that directly holds images and takes the folder's name, with the path below `folder` where it is
    deeper. Raises NoFields.
    """
    folder = Path(os.path.abspath(folder))
    if folder.is_file():
        return [Field(folder, folder.parent.name, folder.name)]
    if not folder.exists():
        raise NoFields(f"{folder}: {'nothing matches' if glob.has_magic(str(folder)) else 'no such folder'}")
    found: list[Field] = []
    refused: list[str] = []

    def refuse(error: OSError) -> None:
        refused.append(f"{error.filename}: {error.strerror}")

    for inner, folders, _ in os.walk(folder, onerror=refuse):
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=natural_key)
        place = Path(inner)
        try:
            images = find_images(place)
        except OSError as error:
            refuse(error)
            continue
        slide = "/".join((folder.name, *place.relative_to(folder).parts))
        found += [Field(path, slide, path.name) for path in images]
    if not found:
        raise NoFields(refused[0] if refused else f"{folder}: no JPEG, PNG, TIFF, BMP or WebP image in this folder")
    return found


def expanded(places: Iterable[Path]) -> list[Path]:
    """The places with every pattern (`*`, `?`, `[a-c]`, `**` for any depth) replaced by the folders and images it matches.

    What exists under the very name is no pattern, and what matches nothing stays, for find_slides to name it. Hidden files
    and folders match only where the pattern names them.
    """
    found: list[Path] = []
    for place in places:
        text = os.fspath(place)
        if os.path.lexists(text) or not glob.has_magic(text):
            found.append(place)
            continue
        matches = sorted(glob.glob(text, recursive=True), key=natural_key)  # noqa: PTH207  # not with a drive or a root
        found += [match for match in map(Path, matches) if match.suffix.lower() in SUFFIXES or match.is_dir()] or [place]
    return found


def find_slides(folders: Iterable[Path]) -> tuple[list[Field], list[str]]:
    """Fields of several folders, each field once, and what is to be said of folders without any.

    Slides of the same name from different places are told apart by the folders above them: two glasses are never one.
    Raises NoFields when there is nothing at all.
    """
    by_root: dict[Path, list[Field]] = {}
    empty: list[str] = []
    seen: set[Path] = set()
    for folder in folders:
        try:
            fields = [field for field in find_fields(folder) if field.path not in seen]
        except NoFields as error:
            empty.append(str(error))
            continue
        seen.update(field.path for field in fields)
        root = Path(os.path.abspath(folder))
        by_root.setdefault(root.parent if root.is_file() else root, []).extend(fields)
    if not seen:
        raise NoFields("; ".join(empty))
    names = _distinct(by_root)
    renamed = (
        field if names[root] == root.name else replace(field, slide=names[root] + field.slide.removeprefix(root.name))
        for root, fields in by_root.items()
        for field in fields
    )
    return list(renamed), empty


def _distinct(roots: Iterable[Path]) -> dict[Path, str]:
    """The shortest tails of the paths that tell them apart where their last names are alike."""
    names = {root: root.name for root in roots}
    for depth in range(2, max((len(root.parts) for root in names), default=0) + 1):
        counted = Counter(names.values())
        names |= {root: "/".join(root.parts[-depth:]) for root, name in names.items() if counted[name] > 1}
    return names


def slide_folders(fields: Iterable[Field]) -> set[Path]:
    """The folders that hold the fields: nothing is ever written into one of them."""
    return {field.path.parent for field in fields}
