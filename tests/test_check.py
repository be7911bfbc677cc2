"""`leukemia-desktop check` tries the installation; nothing that the program does asks for a network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leukemia_desktop.check import HOME, NotWorking, check_installation, home_in
from leukemia_desktop.cli import app
from leukemia_desktop.core import reports
from leukemia_desktop.core.models import default_model
from leukemia_desktop.core.recipe import STEPS

ROOT = Path(__file__).resolve().parents[1]

WITHOUT_A_NETWORK = """
import socket, sys
def watch(event, given):
    family = int(given[1]) if event == "socket.__new__" else None
    local = family == int(getattr(socket, "AF_UNIX", -1)) or event == "socket.gethostname"
    if event.startswith("socket.") and not local:
        sys.stderr.write(f"NETWORK {event} {given!r}\\n")
        raise PermissionError(f"no network: {event}")
sys.addaudithook(watch)
if sys.argv[1:] == ["call home"]:
    import urllib.request
    urllib.request.urlopen("http://127.0.0.1:9/")
from leukemia_desktop.cli import main
sys.argv[0] = "leukemia-desktop"
main()
"""


def offline(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The program in an interpreter that refuses every socket but local ones; `home` is a home of its own."""
    known = {name: value for name, value in os.environ.items() if name not in HOME and "proxy" not in name.lower()}
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_A_NETWORK, *map(str, arguments)],
        cwd=ROOT,
        env=known | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=900,
    )


def test_the_whole_program_works_without_a_network_and_leaves_the_home_alone(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    home.mkdir()
    done = offline(home, "check", "--out", out)
    assert "NETWORK" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"steps: {', '.join(STEPS)}" in done.stdout
    assert f"report formats: {', '.join(reports.SHELF)}" in done.stdout
    assert f"{default_model()} (" in done.stdout
    assert "window: opened without a screen, 6 of 6 fields analysed, closed" in done.stdout
    assert done.stdout.endswith("this installation works\n")
    assert {path.suffix for path in out.glob("report as *")} == {f".{form}" for form in reports.SHELF}
    kept = [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()]
    assert not [name for name in kept if "leukemia" in name]


def test_the_demo_and_the_list_of_models_ask_for_no_network(tmp_path: Path) -> None:
    for arguments in (("demo", "--no-window", "--out", tmp_path / "demo"), ("models",)):
        done = offline(tmp_path, *arguments)
        assert (done.returncode, "NETWORK" in done.stderr) == (0, False), done.stderr


def test_a_program_that_asks_for_the_network_would_be_noticed(tmp_path: Path) -> None:
    done = offline(tmp_path, "call home")
    assert done.returncode != 0
    assert "NETWORK socket." in done.stderr


def test_an_installation_without_a_model_does_not_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr("leukemia_desktop.core.models.shipped", lambda name: tmp_path / "empty")
    with pytest.raises(NotWorking, match="no model is installed"):
        check_installation(tmp_path, lambda _: None, window=False)
    result = CliRunner().invoke(app, ["check", "--no-window"])
    assert result.exit_code == 1
    assert "no model is installed" in result.output


def test_a_folder_that_is_there_already_is_not_written_into(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--no-window", "--out", str(tmp_path)])
    assert result.exit_code == 1
    assert not list(tmp_path.iterdir())


def test_the_home_is_back_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME[0], "mine")
    monkeypatch.delenv(HOME[1], raising=False)
    with pytest.raises(KeyError), home_in(tmp_path):
        assert os.environ[HOME[0]] == os.environ[HOME[1]] == str(tmp_path)
        raise KeyError
    assert os.environ[HOME[0]] == "mine"
    assert HOME[1] not in os.environ
