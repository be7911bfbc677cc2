import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.synthetic import draw_field
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


def lab_moments(image: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    mean, deviation = cv2.meanStdDev(cv2.cvtColor(image, cv2.COLOR_RGB2LAB))
    return mean.ravel(), deviation.ravel()


def test_a_template_without_spread_gives_every_stain_the_same_mean_and_deviation():
    smear = draw_field(4).image
    for stain in (smear, smear[..., [1, 0, 2]]):
        changed = AUGMENTATIONS["rand_stain"](stain, np.random.default_rng(0), probability=1.0, spread=0.0, mean_l=200.0)
        mean, deviation = lab_moments(changed)
        assert mean == pytest.approx([200, 130.6, 116.1], abs=3)  # what lies outside of RGB is cut off
        assert deviation == pytest.approx([30.3, 10.5, 15.0], abs=4)


def test_templates_differ_as_much_as_their_spread_says():
    smear = draw_field(4).image
    rng = np.random.default_rng(1)

    def spread_of_means(spread: float) -> np.ndarray:
        drawn = [AUGMENTATIONS["rand_stain"](smear, rng, probability=1.0, spread=spread) for _ in range(60)]
        return np.std([lab_moments(field)[0] for field in drawn], axis=0)

    narrow, wide = spread_of_means(0.2), spread_of_means(1.0)
    assert (wide > 2 * narrow).all()


def test_a_template_of_strength_zero_changes_colours_by_no_more_than_lab_rounds():
    smear = draw_field(4).image
    same = AUGMENTATIONS["rand_stain"](smear, np.random.default_rng(0), probability=1.0, strength=0.0)
    assert np.abs(same.astype(int) - smear).max() <= 6
