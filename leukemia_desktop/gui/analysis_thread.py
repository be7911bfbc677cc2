"""Drains a Run in a thread and emits batches of outcomes. It carries, it does not think."""

import threading
import time
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from leukemia_desktop.core.analysis import Outcome
from leukemia_desktop.core.classifier import NOT_STARTED, Classifier, ModelFailed, NoProvider
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.ledger import BadLedger, Ledger
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.run import Run
from leukemia_desktop.core.settings import Settings

PACE = 0.05
"""Seconds between two batches: twenty a second are enough for an eye, and cheap."""


def fell_back_words(reason: str) -> str:
    """What a person has to know when the processor takes over from a graphics card, at once or in the middle of a run."""
    if reason == NOT_STARTED:  # nothing broke: most computers have no card
        return QCoreApplication.translate(
            "AnalysisThread",
            "The run is on the processor: slower, with the same results. The graphics card could not be started: "
            "there is none, or its driver or a library of CUDA is missing.",
        )
    words = QCoreApplication.translate(
        "AnalysisThread",
        "The graphics card failed, and the run goes on on the processor: slower, with the same results. "
        "Close other programs that use the card, or restart the computer, before the next large run. The card said: %s",
    )
    return words % reason


class AnalysisThread(QThread):
    """Opens model and ledger in the thread, analyses `fields` in order, and can pause and stop between two of them.

    `opened` tells provider and model id, `analyzed` a list of outcomes, `refused` one sentence when model, provider or
    ledger cannot be used, `warned` one that does not stop the run. Everything that was analysed is emitted before
    `finished`, also after a stop.
    """

    opened = Signal(str, str)
    analyzed = Signal(list)
    refused = Signal(str)
    warned = Signal(str)

    def __init__(
        self, fields: Sequence[Field], settings: Settings, recipe: Recipe | None = None, parent: QObject | None = None
    ):
        """`recipe` None takes the model's own; the model is the one that `settings` names."""
        super().__init__(parent)
        self._fields = fields
        self._settings = settings
        self._recipe = recipe
        self._change = threading.Condition()
        self._paused = False
        self._stopping = False
        self.run_of_fields: Run | None = None
        """Set before `opened`: what a report needs to know of the run."""

    def pause(self) -> None:
        """Rest after the field in hand."""
        with self._change:
            self._paused = True

    def resume(self) -> None:
        """Go on."""
        with self._change:
            self._paused = False
            self._change.notify()

    def stop(self) -> None:
        """End after the field in hand; never blocks."""
        with self._change:
            self._stopping = True
            self._change.notify()

    def run(self) -> None:
        try:
            manifest = open_model(settings=self._settings)
            classifier = Classifier(manifest, provider=self._settings.provider, threads=self._settings.threads)
            with Ledger(self._settings.ledger_path) as ledger:
                if ledger.set_aside:
                    self.warned.emit(
                        self.tr("The ledger was damaged; it is kept as %s and a new one begins.") % ledger.set_aside
                    )
                self.run_of_fields = Run(self._fields, classifier, self._settings, ledger, self._recipe)
                self.opened.emit(classifier.provider, manifest.id)
                fell_back = ""
                for batch in self._batched(iter(self.run_of_fields)):
                    self.analyzed.emit(batch)
                    if classifier.fell_back != fell_back:
                        fell_back = classifier.fell_back
                        self.opened.emit(classifier.provider, manifest.id)
                        self.warned.emit(fell_back_words(fell_back))
        except (BrokenModel, ModelFailed, NoProvider, BadLedger) as error:
            self.refused.emit(str(error))

    def _batched(self, outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
        batch: list[Outcome] = []
        told = time.monotonic()
        try:
            while not self._stopping:
                if self._paused:
                    if batch:
                        yield batch
                        batch = []
                    with self._change:
                        self._change.wait_for(lambda: not self._paused or self._stopping)
                    continue
                outcome = next(outcomes, None)
                if outcome is None:
                    break
                batch.append(outcome)
                if time.monotonic() - told >= PACE:
                    yield batch
                    batch, told = [], time.monotonic()
        except BadLedger:
            if batch:
                yield batch
            raise
        if batch:
            yield batch
