"""The part of the window that needs NumPy, OpenCV and ONNX Runtime: imported after the first paint."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.display_panel import DisplayPanel
from leukemia_desktop.gui.history import History
from leukemia_desktop.gui.image_viewer import ImageViewer
from leukemia_desktop.gui.preprocessing_panel import PreprocessingPanel
from leukemia_desktop.gui.queue_run import QueueRun
from leukemia_desktop.gui.remembering import remember
from leukemia_desktop.gui.results_model import ResultsModel
from leukemia_desktop.gui.results_table import ResultsTable
from leukemia_desktop.gui.session import Session

if TYPE_CHECKING:
    from leukemia_desktop.core.manifest import Manifest
    from leukemia_desktop.core.recipe import Recipe


class Furniture:
    """Viewer, preprocessing, display, table and run, connected with the session and with each other."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget):
        self._session = session
        self.run = QueueRun(session, settings, parent)
        self.viewer = ImageViewer(parent, max_megapixels=settings.max_megapixels)
        self.preprocessing, self.display = PreprocessingPanel(parent), DisplayPanel(parent)
        self.table = ResultsTable(ResultsModel(session.place, self.run.differs, parent), parent)
        self.dressed = (self.viewer, self.preprocessing, self.display, self.table)
        """Everything that has a set_theme."""
        self.threads = (self.run, self.viewer)
        """Everything that has a close_down."""
        self.display.changed.connect(self.viewer.set_display)
        self.table.chosen.connect(session.choose_field)
        session.field_chosen.connect(self.table.select)
        session.recorded.connect(self.table.model.extend)
        for signal in (session.chosen, session.changed):
            signal.connect(lambda _: self._tell_table())
        self._tell_table()
        session.removed.connect(lambda slide: self.table.model.forget(set(slide.index)))
        self.history = History(parent)
        remember(self.history, self, session)

    def _tell_table(self) -> None:
        self.table.empty.set_state(self._session.current.state if self._session.current else None)

    def use_model(self, manifest: "Manifest | None") -> None:
        """Another model: its own recipe goes with it."""
        self.run.manifest, self.run.recipe = manifest, None
        if manifest is not None:
            self.preprocessing.set_recipe(manifest.recipe, own=True)
        self.viewer.set_model(manifest)

    def use_recipe(self, recipe: "Recipe") -> None:
        """Look at fields and analyse them through this recipe."""
        own = self.run.manifest.recipe if self.run.manifest else None
        self.run.recipe = recipe if own is None or recipe.hash != own.hash else None
        self.viewer.set_recipe(recipe)

    def step(self, by: int) -> None:
        """Go `by` fields on; where a filter or the search hides rows, from row to row of those that are left."""
        model = self.table.model
        rows, field = model.rowCount(), self._session.field
        if field is None or rows in (0, model.counts()["all"]):
            self._session.step(by)
            return
        at = model.position_of(field)
        if at >= 0:
            to = model.outcome_at(max(0, min(rows - 1, at + by))).field.path
        else:  # from a field that is hidden, to the nearest one that is not
            place = self._session.place
            paths = [outcome.field.path for outcome in model.outcomes_at(range(rows))]
            beyond = [path for path in paths if (place(path) - place(field)) * by > 0]
            to = min(beyond, key=lambda path: abs(place(path) - place(field)), default=field)
        self._session.choose_field(to)

    def show_field(self, path: Path | None) -> None:
        """Show a field; those beside it are decoded ahead."""
        slide = self._session.slide_of(path) if path else None
        if slide is None or path is None:
            self.viewer.clear()
            return
        at = slide.index[path]
        near = [slide.fields[i].path for i in (at + 1, at - 1) if 0 <= i < len(slide.fields)]
        self.viewer.show_field(path, tuple(near))
