"""What the viewer's worker does: decode a field, process it at screen scale, then exactly, then look ahead."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from leukemia_desktop.core.image import Image, UnreadableImage, decode, read_bytes
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.pyramid import pyramid, within
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.gui.explainer import Explainer, Insight
from leukemia_desktop.gui.latest_only import Overtaken

PREVIEW_PIXELS = 1_500_000
"""A field with more pixels is first processed on a smaller copy."""
PREVIEW_SIDE = 1024
SETTLE = 0.15
"""Seconds without a new request before a large field is processed exactly."""
KEEP_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True)
class Request:
    """Show `path` through `recipe`; `neighbours` are decoded when there is time."""

    serial: int
    path: Path
    recipe: Recipe | None = None
    neighbours: tuple[Path, ...] = ()
    explain: bool = False
    """Also find the cells, and ask the model where its evidence lies."""
    manifest: Manifest | None = None
    """The model to ask."""


@dataclass(frozen=True)
class Field:
    """One decoded field as a pyramid: levels[0] is the image itself."""

    path: Path
    levels: tuple[Image, ...]
    damage: str = ""
    synthetic: bool = False

    @property
    def image(self) -> Image:
        """RGB uint8 (H, W, 3) at full size."""
        return self.levels[0]


@dataclass(frozen=True)
class Views:
    """A field and what the recipe makes of it; `exact` is False for a preview from a smaller copy."""

    serial: int
    field: Field
    recipe: Recipe | None = None
    processed: tuple[Image, ...] = ()
    model_input: tuple[Image, ...] = ()
    exact: bool = True


@dataclass(frozen=True)
class Unreadable:
    """The file gives no field; `reason` is for a technician."""

    serial: int
    path: Path
    reason: str


class FieldLoader:
    """The work behind the viewer, for one LatestOnly thread; keeps the fields decoded last."""

    def __init__(self, max_megapixels: float):
        self._max_megapixels = max_megapixels
        self._kept: OrderedDict[tuple[Path, int, int], Field] = OrderedDict()
        self._last: Views | None = None
        self._explainer = Explainer()

    def work(self, request: Request, overtaken: Overtaken) -> Iterator[Views | Unreadable | Insight]:
        """Yield the views of `request`: a preview first where the field is large, the exact ones after it, then the why."""
        try:
            field = self._field(request.path)
        except UnreadableImage as error:
            yield Unreadable(request.serial, request.path, str(error))
            return
        if request.recipe is None:
            yield Views(request.serial, field)
        else:
            with suppress(MemoryError):  # the preview, which needs little, stays and says that it is one
                yield from self._views(request, field, request.recipe, overtaken)
        if request.explain and not overtaken():
            yield from self._insights(request, field, overtaken)
        for path in request.neighbours:
            if overtaken():
                return
            try:
                self._field(path)
            except UnreadableImage:  # it is said when somebody looks at it
                continue

    def _views(self, request: Request, field: Field, recipe: Recipe, overtaken: Overtaken) -> Iterator[Views]:
        if self._last and self._last.field is field and self._last.recipe == recipe:
            yield replace(self._last, serial=request.serial)
            return
        height, width = field.image.shape[:2]
        if height * width > PREVIEW_PIXELS:
            small = recipe.apply(within(field.levels, PREVIEW_SIDE))
            yield _views(request.serial, field, recipe, small, exact=False)
            if overtaken(SETTLE):
                return
        image = field.image
        for step in recipe.steps:  # one at a time: a newer request need not wait for the whole recipe
            if overtaken():
                return
            image = replace(recipe, steps=(step,)).apply(image)
        self._last = _views(request.serial, field, recipe, image, exact=True)
        yield self._last

    def _insights(self, request: Request, field: Field, overtaken: Overtaken) -> Iterator[Insight]:
        yield from self._explainer.insights(
            request.serial, request.path, field.image, request.recipe, request.manifest, overtaken
        )

    def _field(self, path: Path) -> Field:
        try:
            stat = path.stat()
            key = (path, stat.st_mtime_ns, stat.st_size)
        except OSError:
            key = (path, 0, 0)  # read_bytes says what is wrong with it
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        decoded = decode(read_bytes(path), max_megapixels=self._max_megapixels)
        field = Field(path, pyramid(decoded.image), decoded.damage, decoded.synthetic)
        self._kept[key] = field
        while len(self._kept) > 1 and sum(f.image.nbytes for f in self._kept.values()) > KEEP_BYTES:
            self._kept.popitem(last=False)
        return field


def _views(serial: int, field: Field, recipe: Recipe, processed: Image, *, exact: bool) -> Views:
    model_input = replace(recipe, steps=()).model_input(processed)
    return Views(serial, field, recipe, pyramid(processed), pyramid(model_input), exact)
