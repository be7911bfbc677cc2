"""Brings resources/translations up to date: every sentence of the window into each .ts file, and each .ts file into a .qm.

    python packaging/translations.py

Qt's own lupdate does not see sentences that go through a module's `_say`, nor those that come from core, so this looks for
itself: at the calls in gui (tr, translate, and functions that only call translate), and at what gui.core_words lists.
A translation that stands in a .ts file stays; a sentence that nobody says any more goes.
"""

import ast
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOM = ROOT / "leukemia_desktop" / "gui"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "de", "es", "fa", "fr")
"""English has only what changes with a number: `1 field`, `2 fields`."""
LISTED = "core_words.py"
"""It says what others wrote, and lists it."""
FORMS = {"en": 2, "de": 2, "es": 2, "fa": 1, "fr": 2}
"""Forms of a sentence that changes with a number, as Qt counts them."""

KEYS = {
    "fa": (
        *("Ctrl", "Shift", "Alt", "Meta", "PgUp", "PgDown", "Home", "End", "Ins", "Del", "Esc", "Tab", "Backspace"),
        *("Return", "Enter", "Space", "Up", "Down", "Left", "Right"),
    )
}
"""Keys that are named as the keyboard says: a Persian one has Latin words on it, where Qt translates them."""
RIGHT_TO_LEFT = {"fa": "\u200f"}
"""The mark that a sentence begins with which would else be taken for one from left to right, by its first letter."""


@dataclass(frozen=True, order=True)
class Sentence:
    """`context` is a class or a module; `counts` when it changes with a number (%n)."""

    context: str
    source: str
    counts: bool = False


@dataclass(frozen=True)
class Unclear:
    """A call whose sentence is not written where it is called; `place` is file:line."""

    place: str


def sentences(room: Path = ROOM) -> tuple[set[Sentence], list[Unclear]]:
    """Everything that the files of this folder hand to Qt's translation, and the calls that do not show what they say."""
    found: set[Sentence] = set()
    unclear: list[Unclear] = []
    for path in sorted(room.glob("*.py")):
        if path.name == LISTED:
            continue
        for each in _of_file(ast.parse(path.read_text("utf-8")), path.name):
            if isinstance(each, Sentence):
                found.add(each)
            else:
                unclear.append(each)
    return found, unclear


def _of_file(tree: ast.Module, name: str) -> Iterator[Sentence | Unclear]:
    speakers = dict(_speakers(tree))
    inside = {id(call) for function in tree.body if _context_of(function) for call in ast.walk(function)}
    # `say = _say` inside a function keeps lists of sentences readable
    for node in ast.walk(tree):
        for target, value in _pairs(node):
            if isinstance(target, ast.Name) and isinstance(value, ast.Name) and value.id in speakers:
                speakers[target.id] = speakers[value.id]
            elif isinstance(target, ast.Name) and ast.unparse(value) == "self.tr":
                speakers[target.id] = ""  # the class in which it is called
    for call, class_name in _calls(tree, ""):
        if id(call) in inside:
            continue
        context, sentence, at = "", None, 0
        if isinstance(call.func, ast.Name) and call.func.id in speakers:
            context = speakers[call.func.id] or class_name
        elif isinstance(call.func, ast.Attribute) and call.func.attr == "tr":
            context = class_name if isinstance(call.func.value, ast.Name) and call.func.value.id == "self" else ""
        elif isinstance(call.func, ast.Attribute) and call.func.attr == "translate" and len(call.args) > 1:
            context, at = _text(call.args[0]) or "", 1
        else:
            continue
        sentence = _text(call.args[at]) if len(call.args) > at else None
        if context and sentence:
            yield Sentence(context, sentence, "%n" in sentence)
        else:
            yield Unclear(f"{name}:{call.lineno}")


