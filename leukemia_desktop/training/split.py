"""Protocols: ways to split a data set into training and test sides. Nothing is chosen or stopped by a test side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import numpy.typing as npt
from sklearn.model_selection import StratifiedGroupKFold, train_test_split

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.training.dataset import Dataset, Indices
from leukemia_desktop.training.errors import BadDataset

FOLDS = 3
SEEDS = 5
_SHUFFLES = 20


@dataclass(frozen=True)
class Split:
    """Indices of the fields to learn from and of those to measure on; `name` tells splits of one protocol apart."""

    name: str
    train: Indices
    test: Indices
    validation: Indices = field(default_factory=lambda: np.array([], np.int64))
    """Fields of neither side, for a configuration that asks for them; most leave them alone."""


def field_disjoint(dataset: Dataset, folds: int = FOLDS) -> list[Split]:
    """`folds` splits that share no group, so no physical field that was found; every field is tested once.

    Class and series are balanced as well as whole groups allow (scikit-learn's StratifiedGroupKFold); of the first shuffles
    that one is taken in which no style (series of a class) of two groups or more is missing from a training side.
    Three folds are the protocol that decides, although five are at hand as well: a model learns from two thirds instead of
    four fifths of the fields, which is the harder test, and a configuration costs three trainings instead of five.
    Raises BadDataset when a class has fewer groups than folds.
    """
    for number, label in enumerate(LABELS):
        count = len(set(dataset.groups[dataset.labels == number]))
        if count < folds:
            raise BadDataset(f"{dataset.folder / label}: {count} groups are too few for {folds} folds")
    styles = np.array([f"{label}/{series}" for label, series in zip(dataset.labels, dataset.series, strict=True)])
    balanced = _without_rare(styles, folds)
    found: list[list[Split]] = []
    for shuffle in range(_SHUFFLES):
        splitter = StratifiedGroupKFold(folds, shuffle=True, random_state=shuffle)
        parts = splitter.split(balanced, balanced, dataset.groups)
        found.append([Split(f"fold-{number}", train, test) for number, (train, test) in enumerate(parts)])
        if not starved(found[-1], styles, dataset.groups):
            return found[-1]
    return min(found, key=lambda splits: len(starved(splits, styles, dataset.groups)))


def starved(splits: list[Split], styles: npt.NDArray[np.str_], groups: npt.NDArray[np.str_]) -> set[str]:
    """Styles of two groups or more that some training side holds no field of."""
    spread = {str(style) for style in np.unique(styles) if len(set(groups[styles == style])) > 1}
    return {style for split in splits for style in spread - set(styles[split.train].tolist())}


def _without_rare(styles: npt.NDArray[np.str_], folds: int) -> npt.NDArray[np.str_]:
    """A style with fewer fields than folds cannot be balanced; it then counts as the most common one of its class."""
    styles = styles.copy()
    names, counts = np.unique(styles, return_counts=True)
    for rare in names[counts < folds]:
        own = [i for i, name in enumerate(names) if name.partition("/")[0] == rare.partition("/")[0]]
        styles[styles == rare] = names[max(own, key=lambda i: counts[i])]
    return styles


def seed(dataset: Dataset, seeds: int = SEEDS) -> list[Split]:
    """The seed project's way: 60/20/20 at random, stratified by class, which lets test fields share cells with training.

    The middle 20 % are for validation; nothing looks at them unless a configuration asks for it.
    """
    splits = []
    for number in range(seeds):
        options = {"random_state": number, "test_size": 0.2}
        rest, test = train_test_split(np.arange(len(dataset.labels)), stratify=dataset.labels, **options)
        options["test_size"] = 0.25
        train, validation = train_test_split(rest, stratify=dataset.labels[rest], **options)
        splits.append(Split(f"seed-{number}", np.sort(train), np.sort(test), np.sort(validation)))
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
    "field-disjoint-5": partial(field_disjoint, folds=5),
    "seed": seed,
    "leave-one-series-out": leave_one_series_out,
}
