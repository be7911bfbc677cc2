"""A field that shows more of the smear than the model's own is looked at in tiles; any other exactly as before."""

import math
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.analysis import analyze
from leukemia_desktop.core.cells import RULES as CELL_RULES
from leukemia_desktop.core.cells import Cell, Survey, survey
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import LABELS, Manifest
from leukemia_desktop.core.outcome import Key, Result
from leukemia_desktop.core.quality import TRAINING_RED_CELL
from leukemia_desktop.core.synthetic import draw_field, save_field
from leukemia_desktop.core.tiles import LARGER, MOST_TILES, STEP, joined, joined_domain_score, model_inputs, tiling
from leukemia_desktop.core.tiles import RULES as TILE_RULES
from tests.conftest import build_tiny_model

LEARNED = 224 * TRAINING_RED_CELL
"""px of a red cell in a field of the model's own size."""


@pytest.fixture(scope="module")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    folder = build_tiny_model(tmp_path_factory.mktemp("models") / "tiny", size=224)
    return Classifier(Manifest.read(folder), provider="cpu", threads=2)


@cache
def a_cell() -> Cell:
    (one,) = survey(draw_field(1, cells=1, scale_bar=False).image).counted
    return one


def result_of(folder: Path, classifier: Classifier, memory: Ledger | None = None) -> Result:
    (outcome,) = analyze(find_fields(folder), classifier, memory=memory)
    assert isinstance(outcome, Result)
    return outcome


@given(st.integers(100, 3000), st.integers(100, 3000), st.floats(4, 150))
def test_tiles_cover_the_field_overlap_and_show_the_width_that_the_model_knows(height: int, width: int, diameter: float):
    tiles = tiling((height, width), Survey((), diameter), 224)
    side = round(diameter / TRAINING_RED_CELL)
    if tiles is None:
        assert max(height, width) <= LARGER * max(224, side)
        return
    side = min(side, height, width)
    assert tiles.side == side
    (top, left) = tiles.corners[0]
    assert 0 <= top <= height - side and 0 <= left <= width - side


@given(st.integers(300, 3000), st.integers(300, 3000), st.floats(10, 60), st.integers(0, 2**32))
def test_every_cell_is_in_a_tile_and_no_tile_without_one_is_asked(height: int, width: int, diameter: float, seed: int):
    rng = np.random.default_rng(seed)
    one = a_cell()
    places = rng.uniform((0, 0), (width - 1, height - 1), (20, 2))
    cells = tuple(replace(one, x=float(x), y=float(y)) for x, y in places)
    tiles = tiling((height, width), Survey(cells, diameter), 224)
    if tiles is None:
        return
    inside = [
        [left <= cell.x + 0.5 < left + tiles.side and top <= cell.y + 0.5 < top + tiles.side for cell in cells]
        for top, left in tiles.corners
    ]
    assert all(map(any, zip(*inside, strict=True))) or len(tiles.corners) == MOST_TILES
    assert [sum(row) for row in inside] == list(tiles.cells)
    assert min(tiles.cells) > 0


def test_neighbours_overlap_by_a_quarter_at_least():
    full = draw_field(3, size=(700, 900), cells=150, scale_bar=False)
    tiles = tiling((700, 900), survey(full.image), 224)
    assert tiles
    lefts = sorted({left for _, left in tiles.corners})
    assert max(np.diff(lefts)) <= math.ceil(STEP * tiles.side)
    assert lefts[0] == 0 and lefts[-1] == 900 - tiles.side


@pytest.mark.parametrize("size", [(224, 224), (280, 280), (200, 270), (48, 64)])
def test_pixels_that_fit_into_the_models_field_are_never_tiled(size: tuple[int, int]):
    for diameter in (0.0, 5.0, LEARNED, 40.0):
        assert tiling(size, Survey((), diameter), 224) is None


def test_an_oblong_part_of_what_would_be_one_field_is_shown_as_before():
    assert tiling((480, 640), Survey((), 100.0), 224) is None


def test_a_fine_picture_of_one_field_is_shown_as_a_whole_and_one_without_red_cells_too():
    assert tiling((896, 896), Survey((), 4 * LEARNED), 224) is None
    assert tiling((896, 896), Survey((), 0.0), 224) is None


@pytest.mark.parametrize(("diameter", "flagged"), [(LEARNED, False), (5 * LEARNED, False), (0.6 * LEARNED, True)])
def test_what_cannot_be_brought_to_the_training_magnification_says_so(diameter: float, flagged: bool):
    tiles = tiling((3000, 4000), Survey((), diameter), 224)
    assert tiles
    assert (abs(tiles.magnification - 1) > 0.3) == flagged


