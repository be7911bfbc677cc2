"""What the viewer's worker does when a person asks why: find the cells, then ask the model where its evidence lies."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from leukemia_desktop.core.cells import Survey, survey
from leukemia_desktop.core.classifier import Classifier, ModelFailed, NoProvider
from leukemia_desktop.core.explain import Explanation, explain
from leukemia_desktop.core.image import Image
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.core.occlusion import Contributions, contributions
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.gui.latest_only import Overtaken
from leukemia_desktop.gui.outlines import Outlines


@dataclass(frozen=True, eq=False)
class Insight:
    """The cells of a field; once the model has spoken its explanation, or the reason why there is none; then the rest."""

    serial: int
    path: Path
    survey: Survey | None
    """None where memory was not enough to look for cells."""
    outlines: Outlines | None = field(repr=False)
    explanation: Explanation | None = None
    contributions: Contributions | None = None
    """What each cell contributes; it comes last, since the model is asked once for every cell."""
    reason: str = ""

    @property
    def finished(self) -> bool:
        """The model has spoken, or cannot."""
        return self.explanation is not None or bool(self.reason)


class Explainer:
    """The work behind the viewer's evidence, for one worker thread.

    It has a model of its own on one thread of the CPU, opened when first asked: a run of many fields goes on meanwhile.
    """

    def __init__(self) -> None:
        self._classifier: Classifier | None = None
        self._refused: tuple[Manifest, str] | None = None
        self._known: tuple[Image, Survey, Outlines] | None = None

    def insights(
        self,
        serial: int,
        path: Path,
        image: Image,
        recipe: Recipe | None,
        manifest: Manifest | None,
        overtaken: Overtaken,
    ) -> Iterator[Insight]:
        """Yield the cells first, then the same with the explanation or the reason why there is none, then in more detail."""
        try:
            yield from self._insights(serial, path, image, recipe, manifest, overtaken)
        except MemoryError:
            yield Insight(serial, path, None, None, reason="not enough memory")

    def _insights(
        self,
        serial: int,
        path: Path,
        image: Image,
        recipe: Recipe | None,
        manifest: Manifest | None,
        overtaken: Overtaken,
    ) -> Iterator[Insight]:
        if self._known is None or self._known[0] is not image:
            found = survey(image)
            self._known = (image, found, Outlines.of(found))
        cells = Insight(serial, path, *self._known[1:])
        yield cells
        if overtaken():
            return
        if manifest is None or recipe is None:
            yield replace(cells, reason="no model is open")
            return
        try:
            classifier = self._open(manifest)
            explanation = explain(image, classifier, recipe, surveyed=cells.survey)
            _ = explanation.inside  # drawn here, once, and not where the window waits for it
            yield replace(cells, explanation=explanation)
            if overtaken():
                return
            finer = explain(image, classifier, recipe, surveyed=cells.survey, fine=True)
            _ = finer.inside
            if overtaken():
                return
            yield replace(cells, explanation=finer, contributions=contributions(finer, classifier, recipe))
        except (BrokenModel, NoProvider, ModelFailed) as error:
            yield replace(cells, reason=str(error))

    def _open(self, manifest: Manifest) -> Classifier:
        if self._classifier is None or self._classifier.manifest != manifest:
            self._classifier = None
            if self._refused and self._refused[0] == manifest:  # it is not read again for every field
                raise BrokenModel(self._refused[1])
            try:
                self._classifier = Classifier(manifest, provider="cpu", threads=1)
            except BrokenModel as error:
                self._refused = (manifest, str(error))
                raise
        return self._classifier
