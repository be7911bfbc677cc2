"""What the window sends to a worker thread besides analysing: finding fields, checking a model, writing a report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

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
    """A run to write and where, one file a format; in the answer those that are written, and why the others are not."""

    run: "Run"
    paths: Sequence[Path]
    pseudonyms: bool = False
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
    """Write every file whole, or say why not; nothing is written where one of the places is refused."""
    from leukemia_desktop.core.run import check_target, write_report

    written: list[Path] = []
    try:
        for path in report.paths:
            check_target(path, report.run.fields)
        told = _report_of(report.run, pseudonyms=report.pseudonyms)
        for path in report.paths:
            write_report(told, path)
            written.append(path)
    except UnwritableFile as error:
        return replace(report, paths=written, refusal=str(error))
    return report


def _report_of(run: "Run", *, pseudonyms: bool) -> "SlideReport":
    """Raises UnwritableFile where there are to be pseudonyms and no ledger keeps their key."""
    from leukemia_desktop.core.ledger import BadLedger, Ledger
    from leukemia_desktop.core.pseudonyms import Pseudonyms

    if run.ledger is None:
        if pseudonyms:
            raise UnwritableFile(
                QCoreApplication.translate("errands", "Without a ledger there are no pseudonyms: it keeps their key.")
            )
        return run.report()
    try:  # the run has closed its own; what persons decided since is in there
        with Ledger(run.ledger.path) as ledger:
            told = replace(run, ledger=ledger).report()
            return Pseudonyms(ledger.pseudonym_key()).report(told) if pseudonyms else told
    except BadLedger as error:
        if pseudonyms:
            raise UnwritableFile(str(error)) from None
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
