"""analyze(fields): one outcome per field, several fields side by side, each result remembered before it is seen."""

import hashlib
import math
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from itertools import chain

import leukemia_desktop
from leukemia_desktop.core.cells import survey
from leukemia_desktop.core.classifier import Classifier, ModelFailed, Prediction
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.image import Image, UnreadableImage, decode, read_bytes
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.outcome import Failure, Key, Memory, Outcome, Result, key_of, now, recalled
from leukemia_desktop.core.quality import inspect
from leukemia_desktop.core.recipe import Recipe, Tensor
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.tiles import Tiling, joined, joined_domain_score, model_inputs, tiling
from leukemia_desktop.core.trust import judge

__all__ = ["Failure", "Key", "Memory", "Outcome", "Result", "analyze", "recall"]

TOGETHER = 16
"""Outcomes recorded in one transaction at most."""
GATHERED, PATIENCE = 8, 0.02
"""Outcomes that are waited for before they are recorded, and for how many seconds at most."""
GPU_BATCH = 32
TILES_AT_ONCE = 16
"""Tiles of one large field that are turned into numbers and asked together."""


@dataclass(frozen=True)
class _Prepared:
    """A field that only the model has still to see."""

    field: Field
    key: Key
    width: int
    height: int
    tensor: Tensor | None
    """None for a field in tiles."""
    flags: tuple[str, ...]
    wbc_count: int
    tiles: Tiling | None
    inputs: tuple[Image, ...]
    """What the model sees of each tile, before it is turned into numbers."""


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
                if on_cpu and ahead:
                    # a transaction and a change of threads for each field would take a tenth of the time
                    wait([ahead[min(len(ahead), GATHERED) - 1]], timeout=PATIENCE)
                # what is ready by now goes along; nobody waits for more, unless to fill a GPU's batch
                while ahead and len(ready) < together and (ahead[0].done() or not on_cpu):
                    ready.append(ahead.popleft().result())
                yield from desk.finish(ready)
        finally:
            for future in ahead:
                future.cancel()


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
            yield _known(field, image_sha256, manifest, recipe or manifest.recipe, settings or Settings(), memory)


def _known(
    field: Field, image_sha256: str, manifest: Manifest, recipe: Recipe, settings: Settings, memory: Memory
) -> Result | None:
    known = recalled(memory, image_sha256, manifest.sha256, recipe)
    if known is None:
        return None
    # judged again: thresholds are settings and may have changed since
    verdict = judge(known.logits, manifest, settings, known.observed, known.domain_score)
    return replace(known, field=field, verdict=verdict)


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
        image_sha256 = ""
        try:
            data = read_bytes(field.path)
            image_sha256, manifest = hashlib.sha256(data).hexdigest(), self.classifier.manifest
            if self.memory and (known := _known(field, image_sha256, manifest, self.recipe, self.settings, self.memory)):
                return known
            decoded = decode(data, max_megapixels=self.settings.max_megapixels)
        except UnreadableImage as error:
            return Failure(field, str(error), now(), image_sha256)
        height, width = decoded.image.shape[:2]
        seen = survey(decoded.image)
        tiles = tiling((height, width), seen, self.recipe.input_size)
        quality = inspect(seen)
        if tiles:
            quality = replace(quality, magnification=tiles.magnification)
        flags = quality.flags() + ("damaged_file",) * bool(decoded.damage) + ("synthetic",) * decoded.synthetic
        return _Prepared(
            field=field,
            key=key_of(image_sha256, manifest.sha256, self.recipe, width, height),
            width=width,
            height=height,
            tensor=None if tiles else self.recipe.tensor(decoded.image),
            flags=flags,
            wbc_count=quality.cell_count,
            tiles=tiles,
            inputs=tuple(model_inputs(decoded.image, tiles, self.recipe)) if tiles else (),
        )

    def classified(self, items: Sequence[_Prepared]) -> list[_Fresh | Failure]:
        """Outcomes of prepared fields; where the model fails on several at once, each is tried alone."""
        whole = [(item, item.tensor) for item in items if item.tensor is not None]
        try:
            predictions = iter(self.classifier.predict([tensor for _, tensor in whole]) if whole else [])
            return [self.outcome(item, self.asked(item) if item.tiles else [next(predictions)]) for item in items]
        except ModelFailed as error:
            if len(items) > 1:
                return [outcome for item in items for outcome in self.classified([item])]
            (item,) = items
            return [Failure(item.field, f"the model fails on this field: {error}", now(), item.key.image_sha256)]

    def asked(self, item: _Prepared) -> list[Prediction]:
        """What the model says of each tile of a large field."""
        predictions: list[Prediction] = []
        for first in range(0, len(item.inputs), TILES_AT_ONCE):
            some = [self.recipe.normalise(seen) for seen in item.inputs[first : first + TILES_AT_ONCE]]
            predictions += self.classifier.predict(some)
        return predictions

    def outcome(self, item: _Prepared, predictions: Sequence[Prediction]) -> _Fresh | Failure:
        """What the program says of what the model says of a field, or of each of its tiles."""
        classifier = self.classifier
        logits = [tuple(map(float, prediction.logits)) for prediction in predictions]
        scores = [classifier.domain.score(prediction.features) for prediction in predictions] if classifier.domain else []
        if not all(map(math.isfinite, (*chain.from_iterable(logits), *scores))):
            reason = "the model gave no usable numbers for this field"
            return Failure(item.field, reason, now(), item.key.image_sha256)
        observed, of_field, domain_score = item.flags, logits[0], scores[0] if scores else None
        if item.tiles:
            of_field, doubt = joined(logits, item.tiles.cells, classifier.manifest.temperature)
            domain_score = joined_domain_score(scores, item.tiles.cells) if scores else None
            observed += ("ambiguous_set",) * doubt
        result = Result(
            field=item.field,
            key=item.key,
            width=item.width,
            height=item.height,
            logits=of_field,
            observed=observed,
            wbc_count=item.wbc_count,
            domain_score=domain_score,
            verdict=judge(of_field, classifier.manifest, self.settings, observed, domain_score),
            model_id=classifier.manifest.id,
            provider=classifier.provider,
            app_version=leukemia_desktop.__version__,
            analysed_at=now(),
            tiles=len(predictions),
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
