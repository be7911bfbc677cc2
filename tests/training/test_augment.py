import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.training.config import AUGMENTATIONS

SEEDS = st.integers(0, 2**32 - 1)


def field(seed: int, size: int = 32) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (size, size, 3), np.uint8)


@pytest.mark.parametrize("name", AUGMENTATIONS)
@given(seed=SEEDS)
def test_an_augmentation_keeps_shape_and_type_and_leaves_the_original_alone(name, seed):
    image = field(seed)
    before = image.copy()
    changed = AUGMENTATIONS[name](image, np.random.default_rng(seed))
    assert changed.shape == image.shape
    assert changed.dtype == np.uint8
    assert np.array_equal(image, before)


@pytest.mark.parametrize("name", AUGMENTATIONS)
@given(seed=SEEDS)
def test_the_same_seed_gives_the_same_pixels(name, seed):
    apply, image = AUGMENTATIONS[name], field(seed)
    assert np.array_equal(apply(image, np.random.default_rng(seed)), apply(image, np.random.default_rng(seed)))


@pytest.mark.parametrize("name", AUGMENTATIONS)
def test_an_augmentation_changes_something_sooner_or_later(name):
    image, rng = field(1), np.random.default_rng(2)
    assert any(not np.array_equal(AUGMENTATIONS[name](image, rng), image) for _ in range(100))


@given(seed=SEEDS)
def test_flips_and_turns_only_move_pixels(seed):
    image = field(seed)
    for name in ("flips", "quarter_turns"):
        moved = AUGMENTATIONS[name](image, np.random.default_rng(seed))
        assert np.array_equal(np.sort(moved.reshape(-1, 3), axis=0), np.sort(image.reshape(-1, 3), axis=0))


def test_stain_jitter_of_amount_zero_changes_no_value_by_more_than_rounding():
    image = field(3)
    same = AUGMENTATIONS["hed_jitter"](image, np.random.default_rng(0), probability=1.0, amount=0.0)
    assert np.abs(same.astype(int) - image).max() <= 1
