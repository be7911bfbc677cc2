"""Sliders for the screen only: brightness, contrast and overlays that the model never sees."""

from dataclasses import fields, replace
from typing import Any, get_type_hints

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from leukemia_desktop.core.shelf import Parameter
from leukemia_desktop.gui.display import CHANNELS, Display
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.panel_style import panel_style
from leukemia_desktop.gui.parameter_row import NAME_WIDTH, ParameterRow


class DisplayPanel(QWidget):
    """`changed` carries the new Display; connect it to ImageViewer.set_display."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("display_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.display = Display()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(3)
        heading, note = QLabel(self.tr("Display only"), self), QLabel(self.tr("not seen by the model"), self)
        heading.setObjectName("heading")
        note.setObjectName("state")
        self.reset_button = QPushButton(self.tr("Reset"), self)
        self.reset_button.setToolTip(self.tr("Show everything as at the start"))
        self.reset_button.clicked.connect(lambda: self.set_display(Display()))
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addWidget(note, 1)
        top.addWidget(self.reset_button)
        column.addLayout(top)
        hints = get_type_hints(Display, include_extras=True)
        self.rows: dict[str, ParameterRow] = {}
        for field in fields(Display):
            hint = hints[field.name]
            if field.name == "channel":
                column.addLayout(self._channels())
                continue
            parameter = Parameter(field.name, hint.__origin__, field.default, hint.__metadata__[0])
            row = ParameterRow(parameter, self, group=self.tr("Display only"))
            row.changed.connect(lambda value, name=field.name: self.set_display(replace(self.display, **{name: value})))
            column.addWidget(row)
            self.rows[field.name] = row
        self.set_theme(Look())
        self.reset_button.setEnabled(False)

    def set_display(self, display: Display) -> None:
        """Show and announce these values."""
        self.display = display
        for name, row in self.rows.items():
            row.set_value(getattr(display, name))
        with QSignalBlocker(self.channel):
            self.channel.setCurrentIndex(CHANNELS.index(display.channel))
        self.reset_button.setEnabled(display != Display())
        self.changed.emit(display)

    def _channels(self) -> QHBoxLayout:
        words = QLabel(self.tr("Channel"), self)
        words.setObjectName("parameter")
        words.setFixedWidth(NAME_WIDTH)
        self.channel = QComboBox(self)
        self.channel.setAccessibleName(f"{self.tr('Display only')}: {words.text()}")
        self.channel.addItems(
            [self.tr("All colours"), self.tr("Red"), self.tr("Green"), self.tr("Blue"), self.tr("Nuclear stain")]
        )
        self.channel.setToolTip(self.tr("Nuclear stain: what is left of the light after methylene blue alone"))
        self.channel.currentIndexChanged.connect(lambda at: self.set_display(replace(self.display, channel=CHANNELS[at])))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(words)
        row.addWidget(self.channel, 1)
        return row

    def set_theme(self, tokens: Any) -> None:
        """Colours from the theme's tokens, see Look."""
        look = Look.of(tokens)
        self.setStyleSheet(f"{panel_style(look)} #parameter {{ color: {look.secondary}; font-size: 12px; }}")
