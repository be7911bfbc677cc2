"""A second reader sees neither what the program says nor what the first reader said: what shows it is put away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from leukemia_desktop.gui.main_window import MainWindow

STAYS = frozenset({"slides", "preprocessing", "results", "review"})
"""Docks that know how to keep quiet, or have nothing to tell; every other one is put away, also one that is added later."""
TELLS = ("evidence", "evidence_over_original", "next_look", "export")


class Blindfold(QObject):
    """Follows session.blinded."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._were_shown: list[str] = []
        self._were_on: list[str] = []
        window.session.blinded.connect(self._wear)

    def _wear(self, on: bool) -> None:
        window = self._window
        rooms = window.rooms
        assert rooms is not None
        others = {name: dock for name, dock in window.docks.items() if name not in STAYS}
        if on:
            self._were_shown = [name for name, dock in others.items() if not dock.isHidden()]
            self._were_on = [name for name in TELLS if window.orders[name].isChecked()]
            for name in self._were_on:
                window.orders[name].setChecked(False)
            if rooms.viewer.second == "evidence":
                rooms.viewer.show_second("processed")
        for name, dock in others.items():
            # the result also where the window was closed while a second reader read, and so remembered it as put away
            dock.setVisible(not on and (name in self._were_shown or name == "result"))
            dock.toggleViewAction().setEnabled(not on)
        rooms.viewer.segments.allow("evidence", not on)
        rooms.table.set_blind(on)
        if not on:
            for name in self._were_on:
                window.orders[name].setChecked(True)
        window.refresh()
