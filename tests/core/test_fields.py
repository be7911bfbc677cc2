"""What there is to analyse: found in natural order, named by slide, and told when there is nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from leukemia_desktop.core.fields import NoFields, find_fields, find_slides, slide_folders
from tests.core.conftest import as_nobody

MakeSlide = Callable[..., Path]


def test_fields_come_in_natural_order_with_names_relative_to_their_slide(make_slide: MakeSlide) -> None:
    fields = find_fields(make_slide("A", Pre=12))
    assert [field.name for field in fields] == [f"Pre_{n}.png" for n in range(1, 13)]
    assert {field.slide for field in fields} == {"A"}
    assert all(field.path.is_absolute() for field in fields)


def test_every_folder_with_images_below_is_a_slide_of_its_own(make_slide: MakeSlide) -> None:
    make_slide("night/slide 10", Pro=1)
    make_slide("night/slide 2", Pro=1)
    make_slide("night/.cache", Pro=1)
    root = make_slide("night", Benign=1)
    assert [field.slide for field in find_fields(root)] == ["night", "night/slide 2", "night/slide 10"]
    assert len(slide_folders(find_fields(root))) == 3


def test_one_image_file_is_a_slide_of_one_field(make_slide: MakeSlide) -> None:
    path = make_slide("A", Pre=2) / "Pre_2.png"
    (field,) = find_fields(path)
    assert (field.path, field.slide, field.name) == (path, "A", "Pre_2.png")


def test_a_relative_folder_and_the_working_folder_have_names(make_slide: MakeSlide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make_slide("A", Pre=1))
    assert find_fields(Path())[0].slide == "A"
    assert find_fields(Path("../A"))[0].slide == "A"


def test_a_folder_that_is_missing_empty_or_without_images_says_which(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "notes.txt").touch()
    with pytest.raises(NoFields, match="gone: no such folder"):
        find_fields(tmp_path / "gone")
    for name in ("empty", "texts"):
        with pytest.raises(NoFields, match=f"{name}: no JPEG, PNG, TIFF, BMP or WebP image"):
            find_fields(tmp_path / name)


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_a_folder_without_permission_is_not_called_empty(public_folder: Path, mode: int) -> None:
    inner = public_folder / "locked"
    inner.mkdir()
    (inner / "notes").mkdir()
    inner.chmod(mode)
    try:
        with as_nobody(), pytest.raises(NoFields, match=r"locked.*Permission denied"):
            find_fields(inner)
    finally:
        inner.chmod(0o755)


def test_several_folders_are_one_batch_and_the_empty_one_is_told(make_slide: MakeSlide, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    folders = [make_slide("B", Pro=2), tmp_path / "empty", make_slide("A", Pre=1)]
    fields, empty = find_slides(folders)
    assert [field.slide for field in fields] == ["B", "B", "A"]
    assert len(empty) == 1
    assert "empty" in empty[0]


def test_nothing_at_all_names_every_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoFields, match=r"empty: no .*; .*gone: no such folder"):
        find_slides([tmp_path / "empty", tmp_path / "gone"])


def test_a_field_named_twice_is_analysed_once(make_slide: MakeSlide) -> None:
    folder = make_slide("A", Pre=3)
    fields, _ = find_slides([folder, folder / "Pre_2.png", folder.parent, folder])
    assert [field.name for field in fields] == ["Pre_1.png", "Pre_2.png", "Pre_3.png"]


def test_slides_of_one_name_from_two_places_are_told_apart(make_slide: MakeSlide) -> None:
    monday, tuesday = make_slide("monday/Pro", Pro=1), make_slide("tuesday/Pro", Pro=1)
    inner = make_slide("tuesday/Pro/rescan", Pro=1).parent
    other = make_slide("B", Pro=1)
    fields, _ = find_slides([monday, tuesday, other])
    assert [field.slide for field in fields] == ["monday/Pro", "tuesday/Pro", "tuesday/Pro/rescan", "B"]
    assert inner == tuesday


@pytest.mark.skipif(os.name == "nt", reason="POSIX links")
def test_a_ring_of_links_ends(make_slide: MakeSlide) -> None:
    folder = make_slide("A", Pre=1)
    (folder / "again").symlink_to(folder)
    assert len(find_fields(folder)) == 1


def test_a_folder_named_like_an_image_is_a_slide(make_slide: MakeSlide) -> None:
    root = make_slide("night/scan.jpg", Pre=1).parent
    assert [(field.slide, field.name) for field in find_fields(root)] == [("night/scan.jpg", "Pre_1.png")]


@pytest.mark.slow
def test_ten_thousand_fields_are_listed_in_natural_order(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"field {number} µ.jpg").touch()
    fields = find_fields(tmp_path)
    assert [fields[n].name for n in (2, 10)] == ["field 2 µ.jpg", "field 10 µ.jpg"]


@pytest.mark.skipif(os.name == "nt", reason="Windows limits paths by its settings")
def test_a_path_of_three_thousand_letters_is_walked_and_read(tmp_path: Path, make_slide: MakeSlide) -> None:
    from leukemia_desktop.core.image import read_image

    deep = tmp_path.joinpath("deep", *["ß" * 100] * 14)
    deep.mkdir(parents=True)
    (make_slide("A", Pro=1) / "Pro_1.png").rename(deep / "Pro_1.png")
    (field,) = find_fields(tmp_path / "deep")
    assert len(os.fsencode(field.path)) > 2800
    assert read_image(field.path).shape == (48, 48, 3)
