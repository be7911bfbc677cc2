"""The laboratory's own reviewed fields and cells beside the case, at the same scale: chosen ones, or those reviewed last."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from leukemia_desktop.core.outcome import Result
from leukemia_desktop.core.references import Reference, Spot
from leukemia_desktop.core.review import REVIEW_LABELS
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.gui.core_words import message
from leukemia_desktop.gui.gallery_panel import GalleryPanel
from leukemia_desktop.gui.latest_only import LatestOnly
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.reference_list import PICTURED, REFERENCE, ReferenceList, ReferenceModel
from leukemia_desktop.gui.referring import Asked, Listed, Pictured, Referrer
from leukemia_desktop.gui.review_marks import review_icon, review_words
from leukemia_desktop.gui.review_panel import ReviewPanel
from leukemia_desktop.gui.workspace_keeper import kept_part

if TYPE_CHECKING:
    from leukemia_desktop.gui.main_window import MainWindow

WHICH = ("chosen", "reviewed")


def build(window: "MainWindow") -> QWidget:
    """See gui.panels."""
    review, gallery = window.panels["review"], window.panels["gallery"]
    assert isinstance(review, ReviewPanel) and isinstance(gallery, GalleryPanel)
    return ReferencePanel(window, review, gallery)


class ReferencePanel(QWidget):
    """Reads while it can be seen. What is chosen goes to the record through the review's desk."""

    def __init__(self, window: "MainWindow", review: ReviewPanel, gallery: GalleryPanel):
        super().__init__(window)
        assert window.rooms is not None
        self._window, self._review, self._mark, self._viewer = window, review, gallery.mark, window.rooms.viewer
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = window.settings
        self._seen, self._asked, self._listed = False, None, None
        self._asked: Asked | None
        self._listed: Listed | None
        self._selected: tuple[str, int] | None = None
        self._worker = LatestOnly(Referrer().refer, self)
        self._worker.answered.connect(self._take)
        self.model = ReferenceModel(self)
        self._build()
        desk, session = review.desk, window.session
        desk.recorded.connect(self.look)
        for signal in (desk.changed, desk.entered, session.field_chosen, session.blinded, self._mark.marked):
            signal.connect(lambda *_: self._allow())
        session.added.connect(lambda _: self.look())
        for changed in (self._viewer.port.changed, self._viewer.calibrations.changed, self._viewer.shown):
            changed.connect(lambda *_: self._follow_scale())
        self._say()
        self._allow()

    # ---- what a person asks for

    def add_field(self) -> None:
        """Take the field on the screen among the references."""
        self._add(None)

    def add_cell(self) -> None:
        """Take the marked cell of the field on the screen among the references."""
        if spot := self._mark.spot:
            self._add(spot)

    def turn(self) -> None:
        """Take the chosen reference away, or take the chosen reviewed field among the references."""
        reference = self.selected()
        if reference is None:
            return
        if not self._review.desk.reader:
            self._review.ask_reader(self.turn)
        elif reference.chosen:
            # with the place where its file was found, so that it can be taken back
            self._review.desk.unrefer(replace(reference, path=self._path_of(reference)))
        else:
            self._review.desk.refer(reference.image_sha256, self._path_of(reference), None)

    def open_selected(self) -> None:
        """Show the chosen reference in the viewer; its slide is opened where it is not."""
        reference = self.selected()
        if reference is None:
            return
        index = self.view.currentIndex()
        pictured: Pictured | None = index.data(PICTURED)
        if pictured is None or pictured.path is None:
            self._window.notice.say(
                self.tr("The file was not found: %s. Open the folder in which it lies now.") % reference.path
            )
            return
        if cell := reference.cell:
            self._mark.show(pictured.path, cell.number, cell.x, cell.y, cell.diameter)
        if self._window.session.slide_of(pictured.path):
            self._window.session.choose_field(pictured.path)
        else:
            self._window.open([pictured.path])

    def selected(self) -> Reference | None:
        """The reference that a person chose in the list."""
        index = self.view.currentIndex()
        return index.data(REFERENCE) if index.isValid() else None

    def look(self) -> None:
        """Ask the ledger anew, where this can be seen."""
        if not self._seen or self._window.session.blind:
            return
        folders = [slide.folder for slide in self._window.session.slides]
        places = [self._window.memory.place("slides")]
        places = [place for place in places if place != Path.home()]  # never set: a home folder is no archive
        which = WHICH[self.which.currentIndex()]
        self._asked = Asked(self._settings.ledger_path, which, (*folders, *places), self._settings.max_megapixels)
        self._worker.ask(self._asked)

    # ---- what the window tells

    def set_seen(self, seen: bool) -> None:
        """See gui.panels."""
        self._seen = seen
        self.look()

    def set_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.look()

    def set_theme(self, look: Look) -> None:
        self.view.set_look(look)

    def keep(self) -> dict[str, object]:
        return {"which": WHICH[self.which.currentIndex()], "label": self.model.wanted}

    def restore(self, kept: object) -> None:
        which, label = kept_part(kept, "which", str), kept_part(kept, "label", str)
        self.which.setCurrentIndex(WHICH.index(which) if which in WHICH else 0)
        self.label.setCurrentIndex(max(0, self.label.findData(label or "")))

    def close_down(self) -> None:
        """End the worker after the file in hand."""
        self._worker.close_down()

    # ---- inside

    def _build(self) -> None:
        heading = QLabel(self.tr("Reference"), self)
        heading.setObjectName("heading")
        self.which, self.label = QComboBox(self), QComboBox(self)
        self.which.addItems([self.tr("Chosen"), self.tr("Reviewed last")])
        self.which.setAccessibleName(self.tr("Which fields"))
        self.label.addItem(self.tr("All classes"), "")
        self.label.setAccessibleName(self.tr("Class"))
        for label in REVIEW_LABELS:
            self.label.addItem(review_icon(label), review_words(label), label)
        self.which.currentIndexChanged.connect(lambda _: self.look())
        self.label.currentIndexChanged.connect(lambda _: self._want())
        self.words = QLabel(self)
        self.words.setObjectName("caption")
        self.words.setMinimumWidth(10)
        self.view = ReferenceList(self.scale_of, self)
        self.view.setAccessibleName(self.tr("References, the newest first"))
        self.view.setModel(self.model)
        self.view.activated.connect(lambda _: self.open_selected())
        self.view.selectionModel().currentChanged.connect(lambda index, _: self._note_selected(index.data(REFERENCE)))
        self.field_button = self._button("reference_field", self.tr("Add this field"), self.add_field)
        self.cell_button = self._button("reference_cell", self.tr("Add marked cell"), self.add_cell)
        self.open_button = self._button("reference_open", self.tr("Open"), self.open_selected)
        self.turn_button = self._button("reference_turn", self.tr("Remove"), self.turn)
        self.cell_button.setToolTip(self.tr("A click on a cell in Cells, or on its number in the result, marks it"))
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 12, 4)
        top.setSpacing(8)
        for part in (heading, self.which, self.label):
            top.addWidget(part)
        top.addWidget(self.words, 1)
        for button in (self.field_button, self.cell_button, self.open_button, self.turn_button):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)

    def _button(self, name: str, words: str, run: object) -> QPushButton:
        action = QAction(words, self)
        action.setObjectName(name)
        action.triggered.connect(run)
        self.addAction(action)
        button = QPushButton(words, self)
        button.setObjectName("small")
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: (button.setEnabled(action.isEnabled()), button.setText(action.text())))
        return button

    def scale_of(self, size: tuple[int, int]) -> float:
        """Screen points a pixel of a field of this size, so that lengths are those of the field in the viewer."""
        zoom, known = self._viewer.port.zoom, self._viewer.calibrations.of
        here, there = known(self._viewer.size_of_field), known(size)
        return zoom * there / here if here and there else zoom

    def _add(self, spot: Spot | None) -> None:
        outcome = self._window.session.outcome_of(self._window.session.field)
        if outcome is None:
            return
        if not self._review.desk.reader:
            self._review.ask_reader(lambda: self._add(spot))
        else:
            self._review.desk.refer(outcome.key.image_sha256, outcome.field.path, spot)

    def _path_of(self, reference: Reference) -> Path:
        pictured: Pictured | None = self.view.currentIndex().data(PICTURED)
        return (pictured.path if pictured else None) or reference.path

    def _take(self, answer: Listed | Pictured) -> None:
        if answer.asked is not self._asked:
            return
        if isinstance(answer, Pictured):
            self.model.put(answer)
            self._allow()
            return
        self._listed = answer
        selected = self._selected
        self.model.set_references(answer.references)
        self._select(selected)
        self._say()

    def _want(self) -> None:
        selected = self._selected
        self.model.want(self.label.currentData())
        self._select(selected)
        self._say()

    def _select(self, name: tuple[str, int] | None) -> None:
        row = self.model.row_of(name) if name else -1
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
        self._allow()

    def _note_selected(self, reference: Reference | None) -> None:
        self._selected = reference.name if reference else None
        self._allow()

    def _follow_scale(self) -> None:
        self.view.viewport().update()
        self._say()

    def _allow(self) -> None:
        window, desk = self._window, self._review.desk
        outcome = window.session.outcome_of(window.session.field)
        # one that could not be read has no picture to compare with, also when it was set aside
        can = isinstance(outcome, Result) and not desk.blind and desk.review_of(outcome) is not None
        reference = self.selected()
        actions = {action.objectName(): action for action in self.actions()}
        actions["reference_field"].setEnabled(can)
        actions["reference_cell"].setEnabled(can and self._mark.spot is not None)
        actions["reference_open"].setEnabled(reference is not None)
        actions["reference_turn"].setEnabled(reference is not None)
        take = reference is not None and not reference.chosen
        actions["reference_turn"].setText(self.tr("Take as reference") if take else self.tr("Remove"))

    def _say(self) -> None:
        listed = self._listed
        if listed is not None and listed.refusal:
            words = message(listed.refusal)
        elif not self.model.rowCount():
            if self.which.currentIndex():
                words = self.tr("No reviewed field is known that is not a reference already.")
            elif self.model.wanted and listed is not None and listed.references:
                words = self.tr("No reference of this class yet.")
            else:
                words = self.tr("No reference yet. Review a field, then add it here, or take one of those reviewed last.")
        elif self._viewer.calibrations.of(self._viewer.size_of_field):
            words = self.tr("As large as in the viewer, in µm")
        else:
            words = self.tr("As large as in the viewer, pixel for pixel")
        if listed is not None and listed.left_out:
            words += " · " + self.tr("%d more are not shown") % listed.left_out
        self.words.setText(words)
