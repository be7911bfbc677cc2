"""One outcome per field, in order, each remembered before it is seen, whatever the files are like."""

import hashlib
import io
import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PIL import Image as Pillow

from leukemia_desktop.core.analysis import Failure, Key, Outcome, Result, analyze
from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field, find_fields
from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.recipe import Recipe, Step
from leukemia_desktop.core.run import Run
from leukemia_desktop.core.settings import Settings
from tests.conftest import COLOURS
from tests.core.test_classifier import constant_logits
from tests.core.test_image_files import SEEDS, mutated
from tests.core.test_manifest import replace_model

MakeSlide = Callable[..., Path]


@pytest.fixture
def classifier(tiny_model: Path) -> Classifier:
    return Classifier(Manifest.read(tiny_model), provider="cpu", threads=1)


def results(outcomes: Iterable[Outcome]) -> list[Result]:
    found = list(outcomes)
    assert all(isinstance(outcome, Result) for outcome in found), found
    return [outcome for outcome in found if isinstance(outcome, Result)]


def decoders() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("analyse")]


def test_every_field_has_its_label_in_the_order_given(make_slide: MakeSlide, classifier: Classifier) -> None:
    fields = find_fields(make_slide(**dict.fromkeys(COLOURS, 12)))
    outcomes = results(analyze(fields, classifier))
    assert [outcome.field for outcome in outcomes] == fields
    assert all(outcome.field.name.startswith(outcome.verdict.label) for outcome in outcomes)
    first = outcomes[0]
    assert (first.width, first.height, first.model_id, first.provider) == (48, 48, "tiny", "cpu")
    assert len(first.key.image_sha256) == 64
    assert first.analysed_at.endswith("Z")


def test_nothing_to_analyse_gives_nothing(classifier: Classifier) -> None:
    assert list(analyze([], classifier)) == []
    assert decoders() == []


