"""The main window: it places panels and connects signals, nothing else."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from leukemia_desktop.core.settings import Settings, shipped
from leukemia_desktop.gui import errands
from leukemia_desktop.gui.actions import ActionButton, Actions
from leukemia_desktop.gui.bidi import isolated
from leukemia_desktop.gui.commands import Command, commands
from leukemia_desktop.gui.docks import add_docks, arrange, column
from leukemia_desktop.gui.drop_hint import DropHint
from leukemia_desktop.gui.help_desk import HelpDesk
from leukemia_desktop.gui.in_order import InOrder
from leukemia_desktop.gui.keys import Keys
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.notice_bar import NoticeBar
from leukemia_desktop.gui.panels import build_all, offers
from leukemia_desktop.gui.questions import StopQuestion, ask_files, ask_folder, ask_report, show_about
from leukemia_desktop.gui.quitting import let_quit
from leukemia_desktop.gui.recent import Recent
from leukemia_desktop.gui.result_panel import ResultPanel
from leukemia_desktop.gui.session import Session, Slide
from leukemia_desktop.gui.slide_browser import SlideBrowser
from leukemia_desktop.gui.status_line import StatusLine, pace_words
from leukemia_desktop.gui.theme import Theme
from leukemia_desktop.gui.upkeep import Upkeep
from leukemia_desktop.gui.view_menu import fill_view_menu
from leukemia_desktop.gui.waiting_viewer import WaitingViewer
from leukemia_desktop.gui.why import connect_why
from leukemia_desktop.gui.window_memory import WindowMemory
from leukemia_desktop.gui.words import label_of
from leukemia_desktop.gui.workspace_keeper import WorkspaceKeeper

if TYPE_CHECKING:
    from leukemia_desktop.core.recipe import Recipe
    from leukemia_desktop.gui.furniture import Furniture
    from leukemia_desktop.gui.queue_run import Progress

NAME = "Leukemia Desktop"


class MainWindow(QMainWindow):
    """Paints first; then loads the rooms that need NumPy, OpenCV and ONNX Runtime, and says `ready`.

    `rooms` holds the viewer, the preprocessing panel, the results table and the run from then on.
    """

    ready = Signal()

    def __init__(self, settings: Settings, theme: Theme):
        super().__init__()
        # freed with all that it holds, at the next turn of the event loop, and not when Python's collector comes across it,
        # which may be in a worker thread or while Qt goes through all widgets to dress them
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.settings, self.theme = settings, theme
        self.session, self.memory = Session(self), WindowMemory()
        self.rooms: Furniture | None = None
        self.panels: dict[str, QWidget] = {}
        self.stop_question: StopQuestion | None = None
        self._begun = self._closed = False
        self._finding = 0
        """Openings whose fields are still looked for."""
        self.setWindowTitle(NAME)
        self.setWindowIcon(QIcon(str(shipped("resources") / "icons" / "app.svg")))
        self.loader = InOrder(errands.load_rooms, self)
        self.finder = InOrder(errands.find, self)
        self.writer = InOrder(errands.write, self)
        self.orders = Actions(self)
        self.models = self.orders.model_choice
        self._place()
        self._connect()
        self.help_desk = HelpDesk(self)
        self.keys = Keys(self.memory)
        self.keys.take(self.commands())
        self.keeper = WorkspaceKeeper(self)
        if not self.keeper.restore_window():
            self.memory.first_size(self)
            arrange(self, self.docks)
        theme.changed.connect(self.set_theme)
        theme.set_wish(settings.theme)
        self.set_theme(theme.look)

    # ---- what the outside asks for

    def open(self, paths: Sequence[Path]) -> None:
        """Open slide folders and single fields; they are looked for in the background."""
        if paths:
            self.recent.note(paths)
            self.keeper.note_opened(paths)
            self._find(paths)

    def restore(self) -> None:
        """Open again what was open when the program ended last."""
        if paths := self.keeper.paths():
            self._find(paths)

    def export_to(self, *paths: Path, pseudonyms: bool = False) -> None:
        """Write the results to these reports in the background."""
        run = self.rooms.run.report_run() if self.rooms else None
        if run is None or not run.outcomes:
            self.notice.say(self.tr("There is nothing to export yet. Analyse a slide first: F5"))
        else:
            self.writer.ask(errands.Report(run, paths, pseudonyms))

    def set_theme(self, look: Look) -> None:
        """Dress what is drawn by hand."""
        for part in (self.orders, self.browser, self.result, self.drop_hint, *(self.rooms.dressed if self.rooms else ())):
            part.set_theme(look)
        for dress in offers([*self.panels.values()], "set_theme"):
            dress(look)

    # ---- placing

    def _place(self) -> None:
        self.browser = SlideBrowser(self.session, self.settings.max_megapixels, self)
        self.result, self.notice, self.status = ResultPanel(self), NoticeBar(self), StatusLine(self)
        self.setStatusBar(self.status)
        self._waiting: WaitingViewer | None = WaitingViewer(self)
        centre = QWidget(self)
        self._centre = QVBoxLayout(centre)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(0)
        self._centre.addWidget(self.notice)
        self._centre.addWidget(self._waiting, 1)
        self.setCentralWidget(centre)
        words = {"slides": self.tr("Slides"), "result": self.tr("Result")}
        words |= {"preprocessing": self.tr("Preprocessing"), "results": self.tr("Results")}
        self.docks = add_docks(self, words)
        self.docks["slides"].setWidget(self.browser)
        self.docks["result"].setWidget(self.result)
        self.upkeep = Upkeep(self, fill_view_menu(self))
        self.drop_hint, self.recent = DropHint(self), Recent(self.memory, self)
        self.orders.offer_recent(self.recent.menu)
        self.browser.offer(self.recent.list)

    def _connect(self) -> None:
        session = self.session
        self._on("open_folder", lambda: self.open(ask_folder(self, self.memory)))
        self._on("open_files", lambda: self.open(ask_files(self, self.memory)))
        self._on("export", self._ask_report)
        let_quit(self)
        self._on("previous", lambda: (self.rooms or session).step(-1))
        self._on("next", lambda: (self.rooms or session).step(1))
        self._on("first", lambda: session.step(-session.total))
        self._on("last", lambda: session.step(session.total))
        self._on("next_look", session.next_to_look_at)
        self._on("full_screen", lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen))
        self._on("close_slide", self.browser.remove_action.trigger)
        self._on("keys", self._show_keys)
        self._on("palette", self._show_palette)
        self._on("about", lambda: show_about(self))
        self.drop_hint.dropped.connect(self.open)
        self.recent.asked.connect(self.open)
        self.browser.asked_open.connect(self.orders["open_folder"].trigger)
        self.loader.answered.connect(self._furnish)
        self.finder.answered.connect(self._take_found)
        self.writer.answered.connect(self._take_written)
        self.models.checked.connect(self._take_model)
        self.models.chosen.connect(lambda name: self.upkeep.use(replace(self.settings, model=name)))
        session.chosen.connect(self._show_slide)
        session.changed.connect(self._refresh_slide)
        session.field_chosen.connect(self._show_field)
        session.added.connect(self._allow)
        session.removed.connect(self._allow)
        self._allow()

    def _on(self, name: str, slot: Callable[[], object]) -> None:
        self.orders[name].triggered.connect(lambda _=False: slot())

    def _furnish(self) -> None:
        """Put the panels that need the heavy rooms in their places."""
        from leukemia_desktop.gui.furniture import Furniture
        from leukemia_desktop.gui.row_export import connect_row_export

        if self._closed or self._waiting is None:  # the rooms came when the window was gone
            return
        self.rooms = rooms = Furniture(self.session, self.settings, self)
        self._centre.replaceWidget(self._waiting, rooms.viewer)
        self._centre.setStretch(1, 1)
        self._waiting.deleteLater()
        self._waiting = None
        for name, panel in (
            ("preprocessing", column(self, rooms.preprocessing, rooms.display)),
            ("results", rooms.table),
        ):
            before = self.docks[name].widget()
            self.docks[name].setWidget(panel)
            before.deleteLater()
        rooms.viewer.explained.connect(self.result.show_insight)
        connect_why(self.orders.by_name, rooms.viewer, self.memory)
        self.orders.view_menu.insertActions(self.orders["full_screen"], rooms.viewer.actions())
        rooms.preprocessing.edited.connect(self._use_recipe)
        rooms.run.opened.connect(self._show_device)
        rooms.run.refused.connect(self.notice.say)
        rooms.run.progressed.connect(self._show_progress)
        rooms.run.state_changed.connect(self._allow)
        rooms.run.ended.connect(self._end)
        self._on("analyse", rooms.run.start)
        self._on("pause", rooms.run.pause)
        self._on("stop", self._ask_stop)
        connect_row_export(self)
        rooms.viewer.said.connect(self.notice.say)
        self.browser.asked_retry.connect(rooms.run.retry)
        self._on("copy", rooms.table.copy)
        self._on("search", rooms.table.begin_search)
        self.panels = build_all(self)
        self.upkeep.furnish()
        self.keys.take(self.commands())
        self.keeper.restore_panels()
        self.models.fill(self.settings)
        self.set_theme(self.theme.look)
        self._allow()
        self._show_slide(self.session.current)
        self._show_field(self.session.field)
        self.memory.fit_frame(self)
        self.ready.emit()

    # ---- asking

    def _ask_report(self) -> None:
        slides = self.session.slides
        dialog = ask_report(self, self.memory, slides[0].name if len(slides) == 1 else self.tr("results"))
        dialog.agreed.connect(lambda paths, pseudonyms: self.export_to(*paths, pseudonyms=pseudonyms))

    def _ask_stop(self) -> None:
        if self.rooms and self.rooms.run.state in ("running", "paused") and self.stop_question is None:
            self.stop_question = StopQuestion(self)
            self.stop_question.agreed.connect(self.rooms.run.stop)
            self.stop_question.finished.connect(lambda _: setattr(self, "stop_question", None))
            self.stop_question.open()

    def _show_keys(self) -> None:
        from leukemia_desktop.gui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self.commands(), self.keys, self).open()

    def _show_palette(self) -> None:
        from leukemia_desktop.gui.palette import Palette

        Palette(self.commands(), self).open()

    def commands(self) -> list[Command]:
        """Everything that can be asked for now."""
        return list(commands(self.menuBar()))

    def _find(self, paths: Sequence[Path]) -> None:
        self._finding += 1
        self._say_coming()
        self.finder.ask(list(paths))

    # ---- answers

    def _take_found(self, found: errands.Found) -> None:
        self._finding -= 1
        found = self.keeper.taken(found)
        self.session.open(found.fields)
        self._say_coming()
        self.keeper.choose()
        if self.focusWidget() is None or isinstance(
            self.focusWidget(), ActionButton
        ):  # where Qt puts it at the start; the arrow keys now choose fields
            self.browser.field_view.setFocus(Qt.FocusReason.OtherFocusReason)
        if found.refusals:
            self.notice.say("\n".join(found.refusals))

    def _take_written(self, report: errands.Report) -> None:
        lines = [report.refusal] if report.refusal else []
        if report.paths:
            names = (str(report.paths[0]), *(path.name for path in report.paths[1:]))
            lines.insert(0, self.tr("Results written to %s") % ", ".join(map(isolated, names)))
        self.notice.say("\n".join(lines), report.paths[0] if report.paths else None)

    def _take_model(self, checked: errands.Checked) -> None:
        assert self.rooms is not None
        self.rooms.use_model(checked.manifest)
        if checked.manifest is None:
            self.status.refuse_model()
            self.notice.say(checked.refusal)
        else:
            self.status.set_model(checked.manifest.id, checked.megabytes)
            self.keeper.restore_recipe()

    def _use_recipe(self, recipe: "Recipe") -> None:
        assert self.rooms is not None
        self.rooms.use_recipe(recipe)
        self.status.set_recipe_differs(self.rooms.run.recipe is not None)

    # ---- showing

    def _say_coming(self) -> None:
        """While slides are looked for, and then until the viewer is there, nobody is told that nothing is open."""
        self.browser.set_coming(self._finding > 0)
        if self._waiting is not None:
            self._waiting.set_coming(self._finding > 0 or bool(self.session.slides))

    def _show_slide(self, slide: Slide | None) -> None:
        self.result.slide.show_slide(slide)
        self.setWindowTitle(f"{slide.name} – {NAME}" if slide else NAME)
        if self.rooms:
            self.rooms.table.show_slide(slide.name if slide else "")

    def refresh(self) -> None:
        """Show again what is chosen, with what may be shown now."""
        self._show_outcome()
        self._allow()

    def _refresh_slide(self, slide: Slide) -> None:
        if slide is self.session.current:
            self.result.slide.show_slide(slide)
            self._show_outcome()

    def _show_field(self, path: Path | None) -> None:
        self._show_outcome()
        if self.rooms:
            self.rooms.show_field(path)

    def _show_outcome(self) -> None:
        slide, path = self.session.current, self.session.field
        outcome = self.session.outcome_of(path)
        place = slide.index.get(path, -1) if slide and path else -1
        differs = bool(outcome and self.rooms and self.rooms.run.differs(outcome))
        self.result.show_outcome(slide, outcome, place, differs=differs)
        if self.rooms:
            self.rooms.viewer.set_label(label_of(outcome) if outcome and not self.session.blind else "")

    def _show_device(self, provider: str, _: str) -> None:
        self.status.set_device(provider, self.settings.threads or os.cpu_count() or 1)

    def _show_progress(self, progress: "Progress") -> None:
        words = pace_words(progress.rate, progress.left, self.tr("fields/s"), self.tr("%s left"))
        self.browser.set_pace(words.rpartition(" · ")[2])  # the queue is narrow: the time left says most
        paused = self.rooms is not None and self.rooms.run.state == "paused"
        self.status.set_progress(progress.done, progress.total, self.tr("paused") if paused else words)

    def _end(self) -> None:
        self.browser.set_pace("")
        self.status.end_progress()
        if self.stop_question is not None:
            self.stop_question.reject()

    def _allow(self) -> None:
        """An action is there when it can do something."""
        state = self.rooms.run.state if self.rooms else "idle"
        slides, can = len(self.session.slides), self.orders.allow
        can("analyse", self.rooms is not None and self.rooms.run.can_start)
        can("pause", state in ("running", "paused"))
        can("stop", state in ("running", "paused"))
        can("export", self.rooms is not None and self.rooms.run.begun and not self.session.blind)
        can("copy", self.rooms is not None)
        can("search", self.rooms is not None)
        for name in ("previous", "next", "first", "last", "close_slide"):
            can(name, slides > 0)
        for name in ("evidence", "evidence_over_original"):
            can(name, not self.session.blind)
        can("next_look", slides > 0 and not self.session.blind)
        self.orders["pause"].setText(self.tr("Go on") if state == "paused" else self.tr("Pause"))
        if self.rooms:
            self.rooms.table.show_all_button(slides > 1)

    # ---- Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, lambda: self.loader.ask(None))

    def closeEvent(self, event: QCloseEvent) -> None:
        """In every state: end every thread, wait for it, then go; the window is deleted after that."""
        self._closed = True
        self.keeper.close_down()
        self.upkeep.close_down()
        self.help_desk.close_down()
        for close_down in offers([*self.panels.values()], "close_down"):
            close_down()
        for part in (
            *(self.rooms.threads if self.rooms else ()),
            self.browser,
            self.models,
            self.finder,
            self.loader,
            self.writer,
        ):
            part.close_down()
        super().closeEvent(event)
