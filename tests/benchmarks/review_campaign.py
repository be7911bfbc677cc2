"""kill -9 at random moments of a review: python tests/benchmarks/review_campaign.py [--kills 50] [--reviews 1000].

A child reviews the fields of one slide, one after the other, with an undo now and then, and says of each decision that it is
kept. It is killed, again and again, and each time goes on where the record says it was. After every kill and at the end:
what was said to be kept is in the ledger, in that order, what was in it before still is, and the audit chain holds.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from leukemia_desktop.core.ledger import Ledger  # noqa: E402  the path must be known first

CHILD = """
import sys
from pathlib import Path
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.review import change_of, decide, readings
from tests.core.test_slide import a_result
with Ledger(Path(sys.argv[1])) as book:
    slide = [a_result("Pre", number=number) for number in range(int(sys.argv[2]))]
    book.record(slide)
    with book.reading() as page:
        read = readings(page, [result.key.image_sha256 for result in slide])
    print("begun", flush=True)
    for number, result in enumerate(slide):
        if result.key.image_sha256 in read:
            continue
        change = change_of(result, ("Pre", "Pro", "Artefact")[number % 3], "why")
        (made,) = decide(book, [change], reader="Ada")
        print(f"review {number}", flush=True)
        if number % 10 == 0:
            decide(book, [change.reversed(made)], reader="Ada", what="undo")
            print(f"undo {number}", flush=True)
            decide(book, [change], reader="Ada", what="redo")
            print(f"redo {number}", flush=True)
    print("end", flush=True)
    sys.stdin.read()
"""


@dataclass
class Campaign:
    """What was done and what was found wrong; `wrong` stays empty."""

    kills: int = 0
    decisions: int = 0
    done: bool = False
    """Every field was reviewed in the end."""
    wrong: list[str] = field(default_factory=list)


def run_campaign(place: Path, *, kills: int, reviews: int, seed: int = 0) -> Campaign:
    """Kill that many times while a slide of `reviews` fields is reviewed, then let it come to its end."""
    chance, campaign, path = random.Random(seed), Campaign(), place / "ledger.sqlite"
    before: list[tuple[str, str]] = []
    while not campaign.done:
        command = [sys.executable, "-c", CHILD, str(path), str(reviews)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
            assert child.stdin and child.stdout
            said: list[str] = []
            if campaign.kills < kills:
                # so many decisions, and then a moment that is too short for an eye
                for line in child.stdout:
                    said.append(line)
                    if len(said) > reviews / kills * chance.uniform(0, 1.2) or line == "end\n":
                        break
                time.sleep(chance.uniform(0, 0.01))
                child.kill()
            else:
                child.stdin.close()
            said += child.stdout.readlines()
        if child.returncode == -9:
            campaign.kills += 1
        elif child.returncode == 0:
            campaign.done = True
        else:
            campaign.wrong.append(f"the child ended by itself with {child.returncode}")
            break
        kept = [tuple(line.split()) for line in said if line.endswith("\n") and line not in ("begun\n", "end\n")]
        before = _look(path, kept, before, campaign)
    campaign.decisions = len(before)
    if (found := len({number for _, number in before})) != reviews:
        campaign.wrong.append(f"{found} of {reviews} fields are reviewed in the end")
    return campaign


def _look(
    path: Path, kept: list[tuple[str, ...]], before: list[tuple[str, str]], campaign: Campaign
) -> list[tuple[str, str]]:
    """Decisions in order, after what must be true of the ledger was checked."""
    if not path.exists():
        return []
    with Ledger(path) as ledger:
        if ledger.set_aside:
            campaign.wrong.append("the ledger was taken for damaged")
        if broken := ledger.verify():
            campaign.wrong.append(broken)
        entries = [(e["what"], str(int(e["image_sha256"]))) for e in ledger.entries() if e["what"] != "analysed"]
    if entries[: len(before)] != before:
        campaign.wrong.append("what was decided before a kill changed after it")
    fresh = entries[len(before) :]
    # one more than was said: killed between keeping it and saying so
    if fresh[: len(kept)] != kept or len(fresh) > len(kept) + 1:
        campaign.wrong.append(f"{len(kept)} decisions were said to be kept and {len(fresh)} are")
    return entries


def main() -> int:
    """Run it and print; 1 when anything was found wrong."""
    parser = argparse.ArgumentParser(description="kill -9 at random moments of a review")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--reviews", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        campaign = run_campaign(Path(place), kills=asked.kills, reviews=asked.reviews, seed=asked.seed)
    print(
        f"{campaign.kills} kills of a review of {asked.reviews} fields, {campaign.decisions} decisions in the ledger\n"
        + ("\n".join(campaign.wrong) or "0 lost, 0 changed, the chain holds")
    )
    return bool(campaign.wrong)


if __name__ == "__main__":
    sys.exit(main())