def test_unreadable_fields_are_values_and_stop_nothing(
    make_slide: MakeSlide, classifier: Classifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_slide("A", Pro=3)
    whole = (folder / "Pro_1.png").read_bytes()
    expected = {
        "a_empty.jpg": "0 bytes",
        "b_text.jpg": "holds text",
        "c_cut.png": "truncated|damaged",
        "d_float.tif": "32-bit",
        "e_huge.png": "megapixels",
    }
    (folder / "a_empty.jpg").touch()
    (folder / "b_text.jpg").write_text("not an image, but a note about one " * 9)
    (folder / "c_cut.png").write_bytes(whole[: len(whole) // 2])
    Pillow.new("F", (9, 9)).save(folder / "d_float.tif")
    Pillow.new("1", (1200, 1000)).save(folder / "e_huge.png")
    if os.name == "posix":
        (folder / "f_dangling.jpg").symlink_to("nowhere")
        os.mkfifo(folder / "g_pipe.jpg")
        monkeypatch.chdir(folder)
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("h_socket.jpg")
        expected |= {"f_dangling.jpg": "link", "g_pipe.jpg": "pipe", "h_socket.jpg": "pipe or device"}
    fields = find_fields(folder)
    outcomes = list(analyze(fields, classifier, settings=Settings(max_megapixels=1.0)))
    assert [outcome.field for outcome in outcomes] == fields
    failures = {outcome.field.name: outcome.reason for outcome in outcomes if isinstance(outcome, Failure)}
    assert set(failures) == set(expected)
    for name, words in expected.items():
        assert any(word in failures[name] for word in words.split("|")), failures[name]


def test_a_file_that_goes_away_or_changes_after_listing_is_analysed_as_it_is_read(
    make_slide: MakeSlide, classifier: Classifier
) -> None:
    folder = make_slide("A", Pro=3)
    fields = find_fields(folder)
    (folder / "Pro_2.png").unlink()
    Pillow.new("RGB", (30, 20), COLOURS["Benign"]).save(folder / "Pro_3.png")
    first, second, third = analyze(fields, classifier)
    assert isinstance(first, Result)
    assert isinstance(second, Failure)
    assert second.reason == "the file is gone"
    assert isinstance(third, Result)
    assert (third.verdict.label, third.width) == ("Benign", 30)


def test_a_damaged_jpeg_is_never_silently_ok(tmp_path: Path, classifier: Classifier) -> None:
    pixels = np.clip(np.random.default_rng(0).normal(COLOURS["Pro"], 30, (64, 64, 3)), 0, 255).astype(np.uint8)
    buffer = io.BytesIO()
    Pillow.fromarray(pixels).save(buffer, "JPEG", quality=90)
    data = bytearray(buffer.getvalue())
    place = data.index(b"\xff\xda") + 400
    data[place : place + 2] = b"\xff\xd5"
    (tmp_path / "damaged.jpg").write_bytes(data)
    (outcome,) = analyze(find_fields(tmp_path), classifier)
    if isinstance(outcome, Result):
        assert "damaged_file" in outcome.verdict.flags
        assert outcome.verdict.status == "review"
    else:
        assert "damaged" in outcome.reason or "truncated" in outcome.reason


def test_a_field_for_which_the_model_gives_no_numbers_fails_alone(make_slide: MakeSlide, tiny_model: Path) -> None:
    """A model whose logits overflow on a bright field and not on the black one it is tried out with."""
    model = onnx.load(tiny_model / "model.onnx")
    model.graph.node[2].output[0] = "tame"
    model.graph.initializer.append(numpy_helper.from_array(np.array(1e38, np.float32), "much"))
    model.graph.initializer.append(numpy_helper.from_array(np.array([0.0], np.float32), "zero"))
    model.graph.node.append(helper.make_node("ReduceMean", ["images"], ["bright"], keepdims=0))
    model.graph.node.append(helper.make_node("Max", ["bright", "zero"], ["lit"]))
    model.graph.node.append(helper.make_node("Mul", ["lit", "much"], ["large"]))
    model.graph.node.append(helper.make_node("Mul", ["large", "much"], ["infinite"]))
    model.graph.node.append(helper.make_node("Add", ["tame", "infinite"], ["logits"]))
    replace_model(tiny_model, model.SerializeToString())
    folder = make_slide("A", Pro=1)
    Pillow.new("RGB", (48, 48), (10, 10, 10)).save(folder / "dark.png")
    Pillow.new("RGB", (48, 48), (250, 250, 250)).save(folder / "bright.png")
    outcomes = {o.field.name: o for o in analyze(find_fields(folder), Classifier(Manifest.read(tiny_model), provider="cpu"))}
    bright = outcomes["bright.png"]
    assert isinstance(bright, Failure)
    assert "no usable numbers" in bright.reason
    assert isinstance(outcomes["dark.png"], Result)


def gives_up_on_light(folder: Path) -> None:
    """The tiny model, which now fails for real, deep inside ONNX Runtime, on every field that is not dark."""
    model = onnx.load(folder / "model.onnx")
    model.graph.node[2].output[0] = "tame"
    for name, value in {"zeros": np.zeros(20, np.float32), "zero": np.float32(0), "hundred": np.float32(100)}.items():
        model.graph.initializer.append(numpy_helper.from_array(np.asarray(value), name))
    model.graph.node.append(helper.make_node("ReduceMax", ["images"], ["lightest"], keepdims=0))
    model.graph.node.append(helper.make_node("Max", ["lightest", "zero"], ["light"]))
    model.graph.node.append(helper.make_node("Mul", ["light", "hundred"], ["far"]))
    model.graph.node.append(helper.make_node("Cast", ["far"], ["place"], to=TensorProto.INT64))
    model.graph.node.append(helper.make_node("Gather", ["zeros", "place"], ["nothing"]))
    model.graph.node.append(helper.make_node("Add", ["tame", "nothing"], ["logits"]))
    replace_model(folder, model.SerializeToString())


def draw_dark_then_light(folder: Path, dark: int, light: int) -> list[Field]:
    folder.mkdir()
    for number in range(dark + light):
        colour = (40, 40, number) if number < dark else COLOURS["Pro"]
        Pillow.new("RGB", (48, 48), colour).save(folder / f"{number}.png")
    return find_fields(folder)


def test_a_field_on_which_the_model_fails_is_a_failure_of_its_own(tmp_path: Path, tiny_model: Path) -> None:
    gives_up_on_light(tiny_model)
    fields = draw_dark_then_light(tmp_path / "slide", 5, 2)
    outcomes = list(analyze(fields, Classifier(Manifest.read(tiny_model), provider="cpu")))
    assert [outcome.field for outcome in outcomes] == fields
    assert [type(outcome) for outcome in outcomes] == [Result] * 5 + [Failure] * 2
    assert isinstance(outcomes[-1], Failure)
    assert outcomes[-1].reason.startswith("the model fails on this field: ")
    assert "Gather" in outcomes[-1].reason


def on_a_card_that_gives_up(tiny_model: Path, tmp_path: Path) -> Classifier:
    """A classifier whose session, a real one, fails on light fields, and which believes that it runs on CUDA.

    There is no card on most machines; all that differs is what the provider is called.
    """
    classifier = Classifier(Manifest.read(tiny_model), provider="cpu", threads=2)
    shutil.copytree(tiny_model, tmp_path / "failing")
    gives_up_on_light(tmp_path / "failing")
    failing = Classifier(Manifest.read(tmp_path / "failing"), provider="cpu")
    classifier._session, classifier.provider = failing._session, "cuda"
    return classifier


def test_when_cuda_gives_up_the_cpu_goes_on_says_so_and_nothing_is_lost(tiny_model: Path, tmp_path: Path) -> None:
    classifier = on_a_card_that_gives_up(tiny_model, tmp_path)
    fields = draw_dark_then_light(tmp_path / "slide", 40, 80)
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        run = Run(fields, classifier, Settings(), ledger)
        outcomes = results(run)
        assert len({entry["image_sha256"] for entry in ledger.entries()}) == 41  # the light ones are all alike
        assert ledger.verify() == ""
    assert [outcome.field for outcome in outcomes] == fields
    assert [outcome.provider for outcome in outcomes] == ["cuda"] * 32 + ["cpu"] * 88
    assert {outcome.verdict.label for outcome in outcomes[40:]} == {"Pro"}
    assert "Gather" in run.report().provenance["fell_back"]
    assert run.report().provenance["provider"] == "cpu"


def test_what_fails_on_the_cpu_as_well_fails_alone(tiny_model: Path, tmp_path: Path) -> None:
    classifier = on_a_card_that_gives_up(tiny_model, tmp_path)
    gives_up_on_light(tiny_model)
    classifier.manifest = Manifest.read(tiny_model)
    outcomes = list(analyze(draw_dark_then_light(tmp_path / "slide", 5, 2), classifier))
    assert [type(outcome) for outcome in outcomes] == [Result] * 5 + [Failure] * 2
    assert classifier.provider == "cpu"


def test_a_model_without_a_preference_is_never_ok(make_slide: MakeSlide, tiny_model: Path) -> None:
    constant_logits(tiny_model, [1, 1, 1, 1])
    (outcome,) = results(analyze(find_fields(make_slide(Pro=1)), Classifier(Manifest.read(tiny_model), provider="cpu")))
    assert outcome.verdict.status == "review"
    assert "low_confidence" in outcome.verdict.flags


def test_moving_renaming_and_copying_computes_nothing_again(
    make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    folder = make_slide("A", Pro=4, Benign=2)
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        first = results(analyze(find_fields(folder), classifier, memory=ledger))
        moved = folder.rename(folder.with_name("patient 7"))
        (moved / "Pro_1.png").rename(moved / "renamed.png")
        again = results(analyze(find_fields(moved), classifier, memory=ledger))
        assert {r.analysed_at for r in again} <= {r.analysed_at for r in first}
        assert {r.key: r.logits for r in again} == {r.key: r.logits for r in first}
        assert {r.field.slide for r in again} == {"patient 7"}
        assert "renamed.png" in {r.field.name for r in again}
        assert len(list(ledger.entries())) == 6
        assert ledger.verify() == ""


def test_another_recipe_or_another_model_is_another_result(
    make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    fields = find_fields(make_slide(Pro=2))
    blurred = Recipe((Step.of("square_crop", size=32), Step.of("gaussian_blur", sigma=2.0)), 32)
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        plain = results(analyze(fields, classifier, memory=ledger))
        other = results(analyze(fields, classifier, recipe=blurred, memory=ledger))
        assert {r.key.recipe for r in plain}.isdisjoint(r.key.recipe for r in other)
        assert len(list(ledger.entries())) == 4


def test_a_known_field_is_judged_by_the_settings_of_today(make_slide: MakeSlide, tiny_model: Path, tmp_path: Path) -> None:
    constant_logits(tiny_model, [0, 0, 0, 1])
    classifier = Classifier(Manifest.read(tiny_model), provider="cpu")
    fields = find_fields(make_slide(Pro=1))
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        (strict,) = results(analyze(fields, classifier, settings=Settings(review_below=0.9), memory=ledger))
        (lenient,) = results(analyze(fields, classifier, settings=Settings(review_below=0.1), memory=ledger))
    assert "low_confidence" in strict.verdict.flags
    assert "low_confidence" not in lenient.verdict.flags
    assert lenient.analysed_at == strict.analysed_at


class Watching:
    """A memory that knows nothing and keeps the order of what it was given."""

    def __init__(self) -> None:
        self.recorded: list[str] = []
        self.together: list[int] = []

    def recall(self, key: Key) -> Result | None:
        return None

    def record(self, results: Sequence[Result]) -> None:
        self.recorded += [result.field.name for result in results]
        self.together.append(len(results))


def test_a_result_is_recorded_before_it_is_seen(make_slide: MakeSlide, classifier: Classifier) -> None:
    memory = Watching()
    for outcome in analyze(find_fields(make_slide(Pro=9)), classifier, memory=memory):
        assert outcome.field.name in memory.recorded


def test_what_is_ready_together_is_recorded_together(make_slide: MakeSlide, tiny_model: Path) -> None:
    """While the first field is held up, the other thread does the next ones; thirty-two are recorded at once."""
    fields = find_fields(make_slide(Pro=40))
    first = hashlib.sha256(fields[0].path.read_bytes()).hexdigest()

    class HoldsUpTheFirst(Watching):
        def __init__(self) -> None:
            super().__init__()
            self.asked: set[str] = set()
            self.enough = threading.Event()

        def recall(self, key: Key) -> Result | None:
            if key.image_sha256 == first:
                assert self.enough.wait(60)
            self.asked.add(key.image_sha256)
            if len(self.asked) == 33:  # one after the other, so that thirty-two of them are done
                self.enough.set()
            return None

    memory = HoldsUpTheFirst()
    two = Classifier(Manifest.read(tiny_model), provider="cpu", threads=2)
    names = [outcome.field.name for outcome in analyze(fields, two, memory=memory)]
    assert memory.recorded == names
    assert len(names) == 40
    assert max(memory.together) == 32


def test_closing_half_way_ends_the_threads_and_keeps_what_was_seen(
    make_slide: MakeSlide, classifier: Classifier, tmp_path: Path
) -> None:
    fields = find_fields(make_slide(Pro=60))
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        running = analyze(fields, classifier, memory=ledger)
        seen = [next(running) for _ in range(7)]
        assert decoders()
        running.close()  # type: ignore[attr-defined]
        assert decoders() == []
        assert len(list(ledger.entries())) >= len(seen)
        assert len(results(analyze(fields, classifier, memory=ledger))) == 60
        assert ledger.verify() == ""


def test_fields_are_asked_for_as_they_are_needed_not_all_at_once(make_slide: MakeSlide, classifier: Classifier) -> None:
    (field,) = find_fields(make_slide(Pro=1))
    asked = 0

    def endless() -> Iterator[Field]:
        nonlocal asked
        while True:
            asked += 1
            yield field

    running = analyze(endless(), classifier)
    for _ in range(50):
        next(running)
    running.close()  # type: ignore[attr-defined]
    assert asked < 50 + 150


def test_a_bug_is_loud_and_leaves_no_thread(make_slide: MakeSlide, classifier: Classifier) -> None:
    class Broken(Watching):
        def recall(self, key: Key) -> Result | None:
            raise ZeroDivisionError("a bug")

    with pytest.raises(ZeroDivisionError):
        list(analyze(find_fields(make_slide(Pro=20)), classifier, memory=Broken()))
    assert decoders() == []


@pytest.mark.slow
def test_a_folder_of_mutated_files_gives_one_row_each(tmp_path: Path, classifier: Classifier) -> None:
    rng = np.random.default_rng(5)
    suffixes = {"JPEG": "jpg", "PNG": "png", "TIFF": "tif", "BMP": "bmp", "WEBP": "webp"}
    for kind, suffix in suffixes.items():
        seed = SEEDS[kind]()
        for number in range(200):
            (tmp_path / f"{kind}_{number}.{suffix}").write_bytes(mutated(seed, rng))
    fields = find_fields(tmp_path)
    assert len(fields) == 1000
    outcomes = list(analyze(fields, classifier))
    assert [outcome.field for outcome in outcomes] == fields
    assert all(outcome.reason for outcome in outcomes if isinstance(outcome, Failure))
    assert len({type(outcome) for outcome in outcomes}) == 2
