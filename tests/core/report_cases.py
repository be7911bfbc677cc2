"""Reports to write: a slide that the tiny model analysed, and names that a report must survive."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from leukemia_desktop.core.analysis import Outcome
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field, find_fields
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.reports import SHELF, SlideReport
from leukemia_desktop.core.run import Run
from leukemia_desktop.core.settings import Settings

# OWASP's CSV injection leads, alone and before payloads, and what markup, XML, UTF-8 or an eye stumbles over
HOSTILE = (
    *(
        lead + payload
        for lead in ("=", "+", "-", "@", "\t=", "\r=", "\n=", "'=", " =", ";=", ",=", "＝")
        for payload in ("1+1.png", "cmd|' /C calc'!A0.png", 'HYPERLINK("http://example.org","open").png')
    ),
    "<script>alert(1)</script>.png",
    "<img src=x onerror=alert(1)>.png",
    "\"><svg onload='alert(1)'>.png",
    "</style></script>{{ 7*7 }}{% raw %}.png",
    "<b>bold</b> & <font size=40>.png",
    "&amp;lt;.png",
    "http://example.org/a.png",
    "mailto:a@example.org",
    "_x003D_1.png",
    "a\udcff\udcfe.png",
    "a\u202egpj.exe",
    "a\x01\x1b[31m\x7f.png",
    "a\ufffe\uffff.png",
    "фото № 7.png",
    "視野 漢字 カナ 한국어.png",
    "اسلاید.png",
    "กล้อง.png",
    "😀.png",
    "n" * 250 + ".png",
    "{=1+1}.png",
    "1e5",
    "00012",
    "TRUE",
    "2026-11-23",
)
assert len(HOSTILE) >= 60


def analysed(model: Path, *slides: Path) -> Run:
    """A finished run of the tiny model over slide folders."""
    fields = [field for slide in slides for field in find_fields(slide)]
    run = Run(fields, Classifier(Manifest.read(model), provider="cpu"), Settings())
    for _ in run:
        pass
    return run


def renamed(outcomes: Sequence[Outcome], names: Sequence[str], slide: str = "") -> list[Outcome]:
    """As many outcomes as there are names: the given ones in turn, each under a new name (and slide)."""
    made: list[Outcome] = []
    for number, name in enumerate(names):
        outcome = outcomes[number % len(outcomes)]
        made.append(replace(outcome, field=Field(outcome.field.path, slide or outcome.field.slide, name)))
    return made


def refuses_and_keeps_the_earlier(suffix: str, report: SlideReport, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full at the very end must leave the earlier report as it was, and nothing beside it."""
    target = folder / f"report.{suffix}"
    target.write_bytes(b"earlier")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Exception, match="No space left on device"):
        SHELF[suffix](report, target)
    assert target.read_bytes() == b"earlier"
    assert [path.name for path in folder.iterdir()] == [target.name]
