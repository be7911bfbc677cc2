"""Keep cells only."""

from typing import Annotated

import cv2
import numpy as np

from leukemia_desktop.core.cells import cells_mask, survey
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.shelf import Range


def apply(
    image: Image,
    *,
    margin: Annotated[float, Range(0, 50, "px")] = 2.0,
    min_radius: Annotated[float, Range(0, 200, "px")] = 5.0,
    grey: bool = False,
) -> Image:
    """Keep WBC-like cells, grown by `margin`, on white, so that neither background nor red cells can give the label away.

    Cells of a radius below `min_radius` go too; cells that the edge cuts stay, whatever is seen of them. `grey` takes the
    colour as well. A field without cells becomes white.
    """
    chosen = [cell for cell in survey(image, fine=True).cells if cell.diameter >= 2 * min_radius]
    inside = cells_mask(image, chosen).view(np.uint8)
    if margin and chosen:
        inside = (cv2.distanceTransform(1 - inside, cv2.DIST_L2, 5) <= margin).view(np.uint8)
    kept = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB) if grey else image
    alone = np.full_like(image, 255)
    cv2.copyTo(kept, inside, alone)
    return alone
