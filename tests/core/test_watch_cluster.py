"""A watched folder whose fields are shared out: the same call, and a worker that dies loses and doubles no row."""

import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from leukemia_desktop.core.batch import BadCall, Order, opened
from leukemia_desktop.core.fields import Field, find_fields
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.outcome import Outcome
from leukemia_desktop.core.terminal import Terminal
from leukemia_desktop.core.watching import follow, watch_folder
from tests.core.test_cluster import Cluster, timeless

MakeSlide = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL and SIGTERM")


@pytest.fixture
def order(tmp_path: Path, tiny_model: Path, make_slide: MakeSlide) -> Order:
    (tmp_path / "out").mkdir()
    slide = make_slide("night", Pro=8, Benign=4)
    return Order([slide], [tmp_path / "out" / "results.csv"], str(tiny_model), "cpu", tmp_path / "out" / "ledger.sqlite")


def rows(path: Path) -> dict[str, str]:
    """Labels by file; two rows of one file are told."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        found = list(csv.DictReader(stream))
    assert len({row["file"] for row in found}) == len(found)
    return {row["file"]: row["label"] for row in found}


def followed(order: Order, arrivals: Iterable[list[Field]]) -> tuple[list[Outcome], dict[str, int]]:
    """What stands in the report in the end, and the number of results recorded for each image."""
    with opened(order, [], Terminal(quiet=True)) as batch:
        batch.open_ended = True
        for _ in follow(batch, arrivals):
            pass
        assert batch.run.ledger
        assert batch.run.ledger.verify() == ""
        entries = [entry["image_sha256"] for entry in batch.run.ledger.entries()]
        return list(batch.run.report().outcomes), {image: entries.count(image) for image in entries}


def test_a_worker_killed_between_two_arrivals_loses_and_doubles_nothing(order: Order, tmp_path: Path) -> None:
    (slide,) = order.folders
    fields = find_fields(slide)
    first, second = fields[:5], fields[5:]
    again = second[0]  # the camera saves it once more, with another content
    lethal = {"LETHAL": second[2].name, "MARKER": str(tmp_path / "died")}

    def arrivals() -> Iterable[list[Field]]:
        yield first
        yield []
        yield second
        again.path.write_bytes(fields[0].path.read_bytes() + b"once more")
        yield [again]

    with Cluster(tmp_path, **lethal) as cluster:
        there, recorded = followed(replace(order, scheduler=cluster.address), arrivals())
        assert sorted(str(worker.poll()) for worker in cluster.workers) == [str(-signal.SIGKILL), "None"]
    assert len(recorded) == len(fields) + 1
    assert set(recorded.values()) == {1}
    assert order.ledger
    here, _ = followed(replace(order, ledger=order.ledger.with_name("here.sqlite")), [fields])
    assert sorted(timeless(there), key=lambda outcome: fields.index(outcome.field)) == timeless(here)


def test_the_command_watches_through_a_scheduler_and_outlives_a_worker(
    order: Order, make_slide: MakeSlide, tmp_path: Path
) -> None:
    (slide,), source = order.folders, make_slide("source", Pre=2)
    with Cluster(tmp_path) as cluster:
        options = ["--csv", *order.reports, "--model", order.model, "--ledger", order.ledger, "--provider", "cpu"]
        call = ["watch", slide, *options, "--steady", "0.2", "--json", "--scheduler", cluster.address]
        home = {name: str(tmp_path / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
        watching = subprocess.Popen(
            [sys.executable, "-m", "leukemia_desktop", *map(str, call)],
            cwd=ROOT,
            env=os.environ | home,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert watching.stdout
        assert watching.stderr
        told = map(json.loads, watching.stdout)
        try:
            assert sum(1 for _, event in zip(range(13), told, strict=False) if event["event"] == "outcome") == 12
            cluster.workers[0].kill()
            cluster.workers[0].wait()
            for number in (1, 2):
                (slide / f"later_{number}.png").write_bytes((source / f"Pre_{number}.png").read_bytes())
                assert any((event.get("file"), event.get("label")) == (f"later_{number}.png", "Pre") for event in told)
            watching.send_signal(signal.SIGTERM)
            rest = list(told)
            said = watching.stderr.read()
            assert watching.wait(timeout=60) == 0, said
        finally:
            watching.kill()
            watching.wait()
            watching.stdout.close()
            watching.stderr.close()
    assert "Traceback" not in said
    assert (rest[-1]["event"], rest[-1]["exit"]) == ("finished", 0)
    labels = rows(Path(order.reports[0]))
    assert len(labels) == 14
    assert all(label == {"l": "Pre"}.get(name[0], name.split("_")[0]) for name, label in labels.items())
    assert order.ledger
    with Ledger(order.ledger) as ledger:
        assert len(list(ledger.entries())) == 14
        assert ledger.verify() == ""


def test_where_no_scheduler_answers_nothing_is_watched(order: Order) -> None:
    with pytest.raises(BadCall, match=r"--scheduler tcp://127.0.0.1:1: no Dask scheduler answers there"):
        watch_folder(replace(order, scheduler="tcp://127.0.0.1:1"), quiet=True)
    assert not Path(order.reports[0]).exists()
