"""kill -9 at random moments of a batch: python tests/benchmarks/kill_campaign.py [--kills 100] [--fields 2000] [--seed 0].

A child classifies a slide of drawn noise and is killed, again and again, each time at another moment: while it starts, while
it opens the ledger, in the middle of a transaction. After every kill the ledger is looked at: what the child had shown is in
it, what was in it before still is, nothing is doubled, and the audit chain holds. When a slide is done, a new ledger begins.
"""

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PIL import Image as Pillow

from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.image import read_bytes
from leukemia_desktop.core.ledger import Ledger
from tests.conftest import build_tiny_model

CHILD = """
import sys
from pathlib import Path
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.run import Run
from leukemia_desktop.core.settings import Settings
slide, model, ledger = map(Path, sys.argv[1:])
with Ledger(ledger) as book:
    run = Run(find_fields(slide), Classifier(Manifest.read(model), provider="cpu"), Settings(), book)
    for number, outcome in enumerate(run):
        if not number:
            print("begun", flush=True)
        print(outcome.key.image_sha256[:16], flush=True)
"""


@dataclass
class Campaign:
    """What was done and what was found wrong; `wrong` stays empty."""

    kills: int = 0
    slides_done: int = 0
    recorded: int = 0
    """Results that were in a ledger at the moment of a kill, all kills together."""
    starts: list[float] = field(default_factory=list)
    """Seconds from starting the program to its first outcome."""
    wrong: list[str] = field(default_factory=list)


def run_campaign(place: Path, *, kills: int, fields: int, seed: int = 0) -> Campaign:
    """Kill that many times while `fields` noise fields are classified; `place` is an empty folder."""
    chance, campaign = random.Random(seed), Campaign()
    slide, model = _draw(place / "slide", fields, seed), build_tiny_model(place / "tiny")
    images = {_sha(found.path)[:16] for found in find_fields(slide)}
    ledger, before = place / "0.sqlite", list[str]()
    start, whole = 1.0, 1.0  # seconds; measured as it goes
    while campaign.kills < kills:
        begin = time.monotonic()
        arguments = [sys.executable, "-c", CHILD, str(slide), str(model), str(ledger)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as child:
            assert child.stdout
            if chance.random() < 0.25:  # while it starts
                moment, begun = chance.uniform(0, start), ""
            else:
                begun = child.stdout.readline()
                campaign.starts.append(time.monotonic() - begin)
                start = min(campaign.starts)
                # the first of a slide takes longest; a tenth is often enough to have it killed several times
                moment = chance.uniform(0, whole) * chance.choice((1.0, 0.1))
            begin = time.monotonic()
            try:
                child.wait(moment)
                whole = max(0.05, time.monotonic() - begin)
            except subprocess.TimeoutExpired:
                child.kill()
            said = (begun + child.stdout.read()).splitlines()
        shown = {line for line in said if line in images}  # the last line can be cut
        done = child.returncode == 0
        before = _look(ledger, shown, before, campaign)
        if done:
            campaign.slides_done += 1
            if len(before) != len(images):
                campaign.wrong.append(f"a finished slide has {len(before)} results for {len(images)} fields")
            ledger, before = place / f"{campaign.slides_done}.sqlite", []
        else:
            campaign.kills += 1
            campaign.recorded += len(before)
            if child.returncode != -9:
                campaign.wrong.append(f"the child ended by itself with {child.returncode}")
    return campaign


def _look(path: Path, shown: set[str], before: list[str], campaign: Campaign) -> list[str]:
    """Hashes of the audit entries in order, after what must be true of the ledger was checked."""
    if not path.exists():  # killed before it was made
        if shown:
            campaign.wrong.append(f"{len(shown)} fields were shown and there is no ledger")
        return []
    with Ledger(path) as ledger:
        if ledger.set_aside:
            campaign.wrong.append("the ledger was taken for damaged")
        if broken := ledger.verify():
            campaign.wrong.append(broken)
        entries = list(ledger.entries())
    images = [entry["image_sha256"][:16] for entry in entries]
    if lost := shown - set(images):
        campaign.wrong.append(f"{len(lost)} fields were shown and are lost")
    if len(set(images)) != len(images):
        campaign.wrong.append(f"{len(images) - len(set(images))} results are doubled")
    hashes = [entry["hash"] for entry in entries]
    if hashes[: len(before)] != before:
        campaign.wrong.append("what was recorded before a kill changed after it")
    return hashes


def _draw(folder: Path, fields: int, seed: int) -> Path:
    folder.mkdir()
    rng = np.random.default_rng(seed)
    for number in range(fields):
        Pillow.fromarray(rng.integers(0, 256, (160, 160, 3), dtype=np.uint8)).save(folder / f"{number}.jpg")
    return folder


def _sha(path: Path) -> str:
    return hashlib.sha256(read_bytes(path)).hexdigest()


def main() -> int:
    """Run it and print; 1 when anything was found wrong."""
    parser = argparse.ArgumentParser(description="kill -9 at random moments of a batch")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--fields", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        campaign = run_campaign(Path(place), kills=asked.kills, fields=asked.fields, seed=asked.seed)
    print(
        f"{campaign.kills} kills of a batch of {asked.fields} fields, with {campaign.recorded / asked.kills:.0f} results"
        f" recorded at a kill on average; {campaign.slides_done} slides came to their end meanwhile\n"
        f"after a kill the first outcome came within {max(campaign.starts):.1f} s"
        f" (median {sorted(campaign.starts)[len(campaign.starts) // 2]:.2f} s)\n"
        + ("\n".join(campaign.wrong) or "0 lost, 0 doubled, every chain holds")
    )
    return bool(campaign.wrong)


if __name__ == "__main__":
    sys.exit(main())
