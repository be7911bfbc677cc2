"""`watch` itself, with a camera that writes in a program of its own: every saved field is one row, the last one it was."""

import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leukemia_desktop.core.batch import BadCall, Order, opened
from leukemia_desktop.core.fields import Field, find_fields
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.terminal import Terminal
from leukemia_desktop.core.watching import follow, watch_folder

MakeSlide = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]

CAMERA = """
import os, sys
from pathlib import Path
folder = Path(sys.argv[1])
for line in sys.stdin:
    how, source, name = line.rstrip("\\n").split("|")
    data, target = Path(source).read_bytes(), folder / name
    if how == "pieces":
        with target.open("wb") as stream:
            for at in range(0, len(data), 50):
                stream.write(data[at : at + 50])
                stream.flush()
    elif how == "rename":
        temporary = target.with_suffix(".tmp")
        temporary.write_bytes(data)
        os.replace(temporary, target)
    else:
        target.write_bytes(data)
    print("saved", flush=True)
"""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def order(tmp_path: Path, tiny_model: Path, out: Path) -> Order:
    folder = tmp_path / "night"
    folder.mkdir()
    return Order([folder], [out / "results.csv"], str(tiny_model), "cpu", out / "ledger.sqlite")


@pytest.mark.skipif(os.name == "nt", reason="SIGTERM is another thing on Windows")
def test_what_a_camera_saves_is_analysed_as_it_comes_and_overwritten_fields_again(
    order: Order, out: Path, make_slide: MakeSlide, tmp_path: Path
) -> None:
    source, (folder,) = make_slide("source", Pro=2, Benign=2, Pre=1), order.folders
    (folder / "empty.png").touch()
    options = ["--csv", out / "results.csv", "--model", order.model, "--ledger", order.ledger, "--provider", "cpu"]
    command = [sys.executable, "-m", "leukemia_desktop", "watch", folder, *options, "--steady", "0.2", "--json"]
    home = {name: str(tmp_path / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    watching = subprocess.Popen([*map(str, command)], cwd=ROOT, env=os.environ | home, text=True, **pipes)
    camera = subprocess.Popen(
        [sys.executable, "-c", CAMERA, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert watching.stdout and watching.stderr and camera.stdin and camera.stdout

    def save(how: str, field: str, name: str) -> None:
        camera.stdin.write(f"{how}|{source / field}|{name}\n")
        camera.stdin.flush()
        assert camera.stdout.readline() == "saved\n"

    def events() -> Iterator[dict]:
        yield from map(json.loads, watching.stdout)

    told = events()
    try:
        assert next(told)["event"] == "started"
        steps = [
            ("whole", "Pro_1.png", "1.png", "Pro"),
            ("pieces", "Benign_1.png", "2.png", "Benign"),
            ("rename", "Pre_1.png", "3.png", "Pre"),
            ("whole", "Benign_2.png", "1.png", "Benign"),  # the first once more
            ("pieces", "Pro_2.png", "3.png", "Pro"),
        ]
        for how, field, name, label in steps:
            save(how, field, name)
            # what was read of a half-written file is replaced, in the end it is the right one
            assert any((event.get("file"), event.get("label")) == (name, label) for event in told)
        watching.send_signal(signal.SIGTERM)
        rest = list(told)
        said = watching.stderr.read()
        assert watching.wait(timeout=60) == 0, said
    finally:
        camera.stdin.close()
        camera.wait()
        camera.stdout.close()
        watching.kill()
        watching.wait()
        watching.stdout.close()
        watching.stderr.close()
    assert "Traceback" not in said
    assert [event["event"] for event in rest if event["event"] != "outcome"] == ["written", "slide", "finished"]
    assert sorted((row["file"], row["label"]) for row in rows(out / "results.csv")) == [
        ("1.png", "Benign"),
        ("2.png", "Benign"),
        ("3.png", "Pro"),
    ]
    assert "night: 3 of 3 fields analysed; 1 suspicious (Pro 1)" in said
    with Ledger(out / "ledger.sqlite") as ledger:
        assert ledger.verify() == ""
        assert len(list(ledger.entries())) >= 5


def test_fields_that_come_again_are_one_row_each_and_the_slide_counts_them_once(order: Order, make_slide: MakeSlide) -> None:
    slide = make_slide("A", Pro=2, Benign=1)
    first = find_fields(slide)

    def arrived() -> Iterator[list[Field]]:
        yield first
        yield []
        (slide / "Pro_1.png").write_bytes((slide / "Benign_1.png").read_bytes())
        (slide / "Pro_2.png").write_bytes(b"cut")
        yield [field for field in first if field.name.startswith("Pro")]
        yield [Field(first[0].path.with_name("gone.png"), "A", "gone.png")]

    counts = []
    with opened(order, [], Terminal(quiet=True)) as batch:
        for _ in follow(batch, arrived()):
            (summary,) = batch.run.report().slides
            counts.append((summary.fields, summary.counts["Pro"], summary.counts["Benign"], summary.failed))
        names = [outcome.field.name for outcome in batch.run.report().outcomes]
    assert counts == [(3, 2, 1, 0), (3, 2, 1, 0), (3, 0, 2, 1), (4, 0, 2, 2)]
    assert names == ["Benign_1.png", "Pro_1.png", "Pro_2.png", "gone.png"]


def test_a_wrong_place_is_refused_before_anything_is_written(order: Order, out: Path) -> None:
    (folder,) = order.folders
    with pytest.raises(BadCall, match="gone: no such folder"):
        watch_folder(Order([folder / "gone"], order.reports))
    (folder / "reports").mkdir()
    for reports, ledger in (([folder / "reports" / "{slide}.csv"], order.ledger), (order.reports, folder / "l.sqlite")):
        with pytest.raises(BadCall, match="nothing is written in the folder that is watched"):
            watch_folder(Order([folder], reports, order.model, "cpu", ledger))
    with pytest.raises(BadCall, match="none does not exist"):
        watch_folder(Order([folder], [out / "none" / "{slide}.csv"], order.model, "cpu", order.ledger))
    assert list(out.iterdir()) == []


def test_reports_of_many_fields_are_announced_at_the_end_only(
    order: Order, make_slide: MakeSlide, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("leukemia_desktop.core.batch.LONG", 2)
    with opened(order, [], Terminal()) as batch:
        for _ in follow(batch, [find_fields(make_slide("A", Pro=2))]):
            assert batch.write(batch.run.report(), batch.targets(), last=False) == {}
        assert capsys.readouterr().err == "2 fields so far: 2 suspicious, 2 with flags\n"
        assert batch.write(batch.run.report(), batch.targets()) == {}
    assert capsys.readouterr().err == "writing the reports; with so many fields it takes a while\n"
