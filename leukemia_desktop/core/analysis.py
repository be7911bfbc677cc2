"""analyze(fields): one outcome per field, several fields side by side, each result remembered before it is seen."""

import hashlib
import math
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

import leukemia_desktop
from leukemia_desktop.core.cells import survey
from leukemia_desktop.core.classifier import Classifier, ModelFailed, Prediction
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.image import UnreadableImage, decode, read_bytes
from leukemia_desktop.core.outcome import Failure, Key, Memory, Outcome, Result, now
from leukemia_desktop.core.quality import inspect
from leukemia_desktop.core.recipe import Recipe, Tensor
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.trust import judge

__all__ = ["Failure", "Key", "Memory", "Outcome", "Result", "analyze"]

TOGETHER = 16
"""Outcomes recorded in one transaction at most."""
GPU_BATCH = 32


@dataclass(frozen=True)
class _Prepared:
    """A field that only the model has still to see."""

    field: Field
    key: Key
    width: int
    height: int
    tensor: Tensor
    flags: tuple[str, ...]
    wbc_count: int


@dataclass(frozen=True)
class _Fresh:
    """A result that is not recorded yet."""

    result: Result


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
    desk = _Desk(classifier, recipe or classifier.manifest.recipe, settings or Settings(), memory)
    remaining = iter(fields)
    ahead: deque[Future[_Prepared | _Fresh | Outcome]] = deque()
    with ThreadPoolExecutor(classifier.threads, thread_name_prefix="analyse") as pool:
        try:
            while True:
                on_cpu = classifier.provider == "cpu"  # not for good: a GPU can give up
                together = TOGETHER if on_cpu else GPU_BATCH
                while len(ahead) < 2 * classifier.threads + together and (field := next(remaining, None)) is not None:
                    ahead.append(pool.submit(desk.analyse if on_cpu else desk.prepare, field))
                if not ahead:
                    return
                ready = [ahead.popleft().result()]
                # what is ready by now goes along; nobody waits for more, unless to fill a GPU's batch
                while ahead and len(ready) < together and (ahead[0].done() or not on_cpu):
                    ready.append(ahead.popleft().result())
                yield from desk.finish(ready)
        finally:
            for future in ahead:
                future.cancel()


@dataclass(frozen=True)
class _Desk:
    """What every field of one run is analysed with."""

    classifier: Classifier
    recipe: Recipe
    settings: Settings
    memory: Memory | None

    def analyse(self, field: Field) -> _Fresh | Outcome:
        """One field from file to outcome, on a worker thread: the model runs on as many threads as fields are in hand."""
        item = self.prepare(field)
        return self.classified([item])[0] if isinstance(item, _Prepared) else item

    def prepare(self, field: Field) -> _Prepared | Outcome:
        """Everything that needs no model, on a worker thread."""
        try:
            data = read_bytes(field.path)
            key = Key(hashlib.sha256(data).hexdigest(), self.classifier.manifest.sha256, self.recipe.hash)
            if self.memory and (known := self.memory.recall(key)):
                # judged again: thresholds are settings and may have changed since
                verdict = judge(known.logits, self.classifier.manifest, self.settings, known.observed, known.domain_score)
                return replace(known, field=field, verdict=verdict)
            decoded = decode(data, max_megapixels=self.settings.max_megapixels)
        except UnreadableImage as error:
            return Failure(field, str(error), now())
        height, width = decoded.image.shape[:2]
        seen = survey(decoded.image)
        quality = inspect(decoded.image, seen.cells, diameter=seen.red_cell_diameter)
        flags = quality.flags() + ("damaged_file",) * bool(decoded.damage) + ("synthetic",) * decoded.synthetic
        return _Prepared(field, key, width, height, self.recipe.tensor(decoded.image), flags, quality.cell_count)

    def classified(self, items: Sequence[_Prepared]) -> list[_Fresh | Failure]:
        """Outcomes of prepared fields; where the model fails on several at once, each is tried alone."""
        try:
            predictions = self.classifier.predict([item.tensor for item in items])
        except ModelFailed as error:
            if len(items) > 1:
                return [outcome for item in items for outcome in self.classified([item])]
            return [Failure(items[0].field, f"the model fails on this field: {error}", now())]
        return [self.outcome(item, prediction) for item, prediction in zip(items, predictions, strict=True)]

    def outcome(self, item: _Prepared, prediction: Prediction) -> _Fresh | Failure:
        """What the program says of what the model says."""
        classifier = self.classifier
        logits = tuple(map(float, prediction.logits))
        domain_score = classifier.domain.score(prediction.features) if classifier.domain else None
        if not all(map(math.isfinite, (*logits, domain_score or 0.0))):
            return Failure(item.field, "the model gave no usable numbers for this field", now())
        result = Result(
            field=item.field,
            key=item.key,
            width=item.width,
            height=item.height,
            logits=logits,
            observed=item.flags,
            wbc_count=item.wbc_count,
            domain_score=domain_score,
            verdict=judge(logits, classifier.manifest, self.settings, item.flags, domain_score),
            model_id=classifier.manifest.id,
            provider=classifier.provider,
            app_version=leukemia_desktop.__version__,
            analysed_at=now(),
        )
        return _Fresh(result)

    def finish(self, ready: Sequence[_Prepared | _Fresh | Outcome]) -> list[Outcome]:
        """Outcomes in the order of `ready`; what is new among them is recorded."""
        waiting = [item for item in ready if isinstance(item, _Prepared)]
        classified = iter(self.classified(waiting) if waiting else [])
        done = [next(classified) if isinstance(item, _Prepared) else item for item in ready]
        if self.memory and (fresh := [item.result for item in done if isinstance(item, _Fresh)]):
            self.memory.record(fresh)
        return [item.result if isinstance(item, _Fresh) else item for item in done]
