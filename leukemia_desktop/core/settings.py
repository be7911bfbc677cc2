"""Frozen, validated settings; a JSON file holds only what a person changed."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Self, get_type_hints

import platformdirs

from leukemia_desktop.core.files import UnwritableFile, replace_file, write_text
from leukemia_desktop.core.shelf import BadParameter, Parameter, Range

APP = "leukemia-desktop"
CHOICES = {"provider": ("auto", "cuda", "cpu"), "theme": ("system", "light", "dark")}
"""Settings that are one of a few words."""


class BadSettings(ValueError):
    """A settings file that is not valid; the message names the file and the key."""


@dataclass(frozen=True)
class Settings:
    """Defaults are safe; every number states its range."""

    review_below: Annotated[float, Range(0, 1)] = 0.80
    """A field whose calibrated confidence is lower needs a person."""
    strict_sets: bool = False
    """Prediction sets at the model's smaller alpha, 0.01 instead of 0.05: larger sets, fewer without the truth."""
    max_megapixels: Annotated[float, Range(1, 2000, "MP")] = 200.0
    """Larger images are refused before they are decoded."""
    provider: str = "auto"
    """auto, cuda or cpu."""
    threads: Annotated[int, Range(0, 256)] = 0
    """Fields analysed side by side, each by a thread or, in long runs, by a program; 0 takes every core."""
    model: str = ""
    """Id of the default model; empty takes the one that ships as default."""
    theme: str = "system"
    """system, light or dark."""
    language: str = "system"
    """A language's code, such as de; system takes the one that the computer speaks."""
    ledger: str = ""
    """The ledger's file; empty takes the one of this user."""

    @property
    def ledger_path(self) -> Path:
        """Where the ledger lies."""
        return Path(self.ledger) if self.ledger else data_folder() / "ledger.sqlite"

    @classmethod
    def read(cls, path: Path | None = None) -> Self:
        """Defaults overlaid with the JSON file, where it exists. Raises BadSettings."""
        path = path or settings_path()
        try:
            data = json.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, RecursionError) as error:
            raise BadSettings(f"{path}: not readable as JSON: {error}") from None
        try:
            return cls.checked(data)
        except BadSettings as error:
            raise BadSettings(f"{path}: {error}") from None

    @classmethod
    def checked(cls, overrides: Any) -> Self:
        """Settings with `overrides`. Raises BadSettings on an unknown key or a value of another type or out of range."""
        known = parameters()
        if not isinstance(overrides, Mapping) or (unknown := sorted(set(overrides) - set(known))):
            raise BadSettings(f"unknown setting {', '.join(unknown)}" if isinstance(overrides, Mapping) else "not an object")
        try:
            values = {key: known[key].checked(value) for key, value in overrides.items()}
        except BadParameter as error:
            raise BadSettings(str(error)) from None
        settings = cls(**values)
        for key, choices in CHOICES.items():
            if getattr(settings, key) not in choices:
                raise BadSettings(f"{key} must be one of {', '.join(choices)}, not {getattr(settings, key)!r}")
        return settings

    def write(self, path: Path | None = None) -> None:
        """Keep what differs from the defaults; the earlier file stands until the new one is whole. Raises UnwritableFile."""
        path = path or settings_path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnwritableFile(f"{path}: {error.strerror or error}") from None
        defaults = asdict(Settings())
        sparse = {key: value for key, value in asdict(self).items() if value != defaults[key]}
        text = json.dumps(sparse, indent=2) + "\n"
        replace_file(path, lambda stream: write_text(stream, text))


def parameters() -> dict[str, Parameter]:
    """Every setting with its type, default and range, in the order in which they stand."""
    hints = get_type_hints(Settings, include_extras=True)
    found = {}
    for field in fields(Settings):
        hint = hints[field.name]
        limits = next(iter(getattr(hint, "__metadata__", ())), None)
        found[field.name] = Parameter(field.name, getattr(hint, "__origin__", hint), field.default, limits)
    return found


def settings_path() -> Path:
    """Where the settings of this user lie."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.json"


def data_folder() -> Path:
    """Where ledgers and added models of this user lie."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def shipped(name: str) -> Path:
    """The folder `models` or `resources` that came with the program: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
