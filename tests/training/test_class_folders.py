from pathlib import Path

import pytest

from leukemia_desktop.training.class_folders import class_files
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.errors import BadDataset
from tests.training.conftest import draw_dataset


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return draw_dataset(tmp_path / "set", groups=1, fields=1)


def test_a_folder_without_class_folders_says_which_it_wants(tmp_path: Path):
    with pytest.raises(BadDataset, match="class folders must be Benign, Early, Pre, Pro, not none"):
        class_files(tmp_path)


def test_hidden_folders_and_files_beside_the_classes_do_not_matter(folder: Path):
    (folder / ".thumbnails").mkdir()
    (folder / "notes.txt").write_text("mine")
    assert class_files(folder) == [f"{label}/{label}-0-0.png" for label in ("Benign", "Early", "Pre", "Pro")]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name,series\nx,y\n", "no column file and no column group"),
        ("file,series\nx,y\n", "no column group"),
        ("", "no column file"),
        (
            "file,group\nBenign/Benign-0-0.png,g1\n",
            r"no line for Early/Early-0-0.png \(3 missing\); run leukemia-train audit",
        ),
        (
            "file,group\nBenign/Benign-0-0.png,a\nEarly/Early-0-0.png,\nPre/Pre-0-0.png,c\nPro/Pro-0-0.png,d\n",
            "no group for Early/Early-0-0.png",
        ),
    ],
)
def test_what_is_wrong_with_groups_is_named(folder: Path, text: str, complaint: str):
    (folder / "groups.csv").write_text(text)
    with pytest.raises(BadDataset, match=rf"groups.csv: {complaint}"):
        Dataset.open(folder)


def test_groups_in_another_encoding_are_no_crash(folder: Path):
    (folder / "groups.csv").write_bytes("file,group\nBenign/Übung.png,g1\n".encode("latin-1"))
    with pytest.raises(BadDataset, match=r"groups.csv: cannot be read"):
        Dataset.open(folder)


def test_groups_without_series_are_enough(folder: Path):
    rows = "".join(f"{file},g{n}\n" for n, file in enumerate(class_files(folder)))
    (folder / "groups.csv").write_text(f"file,group\n{rows}")
    assert list(Dataset.open(folder).groups) == ["g0", "g1", "g2", "g3"]
    assert set(Dataset.open(folder).series) == {""}
