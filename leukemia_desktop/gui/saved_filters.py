"""What a person keeps of the results table from one day to the next: named filters, and which columns stand where."""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QSettings, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton, QWidget

from leukemia_desktop.core.settings import data_folder

MOST = 50
LONGEST = 40


class TableMemory:
    """Plain values in the window's own INI file; what cannot be read is as if it were not there."""

    def __init__(self) -> None:
        self._kept = QSettings(str(data_folder() / "window.ini"), QSettings.Format.IniFormat)

    def read(self, what: str) -> dict[str, Any]:
        try:
            found = json.loads(str(self._kept.value(f"table/{what}", "")))
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def keep(self, what: str, values: dict[str, Any]) -> None:
        self._kept.setValue(f"table/{what}", json.dumps(values))


class SavedFilters(QPushButton):
    """A button whose menu holds the filters that a person named: `take` shows one, `give` tells the one in force."""

    changed = Signal()
    """Other names, or another filter under one of them."""

    def __init__(self, give: Callable[[], dict[str, Any]], take: Callable[[dict[str, Any]], None], parent: QWidget):
        super().__init__(parent)
        self._give, self._take = give, take
        self._memory = TableMemory()
        self.named: dict[str, Any] = self._memory.read("filters")
        self.setText(self.tr("Saved"))
        self.menu_of_names = QMenu(self)
        self.menu_of_names.aboutToShow.connect(self.fill)
        self.clicked.connect(lambda: self.menu_of_names.popup(self.mapToGlobal(self.rect().bottomLeft())))

    def state(self) -> dict[str, Any]:
        """Every name with its filter; `restore` takes it."""
        return {"named": dict(self.named)}

    def restore(self, state: dict[str, Any]) -> None:
        """Have these names and no other ones."""
        self.named = dict(state["named"])
        self._keep()

    def save(self, name: str) -> None:
        """Keep the filter in force under this name, in place of an earlier one of that name."""
        name = " ".join(name.split())[:LONGEST]
        if name and (name in self.named or len(self.named) < MOST):
            self.named[name] = self._give()
            self._keep()

    def remove(self, name: str) -> None:
        if self.named.pop(name, None) is not None:
            self._keep()

    def fill(self) -> None:
        """Bring the menu up to date."""
        menu = self.menu_of_names
        menu.clear()
        for name, state in self.named.items():
            menu.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, state=state: self._take(state))
        if self.named:
            menu.addSeparator()
        menu.addAction(_say("Save this filter…")).triggered.connect(lambda _=False: self._ask())
        if self.named:
            removal = menu.addMenu(_say("Remove"))
            for name in self.named:
                removal.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, name=name: self.remove(name))

    def _keep(self) -> None:
        self._memory.keep("filters", self.named)
        self.changed.emit()

    def _ask(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(_say("Save this filter"))
        dialog.setLabelText(_say("Name"))
        dialog.textValueSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _say(text: str) -> str:
    return QCoreApplication.translate("results", text)
