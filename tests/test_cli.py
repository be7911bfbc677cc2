"""The command line as a technician and a script meet it: real folders, real files, real exit codes."""

import csv
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import leukemia_desktop
from leukemia_desktop.cli import app
from leukemia_desktop.core.settings import Settings, data_folder, settings_path

MakeSlide = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[1]


class Call:
    """classify with the tiny model and a ledger of the test's own; `rows` and `json` read what it wrote."""

    def __init__(self, folder: Path, model: Path) -> None:
        self.out = folder / "out"
        self.out.mkdir()
        self.csv = self.out / "results.csv"
        self.ledger = self.out / "ledger.sqlite"
        self.options = ["--csv", str(self.csv), "--model", str(model), "--ledger", str(self.ledger)]

    def __call__(self, *arguments: str | Path) -> Result:
        return run("classify", *self.options, *arguments)  # what a test gives comes last and wins

    @property
    def rows(self) -> list[dict[str, str]]:
        with self.csv.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def classify(tmp_path: Path, tiny_model: Path) -> Call:
    return Call(tmp_path, tiny_model)


def test_a_whole_folder_is_exit_0_with_one_row_a_field_in_natural_order(make_slide: MakeSlide, classify: Call) -> None:
    result = classify(make_slide("glass 7", Pro=12, Benign=2))
    assert result.exit_code == 0, result.output
    assert [row["file"] for row in classify.rows] == [
        "Benign_1.png",
        "Benign_2.png",
        *(f"Pro_{n}.png" for n in range(1, 13)),
    ]
    assert {row["slide"] for row in classify.rows} == {"glass 7"}
    assert all(row["file"].startswith(row["label"]) for row in classify.rows)
    assert "14 fields, model tiny, on the CPU" in result.stderr
    assert "glass 7: 14 of 14 fields analysed; 12 suspicious (Pro 12)" in result.stderr
    assert leukemia_desktop.RESEARCH_USE in result.stderr
    assert result.stdout == ""
    assert json.loads(classify.csv.with_suffix(".json").read_text("utf-8"))["model"]["id"] == "tiny"


def test_damaged_files_are_exit_1_each_a_failed_row_with_its_reason(make_slide: MakeSlide, classify: Call) -> None:
    slide = make_slide("A", Pro=5)
    for number in range(12):
        (slide / f"cut_{number}.png").write_bytes((slide / "Pro_1.png").read_bytes()[: 40 + 20 * number])
    result = classify(slide)
    assert result.exit_code == 1
    failed = [row for row in classify.rows if row["status"] == "failed"]
    assert len(failed) == 12
    assert len(classify.rows) == 17
    assert all(row["error"] for row in failed)
    assert result.stderr.count("failed: ") == 10
    assert "and 2 more failed; the CSV names them all" in result.stderr


