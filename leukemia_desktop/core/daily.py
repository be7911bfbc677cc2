"""The daily control as the command line does it: run the folder, compare, write the chart, say what to do."""

from collections.abc import Callable
from pathlib import Path

from leukemia_desktop.core import control
from leukemia_desktop.core.classifier import Classifier, NoProvider, available_providers
from leukemia_desktop.core.control import BadControl
from leukemia_desktop.core.control_chart import write_chart
from leukemia_desktop.core.fields import NoFields, find_fields
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.run import check_place
from leukemia_desktop.core.settings import BadSettings, Settings


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
        baselines, checks = control.history(path, folder)
        reading = control.take_reading(folder, classifier, settings)
        if baseline:
            findings: list[control.Finding] = []
            baselines, checks = ([reading], []) if checks else ([*baselines, reading], [])
        else:
            findings = control.judge_reading(baselines, checks, reading)
            checks = [*checks, reading]
        if not provider and classifier.provider != "cpu" and "cuda" in available_providers():
            on_cpu = Classifier(classifier.manifest, provider="cpu")
            findings += control.compare(control.take_reading(folder, on_cpu, settings), reading)
        control.append(path, "baseline" if baseline else "check", reading, findings)
        if chart:
            write_chart(chart, [run for run in baselines if run.model_sha256 == reading.model_sha256], checks)
    except (BrokenModel, NoProvider, NoFields, BadSettings, UnwritableFile) as error:
        raise BadControl(str(error)) from None
    for finding in findings:
        say(f"{'STOP' if finding.stop else 'warning'} {finding.rule}: {finding.sentence}")
    stopped = any(finding.stop for finding in findings)
    what = "baseline run" if baseline else "control"
    state = "out of control: do not run patient slides before the cause is found" if stopped else "in control"
    say(f"{what} of {len(reading.fields)} fields on {reading.provider}: {state}")
    return not stopped
