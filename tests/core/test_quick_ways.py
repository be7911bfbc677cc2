"""What is done quickly in a field gives, to the bit, what the plain way gives: holes filled, heaps parted, medians."""

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukemia_desktop.core.nuclei import _Disc, _nearest, pieces
from leukemia_desktop.core.red_cells import _fill
from leukemia_desktop.core.stain import Mask, median, stain
from leukemia_desktop.core.synthetic import draw_field

seeds = st.integers(0, 2**32 - 1)


def filled_plainly(covered: Mask) -> Mask:
    """Hole by hole, as the rule says: 3 px, or small and at least half of the box around it, and not at the edge."""
    height, width = covered.shape
    filled = covered.copy()
    count, labels, stats, _ = cv2.connectedComponentsWithStats(1 - covered, connectivity=4)
    for number in range(1, count):
        x, y, w, h, area = stats[number].tolist()
        inside = x > 0 and y > 0 and x + w < width and y + h < height
        if inside and (area <= 3 or (area < 0.015 * covered.size and 2 * area > w * h)):
            filled[labels == number] = 1
    return filled


def nearest_plainly(
    rows: npt.NDArray[np.float32], columns: npt.NDArray[np.float32], members: dict[int, list[_Disc]], nobody: int
) -> list[int]:
    """Pixel by pixel and disc by disc."""
    found = []
    for row, column in zip(rows, columns, strict=True):
        away = {
            group: min((row - y) ** 2 + ((column - x) ** 2 - np.float32(radius) ** 2) for y, x, radius, _ in discs)
            for group, discs in members.items()
        }
        nearest = [group for group, way in away.items() if way == min(away.values())]
        found.append(nearest[0] if len(nearest) == 1 else nobody)
    return found


@settings(max_examples=60)
@given(seeds, st.integers(1, 60), st.integers(1, 60), st.floats(0.05, 0.95))
def test_any_holes_are_filled_as_if_each_were_looked_at(seed: int, height: int, width: int, share: float) -> None:
    covered = (np.random.default_rng(seed).random((height, width)) < share).astype(np.uint8)
    np.testing.assert_array_equal(_fill(covered), filled_plainly(covered))


@settings(max_examples=10)
@given(seeds, st.integers(0, 40))
def test_holes_of_drawn_smears_are_filled_as_if_each_were_looked_at(seed: int, cells: int) -> None:
    maps = stain(draw_field(seed, cells=cells).image)
    for covered in (maps.covered, maps.half.covered):
        np.testing.assert_array_equal(_fill(covered), filled_plainly(covered))


@settings(max_examples=40)
@given(seeds, st.integers(2, 6))
def test_heaps_are_parted_as_if_each_pixel_asked_each_disc(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    discs = [_Disc(*rng.integers(0, 30, 2).tolist(), float(rng.integers(2, 9)), 1) for _ in range(count)]
    members: dict[int, list[_Disc]] = {}
    for number, disc in enumerate(discs):
        members.setdefault(number // 2 if count > 3 else number, []).append(disc)
    rows, columns = (part.ravel().astype(np.float32) for part in np.mgrid[:30:2, :30:2])
    assert _nearest(rows, columns, members, 99).tolist() == nearest_plainly(rows, columns, members, 99)


def test_a_pixel_between_two_discs_is_nobodys() -> None:
    members = {0: [_Disc(5, 2, 3.0, 1)], 1: [_Disc(5, 8, 3.0, 1)]}
    columns = np.arange(11, dtype=np.float32)
    assert _nearest(np.full(11, 5, np.float32), columns, members, 7).tolist() == [0] * 5 + [7] + [1] * 5


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40))
def test_the_median_is_the_one_that_everybody_knows(values: list[float]) -> None:
    assert median(values) == pytest.approx(float(np.median(values)), abs=1e-9)


@settings(max_examples=10)
@given(seeds, st.integers(0, 40))
def test_all_pieces_at_once_are_those_asked_for_one_by_one(seed: int, cells: int) -> None:
    found = pieces(stain(draw_field(seed, cells=cells).image), 15)
    for number, piece in enumerate(found.each() if len(found) else []):
        alone = found.piece(number)
        assert (piece.x, piece.y, piece.lobes) == (alone.x, alone.y, alone.lobes)
        np.testing.assert_array_equal(piece.mask, alone.mask)
