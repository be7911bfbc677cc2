"""Every architecture keeps the contract from its first step to its int8 file, with either head."""

import numpy as np
import onnx
import onnxruntime as ort
import pytest
import torch
from torch import nn

from leukemia_desktop.core.manifest import LABELS, OUTPUTS
from leukemia_desktop.training.architectures._deep_head import DeepHead
from leukemia_desktop.training.architectures._field_model import Explained, evidence_method
from leukemia_desktop.training.config import LOOKS
from leukemia_desktop.training.model import ARCHITECTURES, build
from leukemia_desktop.training.onnx_file import check_parity, quantise, write_onnx
from tests.training.conftest import small_config

SIZE = 64
EXPORTED = [
    ("baseline_cnn", "linear"),
    ("mobilenet_v3_small", "linear"),
    ("small_residual_gn", "linear"),
    ("lite0_half", "linear"),
    ("lite0_cells", "linear"),
    ("resnet18", "deep"),
]
"""One of each kind of layers: an export takes seconds. small_residual is exported by the tests of the whole way."""
LEARNING = [name for name in ARCHITECTURES if name not in LOOKS]
"""The others are made of them, see test_looks.py."""


@pytest.fixture(scope="module")
def fields():
    return np.random.default_rng(0).integers(0, 256, (8, SIZE, SIZE, 3), np.uint8)


def tensors(fields, config):
    return torch.from_numpy(np.stack([config.recipe.normalise(field) for field in fields]))


def one_step(model, images):
    """A step of training, which also fills the statistics of every batch norm."""
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)
    labels = torch.arange(len(images)) % len(LABELS)
    loss = nn.functional.cross_entropy(model.train()(images), labels)
    loss.backward()
    assert all(p.grad is not None and torch.isfinite(p.grad).all() for p in model.parameters())
    optimizer.step()
    return model.eval()


@pytest.mark.parametrize("architecture", LEARNING)
def test_every_architecture_learns_and_keeps_the_contract_of_the_model_file(architecture, fields):
    torch.manual_seed(0)
    config = small_config(architecture=architecture)
    images = tensors(fields[:4], config)
    model = one_step(build(config), images)
    with torch.inference_mode():
        logits, features, evidence = Explained(model)(images)
        assert torch.allclose(logits, model(images), atol=1e-5)
    assert logits.shape == (4, 4)
    assert features.shape == (4, model.classifier.in_features)
    assert evidence.shape[:2] == (4, 4)
    assert evidence.shape[2] == evidence.shape[3] >= 1
    assert float(evidence.min()) >= 0


@pytest.mark.slow
@pytest.mark.parametrize(("architecture", "head"), EXPORTED)
def test_a_model_file_says_what_torch_says_also_in_int8(architecture, head, fields, tmp_path):
    torch.manual_seed(0)
    config = small_config(architecture=architecture, head=head)
    images = tensors(fields, config)
    model = one_step(build(config), images)
    exact, int8 = tmp_path / "fp32.onnx", tmp_path / "int8.onnx"
    write_onnx(model, SIZE, exact)
    assert check_parity(model, exact, fields, config.recipe)["same_label"] == len(fields)
    quantise(exact, int8, fields, config.recipe, exact_convolutions=model.exact_convolutions)
    assert int8.stat().st_size < 0.6 * exact.stat().st_size  # no weight is there twice
    nodes = onnx.load(int8).graph.node
    dequantised = {name for node in nodes if node.op_type == "DequantizeLinear" for name in node.output}
    in_fp32 = [node.input[1] not in dequantised for node in nodes if node.op_type == "Conv"]
    assert sum(in_fp32) == sum(in_fp32[: model.exact_convolutions]) == model.exact_convolutions
    with torch.inference_mode():
        expected = Explained(model)(images)
    for path, tolerance in ((exact, 1e-3), (int8, 0.5)):
        found = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(OUTPUTS, {"images": images.numpy()})
        for ours, theirs in zip(expected, found, strict=True):
            assert theirs.shape == tuple(ours.shape)
            largest = float(ours.abs().max())
            assert np.abs(ours.numpy() - theirs).max() <= tolerance * max(largest, 1e-3)


@pytest.mark.parametrize("architecture", LEARNING)
def test_the_head_is_one_linear_layer_unless_the_configuration_wants_the_deep_one(architecture):
    assert isinstance(build(small_config(architecture=architecture)).classifier, nn.Linear)
    deep = build(small_config(architecture=architecture, head="deep", dropout=0.4))
    assert isinstance(deep.classifier, DeepHead)
    assert not isinstance(deep.dropout, nn.Dropout)


