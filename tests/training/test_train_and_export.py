"""A whole training on a small drawn data set: learn, resume, export, classify."""

import dataclasses
import json
import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.run import Run
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.training.cli import app, main
from leukemia_desktop.training.compare import compare
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.errors import BadCheckpoint, BadConfig, TrainingError
from leukemia_desktop.training.evaluate import evaluate
from leukemia_desktop.training.export import export
from leukemia_desktop.training.measured import Measured
from leukemia_desktop.training.out_of_domain import measured_path, read_measured
from leukemia_desktop.training.predictions import Predictions
from leukemia_desktop.training.shipped import fold_file
from leukemia_desktop.training.split import everything, field_disjoint
from leukemia_desktop.training.stress import PERTURBATIONS
from leukemia_desktop.training.train import build, load_checkpoint, train
from tests.training.conftest import small_config


@pytest.fixture(scope="module")
def drawn(dataset_folder):
    return Dataset.open(dataset_folder)


@pytest.fixture(scope="module")
def run(tmp_path_factory, drawn):
    """A run folder as compare and train leave it: field-disjoint predictions and the model of all fields."""
    runs, config = tmp_path_factory.mktemp("runs"), small_config(epochs=16)
    compare([config], drawn, runs, ["field-disjoint"])
    train(config, drawn, drawn.load(config.recipe), everything(drawn), runs / config.name / "all")
    return runs / config.name


@pytest.fixture
def learn(drawn):
    """learn(config, folder) trains on the first field-disjoint split of the drawn data set."""

    def start(config, out, **options):
        return train(config, drawn, drawn.load(config.recipe), field_disjoint(drawn)[0], out, **options)

    return start


@pytest.fixture(scope="module")
def exported(run, drawn, tmp_path_factory):
    """exported[int8] is a model folder; exporting takes seconds, so that tests share it and copy what they change."""
    place = tmp_path_factory.mktemp("models")
    return {int8: export(run, drawn, place / f"drawn-{int8}", int8=int8) for int8 in (False, True)}


@pytest.mark.parametrize("int8", [False, True])
def test_a_trained_model_reaches_the_desktop_through_its_folder_alone(exported, drawn, int8):
    folder = exported[int8].folder
    manifest = Manifest.read(folder)
    assert manifest.raw["parity"]["max_abs_logit_difference"] <= 1e-3
    assert manifest.raw["parity"]["same_label"] == len(drawn.files)
    figures = manifest.raw["metrics"]["field-disjoint"]
    assert figures["fields"] == len(drawn.files)
    assert figures["balanced_accuracy"]["value"] >= 0.9
    outcomes = list(Run(find_fields(drawn.folder), Classifier(manifest), Settings()))
    right = [o.field.slide.rpartition("/")[2] == o.verdict.label for o in outcomes]
    assert np.mean(right) >= 0.9
    card = (folder / "MODEL_CARD.md").read_text()
    assert "For research use only" in card
    assert f"| Balanced accuracy | {figures['balanced_accuracy']['value']:.4f} |" in card
    for name in ("confusion", "reliability", "risk-coverage", "learning", "embedding"):
        assert 1000 < (folder / f"{name}.png").stat().st_size < 60_000
    strict = manifest.raw["conformal_strict"]
    assert strict["alpha"] == 0.01
    assert strict["threshold"] >= manifest.conformal.threshold


def test_the_exported_evidence_is_the_exact_class_activation(run, exported):
    _, model, _ = load_checkpoint(run / "all/last.pt")
    tensor = np.random.default_rng(0).normal(0, 1, (3, 64, 64)).astype(np.float32)
    with torch.inference_mode():
        maps = model.backbone(torch.from_numpy(tensor)[None])[0].numpy()
    weights = model.classifier.weight.detach().numpy()
    expected = np.maximum(np.einsum("ck,khw->chw", weights, maps), 0)
    assert np.allclose(Classifier(exported[False]).predict([tensor])[0].evidence, expected, atol=1e-3)


def test_comparing_again_reads_what_was_kept_and_trains_nothing(run, drawn):
    before = {path: path.stat().st_mtime_ns for path in run.rglob("last.pt")}
    again = compare([small_config(epochs=16)], drawn, run.parent, ["field-disjoint"])
    assert sorted(again[0].files) == sorted(drawn.files)
    assert {path: path.stat().st_mtime_ns for path in run.rglob("last.pt")} == before


def test_a_key_that_kept_predictions_do_not_state_means_its_default(run):
    kept = Predictions.read(run.parent / "small/field-disjoint.npz")
    older = dataclasses.replace(kept, config={key: value for key, value in kept.config.items() if key != "bf16"})
    assert older.made_by(small_config(epochs=16))
    assert not older.made_by(small_config(epochs=16, bf16=True))


