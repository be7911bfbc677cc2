"""A laboratory's mark: with a trusted key only models that bear it are added, whatever was altered since."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from leukemia_desktop.cli import app
from leukemia_desktop.core.added_models import add_model
from leukemia_desktop.core.lab_key import BadKey, check_mark, new_key, read_key, sign, trust, trusted_key
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import model_folders


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["models", *map(str, arguments)])


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "lab.key"
    new_key(path)
    return path


def test_without_a_trusted_key_no_mark_is_asked_for(tiny_model: Path):
    assert check_mark(tiny_model) is False
    assert add_model(tiny_model).id == "tiny"


def test_with_a_trusted_key_only_a_signed_model_is_added(tiny_model: Path, key: Path):
    trust(key)
    with pytest.raises(BrokenModel, match="does not bear the laboratory's mark"):
        add_model(tiny_model)
    assert "tiny" not in model_folders()
    sign(tiny_model, read_key(key))
    assert add_model(tiny_model).id == "tiny"
    assert check_mark(model_folders()["tiny"]) is True


def test_a_mark_of_another_key_and_an_altered_manifest_are_refused(tiny_model: Path, key: Path, tmp_path: Path):
    other = tmp_path / "other.key"
    new_key(other)
    assert read_key(other) != read_key(key)
    trust(key)
    sign(tiny_model, read_key(other))
    with pytest.raises(BrokenModel, match="another key"):
        add_model(tiny_model)
    sign(tiny_model, read_key(key))
    text = (tiny_model / "manifest.json").read_text("utf-8")
    (tiny_model / "manifest.json").write_text(text.replace('"temperature": 1.0', '"temperature": 2.0'), "utf-8")
    with pytest.raises(BrokenModel, match="altered since"):
        add_model(tiny_model)


@pytest.mark.parametrize("mark", [b"", b"\xff\xfe", b"0" * 64, b"x" * 100_000])
def test_what_is_no_mark_is_refused(tiny_model: Path, key: Path, mark: bytes):
    trust(key)
    (tiny_model / "signature.txt").write_bytes(mark)
    with pytest.raises(BrokenModel, match="another key"):
        check_mark(tiny_model)


@pytest.mark.parametrize("data", [b"", b"abc", b"zz" * 32, b"\xff" * 32, b"00" * 200])
def test_a_file_that_is_no_key_is_refused_and_a_spoilt_trusted_one_lets_nothing_in(
    tiny_model: Path, key: Path, tmp_path: Path, data: bytes
):
    (tmp_path / "bad.key").write_bytes(data)
    with pytest.raises(BadKey, match=r"bad\.key"):
        trust(tmp_path / "bad.key")
    trust(key)
    sign(tiny_model, read_key(key))
    trusted_key().write_bytes(data)
    with pytest.raises(BrokenModel, match="no mark can be checked"):
        add_model(tiny_model)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_key_is_read_by_its_owner_only(key: Path):
    trust(key)
    assert {path.stat().st_mode & 0o077 for path in (key, trusted_key())} == {0}


def test_the_command_line_makes_a_key_signs_and_trusts(tiny_model: Path, tmp_path: Path):
    key = tmp_path / "new.key"
    assert run("key", key).exit_code == 0
    again = run("key", key)
    assert (again.exit_code, "never overwritten" in again.output) == (2, True)
    assert run("trust", key).exit_code == 0
    refused = run("add", tiny_model)
    assert (refused.exit_code, "mark" in refused.output) == (2, True)
    assert run("sign", tiny_model, "--key", key).exit_code == 0
    assert run("add", tiny_model).exit_code == 0
    assert run("trust").exit_code == run("trust", key, "--off").exit_code == 2
    assert run("trust", "--off").exit_code == 0
    assert not trusted_key().exists()
    assert run("sign", tmp_path, "--key", key).exit_code == 2
