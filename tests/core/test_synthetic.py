"""Drawn fields: the same seed draws the same pixels, the truth agrees with them, and a file says that it was drawn."""

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow
from PIL import PngImagePlugin

from leukemia_desktop.core.drawn_cells import LARGEST
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.image import SYNTHETIC, decode, find_images, read_image
from leukemia_desktop.core.synthetic import PALETTES, DrawnField, draw_field, draw_slide, save_field

seeds = st.integers(0, 2**32 - 1)
quickly = settings(max_examples=25, deadline=None)


def purple(image: npt.NDArray[np.uint8]) -> npt.NDArray[np.float64]:
    """How much less green than red and blue each pixel is: high in nuclei, near zero in red cells and on the ground."""
    pixels = image.astype(np.float64)
    return (pixels[..., 0] + pixels[..., 2]) / 2 - pixels[..., 1]


def inside_cells(field: DrawnField, share: float) -> npt.NDArray[np.bool_]:
    """Where the pixels within `share` of a cell's radius are."""
    ys, xs = np.indices(field.image.shape[:2])
    inside = np.zeros(ys.shape, bool)
    for cell in field.cells:
        inside |= np.hypot(ys - cell.y, xs - cell.x) < share * cell.radius
    return inside


def sharpness(image: npt.NDArray[np.uint8]) -> float:
    """Mean change over two pixels, which sensor noise hardly moves."""
    grey = image.mean(axis=2)
    return float(np.abs(grey[2:, 2:] - grey[:-2, :-2]).mean())


