"""What a model's refusals, evidence and sets are worth, in one table: measured, kept beside the model, shown on its card."""

import json
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from leukemia_desktop.core.cells import find_cells, survey
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.explain import explain
from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.image import read_image
from leukemia_desktop.core.manifest import LABELS, Manifest
from leukemia_desktop.core.quality import inspect
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.smear_numbers import smear_numbers
from leukemia_desktop.core.synthetic import draw_field
from leukemia_desktop.core.trust import judge
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.out_of_domain import flagged
from leukemia_desktop.training.strange import foreign_images, strange_images

FILE = "trust.json"
EVERY = 5
"""Of the data set's fields, one in so many is asked where its evidence lies: each is asked about fifty times."""
MOST_CELLS = 60


@dataclass(frozen=True)
class Row:
    """One measure: its value, of how many fields, and the goal it was given."""

    measure: str
    value: float
    fields: int
    goal: str = ""


def measure_trust(model: Path, dataset: Dataset, foreign: Path | None) -> list[Row]:
    """Every row that can be measured here. Raises BrokenModel, TrainingError.

    Sets and errors are the manifest's, of field-disjoint models; the rest is what the shipped file and the program do.
    """
    manifest = Manifest.read(model)
    classifier = Classifier(manifest)
    figures = manifest.raw["metrics"]["field-disjoint"]
    rows = [
        Row(
            "unseen fields of the data set flagged out of domain",
            flagged_unseen(manifest),
            figures["fields"],
            "<= 0.03",
        ),
        *_refusals(classifier, foreign),
        *(
            row
            for sets in figures.get("sets", ())
            for row in (
                Row(f"coverage of prediction sets, alpha {sets['alpha']:g}", sets["coverage"]["value"], figures["fields"]),
                Row(
                    f"mean size of prediction sets, alpha {sets['alpha']:g}",
                    sets["mean_set_size"]["value"],
                    figures["fields"],
                ),
            )
        ),
    ]
    if "risk_at_90" in figures:
        rows.append(
            Row("wrong among the most confident 90 %", figures["risk_at_90"]["value"], figures["fields"], "<= 0.002")
        )
    return [*rows, *_evidence(classifier, dataset), _counts(), _cost(classifier, dataset)]


def flagged_unseen(manifest: Manifest) -> float:
    """Share of unseen fields of the data set that the program refuses with this model, for features or for the smear."""
    of_smear = (manifest.raw.get("smear") or {}).get("measured", {})
    features: float = manifest.raw["metrics"]["field-disjoint"]["flagged_out_of_domain"]
    return float(of_smear.get("flagged_together", features))


def keep_trust(model: Path, rows: list[Row]) -> None:
    """trust.json beside the manifest, for the model card."""
    manifest = Manifest.read(model)
    known = {"model_sha256": manifest.sha256, "refusal": manifest.refusal, "rows": [asdict(row) for row in rows]}
    replace_file(model / FILE, lambda stream: write_text(stream, json.dumps(known, indent=1) + "\n"))


def kept_trust(manifest: Manifest) -> list[Row]:
    """What was kept for this very model file with these rules of refusal, else nothing."""
    path = manifest.folder / FILE
    known: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    same = (known.get("model_sha256"), known.get("refusal", "")) == (manifest.sha256, manifest.refusal)
    return [Row(**row) for row in known["rows"]] if same else []


def table(rows: list[Row]) -> list[str]:
    """The rows as Markdown."""
    lines = ["| measure | value | fields | goal |", "|---|---|---|---|"]
    return lines + [f"| {row.measure} | {row.value:.4f} | {row.fields} | {row.goal} |" for row in rows]


def _refusals(classifier: Classifier, foreign: Path | None) -> list[Row]:
    with tempfile.TemporaryDirectory() as scratch:
        strange = strange_images(Path(scratch))
        sets = ({"smears from elsewhere": foreign_images(foreign)} if foreign else {}) | strange
        shares = flagged(classifier, sets)
    rows = [
        Row(f"{name} flagged out of domain", of["out_of_domain"], of["fields"], ">= 0.99") for name, of in shares.items()
    ]
    count = sum(shares[name]["fields"] for name in strange)
    share = sum(shares[name]["out_of_domain"] * shares[name]["fields"] for name in strange) / count
    return [*rows, Row("everything that is no smear flagged out of domain", share, int(count), ">= 0.995")]


def _evidence(classifier: Classifier, dataset: Dataset) -> list[Row]:
    """Median share of the evidence inside cells, and of the field that cells take, over correctly labelled fields."""
    recipe = classifier.manifest.recipe

    def shares(index: int) -> tuple[float, float] | None:
        found = explain(read_image(dataset.folder / dataset.files[index]), classifier, recipe, fine=True)
        if found.label != LABELS[dataset.labels[index]] or not found.has_evidence(found.label):
            return None
        return found.evidence_inside_cells(found.label), found.cells_cover

    with ThreadPoolExecutor(classifier.threads) as pool:
        known = [of for of in pool.map(shares, range(0, len(dataset.files), EVERY)) if of]
    if not known:
        return []
    inside, cover = np.median(known, 0).tolist()
    goal = ">= 0.8" if any(step["step"] == "cells_only" for step in classifier.manifest.raw["recipe"]["steps"]) else ""
    return [
        Row("share of the evidence inside cells, median of right fields", inside, len(known), goal),
        Row("share of the field that cells take, median of the same", cover, len(known)),
    ]


def _counts() -> Row:
    """Drawn fields with a known number of cells, touching ones among them."""
    errors = [abs(len(find_cells(draw_field(9000 + n, cells=n).image)) - n) for n in range(MOST_CELLS + 1)]
    return Row(
        f"cells miscounted in a drawn field of 0 to {MOST_CELLS}, mean", float(np.mean(errors)), len(errors), "<= 0.5"
    )


def _cost(classifier: Classifier, dataset: Dataset, times: int = 200) -> Row:
    """What quality, cells, smear and verdict add to the plain classification of a field: medians, taken in turn.

    In time of the processor: everything of one field is done by the thread that asks, and a busy machine makes others wait.
    """
    manifest, settings = classifier.manifest, Settings()
    plain, added = [], []
    files = dataset.files[:: max(1, len(dataset.files) // times)]
    for file in files:
        start = time.thread_time()
        image = read_image(dataset.folder / file)
        (said,) = classifier.predict([manifest.recipe.tensor(image)])
        between = time.thread_time()
        found = survey(image)
        quality = inspect(found)
        smear = classifier.smear.score(smear_numbers(found, quality.magnification)) if classifier.smear else None
        judge(tuple(said.logits.tolist()), manifest, settings, quality.flags(), smear)
        plain.append(between - start)
        added.append(time.thread_time() - between)
    return Row(
        "time that quality, cells and verdict add, share of the plain",
        float(np.median(added) / np.median(plain)),
        len(files),
        "<= 0.3",
    )
