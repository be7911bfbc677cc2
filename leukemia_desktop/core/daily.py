"""The daily control as the command line does it: run the folder, compare, write the chart, say what to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from leukemia_desktop.core import control
from leukemia_desktop.core.classifier import Classifier, NoProvider, available_providers
from leukemia_desktop.core.control import BadControl, Entry, Reading
from leukemia_desktop.core.control_chart import write_chart
from leukemia_desktop.core.fields import NoFields, find_fields
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.run import check_place
from leukemia_desktop.core.settings import BadSettings, Settings

FRESH = timedelta(days=1)
"""A check that is older says nothing of today."""


def run_control(
    folder: Path,
    *,
    baseline: bool,
    say: Callable[[str], None],
    model: str = "",
    provider: str = "",
    chart: Path | None = None,
    history: Path | None = None,
) -> bool:
    """Run a control folder and record it; True when patient slides may be run.

    With `baseline` the run becomes the baseline, or joins the one just begun. Where a GPU is at hand and no provider is
    named, the same fields are run on the CPU as well and compared. Raises BadControl.
    """
    path = history or control.history_path()
    try:
        if chart:
            check_place(chart, find_fields(folder))
        settings = Settings.read()
        classifier = Classifier(open_model(model, settings), provider=provider or settings.provider)
        entry, baselines, checks = check_folder(
            folder, classifier, settings, path, baseline=baseline, compare_cpu=not provider
        )
        if chart:
            write_chart(chart, [run for run in baselines if run.model_sha256 == entry.reading.model_sha256], checks)
    except (BrokenModel, NoProvider, NoFields, BadSettings, UnwritableFile) as error:
        raise BadControl(str(error)) from None
    for finding in entry.findings:
        say(f"{'STOP' if finding.stop else 'warning'} {finding.rule}: {finding.sentence}")
    stopped = any(finding.stop for finding in entry.findings)
    what = "baseline run" if baseline else "control"
    state = "out of control: do not run patient slides before the cause is found" if stopped else "in control"
    say(f"{what} of {len(entry.reading.fields)} fields on {entry.reading.provider}: {state}")
    return not stopped


def check_folder(
    folder: Path,
    classifier: Classifier,
    settings: Settings,
    path: Path,
    *,
    baseline: bool,
    compare_cpu: bool = True,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Entry, list[Reading], list[Reading]]:
    """Run a control folder, judge it and add it to the history: what it gave, and all baselines and checks now.

    Raises BadControl, NoFields, NoProvider, UnwritableFile; the history then stands as it was.
    """
    baselines, checks = control.history(path, folder)
    if not baseline and not any(run.model_sha256 == classifier.manifest.sha256 for run in baselines):
        raise BadControl(control.NO_BASELINE)  # before the fields are measured for nothing
    reading = control.take_reading(folder, classifier, settings, stopped=stopped)
    if baseline:
        findings: list[control.Finding] = []
        baselines, checks = ([reading], []) if checks else ([*baselines, reading], [])
    else:
        findings = control.judge_reading(baselines, checks, reading)
        checks = [*checks, reading]
    if compare_cpu and classifier.provider != "cpu" and "cuda" in available_providers():
        on_cpu = Classifier(classifier.manifest, provider="cpu")
        findings += control.compare(control.take_reading(folder, on_cpu, settings, stopped=stopped), reading)
    entry = Entry("baseline" if baseline else "check", reading, findings)
    control.append(path, entry.kind, reading, findings)
    return entry, baselines, checks


@dataclass(frozen=True)
class Standing:
    """How a control folder stands with a model: `state` is no_baseline, unchecked, failed, old or ok."""

    state: str
    baselines: Sequence[Reading] = field(default=(), repr=False)
    checks: Sequence[Reading] = field(default=(), repr=False)
    """Those of this model alone."""
    findings: Sequence[control.Finding] = ()
    """Of the last check."""

    @property
    def fine(self) -> bool:
        """Patient slides may be run."""
        return self.state == "ok"


def standing(path: Path, folder: Path, model_sha256: str, now: datetime | None = None) -> Standing:
    """What the history says of a control folder now. Raises BadControl when it was altered."""
    runs = [entry for entry in control.entries(path, folder) if entry.reading.model_sha256 == model_sha256]
    baselines, checks = ([run for run in some if run.model_sha256 == model_sha256] for some in control.history(path, folder))
    if not baselines:
        return Standing("no_baseline")
    last = runs[-1]
    if not checks:
        return Standing("unchecked", baselines, checks)
    age = (now or datetime.now(UTC)) - datetime.fromisoformat(last.reading.at)
    state = "failed" if any(each.stop for each in last.findings) else "old" if age > FRESH else "ok"
    return Standing(state, baselines, checks, last.findings)
