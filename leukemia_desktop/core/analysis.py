"""analyze(fields): one outcome per field, several fields side by side, each result remembered before it is seen."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace
from itertools import islice
from operator import length_hint
from typing import Any, cast

import leukemia_desktop
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.desk import Desk, Known, Measured, Prepared, Seen
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.hands import ALONE, Hands
from leukemia_desktop.core.image import UnreadableImage, read_bytes
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.outcome import Failure, Key, Memory, Outcome, Result, key_of, recalled
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.trust import judge

__all__ = ["Failure", "Key", "Memory", "Outcome", "Result", "analyze", "recall"]

TOGETHER = 32
"""Outcomes recorded in one transaction at most, and fields that a GPU sees at once."""
CHUNK, CHUNK_SECONDS = 16, 0.05
"""Fields that one hand is given at most, and how long they should take it: pausing and stopping wait for them."""
CHUNK_ON_GPU = 4


def analyze(
    fields: Iterable[Field],
    classifier: Classifier,
    *,
    recipe: Recipe | None = None,
    settings: Settings | None = None,
    memory: Memory | None = None,
    alone: float = ALONE,
) -> Iterator[Outcome]:
    """Yield one outcome per field, in the order given; an unreadable field never stops the batch.

    A result is recorded in `memory` before it is yielded, and what `memory` holds already is not computed again. Closing the
    generator between two outcomes cancels; not asking for the next one pauses. `recipe` defaults to the model's own. Where
    the fields take longer than `alone` seconds, programs beside this one share the work on a CPU, see hands.
    """
    settings, recipe = settings or Settings(), recipe or classifier.manifest.recipe
    desk = Desk(classifier, recipe, settings.max_megapixels)
    books = _Books(desk, settings, memory)
    remaining = iter(fields)
    ahead: deque[_Chunk] = deque()
    given = 0
    with Hands(desk, alone=alone) as hands:
        while True:
            on_cpu = classifier.provider == "cpu"  # not for good: a GPU can give up
            size = _size(hands.pace) if on_cpu else CHUNK_ON_GPU
            room = 2 * classifier.threads * size + TOGETHER - sum(map(len, ahead))
            while room > 0 and (some := list(islice(remaining, size))):
                ahead.append(books.chunk(some, hands, on_cpu=on_cpu))
                given, room = given + len(some), room - len(some)
            if not ahead:
                return
            if on_cpu:
                hands.expect(length_hint(remaining, given))  # of an endless folder, as many again
            ready = [ahead.popleft()]
            if on_cpu:
                wait([ready[0].future])
            # what is ready by now goes along; nobody waits for more, unless to fill a GPU's batch
            while ahead and (ahead[0].future.done() or not on_cpu) and sum(map(len, (*ready, ahead[0]))) <= TOGETHER:
                ready.append(ahead.popleft())
            yield from books.outcomes(ready)


def _size(pace: float) -> int:
    """Fields for one hand: a power of two, because a model tries out once how it does with each number of fields."""
    most = min(CHUNK, CHUNK_SECONDS / pace) if pace else 1
    return 1 << max(0, int(most).bit_length() - 1)


def recall(
    fields: Iterable[Field],
    manifest: Manifest,
    memory: Memory,
    *,
    recipe: Recipe | None = None,
    settings: Settings | None = None,
) -> Iterator[Result | None]:
    """Yield for every field what `memory` holds of it, judged by these settings, or None; no field is analysed."""
    for field in fields:
        try:
            image_sha256 = hashlib.sha256(read_bytes(field.path)).hexdigest()
        except UnreadableImage:
            yield None
        else:
            known = recalled(memory, image_sha256, manifest, recipe or manifest.recipe)
            yield _judged(known, field, manifest, settings or Settings()) if known else None


def _judged(known: Result, field: Field, manifest: Manifest, settings: Settings) -> Result:
    # judged again: thresholds are settings and may have changed since
    verdict = judge(known.logits, manifest, settings, known.observed, known.domain_score)
    return replace(known, field=field, verdict=verdict)


@dataclass(frozen=True)
class _Chunk:
    """Fields that a hand was given together."""

    fields: list[Field]
    known: dict[str, Result]
    """By the image's SHA-256: what the memory held when the hand asked."""
    future: Future[list[Prepared | Measured]]

    def __len__(self) -> int:
        return len(self.fields)


@dataclass(frozen=True)
class _Books:
    """Between the hands, which know files and numbers, and the memory, which knows results."""

    desk: Desk
    settings: Settings
    memory: Memory | None

    def chunk(self, fields: list[Field], hands: Hands, *, on_cpu: bool) -> _Chunk:
        """Give fields to a hand."""
        known: dict[str, Result] = {}

        def wanted(hashes: set[str]) -> set[str]:
            for image_sha256 in hashes:
                if result := recalled(memory, image_sha256, manifest, recipe):
                    known[image_sha256] = result
            return hashes - known.keys()

        memory, manifest, recipe = cast(Memory, self.memory), self.desk.classifier.manifest, self.desk.recipe
        work: Callable[..., Future[Any]] = hands.measure if on_cpu else hands.prepare
        return _Chunk(fields, known, work([field.path for field in fields], wanted if self.memory else None))

    def outcomes(self, chunks: Sequence[_Chunk]) -> list[Outcome]:
        """Outcomes in the order of the fields; what is new among them is recorded."""
        fields = [(field, chunk) for chunk in chunks for field in chunk.fields]
        measured = self.desk.finished(item for chunk in chunks for item in chunk.future.result())
        outcomes: list[Outcome] = []
        fresh: list[Result] = []
        for (field, chunk), item in zip(fields, measured, strict=True):
            if isinstance(item, Seen):
                fresh.append(self._result(field, item))
                outcomes.append(fresh[-1])
            elif isinstance(item, Known):
                outcomes.append(_judged(chunk.known[item.image_sha256], field, self.desk.classifier.manifest, self.settings))
            else:
                outcomes.append(Failure(field, item.reason, item.at, item.image_sha256))
        if self.memory and fresh:
            self.memory.record(fresh)
        return outcomes

    def _result(self, field: Field, seen: Seen) -> Result:
        manifest = self.desk.classifier.manifest
        return Result(
            field=field,
            key=key_of(seen.image_sha256, manifest, self.desk.recipe, seen.width, seen.height),
            width=seen.width,
            height=seen.height,
            logits=seen.logits,
            observed=seen.observed,
            wbc_count=seen.wbc_count,
            domain_score=seen.domain_score,
            verdict=judge(seen.logits, manifest, self.settings, seen.observed, seen.domain_score),
            model_id=manifest.id,
            provider=seen.provider,
            app_version=leukemia_desktop.__version__,
            analysed_at=seen.at,
            tiles=seen.tiles,
            smear_score=seen.smear_score,
        )
