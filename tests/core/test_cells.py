"""WBC-like cells: found where they were drawn, touching ones apart, the same whichever way up and at every magnification."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukemia_desktop.core.cells import Cell, cells_mask, find_cells, survey
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.red_cells import red_cell_diameter
from leukemia_desktop.core.stain import otsu
from leukemia_desktop.core.steps import cells_only
from leukemia_desktop.core.synthetic import PALETTES, DrawnField, draw_field

WHITE, PURPLE, RED = (250, 252, 248), (120, 70, 190), (180, 196, 204)


def a_field(
    *discs: tuple[float, float, float], size: tuple[int, int] = (224, 224), colour: tuple[int, ...] = PURPLE
) -> Image:
    """Purple discs (x, y, radius) among red cells of 15 px."""
    ys, xs = np.indices(size)
    image = np.full((*size, 3), WHITE, np.uint8)
    for y in range(12, size[0], 28):
        for x in range(12, size[1], 28):
            image[np.hypot(ys - y, xs - x) < 7.5] = RED
    for x, y, radius in discs:
        image[np.hypot(ys - y, xs - x) < radius] = colour
    return image


def partners(field: DrawnField, found: list[Cell]) -> int:
    """How many drawn cells have a found one of their own within half a radius."""
    left, matched = list(found), 0
    for true in field.cells:
        nearest = min(left, key=lambda cell: np.hypot(cell.x - true.x, cell.y - true.y), default=None)
        if nearest is not None and np.hypot(nearest.x - true.x, nearest.y - true.y) < max(0.5 * true.radius, 2):
            left.remove(nearest)
            matched += 1
    return matched


def test_a_disc_is_measured_as_what_it_is() -> None:
    (cell,) = find_cells(a_field((100, 90, 12)))
    assert (cell.x, cell.y) == pytest.approx((100, 90), abs=0.5)
    assert cell.diameter == pytest.approx(24, rel=0.06)
    assert cell.area == pytest.approx(np.pi * 144, rel=0.12)
    assert cell.perimeter == pytest.approx(2 * np.pi * 12, rel=0.06)
    assert cell.circularity > 0.93
    assert cell.solidity > 0.96
    assert cell.eccentricity < 0.25
    assert np.allclose(cell.colour, PURPLE, atol=14)
    assert cell.border_distance == pytest.approx(78, abs=2)
    assert not cell.at_border
    assert cell.contour.shape[1] == 2
    assert cell.contour.dtype == np.float32
    away = np.hypot(*(cell.contour - (100, 90)).T)
    assert away == pytest.approx(np.full(len(away), 12), abs=1.2)


def test_an_oval_is_less_round_than_a_disc() -> None:
    ys, xs = np.indices((224, 224))
    image = a_field()
    image[((ys - 100) / 8) ** 2 + ((xs - 100) / 14) ** 2 < 1] = PURPLE
    (cell,) = find_cells(image)
    assert cell.eccentricity == pytest.approx(np.sqrt(1 - (8 / 14) ** 2), abs=0.05)
    assert 0.75 < cell.circularity < 0.93


@pytest.mark.parametrize("distance", [19, 21, 24])
def test_cells_that_touch_are_told_apart(distance: int) -> None:
    others = ((40, 40, 11), (40, 180, 11), (180, 40, 11))
    found = find_cells(a_field(*others, (110, 120, 11), (110 + distance, 120, 11)))
    assert len(found) == 5


def lobed(
    plasm: tuple[int, ...], unit: int = 44, *, apart: float = 0.75, radius: float = 0.55, strand: bool = True
) -> Image:
    """One cell with two lobes, `apart` red cells from its middle, in cytoplasm of that colour, among red cells."""
    ys, xs = np.indices((10 * unit, 12 * unit))
    image = np.full((*ys.shape, 3), WHITE, np.uint8)
    for y in range(unit, ys.shape[0], 2 * unit):
        for x in range(unit, xs.shape[1], 2 * unit):
            image[np.hypot(ys - y, xs - x) < unit / 2] = RED
    y, x = 4.5 * unit, 5.5 * unit
    image[np.hypot(ys - y, xs - x) < 1.35 * unit] = plasm
    for side in (-1, 1):
        image[np.hypot(ys - y, (xs - x - side * apart * unit)) < radius * unit] = PURPLE
    if strand:  # of chromatin, that joins them
        image[(np.abs(ys - y) < 0.12 * unit) & (np.abs(xs - x) < 0.6 * unit)] = PURPLE
    return image


def test_lobes_far_apart_are_one_cell_where_cytoplasm_is_all_that_they_enclose() -> None:
    assert len(find_cells(lobed((212, 190, 214)))) == 1
    assert len(find_cells(lobed(WHITE))) == 2
    assert len(find_cells(lobed(RED))) == 2


def test_lobes_without_a_strand_are_one_cell_where_they_fill_most_of_it() -> None:
    plasm = (212, 190, 214)
    assert len(find_cells(lobed(plasm, strand=False))) == 1
    assert len(find_cells(lobed(plasm, strand=False, apart=1.05, radius=0.42))) == 2


@pytest.mark.parametrize(("radius", "cells"), [(0.08, 1), (0.3, 2)])
def test_a_few_pale_granules_between_lobes_part_no_cell_and_background_does(radius: float, cells: int) -> None:
    image = lobed((212, 190, 214), strand=False)
    ys, xs = np.indices(image.shape[:2])
    image[np.hypot(ys - 4.5 * 44, xs - 5.5 * 44) < radius * 44] = WHITE
    assert len(find_cells(image)) == cells


def test_red_cells_are_measured_as_large_as_they_are_beside_a_nucleus_of_thin_lobes() -> None:
    unit = 36
    ys, xs = np.indices((10 * unit, 12 * unit))
    image = np.full((*ys.shape, 3), WHITE, np.uint8)
    for y in range(unit, ys.shape[0], 2 * unit):
        for x in range(unit, xs.shape[1], 3 * unit):
            for beside in (0, 0.9):  # in twos: none lies alone
                image[np.hypot(ys - y, xs - x - beside * unit) < unit / 2] = RED
    away = np.hypot(ys - 4 * unit, xs - 6.5 * unit)
    image[away < unit] = WHITE
    image[(away > 0.45 * unit) & (away < 0.85 * unit)] = PURPLE  # narrow, and yet of the area of a nucleus
    assert red_cell_diameter(image) == pytest.approx(unit, rel=0.15)


def test_platelets_dust_red_cells_and_the_scale_bar_are_no_cells() -> None:
    image = a_field((60, 60, 3), (120, 80, 2), (90, 150, 3.5))
    image[205:, 170:] = 255
    image[215:218, 180:215] = 0
    assert find_cells(image) == []


def test_a_pale_pink_smudge_among_cells_is_left_out() -> None:
    image = a_field((40, 40, 11), (40, 180, 11), (180, 40, 11), (180, 180, 11))
    ys, xs = np.indices(image.shape[:2])
    image[np.hypot(ys - 110, xs - 110) < 16] = (226, 186, 236)
    assert len(find_cells(image)) == 4


def test_a_pale_pink_cell_among_its_like_is_kept() -> None:
    places = ((40, 40, 11), (40, 180, 11), (180, 40, 11), (180, 180, 11), (110, 110, 11))
    assert len(find_cells(a_field(*places, colour=(232, 186, 244)))) == 5


def test_a_cell_counts_in_the_field_that_holds_its_centre() -> None:
    whole = a_field((110, 110, 12))
    for cut in (104, 118):  # through the cell, the centre to the right and to the left
        left, right = survey(whole[:, :cut]), survey(np.ascontiguousarray(whole[:, cut:]))
        counts = [len(part.counted) for part in (left, right)]
        assert counts == ([0, 1] if cut < 110 else [1, 0])
        assert all(cell.at_border for part in (left, right) for cell in part.cells)


@pytest.mark.parametrize("palette", PALETTES)
def test_cells_are_found_where_they_were_drawn(palette: str) -> None:
    hits = drawn = found = 0
    for seed in range(100, 106):
        field = draw_field(seed, cells=4 * (seed - 99), palette=palette)
        cells = find_cells(field.image)
        hits, drawn, found = hits + partners(field, cells), drawn + len(field.cells), found + len(cells)
    assert hits >= 0.94 * drawn
    assert hits >= 0.94 * found


def test_the_count_on_drawn_smears_is_within_half_a_cell_on_average() -> None:
    errors = [abs(len(find_cells(draw_field(1000 + count, cells=count).image)) - count) for count in range(0, 61, 2)]
    assert np.mean(errors) <= 0.5


@pytest.mark.parametrize("diameter", [10, 15, 24, 45, 90])
def test_one_set_of_settings_serves_every_magnification(diameter: int) -> None:
    hits = 0
    for seed in (5, 6):
        field = draw_field(seed, size=(12 * diameter, 16 * diameter), cells=14, red_cell_diameter=diameter)
        found = find_cells(field.image)
        hits += partners(field, found)
        assert len(found) <= 15
        assert red_cell_diameter(field.image) == pytest.approx(diameter, rel=0.25)
    assert hits >= 25  # of 28; where a red cell has 10 px, a heap of six cells is not told apart


@settings(max_examples=15)
@given(st.integers(0, 2**32 - 1), st.integers(0, 40))
def test_flips_and_quarter_turns_leave_the_count_as_it_is(seed: int, count: int) -> None:
    image = draw_field(seed, cells=count).image
    found = len(find_cells(image))
    for turns in range(4):
        turned = np.rot90(image, turns)
        assert len(find_cells(np.ascontiguousarray(turned))) == found
        assert len(find_cells(np.ascontiguousarray(turned[:, ::-1]))) == found


@settings(max_examples=15)
@given(st.integers(0, 2**32 - 1), st.integers(0, 40), st.integers(60, 300))
def test_the_quick_count_is_the_number_of_measured_cells(seed: int, count: int, side: int) -> None:
    found = survey(draw_field(seed, cells=count, size=(side, 224)).image)
    assert found.count == len(found.counted) == sum(cell.centre_inside for cell in found.cells)


@settings(max_examples=15)
@given(st.integers(0, 2**32 - 1), st.integers(40, 300), st.integers(40, 300), st.floats(6, 60))
def test_measurements_are_possible_ones(seed: int, height: int, width: int, diameter: float) -> None:
    image = draw_field(seed, size=(height, width), red_cell_diameter=diameter).image
    found = survey(image)
    for cell in found.cells:
        assert 0 < cell.circularity <= 1
        assert 0 < cell.solidity <= 1
        assert 0 <= cell.eccentricity < 1
        assert 0 <= cell.x < width
        assert 0 <= cell.y < height
        assert cell.area <= height * width
        assert cell.contour.min() >= 0
        assert (cell.contour <= (width - 1, height - 1)).all()
        assert all(0 <= value <= 255 for value in cell.colour)
    assert [(c.y, c.x) for c in found.cells] == sorted((c.y, c.x) for c in found.cells)


@settings(max_examples=25)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(0, 99), st.booleans())
def test_no_image_is_too_odd(height: int, width: int, seed: int, flat: bool) -> None:
    rng = np.random.default_rng(seed)
    shade = rng.integers(0, 256, 3, dtype=np.uint8)
    image = np.full((height, width, 3), shade) if flat else rng.integers(0, 256, (height, width, 3), dtype=np.uint8)
    before = image.copy()
    assert flat <= (find_cells(image) == [])
    np.testing.assert_array_equal(image, before)


def test_the_mask_covers_what_was_drawn_and_little_else() -> None:
    field = draw_field(7, cells=12)
    ys, xs = np.indices(field.image.shape[:2])
    told = np.any([np.hypot(ys - c.y, xs - c.x) < c.radius for c in field.cells], axis=0)
    mask = cells_mask(field.image)
    assert mask.dtype == bool
    assert (mask & told).sum() / (mask | told).sum() > 0.75
    assert not cells_mask(field.image, []).any()


def test_otsu_parts_two_heaps_between_them() -> None:
    counts: npt.NDArray[np.float64] = np.zeros(256)
    counts[[20, 21, 22]] = counts[[200, 201]] = 10
    assert 22 <= otsu(counts) < 200
    assert otsu(np.zeros(256)) == 255


def test_the_step_keeps_cells_on_white_and_loses_the_rest() -> None:
    image = a_field((100, 90, 12), (40, 160, 3))
    out = cells_only.apply(image, margin=0)
    assert (out[90, 100] == PURPLE).all()
    ys, xs = np.indices(image.shape[:2])
    assert (out[np.hypot(ys - 90, xs - 100) > 14] == 255).all()
    wider = cells_only.apply(image, margin=6)
    assert (wider < 255).any(axis=2).sum() > (out < 255).any(axis=2).sum()
    assert (cells_only.apply(image, min_radius=20) == 255).all()


def test_the_grey_step_differs_from_the_other_in_colour_only() -> None:
    image = draw_field(5, cells=9).image
    coloured, grey = cells_only.apply(image), cells_only.apply(image, grey=True)
    assert (np.ptp(grey.astype(int), axis=2) == 0).all()
    np.testing.assert_array_equal((coloured < 255).any(axis=2) | (grey[..., 0] < 255), (coloured < 255).any(axis=2))


def test_the_step_is_blind_to_the_background() -> None:
    image = a_field((100, 90, 12), (170, 160, 12))
    tinted = image.copy()
    tinted[(image == WHITE).all(axis=2)] = (240, 244, 252)
    np.testing.assert_array_equal(cells_only.apply(image, margin=0), cells_only.apply(tinted, margin=0))
