"""What the window sends to a worker thread besides analysing: finding fields, checking a model, writing a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leukemia_desktop.core.files import UnwritableFile

if TYPE_CHECKING:  # the core's rooms load in the thread, after the first paint
    from leukemia_desktop.core.fields import Field
    from leukemia_desktop.core.manifest import Manifest
    from leukemia_desktop.core.run import Run
    from leukemia_desktop.core.settings import Settings


@dataclass(frozen=True)
class Found:
    """Fields of opened folders, and one sentence for each that gave none."""

    fields: "Sequence[Field]"
    refusals: Sequence[str]


@dataclass(frozen=True)
class Checked:
    """A model whose files are as they were shipped, or the reason why it is refused."""

    wanted: str
    manifest: "Manifest | None"
    megabytes: float = 0.0
    refusal: str = ""


@dataclass(frozen=True)
class Report:
    """A run to write and where; `refusal` is empty once it is written."""

    run: "Run"
    path: Path
    refusal: str = ""


def find(folders: Sequence[Path]) -> Found:
    """The fields of these folders and files."""
    from leukemia_desktop.core.fields import NoFields, find_slides

    try:
        return Found(*find_slides(folders))
    except NoFields as error:
        return Found((), (str(error),))


def check_model(settings: "Settings") -> Checked:
    """Read and verify the model that the settings name."""
    from leukemia_desktop.core.manifest import BrokenModel
    from leukemia_desktop.core.models import open_model

    try:
        manifest = open_model(settings=settings)
        return Checked(settings.model, manifest, len(manifest.verified_bytes) / 1e6)
    except BrokenModel as error:
        return Checked(settings.model, None, refusal=str(error))


def write(report: Report) -> Report:
    """Write a report whole, or say why not."""
    from leukemia_desktop.core.run import check_target, write_report

    try:
        check_target(report.path, report.run.fields)
        write_report(report.run.report(), report.path)
    except UnwritableFile as error:
        return Report(report.run, report.path, str(error))
    return report


def load_rooms(_: object) -> None:
    """Import what the window needs after its first paint; the event loop goes on meanwhile."""
    import leukemia_desktop.gui.furniture  # noqa: F401
    from leukemia_desktop.gui import panels

    panels.load()
