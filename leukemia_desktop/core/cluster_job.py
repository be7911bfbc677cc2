"""What a worker of the cluster is asked: hashes of files, outcomes of fields, and whether it gives the same results."""

import dataclasses
import hashlib
import json
import math
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

from leukemia_desktop.core import outcome
from leukemia_desktop.core.analysis import analyze
from leukemia_desktop.core.classifier import Classifier, NoProvider
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.image import UnreadableImage, read_bytes
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.outcome import Outcome
from leukemia_desktop.core.recipe import Recipe, Step
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.trust import Verdict

SAME = ("leukemia_desktop", "onnxruntime", "cv2", "PIL", "simplejpeg", "numpy")
"""What must have the same version everywhere: with it the logits are the same, bit for bit, on the same provider."""


class ClusterTrouble(Exception):
    """The other machines cannot do it; the message says why and what to do."""


@dataclass(frozen=True)
class Job:
    """What a worker needs beside the fields. The model is opened there, from its own files, and must be this very one."""

    model_id: str
    model_folder: str
    model_sha256: str
    manifest_sha256: str
    recipe: Recipe
    settings: Settings
    versions: Mapping[str, str]

    @classmethod
    def of(cls, manifest: Manifest, recipe: Recipe, settings: Settings) -> Self:
        """The job of a run with this model, as this machine has it."""
        return cls(
            model_id=manifest.id,
            model_folder=str(manifest.folder.absolute()),
            model_sha256=manifest.sha256,
            manifest_sha256=_digest(manifest),
            recipe=recipe,
            settings=settings,
            versions=_versions(),
        )


def hashes(fields: Sequence[Field]) -> tuple[str, list[str]]:
    """The worker's address, and the SHA-256 of each file; empty where it cannot be read, which analysing then explains."""
    from distributed import get_worker

    found = []
    for one in fields:
        try:
            found.append(hashlib.sha256(read_bytes(one.path)).hexdigest())
        except UnreadableImage:
            found.append("")
    return get_worker().address, found


def analyze_chunk(job: Job, fields: Sequence[Field]) -> list[Outcome]:
    """One outcome per field, in their order. Raises ClusterTrouble on a worker that joined later and does not fit."""
    from distributed import get_worker

    if reason := refusal(job):
        raise ClusterTrouble(f"worker {get_worker().address}: {reason}")
    classifier = _classifier(*_model_of(job))
    # a worker is a program already, and its memory is counted: none of its own beside it
    outcomes = analyze(fields, classifier, recipe=job.recipe, settings=job.settings, alone=math.inf)
    found = {one.field: one for one in outcomes}
    return [found[one] for one in fields]


def refusal(job: Job) -> str:
    """Why this worker would not give the same results; empty when it would."""
    mine = _versions()
    for name, wanted in job.versions.items():
        if mine.get(name) != wanted:
            return f"{name} is {mine.get(name)} there and {wanted} here; install the same"
    try:
        _classifier(*_model_of(job))
    except (BrokenModel, NoProvider) as error:
        return str(error)
    return ""


def _model_of(job: Job) -> tuple[str, str, str, str, str, int]:
    settings = job.settings
    return job.model_folder, job.model_id, job.model_sha256, job.manifest_sha256, settings.provider, settings.threads


@lru_cache(maxsize=2)
def _classifier(folder: str, model: str, sha256: str, manifest_sha256: str, provider: str, threads: int) -> Classifier:
    """Opened once: the model at the same path, or else the worker's own of that id. Raises BrokenModel, NoProvider."""
    same = Path(folder)
    manifest = Manifest.read(same) if (same / "manifest.json").is_file() else open_model(model)
    if manifest.sha256 != sha256:
        raise BrokenModel(f"model {model} has the SHA-256 {manifest.sha256[:12]} there and {sha256[:12]} here")
    if _digest(manifest) != manifest_sha256:
        raise BrokenModel(f"model {model} has another manifest.json there than here")
    return Classifier(manifest, provider=provider, threads=threads)


def _digest(manifest: Manifest) -> str:
    return hashlib.sha256(json.dumps(manifest.raw, sort_keys=True).encode()).hexdigest()


def _versions() -> dict[str, str]:
    # Pickle carries an outcome by the order of its parts. Two checkouts of one version that differ there would not fail but
    # shift every value into its neighbour's place.
    kinds = (outcome.Result, outcome.Failure, outcome.Key, Verdict, Field, Settings, Recipe, Step)
    layout = repr([(kind.__name__, [part.name for part in dataclasses.fields(kind)]) for kind in kinds])
    versions = {name: str(pkgutil.resolve_name(f"{name}:__version__")) for name in SAME}
    return versions | {"the layout of outcomes": hashlib.sha256(layout.encode()).hexdigest()[:12]}
