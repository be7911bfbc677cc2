"""Splits of a data set. Field-disjoint: no two sides share a group, so none shares a physical field that was found."""

from dataclasses import dataclass

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.training.dataset import Dataset, Indices
from leukemia_desktop.training.errors import BadDataset


@dataclass(frozen=True)
class Split:
    """Indices of the fields to learn from, to choose and calibrate on, and to measure on."""

    train: Indices
    validation: Indices
    test: Indices


def field_disjoint(dataset: Dataset, *, folds: int, fold: int, seed: int = 0) -> Split:
    """Fold `fold` of `folds` is the test side, the next one the validation side, the rest trains.

    Classes are balanced as well as whole groups allow (scikit-learn's StratifiedGroupKFold). Raises BadDataset when a class
    has fewer groups than folds.
    """
    for number, label in enumerate(LABELS):
        count = len(set(dataset.groups[dataset.labels == number]))
        if count < folds:
            raise BadDataset(f"{dataset.folder / label}: {count} groups are too few for {folds} folds")
    splitter = StratifiedGroupKFold(folds, shuffle=True, random_state=seed)
    parts = [test for _, test in splitter.split(dataset.labels, dataset.labels, dataset.groups)]
    validation = parts[(fold + 1) % folds]
    rest = [part for number, part in enumerate(parts) if number not in (fold, (fold + 1) % folds)]
    # with two folds nothing is left to train on: then validation and training share the other fold
    train = np.sort(np.concatenate(rest)) if rest else validation
    return Split(train, validation, parts[fold])
