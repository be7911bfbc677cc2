"""The models at hand: shipped ones first, added ones beside them, and a clear word when the one asked for is not there."""

import shutil
from pathlib import Path

import pytest

from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import default_model, model_folders, open_model
from leukemia_desktop.core.settings import Settings, data_folder, shipped


@pytest.fixture
def added(tiny_model: Path) -> Path:
    """The tiny model in the place where a lab adds its own."""
    place = data_folder() / "models" / "tiny"
    shutil.copytree(tiny_model, place)
    return place


def test_an_added_model_is_found_and_opened_by_its_id(added: Path) -> None:
    assert model_folders()["tiny"] == added
    assert open_model("tiny").folder == added


def test_a_folder_can_be_named_instead_of_an_id(tiny_model: Path) -> None:
    assert open_model(str(tiny_model)).id == "tiny"


def test_the_settings_say_which_model_where_the_call_does_not(added: Path) -> None:
    assert open_model("", Settings(model="tiny")).id == "tiny"
    with pytest.raises(BrokenModel, match="no model 'other'"):
        open_model("other", Settings(model="tiny"))


@pytest.mark.parametrize("wanted", ["nowhere", "/", "..", "a\0b", "x" * 5000])
def test_a_model_that_is_not_there_is_told_with_those_that_are(added: Path, wanted: str) -> None:
    with pytest.raises(BrokenModel, match=r"no model .*known models: .*tiny"):
        open_model(wanted)


def test_an_added_model_does_not_replace_a_shipped_one(tiny_model: Path) -> None:
    names = [folder.name for folder in shipped("models").glob("*/") if (folder / "manifest.json").is_file()]
    if not names:
        pytest.skip("no model ships yet")
    shutil.copytree(tiny_model, data_folder() / "models" / names[0])
    assert model_folders()[names[0]].parent == shipped("models")


def test_the_default_is_one_of_the_models_at_hand() -> None:
    if not model_folders():
        pytest.skip("no model ships yet")
    assert default_model() in model_folders()
    assert open_model().id
