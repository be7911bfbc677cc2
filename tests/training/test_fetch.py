import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from leukemia_desktop.core.synthetic import draw_field, save_field
from leukemia_desktop.training.cli import app
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.errors import BadDataset, TrainingError
from leukemia_desktop.training.fetch import TERMS, arrange, class_of, fetch

KAGGLE = {"Benign": "Original/Benign", "Early": "Original/Early", "Pre": "Original/Pre", "Pro": "Original/Pro"}
MIRROR = {
    "Benign": "Blood cell Cancer [ALL]/Benign",
    "Early": "Blood cell Cancer [ALL]/[Malignant] early Pre-B",
    "Pre": "Blood cell Cancer [ALL]/[Malignant] Pre-B",
    "Pro": "Blood cell Cancer [ALL]/[Malignant] Pro-B",
}


def draw_archive(folder: Path, layout: dict[str, str]) -> Path:
    """An unpacked archive: one original field a class, and masks beside it."""
    for seed, (label, place) in enumerate(layout.items()):
        for part in (place, f"Segmented/{label}"):
            (folder / part).mkdir(parents=True)
            save_field(draw_field(seed, size=(32, 32), scale_bar=False), folder / part / f"{label}-1.jpg")
    return folder


@pytest.mark.parametrize("layout", [KAGGLE, MIRROR])
def test_class_folders_are_known_whatever_the_archive_calls_them_and_masks_are_left_out(layout, tmp_path: Path):
    archive = draw_archive(tmp_path / "archive", layout)
    assert arrange(archive, tmp_path / "out", accepted=lambda: True) == dict.fromkeys(KAGGLE, 1)
    dataset = Dataset.open(tmp_path / "out")
    assert dataset.files == ("Benign/Benign-1.jpg", "Early/Early-1.jpg", "Pre/Pre-1.jpg", "Pro/Pro-1.jpg")
    for label, file in zip(layout, dataset.files, strict=True):
        original = archive / layout[label] / f"{label}-1.jpg"
        assert (tmp_path / "out" / file).read_bytes() == original.read_bytes()


def test_a_folder_that_stands_for_no_class_is_none():
    assert class_of("Malignant") is None
    assert class_of("Original") is None
    assert class_of("Malignant-Early-Pre-B") == "Early"


def test_a_class_that_is_missing_or_there_twice_is_named_and_nothing_is_written(tmp_path: Path):
    archive = draw_archive(tmp_path / "archive", {k: v for k, v in KAGGLE.items() if k != "Pro"})
    with pytest.raises(BadDataset, match="no folder of original images for Pro"):
        arrange(archive, tmp_path / "out", accepted=lambda: True)
    archive = draw_archive(tmp_path / "twice", KAGGLE | {"Late": "train/Pro-B"})
    with pytest.raises(BadDataset, match="Pro is there twice"):
        arrange(archive, tmp_path / "out", accepted=lambda: True)
    with pytest.raises(BadDataset, match="nowhere: no such folder"):
        arrange(tmp_path / "nowhere", tmp_path / "out", accepted=lambda: True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "twice"]


def test_what_stands_in_the_folder_already_is_left_alone(tmp_path: Path):
    archive = draw_archive(tmp_path / "archive", KAGGLE)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine")
    for attempt in (fetch, lambda out, **options: arrange(archive, out, **options)):
        with pytest.raises(TrainingError, match="there is something already"):
            attempt(tmp_path / "out", accepted=lambda: True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_the_terms_are_shown_and_without_a_yes_nothing_is_written(tmp_path: Path, monkeypatch):
    archive = draw_archive(tmp_path / "archive", KAGGLE)
    call = ["fetch", str(tmp_path / "out"), "--archive", str(archive)]
    refused = CliRunner().invoke(app, call, input="n\n")
    assert TERMS in refused.output
    assert isinstance(refused.exception, TrainingError)
    assert not (tmp_path / "out").exists()
    # a script that does not answer does not accept
    assert CliRunner().invoke(app, call, input="").exit_code != 0
    assert not (tmp_path / "out").exists()
    done = CliRunner().invoke(app, [*call, "--accept-terms"])
    assert done.exit_code == 0, done.output
    assert TERMS in done.output
    assert "Benign 1, Early 1, Pre 1, Pro 1" in done.output


def test_without_kagglehub_the_error_says_how_to_install_it(tmp_path: Path, monkeypatch):
    monkeypatch.setitem(sys.modules, "kagglehub", None)
    with pytest.raises(TrainingError, match=r"leukemia-desktop\[fetch\]"):
        fetch(tmp_path / "out", accepted=lambda: True)


def test_what_kagglehub_brings_is_laid_out_and_what_it_raises_is_one_line(tmp_path: Path, monkeypatch):
    asked = []

    def download(handle: str) -> str:
        asked.append(handle)
        return str(draw_archive(tmp_path / "cache", KAGGLE))

    monkeypatch.setitem(sys.modules, "kagglehub", SimpleNamespace(dataset_download=download))
    assert fetch(tmp_path / "out", accepted=lambda: True) == dict.fromkeys(KAGGLE, 1)
    assert asked == ["mehradaria/leukemia"]
    with pytest.raises(TrainingError, match="not accepted"):
        fetch(tmp_path / "other", accepted=lambda: False)
    assert len(asked) == 1  # not accepted: not even asked for

    def unreachable(handle: str) -> str:
        raise ConnectionError("no route to host\nand more")

    monkeypatch.setitem(sys.modules, "kagglehub", SimpleNamespace(dataset_download=unreachable))
    with pytest.raises(TrainingError, match=r"ConnectionError: no route to host\).*--archive FOLDER"):
        fetch(tmp_path / "other", accepted=lambda: True)
    assert not (tmp_path / "other").exists()
