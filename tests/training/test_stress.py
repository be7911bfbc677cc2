import cv2
import numpy as np
import pytest

from leukemia_desktop.core.synthetic import draw_field
from leukemia_desktop.training.dataset import Dataset
from leukemia_desktop.training.probes import PROBES, corner, features_of, probe
from leukemia_desktop.training.stress import PERTURBATIONS


@pytest.fixture(scope="module")
def image():
    return np.random.default_rng(0).integers(60, 180, (48, 40, 3), np.uint8)


@pytest.mark.parametrize("name", PERTURBATIONS)
def test_a_perturbation_changes_the_field_alike_every_time_and_leaves_the_original_alone(name, image):
    before = image.copy()
    changed = PERTURBATIONS[name](image)
    assert changed.shape == image.shape
    assert changed.dtype == np.uint8
    assert not np.array_equal(changed, image)
    assert np.array_equal(changed, PERTURBATIONS[name](image))
    assert np.array_equal(image, before)


def test_hue_turns_by_its_share_of_the_circle_and_back():
    colours = np.array([[[200, 80, 80], [80, 200, 80], [80, 80, 200], [150, 90, 170]]], np.uint8)
    turned = PERTURBATIONS["hue-plus-0.05"](colours)
    hues = [cv2.cvtColor(of.astype(np.float32) / 255, cv2.COLOR_RGB2HSV)[0, :, 0] for of in (colours, turned)]
    assert (hues[1] - hues[0]) % 360 == pytest.approx(18, abs=1)
    assert PERTURBATIONS["hue-minus-0.05"](turned).astype(int) == pytest.approx(colours.astype(int), abs=2)


def test_brightness_and_saturation_scale_as_they_say():
    colour = np.full((4, 4, 3), (100, 140, 60), np.uint8)
    assert PERTURBATIONS["brightness-1.2"](colour)[0, 0].tolist() == [120, 168, 72]
    assert np.ptp(PERTURBATIONS["saturation-0.6"](colour)[0, 0]) == 48
    assert np.ptp(PERTURBATIONS["saturation-1.4"](colour)[0, 0]) == 112
    assert np.ptp(PERTURBATIONS["grey"](colour)[0, 0]) == 0


def test_the_corner_probe_sees_nothing_but_the_corner():
    field = np.zeros((224, 224, 3), np.uint8)
    elsewhere = field.copy()
    elsewhere[:183] = 200
    elsewhere[:, :154] = 200
    assert np.array_equal(corner(elsewhere), corner(field))
    elsewhere[200:, 200:] = 200
    assert not np.array_equal(corner(elsewhere), corner(field))


def test_probes_tell_background_from_red_cells_and_count_cells():
    drawn = draw_field(3)
    counted = PROBES["cell-count"](drawn.image)
    background, red = np.split(PROBES["background-and-red-cell-colour"](drawn.image), 2)
    assert counted.shape == (1,)
    assert np.array_equal(background, PROBES["background-colour"](drawn.image))
    assert background.mean() > red.mean() + 10


def test_a_probe_is_kept_and_finds_a_shortcut_where_there_is_one(dataset_folder, tmp_path):
    dataset = Dataset.open(dataset_folder)
    assert features_of("background-colour", dataset).shape == (len(dataset.files), 3)
    found = probe("background-colour", dataset, tmp_path, ["field-disjoint"])[0]
    assert (found.logits.argmax(1) == found.truth).mean() > 0.9
    kept = tmp_path / "probe-background-colour/field-disjoint.npz"
    before = kept.stat().st_mtime_ns
    again = probe("background-colour", dataset, tmp_path, ["field-disjoint"])[0]
    assert np.array_equal(again.logits, found.logits)
    assert kept.stat().st_mtime_ns == before
