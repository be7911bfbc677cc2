"""Quality: numbers that follow what was done to a field, flags that follow the numbers, and words for what to do."""

import dataclasses

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukemia_desktop.core import quality
from leukemia_desktop.core.cells import survey
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.quality import ADVICE, Quality, inspect, stain_strength, unevenness
from leukemia_desktop.core.synthetic import draw_field
from leukemia_desktop.core.trust import FLAGS

seeds = st.integers(0, 2**32 - 1)
few = settings(max_examples=15)
GOOD = Quality(0.15, 250.0, 0.02, 16.3, 1.0, 9)


def seen(image: Image) -> Quality:
    return inspect(survey(image))


def brighter(image: Image, gain: float) -> Image:
    return np.clip(image * gain, 0, 255).astype(np.uint8)


def test_flags_are_words_of_the_one_list_and_each_has_advice() -> None:
    assert set(ADVICE) <= set(FLAGS)
    assert all(text.endswith(".") for text in ADVICE.values())


@pytest.mark.parametrize(
    ("flag", "number", "value", "limit"),
    [
        ("blurred", "focus", 0.03, quality.LEAST_FOCUS),
        ("over_exposed", "burnt", 0.8, quality.MOST_BURNT),
        ("under_exposed", "brightness", 90.0, quality.LEAST_BRIGHTNESS),
        ("few_cells", "cell_count", 3, quality.LEAST_CELLS),
        ("magnification", "magnification", 0.4, quality.LEAST_MAGNIFICATION),
        ("magnification", "magnification", 2.7, quality.MOST_MAGNIFICATION),
    ],
)
def test_each_flag_follows_one_number_and_its_limit(flag: str, number: str, value: float, limit: float) -> None:
    assert GOOD.flags() == ()
    assert dataclasses.replace(GOOD, **{number: value}).flags() == (flag,)
    assert dataclasses.replace(GOOD, **{number: limit}).flags() == ()


def test_a_usual_drawn_field_raises_no_flag() -> None:
    clean = sum(not seen(draw_field(seed, cells=8).image).flags() for seed in range(30))
    assert clean >= 28


def test_numbers_say_what_was_drawn() -> None:
    field = draw_field(3, cells=10, palette="blue")
    found = seen(field.image)
    assert stain_strength(survey(field.image)) > 30
    assert found.cell_count == 10
    assert found.red_cell_diameter == pytest.approx(15, rel=0.15)
    assert found.magnification == pytest.approx(15 / 16.3, rel=0.15)


@few
@given(seeds)
def test_focus_falls_with_every_blur(seed: int) -> None:
    image = draw_field(seed, cells=8).image
    focus = [seen(image).focus]
    focus += [seen(cv2.GaussianBlur(image, (0, 0), sigma)).focus for sigma in (0.7, 1.2, 2.0, 3.5)]
    assert focus == sorted(focus, reverse=True)


@few
@given(seeds)
def test_what_is_blurred_enough_is_flagged(seed: int) -> None:
    image = draw_field(seed, cells=8).image
    assert "blurred" in seen(cv2.GaussianBlur(image, (0, 0), 3.5)).flags()


@few
@given(seeds)
def test_exposure_follows_brightness(seed: int) -> None:
    image = draw_field(seed, cells=8).image
    found = [seen(brighter(image, gain)) for gain in (0.4, 0.6, 0.8, 1.0, 1.2, 1.8)]
    assert [f.brightness for f in found] == sorted(f.brightness for f in found)
    assert [f.burnt for f in found] == sorted(f.burnt for f in found)
    assert "under_exposed" in found[0].flags()
    assert "over_exposed" in found[-1].flags()


@few
@given(seeds, st.integers(0, 30))
def test_flips_and_quarter_turns_change_nothing(seed: int, cells: int) -> None:
    image = draw_field(seed, cells=cells).image
    first = survey(image)
    numbers = (*dataclasses.astuple(inspect(first)), stain_strength(first), unevenness(first))
    for turned in (np.rot90(image), np.rot90(image, 2), image[:, ::-1], image[::-1]):
        other = survey(np.ascontiguousarray(turned))
        found = (*dataclasses.astuple(inspect(other)), stain_strength(other), unevenness(other))
        assert found == pytest.approx(numbers, rel=1e-3, abs=1e-3)
        assert inspect(other).flags() == inspect(first).flags()


def test_another_magnification_is_flagged_and_a_larger_picture_of_the_same_is_not() -> None:
    image = draw_field(11, cells=8).image
    assert "magnification" not in seen(cv2.resize(image, (896, 896), interpolation=cv2.INTER_CUBIC)).flags()
    closer = draw_field(11, size=(480, 640), cells=2, red_cell_diameter=100).image
    assert {"magnification", "few_cells"} <= set(seen(closer).flags())


def test_uneven_light_is_measured() -> None:
    image = draw_field(4, cells=8, scale_bar=False).image
    shade = np.linspace(1, 0.6, 224)[None, :, None]
    assert unevenness(survey((image * shade).astype(np.uint8))) > unevenness(survey(image)) + 0.15


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_an_empty_field_is_flagged_whatever_its_shade(shade: int) -> None:
    found = seen(np.full((224, 224, 3), shade, np.uint8))
    assert {"blurred", "few_cells", "magnification"} <= set(found.flags())
    assert ("over_exposed" in found.flags()) == (shade == 255)
    assert ("under_exposed" in found.flags()) == (shade < 180)


def test_few_training_fields_raise_a_flag(real_data) -> None:  # type: ignore[no-untyped-def]
    from leukemia_desktop.core.image import read_image

    paths = sorted((real_data / "taleqani").glob("*/*.jpg"))[::23]
    raised = [flag for path in paths for flag in seen(read_image(path)).flags()]
    for flag in set(ADVICE) - {"few_cells"}:
        assert raised.count(flag) <= 0.03 * len(paths) + 1, flag
