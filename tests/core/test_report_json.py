"""The JSON report: everything in one file that any program reads."""

import json
from pathlib import Path

from leukemia_desktop.core.reports import SHELF, SlideReport
from leukemia_desktop.core.reports.csv import COLUMNS
from tests.core.report_cases import HOSTILE, analysed, refuses_and_keeps_the_earlier, renamed


def written(report: SlideReport, path: Path) -> dict:
    SHELF["json"](report, path)
    return json.loads(path.read_text("utf-8"))


def test_numbers_are_numbers_and_sets_are_lists(tiny_model, make_slide, tmp_path):
    slide = make_slide(Benign=2, Pre=1)
    (slide / "broken.png").write_bytes(b"not an image at all")
    report = analysed(tiny_model, slide).report()
    data = written(report, tmp_path / "report.json")
    assert [row["file"] for row in data["fields"]] == ["Benign_1.png", "Benign_2.png", "broken.png", "Pre_1.png"]
    pre = next(row for row in data["fields"] if row["file"] == "Pre_1.png")
    assert pre["width"] == 48 and isinstance(pre["p_pre"], float) and pre["prediction_set"] == ["Pre"]
    assert pre["label"] == "Pre" and "error" not in pre
    broken = next(row for row in data["fields"] if row["file"] == "broken.png")
    assert broken["status"] == "failed" and broken["error"] and "label" not in broken
    assert all(set(row) <= set(COLUMNS) for row in data["fields"])


def test_provenance_and_slides_stand_beside_the_fields(tiny_model, make_slide, tmp_path):
    report = analysed(tiny_model, make_slide("A", Benign=1), make_slide("B", Pro=2)).report()
    data = written(report, tmp_path / "report.json")
    assert data["schema"] == 1 and data["model"]["id"] == "tiny" and "research use" in data["notice"]
    assert [(slide["slide"], slide["labels"]["Pro"]) for slide in data["slides"]] == [("A", 0), ("B", 2)]


def test_names_come_back_as_they_are_unless_no_text_can_hold_them(tiny_model, make_slide, tmp_path):
    run = analysed(tiny_model, make_slide(Benign=1, Early=1))
    report = SlideReport.of(renamed(run.outcomes, HOSTILE, "=1+1\udcff"), run.report().provenance)
    names = [row["file"] for row in written(report, tmp_path / "report.json")["fields"]]
    assert len(names) == len(HOSTILE)
    assert "=1+1.png" in names and "<script>alert(1)</script>.png" in names and "視野 漢字 カナ 한국어.png" in names
    assert "a\\udcff\\udcfe.png" in names and "a\\u202egpj.exe" in names


def test_a_report_without_a_field_is_still_json(tmp_path):
    assert written(SlideReport.of([], {"notice": "n"}), tmp_path / "report.json")["fields"] == []


def test_the_same_report_gives_the_same_bytes(tiny_model, make_slide, tmp_path):
    report = analysed(tiny_model, make_slide(Benign=2)).report()
    SHELF["json"](report, tmp_path / "a.json")
    SHELF["json"](report, tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_a_full_disk_leaves_the_earlier_report(tiny_model, make_slide, tmp_path, monkeypatch):
    report = analysed(tiny_model, make_slide(Benign=1)).report()
    (tmp_path / "out").mkdir()
    refuses_and_keeps_the_earlier("json", report, tmp_path / "out", monkeypatch)
