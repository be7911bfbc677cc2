"""Kept predictions: what every figure of every card and of RESULTS.md is computed from."""

import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.files import replace_file
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.errors import BadConfig, TrainingError
from leukemia_desktop.training.split import Split

ARRAYS = ("files", "truth", "groups", "part", "logits", "distances")


@dataclass(frozen=True)
class Predictions:
    """Logits of fields by models that never saw them: `part` numbers the split that tested each."""

    config: dict[str, Any]
    protocol: str
    files: npt.NDArray[np.str_]
    truth: npt.NDArray[np.int64]
    groups: npt.NDArray[np.str_]
    part: npt.NDArray[np.int64]
    logits: npt.NDArray[np.float32]
    distances: npt.NDArray[np.float64]
    """To the domain of the model that predicted, over its typical distance; NaN where it was not measured."""
    names: npt.NDArray[np.str_] = field(default_factory=lambda: np.array([], np.str_))
    """Of the splits, where they were kept."""

    @classmethod
    def of(
        cls,
        config: dict[str, Any],
        protocol: str,
        dataset: Dataset,
        splits: Sequence[Split],
        logits: npt.NDArray[np.float32],
    ) -> "Predictions":
        """Predictions of the test sides of `splits`, one after another; distances not measured."""
        tested = np.concatenate([split.test for split in splits])
        return cls(
            config=config,
            protocol=protocol,
            files=np.array(dataset.files)[tested],
            truth=dataset.labels[tested],
            groups=dataset.groups[tested],
            part=np.repeat(np.arange(len(splits)), [len(split.test) for split in splits]),
            logits=logits.astype(np.float32),
            distances=np.full(len(tested), np.nan),
            names=np.array([split.name for split in splits]),
        )

    @classmethod
    def read(cls, path: Path) -> "Predictions":
        """Predictions that `compare` saved. Raises TrainingError naming the file."""
        try:
            # opened here: NumPy leaves the file open when it proves to be damaged
            with path.open("rb") as stream, np.load(stream, allow_pickle=False) as data:
                arrays = {name: data[name] for name in (*ARRAYS, *({"names"} & set(data)))}
                found = cls(config=json.loads(str(data["config"])), protocol=str(data["protocol"]), **arrays)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise TrainingError(f"{path}: no predictions: {error}; run leukemia-train compare first") from None
        count = len(found.files)
        fits = found.logits.shape == (count, 4) and all(len(getattr(found, name)) == count for name in ARRAYS)
        if not fits or not count or not np.isfinite(found.logits).all():
            raise TrainingError(f"{path}: the predictions are not whole; remove it to measure anew")
        return found

    @property
    def as_shipped(self) -> bool:
        """Whether exported models predicted, which measure distances too."""
        return bool(np.isfinite(self.distances).all())

    def made_by(self, config: TrainConfig) -> bool:
        """Whether they came from this configuration; a key that an older program did not keep has its default."""
        try:
            return TrainConfig.from_dict(self.config).to_dict() == config.to_dict()
        except BadConfig:
            return False

    def check_fits(self, dataset: Dataset, splits: Sequence[Split], path: Path) -> None:
        """Raise TrainingError naming `path` unless these fields of `dataset` were tested by exactly these splits."""
        tested = np.concatenate([split.test for split in splits])
        if set(np.unique(self.part)) != set(range(len(splits))):
            raise TrainingError(
                f"{path}: it holds {len(np.unique(self.part))} of {len(splits)} parts; remove it to measure anew"
            )
        if (
            not np.array_equal(self.files, np.array(dataset.files)[tested])
            or not np.array_equal(self.truth, dataset.labels[tested])
            or not np.array_equal(self.groups, dataset.groups[tested])
        ):
            raise TrainingError(f"{path}: predictions of another data set than {dataset.folder}, or of other splits")

    def write(self, path: Path) -> None:
        """Keep them, whole or not at all."""
        arrays = {name: getattr(self, name) for name in (*ARRAYS, "names")}
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(
            path,
            lambda stream: np.savez_compressed(
                stream, allow_pickle=False, config=json.dumps(self.config), protocol=self.protocol, **arrays
            ),
        )


def predictions_path(runs: Path, name: str, protocol: str) -> Path:
    """Where the predictions of a configuration under a protocol lie."""
    return runs / name / f"{protocol}.npz"
