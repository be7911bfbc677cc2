"""What persons said reaches the reports, and the laboratory's own training."""

import csv
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from leukemia_desktop.cli import app
from leukemia_desktop.core.analysis import Result
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field, find_fields
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.outcome import Outcome
from leukemia_desktop.core.pseudonyms import Pseudonyms
from leukemia_desktop.core.review import Refused, change_of, decide
from leukemia_desktop.core.reviewed_fields import export_fields
from leukemia_desktop.core.run import Run, write_report
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.signing import sign_off

MakeSlide = Callable[..., Path]


@pytest.fixture
def slide(make_slide: MakeSlide) -> Path:
    return make_slide("A 1", Benign=2, Early=1, Pre=2, Pro=1)


@pytest.fixture
def run(slide: Path, tiny_model: Path, tmp_path: Path) -> Iterator[Run]:
    (slide / "broken.png").write_bytes(b"words")
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        run = Run(find_fields(slide), Classifier(Manifest.read(tiny_model), provider="cpu", threads=1), Settings(), ledger)
        assert len([*run]) == 7
        yield run


def review(run: Run, said: dict[str, str], *, reader: str = "Ada", role: str = "first") -> None:
    assert run.ledger
    for outcome in run.outcomes:
        if isinstance(outcome, Result) and outcome.field.name in said:
            change = change_of(outcome, said[outcome.field.name], "=why")
            decide(run.ledger, [change], reader=reader, role=role)


def test_every_report_says_what_persons_said_and_who_signed(run: Run, tmp_path: Path) -> None:
    assert run.ledger
    review(run, {"Benign_1.png": "Pro", "Pre_1.png": "Pre"})
    sign_off(run.ledger, "A 1", [*run.outcomes], reader="Ada Ångström", comment="looks <b>fine</b>")
    report = run.report()
    for form in ("csv", "html", "xlsx", "pdf"):
        write_report(report, tmp_path / f"report.{form}")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["file"]: row for row in csv.DictReader(stream)}
    said = rows["Benign_1.png"]
    assert (said["label"], said["review_label"], said["review_reason"], said["reviewer"]) == (
        "Benign",
        "Pro",
        "'=why",
        "Ada",
    )
    assert said["reviewed_at"].endswith("Z")
    assert rows["Pre_2.png"]["review_label"] == rows["broken.png"]["reviewer"] == ""
    facts = json.loads((tmp_path / "report.json").read_text("utf-8"))["slides"][0]["review"]
    assert (facts["reviewed"], facts["differ"], facts["labels"]) == (2, 1, {"Pro": 1, "Pre": 1})
    assert (facts["signed_off"]["by"], facts["signed_off"]["fields"]) == ("Ada Ångström", 7)
    assert facts["signed_off"]["open_items"] == ["4 fields not reviewed", "1 field unreadable"]
    page = (tmp_path / "report.html").read_text("utf-8")
    pdf = " ".join(" ".join(each.extract_text() for each in PdfReader(tmp_path / "report.pdf").pages).split())
    sheets = openpyxl.load_workbook(tmp_path / "report.xlsx")
    sheet = " ".join(str(cell.value) for row in sheets["Summary"] for cell in row)
    for text in (page, pdf, sheet):
        assert "2 of 7 fields reviewed by a person; 1 differs from the pre-classification. Signed off by Ada" in text
        assert "open then: 4 fields not reviewed, 1 field unreadable" in text
    assert "looks &lt;b&gt;fine&lt;/b&gt;" in page and "Pro (Ada)" in page
    assert "review: Pro" in pdf and "not reviewed" in pdf
    assert "Pro" in [cell.value for cell in sheets["Results"]["Q"]]
    write_report(report, tmp_path / "again.json")
    fields = {each["file"]: each for each in json.loads((tmp_path / "again.json").read_text("utf-8"))["fields"]}
    assert fields["Pre_1.png"]["review_label"] == "Pre" and "review_label" not in fields["Pre_2.png"]


