"""Where the reports of a run go: names with placeholders, no two files under one name, nobody else's file replaced."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.reports import is_ours
from leukemia_desktop.core.run import beside, check_target

PLACEHOLDERS = ("slide", "date", "model")
_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")
_UNSAFE = re.compile(r"[^\w .,()+-]")
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
LONGEST = 80
"""Characters that a slide or model gives to a file name at most."""


@dataclass(frozen=True)
class Target:
    """One report to write; `slide` is None where it holds all of them."""

    path: Path
    slide: str | None = None
    replaces: bool = False
    """Whether an earlier report lies there."""
    makes_folder: bool = False
    """Whether a placeholder names the folder, so that it is made where it does not exist."""


def targets_of(
    templates: Iterable[Path],
    fields: Sequence[Field],
    model: str,
    *,
    ledger: Path,
    force: bool = False,
    slides: Iterable[str] | None = None,
    alias: Callable[[str], str] = str,
) -> list[Target]:
    """The reports that the templates ask for: a name with `{slide}` is one report a slide, `{date}` is today.

    `slides` defaults to those of the fields; `alias` gives the name of a slide that may be seen. `force` lets a file that is
    not this program's own be replaced. Raises UnwritableFile: unknown placeholder, no format, no folder, a place beside the
    images, a stranger's file, or two files under one name.
    """
    known = dict.fromkeys(slides if slides is not None else (field.slide for field in fields))
    names = _distinct({slide: alias(slide) for slide in known})
    found: list[Target] = []
    for template in templates:
        asked = set(_PLACEHOLDER.findall(str(template)))
        if unknown := asked.difference(PLACEHOLDERS):
            listed = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            raise UnwritableFile(f"{template}: unknown placeholder {{{min(unknown)}}}; known: {listed}")
        common = {"date": date.today().isoformat(), "model": _safe(model)}
        if "slide" in asked and not known:  # a folder that is still empty: at least the place must be right
            place = _filled(template, common | {"slide": "slide"})
            check_target(place, fields, folder=_standing(template), force=True)
        for slide in known if "slide" in asked else [None]:
            path = _filled(template, common | ({"slide": names[slide]} if slide is not None else {}))
            standing = _standing(template)
            check_target(path, fields, folder=standing, force=force)
            if path.exists() and not force and not _readable_as_ours(path):
                raise UnwritableFile(
                    f"{path}: exists and is no report of this program; name another file, or replace it with --force"
                )
            found.append(Target(path, slide, path.exists(), standing != template.parent))
    _check_apart([target.path for target in found], ledger)
    return found


def _readable_as_ours(path: Path) -> bool:
    try:
        return is_ours(path)
    except OSError as error:
        raise UnwritableFile(f"{path}: {error.strerror or error}") from None


def _filled(template: Path, values: Mapping[str, str]) -> Path:
    return Path(_PLACEHOLDER.sub(lambda found: values[found[1]], str(template)))


def _standing(template: Path) -> Path:
    """The folder that must be there already; one that a placeholder names is made."""
    folder = template.parent
    while _PLACEHOLDER.search(str(folder)):
        folder = folder.parent
    return folder


def _check_apart(paths: Sequence[Path], ledger: Path) -> None:
    """Refuse two files under one name, the JSON beside a CSV and the ledger among them."""
    every = [*paths, *(path for path in map(beside, paths) if path), ledger]
    counted = Counter(str(path.resolve()).casefold() for path in every)
    for path in every:
        if counted[str(path.resolve()).casefold()] > 1:
            raise UnwritableFile(
                f"{path}: two files would be written under this name; a CSV has a JSON of its name beside it"
            )


def _safe(name: str) -> str:
    """`name` as a part of a file name on every system: no separators, nothing that leads elsewhere, not too long."""
    text = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip(" .")[:LONGEST].strip(" .") or "_"
    return f"_{text}" if _RESERVED.match(text) else text


def _distinct(names: Mapping[str, str]) -> dict[str, str]:
    """Safe names by slide; where two are alike, each with a piece of a hash."""
    safe = {slide: _safe(name) for slide, name in names.items()}
    counted = Counter(name.casefold() for name in safe.values())
    return {
        slide: f"{name}-{hashlib.sha256(slide.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"
        if counted[name.casefold()] > 1
        else name
        for slide, name in safe.items()
    }
