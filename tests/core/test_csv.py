"""The CSV is read by other programs: its columns, its order and its neutral text are a promise."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from leukemia_desktop.core.analysis import Outcome
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.reports import SHELF, SlideReport
from tests.core.conftest import as_nobody
from tests.core.test_slide import a_failure, a_result

HEADER = (
    "file,slide,sha256,width,height,status,label,confidence,p_benign,p_early,p_pre,p_pro,prediction_set,flags,"
    "wbc_count,domain_score,review_label,review_reason,reviewer,reviewed_at,model_id,model_sha256,recipe,provider,"
    "app_version,analysed_at,error"
)


def write(path: Path, outcomes: Sequence[Outcome], **provenance: object) -> None:
    SHELF["csv"](SlideReport.of(outcomes, dict(provenance)), path)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def named(name: str, slide: str = "A") -> Outcome:
    outcome = a_result("Pro")
    return replace(outcome, field=Field(Path("/slides") / name, slide, name))


def test_the_header_is_the_contract_to_the_letter(tmp_path: Path) -> None:
    write(tmp_path / "out.csv", [])
    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbf" + HEADER.encode() + b"\r\n"


def test_every_outcome_is_one_row_in_its_order_failures_included(tmp_path: Path) -> None:
    write(tmp_path / "out.csv", [a_result("Pre", number=2), a_failure(reason="the file is empty"), a_result(number=1)])
    rows = read(tmp_path / "out.csv")
    assert [row["file"] for row in rows] == ["2.png", "x.png", "1.png"]
    assert [row["status"] for row in rows] == ["ok", "failed", "ok"]
    assert rows[0] | {"sha256": "", "model_sha256": ""} == dict.fromkeys(HEADER.split(","), "") | {
        "file": "2.png",
        "slide": "A",
        "width": "48",
        "height": "48",
        "status": "ok",
        "label": "Pre",
        "confidence": "0.990000",
        "p_benign": "0.250000",
        "p_early": "0.250000",
        "p_pre": "0.250000",
        "p_pro": "0.250000",
        "prediction_set": "Pre",
        "model_id": "tiny",
        "recipe": "r" * 16,
        "provider": "cpu",
        "app_version": "0",
        "analysed_at": "2026-01-01T00:00:00.000Z",
    }
    failed = {key for key, value in rows[1].items() if value}
    assert failed == {"file", "slide", "status", "analysed_at", "error"}
    assert rows[1]["error"] == "the file is empty"


PAYLOADS = [
    start + rest
    for start in ("=", "+", "-", "@", "\t", "\r", "\t=", "\r\n=", "=-", "@=")
    for rest in ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x","y")', "SUM(A1:A9)", "0", '1;"x,y"')
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_name_that_a_spreadsheet_would_run_is_neutral_text_in_every_column(tmp_path: Path, payload: str) -> None:
    assert len(PAYLOADS) == 60
    write(tmp_path / "out.csv", [named(payload + ".png", slide=payload), a_failure(slide=payload, reason=payload)])
    for row in read(tmp_path / "out.csv"):
        assert row["slide"] == "'" + payload
        for text in row.values():
            assert not text.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert read(tmp_path / "out.csv")[0]["file"] == f"'{payload}.png"
    assert read(tmp_path / "out.csv")[1]["error"] == "'" + payload


def test_separators_quotes_line_breaks_and_every_script_come_back(tmp_path: Path) -> None:
    names = [
        "a,b.png",
        'a"b.png',
        "a;b.png",
        "a\nb.png",
        "поле.png",
        "視野.png",
        "🩸.png",
        "ﷺ.png",
        "'quoted.png",
        " x .png",
    ]
    write(tmp_path / "out.csv", [named(name, slide="glass, no. 1") for name in names])
    assert [row["file"] for row in read(tmp_path / "out.csv")] == names


@pytest.mark.skipif(os.name == "nt", reason="names are text on Windows")
def test_bytes_that_are_no_text_are_written_as_escapes(tmp_path: Path) -> None:
    name = os.fsdecode(b"field \xff.png")
    write(tmp_path / "out.csv", [named(name, slide=name)], ledger=name)
    assert read(tmp_path / "out.csv")[0]["file"] == "field \\udcff.png"
    provenance = json.loads((tmp_path / "out.json").read_bytes().decode("utf-8"))
    assert "field" in provenance["slides"][0]["slide"]


def test_what_is_true_of_all_lies_in_the_json_beside(tmp_path: Path) -> None:
    write(tmp_path / "out.csv", [a_result("Pro"), a_failure()], notice="For research use only.", seconds=1.5)
    data = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert (data["schema"], data["notice"], data["seconds"]) == (1, "For research use only.", 1.5)
    (slide,) = data["slides"]
    assert (slide["status"], slide["fields"], slide["analysed"], slide["failed"]) == ("review", 2, 1, 1)
    assert slide["labels"]["Pro"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "out.json"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_folder_that_became_read_only_leaves_the_earlier_report_as_it_was(public_folder: Path) -> None:
    path = public_folder / "out.csv"
    write(path, [a_result("Pro")])
    earlier = path.read_bytes(), path.with_suffix(".json").read_bytes()
    public_folder.chmod(0o555)
    with as_nobody(), pytest.raises(UnwritableFile, match=r"out\.csv: not permitted"):
        write(path, [a_result("Pre")])
    assert (path.read_bytes(), path.with_suffix(".json").read_bytes()) == earlier


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_a_disk_that_fills_up_leaves_the_earlier_report_as_it_was(tmp_path: Path) -> None:
    """A child may write 64 KiB at most: its write fails in the system call, as on a full disk."""
    path = tmp_path / "out.csv"
    write(path, [a_result("Pro")])
    earlier = path.read_bytes(), path.with_suffix(".json").read_bytes()
    child = """
import resource, signal, sys
from pathlib import Path
from leukemia_desktop.core.files import UnwritableFile
from tests.core.test_csv import write
from tests.core.test_slide import a_result
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
try:
    write(Path(sys.argv[1]), [a_result("Pre", number=n) for n in range(2000)])
except UnwritableFile as error:
    print(error)
"""
    root = Path(__file__).resolve().parents[2]
    said = subprocess.run([sys.executable, "-c", child, path], capture_output=True, text=True, check=True, cwd=root).stdout
    assert "out.csv" in said
    assert (path.read_bytes(), path.with_suffix(".json").read_bytes()) == earlier
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.csv", "out.json"]
