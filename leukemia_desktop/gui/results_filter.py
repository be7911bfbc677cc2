"""Which rows a filter per column lets through: in NumPy over the sort keys, with plain values that a file can hold."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.manifest import LABELS

Wanted = str | tuple[str, ...]
"""What a column is to show: text that it holds, a range as `>0.9`, `10-20`, `<= 3`, or the choices that are allowed."""

_NUMBER = r"\d+(?:[.,]\d+)?|[.,]\d+"
_COMPARED = re.compile(rf"(>=|<=|≥|≤|>|<|=)?\s*({_NUMBER})\s*%?")
_BETWEEN = re.compile(rf"({_NUMBER})\s*%?\s*(?:-|–|\.\.)\s*({_NUMBER})\s*%?")


def parse_range(text: str) -> Callable[[npt.NDArray[Any]], npt.NDArray[np.bool_]] | None:
    """What `>0.9`, `<= 3`, `10-20`, `2..4` or `7` asks of an array of numbers; None where it says nothing of that kind."""
    words = text.strip()
    if between := _BETWEEN.fullmatch(words):
        low, high = sorted(_number(part) for part in between.groups())
        return lambda values: (values >= low) & (values <= high)
    compared = _COMPARED.fullmatch(words)
    if not compared:
        return None
    sign, limit = compared.group(1) or "=", _number(compared.group(2))
    half = 0.5 * 10.0 ** -len(re.split(r"[.,]", compared.group(2) + ".")[1])
    return {
        ">": lambda values: values > limit,
        "<": lambda values: values < limit,
        ">=": lambda values: values >= limit,
        "≥": lambda values: values >= limit,
        "<=": lambda values: values <= limit,
        "≤": lambda values: values <= limit,
        # equal as far as it was written: 97.3 is what the table shows of 97.2614
        "=": lambda values: (values >= limit - half) & (values < limit + half),
    }[sign]


def per_cent_range(text: str) -> Callable[[npt.NDArray[Any]], npt.NDArray[np.bool_]] | None:
    """A range over fractions, in per cent or, where no number is above 1, as fractions: `>0.9` is `>90`."""
    numbers = [_number(each) for each in re.findall(_NUMBER, text)]
    fits = parse_range(text)
    if fits is None:
        return None
    scale = 1.0 if numbers and max(numbers) <= 1 and "%" not in text else 100.0
    return lambda values: fits(values * scale)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def is_wanted(wanted: Wanted) -> bool:
    """False for a filter that lets everything through."""
    return bool(wanted if isinstance(wanted, tuple) else wanted.strip())


def one_of(values: npt.NDArray[Any], known: Sequence[str], wanted: Sequence[str]) -> npt.NDArray[np.bool_]:
    """True where the value is the index in `known` of one that is wanted."""
    return np.isin(values, [known.index(each) for each in wanted if each in known])


def holds_label(sets: npt.NDArray[Any], wanted: Sequence[str]) -> npt.NDArray[np.bool_]:
    """True where a prediction set, as bits in the order of LABELS, holds one of the wanted labels; -1 is no set."""
    bits = sum(1 << LABELS.index(label) for label in wanted if label in LABELS)
    return (sets >= 0) & ((sets & bits) != 0)


def holds_text(
    texts: Sequence[str], rows: npt.NDArray[np.intp], needle: str, part: int | None = None
) -> npt.NDArray[np.bool_]:
    """True where the text of a row, or this line of it, holds `needle`, which is in lower case as they are."""
    if part is None:
        return np.fromiter((needle in texts[row] for row in rows.tolist()), bool, len(rows))
    # most rows hold it nowhere: only the others are taken apart
    found = (needle in (text := texts[row]) and needle in text.split("\n")[part] for row in rows.tolist())
    return np.fromiter(found, bool, len(rows))


def checked(data: Any, columns: Sequence[str], sorts: Sequence[str]) -> dict[str, Any]:
    """A table's state from a file: what is not as it should be is left out, never an error.

    Keys: `which`, `search`, `columns` (name to Wanted), `sorts` (pairs of name and "descending").
    """
    data = data if isinstance(data, Mapping) else {}
    kept: dict[str, Any] = {"which": "all", "search": "", "columns": {}, "sorts": []}
    for key in ("which", "search"):
        if isinstance(data.get(key), str):
            kept[key] = data[key]
    wanted = data.get("columns")
    for name, value in (wanted if isinstance(wanted, Mapping) else {}).items():
        if name in columns and isinstance(value, str):
            kept["columns"][name] = value
        elif name in columns and isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
            kept["columns"][name] = tuple(value)
    pairs = data.get("sorts")
    for pair in pairs if isinstance(pairs, list | tuple) else ():
        if isinstance(pair, list | tuple) and len(pair) == 2 and pair[0] in sorts and isinstance(pair[1], bool):
            kept["sorts"].append((pair[0], pair[1]))
    return kept
