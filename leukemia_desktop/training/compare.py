"""Configurations under protocols: train what is missing, keep every prediction, write RESULTS.md from them alone."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.files import replace_file
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset, Fields
from leukemia_desktop.training.errors import BadConfig, TrainingError
from leukemia_desktop.training.split import PROTOCOLS
from leukemia_desktop.training.train import load_checkpoint, predict, train

ARRAYS = ("files", "truth", "groups", "part", "logits", "distances")


@dataclass(frozen=True)
class Predictions:
    """Logits of fields by models that never saw them: `part` numbers the split that tested each."""

    config: dict[str, object]
    protocol: str
    files: npt.NDArray[np.str_]
    truth: npt.NDArray[np.int64]
    groups: npt.NDArray[np.str_]
    part: npt.NDArray[np.int64]
    logits: npt.NDArray[np.float32]
    distances: npt.NDArray[np.float64]
    """To the domain of the model that predicted, over its typical distance; NaN where it was not measured."""

    @classmethod
    def read(cls, path: Path) -> "Predictions":
        """Predictions that `compare` saved. Raises TrainingError."""
        try:
            with np.load(path, allow_pickle=False) as data:
                arrays = {name: data[name] for name in ARRAYS}
                return cls(config=json.loads(str(data["config"])), protocol=str(data["protocol"]), **arrays)
        except (OSError, ValueError, KeyError) as error:
            raise TrainingError(f"{path}: no predictions: {error}; run leukemia-train compare first") from None

    def made_by(self, config: TrainConfig) -> bool:
        """Whether they came from this configuration; a key that an older program did not keep has its default."""
        try:
            return TrainConfig.from_dict(self.config).to_dict() == config.to_dict()
        except BadConfig:
            return False

    def write(self, path: Path) -> None:
        """Keep them, whole or not at all."""
        arrays = {name: getattr(self, name) for name in ARRAYS}
        replace_file(
            path,
            lambda stream: np.savez_compressed(
                stream, allow_pickle=False, config=json.dumps(self.config), protocol=self.protocol, **arrays
            ),
        )


def predictions_path(runs: Path, name: str, protocol: str) -> Path:
    """Where the predictions of a configuration under a protocol lie."""
    return runs / name / f"{protocol}.npz"


def compare(configs: Sequence[TrainConfig], dataset: Dataset, runs: Path, protocols: Sequence[str]) -> list[Predictions]:
    """Predictions of every configuration under every protocol; what was trained before is not trained again."""
    found = []
    for config in configs:
        fields: Fields | None = None
        for protocol in protocols:
            path = predictions_path(runs, config.name, protocol)
            if path.exists() and (known := Predictions.read(path)).made_by(config):
                found.append(known)
                continue
            fields = dataset.load(config.recipe) if fields is None else fields
            found.append(_measure(config, protocol, dataset, fields, runs / config.name / protocol))
            found[-1].write(path)
    return found


def _measure(config: TrainConfig, protocol: str, dataset: Dataset, fields: Fields, out: Path) -> Predictions:
    splits = PROTOCOLS[protocol](dataset)
    logits = []
    for split in splits:
        checkpoint = train(config, dataset, fields, split, out / split.name)
        _, model, _ = load_checkpoint(checkpoint)
        logits.append(predict(model, fields[split.test], config.recipe))
    tested = np.concatenate([split.test for split in splits])
    return Predictions(
        config=config.to_dict(),
        protocol=protocol,
        files=np.array(dataset.files)[tested],
        truth=dataset.labels[tested],
        groups=dataset.groups[tested],
        part=np.repeat(np.arange(len(splits)), [len(split.test) for split in splits]),
        logits=np.concatenate(logits),
        distances=np.full(len(tested), np.nan),
    )
