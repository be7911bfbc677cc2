"""A class-folder data set in memory: read_image -> recipe once, then batches of augmented tensors."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from leukemia_desktop.core.image import Image, UnreadableImage, read_image
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.shelf import checked_parameters
from leukemia_desktop.training.class_folders import GROUPS, class_files, read_groups
from leukemia_desktop.training.config import AUGMENTATIONS, TrainConfig
from leukemia_desktop.training.errors import BadConfig, BadDataset

Indices = npt.NDArray[np.int64]
Fields = npt.NDArray[np.uint8]
"""Fields as model input before scaling, (N, S, S, 3)."""


@dataclass(frozen=True)
class Dataset:
    """Files of a class-folder data set with label number, group and series of each."""

    folder: Path
    files: tuple[str, ...]
    labels: Indices
    groups: npt.NDArray[np.str_]
    series: npt.NDArray[np.str_]

    @classmethod
    def open(cls, folder: Path) -> "Dataset":
        """Files of `folder`/{Benign,Early,Pre,Pro}, joined with groups.csv where it stands; else each file is a group.

        Raises BadDataset naming the class folder or the groups.csv line that does not fit.
        """
        files = class_files(folder)
        labels = np.array([LABELS.index(file.partition("/")[0]) for file in files], np.int64)
        groups, series = read_groups(folder / GROUPS, files)
        return cls(folder, tuple(files), labels, np.array(groups), np.array(series))

    def load(self, recipe: Recipe) -> Fields:
        """Every field as the model's input before scaling, with a progress bar. BadDataset names an unreadable file.

        Kept in memory (150 kB a field at 224 px): decoding again in every epoch would cost more than it saves.
        """
        fields = np.empty((len(self.files), recipe.input_size, recipe.input_size, 3), np.uint8)

        def load_one(index: int) -> None:
            try:
                fields[index] = recipe.model_input(read_image(self.folder / self.files[index]))
            except UnreadableImage as error:
                raise BadDataset(f"{self.folder / self.files[index]}: {error}") from None

        with ThreadPoolExecutor(4) as pool, progress_bar() as progress:
            task = progress.add_task("read fields", total=len(self.files), loss="")
            for _ in pool.map(load_one, range(len(self.files))):
                progress.update(task, advance=1)
        return fields


def progress_bar(*, shown: bool = True) -> Progress:
    """What every long step of the training room shows; tasks carry a text field `loss`."""
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.fields[loss]}"))
    return Progress(TextColumn("{task.description}"), *columns, disable=not shown)


def augmented(config: TrainConfig) -> Callable[[Image, np.random.Generator], Image]:
    """The configuration's augmentations as one function."""
    calls = [
        partial(AUGMENTATIONS[name], **checked_parameters(AUGMENTATIONS[name], params))
        for name, params in config.augment.items()
    ]

    def augment(image: Image, rng: np.random.Generator) -> Image:
        for call in calls:
            image = call(image, rng)
        return image

    return augment


def chunks(order: Indices, size: int, part: tuple[int, int]) -> list[Indices]:
    """`order` cut into batches of `size`, and of each the share of rank part[0] among part[1], as large as the others'.

    A remainder that leaves a rank one field is dropped: batch norm needs two. Raises BadConfig when nothing is left.
    """
    rank, ranks = part
    whole = [order[i : i + size] for i in range(0, len(order), size)]
    kept = [c[: len(c) // ranks * ranks][rank::ranks] for c in whole if len(c) >= 2 * ranks]
    if not kept:
        raise BadConfig(f"batches of {size} from {len(order)} fields are too small for {ranks} ranks: each needs two fields")
    return kept


def batches(
    fields: Fields, indices: Indices, config: TrainConfig, rng: np.random.Generator, part: tuple[int, int] = (0, 1)
) -> Iterator[tuple[torch.Tensor, Indices]]:
    """One epoch of shuffled, augmented batches (images (B,3,S,S) float32 channels last, their indices).

    The next batch is prepared while the last one trains. `part` is (rank, ranks) of those who share every batch; all of them
    draw the same from `rng`.
    """
    shares = chunks(rng.permutation(indices), config.batch_size, part)
    # of its own for each rank, while `rng` goes on as if there were one
    draws = rng if part[1] == 1 else np.random.default_rng([*deepcopy(rng).integers(2**32, size=4), part[0]])
    augment, recipe = augmented(config), config.recipe

    def prepare(chosen: Indices) -> tuple[torch.Tensor, Indices]:
        arrays = [recipe.normalise(augment(fields[i], draws)) for i in chosen]
        return torch.from_numpy(np.stack(arrays)).contiguous(memory_format=torch.channels_last), chosen

    with ThreadPoolExecutor(1) as pool:  # one worker: the generator's draws keep their order
        ahead = pool.submit(prepare, shares[0])
        for following in shares[1:]:
            ready, ahead = ahead.result(), pool.submit(prepare, following)
            yield ready
        yield ahead.result()
