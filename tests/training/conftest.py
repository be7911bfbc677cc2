"""A small drawn data set with groups, and a configuration that learns it in seconds."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image as Pillow

from leukemia_desktop.training.config import TrainConfig
from tests.conftest import COLOURS

torch.set_num_threads(1)  # tensors this small only lose time to a second thread


def draw_dataset(folder: Path, *, groups: int = 4, fields: int = 5) -> Path:
    """Class folders of coloured noise, `groups` groups of `fields` fields each, with groups.csv."""
    rng = np.random.default_rng(1)
    rows = []
    for label, colour in COLOURS.items():
        (folder / label).mkdir(parents=True)
        for group in range(groups):
            for number in range(fields):
                pixels = np.clip(rng.normal(colour, 25, (64, 64, 3)), 0, 255).astype(np.uint8)
                name = f"{label}/{label}-{group}-{number}.png"
                Pillow.fromarray(pixels).save(folder / name)
                rows.append({"file": name, "label": label, "group": f"{label}_g{group}", "series": f"s{group % 2}"})
    with (folder / "groups.csv").open("w", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return folder


@pytest.fixture(scope="session")
def dataset_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return draw_dataset(tmp_path_factory.mktemp("data") / "set")


def small_config(**changes: Any) -> TrainConfig:
    """A small valid configuration with these keys changed."""
    values = {
        "name": "small",
        "architecture": "small_residual",
        "weights": "none",
        "epochs": 3,
        "batch_size": 8,
        "learning_rate": 5e-3,
        "augment": {"flips": {}, "quarter_turns": {}},
        "recipe": {
            "steps": [{"step": "square_crop", "params": {"size": 64}}],
            "input_size": 64,
            "mean": [0.5, 0.5, 0.5],
            "std": [0.25, 0.25, 0.25],
        },
    }
    return TrainConfig.from_dict(values | changes)


@pytest.fixture
def config() -> Callable[..., TrainConfig]:
    return small_config
