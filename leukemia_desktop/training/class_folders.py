"""The files of a class-folder data set and its groups.csv, checked before anything is read."""

import csv
from collections.abc import Sequence
from pathlib import Path

from leukemia_desktop.core.image import find_images
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.training.errors import BadDataset

GROUPS = "groups.csv"


def class_files(folder: Path) -> list[str]:
    """Images of `folder`/{Benign,Early,Pre,Pro} as "Label/name", by class, in natural order.

    Raises BadDataset naming the folder that is missing, foreign or empty.
    """
    if not folder.is_dir():
        raise BadDataset(f"{folder}: no such folder")
    classes = {path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")}
    if classes != set(LABELS):
        raise BadDataset(f"{folder}: class folders must be {', '.join(LABELS)}, not {', '.join(sorted(classes)) or 'none'}")
    files = []
    for label in LABELS:
        found = [f"{label}/{path.name}" for path in find_images(folder / label)]
        if not found:
            raise BadDataset(f"{folder / label}: no image in this class")
        files += found
    return files


def read_groups(path: Path, files: Sequence[str]) -> tuple[list[str], list[str]]:
    """Group and series of every file from groups.csv; without one, each file is a group and each class a series.

    Raises BadDataset naming the column, line or file that is missing.
    """
    if not path.exists():
        return list(files), [file.partition("/")[0] for file in files]
    try:
        with path.open(newline="", encoding="utf-8-sig") as stream:
            table = csv.DictReader(stream)
            columns = table.fieldnames or ()
            rows = {row.get("file"): row for row in table}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadDataset(f"{path}: cannot be read: {error}") from None
    if missing := [column for column in ("file", "group") if column not in columns]:
        raise BadDataset(f"{path}: no column {' and no column '.join(missing)}")
    if without := [file for file in files if file not in rows]:
        raise BadDataset(f"{path}: no line for {without[0]} ({len(without)} missing); run leukemia-train audit --force")
    if empty := [file for file in files if not rows[file]["group"]]:
        raise BadDataset(f"{path}: no group for {empty[0]} ({len(empty)} without)")
    return [rows[file]["group"] for file in files], [rows[file].get("series") or "" for file in files]