def encoded(image: npt.NDArray[np.uint8], kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    Pillow.fromarray(image).save(stream, kind, **options)
    return stream.getvalue()


@quickly
@given(seeds)
def test_the_same_seed_draws_the_same_field(seed: int) -> None:
    first, second = draw_field(seed), draw_field(seed)
    assert np.array_equal(first.image, second.image)
    assert (first.cells, first.palette, first.out_of_focus) == (second.cells, second.palette, second.out_of_focus)


def test_other_seeds_draw_other_fields() -> None:
    drawn = {draw_field(seed).image.tobytes() for seed in range(12)}
    assert len(drawn) == 12


@quickly
@given(seeds, st.integers(0, 60))
def test_a_field_has_exactly_the_cells_it_was_asked_for(seed: int, count: int) -> None:
    assert len(draw_field(seed, cells=count).cells) == count


@pytest.mark.parametrize("count", [0, 1, 60])
def test_pixels_hold_as_much_nucleus_as_the_truth_says(count: int) -> None:
    for name in PALETTES:
        field = draw_field(5, cells=count, palette=name, scale_bar=False)
        stained = (purple(field.image) > purple(np.array(PALETTES[name].nucleus)) / 2).mean()
        told = inside_cells(field, 1.0).mean()
        assert stained == pytest.approx(told, rel=0.3, abs=0.02), name


@quickly
@given(seeds, st.sampled_from(sorted(PALETTES)))
def test_every_centre_is_darker_and_more_purple_than_what_lies_around_the_cells(seed: int, palette: str) -> None:
    field = draw_field(seed, cells=10, palette=palette, scale_bar=False)
    around = ~inside_cells(field, 1.3)
    ground = np.median(purple(field.image)[around])
    for cell in field.cells:
        rows, columns = (slice(max(0, round(at) - 1), round(at) + 2) for at in (cell.y, cell.x))
        centre = field.image[rows, columns]
        assert purple(centre).mean() > ground + 20
        assert np.median(centre[..., 1]) < np.median(field.image[..., 1][around])


@quickly
@given(seeds, st.integers(0, 60), st.floats(6, 60))
def test_centres_lie_inside_and_the_border_is_told(seed: int, count: int, diameter: float) -> None:
    field = draw_field(seed, size=(120, 160), cells=count, red_cell_diameter=diameter)
    for cell in field.cells:
        assert 0 <= cell.x <= 159
        assert 0 <= cell.y <= 119
        assert diameter * 0.45 < cell.radius <= diameter * LARGEST
        cut = cell.x < cell.radius or cell.y < cell.radius or 159 - cell.x < cell.radius or 119 - cell.y < cell.radius
        assert cell.at_border == cut


def test_some_cells_touch_and_some_are_cut_by_the_border() -> None:
    fields = [draw_field(seed, cells=15) for seed in range(10)]
    assert any(cell.at_border for field in fields for cell in field.cells)
    assert any(not cell.at_border for field in fields for cell in field.cells)
    touching = [
        np.hypot(a.x - b.x, a.y - b.y) < 1.08 * (a.radius + b.radius)
        for field in fields
        for number, a in enumerate(field.cells)
        for b in field.cells[:number]
    ]
    assert any(touching)
    assert not all(touching)


@settings(max_examples=25, deadline=None)
@given(seeds, st.integers(16, 400), st.integers(16, 400), st.floats(4, 80), st.floats(0, 6), st.booleans())
def test_any_size_can_be_drawn(seed: int, height: int, width: int, diameter: float, blur: float, bar: bool) -> None:
    field = draw_field(seed, size=(height, width), red_cell_diameter=diameter, blur=blur, scale_bar=bar)
    assert field.image.shape == (height, width, 3)
    assert field.image.dtype == np.uint8


def test_a_camera_field_shows_the_cells_it_should_at_their_size() -> None:
    field = draw_field(2, size=(972, 1296), red_cell_diameter=60.0, cells=12, palette="violet")
    assert len(field.cells) == 12
    nuclei = purple(field.image) > 40
    assert nuclei[inside_cells(field, 0.5)].mean() > 0.95
    assert nuclei[~inside_cells(field, 1.3)].mean() < 0.01


def test_a_larger_field_has_more_cells_by_itself() -> None:
    small = sum(len(draw_field(seed).cells) for seed in range(8))
    large = sum(len(draw_field(seed, size=(448, 448)).cells) for seed in range(8))
    assert 2 * small < large < 8 * small


@pytest.mark.parametrize("name", sorted(PALETTES))
def test_a_palette_tints_the_field_and_is_told(name: str) -> None:
    field = draw_field(3, palette=name)
    assert field.palette == name
    others = [draw_field(3, palette=other).image for other in PALETTES if other != name]
    assert all(not np.array_equal(field.image, other) for other in others)


def test_a_palette_changes_neither_cells_nor_places() -> None:
    assert len({draw_field(3, palette=name).cells for name in PALETTES}) == 1


def test_the_ground_is_off_white_and_not_quite_even() -> None:
    image = draw_field(4, cells=0, scale_bar=False).image
    bright = image.mean(axis=2) > 235
    assert bright.mean() > 0.2
    assert 0.2 < image[bright].std() < 15


def test_blur_takes_the_sharpness_and_is_told() -> None:
    sharp, soft, lost = (draw_field(6, blur=blur, scale_bar=False) for blur in (0, 1.0, 3.0))
    assert sharpness(sharp.image) > sharpness(soft.image) > sharpness(lost.image)
    assert (sharp.out_of_focus, soft.out_of_focus, lost.out_of_focus) == (False, False, True)
    assert sharp.cells == lost.cells


def test_a_scale_bar_is_burnt_into_the_lower_right_corner_only() -> None:
    corner = draw_field(7, cells=20).image[-12:, -28:]
    assert (corner == 0).all(axis=2).any()
    assert (corner == 255).all(axis=2).mean() > 0.3
    plain = draw_field(7, cells=20, scale_bar=False).image
    assert not (plain.max(axis=2) < 10).any()


@quickly
@given(seeds)
def test_the_scale_bar_hides_no_centre_where_there_is_room(seed: int) -> None:
    field = draw_field(seed, cells=12)
    assert not any(cell.y > 224 - 15 and cell.x > 224 - 28 for cell in field.cells)


@pytest.mark.parametrize(
    "wrong", [{"size": (8, 100)}, {"cells": -1}, {"palette": "chartreuse"}, {"blur": -0.5}, {"red_cell_diameter": 1.0}]
)
def test_what_cannot_be_drawn_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"cannot draw|no palette"):
        draw_field(1, **wrong)


