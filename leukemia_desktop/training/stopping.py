"""Early stopping by groups that are held out of the training side: the test side has no say in when a run ends."""

from collections.abc import Sequence

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset, Indices
from leukemia_desktop.training.errors import BadDataset

PARTS = 5
"""One of so many parts of the training side is held out, a larger one where a class has fewer groups."""

History = Sequence[dict[str, float]]


def hold_out(dataset: Dataset, indices: Indices, seed: int) -> tuple[Indices, Indices]:
    """`indices` as (to learn from, to watch), which share no group and hold every class.

    Raises BadDataset where the groups of a class are too few for that.
    """
    labels, groups = dataset.labels[indices], dataset.groups[indices]
    of_class = [len(set(groups[labels == label])) for label in np.unique(labels)]
    parts = min(PARTS, *of_class)
    if parts > 1:
        for learn, watch in StratifiedGroupKFold(parts, shuffle=True, random_state=seed).split(labels, labels, groups):
            if set(labels[learn]) == set(labels[watch]) == set(labels):
                return indices[learn], indices[watch]
    raise BadDataset(f"{dataset.folder}: too few groups in a class to hold any out of training; set stop_after = 0")


def best_epoch(history: History) -> int:
    """Number of epochs after which the loss on the held-out fields was smallest; 0 before there is one."""
    losses = [epoch["held_out_loss"] for epoch in history]
    return int(np.argmin(losses)) + 1 if losses else 0


def over(config: TrainConfig, history: History) -> bool:
    """Whether a run with this history has ended."""
    if len(history) >= config.epochs:
        return True
    return bool(config.stop_after and history) and len(history) - best_epoch(history) >= config.stop_after
