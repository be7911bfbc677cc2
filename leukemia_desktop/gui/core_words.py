"""What core says to a person, in the language of the window.

Core knows no Qt and speaks English: its words are those of the reports and of the command line. The sentences that reach the
window stand here once more, so that they are translated; a test compares them with core's own.
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache

from PySide6.QtCore import QCoreApplication

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.gui.bidi import isolated

MESSAGES = (
    # a field that cannot be read
    "not a file but a folder, pipe or device",
    "the file has {0} GB; the limit is {1} GB",
    "no permission to read the file",
    "the link points to a file that is gone",
    "the file is gone",
    "cannot be read: {0}",
    "the file is empty (0 bytes)",
    "not enough memory for {0} x {1} pixels",
    "{0} x {1} pixels are {2} megapixels; the limit is {3}",
    "not an image: only {0} bytes",
    "not an image: the file holds text",
    "truncated or damaged JPEG: no picture in {0} bytes",
    "truncated or damaged PNG: no picture in {0} bytes",
    "not a JPEG, PNG, TIFF, BMP or WebP image ({0})",
    "truncated JPEG: the picture stops after {0} bytes",
    "damaged {0}: {1}",
    "the model fails on this field: {0}",
    "the model gave no usable numbers for this field",
    "two programs died while they measured this field: it is damaged in a way that ends them, or memory is short",
    "a program died while it measured this field, and no other could be started to try it again: memory may be short",
    # a folder without fields
    "{0}: no such folder",
    "{0}: nothing matches",
    "{0}: no JPEG, PNG, TIFF, BMP or WebP image in this folder",
    # a file that cannot be written
    "{0}: is not a file",
    "{0}: the folder {1} does not exist",
    "{0}: not permitted to write here; is the file open in another program or the folder read-only?",
    "{0}: a report ends in one of {1}",
    "{0}: exists, is not this program's, and would be replaced; name another file",
    # a model that is refused
    "model {0}: {1} was altered: its SHA-256 differs from the manifest's",
    "model {0}: {1} is refused: {2}",
    "model {0}: {1} is not valid: {2}",
    "model {0}: manifest.json is incomplete or malformed: {1}",
    "model {0}: it does not say what it is for",
    "no model {0}; known models: {1}",
    "{0}: no model folder: there is no manifest.json in it",
    "{0}: a zip with one manifest.json is one model; this one has {1}",
    "{0}: not a zip that can be read: {1}",
    "{0}: is in the way",
    # a ledger that is refused
    "{0}: a database of another program; name another file with --ledger",
    "{0}: written by a newer program (ledger version {1}); update this one",
    "{0}: {1}; can the folder be written? --ledger names another place",
    # a control that stands apart
    "{0} is {1} SD from the baseline",
    "{0}, and was {1} SD in the run before",
    "{0} is {1} {2}, and was {3}",
    "{0} differs by {1} in probability {2}",
    "now",
    "on {0}, {1} before",
    # a control that cannot be made
    "{0}: the control was stopped",
    "{0}: {1} fields are too few for a control; take at least {2}",
    "{0}: line {1}: {2}",
    "a line before it was altered or removed",
    "{0}: {1}",
    # a review that is refused
    "no field of this slide was reviewed; there is nothing to sign",
    "this slide is signed off already, by {0}",
    "this slide is not signed off",
    "slide {0} is signed off by {1}; unlock it to change its reviews",
    "this field was reviewed by the same reader elsewhere meanwhile; look at it again",
    "this is not the PIN of this reader",
    "a reader's name has 1 to {0} characters",
    "there is a reader {0} already",
    # a reference that is refused
    "only a reviewed field can be a reference: say what it is first",
    "two readers disagree on this field: it cannot be a reference",
    "a field that could not be read cannot be a reference: there is nothing to compare with",
    "this is a reference already",
    "this is no reference any more",
)
"""Core's sentences; what changes in them is numbered, so that a translation can put it in another order."""


def said_for_core() -> Iterator[tuple[str, str]]:
    """Context and sentence of everything that the window says for core."""
    from leukemia_desktop.core.quality import ADVICE
    from leukemia_desktop.core.recipe import STEPS
    from leukemia_desktop.core.shelf import parameters, summary
    from leukemia_desktop.gui.display import Display

    yield "core", RESEARCH_USE
    for message in MESSAGES:
        yield "core", message
    for advice in ADVICE.values():
        yield "core", advice
    for step in STEPS.values():
        yield "steps", summary(step)
        yield "steps", explanation(step.__doc__)
        for name in parameters(step):
            yield "parameters", plain_name(name)
    for field in fields(Display):  # named by the same rows
        yield "parameters", plain_name(field.name)


def in_words(name: str) -> str:
    """A parameter, `clip_limit`, as `Clip limit`, in the language of the window where it knows the word."""
    return QCoreApplication.translate("parameters", plain_name(name))


def plain_name(name: str) -> str:
    """`clip_limit` as `Clip limit`."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def explanation(docstring: str | None) -> str:
    """The first paragraph of a docstring, in one line."""
    return " ".join((docstring or "").strip().partition("\n\n")[0].split())


def of_step(text: str) -> str:
    """A step's name, or what it does."""
    return QCoreApplication.translate("steps", text) if text else ""


def of_core(text: str) -> str:
    """A sentence of core that stands for itself."""
    return QCoreApplication.translate("core", text)


def research_use() -> str:
    """The notice that is on every screen."""
    return of_core(RESEARCH_USE)


def message(text: str) -> str:
    """A message of core, with the names and numbers in it; one that is not known stays as it is."""
    parts = [_known(part) for part in text.split("; ")]
    return "; ".join(parts) if all(parts) else _known(text) or text


def _known(text: str) -> str:
    """One sentence of core in the language of the window, or ""."""
    for pattern, template in _patterns():
        if match := pattern.fullmatch(text):
            return of_core(template).format(*(_known(part) or isolated(part) for part in match.groups()))
    return ""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The longest first: what a general sentence takes for a name may be a sentence of its own."""
    found = []
    for template in sorted(MESSAGES, key=len, reverse=True):
        parts = re.split(r"\{\d\}", template)
        found.append((re.compile("(.*?)".join(map(re.escape, parts)), re.DOTALL), template))
    return tuple(found)
