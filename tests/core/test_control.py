"""The daily control: the same slide gives the same numbers, drift is seen, and a run out of control stops the day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image as Pillow

from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.control import (
    STATISTICS,
    BadControl,
    Finding,
    Reading,
    append,
    compare,
    deviation,
    history,
    judge_reading,
    limits,
    take_reading,
)
from leukemia_desktop.core.control_chart import write_chart
from leukemia_desktop.core.daily import check_folder, run_control, standing
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.synthetic import draw_slide


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    draw_slide(tmp_path / "control", fields=6, seed=3)
    return tmp_path / "control"


@pytest.fixture
def classifier(tiny_model: Path) -> Classifier:
    return Classifier(Manifest.read(tiny_model), provider="cpu", threads=2)


@pytest.fixture
def reading(folder: Path, classifier: Classifier) -> Reading:
    return take_reading(folder, classifier)


def moved(reading: Reading, by: float, statistic: str = "brightness") -> Reading:
    """The same run with one statistic shifted, in standard deviations, on other files."""
    _, spread = limits([reading], statistic)
    fields = {
        name: replace(seen, sha256=f"{by}{name}", numbers={**seen.numbers, statistic: seen.numbers[statistic] + by * spread})
        for name, seen in reading.fields.items()
    }
    return replace(reading, fields=fields)


def rules(baselines: list[Reading], earlier: list[Reading], now: Reading) -> list[tuple[str, str, bool]]:
    return [(found.rule, found.what, found.stop) for found in judge_reading(baselines, earlier, now)]


def test_the_same_files_are_in_control(reading: Reading, folder: Path, classifier: Classifier):
    again = take_reading(folder, classifier)
    assert again.fields == reading.fields
    assert judge_reading([reading], [], again) == []
    assert [deviation([reading], again, statistic) for statistic in STATISTICS] == [0] * len(STATISTICS)


@pytest.mark.parametrize("side", [-1, 1])
def test_westgards_rules(reading: Reading, side: int):
    two, four = moved(reading, 2.5 * side), moved(reading, 4 * side)
    assert rules([reading], [], moved(reading, 1.5 * side)) == []
    assert rules([reading], [], two) == [("1-2s", "brightness", False)]
    assert rules([reading], [two], two) == [("2-2s", "brightness", True)]
    assert rules([reading], [moved(reading, -2.5 * side)], two) == [("1-2s", "brightness", False)]
    assert rules([reading], [two, reading], two) == [("1-2s", "brightness", False)]
    assert rules([reading], [], four) == [("1-3s", "brightness", True)]


def test_with_enough_baseline_runs_the_spread_is_theirs(reading: Reading):
    runs = [moved(reading, by) for by in (-2, -1, 0, 1, 2)]
    middle, spread = limits(runs, "brightness")
    assert middle == pytest.approx(reading.mean("brightness"))
    assert spread == pytest.approx(1.58 * limits([reading], "brightness")[1], rel=0.01)
    assert rules(runs, [], moved(reading, 3)) == []


def test_the_same_file_with_another_label_or_probability_stops_the_day(reading: Reading):
    name, seen = next(iter(reading.fields.items()))
    other = replace(reading, provider="cuda", fields={**reading.fields, name: replace(seen, label="other")})
    (found,) = compare(reading, other)
    assert found.stop and found.what == name and "on cuda, cpu before" in found.sentence
    near = tuple(p + 0.001 for p in seen.probabilities)
    far = tuple(p + 0.1 for p in seen.probabilities)
    for probabilities, findings in ((near, 0), (far, 1)):
        changed = replace(reading, fields={**reading.fields, name: replace(seen, probabilities=probabilities)})
        assert len(compare(reading, changed)) == findings


def test_another_model_needs_a_baseline_of_its_own(reading: Reading):
    with pytest.raises(BadControl, match="--baseline"):
        judge_reading([reading], [], replace(reading, model_sha256="other"))


def test_a_history_holds_runs_in_order_and_a_new_baseline_starts_over(reading: Reading, folder: Path, tmp_path: Path):
    path = tmp_path / "data" / "control.jsonl"
    for kind in ("baseline", "baseline", "check", "check"):
        append(path, kind, reading)
    assert history(path, folder) == ([reading, reading], [reading, reading])
    assert history(path, tmp_path) == ([], [])
    append(path, "baseline", reading)
    assert history(path, folder) == ([reading], [])


@pytest.mark.parametrize("harm", ["remove", "change"])
def test_a_history_that_was_altered_is_refused(reading: Reading, folder: Path, tmp_path: Path, harm: str):
    path = tmp_path / "control.jsonl"
    for _ in range(3):
        append(path, "check", reading)
    lines = path.read_text("utf-8").splitlines()
    lines[1:2] = [] if harm == "remove" else [lines[1].replace('"cpu"', '"gpu"')]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(BadControl, match="altered or removed"):
        history(path, folder)


def test_too_few_fields_or_one_that_cannot_be_read_are_no_control(folder: Path, classifier: Classifier, tmp_path: Path):
    few = tmp_path / "few"
    draw_slide(few, fields=2)
    with pytest.raises(BadControl, match="too few"):
        take_reading(few, classifier)
    (folder / "broken.png").write_bytes(b"nothing")
    with pytest.raises(BadControl, match=r"broken\.png"):
        take_reading(folder, classifier)


def test_the_chart_holds_a_point_for_every_run_and_statistic(reading: Reading, tmp_path: Path):
    write_chart(tmp_path / "chart.svg", [reading], [moved(reading, 1), moved(reading, 9)])
    text = (tmp_path / "chart.svg").read_text("utf-8")
    assert text.count("<circle") == 3 * len(STATISTICS)
    assert "red cell diameter" in text
    assert text.count(">+2 SD<") == len(STATISTICS), "a line is said to stand at standard deviations, not at seconds"


def test_a_darker_lamp_is_found_by_the_whole_run(folder: Path, tiny_model: Path, tmp_path: Path):
    said: list[str] = []
    call: Callable[..., bool] = lambda **more: run_control(  # noqa: E731
        folder, say=said.append, model=str(tiny_model), provider="cpu", history=tmp_path / "h.jsonl", **more
    )
    assert call(baseline=True)
    assert call(baseline=False)
    assert said == ["baseline run of 6 fields on cpu: in control", "control of 6 fields on cpu: in control"]
    for path in folder.iterdir():
        Pillow.open(path).convert("RGB").point(lambda value: int(0.6 * value)).save(path, quality=95)
    assert not call(baseline=False, chart=tmp_path / "chart.svg")
    assert any(line.startswith("STOP 1-3s: brightness") for line in said)
    assert "do not run patient slides" in said[-1]
    assert (tmp_path / "chart.svg").is_file()


def test_a_folder_stands_as_its_last_check_with_this_model_says(
    folder: Path, classifier: Classifier, reading: Reading, tmp_path: Path
):
    path, sha256 = tmp_path / "control.jsonl", classifier.manifest.sha256
    settings = Settings()

    def state(now: datetime | None = None) -> str:
        return standing(path, folder, sha256, now).state

    assert state() == "no_baseline"
    check_folder(folder, classifier, settings, path, baseline=True)
    assert state() == "unchecked"
    entry, baselines, checks = check_folder(folder, classifier, settings, path, baseline=False)
    assert (len(baselines), checks, entry.findings) == (1, [entry.reading], [])
    assert state() == "ok"
    at = datetime.fromisoformat(entry.reading.at)
    assert state(at + timedelta(hours=23)) == "ok"
    assert state(at + timedelta(hours=25)) == "old"
    append(path, "check", replace(reading, model_sha256="other"), [Finding("1-3s", "focus", "far")])
    assert state() == "ok"
    append(path, "check", reading, [Finding("1-3s", "focus", "far")])
    assert state(at + timedelta(hours=25)) == "failed"
    append(path, "baseline", reading)
    assert state() == "unchecked"


def test_a_check_that_is_stopped_leaves_no_trace(folder: Path, classifier: Classifier, tmp_path: Path):
    with pytest.raises(BadControl, match="stopped"):
        check_folder(folder, classifier, Settings(), tmp_path / "c.jsonl", baseline=True, stopped=lambda: True)
    assert not (tmp_path / "c.jsonl").exists()


def test_a_check_without_a_baseline_is_refused_before_anything_is_measured(
    folder: Path, classifier: Classifier, tmp_path: Path
):
    with pytest.raises(BadControl, match="there is no baseline of this folder with this model"):
        check_folder(folder, classifier, Settings(), tmp_path / "c.jsonl", baseline=False, stopped=lambda: True)
