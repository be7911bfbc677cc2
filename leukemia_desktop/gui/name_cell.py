"""How the table draws the names of fields and slides: whole words of their own direction, cut where they say least."""

from typing import Any

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from leukemia_desktop.gui.bidi import isolated


class NameCell(QStyledItemDelegate):
    """Names of fields differ at their ends, so what does not fit goes from the middle."""

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        return isolated(super().displayText(value, locale))

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
