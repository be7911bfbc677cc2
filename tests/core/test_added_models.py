"""A lab adds a model as a folder or a zip; what is not whole, altered, unfit or a trap is refused with the reason."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from leukemia_desktop.cli import app
from leukemia_desktop.core.added_models import add_model, added_folder, choose_default, remove_model
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import default_model, model_folders, open_model
from leukemia_desktop.core.settings import Settings
from tests.conftest import build_tiny_model


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["models", *map(str, arguments)])


def zipped(folder: Path, inside: str = "", **others: bytes) -> Path:
    """A zip of a model folder under the folder `inside`, with other members as they are named."""
    path = folder.parent / f"{folder.name}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in folder.iterdir():
            archive.write(file, f"{inside}{file.name}")
        for name, data in others.items():
            archive.writestr(name, data)
    return path


def leftovers() -> list[str]:
    return [path.name for path in added_folder().iterdir()] if added_folder().exists() else []


@pytest.mark.parametrize("source", [lambda folder: folder, zipped, lambda folder: zipped(folder, "deep/er/")])
def test_a_model_is_added_from_a_folder_or_a_zip(tiny_model: Path, source: Callable[[Path], Path]):
    manifest = add_model(source(tiny_model))
    assert manifest.folder == added_folder() / "tiny" == model_folders()["tiny"]
    assert open_model("tiny").verified_bytes == (tiny_model / "model.onnx").read_bytes()
    assert add_model(tiny_model).id == "tiny"  # once more changes nothing
    remove_model("tiny")
    assert "tiny" not in model_folders()
    assert leftovers() == []


def test_nothing_is_written_outside_of_the_models_place(tiny_model: Path, tmp_path: Path):
    traps = {"../../evil.txt": b"x", "/evil.txt": b"x", "below/evil.txt": b"x"}
    manifest = add_model(zipped(tiny_model, **traps))
    assert sorted(path.name for path in manifest.folder.iterdir()) == ["manifest.json", "model.onnx"]
    assert not list(tmp_path.rglob("evil.txt"))


def altered(folder: Path) -> None:
    (folder / "model.onnx").write_bytes(b"altered")


def of_another_task(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text("utf-8")) | {"labels": ["Cat", "Dog", "Pre", "Pro"]}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def without_a_model(folder: Path) -> None:
    (folder / "model.onnx").unlink()


def without_a_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


@pytest.mark.parametrize("form", [lambda folder: folder, zipped])
@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (altered, "was altered"),
        (of_another_task, "labels"),
        (without_a_model, "model.onnx"),
        (without_a_manifest, "manifest.json"),
    ],
)
def test_what_does_not_keep_the_contract_is_refused(
    tiny_model: Path, spoil: Callable[[Path], None], reason: str, form: Callable[[Path], Path]
):
    spoil(tiny_model)
    source = form(tiny_model)
    with pytest.raises(BrokenModel, match=reason):
        add_model(source)
    assert leftovers() == []
    result = run("add", source)
    assert result.exit_code == 2
    assert reason in result.output


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"no zip at all"])
def test_a_file_that_is_no_zip_is_refused(tmp_path: Path, data: bytes):
    (tmp_path / "model.zip").write_bytes(data)
    with pytest.raises(BrokenModel, match=r"model\.zip"):
        add_model(tmp_path / "model.zip")


def test_two_models_in_one_zip_are_refused(tiny_model: Path):
    with pytest.raises(BrokenModel, match="one model; this one has 2"):
        add_model(zipped(tiny_model, **{"other/manifest.json": b"{}"}))


def test_a_zip_that_unpacks_to_more_than_a_model_is_refused(tiny_model: Path):
    with pytest.raises(BrokenModel, match="are no model"):
        add_model(zipped(tiny_model, **{f"{number}.bin": b"" for number in range(40)}))


def test_another_model_of_the_same_name_is_refused(tiny_model: Path, tmp_path: Path):
    add_model(tiny_model)
    other = build_tiny_model(tmp_path / "others" / "tiny", temperature=2.0)
    with pytest.raises(BrokenModel, match="another model is named tiny"):
        add_model(other)
    assert open_model("tiny").temperature == 1.0


def test_a_shipped_model_stays_and_keeps_its_name(tmp_path: Path):
    shipped = default_model()
    with pytest.raises(BrokenModel, match="came with the program"):
        remove_model(shipped)
    with pytest.raises(BrokenModel, match=f"another model is named {shipped}"):
        add_model(build_tiny_model(tmp_path / "x" / shipped))


def test_a_link_to_a_model_is_copied_not_moved(tiny_model: Path, tmp_path: Path):
    (tmp_path / "link").symlink_to(tiny_model, target_is_directory=True)
    add_model(tmp_path / "link")
    shutil.rmtree(tiny_model)
    assert open_model("tiny").verified_bytes


def test_the_default_is_chosen_by_name_and_listed(tiny_model: Path):
    assert run("add", tiny_model).output.startswith("tiny: tiny, verified")
    assert run("default", "tiny").exit_code == 0
    assert Settings.read().model == "tiny"
    assert "* tiny: tiny" in run().output
    remove_model("tiny")
    assert Settings.read().model == ""
    add_model(tiny_model)
    choose_default("tiny")
    choose_default(default_model())
    assert Settings.read().model == ""
    assert f"* {default_model()}: " in run().output
    assert run("remove", "tiny").exit_code == 0
    for verb in ("remove", "default"):
        result = run(verb, "tiny")
        assert result.exit_code == 2
        assert "no model 'tiny'" in result.output
