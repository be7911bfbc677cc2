"""Every action of the window: its words, its keys, its menu and its place in the toolbar, as data."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QPushButton, QSizePolicy, QToolBar, QWidget

from leukemia_desktop.gui.icons import icon
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.model_choice import ModelChoice

SEPARATOR = "-"


@dataclass(frozen=True)
class Order:
    """`hint` is for the tooltip; an `icon` names a file in resources/icons."""

    words: str
    keys: tuple[str, ...] = ()
    hint: str = ""
    icon: str = ""
    switch: bool = False
    """It is on or off, and says so."""


def _orders() -> dict[str, Order]:
    say = _say
    return {
        "open_folder": Order(say("Open folder"), ("Ctrl+Shift+O", "Ctrl+U"), say("Open a slide folder"), "open"),
        "open_files": Order(say("Open fields…"), ("Ctrl+O",), say("Open single image files")),
        "export": Order(say("Export"), ("Ctrl+E",), say("Write the results to a file"), "export"),
        "quit": Order(say("Quit"), ("Ctrl+Q",)),
        "copy": Order(say("Copy rows"), (), say("Copy the selected rows for a spreadsheet (Ctrl+C in the table)")),
        "search": Order(say("Search results"), ("Ctrl+F",)),
        "previous": Order(say("Previous field"), ("PgUp", "A")),
        "next": Order(say("Next field"), ("PgDown", "D")),
        "first": Order(say("First field"), ("Home",)),
        "last": Order(say("Last field"), ("End",)),
        "next_look": Order(say("Next field that needs a look"), ("Shift+N",)),
        "cells": Order(say("Cell outlines"), ("H",), say("Outline and number the cells in the original"), switch=True),
        "evidence": Order(say("Evidence"), ("G",), say("Show where the model's evidence lies"), switch=True),
        "evidence_over_original": Order(say("Evidence over the original too"), ("Shift+G",), switch=True),
        "arrange": Order(say("Arrange panels"), (), say("Show handles to move, float and close panels by"), switch=True),
        "reset_layout": Order(say("Reset layout"), (), say("Put every panel back in its first place and size")),
        "full_screen": Order(say("Full screen"), ("F11",)),
        "analyse": Order(say("Analyse"), ("F5",), say("Analyse every slide that is not analysed yet"), "analyse"),
        "pause": Order(say("Pause"), ("F6",), say("Rest after the field in hand, or go on"), "pause"),
        "stop": Order(say("Stop"), ("Shift+F5",), say("End after the field in hand; results stay"), "stop"),
        "close_slide": Order(say("Close slide"), (), say("Results stay in the ledger")),
        "add_model": Order(say("Add model from file…"), (), say("A model in a zip; it is verified before it is added")),
        "add_model_folder": Order(say("Add model from folder…"), (), say("It is verified before it is added")),
        "forget_thumbnails": Order(
            say("Delete kept thumbnails"),
            (),
            say("Small pictures of large fields; they are made again when they are needed"),
        ),
        "palette": Order(say("Commands…"), ("Ctrl+Shift+P",), say("Search all commands")),
        "help": Order(say("Manual"), ("F1",), say("The page that fits the part of the window you are in")),
        "manual_pdf": Order(say("Manual as PDF"), (), say("The whole manual in one file, for reading and printing")),
        "keys": Order(say("Keyboard shortcuts"), ("Ctrl+F1",)),
        "settings": Order(say("Settings…"), ("Ctrl+,",)),
        "log": Order(say("Log"), (), say("What the program wrote down")),
        "diagnostics": Order(
            say("Copy diagnostics"), (), say("Versions, settings and errors, without the name of any file")
        ),
        "about": Order(say("About")),
    }


def _menus() -> dict[str, tuple[str, ...]]:
    say = _say
    return {
        say("File"): ("open_folder", "open_files", SEPARATOR, "export", SEPARATOR, "quit"),
        say("Edit"): ("copy", "search", SEPARATOR, "forget_thumbnails", "settings"),
        say("View"): (
            *("previous", "next", "first", "last", "next_look", SEPARATOR),
            *("cells", "evidence", "evidence_over_original", SEPARATOR, "full_screen"),
        ),
        say("Slide"): ("analyse", "pause", "stop", SEPARATOR, "close_slide"),
        say("Model"): ("add_model", "add_model_folder"),
        say("Help"): ("help", "manual_pdf", "keys", "palette", SEPARATOR, "log", "diagnostics", SEPARATOR, "about"),
    }


TOOLBAR = ("open_folder", "analyse", "pause", "stop", "export")
PRIMARY = "analyse"


class ActionButton(QPushButton):
    """A button that is always what its action is."""

    def __init__(self, action: QAction, parent: QWidget):
        super().__init__(parent)
        self._action = action
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: action.trigger())
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setIcon(self._action.icon())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())


class Actions:
    """The window's actions by name, in its menus and its toolbar. Connecting them is the window's part."""

    def __init__(self, window: QMainWindow):
        self.orders = _orders()
        self.by_name: dict[str, QAction] = {}
        for name, order in self.orders.items():
            action = QAction(order.words, window)
            action.setObjectName(name)
            action.setCheckable(order.switch)
            action.setShortcuts([QKeySequence(key) for key in order.keys])
            action.setProperty("hint", order.hint or order.words)  # gui/keys.py adds the keys, which may change
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{order.hint or order.words}" + (f" ({keys})" if keys else ""))
            # the menu bar may hide in full screen; the keys stay
            window.addAction(action)
            self.by_name[name] = action
        self.menus: dict[str, QMenu] = {}
        for title, names in _menus().items():
            menu = window.menuBar().addMenu(title)
            self.menus[title] = menu
            for name in names:
                if name == SEPARATOR:
                    menu.addSeparator()
                else:
                    menu.addAction(self.by_name[name])
        self.model_choice = ModelChoice(window)
        self.toolbar = self._toolbar(window)

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def allow(self, name: str, can: bool) -> None:
        """Switch an action on or off."""
        self.by_name[name].setEnabled(can)

    def offer_recent(self, menu: QMenu) -> None:
        """Put the slides opened lately beside what else opens something."""
        opening = self.menus[_say("File")]
        opening.insertMenu(opening.actions()[len(("open_folder", "open_files"))], menu)

    @property
    def view_menu(self) -> QMenu:
        """The menu to which docks and themes are added."""
        return self.menus[_say("View")]

    @property
    def slide_menu(self) -> QMenu:
        """The menu to which panels add what can be done with fields and slides."""
        return self.menus[_say("Slide")]

    def set_theme(self, look: Look) -> None:
        """Icons in the colour of their words."""
        for name, order in self.orders.items():
            if order.icon:
                colour = look.panel if name == PRIMARY else look.text
                self.by_name[name].setIcon(icon(order.icon, colour, look.faint))
                self.by_name[name].setIconVisibleInMenu(False)

    def _toolbar(self, window: QMainWindow) -> QToolBar:
        bar = QToolBar(_say("Toolbar"), window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLBAR:
            button = ActionButton(self.by_name[name], bar)
            button.setObjectName("primary" if name == PRIMARY else name)
            bar.addWidget(button)
        space = QWidget(bar)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        words = QLabel(_say("Model"), bar)
        words.setObjectName("caption")
        bar.addWidget(words)
        bar.addWidget(self.model_choice)
        window.addToolBar(bar)
        return bar


def _say(text: str) -> str:
    return QCoreApplication.translate("actions", text)
