"""A call loads what it needs and no more: its first field waits for every import."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MakeSlide = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[1]
FORMATS = {"jinja2", "xlsxwriter", "reportlab"}
OTHERS = {"dask", "distributed", "tornado", "torch", "PySide6", "pyqtgraph", "matplotlib", "PIL", "watchdog", "rich"}
CALL = """
import sys
from leukemia_desktop.door import main
try:
    main()
finally:
    print(*sys.modules)
"""


def rooms(*names: str) -> set[str]:
    return {f"leukemia_desktop.core.{name}" for name in names}


def loaded(code: str, *arguments: str) -> set[str]:
    """The modules that a program of its own has loaded at its end."""
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.fixture
def call(make_slide: MakeSlide, tiny_model: Path, tmp_path: Path) -> list[str]:
    """`classify` of a small slide, CSV only."""
    slide, csv, ledger = make_slide("A", ".jpg", Pro=2), tmp_path / "out.csv", tmp_path / "ledger.sqlite"
    files = ["--csv", str(csv), "--ledger", str(ledger)]
    return ["classify", str(slide), *files, "--model", str(tiny_model), "--provider", "cpu", "--quiet"]


def test_classify_loads_nothing_that_a_csv_does_not_need(call: list[str]) -> None:
    found = loaded(CALL, *call)
    assert {"onnxruntime", "cv2", "leukemia_desktop.core.analysis", "leukemia_desktop.core.reports.csv"} <= found
    assert not (FORMATS | OTHERS) & found
    assert not rooms("cluster", "pseudonyms", "watch", "watching", "control", "explain", "reports.pdf") & found


def test_classify_loads_a_format_that_it_is_asked_for(call: list[str], tmp_path: Path) -> None:
    found = loaded(CALL, *call, "--xlsx", str(tmp_path / "out.xlsx"), "--pseudonyms")
    assert FORMATS & found == {"xlsxwriter"}
    assert rooms("pseudonyms") <= found


def test_what_persons_said_is_loaded_after_the_fields() -> None:
    found = loaded("import sys, leukemia_desktop.core.batch; print(*sys.modules)")
    assert rooms("analysis", "ledger", "run") <= found
    assert not rooms("review", "signing") & found


def test_the_model_begins_to_open_before_the_rest_is_loaded() -> None:
    found = loaded("import sys, leukemia_desktop.core.opening; print(*sys.modules)")
    assert rooms("classifier") <= found
    assert not rooms("analysis", "ledger", "cells", "run", "batch") & found
