"""What manual and README tell the person who trains to type exists: every verb, option and configuration."""

from pathlib import Path

import pytest
import typer.main

from leukemia_desktop.core import manual
from leukemia_desktop.training.cli import CONFIGS, app

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")


@pytest.mark.parametrize("text", [manual.page("training").text, README], ids=["manual", "README"])
def test_every_command_of_training_exists(text: str):
    lines = [line.partition("#")[0].split() for line in text.splitlines() if line.startswith("leukemia-train ")]
    assert {line[1] for line in lines} >= {"fetch", "audit", "compare", "train", "export"}
    commands = dict(getattr(typer.main.get_command(app), "commands", {}))
    for line in lines:
        known = {option for parameter in commands[line[1]].params for option in parameter.opts}
        assert {word for word in line if word.startswith("--")} <= known, line


@pytest.mark.parametrize("text", [manual.page("training").text, README], ids=["manual", "README"])
def test_every_configuration_that_is_named_lies_on_the_shelf(text: str):
    words = [line.split() for line in text.splitlines() if line.startswith("leukemia-train ")]
    named = {line[2] for line in words if line[1] in ("train", "tune")}
    named |= {line[line.index("--config") + 1] for line in words if "--config" in line}
    assert named
    assert named <= {path.stem for path in CONFIGS.glob("*.toml")}
