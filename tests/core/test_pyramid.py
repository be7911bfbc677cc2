"""Smaller copies of a field keep its proportions and its mean colour."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.pyramid import pyramid, within


@given(st.integers(1, 300), st.integers(1, 300), st.integers(8, 100))
def test_levels_halve_until_they_are_small(width: int, height: int, smallest: int) -> None:
    image = np.full((height, width, 3), (10, 200, 90), np.uint8)
    levels = pyramid(image, smallest)
    assert levels[0] is image
    assert max(levels[-1].shape[:2]) <= smallest
    for larger, smaller in itertools.pairwise(levels):
        assert max(larger.shape[:2]) > smallest
        assert [abs(2 * b - a) <= 1 for a, b in zip(larger.shape[:2], smaller.shape[:2], strict=True)] == [True, True]
        assert (smaller == (10, 200, 90)).all()


def test_within_takes_the_longer_side_and_never_enlarges() -> None:
    image = np.zeros((300, 1000, 3), np.uint8)
    assert within(pyramid(image, 100), 400).shape == (120, 400, 3)
    assert within((image,), 2000) is image
