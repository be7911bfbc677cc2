"""The choice of a model, each checked in the background before it is used."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.errands import Added, Checked, add_model, check_model
from leukemia_desktop.gui.in_order import InOrder
from leukemia_desktop.gui.latest_only import LatestOnly


class ModelChoice(QComboBox):
    """`chosen` carries the name of another model, `checked` what is true of the one that was asked for last."""

    chosen = Signal(str)
    checked = Signal(object)
    listed = Signal()
    """The models at hand were read again."""
    added = Signal(object)
    """What became of a model that was to be added, see errands.Added."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setAccessibleName(self.tr("Model"))
        self.setToolTip(self.tr("The model that analyses"))
        self.setMinimumWidth(190)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEnabled(False)
        self._settings = Settings()
        self._checker = LatestOnly(lambda settings, _: iter([check_model(settings)]), self)
        self._checker.answered.connect(self._tell)
        self._adder = InOrder(add_model, self)
        self._adder.answered.connect(self._take_added)
        self.activated.connect(self._choose)

    def fill(self, settings: Settings) -> None:
        """List the models at hand and check the one that the settings name."""
        from leukemia_desktop.core.models import default_model, model_folders

        self._settings = settings
        wanted = settings.model or default_model()
        names = list(model_folders())
        if wanted and wanted not in names:
            names.insert(0, wanted)
        self.clear()
        for name in names:
            self.addItem(Path(name).name, name)
            self.setItemData(self.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self.findData(wanted))
        self.setEnabled(bool(names))
        self._checker.ask(settings)
        self.listed.emit()

    def add(self, source: Path) -> None:
        """Verify a model folder or a zip of one in the background, and list it."""
        self._adder.ask(source)

    def close_down(self) -> None:
        """End the checking threads and wait for them."""
        self._checker.close_down()
        self._adder.close_down()

    def _choose(self, index: int) -> None:
        self._settings = replace(self._settings, model=self.itemData(index))
        self._checker.ask(self._settings)
        self.chosen.emit(self._settings.model)

    def _take_added(self, added: Added) -> None:
        if not added.refusal:
            self.fill(self._settings)
        self.added.emit(added)

    def _tell(self, checked: Checked) -> None:
        if checked.wanted == self._settings.model:  # an answer for a model that is no longer asked for is no news
            self.checked.emit(checked)
