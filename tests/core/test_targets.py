"""Where reports go: names that are safe on every system, and never two slides in one file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.reports import is_ours
from leukemia_desktop.core.targets import Target, targets_of


def fields(*slides: str) -> list[Field]:
    return [Field(Path(f"/slides/{n}/1.png"), slide, "1.png") for n, slide in enumerate(slides)]


def targets(folder: Path, name: str, *slides: str) -> list[Target]:
    return targets_of([folder / name], fields(*slides), "lite0", ledger=folder / "ledger.sqlite")


@pytest.mark.parametrize(
    "slide", ["../../etc/passwd", "..", "a/../b", "/", "CON", "nul.txt", "a:b", "x" * 500, "\udcff", "\x00"]
)
def test_a_slide_leads_nowhere_else_whatever_its_name(tmp_path: Path, slide: str) -> None:
    (target,) = targets(tmp_path, "{slide}.csv", slide)
    assert target.path.parent == tmp_path
    assert target.path.resolve().parent == tmp_path.resolve()
    assert len(target.path.name) < 120
    assert target.path.stem.upper() not in ("CON", "NUL")
    target.path.touch()


@given(
    st.lists(st.text(max_size=6) | st.sampled_from(["a/b", "a_b", "A_B", "a:b", "é", "e\u0301"]), unique=True, max_size=6)
)
def test_every_slide_has_a_file_of_its_own(tmp_path_factory: pytest.TempPathFactory, slides: list[str]) -> None:
    folder = tmp_path_factory.getbasetemp()
    found = targets(folder, "{slide}.csv", *slides)
    assert [target.slide for target in found] == slides
    assert len({str(target.path).casefold() for target in found}) == len(slides)


def test_a_name_that_is_alike_on_some_systems_is_told_apart_and_others_stay_readable(tmp_path: Path) -> None:
    first, second, third = targets(tmp_path, "{slide}.csv", "glass/7", "glass:7", "Ganglion № 3")
    assert first.path != second.path
    assert first.path.name.startswith("glass_7-")
    assert third.path.name == "Ganglion _ 3.csv"


def test_braces_that_are_no_placeholder_are_a_name(tmp_path: Path) -> None:
    (target,) = targets(tmp_path, "{1} {}.csv", "A")
    assert target == Target(tmp_path / "{1} {}.csv")


def test_a_slide_cannot_take_the_place_of_another_report_or_the_ledger(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="two files"):
        targets_of([tmp_path / "{slide}.csv", tmp_path / "A.json"], fields("A"), "lite0", ledger=tmp_path / "l.sqlite")
    with pytest.raises(UnwritableFile, match="two files"):
        targets_of([tmp_path / "{slide}.csv"], fields("A"), "lite0", ledger=tmp_path / "a.JSON")


@pytest.mark.parametrize(
    ("name", "content", "own"),
    [
        ("a.csv", b"", True),
        ("a.csv", b"\xef\xbb\xbffile,slide,sha256,", False),
        ("a.csv", b"\xff\xfe\x00", False),
        ("a.xlsx", b"PK\x03\x04 no archive", False),
        ("a.pdf", b"%PDF-1.4 somebody's", False),
        ("a.json", b'{"schema": 1}', False),
        ("a.html", b"<html>", False),
    ],
)
def test_other_files_are_told_from_reports(tmp_path: Path, name: str, content: bytes, own: bool) -> None:
    (tmp_path / name).write_bytes(content)
    assert is_ours(tmp_path / name) is own
