"""Keeps the session file up to date while the window is open, and brings back what it holds."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QTimer

from leukemia_desktop.gui.docks import right_to_left
from leukemia_desktop.gui.errands import Found
from leukemia_desktop.gui.latest_only import LatestOnly
from leukemia_desktop.gui.panels import offers
from leukemia_desktop.gui.session import Slide
from leukemia_desktop.gui.window_memory import LAYOUT
from leukemia_desktop.gui.workspace import OpenSlide, Workspace, read_workspace, write_workspace

if TYPE_CHECKING:
    from leukemia_desktop.core.recipe import Recipe
    from leukemia_desktop.gui.main_window import MainWindow

PACE = 1000
"""Milliseconds: what a person did in the last one is lost when the program is killed."""


class WorkspaceKeeper(QObject):
    """Reads the session file when it is made; looks once a second whether anything changed, and writes in a thread."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self.kept, self.complaint = read_workspace()
        self._files: set[Path] = set()
        self._names: dict[int, tuple[int, OpenSlide]] = {}
        self._recipe = self.kept.recipe
        self._panels: dict[str, Any] = dict(self.kept.panels)
        self._wanted: Workspace | None = None
        self._came_back: list[Slide] = []
        self._written = self.kept
        self._writer = LatestOnly(lambda workspace, _: _write(workspace), self)
        self._timer = QTimer(self, interval=PACE)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    # ---- keeping

    def note_opened(self, paths: Iterable[Path]) -> None:
        """Single files are opened again as single files."""
        self._files.update(Path(os.path.abspath(path)) for path in paths)

    def keep(self) -> None:
        """Write what is open, if it is not what was written last."""
        now = self._gather()
        if now != self._written and self._wanted is None:  # what is still on its way back is not forgotten
            self._written = now
            self._writer.ask(now)

    def close_down(self) -> None:
        """Write for the last time."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        self._writer.close_down()
        if self._wanted is None:
            write_workspace(self._gather())

    def _gather(self) -> Workspace:
        window, rooms = self._window, self._window.rooms
        if rooms is not None:
            for name, part in self._parts():
                for keep in offers([part], "keep"):
                    self._panels[name] = keep()
        if rooms is None or self._recipe is not None:  # still on its way back
            model, recipe = self.kept.model, self._recipe
        else:
            model = rooms.run.manifest.id if rooms.run.manifest else ""
            recipe = rooms.run.recipe.to_dict() if rooms.run.recipe else None
        return Workspace(
            slides=tuple(self._open_slide(slide) for slide in window.session.slides),
            field=str(window.session.field or ""),
            model=model,
            recipe=recipe,
            panels=dict(self._panels),
            geometry=_text(window.saveGeometry()),
            docks=_text(window.saveState(_layout())),
            arranging=window.orders["arrange"].isChecked(),
        )

    def _open_slide(self, slide: Slide) -> OpenSlide:
        count, known = self._names.get(slide.number, (-1, OpenSlide("")))
        if count != len(slide.fields):
            alone = bool(self._files) and all(field.path in self._files for field in slide.fields)
            known = OpenSlide(str(slide.folder), tuple(field.path.name for field in slide.fields) if alone else None)
            self._names[slide.number] = (len(slide.fields), known)
        return known

    def _parts(self) -> Iterator[tuple[str, object]]:
        rooms = self._window.rooms
        assert rooms is not None
        yield from (("table", rooms.table), ("viewer", rooms.viewer), ("display", rooms.display))
        yield from self._window.panels.items()

    # ---- bringing back

    def restore_window(self) -> bool:
        """Window and docks as they stood; False at the first start."""
        window = self._window
        geometry, docks = (QByteArray.fromBase64(text.encode()) for text in (self.kept.geometry, self.kept.docks))
        stood = not geometry.isEmpty() and window.restoreGeometry(geometry)
        window.orders["arrange"].setChecked(self.kept.arranging)
        return stood and not docks.isEmpty() and window.restoreState(docks, _layout())

    def restore_panels(self) -> None:
        """Give every panel what it kept."""
        for name, part in self._parts():
            if name in self.kept.panels:
                for restore in offers([part], "restore"):
                    restore(self.kept.panels[name])

    def paths(self) -> list[Path]:
        """What to open again; `taken` is to be called with what was found there."""
        found: list[Path] = []
        for slide in self.kept.slides:
            if slide.names is None:
                found.append(Path(slide.folder))
            else:
                found += [Path(slide.folder, name) for name in slide.names]
        if found:
            self._wanted = self.kept
            self.note_opened(path for path in found if path.is_file())
        return found

    def taken(self, found: Found) -> Found:
        """Of what was found those slides only that were open, folders below them not."""
        if self._wanted is None:
            return found
        folders = {Path(slide.folder) for slide in self._wanted.slides}
        return Found([field for field in found.fields if field.path.parent in folders], found.refusals)

    def choose(self) -> None:
        """Choose the field that was chosen, once its slide is there."""
        if self._wanted is not None:
            path, folders = Path(self._wanted.field), {Path(slide.folder) for slide in self._wanted.slides}
            self._wanted = None
            self._came_back = [slide for slide in self._window.session.slides if slide.folder in folders]
            if self._recipe is None:  # else when that is back
                self._recall()
            if self._window.session.slide_of(path) is not None:
                self._window.session.choose_field(path)

    def restore_recipe(self) -> None:
        """Once, when the model is there whose recipe was changed: change it again, which can be undone."""
        from leukemia_desktop.core.recipe import BadRecipe, Recipe

        rooms, kept = self._window.rooms, self._recipe
        self._recipe = None
        recipe: Recipe | None = None
        if kept is not None and rooms and rooms.run.manifest and rooms.run.manifest.id == self.kept.model:
            with suppress(BadRecipe):
                recipe = Recipe.from_dict(kept)
                rooms.preprocessing.use_steps(recipe, self.tr("Steps of the last session"))
                rooms.history.begin()  # the panel's own undo takes it back, not a key meant for what a person does now
        self._recall(recipe)

    def _recall(self, recipe: "Recipe | None" = None) -> None:
        """Show at once what the ledger holds of the slides that came back, when both they and the model are there."""
        rooms, slides = self._window.rooms, self._came_back
        if rooms and rooms.run.manifest and slides:
            self._came_back = []
            self._window.upkeep.recall(slides, recipe or rooms.run.recipe)


def _write(workspace: Workspace) -> Iterator[None]:
    write_workspace(workspace)
    yield None


def _layout() -> int:
    """A number for each direction of reading: an arrangement of the other one would stand the wrong way round."""
    return -LAYOUT if right_to_left() else LAYOUT


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()


def kept_part(kept: object, name: str, kind: type) -> Any:
    """What a panel finds under `name` in what it kept, or None where it is not of this kind: for use in `restore`."""
    value = kept.get(name) if isinstance(kept, Mapping) else None
    return value if isinstance(value, kind) else None
