"""What a worker of the cluster is asked: hashes of files, outcomes of fields, and whether it gives the same results."""

import hashlib
import json
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

from leukemia_desktop.core.analysis import analyze
from leukemia_desktop.core.classifier import Classifier, NoProvider
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.image import UnreadableImage, read_bytes
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.outcome import Outcome
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.settings import Settings

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
            versions={name: _version(name) for name in SAME},
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
    outcomes = {outcome.field: outcome for outcome in analyze(fields, classifier, recipe=job.recipe, settings=job.settings)}
    return [outcomes[one] for one in fields]


def refusal(job: Job) -> str:
    """Why this worker would not give the same results; empty when it would."""
    for name, wanted in job.versions.items():
        if (here := _version(name)) != wanted:
            return f"{name} is {here} there and {wanted} here; install the same"
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


def _version(name: str) -> str:
    return str(pkgutil.resolve_name(f"{name}:__version__"))
