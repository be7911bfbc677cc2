"""A shelf grows by one file; its signatures are checked, and values that do not fit are refused by name."""

import sys
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.shelf import (
    BadParameter,
    EmptyShelf,
    Range,
    checked_parameters,
    load_shelf,
    parameters,
    summary,
)


def example(
    image: object,
    *,
    strength: Annotated[float, Range(0, 1, "x")] = 0.5,
    tiles: Annotated[int, Range(1, 32)] = 8,
    inverted: bool = False,
    name: str = "none",
) -> None:
    """What a shelf's function looks like."""


def make_package(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, **files: str) -> str:
    package = folder / name
    package.mkdir()
    for file, text in {"__init__": "", **files}.items():
        (package / f"{file}.py").write_text(text)
    monkeypatch.syspath_prepend(folder)
    return name


def test_one_file_more_is_one_entry_more_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '"""Words for the panel."""\ndef apply(image): return "{}"'
    package = make_package(
        tmp_path, monkeypatch, "a_shelf", b=text.format("b"), a=text.format("a"), _own="raise RuntimeError"
    )
    shelf = load_shelf(package, "apply")
    assert list(shelf) == ["a", "b"]
    assert shelf["b"](None) == "b"
    assert summary(shelf["a"]) == "Words for the panel"


def test_a_file_is_imported_when_it_is_needed_and_nothing_else_is_on_the_shelf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = make_package(tmp_path, monkeypatch, "a_lazy_shelf", a="def apply(): return 1", b="def apply(): return 2")
    shelf = load_shelf(package, "apply")
    assert shelf["b"]() == 2
    assert f"{package}.b" in sys.modules
    assert f"{package}.a" not in sys.modules
    assert len(shelf) == 2
    assert "c" not in shelf
    with pytest.raises(KeyError):
        shelf["__init__"]


def test_an_empty_shelf_is_an_error_rather_than_a_program_without_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(EmptyShelf, match="an_empty_shelf"):
        load_shelf(make_package(tmp_path, monkeypatch, "an_empty_shelf"), "apply")


def test_parameters_are_read_from_the_signature() -> None:
    known = parameters(example)
    assert list(known) == ["strength", "tiles", "inverted", "name"]
    assert known["strength"].range == Range(0, 1, "x")
    assert (known["tiles"].kind, known["tiles"].default) == (int, 8)
    assert known["inverted"].range is None


def test_defaults_are_filled_in_and_whole_floats_become_integers() -> None:
    assert checked_parameters(example, {"tiles": 4.0, "strength": 1}) == {
        "strength": 1.0,
        "tiles": 4,
        "inverted": False,
        "name": "none",
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("strength", 1.01),
        ("strength", -1),
        ("strength", float("nan")),
        ("strength", float("inf")),
        ("strength", 10**400),
        ("strength", "0.5"),
        ("strength", True),
        ("strength", None),
        ("tiles", 2.5),
        ("tiles", 0),
        ("tiles", float("inf")),
        ("inverted", 1),
        ("inverted", "yes"),
        ("name", 5),
        ("unknown", 1),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    with pytest.raises(BadParameter, match=name):
        checked_parameters(example, {name: value})


@given(st.floats() | st.integers() | st.text() | st.booleans() | st.none() | st.lists(st.integers()))
def test_any_value_is_in_range_afterwards_or_refused(value: Any) -> None:
    try:
        strength = checked_parameters(example, {"strength": value})["strength"]
    except BadParameter:
        return
    assert isinstance(strength, float)
    assert 0 <= strength <= 1
