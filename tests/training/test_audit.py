import csv
import shutil
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image as Pillow
from typer.testing import CliRunner

from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.synthetic import draw_field
from leukemia_desktop.training import probes
from leukemia_desktop.training.audit import Audit, audit, write_groups
from leukemia_desktop.training.audit_report import report
from leukemia_desktop.training.burnt_in import edges, find_marks
from leukemia_desktop.training.cli import app
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.duplicates import near_duplicates, thumb, turned
from leukemia_desktop.training.errors import BadDataset, TrainingError
from leukemia_desktop.training.overlap import find_overlaps
from leukemia_desktop.training.shortcuts import shortcuts

SIDE = 224


def save(path: Path, pixels: np.ndarray, **options) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Pillow.fromarray(pixels).save(path, **options)


def bare(seed: int, size: int = SIDE) -> np.ndarray:
    return draw_field(seed, size=(size, size), scale_bar=False, cells=9).image


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Fields with known relations: Benign overlaps in a chain, Early has copies, Pre a scale bar, Pro nothing but damage."""
    folder = tmp_path_factory.mktemp("audit") / "set"
    smear = draw_field(1, size=(420, 420), scale_bar=False, cells=30).image
    for number, (x, y) in enumerate([(0, 0), (110, 40), (190, 150)]):
        save(folder / f"Benign/{number}.jpg", smear[y : y + SIDE, x : x + SIDE], quality=92)
    save(folder / "Benign/3.jpg", bare(2))
    save(folder / "Early/0.png", bare(3))
    shutil.copy(folder / "Early/0.png", folder / "Early/1.png")
    save(folder / "Early/2.bmp", bare(3))
    save(folder / "Early/3.jpg", np.ascontiguousarray(np.rot90(bare(3))[:, ::-1]), quality=92)
    save(folder / "Early/4.png", bare(4))
    for number in range(4):
        save(folder / f"Pre/{number}.jpg", draw_field(20 + number, cells=8).image, quality=92)
    save(folder / "Pro/0.png", bare(5))
    save(folder / "Pro/1.png", bare(6))
    (folder / "Pro/2.png").write_text("this is no picture")
    return folder


@pytest.fixture(scope="module")
def found(folder) -> Audit:
    return audit(folder)


def names(found: Audit, pairs) -> set[tuple[str, str]]:
    return {(found.files[a], found.files[b]) for a, b in pairs}


def test_shifted_fields_of_one_smear_are_joined_and_others_are_not(found):
    overlaps = {(found.files[o.first], found.files[o.second]): (o.dx, o.dy) for o in found.overlaps}
    assert overlaps[("Benign/0.jpg", "Benign/1.jpg")] == (110, 40)
    assert overlaps[("Benign/1.jpg", "Benign/2.jpg")] == (80, 110)
    groups = dict(zip(found.files, found.groups, strict=True))
    assert len({groups[f"Benign/{n}.jpg"] for n in range(3)}) == 1
    assert groups["Benign/3.jpg"] != groups["Benign/0.jpg"]
    # of 15 readable fields, three Benign and four Early are joined
    assert len(set(groups.values())) == 15 - 2 - 3
    assert not found.across


def test_copies_are_told_apart_by_bytes_pixels_and_picture(found):
    assert names(found, found.same_bytes) == {("Early/0.png", "Early/1.png")}
    assert ("Early/1.png", "Early/2.bmp") in names(found, found.same_pixels)
    assert {pair for pair in names(found, found.near) if "Early/3.jpg" in pair} == {
        (f"Early/{name}", "Early/3.jpg") for name in ("0.png", "1.png", "2.bmp")
    }


def test_a_burnt_in_scale_bar_is_found_where_it_stands_and_in_the_files_that_have_it(found):
    (mark,) = found.marks
    assert {found.files[n] for n in mark.files} == {f"Pre/{n}.jpg" for n in range(4)}
    left, top, right, bottom = mark.box
    assert left > 0.65
    assert top > 0.8
    assert right <= 1
    assert bottom <= 1
    assert set(found.scale_bars) == {"none", mark.name}


def test_what_cannot_be_read_is_listed_and_the_rest_is_audited(found):
    ((file, reason),) = found.unreadable
    assert file == "Pro/2.png"
    assert "not an image" in reason
    assert "Pro/1.png" in found.files


def test_groups_are_written_for_training_and_never_replaced_without_force(found, folder, tmp_path: Path):
    copy = tmp_path / "set"
    shutil.copytree(folder, copy)
    here = replace(found, folder=copy)
    path = write_groups(here)
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    assert list(rows[0]) == ["file", "label", "group", "series", "scale_bar"]
    assert len(rows) == 16
    dataset = Dataset.open(copy)
    groups = dict(zip(dataset.files, dataset.groups.tolist(), strict=True))
    assert groups["Early/0.png"] == groups["Early/3.jpg"] != groups["Early/4.png"]
    path.write_text("mine")
    with pytest.raises(BadDataset, match=r"groups.csv is there already"):
        write_groups(here)
    assert path.read_text() == "mine"
    write_groups(here, force=True)
    assert path.read_text().startswith("file,label,group")


def test_the_report_says_what_was_found(found):
    text = report(found, {"corner": "0.830"})
    assert "| Benign | 4 | 2 | 3 | 1 | 0 |" in text
    assert "| all | 15 | 10 | 4 |" in text
    assert "Pro/2.png: not an image" in text
    assert "Benign/0.jpg and Benign/1.jpg: 42 % of a field, shifted by (110, 40) px" in text
    assert "Benign 0 of 4, Early 0 of 5, Pre 4 of 4, Pro 0 of 2" in text
    assert "| corner | 0.830 |" in text


def test_probes_without_enough_groups_for_folds_say_so(found):
    (reason,) = shortcuts(found).values()
    assert "Benign: 2 groups are too few for 3 folds" in reason


def test_probes_are_measured_on_the_groups_that_were_found(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(probes, "TREES", 20)
    # a class's own grey in the corner and nothing else: the corner alone tells the classes apart, the cells do not
    files = [f"{label}/{number}.png" for label in LABELS for number in range(3)]
    for seed, file in enumerate(files):
        pixels = bare(seed, 64)
        pixels[50:, 40:] = 60 * (seed // 3)
        save(tmp_path / file, pixels)
    found = Audit(tmp_path, tuple(files), (), (), (), (), (), ())
    measured = shortcuts(found)
    assert list(measured) == list(probes.PROBES)
    assert measured["corner"] == "1.000"
    assert float(measured["cell-count"]) < 0.8


def test_the_verb_writes_groups_and_report_and_leaves_earlier_groups_alone(tmp_path: Path):
    for seed, label in enumerate(LABELS):
        save(tmp_path / f"set/{label}/0.png", bare(seed, 96))
    call = ["audit", str(tmp_path / "set"), "--no-probes"]
    done = CliRunner().invoke(app, [*call, "--report", str(tmp_path / "audit.md")])
    assert done.exit_code == 0, done.output
    assert "## Unreadable files: 0" in (tmp_path / "audit.md").read_text("utf-8")
    written = (tmp_path / "set/groups.csv").read_bytes()
    assert written.startswith(b"file,label,group,series,scale_bar")
    again = CliRunner().invoke(app, call)
    assert isinstance(again.exception, BadDataset)
    assert "--force replaces it" in str(again.exception)
    assert (tmp_path / "set/groups.csv").read_bytes() == written
    nowhere = CliRunner().invoke(app, [*call, "--force", "--report", str(tmp_path / "nowhere/audit.md")])
    assert isinstance(nowhere.exception, TrainingError)


def test_a_folder_that_is_no_data_set_is_refused(tmp_path: Path):
    (tmp_path / "Healthy").mkdir()
    with pytest.raises(BadDataset, match="must be Benign, Early, Pre, Pro, not Healthy"):
        audit(tmp_path)


def test_a_picture_is_known_whichever_way_it_is_turned():
    smalls = [thumb(cv2.cvtColor(bare(seed), cv2.COLOR_RGB2GRAY)) for seed in (1, 2, 3)]
    ways = [turned(smalls[0], way) for way in range(8)]
    assert near_duplicates([*ways, *smalls[1:]]) == [(a, b) for a in range(8) for b in range(a + 1, 8)]


def test_empty_fields_have_nothing_in_common():
    blank = np.full((SIDE, SIDE), 240, np.uint8)
    assert find_overlaps([blank] * 3, [np.full_like(blank, 255)] * 3) == []
    assert near_duplicates([thumb(blank)] * 2) == []
    assert find_marks([edges(np.full((SIDE, SIDE, 3), 240, np.uint8))] * 5, range(5)) == []
