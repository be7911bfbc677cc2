"""RESULTS.md from kept predictions alone."""

import dataclasses
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.measured import Measured, breakdown, differences, keep, read_all
from leukemia_desktop.training.results import default_name, lines, write_results
from leukemia_desktop.training.split import field_disjoint, seed
from leukemia_desktop.training.stress import PERTURBATIONS
from tests.training.conftest import drawn_predictions


@pytest.fixture(scope="module")
def kept(drawn, tmp_path_factory):
    """Two configurations, the better one as shipped and stressed; a probe; a random protocol; strange fields."""
    runs, folds = tmp_path_factory.mktemp("runs"), field_disjoint(drawn)
    good = drawn_predictions(drawn, folds, right=0.98, name="good")
    good.write(runs / "good/field-disjoint.npz")
    older = {key: value for key, value in good.config.items() if key != "softness"}  # a program without this key kept it
    dataclasses.replace(good, config=older).write(runs / "good/field-disjoint-int8.npz")
    for number, name in enumerate(("grey", "blur-2")):
        stressed = drawn_predictions(drawn, folds, right=0.5 + 0.3 * number, name="good", protocol=f"stress-{name}")
        stressed.write(runs / f"good/stress-{name}-int8.npz")
    drawn_predictions(drawn, seed(drawn), right=0.99, name="good", protocol="seed").write(runs / "good/seed.npz")
    drawn_predictions(drawn, folds, right=0.6, name="plain").write(runs / "plain/field-disjoint.npz")
    probe = drawn_predictions(drawn, folds, right=0.5, name="probe-corner")
    dataclasses.replace(probe, config={"name": "probe-corner"}).write(runs / "probe-corner/field-disjoint.npz")
    separated = {"textures": {"auroc": 0.9876, "accepted_at_95": 0.1}}
    table = {"fields": {"textures": 60}, "methods": {"mahalanobis": separated, "knn": separated}}
    (runs / "good/out-of-domain-int8.json").write_text(json.dumps(table))
    folder = tmp_path_factory.mktemp("kept") / "measurements"
    drawn_predictions(drawn, folds, name="draft").write(runs / "draft/field-disjoint.npz")
    keep(runs, drawn, folder, ["good", "plain", "probe-corner"])
    return folder


def section(text: list[str], title: str) -> str:
    """What stands under a heading, up to the next of its rank."""
    start = text.index(title)
    rank = title.partition(" ")[0] + " "
    return "\n".join(text[start : next((i for i in range(start + 1, len(text)) if text[i].startswith(rank)), len(text))])


def test_every_configuration_stands_under_its_protocol_with_its_figures(kept, drawn):
    text = lines(kept, "good int8", ["good", "plain", "wanted"])
    folds = section(text, "## field-disjoint")
    good, plain = (next(one for one in read_all(kept) if one.name == name) for name in ("good int8", "plain"))
    for one in (good, plain):
        assert f"{one.figures['balanced_accuracy']['value']:.4f} [" in folds
    fold = good.predictions.part == 1
    right = (good.predictions.logits.argmax(1) == good.predictions.truth)[fold].mean()
    assert f"| fold-1 | {fold.sum()} | {right:.4f} |" in folds
    assert "draft" not in "\n".join(text)
    assert folds.index("**good int8**") < folds.index("| good |") < folds.index("| plain |")
    assert f"| **all** |  | **{len(drawn.files)}** | **16** |" in section(text, "## Data")
    assert "probe-corner" in section(text, "## Shortcut probes")
    assert "0.9876 (0.100)" in section(text, "## Out of domain")
    stress = section(text, "## Stain stress")
    assert stress.index("as they are") < stress.index("grey") < stress.index("blur-2")
    assert "Ghaderzadeh" in section(text, "## Published by others, on other splits")


def test_what_was_not_measured_is_listed_with_its_command(kept):
    missing = section(lines(kept, "good int8", ["good", "plain", "wanted"]), "## Not measured here")
    assert "`leukemia-train compare DATA --config wanted --protocol field-disjoint`" in missing
    assert "`leukemia-train compare DATA --config plain --protocol seed`" in missing
    assert "--config good --protocol seed" not in missing
    assert "--protocol stress" not in missing
    unstressed = section(lines(kept, "plain", []), "## Not measured here")
    assert "`leukemia-train compare DATA --config plain --protocol stress --int8`" in unstressed


