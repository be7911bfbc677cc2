"""The smear itself is looked at beside the model: another smear is refused whatever the model makes of it."""

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leukemia_desktop.core.analysis import Failure, Result, analyze
from leukemia_desktop.core.cells import Survey, survey
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field, find_fields
from leukemia_desktop.core.image import Image, find_images, read_image
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.core.models import model_folders
from leukemia_desktop.core.quality import inspect
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.smear import NUMBERS, SmearDomain
from leukemia_desktop.core.smear_numbers import smear_numbers
from leukemia_desktop.core.synthetic import draw_field, save_field
from leukemia_desktop.core.trust import UNIDENTIFIED


def numbers_of(image: Image) -> tuple[float, ...]:
    found = survey(image)
    return smear_numbers(found, inspect(found).magnification)


def fitted(numbers: np.ndarray, threshold: float = 3.0) -> SmearDomain:
    """What the numbers of these fields (N, 8) give, with room at the border."""
    inverse = np.linalg.inv(np.cov(numbers, rowvar=False) + 0.01 * np.eye(len(NUMBERS)))
    return SmearDomain(numbers.mean(0), (inverse + inverse.T) / 2, threshold)


@pytest.fixture(scope="module")
def domain() -> SmearDomain:
    """Of drawn smears."""
    return fitted(np.array([numbers_of(draw_field(seed, cells=6 + seed % 20).image) for seed in range(30)]))


def with_smear(folder: Path, stated: Any) -> Path:
    """The model folder, its manifest with this statement."""
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"smear": stated}))
    return folder


def opened(folder: Path) -> Classifier:
    return Classifier(Manifest.read(folder), provider="cpu", threads=1)


def results_of(slide: Path, classifier: Classifier, memory: Ledger | None = None) -> list[Result]:
    outcomes = list(analyze(find_fields(slide), classifier, memory=memory))
    assert not any(isinstance(outcome, Failure) for outcome in outcomes)
    return [outcome for outcome in outcomes if isinstance(outcome, Result)]


@pytest.fixture
def slide(tmp_path: Path) -> Path:
    """One drawn smear and the same in other colours."""
    folder = tmp_path / "slide"
    folder.mkdir()
    drawn = draw_field(77, cells=12)
    save_field(drawn, folder / "a-known.png")
    save_field(replace(drawn, image=np.ascontiguousarray(drawn.image[:, :, ::-1])), folder / "b-other.png")
    return folder


def test_another_smear_is_unidentified_though_the_model_states_no_domain_of_its_own(tiny_model, slide, domain):
    known, other = results_of(slide, opened(with_smear(tiny_model, domain.statement())))
    assert known.smear_score < 1 and "out_of_domain" not in known.verdict.flags
    assert known.domain_score == known.smear_score
    assert other.smear_score > 1
    assert (other.verdict.label, other.verdict.status) == (UNIDENTIFIED, "review")
    assert "out_of_domain" in other.verdict.flags


def test_a_large_field_in_tiles_has_one_score_of_its_smear(tiny_model, tmp_path, domain):
    (tmp_path / "slide").mkdir()
    save_field(draw_field(6, size=(500, 640), cells=60), tmp_path / "slide" / "a.png")
    (result,) = results_of(tmp_path / "slide", opened(with_smear(tiny_model, domain.statement())))
    assert result.tiles > 4
    assert 0 < result.smear_score == result.domain_score < 1


@pytest.mark.parametrize("stated", ["absent", None])
def test_a_model_that_says_nothing_of_the_smear_works_as_before(tiny_model, slide, stated):
    if stated != "absent":
        with_smear(tiny_model, stated)
    classifier = opened(tiny_model)
    assert classifier.smear is None
    for result in results_of(slide, classifier):
        assert result.smear_score is None and result.domain_score is None
        assert "smear" not in result.key.recipe


def test_what_was_said_under_another_border_of_the_smear_is_computed_again(tiny_model, slide, domain, tmp_path):
    with Ledger(tmp_path / "ledger.sqlite") as book:
        before = [results_of(slide, opened(tiny_model), book)[1]]
        for threshold in (1e6, 3.0):
            stated = replace(domain, threshold=threshold).statement()
            before.append(results_of(slide, opened(with_smear(tiny_model, stated)), book)[1])
        assert len({result.key for result in before}) == 3
        assert ["out_of_domain" in result.verdict.flags for result in before] == [False, False, True]
        with_smear(tiny_model, stated | {"measured": {"flagged_together": 0.01}})
        again = results_of(slide, opened(tiny_model), book)[1]
        assert again == before[-1], "what was measured of it changes no verdict"
        assert book.verify() == ""


