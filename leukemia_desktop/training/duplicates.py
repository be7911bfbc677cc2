"""Copies of a field: the same bytes, the same pixels, or nearly the same picture even when it is turned or mirrored."""

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.image import Image

Pair = tuple[int, int]
Small = npt.NDArray[np.float32]
THUMB = 64
BITS_APART = 10
"""Of 64 bits of the perceptual hash; pixels have the last word, so that this may be generous."""
CORRELATION = 0.9
_LOW = 8


def equal(keys: Iterable[Hashable]) -> list[Pair]:
    """Neighbouring pairs of the numbers that have the same key, enough to join all of them."""
    of_key: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        of_key[key].append(number)
    return sorted(pair for numbers in of_key.values() for pair in pairwise(numbers))


def pixels_hash(image: Image) -> str:
    """SHA-256 of the decoded pixels and their shape: equal for a file that was only saved again without loss."""
    return hashlib.sha256(repr(image.shape).encode() + np.ascontiguousarray(image).tobytes()).hexdigest()


def thumb(grey: npt.NDArray[np.uint8]) -> Small:
    """The field at 64 x 64 without slow changes of light, float32."""
    small = np.asarray(cv2.resize(grey, (THUMB, THUMB), interpolation=cv2.INTER_AREA), np.float32)
    return np.asarray(cv2.GaussianBlur(small, (0, 0), 0.8) - cv2.GaussianBlur(small, (0, 0), 8), np.float32)


def near_duplicates(thumbs: Sequence[Small]) -> list[Pair]:
    """Pairs of fields that show the same picture, whichever of eight ways it is turned or mirrored.

    The perceptual hash (signs of the 64 lowest cosine coefficients, Zauner 2010) finds them, the pixels confirm them.
    """
    if not thumbs:
        return []
    upright = np.array([_hash(small) for small in thumbs])
    found = set()
    for way in range(8):
        hashes = upright if way == 0 else np.array([_hash(turned(small, way)) for small in thumbs])
        for first, own in enumerate(upright[:-1]):
            close = np.flatnonzero(np.bitwise_count(hashes[first + 1 :] ^ own) <= BITS_APART) + first + 1
            found |= {(first, int(second)) for second in close if _same(thumbs[first], turned(thumbs[second], way))}
    return sorted(found)


def turned(small: Small, way: int) -> Small:
    """One of the eight ways to lay a square: quarter turns, then those of its mirror image."""
    return np.ascontiguousarray(np.rot90(small[:, ::-1] if way >= 4 else small, way % 4))


def _hash(small: Small) -> np.uint64:
    low = cv2.dct(cv2.resize(small, (32, 32), interpolation=cv2.INTER_AREA))[1 : _LOW + 1, 1 : _LOW + 1]
    return np.packbits(low > np.median(low)).view(np.uint64)[0]


def _same(first: Small, second: Small) -> bool:
    # a shift of a pixel or two between two scans of one place is no other picture
    scores = cv2.matchTemplate(first, second[2:-2, 2:-2], cv2.TM_CCOEFF_NORMED)
    return bool(min(first.std(), second.std()) > 0.5 and scores.max() >= CORRELATION)
