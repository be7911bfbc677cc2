"""Fields that a model was not made for, and the pictures beside a model."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.training import pictures
from leukemia_desktop.training.errors import BadDataset, TrainingError
from leukemia_desktop.training.evaluate import flagged_lines
from leukemia_desktop.training.out_of_domain import flagged, read_measured, scores_of, separation
from leukemia_desktop.training.strange import foreign_images, strange_images


def test_strange_images_are_of_every_kind_and_alike_every_time(tmp_path: Path):
    first, again = strange_images(tmp_path / "one"), strange_images(tmp_path / "two")
    assert set(first) == {"textures", "documents", "blank fields", "pictures"}
    assert all(len(paths) >= 40 for paths in first.values())
    for kind, paths in first.items():
        assert [p.read_bytes() for p in paths] == [p.read_bytes() for p in again[kind]]


def test_every_score_tells_what_lies_far_from_what_was_learned():
    rng = np.random.default_rng(0)
    labels = np.arange(400) % 4
    centres = 6 * np.eye(4, 20)
    features = (centres[labels] + rng.normal(0, 1, (400, 20))).astype(np.float32)
    strange = rng.normal(0, 1, (50, 20)).astype(np.float32) - 5
    learned, unseen = slice(0, 300), slice(300, None)
    scores = {
        name: scores_of(features[learned], labels[learned], of, of @ np.eye(20, 4, dtype=np.float32))
        for name, of in (("unseen", features[unseen]), ("strange", strange))
    }
    for method in ("mahalanobis", "knn", "energy"):
        found = separation(scores["unseen"][method], scores["strange"][method])
        assert found == {"auroc": 1.0, "accepted_at_95": 0.0}


def test_scores_that_say_nothing_have_the_auroc_of_chance():
    same = np.random.default_rng(0).random(500)
    found = separation(same, same)
    assert found["auroc"] == pytest.approx(0.5)
    assert found["accepted_at_95"] == pytest.approx(0.95, abs=0.01)


def test_the_program_itself_is_asked_what_it_says_of_strange_fields(tiny_model, make_slide):
    slide = make_slide(Benign=3, Pro=2)
    of = flagged(Classifier(Manifest.read(tiny_model)), {"smears": foreign_images(slide)})["smears"]
    assert of["fields"] == 5
    assert of["out_of_domain"] == 0  # this model states no domain
    assert flagged_lines(tiny_model, slide, strange=False)[0].startswith("smears from elsewhere")
    assert not flagged_lines(tiny_model, None, strange=False)


def test_a_folder_without_smears_and_a_damaged_table_are_named(tmp_path: Path, config):
    with pytest.raises(BadDataset, match="nowhere: no such folder"):
        foreign_images(tmp_path / "nowhere")
    path = tmp_path / "out-of-domain-int8.json"
    assert read_measured(path, config()) is None
    for content in ("[", "[1]", json.dumps({"config": config().to_dict()})):
        path.write_text(content)
        with pytest.raises(TrainingError, match=r"out-of-domain-int8.json: not what"):
            read_measured(path, config())


def test_a_table_of_another_configuration_is_not_taken(tmp_path: Path, config):
    path = tmp_path / "out-of-domain-int8.json"
    path.write_text(json.dumps({"config": config().to_dict(), "fields": {}, "methods": {}, "histogram": {}}))
    assert read_measured(path, config()) == {"fields": {}, "methods": {}, "histogram": {}}
    assert read_measured(path, config(epochs=9)) is None


def test_every_picture_is_small_and_opens(tmp_path: Path):
    rng = np.random.default_rng(0)
    labels = np.arange(80) % 4
    bins = [[0, 0.0, 0.0]] * 10 + [[5, 0.7, 0.5], [10, 0.8, 0.7], [60, 0.9, 0.95], [2000, 0.99, 1.0]]
    edges = [0.0, 1.0, 2.0, 3.0]
    drawn = {
        "confusion": pictures.confusion(np.arange(16).reshape(4, 4), "a"),
        "reliability": pictures.reliability(bins, "a"),
        "risk": pictures.risk_coverage([[0.5, 0.0], [1.0, 0.02]], "a"),
        "perfect": pictures.risk_coverage([[0.5, 0.0], [1.0, 0.0]], "a"),
        "domain": pictures.domain_histogram({"unseen fields": [9, 1, 0], "none": [0, 0, 0]}, edges, "a"),
        "embedding": pictures.embedding(rng.normal(0, 1, (80, 10)).astype(np.float32), labels, "a"),
    }
    for name, figure in drawn.items():
        path = tmp_path / f"{name}.png"
        pictures.save(path, figure)
        assert path.stat().st_size < 60_000
        with Pillow.open(path) as image:
            assert min(image.size) > 200
            assert np.ptp(np.asarray(image.convert("L"))) > 100
