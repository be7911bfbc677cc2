"""What a training run makes small: cross-entropy, the loss of Benign against ALL, and the distance to a teacher."""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Indices


def loss_of(config: TrainConfig, labels: Indices, device: str) -> Callable[[Tensor, Tensor, Tensor | None], Tensor]:
    """The configuration's loss of (logits (N,C), labels (N,), a teacher's logits or None).

    `labels` are those of the training side: every class weighs the same in the cross-entropy, however many fields it has.
    """
    counts = np.bincount(labels, minlength=len(LABELS))
    weights = torch.tensor(len(labels) / (len(LABELS) * np.maximum(counts, 1)), dtype=torch.float32)
    cross_entropy = nn.CrossEntropyLoss(weight=weights.to(device), label_smoothing=config.label_smoothing)

    def loss(logits: Tensor, truth: Tensor, taught: Tensor | None) -> Tensor:
        value: Tensor = cross_entropy(logits, truth)
        if config.auxiliary:
            value = value + config.auxiliary * benign_or_not(logits, truth)
        if taught is not None:
            value = (1 - config.imitation) * value + config.imitation * divergence(logits, taught, config.softness)
        return value

    return loss


def benign_or_not(logits: Tensor, truth: Tensor) -> Tensor:
    """Cross-entropy of Benign against the three ALL classes together, whose probabilities are summed (seed project)."""
    logits = logits.float()
    two = torch.stack([logits[:, 0], logits[:, 1:].logsumexp(1)], 1)
    return nn.functional.cross_entropy(two, (truth > 0).long())


def divergence(logits: Tensor, taught: Tensor, softness: float) -> Tensor:
    """KL divergence from the teacher's softened probabilities, times softness squared (Hinton et al. 2015)."""
    ours = nn.functional.log_softmax(logits.float() / softness, 1)
    theirs = nn.functional.log_softmax(taught.float() / softness, 1)
    return nn.functional.kl_div(ours, theirs, reduction="batchmean", log_target=True) * softness**2