def test_the_deep_head_has_the_seed_projects_layers():
    head = build(small_config(architecture="resnet18", head="deep", dropout=0.4)).classifier
    widths = [512] + [layer.out_features for layer in head.modules() if isinstance(layer, nn.Linear)]
    assert widths == [512, 1024, 1024, 2048, 2048, 1024, 1024, 512, 512, 256, 256, 64, 64, 16, 16, 4]
    assert {layer.p for layer in head.modules() if isinstance(layer, nn.Dropout)} == {0.4}
    assert len([layer for layer in head.modules() if isinstance(layer, nn.BatchNorm1d)]) == 7


def test_the_baseline_is_the_seed_projects():
    model = build(small_config(architecture="baseline_cnn", recipe={**small_config().recipe.to_dict(), "input_size": 224}))
    shapes = [tuple(p.shape) for p in model.parameters() if p.ndim > 1]
    assert sorted(shapes) == sorted([(5, 3, 3, 3), (10, 5, 5, 5), (32, 10 * 53 * 53), (4, 32)])
    assert model(torch.zeros(2, 3, 224, 224)).shape == (2, 4)


@pytest.mark.parametrize(
    ("architecture", "head"), [("small_residual", "linear"), ("small_residual", "deep"), ("baseline_cnn", "linear")]
)
def test_the_evidence_before_its_relu_is_the_gradient_times_the_activation(architecture, head, fields):
    torch.manual_seed(1)
    config = small_config(architecture=architecture, head=head)
    images = tensors(fields, config)
    model = one_step(build(config), images).double()
    maps = model.backbone(images.double()).detach().requires_grad_(True)
    features = model.pooled(maps)
    logits = model.classifier(features)
    linear = isinstance(model.classifier, nn.Linear)
    slopes = model.classifier.weight[None] if linear else model.classifier.slopes(features)
    spread = model.spread(slopes, maps)
    places = maps.shape[2] * maps.shape[3]
    for label in range(len(LABELS)):
        (gradient,) = torch.autograd.grad(logits[:, label].sum(), maps, retain_graph=True)
        assert torch.allclose(spread[:, label], (gradient * maps).sum(1) * places, atol=1e-9)
    assert torch.equal(Explained(model)(images.double())[2], torch.relu(spread))


def test_a_manifest_can_say_how_the_evidence_came_about():
    def words(**changes):
        return evidence_method(build(small_config(**changes))).partition(" (")[0].partition(":")[0]

    assert words() == "class activation"
    assert words(head="deep") == "Grad-CAM"
    assert words(architecture="baseline_cnn") == "slope times activation"


def test_group_norm_gives_a_field_the_same_logits_in_any_company(fields):
    model = build(small_config(architecture="small_residual_gn", dropout=0.0)).train()
    images = tensors(fields, small_config())
    assert torch.allclose(model(images)[:2], model(images[:2]), atol=1e-5)
    assert not [layer for layer in model.modules() if isinstance(layer, nn.BatchNorm2d)]


def test_a_network_that_averages_over_cells_finds_its_evidence_in_them_alone():
    torch.manual_seed(0)
    model = build(small_config(architecture="lite0_cells"))
    images = torch.ones(4, 3, SIZE, SIZE)
    images[:, :, 16:40, 8:28] = torch.rand(4, 3, 24, 20) - 0.5
    images[:2, :, 48:60, 40:56] = 0.2
    model = one_step(model, images)
    with torch.inference_mode():
        logits, _, evidence = Explained(model)(images)
        places = model.on_cells(model.spread(model.classifier.weight[None], model.backbone(images)), images)
    assert evidence.shape == (4, 4, SIZE // 4, SIZE // 4)
    assert torch.allclose(places.mean((2, 3)), logits - model.classifier.bias, atol=1e-4)  # class activation, exactly
    cells = nn.functional.max_pool2d((images < 1).float().amax(1), 4).bool()
    assert not evidence.amax(1)[~cells].any()
    assert evidence.amax(1)[cells].any()


def test_a_network_that_averages_over_cells_cannot_tell_one_white_field_from_another():
    model = build(small_config(architecture="lite0_cells")).eval()
    white = torch.ones(1, 3, SIZE, SIZE)
    assert torch.equal(model(white), model(white * 0.8))
