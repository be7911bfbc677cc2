"""Where the panels stand: slides left, viewer in the middle, result and preprocessing right, results below."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QTabWidget, QVBoxLayout, QWidget

from leukemia_desktop.gui.dock import Dock
from leukemia_desktop.gui.panels import panels
from leukemia_desktop.gui.scrolling import scrolled

TALL = 880
"""In a window less high than this the result and the preprocessing share one place, as tabs."""
_AREA = Qt.DockWidgetArea
PLACES = {
    "slides": _AREA.LeftDockWidgetArea,
    "result": _AREA.RightDockWidgetArea,
    "preprocessing": _AREA.RightDockWidgetArea,
    "results": _AREA.BottomDockWidgetArea,
}
OTHER_CORNER = {
    Qt.Corner.BottomRightCorner: Qt.Corner.BottomLeftCorner,
    Qt.Corner.BottomLeftCorner: Qt.Corner.BottomRightCorner,
}


def right_to_left() -> bool:
    """The window is read from right to left; Qt mirrors what is inside of docks, and not where docks stand."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def place(name: str) -> Qt.DockWidgetArea:
    """Where a panel stands at first: what one reads first lies where one begins to read."""
    area = PLACES[name]
    if right_to_left() and area != _AREA.BottomDockWidgetArea:
        return _AREA.LeftDockWidgetArea if area == _AREA.RightDockWidgetArea else _AREA.RightDockWidgetArea
    return area


def add_docks(window: QMainWindow, titles: Mapping[str, str]) -> dict[str, Dock]:
    """One dock for each of PLACES and each of panels(), empty until its panel comes."""
    docks: dict[str, Dock] = {}
    for name in PLACES:
        docks[name] = Dock(name, titles[name], blank(window), window)
        window.addDockWidget(place(name), docks[name])
    for panel in panels():
        docks[panel.name] = Dock(panel.name, panel.title, blank(window), window)
        window.addDockWidget(place(panel.beside), docks[panel.name])
    window.setTabPosition(_AREA.AllDockWidgetAreas, QTabWidget.TabPosition.North)
    for corner, area in (
        (Qt.Corner.BottomRightCorner, place("result")),
        (Qt.Corner.BottomLeftCorner, _AREA.BottomDockWidgetArea),
    ):
        window.setCorner(OTHER_CORNER[corner] if right_to_left() else corner, area)
    return docks


def arrange(window: QMainWindow, docks: Mapping[str, Dock]) -> None:
    """Places and sizes of the first start, fit for the window's height; from whatever state the docks are in."""
    for name, dock in docks.items():
        dock.setFloating(False)
        if name in PLACES:  # taken out and put back: a dock in a row of tabs leaves it
            window.removeDockWidget(dock)
            window.addDockWidget(place(name), dock)
            dock.show()
    tall = window.height() >= TALL
    if not tall:
        window.tabifyDockWidget(docks["result"], docks["preprocessing"])
    for panel in panels():
        window.tabifyDockWidget(docks[panel.beside], docks[panel.name])
        docks[panel.name].setVisible(panel.shown)
    # at the end: whatever becomes a tab gives the row of docks beside it other widths
    window.resizeDocks([docks["slides"], docks["result"]], [236, 310], Qt.Orientation.Horizontal)
    window.resizeDocks([docks["results"]], [round(window.height() * 0.29)], Qt.Orientation.Vertical)
    if tall:
        window.resizeDocks([docks["result"], docks["preprocessing"]], [60, 40], Qt.Orientation.Vertical)
    for name in reversed(PLACES):  # in front of its row of tabs
        docks[name].raise_()


def blank(parent: QWidget) -> QWidget:
    """A panel's surface without a panel."""
    page = QWidget(parent)
    page.setObjectName("panel")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return page


def column(parent: QWidget, *parts: QWidget) -> QWidget:
    """Panels one below the other, as high as they are, scrolled together where that is too high."""
    page = blank(parent)
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    for part in parts:
        rows.addWidget(part)
    rows.addStretch(1)
    scroll = scrolled(page, parent)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setMinimumWidth(page.minimumSizeHint().width())
    return scroll