def test_a_usual_field_gives_what_the_model_gives_for_it_bit_for_bit(classifier: Classifier, tmp_path: Path):
    drawn = draw_field(5)
    (tmp_path / "slide").mkdir()
    save_field(drawn, tmp_path / "slide" / "a.png")
    result = result_of(tmp_path / "slide", classifier)
    alone = classifier.predict([classifier.manifest.recipe.tensor(drawn.image)])[0]
    assert result.logits == tuple(map(float, alone.logits))
    assert result.tiles == 1
    assert result.key.recipe == f"{classifier.manifest.recipe.hash}+{CELL_RULES}"


def test_a_large_field_has_the_mean_of_its_tiles_weighted_by_their_cells(classifier: Classifier, tmp_path: Path):
    drawn = draw_field(6, size=(500, 640), cells=60, scale_bar=False)
    (tmp_path / "slide").mkdir()
    save_field(drawn, tmp_path / "slide" / "a.png")
    result = result_of(tmp_path / "slide", classifier)
    tiles = tiling((500, 640), survey(drawn.image), 224)
    assert tiles and result.tiles == len(tiles.corners) > 4
    recipe = classifier.manifest.recipe
    said = classifier.predict([recipe.normalise(seen) for seen in model_inputs(drawn.image, tiles, recipe)])
    odds = np.exp(np.array([one.logits for one in said], np.float64))
    expected = np.average(odds / odds.sum(1, keepdims=True), axis=0, weights=tiles.cells)
    assert result.verdict.probabilities == pytest.approx(expected, abs=1e-6)
    assert "magnification" not in result.verdict.flags


@pytest.mark.parametrize(
    ("size", "older"),
    [
        ((224, 224), ""),
        ((224, 224), "+survey-0"),
        ((500, 640), ""),
        ((500, 640), f"+{TILE_RULES}"),
        ((500, 640), f"+survey-0+{TILE_RULES}"),
        ((500, 640), f"+{CELL_RULES}+tiles-0"),
        ((500, 640), f"+{CELL_RULES}"),
    ],
)
def test_what_was_said_under_other_rules_is_computed_again_once(
    classifier: Classifier, tmp_path: Path, size: tuple[int, int], older: str
):
    (tmp_path / "slide").mkdir()
    save_field(draw_field(6, size=size, cells=20), tmp_path / "slide" / "a.png")
    with Ledger(tmp_path / "ledger.sqlite") as book:
        new = result_of(tmp_path / "slide", classifier)
        before = Key(new.key.image_sha256, new.key.model_sha256, classifier.manifest.recipe.hash + older)
        book.record([replace(new, key=before, logits=(9.0, 0.0, 0.0, 0.0), wbc_count=99, tiles=1)])
        again = result_of(tmp_path / "slide", classifier, book)
        assert (again.logits, again.wbc_count, again.tiles) == (new.logits, new.wbc_count, new.tiles)
        assert again.key != before and again.key.made_with(classifier.manifest.recipe)
        remembered = result_of(tmp_path / "slide", classifier, book)
        assert remembered == again and remembered.analysed_at == again.analysed_at
        assert len(list(book.entries())) == 2, "what was said before stays on record"
        assert book.verify() == ""


def sure(label: str, logit: float = 12.0) -> list[float]:
    return [logit if name == label else 0.0 for name in LABELS]


def test_one_clearly_suspicious_tile_with_cells_keeps_a_benign_field_from_being_sure():
    rest = [sure("Benign")] * 9
    assert joined([*rest, sure("Pre")], [10] * 10, 1.0)[1]
    assert not joined([*rest, sure("Pre")], [10] * 9 + [3], 1.0)[1]
    assert not joined([*rest, sure("Pre", 2.0)], [10] * 10, 1.0)[1]
    assert not joined([*[sure("Pre")] * 9, sure("Pro")], [10] * 10, 1.0)[1]


def test_tiles_speak_with_the_weight_of_their_cells_and_at_the_models_temperature():
    logits, _ = joined([sure("Benign"), sure("Pro")], [1, 3], 2.0)
    shares = np.exp(np.array(logits) / 2) / np.exp(np.array(logits) / 2).sum()
    assert shares[3] == pytest.approx(0.75, abs=0.01)
    same, _ = joined([[3.0, 1.0, 0.0, -1.0]] * 3, [2, 5, 9], 0.7)
    assert np.diff(same) == pytest.approx(np.diff([3.0, 1.0, 0.0, -1.0]))


def test_one_foreign_tile_does_not_make_a_field_foreign_and_a_majority_does():
    assert joined_domain_score([0.5, 0.6, 9.0], [5, 5, 5]) == 0.6
    assert joined_domain_score([0.5, 8.0, 9.0], [5, 5, 5]) == 8.0
    assert joined_domain_score([0.5, 8.0], [1, 20]) == 8.0
    assert joined_domain_score([0.5, 8.0], [0, 0]) == 0.5
