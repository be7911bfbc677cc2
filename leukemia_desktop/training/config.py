"""One frozen configuration, one TOML file a run: everything that decides what a training gives."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any, Self, get_type_hints

from leukemia_desktop.core.recipe import BadRecipe, Recipe
from leukemia_desktop.core.shelf import BadParameter, Parameter, Range, checked_parameters, load_shelf
from leukemia_desktop.training.errors import BadConfig

AUGMENTATIONS = load_shelf("leukemia_desktop.training.augment", "apply")
LOOKS = {"two_looks": 2, "three_looks": 3}
"""Architectures that learn nothing themselves, and of how many runs they are made."""
CHOICES = {"head": ("linear", "deep"), "optimizer": ("adamw", "sgd")}


@dataclass(frozen=True)
class TrainConfig:
    """A training run; a key that an older file lacks has its default.

    `augment` maps a file on the augment shelf to its parameters and is applied in that order. `frozen` trains the head
    alone, on features of every field and of `copies` augmented copies of it. `auxiliary` weighs the loss of Benign against
    ALL, `stop_after` ends a run after so many epochs without improvement on groups held out of the training side (0: never).
    `teacher` names a run whose model of the same split is imitated, with `imitation` of the loss at `softness`, the
    temperature of both (Hinton et al. 2015). `looks` names the runs, on the shelf, of which a run is made instead of
    learning itself: the first decides where it is sure, see architectures._looks.
    """

    name: str
    architecture: str
    recipe: Recipe
    weights: str = "imagenet"
    augment: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    epochs: Annotated[int, Range(1, 500)] = 6
    batch_size: Annotated[int, Range(2, 1024)] = 32
    learning_rate: Annotated[float, Range(1e-6, 1.0)] = 5e-4
    weight_decay: Annotated[float, Range(0, 1.0)] = 0.02
    label_smoothing: Annotated[float, Range(0, 0.5)] = 0.05
    warmup: Annotated[float, Range(0, 0.5)] = 0.1
    average: Annotated[float, Range(0, 0.9999)] = 0.99
    dropout: Annotated[float, Range(0, 0.9)] = 0.2
    head: str = "linear"
    optimizer: str = "adamw"
    auxiliary: Annotated[float, Range(0, 10)] = 0.0
    frozen: bool = False
    copies: Annotated[int, Range(0, 50)] = 0
    stop_after: Annotated[int, Range(0, 500)] = 0
    teacher: str = ""
    imitation: Annotated[float, Range(0, 1)] = 0.7
    softness: Annotated[float, Range(0.1, 20)] = 2.0
    bf16: bool = False
    looks: Sequence[str] = ()
    seed: Annotated[int, Range(0, 2**31)] = 0

    @classmethod
    def read(cls, path: Path) -> Self:
        """The configuration in a TOML file. Raises BadConfig naming the file, the key and what is wrong with it."""
        try:
            return cls.from_dict(tomllib.loads(path.read_text("utf-8")))
        except OSError as error:
            raise BadConfig(f"{path}: {error.strerror}") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise BadConfig(f"{path}: not valid TOML: {error}") from None
        except BadConfig as error:
            raise BadConfig(f"{path}: {error}") from None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """A checked configuration from plain values. Raises BadConfig."""
        known = {f.name for f in fields(cls)}
        if unknown := sorted(set(data) - known):
            raise BadConfig(f"unknown key {', '.join(unknown)}; known: {', '.join(sorted(known))}")
        if missing := sorted({"name", "architecture", "recipe"} - set(data)):
            raise BadConfig(f"missing key {', '.join(missing)}")
        values = dict(data)
        try:
            values["recipe"] = Recipe.from_dict(data["recipe"])
            values["looks"] = tuple(data.get("looks", ()))
            for key, given in data.get("augment", {}).items():
                if key not in AUGMENTATIONS:
                    raise BadConfig(f"unknown augmentation {key!r}; known: {', '.join(AUGMENTATIONS)}")
                checked_parameters(AUGMENTATIONS[key], given)
            for key, hint in get_type_hints(cls, include_extras=True).items():
                if key in values and (kind := getattr(hint, "__origin__", hint)) in (int, float, bool, str):
                    limits = next(iter(getattr(hint, "__metadata__", ())), None)
                    values[key] = Parameter(key, kind, None, limits).checked(values[key])
        except (BadRecipe, BadParameter) as error:
            raise BadConfig(str(error)) from None
        config = cls(**values)
        if reason := config._contradiction():
            raise BadConfig(reason)
        return config

    def _contradiction(self) -> str:
        for key, known in CHOICES.items():
            if (value := getattr(self, key)) not in known:
                return f"{key} must be one of {', '.join(known)}, not {value!r}"
        if self.copies and not self.frozen:
            return "copies are for frozen = true; without it every epoch draws new ones"
        if self.copies and not self.augment:
            return "copies without an augmentation would all be the field itself"
        if self.frozen and self.augment and not self.copies:
            return "frozen = true with augmentations needs copies, the number of augmented copies of each field"
        if self.frozen and self.teacher:
            return "frozen = true knows no teacher: the head learns from features, not from fields"
        if self.teacher and (self.teacher == self.name or not _is_name(self.teacher)):
            return f"teacher must be the name of another run, not {self.teacher!r}"
        if bool(self.looks) != (self.architecture in LOOKS):
            return f"looks are for architecture = {' or '.join(map(repr, LOOKS))}, which learn nothing themselves"
        if self.looks and not self._names_its_looks():
            return f"looks must be the names of {LOOKS[self.architecture]} other runs, not {list(self.looks)!r}"
        if self.looks and (self.frozen or self.teacher or self.head != "linear"):
            return "frozen, teacher and head are for the runs that looks names"
        return ""

    def _names_its_looks(self) -> bool:
        others = {name for name in self.looks if _is_name(name) and name != self.name}
        return len(others) == len(self.looks) == LOOKS[self.architecture]

    def is_kept_as(self, kept: Mapping[str, Any]) -> bool:
        """Whether `kept`, plain values that this or an older program kept, say this same configuration."""
        try:
            return self.from_dict(kept).to_dict() == self.to_dict()
        except BadConfig:
            return False

    def to_dict(self) -> dict[str, Any]:
        """Plain values, as kept in a checkpoint and in the manifest."""
        augment = {k: dict(v) for k, v in self.augment.items()}
        return asdict(self) | {"recipe": self.recipe.to_dict(), "augment": augment, "looks": list(self.looks)}


def _is_name(text: object) -> bool:
    return isinstance(text, str) and text != "" and Path(text).name == text
