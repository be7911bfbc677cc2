"""Brings one cell of a field to a person's eye: outlined strongly, and large enough to be seen."""

from pathlib import Path

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QAction

from leukemia_desktop.core.references import Spot
from leukemia_desktop.gui.image_viewer import ImageViewer

SMALLEST = 40
"""Screen pixels that a cell which is shown must be across."""


class CellMark(QObject):
    """Marks a cell by its number; the mark goes when another field is shown. `marked` follows every change."""

    marked = Signal()

    def __init__(self, viewer: ImageViewer, outlines: QAction, parent: QObject):
        super().__init__(parent)
        self._viewer, self._outlines = viewer, outlines
        self._cell: tuple[Path, int, QPointF, float] | None = None
        self._shown: Path | None = None
        viewer.shown.connect(self._follow)

    @property
    def number(self) -> int:
        """The number of the marked cell in the field on the screen, from 1; 0 where none is marked."""
        return self._cell[1] if self._cell and self._cell[0] == self._shown else 0

    @property
    def spot(self) -> Spot | None:
        """The marked cell of the field on the screen."""
        if self._cell is None or not self.number:
            return None
        _, number, place, diameter = self._cell
        return Spot(number, place.x(), place.y(), diameter)

    def show(self, path: Path, number: int, x: float, y: float, diameter: float) -> None:
        """Mark a cell of this field (px), as soon as the field is on the screen."""
        self._cell = (path, number, QPointF(x, y), diameter)
        self._outlines.setChecked(True)
        if path == self._shown:
            self._follow(path)

    def show_number(self, number: int) -> None:
        """Mark a cell of the field on the screen by its number, where there is one."""
        insight = self._viewer.layer.insight
        survey = insight.survey if insight else None
        if insight is not None and survey is not None and 0 < number <= len(survey.counted):
            cell = survey.counted[number - 1]
            self.show(insight.path, number, cell.x, cell.y, cell.diameter)

    def _follow(self, path: Path) -> None:
        self._shown = path
        if self._cell is None or self._cell[0] != path:
            self._cell = None
            self._viewer.layer.outlines.mark(0)
            self.marked.emit()
            return
        _, number, place, diameter = self._cell
        self._viewer.layer.outlines.mark(number)
        port = self._viewer.port
        if diameter * port.zoom < SMALLEST:
            port.set_zoom(SMALLEST / max(1.0, diameter))
        if not port.fitted:
            port.centre_on(place)
        self.marked.emit()
