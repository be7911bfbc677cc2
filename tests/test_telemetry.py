"""The library that runs the models is told, before it starts, to tell nobody."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

QUIETENED = ("CI", "TF_BUILD", "GITHUB_ACTIONS", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS")
"""What would silence it as well, so that nobody would notice."""


def run(home: Path, *call: str | Path) -> None:
    """A call in a home of its own, on a machine that silences nothing by itself."""
    known = {name: value for name, value in os.environ.items() if name not in QUIETENED and not name.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, *map(str, call)],
        env=known | {"HOME": str(home), "LOCALAPPDATA": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("order", ["leukemia_desktop, onnxruntime", "leukemia_desktop.core.classifier"])
def test_the_package_speaks_before_the_runtime_is_loaded(order: str, tmp_path: Path) -> None:
    said = "assert __import__('os').environ['ORT_DISABLE_TELEMETRY'] == '1'"
    run(tmp_path, "-c", f"import {order}; {said}")


def test_a_batch_leaves_no_device_number_and_no_queue_of_messages_in_the_home(
    make_slide: Callable[..., Path], tiny_model: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    out = ("--csv", tmp_path / "out.csv", "--ledger", tmp_path / "ledger.sqlite", "--model", tiny_model)
    run(home, "-m", "leukemia_desktop", "classify", make_slide("A", Pro=2), *out)
    left = [str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()]
    assert not [name for name in left if "Microsoft" in name or "onnxruntime" in name]
