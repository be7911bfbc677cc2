"""Several machines: real schedulers and workers on this one, some of which are killed, and not a row lost or doubled."""

import csv
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import leukemia_desktop
from leukemia_desktop.core.batch import BadCall, Order, classify_folders
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.cluster import CHUNK, analyze_on
from leukemia_desktop.core.cluster_job import ClusterTrouble
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.outcome import Failure, Outcome, Result
from leukemia_desktop.core.recipe import Recipe, Step
from leukemia_desktop.core.run import Run
from leukemia_desktop.core.settings import Settings

MakeSlide = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]

SCHEDULER = """
import asyncio, sys
from distributed import Scheduler
async def main():
    async with Scheduler(host="127.0.0.1", port=0, dashboard=False) as scheduler:
        print(scheduler.address, flush=True)
        await scheduler.finished()
asyncio.run(main())
"""

# LETHAL: opening a file with this in its name kills the worker at once, as a broken decoder would; the marker, where one
# is named, lets only the first worker die of it
WORKER = """
import asyncio, os, signal, sys
import leukemia_desktop
if os.environ.get("OTHER_LAYOUT"):
    import dataclasses
    from leukemia_desktop.core import outcome
    outcome.Failure = dataclasses.make_dataclass("Failure", ["reason", "field", "analysed_at"])
lethal, marker = os.environ.get("LETHAL"), os.environ.get("MARKER")
leukemia_desktop.__version__ = os.environ.get("PRETEND", leukemia_desktop.__version__)
def die(event, arguments):
    if event == "open" and lethal in str(arguments[0]) and not (marker and os.path.exists(marker)):
        if marker:
            os.mkdir(marker)
        os.kill(os.getpid(), signal.SIGKILL)
if lethal:
    sys.addaudithook(die)
from distributed import Worker
async def main():
    async with Worker(sys.argv[1], host="127.0.0.1", nthreads=1, dashboard=False, local_directory=sys.argv[2]) as worker:
        print(worker.address, flush=True)
        await worker.finished()
asyncio.run(main())
"""


