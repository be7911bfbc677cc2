"""One run over slide folders: complete, resumable after a kill, and never writing beside the images."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import leukemia_desktop
from leukemia_desktop.core.analysis import Result
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.reports import SHELF
from leukemia_desktop.core.run import Run, check_place, check_target, write_report
from leukemia_desktop.core.settings import Settings

MakeSlide = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def classifier(tiny_model: Path) -> Classifier:
    return Classifier(Manifest.read(tiny_model), provider="cpu", threads=1)


def test_a_run_keeps_every_outcome_in_order_and_says_how_it_was_made(
    make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    fields = find_fields(make_slide("A", Pro=3, Benign=11))
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        run = Run(fields, classifier, Settings(), ledger)
        assert [outcome.field for outcome in run] == fields
        report = run.report()
    assert [outcome.field.name for outcome in report.outcomes][1:3] == ["Benign_2.png", "Benign_3.png"]
    said = report.provenance
    assert said["notice"] == leukemia_desktop.RESEARCH_USE
    assert (said["model"]["id"], said["model"]["sha256"]) == ("tiny", classifier.manifest.sha256)
    assert said["recipe"]["as_trained"] is True
    assert said["provider"] == "cpu"
    assert said["ledger"] == str(tmp_path / "ledger.sqlite")
    assert said["seconds"] >= 0
    assert said["started_at"].endswith("Z")


def test_a_run_that_is_stopped_reports_what_it_has_and_what_is_missing(
    make_slide: MakeSlide, classifier: Classifier
) -> None:
    run = Run(find_fields(make_slide("A", Benign=30)), classifier, Settings())
    outcomes = iter(run)
    for _ in range(4):
        next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    (slide,) = run.report().slides
    assert (slide.analysed, slide.fields, slide.status) == (4, 30, "review")


def test_without_resume_everything_is_computed_again_and_the_ledger_keeps_the_first(
    make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    fields = find_fields(make_slide(Pro=2))
    with Ledger(tmp_path / "ledger.sqlite") as ledger:

        def times(*, resume: bool) -> list[str]:
            outcomes = list(Run(fields, classifier, Settings(), ledger, resume=resume))
            return [outcome.analysed_at for outcome in outcomes if isinstance(outcome, Result)]

        first = times(resume=True)
        assert times(resume=True) == first
        assert min(times(resume=False)) > max(first)
        assert times(resume=True) == first
        assert len(list(ledger.entries())) == 2


CHILD = """
import sys
from pathlib import Path
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.run import Run
from leukemia_desktop.core.settings import Settings
slide, model, ledger = map(Path, sys.argv[1:])
with Ledger(ledger) as book:
    for outcome in Run(find_fields(slide), Classifier(Manifest.read(model), threads=1), Settings(), book):
        print(outcome.field.name, flush=True)
"""


def test_a_batch_killed_in_the_middle_goes_on_where_it_stopped(
    make_slide: MakeSlide, tiny_model: Path, classifier: Classifier, tmp_path: Path
) -> None:
    """Killed three times, each after a known number of fields was seen: none of these is lost, none is doubled."""
    slide = make_slide("A", Pro=300, Benign=100)
    ledger = tmp_path / "ledger.sqlite"
    arguments = [sys.executable, "-c", CHILD, str(slide), str(tiny_model), str(ledger)]
    seen: set[str] = set()
    for lines in (25, 80, 150):
        child = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert child.stdout
        seen |= {child.stdout.readline().strip() for _ in range(lines)}
        child.kill()
        child.wait()
        child.stdout.close()
    with Ledger(ledger) as book:
        assert book.set_aside is None
        assert book.verify() == ""
        before = {entry["image_sha256"]: entry["at"] for entry in book.entries()}
        assert len(before) >= len(seen) >= 150
        outcomes = list(Run(find_fields(slide), classifier, Settings(), book))
        assert len(outcomes) == 400
        for outcome in outcomes:
            assert isinstance(outcome, Result)
            if outcome.field.name in seen:
                assert before[outcome.key.image_sha256] == outcome.analysed_at
        assert len(list(book.entries())) == 400
        assert book.verify() == ""


def test_nothing_is_written_beside_the_images_by_whatever_way(make_slide: MakeSlide, tmp_path: Path) -> None:
    slide = make_slide("night/A", Pro=1)
    fields = find_fields(slide.parent)
    places = [slide / "out.csv", slide / ".." / "A" / "out.csv"]
    if os.name == "posix":
        (tmp_path / "elsewhere").symlink_to(slide)
        (tmp_path / "link.csv").symlink_to(slide / "out.csv")
        places += [tmp_path / "elsewhere" / "out.csv", tmp_path / "link.csv"]
    for path in places:
        with pytest.raises(UnwritableFile, match=r"beside the images"):
            check_target(path, fields)
        with pytest.raises(UnwritableFile, match=r"beside the images"):
            check_place(path, fields)
    check_target(slide.parent / "out.csv", fields)
    check_target(tmp_path / "out.csv", fields)


@pytest.mark.skipif(os.name == "nt", reason="POSIX links")
def test_images_reached_through_a_link_are_not_written_beside_either(make_slide: MakeSlide, tmp_path: Path) -> None:
    slide = make_slide("A", Pro=1)
    (tmp_path / "link").symlink_to(slide)
    with pytest.raises(UnwritableFile, match="beside the images"):
        check_target(slide / "out.csv", find_fields(tmp_path / "link"))


@pytest.mark.parametrize("name", ["out.txt", "out", "out.csv.zip", ".csv"])
def test_a_report_of_unknown_format_is_refused_with_those_that_are_known(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnwritableFile, match=r"a report ends in one of .*\.csv"):
        check_target(tmp_path / name, [])


def test_a_folder_in_the_reports_place_or_a_missing_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(UnwritableFile, match=r"out\.csv: is not a file"):
        check_target(tmp_path / "out.csv", [])
    with pytest.raises(UnwritableFile, match="nowhere does not exist"):
        check_target(tmp_path / "nowhere" / "out.csv", [])


@pytest.mark.parametrize("form", SHELF)
def test_every_format_of_the_shelf_writes_a_run_with_failures_and_odd_names(
    make_slide: MakeSlide, classifier: Classifier, tmp_path: Path, form: str
) -> None:
    slide = make_slide("=1+1 [bold] <b>µ</b>", Pro=2)
    (slide / "empty.png").touch()
    if os.name == "posix":
        (slide / os.fsdecode(b"bytes \xff.png")).write_bytes((slide / "Pro_1.png").read_bytes())
    run = Run(find_fields(slide), classifier, Settings())
    assert len(list(run)) >= 3
    path = tmp_path / f"report.{form}"
    write_report(run.report(), path)
    assert path.stat().st_size > 200