def test_reports_say_how_many_fields_were_reviewed_as_what_and_which_unreadable_ones_were_set_aside(
    run: Run, tmp_path: Path
) -> None:
    assert run.ledger
    for outcome in run.outcomes:
        label = outcome.verdict.label if isinstance(outcome, Result) else "Artefact"
        decide(run.ledger, [change_of(outcome, label, "no picture")], reader="Ada")
    signed = sign_off(run.ledger, "A 1", [*run.outcomes], reader="Ada")
    assert signed.open_items == () and signed.as_what.endswith("Artefact 1.")
    report = run.report()
    for form in ("csv", "html", "xlsx", "pdf"):
        write_report(report, tmp_path / f"report.{form}")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as stream:
        (said,) = [row for row in csv.DictReader(stream) if row["status"] == "failed"]
    assert (said["review_label"], said["review_reason"], said["reviewer"]) == ("Artefact", "no picture", "Ada")
    assert said["sha256"] == hashlib.sha256(outcome_of(run, said["file"]).field.path.read_bytes()).hexdigest()
    facts = json.loads((tmp_path / "report.json").read_text("utf-8"))["slides"][0]["review"]
    assert facts["open_items"] == facts["signed_off"]["open_items"] == []
    page = (tmp_path / "report.html").read_text("utf-8")
    pdf = " ".join(" ".join(each.extract_text() for each in PdfReader(tmp_path / "report.pdf").pages).split())
    sheet = openpyxl.load_workbook(tmp_path / "report.xlsx")["Summary"]
    for text in (page, pdf, " ".join(str(cell.value) for row in sheet for cell in row)):
        assert "7 of 7 fields reviewed by a person" in text and signed.as_what in text and "open then: nothing" in text
    assert "review: Artefact (<bdi>Ada</bdi>)" in page and "review: Artefact (Ada)" in pdf


def outcome_of(run: Run, name: str) -> Outcome:
    return next(outcome for outcome in run.outcomes if outcome.field.name == name)


def test_a_report_under_pseudonyms_and_one_slide_at_a_time_keeps_the_reviews(run: Run) -> None:
    assert run.ledger
    review(run, {"Benign_1.png": "Pro"})
    sign_off(run.ledger, "A 1", [*run.outcomes], reader="Ada")
    report = Pseudonyms(b"k" * 32).report(run.report())
    (name,) = report.by_slide()
    part = report.by_slide()[name]
    assert part.reviewed[name].signed and part.reviewed[name].signed.slide == part.reviewed[name].slide == name
    assert sum(part.review_of(outcome) is not None for outcome in part.outcomes) == 1


def test_a_report_whose_ledger_cannot_be_read_says_so_and_holds_the_rest(run: Run) -> None:
    assert run.ledger
    run.ledger.close()
    report = run.report()
    assert report.provenance["reviews_missing"] and len(report.outcomes) == 7


def test_reviewed_fields_become_a_data_set_that_training_takes(run: Run, slide: Path, tmp_path: Path) -> None:
    assert run.ledger
    (slide / "z copy.png").write_bytes((slide / "Pre_1.png").read_bytes())
    review(run, {name: label for label in ("Benign", "Early", "Pre", "Pro") for name in [f"{label}_1.png"]})
    review(run, {"Benign_2.png": "Artefact", "Pre_2.png": "Pre"})
    review(run, {"Pre_2.png": "Pro"}, reader="Bo", role="second")
    out = tmp_path / "own"
    said = CliRunner().invoke(
        app, ["review", "export", str(slide), "--to", str(out), "--ledger", str(run.ledger.path)], catch_exceptions=False
    )
    assert said.exit_code == 0, said.output
    assert "4 fields (Benign 1, Early 1, Pre 1, Pro 1); 1 left out: " in said.output
    for why in ("copy of another field", "Artefact", "not reviewed", "readers disagree"):
        assert f"1 left out: {why}" in said.output
    with (out / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["name"] for row in rows] == [f"{label}_1.png" for label in ("Benign", "Early", "Pre", "Pro")]
    for row in rows:
        assert (out / row["file"]).read_bytes() == (slide / row["name"]).read_bytes()
    training = pytest.importorskip("leukemia_desktop.training.class_folders")
    files = training.class_files(out)
    assert sorted(files) == sorted(row["file"] for row in rows)
    assert training.read_groups(out / "groups.csv", files) == (["A 1"] * 4, ["A 1"] * 4)
    with pytest.raises(UnwritableFile, match="exists already"):
        export_fields(run.ledger, [slide], out)
    with pytest.raises(UnwritableFile, match="beside the images"):
        export_fields(run.ledger, [slide], slide / "own")


