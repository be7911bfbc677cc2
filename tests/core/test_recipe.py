"""A recipe is data: read, checked, applied, hashed; the same for the eye, for training and for the model."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukemia_desktop.core.recipe import STEPS, BadRecipe, Recipe, Step

WHOLE = Recipe(
    (Step.of("hide_scale_bar"), Step.of("square_crop", size=64), Step.of("clahe", on=False)),
    64,
    (0.485, 0.456, 0.406),
    (0.229, 0.224, 0.225),
)


def a_field(height: int = 100, width: int = 140) -> Any:
    return np.random.default_rng(3).integers(0, 256, (height, width, 3), dtype=np.uint8)


def test_a_recipe_survives_json_whole() -> None:
    again = Recipe.from_dict(json.loads(json.dumps(WHOLE.to_dict())))
    assert again == WHOLE
    assert again.hash == WHOLE.hash


def test_the_tensor_is_the_processed_image_scaled_by_mean_and_std() -> None:
    tensor = WHOLE.tensor(a_field())
    assert (tensor.shape, tensor.dtype) == ((3, 64, 64), np.float32)
    expected = (WHOLE.apply(a_field()).astype(np.float64) / 255 - WHOLE.mean) / WHOLE.std
    np.testing.assert_allclose(tensor, expected.transpose(2, 0, 1), atol=2e-6)


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 300), st.integers(1, 300))
def test_fields_of_any_size_become_the_size_the_model_takes(height: int, width: int) -> None:
    plain = Recipe((), 32)
    assert plain.model_input(a_field(height, width)).shape == (32, 32, 3)
    assert WHOLE.model_input(a_field(height, width)).shape == (64, 64, 3)


def test_steps_run_in_their_order_and_those_off_do_not() -> None:
    masked_last = Recipe((Step.of("square_crop", size=64), Step.of("hide_scale_bar", left=0.5, top=0.5)), 64)
    assert (masked_last.apply(a_field())[32:, 32:] == 255).all()
    off = Recipe((Step.of("hide_scale_bar", on=False),), 64)
    np.testing.assert_array_equal(off.apply(a_field()), a_field())


def test_the_hash_changes_with_what_the_model_sees_and_with_nothing_else() -> None:
    hashes = {
        WHOLE.hash,
        Recipe(WHOLE.steps[::-1], 64, WHOLE.mean, WHOLE.std).hash,
        Recipe(WHOLE.steps, 96, WHOLE.mean, WHOLE.std).hash,
        Recipe(WHOLE.steps, 64, (0.5, 0.5, 0.5), WHOLE.std).hash,
        Recipe((Step.of("hide_scale_bar", grey=254), *WHOLE.steps[1:]), 64, WHOLE.mean, WHOLE.std).hash,
        Recipe((*WHOLE.steps[:2], Step.of("clahe")), 64, WHOLE.mean, WHOLE.std).hash,
    }
    assert len(hashes) == 6
    without_what_is_off = Recipe(WHOLE.steps[:2], 64, WHOLE.mean, WHOLE.std)
    assert without_what_is_off.hash == WHOLE.hash
    assert len(WHOLE.hash) == 16


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"steps": [{"step": "sharpen"}]}, "unknown step 'sharpen'"),
        ({"steps": [{"step": "clahe", "params": {"clip": 2}}]}, "unknown parameter clip"),
        ({"steps": [{"step": "clahe", "params": {"clip_limit": 99}}]}, "clip_limit must lie in"),
        ({"steps": [{"step": "clahe", "params": {"clip_limit": "x"}}]}, "clip_limit must be float"),
        ({"steps": [{"step": "clahe", "params": {"name": "x"}}]}, "malformed|unknown"),
        ({"steps": [{"step": ["clahe"]}]}, "malformed"),
        ({"steps": ["clahe"]}, "malformed"),
        ({"steps": None}, "malformed"),
        ({"input_size": 0}, "input_size"),
        ({"input_size": 10**9}, "input_size"),
        ({"input_size": 64.5}, "whole number"),
        ({"input_size": "64"}, "whole number"),
        ({"input_size": True}, "whole number"),
        ({"input_size": float("inf")}, "whole number"),
        ({"mean": [0.5, 0.5]}, "malformed"),
        ({"mean": [0.5, 0.5, float("nan")]}, "malformed"),
        ({"mean": [0.5, 0.5, 10**400]}, "malformed"),
        ({"mean": [120, 110, 100]}, "mean must lie"),
        ({"std": [0, 1, 1]}, "std"),
        ({"std": [1e-320, 1, 1]}, "std"),
        ({"std": [-1, 1, 1]}, "std"),
        ({"std": "abc"}, "malformed"),
    ],
)
def test_what_is_wrong_with_a_recipe_is_named(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(BadRecipe, match=reason):
        Recipe.from_dict(WHOLE.to_dict() | change)


@pytest.mark.parametrize("data", [None, [], "x", 5, {}, {"steps": []}])
def test_what_is_no_recipe_is_refused(data: Any) -> None:
    with pytest.raises(BadRecipe):
        Recipe.from_dict(data)


def test_every_step_of_the_shelf_fits_into_a_recipe() -> None:
    recipe = Recipe(tuple(Step.of(name) for name in STEPS), 32)
    assert np.isfinite(recipe.tensor(a_field())).all()
