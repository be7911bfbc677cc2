"""Settings are typed, ranged and sparse; a file that does not fit is refused by name and key."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.settings import BadSettings, Settings, data_folder, settings_path, shipped


def test_without_a_file_the_defaults_hold() -> None:
    assert Settings.read() == Settings()


def test_only_what_differs_is_kept_and_it_comes_back(own_home: Path) -> None:
    changed = Settings(review_below=0.9, theme="dark")
    changed.write()
    assert json.loads(settings_path().read_text()) == {"review_below": 0.9, "theme": "dark"}
    assert Settings.read() == changed
    assert settings_path().is_relative_to(own_home)
    assert data_folder().is_relative_to(own_home)


def test_settings_cannot_be_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().threads = 3  # type: ignore[misc]


@pytest.mark.parametrize(
    ("overrides", "reason"),
    [
        ({"review_bellow": 0.9}, "unknown setting review_bellow"),
        ({"review_below": 1.5}, r"review_below must lie in \[0, 1\]"),
        ({"review_below": "0.9"}, "review_below must be float"),
        ({"review_below": float("nan")}, "review_below"),
        ({"threads": float("inf")}, "threads"),
        ({"threads": 2.5}, "threads must be int"),
        ({"threads": -1}, "threads"),
        ({"max_megapixels": 0}, "max_megapixels"),
        ({"provider": "tpu"}, "provider must be one of auto, cuda, cpu"),
        ({"theme": ""}, "theme"),
        ({"model": None}, "model must be str"),
        ([], "not an object"),
        ("x", "not an object"),
        (None, "not an object"),
    ],
)
def test_what_does_not_fit_is_refused_by_key_and_the_file_is_named(overrides: Any, reason: str) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(json.dumps(overrides))
    with pytest.raises(BadSettings, match=reason) as caught:
        Settings.read()
    assert str(settings_path()) in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"threads": 1e999}'])
def test_a_file_that_is_no_json_is_refused(content: bytes) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_bytes(content)
    with pytest.raises(BadSettings, match=r"settings\.json"):
        Settings.read()


def test_a_folder_in_the_files_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadSettings):
        Settings.read(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableFile):
        Settings().write(tmp_path / "file" / "settings.json")


@given(st.dictionaries(st.text(max_size=12) | st.sampled_from(["threads", "model", "theme"]), st.integers() | st.text()))
def test_whatever_a_file_says_the_settings_are_valid_or_refused(overrides: dict[str, Any]) -> None:
    try:
        settings = Settings.checked(overrides)
    except BadSettings:
        return
    assert 0 <= settings.threads <= 256
    assert settings.theme in ("system", "light", "dark")


def test_what_ships_is_found_in_a_checkout_or_in_the_package() -> None:
    assert shipped("models").name == "models"
    assert shipped("resources").name == "resources"
