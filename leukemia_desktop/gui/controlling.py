"""What the control panel's worker does: look how a control folder stands, or run it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leukemia_desktop.core import control
from leukemia_desktop.core.classifier import Classifier, ModelFailed, NoProvider
from leukemia_desktop.core.control import BadControl
from leukemia_desktop.core.daily import Standing, check_folder, standing
from leukemia_desktop.core.fields import NoFields
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.latest_only import Overtaken


@dataclass(frozen=True)
class Asked:
    """`what` is look, check or baseline."""

    what: str
    folder: Path
    manifest: Manifest
    settings: Settings
    before_run: bool = False
    """Asked because patient slides begin."""


@dataclass(frozen=True)
class Told:
    """How the folder stands, or why that cannot be said."""

    asked: Asked
    standing: Standing | None
    refusal: str = ""


def stand(asked: Asked, overtaken: Overtaken) -> Iterator[Told]:
    """One answer; a check takes as long as its fields and ends early when it is overtaken."""
    path = control.history_path()
    try:
        if asked.what != "look":
            classifier = Classifier(asked.manifest, provider=asked.settings.provider, threads=asked.settings.threads)
            baseline = asked.what == "baseline"
            check_folder(asked.folder, classifier, asked.settings, path, baseline=baseline, stopped=overtaken)
        elif not asked.folder.is_dir():
            yield Told(asked, None, f"{asked.folder}: no such folder")
            return
        yield Told(asked, standing(path, asked.folder, asked.manifest.sha256))
    except (BadControl, BrokenModel, ModelFailed, NoProvider, NoFields, UnwritableFile) as error:
        yield Told(asked, None, str(error))