@pytest.mark.parametrize("suffix", [".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".PNG"])
def test_a_saved_field_says_that_it_was_drawn(tmp_path: Path, suffix: str) -> None:
    field = draw_field(1)
    save_field(field, tmp_path / f"field{suffix}")
    decoded = decode((tmp_path / f"field{suffix}").read_bytes())
    assert decoded.synthetic
    assert decoded.damage == ""
    assert np.abs(decoded.image.astype(int) - field.image).mean() < 4


def test_a_bmp_has_no_room_to_say_so_but_keeps_every_pixel(tmp_path: Path) -> None:
    field = draw_field(1)
    save_field(field, tmp_path / "field.bmp")
    decoded = decode((tmp_path / "field.bmp").read_bytes())
    assert not decoded.synthetic
    assert np.array_equal(decoded.image, field.image)


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_lossless_files_keep_every_pixel(tmp_path: Path, suffix: str) -> None:
    field = draw_field(2)
    save_field(field, tmp_path / f"field{suffix}")
    assert np.array_equal(read_image(tmp_path / f"field{suffix}"), field.image)


@pytest.mark.parametrize("suffix", [".gif", ".txt", ""])
def test_another_format_is_refused_and_nothing_written(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(ValueError, match="JPEG, PNG, TIFF, BMP or WebP"):
        save_field(draw_field(1), tmp_path / f"field{suffix}")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="missing"):
        save_field(draw_field(1), tmp_path / "missing" / "field.png")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "WEBP"])
def test_other_files_are_not_taken_for_drawn(kind: str) -> None:
    image = draw_field(1).image
    exif = Pillow.Exif()
    exif[0x0131] = "AmScope 3.7"
    exif[0x010E] = SYNTHETIC  # a description is a person's own words
    text = PngImagePlugin.PngInfo()
    text.add_text("Software", "AmScope 3.7")
    text.add_text("Comment", SYNTHETIC)
    others = {
        "JPEG": [{}, {"comment": "synthetic"}, {"exif": exif}],
        "PNG": [{}, {"pnginfo": text}, {"exif": exif}],
        "TIFF": [{}, {"tiffinfo": {0x0131: "AmScope 3.7"}}],
        "BMP": [{}],
        "WEBP": [{}, {"exif": exif}],
    }
    for options in others[kind]:
        assert not decode(encoded(image, kind, **options)).synthetic, options


def test_a_program_that_adds_its_name_leaves_the_mark() -> None:
    comment = f"{SYNTHETIC}; resized by another program"
    assert decode(encoded(draw_field(1).image, "JPEG", comment=comment)).synthetic


def test_a_slide_is_drawn_alike_every_time(tmp_path: Path) -> None:
    first, second = (draw_slide(tmp_path / name, fields=5, seed=3) for name in ("a", "b"))
    names = [f"field_{number:04d}.jpg" for number in range(1, 6)]
    assert [path.name for path in find_images(tmp_path / "a")] == names
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in names)
    assert [field.cells for field in first] == [field.cells for field in second]
    assert len({field.image.tobytes() for field in first}) == 5


@settings(max_examples=4, deadline=None)
@given(seed=seeds)
def test_a_slide_of_24_has_a_field_or_two_out_of_focus_and_one_nearly_empty(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    fields = draw_slide(tmp_path_factory.mktemp("slide"), fields=24, seed=seed)
    assert sum(field.out_of_focus for field in fields) in (1, 2)
    assert sum(len(field.cells) <= 1 for field in fields) == 1
    assert len({field.palette for field in fields}) == 1
    assert all(not field.out_of_focus for field in fields if len(field.cells) <= 1)


def test_a_small_slide_has_nothing_odd(tmp_path: Path) -> None:
    fields = draw_slide(tmp_path, fields=4)
    assert all(len(field.cells) >= 3 and not field.out_of_focus for field in fields)


def test_an_earlier_field_of_that_name_is_replaced_and_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "field_0001.png").write_bytes(b"earlier")
    (tmp_path / "notes.txt").write_text("mine")
    drawn = draw_slide(tmp_path, fields=1, suffix=".png", size=(64, 96))
    assert np.array_equal(read_image(tmp_path / "field_0001.png"), drawn[0].image)
    assert drawn[0].image.shape == (64, 96, 3)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["field_0001.png", "notes.txt"]
