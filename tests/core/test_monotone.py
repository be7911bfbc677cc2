"""A worse picture never looks better: flags only come, and never go, as a field is blurred, darkened or burnt out."""

from functools import cache

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from leukemia_desktop.core.cells import survey
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.quality import Quality, inspect
from leukemia_desktop.core.synthetic import draw_field


@cache
def drawn(seed: int) -> Image:
    return draw_field(seed, cells=10).image


def quality(image: Image) -> Quality:
    return inspect(survey(image))


SEEDS = st.integers(0, 11)


@examples(max_examples=25)
@given(SEEDS, st.floats(0.4, 5), st.floats(0.4, 5))
def test_blur_lowers_the_focus_and_the_flag_stays(seed: int, first: float, second: float):
    image = drawn(seed)
    less, more = sorted((first, second))
    sharp, soft, softer = (
        quality(seen)
        for seen in (image, *(cv2.GaussianBlur(image, (0, 0), sigma).astype(np.uint8) for sigma in (less, more)))
    )
    assert sharp.focus >= soft.focus * 0.98 and soft.focus >= softer.focus * 0.98
    if "blurred" in soft.flags() and more > 1.1 * less:
        assert "blurred" in softer.flags()


@examples(max_examples=25)
@given(SEEDS, st.floats(0.05, 1), st.floats(0.05, 1))
def test_less_light_never_takes_the_flag_away(seed: int, first: float, second: float):
    image = drawn(seed)
    darker, lighter = sorted((first, second))
    dark, light = (quality((image * share).astype(np.uint8)) for share in (darker, lighter))
    assert dark.brightness <= light.brightness
    assert ("under_exposed" in dark.flags()) >= ("under_exposed" in light.flags())


@examples(max_examples=25)
@given(SEEDS, st.floats(1, 4), st.floats(1, 4))
def test_more_light_never_takes_the_flag_away(seed: int, first: float, second: float):
    image = drawn(seed)
    less, more = sorted((first, second))
    one, other = (quality(np.clip(image * share, 0, 255).astype(np.uint8)) for share in (less, more))
    assert other.burnt >= one.burnt
    assert ("over_exposed" in other.flags()) >= ("over_exposed" in one.flags())


@pytest.mark.parametrize("flag", ["blurred", "under_exposed", "over_exposed"])
def test_each_of_them_comes_in_the_end(flag: str):
    image = drawn(3)
    worst = {
        "blurred": cv2.GaussianBlur(image, (0, 0), 5).astype(np.uint8),
        "under_exposed": (image * 0.3).astype(np.uint8),
        "over_exposed": np.clip(image * 3.0, 0, 255).astype(np.uint8),
    }
    assert flag not in quality(image).flags()
    assert flag in quality(worst[flag]).flags()
