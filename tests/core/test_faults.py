"""A disk that is full, and a program killed at the worst moment: what was there before is there still, byte for byte."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.reports import SHELF
from leukemia_desktop.core.run import write_report
from tests.core.report_cases import analysed

MakeSlide = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX faults")

FULL_DISK = """
import os, shutil, subprocess, sys
from pathlib import Path
place, code, *arguments = sys.argv[1:]
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", place], check=True)
exec(code)
"""
"""Runs `code` where `place` is a disk of 1 MB, which only this program sees."""


def on_full_disk(place: Path, code: str, *arguments: Path | str) -> str:
    """What `code` prints; the test skips where no disk may be mounted, not even in a name space of its own."""
    place.mkdir()
    call = ["unshare", "--map-root-user", "--mount"]
    try:
        allowed = subprocess.run([*call, "mount", "-t", "tmpfs", "none", place], capture_output=True, timeout=60)
    except FileNotFoundError:
        pytest.skip("unshare is not on this machine")
    if allowed.returncode:
        pytest.skip(f"a disk cannot be mounted here: {allowed.stderr.decode().strip()}")
    command = [*call, sys.executable, "-c", FULL_DISK, place, code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_report_for_which_the_disk_has_no_room_leaves_the_earlier_one_in_every_format(tmp_path: Path) -> None:
    said = on_full_disk(
        tmp_path / "disk",
        """
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.reports import SHELF, SlideReport
from tests.core.test_slide import a_result
for form in SHELF:
    path = Path(place) / f"report.{form}"
    SHELF[form](SlideReport.of([a_result("Pro")], {"notice": "n"}), path)
    earlier = {each.name: each.read_bytes() for each in Path(place).iterdir()}
    filler = open(Path(place) / "filler", "wb", buffering=0)
    try:
        while filler.write(bytes(4096)):
            pass
    except OSError as error:
        print(error.errno)
    filler.close()
    try:
        SHELF[form](SlideReport.of([a_result("Pre", number=n) for n in range(400)], {"notice": "n"}), path)
    except UnwritableFile as error:
        print(error)
    os.unlink(Path(place) / "filler")
    print({each.name: each.read_bytes() for each in Path(place).iterdir()} == earlier)
""",
    )
    lines = said.splitlines()
    assert lines[0::3] == ["28"] * len(SHELF)
    for form, line in zip(SHELF, lines[1::3], strict=True):
        assert f"report.{form}: No space left on device" in line
    assert lines[2::3] == ["True"] * len(SHELF)


def test_a_ledger_on_a_full_disk_stops_the_batch_clearly_and_keeps_what_was_recorded(
    tmp_path: Path, make_slide: MakeSlide, tiny_model: Path
) -> None:
    """The report lies on another disk: it is written, with what was analysed until then."""
    slide, out = make_slide("A", Pro=1), tmp_path / "out"
    out.mkdir()
    data = (slide / "Pro_1.png").read_bytes()
    for number in range(2, 1500):
        (slide / f"Pro_{number}.png").write_bytes(data + str(number).encode())
    said = on_full_disk(
        tmp_path / "disk",
        """
slide, model, out = arguments
ledger = Path(place) / "ledger.sqlite"
call = ["classify", slide, "--csv", f"{out}/out.csv", "--model", model, "--ledger", str(ledger), "--provider", "cpu"]
done = subprocess.run([sys.executable, "-m", "leukemia_desktop", *call], capture_output=True, text=True)
print(done.returncode)
print(done.stderr)
for part in Path(place).iterdir():
    shutil.copy(part, out)
""",
        *(slide, tiny_model, out),
    )
    code, *lines = said.splitlines()
    assert code == "2", said
    assert "Traceback" not in said
    clear = "ledger.sqlite: database or disk is full; nothing recorded earlier is lost; the reports hold"
    assert any(clear in line for line in lines), said
    with Ledger(out / "ledger.sqlite") as ledger:
        assert ledger.set_aside is None
        assert ledger.verify() == ""
        recorded = len(list(ledger.entries()))
    reported = len((out / "out.csv").read_text("utf-8-sig").splitlines()) - 1
    assert 0 < reported <= recorded < 1499


KILLED = """
import os, signal, sys
from pathlib import Path
from leukemia_desktop.core.reports import SHELF, SlideReport
from tests.core.test_slide import a_result
form, path = sys.argv[1], Path(sys.argv[2])
os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # the system's last word, not ours
SHELF[form](SlideReport.of([a_result("Pre", number=n) for n in range(50)], {}), path)
"""


@pytest.mark.parametrize("form", SHELF)
def test_a_kill_between_the_temporary_file_and_its_renaming_leaves_the_earlier_report(
    tmp_path: Path, make_slide: MakeSlide, tiny_model: Path, form: str
) -> None:
    report, path = analysed(tiny_model, make_slide("A", Pro=2)).report(), tmp_path / "out" / f"report.{form}"
    path.parent.mkdir()
    SHELF[form](report, path)
    earlier = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    child = subprocess.run([sys.executable, "-c", KILLED, form, path], cwd=ROOT, capture_output=True, timeout=300)
    assert child.returncode == -9, child.stderr
    left = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    assert earlier.items() <= left.items()
    assert [name[-5:] for name in left.keys() - earlier.keys()] == [".part"]
    write_report(report, path)  # and the next report is written as if nothing had happened
    assert path.stat().st_size == len(earlier[path.name])
    assert {each.name for each in path.parent.iterdir()} == earlier.keys(), "and nothing stays of the one that was killed"
