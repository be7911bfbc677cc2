"""Whoever adds ONE file to a shelf keeps that shelf's contract; these tests find every file by themselves.

What the functions do is tested where they live: tests/core/test_steps.py, tests/training/test_augment.py and so on.
"""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "leukemia_desktop"
ENTRIES = {
    "core/steps": ("apply", ["image"]),
    "core/reports": ("write", ["report", "path"]),
    "training/augment": ("apply", ["image", "rng"]),
    "training/architectures": ("build", ["num_classes", "weights", "dropout"]),
}
"""Shelf -> the function that every file defines, and its positional parameters; what else it takes is keyword-only."""
FILES = [path for shelf in ENTRIES for path in sorted((PACKAGE / shelf).glob("[!_]*.py"))]


def entry(path: Path) -> ast.FunctionDef:
    name = ENTRIES[path.parent.relative_to(PACKAGE).as_posix()][0]
    functions = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)]
    (found,) = [function for function in functions if function.name == name] or pytest.fail(f"{path.name} has no {name}()")
    return found


@pytest.mark.parametrize("shelf", ENTRIES)
def test_a_shelf_is_not_empty(shelf: str):
    assert list((PACKAGE / shelf).glob("[!_]*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_on_a_shelf_has_a_title_and_the_entry_with_its_promise(path: Path):
    title = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]
    assert 3 <= len(title) <= 125
    function = entry(path)
    positional = ENTRIES[path.parent.relative_to(PACKAGE).as_posix()][1]
    assert [a.arg for a in (*function.args.posonlyargs, *function.args.args)] == positional
    assert not function.args.vararg and not function.args.kwarg
    assert function.returns is not None
    assert ast.get_docstring(function)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_whatever_else_an_entry_takes_has_a_default_and_a_number_has_a_range(path: Path):
    arguments = entry(path).args
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        assert default is not None, argument.arg
        kind = ast.unparse(argument.annotation) if argument.annotation else ""
        assert kind in ("bool", "str") or "Range(" in kind, f"{argument.arg}: {kind or 'no type'}"
