"""Predictions that are kept, read again and calibrated by each other."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from leukemia_desktop.training.calibration import cross_fit, cross_fitted_figures
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.predictions import Predictions
from leukemia_desktop.training.split import field_disjoint, seed
from tests.training.conftest import drawn_predictions


@pytest.fixture(scope="module")
def drawn(dataset_folder):
    return Dataset.open(dataset_folder)


def test_every_part_is_calibrated_by_the_others_and_keeps_what_its_sets_promise(drawn):
    figures = cross_fitted_figures(drawn_predictions(drawn, field_disjoint(drawn), right=0.95))
    strict, loose = figures["sets"][1], figures["sets"][0]
    assert (loose["alpha"], strict["alpha"]) == (0.05, 0.01)
    assert strict["coverage"]["value"] >= loose["coverage"]["value"] >= 0.8
    assert strict["mean_set_size"]["value"] >= loose["mean_set_size"]["value"]
    assert figures["coverage"] == loose["coverage"]["value"]
    assert sum(fields for fields, _, _ in figures["curves"]["reliability"]) == len(drawn.files)


def test_what_is_measured_has_no_say_in_its_own_calibration(drawn):
    found = drawn_predictions(drawn, field_disjoint(drawn))
    own = found.part == 1
    louder = dataclasses.replace(found, logits=np.where(own[:, None], 7 * found.logits, found.logits))
    assert np.array_equal(cross_fit(louder, found).probabilities[~own], cross_fit(found).probabilities[~own])
    temperature = np.log(cross_fit(found).probabilities[own][:, :1] / cross_fit(found).probabilities[own][:, 1:2])
    again = np.log(cross_fit(louder).probabilities[own][:, :1] / cross_fit(louder).probabilities[own][:, 1:2])
    assert again == pytest.approx(7 * temperature, rel=1e-4)


def test_a_field_that_random_splits_test_twice_does_not_calibrate_itself(drawn):
    found = drawn_predictions(drawn, seed(drawn, 2))
    twice = set(found.files[found.part == 0]) & set(found.files[found.part == 1])
    assert twice
    wild = dataclasses.replace(found, logits=found.logits.copy())
    wild.logits[(found.part == 1) & np.isin(found.files, list(twice))] *= -50
    own = found.part == 0
    assert np.array_equal(cross_fit(wild).probabilities[own], cross_fit(found).probabilities[own])


def test_one_part_alone_is_refused(drawn):
    with pytest.raises(TrainingError, match="one part alone"):
        cross_fit(drawn_predictions(drawn, field_disjoint(drawn)[:1]))


def test_kept_predictions_come_back_as_they_were(drawn, tmp_path):
    found = drawn_predictions(drawn, field_disjoint(drawn))
    found.write(tmp_path / "small/field-disjoint.npz")
    again = Predictions.read(tmp_path / "small/field-disjoint.npz")
    assert again.config == found.config
    for name in ("files", "truth", "groups", "part", "logits", "names"):
        assert np.array_equal(getattr(again, name), getattr(found, name))


def test_predictions_that_do_not_fit_are_named(drawn, tmp_path: Path):
    splits, path = field_disjoint(drawn), tmp_path / "kept.npz"
    found = drawn_predictions(drawn, splits)
    found.check_fits(drawn, splits, path)
    with pytest.raises(TrainingError, match=r"kept.npz: it holds 2 of 3 parts"):
        drawn_predictions(drawn, splits[:2]).check_fits(drawn, splits, path)
    with pytest.raises(TrainingError, match=r"kept.npz: predictions of another data set"):
        dataclasses.replace(found, truth=(found.truth + 1) % 4).check_fits(drawn, splits, path)
    with pytest.raises(TrainingError, match=r"kept.npz: predictions of another data set"):
        drawn_predictions(drawn, field_disjoint(drawn, 4)[:3]).check_fits(drawn, splits, path)


def test_a_damaged_file_of_predictions_is_named(drawn, tmp_path: Path):
    path = tmp_path / "kept.npz"
    with pytest.raises(TrainingError, match=r"kept.npz: no predictions"):
        Predictions.read(path)
    found = drawn_predictions(drawn, field_disjoint(drawn))
    dataclasses.replace(found, logits=found.logits[:-1]).write(path)
    with pytest.raises(TrainingError, match=r"kept.npz: the predictions are not whole"):
        Predictions.read(path)
    found.write(path)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(TrainingError, match=r"kept.npz: no predictions"):
        Predictions.read(path)
