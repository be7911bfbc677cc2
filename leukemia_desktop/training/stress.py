"""Stain stress: fields that a model never saw, as another stain, lamp, focus or camera would have shown them."""

import os
import zlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.image import Image, read_image
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.training.augment import hed_jitter
from leukemia_desktop.training.dataset import Dataset, Fields, Indices, progress_bar
from leukemia_desktop.training.onnx_file import open_session
from leukemia_desktop.training.predictions import Predictions, predictions_path
from leukemia_desktop.training.shipped import fold_file, precision
from leukemia_desktop.training.split import PROTOCOLS
from leukemia_desktop.training.train import load_checkpoint

Logits = npt.NDArray[np.float32]
STRESS = "stress"
FOLDS = "field-disjoint"
HED_AMOUNT = 0.1
"""Twice what training draws from."""


def hue(image: Image, *, turn: float) -> Image:
    """Turn the hue by `turn` of the whole circle."""
    hsv = cv2.cvtColor(image.astype(np.float32) / 255, cv2.COLOR_RGB2HSV)
    hsv[:, :, 0] = (hsv[:, :, 0] + 360 * turn) % 360
    return _whole(255 * cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB))


def saturation(image: Image, *, factor: float) -> Image:
    """Scale the distance of every pixel from its own grey."""
    return _whole(factor * image + (1 - factor) * grey(image).astype(np.float32))


def brightness(image: Image, *, factor: float) -> Image:
    """Scale every value."""
    return _whole(factor * image.astype(np.float32))


def hed(image: Image) -> Image:
    """Jitter of the stains' densities, drawn by the field's own content: the same for every model."""
    rng = np.random.default_rng(zlib.crc32(image.tobytes()))
    return hed_jitter.apply(image, rng, probability=1.0, amount=HED_AMOUNT)


def blur(image: Image, *, sigma: float) -> Image:
    """Gaussian blur by `sigma` px."""
    return cv2.GaussianBlur(image, (0, 0), sigma)  # type: ignore[return-value]


def jpeg(image: Image, *, quality: int) -> Image:
    """Compressed as JPEG and decoded again."""
    data = cv2.imencode(".jpg", image[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.ascontiguousarray(cv2.imdecode(data, cv2.IMREAD_COLOR)[:, :, ::-1])  # type: ignore[index]


def grey(image: Image) -> Image:
    """No colour at all."""
    return cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)  # type: ignore[return-value]


PERTURBATIONS: Mapping[str, Callable[[Image], Image]] = {
    "hue-minus-0.05": partial(hue, turn=-0.05),
    "hue-plus-0.05": partial(hue, turn=0.05),
    "saturation-0.6": partial(saturation, factor=0.6),
    "saturation-1.4": partial(saturation, factor=1.4),
    "brightness-0.8": partial(brightness, factor=0.8),
    "brightness-1.2": partial(brightness, factor=1.2),
    "hed-jitter": hed,
    "blur-2": partial(blur, sigma=2.0),
    "jpeg-30": partial(jpeg, quality=30),
    "grey": grey,
}
"""Each changes the original image, before the recipe."""


def stress(run: Path, dataset: Dataset, fields: Callable[[], Fields], *, int8: bool) -> list[Predictions]:
    """Predictions of every perturbation by the field-disjoint models of `run`, each on its own test fields.

    Nothing is trained; what is kept already is not computed again. Raises TrainingError where a model is missing.
    """
    splits, kind = PROTOCOLS[FOLDS](dataset), precision(int8=int8)
    paths = {name: predictions_path(run.parent, run.name, f"{STRESS}-{name}-{kind}") for name in PERTURBATIONS}
    config, _, _ = load_checkpoint(run / FOLDS / splits[0].name / "last.pt")
    kept = {name: Predictions.read(path) for name, path in paths.items() if path.exists()}
    for name, known in list(kept.items()):
        if known.made_by(config):
            known.check_fits(dataset, splits, paths[name])
        else:
            del kept[name]
    missing = [name for name in PERTURBATIONS if name not in kept]
    if missing:
        logits = np.empty((len(missing), sum(len(split.test) for split in splits), 4), np.float32)
        done = 0
        for split in splits:
            file = fold_file(run, FOLDS, split, dataset, fields(), int8=int8)
            logits[:, done : done + len(split.test)] = _of_split(file, dataset, split.test, missing, config.recipe)
            done += len(split.test)
        for name, of_one in zip(missing, logits, strict=True):
            kept[name] = Predictions.of(config.to_dict(), f"{STRESS}-{name}", dataset, splits, of_one)
            kept[name].write(paths[name])
    return [kept[name] for name in PERTURBATIONS]


def _of_split(file: Path, dataset: Dataset, chosen: Indices, names: Sequence[str], recipe: Recipe) -> Logits:
    """Logits (perturbations, fields, C) of one model file; every field is read once."""
    session = open_session(file)

    def logits(index: int) -> list[npt.NDArray[np.float32]]:
        image = read_image(dataset.folder / dataset.files[index])
        changed = (recipe.tensor(PERTURBATIONS[name](image)) for name in names)
        return [session.run(["logits"], {"images": tensor[None]})[0][0] for tensor in changed]

    with ThreadPoolExecutor(os.cpu_count()) as pool, progress_bar() as progress:
        task = progress.add_task(f"stress, {file.parent.name}", total=len(chosen), loss="")
        found = []
        for of_one in pool.map(logits, chosen):
            found.append(of_one)
            progress.update(task, advance=1)
    return np.stack(found, 1)


def _whole(values: npt.NDArray[np.floating]) -> Image:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)
