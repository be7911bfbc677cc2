"""What the smear has to look like is fitted on training fields, with its border on fields that were left out."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.smear import NUMBERS, SmearDomain
from leukemia_desktop.training.cli import app
from leukemia_desktop.training.errors import BadDataset, TrainingError
from leukemia_desktop.training.predictions import Predictions, predictions_path
from leukemia_desktop.training.smear import IN_DOMAIN, add_smear, fit_numbers, fit_smear, measure_smear
from leukemia_desktop.training.split import PROTOCOLS
from tests.training.conftest import draw_dataset, drawn_predictions

MODELS = Path(__file__).parents[2] / "models"


@given(seed=st.integers(0, 50))
def test_unseen_smears_of_the_same_kind_stay_inside_and_others_do_not(seed: int):
    rng = np.random.default_rng(seed)
    mixing = rng.normal(0, 1, (8, 8)) + 2 * np.eye(8)
    learned, unseen = (rng.normal(0, 1, (600, 8)) @ mixing + 100 for _ in range(2))
    domain = fit_numbers(learned)
    border = np.quantile(domain.distances(learned), IN_DOMAIN)
    assert (domain.distances(unseen) > border).mean() < 0.05
    assert (domain.distances(unseen + 40) > border).all()


@given(st.integers(0, 20), st.integers(0, 7))
def test_a_number_that_never_varied_still_gives_finite_distances(seed: int, still: int):
    numbers = np.random.default_rng(seed).normal(100, 10, (40, 8))
    numbers[:, still] = 5
    assert np.isfinite(fit_numbers(numbers).distances(numbers + 3)).all()


@settings(max_examples=10)
@given(seed=st.integers(0, 50))
def test_the_border_leaves_few_unseen_fields_outside_and_their_share_is_what_is_stated(drawn, seed: int):
    numbers = np.random.default_rng(seed).normal(0, 1, (len(drawn.files), 8))
    fitted = fit_smear(drawn, numbers)
    outside = fitted.domain.distances(numbers) > fitted.domain.threshold
    assert outside.mean() <= 0.05
    predictions = with_distances(drawn_predictions(drawn, PROTOCOLS["field-disjoint"](drawn)), seed)
    measured = fitted.stated(predictions)["measured"]
    assert measured["fields"] == len(drawn.files)
    assert measured["flagged_by_smear"] == pytest.approx(np.mean(list(fitted.outside.values())))
    larger, both = (f([measured["flagged_by_features"], measured["flagged_by_smear"]]) for f in (max, sum))
    assert larger <= measured["flagged_together"] <= both


def with_distances(predictions: Predictions, seed: int = 0) -> Predictions:
    """The same with made-up distances of features."""
    distances = np.random.default_rng(seed).uniform(0.5, 1.5, len(predictions.files))
    return Predictions(**{**vars(predictions), "distances": distances})


@pytest.fixture
def shipped(drawn, tmp_path: Path) -> tuple[Path, Path]:
    """A copy of a model that ships, without a word of the smear, and runs with predictions of its configuration."""
    folder = tmp_path / "models" / "baseline-cnn-int8"
    shutil.copytree(MODELS / folder.name, folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest.pop("smear", None)
    (folder / "manifest.json").write_text(json.dumps(manifest))
    predictions = with_distances(drawn_predictions(drawn, PROTOCOLS["field-disjoint"](drawn)))
    config = manifest["training"]["config"]
    Predictions(**{**vars(predictions), "config": config}).write(
        predictions_path(tmp_path / "runs", config["name"], "field-disjoint-int8")
    )
    return folder, tmp_path / "runs"


def test_the_command_states_it_in_a_manifest_that_is_there_and_leaves_the_model_alone(drawn, shipped):
    folder, runs = shipped
    before, model = json.loads((folder / "manifest.json").read_text()), (folder / "model.onnx").read_bytes()
    for _ in range(2):  # once more changes nothing
        result = CliRunner().invoke(app, ["card", str(folder), "--smear", str(drawn.folder), "--runs", str(runs)])
        assert result.exit_code == 0, result.output
        assert "baseline-cnn-int8: unseen fields flagged by features" in result.output
        manifest = Manifest.read(folder)
        domain = SmearDomain.read(manifest)
        assert domain is not None
        assert {key: value for key, value in manifest.raw.items() if key != "smear"} == before
        assert (folder / "model.onnx").read_bytes() == model
        expected = fit_smear(drawn, measure_smear(drawn)).domain
        assert domain.statement() == expected.statement()
    card = (folder / "MODEL_CARD.md").read_text()
    assert "## The smear itself" in card
    assert f"{expected.threshold:.3f} at the border" in card


def test_predictions_that_are_missing_or_of_another_configuration_are_named(drawn, shipped, config):
    folder, runs = shipped
    fitted = fit_smear(drawn, np.random.default_rng(0).normal(0, 1, (len(drawn.files), len(NUMBERS))))
    with pytest.raises(TrainingError, match=r"nowhere.*field-disjoint-int8.npz: no predictions"):
        add_smear(folder, fitted, runs / "nowhere")
    path = predictions_path(runs, "baseline_cnn", "field-disjoint-int8")
    Predictions(**{**vars(Predictions.read(path)), "config": config().to_dict()}).write(path)
    with pytest.raises(TrainingError, match="another configuration than baseline-cnn-int8"):
        add_smear(folder, fitted, runs)
    assert "smear" not in Manifest.read(folder).raw


def test_predictions_of_fields_that_are_not_in_the_data_set_are_named(drawn, tmp_path):
    fitted = fit_smear(drawn, np.random.default_rng(0).normal(0, 1, (len(drawn.files), len(NUMBERS))))
    predictions = with_distances(drawn_predictions(drawn, PROTOCOLS["field-disjoint"](drawn)))
    files = np.array(["Pro/elsewhere.png", *predictions.files[1:]])
    with pytest.raises(TrainingError, match=r"Pro/elsewhere\.png, which is not in this data set"):
        fitted.stated(Predictions(**{**vars(predictions), "files": files}))


def test_a_field_that_cannot_be_read_is_named(tmp_path: Path):
    from leukemia_desktop.training.dataset import Dataset

    dataset = Dataset.open(draw_dataset(tmp_path / "set", groups=1, fields=1))
    broken = dataset.folder / dataset.files[0]
    broken.write_bytes(b"no picture")
    with pytest.raises(BadDataset, match=broken.name):
        measure_smear(dataset)


@pytest.mark.parametrize("fits", [False, True])
def test_a_model_folder_that_is_none_is_one_line_and_exit_2(drawn, tmp_path, monkeypatch, capsys, fits):
    from leukemia_desktop.training.cli import main

    options = ["--smear", str(drawn.folder)] * fits
    monkeypatch.setattr("sys.argv", ["leukemia-train", "card", str(tmp_path / "nowhere"), *options])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert "model nowhere: manifest.json" in capsys.readouterr().err
