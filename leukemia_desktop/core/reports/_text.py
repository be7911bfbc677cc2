"""Text of unknown origin (file names, error messages, paths) as every format can hold and show it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

# Control characters, bytes that are not text (surrogates), line and paragraph separators, characters that reverse the
# reading direction ("gpj.exe" passing for "exe.jpg"), and code points that XML forbids.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def shown(text: object) -> str:
    """`text` on one line, with every character that would hide, break or disguise something written as \\uXXXX."""
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", str(text))


def to_json(value: Any, *, indent: int | None = None) -> str:
    """JSON that every reader takes: NaN refused, bytes of file names that are not text as the characters \\uXXXX."""
    text = json.dumps(value, indent=indent, ensure_ascii=False, allow_nan=False)
    return _SURROGATE.sub(lambda found: f"\\\\u{ord(found[0]):04x}", text)


def flat(facts: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Nested facts as (name, value) lines for a table: {"model": {"id": "x"}} gives ("model id", "x")."""
    for key, value in facts.items():
        name = f"{above} {key}".strip().replace("_", " ")
        if isinstance(value, Mapping):
            yield from flat(value, name)
        elif isinstance(value, list | tuple):
            yield shown(name), shown(to_json(value))
        elif value is None or isinstance(value, bool):
            yield shown(name), {None: "none", True: "yes", False: "no"}[value]
        else:
            yield shown(name), shown(value)


LAST = frozenset({"model intended use", "recipe steps", "recipe input size", "recipe mean", "recipe std", "python"})
"""Facts that are long or looked up seldom: they come after those that tell one report from another."""


def facts_in_order(provenance: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The facts of a report as a page lists them; the notice stands elsewhere on it."""
    return sorted((pair for pair in flat(provenance) if pair[0] != "notice"), key=lambda pair: pair[0] in LAST)


def origin(provenance: Mapping[str, Any]) -> str:
    """When a run began and what ran, on one line: what a page torn off must still say; "" where that is not known."""
    model = provenance.get("model") or {}
    began = str(provenance.get("started_at") or "").replace("T", " ").removesuffix("Z")
    parts = (
        f"analysed {began} UTC" if began else "",
        f"model {model['id']} ({str(model.get('sha256', ''))[:12]})" if model.get("id") else "",
        f"Leukemia Desktop {provenance['app_version']}" if provenance.get("app_version") else "",
    )
    return shown(" · ".join(part for part in parts if part))


def percent(share: float) -> str:
    """0.934 as a person reads it: 93.4 %, the number kept together with its sign."""
    return f"{100 * share:.1f}\u00a0%"


def words(flags: Iterable[str]) -> str:
    """Flags as a person reads them: low_confidence is "low confidence"."""
    return ", ".join(flag.replace("_", " ") for flag in flags)
