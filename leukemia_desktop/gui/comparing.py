"""What the comparison's worker does: one field, asked of several models, each with its own recipe."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from leukemia_desktop.core.analysis import Failure, Outcome, analyze
from leukemia_desktop.core.cells import Survey, survey
from leukemia_desktop.core.classifier import Classifier, ModelFailed, NoProvider
from leukemia_desktop.core.explain import Explanation, explain
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.image import Image, UnreadableImage, read_image
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.evidence_item import evidence_picture
from leukemia_desktop.gui.latest_only import Overtaken
from leukemia_desktop.gui.words import is_failure

AT_MOST = 4
"""Models that stay open."""


@dataclass(frozen=True)
class Asked:
    """A field and the models to ask, by id or folder."""

    path: Path
    models: tuple[str, ...]
    settings: Settings


@dataclass(frozen=True, eq=False)
class Answer:
    """What one model says; `reason` says why there is nothing."""

    asked: Asked
    model: str
    outcome: Outcome | None = None
    evidence: npt.NDArray[np.uint8] | None = field(default=None, repr=False)
    """RGB (h, w, 3): the part of the field that the model saw, with the evidence for its label over it."""
    reason: str = ""


class Comparer:
    """Keeps the models open between two fields; on one thread of the CPU, so that a run goes on beside it."""

    def __init__(self) -> None:
        self._open: dict[str, Classifier] = {}

    def answers(self, asked: Asked, overtaken: Overtaken) -> Iterator[Answer]:
        """One answer a model, in their order, each as soon as it is there."""
        try:
            image = read_image(asked.path, max_megapixels=asked.settings.max_megapixels)
        except UnreadableImage as error:
            yield from (Answer(asked, model, reason=str(error)) for model in asked.models)
            return
        seen: Survey | None = None
        for model in asked.models:
            if overtaken():
                return
            try:
                seen = seen or survey(image)
                yield self._answer(asked, model, image, seen)
            except (BrokenModel, NoProvider, ModelFailed) as error:
                yield Answer(asked, model, reason=str(error))
            except MemoryError:
                yield Answer(asked, model, reason="not enough memory")

    def _answer(self, asked: Asked, model: str, image: Image, seen: Survey) -> Answer:
        classifier = self._classifier(model)
        place = Field(asked.path, asked.path.parent.name, asked.path.name)
        outcome = next(iter(analyze([place], classifier, settings=asked.settings)))
        if isinstance(outcome, Failure) or is_failure(outcome):
            return Answer(asked, model, reason=outcome.reason)
        explanation = explain(image, classifier, classifier.manifest.recipe, surveyed=seen)
        return Answer(asked, model, outcome, _picture(image, explanation))

    def _classifier(self, model: str) -> Classifier:
        if model not in self._open:
            while len(self._open) >= AT_MOST:
                del self._open[next(iter(self._open))]
            self._open[model] = Classifier(open_model(model), provider="cpu", threads=1)
        return self._open[model]


def _picture(image: Image, explanation: Explanation) -> npt.NDArray[np.uint8]:
    """The field under its evidence, in SIDE x SIDE px."""
    evidence = evidence_picture(explanation, explanation.label).astype(np.float32)
    left, top, width, height = explanation.place
    side = len(evidence)
    rows = np.clip(top + (np.arange(side) + 0.5) * height / side, 0, len(image) - 1).astype(int)
    columns = np.clip(left + (np.arange(side) + 0.5) * width / side, 0, image.shape[1] - 1).astype(int)
    share = evidence[:, :, 3:] / 255 * 0.6
    mixed: npt.NDArray[np.uint8] = (image[np.ix_(rows, columns)] * (1 - share) + evidence[:, :, :3] * share).astype(np.uint8)
    return np.ascontiguousarray(mixed)
