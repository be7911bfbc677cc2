import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.analysis import Failure
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.domain import METHOD, Domain
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.core.run import Run
from leukemia_desktop.core.settings import Settings
from tests.conftest import COLOURS

# the tiny model's features are the mean colour, 0 to 1, less 0.45
MEANS = np.array([np.array(colour) / 255 - 0.45 for colour in COLOURS.values()], np.float32)
NARROW = Domain(MEANS, np.eye(3, 2, dtype=np.float32) * 20, 1 / 400, 1.0)


def with_domain(folder: Path, domain: Domain = NARROW, **changes: object) -> Path:
    """Give a model folder a domain, with the manifest's statement of it changed."""
    np.savez(folder / "domain.npz", means=domain.means, basis=domain.basis, tail=np.float64(domain.tail))
    digest = hashlib.sha256((folder / "domain.npz").read_bytes()).hexdigest()
    stated = {"method": METHOD, "file": "domain.npz", "sha256": digest, "threshold": domain.threshold} | changes
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"domain": stated}))
    return folder


def test_a_field_of_a_colour_that_no_class_has_is_unidentified_and_needs_a_look(tiny_model, make_slide):
    from PIL import Image as Pillow

    slide = make_slide("A", Benign=1, Pre=1)
    Pillow.new("RGB", (48, 48), (255, 0, 255)).save(slide / "strange.png")
    known, also_known, strange = Run(find_fields(slide), Classifier(Manifest.read(with_domain(tiny_model))), Settings())
    assert not isinstance(strange, Failure)
    assert (known.verdict.label, also_known.verdict.label) == ("Benign", "Pre")
    assert max(known.domain_score, also_known.domain_score) < 1 < strange.domain_score
    assert strange.verdict.label == "Unidentified"
    assert strange.verdict.status == "review"
    assert "out_of_domain" in strange.verdict.flags


@given(scale=st.floats(0.1, 10), seed=st.integers(0, 100))
def test_the_distance_is_that_of_mahalanobis_when_every_direction_is_kept(scale, seed):
    rng = np.random.default_rng(seed)
    mixing = rng.normal(0, scale, (4, 4))
    values, vectors = np.linalg.eigh(mixing @ mixing.T + 0.1 * np.eye(4))
    domain = Domain(np.zeros((1, 4), np.float32), (vectors / np.sqrt(values)).astype(np.float32), 1.0, 1.0)
    features = rng.normal(0, 3, (5, 4)).astype(np.float32)
    inverse = np.linalg.inv(mixing @ mixing.T + 0.1 * np.eye(4))
    expected = np.sqrt(np.einsum("ni,ij,nj->n", features, inverse, features) / 4)
    assert np.allclose(domain.distances(features), expected, rtol=1e-3)


def test_the_score_is_one_at_the_border_and_grows_with_the_distance():
    domain = Domain(np.zeros((1, 3), np.float32), np.eye(3, 2, dtype=np.float32), 1.0, 2.0)
    assert domain.score(np.array([2 * np.sqrt(3), 0, 0], np.float32)) == pytest.approx(1.0)
    assert domain.score(np.array([0, 0, 9], np.float32)) > domain.score(np.array([0, 0, 3], np.float32))


def test_a_model_without_a_domain_states_no_score(tiny_model, make_slide):
    (result,) = Run(find_fields(make_slide("A", Pro=1)), Classifier(Manifest.read(tiny_model)), Settings())
    assert result.domain_score is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sha256": "0" * 64}, "altered"),
        ({"method": "guess"}, "unknown method 'guess'"),
        ({"file": "../domain.npz"}, "must be domain.npz"),
        ({"threshold": 0}, "threshold 0.0 positive"),
        ({"threshold": float("nan")}, "threshold nan positive"),
        ({"threshold": "much"}, "could not convert"),
    ],
)
def test_a_domain_that_does_not_hold_refuses_the_model_by_name(tiny_model, changes, words):
    with pytest.raises(BrokenModel, match=f"model tiny: domain: .*{words}"):
        Classifier(Manifest.read(with_domain(tiny_model, **changes)))


def test_a_domain_of_other_arrays_or_a_pickle_is_refused(tiny_model):
    folder = with_domain(tiny_model, Domain(MEANS, np.full((3, 2), np.nan, np.float32), 1.0, 1.0))
    with pytest.raises(BrokenModel, match="does not hold means, basis and tail"):
        Classifier(Manifest.read(folder))
    np.savez(folder / "domain.npz", means=np.array([{"a": 1}], dtype=object))
    digest = hashlib.sha256((folder / "domain.npz").read_bytes()).hexdigest()
    path = folder / "manifest.json"
    data = json.loads(path.read_text())
    data["domain"]["sha256"] = digest
    path.write_text(json.dumps(data))
    with pytest.raises(BrokenModel, match="model tiny: domain"):
        Classifier(Manifest.read(folder))
