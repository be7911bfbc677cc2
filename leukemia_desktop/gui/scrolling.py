"""A page that is scrolled up and down when its panel is low, and never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(page: QWidget, parent: QWidget, name: str = "") -> QScrollArea:
    """`page` in a scroll area of `parent`, as wide as its place; keys scroll it, under the `name` that is spoken then."""
    scroll = QScrollArea(parent)
    scroll.setWidgetResizable(True)
    scroll.setObjectName("scrolled")  # its edge shows where the keys go
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setAccessibleName(name)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(page)
    return scroll


def bring_into_view(part: QWidget) -> None:
    """Scroll the page on which `part` lies, if any, until it is seen; also when it was put there this moment."""
    above = part.parentWidget()
    laid_out: list[QWidget] = []
    while above is not None and not isinstance(above, QScrollArea):
        laid_out.append(above)
        above = above.parentWidget()
    if above is None:
        return
    for each in laid_out:  # from the inside out: a page grows by what is on it
        if each.layout() is not None:
            each.layout().activate()
    page = above.widget()
    page.resize(page.width(), max(page.sizeHint().height(), above.viewport().height()))
    for each in reversed(laid_out):
        if each.layout() is not None:
            each.layout().activate()
    above.ensureWidgetVisible(part)
