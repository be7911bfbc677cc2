"""Evidence lies where the model found it, in the field as a person sees it, and its share inside cells is counted."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.cells import Survey, survey
from leukemia_desktop.core.classifier import Classifier, ModelFailed
from leukemia_desktop.core.explain import Explanation, explain, place_in_field
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.manifest import LABELS, Manifest
from leukemia_desktop.core.recipe import Recipe, Step
from leukemia_desktop.core.synthetic import draw_field
from tests.conftest import COLOURS, build_tiny_model

WHOLE = Survey((), 0.0)
"""No red cells: nothing says that the field is a large one."""
GREY = (115, 115, 115)
"""What the tiny model takes for nothing: 0.45 in every channel."""


@pytest.fixture(scope="module")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    folder = build_tiny_model(tmp_path_factory.mktemp("models") / "tiny")
    return Classifier(Manifest.read(folder), provider="cpu", threads=1)


def field_with_patch(height: int, width: int, top: int, left: int, side: int, label: str = "Pre") -> Image:
    image = np.full((height, width, 3), GREY, np.uint8)
    image[top : top + side, left : left + side] = COLOURS[label]
    return image


def where(explanation: Explanation, label: str) -> tuple[float, float]:
    """Centre of the evidence, as (x, y) px of the original field."""
    heat = explanation.heat(label)
    ys, xs = np.indices(heat.shape) + 0.5
    place, total = explanation.place, heat.sum()
    x, y = (heat * xs).sum() / total / heat.shape[1], (heat * ys).sum() / total / heat.shape[0]
    return place.left + x * place.width, place.top + y * place.height


@pytest.mark.parametrize(("height", "width"), [(64, 128), (128, 64), (96, 96), (240, 320)])
@pytest.mark.parametrize("across", [0, 1])
@pytest.mark.parametrize("down", [0, 1])
def test_a_patch_in_a_corner_of_the_square_lights_up_there(
    classifier: Classifier, height: int, width: int, across: int, down: int
):
    side = min(height, width)
    quarter = side // 4
    left = (width - side) // 2 + across * (side - quarter)
    top = (height - side) // 2 + down * (side - quarter)
    image = field_with_patch(height, width, top, left, quarter)
    explanation = explain(image, classifier, classifier.manifest.recipe, surveyed=WHOLE)
    assert explanation.place == ((width - side) / 2, (height - side) / 2, side, side)
    grid = np.zeros((4, 4), bool)
    grid[3 * down, 3 * across] = True
    assert np.array_equal(explanation.evidence[LABELS.index("Pre")] > 1, grid)
    x, y = where(explanation, "Pre")
    assert abs(x - (left + quarter / 2)) < 0.06 * side
    assert abs(y - (top + quarter / 2)) < 0.06 * side


@pytest.mark.parametrize(("height", "width"), [(64, 128), (128, 64)])
def test_without_a_crop_evidence_covers_the_whole_oblong_field(classifier: Classifier, height: int, width: int):
    recipe = replace(classifier.manifest.recipe, steps=())
    image = np.full((height, width, 3), GREY, np.uint8)
    image[-height // 4 :, -width // 4 :] = COLOURS["Early"]
    explanation = explain(image, classifier, recipe, surveyed=WHOLE)
    assert explanation.place == (0, 0, width, height)
    x, y = where(explanation, "Early")
    assert x > 0.8 * width and y > 0.8 * height


def test_evidence_moves_with_the_patch(classifier: Classifier):
    recipe = classifier.manifest.recipe
    fields = [field_with_patch(64, 64, 24, left, 16) for left in (0, 16, 32, 48)]
    places = [where(explain(field, classifier, recipe), "Pre") for field in fields]
    steps = np.diff([x for x, _ in places])
    assert (steps > 12).all()
    assert np.ptp([y for _, y in places]) < 1


@pytest.mark.parametrize("axis", [0, 1])
def test_evidence_flips_with_the_field(classifier: Classifier, axis: int):
    rng = np.random.default_rng(7)
    image = rng.integers(0, 256, (64, 96, 3), dtype=np.uint8)
    recipe = classifier.manifest.recipe
    straight = explain(image, classifier, recipe, surveyed=WHOLE)
    flipped = explain(np.flip(image, axis).copy(), classifier, recipe, surveyed=WHOLE)
    assert np.allclose(np.flip(straight.evidence, axis + 1), flipped.evidence, atol=1e-3)
    for label in LABELS:
        assert np.allclose(np.flip(straight.heat(label), axis), flipped.heat(label), atol=1e-3)


def test_the_most_probable_label_is_the_one_of_the_patch(classifier: Classifier):
    for label in LABELS:
        explanation = explain(field_with_patch(48, 48, 0, 0, 40, label), classifier, classifier.manifest.recipe)
        assert explanation.label == label
        assert sum(explanation.probabilities) == pytest.approx(1)
        assert explanation.heat(label).max() == pytest.approx(1, abs=0.02)


def test_a_field_that_speaks_for_nothing_has_no_evidence(classifier: Classifier):
    image = np.zeros((48, 48, 3), np.uint8)
    image[:] = 255 - np.array(COLOURS["Pre"])
    explanation = explain(image, classifier, classifier.manifest.recipe)
    assert not explanation.has_evidence("Pre")
    assert explanation.heat("Pre").max() == 0
    assert explanation.evidence_inside_cells("Pre") == 0


def with_evidence_on_cells(explanation: Explanation, inside: float) -> Explanation:
    """The same field with evidence of 1 outside and `inside` within cells, at the finest grid."""
    evidence = np.ones((4, 224, 224), np.float32)
    evidence[:, explanation.inside] = inside
    return replace(explanation, evidence=evidence)


def test_the_share_inside_cells_is_counted(classifier: Classifier):
    drawn = draw_field(4, cells=8)
    explanation = explain(drawn.image, classifier, classifier.manifest.recipe)
    cover = explanation.cells_cover
    assert 0.05 < cover < 0.6
    even = with_evidence_on_cells(explanation, 1.0)
    assert even.evidence_inside_cells("Pre") == pytest.approx(cover, abs=1e-4)
    assert with_evidence_on_cells(explanation, 0.0).evidence_inside_cells("Pre") == 0
    strong = with_evidence_on_cells(explanation, 100.0)
    assert strong.evidence_inside_cells("Pre") == pytest.approx(100 * cover / (100 * cover + 1 - cover), abs=1e-3)


def test_cells_lie_where_the_crop_puts_them(classifier: Classifier):
    """The share is the same whether an oblong field is cropped by the recipe or by hand."""
    image = draw_field(5, size=(224, 300), cells=10).image
    by_hand = np.ascontiguousarray(image[:, 38:262])
    recipe = replace(classifier.manifest.recipe, input_size=32, steps=(Step.of("square_crop", size=32),))
    whole, cut = (
        explain(field, classifier, recipe, surveyed=replace(survey(field), red_cell_diameter=0.0))
        for field in (image, by_hand)
    )
    assert np.array_equal(whole.evidence, cut.evidence)
    for x in range(0, 224, 16):
        assert abs(whole.inside[:, x].mean() - cut.inside[:, x].mean()) < 0.05


def test_a_survey_at_hand_is_not_made_again(classifier: Classifier):
    image = draw_field(6).image
    known = survey(image)
    assert explain(image, classifier, classifier.manifest.recipe, surveyed=known).survey is known


def test_a_recipe_that_the_model_does_not_take_is_refused(classifier: Classifier):
    with pytest.raises(ModelFailed):
        explain(draw_field(6).image, classifier, Recipe((), input_size=64))


def test_a_model_without_usable_numbers_is_refused(tmp_path: Path):
    folder = build_tiny_model(tmp_path / "tiny")
    classifier = Classifier(Manifest.read(folder), provider="cpu", threads=1)
    recipe = replace(classifier.manifest.recipe, std=(1e-38, 1e-38, 1e-38))
    with pytest.raises(ModelFailed, match="no usable numbers"):
        explain(draw_field(6).image, classifier, recipe)


@given(*[st.integers(1, 3000) for _ in range(4)])
def test_a_processed_image_lies_centred_on_its_field(height: int, width: int, down: int, across: int):
    place = place_in_field((height, width), (down, across))
    scale = min(height / down, width / across)
    assert place.width <= width + 1e-6 and place.height <= height + 1e-6
    assert place.left + place.width / 2 == pytest.approx(width / 2)
    assert place.top + place.height / 2 == pytest.approx(height / 2)
    assert place.width == pytest.approx(across * scale, abs=scale)
    assert place.height == pytest.approx(down * scale, abs=scale)


def test_a_crop_by_one_pixel_is_a_crop_and_a_rounded_side_is_none():
    assert place_in_field((224, 225), (224, 224)) == (0.5, 0, 224, 224)
    assert place_in_field((1944, 2592), (768, 1024)) == (0, 0, 2592, 1944)
    assert place_in_field((1000, 1501), (682, 1024)) == (0, 0, 1501, 1000)
