"""How fast a batch is, beside the path it replaces: python tests/benchmarks/bench_speed.py [--model ID] [--rounds 3].

Measured in turn within each round, medians over the rounds: (a) the seed path, (b) eager PyTorch of the same architecture,
(c) the model alone on ready tensors, (d) decoding alone, (e) `classify` end to end in a program of its own, on a new ledger
and on one that knows every field, with its start-up and its peak memory. Then how memory grows. The numbers are saved as
JSON, and `--write-readme` puts the table of the last run into README.md: nobody types a number.
"""

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import onnxruntime

from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.desk import ON_CPU
from leukemia_desktop.core.image import decode, read_bytes
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.core.models import open_model
from tests.benchmarks import speed_children as children
from tests.benchmarks.readme import README, put
from tests.benchmarks.speed_fields import draw_slides
from tests.benchmarks.speed_table import table

ROOT = Path(__file__).resolve().parents[2]
SAVED = ROOT / "results" / "benchmarks" / "speed.json"
Figures = dict[str, list[float]]


def rate(work: Callable[[], int], seconds: float) -> float:
    """Fields a second; `work` does some fields and says how many, and is repeated until `seconds` are over."""
    begin, done = time.perf_counter(), 0
    while not done or time.perf_counter() - begin < seconds:
        done += work()
    return done / (time.perf_counter() - begin)


def in_this_program(manifest: Manifest, fields: list[Path]) -> dict[str, Callable[[], int]]:
    """What is measured here, by name: (c) and (d), and where PyTorch is installed (a) and (b)."""
    classifier = Classifier(manifest, provider="cpu")
    data = [read_bytes(path) for path in fields[:64]]
    tensors = [manifest.recipe.tensor(decode(one).image) for one in data]
    together = [tensors[first : first + ON_CPU] for first in range(0, len(tensors), ON_CPU)]  # as classify does
    pool = ThreadPoolExecutor(classifier.threads)
    parts: dict[str, Callable[[], int]] = {
        "model": lambda: sum(map(len, pool.map(classifier.predict, together))),
        "decode": lambda: len(list(pool.map(lambda one: decode(one).image.shape, data))),
    }
    try:
        import torch

        from tests.benchmarks import seed_path
    except ImportError:
        print("PyTorch is not installed: (a) the seed path and (b) eager PyTorch are left out")
        return parts
    seed = seed_path.build()

    def one_by_seed() -> int:
        seed_path.classify(seed, data[0])
        return 1

    parts = {"seed": one_by_seed} | parts
    try:
        from leukemia_desktop.training.train import ARCHITECTURES

        eager = ARCHITECTURES[manifest.architecture](4, "none", 0.0).eval()
    except (ImportError, KeyError) as error:
        print(f"(b) eager PyTorch of {manifest.architecture} is left out: {error!r}")
        return parts
    batch = torch.from_numpy(tensors[0])[None]

    def one_by_torch() -> int:
        with torch.inference_mode():
            return len(eager(batch))

    return parts | {"eager": one_by_torch}


def measure(manifest: Manifest, place: Path, rounds: int, growing: int) -> Figures:
    """Every figure of every round, by name."""
    slides = draw_slides(place, manifest)
    parts = in_this_program(manifest, sorted(slides["jpeg_224"].iterdir()))
    found: Figures = {}

    def note(name: str, value: float) -> None:
        found.setdefault(name, []).append(value)

    for part in parts.values():  # warm
        rate(part, 0.1)
    for number in range(rounds):
        for name, part in parts.items():
            note(name, rate(part, 1.5))
        for name, slide in slides.items():
            call = children.Classify(slide, manifest.folder, place / f"{name}-{number}")
            for figure, value in call().items():
                note(f"{name}_{figure}", value)
            if name == "jpeg_224":
                again = call()
                note("resume_fields_s", again["fields_s"])
    for name, value in children.growth(place / "growth", growing).items():
        note(name, value)
    return found


def facts(manifest: Manifest) -> dict[str, Any]:
    """Of the machine and of what was measured."""
    processor = platform.processor() or platform.machine()
    if sys.platform == "linux":
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        processor = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), processor)
    return {
        "processor": processor,
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "system": platform.system(),
        "python": platform.python_version(),
        "onnxruntime": onnxruntime.__version__,
        "model": manifest.id,
        "measured_at": datetime.now(UTC).date().isoformat(),
    }


def main() -> None:
    """Measure, print, save; or write the README's table from what was saved."""
    parser = argparse.ArgumentParser(description="how fast a batch is")
    parser.add_argument("--model", default="", help="id or folder; the default model when not given")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--growing", type=int, default=20_000, help="fields of the run whose memory is watched")
    parser.add_argument("--write-readme", action="store_true", help="only put the saved table into README.md")
    asked = parser.parse_args()
    if asked.write_readme:
        put(README, "bench", table(json.loads(SAVED.read_text("utf-8"))))
        return
    try:
        manifest = open_model(asked.model)
    except BrokenModel as error:
        print(f"no model to measure: {error}")
        return
    said = facts(manifest)
    with tempfile.TemporaryDirectory() as place:
        found = measure(manifest, Path(place), asked.rounds, asked.growing)
    saved = {"facts": said, "medians": {name: statistics.median(values) for name, values in found.items()}, "rounds": found}
    SAVED.parent.mkdir(parents=True, exist_ok=True)
    SAVED.write_text(json.dumps(saved, indent=1), "utf-8")
    print(table(saved))
    print(f"saved as {SAVED.relative_to(ROOT)}; --write-readme puts the table into README.md")


if __name__ == "__main__":
    main()
