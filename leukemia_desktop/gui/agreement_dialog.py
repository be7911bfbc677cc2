"""How far readers and program agree, slide by slide and over all, and the fields on which they do not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from leukemia_desktop.core.agreement import FIRST, PROGRAM, SECOND, Comparison, compare_readers
from leukemia_desktop.core.outcome import Result
from leukemia_desktop.core.review import Readings
from leukemia_desktop.gui.review_marks import review_words

PATH = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Read:
    """The analysed fields of a slide, and what persons said of them, by image."""

    slide: str
    results: Sequence[Result]
    readings: Mapping[str, Readings]


class AgreementDialog(QDialog):
    """`chosen` tells the field of the list that a person went to."""

    chosen = Signal(Path)

    def __init__(self, slides: Sequence[Read], parent: QWidget):
        super().__init__(parent)
        self.setWindowTitle(_say("Agreement"))
        self.resize(760, 520)
        self.table = QTableWidget(0, 5, self)
        self.table.setAccessibleName(_say("Agreement"))
        heads = (_say("Slide"), _say("Who"), _say("Fields"), _say("Agree"), _say("Cohen's kappa (95 %)"))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.fields = QListWidget(self)
        self.fields.setAccessibleName(_say("Fields on which readers disagree"))
        self.fields.itemActivated.connect(lambda item: self.chosen.emit(item.data(PATH)))
        self._fill(slides)
        note = QLabel(
            _say(
                "The interval takes fields for independent of each other. Fields of one slide are not: the true one is"
                " wider. A consensus is not counted: it was found together."
            ),
            self,
        )
        self.caption = QLabel(self)
        count = self.fields.count()
        self.caption.setText(
            _say("Fields on which readers disagree: %s. Enter goes to one.") % count
            if count
            else _say("No field on which two readers disagree.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.table, 3)
        column.addWidget(note)
        column.addWidget(self.caption)
        column.addWidget(self.fields, 2)
        for label, name in ((note, "caption"), (self.caption, "heading")):
            label.setObjectName(name)
            label.setWordWrap(True)
        self.fields.setVisible(bool(count))
        self.finished.connect(self.deleteLater)

    def _fill(self, slides: Sequence[Read]) -> None:
        whole = Read(_say("All slides"), [r for each in slides for r in each.results], _joined(slides))
        for each in [*slides, whole] if len(slides) > 1 else slides:
            program = {result.key.image_sha256: result.verdict.label for result in each.results}
            for found in compare_readers(each.readings, program):
                self._add(each.slide, found)
        if not self.table.rowCount() and not any(each.readings for each in slides):
            self._row((_say("Nothing is reviewed yet."), "", "", "", ""))
        for each in slides:
            for result in each.results:
                held = each.readings.get(result.key.image_sha256)
                if held and held.disagree:
                    said = ", ".join(f"{review.reader}: {review_words(review.label)}" for review in held.each)
                    item = QListWidgetItem(f"{each.slide} / {result.field.name}   {said}", self.fields)
                    item.setData(PATH, result.field.path)

    def _add(self, slide: str, found: Comparison) -> None:
        who = {FIRST: _say("first reader"), SECOND: _say("second reader"), PROGRAM: _say("program")}
        measured = found.found
        kappa = (
            _say("none: one label only")
            if measured.kappa is None
            else f"{measured.kappa:.2f}  ({measured.low:.2f} – {measured.high:.2f})"
        )
        self._row((slide, f"{who[found.one]} – {who[found.other]}", str(measured.fields), str(measured.agreed), kappa))

    def _row(self, cells: Sequence[str]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column in (2, 3):
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)


def _joined(slides: Sequence[Read]) -> dict[str, Readings]:
    return {image: held for each in slides for image, held in each.readings.items()}


def _say(text: str) -> str:
    return QCoreApplication.translate("review", text)