def _pairs(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What is assigned to what, also in `a, b = c, d`."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                yield from zip(target.elts, node.value.elts, strict=False)
            else:
                yield target, node.value


def _calls(node: ast.AST, class_name: str) -> Iterator[tuple[ast.Call, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, class_name
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else class_name)


def _speakers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Functions that do nothing but translate what they are given, with the context in which they do."""
    for node in tree.body:
        if context := _context_of(node):
            assert isinstance(node, ast.FunctionDef)
            yield node.name, context


def _context_of(node: ast.stmt) -> str:
    if not isinstance(node, ast.FunctionDef) or not isinstance(last := node.body[-1], ast.Return):
        return ""
    call = last.value
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "translate":
        given = {argument.arg for argument in node.args.args}
        if len(call.args) > 1 and isinstance(call.args[1], ast.Name) and call.args[1].id in given:
            return _text(call.args[0]) or ""
    return ""


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def everything(language: str = "") -> set[Sentence]:
    """What gui says itself, and what it says for core; in `language` also the keys that it names otherwise than Qt."""
    from leukemia_desktop.gui.core_words import said_for_core

    found, _ = sentences()
    found |= {Sentence(context, source) for context, source in said_for_core()}
    return found | {Sentence("QShortcut", key) for key in KEYS.get(language, ())}


def read_ts(path: Path) -> dict[Sentence, list[str]]:
    """Translations by sentence; one of a sentence that counts has several forms, one that is missing is empty."""
    kept: dict[Sentence, list[str]] = {}
    if path.is_file():
        for context in ET.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                sentence = Sentence(
                    context.findtext("name", ""), message.findtext("source", ""), "numerus" in message.attrib
                )
                node = message.find("translation")
                forms = [form.text or "" for form in node.iter("numerusform")] if node is not None else []
                kept[sentence] = forms or [(node.text or "") if node is not None else ""]
    return kept


def write_ts(path: Path, language: str, known: dict[Sentence, list[str]]) -> None:
    """The file as lupdate would write it, without line numbers: those change with every edit."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context, name = root, None
    for sentence in sorted(known):
        if sentence.context != name:
            name = sentence.context
            context = ET.SubElement(root, "context")
            ET.SubElement(context, "name").text = name
        message = ET.SubElement(context, "message", {"numerus": "yes"} if sentence.counts else {})
        ET.SubElement(message, "source").text = sentence.source
        forms = known[sentence]
        node = ET.SubElement(message, "translation", {} if all(forms) else {"type": "unfinished"})
        if sentence.counts:
            for form in forms:
                ET.SubElement(node, "numerusform").text = form
        else:
            node.text = forms[0]
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8", newline="\n")


def update(language: str) -> list[Sentence]:
    """Bring one language's .ts file in line with the window; the sentences that have no translation yet."""
    path = FOLDER / f"leukemia_{language}.ts"
    kept, known = read_ts(path), {}
    for sentence in everything(language):
        if language != "en" or sentence.counts:
            forms = FORMS[language] if sentence.counts else 1
            before = [sentence.source] if sentence.context == "QShortcut" else kept.get(sentence, [])
            before = [in_its_direction(form, language) for form in before]
            known[sentence] = before[:forms] if len(before) >= forms else [""] * forms
    write_ts(path, language, known)
    return sorted(sentence for sentence, forms in known.items() if not all(forms))


def in_its_direction(form: str, language: str) -> str:
    """With a mark in front where a sentence from right to left begins with a Latin word, or with what is put in."""
    mark = RIGHT_TO_LEFT.get(language, "")
    letters = [unicodedata.bidirectional(letter) for letter in re.sub(r"%[sdn]|\{[^}]*\}", "A", form)]
    strong = [each for each in letters if each in ("L", "R", "AL")]
    return mark + form if mark and strong[:1] == ["L"] and "AL" in strong else form


def release(source: Path, target: Path) -> None:
    """Compile a .ts file with Qt's lrelease; sentences without a translation stay English."""
    import PySide6

    program = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    subprocess.run([program, "-silent", source, "-qm", target], check=True)


def main() -> int:
    """Update and compile every language; say what is missing."""
    sys.path.insert(0, str(ROOT))
    FOLDER.mkdir(exist_ok=True)
    _, unclear = sentences()
    for each in unclear:
        print(f"{each.place}: what is said here is not written here")
    missing = 0
    for language in LANGUAGES:
        lacking = update(language)
        missing += len(lacking)
        for sentence in lacking:
            print(f"{language}: {sentence.context}: {sentence.source!r}")
        source = FOLDER / f"leukemia_{language}.ts"
        release(source, source.with_suffix(".qm"))
    return 1 if missing or unclear else 0


if __name__ == "__main__":
    sys.exit(main())
