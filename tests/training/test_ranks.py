"""Two processes that torchrun starts learn what one learns alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from leukemia_desktop.training.checkpoint import load_checkpoint
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.split import everything
from leukemia_desktop.training.train import train
from tests.training.conftest import quick_config


def toml(config) -> str:
    """The configuration as a file; JSON's values are TOML's, but for tables."""
    data = config.to_dict()
    recipe = data.pop("recipe")
    assert not data.pop("augment")
    lines = [f"{key} = {json.dumps(value)}" for key, value in data.items()]
    steps = [f'{{ step = "{s["step"]}", params = {{ size = {s["params"]["size"]} }} }}' for s in recipe.pop("steps")]
    lines += ["[recipe]", *(f"{key} = {json.dumps(value)}" for key, value in recipe.items())]
    return "\n".join([*lines, f"steps = [{', '.join(steps)}]", ""])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="torchrun needs libuv there, which PyTorch's builds lack")
def test_two_ranks_learn_what_one_learns_alone(dataset_folder: Path, tmp_path: Path):
    # no augmentation, no dropout and no batch norm: then the mean of two halves of a batch is the whole batch
    config = quick_config(augment={}, dropout=0.0, epochs=3)
    (tmp_path / "quick.toml").write_text(toml(config))
    # --standalone, said by number: a bare machine need not know "localhost"
    alone = ["--nnodes=1", "--rdzv-backend=c10d", "--rdzv-endpoint=127.0.0.1:0", "--local-addr=127.0.0.1"]
    torchrun = [sys.executable, "-m", "torch.distributed.run", *alone, "--nproc_per_node=2"]
    call = ["-m", "leukemia_desktop.training", "train", str(tmp_path / "quick.toml"), str(dataset_folder)]
    environment = os.environ | {"OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""}
    if sys.platform == "linux":
        environment["GLOO_SOCKET_IFNAME"] = "lo"  # a machine's own name need not lead to it
    done = subprocess.run(
        [*torchrun, *call, "--runs", str(tmp_path / "runs")],
        env=environment,
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    drawn = Dataset.open(dataset_folder)
    path = train(config, drawn, drawn.load(config.recipe), everything(drawn), tmp_path / "alone", device="cpu")
    (_, two, of_two), (_, one, of_one) = (
        load_checkpoint(place) for place in (tmp_path / "runs" / config.name / "all/last.pt", path)
    )
    for a, b in zip(of_two["history"], of_one["history"], strict=True):
        assert a["loss"] == pytest.approx(b["loss"], rel=1e-3)
        assert a["accuracy"] == b["accuracy"]
    for name, value in one.state_dict().items():
        assert torch.allclose(value, two.state_dict()[name], atol=1e-3), name
