"""Heads on frozen features, and pupils of a teacher: neither may learn anything from a test side."""

import dataclasses

import numpy as np
import pytest
import torch

from leukemia_desktop.training.checkpoint import load_checkpoint
from leukemia_desktop.training.errors import BadConfig, TrainingError
from leukemia_desktop.training.frozen import feature_batches, frozen_features
from leukemia_desktop.training.model import build, predict
from leukemia_desktop.training.split import field_disjoint
from leukemia_desktop.training.teacher import load_teacher, teacher_checkpoint
from leukemia_desktop.training.train import train
from tests.training.conftest import quick_config


@pytest.fixture(scope="module")
def splits(drawn):
    return field_disjoint(drawn)


def images_of(fields, config):
    return torch.from_numpy(np.stack([config.recipe.normalise(field) for field in fields]))


@pytest.mark.parametrize(("head", "epochs"), [("linear", 8), ("deep", 1)])
def test_a_frozen_run_trains_the_head_alone_on_the_features_of_the_whole_network(
    drawn, fields, splits, tmp_path, head, epochs
):
    config = quick_config(frozen=True, head=head, epochs=epochs, batch_size=32)
    torch.manual_seed(config.seed)
    start = build(config).eval()
    _, model, data = load_checkpoint(train(config, drawn, fields, splits[0], tmp_path))
    for name, value in model.state_dict().items():
        assert torch.equal(value, start.state_dict()[name]) == (not name.startswith("classifier.")), name
    features = frozen_features(config, start, fields, "cpu")
    with torch.inference_mode():
        assert torch.allclose(features[0], start.features(images_of(fields, config)), atol=1e-5)
        logits = model.classifier(features[0][torch.from_numpy(splits[0].test)])
    assert np.allclose(logits, predict(model, fields[splits[0].test], config.recipe), atol=1e-4)
    losses = [epoch["loss"] for epoch in data["history"]]
    assert losses[-1] < losses[0] or epochs == 1


def test_features_are_computed_once_for_all_splits_and_again_for_another_configuration(fields):
    config = quick_config(frozen=True, copies=2, augment={"inversion": {"probability": 1.0}})
    model = build(config)
    features = frozen_features(config, model, fields, "cpu")
    assert features.shape == (3, len(fields), 32)
    assert frozen_features(dataclasses.replace(config, name="other", epochs=50), model, fields, "cpu") is features
    inverted = images_of(255 - fields, config)
    with torch.inference_mode():
        for copy in features[1:]:
            assert torch.allclose(copy, model.eval().features(inverted), atol=1e-5)
    plain = frozen_features(quick_config(frozen=True), model, fields, "cpu")
    assert plain.shape == (1, len(fields), 32)
    assert torch.equal(plain[0], features[0])


def test_an_epoch_of_features_holds_every_field_once_as_itself_or_a_copy():
    features = torch.arange(3 * 21).reshape(3, 21, 1).float()
    config, indices = quick_config(batch_size=8), np.arange(0, 21, 2)
    drawn = list(feature_batches(features, indices, config, np.random.default_rng(0)))
    chosen = np.concatenate([numbers for _, numbers in drawn])
    values = torch.cat([batch for batch, _ in drawn])[:, 0].numpy().astype(int)
    assert sorted(chosen) == list(indices)
    assert list(values % 21) == list(chosen)
    assert set(values // 21) == {0, 1, 2}


def test_a_teacher_lies_where_the_pupil_does_below_its_own_name(tmp_path):
    pupil = quick_config(name="pupil", teacher="master")
    assert teacher_checkpoint(pupil, tmp_path / "runs/pupil/random/seed-3") == tmp_path / "runs/master/random/seed-3/last.pt"
    assert teacher_checkpoint(pupil, tmp_path / "runs/pupil/all") == tmp_path / "runs/master/all/last.pt"
    with pytest.raises(BadConfig, match="is in no such folder"):
        teacher_checkpoint(pupil, tmp_path / "runs/other/all")


def test_a_teacher_is_asked_through_its_own_scaling(drawn, fields, splits, tmp_path):
    recipe = quick_config().recipe.to_dict()
    master = quick_config(name="master", epochs=2, recipe=recipe | {"mean": [0.3, 0.4, 0.5], "std": [0.1, 0.2, 0.3]})
    train(master, drawn, fields, splits[0], tmp_path / "master/field-disjoint/fold-0")
    pupil = quick_config(name="pupil", teacher="master")
    ask = load_teacher(pupil, drawn, splits[0], tmp_path / "pupil/field-disjoint/fold-0", "cpu")
    _, model, _ = load_checkpoint(tmp_path / "master/field-disjoint/fold-0/last.pt")
    assert np.allclose(ask(images_of(fields, pupil)), predict(model, fields, master.recipe), atol=1e-3)


def test_a_pupil_comes_to_say_what_its_teacher_says(drawn, fields, splits, tmp_path):
    place = tmp_path / "master/field-disjoint/fold-0"
    train(quick_config(name="master", epochs=12), drawn, fields, splits[0], place)
    pupil = quick_config(name="pupil", teacher="master", imitation=1.0, epochs=12, seed=9)
    path = train(pupil, drawn, fields, splits[0], tmp_path / "pupil/field-disjoint/fold-0")
    models = [load_checkpoint(place / "last.pt")[1], build(pupil), load_checkpoint(path)[1]]
    master, before, after = (torch.from_numpy(predict(model, fields, pupil.recipe)).softmax(1) for model in models)
    assert (after - master).abs().mean() < 0.5 * (before - master).abs().mean()


def test_a_teacher_that_knows_a_field_of_the_test_side_is_refused(drawn, fields, splits, tmp_path):
    master = quick_config(name="master", epochs=1)
    pupil = quick_config(name="pupil", teacher="master", epochs=1)
    out = tmp_path / "pupil/field-disjoint/fold-0"
    with pytest.raises(TrainingError, match="has not learned this split yet; train 'master' first"):
        train(pupil, drawn, fields, splits[0], out)
    other = dataclasses.replace(splits[1], name=splits[0].name)  # as after a change of the protocol
    train(master, drawn, fields, other, tmp_path / "master/field-disjoint/fold-0")
    with pytest.raises(TrainingError, match=r"the teacher knows .* from outside this split"):
        train(pupil, drawn, fields, splits[0], out)
    assert not (out / "last.pt").exists()


def test_a_teacher_that_sees_other_steps_is_refused(drawn, fields, splits, tmp_path):
    place = tmp_path / "master/field-disjoint/fold-0"
    train(quick_config(name="master", epochs=1), drawn, fields, splits[0], place)
    recipe = quick_config().recipe.to_dict()
    pupil = quick_config(
        name="pupil", teacher="master", recipe=recipe | {"steps": [*recipe["steps"], {"step": "hide_scale_bar"}]}
    )
    with pytest.raises(BadConfig, match="another recipe"):
        load_teacher(pupil, drawn, splits[0], tmp_path / "pupil/field-disjoint/fold-0", "cpu")
