"""models/RESULTS.md: every configuration under every protocol, from kept predictions alone, never by hand."""

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.measured import DATA, Measured, differences, read_all
from leukemia_desktop.training.stress import FOLDS, STRESS
from leukemia_desktop.training.tables import (
    Lines,
    class_table,
    data_table,
    domain_table,
    hardest_table,
    part_table,
    protocol_table,
    stress_table,
    table,
    trust_table,
)

PROTOCOLS = {
    FOLDS: "Three folds, no two sides share a group, every field is tested once: the protocol that decides.",
    "field-disjoint-5": "Five such folds: a model learns from four fifths of the fields instead of two thirds.",
    "seed": "The seed project's way, 60/20/20 at random, seeds 0 to 4, pooled. Test fields share cells with training fields,"
    " so these figures flatter: compare them with published ones only.",
    "leave-one-series-out": "Each stain and scale-bar style is tested by a model that never saw it. Pro has one series only"
    " and is left out.",
}
PRIMARIES, BASELINE = ("resnet18_deep", "resnet18"), "baseline_cnn"
"""The seed project's two systems; its primary model with its own head and with one linear layer."""
PUBLISHED = (
    ("baseline CNN", "seed project 2023", "83.6 %", "random 1836/612/612"),
    ("AlexNet, frozen, deep head", "seed project 2023", "82 %", "400 test images, random"),
    ("VGG16, frozen, deep head", "seed project 2023", "72 %", "400 test images, random"),
    ("ResNet18, frozen, deep head", "seed project 2023", "87 %", "400 test images, random"),
    ("ResNet18, deep head, end to end", "seed project 2023", "97.0 %", "400 test images, random"),
    ("DenseNet201, two channels", "Ghaderzadeh et al. 2022", "99.85 %", "by image"),
    ("LGLD-Net, 161 k parameters", "literature", "99.69 %", "random 80/10/10"),
    ("DenseNet201 and U-Net block", "literature", "99.61 %", "random 64/20/16"),
    ("EfficientNetV2-S", "literature", "98.93 %", "random 64/16/20"),
    ("DinoBloom-S, frozen, attention over cells", "literature", "balanced 96.8 % [95.5, 97.8]", "contiguous folds, embargo"),
)
"""By others, on other splits and often on all 3,256 images; none was measured here."""


def write_results(kept: Path, path: Path, *, default: Path, shelf: Sequence[str]) -> None:
    """Write RESULTS.md from what `keep` left in `kept`; `default` is the model folder that the others are compared with.

    `shelf` names the configurations that ought to have been measured: what is missing is listed with its command.
    Raises TrainingError naming a file that is damaged or does not belong to the others.
    """
    text = "\n".join(lines(kept, default_name(default), shelf)) + "\n"
    replace_file(path, lambda stream: write_text(stream, text))


def default_name(folder: Path) -> str:
    """Configuration and precision of a model folder. Raises TrainingError."""
    try:
        raw = Manifest.read(folder).raw
        return f"{raw['training']['config']['name']} {raw['precision']}"
    except (BrokenModel, KeyError, TypeError) as error:
        raise TrainingError(f"{folder}: no model of leukemia-train: {error}") from None


def lines(kept: Path, default: str, shelf: Sequence[str]) -> Lines:
    """RESULTS.md as lines."""
    found = read_all(kept)
    models = [one for one in found if not one.name.startswith("probe-")]
    text = [
        "# Results",
        "",
        "Written by `leukemia-train compare --results models/RESULTS.md` from the predictions in `measurements/`, never by",
        f"hand. The default model is **{default}**. *int8* and *fp32* rows are models as they ship; the others are the",
        "checkpoints themselves. In brackets: 95 % intervals, 2,000 bootstrap draws of whole groups. Every part of a",
        "protocol is calibrated by its other parts. Groups are field-disjoint; which fields share a person is unknown. An",
        "ECE can lie below its interval: drawing groups again adds noise to every bin, and all noise counts as error.",
        "",
    ]
    if (kept / DATA).is_file():
        text += ["## Data", "", *data_table(_json(kept / DATA))]
    for protocol, words in PROTOCOLS.items():
        rows = [one for one in models if one.protocol == protocol]
        if rows:
            text += ["", f"## {protocol}", "", words, "", *_protocol(rows, default)]
    text += _baseline(models) + _stress(models) + _domain(kept) + _probes(found)
    text += ["## Published by others, on other splits", ""]
    text += table(["system", "by", "accuracy", "protocol"], PUBLISHED)
    ours = [one for one in models if one.protocol == FOLDS]
    if best := next((one for one in ours if one.name == default), None):
        others = [one for one in ours if one is not best]
        text += ["## Hardest fields", "", f"Of {default} under {FOLDS}, by file name.", "", *hardest_table(best, others)]
    return [*text, *_missing(models, shelf, default.partition(" ")[0])]


