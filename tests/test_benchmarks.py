"""What the benchmarks say: numbers come from what was saved, goals are judged, and a busy machine is not believed."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.readme import put
from tests.benchmarks.speed_table import table
from tests.benchmarks.window_table import table as window_table

SAVED: dict[str, Any] = {
    "facts": {
        "processor": "a drawn processor",
        "cores": 2,
        "load_before": 0.1,
        "system": "Linux",
        "python": "3.11",
        "onnxruntime": "1.32",
        "model": "tiny",
        "measured_at": "2026-01-01",
    },
    "rounds": {"model": [300.0, 310.0, 320.0]},
    "medians": {
        "seed": 30.0,
        "model": 310.0,
        "decode": 5000.0,
        "jpeg_224_fields_s": 290.0,
        "jpeg_large_fields_s": 60.0,
        "tiff_large_fields_s": 20.0,
        "resume_fields_s": 4000.0,
        "long_resume_fields_s": 7000.0,
        "jpeg_224_first_s": 0.35,
        "memory_1000_mb": 100.0,
        "memory_last_mb": 120.0,
        "growth_percent": 20.0,
        "growth_fields": 20000,
        "jpeg_224_peak_mb": 127.0,
        "jpeg_large_peak_mb": 158.0,
        "tiff_large_peak_mb": 254.0,
    },
}


def verdicts(saved: dict[str, Any]) -> list[str]:
    return [
        line.split(" | ")[-1].removesuffix(" |")
        for line in table(saved).splitlines()
        if ": at " in line or "less than" in line
    ]


def test_every_goal_is_judged_by_what_was_measured() -> None:
    assert "| **classify**, 224 px JPEG | 290 | 9.7 |" in table(SAVED)
    assert verdicts(SAVED) == ["no", "yes", "yes", "no", "yes"]


def test_what_a_busy_machine_measured_is_not_judged() -> None:
    busy = deepcopy(SAVED)
    busy["facts"]["load_before"] = 5.0
    assert "busy with other work (load 5.0)" in table(busy)
    assert set(verdicts(busy)) == {"not judged"}


def test_without_pytorch_there_is_no_ratio() -> None:
    alone = deepcopy(SAVED)
    del alone["medians"]["seed"]
    assert "| **classify**, 224 px JPEG | 290 | - |" in table(alone)
    assert "PyTorch is not installed" in table(alone)


def test_the_readme_changes_between_its_marks_only(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("before\n<!-- bench:start -->\nold\n<!-- bench:end -->\nafter µ\n", "utf-8")
    put(readme, "bench", table(SAVED))
    text = readme.read_text("utf-8")
    assert text.startswith("before\n<!-- bench:start -->\nMeasured on 2026-01-01 with `tiny`")
    assert text.endswith("\n<!-- bench:end -->\nafter µ\n")
    assert "old" not in text
    put(readme, "bench", table(SAVED))
    assert readme.read_text("utf-8") == text
    readme.write_text("no marks")
    with pytest.raises(ValueError, match="bench:start"):
        put(readme, "bench", table(SAVED))


@pytest.fixture
def of_window() -> dict[str, Any]:
    return {
        "first paint": {
            "the window": 500.0,
            "an empty Qt window": 170.0,
            "labelme": 1000.0,
            "napari": 1250.0,
            "busy": False,
        },
        "batch, evidence on": {"p99": 12.0, "longest": 240.0, "busy": False},
    }


def test_the_window_is_judged_by_what_was_measured_of_it(of_window: dict[str, Any]) -> None:
    assert [line.split(" | ")[1:] for line in window_table(of_window).splitlines()[2:]] == [
        ["500 ms", " |"],
        ["0.50", "yes |"],
        ["0.40", "no |"],
        ["12 ms, 240 ms", "no |"],
    ]


def test_a_window_on_a_busy_machine_is_not_judged(of_window: dict[str, Any]) -> None:
    for figures in of_window.values():
        figures["busy"] = True
    assert window_table(of_window).count("not judged") == 3
