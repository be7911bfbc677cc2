"""The only ONNX Runtime session: what it gives is what the contract says, or the model is refused before a field is read."""

import hashlib
import json
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from onnx import TensorProto, helper, numpy_helper

from leukemia_desktop.core.classifier import NOT_STARTED, Classifier, NoProvider, available_providers
from leukemia_desktop.core.manifest import LABELS, BrokenModel, Manifest
from tests.conftest import COLOURS
from tests.core.test_image_files import mutated
from tests.core.test_manifest import replace_model

MODELS = Path(__file__).resolve().parents[2] / "models"


def opened(folder: Path) -> Classifier:
    return Classifier(Manifest.read(folder), provider="cpu", threads=1)


def test_each_colour_is_its_label_and_the_three_outputs_have_their_shapes(tiny_model: Path) -> None:
    classifier = opened(tiny_model)
    recipe = classifier.manifest.recipe
    fields = [recipe.tensor(np.full((48, 48, 3), colour, np.uint8)) for colour in COLOURS.values()]
    predictions = classifier.predict(fields)
    assert [LABELS[int(p.logits.argmax())] for p in predictions] == list(COLOURS)
    for prediction in predictions:
        assert prediction.logits.shape == (4,)
        assert prediction.features.shape == (3,)
        assert prediction.evidence.shape == (4, 4, 4)
        assert prediction.logits.dtype == prediction.features.dtype == prediction.evidence.dtype == np.float32


def test_what_is_said_of_a_field_does_not_depend_on_those_that_are_asked_together_with_it(tiny_model: Path) -> None:
    """A model that, of several fields at once, gives each the mean of all: it is asked for one at a time."""
    size = Manifest.read(tiny_model).recipe.input_size
    tensors = list(np.random.default_rng(3).normal(0, 0.5, (9, 3, size, size)).astype(np.float32))
    alone = [opened(tiny_model).predict([tensor])[0].logits for tensor in tensors]
    whole = opened(tiny_model)
    for together in (2, 8, 8, 9):
        said = [prediction.logits for prediction in whole.predict(tensors[:together])]
        assert np.array_equal(said, alone[:together])

    model = onnx.load(tiny_model / "model.onnx")
    model.graph.node[2].output[0] = "own"
    model.graph.initializer.append(numpy_helper.from_array(np.array([0], np.int64), "fields"))
    model.graph.node.append(helper.make_node("ReduceMean", ["own", "fields"], ["mean"], keepdims=1))
    model.graph.node.append(helper.make_node("Sub", ["own", "own"], ["nothing"]))
    model.graph.node.append(helper.make_node("Add", ["mean", "nothing"], ["logits"]))
    replace_model(tiny_model, model.SerializeToString())
    minding = opened(tiny_model)
    assert not np.array_equal([p.logits for p in minding._run(tensors)], alone)
    for _ in range(2):
        assert np.array_equal([p.logits for p in minding.predict(tensors)], alone)
    # nor is it trusted for what it said of copies, whose mean is each of them
    trusting = opened(tiny_model)
    assert len({p.logits.tobytes() for p in trusting.predict([tensors[0]] * 2)}) == 1
    assert np.array_equal([p.logits for p in trusting.predict(tensors[:2])], alone[:2])


def test_bound_to_a_device_the_model_says_the_same_bit_for_bit(tiny_model: Path) -> None:
    """As on a card, but on the device that every machine has."""
    classifier = opened(tiny_model)
    size = classifier.manifest.recipe.input_size
    tensors = list(np.random.default_rng(4).normal(0, 0.5, (5, 3, size, size)).astype(np.float32))
    for count in (1, 5):
        bound, plain = classifier._run_bound(tensors[:count]), classifier._run(tensors[:count])
        assert len(bound) == count
        for one, other in zip(bound, plain, strict=True):
            assert np.array_equal(one.logits, other.logits)
            assert np.array_equal(one.features, other.features)
            assert np.array_equal(one.evidence, other.evidence)


@pytest.mark.parametrize("model", sorted(path.parent.name for path in MODELS.glob("*/manifest.json")))
def test_of_shipped_models_several_fields_together_give_the_digits_of_one(model: str) -> None:
    """Or else batches would be slower than they could be."""
    classifier = opened(MODELS / model)
    size = classifier.manifest.recipe.input_size
    tensors = list(np.random.default_rng(5).normal(0, 0.5, (8, 3, size, size)).astype(np.float32))
    alone = [classifier.predict([tensor])[0].logits for tensor in tensors]
    assert np.array_equal([prediction.logits for prediction in classifier.predict(tensors)], alone)
    assert classifier._alike == {8: True}


def test_the_provider_is_the_one_that_runs(tiny_model: Path) -> None:
    assert opened(tiny_model).provider == "cpu"
    assert available_providers()[-1] == "cpu"
    assert Classifier(Manifest.read(tiny_model), provider="auto").provider in available_providers()


def test_a_provider_that_is_unknown_or_absent_is_refused(tiny_model: Path) -> None:
    with pytest.raises(NoProvider, match="one of auto, cuda, cpu, not 'tpu'"):
        Classifier(Manifest.read(tiny_model), provider="tpu")
    if "cuda" not in available_providers():
        with pytest.raises(NoProvider, match="CUDA was asked for"):
            Classifier(Manifest.read(tiny_model), provider="cuda")


def refusal(folder: Path) -> str:
    with pytest.raises(BrokenModel) as caught:
        opened(folder)
    assert folder.name in str(caught.value)
    return str(caught.value)


