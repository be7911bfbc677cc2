"""The command lines are contracts that other programs rely on: their verbs, options and exit codes."""

import subprocess
import sys

import typer.main

import leukemia_desktop
from leukemia_desktop import cli

CONTRACT = {
    "classify": {"csv", "html", "xlsx", "pdf", "model", "provider", "ledger", "no-resume", "scheduler", "quiet"},
    "models": set(),
    "demo": {"out", "window", "no-window"},
    # what `leukemia-desktop` alone, or with folders, means
    "open": set(),
    "ledger": {"verify", "export", "backup"},
}


def test_the_verbs_and_their_options_are_the_contract():
    group = typer.main.get_command(cli.app)
    found = {}
    for verb, command in group.commands.items():  # type: ignore[attr-defined]
        if hasattr(command, "commands"):
            found[verb] = set(command.commands)
        else:
            flags = [flag for p in command.params if p.param_type_name == "option" for flag in (*p.opts, *p.secondary_opts)]
            found[verb] = {flag.removeprefix("--") for flag in flags if flag.startswith("--")} - {"help"}
    assert found == CONTRACT


def call(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "leukemia_desktop", *words], capture_output=True, text=True, timeout=60)


def test_the_version_is_told():
    assert call("--version").stdout.strip() == leukemia_desktop.__version__


def test_a_wrong_call_exits_2_and_writes_nothing_to_standard_output(tmp_path):
    for words in (
        ["classify"],
        ["classify", str(tmp_path)],
        ["classify", str(tmp_path), "--csv", str(tmp_path / "out.csv")],
    ):
        done = call(*words)
        assert (done.returncode, done.stdout) == (2, ""), done.stderr
        assert done.stderr.strip()


def test_the_command_line_starts_without_loading_qt_torch_or_the_model_runtime():
    heavy = "{'PySide6', 'pyqtgraph', 'torch', 'onnxruntime', 'cv2', 'matplotlib', 'sklearn'}"
    script = f"import sys, leukemia_desktop.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
