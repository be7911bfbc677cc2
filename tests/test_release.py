"""What a release is made with: the bill of the frozen program, manual page, desktop entry, the installers' recipes."""

import configparser
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from importlib.metadata import distribution
from pathlib import Path
from types import ModuleType

import jinja2
import pytest
import typer.main

import leukemia_desktop
from leukemia_desktop import cli
from leukemia_desktop.core.image import SUFFIXES

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"


def script(name: str) -> ModuleType:
    """A script of packaging/ as a module."""
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", PACKAGING / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def bill() -> ModuleType:
    return script("bill")


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A folder as a frozen program's, with one model and a file of Jinja's."""
    inside = tmp_path / "leukemia-desktop" / "_internal"
    model = inside / "leukemia_desktop" / "models" / "one"
    model.mkdir(parents=True)
    (model / "manifest.json").write_text("{}", "utf-8")
    (model / "model.onnx").write_bytes(b"weights")
    (inside / "jinja2").mkdir()
    (inside / "jinja2" / "part.so").write_bytes(bytes(700_000))
    (inside.parent / "leukemia-desktop").write_bytes(bytes(900_000))
    return inside.parent


def contents(frozen: Path, *more: tuple[str, str, str]) -> Path:
    """What the recipe says went in."""
    entries = [
        ("jinja2", str(Path(jinja2.__file__)), "PYMODULE"),
        ("jinja2/part.so", str(Path(jinja2.__file__).with_name("environment.py")), "BINARY"),
        ("frozen", str(PACKAGING / "frozen.py"), "PYMODULE"),
        ("json", str(Path(json.__file__)), "PYMODULE"),
        *more,
    ]
    path = frozen.parent / "contents.json"
    path.write_text(json.dumps(entries), "utf-8")
    return path


@pytest.fixture
def billed(bill: ModuleType, frozen: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # PyInstaller is no part of the tests' environment
    monkeypatch.setattr(bill, "distribution", lambda name: distribution("jinja2" if name == "pyinstaller" else name))
    bill.main(frozen, contents(frozen))
    return frozen


def test_the_bill_names_every_part_with_its_version_and_licence_and_brings_the_texts(billed: Path) -> None:
    text = (billed / "LICENCES.md").read_text("utf-8")
    assert f"| jinja2 | {distribution('jinja2').version} | BSD License | licences/jinja2/ |" in text
    assert f"| leukemia-desktop | {leukemia_desktop.__version__} | Apache-2.0 |" in text
    assert "| python | " in text
    assert any("Redistribution" in path.read_text("utf-8") for path in (billed / "licences" / "jinja2").iterdir())


def test_the_list_of_materials_is_cyclonedx_and_the_same_for_the_same_parts(bill: ModuleType, billed: Path) -> None:
    text = (billed / "sbom.cdx.json").read_text("utf-8")
    listed = json.loads(text)
    assert (listed["bomFormat"], listed["specVersion"]) == ("CycloneDX", "1.6")
    assert listed["metadata"]["component"]["version"] == leukemia_desktop.__version__
    parts = {part["name"]: part for part in listed["components"]}
    assert parts["jinja2"]["purl"] == f"pkg:pypi/jinja2@{distribution('jinja2').version}"
    assert parts["one"]["type"] == "machine-learning-model"
    assert len(parts["one"]["hashes"][0]["content"]) == 64
    assert set(listed["dependencies"][0]["dependsOn"]) == {part["bom-ref"] for part in listed["components"]}
    bill.main(billed, billed.parent / "contents.json")
    assert (billed / "sbom.cdx.json").read_text("utf-8") == text


def test_sizes_add_up(billed: Path) -> None:
    rows = dict(re.findall(r"^\| \**([^|*]+?)\** \| ([\d.]+) \|$", (billed / "SIZES.md").read_text("utf-8"), re.MULTILINE))
    assert rows["jinja2"] == "0.7"
    assert rows["every Python module, in the program file"] == "0.9"
    assert float(rows["all"]) == pytest.approx(sum(float(size) for name, size in rows.items() if name != "all"), abs=0.3)


@pytest.mark.parametrize(
    "place", ["torch", "torch/lib/libtorch_cpu.so", "torchvision.io", "leukemia_desktop.training.train"]
)
def test_a_folder_with_anything_of_training_is_refused(bill: ModuleType, frozen: Path, place: str) -> None:
    with pytest.raises(SystemExit, match="training"):
        bill.main(frozen, contents(frozen, (place, str(PACKAGING / "frozen.py"), "BINARY")))


def test_a_file_of_nobodys_is_refused(bill: ModuleType, frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bill, "distribution", lambda name: distribution("jinja2" if name == "pyinstaller" else name))
    stray = frozen.parent / "stray.so"
    stray.write_bytes(b"?")
    with pytest.raises(SystemExit, match=r"nobody's: .*stray\.so"):
        bill.main(frozen, contents(frozen, ("stray.so", str(stray), "BINARY")))


def test_the_manual_page_holds_every_verb_and_every_option() -> None:
    done = subprocess.run(
        [sys.executable, str(PACKAGING / "manpage.py")], capture_output=True, text=True, check=True, cwd=ROOT, timeout=120
    )
    page = done.stdout.replace("\\-", "-")
    assert f"Leukemia Desktop {leukemia_desktop.__version__}" in page
    for name, command in typer.main.get_command(cli.app).commands.items():  # type: ignore[attr-defined]
        assert f".SS {name}" in page
        for parameter in command.params:
            assert all(flag in page for flag in parameter.opts)
    if shutil.which("man") and shutil.which("groff"):
        said = subprocess.run(
            ["man", "--warnings", "-l", "-"], input=done.stdout, capture_output=True, text=True, timeout=120
        )
        assert said.stderr == ""


def test_the_desktop_entry_starts_the_program_on_what_it_can_read() -> None:
    entry = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str  # type: ignore[assignment]
    entry.read(PACKAGING / "linux" / "leukemia-desktop.desktop", "utf-8")
    desktop = entry["Desktop Entry"]
    assert (desktop["Type"], desktop["Exec"]) == ("Application", "leukemia-desktop open -- %F")
    assert "research use only" in desktop["Comment"]
    kinds = {"jpg": "jpeg", "jpe": "jpeg", "tif": "tiff"}
    assert {f"image/{kinds.get(suffix.lstrip('.'), suffix.lstrip('.'))}" for suffix in SUFFIXES} | {"inode/directory"} == {
        kind for kind in desktop["MimeType"].split(";") if kind
    }
    assert desktop["Categories"].endswith(";")
    ElementTree.parse(PACKAGING / "linux" / "leukemia-desktop.xml")


@pytest.mark.parametrize("path", sorted(PACKAGING.rglob("*.sh")), ids=lambda path: path.name)
def test_every_script_is_one_for_the_shell(path: Path) -> None:
    if shutil.which("sh") is None:
        pytest.skip("there is no sh on this machine")
    subprocess.run(["sh", "-n", str(path)], check=True, timeout=60)
    assert path.stat().st_mode & 0o100


def test_the_recipe_of_the_frozen_program_leaves_training_out() -> None:
    text = (PACKAGING / "desktop.spec").read_text("utf-8")
    compile(text, "desktop.spec", "exec")
    assert {"torch", "leukemia_desktop.training", "scipy"} <= set(re.findall(r'"([\w.]+)"', text))


def test_the_windows_recipe_names_files_that_are_there_and_no_version_of_its_own() -> None:
    home = PACKAGING / "windows"
    text = (home / "installer.iss").read_text("utf-8")
    sections = re.findall(r"^\[(\w+)\]$", text, re.MULTILINE)
    assert sections == ["Setup", "Languages", "Tasks", "Files", "Icons", "Registry", "Run"]
    settings = dict(re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE))
    assert settings["AppVersion"] == "{#Version}"
    for name in ("LicenseFile", "InfoBeforeFile"):
        assert (home / settings[name].replace("\\", "/")).is_file()
    for line in re.findall(r"^(?:Name|Source|Root|Filename): .*$", text, re.MULTILINE):
        assert line.count('"') % 2 == 0
        assert all(
            re.match(r"\w+: \S", part.strip()) for part in re.sub(r'"[^"]*(?:""[^"]*)*"', "text", line).split(";") if part
        )
    made = "\n".join((home / name).read_text("utf-8") for name in ("build.ps1", "installer.iss"))
    assert leukemia_desktop.__version__ not in made
    for name in re.findall(r"packaging\\[\w\\.]+\.(?:py|spec|iss|txt)", made):
        assert (ROOT / name.replace("\\", "/")).is_file(), name
