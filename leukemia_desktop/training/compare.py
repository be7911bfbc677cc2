"""Configurations under protocols: train what is missing, keep every prediction, compute every figure from those alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset, Fields
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.looks import learn
from leukemia_desktop.training.out_of_domain import measure_scores
from leukemia_desktop.training.predictions import Predictions, predictions_path
from leukemia_desktop.training.probes import PROBES, probe
from leukemia_desktop.training.shipped import shipped_predictions
from leukemia_desktop.training.split import PROTOCOLS
from leukemia_desktop.training.stress import FOLDS, STRESS, stress
from leukemia_desktop.training.train import load_checkpoint, predict

OUT_OF_DOMAIN = "out-of-domain"


@dataclass(frozen=True)
class _Bench:
    """What every protocol of one configuration is measured with; fields are read when the first one needs them."""

    config: TrainConfig
    dataset: Dataset
    runs: Path
    int8: bool
    foreign: Path | None

    @cached_property
    def fields(self) -> Fields:
        return self.dataset.load(self.config.recipe)

    def measured(self, protocol: str) -> list[Predictions]:
        """Predictions under `protocol`, those as shipped behind those of the checkpoints."""
        if protocol == STRESS:
            self.shipped(self.exact(FOLDS), int8=self.int8)  # what the stressed fields are calibrated by
            return stress(self.runs / self.config.name, self.dataset, lambda: self.fields, int8=self.int8)
        if protocol == OUT_OF_DOMAIN:
            self.exact(FOLDS)
            run = self.runs / self.config.name
            measure_scores(run, self.dataset, lambda: self.fields, self.foreign, int8=self.int8)
            return []
        exact = self.exact(protocol)
        if not self.int8:
            return [exact]
        return [exact, self.shipped(exact, int8=True)]

    def shipped(self, exact: Predictions, *, int8: bool) -> Predictions:
        """Those of the checkpoints as their files would say them; fields are read only for files not exported yet."""
        return shipped_predictions(self.runs / self.config.name, exact, self.dataset, lambda: self.fields, int8=int8)

    def exact(self, protocol: str) -> Predictions:
        """Predictions of the checkpoints themselves; what was trained before is not trained again."""
        path, splits = predictions_path(self.runs, self.config.name, protocol), PROTOCOLS[protocol](self.dataset)
        if path.exists() and (known := Predictions.read(path)).made_by(self.config):
            known.check_fits(self.dataset, splits, path)
            return known
        logits = []
        for split in splits:
            out = self.runs / self.config.name / protocol / split.name
            _, model, _ = load_checkpoint(learn(self.config, self.dataset, self.fields, split, out))
            logits.append(predict(model, self.fields[split.test], self.config.recipe))
        found = Predictions.of(self.config.to_dict(), protocol, self.dataset, splits, np.concatenate(logits))
        found.write(path)
        return found


def compare(
    configs: Sequence[TrainConfig],
    dataset: Dataset,
    runs: Path,
    protocols: Sequence[str],
    *,
    int8: bool = False,
    foreign: Path | None = None,
) -> list[Predictions]:
    """Predictions of every configuration under every protocol; what was measured before is not measured again.

    `protocols` are names of split.PROTOCOLS or "stress", the field-disjoint models on their own test fields as an optical
    fault or another stain would show them, or "out-of-domain", the same models on fields of another kind, smears in the
    folder `foreign` among them; that gives no predictions but a kept table. `int8` adds predictions of the same models as
    they would ship. Raises TrainingError.
    """
    known = (*PROTOCOLS, STRESS, OUT_OF_DOMAIN)
    if unknown := [name for name in protocols if name not in known]:
        raise TrainingError(f"unknown protocol {unknown[0]!r}; known: {', '.join(known)}")
    found = []
    for config in configs:
        bench = _Bench(config, dataset, runs, int8, foreign)
        for protocol in protocols:
            found += bench.measured(protocol)
    return found


def compare_probes(dataset: Dataset, runs: Path, protocols: Sequence[str]) -> list[Predictions]:
    """What the shortcuts reach alone, under every protocol that splits; kept like the predictions of a configuration."""
    splitting = [protocol for protocol in protocols if protocol in PROTOCOLS]
    return [kept for name in PROBES for kept in probe(name, dataset, runs, splitting)]
