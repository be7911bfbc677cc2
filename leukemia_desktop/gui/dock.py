"""One place for a panel: it can be closed, and while panels are being arranged also moved and floated."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QPushButton, QTabBar, QWidget

_FEATURE = QDockWidget.DockWidgetFeature


class Dock(QDockWidget):
    """Panels have headings of their own: a bar with handle and buttons is there while it floats or `set_movable`."""

    def __init__(self, name: str, title: str, widget: QWidget, parent: QWidget):
        super().__init__(title, parent)
        self.setObjectName(name)
        self._movable = False
        self._bar, self._no_bar = _Bar(self), QWidget(self)
        self.setFeatures(_FEATURE.DockWidgetClosable | _FEATURE.DockWidgetMovable | _FEATURE.DockWidgetFloatable)
        self.setWidget(widget)
        self.topLevelChanged.connect(lambda _: self._dress())
        self.in_front = self._stood_in_front = False
        self.visibilityChanged.connect(self._note_front)
        self.toggleViewAction().triggered.connect(self._come)
        self._dress()

    def set_movable(self, on: bool) -> None:
        """Show the bar by which the panel is dragged."""
        self._movable = on
        self._dress()

    def _note_front(self, seen: bool) -> None:
        self.in_front = seen
        if seen or not self.isHidden():  # behind another tab it is not seen, and for Qt visible all the same
            self._stood_in_front = seen
        self._name_tabs()

    def _name_tabs(self) -> None:
        # the window makes and forgets these bars as it likes; a panel that comes or goes is when one is new
        for bar in self.parent().findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setAccessibleName(self.tr("Panels in one place"))

    def _come(self, on: bool) -> None:
        """Come to the front of a row of tabs; who asks for a panel that stands behind another wants to see it."""
        if on or not self._stood_in_front:
            self.show()
            self.raise_()
            self.take_focus()

    def take_focus(self) -> None:
        """Give the keys to the first part of the panel that takes them.

        The window is made the active one: where no window manager runs, nobody does that once the palette has closed.
        """
        self.activateWindow()
        panel = self.widget()
        part = panel.nextInFocusChain()
        while part is not panel:
            takes = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisibleTo(panel) and part.isEnabled()
            if takes and panel.isAncestorOf(part) and part.focusProxy() is None:
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            part = part.nextInFocusChain()

    def _dress(self) -> None:
        shown = self._movable or self.isFloating()
        self.setTitleBarWidget(self._bar if shown else self._no_bar)
        self._bar.setVisible(shown)
        self._bar.follow()


class _Bar(QWidget):
    def __init__(self, dock: Dock):
        super().__init__(dock)
        self._dock = dock
        self.setObjectName("dock_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(dock.windowTitle(), self)
        title.setObjectName("heading")
        self.setToolTip(self.tr("Drag to move this panel"))
        self.float_button, self.close_button = QPushButton(self), QPushButton(self.tr("Close"), self)
        self.float_button.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self.close_button.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(title, 1)
        for button in (self.float_button, self.close_button):
            button.setObjectName("small")
            row.addWidget(button)

    def follow(self) -> None:
        """Say what the button would do now."""
        self.float_button.setText(self.tr("Put back") if self._dock.isFloating() else self.tr("Float"))
