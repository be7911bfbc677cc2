"""What every room's tests share: drawn fields, a real tiny ONNX model, a home of their own, and no leaked thread."""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import settings as hypothesis_settings
from onnx import TensorProto, helper, numpy_helper
from PIL import Image as Pillow

from leukemia_desktop.core.recipe import Recipe, Step

# no deadlines: these machines are noisy, and performance is measured in benchmarks; the same examples every time
hypothesis_settings.register_profile("house", deadline=None, derandomize=True, max_examples=50)
hypothesis_settings.load_profile("house")

REAL_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, ledger and added models of a test lie in a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setattr("leukemia_desktop.core.settings.platformdirs.user_config_dir", lambda *a, **k: str(home / "config"))
    monkeypatch.setattr("leukemia_desktop.core.settings.platformdirs.user_data_dir", lambda *a, **k: str(home / "data"))
    return home


@pytest.fixture(autouse=True)
def no_leaked_thread() -> Iterator[None]:
    """A thread that outlives its test fails it; one that is just ending gets a moment."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 5
    for thread in set(threading.enumerate()) - before:
        if not thread.daemon:
            thread.join(max(0.0, deadline - time.monotonic()))
    leaked = [t.name for t in set(threading.enumerate()) - before if not t.daemon]
    assert not leaked, f"threads outlive the test: {leaked}"


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The real data set; the test skips, saying so, where it is not."""
    if not (REAL_DATA / "taleqani").is_dir():
        pytest.skip("the real data is not on this machine")
    return REAL_DATA


# The tiny model reads the mean colour: each of these greys of its own channel mix is one class.
COLOURS = {"Benign": (200, 60, 60), "Early": (60, 200, 60), "Pre": (60, 60, 200), "Pro": (200, 200, 60)}


def build_tiny_model(folder: Path, *, temperature: float = 1.0, size: int = 32, favours: str = "") -> Path:
    """A real ONNX model with the contract's outputs: labels a field by its mean colour, a bright one as `favours`."""
    folder.mkdir(parents=True)
    directions = np.array([np.array(c) / 255 - 0.45 for c in COLOURS.values()], np.float32)
    weights = (40 * directions / np.linalg.norm(directions, axis=1, keepdims=True)).astype(np.float32)
    if favours:
        weights[list(COLOURS).index(favours)] = 100
    initializers = [
        numpy_helper.from_array(weights.T.copy(), "weights"),
        numpy_helper.from_array(weights[:, :, None, None].copy(), "kernels"),
        numpy_helper.from_array(np.array([2, 3], np.int64), "plane"),
    ]
    nodes = [
        helper.make_node("AveragePool", ["images"], ["maps"], kernel_shape=[size // 4] * 2, strides=[size // 4] * 2),
        helper.make_node("ReduceMean", ["maps", "plane"], ["features"], keepdims=0),
        helper.make_node("MatMul", ["features", "weights"], ["logits"]),
        helper.make_node("Conv", ["maps", "kernels"], ["activation"]),
        helper.make_node("Relu", ["activation"], ["evidence"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, ["n", 3, size, size])],
        [
            helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n", 4]),
            helper.make_tensor_value_info("features", TensorProto.FLOAT, ["n", 3]),
            helper.make_tensor_value_info("evidence", TensorProto.FLOAT, ["n", 4, 4, 4]),
        ],
        initializers,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.checker.check_model(model)
    data = model.SerializeToString()
    (folder / "model.onnx").write_bytes(data)
    recipe = Recipe((Step.of("square_crop", size=size),), size, (0.45, 0.45, 0.45), (1.0, 1.0, 1.0))
    manifest = {
        "format": 1,
        "id": folder.name,
        "architecture": "tiny",
        "labels": ["Benign", "Early", "Pre", "Pro"],
        "recipe": recipe.to_dict(),
        "file": "model.onnx",
        "sha256": hashlib.sha256(data).hexdigest(),
        "outputs": ["logits", "features", "evidence"],
        "calibration": {"temperature": temperature},
        "conformal": {"alpha": 0.05, "threshold": 0.9},
        "intended_use": "tests",
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return folder


@pytest.fixture
def tiny_model(tmp_path: Path) -> Path:
    """A model folder that keeps the whole contract and labels a field by its mean colour, see COLOURS."""
    return build_tiny_model(tmp_path / "models" / "tiny")


@pytest.fixture
def make_slide(tmp_path: Path) -> Callable[..., Path]:
    """make_slide("A", Benign=3, Pre=2) writes that many fields of each label's colour into a slide folder."""

    def make(name: str = "slide", suffix: str = ".png", **labels: int) -> Path:
        folder = tmp_path / "slides" / name
        folder.mkdir(parents=True, exist_ok=True)
        rng = np.random.default_rng(len(name))
        for label, count in labels.items():
            for number in range(count):
                pixels = np.clip(rng.normal(COLOURS[label], 8, (48, 48, 3)), 0, 255).astype(np.uint8)
                Pillow.fromarray(pixels).save(folder / f"{label}_{number + 1}{suffix}")
        return folder

    return make
