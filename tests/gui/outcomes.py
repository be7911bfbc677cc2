"""Outcomes as the core makes them, for models and panels that only show them."""

from pathlib import Path

from leukemia_desktop.core.analysis import Failure, Key, Result
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.trust import Verdict


def result(name: str, label: str = "Pre", confidence: float = 0.9, slide: str = "A", *flags: str) -> Result:
    """A result of one field; any flag but `synthetic` makes it need a look."""
    path = Path("/slides") / slide / name
    rest = (1 - confidence) / 3
    probabilities = tuple(confidence if each == label else rest for each in LABELS)
    status = "review" if set(flags) - {"synthetic"} else "ok"
    return Result(
        field=Field(path, slide, name),
        key=Key("0" * 64, "1" * 64, "2" * 16),
        width=48,
        height=48,
        logits=(0.0, 0.0, 0.0, 0.0),
        observed=flags,
        wbc_count=None,
        domain_score=None,
        verdict=Verdict(label, status, flags, confidence, probabilities, (label,)),
        model_id="tiny",
        provider="cpu",
        app_version="0",
        analysed_at="2026-01-02T03:04:05.678Z",
    )


def failure(name: str, reason: str = "the file is empty (0 bytes)", slide: str = "A") -> Failure:
    """A field that could not be read."""
    return Failure(Field(Path("/slides") / slide / name, slide, name), reason, "2026-01-02T03:04:05.678Z")