def test_a_data_set_under_pseudonyms_names_neither_slide_nor_file(run: Run, slide: Path, tmp_path: Path) -> None:
    assert run.ledger
    review(run, {f"{label}_1.png": label for label in ("Benign", "Early", "Pre", "Pro")})
    tables = {}
    for name, more in (("own", []), ("sent", ["--pseudonyms"])):
        call = ["review", "export", str(slide), "--to", str(tmp_path / name), "--ledger", str(run.ledger.path), *more]
        assert CliRunner().invoke(app, call, catch_exceptions=False).exit_code == 0
        with (tmp_path / name / "manifest.csv").open(encoding="utf-8", newline="") as stream:
            tables[name] = list(csv.DictReader(stream))
    names = Pseudonyms(run.ledger.pseudonym_key())
    for own, sent in zip(tables["own"], tables["sent"], strict=True):
        told = names.field(Field(slide / own["name"], own["slide"], own["name"]))
        assert sent == own | {"slide": told.slide, "name": told.name}
    for table in ("manifest.csv", "groups.csv"):
        text = (tmp_path / "sent" / table).read_text("utf-8")
        assert "A 1" not in text
        assert "_1.png" not in text


def test_nothing_reviewed_writes_nothing(run: Run, slide: Path, tmp_path: Path) -> None:
    assert run.ledger
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Refused, match="no field"):
        export_fields(run.ledger, [slide], tmp_path / "own")
    assert sorted(tmp_path.iterdir()) == before


def test_a_disk_that_fills_leaves_nothing_half_done(
    run: Run, slide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run.ledger
    review(run, {"Benign_1.png": "Benign"})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(UnwritableFile, match="No space left"):
        export_fields(run.ledger, [slide], tmp_path / "own")
    assert sorted(tmp_path.iterdir()) == before


def test_readers_are_compared_from_the_command_line(run: Run, slide: Path, tmp_path: Path) -> None:
    assert run.ledger
    names = [outcome.field.name for outcome in run.outcomes if isinstance(outcome, Result)]
    review(run, {name: name.partition("_")[0] for name in names})
    review(run, {**{name: name.partition("_")[0] for name in names}, "Pro_1.png": "Pre"}, reader="Bo", role="second")
    call = ["review", "agreement", str(slide), "--ledger", str(run.ledger.path)]
    said = CliRunner().invoke(app, call).output.splitlines()
    assert said[0].startswith("A 1: first reader and second reader: 0.76 (")
    assert said[0].endswith("5 of 6 fields agree")
    assert said[1].startswith("A 1: first reader and program: 1.00")
    assert CliRunner().invoke(app, [*call[:-1], str(tmp_path / "none.sqlite")]).exit_code == 2


def test_a_later_model_does_not_move_a_review(run: Run) -> None:
    review(run, {"Benign_1.png": "Pro"})
    later = [replace(o, key=replace(o.key, model_sha256="9" * 64)) if isinstance(o, Result) else o for o in run.outcomes]
    report = replace(run, outcomes=later).report()
    assert [each.label for each in report.reviews.values()] == ["Pro"]
