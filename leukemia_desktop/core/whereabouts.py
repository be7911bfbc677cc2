"""Where a file lies that was moved or renamed: found again by its content, in folders that are known."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from leukemia_desktop.core.image import SUFFIXES, UnreadableImage, read_bytes

MOST_FOLDERS = 500
"""Folders that are looked into for one file."""


class Whereabouts:
    """Looks files up by their SHA-256 and remembers what each file held as long as it stays as it is."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, int, int], str] = {}

    def find(self, image_sha256: str, path: Path, size: int, folders: Iterable[Path]) -> Path | None:
        """The file of this content: at `path`, or in one of the folders, those beside them and those directly inside.

        Only files of the same name, or of the same `size` in bytes where that is known (not 0), are read.
        """
        if self._holds(path, image_sha256):
            return path
        for folder in _around([path.parent, *folders]):
            with suppress(OSError):
                for each in sorted(folder.iterdir(), key=lambda found: found.name != path.name):
                    if self._may_be(each, path, size) and self._holds(each, image_sha256):
                        return each
        return None

    def _may_be(self, found: Path, path: Path, size: int) -> bool:
        if found.suffix.lower() not in SUFFIXES:
            return False
        if not size:
            return found.name == path.name
        try:
            return found.stat().st_size == size
        except OSError:  # a link to a file that is gone; others in its folder may be the one
            return False

    def _holds(self, path: Path, image_sha256: str) -> bool:
        try:
            state = path.stat()
            at = (path, state.st_mtime_ns, state.st_size)
            if at not in self._known:
                self._known[at] = hashlib.sha256(read_bytes(path)).hexdigest()
            return self._known[at] == image_sha256
        except (OSError, UnreadableImage):
            return False


def _around(folders: Iterable[Path]) -> Iterator[Path]:
    """The folders, then what lies inside and beside them, each once and MOST_FOLDERS at most."""
    first = list(dict.fromkeys(folders))
    seen = dict.fromkeys(each for each in first if each.is_dir())
    for place in [*first, *(each.parent for each in first)]:
        with suppress(OSError):
            for each in sorted(place.iterdir()):
                if len(seen) >= MOST_FOLDERS:
                    break
                if not each.name.startswith(".") and each.is_dir():
                    seen.setdefault(each)
    yield from seen
