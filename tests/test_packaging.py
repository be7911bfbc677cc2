"""What is installed: the pins hold every dependency, the wheel brings its data, and the pinned Qt keeps its promises."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import distributions, version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINS = [line for line in (ROOT / "packaging/constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned() -> dict[str, str]:
    return {canonical(line.partition("==")[0]): line.partition("==")[2] for line in PINS}


def required(*extras: str) -> set[str]:
    lines = [*PROJECT["dependencies"], *(line for extra in extras for line in PROJECT["optional-dependencies"][extra])]
    return {canonical(re.match(r"[\w.-]+", line).group()) for line in lines}  # type: ignore[union-attr]


def test_the_pins_are_names_and_versions_only():
    assert not [line for line in PINS if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9a-z.]*", line)]
    assert len(pinned()) == len(PINS)


def test_every_dependency_is_pinned():
    assert not required("cpu", "train", "test", "dev", "build", "watch", "cluster") - pinned().keys()


def test_what_is_tested_is_what_is_pinned():
    here = {canonical(d.metadata["Name"]): d.version.partition("+")[0] for d in distributions()}
    needed = required("cpu", "test") & here.keys()
    assert {name: here[name] for name in needed} == {name: pinned()[name] for name in needed}


def test_nothing_brings_a_second_qt_or_two_onnx_runtimes():
    names = {canonical(d.metadata["Name"]) for d in distributions()}
    assert not names & {"opencv-python", "opencv-contrib-python", "pyqt5", "pyqt6", "pyside2"}
    assert len(names & {"onnxruntime", "onnxruntime-gpu"}) == 1


def test_the_wheel_brings_every_model_and_resource(tmp_path: Path):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    for room in ("models", "resources"):
        files = {
            p.relative_to(ROOT).as_posix() for p in (ROOT / room).rglob("*") if p.is_file() and "__pycache__" not in p.parts
        }
        assert files, f"{room} is empty"
        assert not {f"leukemia_desktop/{name}" for name in files} - inside
    assert {p.relative_to(ROOT).as_posix() for p in (ROOT / "leukemia_desktop").rglob("*.toml")} <= inside
    assert not {name for name in inside if name.startswith(("tests/", "packaging/"))}


SIGNALS = """
from PySide6.QtCore import QObject, Signal
class Source(QObject):
    told = Signal(bool)
    carried = Signal(object)
source, heard = Source(), []
source.told.connect(heard.append)
source.carried.connect(heard.append)
for number in range(100_000):
    source.told.emit(number % 2 == 0)
    source.carried.emit(number % 3 == 0)
print(len(heard), sum(heard))
"""


def test_the_pinned_qt_survives_200_000_signals():
    # PySide6 6.12.0 on Python 3.11 aborts after about 580 (the reference count of bool): in an interpreter of its own
    done = subprocess.run([sys.executable, "-c", SIGNALS], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"PySide6 {version('PySide6-Essentials')}: {done.stderr}"
    assert done.stdout.split() == ["200000", str(50_000 + 33_334)]
