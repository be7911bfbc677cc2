"""Calls as people make them in a hurry: misspelt, half finished, at the wrong file. Each is told, and nothing is lost."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from leukemia_desktop import cli, door
from tests.test_cli import ROOT, Call, run, wrong

MakeSlide = Callable[..., Path]


@pytest.fixture
def classify(tmp_path: Path, tiny_model: Path) -> Call:
    return Call(tmp_path, tiny_model)


def program(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """The program itself, as a shell starts it."""
    command = [sys.executable, "-m", "leukemia_desktop", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, encoding="utf-8", timeout=120
    )


def test_a_misspelt_or_forgotten_verb_is_told_as_that(tmp_path: Path) -> None:
    done = program("clasify", tmp_path, "--csv", "out.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "leukemia-desktop: clasify: neither a folder nor a command; was classify meant? leukemia-desktop --help lists the"
        " commands\n"
    )
    done = program(tmp_path, "--csv", "out.csv")
    assert done.returncode == 2
    assert "--csv: a call without a command opens the window and takes folders only; was classify meant?" in done.stderr


def test_every_verb_is_listed_in_full_with_its_help_and_minus_h_is_help() -> None:
    said = run("-h").output
    assert said == run("--help").output
    for verb in door.VERBS:
        assert f"\n  {verb} " in said
        below = run(verb, "-h")
        assert below.exit_code == 0
        assert "-h, --help" in below.output
    assert not any(line.endswith("...") for line in said.splitlines()[1:])
    assert "Without a command the window opens" in said


def test_help_is_plain_text_of_the_terminals_width() -> None:
    for width in ("60", "100"):
        said = program("classify", "--help", COLUMNS=width, TERM="dumb").stdout
        assert "\x1b" not in said
        assert "\u2500" not in said
        assert max(map(len, said.splitlines())) <= int(width)


def test_an_empty_name_is_not_the_folder_of_the_call(make_slide: MakeSlide, classify: Call) -> None:
    for arguments in (("",), (make_slide("A", Pro=1), "--ledger", ""), (make_slide("B", Pro=1), "--csv", "")):
        result = classify(*arguments)
        assert result.exit_code == 2
        assert "the name is empty; was a variable of a script not set?" in result.stderr


def test_a_file_that_is_no_ledger_is_refused_and_left_where_it_is(make_slide: MakeSlide, classify: Call) -> None:
    slide, notes = make_slide("A", Pro=1), classify.out / "notes.csv"
    notes.write_text("mine" * 1000)
    wrong(classify(slide, "--ledger", notes), "notes.csv: is no ledger, and is left as it is; name another file")
    wrong(run("ledger", "verify", "--ledger", notes), "is no ledger")
    assert [path.name for path in classify.out.iterdir()] == ["notes.csv"]
    assert notes.read_text() == "mine" * 1000


def test_a_damaged_ledger_never_verifies_and_no_question_moves_it(make_slide: MakeSlide, classify: Call) -> None:
    slide = make_slide("A", Pro=1)
    classify.ledger.write_bytes(b"no ledger any more, " * 100)
    named = ("--ledger", classify.ledger)
    for call in (("verify",), ("export", classify.out / "audit.csv"), ("backup", classify.out / "copy.sqlite")):
        result = run("ledger", *call, *named)
        assert result.exit_code == 1
        assert "ledger.sqlite: damaged: file is not a database; a backup may hold what it held" in result.stderr
    wrong(run("review", "agreement", slide, *named), "ledger.sqlite: damaged")
    assert [path.name for path in classify.out.iterdir()] == ["ledger.sqlite"]


def test_exports_and_tables_replace_their_own_kind_only(
    make_slide: MakeSlide, classify: Call, tiny_model: Path, tmp_path: Path
) -> None:
    slide = make_slide("A", Pro=1)
    assert classify(slide).exit_code == 0
    report, ledger = classify.csv.read_bytes(), ("--ledger", classify.ledger)
    cells = ("cells", slide, "--model", tiny_model, "--csv")
    wrong(run(*cells, classify.csv), "results.csv: exists and was not written by this command")
    wrong(run(*cells, tmp_path / "cells.xlsx"), "cells.xlsx: the name must end in .csv")
    wrong(run("ledger", "export", classify.csv, *ledger), "results.csv: exists and was not written by this command")
    wrong(run("control", slide, "--chart", classify.csv), "results.csv: the name must end in .svg")
    assert classify.csv.read_bytes() == report
    for _ in range(2):  # an earlier one is replaced
        assert run("ledger", "export", tmp_path / "audit.json", *ledger).exit_code == 0
        assert run(*cells, tmp_path / "cells.csv").exit_code == 0


def test_cells_name_a_folder_that_gives_none(make_slide: MakeSlide, tiny_model: Path, tmp_path: Path) -> None:
    slide = make_slide("A", Pro=1)
    result = run("cells", slide, tmp_path / "gone", "--model", tiny_model, "--csv", tmp_path / "cells.csv")
    assert result.exit_code == 1
    assert "gone: no such folder" in result.output
    assert "cells of 1 fields" in result.output


@pytest.mark.skipif(os.name == "nt", reason="names hold no line breaks on Windows")
def test_a_wrong_call_is_one_line_whatever_the_name_holds(classify: Call, tmp_path: Path) -> None:
    wrong(classify(tmp_path / "a\n\x1b[31mb"), "a\\u000a\\u001b[31mb: nothing matches")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs rights that can be taken away")
def test_places_without_rights_are_told_before_anything_is_analysed(make_slide: MakeSlide, classify: Call) -> None:
    slide, locked, closed = make_slide("A", Pro=1), make_slide("locked", Pro=1), classify.out / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    locked.chmod(0)
    try:
        wrong(classify(slide, "--html", closed / "a.html"), "closed: Permission denied; choose another folder")
        result = classify(slide, locked)
        assert result.exit_code == 1
        assert "locked: Permission denied" in result.stderr
        assert len(classify.rows) == 1
    finally:
        locked.chmod(0o755)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder in which nobody can write")
def test_a_folder_in_which_nothing_can_be_written_is_told_before_anything_is_analysed(
    make_slide: MakeSlide, classify: Call
) -> None:
    wrong(classify(make_slide("A", Pro=1), "--pdf", "/proc/self/a.pdf"), "nothing can be written in /proc/")
    assert not classify.ledger.exists()


def test_the_verbs_that_main_knows_are_those_of_the_command_line() -> None:
    assert {command.name or command.callback.__name__ for command in cli.app.registered_commands} | {
        group.name for group in cli.app.registered_groups
    } == door.VERBS


def test_reports_of_many_fields_are_announced(
    make_slide: MakeSlide, classify: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    slide = make_slide("A", Pro=2)
    assert "writing the reports" not in classify(slide).stderr
    monkeypatch.setattr("leukemia_desktop.core.batch.LONG", 2)
    assert "writing the reports; with so many fields it takes a while\n" in classify(slide).stderr
