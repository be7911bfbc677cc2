"""analyze() on several machines: a Dask scheduler hands chunks of fields to workers, outcomes come home to one ledger.

Only paths travel to the workers and only outcomes travel back: every worker reads the images itself, by the same path. What
the ledger holds is found out by content, so somebody has to read the files; the worker does, and sends the hashes first.
Hashing here would draw every image of a shared folder over the wire to this machine. A second task then goes to the same
worker, whose system still has the files in memory, and holds only what the ledger does not know.
"""

import pkgutil
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.cluster_job import ClusterTrouble, Job, analyze_chunk, hashes, refusal
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.outcome import Failure, Memory, Outcome, Result, now, recalled
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.trust import judge

CHUNK = 32
"""Fields of one task."""
AHEAD = 4
"""Tasks at hand for every thread of a worker."""
BUFFER = 64
"""Chunks that may wait for an earlier one; what is done and waits is in the ledger already."""
CONNECT_SECONDS = 5.0


@dataclass(eq=False)
class _Chunk:
    fields: list[Field]
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    """By position in `fields`."""


@dataclass(frozen=True)
class _Task:
    chunk: _Chunk
    positions: list[int]
    only_hashes: bool

    @property
    def fields(self) -> list[Field]:
        return [self.chunk.fields[position] for position in self.positions]


def analyze_on(
    address: str,
    fields: Iterable[Field],
    classifier: Classifier,
    *,
    recipe: Recipe | None = None,
    settings: Settings | None = None,
    memory: Memory | None = None,
    patience: float = 30.0,
) -> Iterator[Outcome]:
    """Yield one outcome per field, in the order given, computed by the workers of the Dask scheduler at `address`.

    Outcomes are recorded in `memory` as they come home, before any is yielded; what it holds already is not computed again.
    The chunks of a worker that dies go to another one; a field on which workers keep dying is a Failure. `settings.provider`
    is what each worker runs on. Raises ClusterTrouble: nothing was analysed when there is no scheduler, no worker, another
    version or another model; when the scheduler is lost or `patience` seconds pass without any worker, everything that had
    come home is in `memory` and a second run goes on from there.
    """
    settings = settings or Settings()
    job = Job.of(classifier.manifest, recipe or classifier.manifest.recipe, settings)
    check_scheduler(address)  # a client alone would wait for ever for a port that is open and silent
    from distributed import Client

    client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    try:
        _check_workers(client, address, job, patience)
        yield from _Run(client, address, job, classifier.manifest, memory, patience).outcomes(fields)
    except (CancelledError, OSError, TimeoutError):
        raise ClusterTrouble(
            f"--scheduler {address}: the scheduler was lost; everything that came back is in the ledger:"
            " start it again and call again to go on from here"
        ) from None
    finally:
        with suppress(TimeoutError):  # the scheduler may be lost; the connection goes with this program
            client.close(timeout=CONNECT_SECONDS)


def check_scheduler(address: str) -> None:
    """Raises ClusterTrouble within seconds when no Dask scheduler answers at `address`, or when Dask is not installed."""
    try:
        import distributed
        from distributed.core import rpc
    except ImportError:
        raise ClusterTrouble(
            "--scheduler needs Dask, which is not installed: pip install 'leukemia-desktop[cluster]'"
        ) from None
    import asyncio  # late, as Dask itself: only this needs it
    import logging

    for name in ("distributed", "distributed.client"):  # what is worth saying reaches the caller as an exception
        logging.getLogger(name).setLevel(logging.CRITICAL)

    async def ask() -> str:
        arguments = distributed.Security().get_connection_args("client")
        async with rpc(address, timeout=CONNECT_SECONDS, connection_args=arguments) as server:
            return str((await server.identity())["type"])

    try:
        kind = asyncio.run(asyncio.wait_for(ask(), CONNECT_SECONDS))
        if kind != "Scheduler":
            raise ValueError(f"it is a {kind}")
    except (OSError, ValueError, TypeError, KeyError, TimeoutError) as error:
        reason = str(error).splitlines()[0] if str(error) else f"nothing within {CONNECT_SECONDS:.0f} s"
        raise ClusterTrouble(
            f"--scheduler {address}: no Dask scheduler answers there ({reason});"
            " `dask scheduler` starts one and says its address"
        ) from None


