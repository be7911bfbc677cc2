"""Which fields of a slide a person should see first, and small pictures of them."""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from PIL import Image as Pillow

from leukemia_desktop.core.image import UnreadableImage, decode, read_bytes
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.outcome import Failure, Outcome, Result
from leukemia_desktop.core.slide import SUSPICIOUS

TILES = 24
"""Fields shown of one slide."""
ALL_TILES = 480
"""Fields shown in a whole report, so that a night of slides stays a file that opens; never fewer than FEW a slide."""
FEW = 6
FAILURES = 20
"""Unreadable fields named beside a slide; the table and the CSV name them all."""
TILE = (320, 240)
"""Pixels of a tile: the picture fits inside and is never enlarged."""


@dataclass(frozen=True)
class Tile:
    """A field with a small JPEG of it, or with the reason why there is none (then `jpeg` is empty)."""

    result: Result
    jpeg: bytes
    width: int
    height: int
    reason: str = ""


@dataclass
class SlideFields:
    """Of one slide what a report names and shows: the results that matter most, and the first failures."""

    results: list[Result] = field(default_factory=list)
    mattering: int = 0
    """Results that a person must see, also those left out of `results`."""
    failures: list[Failure] = field(default_factory=list)


def by_slide(outcomes: Iterable[Outcome], count: int) -> dict[str, SlideFields]:
    """The `count` results of each slide that matter most, by suspicion, and its first FAILURES; seen once, not kept."""
    slides: dict[str, SlideFields] = {}
    for outcome in outcomes:
        own = slides.setdefault(outcome.field.slide, SlideFields())
        if isinstance(outcome, Result):
            own.mattering += matters(outcome)
            own.results.append(outcome)
            if len(own.results) >= 8 * count:
                own.results = sorted(own.results, key=_care)[:count]
        elif len(own.failures) < FAILURES:
            own.failures.append(outcome)
    for own in slides.values():
        own.results = sorted(own.results, key=_care)[:count]
    return slides


def suspicion(result: Result) -> float:
    """The probability that the field is not Benign, 0 to 1."""
    return 1 - result.verdict.probabilities[LABELS.index("Benign")]


def matters(result: Result) -> bool:
    """Whether a person must see the field: it is suspicious, unidentified or flagged."""
    return result.verdict.label in SUSPICIOUS or result.verdict.status == "review"


def tiles_a_slide(slides: int) -> int:
    """How many tiles each of so many slides gets."""
    return max(FEW, min(TILES, ALL_TILES // max(1, slides)))


def tiles(results: Iterable[Result]) -> list[Tile]:
    """Tiles of the results. A picture that is gone, unreadable or changed by now gives a reason instead."""
    return [_tile(result) for result in results]


def _care(result: Result) -> tuple[bool, float, int]:
    return not matters(result), -suspicion(result), -len(result.verdict.flags)


def _tile(result: Result) -> Tile:
    try:
        data = read_bytes(result.field.path)
        if hashlib.sha256(data).hexdigest() != result.key.image_sha256:
            return Tile(result, b"", 0, 0, "the file has changed since it was analysed")
        # whoever analysed it has checked its size: what was small enough then is small enough now
        picture = Pillow.fromarray(decode(data, max_megapixels=float("inf")).image)
    except UnreadableImage as error:
        return Tile(result, b"", 0, 0, str(error))
    picture.thumbnail(TILE, Pillow.Resampling.LANCZOS, reducing_gap=2.0)
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=82)  # from pixels alone: no EXIF, no comment, no thumbnail of the camera
    return Tile(result, stream.getvalue(), *picture.size)
