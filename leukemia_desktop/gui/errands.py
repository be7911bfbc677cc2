"""What the window sends to a worker thread besides analysing: finding fields, checking a model, writing a report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from leukemia_desktop.core.files import UnwritableFile

AT_A_TIME = 200
"""Outcomes that the window takes in one go."""

if TYPE_CHECKING:  # the core's rooms load in the thread, after the first paint
    from leukemia_desktop.core.fields import Field
    from leukemia_desktop.core.manifest import Manifest
    from leukemia_desktop.core.outcome import Outcome
    from leukemia_desktop.core.reports import SlideReport
    from leukemia_desktop.core.run import Run
    from leukemia_desktop.core.settings import Settings
    from leukemia_desktop.gui.latest_only import Overtaken


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
class Added:
    """A model that is at hand now, or the reason why it is refused."""

    id: str
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


def add_model(source: Path) -> Added:
    """Verify a model folder, or a zip of one, and take it among the models at hand."""
    from leukemia_desktop.core import added_models
    from leukemia_desktop.core.manifest import BrokenModel

    try:
        return Added(added_models.add_model(source).id)
    except (BrokenModel, UnwritableFile) as error:
        return Added("", str(error))


def write(report: Report) -> Report:
    """Write a report whole, or say why not."""
    from leukemia_desktop.core.run import check_target, write_report

    try:
        check_target(report.path, report.run.fields)
        write_report(_report_of(report.run), report.path)
    except UnwritableFile as error:
        return Report(report.run, report.path, str(error))
    return report


def _report_of(run: "Run") -> "SlideReport":
    from leukemia_desktop.core.ledger import BadLedger, Ledger

    if run.ledger is None:
        return run.report()
    try:  # the run has closed its own; what persons decided since is in there
        with Ledger(run.ledger.path) as ledger:
            return replace(run, ledger=ledger).report()
    except BadLedger:
        return run.report()  # it says that reviews are missing


@dataclass(frozen=True)
class Judging:
    """Outcomes to judge once more by other settings; in the answer those whose verdict is another one now."""

    outcomes: "Sequence[Outcome]"
    manifest: "Manifest"
    settings: "Settings"


def judge_again(judging: Judging, overtaken: "Overtaken") -> Iterator["list[tuple[Outcome, Outcome]]"]:
    """Pairs of an outcome and what it is by these settings, a few at a time; the model is not asked again."""
    from leukemia_desktop.core.outcome import Result
    from leukemia_desktop.core.trust import judge

    changed: list[tuple[Outcome, Outcome]] = []
    for number, outcome in enumerate(judging.outcomes):
        if number % AT_A_TIME == 0 and overtaken():
            return
        if isinstance(outcome, Result) and outcome.key.model_sha256 == judging.manifest.sha256:
            verdict = judge(outcome.logits, judging.manifest, judging.settings, outcome.observed, outcome.domain_score)
            if verdict != outcome.verdict:
                changed.append((outcome, replace(outcome, verdict=verdict)))
        if len(changed) == AT_A_TIME:
            yield changed
            changed = []
    yield changed


def load_rooms(_: object) -> None:
    """Import what the window needs after its first paint; the event loop goes on meanwhile."""
    import leukemia_desktop.gui.furniture  # noqa: F401
    from leukemia_desktop.gui import panels

    panels.load()
