"""MODEL_CARD.md and the confusion matrix picture, from the manifest's numbers, never by hand (Mitchell et al. 2019)."""

from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
from matplotlib.figure import Figure

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.manifest import LABELS, Manifest

matplotlib.use("agg")

_FIGURES = (
    ("balanced_accuracy", "Balanced accuracy"),
    ("accuracy", "Accuracy"),
    ("sensitivity", "Benign vs ALL: sensitivity"),
    ("specificity", "Benign vs ALL: specificity"),
    ("ece", "Expected calibration error (15 bins)"),
    ("brier", "Brier score"),
)


def write_card(folder: Path) -> None:
    """MODEL_CARD.md and confusion.png beside the manifest of `folder`."""
    manifest = Manifest.read(folder)
    text = "\n".join(_lines(manifest, len(manifest.verified_bytes)))
    replace_file(folder / "MODEL_CARD.md", lambda stream: write_text(stream, text))
    for protocol, figures in manifest.raw["metrics"].items():
        name = "confusion.png" if protocol == "field-disjoint" else f"confusion-{protocol}.png"
        picture = _confusion(np.array(figures["confusion"]), f"{manifest.id}, {protocol}")
        replace_file(folder / name, lambda stream, picture=picture: picture.savefig(stream, format="png", dpi=110))


def _lines(manifest: Manifest, size: int) -> list[str]:
    raw, training = manifest.raw, manifest.raw["training"]
    lines = [
        f"# {manifest.id}",
        "",
        f"**{RESEARCH_USE}**",
        "",
        f"{manifest.intended_use}",
        "",
        "## What it is",
        "",
        f"- Architecture `{manifest.architecture}`, {raw['precision']}, {size / 1e6:.1f} MB, SHA-256 `{manifest.sha256}`.",
        f"- Classes: {', '.join(LABELS)}. Outputs: logits, features, evidence (class activation).",
        "- Recipe: "
        + ", ".join(_step(step) for step in raw["recipe"]["steps"])
        + f"; input {manifest.recipe.input_size} px.",
        f"- Parity of the fp32 export with torch: {_parity(raw['parity'])}",
        "",
        "## What it was trained and measured on",
        "",
        f"- {training['data_set']}. Labels by flow cytometry; Benign means hematogones, not healthy blood.",
        f"- The model learned from all {training['fields']} fields in {training['groups']} groups. It was measured by"
        f" {training['folds']}-fold cross-validation of the same configuration, {training['split']}: every field was"
        " predicted once, by a model that saw no field of its group. It is not known which fields share a patient: this is"
        " not patient-disjoint.",
        f"- Temperature {manifest.temperature:.3f} and the conformal threshold come from these predictions; for the figures"
        " below, each fold was calibrated by the others.",
        "",
    ]
    for protocol, figures in raw["metrics"].items():
        lines += _metrics(protocol, figures)
    return [*lines, "## Limits", "", *_LIMITS, ""]


def _metrics(protocol: str, figures: dict[str, Any]) -> list[str]:
    lines = [
        f"## Figures, {protocol}",
        "",
        f"{figures['fields']} fields in {figures['groups']} groups; intervals: 95 %, bootstrap over groups.",
        "",
        "| measure | value | 95 % interval |",
        "|---|---|---|",
    ]
    for key, words in _FIGURES:
        figure = figures[key]
        lines.append(f"| {words} | {figure['value']:.4f} | {figure['low']:.4f} to {figure['high']:.4f} |")
    lines += [
        f"| Coverage of the 95 % prediction sets | {figures['coverage']:.4f} | |",
        f"| Mean size of the prediction sets | {figures['mean_set_size']:.3f} | |",
        f"| Unseen fields of this data set flagged out of domain | {figures['flagged_out_of_domain']:.4f} | |",
        "",
        "| class | precision | recall | F1 | fields |",
        "|---|---|---|---|---|",
    ]
    for label, of_class in figures["per_class"].items():
        values = " | ".join(f"{of_class[key]:.3f}" for key in ("precision", "recall", "f1"))
        lines.append(f"| {label} | {values} | {of_class['fields']} |")
    lines += ["", "| true class | " + " | ".join(f"as {label}" for label in LABELS) + " |", "|---|" + "---|" * len(LABELS)]
    for label, counts in zip(LABELS, figures["confusion"], strict=True):
        lines.append(f"| {label} | " + " | ".join(str(count) for count in counts) + " |")
    return [*lines, ""]


_LIMITS = [
    "- One hospital, one stain, one way of taking pictures. On this data six colour numbers reach 95 % field-disjoint: a"
    " good figure here says little about another laboratory, microscope or stain. There the model must not be trusted.",
    "- Patients are unknown: fields of one patient may lie on both sides of the split.",
    "- Healthy blood, other leukaemias and other diseases are in no class; the model still gives one of its four labels.",
    "- A burnt-in scale bar in the lower right corner is hidden before the model sees the field; one elsewhere is not.",
    "- At 224 px a nucleus is resolved in few cells: the model reads fields, not cells.",
]


def _step(step: dict[str, Any]) -> str:
    params = ", ".join(f"{key} {value}" for key, value in step["params"].items())
    return f"`{step['step']}` ({params})" if params else f"`{step['step']}`"


def _parity(parity: dict[str, Any]) -> str:
    text = (
        f"largest logit difference {parity['max_abs_logit_difference']:.1e}, "
        f"same label on {parity['same_label']} of {parity['fields']} fields."
    )
    if "int8" in parity:
        text += f" int8 against fp32: same label on {parity['int8']['same_label']} of {parity['int8']['fields']}."
    return text


def _confusion(counts: np.ndarray[Any, Any], title: str) -> Figure:
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