@pytest.mark.parametrize("kind", ["int8", "fp32"])
def test_under_stress_the_same_models_are_asked_about_every_perturbation(run, drawn, kind):
    (run / f"field-disjoint-{kind}.npz").unlink(missing_ok=True)  # an export may have left it
    kept = compare([small_config(epochs=16)], drawn, run.parent, ["stress"], int8=kind == "int8")
    assert [found.protocol for found in kept] == [f"stress-{name}" for name in PERTURBATIONS]
    as_they_are = Predictions.read(run / "field-disjoint.npz")
    for found in kept:
        assert np.array_equal(found.files, as_they_are.files)
        assert not np.array_equal(found.logits, as_they_are.logits)
    written = {path: path.stat().st_mtime_ns for path in run.glob("stress-*.npz")}
    calibrated = {Measured.read(path).precision for path in written}  # by the same models on fields as they are
    assert kind in calibrated
    again = compare([small_config(epochs=16)], drawn, run.parent, ["stress"], int8=kind == "int8")
    assert np.array_equal(again[-1].logits, kept[-1].logits)
    assert {path: path.stat().st_mtime_ns for path in run.glob("stress-*.npz")} == written


def test_strange_fields_are_told_from_unseen_ones_by_three_scores_that_are_kept(run, drawn, make_slide):
    foreign = make_slide(Benign=2, Pro=2)
    assert not compare([small_config(epochs=16)], drawn, run.parent, ["out-of-domain"], int8=True, foreign=foreign)
    kept = measured_path(run, int8=True)
    found = read_measured(kept, small_config(epochs=16))
    assert found["fields"]["smears from elsewhere"] == 4
    assert set(found["methods"]) == {"mahalanobis", "knn", "energy"}
    assert found["methods"]["mahalanobis"]["textures"]["auroc"] > 0.9
    assert sum(found["histogram"]["counts"]["unseen fields"]) == len(drawn.files)
    before = kept.stat().st_mtime_ns
    compare([small_config(epochs=16)], drawn, run.parent, ["out-of-domain"], int8=True, foreign=foreign)
    assert kept.stat().st_mtime_ns == before


def test_a_fold_model_that_saw_a_field_of_its_test_side_is_refused(run, drawn, tmp_path):
    fold, other = field_disjoint(drawn)[:2]
    shutil.copytree(run / "field-disjoint" / fold.name, tmp_path / "field-disjoint" / other.name)
    fields = drawn.load(small_config().recipe)
    with pytest.raises(TrainingError, match="learned from fields that it is tested on"):
        fold_file(tmp_path, "field-disjoint", other, drawn, fields, int8=False)
    with pytest.raises(BadCheckpoint, match=r"last\.pt"):
        fold_file(tmp_path, "field-disjoint", fold, drawn, fields, int8=False)


def test_an_unknown_protocol_is_named_with_the_known_ones(run, drawn):
    with pytest.raises(TrainingError, match="unknown protocol 'random'; known: field-disjoint"):
        compare([small_config(epochs=16)], drawn, run.parent, ["random"])


def test_predictions_of_another_configuration_are_not_taken_for_the_checkpoints_own(run, drawn, tmp_path):
    shutil.copytree(run, tmp_path / "small")
    path = tmp_path / "small/field-disjoint.npz"
    dataclasses.replace(Predictions.read(path), config={}).write(path)
    with pytest.raises(TrainingError, match="another configuration"):
        export(tmp_path / "small", drawn, tmp_path / "drawn")
    assert not (tmp_path / "drawn").exists()


def test_evaluating_a_folder_gives_figures_of_every_field(exported, drawn):
    figures = evaluate(exported[True].folder, drawn)
    assert figures["fields"] == len(drawn.files)
    assert figures["accuracy"]["value"] >= 0.9