def test_the_hardest_fields_are_those_the_default_is_most_sure_to_be_wrong_of(kept):
    good = next(one for one in read_all(kept) if one.name == "good int8")
    given = good.probabilities[np.arange(len(good.predictions.truth)), good.predictions.truth]
    hardest = section(lines(kept, "good int8", []), "## Hardest fields")
    assert hardest.index(f"`{good.predictions.files[given.argmin()]}`") == hardest.index("`")


def test_a_worse_configuration_is_told_from_the_default_and_its_twin_is_not(kept):
    found = read_all(kept)
    gaps = differences(found, next(one for one in found if one.name == "good int8" and one.protocol == "field-disjoint"))
    assert set(gaps) == {"good", "plain", "probe-corner"}
    assert gaps["good"].interval.value == 0
    assert gaps["good"].p == 1
    assert gaps["plain"].interval.high < 0
    assert gaps["plain"].p < 0.05


def test_stressed_fields_are_calibrated_by_fields_as_they_are(kept):
    found = Measured.read(kept / "good/stress-grey-int8.npz")
    assert found.reference.protocol == "field-disjoint"
    assert found.figures["ece"]["value"] > Measured.read(kept / "good/field-disjoint-int8.npz").figures["ece"]["value"]
    assert found.protocol.removeprefix("stress-") in PERTURBATIONS


def test_the_counts_of_a_data_set_add_up(drawn):
    counts = breakdown(drawn)
    assert {label: of["fields"] for label, of in counts.items()} == dict.fromkeys(("Benign", "Early", "Pre", "Pro"), 20)
    assert all(sum(series["groups"] for series in of["series"].values()) == of["groups"] for of in counts.values())


def test_a_file_that_does_not_belong_to_the_others_is_named(kept, drawn, tmp_path: Path):
    shutil.copytree(kept, tmp_path / "kept")
    other = drawn_predictions(drawn, field_disjoint(drawn, 4), name="other")
    other.write(tmp_path / "kept/other/field-disjoint.npz")
    with pytest.raises(TrainingError, match=r"other.field-disjoint.npz: its fields are not those of"):
        read_all(tmp_path / "kept")
    (tmp_path / "kept/other/field-disjoint.npz").rename(tmp_path / "kept/other/seed.npz")
    with pytest.raises(TrainingError, match=r"seed.npz: predictions under 'field-disjoint' do not belong"):
        read_all(tmp_path / "kept")
    shutil.rmtree(tmp_path / "kept/other")
    (tmp_path / "kept/good/field-disjoint-int8.npz").unlink()
    with pytest.raises(TrainingError, match=r"field-disjoint-int8.npz: no predictions"):
        read_all(tmp_path / "kept")
    with pytest.raises(TrainingError, match="no predictions here"):
        read_all(tmp_path)


def test_the_default_is_named_by_its_model_folder(kept, tmp_path: Path):
    shipped = Path(__file__).resolve().parents[2] / "models"
    folder = shipped / (shipped / "DEFAULT").read_text().strip()
    configuration, _, precision = default_name(folder).partition(" ")
    assert configuration and precision in ("int8", "fp32")
    write_results(kept, tmp_path / "RESULTS.md", default=folder, shelf=[])
    assert default_name(folder) in (tmp_path / "RESULTS.md").read_text()
    with pytest.raises(TrainingError, match="no model of leukemia-train"):
        default_name(tmp_path)


def test_the_primary_model_stands_beside_the_baseline_with_either_head(drawn, tmp_path):
    runs, folds = tmp_path / "runs", field_disjoint(drawn)
    right = {"baseline_cnn": 0.6, "resnet18": 0.9, "resnet18_deep": 0.8}
    for name, share in right.items():
        drawn_predictions(drawn, folds, right=share, name=name).write(runs / name / "field-disjoint.npz")
    keep(runs, drawn, tmp_path / "kept", list(right))
    rows = section(lines(tmp_path / "kept", "resnet18", []), "## Baseline against primary model").splitlines()
    found = {one.name: one.figures["accuracy"]["value"] for one in read_all(tmp_path / "kept")}
    for name in ("resnet18_deep", "resnet18"):
        gained = 100 * (found[name] - found["baseline_cnn"])
        assert next(row for row in rows if f"`{name}`" in row).endswith(f"| {gained:+.2f} |")
