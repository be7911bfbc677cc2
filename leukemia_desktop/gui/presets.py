"""Presets: recipes that a person keeps under a name, one JSON file each."""

import hashlib
import json
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.image import natural_key
from leukemia_desktop.core.recipe import BadRecipe, Recipe
from leukemia_desktop.core.settings import data_folder

FORMAT = 1
LARGEST = 1_000_000
"""Bytes; no recipe is longer."""


class BadPreset(ValueError):
    """A file that is no preset; the message names it and says why."""


def folder() -> Path:
    """Where this user's presets lie."""
    return data_folder() / "presets"


def names() -> list[str]:
    """Names of the presets that can be read, in natural order; a damaged file is left out."""
    found = []
    for path in folder().glob("*.json") if folder().is_dir() else ():
        try:
            found.append(read(path)[0])
        except BadPreset:
            continue
    return sorted(found, key=natural_key)


def path_of(name: str) -> Path:
    """The file of a preset; any name gives a short file name that every system takes, and no two names the same."""
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return folder() / f"{quote(name, safe=' ()+,-')[:60]}-{digest}.json"


def read(path: Path) -> tuple[str, Recipe]:
    """Name and recipe in a preset file. Raises BadPreset."""
    try:
        size, text = path.stat().st_size, ""
        if size <= LARGEST:
            text = path.read_text("utf-8")
    except (OSError, UnicodeError) as error:
        raise BadPreset(f"{path}: {getattr(error, 'strerror', None) or 'not a text file'}") from None
    if size > LARGEST:
        raise BadPreset(f"{path}: too large for a preset")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise BadPreset(f"{path}: not a preset: the file is not JSON") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise BadPreset(f"{path}: not a preset of this version (format {FORMAT})")
    try:
        return str(data.get("name") or path.stem), Recipe.from_dict(data.get("recipe"))
    except BadRecipe as error:
        raise BadPreset(f"{path}: {error}") from None


def write(path: Path, name: str, recipe: Recipe) -> None:
    """Write a preset file; an earlier one stands until the new one is whole. Raises UnwritableFile."""
    text = json.dumps({"format": FORMAT, "name": name, "recipe": recipe.to_dict()}, indent=2, ensure_ascii=False)

    def fill(stream: BinaryIO) -> None:
        write_text(stream, text + "\n")

    replace_file(path, fill)


def save(name: str, recipe: Recipe) -> None:
    """Keep a recipe under a name, in place of an earlier one of that name. Raises UnwritableFile."""
    folder().mkdir(parents=True, exist_ok=True)
    write(path_of(name), name, recipe)


def load(name: str) -> Recipe:
    """The recipe kept under a name. Raises BadPreset."""
    return read(path_of(name))[1]


def delete(name: str) -> None:
    """Forget a preset; one that is not there is no error."""
    path_of(name).unlink(missing_ok=True)
