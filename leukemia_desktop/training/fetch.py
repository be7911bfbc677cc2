"""Bring the public data set from Kaggle and lay it out as class folders, once its terms are accepted."""

import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from leukemia_desktop.core.image import find_images
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.training.errors import BadDataset, TrainingError

HANDLE = "mehradaria/leukemia"
PAGE = f"https://www.kaggle.com/datasets/{HANDLE}"
TERMS = f"""Acute Lymphoblastic Leukemia (ALL) image dataset, {PAGE}
Mehrad Aria, Mustafa Ghaderzadeh, Davood Bashash, Hassan Abolghasemi, Farkhondeh Asadi, Azamossadat Hosseini.

- The images belong to their authors. They ask that the data set is not redistributed: neither images nor anything cut or
  generated from them.
- Whoever uses it in research credits the authors and cites both
  the data set: Kaggle (2021), doi 10.34740/KAGGLE/DSV/2175623, and
  the paper: Ghaderzadeh et al., A fast and efficient CNN model for B-ALL diagnosis and its subtypes classification using
  peripheral blood smear images, Int J Intell Syst 2022;37:5113-5133, doi 10.1002/int.22753.
- What the page above says holds where it differs from this summary; read it, and Kaggle's terms of use, first."""

_NAMES = {
    "benign": "Benign",
    "early": "Early",
    "earlypreb": "Early",
    "pre": "Pre",
    "preb": "Pre",
    "pro": "Pro",
    "prob": "Pro",
}
"""Letters of a folder's name, without "malignant", and the label they stand for."""


def fetch(out: Path, *, accepted: Callable[[], bool]) -> Mapping[str, int]:
    """Download the data set, write its fields into `out`/{Benign,Early,Pre,Pro}, and return how many each class has.

    `accepted` answers whether the TERMS, which the caller has shown, are; it is asked before anything is downloaded. Raises
    TrainingError when they are not, `out` holds something already, kagglehub is not installed or Kaggle cannot be reached:
    nothing is written then.
    """
    _check_empty(out)
    try:
        import kagglehub  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        raise TrainingError("fetch needs kagglehub: pip install 'leukemia-desktop[fetch]'") from None
    _ask(accepted)
    try:
        # kagglehub keeps what came in a cache of its own, so that a download that was cut off goes on
        archive = Path(kagglehub.dataset_download(HANDLE))
    except Exception as error:  # it lets through what its HTTP and archive libraries raise, without a base of its own
        reason = str(error).strip().partition("\n")[0]
        raise TrainingError(
            f"{PAGE} could not be downloaded ({type(error).__name__}: {reason}). Without internet, download the "
            "archive elsewhere, unpack it, and run: leukemia-train fetch OUT --archive FOLDER"
        ) from None
    return arrange(archive, out, accepted=lambda: True)


def arrange(archive: Path, out: Path, *, accepted: Callable[[], bool]) -> Mapping[str, int]:
    """Copy the original images of the unpacked `archive` into class folders of `out`; return how many each class has.

    Class folders are known whatever the archive calls them ("Early", "[Malignant] early Pre-B", "Malignant/Pro-B"); masks
    ("Segmented") are left out. `out` appears whole or not at all. Raises BadDataset when a class is not found, or twice.
    """
    _check_empty(out)
    _ask(accepted)
    if not archive.is_dir():
        raise BadDataset(f"{archive}: no such folder")
    folders = _class_folders(archive)
    if missing := [label for label in LABELS if label not in folders]:
        raise BadDataset(f"{archive}: no folder of original images for {', '.join(missing)}")
    part = out.with_name(f"{out.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        for label, folder in folders.items():
            (part / label).mkdir(parents=True)
            for path in find_images(folder):
                shutil.copyfile(path, part / label / path.name)
        if out.exists():
            out.rmdir()
        os.replace(part, out)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise TrainingError(f"{out}: could not be written ({error.strerror or error})") from None
    return {label: len(find_images(out / label)) for label in LABELS}


def class_of(folder: str) -> str | None:
    """The label that a folder name of the archive stands for, or None."""
    return _NAMES.get(re.sub(r"[^a-z]", "", folder.lower()).removeprefix("malignant"))


def _class_folders(archive: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in sorted(path for path in archive.rglob("*") if path.is_dir()):
        label = class_of(folder.name)
        segmented = any("segment" in part.lower() for part in folder.relative_to(archive).parts)
        if label is None or segmented or not find_images(folder):
            continue
        if label in found:
            raise BadDataset(f"{archive}: {label} is there twice, as {found[label]} and {folder}")
        found[label] = folder
    return {label: found[label] for label in LABELS if label in found}


def _ask(accepted: Callable[[], bool]) -> None:
    if not accepted():
        raise TrainingError("the terms of the data set were not accepted; nothing was written")


def _check_empty(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise TrainingError(f"{out}: there is something already; choose an empty folder")
