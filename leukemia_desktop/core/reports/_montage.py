"""Which fields of a slide a person should see first, and small pictures of them."""

import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

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


@dataclass(frozen=True)
class SlideFields:
    """The outcomes of one slide, those that matter first."""

    results: Sequence[Result]
    failures: Sequence[Failure]


def by_slide(outcomes: Iterable[Outcome]) -> dict[str, SlideFields]:
    """Outcomes by slide; results by suspicion, failures in their order."""
    results: dict[str, list[Result]] = {}
    failures: dict[str, list[Failure]] = {}
    for outcome in outcomes:
        slide = outcome.field.slide
        results.setdefault(slide, [])
        failures.setdefault(slide, [])
        if isinstance(outcome, Result):
            results[slide].append(outcome)
        else:
            failures[slide].append(outcome)
    return {slide: SlideFields(sorted(own, key=_care), failures[slide]) for slide, own in results.items()}


def suspicion(result: Result) -> float:
    """The probability that the field is not Benign, 0 to 1."""
    return 1 - result.verdict.probabilities[LABELS.index("Benign")]


def matters(result: Result) -> bool:
    """Whether a person must see the field: it is suspicious, unidentified or flagged."""
    return result.verdict.label in SUSPICIOUS or result.verdict.status == "review"


def tiles_a_slide(slides: int) -> int:
    """How many tiles each of so many slides gets."""
    return max(FEW, min(TILES, ALL_TILES // max(1, slides)))


def tiles(results: Iterable[Result], count: int) -> list[Tile]:
    """Tiles of the first `count` results. A picture that is gone, unreadable or changed by now gives a reason instead."""
    return [_tile(result) for result in islice(results, count)]


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
