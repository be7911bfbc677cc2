"""A model folder keeps its whole contract, or it is refused by name with the reason, never half-loaded."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper
from onnx.external_data_helper import set_external_data

from leukemia_desktop.core.manifest import LABELS, MAX_MANIFEST_BYTES, BrokenModel, Manifest, find_models
from tests.core.test_image_files import mutated


def edit(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = folder / "manifest.json"
    data = json.loads(path.read_text("utf-8"))
    change(data)
    path.write_text(json.dumps(data), "utf-8")


def replace_model(folder: Path, data: bytes) -> None:
    """Other bytes whose hash the manifest states, so that nothing but their content speaks against them."""
    (folder / "model.onnx").write_bytes(data)
    edit(folder, lambda m: m.update(sha256=hashlib.sha256(data).hexdigest()))


def refusal(folder: Path) -> str:
    with pytest.raises(BrokenModel) as caught:
        _ = Manifest.read(folder).verified_bytes
    assert folder.name in str(caught.value)
    return str(caught.value)


def test_a_whole_folder_is_read(tiny_model: Path) -> None:
    manifest = Manifest.read(tiny_model)
    assert (manifest.id, manifest.labels) == ("tiny", LABELS)
    assert manifest.recipe.input_size == 32
    assert hashlib.sha256(manifest.verified_bytes).hexdigest() == manifest.sha256


def test_a_folder_without_manifest_or_model_says_which_is_missing(tiny_model: Path, tmp_path: Path) -> None:
    (tiny_model / "model.onnx").unlink()
    assert "model.onnx: No such file" in refusal(tiny_model)
    (tiny_model / "manifest.json").unlink()
    assert "manifest.json: No such file" in refusal(tiny_model)
    assert find_models(tiny_model.parent) == []
    assert find_models(tmp_path / "nowhere") == []


def test_one_altered_byte_is_noticed(tiny_model: Path) -> None:
    path = tiny_model / "model.onnx"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert "was altered" in refusal(tiny_model)


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("format", 2, "newer program"),
        ("format", None, "newer program"),
        ("labels", ["Pro", "Pre", "Early", "Benign"], "labels"),
        ("labels", ["Benign", "Early", "Pre"], "labels"),
        ("labels", 4, "malformed"),
        ("outputs", ["logits"], "outputs"),
        ("outputs", ["evidence", "features", "logits"], "outputs"),
        ("id", "", "id"),
        ("id", "../up", "id"),
        ("id", "=cmd|' /C calc'!A0", "id"),
        ("id", "line\nbreak", "id"),
        ("id", "\udcff", "id"),
        ("id", 7, "id must be text"),
        ("architecture", None, "architecture must be text"),
        ("intended_use", ["x"], "intended_use must be text"),
        ("sha256", "abc", "64 hexadecimal"),
        ("sha256", 64, "sha256 must be text"),
        ("calibration", {"temperature": 0}, "temperature"),
        ("calibration", {"temperature": -1}, "temperature"),
        ("calibration", {"temperature": float("nan")}, "temperature"),
        ("calibration", {"temperature": float("inf")}, "temperature"),
        ("calibration", {"temperature": 1e-300}, "temperature"),
        ("calibration", {"temperature": 10**400}, "malformed"),
        ("calibration", {}, "malformed"),
        ("calibration", [], "malformed"),
        ("conformal", {"alpha": 0.05, "threshold": 1.5}, "conformal"),
        ("conformal", {"alpha": 0, "threshold": 0.5}, "conformal"),
        ("conformal", {"alpha": float("nan"), "threshold": 0.5}, "conformal"),
        ("conformal", {"alpha": "x", "threshold": 0.5}, "malformed"),
        ("recipe", {}, "recipe"),
        ("recipe", None, "recipe"),
    ],
)
def test_a_value_that_breaks_the_contract_is_refused_by_name(tiny_model: Path, key: str, value: Any, reason: str) -> None:
    edit(tiny_model, lambda m: m.update({key: value}))
    assert reason in refusal(tiny_model)


@pytest.mark.parametrize(
    "key", ["format", "id", "architecture", "labels", "recipe", "file", "sha256", "outputs", "calibration"]
)
def test_a_missing_key_is_named(tiny_model: Path, key: str) -> None:
    edit(tiny_model, lambda m: m.pop(key))
    assert key in refusal(tiny_model)


@pytest.mark.parametrize(
    "file",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "sub/model.onnx",
        "..",
        ".",
        "",
        "C:model.onnx",
        "..\\model.onnx",
        "model.onnx\0",
        5,
        None,
    ],
)
def test_the_model_file_must_lie_in_the_folder_itself(tiny_model: Path, file: Any) -> None:
    edit(tiny_model, lambda m: m.update(file=file))
    assert "file" in refusal(tiny_model)


@pytest.mark.parametrize(
    "text", ["", "[]", "null", '"manifest"', "{", "{'id': 1}", "[" * 100_000, '{"a":' * 100_000, "\ufeff{}"]
)
def test_a_manifest_that_is_no_json_object_is_refused(tiny_model: Path, text: str) -> None:
    (tiny_model / "manifest.json").write_text(text, "utf-8")
    assert "manifest.json is not valid" in refusal(tiny_model)


def test_a_manifest_in_another_encoding_or_without_an_end_is_refused(tiny_model: Path) -> None:
    path = tiny_model / "manifest.json"
    path.write_bytes("{}".encode("utf-16"))
    assert "not valid" in refusal(tiny_model)
    with path.open("wb") as stream:
        stream.truncate(MAX_MANIFEST_BYTES + 1)
    assert "larger than 16 MB" in refusal(tiny_model)


@pytest.mark.skipif(os.name == "nt", reason="POSIX files")
def test_pipes_in_place_of_files_are_refused_without_a_wait(tiny_model: Path) -> None:
    (tiny_model / "model.onnx").unlink()
    os.mkfifo(tiny_model / "model.onnx")
    assert "not a file" in refusal(tiny_model)
    (tiny_model / "manifest.json").unlink()
    os.mkfifo(tiny_model / "manifest.json")
    assert "not a file" in refusal(tiny_model)


def external(model: onnx.ModelProto, where: str) -> onnx.ModelProto:
    for tensor in model.graph.initializer:
        if tensor.name == "kernels":
            set_external_data(tensor, where)
            tensor.data_location = TensorProto.EXTERNAL
            tensor.ClearField("raw_data")
    return model


def test_weights_outside_the_model_file_are_refused_even_where_they_could_be_found(
    tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = onnx.load(tiny_model / "model.onnx")
    weights = next(t for t in model.graph.initializer if t.name == "kernels").raw_data
    (tiny_model / "weights.bin").write_bytes(weights)
    monkeypatch.chdir(tiny_model)
    replace_model(tiny_model, external(model, "weights.bin").SerializeToString())
    assert "weights outside the model file" in refusal(tiny_model)


def test_weights_outside_are_found_deep_inside_attributes_too(tiny_model: Path) -> None:
    model = onnx.load(tiny_model / "model.onnx")
    inner = numpy_helper.from_array(np.ones(3, np.float32), "inner")
    set_external_data(inner, "/etc/passwd")
    inner.data_location = TensorProto.EXTERNAL
    inner.ClearField("raw_data")
    constant = helper.make_node("Constant", [], ["c"], value=inner)
    body = helper.make_graph([constant], "body", [], [helper.make_tensor_value_info("c", TensorProto.FLOAT, [3])])
    model.graph.node.append(helper.make_node("If", ["images"], ["x"], then_branch=body, else_branch=body))
    replace_model(tiny_model, model.SerializeToString())
    assert "weights outside the model file" in refusal(tiny_model)


def test_a_custom_operator_is_named(tiny_model: Path) -> None:
    model = onnx.load(tiny_model / "model.onnx")
    model.graph.node[-1].domain = "evil.corp"
    model.graph.node[-1].op_type = "Exfiltrate"
    model.opset_import.append(helper.make_opsetid("evil.corp", 1))
    replace_model(tiny_model, model.SerializeToString())
    assert "custom operator 'evil.corp:Exfiltrate'" in refusal(tiny_model)


def test_operators_that_a_model_brings_are_refused_also_under_a_standard_name(tiny_model: Path) -> None:
    model = onnx.load(tiny_model / "model.onnx")
    body = [helper.make_node("Neg", ["x"], ["y"])]
    model.functions.append(helper.make_function("", "Relu", ["x"], ["y"], body, [helper.make_opsetid("", 18)]))
    replace_model(tiny_model, model.SerializeToString())
    assert "operators of its own" in refusal(tiny_model)


@pytest.mark.parametrize(
    "data", [b"\xff" * 50, b"not a model at all, but text of some length", b"\x3a\xff\xff\xff\x7f", b"\x3b"]
)
def test_bytes_that_are_no_protobuf_are_refused(tiny_model: Path, data: bytes) -> None:
    replace_model(tiny_model, data)
    assert "not a whole ONNX file" in refusal(tiny_model)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=6,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(data=st.data())
def test_any_value_in_any_place_is_taken_or_refused_but_never_crashes(tiny_model: Path, data: st.DataObject) -> None:
    path = tiny_model / "manifest.json"
    whole = path.read_text("utf-8")
    manifest = json.loads(whole)
    places = [(manifest, key) for key in manifest]
    places += [(manifest["recipe"], key) for key in manifest["recipe"]]
    places += [(manifest["recipe"]["steps"][0], key) for key in manifest["recipe"]["steps"][0]]
    owner, key = data.draw(st.sampled_from(places))
    owner[key] = data.draw(JSON)
    try:
        path.write_text(json.dumps(manifest), "utf-8")
        read = Manifest.read(tiny_model)
        assert read.labels == LABELS
    except BrokenModel as error:
        assert "tiny" in str(error)
    finally:
        path.write_text(whole, "utf-8")


@pytest.mark.slow
def test_manifests_mutated_byte_by_byte_are_taken_or_refused_by_name(tiny_model: Path) -> None:
    """Three thousand injured manifests; what is still taken keeps every promise of the contract."""
    path = tiny_model / "manifest.json"
    whole = path.read_bytes()
    rng = np.random.default_rng(3)
    refused = 0
    for _ in range(3000):
        path.write_bytes(mutated(whole, rng))
        try:
            manifest = Manifest.read(tiny_model)
            _ = manifest.verified_bytes
        except BrokenModel as error:
            refused += 1
            assert "tiny" in str(error) or "model " in str(error)
            assert len(str(error)) < 2000
            continue
        assert manifest.labels == LABELS
        assert 0.01 <= manifest.temperature <= 100
        assert manifest.recipe.tensor(np.zeros((9, 9, 3), np.uint8)).shape[0] == 3
    assert refused > 2000
