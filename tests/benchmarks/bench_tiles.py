"""Prints what large fields give in tiles: drawn ones of 2592 x 1944 px in seconds, and BCCD by flags.

    python tests/benchmarks/bench_tiles.py

With an earlier model, mosaics of nine fields of one training group got the right label in 56 of 57; at 3, 2, 0.85, 0.7 and
0.55 times the training magnification 97, 100, 89, 100 and 95 % were right, and 5, 3, 19, 8 and 8 % were flagged out of
domain. With lite0-half-int8 and 28 other mosaics, the same at 1, 0.85, 0.7 and 0.55 times, 1, 1, 0 and 2 are flagged, at 1
and 0.85 the same one: the 19 % were not found again. With
eight other programs on two cores: 1.2 s for 12 tiles, 3.2 s for 48, 8.9 s for 192.
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median

from leukemia_desktop.core.analysis import Failure, analyze
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.synthetic import draw_field, save_field

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def large(classifier: Classifier) -> None:
    for diameter in (16, 32, 64):
        with tempfile.TemporaryDirectory() as scratch:
            for seed in range(2):
                save_field(draw_field(seed, size=(1944, 2592), red_cell_diameter=diameter), Path(scratch, f"{seed}.jpg"))
            seconds = []
            for _ in range(3):
                begun = time.perf_counter()
                outcomes = list(analyze(find_fields(Path(scratch)), classifier))
                seconds.append((time.perf_counter() - begun) / len(outcomes))
            tiles = [getattr(outcome, "tiles", 0) for outcome in outcomes]
            say(f"2592 x 1944, red cells of {diameter} px: {median(seconds):.2f} s a field, {tiles} tiles")


def bccd(classifier: Classifier) -> None:
    flags: Counter[str] = Counter()
    total = outside = in_tiles = 0
    for outcome in analyze(find_fields(DATA / "bccd"), classifier):
        if isinstance(outcome, Failure):
            continue
        total += 1
        outside += "out_of_domain" in outcome.verdict.flags
        in_tiles += outcome.tiles > 1
        flags.update(outcome.verdict.flags)
    say(f"BCCD: {outside} of {total} out of domain, {in_tiles} in tiles; flags {dict(flags)}")


if __name__ == "__main__":
    shipped = Classifier(open_model(), provider="cpu")
    large(shipped)
    if (DATA / "bccd").is_dir():
        bccd(shipped)
    else:
        say("BCCD is not on this machine")
