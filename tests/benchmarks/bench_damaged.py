"""How long damaged and hostile files keep the program: python tests/benchmarks/bench_damaged.py [FILES [MODELS [SEED]]].

FILES mutated images of each kind (of tests/core/test_image_files.py, of drawn smears and of rarer forms; of the large one a
tenth), each through the whole analysis with the shipped model; files that claim to be huge; and MODELS mutated model
folders: of every second the model file (with the hash that fits), of the others the manifest; half of both with a single
byte changed, which gets deeper.
Goals: every file is one row, none takes more than 2 s, what is refused by its size takes less than 0.1 s, and no file and no
model ends the program. Prints milliseconds, those of the processor where other programs may be in the way. Exit 1 where a
goal is missed.
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
from functools import cache, partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import cv2
import numpy as np
from PIL import Image as Pillow

from leukemia_desktop.core.analysis import Failure, analyze
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.image import MAX_BYTES, SUFFIXES, UnreadableImage, decode, read_bytes
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.synthetic import draw_field
from tests.conftest import build_tiny_model
from tests.core.test_classifier import opened
from tests.core.test_image import encoded, huge_png, noise, picture
from tests.core.test_image_files import SEEDS, mutated

SLOWEST = 2000.0


@cache
def _smear(height: int = 240, width: int = 320) -> Pillow.Image:
    return Pillow.fromarray(draw_field(5, size=(height, width)).image)


def _deep(suffix: str) -> bytes:
    return cv2.imencode(suffix, np.asarray(_smear())[..., ::-1].astype(np.uint16) * 257)[1].tobytes()


def _exif() -> Pillow.Exif:
    exif = Pillow.Exif()
    exif[0x0112], exif[0x010F] = 6, "a camera"
    return exif


MORE: dict[str, Callable[[], bytes]] = {
    "smear JPEG": lambda: encoded(_smear(480, 640), "JPEG", quality=92, exif=_exif()),
    "smear PNG": lambda: encoded(_smear(), "PNG"),
    "smear TIFF": lambda: encoded(_smear(), "TIFF", compression="tiff_lzw"),
    "smear BMP": lambda: encoded(_smear(), "BMP"),
    "smear WEBP": lambda: encoded(_smear(480, 640), "WEBP", quality=90),
    "large JPEG": lambda: encoded(_smear(1400, 1800), "JPEG", quality=80),
    "16 bit PNG": lambda: _deep(".png"),
    "16 bit TIFF": lambda: _deep(".tiff"),
    "alpha PNG": lambda: encoded(picture().convert("LA"), "PNG"),
    "one bit TIFF": lambda: encoded(_smear().convert("1"), "TIFF", compression="group4"),
    "JPEG in TIFF": lambda: encoded(_smear(), "TIFF", compression="jpeg"),
    "pages": lambda: encoded(picture(), "TIFF", save_all=True, append_images=[noise(), picture()]),
    "palette BMP": lambda: encoded(picture().quantize(200), "BMP"),
    "lossless WEBP": lambda: encoded(picture(), "WEBP", lossless=True, exif=_exif()),
    "moving WEBP": lambda: encoded(picture(), "WEBP", save_all=True, append_images=[picture()]),
}
KINDS = {**SEEDS, **MORE}


def milliseconds(read: Callable[[], object]) -> float:
    """Of the processor, for reading or refusing."""
    begin = time.process_time()
    with suppress(UnreadableImage):
        read()
    return 1000 * (time.process_time() - begin)


@cache
def _classifier() -> Classifier:
    return Classifier(open_model("", Settings()), provider="cpu", threads=1)


@cache
def _seed(kind: str) -> bytes:
    return KINDS[kind]()


def analyse_mutant(kind: str, seed: int, number: int) -> tuple[float, float, str]:
    """In a child, which a crash would end: milliseconds on the clock and of the processor, and what the one row says."""
    rng = np.random.default_rng([seed, sorted(KINDS).index(kind), number])
    injured = mutated if number % 2 else _one_byte
    with tempfile.TemporaryDirectory() as place:
        # the name says nothing true of the content, as in folders that people have touched
        path = Path(place) / f"field{sorted(SUFFIXES)[number % len(SUFFIXES)]}"
        path.write_bytes(injured(_seed(kind), rng))
        begin, worked = time.perf_counter(), time.process_time()
        outcomes = list(analyze([Field(path, "slide", path.name)], _classifier()))
        taken = 1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - worked)
    if len(outcomes) != 1:
        return *taken, f"{len(outcomes)} rows"
    return *taken, outcomes[0].reason if isinstance(outcomes[0], Failure) else ""


def bench_images(count: int, seed: int) -> list[str]:
    """Analyse mutated images in children; a crash of one is a BrokenProcessPool here. What is wrong."""
    wrong: list[str] = []
    with ProcessPoolExecutor(max(1, (os.cpu_count() or 2) // 2), multiprocessing.get_context("spawn"), _silent) as pool:
        for kind in KINDS:
            own = max(1, count // 10) if kind.startswith("large") else count
            tried = list(pool.map(partial(analyse_mutant, kind, seed), range(own), chunksize=20))
            worked = [worked for _, worked, _ in tried]
            refused = sum(bool(reason) for _, _, reason in tried)
            print(
                f"mutated {kind:13} {own} files, {refused} refused: median {np.median(worked):6.2f} ms,"
                f" slowest {max(worked):6.1f} ms ({max(taken for taken, _, _ in tried):.1f} on the clock)",
                flush=True,
            )
            wrong += [f"{kind} {n}: {worked:.0f} ms" for n, (_, worked, _) in enumerate(tried) if worked > SLOWEST]
            wrong += [f"{kind} {n}: {reason}" for n, (_, _, reason) in enumerate(tried) if reason.endswith(" rows")]
    return wrong


def _silent() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libtiff talks about every file, past Python


def _one_byte(data: bytes, rng: np.random.Generator) -> bytes:
    spoiled = bytearray(data)
    spoiled[int(rng.integers(0, len(data)))] = int(rng.integers(0, 256))
    return bytes(spoiled)


def open_mutant(whole: Path, seed: int, number: int) -> tuple[float, str]:
    """In a child, which a crash would end: milliseconds, and how the model of that number was refused; empty if it runs."""
    rng = np.random.default_rng([seed, number])
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


def bench_models(count: int, seed: int) -> list[str]:
    """Open mutated models in children; a crash of one is a BrokenProcessPool here. What is wrong."""
    with tempfile.TemporaryDirectory() as place:
        whole = build_tiny_model(Path(place) / "whole")
        begin = time.perf_counter()
        with ProcessPoolExecutor(max(1, (os.cpu_count() or 2) // 2), multiprocessing.get_context("spawn")) as pool:
            tried = list(pool.map(partial(open_mutant, whole, seed), range(count), chunksize=50))
        seconds = time.perf_counter() - begin
    taken, refused = [taken for taken, _ in tried], [text for _, text in tried if text]
    unnamed = [text for text in refused if "mutant-" not in text and "model " not in text]
    print(
        f"mutated models: {count} opened or refused without a crash, {len(refused)} refused, {len(unnamed)} of them without"
        f" a name; median {np.median(taken):.2f} ms, slowest {max(taken):.1f} ms; {seconds:.0f} s in all",
        flush=True,
    )
    return [f"refused without a name: {text}" for text in unnamed]


def main(files: int = 100, models: int = 500, seed: int = 2026) -> int:
    """Measure and print."""
    wrong = bench_models(models, seed) + bench_images(files, seed)
    bomb = huge_png(30_000, zlib.compress(bytes(10**8), 9))
    print(f"a PNG of 900 megapixels: {milliseconds(lambda: decode(bomb)):.2f} ms")
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.tif"
        with archive.open("wb") as stream:
            stream.truncate(MAX_BYTES + 1)
        print(f"a file of more than 2 GB: {milliseconds(lambda: read_bytes(archive)):.2f} ms")
    print("\n".join(wrong) or "every file one row, none over 2 s, every model opened or refused by name")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
