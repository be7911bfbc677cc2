import shutil
from pathlib import Path

import numpy as np
import pytest

from leukemia_desktop.training.dataset import Dataset, batches
from leukemia_desktop.training.errors import BadDataset
from leukemia_desktop.training.split import Split, field_disjoint, leave_one_series_out, seed, starved
from tests.training.conftest import draw_dataset


def test_no_two_sides_share_a_group_and_over_all_splits_every_field_is_tested_once(dataset_folder):
    dataset = Dataset.open(dataset_folder)
    splits = field_disjoint(dataset, folds=4)
    for split in splits:
        assert not set(dataset.groups[split.train]) & set(dataset.groups[split.test])
        assert len(split.train) + len(split.test) == len(dataset.files)
    assert sorted(np.concatenate([split.test for split in splits])) == list(range(len(dataset.files)))


def test_leaving_a_series_out_leaves_its_groups_out_too(dataset_folder):
    dataset = Dataset.open(dataset_folder)
    splits = leave_one_series_out(dataset)
    assert {split.name for split in splits} == {"s0", "s1"}
    for split in splits:
        assert set(dataset.series[split.test]) == {split.name}
        assert not set(dataset.groups[split.train]) & set(dataset.groups[split.test])


def test_the_seed_projects_splits_give_every_field_one_side_and_each_class_its_share(dataset_folder):
    dataset = Dataset.open(dataset_folder)
    for split in seed(dataset):
        sides = (split.train, split.validation, split.test)
        assert sorted(np.concatenate(sides)) == list(range(len(dataset.files)))
        assert [np.bincount(dataset.labels[side]).tolist() for side in sides] == [[12] * 4, [4] * 4, [4] * 4]


def test_a_random_split_is_repeated_by_its_seed_and_differs_between_seeds(dataset_folder):
    dataset = Dataset.open(dataset_folder)
    first, again = seed(dataset), seed(dataset)
    assert all(np.array_equal(a.test, b.test) for a, b in zip(first, again, strict=True))
    assert not np.array_equal(first[0].test, first[1].test)


def test_the_real_groups_give_sides_without_a_shared_group_and_every_class_on_both(real_data: Path):
    dataset = Dataset.open(real_data / "taleqani")
    styles = np.array([f"{label}/{series}" for label, series in zip(dataset.labels, dataset.series, strict=True)])
    for folds in (3, 5):
        assert not starved(field_disjoint(dataset, folds), styles, dataset.groups)
    for split in field_disjoint(dataset) + field_disjoint(dataset, 5) + leave_one_series_out(dataset):
        assert not set(dataset.groups[split.train]) & set(dataset.groups[split.test])
        assert set(dataset.labels[split.train]) == {0, 1, 2, 3}


def test_a_style_missing_from_a_training_side_is_named():
    groups, styles = np.array(["a", "b", "c", "d"]), np.array(["0/x", "0/x", "0/y", "0/z"])
    assert starved([Split("one", np.array([2]), np.array([0, 1, 3]))], styles, groups) == {"0/x"}
    assert not starved([Split("two", np.array([1, 2]), np.array([0, 3]))], styles, groups)


def test_what_is_wrong_with_a_data_set_is_named(tmp_path: Path):
    with pytest.raises(BadDataset, match="no such folder"):
        Dataset.open(tmp_path / "nowhere")
    folder = draw_dataset(tmp_path / "set", groups=2)
    with pytest.raises(BadDataset, match=r"Benign: 2 groups are too few for 3 folds"):
        field_disjoint(Dataset.open(folder))
    (folder / "Healthy").mkdir()
    with pytest.raises(BadDataset, match="Healthy"):
        Dataset.open(folder)
    (folder / "Healthy").rmdir()
    shutil.copy(folder / "Pre/Pre-0-0.png", folder / "Pre/new.png")
    with pytest.raises(BadDataset, match=r"groups.csv: no line for Pre/new.png"):
        Dataset.open(folder)
    shutil.rmtree(folder / "Pre")
    (folder / "Pre").mkdir()
    with pytest.raises(BadDataset, match="Pre: no image in this class"):
        Dataset.open(folder)


def test_an_unreadable_image_is_named(tmp_path: Path, config):
    folder = draw_dataset(tmp_path / "set")
    (folder / "Pro/Pro-0-0.png").write_text("this is no picture")
    with pytest.raises(BadDataset, match=r"Pro-0-0.png: not an image"):
        Dataset.open(folder).load(config().recipe)


def test_without_groups_every_file_is_its_own_group(tmp_path: Path):
    folder = draw_dataset(tmp_path / "set")
    (folder / "groups.csv").unlink()
    dataset = Dataset.open(folder)
    assert len(set(dataset.groups)) == len(dataset.files)


def test_batches_hold_every_field_once_and_repeat_with_the_seed(dataset_folder, config):
    dataset, settings = Dataset.open(dataset_folder), config()
    fields = dataset.load(settings.recipe)
    indices = np.arange(len(fields))

    def epoch(seed):
        return list(batches(fields, indices, settings, np.random.default_rng(seed)))

    first, again = epoch(3), epoch(3)
    assert sorted(np.concatenate([chosen for _, chosen in first])) == list(indices)
    assert all(np.array_equal(a[0], b[0]) for a, b in zip(first, again, strict=True))
    assert first[0][0].shape == (8, 3, 64, 64)