def test_the_key_changes_with_the_border_of_the_features_too(tiny_model, domain):
    manifest = Manifest.read(with_smear(tiny_model, domain.statement()))
    keys = {replace(manifest, raw={**manifest.raw, "domain": {"threshold": border}}).refusal for border in (1.0, 2.0)}
    assert len(keys) == 2


GOOD = SmearDomain(np.zeros(8), np.eye(8), 1.0).statement()
ROW = [1.0] * 8


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"version": 2}, "version 2 is not 1; a newer program"),
        ({"version": True}, "version True is not 1"),
        ({"method": "guess"}, "unknown method 'guess'"),
        ({"numbers": NUMBERS[:-1]}, "numbers .* are not background_red"),
        ({"numbers": list(reversed(NUMBERS))}, "numbers .* are not background_red"),
        ({"mean": ROW[:-1]}, "mean must be 8 numbers"),
        ({"mean": ROW * 100_000}, "mean must be 8 numbers"),
        ({"mean": [*ROW[:-1], "1"]}, "mean: '1' is no number"),
        ({"mean": [*ROW[:-1], True]}, "mean: True is no number"),
        ({"mean": [*ROW[:-1], float("nan")]}, "mean: nan is beyond"),
        ({"mean": [*ROW[:-1], 10**400]}, "mean: 1.* is beyond"),
        ({"mean": "x" * 100_000}, "mean must be 8 numbers"),
        ({"inverse_covariance": [ROW] * 7}, "inverse_covariance must be 8 rows"),
        ({"inverse_covariance": [ROW[:-1]] * 8}, "a row of inverse_covariance must be 8 numbers"),
        ({"inverse_covariance": [ROW] * 8}, ".*not symmetric and positive definite"),
        ({"inverse_covariance": np.triu(np.ones((8, 8))).tolist()}, ".*not symmetric and positive definite"),
        ({"threshold": 0}, "threshold 0.0 must be positive"),
        ({"threshold": -1}, "threshold -1.0 must be positive"),
        ({"threshold": float("inf")}, "threshold: inf is beyond"),
        ({"threshold": None}, "threshold: None is no number"),
    ],
)
def test_a_damaged_statement_refuses_the_model_by_name(tiny_model, changes, words):
    with pytest.raises(BrokenModel, match=f"model tiny: smear: {words}") as refused:
        opened(with_smear(tiny_model, GOOD | changes))
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize("missing", ["version", "method", "numbers", "mean", "inverse_covariance", "threshold"])
def test_a_statement_with_a_part_missing_is_refused_by_its_name(tiny_model, missing):
    with pytest.raises(BrokenModel, match=f"model tiny: smear: {missing} is missing"):
        opened(with_smear(tiny_model, {key: value for key, value in GOOD.items() if key != missing}))


@pytest.mark.parametrize("stated", [[], "", 0, False, [[]], "mahalanobis"])
def test_what_is_no_statement_is_refused_and_not_taken_for_none(tiny_model, stated):
    with pytest.raises(BrokenModel, match="model tiny: smear: it must be an object"):
        opened(with_smear(tiny_model, stated))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=9) | st.dictionaries(st.sampled_from(list(GOOD)), inner, max_size=6),
    max_leaves=30,
)


@given(st.sampled_from(list(GOOD)), JSON)
def test_any_value_in_any_place_gives_a_domain_or_a_refusal_by_name(key: str, value: Any):
    stated = deepcopy(GOOD) | {key: value}
    manifest = Manifest(Path("m"), "m", "", (), Recipe(()), "", "", 1.0, None, "", {"smear": stated})
    try:
        domain = SmearDomain.read(manifest)
    except BrokenModel as error:
        assert str(error).startswith("model m: smear: ")
    else:
        assert domain is not None
        assert np.isfinite(domain.score([255.0] * 8))


