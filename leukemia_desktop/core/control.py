"""Daily control: a marked folder is run before patient slides, and compared with what it gave when all was well.

Levey-Jennings: one number a run and statistic, in standard deviations from the baseline. Westgard's rules (1981): one run
beyond 3 SD, or two in a row beyond 2 SD on the same side, and the system is out of control.
"""

import hashlib
import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

from leukemia_desktop.core.analysis import analyze
from leukemia_desktop.core.cells import survey
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import find_fields
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.image import read_image
from leukemia_desktop.core.outcome import Result, now
from leukemia_desktop.core.quality import inspect, stain_strength, unevenness
from leukemia_desktop.core.settings import Settings, data_folder

STATISTICS = ("suspicion", "domain_score", "focus", "brightness", "stain", "red_cell_diameter", "unevenness", "cells")
"""What is followed from run to run, each a mean over the fields; suspicion is the probability of Early, Pre or Pro."""
FEWEST = 5
"""Fields in a control folder at least: fewer say nothing about spread."""
SAME = 0.02
"""Probability by which the same file may differ: int8 models on another provider stay below it."""
RUNS = 5
"""Baseline runs from which the spread is taken between runs; with fewer it is guessed from the spread between fields."""
START = "0" * 64
NO_BASELINE = "there is no baseline of this folder with this model: begin with --baseline"


class BadControl(Exception):
    """A control run that cannot be made or compared; the message says why."""


@dataclass(frozen=True)
class Seen:
    """One field of a control run."""

    sha256: str
    label: str
    probabilities: tuple[float, ...]
    numbers: Mapping[str, float]
    """By STATISTICS."""


@dataclass(frozen=True)
class Reading:
    """One run over a control folder."""

    folder: str
    at: str
    provider: str
    model_sha256: str
    fields: Mapping[str, Seen] = field(repr=False)
    """By name."""

    def mean(self, statistic: str) -> float:
        """Over the fields."""
        return fmean(seen.numbers[statistic] for seen in self.fields.values())

    def error(self, statistic: str) -> float:
        """Standard error of the mean, from the spread between fields."""
        return stdev(seen.numbers[statistic] for seen in self.fields.values()) / math.sqrt(len(self.fields))


@dataclass(frozen=True)
class Finding:
    """One rule that a run breaks. `stop` says that no patient slide is to be run; else it is a warning."""

    rule: str
    what: str
    sentence: str
    stop: bool = True


@dataclass(frozen=True)
class Entry:
    """One line of the history: a run, "baseline" or "check", with what was wrong with it."""

    kind: str
    reading: Reading
    findings: Sequence[Finding]


def take_reading(
    folder: Path, classifier: Classifier, settings: Settings | None = None, *, stopped: Callable[[], bool] = lambda: False
) -> Reading:
    """Run a control folder; nothing is recalled from a ledger and nothing recorded. Raises BadControl, NoFields.

    `stopped` is asked after each field; where it says so, BadControl is raised.
    """
    fields = find_fields(folder)
    seen: dict[str, Seen] = {}
    for outcome in analyze(fields, classifier, settings=settings):
        if stopped():
            raise BadControl(f"{folder}: the control was stopped")
        if not isinstance(outcome, Result):
            raise BadControl(f"{outcome.field.path}: {outcome.reason}")
        image = read_image(outcome.field.path)
        found = survey(image)
        quality = inspect(found)
        verdict = outcome.verdict
        numbers = {
            "suspicion": 1 - verdict.probabilities[0],
            "domain_score": outcome.domain_score or 0.0,
            "stain": stain_strength(found),
            "unevenness": unevenness(found),
            "cells": float(quality.cell_count),
        } | {name: float(getattr(quality, name)) for name in STATISTICS if hasattr(quality, name)}
        name = f"{outcome.field.slide}/{outcome.field.name}"
        seen[name] = Seen(outcome.key.image_sha256, verdict.label, verdict.probabilities, numbers)
    if len(seen) < FEWEST:
        raise BadControl(f"{folder}: {len(seen)} fields are too few for a control; take at least {FEWEST}")
    return Reading(str(folder.absolute()), now(), classifier.provider, classifier.manifest.sha256, seen)


def limits(baselines: Sequence[Reading], statistic: str) -> tuple[float, float]:
    """Mean and standard deviation of a run's mean when all is well."""
    means = [reading.mean(statistic) for reading in baselines]
    between = stdev(means) if len(means) >= RUNS else 0.0
    # the files of a copied folder give the same means to the last digit: the chart must not call that a spread of nothing
    guessed = fmean(reading.error(statistic) for reading in baselines)
    middle = fmean(means)
    return middle, max(between if len(means) >= RUNS else guessed, 0.1 * guessed, 1e-6 * abs(middle), 1e-9)


