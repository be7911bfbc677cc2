"""analyze(fields): one outcome per field, decoding overlapped with inference, each remembered before it is seen."""

import hashlib
import math
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

import leukemia_desktop
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.image import UnreadableImage, decode, read_bytes
from leukemia_desktop.core.recipe import Recipe, Tensor
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.trust import Verdict, judge


@dataclass(frozen=True)
class Key:
    """What a result depends on: content, model and recipe, never a path."""

    image_sha256: str
    model_sha256: str
    recipe: str


@dataclass(frozen=True)
class Result:
    """A field that was analysed, with everything needed to say how."""

    field: Field
    key: Key
    width: int
    height: int
    logits: tuple[float, ...]
    observed: tuple[str, ...]
    """Flags that the field itself raised, before the model was asked."""
    domain_score: float | None
    """Distance from what the model learned, 1 at the border; None where the model states no domain."""
    verdict: Verdict
    model_id: str
    provider: str
    app_version: str
    analysed_at: str
    """UTC, ISO 8601."""


@dataclass(frozen=True)
class Failure:
    """A field that could not be analysed, and why."""

    field: Field
    reason: str
    analysed_at: str


Outcome = Result | Failure


class Memory(Protocol):
    """What remembers results; the ledger is one. `recall` is called from several threads."""

    def recall(self, key: Key) -> Result | None:
        """The result of exactly this content, model and recipe, or None."""

    def record(self, results: Sequence[Result]) -> None:
        """Keep the results; they are safe when this returns."""


@dataclass(frozen=True)
class _Prepared:
    field: Field
    key: Key
    width: int
    height: int
    tensor: Tensor
    flags: tuple[str, ...]


def analyze(
    fields: Iterable[Field],
    classifier: Classifier,
    *,
    recipe: Recipe | None = None,
    settings: Settings | None = None,
    memory: Memory | None = None,
) -> Iterator[Outcome]:
    """Yield one outcome per field, in the order given; an unreadable field never stops the batch.

    A result is recorded in `memory` before it is yielded, and what `memory` holds already is not computed again. Closing the
    generator between two outcomes cancels; not asking for the next one pauses. `recipe` defaults to the model's own.
    """
    settings = settings or Settings()
    recipe = recipe or classifier.manifest.recipe
    batch_size = 1 if classifier.provider == "cpu" else 32  # on a CPU batches buy nothing
    workers = max(1, min(8, os.cpu_count() or 1))
    ahead: deque[Future[_Prepared | Outcome]] = deque()
    remaining = iter(fields)
    with ThreadPoolExecutor(workers, thread_name_prefix="decode") as pool:
        try:
            batch: list[_Prepared | Outcome] = []
            while True:
                while len(ahead) < 2 * workers + batch_size and (field := next(remaining, None)) is not None:
                    ahead.append(pool.submit(_prepare, field, recipe, classifier, settings, memory))
                if not ahead:
                    break
                batch.append(ahead.popleft().result())
                if len(batch) >= batch_size or not isinstance(batch[-1], _Prepared):
                    yield from _finish(batch, classifier, settings, memory)
                    batch = []
            yield from _finish(batch, classifier, settings, memory)
        finally:
            for future in ahead:
                future.cancel()


def _prepare(
    field: Field, recipe: Recipe, classifier: Classifier, settings: Settings, memory: Memory | None
) -> _Prepared | Outcome:
    """Everything that needs no model, on a worker thread."""
    try:
        data = read_bytes(field.path)
        key = Key(hashlib.sha256(data).hexdigest(), classifier.manifest.sha256, recipe.hash)
        if memory and (known := memory.recall(key)):
            # judged again: thresholds are settings and may have changed since
            verdict = judge(known.logits, classifier.manifest, settings, known.observed, known.domain_score)
            return replace(known, field=field, verdict=verdict)
        decoded = decode(data, max_megapixels=settings.max_megapixels)
    except UnreadableImage as error:
        return Failure(field, str(error), _now())
    height, width = decoded.image.shape[:2]
    flags = ("damaged_file",) * bool(decoded.damage) + ("synthetic",) * decoded.synthetic
    return _Prepared(field, key, width, height, recipe.tensor(decoded.image), flags)


def _finish(
    batch: Sequence[_Prepared | Outcome], classifier: Classifier, settings: Settings, memory: Memory | None
) -> Iterator[Outcome]:
    """Outcomes of a batch in its order; new results are recorded before any is yielded."""
    waiting = [item for item in batch if isinstance(item, _Prepared)]
    predictions = iter(classifier.predict([item.tensor for item in waiting]) if waiting else [])
    fresh: list[Result] = []
    outcomes: list[Outcome] = []
    for item in batch:
        if isinstance(item, _Prepared):
            prediction = next(predictions)
            logits = tuple(float(z) for z in prediction.logits)
            domain_score = classifier.domain.score(prediction.features) if classifier.domain else None
            if not all(map(math.isfinite, (*logits, domain_score or 0.0))):
                outcomes.append(Failure(item.field, "the model gave no usable numbers for this field", _now()))
                continue
            result = Result(
                field=item.field,
                key=item.key,
                width=item.width,
                height=item.height,
                logits=logits,
                observed=item.flags,
                domain_score=domain_score,
                verdict=judge(logits, classifier.manifest, settings, item.flags, domain_score),
                model_id=classifier.manifest.id,
                provider=classifier.provider,
                app_version=leukemia_desktop.__version__,
                analysed_at=_now(),
            )
            fresh.append(result)
            outcomes.append(result)
        else:
            outcomes.append(item)
    if memory and fresh:
        memory.record(fresh)
    yield from outcomes


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