@given(st.floats(0.1, 50), st.lists(st.floats(-10, 10), min_size=8, max_size=8).filter(lambda way: max(map(abs, way)) > 0.1))
def test_the_score_is_one_at_the_border_and_grows_with_the_distance(threshold: float, way: list[float]):
    domain = SmearDomain(np.arange(8.0), np.diag(np.arange(1.0, 9)), threshold)
    step = np.array(way) / domain.distances(np.array([np.arange(8.0) + way]))[0]
    at = [domain.score(list(np.arange(8.0) + factor * threshold * step)) for factor in (0.0, 0.5, 1.0, 2.0)]
    assert at == pytest.approx([0, 0.5, 1, 2])


def test_a_statement_read_back_is_the_same_domain(tiny_model, domain):
    again = opened(with_smear(tiny_model, domain.statement())).smear
    assert again is not None and again.statement() == domain.statement()


@given(st.integers(1, 90), st.integers(1, 90), st.integers(0, 2**31), st.sampled_from(["noise", "plain", "halves"]))
def test_any_picture_has_numbers_that_are_finite(height: int, width: int, seed: int, kind: str):
    rng = np.random.default_rng(seed)
    image = rng.integers(0, 256, (height, width, 3), np.uint8)
    if kind != "noise":
        image[:] = rng.integers(0, 256, 3, np.uint8)
    if kind == "halves":
        image[: height // 2] = rng.integers(0, 256, 3, np.uint8)
    numbers = numbers_of(image)
    assert len(numbers) == len(NUMBERS)
    assert np.isfinite(numbers).all()


def test_flips_and_quarter_turns_change_next_to_nothing():
    image = draw_field(3, cells=14).image
    expected = numbers_of(image)
    for turned in (image[::-1], image[:, ::-1], np.rot90(image)):
        assert numbers_of(np.ascontiguousarray(turned)) == pytest.approx(expected, abs=0.5)


def test_numbers_are_those_of_what_was_drawn():
    drawn = draw_field(4, cells=10, scale_bar=False)
    background = drawn.image.reshape(-1, 3)[drawn.image[:, :, 1].ravel() > 230].mean(0)
    numbers = numbers_of(drawn.image)
    assert numbers[:3] == pytest.approx(background, abs=6)
    assert max(numbers[3:6]) < max(numbers[:3])
    assert abs(numbers[6]) < 0.3


def test_cells_alone_without_their_field_have_no_numbers():
    with pytest.raises(TypeError, match="no field to measure"):
        smear_numbers(Survey((), 17.0), 1.0)


@settings(max_examples=20)
@given(seed=st.integers(0, 1000), gains=st.tuples(*[st.floats(0.3, 1.0)] * 3))
def test_a_verdict_is_never_ok_where_the_smear_lies_outside(seen_by, seed: int, gains: tuple[float, float, float]):
    image = (draw_field(seed, cells=8).image * gains).astype(np.uint8)
    result = seen_by(image)
    outside = result.smear_score > 1
    assert ("out_of_domain" in result.verdict.flags) == (result.verdict.label == UNIDENTIFIED) == outside
    assert not (outside and result.verdict.status == "ok")


@pytest.fixture(scope="module")
def seen_by(tmp_path_factory, domain):
    """What the program says of an image, from file to verdict."""
    from tests.conftest import build_tiny_model

    place = tmp_path_factory.mktemp("smear")
    classifier = opened(with_smear(build_tiny_model(place / "tiny"), domain.statement()))

    def said(image: Image) -> Result:
        from PIL import Image as Pillow

        Pillow.fromarray(image).save(place / "field.png")
        (result,) = analyze([Field(place / "field.png", "slide", "field.png")], classifier)
        assert isinstance(result, Result)
        return result

    return said


def test_every_model_that_ships_keeps_its_own_smears_and_refuses_those_of_another_laboratory(real_data):
    shipped = [Manifest.read(folder) for folder in model_folders().values()]
    domains = {manifest.id: SmearDomain.read(manifest) for manifest in shipped}
    own = [numbers_of(read_image(path)) for path in sorted((real_data / "taleqani").glob("*/*.jpg"))[::40]]
    assert len(own) > 50
    foreign = [numbers_of(read_image(path)) for path in find_images(real_data / "bccd" / "JPEGImages")[::20]]
    assert len(foreign) > 10
    for name, domain in domains.items():
        assert domain is not None, name
        assert (domain.distances(np.array(own)) > domain.threshold).mean() < 0.05, name
        assert (domain.distances(np.array(foreign)) > domain.threshold).all(), name
