"""Several looks: a field of which the first model is sure is its alone; about the rest the others are asked as well."""

import numpy as np
import onnxruntime as ort
import pytest
import torch

from leukemia_desktop.core.manifest import OUTPUTS
from leukemia_desktop.training import looks
from leukemia_desktop.training.architectures._field_model import Explained, evidence_method
from leukemia_desktop.training.architectures.lite0_nuclei import nuclei, overlap
from leukemia_desktop.training.checkpoint import load_checkpoint
from leukemia_desktop.training.errors import BadConfig
from leukemia_desktop.training.model import build
from leukemia_desktop.training.onnx_file import check_parity, onnx_logits, write_onnx, write_quantised
from leukemia_desktop.training.split import field_disjoint
from leukemia_desktop.training.toml_file import write_config
from leukemia_desktop.training.train import train
from tests.training.conftest import quick_config, small_config

SIZE = 64


SHELF = {"one": "lite0_half", "two": "lite0_nuclei", "three": "lite0_half"}


@pytest.fixture
def joined():
    return small_config(name="all", architecture="three_looks", looks=list(SHELF))


@pytest.fixture
def model(joined):
    torch.manual_seed(0)
    return build(joined).eval()


@pytest.fixture
def images():
    """A purple disc on pale fields, no two of which look alike."""
    torch.manual_seed(1)
    fields = 0.8 + 0.02 * torch.randn(8, 3, SIZE, SIZE)
    fields += 0.3 * torch.randn(8, 1, SIZE // 16, SIZE // 16).repeat_interleave(16, 2).repeat_interleave(16, 3)
    fields[:, :, 12:34, 20:44] = torch.tensor([-0.1, -0.6, 0.3])[None, :, None, None]
    return fields


def surer(model, images, sure):
    """The model with a first look that is sure of the first `sure` images alone."""
    first = model.first.classifier
    with torch.no_grad():
        features = model.first.features(images)
        target = torch.zeros(len(images), 4)
        target[:sure, 2] = 20.0
        first.bias.zero_()
        first.weight.copy_(torch.linalg.lstsq(features.double(), target.double(), driver="gelsd").solution.T)
    return model


def test_only_of_what_the_first_look_doubts_the_others_are_asked(model, images):
    surer(model, images, 5)
    with torch.inference_mode():
        first, second, third = (part(images) for part in model.parts)
        together = model(images)
    assert torch.equal(together[:5], first[:5])
    assert torch.allclose(together[5:], first[5:] + second[5:] + third[5:] / 2, atol=1e-5)


def test_doubt_rises_without_a_jump(model):
    shares = torch.tensor([0.99, 0.95, 0.94, 0.925, 0.90, 0.5])
    logits = torch.stack([shares.log(), *[((1 - shares) / 3).log()] * 3], 1)
    assert torch.allclose(model.doubt(logits)[:, 0], torch.tensor([0.0, 0.0, 0.2, 0.5, 1.0, 1.0]), atol=1e-4)


def test_the_evidence_of_all_looks_adds_up_to_the_logit(model, images):
    surer(model, images, 3)
    with torch.inference_mode():
        logits, features, places = model.explained(images)
        doubt = model.doubt(model.first(images))
        first, second, third = (part.classifier.bias for part in model.parts)
        bias = first + doubt * (second + third / 2)
    assert torch.allclose(places.mean((2, 3)), logits - bias, atol=1e-4)
    assert torch.equal(features, model.first.features(images))
    assert evidence_method(model) == evidence_method(model.first)


@pytest.mark.slow
def test_a_model_file_of_several_looks_says_what_torch_says_whoever_is_in_doubt(model, images, tmp_path):
    surer(model, images, 5)
    exact = tmp_path / "exact.onnx"
    write_onnx(model, SIZE, exact)
    session = ort.InferenceSession(str(exact), providers=["CPUExecutionProvider"])
    for company in (images, images[:5], images[5:], images[:1], images[7:]):
        with torch.inference_mode():
            expected = Explained(model)(company)
        found = session.run(OUTPUTS, {"images": company.numpy()})
        for ours, theirs in zip(expected, found, strict=True):
            assert theirs.shape == tuple(ours.shape)
            assert np.allclose(theirs, ours.numpy(), atol=1e-3)


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A shelf with the looks of `joined`, each as quick to learn as Lite0 can be."""
    monkeypatch.setattr(looks, "CONFIGS", tmp_path / "configs")
    (tmp_path / "configs").mkdir()
    for seed, (name, architecture) in enumerate(SHELF.items()):
        write_config(
            small_config(name=name, architecture=architecture, epochs=1, seed=seed), tmp_path / "configs" / f"{name}.toml"
        )
    return tmp_path


@pytest.fixture(scope="module")
def fields(drawn):
    return drawn.load(small_config().recipe)


def test_a_run_of_several_looks_is_made_of_runs_that_learned_the_same_split(shelf, joined, drawn, fields):
    split = field_disjoint(drawn)[0]
    checkpoint = looks.learn(joined, drawn, fields, split, shelf / "runs/all/field-disjoint" / split.name)
    assert checkpoint == shelf / "runs/all/field-disjoint" / split.name / "last.pt"
    config, together, data = load_checkpoint(checkpoint)
    assert config.to_dict() == joined.to_dict()
    assert data["trained_on"] == [drawn.files[i] for i in split.train]
    assert len(data["history"]) == len(SHELF)
    for name, part in zip(SHELF, together.parts, strict=True):
        _, own, _ = load_checkpoint(shelf / "runs" / name / "field-disjoint" / split.name / "last.pt")
        assert all(torch.equal(value, part.state_dict()[key]) for key, value in own.state_dict().items())


def test_looks_are_joined_again_only_when_one_of_them_has_changed(shelf, joined, drawn, fields):
    split = field_disjoint(drawn)[0]
    out = shelf / "runs/all/field-disjoint" / split.name
    checkpoint = looks.learn(joined, drawn, fields, split, out)
    first = checkpoint.stat()
    assert looks.learn(joined, drawn, fields, split, out).stat().st_ino == first.st_ino
    part = shelf / "runs/two/field-disjoint" / split.name
    (part / "last.pt").unlink()
    other = small_config(name="two", architecture="lite0_nuclei", seed=9, epochs=1)
    write_config(other, shelf / "configs/two.toml")
    train(other, drawn, fields, split, part)
    assert looks.learn(joined, drawn, fields, split, out).stat().st_ino != first.st_ino


@pytest.mark.slow
def test_each_look_is_quantised_with_ranges_of_its_own(shelf, joined, drawn, fields):
    for name, architecture in SHELF.items():
        write_config(small_config(name=name, architecture=architecture, epochs=6), shelf / "configs" / f"{name}.toml")
    split = field_disjoint(drawn)[0]
    config, model, _ = load_checkpoint(looks.learn(joined, drawn, fields, split, shelf / "runs/all/fold-0"))
    exact, int8 = shelf / "exact.onnx", shelf / "int8.onnx"
    write_onnx(model, SIZE, exact)
    assert check_parity(model, exact, fields, config.recipe)["same_label"] == len(fields)
    write_quantised(model, exact, int8, fields[split.train], config.recipe)
    assert int8.stat().st_size < exact.stat().st_size / 2.5
    ours, theirs = (onnx_logits(path, fields, config.recipe).argmax(1) for path in (exact, int8))
    assert (ours == theirs).mean() > 0.9
    # a quantised convolution of no rows ended the program, on two threads and more
    options = ort.SessionOptions()
    options.intra_op_num_threads = 4
    session = ort.InferenceSession(str(int8), options, providers=["CPUExecutionProvider"])
    for field in fields:
        assert session.run(["logits"], {"images": config.recipe.normalise(field)[None]})[0].shape == (1, 4)


def test_looks_through_other_recipes_are_refused(shelf, joined, drawn, fields):
    other = quick_config(name="two")
    write_config(other, shelf / "configs/two.toml")
    with pytest.raises(BadConfig, match="all: two sees fields through another recipe"):
        looks.learn(joined, drawn, fields, field_disjoint(drawn)[0], shelf / "runs/all/field-disjoint/fold-0")


@pytest.mark.parametrize("light", [1.0, 0.8])
def test_nuclei_are_found_by_their_purple_also_in_the_dark(images, light):
    dimmed = (images + 1) * light - 1  # -1 is black
    found = nuclei(dimmed)[:, 0]
    assert found[:, 14:32, 22:42].all()  # the disc
    assert not found[:, :, :10].any()
    assert not found[:, 48:].any()


def test_without_colour_the_dark_ones_are_found():
    field = torch.full((1, 3, SIZE, SIZE), 0.8)
    field[:, :, 12:34, 20:44] = -0.5
    found = nuclei(field)[0, 0]
    assert found[14:32, 22:42].all()
    assert not found[48:].any()


def test_a_coarser_grid_keeps_the_mean():
    shares = overlap(14, 3)
    assert shares.shape == (3, 14)
    assert torch.allclose(shares.sum(1), torch.ones(3))
    places = torch.rand(2, 4, 14, 14)
    assert torch.allclose((shares @ places @ shares.T).mean((2, 3)), places.mean((2, 3)), atol=1e-6)
