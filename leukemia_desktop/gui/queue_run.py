"""Runs the slides of the queue, one thread, in order: start, pause, stop, and how far it is."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from leukemia_desktop.core.analysis import Outcome, Result
from leukemia_desktop.core.manifest import Manifest
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.run import Run
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.analysis_thread import AnalysisThread
from leukemia_desktop.gui.pace import Pace
from leukemia_desktop.gui.session import Session, Slide


@dataclass(frozen=True)
class Progress:
    """How far the whole queue is: fields done of total, fields per second, seconds left where known."""

    done: int
    total: int
    rate: float
    left: float | None


class QueueRun(QObject):
    """`state` is idle, running, paused or stopping; `state_changed` tells it."""

    state_changed = Signal(str)
    progressed = Signal(object)
    opened = Signal(str, str)
    refused = Signal(str)
    ended = Signal(object)
    """Progress at the end of a run, after the last outcome."""

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self.settings = settings
        self.manifest: Manifest | None = None
        self.recipe: Recipe | None = None
        """Another recipe than the model's own, or None."""
        self.last: Run | None = None
        self.state = "idle"
        self._thread: AnalysisThread | None = None
        self._slides: list[Slide] = []
        self._later: list[Slide] = []
        self._missing: dict[int, int] = {}
        self._done = self._total = 0
        self._pace = Pace()
        self._began_at = ""

    # ---- what the window asks for

    @property
    def begun(self) -> bool:
        """There is, or was, a run."""
        return self._thread is not None or self.last is not None

    @property
    def can_start(self) -> bool:
        """There are slides that a start would analyse, now or after the run."""
        return bool(self._startable()) and self.state != "stopping"

    def _startable(self) -> list[Slide]:
        taken = self._slides + self._later
        return [slide for slide in self._session.slides if slide not in taken and slide.fields]

    def start(self) -> None:
        """Analyse every slide that is not analysed yet with this model and recipe, or all again when every one is.

        During a run the slides that were opened meanwhile are put behind it.
        """
        slides = self._startable()
        if self._thread is None:
            slides = [s for s in slides if not self._up_to_date(s)] or slides
            if slides:
                self._run(slides)
        else:
            self._later += slides
            for slide in slides:
                self._session.set_state(slide, "queued")
            self.state_changed.emit(self.state)

    def retry(self, slides: Sequence[Slide] | None = None) -> None:
        """Analyse again the fields that failed, of these slides or of all; nothing where none did or a run goes on."""
        failed = [slide for slide in (self._session.slides if slides is None else slides) if slide.failed_fields]
        if self._thread is None and failed:
            self._run(failed, failed_only=True)

    def pause(self) -> None:
        """Rest, or go on."""
        if self._thread is None or self.state not in ("running", "paused"):
            return
        if self.state == "running":
            self._thread.pause()
            self._set_state("paused")
        else:
            self._pace.resume(time.monotonic())
            self._thread.resume()
            self._set_state("running")

    def stop(self) -> None:
        """End after the field in hand; what is analysed stays."""
        if self._thread is not None and self.state != "stopping":
            self._later.clear()
            self._thread.stop()
            self._set_state("stopping")

    def close_down(self) -> None:
        """End the thread and wait for it."""
        self._later.clear()
        if self._thread is not None:
            self._thread.stop()
            self._thread.wait()

    def recall(self, run: Run) -> None:
        """Take an earlier run as the last one, so that its results can be exported; not after a run of this session."""
        if not self.begun:
            self.last = run
            self.state_changed.emit(self.state)

    def differs(self, outcome: Outcome) -> bool:
        """True for a result of this model that comes from another recipe than the model's own."""
        own = self.manifest
        return bool(
            own
            and isinstance(outcome, Result)
            and outcome.key.model_sha256 == own.sha256
            and not outcome.key.made_with(own.recipe)
        )

    # ---- a run

    def _up_to_date(self, slide: Slide) -> bool:
        if self.manifest is None:
            return slide.done
        model, recipe = self.manifest.sha256, self.recipe or self.manifest.recipe
        outcomes = slide.outcomes.values()
        # a field that failed is no reason to begin again: it is tried again when all else is done
        return slide.done and all(
            not isinstance(o, Result) or (o.key.model_sha256 == model and o.key.made_with(recipe)) for o in outcomes
        )

    def _run(self, slides: list[Slide], *, failed_only: bool = False) -> None:
        self._slides = slides
        chosen = {id(slide): slide.failed_fields if failed_only else slide.fields for slide in slides}
        self._missing = {key: len(fields) for key, fields in chosen.items()}
        fields = [field for fields in chosen.values() for field in fields]
        self._done, self._total = 0, len(fields)
        thread = AnalysisThread(fields, self.settings, self.recipe, self)
        thread.opened.connect(self.opened)
        # opening the model is no field's time
        thread.opened.connect(lambda: self._pace.begin(time.monotonic()))
        thread.refused.connect(self.refused)
        thread.warned.connect(self.refused)
        thread.analyzed.connect(self._take)
        thread.finished.connect(self._finish)
        self._thread = thread
        for slide in slides[1:]:
            self._session.set_state(slide, "queued")
        self._session.set_state(slides[0], "running")
        self._pace.begin(time.monotonic())
        self._began_at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        thread.start()
        self._set_state("running")
        self.progressed.emit(self._progress())

    def _take(self, outcomes: list[Outcome]) -> None:
        self._done += len(outcomes)
        recalled = sum(outcome.analysed_at < self._began_at for outcome in outcomes)
        self._pace.add(len(outcomes), time.monotonic(), recalled)
        for outcome in outcomes:
            slide = self._session.slide_of(outcome.field.path)
            if slide is not None and id(slide) in self._missing:
                self._missing[id(slide)] -= 1
        self._session.record(outcomes)
        self._show_states()
        self.progressed.emit(self._progress())

    def _show_states(self) -> None:
        """The first slide that misses fields is the one in hand."""
        in_hand = next((slide for slide in self._slides if self._missing[id(slide)] > 0), None)
        for slide in self._slides:
            if self._missing[id(slide)] <= 0:
                self._session.set_state(slide, "")
        if in_hand is not None:
            self._session.set_state(in_hand, "paused" if self.state == "paused" else "running")

    def _finish(self) -> None:
        thread, self._thread = self._thread, None
        assert thread is not None
        self.last = thread.run_of_fields or self.last
        thread.deleteLater()
        for slide in self._slides:
            self._session.set_state(slide, "stopped" if self._missing[id(slide)] > 0 else "")
        progress = self._progress()
        self._slides = []
        later, self._later = [slide for slide in self._later if slide in self._session.slides], []
        self._set_state("idle")
        self.ended.emit(progress)
        if later:
            self._run(later)

    def _progress(self) -> Progress:
        return Progress(self._done, self._total, self._pace.rate, self._pace.left(self._total - self._done))

    def _set_state(self, state: str) -> None:
        self.state = state
        if self._slides:
            self._show_states()
        self.state_changed.emit(state)

    # ---- a report

    def report_run(self, only: Sequence[Path] | None = None) -> Run | None:
        """The last run, widened to everything on screen or to `only` these fields, in this order; None before the first."""
        run = self._thread.run_of_fields if self._thread else self.last
        run = run or self.last
        if run is None:
            return None
        fields = [field for slide in self._session.slides for field in slide.fields]
        if only is not None:
            known = {field.path: field for field in fields}
            fields = [known[path] for path in only if path in known]
        slides = {field.path: field.slide for field in fields}
        outcomes = [self._session.outcome_of(Path(path)) for path in slides]
        named = [replace(o, field=replace(o.field, slide=slides[o.field.path])) for o in outcomes if o is not None]
        return replace(run, fields=fields, outcomes=named)
