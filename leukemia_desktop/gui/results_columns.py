"""The columns of the results table, what sorts and filters them, and the filters that have a name."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.review import REVIEW_LABELS
from leukemia_desktop.gui.marks import MARKS
from leukemia_desktop.gui.review_marks import DISAGREE, UNREVIEWED

FILTERS = ("all", "look", "suspicious", "failed", UNREVIEWED)
FIELD, SLIDE, LABEL, CONFIDENCE, SET, FLAG, STATUS, CELLS, DOMAIN, REVIEW = range(10)
COLUMNS = ("field", "slide", "label", "confidence", "set", "flags", "status", "cells", "domain", "review")
"""Names of the columns, for files."""
NUMBERS = (CONFIDENCE, CELLS, DOMAIN)
KEYS = np.dtype(
    [
        ("place", "i8"),
        ("slide", "i8"),
        ("label", "i2"),
        ("confidence", "f4"),
        ("set", "i2"),
        ("flags", "i4"),
        ("status", "i2"),
        ("cells", "i4"),
        ("domain", "f4"),
        ("review", "i2"),
    ]
)
SORTS = ("place", *COLUMNS[1:])
LABEL_MARKS = list(MARKS)
STATUSES = ("ok", "review", "failed")
REVIEWS = (UNREVIEWED, DISAGREE, *REVIEW_LABELS)
CHOICES = {LABEL: tuple(LABEL_MARKS), SET: LABELS, STATUS: STATUSES, REVIEW: REVIEWS}
"""Columns whose filter is a choice among few."""
TELLING = frozenset({LABEL, CONFIDENCE, SET, FLAG, STATUS, DOMAIN})
"""Columns that say what the program thinks: a second reader must not see them."""


def matches(keys: Mapping[str, npt.NDArray[Any]], which: str) -> npt.NDArray[np.bool_]:
    """Which rows the filter of this name lets through; `keys` by the names in KEYS."""
    if which == "look":
        return np.asarray(keys["status"] == 1)
    if which == "failed":
        return np.asarray(keys["status"] == 2)
    if which == UNREVIEWED:
        return np.asarray(keys["review"] == 0)
    if which == "suspicious":
        return _SUSPICIOUS[keys["label"]]
    return np.ones(len(keys["status"]), bool)


_SUSPICIOUS = np.isin(LABEL_MARKS, ("Early", "Pre", "Pro"))
