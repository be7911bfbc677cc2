"""Tells the window's history what a person does: reviews, recipe, filters and order of the table, columns, the queue."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from leukemia_desktop.gui.history import History, Step
from leukemia_desktop.gui.session import Session, Slide

if TYPE_CHECKING:
    from leukemia_desktop.gui.furniture import Furniture
    from leukemia_desktop.gui.preprocessing_panel import PreprocessingPanel
    from leukemia_desktop.gui.review_desk import ReviewDesk
    from leukemia_desktop.gui.review_errands import Decide, Refer, Unrefer


def remember(history: History, rooms: "Furniture", session: Session) -> None:
    """Everything but reviews, which come when the review is there."""
    table = rooms.table
    history.watch(table, table.narrowed, _table_words, merges=("search", "columns"))
    history.watch(table.columns, table.columns.changed, lambda _: _say("Columns"))
    history.watch(table.saved, table.saved.changed, lambda _: _say("Saved filters"))
    history.watch(rooms.viewer.calibrations, rooms.viewer.calibrations.changed, lambda _: _say("Calibration"))
    RecipeSteps(history, rooms.preprocessing)
    QueueSteps(history, session)
    # a second reader must not get back by undo what the mode hides
    session.blinded.connect(lambda _: QTimer.singleShot(0, history, history.begin))


def remember_reviews(history: History, desk: "ReviewDesk") -> None:
    """Each decision and each reference is a step for as long as the desk itself can take it back."""

    def add(request: "Decide") -> None:
        def stands(back: bool) -> bool:
            return (desk.last_done if back else desk.last_undone) is request

        history.add(Step(_say("Review"), desk.undo, desk.redo, stands))

    def add_reference(request: "Refer | Unrefer") -> None:
        def stands(_: bool) -> bool:
            return desk.can_reverse(request)

        back, again = lambda: desk.reverse(request), lambda: desk.repeat(request)
        history.add(Step(_say("Reference"), back, again, stands))

    desk.done.connect(add)
    desk.referred.connect(add_reference)


class RecipeSteps(QObject):
    """Steps of the preprocessing panel, which has undo and redo of its own as well."""

    def __init__(self, history: History, panel: "PreprocessingPanel"):
        super().__init__(history)
        self._history, self._stack = history, panel.history
        self._at = self._stack.index()
        self._stack.indexChanged.connect(self._take)

    def _take(self, at: int) -> None:
        fresh, self._at = at == self._at + 1 == self._stack.count(), at
        if fresh:  # a redo at the end of the stack looks the same, and the history ignores its own
            stack, command = self._stack, self._stack.command(at - 1)

            def stands(back: bool) -> bool:
                where = at - 1
                there = where < stack.count() and stack.command(where) is command
                return there and stack.index() == (at if back else where)

            self._history.add(Step(_say("Preprocessing"), stack.undo, stack.redo, stands))


class QueueSteps(QObject):
    """Slides that are closed and moved."""

    def __init__(self, history: History, session: Session):
        super().__init__(history)
        self._history, self._session = history, session
        self._order = list(session.slides)
        session.added.connect(lambda _: self._note())
        session.removed.connect(self._take_removed)
        session.moved.connect(self._take_moved)

    def _note(self) -> None:
        self._order = list(self._session.slides)

    def _take_removed(self, slide: Slide) -> None:
        session, at = self._session, self._order.index(slide)
        self._note()

        def stands(back: bool) -> bool:
            return not session.is_open(slide.folder) if back else slide in session.slides and not slide.in_hand

        back, again = lambda: session.put_back(slide, at), lambda: session.remove(slide)
        self._history.add(Step(_say("Close slide"), back, again, stands))

    def _take_moved(self, slide: Slide, to: int) -> None:
        session, at = self._session, self._order.index(slide)
        self._note()

        def go(place: int) -> None:
            session.move(slide, place - session.slides.index(slide))

        def stands(_: bool) -> bool:
            return slide in session.slides and not slide.in_hand

        self._history.add(Step(_say("Order of the slides"), lambda: go(at), lambda: go(to), stands))


def _table_words(key: str) -> str:
    return {"search": _say("Search"), "sorts": _say("Order of the rows")}.get(key, _say("Filters"))


def _say(text: str) -> str:
    return QCoreApplication.translate("history", text)
