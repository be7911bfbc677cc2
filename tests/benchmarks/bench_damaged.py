"""How long damaged and hostile files keep the program: python tests/benchmarks/bench_damaged.py [FILES [MODELS]].

FILES mutated images of each kind (as in tests/core/test_image_files.py), files that claim to be huge, and MODELS mutated
model folders: of every second the model file (with the hash that fits), of the others the manifest; half of both with a
single byte changed, which gets deeper. Goals: no file takes more than 2 s, what is refused by its size takes less than
0.1 s, and no model ends the program that opens it. Prints milliseconds.
"""

import hashlib
import json
import multiprocessing
import os
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from leukemia_desktop.core.image import MAX_BYTES, UnreadableImage, decode, read_bytes
from leukemia_desktop.core.manifest import BrokenModel
from tests.conftest import build_tiny_model
from tests.core.test_classifier import opened
from tests.core.test_image import huge_png
from tests.core.test_image_files import SEEDS, mutated


def milliseconds(read: Callable[[], object]) -> float:
    """Of reading or refusing."""
    begin = time.perf_counter()
    with suppress(UnreadableImage):
        read()
    return 1000 * (time.perf_counter() - begin)


def _one_byte(data: bytes, rng: np.random.Generator) -> bytes:
    spoiled = bytearray(data)
    spoiled[int(rng.integers(0, len(data)))] = int(rng.integers(0, 256))
    return bytes(spoiled)


def open_mutant(whole: Path, number: int) -> tuple[float, str]:
    """In a child, which a crash would end: milliseconds, and how the model of that number was refused; empty if it runs."""
    rng = np.random.default_rng([2026, number])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / f"mutant-{number}"
        folder.mkdir()
        model, manifest = (whole / "model.onnx").read_bytes(), (whole / "manifest.json").read_bytes()
        injured = mutated if number % 4 < 2 else _one_byte
        if number % 2:
            model = injured(model, rng)
            fitting = json.loads(manifest) | {"id": folder.name, "sha256": hashlib.sha256(model).hexdigest()}
            manifest = json.dumps(fitting).encode()
        else:
            manifest = injured(manifest.replace(b'"whole"', json.dumps(folder.name).encode()), rng)
        (folder / "model.onnx").write_bytes(model)
        (folder / "manifest.json").write_bytes(manifest)
        refusal = ""
        begin = time.perf_counter()
        try:
            opened(folder)
        except BrokenModel as error:
            refusal = str(error)
        return 1000 * (time.perf_counter() - begin), refusal


def bench_models(count: int) -> None:
    """Open mutated models in children; a crash of one is a BrokenProcessPool here."""
    with tempfile.TemporaryDirectory() as place:
        whole = build_tiny_model(Path(place) / "whole")
        begin = time.perf_counter()
        with ProcessPoolExecutor(max(1, (os.cpu_count() or 2) // 2), multiprocessing.get_context("spawn")) as pool:
            tried = list(pool.map(partial(open_mutant, whole), range(count), chunksize=50))
        seconds = time.perf_counter() - begin
    taken, refused = [taken for taken, _ in tried], [text for _, text in tried if text]
    unnamed = [text for text in refused if "mutant-" not in text and "model " not in text]
    print(  # noqa: T201
        f"mutated models: {count} opened or refused without a crash, {len(refused)} refused, {len(unnamed)} of them without"
        f" a name; median {np.median(taken):.2f} ms, slowest {max(taken):.1f} ms; {seconds:.0f} s in all"
    )
    if unnamed:
        raise SystemExit(f"refused without a name: {unnamed[0]}")


def main(files: int = 500, models: int = 500) -> None:
    """Measure and print."""
    bench_models(models)
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