def _check_workers(client: Any, address: str, job: Job, patience: float) -> None:
    """Refuse, by name, workers that would give other results. Raises ClusterTrouble."""
    try:
        client.wait_for_workers(1, timeout=patience)
    except TimeoutError:
        raise ClusterTrouble(f"--scheduler {address}: it has no workers; `dask worker {address}` starts one") from None
    # asked in the standard library's own words first: another version may not understand ours
    theirs = _answers(client, pkgutil.resolve_name, "leukemia_desktop:__version__")
    ours = job.versions["leukemia_desktop"]
    for worker, version in theirs.items():
        if isinstance(version, Exception):
            raise ClusterTrouble(f"worker {worker}: leukemia-desktop {ours} is not installed there: {version}")
        if version != ours:
            raise ClusterTrouble(f"worker {worker}: leukemia_desktop is {version} there and {ours} here; install the same")
    for worker, reason in _answers(client, refusal, job).items():
        if reason:
            raise ClusterTrouble(f"worker {worker}: {reason if isinstance(reason, str) else repr(reason)}")


def _answers(client: Any, function: Any, *arguments: Any) -> dict[str, Any]:
    """By worker what it says, or the exception it raised; without those that died and are still on the scheduler's list."""
    said = client.run(function, *arguments, on_error="return")
    return {worker: answer for worker, answer in said.items() if not isinstance(answer, OSError)}


@dataclass
class _Run:
    client: Any
    address: str
    job: Job
    manifest: Manifest
    memory: Memory | None
    patience: float
    tasks: dict[Any, _Task] = field(default_factory=dict)
    """By Dask future: what is under way."""

    def outcomes(self, fields: Iterable[Field]) -> Iterator[Outcome]:
        remaining = iter(fields)
        waiting: deque[_Chunk] = deque()
        while True:
            room = AHEAD * max(1, sum(self.client.nthreads().values()))
            while len(self.tasks) < room and len(waiting) < room + BUFFER and (some := list(islice(remaining, CHUNK))):
                waiting.append(_Chunk(some))
                self._send(_Task(waiting[-1], list(range(len(some))), only_hashes=self.memory is not None))
            if not waiting:
                return
            for future in self._done():
                self._take(future, self.tasks.pop(future))
            while waiting and len(waiting[0].outcomes) == len(waiting[0].fields):
                chunk = waiting.popleft()
                yield from (chunk.outcomes[position] for position in range(len(chunk.fields)))

    def _send(self, task: _Task, worker: str = "") -> None:
        # never `pure`: Dask would answer from an earlier call, though the files may have changed
        call = (hashes, task.fields) if task.only_hashes else (analyze_chunk, self.job, task.fields)
        near = {"workers": [worker], "allow_other_workers": True} if worker else {}
        self.tasks[self.client.submit(*call, pure=False, **near)] = task

    def _done(self) -> list[Any]:
        """The futures that are done, at least one. Raises ClusterTrouble when there is nobody left to wait for."""
        from distributed import wait

        while True:
            try:
                with self.client.as_current():
                    return list(wait(list(self.tasks), timeout=self.patience, return_when="FIRST_COMPLETED").done)
            except TimeoutError:
                if not self.client.nthreads():
                    raise ClusterTrouble(
                        f"--scheduler {self.address}: no worker is left; everything that came back is in the ledger:"
                        f" start workers with `dask worker {self.address}` and call again to go on from here"
                    ) from None

    def _take(self, future: Any, task: _Task) -> None:
        from distributed import KilledWorker

        if future.status == "error":
            error = future.exception()
            if isinstance(error, KilledWorker):
                self._take_apart(task)
                return
            if isinstance(error, ClusterTrouble):
                raise error
            raise ClusterTrouble(
                f"--scheduler {self.address}: a worker failed on {task.fields[0].path}: {error!r}"
            ) from error
        answer = future.result()
        if task.only_hashes:
            worker, found = answer
            for position, sha256 in zip(task.positions, found, strict=True):
                if known := self._recall(task.chunk.fields[position], sha256):
                    task.chunk.outcomes[position] = known
            if unknown := [position for position in task.positions if position not in task.chunk.outcomes]:
                self._send(_Task(task.chunk, unknown, only_hashes=False), worker)
            return
        if self.memory and (fresh := [outcome for outcome in answer if isinstance(outcome, Result)]):
            self.memory.record(fresh)
        task.chunk.outcomes |= zip(task.positions, answer, strict=True)

    def _recall(self, field: Field, sha256: str) -> Result | None:
        known = recalled(self.memory, sha256, self.manifest, self.job.recipe) if self.memory else None
        if not known:
            return None
        # judged again, as analyze() does
        verdict = judge(known.logits, self.manifest, self.job.settings, known.observed, known.domain_score)
        return replace(known, field=field, verdict=verdict)

    def _take_apart(self, task: _Task) -> None:
        """Several workers died on these fields: send them one by one, and name the one on which they die again."""
        if len(task.positions) > 1:
            for position in task.positions:
                self._send(_Task(task.chunk, [position], task.only_hashes))
            return
        reason = "every worker that was given this field died; its file may be damaged in a way that no decoder survives"
        task.chunk.outcomes[task.positions[0]] = Failure(task.fields[0], reason, now())