def test_a_run_that_was_interrupted_ends_like_one_that_was_not(learn, tmp_path, config):
    def stop(epoch):
        if epoch["epoch"] == 1:
            raise KeyboardInterrupt

    whole = learn(config(), tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        learn(config(), tmp_path / "halved", epoch_done=stop)
    halved = learn(config(), tmp_path / "halved")
    (_, one, first), (_, two, second) = load_checkpoint(whole), load_checkpoint(halved)
    assert [e["loss"] for e in first["history"]] == [e["loss"] for e in second["history"]]
    for a, b in zip(one.state_dict().values(), two.state_dict().values(), strict=True):
        assert torch.equal(a, b)


def test_a_run_folder_of_another_configuration_is_refused(run, learn, config):
    with pytest.raises(BadCheckpoint, match="another configuration"):
        learn(config(epochs=7), run / "all")


def test_a_loss_that_is_not_finite_stops_and_the_last_good_checkpoint_survives(learn, tmp_path, config):
    def interrupt(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        learn(config(), tmp_path, epoch_done=interrupt)
    path = tmp_path / "last.pt"
    data = torch.load(path, weights_only=True)
    data["model"]["classifier.bias"][0] = float("nan")
    torch.save(data, path)
    before = path.read_bytes()
    with pytest.raises(TrainingError, match="the loss is nan"):
        learn(config(), tmp_path)
    assert path.read_bytes() == before


def test_a_hostile_pickle_is_refused_and_does_not_run(tmp_path: Path):
    class Hostile:
        def __reduce__(self):
            return (Path.touch, (tmp_path / "it ran",))

    path = tmp_path / "last.pt"
    path.write_bytes(pickle.dumps({"config": Hostile()}))
    with pytest.raises(BadCheckpoint, match="not a readable checkpoint"):
        load_checkpoint(path)
    torch.save({"config": Hostile()}, path)
    with pytest.raises(BadCheckpoint, match="not a readable checkpoint"):
        load_checkpoint(path)
    assert not (tmp_path / "it ran").exists()


def test_a_checkpoint_of_another_architecture_is_refused(run, tmp_path):
    data = torch.load(run / "all/last.pt", weights_only=True)
    data["average"] = {"module.other": torch.zeros(1)}
    torch.save(data, tmp_path / "other.pt")
    with pytest.raises(BadCheckpoint, match="not a small_residual"):
        load_checkpoint(tmp_path / "other.pt")


def test_weights_that_cannot_be_had_are_said(config):
    with pytest.raises(BadConfig, match="has no ImageNet weights"):
        build(config(weights="imagenet"))
    with pytest.raises(BadConfig, match=r"nowhere\.pt"):
        build(config(weights="nowhere.pt"))
    with pytest.raises(BadConfig, match="unknown architecture"):
        build(config(architecture="lenet"))


def test_the_default_architecture_starts_from_its_packaged_weights(config):
    model = build(config(architecture="efficientnet_lite0", weights="imagenet"))
    assert 3.0e6 < sum(p.numel() for p in model.parameters()) < 3.6e6


def test_the_command_line_names_what_is_wrong(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["leukemia-train", "train", "lite0", str(tmp_path / "nowhere")])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert "nowhere: no such folder" in capsys.readouterr().err


def test_the_card_is_written_again_from_the_manifest(exported, tmp_path):
    shutil.copytree(exported[True].folder, tmp_path / "drawn")
    path = tmp_path / "drawn/manifest.json"
    data = json.loads(path.read_text())
    data["metrics"]["field-disjoint"]["accuracy"]["value"] = 0.12345
    path.write_text(json.dumps(data))
    assert CliRunner().invoke(app, ["card", str(tmp_path / "drawn")]).exit_code == 0
    assert "0.1235" in (tmp_path / "drawn/MODEL_CARD.md").read_text()


@pytest.mark.slow
def test_the_command_line_goes_from_a_folder_to_a_model(dataset_folder, tmp_path):
    toml = tmp_path / "quick.toml"
    toml.write_text(
        'name = "quick"\narchitecture = "small_residual"\nweights = "none"\nepochs = 2\nbatch_size = 8\n'
        "[recipe]\ninput_size = 64\nmean = [0.5, 0.5, 0.5]\nstd = [0.25, 0.25, 0.25]\nsteps = []\n"
    )
    data, runs, model = str(dataset_folder), str(tmp_path / "runs"), str(tmp_path / "quick")
    out = tmp_path / "RESULTS.md"
    results = ["--results", str(out), "--kept", str(tmp_path / "measurements"), "--default", model]
    for call in (
        ["compare", data, "--config", str(toml), "--runs", runs],
        ["train", str(toml), data, "--runs", runs],
        ["export", f"{runs}/quick", data, model, "--no-int8"],
        ["evaluate", model, data, "--card"],
        ["compare", data, "--config", str(toml), "--runs", runs, *results],
        ["compare", *results],
    ):
        result = CliRunner().invoke(app, call)
        assert result.exit_code == 0, result.output
        assert "balanced accuracy" in result.output or call[0] != "evaluate"
    assert "| quick |" in out.read_text()
    card = (Path(model) / "MODEL_CARD.md").read_text()
    for words in (
        "everything that is no smear flagged",
        "share of the evidence inside cells",
        "cells miscounted",
        "time that quality",
    ):
        assert f"| {words}" in card
    assert Manifest.read(Path(model)).id == "quick"
