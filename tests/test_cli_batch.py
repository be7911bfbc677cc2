"""What scripts and nightly jobs rely on: events, patterns, names by placeholders, and files that are not replaced."""

import base64
import csv
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader

from leukemia_desktop.core.events import EVENTS
from leukemia_desktop.core.reports.csv import COLUMNS
from tests.test_cli import ROOT, Call, run, wrong

MakeSlide = Callable[..., Path]


@pytest.fixture
def classify(tmp_path: Path, tiny_model: Path) -> Call:
    return Call(tmp_path, tiny_model)


def told(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def keys(event: str) -> set[str]:
    """The keys that --help promises, without what it says of them in brackets and after a semicolon."""
    return set(re.findall(r"\w+", re.sub(r"\([^)]*\)", "", EVENTS[event].partition(";")[0])))


def test_events_tell_the_whole_batch_in_the_order_and_with_the_keys_that_help_promises(
    make_slide: MakeSlide, classify: Call
) -> None:
    first, second = make_slide("A", Pro=2, Benign=1), make_slide("B", Pre=1)
    (second / "empty.png").touch()
    result = classify(first, second, "--json", "--quiet", "--html", classify.out / "report.html")
    assert result.exit_code == 1
    events = told(result.stdout)
    assert [event["event"] for event in events] == [
        *("started", "outcome", "outcome", "outcome", "slide", "outcome", "outcome", "slide", "written", "written"),
        "finished",
    ]
    for event in events:
        if event["event"] != "outcome":
            assert event.keys() == {"event"} | keys(event["event"])
    assert events[0] | {"recipe": "", "model_sha256": ""} == {
        "event": "started",
        "schema": 1,
        "app_version": events[0]["app_version"],
        "fields": 5,
        "slides": [{"slide": "A", "fields": 3}, {"slide": "B", "fields": 2}],
        "model": "tiny",
        "model_sha256": "",
        "recipe": "",
        "provider": "cpu",
        "ledger": str(classify.ledger),
    }
    outcomes = [event for event in events if event["event"] == "outcome"]
    assert [(event["number"], event["of"]) for event in outcomes] == [(n, 5) for n in range(1, 6)]
    assert all(set(event) <= {"event", "number", "of", *COLUMNS} for event in outcomes)
    assert [event["file"] for event in outcomes] == [row["file"] for row in classify.rows]
    assert outcomes[0]["confidence"] > 0.5
    assert isinstance(outcomes[0]["flags"], list)
    assert outcomes[3]["status"] == "failed"
    assert (events[4]["slide"], events[4]["status"], events[4]["labels"]["Pro"]) == ("A", "review", 2)
    assert (events[-3]["path"], events[-3]["format"]) == (str(classify.csv), "csv")
    assert (events[-3]["slide"], events[-3]["replaced"]) == (None, False)
    finished = {"exit": 1, "analysed": 4, "failed": 1, "left": 0, "error": None}
    assert events[-1].items() >= finished.items()


def test_help_documents_every_event() -> None:
    said = " ".join(run("classify", "--help").output.split())
    for event, what in EVENTS.items():
        assert f"{event}: {' '.join(what.split())}" in said


def test_a_wrong_call_gives_no_event(classify: Call, tmp_path: Path) -> None:
    result = classify(tmp_path / "gone", "--json")
    wrong(result, "gone: no such folder")
    assert result.stdout == ""


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
def test_a_reader_of_events_that_goes_away_costs_neither_results_nor_reports(make_slide: MakeSlide, classify: Call) -> None:
    slide = make_slide("A", Pro=60)
    command = [sys.executable, "-m", "leukemia_desktop", "classify", str(slide), *classify.options, "--json", "--quiet"]
    program = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert program.stdout
    program.stdout.close()
    assert program.stderr
    said = program.stderr.read()
    assert (program.wait(timeout=120), said) == (0, "")
    program.stderr.close()
    assert len(classify.rows) == 60


def test_patterns_name_folders_and_images_at_any_depth(make_slide: MakeSlide, classify: Call) -> None:
    night = make_slide("night/A", Pro=2).parent
    make_slide("night/B [x]", Pre=1)
    (night / "A" / "notes.txt").write_text("no image")
    assert classify(night / "*", "--quiet").exit_code == 0
    assert [row["slide"] for row in classify.rows] == ["A", "A", "B [x]"]
    assert classify(night / "**" / "*_1.png", "--quiet").exit_code == 0
    assert [(row["slide"], row["file"]) for row in classify.rows] == [("A", "Pro_1.png"), ("B [x]", "Pre_1.png")]
    assert classify(night / "B [x]", "--quiet").exit_code == 0  # what exists is no pattern
    assert [row["file"] for row in classify.rows] == ["Pre_1.png"]
    wrong(classify(night / "C*"), "nothing matches")


def test_a_name_with_slide_gives_every_slide_its_own_report(make_slide: MakeSlide, classify: Call) -> None:
    night = make_slide("night/A", Pro=2).parent
    make_slide("night/B", Pre=1)
    out = classify.out / "{date} {model}" / "{slide}.csv"
    result = classify(night, "--csv", out, "--xlsx", classify.out / "{slide}.xlsx")
    assert result.exit_code == 0, result.output
    folder = classify.out / f"{date.today().isoformat()} tiny"
    assert sorted(path.name for path in folder.iterdir()) == ["night_A.csv", "night_A.json", "night_B.csv", "night_B.json"]
    with (folder / "night_A.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["slide"] for row in csv.DictReader(stream)] == ["night/A", "night/A"]
    (slide,) = json.loads((folder / "night_B.json").read_text("utf-8"))["slides"]
    assert (slide["slide"], slide["fields"]) == ("night/B", 1)
    assert (classify.out / "night_B.xlsx").exists()
    assert f"wrote {folder / 'night_A.csv'} and night_A.json" in result.stderr


def test_an_earlier_report_is_replaced_and_that_is_said_but_no_other_file(make_slide: MakeSlide, classify: Call) -> None:
    slide = make_slide("A", Pro=1)
    forms = {"html", "xlsx", "pdf", "json-report"}
    names = {form: classify.out / f"report.{form.removesuffix('-report')}" for form in forms}
    every = [text for form, path in names.items() for text in (f"--{form}", path)]
    assert classify(slide, *every).exit_code == 0
    second = classify(slide, *every)
    assert second.exit_code == 0
    assert second.stderr.count("replaced ") == 5
    for path in (classify.csv, classify.csv.with_suffix(".json"), *names.values()):
        own = path.read_bytes()
        path.write_bytes(b"patient;phone\n1;2\n")
        result = classify(slide, *every)
        wrong(result, f"{path}: exists")
        assert path.read_bytes() == b"patient;phone\n1;2\n"
        path.write_bytes(own)
    names["html"].write_bytes(b"mine")
    assert classify(slide, *every, "--force").exit_code == 0
    assert names["html"].read_bytes() != b"mine"


def test_files_that_would_meet_under_one_name_are_refused(make_slide: MakeSlide, classify: Call) -> None:
    slide = make_slide("A", Pro=1)
    before = sorted(classify.out.iterdir())
    wrong(classify(slide, "--json-report", classify.out / "results.json"), "results.json: two files would be written")
    wrong(classify(slide, "--ledger", classify.csv), "results.csv: two files would be written under this name")
    wrong(classify(slide, "--csv", classify.out / "{patient}.csv"), "unknown placeholder {patient}")
    wrong(classify(slide, "--csv", classify.out / "none" / "{slide}.csv"), "none does not exist")
    wrong(classify(slide, "--csv", slide / "{slide}.csv"), "nothing is written beside the images")
    assert sorted(classify.out.iterdir()) == before


def test_pseudonyms_keep_every_name_out_of_reports_and_events(make_slide: MakeSlide, classify: Call) -> None:
    slide = make_slide("Doe, Jane/Doe left", Pro=2).parent
    (slide / "Doe left" / "Doe empty.png").touch()
    (slide / "Doe left" / "Pro_2.png").rename(slide / "Doe left" / "Doe 2.png")
    options = ["--pseudonyms", "--json", "--html", classify.out / "r.html", "--json-report", classify.out / "r.json"]
    first = classify(slide, *options, "--csv", classify.out / "{slide}.csv")
    assert first.exit_code == 1
    assert len(list(classify.out.glob("slide-*.csv"))) == 1
    written = [path for path in classify.out.iterdir() if path.suffix in (".csv", ".json", ".html")]
    assert len(written) == 4
    for text in (first.stdout, *(path.read_text("utf-8") + path.name for path in written)):
        assert "Doe" not in text
        assert "Jane" not in text
    assert '<img src="data:image/jpeg' in (classify.out / "r.html").read_text("utf-8")
    names = [event["file"] for event in told(first.stdout) if event["event"] == "outcome"]
    assert len(set(names)) == 3
    again = classify(slide, *options, "--csv", classify.out / "{slide}.csv")
    assert [event["file"] for event in told(again.stdout) if event["event"] == "outcome"] == names
    other = classify(slide, *options, "--csv", classify.out / "{slide}.csv", "--ledger", classify.out / "other.sqlite")
    assert not {event["file"] for event in told(other.stdout) if event["event"] == "outcome"} & set(names)


def tagged(folder: Path) -> Path:
    """A JPEG and a PNG that name a person in every place that metadata has."""
    folder.mkdir(parents=True)
    pixels = Pillow.new("RGB", (48, 48), (60, 60, 200))
    exif = Pillow.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = "IDENT-Jane-Doe"  # description, artist, copyright
    exif.get_ifd(0x8769)[0xA430] = "IDENT-owner"
    exif.get_ifd(0x8825)[0x001D] = "IDENT-2026"
    pixels.save(folder / "a.jpg", exif=exif, comment=b"IDENT-comment")
    text = PngInfo()
    text.add_text("Author", "IDENT-Jane-Doe")
    pixels.save(folder / "b.png", pnginfo=text, exif=exif)
    return folder


def test_no_report_holds_what_a_field_says_of_a_person_in_its_metadata(classify: Call, tmp_path: Path) -> None:
    slide = tagged(tmp_path / "slides" / "A")
    assert all(b"IDENT" in path.read_bytes() for path in slide.iterdir())
    out = classify.out
    paths = ["--html", out / "r.html", "--pdf", out / "r.pdf", "--xlsx", out / "r.xlsx", "--json-report", out / "r.json"]
    assert classify(slide, *paths).exit_code == 0
    contents = {path.name: path.read_bytes() for path in out.iterdir()}
    pictures = re.findall(rb"base64,([A-Za-z0-9+/=]+)", contents["r.html"])
    assert len(pictures) == 2
    contents |= {f"picture {n}": base64.b64decode(data) for n, data in enumerate(pictures)}
    with zipfile.ZipFile(out / "r.xlsx") as book:
        contents |= {name: book.read(name) for name in book.namelist()}
    for number, page in enumerate(PdfReader(out / "r.pdf").pages):
        contents |= {f"page {number} {image.name}": image.data for image in page.images}
        contents[f"page {number}"] = page.extract_text().encode()
    assert sum(name.startswith("page") for name in contents) >= 3
    assert not [name for name, data in contents.items() if b"IDENT" in data or b"Exif" in data]