def deviation(baselines: Sequence[Reading], reading: Reading, statistic: str) -> float:
    """Of a run, in standard deviations from the baseline."""
    middle, spread = limits(baselines, statistic)
    return (reading.mean(statistic) - middle) / spread


def judge_reading(baselines: Sequence[Reading], earlier: Sequence[Reading], reading: Reading) -> list[Finding]:
    """What is wrong with a run: Westgard's rules on every statistic, and what the same files gave before.

    `earlier` are the checks since the baseline, in order. Raises BadControl without a baseline of this model.
    """
    baselines = [known for known in baselines if known.model_sha256 == reading.model_sha256]
    if not baselines:
        raise BadControl(NO_BASELINE)
    found = []
    before = [known for known in earlier if known.model_sha256 == reading.model_sha256][-1:]
    for statistic in STATISTICS:
        z = deviation(baselines, reading, statistic)
        last = deviation(baselines, before[0], statistic) if before else 0.0
        words = f"{statistic.replace('_', ' ')} is {z:+.1f} SD from the baseline"
        if abs(z) > 3:
            found.append(Finding("1-3s", statistic, words))
        elif abs(z) > 2 and abs(last) > 2 and z * last > 0:
            found.append(Finding("2-2s", statistic, f"{words}, and was {last:+.1f} SD in the run before"))
        elif abs(z) > 2:
            found.append(Finding("1-2s", statistic, words, stop=False))
    return found + compare(baselines[-1], reading)


def compare(known: Reading, reading: Reading) -> list[Finding]:
    """What the same files give now and gave before, or on another provider; files that changed are not compared."""
    by_content = {seen.sha256: seen for seen in known.fields.values()}
    found = []
    for name, seen in reading.fields.items():
        before = by_content.get(seen.sha256)
        if before is None:
            continue
        apart = max(abs(a - b) for a, b in zip(seen.probabilities, before.probabilities, strict=True))
        where = f"on {reading.provider}, {known.provider} before" if known.provider != reading.provider else "now"
        if seen.label != before.label:
            found.append(Finding("same file", name, f"{name} is {seen.label} {where}, and was {before.label}"))
        elif apart > SAME:
            found.append(Finding("same file", name, f"{name} differs by {apart:.3f} in probability {where}"))
    return found


# ---- history


def history_path() -> Path:
    """Beside the ledger of this user."""
    return data_folder() / "control.jsonl"


def append(path: Path, kind: str, reading: Reading, findings: Iterable[Finding] = ()) -> None:
    """Add a run to the history, an append-only file: each line carries the hash of the one before. Raises UnwritableFile."""
    lines = _lines(path)
    entry = {
        "kind": kind,
        "reading": asdict(reading),
        "findings": [asdict(finding) for finding in findings],
        "previous": _digest(lines[-1]) if lines else START,
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(json.dumps(entry, ensure_ascii=True) + "\n")
    except OSError as error:
        raise UnwritableFile(f"{path}: {error.strerror or error}") from None


def history(path: Path, folder: Path) -> tuple[list[Reading], list[Reading]]:
    """Baseline runs and later checks of a control folder, in order; a new baseline starts over.

    Baseline runs in a row make one baseline together. Raises BadControl when the file was altered.
    """
    baselines: list[Reading] = []
    checks: list[Reading] = []
    for entry in entries(path, folder):
        if entry.kind == "check":
            checks.append(entry.reading)
        else:
            baselines = [entry.reading] if checks else [*baselines, entry.reading]
            checks = []
    return baselines, checks


def entries(path: Path, folder: Path) -> list[Entry]:
    """Every run over a control folder, in order, with what was found then. Raises BadControl when the file was altered."""
    found: list[Entry] = []
    previous = START
    for number, line in enumerate(_lines(path), 1):
        try:
            entry = json.loads(line)
            if entry["previous"] != previous:
                raise ValueError("a line before it was altered or removed")
            known = Entry(entry["kind"], _reading(entry["reading"]), [Finding(**each) for each in entry["findings"]])
        except (ValueError, KeyError, TypeError) as error:
            raise BadControl(f"{path}: line {number}: {error}") from None
        previous = _digest(line)
        if known.reading.folder == str(folder.absolute()):
            found.append(known)
    return found


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise BadControl(f"{path}: {error}") from None


def _reading(data: dict[str, Any]) -> Reading:
    fields = {
        name: Seen(seen["sha256"], seen["label"], tuple(seen["probabilities"]), seen["numbers"])
        for name, seen in data["fields"].items()
    }
    return Reading(data["folder"], data["at"], data["provider"], data["model_sha256"], fields)


def _digest(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()
