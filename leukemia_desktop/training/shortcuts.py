"""How far corner, colour and cell count go alone on a data set that was just audited."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.training.audit import Audit
from leukemia_desktop.training.compare import compare_probes
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.errors import BadDataset
from leukemia_desktop.training.metrics import balanced_accuracy, confusion

PROTOCOL = "field-disjoint"


def shortcuts(found: Audit) -> Mapping[str, str]:
    """Balanced accuracy of every probe under field-disjoint folds of the audit's own groups, or why there is none."""
    labels = np.array([LABELS.index(label) for label in found.labels], np.int64)
    dataset = Dataset(found.folder, found.files, labels, np.array(found.groups), np.array(found.series))
    with tempfile.TemporaryDirectory() as scratch:
        try:
            measured = compare_probes(dataset, Path(scratch), [PROTOCOL])
        except BadDataset as error:  # too few groups for folds
            return {"all of them": f"not measured: {error}"}
    return {
        str(
            predictions.config["probe"]
        ): f"{balanced_accuracy(confusion(predictions.truth, predictions.logits.argmax(1))):.3f}"
        for predictions in measured
    }
