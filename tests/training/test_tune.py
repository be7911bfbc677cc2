import csv
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import optuna
import pytest

from leukemia_desktop.training.config import AUGMENTATIONS, TrainConfig
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.errors import TrainingError
from leukemia_desktop.training.search_space import SPACE, STRENGTHS, changed, suggested
from leukemia_desktop.training.split import field_disjoint
from leukemia_desktop.training.toml_file import write_config
from leukemia_desktop.training.tune import remaining_loss, tune, tuning_split
from tests.training.conftest import draw_dataset, small_config


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> Dataset:
    return Dataset.open(draw_dataset(tmp_path_factory.mktemp("tune") / "set", groups=6, fields=2))


@pytest.fixture
def tuned() -> TrainConfig:
    return small_config(epochs=1, augment={"flips": {}, "hed_jitter": {}, "blur": {"sigma": 3.0}})


def table(place: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((place / "trials.csv").read_text("utf-8").splitlines()))


def test_two_trials_are_kept_and_a_later_call_adds_a_third(drawn, tuned, tmp_path: Path):
    place, told = tmp_path / "small/tune", []
    best = tune(tuned, drawn, tmp_path, trials=2, told=told.append)
    first = table(place)
    assert [row["trial"] for row in first] == ["0", "1"]
    assert len(told) == 2
    assert {*SPACE, "augment.hed_jitter", "augment.blur"} <= first[0].keys()
    assert "augment.flips" not in first[0]  # a flip has no strength

    assert tune(tuned, drawn, tmp_path, trials=3, told=told.append) == best
    rows = table(place)
    assert rows[:2] == first
    assert len(rows) == len(told) == 3
    assert rows[2]["learning_rate"] not in {row["learning_rate"] for row in first}
    # enough trials: nothing is added, and the best is what the table says
    tune(tuned, drawn, tmp_path, trials=3, told=told.append)
    assert len(told) == 3
    winner = min(rows, key=lambda row: float(row["loss"]))
    found = TrainConfig.read(best)
    assert found.learning_rate == float(winner["learning_rate"])
    assert found.name == "small_tuned"
    assert found.recipe == tuned.recipe
    assert not list(place.glob("trial-*"))  # checkpoints of trials are not kept


def test_a_trial_that_was_killed_is_run_again_with_its_numbers(drawn, tuned, tmp_path: Path):
    tune(tuned, drawn, tmp_path, trials=1)
    place = tmp_path / "small/tune"
    with sqlite3.connect(place / "study.db") as database:
        database.execute("UPDATE trials SET state = 'RUNNING'")
    database.close()
    tune(tuned, drawn, tmp_path, trials=1)
    killed, again = table(place)
    assert (killed["state"], again["state"]) == ("FAIL", "COMPLETE")
    assert again["learning_rate"] == killed["learning_rate"]


def test_another_configuration_or_fold_does_not_mix_into_a_study(drawn, tuned, tmp_path: Path):
    tune(tuned, drawn, tmp_path, trials=1)
    for other, fold in ((replace(tuned, epochs=2), 0), (tuned, 1)):
        with pytest.raises(TrainingError, match="another configuration, data set or fold"):
            tune(other, drawn, tmp_path, trials=2, fold=fold)


def test_trials_never_see_the_test_side_and_share_no_group_with_what_judges_them(drawn):
    for fold, outer in enumerate(field_disjoint(drawn)):
        split = tuning_split(drawn, fold)
        assert set(split.train) | set(split.test) == set(outer.train)
        assert not set(drawn.groups[split.train]) & set(drawn.groups[split.test])
        assert not set(drawn.groups[outer.test]) & set(drawn.groups[np.concatenate([split.train, split.test])])
    with pytest.raises(TrainingError, match=r"fold must lie in \[0, 2\], not 3"):
        tuning_split(drawn, 3)


def test_every_number_that_can_be_drawn_is_a_valid_configuration():
    config = small_config(augment={name: {} for name in AUGMENTATIONS})
    study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=0))
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    for _ in range(50):
        drawn = suggested(config, study.ask())
        assert TrainConfig.from_dict(drawn.to_dict()) == drawn
        assert drawn.learning_rate != config.learning_rate


def test_a_factor_scales_all_strengths_of_an_augmentation_within_their_ranges():
    config = small_config(augment={"blur": {"sigma": 3.0}, "rand_stain": {}})
    assert changed(config, {"augment.blur": 0.5}).augment["blur"] == {"sigma": 1.5, "probability": 0.1}
    assert changed(config, {"augment.blur": 2.0}).augment["blur"]["sigma"] == 5.0
    assert changed(config, {"augment.blur": 0.0}).augment["blur"]["probability"] == 0.0
    assert "mean_l" not in STRENGTHS | changed(config, {"augment.rand_stain": 0.5}).augment["rand_stain"].keys()


def test_what_is_judged_does_not_depend_on_the_scale_of_logits():
    rng = np.random.default_rng(0)
    truth = np.repeat(np.arange(4), 25)
    logits = rng.normal(0, 1, (100, 4)) + 2 * np.eye(4)[truth]
    assert remaining_loss(truth, logits) == pytest.approx(remaining_loss(truth, 2 * logits), rel=0.01)
    assert remaining_loss(truth, logits) < remaining_loss(truth, rng.normal(0, 1, (100, 4)))


def test_a_configuration_survives_being_written(tmp_path: Path):
    config = small_config(learning_rate=1e-5, augment={"flips": {}, "blur": {"probability": 0.5, "sigma": 1.0}})
    write_config(config, tmp_path / "c.toml", remark="one\ntwo")
    assert TrainConfig.read(tmp_path / "c.toml").to_dict() == config.to_dict()
    assert (tmp_path / "c.toml").read_text("utf-8").startswith("# one\n# two\n")
