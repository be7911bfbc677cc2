"""Whether a file is an earlier report of this program, which may be replaced, or somebody else's, which may not."""

import zipfile
from pathlib import Path

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.reports import csv

HEAD = 65_536


def is_ours(path: Path) -> bool:
    """True for a report of this program and for a file without a byte, which holds nothing to lose; else False.

    A CSV is known by its header, the others by the notice that every report carries. Raises OSError.
    """
    with path.open("rb") as stream:
        head = stream.read(HEAD)
        if not head:
            return True
        match path.suffix.lower():
            case ".csv":
                return head.decode("utf-8-sig", "replace").startswith(",".join(csv.COLUMNS))
            case ".xlsx":
                return _says(path, "docProps/core.xml")
            case ".pdf":  # where its properties stand is up to the writer
                return head.startswith(b"%PDF-") and RESEARCH_USE.encode() in head + stream.read()
            case ".json":
                return b'"schema"' in head and RESEARCH_USE.encode() in head
            case _:
                return RESEARCH_USE.encode() in head


def _says(path: Path, part: str) -> bool:
    try:
        with zipfile.ZipFile(path) as book:
            return RESEARCH_USE.encode() in book.read(part)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError):
        return False
