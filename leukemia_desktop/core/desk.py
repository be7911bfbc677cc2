"""A desk: what fields are analysed with, and what is measured of several of them, one kind of work after the other.

Eight fields that are first all looked at and then all shown to the model take a fifth less time than one after the other:
what the processor needs for a kind of work stays at hand.
"""

import hashlib
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple, Protocol

from leukemia_desktop.core.cells import survey
from leukemia_desktop.core.classifier import Classifier, ModelFailed, Prediction
from leukemia_desktop.core.image import Image, UnreadableImage, decode, read_bytes
from leukemia_desktop.core.outcome import now
from leukemia_desktop.core.quality import inspect
from leukemia_desktop.core.recipe import Recipe, Tensor
from leukemia_desktop.core.smear_numbers import smear_numbers
from leukemia_desktop.core.tiles import Tiling, joined, joined_domain_score, model_inputs, tiling

ON_CPU = 8
"""Fields that are shown to the model together on a CPU; more gain nothing and take more memory."""
TILES_AT_ONCE = 16
"""Tiles of one large field that are turned into numbers and asked together."""


class Seen(NamedTuple):
    """What was measured of a field; a Result says the same with the field's name and a verdict."""

    image_sha256: str
    width: int
    height: int
    logits: tuple[float, ...]
    observed: tuple[str, ...]
    wbc_count: int
    domain_score: float | None
    tiles: int
    provider: str
    at: str
    smear_score: float | None


class Known(NamedTuple):
    """A field that nobody wanted measured."""

    image_sha256: str


class Unseen(NamedTuple):
    """A field that cannot be measured, and why."""

    reason: str
    at: str
    image_sha256: str = ""
    """Where the file's bytes could be read."""


Measured = Seen | Known | Unseen
Wanted = Callable[[set[str]], set[str]]
"""Which of these images, by SHA-256, are to be measured."""


class Measures(Protocol):
    """Whoever measures fields: a desk in this program or in another one."""

    def measure(self, paths: Sequence[Path], wanted: Wanted | None) -> list[Measured]:
        """One answer per file, in their order; `wanted` None measures all."""


class Prepared(NamedTuple):
    """A field that only the model has still to see."""

    image_sha256: str
    width: int
    height: int
    tensor: Tensor | None
    """None for a field in tiles."""
    flags: tuple[str, ...]
    wbc_count: int
    tiles: Tiling | None
    inputs: tuple[Image, ...]
    """What the model sees of each tile, before it is turned into numbers."""
    smear_score: float | None


class _File(NamedTuple):
    data: bytes
    image_sha256: str


@dataclass(frozen=True)
class Desk:
    """What every field of one run is analysed with."""

    classifier: Classifier
    recipe: Recipe
    max_megapixels: float

    def measure(self, paths: Sequence[Path], wanted: Wanted | None) -> list[Measured]:
        """From files to numbers, on the thread that asks."""
        return self.finished(self.prepared(paths, wanted))

    def prepared(self, paths: Sequence[Path], wanted: Wanted | None) -> list[Prepared | Known | Unseen]:
        """Everything that needs no model."""
        files = [_opened(path) for path in paths]
        if wanted is None:
            return [self._prepared(file) if isinstance(file, _File) else file for file in files]
        asked = wanted({file.image_sha256 for file in files if isinstance(file, _File)})
        return [
            file
            if isinstance(file, Unseen)
            else self._prepared(file)
            if file.image_sha256 in asked
            else Known(file.image_sha256)
            for file in files
        ]

    def _prepared(self, file: _File) -> Prepared | Unseen:
        try:
            decoded = decode(file.data, max_megapixels=self.max_megapixels)
        except UnreadableImage as error:
            return Unseen(str(error), now(), file.image_sha256)
        height, width = decoded.image.shape[:2]
        surveyed = survey(decoded.image)
        tiles = tiling((height, width), surveyed, self.recipe.input_size)
        quality = inspect(surveyed)
        if tiles:
            quality = replace(quality, magnification=tiles.magnification)
        smear = self.classifier.smear
        return Prepared(
            image_sha256=file.image_sha256,
            width=width,
            height=height,
            tensor=None if tiles else self.recipe.tensor(decoded.image),
            flags=quality.flags() + ("damaged_file",) * bool(decoded.damage) + ("synthetic",) * decoded.synthetic,
            wbc_count=quality.cell_count,
            tiles=tiles,
            inputs=tuple(model_inputs(decoded.image, tiles, self.recipe)) if tiles else (),
            smear_score=smear.score(smear_numbers(surveyed, quality.magnification)) if smear else None,
        )

    def finished(self, items: Iterable[Prepared | Measured]) -> list[Measured]:
        """What the model is still to see is shown to it, on a CPU some at a time, on a GPU all at once."""
        items = list(items)
        waiting = [item for item in items if isinstance(item, Prepared)]
        some = ON_CPU if self.classifier.provider == "cpu" else max(1, len(waiting))
        groups = [waiting[first : first + some] for first in range(0, len(waiting), some)]
        seen = chain.from_iterable(self._seen(group) for group in groups)
        return [next(seen) if isinstance(item, Prepared) else item for item in items]

    def _seen(self, items: Sequence[Prepared]) -> list[Seen | Unseen]:
        """Where the model fails on several at once, each is tried alone."""
        whole = [item.tensor for item in items if item.tensor is not None]
        try:
            predictions = iter(self.classifier.predict(whole) if whole else [])
            return [self._said(item, self._of_tiles(item) if item.tiles else [next(predictions)]) for item in items]
        except ModelFailed as error:
            if len(items) > 1:
                return [answer for item in items for answer in self._seen([item])]
            return [Unseen(f"the model fails on this field: {error}", now(), item.image_sha256) for item in items]

    def _of_tiles(self, item: Prepared) -> list[Prediction]:
        """What the model says of each tile of a large field."""
        predictions: list[Prediction] = []
        for first in range(0, len(item.inputs), TILES_AT_ONCE):
            some = [self.recipe.normalise(seen) for seen in item.inputs[first : first + TILES_AT_ONCE]]
            predictions += self.classifier.predict(some)
        return predictions

    def _said(self, item: Prepared, predictions: Sequence[Prediction]) -> Seen | Unseen:
        """What the model says of a field, or of each of its tiles, in one."""
        classifier = self.classifier
        logits = [tuple(prediction.logits.tolist()) for prediction in predictions]
        scores = [classifier.domain.score(prediction.features) for prediction in predictions] if classifier.domain else []
        if not all(map(math.isfinite, (*chain.from_iterable(logits), *scores))):
            return Unseen("the model gave no usable numbers for this field", now(), item.image_sha256)
        observed, of_field, domain_score = item.flags, logits[0], scores[0] if scores else None
        if item.tiles:
            of_field, doubt = joined(logits, item.tiles.cells, classifier.manifest.temperature)
            domain_score = joined_domain_score(scores, item.tiles.cells) if scores else None
            observed += ("ambiguous_set",) * doubt
        # one score for both, because either is enough to refuse a field
        known = [score for score in (domain_score, item.smear_score) if score is not None]
        return Seen(
            image_sha256=item.image_sha256,
            width=item.width,
            height=item.height,
            logits=of_field,
            observed=observed,
            wbc_count=item.wbc_count,
            domain_score=max(known, default=None),
            tiles=len(predictions),
            provider=classifier.provider,
            at=now(),
            smear_score=item.smear_score,
        )


def _opened(path: Path) -> _File | Unseen:
    try:
        data = read_bytes(path)
    except UnreadableImage as error:
        return Unseen(str(error), now())
    return _File(data, hashlib.sha256(data).hexdigest())