@pytest.mark.skipif(
    "CUDAExecutionProvider" in ort.get_available_providers(), reason="CUDA is installed here, so ONNX Runtime can start it"
)
def test_where_cuda_is_installed_and_cannot_be_started_the_cpu_runs_and_says_so(
    tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with onnxruntime-gpu on a machine without a card; ONNX Runtime itself says so in its own way."""
    both = ["CUDAExecutionProvider", "CPUExecutionProvider"]
    monkeypatch.setattr(ort, "get_available_providers", lambda: both)
    with pytest.warns(UserWarning, match="CUDAExecutionProvider"):
        classifier = Classifier(Manifest.read(tiny_model), provider="auto")
    assert (classifier.provider, classifier.fell_back) == ("cpu", NOT_STARTED)
    with pytest.warns(UserWarning, match="CUDAExecutionProvider"), pytest.raises(NoProvider, match="could not start it"):
        Classifier(Manifest.read(tiny_model), provider="cuda")
    assert Classifier(Manifest.read(tiny_model), provider="cpu").fell_back == ""


def test_an_input_of_another_size_is_refused(tiny_model: Path) -> None:
    path = tiny_model / "manifest.json"
    data = json.loads(path.read_text())
    data["recipe"]["input_size"] = 64
    path.write_text(json.dumps(data))
    assert "not one float tensor (N, 3, 64, 64)" in refusal(tiny_model)


def test_an_output_that_is_missing_or_of_another_shape_is_refused(tiny_model: Path) -> None:
    model = onnx.load(tiny_model / "model.onnx")
    whole = model.SerializeToString()
    del model.graph.output[2]
    replace_model(tiny_model, model.SerializeToString())
    assert "output evidence is missing" in refusal(tiny_model)

    model = onnx.load_from_string(whole)
    names = {tensor.name: tensor for tensor in model.graph.initializer}
    wide = numpy_helper.to_array(names["weights"]).repeat(2, axis=1)
    names["weights"].CopyFrom(numpy_helper.from_array(wide, "weights"))
    model.graph.output[0].type.tensor_type.shape.dim[1].dim_value = 8
    replace_model(tiny_model, model.SerializeToString())
    assert "are not (N,4), (N,D), (N,4,h,w)" in refusal(tiny_model)


def constant_logits(folder: Path, values: list[float]) -> None:
    """The tiny model whose logits are these, whatever the field."""
    model = onnx.load(folder / "model.onnx")
    for tensor in model.graph.initializer:
        if tensor.name == "weights":
            tensor.CopyFrom(numpy_helper.from_array(np.zeros((3, 4), np.float32), "weights"))
    model.graph.node[2].output[0] = "zeros"
    model.graph.initializer.append(numpy_helper.from_array(np.array(values, np.float32), "values"))
    model.graph.node.append(helper.make_node("Add", ["zeros", "values"], ["logits"]))
    replace_model(folder, model.SerializeToString())


def test_a_model_that_gives_no_numbers_is_refused_when_it_is_opened(tiny_model: Path) -> None:
    constant_logits(tiny_model, [0, float("nan"), 0, 0])
    assert "not numbers" in refusal(tiny_model)


def test_a_model_that_does_not_give_what_it_declares_is_refused_when_it_is_opened(tiny_model: Path) -> None:
    """A shape that depends on the pixels: ONNX Runtime opens it, the first run shows it."""
    model = onnx.load(tiny_model / "model.onnx")
    model.graph.node[1].output[0] = "means"
    model.graph.node[2].input[0] = "means"
    model.graph.node.append(helper.make_node("NonZero", ["images"], ["places"]))
    model.graph.node.append(helper.make_node("Cast", ["places"], ["features"], to=TensorProto.FLOAT))
    replace_model(tiny_model, model.SerializeToString())
    assert "does not run" in refusal(tiny_model)


def test_a_model_whose_names_are_no_text_is_refused(tiny_model: Path) -> None:
    data = (tiny_model / "model.onnx").read_bytes()
    at = data.rindex(b"\x12\x01n")  # the name of the batch's size, as the last output states it
    replace_model(tiny_model, data[: at + 2] + b"\xe2" + data[at + 3 :])
    refusal(tiny_model)
    at = data.index(b"\x12\x01n")
    replace_model(tiny_model, data[: at + 2] + b"\xe2" + data[at + 3 :])
    assert "in no text" in refusal(tiny_model)


def _try(folder: str) -> str:
    """In a child: open the model and run it, and say how it went. A crash kills the child, not the test."""
    try:
        opened(Path(folder))
    except BrokenModel as error:
        return f"refused: {error}"
    return "opened"


@pytest.mark.slow
def test_mutated_models_are_refused_by_name_and_never_crash_the_program(tiny_model: Path, tmp_path: Path) -> None:
    """Bytes altered at random, with the hash in the manifest made to fit, so that ONNX Runtime itself sees most of them."""
    rng = np.random.default_rng(11)
    seed = (tiny_model / "model.onnx").read_bytes()
    manifest = json.loads((tiny_model / "manifest.json").read_text())
    folders = []
    for number in range(3000):
        folder = tmp_path / "mutants" / f"mutant-{number}"
        folder.mkdir(parents=True)
        data = mutated(seed, rng)
        (folder / "model.onnx").write_bytes(data)
        fitting = manifest | {"id": folder.name, "sha256": hashlib.sha256(data).hexdigest()}
        (folder / "manifest.json").write_text(json.dumps(fitting))
        folders.append(str(folder))
    with ProcessPoolExecutor(max(1, (os.cpu_count() or 2) // 2), multiprocessing.get_context("spawn")) as pool:
        said = list(pool.map(_try, folders, chunksize=50))
    refused = [text for text in said if text != "opened"]
    assert len(said) == 3000
    assert len(refused) > 600
    assert all("mutant-" in text for text in refused)
