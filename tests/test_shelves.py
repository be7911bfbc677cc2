"""Whoever adds ONE file to a shelf keeps that shelf's contract; these tests find every file by themselves."""

import ast
import importlib
import inspect
from pathlib import Path

import numpy as np
import pytest

from leukemia_desktop.core.recipe import STEPS
from leukemia_desktop.core.reports import SHELF as REPORTS
from leukemia_desktop.core.shelf import checked_parameters, parameters, summary

PACKAGE = Path(__file__).resolve().parents[1] / "leukemia_desktop"
ENTRIES = {
    "core/steps": ("apply", ["image"]),
    "core/reports": ("write", ["report", "path"]),
    "training/augment": ("apply", ["image", "rng"]),
    "training/architectures": ("build", ["num_classes", "weights", "dropout"]),
}
"""Shelf -> the function that every file defines, and its positional parameters; what else it takes is keyword-only."""
FILES = [path for shelf in ENTRIES for path in sorted((PACKAGE / shelf).glob("[!_]*.py"))]
SIZES = [(1, 1), (7, 300), (64, 48), (257, 255), (600, 800)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_on_a_shelf_has_the_entry_a_title_and_documented_promises(path: Path):
    entry, positional = ENTRIES[path.parent.relative_to(PACKAGE).as_posix()]
    module = ast.parse(path.read_text("utf-8"))
    title = (ast.get_docstring(module) or "").partition("\n")[0]
    assert 3 <= len(title) <= 125
    functions = [node for node in module.body if isinstance(node, ast.FunctionDef) and node.name == entry]
    assert len(functions) == 1, f"{path.name} defines no {entry}()"
    function = functions[0]
    assert [a.arg for a in (*function.args.posonlyargs, *function.args.args)] == positional
    assert len(function.args.kw_defaults) == sum(default is not None for default in function.args.kw_defaults)
    assert function.returns is not None
    assert ast.get_docstring(function)


def field(height: int, width: int, seed: int = 3) -> np.ndarray:
    rng = np.random.default_rng(seed)
    image = np.full((height, width, 3), (236, 208, 214), np.uint8)
    image[height // 4 : height // 2 + 1, width // 4 : width // 2 + 1] = (96, 62, 140)
    return np.clip(image + rng.normal(0, 6, image.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("name", STEPS)
def test_the_defaults_of_a_step_lie_in_their_ranges(name: str):
    assert checked_parameters(STEPS[name], {}) == {key: p.default for key, p in parameters(STEPS[name]).items()}
    for parameter in parameters(STEPS[name]).values():
        assert parameter.kind is bool or parameter.kind is str or parameter.range, f"{name}.{parameter.name} has no Range"
    assert summary(STEPS[name])


def edges(name: str) -> list[dict[str, object]]:
    """The defaults, and each numeric parameter at both ends of its range."""
    known = parameters(STEPS[name]).values()
    return [{}] + [{p.name: p.kind(end)} for p in known if p.range for end in (p.range.low, p.range.high)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", STEPS)
def test_a_step_takes_and_gives_rgb_uint8_of_any_size_and_leaves_its_input_alone(name: str, size: tuple[int, int]):
    for given in edges(name):
        image = field(*size)
        before = image.copy()
        result = STEPS[name](image, **checked_parameters(STEPS[name], given))
        assert result.dtype == np.uint8, given
        assert result.ndim == 3 and result.shape[2] == 3 and min(result.shape) > 0, given
        assert np.array_equal(image, before), given
        assert np.array_equal(result, STEPS[name](before, **checked_parameters(STEPS[name], given))), "chance in a step"


def test_every_report_format_is_reached_by_its_suffix():
    assert set(REPORTS) == {path.stem for path in (PACKAGE / "core/reports").glob("[!_]*.py")}
    for write in REPORTS.values():
        assert list(inspect.signature(write).parameters) == ["report", "path"]


def test_every_step_is_reached_by_its_file_name():
    assert set(STEPS) == {path.stem for path in (PACKAGE / "core/steps").glob("[!_]*.py")}
    for name, apply in STEPS.items():
        assert apply is importlib.import_module(f"leukemia_desktop.core.steps.{name}").apply
