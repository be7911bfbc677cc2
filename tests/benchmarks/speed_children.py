"""What is measured in a program of its own: `classify` end to end, its start, and the memory of a long run."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.speed_fields import save_small
from tests.conftest import build_tiny_model

ROOT = Path(__file__).resolve().parents[2]

CLASSIFY = """
from tests.benchmarks.speed_memory import peak_megabytes, peak_megabytes_of_programs
from leukemia_desktop import cli
try:
    cli.main()
finally:
    print(peak_megabytes())
    print(peak_megabytes_of_programs())
"""

LONG_RUN = """
import sys
from pathlib import Path
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.run import Run
from leukemia_desktop.core.settings import Settings
from tests.benchmarks.speed_memory import megabytes
slide, model, ledger = map(Path, sys.argv[1:])
classifier = Classifier(Manifest.read(model), provider="cpu")
with Ledger(ledger) as book:
    for name in ("new", "known"):
        run = Run(find_fields(slide), classifier, Settings(), book)
        for number, _ in enumerate(run, 1):
            if number in (1000, len(run.fields)) and name == "new":
                print(megabytes())
        print(len(run.fields) / run.seconds)
"""


@dataclass(frozen=True)
class Classify:
    """`leukemia-desktop classify` on one slide, with a ledger and a home of its own in the folder `out`."""

    slide: Path
    model: Path
    out: Path

    def __call__(self) -> dict[str, float]:
        """`fields_s` from the first field to the last, `first_s` from the call to the first outcome, `peak_mb` of memory,
        and `beside_mb` of the largest program beside it, 0 where the slide was too short for any."""
        self.out.mkdir(exist_ok=True)
        files = ["--csv", str(self.out / "out.csv"), "--ledger", str(self.out / "ledger.sqlite")]
        arguments = ["classify", str(self.slide), *files, "--model", str(self.model), "--provider", "cpu", "--quiet"]
        first = self._first_seconds()
        peak, beside = _said(CLASSIFY, arguments, self.out)
        said = json.loads((self.out / "out.json").read_text("utf-8"))
        analysed = sum(slide["analysed"] for slide in said["slides"])
        return {"fields_s": analysed / said["seconds"], "first_s": first, "peak_mb": peak, "beside_mb": beside}

    def _first_seconds(self) -> float:
        """As a script sees it: from the call of the command, as it is, to the line of its first field; then Ctrl+C."""
        home = self.out / "first"
        home.mkdir(exist_ok=True)
        files = ["--csv", str(home / "out.csv"), "--ledger", str(home / "ledger.sqlite"), "--no-resume", "--json"]
        model = ["--model", str(self.model), "--provider", "cpu", "--quiet"]
        call = [sys.executable, "-m", "leukemia_desktop", "classify", str(self.slide), *files, *model]
        begin = time.monotonic()
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(call, cwd=ROOT, env=_surroundings(home), text=True, **streams) as program:
            assert program.stdout
            for line in program.stdout:
                if json.loads(line)["event"] == "outcome":
                    seconds = time.monotonic() - begin
                    break
            else:
                raise RuntimeError(f"{self.slide}: classify told of no field")
            program.send_signal(signal.SIGINT)
            program.stdout.read()
        return seconds


def growth(place: Path, fields: int) -> dict[str, float]:
    """Memory after 1,000 fields and after `fields`, and the rates with a model that costs nothing, new and known fields."""
    slide = save_small(place / "slide", fields)
    arguments = [str(slide), str(build_tiny_model(place / "tiny")), str(place / "ledger.sqlite")]
    at_1000, at_last, new, known = _said(LONG_RUN, arguments, place)
    return {
        "memory_1000_mb": at_1000,
        "memory_last_mb": at_last,
        "growth_percent": 100 * (at_last / at_1000 - 1),
        "growth_fields": fields,
        "without_model_fields_s": new,
        "long_resume_fields_s": known,
    }


def _said(code: str, arguments: list[str], home: Path) -> list[float]:
    """The numbers that a program printed; nothing that a person has set reaches it."""
    call = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(call, cwd=ROOT, env=_surroundings(home), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{arguments[0]} ended with {done.returncode}: {done.stderr}")
    return [float(line) for line in done.stdout.split()]


def _surroundings(home: Path) -> dict[str, str]:
    return os.environ | {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
