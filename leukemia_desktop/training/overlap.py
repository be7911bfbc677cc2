"""Fields that show the same place of a smear: common key points agree on one shift, then the pixels agree too."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
"""A field in grey (H, W); what is 0 in the mask beside it, such as a scale bar, is not looked at."""

KEY_POINTS = 250
NEIGHBOURS = 8
"""Of each key point, so many nearest ones of all other fields are asked where they would put its field."""
_FAR, _TURN, _GROWTH = 0.25, 12.0, 0.35
"""Key points agree within this squared distance of their descriptors, these degrees, and this binary logarithm of size."""
VOTES, NEXT, _APART = 2, 4, 3.0
"""So many key points must agree on a shift within so many px; one will do for fields that follow each other so closely.

Whoever moves the stage a little takes fields one after the other, and small overlaps have few key points.
"""
CORRELATION, CORRELATION_OF_FEW, SHARE = 0.5, 0.8, 0.02
"""Of the pixels in the overlap, the same where fewer than three key points agree, and the smallest overlap in fields.

On the ALL set's 2,752 fields, 1,233 pairs had three votes or more: nearly all that its groups join correlate with 0.5 to 1,
all others but one with less than 0.35 (and that one with 0.97: a true overlap that the groups do not know). Of 2,687 pairs
with two votes, none that the groups keep apart correlates with more than 0.75; of 1,454 neighbours with one vote, one does,
and it is an overlap too.
"""
_EXHAUSTIVE = 20_000


@dataclass(frozen=True)
class Overlap:
    """The pixel (x, y) of field `second` is (x + dx, y + dy) of field `first`; `share` is the common part of a field."""

    first: int
    second: int
    dx: int
    dy: int
    votes: int
    share: float
    correlation: float


@dataclass(frozen=True)
class KeyPoints:
    """Places (N, 2) in px, diameters and angles (N,) and descriptors (N, 128) of one field."""

    places: npt.NDArray[np.float32]
    sizes: npt.NDArray[np.float32]
    angles: npt.NDArray[np.float32]
    descriptors: npt.NDArray[np.float32]

    @classmethod
    def of(cls, grey: Grey, mask: Grey) -> "KeyPoints":
        """SIFT key points (Lowe 2004) with Hellinger-scaled descriptors (Arandjelovic and Zisserman 2012)."""
        found, descriptors = cv2.SIFT_create(KEY_POINTS, contrastThreshold=0.02).detectAndCompute(grey, mask)  # type: ignore[attr-defined]
        if not found:
            descriptors = np.empty((0, 128), np.float32)
        descriptors = np.sqrt(descriptors / np.maximum(descriptors.sum(1, keepdims=True), 1))
        places = np.array([point.pt for point in found], np.float32).reshape(-1, 2)
        sizes = np.array([point.size for point in found], np.float32)
        return cls(places, sizes, np.array([point.angle for point in found], np.float32), descriptors)


def find_overlaps(
    greys: Sequence[Grey],
    masks: Sequence[Grey],
    step: Callable[[str, int], Callable[[], None]] = lambda _name, _total: lambda: None,
) -> list[Overlap]:
    """Every pair of fields that share a part of the smear, ordered by its numbers; fields are neither turned nor resized.

    All key points are looked up in one index, so the time grows with the number of fields, not of pairs. `step` is told the
    name and length of a stage and gives what is called after each part of it.
    """
    done = step("key points", len(greys))
    points = []
    for grey, mask in zip(greys, masks, strict=True):
        points.append(KeyPoints.of(grey, mask))
        done()
    found = list(_candidates(points, step))
    done = step("confirm overlaps", len(found))
    fine = {number: fine_structure(greys[number], masks[number]) for number in {n for pair in found for n in pair[:2]}}
    overlaps = []
    for first, second, dx, dy, votes in found:
        done()
        dx, dy, share, correlation = correlate(fine[first], fine[second], dx, dy)
        if share >= SHARE and correlation >= (CORRELATION if votes > 2 else CORRELATION_OF_FEW):
            overlaps.append(Overlap(first, second, dx, dy, votes, share, correlation))
    return overlaps


def fine_structure(grey: Grey, mask: Grey) -> Grey:
    """`grey` without slow changes of light and stain, around 128, so that a bright background alone does not correlate."""
    values = np.asarray(grey, np.float32)
    fine = cv2.GaussianBlur(values, (0, 0), 0.8) - cv2.GaussianBlur(values, (0, 0), 12)
    return np.where(mask > 0, np.clip(np.rint(fine + 128), 0, 255), 128).astype(np.uint8)


def correlate(first: Grey, second: Grey, dx: int, dy: int, *, reach: int = 3) -> tuple[int, int, float, float]:
    """The shift within `reach` px of (dx, dy) at which the overlap of two fine structures correlates most.

    With the overlap's share of a field, and how much it correlates: 0 where it is too narrow or too empty to judge.
    """
    (height, width), (other_height, other_width) = first.shape, second.shape
    left, right = max(0, dx), min(width, other_width + dx)
    top, bottom = max(0, dy), min(height, other_height + dy)
    share = max(0, right - left) * max(0, bottom - top) / min(height * width, other_height * other_width)
    if min(right - left, bottom - top) < 4 * reach + 4:
        return dx, dy, share, 0.0
    inner = second[top - dy + reach : bottom - dy - reach, left - dx + reach : right - dx - reach]
    if inner.std() < 1:  # of 255
        return dx, dy, share, 0.0
    scores = cv2.matchTemplate(first[top:bottom, left:right], inner, cv2.TM_CCOEFF_NORMED)
    _, best, _, (x, y) = cv2.minMaxLoc(scores)
    return dx + x - reach, dy + y - reach, share, float(best)


def _candidates(
    points: Sequence[KeyPoints], step: Callable[[str, int], Callable[[], None]]
) -> Iterator[tuple[int, int, int, int, int]]:
    """Pairs of fields whose key points agree on a shift, as (first, second, dx, dy, votes), by order of their numbers."""
    count = sum(len(p.places) for p in points)
    if count <= NEIGHBOURS:
        return
    owners = np.repeat(np.arange(len(points)), [len(p.places) for p in points])
    places, sizes, angles, descriptors = (
        np.concatenate([getattr(p, name) for p in points]) for name in ("places", "sizes", "angles", "descriptors")
    )
    # a few fields are compared one by one; of many, trees of descriptors give nearly all of the same neighbours
    small = count <= _EXHAUSTIVE
    index: Any = cv2.flann_Index(descriptors, {"algorithm": 0} if small else {"algorithm": 1, "trees": 4})  # type: ignore[attr-defined]
    parts = np.array_split(np.arange(count), max(1, count // _EXHAUSTIVE))
    done = step("common key points", len(parts))
    kept = []
    for part in parts:
        nearest, distances = index.knnSearch(descriptors[part], NEIGHBOURS, params={"checks": 48})
        asked, near = np.repeat(part, NEIGHBOURS), nearest.ravel()
        turned = np.abs((angles[asked] - angles[near] + 180) % 360 - 180)
        grown = np.abs(np.log2(sizes[asked] / sizes[near]))
        agree = (owners[asked] != owners[near]) & (distances.ravel() < _FAR) & (turned < _TURN) & (grown < _GROWTH)
        kept.append(np.stack([asked[agree], near[agree]]))
        done()
    asked, near = np.concatenate(kept, axis=1)
    swapped = owners[asked] > owners[near]
    asked, near = np.where(swapped, near, asked), np.where(swapped, asked, near)
    pairs = owners[asked].astype(np.int64) * len(points) + owners[near]
    order = np.argsort(pairs, kind="stable")
    pairs, asked, shifts = pairs[order], asked[order], (places[asked] - places[near])[order]
    numbers, starts, counts = np.unique(pairs, return_index=True, return_counts=True)
    first, second = np.divmod(numbers, len(points))
    worth = (counts >= VOTES) | (second - first <= NEXT)
    for one, other, start, length in zip(*(values[worth] for values in (first, second, starts, counts)), strict=True):
        votes, (dx, dy) = _agreed(shifts[start : start + length], asked[start : start + length])
        if votes >= VOTES or other - one <= NEXT:
            yield int(one), int(other), dx, dy, votes


def _agreed(shifts: npt.NDArray[np.float32], voters: npt.NDArray[np.int64]) -> tuple[int, tuple[int, int]]:
    """How many voters agree on the most common of the shifts (N, 2), and that shift; each voter has one vote."""
    near = np.abs(shifts[:, None] - shifts[None]).max(2) <= _APART
    chosen = near[near.sum(1).argmax()]
    dx, dy = np.rint(np.median(shifts[chosen], axis=0)).astype(int).tolist()
    return len(np.unique(voters[chosen])), (dx, dy)
