"""Protocols: ways to split a data set into training and test sides. Nothing is chosen or stopped by a test side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold, StratifiedShuffleSplit

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.training.dataset import Dataset, Indices
from leukemia_desktop.training.errors import BadDataset

FOLDS = 3
SEEDS = 5


@dataclass(frozen=True)
class Split:
    """Indices of the fields to learn from and of those to measure on; `name` tells splits of one protocol apart."""

    name: str
    train: Indices
    test: Indices


def field_disjoint(dataset: Dataset, folds: int = FOLDS) -> list[Split]:
    """`folds` splits that share no group, so no physical field that was found; every field is tested once.

    Class and series are balanced as well as whole groups allow (scikit-learn's StratifiedGroupKFold). Raises BadDataset when
    a class has fewer groups than folds.
    """
    for number, label in enumerate(LABELS):
        count = len(set(dataset.groups[dataset.labels == number]))
        if count < folds:
            raise BadDataset(f"{dataset.folder / label}: {count} groups are too few for {folds} folds")
    styles = np.array([f"{label}/{series}" for label, series in zip(dataset.labels, dataset.series, strict=True)])
    # a style with fewer fields than folds cannot be balanced; it then counts as the most common one of its class
    names, counts = np.unique(styles, return_counts=True)
    for rare in names[counts < folds]:
        own = [i for i, name in enumerate(names) if name.partition("/")[0] == rare.partition("/")[0]]
        styles[styles == rare] = names[max(own, key=lambda i: counts[i])]
    splitter = StratifiedGroupKFold(folds, shuffle=True, random_state=0)
    parts = splitter.split(styles, styles, dataset.groups)
    return [Split(f"fold-{number}", train, test) for number, (train, test) in enumerate(parts)]


def random(dataset: Dataset, seeds: int = SEEDS) -> list[Split]:
    """The seed project's way: stratified 80/20 at random, which lets test fields share cells with training."""
    splits = []
    for seed in range(seeds):
        splitter = StratifiedShuffleSplit(1, test_size=0.2, random_state=seed)
        train, test = next(splitter.split(dataset.labels, dataset.labels))
        splits.append(Split(f"seed-{seed}", np.sort(train), np.sort(test)))
    return splits


def leave_one_series_out(dataset: Dataset) -> list[Split]:
    """Each series (one stain and scale-bar style) is tested by a model that saw no field or group of it.

    A series whose class would then have no training field is left out.
    """
    splits = []
    for series in np.unique(dataset.series):
        test = dataset.series == series
        train = ~test & ~np.isin(dataset.groups, dataset.groups[test])
        if set(dataset.labels[train]) == set(dataset.labels):
            splits.append(Split(str(series), np.flatnonzero(train), np.flatnonzero(test)))
    return splits


def everything(dataset: Dataset) -> Split:
    """All fields train: the model that ships, measured by the splits of a protocol."""
    return Split("all", np.arange(len(dataset.files)), np.array([], np.int64))


PROTOCOLS: Mapping[str, Callable[[Dataset], list[Split]]] = {
    "field-disjoint": field_disjoint,
    "random": random,
    "leave-one-series-out": leave_one_series_out,
}
