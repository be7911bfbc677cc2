"""Search for better numbers of a configuration with Optuna: resumable, and blind to the fields that decide in the end."""

import csv
import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import optuna
from optuna.trial import TrialState
from scipy.special import log_softmax

from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.training.config import TrainConfig
from leukemia_desktop.training.dataset import Dataset, Fields
from leukemia_desktop.training.errors import BadConfig, TrainingError
from leukemia_desktop.training.metrics import balanced_accuracy, confusion
from leukemia_desktop.training.search_space import changed, suggested
from leukemia_desktop.training.split import Split, field_disjoint
from leukemia_desktop.training.toml_file import write_config
from leukemia_desktop.training.train import load_checkpoint, predict, train

_TEMPERATURES = np.geomspace(0.2, 5, 49)
_STARTED = 4
"""So many trials run to their end before the first one may be cut short."""


def tune(
    config: TrainConfig,
    dataset: Dataset,
    runs: Path,
    *,
    trials: int,
    fold: int = 0,
    told: Callable[[str], None] = lambda _: None,
) -> Path:
    """Search until the study in `runs`/<name>/tune holds `trials` trials; returns the best one's TOML file there.

    A call goes on where an earlier one stopped, with more trials if asked. Every trial learns from a part of the training
    side of field-disjoint fold `fold` and is judged on the rest of that side, which shares no group with it; the fold's test
    fields are never looked at. (The other folds' test fields are: only this fold gives an untouched figure afterwards.)
    What is judged is the cross-entropy at the best temperature, balanced over classes, which calibration cannot mend; trials
    that fall behind are cut short. `told` is given a line on each trial. Raises TrainingError.
    """
    if config.looks:
        raise BadConfig(f"{config.name} learns nothing itself; tune {' or '.join(config.looks)}")
    split = tuning_split(dataset, fold)
    place = runs / config.name / "tune"
    place.mkdir(parents=True, exist_ok=True)
    study = _study(config, dataset, split, place)
    fields = dataset.load(config.recipe)

    def judged(trial: optuna.Trial) -> float:
        return _run(trial, config, dataset, fields, split, place)

    def finished(_: optuna.Study, trial: optuna.trial.FrozenTrial) -> None:
        _write_table(study, place / "trials.csv")
        told(_line(trial))

    while (missing := trials - _done(study)) > 0:
        study.optimize(judged, n_trials=missing, callbacks=[finished])
    _write_table(study, place / "trials.csv")
    if not any(trial.state == TrialState.COMPLETE for trial in study.get_trials(deepcopy=False)):
        raise TrainingError(f"{place}: no trial ended with a figure; see trials.csv")
    best = study.best_trial
    out = place / f"{config.name}_tuned.toml"
    remark = f"Best of {_done(study)} trials: {_line(best)}.\nFound on the training side of {split.name} alone."
    write_config(replace(changed(config, best.params), name=f"{config.name}_tuned"), out, remark=remark)
    return out


def tuning_split(dataset: Dataset, fold: int) -> Split:
    """A field-disjoint split of the training side of fold `fold`; its test side is what trials are judged on."""
    folds = field_disjoint(dataset)
    if not 0 <= fold < len(folds):
        raise TrainingError(f"fold must lie in [0, {len(folds) - 1}], not {fold}")
    side = folds[fold].train
    inside = replace(
        dataset,
        files=tuple(dataset.files[i] for i in side),
        labels=dataset.labels[side],
        groups=dataset.groups[side],
        series=dataset.series[side],
    )
    inner = field_disjoint(inside)[0]
    return Split(f"tune-{folds[fold].name}", side[inner.train], side[inner.test])


def remaining_loss(truth: npt.NDArray[np.int64], logits: npt.NDArray[np.floating[Any]]) -> float:
    """Cross-entropy of logits (N, C), balanced over the classes that occur, at the temperature that suits them best."""
    counts = np.bincount(truth, minlength=logits.shape[1])
    weights = 1 / (counts[truth] * (counts > 0).sum())
    rows = np.arange(len(truth))
    return min(float(-(weights * log_softmax(logits / t, axis=1)[rows, truth]).sum()) for t in _TEMPERATURES)


def _run(trial: optuna.Trial, config: TrainConfig, dataset: Dataset, fields: Fields, split: Split, place: Path) -> float:
    tried = suggested(config, trial)
    out = place / f"trial-{trial.number}"
    truth = dataset.labels[split.test]
    loss = np.inf

    def epoch_done(epoch: dict[str, float]) -> None:
        nonlocal loss
        _, model, _ = load_checkpoint(out / "last.pt")
        logits = predict(model, fields[split.test], tried.recipe)
        loss = remaining_loss(truth, logits)
        reached = balanced_accuracy(confusion(truth, logits.argmax(1)))
        trial.set_user_attr("balanced_accuracy", float(reached))
        trial.report(loss, int(epoch["epoch"]))
        if trial.should_prune():
            raise optuna.TrialPruned

    try:
        train(tried, dataset, fields, split, out, epoch_done=epoch_done)
    finally:
        shutil.rmtree(out, ignore_errors=True)  # what counts is in the study; a checkpoint a trial would fill the disk
    return loss


def _study(config: TrainConfig, dataset: Dataset, split: Split, place: Path) -> optuna.Study:
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    storage = f"sqlite:///{(place / 'study.db').resolve().as_posix()}"
    study = optuna.create_study(storage=storage, study_name=config.name, load_if_exists=True, direction="minimize")
    basis = {"config": config.to_dict(), "split": split.name, "learns_from": [dataset.files[i] for i in split.train]}
    if study.user_attrs.setdefault("basis", None) is None and not study.get_trials(deepcopy=False):
        study.set_user_attr("basis", basis)
    elif study.user_attrs["basis"] != basis:
        raise TrainingError(f"{place}: searched with another configuration, data set or fold; choose another folder")
    for trial in study.get_trials(states=(TrialState.RUNNING,)):  # a call that was killed: the same numbers again
        study.tell(trial.number, state=TrialState.FAIL)
        if trial.params:
            study.enqueue_trial(trial.params)
        shutil.rmtree(place / f"trial-{trial.number}", ignore_errors=True)
    # a sampler that starts again must not draw again what it drew before
    seed = config.seed + len(study.get_trials(deepcopy=False))
    study.sampler = optuna.samplers.TPESampler(seed=seed % 2**32)
    study.pruner = optuna.pruners.MedianPruner(n_startup_trials=_STARTED, n_warmup_steps=1)
    return study


def _done(study: optuna.Study) -> int:
    return len(study.get_trials(deepcopy=False, states=(TrialState.COMPLETE, TrialState.PRUNED)))


def _line(trial: optuna.trial.FrozenTrial) -> str:
    figure = "no figure" if trial.value is None else f"loss {trial.value:.4f}"
    accuracy = trial.user_attrs.get("balanced_accuracy", float("nan"))
    return f"trial {trial.number} {trial.state.name.lower()}: {figure}, balanced accuracy {accuracy:.4f}"


def _write_table(study: optuna.Study, path: Path) -> None:
    kept = study.get_trials(deepcopy=False)
    names = sorted({name for trial in kept for name in trial.params})
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["trial", "state", "loss", "balanced_accuracy", "epochs", *names])
    for trial in kept:
        figures = [trial.value, trial.user_attrs.get("balanced_accuracy"), len(trial.intermediate_values)]
        writer.writerow([trial.number, trial.state.name, *figures, *(trial.params.get(name) for name in names)])
    replace_file(path, lambda stream: write_text(stream, text.getvalue()))
