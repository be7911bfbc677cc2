"""Tables of RESULTS.md, each made of kept predictions alone."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.training.measured import Difference, Measured
from leukemia_desktop.training.selective import COVERAGES

HARDEST = 25
Lines = list[str]


def protocol_table(rows: Sequence[Measured], default: str, gaps: Mapping[str, Difference]) -> Lines:
    """Accuracy, Benign against ALL and calibration, the default first, the others by balanced accuracy."""
    head = ["model", "balanced accuracy", "accuracy", "sensitivity", "specificity", "ECE", "ECE, worst part", "Brier"]
    lines = []
    for one in ordered(rows, default):
        figures = one.figures
        cells = [_name(one, default), *(interval(figures[key]) for key in ("balanced_accuracy", "accuracy"))]
        cells += [interval(figures[key]) for key in ("sensitivity", "specificity", "ece", "ece_worst_part", "brier")]
        gap = gaps.get(one.name)
        cells.append(f"{100 * gap.interval.value:+.2f} ({gap.p:.3g})" if gap else "")
        lines.append(cells)
    return table([*head, "points to default (p)"], lines)


def class_table(rows: Sequence[Measured], default: str) -> Lines:
    """Precision, recall and F1 of every class."""
    lines = []
    for one in ordered(rows, default):
        for label, of_class in one.figures["per_class"].items():
            ends = of_class["intervals"]
            cells = [f"{of_class[key]:.3f} {_ends(*ends[key], 3)}" for key in ("precision", "recall", "f1")]
            lines.append([_name(one, default), label, *cells, str(of_class["fields"])])
    return table(["model", "class", "precision", "recall", "F1", "fields"], lines)


def trust_table(rows: Sequence[Measured], default: str) -> Lines:
    """Errors that are left when the least confident fields go to a person, and what prediction sets keep of their word."""
    head = ["model", *(f"wrong at {coverage} % kept" for coverage in COVERAGES), "AUGRC"]
    for promised in ("95 %", "99 %"):
        head += [f"{promised} sets: coverage", "mean size"]
    lines = []
    for one in ordered(rows, default):
        figures = one.figures
        cells = [_name(one, default), *(interval(figures[f"risk_at_{coverage}"]) for coverage in COVERAGES)]
        cells.append(interval(figures["augrc"], 5))
        for sets in figures["sets"]:
            cells += [interval(sets["coverage"]), interval(sets["mean_set_size"], 3)]
        lines.append(cells)
    return table(head, lines)


def stress_table(rows: Sequence[Measured]) -> Lines:
    """One model's fields as they are, then under every perturbation, from the worst."""
    asis = [one for one in rows if not one.protocol.startswith("stress-")]
    rest = [one for one in rows if one.protocol.startswith("stress-")]
    rest.sort(key=lambda one: float(one.figures["balanced_accuracy"]["value"]))
    keys = ("balanced_accuracy", "accuracy", "sensitivity", "specificity", "ece")
    lines = [
        [one.protocol.removeprefix("stress-") if one in rest else "as they are", *(interval(one.figures[k]) for k in keys)]
        for one in (*asis, *rest)
    ]
    return table(["fields", "balanced accuracy", "accuracy", "sensitivity", "specificity", "ECE"], lines)


def domain_table(found: Mapping[str, Any]) -> Lines:
    """AUROC of strange fields against unseen ones by method, and the share accepted where 95 % of the unseen are."""
    methods = found["methods"]
    lines = [
        [name, str(count), *(f"{of[name]['auroc']:.4f} ({of[name]['accepted_at_95']:.3f})" for of in methods.values())]
        for name, count in found["fields"].items()
    ]
    return table(["fields", "count", *methods], lines)


def data_table(counts: Mapping[str, Any]) -> Lines:
    """Fields and groups of every class and series."""
    lines = []
    for label, of_class in counts.items():
        lines.append([f"**{label}**", "", f"**{of_class['fields']}**", f"**{of_class['groups']}**"])
        lines += [["", name, str(of["fields"]), str(of["groups"])] for name, of in of_class["series"].items()]
    fields, groups = (sum(of_class[key] for of_class in counts.values()) for key in ("fields", "groups"))
    return table(["class", "series", "fields", "groups"], [*lines, ["**all**", "", f"**{fields}**", f"**{groups}**"]])


def hardest_table(default: Measured, others: Sequence[Measured]) -> Lines:
    """Fields to whose true class the default model gives least, by name, and how many other models are wrong there too."""
    found, calibrated = default.predictions, default.probabilities
    given = calibrated[np.arange(len(calibrated)), found.truth]
    wrong: dict[str, int] = {}
    for one in others:
        for file in one.predictions.files[one.predictions.logits.argmax(1) != one.predictions.truth]:
            wrong[str(file)] = wrong.get(str(file), 0) + 1
    lines = []
    for index in np.argsort(given, kind="stable")[:HARDEST]:
        predicted = int(calibrated[index].argmax())
        file = str(found.files[index])
        cells = [f"`{file}`", str(found.groups[index]), LABELS[predicted], f"{calibrated[index, predicted]:.3f}"]
        lines.append([*cells, f"{given[index]:.4f}", f"{wrong.get(file, 0)} of {len(others)}"])
    return table(["field", "group", "label given", "its probability", "of the true class", "others wrong"], lines)


def part_table(rows: Sequence[Measured], default: str) -> Lines:
    """Share of right labels in every part of a protocol, a column a model."""
    chosen = [one for one in ordered(rows, default) if len(one.predictions.names)]
    if not chosen:
        return []
    lines = []
    for part, name in enumerate(chosen[0].predictions.names):
        cells = [str(name), str(int((chosen[0].predictions.part == part).sum()))]
        for one in chosen:
            own = one.predictions.part == part
            right = one.predictions.logits[own].argmax(1) == one.predictions.truth[own]
            cells.append(f"{right.mean():.4f}")
        lines.append(cells)
    return table(["part", "fields", *(_name(one, default) for one in chosen)], lines)


def ordered(rows: Sequence[Measured], default: str) -> list[Measured]:
    """The default first, then by balanced accuracy, best first."""
    return sorted(rows, key=lambda one: (one.name != default, -one.figures["balanced_accuracy"]["value"], one.name))


def interval(figure: Mapping[str, float], digits: int = 4) -> str:
    """A figure with its interval."""
    if not np.isfinite(figure["value"]):
        return "-"
    return f"{figure['value']:.{digits}f} {_ends(figure['low'], figure['high'], digits)}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Lines:
    """A table in Markdown, with an empty line behind it."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return [*lines, *("| " + " | ".join(row) + " |" for row in rows), ""]


def _ends(low: float, high: float, digits: int) -> str:
    return f"[{low:.{digits}f}, {high:.{digits}f}]"


def _name(one: Measured, default: str) -> str:
    return f"**{one.name}**" if one.name == default else one.name
