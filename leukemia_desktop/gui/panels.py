"""The panels beside the first four. Adding one takes a module with `build(window)` and one line in `panels()`.

    def build(window: "MainWindow") -> QWidget: ...

`build` is called once, in the window's thread, when `window.rooms` is there; it connects itself with what the window shows:
`window.session`, `window.rooms` (run, viewer, table, preprocessing), `window.models`, `window.settings`, `window.notice`,
`window.memory`. What the widget has of the following is used; nothing of it is a duty:

- its QActions (QWidget.addAction) stand in a menu of the panel's title under Slide, in the search for commands and in the
  list of keys, where a person may give them other ones: an object name tells one from all others;
- `set_theme(look)` is called when the colours change, `set_settings(settings)` when a person changed a setting;
- `keep() -> object` (JSON) and `restore(kept)` carry what the panel shows into the next start; `restore` may get anything;
- `set_seen(seen)` is called when it comes to the eye and when it goes; behind another tab isVisible() is True all the same;
- `close_down()` ends its threads when the window closes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from leukemia_desktop.gui.main_window import MainWindow


@dataclass(frozen=True)
class Panel:
    """`beside` is the dock with which it shares a place as a tab; `shown` at the first start, or only when asked for.

    `page` names the page of the manual that F1 opens.
    """

    name: str
    title: str
    module: str
    beside: str = "preprocessing"
    shown: bool = False
    page: str = "window"


def panels() -> tuple[Panel, ...]:
    """Every panel that is not one of the first four, in the order of the View menu."""
    say = _say
    return (
        Panel("review", say("Review"), "leukemia_desktop.gui.review_panel", shown=True, page="review"),
        Panel("comparison", say("Compare models"), "leukemia_desktop.gui.model_comparison", beside="results", page="models"),
        Panel("gallery", say("Cells"), "leukemia_desktop.gui.gallery_panel", beside="results", page="why"),
        Panel("reference", say("Reference"), "leukemia_desktop.gui.reference_panel", beside="results", page="reference"),
        Panel("control", say("Daily control"), "leukemia_desktop.gui.control_panel", beside="results", page="control"),
    )


def load() -> None:
    """Import every panel's module; done in a worker thread before `build_all`."""
    for panel in panels():
        import_module(panel.module)


def build_all(window: "MainWindow") -> dict[str, QWidget]:
    """Each panel in its dock, by name."""
    built: dict[str, QWidget] = {}
    window.panels = built  # a panel may ask for those before it
    for panel in panels():
        widget = import_module(panel.module).build(window)
        dock = window.docks[panel.name]
        before = dock.widget()
        dock.setWidget(widget)
        before.deleteLater()
        if widget.actions():
            window.orders.slide_menu.addMenu(panel.title).addActions(widget.actions())
        for see in offers([widget], "set_seen"):
            see(dock.in_front)
            dock.visibilityChanged.connect(see)
        built[panel.name] = widget
    return built


def offers(parts: "Iterator[object] | list[object]", name: str) -> list[Callable[..., object]]:
    """The methods called `name` of those parts that have one."""
    return [method for part in parts if callable(method := getattr(part, name, None))]


def _say(text: str) -> str:
    return QCoreApplication.translate("panels", text)
