"""How long damaged and hostile image files keep the program: python tests/benchmarks/bench_damaged.py [FILES].

FILES mutated files of each kind (as in tests/core/test_image.py), and files that claim to be huge. Goals: no file takes more
than 2 s, and what is refused by its size takes less than 0.1 s. Prints milliseconds.
"""

import os
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from leukemia_desktop.core.image import MAX_BYTES, UnreadableImage, decode, read_bytes
from tests.core.test_image import huge_png
from tests.core.test_image_files import SEEDS, mutated


def milliseconds(read: Callable[[], object]) -> float:
    """Of reading or refusing."""
    begin = time.perf_counter()
    with suppress(UnreadableImage):
        read()
    return 1000 * (time.perf_counter() - begin)


def main(files: int = 500) -> None:
    """Measure and print."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libtiff talks about every file, past Python
    for number, kind in enumerate(sorted(SEEDS)):
        rng, seed = np.random.default_rng(number), SEEDS[kind]()
        taken = [milliseconds(partial(decode, mutated(seed, rng))) for _ in range(files)]
        print(f"mutated {kind:8} {files} files: median {np.median(taken):6.2f} ms, slowest {max(taken):6.1f} ms")  # noqa: T201
    bomb = huge_png(30_000, zlib.compress(bytes(10**8), 9))
    print(f"a PNG of 900 megapixels: {milliseconds(lambda: decode(bomb)):.2f} ms")  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.tif"
        with archive.open("wb") as stream:
            stream.truncate(MAX_BYTES + 1)
        print(f"a file of more than 2 GB: {milliseconds(lambda: read_bytes(archive)):.2f} ms")  # noqa: T201


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
