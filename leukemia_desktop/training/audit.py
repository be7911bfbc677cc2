"""Look through a class-folder data set before anything learns from it: copies, overlaps, burnt-in marks, groups.csv."""

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from leukemia_desktop.core.files import UnwritableFile, replace_file, write_text
from leukemia_desktop.core.image import UnreadableImage, read_bytes, read_image
from leukemia_desktop.training.burnt_in import Edges, Mark, edges, find_marks
from leukemia_desktop.training.class_folders import GROUPS, class_files
from leukemia_desktop.training.dataset import progress_bar
from leukemia_desktop.training.duplicates import Pair, Small, equal, near_duplicates, pixels_hash, thumb
from leukemia_desktop.training.errors import BadDataset
from leukemia_desktop.training.overlap import Grey, Overlap, find_overlaps

SIDE = 224
"""Shorter side, in px, at which fields are compared; larger ones are shrunk to it."""
COLUMNS = ("file", "label", "group", "series", "scale_bar")


@dataclass(frozen=True)
class Audit:
    """What was found; pairs and numbers count the readable `files`, which are written as "Label/name"."""

    folder: Path
    files: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...]
    same_bytes: tuple[Pair, ...]
    same_pixels: tuple[Pair, ...]
    near: tuple[Pair, ...]
    overlaps: tuple[Overlap, ...]
    marks: tuple[Mark, ...]

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Class folder of each file."""
        return tuple(file.partition("/")[0] for file in self.files)

    @property
    def pairs(self) -> list[Pair]:
        """Every pair of files that belongs to one group."""
        overlapping = [(found.first, found.second) for found in self.overlaps]
        return sorted({*self.same_bytes, *self.same_pixels, *self.near, *overlapping})

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Group of each file, such as "Pre_g007": what is joined by copies and overlaps, directly or through others."""
        numbers = _components(len(self.files), self.pairs)
        seen: dict[int, str] = {}
        counts: Counter[str] = Counter()
        for number, label in zip(numbers, self.labels, strict=True):
            if number not in seen:
                counts[label] += 1
                seen[number] = f"{label}_g{counts[label]:04d}"
        return tuple(seen[number] for number in numbers)

    @cached_property
    def scale_bars(self) -> tuple[str, ...]:
        """Name of the mark in each file, "none" where there is none."""
        names = ["none"] * len(self.files)
        for mark in reversed(self.marks):  # the most common one has the last word
            for number in mark.files:
                names[number] = mark.name
        return tuple(names)

    @cached_property
    def series(self) -> tuple[str, ...]:
        """Acquisition style of each file as far as a program can tell it: class and mark."""
        return tuple(f"{label}-{bar}" for label, bar in zip(self.labels, self.scale_bars, strict=True))

    @property
    def across(self) -> list[Pair]:
        """Joined pairs whose files have different labels: one of the two is wrong."""
        return [(a, b) for a, b in self.pairs if self.labels[a] != self.labels[b]]


@dataclass(frozen=True)
class _Look:
    digest: str
    pixels: str
    grey: Grey
    edges: Edges
    thumb: Small


def audit(folder: Path) -> Audit:
    """Read every field of `folder`/{Benign,Early,Pre,Pro} and compare all with all; a file that cannot be read is listed.

    Raises BadDataset for class folders that do not fit, as training does, and when no file can be read.
    """
    files, looks, unreadable = [], [], []
    with progress_bar() as progress, ThreadPoolExecutor(2) as pool:

        def step(name: str, total: int) -> Callable[[], None]:
            task = progress.add_task(name, total=total, loss="")
            return lambda: progress.update(task, advance=1)

        listed = class_files(folder)
        done = step("read fields", len(listed))
        for file, look in zip(listed, pool.map(lambda file: _look(folder / file), listed), strict=True):
            done()
            if isinstance(look, _Look):
                files.append(file)
                looks.append(look)
            else:
                unreadable.append((file, look))
        if not files:
            raise BadDataset(f"{folder}: no image can be read; {unreadable[0][0]}: {unreadable[0][1]}")
        same_bytes = equal(look.digest for look in looks)
        same_pixels = equal(look.pixels for look in looks)
        near = near_duplicates([look.thumb for look in looks])
        copies = {second for _, second in (*same_pixels, *near)}  # they have everything in common, not a mark alone
        marks = find_marks([look.edges for look in looks], [n for n in range(len(looks)) if n not in copies])
        masks = _masks([look.grey for look in looks], marks)
        overlaps = find_overlaps([look.grey for look in looks], masks, step)
    return Audit(
        folder,
        tuple(files),
        tuple(unreadable),
        tuple(same_bytes),
        tuple(pair for pair in same_pixels if pair not in same_bytes),
        tuple(pair for pair in near if looks[pair[0]].pixels != looks[pair[1]].pixels),
        tuple(overlaps),
        tuple(marks),
    )


def check_groups(folder: Path, *, force: bool = False) -> None:
    """Raises BadDataset when `folder` has a groups.csv that must not be replaced: worth asking before minutes of work."""
    if (folder / GROUPS).exists() and not force:
        raise BadDataset(
            f"{folder / GROUPS} is there already and stays as it is; --force replaces it, --no-groups only reports"
        )


def write_groups(found: Audit, *, force: bool = False) -> Path:
    """Write groups.csv into the data set's folder. Raises BadDataset when there is one, unless `force`, or it cannot be."""
    path = found.folder / GROUPS
    check_groups(found.folder, force=force)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(zip(found.files, found.labels, found.groups, found.series, found.scale_bars, strict=True))
    for number, (file, _) in enumerate(found.unreadable):  # so that training names what is wrong with them
        writer.writerow((file, file.partition("/")[0], f"unreadable_{number + 1}", "unreadable", "none"))
    try:
        replace_file(path, lambda stream: write_text(stream, text.getvalue()))
    except UnwritableFile as error:
        raise BadDataset(str(error)) from None
    return path


def _look(path: Path) -> _Look | str:
    try:
        image = read_image(path)
        digest = hashlib.sha256(read_bytes(path)).hexdigest()
    except UnreadableImage as error:
        return str(error)
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    if (scale := SIDE / min(grey.shape)) < 1:
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return _Look(digest, pixels_hash(image), np.asarray(grey, np.uint8), edges(image), thumb(np.asarray(grey, np.uint8)))


def _masks(greys: list[Grey], marks: Iterable[Mark]) -> list[Grey]:
    """What may be compared of each field: all but its marks, with a margin for a plate around the print."""
    masks = [np.full(grey.shape, 255, np.uint8) for grey in greys]
    for mark in marks:
        for number in mark.files:
            height, width = masks[number].shape
            left, top, right, bottom = (
                round(share * side) for share, side in zip(mark.box, (width, height) * 2, strict=True)
            )
            margin = round(0.04 * min(height, width))
            masks[number][max(0, top - margin) : bottom + margin, max(0, left - margin) : right + margin] = 0
    return masks


def _components(count: int, pairs: list[Pair]) -> list[int]:
    first, second = np.array(pairs, np.int64).reshape(-1, 2).T
    graph = coo_array((np.ones(len(pairs)), (first, second)), shape=(count, count))
    return connected_components(graph, directed=False)[1].tolist()  # type: ignore[no-any-return]
