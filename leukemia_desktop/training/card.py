"""MODEL_CARD.md and the pictures beside it, from the manifest's numbers, never by hand (Mitchell et al. 2019)."""

from pathlib import Path
from typing import Any

import numpy as np

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.manifest import LABELS, Manifest
from leukemia_desktop.training import pictures
from leukemia_desktop.training.curves import draw_curves
from leukemia_desktop.training.trust_table import Row, kept_trust, table

_FIGURES = (
    ("balanced_accuracy", "Balanced accuracy"),
    ("accuracy", "Accuracy"),
    ("sensitivity", "Benign vs ALL: sensitivity"),
    ("specificity", "Benign vs ALL: specificity"),
    ("ece", "Expected calibration error (15 bins)"),
    ("brier", "Brier score"),
    ("ece_worst_part", "Expected calibration error, worst fold"),
    ("risk_at_80", "Wrong among the most confident 80 %"),
    ("risk_at_90", "Wrong among the most confident 90 %"),
    ("risk_at_95", "Wrong among the most confident 95 %"),
    ("augrc", "AUGRC (area under the generalised risk-coverage curve)"),
)

_PICTURES = {
    "confusion.png": "Confusion counts under field-disjoint",
    "reliability.png": "Reliability: confidence and the share of right labels",
    "risk-coverage.png": "Errors left by the share of fields that the program keeps",
    "domain.png": "Domain scores of unseen and of strange fields",
    "embedding.png": "t-SNE of features of unseen fields",
    "learning.png": "Learning curves",
}


def write_card(folder: Path) -> None:
    """MODEL_CARD.md beside the manifest of `folder`, with a picture of whatever the manifest holds numbers for."""
    manifest = Manifest.read(folder)
    for protocol, figures in manifest.raw["metrics"].items():
        ending = ".png" if protocol == "field-disjoint" else f"-{protocol}.png"
        title = f"{manifest.id}, {protocol}"
        pictures.save(folder / f"confusion{ending}", pictures.confusion(np.array(figures["confusion"]), title))
        if curves := figures.get("curves"):
            pictures.save(folder / f"reliability{ending}", pictures.reliability(curves["reliability"], title))
            pictures.save(folder / f"risk-coverage{ending}", pictures.risk_coverage(curves["risk_coverage"], title))
    if measured := manifest.raw.get("domain", {}).get("measured"):
        histogram = measured["histogram"]
        title = f"{manifest.id}, domain scores of fold models"
        pictures.save(folder / "domain.png", pictures.domain_histogram(histogram["counts"], histogram["edges"], title))
    if history := manifest.raw["training"].get("history"):
        draw_curves(folder / "learning.png", history, f"{manifest.id}, trained on every field")
    lines = _lines(manifest, len(manifest.verified_bytes), kept_trust(manifest))
    lines += [
        "## Pictures",
        "",
        *(f"![{words}]({name})" for name, words in _PICTURES.items() if (folder / name).is_file()),
        "",
    ]
    replace_file(folder / "MODEL_CARD.md", lambda stream: write_text(stream, "\n".join(lines)))


def _lines(manifest: Manifest, size: int, trust: list[Row]) -> list[str]:
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
        f"- Classes: {', '.join(LABELS)}. Outputs: logits, features, evidence: {raw.get('evidence', 'class activation')}.",
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
    if raw.get("smear"):
        lines += _smear(raw["smear"])
    if measured := raw.get("domain", {}).get("measured"):
        lines += _domain(measured)
    if trust:
        lines += ["## Trust", "", "Of the file that ships, by `leukemia-train evaluate --card`.", "", *table(trust), ""]
    return [*lines, "## Limits", "", *_LIMITS, ""]


def _domain(measured: dict[str, Any]) -> list[str]:
    """The table of strange fields against unseen ones of this data set."""
    lines = [
        "## Fields that the model was not made for",
        "",
        "AUROC against unseen fields of this data set and, in brackets, the share taken for in-domain where 95 % of those"
        " are; means over the fold models. The distance that ships is the first.",
        "",
        "| fields | count | " + " | ".join(measured["methods"]) + " |",
        "|---|---|" + "---|" * len(measured["methods"]),
    ]
    for name, count in measured["fields"].items():
        cells = [f"{of[name]['auroc']:.4f} ({of[name]['accepted_at_95']:.3f})" for of in measured["methods"].values()]
        lines.append(f"| {name} | {count} | " + " | ".join(cells) + " |")
    return [*lines, ""]


def _smear(stated: dict[str, Any]) -> list[str]:
    """What is asked of the smear itself, and how often that refuses a field of this data set."""
    lines = [
        "## The smear itself",
        "",
        "A field is out of domain, too, where the smear is unlike those of training, whatever the model makes of it: by the"
        f" {stated['method'].capitalize()} distance in {len(stated['numbers'])} numbers ("
        + ", ".join(name.replace("_", " ") for name in stated["numbers"])
        + f"), {stated['threshold']:.3f} at the border. The domain score is the larger of the model's and the smear's.",
        "",
    ]
    if measured := stated.get("measured"):
        shares = [f"{100 * measured[f'flagged_{by}']:.2f} %" for by in ("by_features", "by_smear", "together")]
        lines += [
            f"Of {measured['fields']} unseen fields of this data set, field-disjoint, {shares[0]} are flagged by the model's"
            f" features, {shares[1]} by the smear, {shares[2]} by either.",
            "",
        ]
    return lines


def _metrics(protocol: str, figures: dict[str, Any]) -> list[str]:
    lines = [
        f"## Figures, {protocol}",
        "",
        f"{figures['fields']} fields in {figures['groups']} groups; intervals: 95 %, bootstrap over groups.",
        "",
        "| measure | value | 95 % interval |",
        "|---|---|---|",
    ]
    rows = [(words, figures[key]) for key, words in _FIGURES if key in figures]  # older models have fewer
    for sets in figures.get("sets", ()):
        promised = f"{100 * (1 - sets['alpha']):g} %"
        rows += [(f"Coverage of the {promised} prediction sets", sets["coverage"])]
        rows += [(f"Mean size of the {promised} prediction sets", sets["mean_set_size"])]
    lines += [f"| {words} | {of['value']:.4f} | {of['low']:.4f} to {of['high']:.4f} |" for words, of in rows]
    if "sets" not in figures:
        lines += [f"| Coverage of the 95 % prediction sets | {figures['coverage']:.4f} | |"]
        lines += [f"| Mean size of the prediction sets | {figures['mean_set_size']:.3f} | |"]
    lines += [
        f"| Unseen fields of this data set flagged by the model's features | {figures['flagged_out_of_domain']:.4f} | |",
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
