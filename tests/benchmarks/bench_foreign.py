"""Prints how many of hundreds of pictures that are no smears the default model flags, and what passes.

    python tests/benchmarks/bench_foreign.py [PICTURES]

Drawn ones of tests/foreign.py, and photographs inside scikit-image's wheel where it is installed or unpacked at PICTURES.
Last result: 506 pictures, all flagged, 505 of them Unidentified.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from PIL import Image as Pillow

from leukemia_desktop.core.analysis import Failure, analyze
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.trust import UNIDENTIFIED

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
EACH = 30
"""Pictures of each drawn kind."""


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def main(folder: Path | None) -> None:
    from tests.foreign import drawn_pictures, photos, photos_in

    with tempfile.TemporaryDirectory() as scratch:
        fields = []
        for number, (name, image) in enumerate([*drawn_pictures(EACH), *(photos_in(folder) if folder else photos())]):
            path = Path(scratch, f"{number:05}.png")
            Pillow.fromarray(image).save(path)
            fields.append(Field(path, "strange", name))
        labelled: Counter[str] = Counter()
        passed = total = 0
        for outcome in analyze(fields, Classifier(open_model(), provider="cpu")):
            if isinstance(outcome, Failure):
                say("failed:", outcome.field.name, outcome.reason)
                continue
            total += 1
            passed += outcome.verdict.status == "ok"
            if outcome.verdict.label != UNIDENTIFIED:
                labelled[outcome.verdict.label] += 1
                say(outcome.field.name, outcome.verdict.label, outcome.verdict.flags, outcome.domain_score)
        say(f"{total} pictures, {total - passed} flagged, {total - labelled.total()} of them {UNIDENTIFIED}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
