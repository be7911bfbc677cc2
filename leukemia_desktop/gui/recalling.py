"""Brings back from the ledger what is known of slides that came back; the model is not asked again."""

import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from leukemia_desktop.core.analysis import recall
from leukemia_desktop.core.classifier import Classifier, NoProvider
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.image import UnreadableImage, decode, read_bytes
from leukemia_desktop.core.ledger import BadLedger, Ledger
from leukemia_desktop.core.manifest import BrokenModel, Manifest
from leukemia_desktop.core.outcome import Failure, Outcome, now
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.run import Run
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.latest_only import LatestOnly, Overtaken
from leukemia_desktop.gui.queue_run import QueueRun
from leukemia_desktop.gui.session import Session, Slide

PACE = 0.1
"""Seconds between two batches of results."""


@dataclass(frozen=True)
class Wanted:
    """Fields to look for in the ledger, as results of this model and recipe."""

    fields: Sequence[Field]
    manifest: Manifest
    recipe: Recipe | None
    settings: Settings


def known(wanted: Wanted, overtaken: Overtaken) -> Iterator[list[Outcome] | Run | str]:
    """Outcomes a few at a time; then, where there were any, the run that a report of them needs. A sentence for a person."""
    path = wanted.settings.ledger_path
    if not path.exists():
        return
    began, found = now(), False
    try:
        with Ledger(path) as ledger:
            if ledger.set_aside:
                words = QCoreApplication.translate(
                    "AnalysisThread", "The ledger was damaged; it is kept as %s and a new one begins."
                )
                yield words % ledger.set_aside
            batch: list[Outcome] = []
            told = time.monotonic()
            for outcome in _outcomes(wanted, ledger):
                if overtaken():
                    return
                if outcome is not None:
                    batch.append(outcome)
                if batch and time.monotonic() - told >= PACE:
                    yield batch
                    batch, told, found = [], time.monotonic(), True
            if batch:
                yield batch
            if batch or found:
                settings = wanted.settings
                classifier = Classifier(wanted.manifest, provider=settings.provider, threads=settings.threads)
                yield Run(wanted.fields, classifier, settings, ledger, wanted.recipe, started_at=began)
    except (BadLedger, BrokenModel, NoProvider):
        return  # the next run says it: nobody asked for anything here


def _outcomes(wanted: Wanted, ledger: Ledger) -> Iterator[Outcome | None]:
    """What the ledger holds, then what it never holds: the fields of the same slides that cannot be read."""
    missing: list[Field] = []
    begun: set[Path] = set()
    results = recall(wanted.fields, wanted.manifest, ledger, recipe=wanted.recipe, settings=wanted.settings)
    for field, result in zip(wanted.fields, results, strict=True):
        if result is None:
            missing.append(field)
        else:
            begun.add(field.path.parent)
        yield result
    yield from _unreadable((field for field in missing if field.path.parent in begun), wanted.settings.max_megapixels)


def _unreadable(fields: Iterable[Field], max_megapixels: float) -> Iterator[Failure | None]:
    """Failures of these fields without a result, up to a slide's first one that can be read: it waits for a run anyway."""
    unfinished: set[Path] = set()
    for field in fields:
        if field.path.parent in unfinished:
            continue
        data = b""
        try:
            data = read_bytes(field.path)
            decode(data, max_megapixels=max_megapixels)
        except UnreadableImage as problem:
            yield Failure(field, str(problem), now(), hashlib.sha256(data).hexdigest() if data else "")
        else:
            unfinished.add(field.path.parent)
            yield None


class Recaller(QObject):
    """Works in a thread; `said` carries a sentence for the notice bar."""

    said = Signal(str)

    def __init__(self, session: Session, run: QueueRun, parent: QObject):
        super().__init__(parent)
        self._session, self._run = session, run
        self._worker = LatestOnly(known, self)
        self._worker.answered.connect(self._take)

    def ask(self, slides: Sequence[Slide], recipe: Recipe | None) -> None:
        """Look for results of the model at hand, made with this recipe or with the model's own."""
        fields = [field for slide in slides for field in slide.fields]
        if self._run.manifest is not None and fields:
            self._worker.ask(Wanted(fields, self._run.manifest, recipe, self._run.settings))

    def close_down(self) -> None:
        """End the thread and wait for it."""
        self._worker.close_down()

    def _take(self, answer: list[Outcome] | Run | str) -> None:
        if isinstance(answer, str):
            self.said.emit(answer)
        elif isinstance(answer, Run):
            self._run.recall(answer)
        else:  # what was analysed meanwhile came later and stays
            self._session.record([each for each in answer if self._session.outcome_of(each.field.path) is None])
