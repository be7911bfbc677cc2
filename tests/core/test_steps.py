"""Every step on the shelf keeps the one contract: RGB uint8 in and out, its input untouched, the same again for the same."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukemia_desktop.core.recipe import STEPS
from leukemia_desktop.core.shelf import Parameter, parameters, summary

SIZES = [(1, 1), (1, 7), (9, 1), (2, 3), (31, 64), (64, 31), (5, 4000)]


def a_field(height: int, width: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.random.default_rng(height * 7 + width).integers(0, 256, (height, width, 3), dtype=np.uint8)


def values(parameter: Parameter) -> st.SearchStrategy[Any]:
    if parameter.kind is bool:
        return st.booleans()
    assert parameter.range, f"{parameter.name} has no range"
    if parameter.kind is int:
        return st.integers(int(parameter.range.low), int(parameter.range.high))
    return st.floats(parameter.range.low, parameter.range.high)


@pytest.mark.parametrize("name", STEPS)
def test_a_step_has_words_defaults_in_range_and_a_docstring(name: str) -> None:
    assert summary(STEPS[name])
    assert STEPS[name].__doc__
    for parameter in parameters(STEPS[name]).values():
        assert parameter.checked(parameter.default) == parameter.default


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", STEPS)
def test_a_step_takes_fields_of_any_size_and_leaves_them_as_they_were(name: str, size: tuple[int, int]) -> None:
    field = a_field(*size)
    before = field.copy()
    out = STEPS[name](field)
    assert out.dtype == np.uint8
    assert out.ndim == 3
    assert out.shape[2] == 3
    assert out.size
    np.testing.assert_array_equal(field, before)
    np.testing.assert_array_equal(STEPS[name](field), out)


@settings(deadline=None, max_examples=25)
@given(data=st.data())
@pytest.mark.parametrize("name", STEPS)
def test_every_value_a_range_allows_works(name: str, data: st.DataObject) -> None:
    chosen = {key: data.draw(values(p), label=key) for key, p in parameters(STEPS[name]).items()}
    out = STEPS[name](a_field(40, 50), **chosen)
    assert (out.dtype, out.shape[2]) == (np.uint8, 3)


@pytest.mark.parametrize("shade", [0, 255])
@pytest.mark.parametrize("name", STEPS)
def test_a_black_and_a_white_field_break_no_step(name: str, shade: int) -> None:
    out = STEPS[name](np.full((40, 50, 3), shade, np.uint8))
    assert out.shape[2] == 3


def test_the_square_crop_keeps_the_middle() -> None:
    field = np.zeros((40, 100, 3), np.uint8)
    field[:, 30:70] = 200
    assert (STEPS["square_crop"](field, size=64) == 200).all()
    assert STEPS["square_crop"](a_field(32, 32), size=32).tobytes() == a_field(32, 32).tobytes()


def test_the_scale_bar_corner_is_one_grey_and_nothing_else_changes() -> None:
    field = a_field(224, 224)
    out = STEPS["hide_scale_bar"](field, left=0.5, top=0.75, grey=9)
    assert (out[168:, 112:] == 9).all()
    np.testing.assert_array_equal(out[:168], field[:168])
    np.testing.assert_array_equal(out[:, :112], field[:, :112])


def test_the_scale_bar_corner_covers_the_bar_of_the_training_data() -> None:
    hidden = STEPS["hide_scale_bar"](np.zeros((224, 224, 3), np.uint8))
    assert (hidden[185:, 155:] == 255).all()


def test_the_colour_mask_keeps_purple_and_paints_grey_and_green() -> None:
    field = np.array([[(120, 60, 150), (128, 128, 128), (90, 160, 80)]], np.uint8)
    out = STEPS["lab_mask"](field, grey=17)
    assert out[0, 0].tolist() == [120, 60, 150]
    assert (out[0, 1:] == 17).all()


def test_grey_world_makes_the_channel_means_agree() -> None:
    field = np.random.default_rng(0).integers(40, 140, (60, 60, 3)).astype(np.uint8)
    field[..., 2] //= 2
    means = STEPS["white_balance"](field).reshape(-1, 3).mean(axis=0)
    assert np.ptp(means) < 1.5
    np.testing.assert_array_equal(STEPS["white_balance"](field, strength=0.0), field)


def test_clahe_raises_the_contrast_and_blur_lowers_it() -> None:
    flat = (np.random.default_rng(0).normal(128, 6, (128, 128, 1)).clip(0, 255).repeat(3, 2)).astype(np.uint8)
    assert STEPS["clahe"](flat).std() > 1.3 * flat.std()
    assert STEPS["gaussian_blur"](flat, sigma=2.0).std() < 0.5 * flat.std()
