"""Does this installation work? What a technician needs is tried once, in a home of its own, away from everybody's files."""

import csv
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import leukemia_desktop
from leukemia_desktop.core import reports
from leukemia_desktop.core.batch import BadCall, Order, classify_folders
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.core.models import model_folders
from leukemia_desktop.core.recipe import STEPS
from leukemia_desktop.core.synthetic import draw_slide

FIELDS = 6
HOME = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
"""What tells platformdirs where a person's own files are."""


class NotWorking(Exception):
    """A part of the installation does not do what it should; the message says which and why."""


def check_installation(place: Path, say: Callable[[str], object], *, window: bool = True) -> None:
    """Try shelves, models, a drawn slide, every report and the window; one sentence each. Raises NotWorking.

    Everything is written below `place`, which must exist.
    """
    with home_in(place / "home"):
        say(f"Leukemia Desktop {leukemia_desktop.__version__}")
        say(f"steps: {_entries(STEPS)}")
        say(f"report formats: {_entries(reports.SHELF)}")
        say(f"models: {_models()}")
        slide = place / "drawn slide"
        draw_slide(slide, fields=FIELDS, seed=7)
        say(f"drawn slide: {_classified(slide, place)}")
        if window:
            say(f"window: opened without a screen, {_in_the_window(slide)} of {FIELDS} fields analysed, closed")


@contextmanager
def home_in(folder: Path) -> Iterator[None]:
    """Settings, ledger, added models and caches of this interpreter lie in `folder` meanwhile."""
    before = {name: os.environ.get(name) for name in HOME}
    os.environ.update(dict.fromkeys(HOME, str(folder.absolute())))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)


def _entries(shelf: Mapping[str, object]) -> str:
    for name in shelf:
        if not callable(shelf[name]):
            raise NotWorking(f"{name} is no function")
    return ", ".join(shelf)


def _models() -> str:
    folders = model_folders()
    if not folders:
        raise NotWorking("no model is installed")
    try:
        return ", ".join(
            f"{name} ({len(Manifest.read(folder).verified_bytes) / 1e6:.1f} MB, verified)"
            for name, folder in folders.items()
        )
    except BrokenModel as error:
        raise NotWorking(str(error)) from None


def _classified(slide: Path, place: Path) -> str:
    # the JSON that lies beside a CSV would meet the JSON report under one name
    paths = {form: place / f"report as {form}.{form}" for form in reports.SHELF}
    order = Order(folders=[slide], reports=[*paths.values()], ledger=place / "ledger.sqlite", force=True)
    try:
        code = classify_folders(order, quiet=True)
    except BadCall as error:
        raise NotWorking(str(error)) from None
    with paths["csv"].open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["status"] != "failed"]
    if code or len(rows) != FIELDS:
        raise NotWorking(f"{len(rows)} of {FIELDS} fields were analysed")
    if empty := [form for form, path in paths.items() if not path.stat().st_size]:
        raise NotWorking(f"the report as {', '.join(empty)} is empty")
    return f"{FIELDS} fields analysed on the {rows[0]['provider'].upper()}, written as {', '.join(paths)}"


def _in_the_window(slide: Path) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # that platform says of every window what it lacks
    try:
        from leukemia_desktop.gui.trial import try_window
    except ImportError as error:
        raise NotWorking(f"the window cannot start: {error}") from None
    try:
        analysed = try_window(slide)
    except TimeoutError as error:
        raise NotWorking(f"the window: {error}") from None
    if analysed != FIELDS:
        raise NotWorking(f"the window analysed {analysed} of {FIELDS} fields")
    return analysed
