from pathlib import Path

import pytest

from leukemia_desktop.training.cli import CONFIGS
from leukemia_desktop.training.config import AUGMENTATIONS, TrainConfig
from leukemia_desktop.training.errors import BadConfig


@pytest.mark.parametrize("path", sorted(CONFIGS.glob("*.toml")), ids=lambda p: p.stem)
def test_every_configuration_on_the_shelf_is_valid_and_named_like_its_file(path):
    assert TrainConfig.read(path).name == path.stem


def test_a_configuration_survives_a_round_trip(config):
    original = config(augment={"blur": {"sigma": 1.5}})
    assert TrainConfig.from_dict(original.to_dict()).to_dict() == original.to_dict()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"epoch": 3}, "unknown key epoch"),
        ({"epochs": 0}, r"epochs must lie in \[1, 500\]"),
        ({"epochs": 2.5}, "epochs must be int"),
        ({"epochs": True}, "epochs must be int"),
        ({"learning_rate": float("nan")}, "learning_rate must be float"),
        ({"bf16": 1}, "bf16 must be bool"),
        ({"augment": {"sepia": {}}}, "unknown augmentation 'sepia'"),
        ({"head": "shallow"}, "head must be one of linear, deep, not 'shallow'"),
        ({"optimizer": "lion"}, "optimizer must be one of adamw, sgd"),
        ({"auxiliary": -1}, r"auxiliary must lie in \[0, 10\]"),
        ({"copies": 3}, "copies are for frozen = true"),
        ({"frozen": True}, "frozen = true with augmentations needs copies"),
        ({"frozen": True, "copies": 2, "augment": {}}, "copies without an augmentation"),
        ({"frozen": True, "augment": {}, "teacher": "master"}, "frozen = true knows no teacher"),
        ({"teacher": "small"}, "teacher must be the name of another run"),
        ({"teacher": "../elsewhere/run"}, "teacher must be the name of another run"),
        ({"architecture": "two_looks", "looks": ["one"]}, "looks must be the names of 2 other runs"),
        ({"architecture": "two_looks", "looks": ["small", "two"]}, "looks must be the names of 2 other runs"),
        ({"architecture": "two_looks", "looks": ["../one", "two"]}, "looks must be the names of 2 other runs"),
        ({"architecture": "two_looks", "looks": ["one", "one"]}, "looks must be the names of 2 other runs"),
        ({"architecture": "three_looks", "looks": ["one", "two"]}, "looks must be the names of 3 other runs"),
        ({"architecture": "two_looks"}, "looks are for architecture = 'two_looks'"),
        ({"looks": ["one", "two"]}, "looks are for architecture = 'two_looks'"),
        ({"architecture": "two_looks", "looks": ["one", "two"], "head": "deep"}, "head are for the runs"),
        ({"augment": {"blur": {"sigma": 99}}}, "sigma must lie in"),
    ],
)
def test_a_wrong_key_or_value_is_named(config, changes, words):
    with pytest.raises(BadConfig, match=words):
        config(**changes)


def test_an_unreadable_file_is_named(tmp_path: Path):
    with pytest.raises(BadConfig, match=r"nothing\.toml"):
        TrainConfig.read(tmp_path / "nothing.toml")
    broken = tmp_path / "broken.toml"
    broken.write_text("name = ")
    with pytest.raises(BadConfig, match=r"broken\.toml: not valid TOML"):
        TrainConfig.read(broken)
    broken.write_text('name = "x"')
    with pytest.raises(BadConfig, match=r"broken\.toml: missing key architecture, recipe"):
        TrainConfig.read(broken)


def test_the_shelf_holds_every_augmentation_of_the_seed_project():
    assert {"flips", "quarter_turns", "blur", "colour_jitter", "inversion"} <= set(AUGMENTATIONS)
