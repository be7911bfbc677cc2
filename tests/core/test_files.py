"""A file reaches the disk whole, or the earlier one stays byte for byte."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO

import pytest

from leukemia_desktop.core.files import UnwritableFile, replace_file, sweep, write_text
from tests.core.conftest import as_nobody

ROOT = Path(__file__).resolve().parents[2]
EARLIER = b"the earlier file\n"


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_appears_and_an_earlier_one_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    for text in ("one", "zwei µ"):
        replace_file(path, lambda stream, text=text: write_text(stream, text))  # type: ignore[misc]
        assert path.read_text("utf-8") == text
    assert listing(tmp_path) == ["report.csv"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), ValueError("a bug")])
def test_whatever_happens_while_writing_the_earlier_file_stays_and_nothing_is_left(
    tmp_path: Path, error: BaseException
) -> None:
    path = tmp_path / "report.csv"
    path.write_bytes(EARLIER)

    def fail_half_way(stream: BinaryIO) -> None:
        stream.write(b"half of a new file")
        raise error

    with pytest.raises(UnwritableFile if isinstance(error, OSError) else type(error)):
        replace_file(path, fail_half_way)
    assert path.read_bytes() == EARLIER
    assert listing(tmp_path) == ["report.csv"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_a_disk_without_room_leaves_the_earlier_file_and_a_sentence(tmp_path: Path) -> None:
    """A child may write 64 KiB at most: its write fails in the system call, as on a full disk."""
    path = tmp_path / "report.csv"
    path.write_bytes(EARLIER)
    child = """
import resource, signal, sys
from pathlib import Path
from leukemia_desktop.core.files import UnwritableFile, replace_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
try:
    replace_file(Path(sys.argv[1]), lambda stream: stream.write(bytes(200_000)))
except UnwritableFile as error:
    print(error)
"""
    said = subprocess.run([sys.executable, "-c", child, str(path)], capture_output=True, text=True, check=True).stdout
    assert "report.csv" in said
    assert path.read_bytes() == EARLIER
    assert listing(tmp_path) == ["report.csv"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_folder_that_may_not_be_written_is_told_so(public_folder: Path) -> None:
    path = public_folder / "report.csv"
    path.write_bytes(EARLIER)
    public_folder.chmod(0o555)
    with as_nobody(), pytest.raises(UnwritableFile, match=r"report\.csv: not permitted"):
        replace_file(path, lambda stream: stream.write(b"new"))
    assert path.read_bytes() == EARLIER


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="nowhere does not exist"):
        replace_file(tmp_path / "nowhere" / "report.csv", lambda stream: stream.write(b""))


def test_a_folder_in_the_files_place_stays(tmp_path: Path) -> None:
    (tmp_path / "report.csv").mkdir()
    with pytest.raises(UnwritableFile, match=r"report\.csv"):
        replace_file(tmp_path / "report.csv", lambda stream: stream.write(b""))
    assert listing(tmp_path) == ["report.csv"]


def test_a_very_long_name_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 240 + ".csv")
    replace_file(path, lambda stream: stream.write(b"new"))
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="POSIX files")
def test_a_pipe_or_a_device_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "report.csv")
    with pytest.raises(UnwritableFile, match="is not a file"):
        replace_file(tmp_path / "report.csv", lambda stream: stream.write(b"new"))
    assert (tmp_path / "report.csv").is_fifo()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_a_report_goes_on_pointing_at_it(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "real.csv").write_bytes(EARLIER)
    (tmp_path / "report.csv").symlink_to("archive/real.csv")
    replace_file(tmp_path / "report.csv", lambda stream: stream.write(b"new"))
    assert (tmp_path / "archive" / "real.csv").read_bytes() == b"new"
    assert (tmp_path / "report.csv").is_symlink()


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_new_file_has_the_rights_the_user_asked_for_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    earlier = os.umask(0o027)
    try:
        replace_file(path, lambda stream: stream.write(b"new"))
    finally:
        os.umask(earlier)
    assert path.stat().st_mode & 0o777 == 0o640
    path.chmod(0o600)
    replace_file(path, lambda stream: stream.write(b"newer"))
    assert path.stat().st_mode & 0o777 == 0o600


WRITING = """
import sys
from pathlib import Path
from leukemia_desktop.core.files import replace_file
def write(stream):
    stream.write(b"of another program")
    print("begun", flush=True)
    sys.stdin.read()
replace_file(Path(sys.argv[1]), write)
"""


def begun(path: Path) -> "subprocess.Popen[str]":
    """A program in the middle of writing `path`."""
    child = subprocess.Popen(
        [sys.executable, "-c", WRITING, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert child.stdout
    assert child.stdout.readline() == "begun\n"
    return child


@pytest.mark.skipif(os.name == "nt", reason="POSIX locks")
def test_what_a_killed_program_left_is_swept_and_what_a_living_one_writes_is_not(tmp_path: Path) -> None:
    path = tmp_path / "report of [a] slide.csv"
    with begun(path) as killed, begun(path) as living:
        assert len(listing(tmp_path)) == 2
        killed.kill()
        killed.wait()
        sweep(path)
        assert len(listing(tmp_path)) == 1
        sweep(tmp_path / "report.csv")  # another report
        assert len(listing(tmp_path)) == 1
        replace_file(path, lambda stream: stream.write(b"mine"))
        living.communicate()
        assert living.returncode == 0
    assert path.read_bytes() == b"of another program"
    assert listing(tmp_path) == [path.name]


@pytest.mark.skipif(os.name == "nt", reason="POSIX files")
def test_nothing_but_our_own_temporary_files_is_swept(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    with begun(path) as killed:
        killed.kill()
    (own,) = listing(tmp_path)
    machine = own.removesuffix(".part")[:-6]
    others = {
        "report.csv": b"the report",
        own.removeprefix("."): b"a name that is seen",
        f".report.csv.{'0' * 12}.part": b"of another machine, unless its mark happens to be 0",
        f"{machine}.part": b"too short",
        f"{machine}abcdefg.part": b"too long",
        f"{machine}ABCDEF.part": b"in capitals",
        f"{own}.txt": b"notes",
        f".other{own}": b"of another report",
    }
    for name, data in others.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / f"{machine}00000f.part").mkdir()
    (tmp_path / f"{machine}00000e.part").symlink_to(path)
    (tmp_path / "folder").mkdir()
    sweep(path)
    left = set(listing(tmp_path))
    assert left == {*others, f"{machine}00000f.part", f"{machine}00000e.part", "folder"}
    assert {name: (tmp_path / name).read_bytes() for name in others} == others
    sweep(tmp_path / "nowhere" / "report.csv")


@pytest.mark.skipif(os.name == "nt", reason="POSIX locks")
def test_a_file_that_is_swept_in_the_moment_of_its_making_is_begun_again(tmp_path: Path) -> None:
    path, done = tmp_path / "report.csv", threading.Event()

    def sweep_on() -> None:
        while not done.is_set():
            sweep(path)

    sweeper = threading.Thread(target=sweep_on)
    sweeper.start()
    try:
        for number in range(200):
            replace_file(path, lambda stream, text=str(number): write_text(stream, text))  # type: ignore[misc]
            assert path.read_text() == str(number)
    finally:
        done.set()
        sweeper.join()
    assert listing(tmp_path) == ["report.csv"]
