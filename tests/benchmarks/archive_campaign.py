"""A night's archive of tiny fields through `classify`: python tests/benchmarks/archive_campaign.py [--fields 100000].

Draws the fields (each of other content) as slides of 2,000 (or of --a-slide) into a temporary folder, classifies them with a
model that costs next to nothing (or with --model), writes every report format, and classifies them once more from the
ledger. Looks whether every field is one right row, how much memory the program has after 1,000, 20,000 and all fields, and
how long each report took, how large it is and how much memory the program had after it. Goal: less than 5 % more after
20,000 than after 1,000. Exit 1 where something is wrong.
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
LABELS = tuple(COLOURS)
FORMS = {"csv": "--csv", "html": "--html", "xlsx": "--xlsx", "pdf": "--pdf", "json": "--json-report"}
Measured = dict[str, tuple[float, float]]
"""By number of fields or format, megabytes and seconds; `all` stands for the peak and the whole call."""

CHILD = """
import time
from tests.benchmarks.speed_memory import megabytes, peak_megabytes
from leukemia_desktop import cli
from leukemia_desktop.core import batch
from leukemia_desktop.core.run import Run
over, write, begin = Run.over, batch.write_report, time.monotonic()
def written(report, path):
    start = time.monotonic()
    write(report, path)
    print(f"{path.suffix[1:]} {megabytes():.1f} {time.monotonic() - start:.1f}")
batch.write_report = written
def told(run, fields):
    for number, outcome in enumerate(over(run, fields), 1):
        if number in (1000, 20000, len(run.fields)):
            print(f"{number} {megabytes():.1f} {run.seconds:.1f}")
        yield outcome
Run.over = told
try:
    cli.main()
finally:
    print(f"all {peak_megabytes():.1f} {time.monotonic() - begin:.1f}")
"""


def draw(folder: Path, fields: int, a_slide: int) -> None:
    """Slides of `a_slide` fields; number n has the colour of label n modulo 4, and n itself in its pixels."""
    for number in range(fields):
        slide = folder / f"slide {number // a_slide}"
        slide.mkdir(parents=True, exist_ok=True)
        pixels = np.full((16, 16, 3), COLOURS[LABELS[number % 4]], np.uint8)
        pixels[0, :4, 0] = [number >> shift & 255 for shift in (24, 16, 8, 0)]
        Pillow.fromarray(pixels).save(slide / f"field_{number}.png", compress_level=1)


def classify(place: Path, model: str) -> Measured:
    """One call of the program, with every report."""
    files = [part for form, option in FORMS.items() for part in (option, place / f"out-{form}.{form}")]
    call = ["classify", place / "archive", *files, "--ledger", place / "ledger.sqlite", "--provider", "cpu", "--quiet"]
    home = {name: str(place) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, call), "--model", model],
        cwd=ROOT,
        env=os.environ | home,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    lines = [line.split() for line in done.stdout.splitlines()]
    return {what: (float(memory), float(seconds)) for what, memory, seconds in lines}


def faults(path: Path, fields: int, a_slide: int, *, labels: bool) -> list[str]:
    """What is wrong with the CSV; `labels`: whether the model is one that tells the colours apart."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    wrong = [] if len(rows) == fields else [f"{len(rows)} rows for {fields} fields"]
    if len({row["sha256"] for row in rows}) != fields:
        wrong.append("contents are doubled or missing")
    for number, row in enumerate(rows):
        said = row["label"] if labels else row["status"].replace("review", "ok")
        if (row["file"], row["slide"], said) != (
            f"field_{number}.png",
            f"archive/slide {number // a_slide}",
            LABELS[number % 4] if labels else "ok",
        ):
            wrong.append(f"row {number} is {row}")
            break
    return wrong


def tell(which: str, measured: Measured, place: Path, fields: int) -> None:
    """Print what one call took."""
    at = {int(what): memory for what, (memory, _) in measured.items() if what.isdigit()}
    memories = ", ".join(f"{memory:.0f} MB after {number:,} fields" for number, memory in at.items())
    peak, whole = measured["all"]
    rate = fields / measured[str(fields)][1]
    print(f"{which}: {memories}; peak {peak:.0f} MB; {rate:,.0f} fields/s, {whole:.0f} s in all", flush=True)
    for form in FORMS:
        memory, seconds = measured[form]
        size = (place / f"out-{form}.{form}").stat().st_size / 1e6
        print(f"    {form:4}: {seconds:5.1f} s, {size:6.1f} MB, {memory:.0f} MB of memory after it", flush=True)


def main() -> int:
    """Draw, classify twice, look, print."""
    parser = argparse.ArgumentParser(description="an archive of tiny fields through classify")
    parser.add_argument("--fields", type=int, default=100_000)
    parser.add_argument("--a-slide", type=int, default=2000, help="fields of one slide")
    parser.add_argument("--model", default="", help="a model of the program instead of one that costs next to nothing")
    wish = parser.parse_args()
    fields: int = wish.fields
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        tiny = build_tiny_model(place / "tiny")
        draw(place / "archive", fields, wish.a_slide)
        for which in ("new", "known"):
            measured = classify(place, wish.model or str(tiny))
            tell(which, measured, place, fields)
            wrong += faults(place / "out-csv.csv", fields, wish.a_slide, labels=not wish.model)
            if which == "new" and fields > 20_000:
                growth = measured["20000"][0] / measured["1000"][0] - 1
                print(f"memory from field 1,000 to field 20,000: {100 * growth:+.1f} %", flush=True)
                wrong += ["memory grows by more than 5 %"] if growth >= 0.05 else []
    print("\n".join(wrong) or f"every one of {fields:,} fields is one right row, twice")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