def test_several_folders_with_an_empty_one_are_analysed_and_the_empty_one_is_exit_1(
    make_slide: MakeSlide, classify: Call, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    result = classify(make_slide("A", Pro=1), tmp_path / "empty", make_slide("B", Pre=2))
    assert result.exit_code == 1
    assert [row["slide"] for row in classify.rows] == ["A", "B", "B"]
    assert f"{tmp_path / 'empty'}: no JPEG" in result.stderr


def test_slides_of_one_name_are_two_slides(make_slide: MakeSlide, classify: Call) -> None:
    result = classify(make_slide("monday/A", Pro=1), make_slide("tuesday/A", Benign=1))
    assert result.exit_code == 0
    assert [row["slide"] for row in classify.rows] == ["monday/A", "tuesday/A"]
    assert "monday/A: 1 of 1 fields analysed; 1 suspicious" in result.stderr


def test_names_that_look_like_markup_are_printed_as_they_are(make_slide: MakeSlide, classify: Call) -> None:
    slide = make_slide("[bold] :smile: [x]", Pro=1)
    (slide / "[red]a[red].png").touch()
    result = classify(slide)
    assert result.exit_code == 1
    assert "[bold] :smile: [x]: 1 of 2 fields analysed" in result.stderr
    assert "[red]a[red].png: the file is empty" in result.stderr


def wrong(result: Result, words: str) -> None:
    """The call was wrong: exit 2, one line that says why, no traceback."""
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("leukemia-desktop: ")
    assert words in result.stderr


def test_a_wrong_call_is_exit_2_with_one_sentence_and_writes_nothing(
    make_slide: MakeSlide, classify: Call, tmp_path: Path, tiny_model: Path
) -> None:
    slide = make_slide("A", Pro=1)
    (tmp_path / "empty").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "notes.txt").touch()
    wrong(classify(tmp_path / "gone"), "gone: no such folder")
    wrong(classify(tmp_path / "empty"), "empty: no JPEG, PNG, TIFF, BMP or WebP image in this folder")
    wrong(classify(tmp_path / "texts"), "texts: no JPEG")
    wrong(classify(slide, "--model", "nowhere"), "no model 'nowhere'; known models:")
    wrong(classify(slide, "--provider", "tpu"), "provider must be one of auto, cuda, cpu")
    wrong(classify(slide, "--csv", "out.txt"), "--csv out.txt: the name must end in .csv")
    wrong(classify(slide, "--html", "out.csv"), "--html out.csv: the name must end in .html")
    wrong(classify(slide, "--csv", tmp_path / "nowhere" / "o.csv"), "nowhere does not exist")
    wrong(classify(slide, "--csv", slide / "out.csv"), "nothing is written beside the images")
    wrong(classify(slide, "--ledger", slide / "ledger.sqlite"), "nothing is written beside the images")
    wrong(classify(slide, "--scheduler", "nowhere"), "--scheduler nowhere: no Dask scheduler answers there")
    wrong(classify(slide, "--csv", tmp_path / ("x" * 300 + ".csv")), "File name too long")
    (classify.out / "folder.csv").mkdir()
    wrong(classify(slide, "--csv", classify.out / "folder.csv"), "is not a file")
    (classify.out / "folder.csv").rmdir()
    (tiny_model / "model.onnx").write_bytes(b"altered")
    wrong(classify(slide), "model tiny: model.onnx was altered")
    assert list(classify.out.iterdir()) == []
    assert sorted(path.name for path in slide.iterdir()) == ["Pro_1.png"]


def test_a_call_without_folder_or_csv_is_exit_2(make_slide: MakeSlide) -> None:
    assert run("classify").exit_code == 2
    assert run("classify", make_slide("A", Pro=1)).exit_code == 2
    assert run("classify", make_slide("A", Pro=1), "--csv", "o.csv", "--bogus").exit_code == 2
    wrong(run("open", "clasify"), "clasify: neither a folder nor a command")
    wrong(run("open", "a" * 300), "neither a folder nor a command")


def test_a_settings_file_that_is_not_valid_is_exit_2_and_named(make_slide: MakeSlide, classify: Call) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text('{"review_below": 7}')
    wrong(classify(make_slide("A", Pro=1)), "settings.json: review_below must lie in [0, 1], not 7")


def test_the_settings_reach_the_run(make_slide: MakeSlide, classify: Call) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text('{"max_megapixels": 1.0}')
    slide = make_slide("A", Pro=1)
    from PIL import Image

    Image.new("1", (1100, 1000)).save(slide / "large.png")
    assert classify(slide).exit_code == 1
    assert "the limit is 1" in next(row["error"] for row in classify.rows if row["file"] == "large.png")


def times(rows: list[dict[str, str]]) -> list[str]:
    return [row["analysed_at"] for row in rows]


def test_a_second_run_computes_nothing_again_unless_told_to(make_slide: MakeSlide, classify: Call) -> None:
    slide = make_slide("A", Pro=3)
    classify(slide)
    first = times(classify.rows)
    assert classify(slide.rename(slide.with_name("B"))).exit_code == 0
    assert times(classify.rows) == first
    assert {row["slide"] for row in classify.rows} == {"B"}
    assert classify(slide.with_name("B"), "--no-resume").exit_code == 0
    assert min(times(classify.rows)) > max(first)


