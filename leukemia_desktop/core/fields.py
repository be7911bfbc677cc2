"""Slide folders and the fields in them: what there is to analyse, in natural order."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from natsort import os_sorted

from leukemia_desktop.core.image import find_images


class NoFields(Exception):
    """A folder that gives nothing to analyse; the message names it and says why."""


@dataclass(frozen=True)
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
        raise NoFields(f"{folder}: no such folder")
    found: list[Field] = []
    refused: list[str] = []
    for inner, folders, _ in os.walk(folder, onerror=lambda error: refused.append(f"{error.filename}: {error.strerror}")):
        folders[:] = os_sorted(name for name in folders if not name.startswith("."))
        place = Path(inner)
        try:
            images = find_images(place)
        except OSError:
            continue  # os.walk has already reported this folder through onerror
        slide = "/".join((folder.name, *place.relative_to(folder).parts))
        found += [Field(path, slide, path.name) for path in images]
    if not found:
        raise NoFields(refused[0] if refused else f"{folder}: no JPEG, PNG, TIFF, BMP or WebP image in this folder")
    return found


def slide_folders(fields: Iterable[Field]) -> set[Path]:
    """The folders that hold the fields: nothing is ever written into one of them."""
    return {field.path.parent for field in fields}
