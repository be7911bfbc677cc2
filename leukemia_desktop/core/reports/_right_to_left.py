"""Arabic and Hebrew names for a page that draws from left to right: letters joined, runs turned round.

A short form of the Unicode bidirectional algorithm (UAX 9) for one line in a left-to-right page, which is what a file name
with a suffix is; the Arabic letter shapes come from Unicode's own presentation forms.
"""

import re
import unicodedata
from functools import cache

_RUN = re.compile(r"R(?:[RNMo]*[RNM])?")
_UNIT = re.compile(r"(?:N+(?:oN+)*|.)M*", re.S)
_CLASSES = {"R": "R", "AL": "R", "EN": "N", "AN": "N", "L": "L", "NSM": "M"}
_CLOSED_BY = {"(": ")", "[": "]", "{": "}", "<": ">", "«": "»"}
_MIRRORED = str.maketrans(_CLOSED_BY | {close: opening for opening, close in _CLOSED_BY.items()})


def visual(text: str) -> str:
    """`text` in the order in which its characters stand on the page, Arabic letters in their joined shapes."""
    if not any(unicodedata.bidirectional(c) in ("R", "AL") for c in text):
        return text
    text = _joined(text)
    classes = "".join(_CLASSES.get(unicodedata.bidirectional(c), "o") for c in text)

    def turned(start: int, end: int) -> str:
        units = [text[start + u.start() : start + u.end()] for u in _UNIT.finditer(classes[start:end])]
        return "".join(unit.translate(_MIRRORED) for unit in reversed(units))

    parts, at = [], 0
    while run := _RUN.search(classes, at):
        start, end = run.span()
        # the bracket that closes what opened inside belongs to the run (rule N0)
        while end < len(text) and _opens(text[start:end], text[end]):
            end += 1
        parts += [text[at:start], turned(start, end)]
        at = end
    return "".join(parts) + text[at:]


def _opens(run: str, closing: str) -> bool:
    return any(run.count(opening) > run.count(closing) for opening, close in _CLOSED_BY.items() if close == closing)


@cache
def _shapes() -> dict[str, dict[str, str]]:
    """Joined shapes by letter (or lam-alef pair): {"ب": {"initial": "ﺑ", ...}, ...}."""
    shapes: dict[str, dict[str, str]] = {}
    for point in (*range(0xFB50, 0xFBC0), *range(0xFBFC, 0xFC00), *range(0xFE80, 0xFEFD)):
        form, *letters = unicodedata.decomposition(chr(point)).split() or [""]
        if form in ("<isolated>", "<final>", "<initial>", "<medial>"):
            shapes.setdefault("".join(chr(int(code, 16)) for code in letters), {})[form[1:-1]] = chr(point)
    return shapes


def _joined(text: str) -> str:
    """Each Arabic letter in the shape that its neighbours ask for; lam and alef become one."""
    shapes = _shapes()
    letters = [match[0] for match in re.finditer("\u0644[\u0622\u0623\u0625\u0627]|.", text, re.S)]
    bases = [at for at, letter in enumerate(letters) if not unicodedata.combining(letter[0])]
    made, joins = list(letters), False
    for number, at in enumerate(bases):
        own = shapes.get(letters[at], {})
        following = shapes.get(letters[bases[number + 1]], {}) if number + 1 < len(bases) else {}
        follows, joins = joins and "final" in own, "initial" in own and "final" in following
        form = ("medial" if joins else "final") if follows else ("initial" if joins else "isolated")
        made[at] = own.get(form, letters[at])
    return "".join(made)
