"""Stain jitter in haematoxylin-eosin-DAB space."""

from typing import Annotated

import numpy as np

from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range

_RGB_FROM_HED = np.array([[0.65, 0.70, 0.29], [0.07, 0.99, 0.11], [0.27, 0.57, 0.78]])
_HED_FROM_RGB = np.linalg.inv(_RGB_FROM_HED)
_DENSITY = -np.log10((np.arange(256) + 1) / 256).astype(np.float32)


def apply(
    image: Image,
    rng: np.random.Generator,
    *,
    probability: Annotated[float, Range(0, 1)] = 0.5,
    amount: Annotated[float, Range(0, 0.5)] = 0.05,
) -> Image:
    """Scale each stain's density by 1 +- `amount` and shift it by +- `amount` / 5 (Tellez et al. 2018).

    Scaling and shifting in HED is one affine map of the optical density, so it costs one matrix product.
    """
    if rng.random() >= probability:
        return image
    scale = np.diag(rng.uniform(1 - amount, 1 + amount, 3))
    shift = rng.uniform(-amount / 5, amount / 5, 3)
    matrix = (_HED_FROM_RGB @ scale @ _RGB_FROM_HED).astype(np.float32)
    density = _DENSITY[image] @ matrix + (shift @ _RGB_FROM_HED).astype(np.float32)
    # exp2 is the fast power in numpy; 10 ** -d = 2 ** (-d / log10(2))
    return np.clip(256 * np.exp2(density * np.float32(-1 / np.log10(2))) - 1, 0, 255).astype(np.uint8)