class Cluster:
    """A scheduler and workers, each a program of its own on the loopback."""

    def __init__(self, folder: Path, workers: int = 2, **environment: str) -> None:
        self._folder = folder
        self._environment = os.environ | environment | {"DASK_CONFIG": str(folder), "OMP_NUM_THREADS": "1"}
        self.scheduler = self._start(SCHEDULER)
        self.workers: list[subprocess.Popen[str]] = []
        self.address = self._said(self.scheduler)
        self.workers = [self._start(WORKER, self.address, str(folder)) for _ in range(workers)]
        self.names = [self._said(worker) for worker in self.workers]

    def _start(self, script: str, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-c", script, *arguments],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    @staticmethod
    def _said(child: "subprocess.Popen[str]") -> str:
        assert child.stdout
        return child.stdout.readline().strip()

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(self, *_: object) -> None:
        for child in (*self.workers, self.scheduler):
            child.kill()
            child.wait()
            assert child.stdout
            child.stdout.close()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with Cluster(tmp_path_factory.mktemp("dask")) as running:
        yield running


@pytest.fixture
def classifier(tiny_model: Path) -> Classifier:
    return Classifier(Manifest.read(tiny_model), provider="cpu", threads=1)


def timeless(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [replace(outcome, analysed_at="") for outcome in outcomes]


def test_the_results_are_those_of_one_machine_bit_for_bit_in_the_order_given(
    cluster: Cluster, make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    slide = make_slide("µ", Pro=3 * CHUNK, Benign=7)
    (slide / "Pro_10 empty.png").touch()
    (slide / "Pro_20 text.png").write_text("not an image " * 30)
    if os.name == "posix":
        (slide / os.fsdecode(b"bytes \xff.png")).write_bytes((slide / "Pro_1.png").read_bytes())
    fields = find_fields(slide)
    recipe = Recipe((Step.of("square_crop", size=40),), 32, (0.4, 0.5, 0.6), (0.9, 1.0, 1.1))
    for own in (None, recipe):
        with Ledger(tmp_path / f"{own is None}.sqlite") as ledger:
            there = list(Run(fields, classifier, Settings(), ledger, recipe=own, scheduler=cluster.address))
            assert len(list(ledger.entries())) == 3 * CHUNK + 7
        here = list(Run(fields, classifier, Settings(), recipe=own))
        assert [outcome.field for outcome in there] == fields
        assert timeless(there) == timeless(here)
        assert {o.field.name for o in there if isinstance(o, Failure)} == {"Pro_10 empty.png", "Pro_20 text.png"}


def test_the_same_command_writes_the_same_csv_and_a_second_one_computes_nothing(
    cluster: Cluster, make_slide: MakeSlide, tiny_model: Path, tmp_path: Path
) -> None:
    slide = make_slide("A", Pre=CHUNK + 5, Early=2)
    (slide / "empty.png").touch()

    def rows(name: str, **more: object) -> list[dict[str, str]]:
        path = tmp_path / f"{name}.csv"
        order = Order([slide], [path], str(tiny_model), ledger=tmp_path / f"{name}.sqlite", **more)  # type: ignore[arg-type]
        assert classify_folders(order, quiet=True) == 1  # one is empty
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    first = rows("there", scheduler=cluster.address)
    assert [row | {"analysed_at": ""} for row in first] == [row | {"analysed_at": ""} for row in rows("here")]
    second = rows("there", scheduler=cluster.address)
    assert [row for row in second if row["sha256"]] == [row for row in first if row["sha256"]], "times and all"
    again = rows("there", scheduler=cluster.address, resume=False)
    assert min(row["analysed_at"] for row in again) > max(row["analysed_at"] for row in first)


def test_what_the_ledger_holds_is_not_sent_out(
    cluster: Cluster, make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    """The ledger's own answer comes back: with a threshold that changed since, and never recorded a second time."""
    fields = find_fields(make_slide("A", Pro=CHUNK))
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        first = list(Run(fields[:20], classifier, Settings(), ledger))
        strict = Settings(review_below=1.0)
        second = list(Run(fields, classifier, strict, ledger, scheduler=cluster.address))
        assert [o.analysed_at for o in second[:20]] == [o.analysed_at for o in first]
        assert all("low_confidence" in o.verdict.flags for o in second if isinstance(o, Result))
        assert len(list(ledger.entries())) == CHUNK


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(
    make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    fields = find_fields(make_slide("A", Pro=6 * CHUNK))
    lethal = {"LETHAL": f"Pro_{4 * CHUNK + 3}.png", "MARKER": str(tmp_path / "died")}
    with Cluster(tmp_path, **lethal) as cluster, Ledger(tmp_path / "ledger.sqlite") as ledger:
        outcomes = list(Run(fields, classifier, Settings(), ledger, scheduler=cluster.address))
        assert sorted(str(worker.poll()) for worker in cluster.workers) == [str(-signal.SIGKILL), "None"]
        assert timeless(outcomes) == timeless(list(Run(fields, classifier, Settings())))
        assert len(list(ledger.entries())) == len(fields)
        assert ledger.verify() == ""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_fields_that_kill_every_worker_are_failures_and_the_others_are_analysed(
    make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    slide = make_slide("A", Pro=CHUNK)
    for number in (1, 2):
        (slide / f"lethal_{number}.png").write_bytes((slide / "Pro_1.png").read_bytes())
    fields = sorted(find_fields(slide), key=lambda field: "lethal" in field.name)
    deadly = {"LETHAL": "lethal_", "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with Cluster(tmp_path, workers=4, **deadly) as cluster:
        outcomes = list(analyze_on(cluster.address, fields, classifier))
    assert [outcome.field for outcome in outcomes] == fields
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    assert [failure.field.name for failure in failures] == ["lethal_1.png", "lethal_2.png"]
    assert "every worker that was given this field died" in failures[0].reason


def test_when_no_worker_is_left_the_run_ends_and_says_so(
    make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    fields = find_fields(make_slide("A", Pro=3))
    with Cluster(tmp_path, workers=1, LETHAL="Pro_2.png") as cluster:
        with pytest.raises(ClusterTrouble, match=r"no worker is left.*start workers with `dask worker"):
            list(analyze_on(cluster.address, fields, classifier, patience=1))
        with pytest.raises(ClusterTrouble, match="it has no workers"):
            list(analyze_on(cluster.address, fields, classifier, patience=0.2))


class Fatal(Ledger):
    """A ledger that kills a child after so many recordings."""

    def arm(self, child: "subprocess.Popen[str]", recordings: int) -> None:
        self.child, self.left = child, recordings

    def record(self, results: Sequence[Result]) -> None:
        super().record(results)
        self.left -= 1
        if not self.left:
            self.child.kill()
            self.child.wait()


def test_a_lost_scheduler_ends_the_run_and_the_next_one_goes_on(
    cluster: Cluster, make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    fields = find_fields(make_slide("A", Pro=20 * CHUNK))  # more than can be under way at once
    path = tmp_path / "ledger.sqlite"
    with Cluster(tmp_path) as lost, Fatal(path) as ledger:
        ledger.arm(lost.scheduler, recordings=2)
        run = Run(fields, classifier, Settings(), ledger, scheduler=lost.address)
        with pytest.raises(ClusterTrouble, match="the scheduler was lost; everything that came back is in the ledger"):
            list(run)
        before = {entry["image_sha256"]: entry["at"] for entry in ledger.entries()}
        assert 2 * CHUNK <= len(before) < len(fields)
        assert {o.key.image_sha256 for o in run.outcomes if isinstance(o, Result)} <= before.keys()
    with Ledger(path) as ledger:
        outcomes = list(Run(fields, classifier, Settings(), ledger, scheduler=cluster.address))
        assert len(list(ledger.entries())) == len(outcomes) == len(fields)
        kept = {o.key.image_sha256: o.analysed_at for o in outcomes if isinstance(o, Result)}
        assert before.items() <= kept.items()
        assert ledger.verify() == ""


def test_a_run_that_is_stopped_leaves_the_cluster_to_others(
    cluster: Cluster, make_slide: MakeSlide, classifier: Classifier
) -> None:
    fields = find_fields(make_slide("A", Pro=4 * CHUNK))
    outcomes = analyze_on(cluster.address, fields, classifier)
    assert [next(outcomes).field for _ in range(3)] == fields[:3]
    outcomes.close()  # type: ignore[attr-defined]
    assert len(list(analyze_on(cluster.address, fields[:2], classifier))) == 2
    assert list(analyze_on(cluster.address, [], classifier)) == []


def test_a_worker_of_another_version_is_refused_by_name(
    make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    fields = find_fields(make_slide("A", Pro=1))
    with Cluster(tmp_path, workers=1, PRETEND="0.0.7") as old:
        with pytest.raises(ClusterTrouble) as caught:
            list(analyze_on(old.address, fields, classifier))
        assert str(caught.value).startswith(f"worker {old.names[0]}: ")
        assert f"0.0.7 there and {leukemia_desktop.__version__} here" in str(caught.value)


def test_a_worker_of_the_same_version_whose_outcomes_are_laid_out_in_another_way_is_refused(
    make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    with (
        Cluster(tmp_path, workers=1, OTHER_LAYOUT="yes") as other,
        pytest.raises(ClusterTrouble, match=r"^worker tcp://127.0.0.1:[0-9]+: the layout of outcomes is \w+ there"),
    ):
        list(analyze_on(other.address, find_fields(make_slide("A", Pro=1)), classifier))


def test_a_worker_with_another_model_is_refused_by_name(
    cluster: Cluster, make_slide: MakeSlide, classifier: Classifier, tiny_model: Path
) -> None:
    fields = find_fields(make_slide("A", Pro=1))
    said = json.loads((tiny_model / "manifest.json").read_text())
    whole = (tiny_model / "model.onnx").read_bytes()

    def refused(words: str) -> None:
        with pytest.raises(ClusterTrouble, match=f"^worker tcp://127.0.0.1:[0-9]+: {words}"):
            list(analyze_on(cluster.address, fields, classifier))

    (tiny_model / "manifest.json").write_text(json.dumps(said | {"calibration": {"temperature": 2.0}}))
    refused("model tiny has another manifest.json there than here")
    # the same layers under another name: as good a model, and not this one
    other = whole.replace(b"weights", b"weighty")
    (tiny_model / "model.onnx").write_bytes(other)
    (tiny_model / "manifest.json").write_text(json.dumps(said))
    refused("model tiny: model.onnx was altered")
    sha256 = hashlib.sha256(other).hexdigest()
    (tiny_model / "manifest.json").write_text(json.dumps(said | {"sha256": sha256}))
    refused(f"model tiny has the SHA-256 {sha256[:12]} there and {said['sha256'][:12]} here")
    (tiny_model / "manifest.json").unlink()
    refused("no model 'tiny'")
    (tiny_model / "model.onnx").write_bytes(whole)
    (tiny_model / "manifest.json").write_text(json.dumps(said))
    assert len(list(analyze_on(cluster.address, fields, classifier))) == 1, "mended is as good as never broken"


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:1", "nonsense", "http://127.0.0.1:8786", "tls://127.0.0.1:1", "inproc://x"]
)
def test_a_wrong_address_is_a_wrong_call_that_says_so(
    make_slide: MakeSlide, tiny_model: Path, tmp_path: Path, address: str
) -> None:
    order = Order(
        [make_slide(Pro=1)],
        [tmp_path / "o.csv"],
        str(tiny_model),
        ledger=tmp_path / "ledger.sqlite",
        scheduler=address,
    )
    with pytest.raises(BadCall, match=f"--scheduler {address}: no Dask scheduler answers there"):
        classify_folders(order, quiet=True)
    assert not (tmp_path / "o.csv").exists()


def test_a_port_that_is_silent_or_is_a_workers_is_no_scheduler(
    cluster: Cluster, make_slide: MakeSlide, classifier: Classifier
) -> None:
    fields = find_fields(make_slide("A", Pro=1))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(ClusterTrouble, match="nothing within 5 s"):
            list(analyze_on(address, fields, classifier))
    with pytest.raises(ClusterTrouble, match="it is a Worker"):
        list(analyze_on(cluster.names[0], fields, classifier))


def test_without_the_extra_one_sentence_names_it(
    make_slide: MakeSlide, classifier: Classifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterTrouble, match=r"pip install 'leukemia-desktop\[cluster\]'"):
        list(analyze_on("tcp://127.0.0.1:1", find_fields(make_slide(Pro=1)), classifier))


def test_dask_is_not_imported_unless_asked_for() -> None:
    script = "import sys, leukemia_desktop.core.batch; print(sorted({'dask', 'distributed', 'tornado'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
