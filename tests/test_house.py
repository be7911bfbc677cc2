"""The house rules that no checker knows: sizes, rooms, words, and things that stand in one place only."""

import ast
import re
import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import leukemia_desktop

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "leukemia_desktop"
SOURCES = sorted(PACKAGE.rglob("*.py"))
LONGEST, MEDIAN = 400, 110
"""A file past the first holds two rooms; a median past the second says that most of them begin to."""

WORDS = {
    "blast": "cell",
    "diagnosis": "label",
    "engine": "what it is",
    "helper": "what it does",
    "helpers": "what they do",
    "manager": "what it does",
    "patient": "slide or group: patients are unknown",
    "photo": "field",
    "process": "what is done",
    "sample": "field",
    "samples": "fields",
    "util": "what it does",
    "utils": "what they do",
}
"""Words that say too little or claim too much, each with the word to use."""


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_no_file_holds_two_rooms():
    too_long = {relative(path): lines(path) for path in SOURCES if lines(path) > LONGEST}
    assert not too_long


def test_the_files_stay_small():
    # a shelf's or a room's own __init__ is a sentence, not a room
    sizes = [lines(path) for path in SOURCES if path.name != "__init__.py"]
    assert statistics.median(sizes) <= MEDIAN


def imported(module: ast.Module) -> Iterator[str]:
    """Every module named in an import, wherever it stands, and in a call of import_module or __import__."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield from (a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str))


@pytest.mark.parametrize(
    ("room", "strangers"),
    [
        ("gui", {"onnxruntime", "cv2", "torch", "torchvision", "leukemia_desktop.training"}),
        ("core", {"PySide6", "pyqtgraph", "torch", "torchvision", "leukemia_desktop.gui", "leukemia_desktop.training"}),
        ("training", {"PySide6", "pyqtgraph", "leukemia_desktop.gui"}),
    ],
)
def test_a_room_imports_no_stranger_even_late(room: str, strangers: set[str]):
    found = {
        (relative(path), name)
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for name in imported(tree(path))
        if any(name == stranger or name.startswith(f"{stranger}.") for stranger in strangers)
    }
    assert not found


def given_names(path: Path) -> Iterator[str]:
    """The names that a file gives: its own, its functions', classes', parameters', variables' and attributes'."""
    yield path.stem
    for node in ast.walk(tree(path)):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name
            case ast.alias(asname=str(name)):
                yield name


def words(name: str) -> set[str]:
    """The words of a name: snake_case and CamelCase alike, in lower case."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def test_words_of_a_name_are_told_apart():
    assert words("HTMLSampleReport_of") == {"html", "sample", "report", "of"}
    assert words("preprocessing_panel") == {"preprocessing", "panel"}


def test_no_name_uses_a_word_the_project_avoids():
    found = {
        f"{relative(path)}: {name} -> {WORDS[word]}"
        for path in SOURCES
        for name in given_names(path)
        for word in words(name) & WORDS.keys()
    }
    assert not found


def test_every_module_says_what_it_is_for():
    assert not [relative(path) for path in SOURCES if not (ast.get_docstring(tree(path)) or "").strip()]


def test_nothing_names_a_place_of_one_machine_or_a_registry():
    # in two halves so that this file does not find itself
    machine = re.compile(
        r"(?<![\w.:/])/(?:wo" + r"rk|ro" + r"ot|home/\w)\b|https?://[^\s\"']*(?:/simp" + r"le\b|pypi\.|deb\.)"
    )
    texts = ("*.py", "*.toml", "*.txt", "*.sh", "*.md", "*.yaml", "*.json", "*.qss", "*.html")
    places = (PACKAGE, ROOT / "tests", ROOT / "packaging", ROOT / "resources", ROOT / "models")
    files = [f for place in places for pattern in texts for f in place.rglob(pattern)]
    files += [ROOT / name for name in ("Makefile", "README.md", "CHANGELOG.md", "pyproject.toml", ".pre-commit-config.yaml")]
    assert not {f"{relative(f)}: {hit.group()}" for f in files for hit in machine.finditer(f.read_text("utf-8"))}


def test_the_version_stands_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"] == {"path": "leukemia_desktop/__init__.py"}
    assigned = {relative(path) for path in SOURCES for name in given_names(path) if name == "__version__"}
    assert assigned == {"leukemia_desktop/__init__.py"}
    literal = re.compile(rf"\b{re.escape(leukemia_desktop.__version__)}\b")
    assert {relative(path) for path in SOURCES if literal.search(path.read_text("utf-8"))} == assigned
