"""The menu of presets: use, save, delete, import, export."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox

from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.gui import presets

if TYPE_CHECKING:
    from leukemia_desktop.gui.preprocessing_panel import PreprocessingPanel


class PresetMenu(QMenu):
    """Lists the presets as they are on disk each time it opens."""

    def __init__(self, panel: "PreprocessingPanel"):
        super().__init__(panel)
        self._panel = panel
        self.aboutToShow.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the names again."""
        self.clear()
        names = presets.names()
        for name in names:
            self.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, name=name: self.use(name))
        if not names:
            self.addAction(self.tr("No presets yet")).setEnabled(False)
        self.addSeparator()
        self.addAction(self.tr("Save as preset…")).triggered.connect(self._ask_name)
        deletes = self.addMenu(self.tr("Delete preset"))
        deletes.setEnabled(bool(names))
        for name in names:
            deletes.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, name=name: self.delete(name))
        self.addSeparator()
        self.addAction(self.tr("Import from file…")).triggered.connect(self._ask_import)
        self.addAction(self.tr("Export to file…")).triggered.connect(self._ask_export)

    def use(self, name: str) -> None:
        """Take over the steps of a preset."""
        try:
            recipe = presets.load(name)
        except presets.BadPreset as error:
            self._complain(error)
            return
        self._panel.use_steps(recipe, self.tr("Use preset %s") % name)

    def save(self, name: str) -> None:
        """Keep the recipe under a name."""
        try:
            presets.save(name, self._panel.recipe)
        except (UnwritableFile, OSError) as error:
            self._complain(error)

    def delete(self, name: str) -> None:
        """Forget a preset."""
        try:
            presets.delete(name)
        except OSError as error:
            self._complain(error)

    def import_file(self, path: Path) -> None:
        """Take over the steps in a file and keep it among the presets; one of the same name is not overwritten."""
        try:
            name, recipe = presets.read(path)
            taken, free, number = set(presets.names()), name, 2
            while free in taken:
                free, number = f"{name} ({number})", number + 1
            presets.save(free, recipe)
        except (presets.BadPreset, UnwritableFile, OSError) as error:
            self._complain(error)
            return
        self._panel.use_steps(recipe, self.tr("Import %s") % path.name)

    def export_file(self, path: Path) -> None:
        """Write the recipe to a file."""
        try:
            presets.write(path, path.stem, self._panel.recipe)
        except UnwritableFile as error:
            self._complain(error)

    def _ask_name(self) -> None:
        dialog = QInputDialog(self._panel)
        dialog.setObjectName("preset_name")
        dialog.setWindowTitle(self.tr("Save as preset"))
        dialog.setLabelText(self.tr("Name of the preset"))
        dialog.textValueSelected.connect(lambda name: self.save(name.strip()) if name.strip() else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._panel, self.tr("Import preset"), "", self.tr("Presets (*.json)"))
        if name:
            self.import_file(Path(name))

    def _ask_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._panel, self.tr("Export preset"), "preset.json", self.tr("Presets (*.json)")
        )
        if name:
            self.export_file(Path(name))

    def _complain(self, error: Exception) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Preset"), str(error), parent=self._panel)
        box.open()
        box.finished.connect(box.deleteLater)
