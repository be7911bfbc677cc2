"""A night's archive of tiny fields through `classify`: python tests/benchmarks/archive_campaign.py [--fields 100000].

Draws the fields (each of other content) as slides of 2,000 into a temporary folder, classifies them with a model that costs
next to nothing, writes CSV and HTML, and classifies them once more from the ledger. Looks whether every field is one right
row and how much memory the program has after 1,000, 20,000 and all fields. Goal: less than 5 % more after 20,000 than after
1,000. Exit 1 where something is wrong.
"""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PIL import Image as Pillow

from tests.conftest import COLOURS, build_tiny_model

ROOT = Path(__file__).resolve().parents[2]
A_SLIDE = 2000
LABELS = tuple(COLOURS)

CHILD = """
import time
from tests.benchmarks.speed_memory import megabytes, peak_megabytes
from leukemia_desktop import cli
from leukemia_desktop.core.run import Run
over, begin = Run.over, time.monotonic()
def told(run, fields):
    for number, outcome in enumerate(over(run, fields), 1):
        if number in (1000, 20000, len(run.fields)):
            print(f"{number} {megabytes():.1f} {run.seconds:.1f}")
        yield outcome
Run.over = told
try:
    cli.main()
finally:
    print(f"0 {peak_megabytes():.1f} {time.monotonic() - begin:.1f}")
"""


def draw(folder: Path, fields: int) -> None:
    """Slides of A_SLIDE fields; number n has the colour of label n modulo 4, and n itself in its pixels."""
    for number in range(fields):
        slide = folder / f"slide {number // A_SLIDE}"
        slide.mkdir(parents=True, exist_ok=True)
        pixels = np.full((16, 16, 3), COLOURS[LABELS[number % 4]], np.uint8)
        pixels[0, :4, 0] = [number >> shift & 255 for shift in (24, 16, 8, 0)]
        Pillow.fromarray(pixels).save(slide / f"field_{number}.png", compress_level=1)


def classify(place: Path) -> dict[int, tuple[float, float]]:
    """By number of fields, megabytes and seconds; 0 stands for the peak and the whole call."""
    files = ["--csv", place / "out.csv", "--html", place / "out.html", "--ledger", place / "ledger.sqlite"]
    call = ["classify", place / "archive", *files, "--model", place / "tiny", "--provider", "cpu", "--quiet"]
    home = {name: str(place) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, call)], cwd=ROOT, env=os.environ | home, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    lines = [line.split() for line in done.stdout.splitlines()]
    return {int(number): (float(memory), float(seconds)) for number, memory, seconds in lines}


def faults(path: Path, fields: int) -> list[str]:
    """What is wrong with the CSV."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    wrong = [] if len(rows) == fields else [f"{len(rows)} rows for {fields} fields"]
    if len({row["sha256"] for row in rows}) != fields:
        wrong.append("contents are doubled or missing")
    for number, row in enumerate(rows):
        if (row["file"], row["slide"], row["label"] or row["status"]) != (
            f"field_{number}.png",
            f"archive/slide {number // A_SLIDE}",
            LABELS[number % 4],
        ):
            wrong.append(f"row {number} is {row}")
            break
    return wrong


def main() -> int:
    """Draw, classify twice, look, print."""
    parser = argparse.ArgumentParser(description="an archive of tiny fields through classify")
    parser.add_argument("--fields", type=int, default=100_000)
    fields = parser.parse_args().fields
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        build_tiny_model(place / "tiny")
        draw(place / "archive", fields)
        for which in ("new", "known"):
            measured = classify(place)
            peak, whole = measured.pop(0)
            at = ", ".join(f"{memory:.0f} MB after {number:,} fields" for number, (memory, _) in measured.items())
            rate = fields / measured[fields][1]
            print(f"{which}: {at}; peak {peak:.0f} MB; {rate:,.0f} fields/s, {whole:.0f} s in all")  # noqa: T201
            wrong += faults(place / "out.csv", fields)
            if which == "new" and 20_000 in measured:
                growth = measured[20_000][0] / measured[1000][0] - 1
                print(f"memory from field 1,000 to field 20,000: {100 * growth:+.1f} %")  # noqa: T201
                wrong += ["memory grows by more than 5 %"] if growth >= 0.05 else []
    print("\n".join(wrong) or f"every one of {fields:,} fields is one right row, twice")  # noqa: T201
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