def test_quiet_prints_errors_only(make_slide: MakeSlide, classify: Call) -> None:
    slide = make_slide("A", Pro=2)
    assert classify(slide, "--quiet").output == ""
    (slide / "empty.png").touch()
    assert classify(slide, "-q").stderr == f"failed: {slide / 'empty.png'}: the file is empty (0 bytes)\n"


def test_a_damaged_ledger_is_set_aside_and_said(make_slide: MakeSlide, classify: Call) -> None:
    classify.ledger.write_bytes(b"no ledger any more, " * 100)
    result = classify(make_slide("A", Pro=1))
    assert result.exit_code == 0
    assert "was damaged and is kept as" in result.stderr
    assert (classify.out / "ledger.sqlite.damaged-1").exists()


def test_ledger_verify_export_and_backup(make_slide: MakeSlide, classify: Call) -> None:
    classify(make_slide("A", Pro=3))
    ledger = ("--ledger", classify.ledger)
    assert run("ledger", "verify", *ledger).exit_code == 0
    assert "3 audit entries" in run("ledger", "export", classify.out / "audit.csv", *ledger).output
    wrong(run("ledger", "export", classify.out / "audit.txt", *ledger), ".csv or .json")
    backup = classify.out / "backup.sqlite"
    assert run("ledger", "backup", backup, *ledger).exit_code == 0
    wrong(run("ledger", "backup", backup, *ledger), "never overwrites")
    wrong(run("ledger", "verify", "--ledger", classify.out / "none.sqlite"), "no such ledger")
    raw = sqlite3.connect(backup)
    raw.execute("DROP TRIGGER audit_stands")
    raw.execute("UPDATE audit SET at = 'yesterday' WHERE seq = 2")
    raw.commit()
    raw.close()
    result = run("ledger", "verify", "--ledger", backup)
    assert result.exit_code == 1
    assert "audit entry 2 was altered" in result.output


def test_without_a_ledger_named_the_one_of_the_settings_is_taken(
    make_slide: MakeSlide, tmp_path: Path, tiny_model: Path
) -> None:
    Settings(ledger=str(tmp_path / "shared.sqlite")).write()
    assert run("classify", make_slide("A", Pro=2), "--csv", tmp_path / "a.csv", "--model", tiny_model).exit_code == 0
    assert not Settings().ledger_path.exists()
    assert "2 audit entries" in run("ledger", "export", tmp_path / "audit.csv").output
    settings_path().write_text("{", "utf-8")
    wrong(run("ledger", "verify"), "not readable as JSON")


def test_models_lists_what_is_at_hand_and_refuses_what_is_broken(tiny_model: Path) -> None:
    place = data_folder() / "models" / "tiny"
    shutil.copytree(tiny_model, place)
    assert "tiny: tiny, 0.0 MB, verified" in run("models").output
    (place / "model.onnx").write_bytes(b"altered")
    result = run("models")
    assert result.exit_code == 1
    assert "tiny: refused: model tiny: model.onnx was altered" in result.output


def test_the_version_is_printed() -> None:
    assert run("--version").output.strip() == leukemia_desktop.__version__


