"""Starting weights: torchvision's files by their names, a file of one's own, or a clear word about what is missing."""

import socket

import pytest
import torch

from leukemia_desktop.training.errors import BadConfig
from leukemia_desktop.training.model import build
from tests.training.conftest import small_config

# of torchvision 0.28's state dicts: how many names they hold, and some of them with their shapes
TORCHVISION = {
    "alexnet": (16, {"features.0.weight": (64, 3, 11, 11), "features.10.bias": (256,), "classifier.6.bias": (1000,)}),
    "vgg16": (
        32,
        {"features.0.weight": (64, 3, 3, 3), "features.28.weight": (512, 512, 3, 3), "classifier.6.bias": (1000,)},
    ),
    "resnet18": (
        122,
        {
            "conv1.weight": (64, 3, 7, 7),
            "layer2.0.downsample.0.weight": (128, 64, 1, 1),
            "layer4.1.bn2.num_batches_tracked": (),
            "fc.weight": (1000, 512),
        },
    ),
    "mobilenet_v3_small": (
        244,
        {
            "features.0.0.weight": (16, 3, 3, 3),
            "features.1.block.1.fc1.weight": (8, 16, 1, 1),
            "features.4.block.2.fc1.bias": (24,),
            "features.9.block.2.fc2.weight": (288, 72, 1, 1),
            "features.12.1.running_var": (576,),
            "classifier.3.weight": (1000, 1024),
        },
    ),
}
LEFT_OUT = {
    "alexnet": {f"classifier.{n}.{kind}": (1000,) for n in (1, 4, 6) for kind in ("weight", "bias")},
    "vgg16": {f"classifier.{n}.{kind}": (1000,) for n in (0, 3, 6) for kind in ("weight", "bias")},
    "resnet18": {"fc.weight": (1000, 512), "fc.bias": (1000,)},
    "mobilenet_v3_small": {f"classifier.{n}.{kind}": (1000, 1024) for n in (0, 3) for kind in ("weight", "bias")},
}


@pytest.mark.parametrize("architecture", TORCHVISION)
def test_a_weight_file_of_torchvision_fits_by_its_names(architecture, tmp_path):
    drawn = build(small_config(architecture=architecture)).backbone.state_dict()
    state = dict(drawn) | {name: torch.zeros(shape) for name, shape in LEFT_OUT[architecture].items()}
    count, some = TORCHVISION[architecture]
    assert len(state) == count
    assert {name: tuple(state[name].shape) for name in some if name in drawn} == {
        n: s for n, s in some.items() if n in drawn
    }
    assert set(some) <= set(state)
    torch.save(state, tmp_path / "weights.pth")
    torch.manual_seed(7)
    filled = build(small_config(architecture=architecture, weights=str(tmp_path / "weights.pth"))).backbone.state_dict()
    assert all(torch.equal(filled[name], drawn[name]) for name in drawn)


def test_imagenet_weights_that_cannot_be_reached_say_where_they_are_and_what_else_works(tmp_path, monkeypatch):
    with socket.socket() as listener:  # a port on which nobody answers
        listener.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{listener.getsockname()[1]}"
        for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, nobody)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("TORCH_HOME", str(tmp_path))
        with pytest.raises(BadConfig) as refused:
            build(small_config(architecture="resnet18", weights="imagenet"))
    for words in ("resnet18-f37072fd.pth", 'weights = "path/to/', 'weights = "none"'):
        assert words in str(refused.value)


def test_imagenet_weights_that_were_fetched_before_are_taken_from_where_pytorch_keeps_them(tmp_path, monkeypatch):
    drawn = build(small_config(architecture="alexnet")).backbone
    kept = tmp_path / "hub/checkpoints"
    kept.mkdir(parents=True)
    torch.save(drawn.state_dict(), kept / "alexnet-owt-7be5be79.pth")
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    filled = build(small_config(architecture="alexnet", weights="imagenet")).backbone
    for ours, theirs in zip(filled.parameters(), drawn.parameters(), strict=True):
        assert torch.equal(ours, theirs)


@pytest.mark.parametrize("architecture", ["efficientnet_lite0", "resnet18", "small_residual", "baseline_cnn"])
def test_a_weight_file_that_does_not_fit_is_named(architecture, tmp_path):
    broken, foreign = tmp_path / "broken.pth", tmp_path / "foreign.pth"
    broken.write_bytes(b"this is no weight file")
    torch.save({"encoder.weight": torch.zeros(3)}, foreign)
    with pytest.raises(BadConfig, match=r"broken\.pth.*not a readable weight file"):
        build(small_config(architecture=architecture, weights=str(broken)))
    with pytest.raises(BadConfig, match=r"foreign\.pth.*belong to another network"):
        build(small_config(architecture=architecture, weights=str(foreign)))
    with pytest.raises(BadConfig, match=r"nowhere\.pth.*No such file"):
        build(small_config(architecture=architecture, weights=str(tmp_path / "nowhere.pth")))


@pytest.mark.parametrize("architecture", ["baseline_cnn", "small_residual", "small_residual_gn"])
def test_a_network_without_imagenet_weights_says_so(architecture):
    with pytest.raises(BadConfig, match="has no ImageNet weights"):
        build(small_config(architecture=architecture, weights="imagenet"))
