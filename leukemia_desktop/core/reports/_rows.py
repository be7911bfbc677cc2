"""One outcome as typed cells under the CSV's column names: numbers as numbers, lists as lists."""

from collections.abc import Callable
from typing import Any

from leukemia_desktop.core.outcome import Outcome
from leukemia_desktop.core.reports import csv
from leukemia_desktop.core.review import Review

NUMBERS: dict[str, Callable[[str], int | float]] = {
    "width": int,
    "height": int,
    "wbc_count": int,
    "confidence": float,
    "p_benign": float,
    "p_early": float,
    "p_pre": float,
    "p_pro": float,
    "domain_score": float,
}
LISTS = frozenset({"prediction_set", "flags"})


def typed_row(outcome: Outcome, text: Callable[[str], str], review: Review | None = None) -> dict[str, Any]:
    """The CSV's row with its values: int, float, list of words or text; what does not apply is left out."""
    return {name: _value(name, cell) for name, cell in csv.row(outcome, text, review).items() if cell != ""}


def _value(name: str, cell: str) -> Any:
    if name in NUMBERS:
        return NUMBERS[name](cell)
    return cell.split("|") if name in LISTS else cell
