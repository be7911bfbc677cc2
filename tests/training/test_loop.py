"""The loop's ways to end and to go on: early stopping, curves, a full disk, a checkpoint of something else."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image as Pillow
from torch import nn

from leukemia_desktop.training.checkpoint import load_checkpoint
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import chunks
from leukemia_desktop.training.errors import BadCheckpoint, BadConfig, BadDataset, TrainingError
from leukemia_desktop.training.losses import benign_or_not, divergence, loss_of
from leukemia_desktop.training.model import predict
from leukemia_desktop.training.split import everything, field_disjoint
from leukemia_desktop.training.stopping import best_epoch, hold_out, over
from leukemia_desktop.training.train import train
from tests.training.conftest import quick_config


def history_of(folder: Path):
    return load_checkpoint(folder / "last.pt")[2]["history"]


def test_groups_held_out_are_of_the_training_side_and_share_nothing_with_what_is_learned(drawn):
    side = field_disjoint(drawn)[0].train
    learn, watch = hold_out(drawn, side, 0)
    assert sorted([*learn, *watch]) == sorted(side)
    assert not set(drawn.groups[learn]) & set(drawn.groups[watch])
    assert set(drawn.labels[learn]) == set(drawn.labels[watch]) == {0, 1, 2, 3}


def test_too_few_groups_to_hold_any_out_are_said(drawn):
    one = dataclasses.replace(drawn, groups=np.where(drawn.labels == 2, "only", drawn.groups))
    with pytest.raises(BadDataset, match="too few groups in a class"):
        hold_out(one, np.arange(len(one.files)), 0)


def test_a_run_is_over_after_its_epochs_or_when_waiting_for_a_better_one_was_in_vain():
    losses = [0.9, 0.5, 0.7, 0.5]
    history = [{"epoch": n + 1, "held_out_loss": loss} for n, loss in enumerate(losses)]
    assert best_epoch(history) == 2
    assert over(quick_config(epochs=4), history)
    assert not over(quick_config(epochs=9), history)
    assert over(quick_config(epochs=9, stop_after=2), history)
    assert not over(quick_config(epochs=9, stop_after=3), history)
    assert not over(quick_config(epochs=9, stop_after=1), [])


def test_early_stopping_stops_and_keeps_the_model_of_the_best_epoch(drawn, fields, tmp_path):
    # labels without sense: what is learned of them soon makes the held-out fields worse
    rng = np.random.default_rng(5)
    senseless = dataclasses.replace(drawn, labels=rng.permutation(drawn.labels), groups=np.array(drawn.files))
    config = quick_config(epochs=200, stop_after=3, learning_rate=0.02, average=0.0)
    told = []
    checkpoint = train(config, senseless, fields, everything(senseless), tmp_path, epoch_done=told.append)
    _, model, data = load_checkpoint(checkpoint)
    history = data["history"]
    assert told == history
    assert len(history) < 200
    best = best_epoch(history)
    assert len(history) - best == 3
    watch = np.array([senseless.files.index(name) for name in data["held_out"]])
    assert not set(data["held_out"]) & set(data["trained_on"])
    logits = torch.from_numpy(predict(model, fields[watch], config.recipe))
    measured = float(nn.functional.cross_entropy(logits, torch.from_numpy(senseless.labels[watch])))
    assert measured == pytest.approx(history[best - 1]["held_out_loss"], rel=1e-4)
    before = checkpoint.stat().st_mtime_ns
    train(config, senseless, fields, everything(senseless), tmp_path, epoch_done=told.append)
    assert checkpoint.stat().st_mtime_ns == before
    assert len(told) == len(history)


def test_learning_curves_lie_beside_the_checkpoint(drawn, fields, tmp_path):
    train(quick_config(epochs=2, stop_after=2), drawn, fields, field_disjoint(drawn)[0], tmp_path)
    with Pillow.open(tmp_path / "curves.png") as picture:
        assert picture.width > picture.height > 200
        assert len(picture.convert("RGB").getcolors(1 << 20)) > 20  # not an empty page


@pytest.mark.parametrize("changes", [{"bf16": True}, {"optimizer": "sgd"}, {"auxiliary": 0.5}])
def test_every_way_to_learn_learns_the_drawn_fields(drawn, fields, tmp_path, changes):
    config = quick_config(epochs=12, **changes)
    train(config, drawn, fields, field_disjoint(drawn)[0], tmp_path)
    losses = [epoch["loss"] for epoch in history_of(tmp_path)]
    assert losses[-1] < 0.7 * losses[0]


def test_the_auxiliary_loss_is_that_of_the_summed_all_classes(drawn):
    logits, truth = torch.tensor([[2.0, 1.0, 0.5, -1.0], [0.1, 0.2, 3.0, 0.4]]), torch.tensor([0, 2])
    probabilities = torch.softmax(logits.double(), 1)
    expected = -(probabilities[0, 0].log() + (1 - probabilities[1, 0]).log()) / 2
    assert float(benign_or_not(logits, truth)) == pytest.approx(float(expected), abs=1e-6)
    plain, more = (loss_of(quick_config(auxiliary=w), drawn.labels, "cpu")(logits, truth, None) for w in (0.0, 0.5))
    assert float(more - plain) == pytest.approx(0.5 * float(expected), abs=1e-6)


def test_the_divergence_from_a_teacher_is_hintons():
    ours, theirs = torch.tensor([[1.0, 0.0, 0.0, 2.0]]), torch.tensor([[0.0, 3.0, 1.0, 0.0]])
    p, q = torch.softmax(theirs / 2, 1), torch.softmax(ours / 2, 1)
    assert float(divergence(ours, theirs, 2.0)) == pytest.approx(float(4 * (p * (p / q).log()).sum()), abs=1e-5)
    assert float(divergence(ours, ours + 5, 2.0)) == pytest.approx(0, abs=1e-6)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_and_the_last_good_checkpoint_survives(drawn, fields, tmp_path):
    def disk_fills(_):
        (tmp_path / "last.part").symlink_to("/dev/full")

    with pytest.raises(TrainingError, match=r"last\.pt: could not be saved .* the earlier checkpoint stands"):
        train(quick_config(epochs=3), drawn, fields, field_disjoint(drawn)[0], tmp_path, epoch_done=disk_fills)
    assert len(history_of(tmp_path)) == 1
    assert not (tmp_path / "last.part").exists()


def test_a_run_does_not_go_on_with_other_fields_or_as_another_network(drawn, fields, tmp_path):
    first, second, _ = field_disjoint(drawn)
    config = quick_config(epochs=2)
    path = train(config, drawn, fields, first, tmp_path)
    same_name = dataclasses.replace(second, name=first.name)
    with pytest.raises(BadCheckpoint, match="learned from other fields"):
        train(config, drawn, fields, same_name, tmp_path)
    data = torch.load(path, weights_only=True)
    data["model"] = {"other": torch.zeros(1)}
    torch.save(data, path)
    with pytest.raises(BadCheckpoint, match="not a baseline_cnn"):
        train(config, drawn, fields, first, tmp_path)


def test_a_checkpoint_of_a_network_that_is_no_longer_on_the_shelf_is_named(drawn, fields, tmp_path):
    path = train(quick_config(epochs=1), drawn, fields, field_disjoint(drawn)[0], tmp_path)
    data = torch.load(path, weights_only=True)
    data["config"]["architecture"] = "lenet"
    torch.save(data, path)
    with pytest.raises(BadCheckpoint, match=r"last\.pt: unknown architecture 'lenet'"):
        load_checkpoint(path)


def test_what_an_older_program_kept_is_the_same_configuration():
    config = quick_config()
    old = {k: v for k, v in config.to_dict().items() if k not in ("head", "optimizer", "auxiliary", "frozen", "stop_after")}
    assert config.is_kept_as(old)
    assert TrainConfig.from_dict(old) == config
    assert not quick_config(auxiliary=0.5).is_kept_as(old)
    assert not config.is_kept_as({})


def test_ranks_share_every_batch_in_equal_parts():
    order = np.arange(21)
    assert [list(c) for c in chunks(order, 8, (0, 1))] == [list(range(8)), list(range(8, 16)), list(range(16, 21))]
    shares = [chunks(order, 8, (rank, 2)) for rank in (0, 1)]
    assert [len(c) for c in shares[0]] == [len(c) for c in shares[1]] == [4, 4, 2]
    together = np.concatenate([c for share in shares for c in share])
    assert sorted(together) == list(range(20))
    with pytest.raises(BadConfig, match="batches of 8 from 21 fields are too small for 5 ranks"):
        chunks(order, 8, (0, 5))
