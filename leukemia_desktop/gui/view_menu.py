"""The View menu's lower half: which panels are shown, how they stand, and the theme."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup

from leukemia_desktop.gui.docks import arrange
from leukemia_desktop.gui.theme import THEMES

if TYPE_CHECKING:
    from leukemia_desktop.gui.main_window import MainWindow


def fill_view_menu(window: "MainWindow") -> dict[str, QAction]:
    """Add the docks' switches and the themes; the themes' actions by name, of which the settings' one is checked."""
    view, say = window.orders.view_menu, _say
    panels = view.addMenu(say("Panels"))
    for dock in window.docks.values():
        panels.addAction(dock.toggleViewAction())
    panels.addSeparator()
    movable = window.orders["arrange"]
    movable.toggled.connect(lambda on: [dock.set_movable(on) for dock in window.docks.values()])
    window.orders["reset_layout"].triggered.connect(lambda: arrange(window, window.docks))
    panels.addActions([movable, window.orders["reset_layout"]])
    menu, group = view.addMenu(say("Theme")), QActionGroup(window)
    themes: dict[str, QAction] = {}
    for wish, word in zip(THEMES, (say("As the system"), say("Light"), say("Dark")), strict=True):
        action = group.addAction(word)
        action.setCheckable(True)
        action.setChecked(wish == window.settings.theme)
        action.triggered.connect(lambda _=False, wish=wish: window.upkeep.use(replace(window.settings, theme=wish)))
        menu.addAction(action)
        themes[wish] = action
    return themes


def _say(text: str) -> str:
    return QCoreApplication.translate("view_menu", text)
