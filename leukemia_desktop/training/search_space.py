"""What a hyperparameter search may change, in one place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_type_hints

import optuna

from leukemia_desktop.core.shelf import Range, parameters
from leukemia_desktop.training.config import AUGMENTATIONS, TrainConfig


@dataclass(frozen=True)
class Searched:
    """Limits of one key of the configuration; None takes TrainConfig's own."""

    low: float | None = None
    high: float | None = None
    log: bool = False
    choices: tuple[int, ...] = ()


SPACE: Mapping[str, Searched] = {
    "learning_rate": Searched(1e-4, 1e-2, log=True),
    "weight_decay": Searched(1e-4, 0.3, log=True),
    "dropout": Searched(high=0.6),
    "label_smoothing": Searched(high=0.2),
    "batch_size": Searched(choices=(16, 32, 64)),
}
STRENGTHS = frozenset({"probability", "amount", "hue", "saturation", "brightness", "contrast", "sigma", "spread"})
"""Parameters of augmentations that say how strong one is; all those of one augmentation are scaled by one factor."""
FACTOR = (0.0, 2.0)


def suggested(config: TrainConfig, trial: optuna.Trial) -> TrainConfig:
    """`config` with the numbers that `trial` draws for every key of SPACE and every augmentation that it uses."""
    hints = get_type_hints(TrainConfig, include_extras=True)
    drawn: dict[str, Any] = {}
    for key, searched in SPACE.items():
        if searched.choices:
            drawn[key] = trial.suggest_categorical(key, searched.choices)
            continue
        limits = next(extra for extra in hints[key].__metadata__ if isinstance(extra, Range))
        low = limits.low if searched.low is None else searched.low
        high = limits.high if searched.high is None else searched.high
        drawn[key] = trial.suggest_float(key, low, high, log=searched.log)
    for name in config.augment:
        if STRENGTHS & parameters(AUGMENTATIONS[name]).keys():
            drawn[f"augment.{name}"] = trial.suggest_float(f"augment.{name}", *FACTOR)
    return changed(config, drawn)


def changed(config: TrainConfig, drawn: Mapping[str, Any]) -> TrainConfig:
    """`config` with drawn numbers: keys of the configuration, or "augment.NAME" for the factor of one augmentation.

    Scaled strengths stay inside the ranges that the augmentation states. Raises BadConfig.
    """
    augment = {name: dict(given) for name, given in config.augment.items()}
    values = config.to_dict()
    for key, value in drawn.items():
        if not key.startswith("augment."):
            values[key] = value
            continue
        name = key.removeprefix("augment.")
        for parameter in parameters(AUGMENTATIONS[name]).values():
            if parameter.name in STRENGTHS and parameter.range:
                scaled = value * augment[name].get(parameter.name, parameter.default)
                augment[name][parameter.name] = min(max(scaled, parameter.range.low), parameter.range.high)
    return TrainConfig.from_dict(values | {"augment": augment})
