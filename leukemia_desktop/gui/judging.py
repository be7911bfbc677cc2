"""Judges what is on the screen once more when the thresholds change; the model is not asked again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.errands import Judging, judge_again
from leukemia_desktop.gui.latest_only import LatestOnly
from leukemia_desktop.gui.session import Session

if TYPE_CHECKING:
    from leukemia_desktop.core.outcome import Outcome
    from leukemia_desktop.gui.queue_run import QueueRun


class JudgeAgain(QObject):
    """Works in a thread; the session takes the new verdicts a few at a time."""

    def __init__(self, session: Session, run: "QueueRun", parent: QObject):
        super().__init__(parent)
        self._session, self._run = session, run
        self._late = False
        self._judge = LatestOnly(judge_again, self)
        self._judge.answered.connect(self._take)
        run.ended.connect(lambda _: self._after_run())

    def use(self, settings: Settings) -> None:
        """Judge all that this model has said by these settings."""
        self._late = self._run.state != "idle"  # what a run in hand still brings is judged by those it began with
        outcomes = [outcome for slide in self._session.slides for outcome in slide.outcomes.values()]
        if self._run.manifest is not None and outcomes:
            self._judge.ask(Judging(outcomes, self._run.manifest, settings))

    def close_down(self) -> None:
        """End the thread and wait for it."""
        self._judge.close_down()

    def _after_run(self) -> None:
        if self._late:
            self.use(self._run.settings)

    def _take(self, pairs: "list[tuple[Outcome, Outcome]]") -> None:
        # a field that was analysed anew meanwhile keeps what came last
        self._session.record([new for old, new in pairs if self._session.outcome_of(old.field.path) is old])
