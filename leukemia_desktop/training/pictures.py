"""Pictures beside a model: each is drawn from numbers that the manifest or a run keeps."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from sklearn.manifold import TSNE

from leukemia_desktop.core.files import replace_file
from leukemia_desktop.core.manifest import LABELS

matplotlib.use("agg")

COLOURS = ("#1b7f4d", "#1f5fa8", "#c2571a", "#8a3f9e")
"""Of Benign, Early, Pre and Pro."""
FEW = 30
"""A share of so few fields says little."""
_MAIN, _ASIDE = COLOURS[1], COLOURS[2]

_LABEL = {"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 1.5}


def save(path: Path, figure: Figure) -> None:
    """Write the figure as PNG, whole or not at all."""
    replace_file(path, lambda stream: figure.savefig(stream, format="png", dpi=110))


def confusion(counts: npt.NDArray[Any], title: str) -> Figure:
    """Confusion counts (C, C), rows are true classes, shaded by the share of the row."""
    figure = Figure(figsize=(4.6, 4.2), layout="constrained")
    axes = figure.subplots()
    shares = counts / np.maximum(counts.sum(1, keepdims=True), 1)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for (row, column), count in np.ndenumerate(counts):
        colour = "white" if shares[row, column] > 0.5 else "black"
        axes.text(column, row, str(count), ha="center", va="center", color=colour)
    axes.set(xticks=range(len(LABELS)), yticks=range(len(LABELS)), xticklabels=LABELS, yticklabels=LABELS)
    axes.set(xlabel="predicted", ylabel="true")
    axes.set_title(title, fontsize=10)
    return figure


def reliability(bins: Sequence[Sequence[float]], title: str) -> Figure:
    """Bins as [fields, mean confidence, share of right ones]: above, is confidence kept; below, how often is it claimed."""
    fields, confidence, right = np.array([row for row in bins if row[0]]).T
    figure = Figure(figsize=(4.6, 4.8), layout="constrained")
    upper, lower = figure.subplots(2, 1, height_ratios=(3, 1), sharex=True)
    upper.plot([0, 1], [0, 1], "--", color="grey", lw=1, label="as good as its word")
    upper.plot(confidence, right, "-", color=_MAIN, label="measured")
    few = fields < FEW
    upper.plot(confidence[~few], right[~few], "o", ms=6, color=_MAIN)
    upper.plot(confidence[few], right[few], "o", ms=6, mfc="white", mec=_MAIN, label=f"fewer than {FEW} fields")
    upper.set(ylabel="share of right labels", xlim=(0, 1.02), ylim=(0, 1.03))
    upper.legend(frameon=False, loc="upper left")
    lower.bar(confidence, fields, width=0.03, color=_MAIN)
    lower.set(xlabel="confidence", ylabel="fields", yscale="log")
    for axes in (upper, lower):
        _plain(axes)
    figure.suptitle(title, fontsize=10)
    return figure


def risk_coverage(points: Sequence[Sequence[float]], title: str) -> Figure:
    """Points [coverage, share of errors among the accepted]: what is left when the least confident fields go to a person."""
    coverage, risk = np.array(points).T * 100
    figure = Figure(figsize=(4.6, 3.6), layout="constrained")
    axes = figure.subplots()
    axes.plot(coverage, risk, color=_MAIN)
    axes.fill_between(coverage, risk, color=_MAIN, alpha=0.12)
    axes.set(xlabel="fields that the program keeps, %", ylabel="wrong labels among them, %", xlim=(0, 100))
    axes.set_ylim(0, max(0.1, float(risk.max()) * 1.1))
    _plain(axes)
    axes.set_title(title, fontsize=10)
    return figure


def domain_histogram(scores: Mapping[str, Sequence[float]], edges: Sequence[float], title: str) -> Figure:
    """Shares of every set of fields by domain score, 1 at the border; what lies beyond the last edge is in the last bin."""
    figure = Figure(figsize=(5.6, 1.0 + 0.85 * len(scores)), layout="constrained")
    rows = figure.subplots(len(scores), 1, sharex=True, squeeze=False)[:, 0]
    for number, (axes, (name, counts)) in enumerate(zip(rows, scores.items(), strict=True)):
        share = np.asarray(counts) / max(1, np.sum(counts)) * 100
        axes.bar(edges[:-1], share, width=np.diff(edges), align="edge", color=_MAIN if not number else _ASIDE)
        axes.axvline(1, color="black", lw=1, ls="--")
        axes.set_ylabel("%")
        axes.text(0.99, 0.92, name, transform=axes.transAxes, ha="right", va="top", fontsize=9, bbox=_LABEL)
        _plain(axes)
    rows[-1].set_xlabel(f"domain score: out of domain beyond 1; the last bar holds all from {edges[-2]:g} on")
    rows[-1].set_xlim(edges[0], edges[-1])
    figure.suptitle(title, fontsize=10)
    return figure


def embedding(features: npt.NDArray[np.float32], labels: npt.NDArray[np.int64], title: str) -> Figure:
    """t-SNE (van der Maaten and Hinton 2008) of features (N, D), coloured by true class."""
    points = TSNE(perplexity=min(30, (len(features) - 1) / 3), init="pca", random_state=0).fit_transform(features)
    figure = Figure(figsize=(5.2, 4.8), layout="constrained")
    axes = figure.subplots()
    for number, (label, colour) in enumerate(zip(LABELS, COLOURS, strict=True)):
        own = points[labels == number]
        axes.scatter(own[:, 0], own[:, 1], s=9, color=colour, alpha=0.75, linewidths=0, label=f"{label} ({len(own)})")
    axes.set(xticks=[], yticks=[])
    axes.legend(
        frameon=False, fontsize=9, markerscale=2, ncols=4, loc="upper center", bbox_to_anchor=(0.5, 0), handletextpad=0
    )
    axes.set_title(title, fontsize=10)
    return figure


def _plain(axes: Axes) -> None:
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
