"""Finer evidence and each cell's contribution: they follow the cells, and a model that knows nothing gives none."""

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from leukemia_desktop.core.cells import survey
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.evidence import centres, fine_evidence, spacing
from leukemia_desktop.core.explain import explain
from leukemia_desktop.core.manifest import LABELS, Manifest
from leukemia_desktop.core.occlusion import contributions, suspicious_first
from leukemia_desktop.core.synthetic import draw_field
from tests.conftest import COLOURS, build_tiny_model

GREY = (115, 115, 115)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    folder = build_tiny_model(tmp_path_factory.mktemp("models") / "tiny", size=224)
    return Classifier(Manifest.read(folder), provider="cpu", threads=1)


def purple_model(folder: Path, *, seed: int | None = None) -> Classifier:
    """The tiny model with "Pre" speaking for purple, (R + B) / 2 - G, as nuclei are; or with weights drawn by `seed`."""
    build_tiny_model(folder, size=224)
    model = onnx.load(folder / "model.onnx")
    weights = np.zeros((4, 3), np.float32)
    weights[LABELS.index("Pre")] = (20, -40, 20)
    if seed is not None:
        weights = np.random.default_rng(seed).normal(0, 25, (4, 3)).astype(np.float32)
    for tensor in model.graph.initializer:
        if tensor.name == "weights":
            tensor.CopyFrom(numpy_helper.from_array(weights.T.copy(), "weights"))
        if tensor.name == "kernels":
            tensor.CopyFrom(numpy_helper.from_array(weights[:, :, None, None].copy(), "kernels"))
    data = model.SerializeToString()
    (folder / "model.onnx").write_bytes(data)
    manifest = Manifest.read(folder)
    return Classifier(replace(manifest, sha256=hashlib.sha256(data).hexdigest()), provider="cpu", threads=1)


@pytest.mark.parametrize(
    ("size", "count", "apart", "first"),
    [(224, 7, 32, 16), (224, 4, 64, 16), (224, 3, 64, 48), (32, 4, 8, 4), (96, 5, 19, 10)],
)
def test_numbers_of_a_map_lie_a_stride_apart_about_the_middle(size: int, count: int, apart: int, first: float):
    assert spacing(size, count) == apart
    places = centres(size, count)
    assert places[0] == first
    assert places.mean() == size / 2


@pytest.mark.parametrize(("x", "y"), [(40, 60), (112, 112), (150, 30), (190, 200)])
def test_a_fine_map_says_where_something_is_to_half_of_the_coarse_grid(tiny: Classifier, x: int, y: int):
    image = np.full((224, 224, 3), GREY, np.uint8)
    image[y - 10 : y + 10, x - 10 : x + 10] = COLOURS["Pre"]
    fine, said = fine_evidence(tiny, tiny.manifest.recipe, image)
    assert fine.shape == (4, 28, 28)
    heat = fine[LABELS.index("Pre")]
    down, across = (np.arange(28) + 0.5) * 8 @ heat.sum(1) / heat.sum(), (np.arange(28) + 0.5) * 8 @ heat.sum(0) / heat.sum()
    assert abs(down - y) < 10 and abs(across - x) < 10
    assert said.logits.argmax() == LABELS.index("Pre")


def test_a_fine_map_holds_the_models_own_numbers_where_the_field_is_not_moved(tiny: Classifier):
    image = draw_field(3).image
    seen = tiny.manifest.recipe.model_input(image)
    _, said = fine_evidence(tiny, tiny.manifest.recipe, seen)
    coarse, _ = fine_evidence(tiny, tiny.manifest.recipe, seen, fine=4)
    assert np.allclose(coarse[:, 1:3, 1:3], said.evidence[:, 1:3, 1:3], atol=40)  # a grid moved by at most 12 px
    assert coarse.shape == said.evidence.shape


def test_evidence_of_a_model_that_sees_nuclei_lies_in_cells_and_random_weights_destroy_that(tmp_path: Path):
    drawn = draw_field(11, cells=9, palette="violet", scale_bar=False)
    seeing = purple_model(tmp_path / "seeing")
    told = explain(drawn.image, seeing, seeing.manifest.recipe, fine=True)
    coarse = explain(drawn.image, seeing, seeing.manifest.recipe)
    assert told.evidence_inside_cells("Pre") > coarse.evidence_inside_cells("Pre") > told.cells_cover
    spoken = contributions(told, seeing, seeing.manifest.recipe)
    assert min(spoken.of("Pre")) > 0
    assert spoken.share_of_cells("Pre") > 0.8
    shares, agree = [], []
    for seed in range(6):
        random = purple_model(tmp_path / f"random{seed}", seed=seed)
        of_random = explain(drawn.image, random, random.manifest.recipe, fine=True)
        shares.append(of_random.evidence_inside_cells("Pre"))
        drops = contributions(of_random, random, random.manifest.recipe).of("Pre")
        agree.append(min(drops) > 0)
    assert np.median(shares) < told.evidence_inside_cells("Pre") / 1.5
    assert not all(agree)


def test_moving_a_cell_moves_the_evidence_and_its_contribution_goes_along(tmp_path: Path):
    classifier = purple_model(tmp_path / "seeing")
    drawn = draw_field(2, cells=1, palette="violet", scale_bar=False)
    (cell,) = survey(drawn.image).counted
    found = []
    for move in (-60, 0, 50):
        wanted = 112 + move
        image = np.roll(drawn.image, (112 - round(cell.y), wanted - round(cell.x)), (0, 1))
        told = explain(image, classifier, classifier.manifest.recipe, fine=True)
        heat = told.heat("Pre") ** 2
        found.append((heat.sum(0) @ np.arange(224)) / heat.sum())
        ((number, moved, drop),) = suspicious_first(
            told.survey.counted, contributions(told, classifier, classifier.manifest.recipe).of("Pre")
        )
        assert number == 1 and drop > 0
        assert abs(moved.x - wanted) < 3
    assert found[0] < found[1] - 25 < found[2] - 50


def test_the_larger_cell_of_a_model_that_sees_purple_speaks_more(tmp_path: Path):
    classifier = purple_model(tmp_path / "seeing")
    drawn = draw_field(11, cells=9, palette="violet", scale_bar=False)
    told = explain(drawn.image, classifier, classifier.manifest.recipe)
    spoken = contributions(told, classifier, classifier.manifest.recipe)
    assert spoken.drops.shape == (len(told.survey.counted), 4)
    order = spoken.ranked("Pre")
    areas = np.array([cell.area for cell in told.survey.counted])
    assert areas[order[:3]].mean() > areas[order[-3:]].mean()


def test_a_large_field_has_its_evidence_and_its_cells_in_their_places(tmp_path: Path):
    classifier = purple_model(tmp_path / "seeing")
    drawn = draw_field(4, size=(480, 640), cells=45, palette="violet", scale_bar=False)
    told = explain(drawn.image, classifier, classifier.manifest.recipe, fine=True)
    assert len(told.parts) > 4
    assert told.place == (0, 0, 640, 480)
    assert told.evidence.shape[2] / told.evidence.shape[1] == pytest.approx(640 / 480, rel=0.05)
    assert told.evidence_inside_cells("Pre") > 1.5 * told.cells_cover
    spoken = contributions(told, classifier, classifier.manifest.recipe)
    assert len(spoken.of("Pre")) == len(told.survey.counted) > 20
    assert np.mean(np.array(spoken.of("Pre")) > 0) > 0.9