# From here on: the program itself, in a process of its own.


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., "subprocess.Popen[str]"]:
    home = {name: str(tmp_path / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA")}

    def start_program(*arguments: str | Path) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "leukemia_desktop", *map(str, arguments)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        # a shell that runs the tests in the background has them, and their children, ignore Ctrl+C
        earlier = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return subprocess.Popen(
                command, cwd=ROOT, env=os.environ | home, text=True, encoding="utf-8", errors="backslashreplace", **pipes
            )
        finally:
            signal.signal(signal.SIGINT, earlier)

    return start_program


Start = Callable[..., "subprocess.Popen[str]"]


def test_the_program_itself_gives_the_exit_codes(make_slide: MakeSlide, classify: Call, start: Start) -> None:
    slide = make_slide("A", Pro=2)
    for expected in (0, 1):
        program = start("classify", slide, *classify.options)
        _, said = program.communicate(timeout=120)
        assert program.returncode == expected, said
        assert "Traceback" not in said
        (slide / "empty.png").touch()
    program = start("classify", slide / "gone", *classify.options)
    _, said = program.communicate(timeout=120)
    assert program.returncode == 2
    assert said == f"leukemia-desktop: {slide / 'gone'}: no such folder\n"


@pytest.mark.skipif(os.name == "nt", reason="names are text on Windows")
def test_bytes_that_are_no_text_go_all_the_way_from_the_name_to_the_csv_and_the_ledger(
    make_slide: MakeSlide, classify: Call, start: Start
) -> None:
    slide = make_slide("A", Pro=1)
    odd = slide.with_name(os.fsdecode(b"slide \xff"))
    slide.rename(odd)
    (odd / os.fsdecode(b"field \xfe.png")).write_bytes((odd / "Pro_1.png").read_bytes() + b"end")
    (odd / os.fsdecode(b"empty \xfe.png")).touch()
    program = start("classify", odd, *classify.options)
    _, said = program.communicate(timeout=120)
    assert program.returncode == 1, said
    assert "Traceback" not in said
    assert [row["file"] for row in classify.rows] == ["empty \\udcfe.png", "field \\udcfe.png", "Pro_1.png"]
    assert {row["slide"] for row in classify.rows} == {"slide \\udcff"}
    assert run("ledger", "verify", "--ledger", classify.ledger).exit_code == 0
    assert run("ledger", "export", classify.out / "audit.json", "--ledger", classify.ledger).exit_code == 0


def many(slide: Path, count: int) -> Path:
    """The slide with copies of its field, each of another content, so that a run takes a while."""
    data = (slide / "Pro_1.png").read_bytes()
    for number in range(2, count + 1):
        (slide / f"Pro_{number}.png").write_bytes(data + str(number).encode())
    return slide


def test_a_report_that_cannot_be_written_costs_neither_the_others_nor_the_results(
    make_slide: MakeSlide, classify: Call, start: Start
) -> None:
    """The folder of one report goes away while the fields are analysed."""
    doomed = classify.out / "doomed"
    doomed.mkdir()
    slide = many(make_slide("A", Pro=1), 1500)
    program = start("classify", slide, *classify.options, "--html", doomed / "report.html")
    assert program.stderr
    assert "1500 fields" in program.stderr.readline()
    doomed.rmdir()
    said = program.stderr.read()
    program.communicate(timeout=120)
    assert program.returncode == 2
    assert "doomed does not exist; every result is in the ledger: call again to write the report" in said
    assert "Traceback" not in said
    assert len(classify.rows) == 1500


@pytest.mark.skipif(os.name == "nt", reason="SIGINT is another thing on Windows")
def test_ctrl_c_writes_what_there_is_and_the_next_call_goes_on(make_slide: MakeSlide, classify: Call, start: Start) -> None:
    slide = many(make_slide("A", Pro=1), 3000)
    program = start("classify", slide, *classify.options)
    assert program.stderr
    assert "3000 fields" in program.stderr.readline()
    program.send_signal(signal.SIGINT)
    said = program.stderr.read()
    program.communicate(timeout=120)
    assert program.returncode == 130, said
    assert "Traceback" not in said
    done = classify.rows
    assert len(done) < 3000
    assert f"stopped with {3000 - len(done)} fields left; call again to go on from here" in said
    assert "stopping and writing the reports; Ctrl+C again stops at once" in said
    assert f"A: {len(done)} of 3000 fields analysed" in said
    program = start("classify", slide, "--quiet", *classify.options)
    _, said = program.communicate(timeout=300)
    assert (program.returncode, said) == (0, "")
    assert times(classify.rows)[: len(done)] == times(done)
    assert len(classify.rows) == 3000


def test_real_fields_come_out_one_row_each(real_data: Path, classify: Call) -> None:
    folder = real_data / "taleqani" / "Pro"
    assert classify(folder).exit_code == 0
    assert len(classify.rows) == 683
    assert {row["status"] for row in classify.rows} <= {"ok", "review"}
