"""Models that a lab adds to those that came with the program: checked whole before they are there, and removed again."""

import shutil
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path, PurePosixPath

from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.lab_key import check_mark
from leukemia_desktop.core.manifest import MAX_MANIFEST_BYTES, MAX_MODEL_BYTES, BrokenModel, Manifest
from leukemia_desktop.core.models import default_model, model_folders
from leukemia_desktop.core.settings import Settings, data_folder, shipped

MOST_FILES = 32
MOST_BYTES = MAX_MODEL_BYTES + 4 * MAX_MANIFEST_BYTES
"""Of one model, unpacked: what is larger is no model."""


def added_folder() -> Path:
    """Where added models lie, each in a folder named by its id."""
    return data_folder() / "models"


def add_model(source: Path) -> Manifest:
    """Copy a model folder, or a zip of one, to the added models once it has been verified and has run; its manifest there.

    The files of the model are taken, nothing below or beside them. Raises BrokenModel for a model that does not keep the
    contract, whose id is taken by another one, or that lacks the mark a laboratory asks for, and UnwritableFile.
    """
    try:
        added_folder().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".adding-", dir=added_folder(), ignore_cleanup_errors=True) as place:
            folder = Path(place) / (source.stem if source.is_file() else source.resolve().name)
            folder.mkdir()
            _take(source, folder)
            return _settle(folder)
    except OSError as error:
        raise UnwritableFile(f"{error.filename or source}: {error.strerror or error}") from None


def remove_model(name: str) -> None:
    """Remove an added model; one that came with the program stays. Raises BrokenModel, UnwritableFile and BadSettings.

    Where it was the default, the default is the shipped one again.
    """
    folder = model_folders().get(name)
    if folder is None:
        raise BrokenModel(f"no model {name!r:.80}; known models: {', '.join(model_folders())}")
    if folder.parent != added_folder():
        raise BrokenModel(f"model {name} came with the program and stays")
    settings = Settings.read()
    if settings.model == name:
        replace(settings, model="").write()
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise UnwritableFile(f"{error.filename}: {error.strerror or error}") from None


def choose_default(name: str) -> None:
    """Make a model the one that is used when none is named. Raises BrokenModel, UnwritableFile and BadSettings."""
    folder = model_folders().get(name)
    if folder is None:
        raise BrokenModel(f"no model {name!r:.80}; known models: {', '.join(model_folders())}")
    _ = Manifest.read(folder).verified_bytes
    replace(Settings.read(), model="" if name == default_model() else name).write()


def _take(source: Path, folder: Path) -> None:
    """Fill `folder` with the files of the one model in `source`."""
    if not source.is_file():
        if not (source / "manifest.json").is_file():
            raise BrokenModel(f"{source}: no model folder: there is no manifest.json in it")
        files = [path for path in source.iterdir() if path.is_file()]
        _check_sizes(source, [path.stat().st_size for path in files])
        for path in files:
            shutil.copyfile(path, folder / path.name)
        return
    try:
        with zipfile.ZipFile(source) as archive:
            manifests = [info for info in archive.infolist() if PurePosixPath(info.filename).name == "manifest.json"]
            if len(manifests) != 1:
                raise BrokenModel(f"{source}: a zip with one manifest.json is one model; this one has {len(manifests)}")
            home = PurePosixPath(manifests[0].filename).parent
            inside = [i for i in archive.infolist() if not i.is_dir() and PurePosixPath(i.filename).parent == home]
            _check_sizes(source, [info.file_size for info in inside])
            for info in inside:
                # by its own name only: a path inside of a zip leads where its maker wants
                with archive.open(info) as packed, (folder / PurePosixPath(info.filename).name).open("xb") as stream:
                    shutil.copyfileobj(packed, stream)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, FileExistsError) as error:
        raise BrokenModel(f"{source}: not a zip that can be read: {error}") from None


def _check_sizes(source: Path, sizes: list[int]) -> None:
    if len(sizes) > MOST_FILES or sum(sizes) > MOST_BYTES:
        raise BrokenModel(f"{source}: {len(sizes)} files of {sum(sizes) >> 20} MB are no model")


def _settle(folder: Path) -> Manifest:
    """Verify the model, let it run once, and give it its place."""
    manifest = Manifest.read(folder)
    check_mark(folder)
    if not (folder / "MODEL_CARD.md").is_file() and not manifest.intended_use.strip():
        raise BrokenModel(f"model {manifest.id}: it does not say what it is for")
    Classifier(manifest, provider="cpu", threads=1)
    known = model_folders().get(manifest.id)
    if known is None and (shipped("models") / manifest.id).exists():
        known = shipped("models") / manifest.id
    if known is not None:
        if _same(known, folder):
            return Manifest.read(known)
        raise BrokenModel(
            f"another model is named {manifest.id} already; remove that one first, or give this one another id"
        )
    home = added_folder() / manifest.id
    if home.exists():  # left there by hand, and no model
        raise BrokenModel(f"{home}: is in the way")
    folder.rename(home)
    return Manifest.read(home)


def _same(known: Path, folder: Path) -> bool:
    try:
        before, after = Manifest.read(known), Manifest.read(folder)
        return before.raw == after.raw and before.verified_bytes == after.verified_bytes
    except BrokenModel:
        return False
