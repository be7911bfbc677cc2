"""The models at hand: those that came with the program and those a lab added; which one is the default."""

from contextlib import suppress
from pathlib import Path

from leukemia_desktop.core.manifest import BrokenModel, Manifest, find_models
from leukemia_desktop.core.settings import Settings, data_folder, shipped


def model_folders() -> dict[str, Path]:
    """Model folders by id (the folder's name): the shipped ones, then those under the user's data folder.

    A folder added under a shipped model's name does not replace it.
    """
    found: dict[str, Path] = {}
    for place in (shipped("models"), data_folder() / "models"):
        for folder in find_models(place):
            found.setdefault(folder.name, folder)
    return found


def default_model() -> str:
    """Id of the model that ships as default, the one named in models/DEFAULT."""
    try:
        return (shipped("models") / "DEFAULT").read_text("utf-8").strip()
    except OSError:
        return next(iter(model_folders()), "")


def open_model(wanted: str = "", settings: Settings | None = None) -> Manifest:
    """Manifest of the model `wanted` (an id or a folder's path), of the settings' model, or of the default.

    Raises BrokenModel when there is no such model or its manifest does not hold.
    """
    wanted = wanted or (settings or Settings()).model or default_model()
    folders = model_folders()
    if wanted in folders:
        return Manifest.read(folders[wanted])
    with suppress(OSError):  # a name too long to be a path
        if wanted and (Path(wanted) / "manifest.json").is_file():
            return Manifest.read(Path(wanted))
    known = ", ".join(folders) or "none; the installation is incomplete"
    raise BrokenModel(f"no model {wanted!r:.80}; known models: {known}")
