"""What goes on beside the work: settings that change, memory that is used, long runs that end, what was written down."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QGuiApplication

from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.crash import LOG
from leukemia_desktop.gui.errands import Added
from leukemia_desktop.gui.in_order import InOrder
from leukemia_desktop.gui.memory_use import memory_use
from leukemia_desktop.gui.notifier import Notifier
from leukemia_desktop.gui.panels import offers
from leukemia_desktop.gui.questions import ask_model
from leukemia_desktop.gui.thumbnail_cache import forget_all

if TYPE_CHECKING:
    from leukemia_desktop.core.recipe import Recipe
    from leukemia_desktop.gui.judging import JudgeAgain
    from leukemia_desktop.gui.main_window import MainWindow
    from leukemia_desktop.gui.queue_run import Progress
    from leukemia_desktop.gui.recalling import Recaller
    from leukemia_desktop.gui.session import Slide

PACE = 2000
"""Milliseconds between two looks at the memory."""
JUDGED_BY = ("review_below", "strict_sets")
"""Settings on which verdicts depend; everything that core.trust.judge reads."""


class Upkeep(QObject):
    """One for the window; `furnish` is called when the window's rooms are there.

    Its dialogs are imported when they are asked for: the first paint does not wait for them.
    """

    def __init__(self, window: "MainWindow", themes: Mapping[str, QAction]):
        super().__init__(window)
        self._window, self._themes = window, themes
        self.notifier = Notifier(window)
        self.judge: JudgeAgain | None = None
        self.recaller: Recaller | None = None
        orders = window.orders
        orders["settings"].triggered.connect(lambda _=False: self.ask_settings())
        orders["log"].triggered.connect(lambda _=False: self.show_log())
        orders["diagnostics"].triggered.connect(lambda _=False: self.copy_diagnostics())
        orders["add_model"].triggered.connect(lambda _=False: self.add_model(folder=False))
        orders["add_model_folder"].triggered.connect(lambda _=False: self.add_model(folder=True))
        window.models.added.connect(self._tell_added)
        self._sweeper = InOrder(lambda _: forget_all(), self)
        self._sweeper.answered.connect(self._tell_swept)
        orders["forget_thumbnails"].triggered.connect(lambda _=False: self._sweeper.ask(None))
        self._timer = QTimer(self, interval=PACE)
        self._timer.timeout.connect(self._show_memory)
        self._timer.start()
        self._show_memory()

    def furnish(self) -> None:
        """Follow the run."""
        from leukemia_desktop.gui.judging import JudgeAgain
        from leukemia_desktop.gui.recalling import Recaller

        rooms = self._window.rooms
        assert rooms is not None
        self.judge = JudgeAgain(self._window.session, rooms.run, self)
        self.recaller = Recaller(self._window.session, rooms.run, self)
        self.recaller.said.connect(self._window.notice.say)
        rooms.run.state_changed.connect(self.notifier.follow)
        rooms.run.ended.connect(self._tell_end)

    def ask_settings(self) -> None:
        """Open the settings."""
        from leukemia_desktop.gui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._window.settings, self._window, self._window.theme.look)
        dialog.changed.connect(self.use)
        dialog.open()

    def use(self, settings: Settings) -> None:
        """From now on; what is on the screen is judged again where a threshold changed."""
        window, before = self._window, self._window.settings
        window.settings = settings
        try:
            settings.write()
        except UnwritableFile as error:
            window.notice.say(str(error))
        if settings.theme != window.theme.wish:
            window.theme.set_wish(settings.theme)
        self._themes[settings.theme].setChecked(True)
        if window.rooms is not None:
            window.rooms.run.settings = settings
            if self.judge and any(getattr(settings, name) != getattr(before, name) for name in JUDGED_BY):
                self.judge.use(settings)
        for tell in offers([*window.panels.values()], "set_settings"):
            tell(settings)

    def add_model(self, *, folder: bool) -> None:
        """Ask for a model and add it in the background."""
        source = ask_model(self._window, self._window.memory, folder=folder)
        if source is not None:
            self._window.models.add(source)

    def show_log(self) -> None:
        """Open the log, with a way to copy the diagnostics."""
        from leukemia_desktop.gui.diagnostics import diagnostics
        from leukemia_desktop.gui.log_dialog import LogDialog

        LogDialog(lambda: diagnostics(self._window), self._window).open()

    def copy_diagnostics(self) -> None:
        """To the clipboard."""
        from leukemia_desktop.gui.diagnostics import diagnostics

        QGuiApplication.clipboard().setText(diagnostics(self._window))
        self._window.notice.say(self.tr("Diagnostics are copied. They name no file, no folder and no slide."))

    def recall(self, slides: "Sequence[Slide]", recipe: "Recipe | None") -> None:
        """Show what the ledger holds of these slides."""
        if self.recaller is not None:
            self.recaller.ask(slides, recipe)

    def close_down(self) -> None:
        """End the threads that judge and recall, and the timer."""
        self._timer.stop()
        self._sweeper.close_down(finish=True)
        for part in (self.judge, self.recaller):
            if part is not None:
                part.close_down()

    def _tell_added(self, added: Added) -> None:
        told = self.tr("Model %s is verified and added. Choose it in the toolbar.") % added.id
        self._window.notice.say(added.refusal or told)

    def _tell_swept(self, gone: bool) -> None:
        told = self.tr("The kept thumbnails are deleted.")
        self._window.notice.say(told if gone else self.tr("Some kept thumbnails could not be deleted."))

    def _tell_end(self, progress: "Progress") -> None:
        words = self.tr("{done} of {total} fields analysed").format(done=progress.done, total=progress.total)
        LOG.info("run ended: %d of %d fields", progress.done, progress.total)
        self.notifier.end(words)

    def _show_memory(self) -> None:
        self._window.status.set_memory(memory_use())
