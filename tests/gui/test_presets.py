"""A preset is a recipe under any name, in one JSON file; a damaged one is named and never stops the rest."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.recipe import Recipe, Step
from leukemia_desktop.gui import presets

RECIPE = Recipe((Step.of("clahe", clip_limit=3.5), Step.of("lab_mask", on=False)), 160, (0.5, 0.4, 0.3), (0.2, 0.2, 0.2))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_any_name_comes_back(name: str) -> None:
    presets.save(name, RECIPE)
    assert name in presets.names()
    assert presets.load(name) == RECIPE
    assert presets.path_of(name).parent == presets.folder()
    presets.delete(name)
    assert name not in presets.names()


def test_saving_again_replaces_and_deleting_twice_is_no_error() -> None:
    presets.save("mine", RECIPE)
    presets.save("mine", Recipe(()))
    assert presets.names() == ["mine"]
    assert presets.load("mine") == Recipe(())
    presets.delete("mine")
    presets.delete("mine")
    assert presets.names() == []


def test_names_come_in_natural_order_and_a_damaged_file_is_left_out() -> None:
    for name in ("stain 10", "stain 9"):
        presets.save(name, RECIPE)
    (presets.folder() / "torn.json").write_text('{"format": 1, "name"')
    assert presets.names() == ["stain 9", "stain 10"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1, 2]", "not a preset of this version"),
        ('{"format": 2, "recipe": {}}', "not a preset of this version"),
        ('{"format": 1}', "incomplete or malformed recipe"),
        ('{"format": 1, "recipe": {"steps": [{"step": "no_such"}]}}', "unknown step 'no_such'"),
        ('{"format": 1, "recipe": {"steps": [{"step": "clahe", "params": {"tiles": 99}}]}}', "must lie in"),
        (" " * 1_000_001, "too large"),
    ],
)
def test_a_file_that_is_no_preset_is_refused_by_name(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "foreign.json"
    path.write_text(text)
    with pytest.raises(presets.BadPreset, match=r"foreign\.json") as refused:
        presets.read(path)
    assert reason in str(refused.value)


def test_a_missing_file_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(presets.BadPreset, match=r"gone\.json"):
        presets.read(tmp_path / "gone.json")
    with pytest.raises(UnwritableFile, match="nowhere"):
        presets.write(tmp_path / "nowhere" / "a.json", "a", RECIPE)