def _protocol(rows: Sequence[Measured], default: str) -> Lines:
    base = next((one for one in rows if one.name == default), None)
    text = protocol_table(rows, default, differences(rows, base) if base else {})
    if base:
        text += ["The last column: balanced accuracy less the default's, paired bootstrap of groups, Holm-adjusted p.", ""]
    if parts := part_table(rows, default):
        text += ["### Share of right labels by part", "", *parts]
    text += ["### Trust", "", *trust_table(rows, default), "### Classes", "", *class_table(rows, default)]
    return text


def _baseline(models: Sequence[Measured]) -> Lines:
    rows = []
    for protocol in PROTOCOLS:
        of = {one.name: one for one in models if one.protocol == protocol}
        for primary in PRIMARIES:
            if BASELINE in of and primary in of:
                values = [of[name].figures["accuracy"]["value"] for name in (BASELINE, primary)]
                shares = (f"{100 * value:.2f} %" for value in values)
                rows.append([protocol, f"`{primary}`", *shares, f"{100 * (values[1] - values[0]):+.2f}"])
    if not rows:
        return []
    return [
        "## Baseline against primary model",
        "",
        "Accuracy; the seed project reported 83.6 % and 97.0 %.",
        "",
        *table(["protocol", "primary model", f"baseline ({BASELINE})", "primary", "points gained"], rows),
    ]


def _stress(models: Sequence[Measured]) -> Lines:
    text: Lines = []
    chosen = {one.name for one in models if one.protocol.startswith(STRESS)}
    for name, rows in groupby(sorted(models, key=lambda one: one.name), lambda one: one.name):
        if name in chosen:
            kept = [one for one in rows if one.protocol == FOLDS or one.protocol.startswith(STRESS)]
            text += [f"### {name}", "", *stress_table(kept)]
    words = "Field-disjoint models on their own test fields, changed before the recipe; nothing was trained for it."
    return ["## Stain stress", "", words, "", *text] if text else []


def _domain(kept: Path) -> Lines:
    text: Lines = []
    for path in sorted(kept.glob("*/out-of-domain-*.json")):
        text += [f"### {path.parent.name} {path.stem.rpartition('-')[2]}", "", *domain_table(_json(path))]
    words = (
        "AUROC against unseen fields of the data set and, in brackets, the share accepted where 95 % of those are;"
        " means over the field-disjoint models. The Mahalanobis distance ships."
    )
    return ["## Out of domain", "", words, "", *text] if text else []


def _probes(found: Sequence[Measured]) -> Lines:
    text: Lines = []
    for protocol in PROTOCOLS:
        rows = [one for one in found if one.protocol == protocol and one.name.startswith("probe-")]
        if rows:
            text += [f"### {protocol}", "", *protocol_table(rows, "", {})]
    words = "Random forests on numbers that have little to do with leukaemia: what looking away from the cells reaches."
    return ["## Shortcut probes", "", words, "", *text] if text else []


def _missing(models: Sequence[Measured], shelf: Sequence[str], default: str) -> Lines:
    known = {(str(one.predictions.config["name"]), one.protocol) for one in models}
    wanted = [(name, protocol) for name in shelf for protocol in (FOLDS, "seed", "leave-one-series-out")]
    rows = [
        [name, protocol, f"`leukemia-train compare DATA --config {name} --protocol {protocol}`"]
        for name, protocol in wanted
        if (name, protocol) not in known
    ]
    if not any(name == default and protocol.startswith(STRESS) for name, protocol in known):
        rows.append([default, STRESS, f"`leukemia-train compare DATA --config {default} --protocol {STRESS} --int8`"])
    if not rows:
        return []
    words = "torchvision downloads ImageNet weights where the internet is reachable; a configuration can name a file."
    return ["## Not measured here", "", words, "", *table(["configuration", "protocol", "command"], rows)]


def _json(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise TrainingError(f"{path}: {error}") from None
    return found
