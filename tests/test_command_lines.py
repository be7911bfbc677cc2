"""The command lines are contracts that other programs rely on; they grow, and nothing of them goes away."""

import subprocess
import sys

import pytest
import typer.main

from leukemia_desktop import cli
from leukemia_desktop.training import cli as training_cli

BATCH = {"csv", "html", "xlsx", "pdf", "json-report", "model", "provider", "ledger", "no-resume", "quiet"}
BATCH |= {"json", "pseudonyms", "force"}
DESKTOP = {
    "classify": {*BATCH, "scheduler"},
    "watch": {*BATCH, "scheduler", "steady", "poll"},
    "models": {"add", "remove", "default", "key", "sign", "trust"},
    "demo": {"out", "window", "no-window"},
    "check": {"out", "window", "no-window"},
    "cells": {"csv", "model"},
    "control": {"baseline", "check", "chart", "model", "provider", "history"},
    # what `leukemia-desktop` alone, or with folders, means
    "open": set(),
    "ledger": {"verify", "export", "backup"},
    "review": {"export", "agreement"},
}
TRAINING = {"fetch", "audit", "train", "tune", "evaluate", "compare", "export", "card"}


def verbs(app: typer.Typer) -> dict[str, set[str]]:
    """Every verb with its long options, or with its own verbs where it has any."""
    found = {}
    for verb, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        options = [p for p in command.params if p.param_type_name == "option"]
        flags = {flag.removeprefix("--") for p in options for flag in (*p.opts, *p.secondary_opts) if flag.startswith("--")}
        found[verb] = set(getattr(command, "commands", ())) or flags - {"help"}
    return found


def test_the_verbs_of_the_desktop_and_their_options_are_the_contract():
    assert verbs(cli.app) == DESKTOP


def test_training_has_no_verb_outside_the_contract():
    assert {"train", "evaluate", "export"} <= set(verbs(training_cli.app)) <= TRAINING


@pytest.mark.parametrize("module", ["leukemia_desktop.cli", "leukemia_desktop.training.cli"])
def test_a_command_line_starts_without_loading_qt_torch_or_the_model_runtime(module: str):
    heavy = "{'PySide6', 'pyqtgraph', 'torch', 'onnxruntime', 'cv2', 'matplotlib', 'sklearn'}"
    script = f"import sys, {module}; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_training_helps_in_plain_text_and_names_what_is_on_the_shelf():
    command = [sys.executable, "-m", "leukemia_desktop.training"]
    said = subprocess.run([*command, "-h"], capture_output=True, text=True, timeout=120)
    assert (
        said.returncode == 0
        and "\u2500" not in said.stdout
        and "...\n" not in said.stdout.partition("Commands:")[2]
        and "\n  audit " in said.stdout
    )
    done = subprocess.run([*command, "train", "nope", "nowhere"], capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    assert "no configuration 'nope': neither a TOML file nor one of " in done.stderr and "lite0_half" in done.stderr
