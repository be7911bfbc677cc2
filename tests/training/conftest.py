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
from leukemia_desktop.training.dataset import Dataset, Fields
from leukemia_desktop.training.predictions import Predictions
from leukemia_desktop.training.split import Split
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


@pytest.fixture(scope="module")
def drawn(dataset_folder: Path) -> Dataset:
    return Dataset.open(dataset_folder)


@pytest.fixture(scope="module")
def fields(drawn: Dataset) -> Fields:
    """The drawn data set as quick_config's recipe makes it."""
    return drawn.load(quick_config().recipe)


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


def quick_config(**changes: Any) -> TrainConfig:
    """A configuration that learns in the blink of an eye: the baseline network on 32 px, nothing augmented."""
    recipe = small_config().recipe.to_dict() | {"input_size": 32}
    values = {"name": "quick", "architecture": "baseline_cnn", "augment": {}, "dropout": 0.0, "recipe": recipe}
    return small_config(**values | changes)


@pytest.fixture
def config() -> Callable[..., TrainConfig]:
    return small_config


def drawn_predictions(
    dataset: Dataset, splits: list[Split], *, right: float = 0.9, name: str = "small", protocol: str = "field-disjoint"
) -> Predictions:
    """Made-up predictions of the test sides, that share of them right, with confidences that mean something."""
    rng = np.random.default_rng([len(name), len(splits)])
    truth = np.concatenate([dataset.labels[split.test] for split in splits])
    logits = rng.normal(0, 1, (len(truth), 4))
    label = np.where(rng.random(len(truth)) < right, truth, (truth + 1) % 4)
    logits[np.arange(len(truth)), label] += rng.uniform(2, 6, len(truth)) * np.where(label == truth, 1, 0.6)
    return Predictions.of(small_config(name=name).to_dict(), protocol, dataset, splits, logits)
