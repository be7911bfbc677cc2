"""The viewer's own actions: their words and keys. The window puts them into its View menu."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog

from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.gui.view_picture import write_png
from leukemia_desktop.gui.viewport import NOTCH

if TYPE_CHECKING:
    from leukemia_desktop.gui.image_viewer import ImageViewer


class ViewerActions:
    """Made once for a viewer, and added to it."""

    def __init__(self, viewer: "ImageViewer"):
        self._viewer = viewer
        self.fit = self._add("viewer_fit", _say("Fit"), viewer.port.fit, "Ctrl+0")
        self.actual_size = self._add("viewer_actual_size", _say("100 %"), viewer.show_actual_size, "Ctrl+1")
        self.zoom_in = self._add("viewer_zoom_in", _say("Zoom in"), lambda: self._zoom(NOTCH), "+", "=")
        self.zoom_out = self._add("viewer_zoom_out", _say("Zoom out"), lambda: self._zoom(1 / NOTCH), "-")
        self.swipe = self._switch("viewer_swipe", _say("Swipe original and processed"), viewer.set_swipe, "W")
        self.three = self._switch("viewer_three", _say("Original, processed and model input"), viewer.set_three, "T")
        self.overview = self._switch("viewer_overview", _say("Overview when zoomed in"), viewer.navigator.set_wanted)
        self.overview.setChecked(True)
        self.calibrate = self._add("viewer_calibrate", _say("Calibrate by a known length…"), viewer.begin_calibration)
        self.uncalibrate = self._add("viewer_uncalibrate", _say("Forget calibration"), self._uncalibrate)
        self.copy = self._add("viewer_copy", _say("Copy view"), lambda: self._copy(with_overlays=True), "Ctrl+Shift+C")
        self.copy_bare = self._add(
            "viewer_copy_bare", _say("Copy view without overlays"), lambda: self._copy(with_overlays=False)
        )
        self.save = self._add("viewer_save", _say("Save view…"), self._ask_file, "Ctrl+Shift+S")
        viewer.calibrations.changed.connect(self.allow)
        self.allow()

    def allow(self) -> None:
        """What needs a field is there when there is one."""
        shown = self._viewer.has_field
        for action in (self.calibrate, self.copy, self.copy_bare, self.save):
            action.setEnabled(shown)
        self.uncalibrate.setEnabled(shown and self._viewer.calibrations.of(self._viewer.size_of_field) > 0)

    def follow(self, *, swipe: bool, three: bool) -> None:
        """Show which arrangement is on; nobody is told."""
        for action, on in ((self.swipe, swipe), (self.three, three)):
            with QSignalBlocker(action):
                action.setChecked(on)

    def _add(self, name: str, words: str, run: Callable[[], object], *keys: str) -> QAction:
        action = QAction(words, self._viewer)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda: run())
        self._viewer.addAction(action)
        return action

    def _switch(self, name: str, words: str, turn: Callable[[bool], object], *keys: str) -> QAction:
        action = self._add(name, words, lambda: None, *keys)
        action.setCheckable(True)
        action.toggled.connect(turn)
        return action

    def _uncalibrate(self) -> None:
        self._viewer.calibrations.set(self._viewer.size_of_field, 0)

    def _zoom(self, factor: float) -> None:
        self._viewer.port.set_zoom(self._viewer.port.zoom * factor)

    def _copy(self, *, with_overlays: bool) -> None:
        QGuiApplication.clipboard().setImage(self._viewer.picture(with_overlays=with_overlays))

    def _ask_file(self) -> None:
        bare, full = _say("PNG without overlays (*.png)"), _say("PNG with overlays (*.png)")
        name = f"{self._viewer.field_name} view.png"
        dialog = QFileDialog(self._viewer, _say("Save view"), "", f"{full};;{bare}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.selectFile(name)
        dialog.fileSelected.connect(
            lambda given: self.save_to(given, with_overlays=dialog.selectedNameFilter() != bare) if given else None
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, given: str, *, with_overlays: bool = True) -> None:
        """Write the view to a PNG file; `said` of the viewer tells how it went."""
        from pathlib import Path

        path = Path(given)
        try:
            write_png(self._viewer.picture(with_overlays=with_overlays), path, synthetic=self._viewer.synthetic)
        except UnwritableFile as error:
            self._viewer.said.emit(str(error))
        else:
            self._viewer.said.emit(_say("View written to %s") % path)


def _say(text: str) -> str:
    return QCoreApplication.translate("ImageViewer", text)
