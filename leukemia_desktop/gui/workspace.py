"""The session file: what was open last. Written whole or not at all; a damaged one is set aside."""

import dataclasses
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Self

from leukemia_desktop.core.files import UnwritableFile, replace_file, write_text
from leukemia_desktop.core.settings import data_folder

FORMAT = 1
LARGEST = 64_000_000
"""Bytes; a file that is larger was not written here."""


@dataclass(frozen=True)
class OpenSlide:
    """A slide folder; `names` of its files when only those were opened, None for all of them."""

    folder: str
    names: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Workspace:
    """Everything that comes back at the next start. What a panel keeps is JSON of its own."""

    slides: tuple[OpenSlide, ...] = ()
    field: str = ""
    model: str = ""
    """Id of the model to which `recipe` belongs."""
    recipe: Mapping[str, Any] | None = None
    """A recipe other than the model's own."""
    panels: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    geometry: str = ""
    docks: str = ""
    """Base64 of what Qt says of window and docks."""
    arranging: bool = False

    def to_json(self) -> str:
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Raises ValueError, with the reason, for anything that this program does not write."""
        try:
            data = json.loads(text)
        except RecursionError:
            raise ValueError("nested too deep") from None
        if not isinstance(data, dict) or data.pop("format", None) != FORMAT:
            raise ValueError("not a session of this program")
        kinds: dict[str, Callable[[Any], bool]] = {
            "slides": lambda value: isinstance(value, list) and all(map(_is_slide, value)),
            "recipe": lambda value: value is None or isinstance(value, dict),
            "panels": lambda value: isinstance(value, dict),
            "arranging": lambda value: isinstance(value, bool),
        }
        known = [each.name for each in fields(cls)]
        for key, value in data.items():
            if key not in known or not kinds.get(key, lambda value: isinstance(value, str))(value):
                raise ValueError(f"{key} is not understood")
        slides = tuple(
            OpenSlide(each["folder"], None if each["names"] is None else tuple(each["names"]))
            for each in data.pop("slides", ())
        )
        return cls(slides=slides, **data)


def _is_slide(value: Any) -> bool:
    if not isinstance(value, dict) or value.keys() != {"folder", "names"} or not isinstance(value["folder"], str):
        return False
    names = value["names"]
    return names is None or (isinstance(names, list) and all(isinstance(name, str) for name in names))


def workspace_path() -> Path:
    """The session file of this user."""
    return data_folder() / "session.json"


def read_workspace() -> tuple[Workspace, str]:
    """What was open, and one sentence where the file was damaged; it is set aside then, and the start goes on without."""
    path = workspace_path()
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError("too large")
        return Workspace.from_json(path.read_text("utf-8")), ""
    except FileNotFoundError:
        return Workspace(), ""
    except OSError as error:
        return Workspace(), f"{path}: {error.strerror or error}"
    except ValueError as error:
        aside = path.with_name("session.damaged.json")
        try:
            path.replace(aside)
        except OSError:
            aside = path
        return Workspace(), f"{aside}: {error}"


def write_workspace(workspace: Workspace) -> None:
    """The earlier file stands until this one is whole. A disk that takes nothing costs the session, never the work."""
    try:
        workspace_path().parent.mkdir(parents=True, exist_ok=True)
        text = workspace.to_json()
        replace_file(workspace_path(), lambda stream: write_text(stream, text))
    except (OSError, UnwritableFile, UnicodeEncodeError):  # a name that is no text stays out of the file, with the rest
        return
