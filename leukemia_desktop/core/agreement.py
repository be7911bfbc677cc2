"""How far two readings of the same fields agree: Cohen's kappa with its interval, and where they differ."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from leukemia_desktop.core.review import REVIEW_LABELS, Readings

Z = 1.959963984540054
"""Of the normal distribution, for 95 %."""


@dataclass(frozen=True)
class Agreement:
    """`kappa` is None where chance alone would make all agree (one label only) or nothing was read by both.

    The interval holds for fields that are independent of each other. Fields of one slide are not: it is then too narrow.
    """

    fields: int
    agreed: int
    kappa: float | None
    low: float | None
    high: float | None
    table: dict[tuple[str, str], int]
    """Fields by what the one and what the other says."""

    @property
    def words(self) -> str:
        """`0.81 (0.70–0.92), 90 of 100 fields agree`."""
        said = f"{self.agreed} of {self.fields} fields agree"
        if self.kappa is None:
            return f"no kappa; {said}"
        return f"{self.kappa:.2f} ({self.low:.2f}–{self.high:.2f}), {said}"


def agreement(one: Mapping[str, str], other: Mapping[str, str]) -> Agreement:
    """Compare labels by field, over the fields that both have.

    Kappa: Cohen 1960; its standard error: Fleiss, Cohen and Everitt 1969, with a normal interval cut at -1 and 1.
    """
    pairs = [(one[name], other[name]) for name in one if name in other]
    table, total = Counter(pairs), len(pairs)
    agreed = sum(count for (a, b), count in table.items() if a == b)
    rows, columns = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(rows[label] * columns[label] for label in rows)
    if not total or chance == total * total:
        return Agreement(total, agreed, None, None, None, dict(table))
    by_chance, seen = chance / total**2, agreed / total
    kappa = (seen - by_chance) / (1 - by_chance)
    diagonal = sum(
        table[label, label] / total * (1 - (rows[label] + columns[label]) / total * (1 - kappa)) ** 2 for label in rows
    )
    beside = sum(count / total * ((columns[a] + rows[b]) / total) ** 2 for (a, b), count in table.items() if a != b)
    variance = diagonal + (1 - kappa) ** 2 * beside - (kappa - by_chance * (1 - kappa)) ** 2
    reach = Z * math.sqrt(max(0.0, variance) / total) / (1 - by_chance)
    return Agreement(total, agreed, kappa, max(-1.0, kappa - reach), min(1.0, kappa + reach), dict(table))


@dataclass(frozen=True)
class Comparison:
    """Two who read the same fields: "program", "first reader" or "second reader"."""

    one: str
    other: str
    found: Agreement
    differing: tuple[str, ...]
    """Images on which they differ, in order."""


FIRST, SECOND, PROGRAM = "first reader", "second reader", "program"


def compare_readers(read: Mapping[str, Readings], program: Mapping[str, str]) -> list[Comparison]:
    """First against second reader, and each against the program, where there are fields that both have.

    A consensus is left out: it was found together. `program` gives the pre-classification by image.
    """
    labels: dict[str, dict[str, str]] = {FIRST: {}, SECOND: {}, PROGRAM: dict(program)}
    for image, each in read.items():
        for review in each.each:
            if review.role != "consensus":
                labels[FIRST if review.role == "first" else SECOND][image] = review.label
    found = []
    for one, other in ((FIRST, SECOND), (FIRST, PROGRAM), (SECOND, PROGRAM)):
        both = [image for image in labels[one] if image in labels[other]]
        if both:
            differing = tuple(image for image in both if labels[one][image] != labels[other][image])
            found.append(Comparison(one, other, agreement(labels[one], labels[other]), differing))
    return found


def labels_of(found: Agreement) -> list[str]:
    """The labels of its table, in their usual order."""
    used = {label for pair in found.table for label in pair}
    return [label for label in REVIEW_LABELS if label in used]
