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

from leukemia_desktop.core.agreement import FIRST, PROGRAM, SECOND, Comparison, compare_readers, labels_of
from leukemia_desktop.core.outcome import Result
from leukemia_desktop.core.review import Readings
from leukemia_desktop.gui.review_marks import review_words
from leukemia_desktop.gui.screen_room import resize_within

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
        resize_within(self, 760, 680)
        self.table = QTableWidget(0, 5, self)
        self.table.setAccessibleName(_say("Agreement"))
        heads = (_say("Slide"), _say("Who"), _say("Fields"), _say("Agree"), _say("Cohen's kappa (95 %)"))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._comparisons: list[Comparison] = []
        self.labels = QTableWidget(self)
        self.labels.setAccessibleName(_say("Fields by what the one and the other says"))
        self.labels.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.labels.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.who = QLabel(self)
        self.who.setObjectName("heading")
        self.fields = QListWidget(self)
        self.fields.setAccessibleName(_say("Fields on which readers disagree"))
        self.fields.itemActivated.connect(lambda item: self.chosen.emit(item.data(PATH)))
        self._fill(slides)
        self.table.currentCellChanged.connect(lambda row, *_: self._show_labels(row))
        self._show_labels(0)
        self.table.selectRow(0)
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
        column.addWidget(self.who)
        column.addWidget(self.labels, 3)
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

    def _show_labels(self, row: int) -> None:
        """The agreement table of a row: how many fields got which label of the one, and which of the other."""
        shown = 0 <= row < len(self._comparisons)
        self.labels.setVisible(shown)
        self.who.setVisible(shown)
        if not shown:
            return
        compared, labels = self._comparisons[row], labels_of(self._comparisons[row].found)
        words = _say("{slide}: rows are what the {one} says, columns the {other}")
        slide = self.table.item(row, 0).text()
        self.who.setText(words.format(slide=slide, one=_who(compared.one), other=_who(compared.other)))
        self.labels.setRowCount(len(labels))
        self.labels.setColumnCount(len(labels))
        self.labels.setVerticalHeaderLabels([review_words(label) for label in labels])
        self.labels.setHorizontalHeaderLabels([review_words(label) for label in labels])
        for at, one in enumerate(labels):
            for beside, other in enumerate(labels):
                item = QTableWidgetItem(str(compared.found.table.get((one, other), 0)))
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                font = item.font()
                font.setBold(one == other)  # where both say the same
                item.setFont(font)
                self.labels.setItem(at, beside, item)

    def _add(self, slide: str, found: Comparison) -> None:
        self._comparisons.append(found)
        measured = found.found
        kappa = (
            _say("none: one label only")
            if measured.kappa is None
            else f"{measured.kappa:.2f}  ({measured.low:.2f} – {measured.high:.2f})"
        )
        self._row((slide, f"{_who(found.one)} – {_who(found.other)}", str(measured.fields), str(measured.agreed), kappa))

    def _row(self, cells: Sequence[str]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            self.table.setItem(row, column, item)


def _who(who: str) -> str:
    return {FIRST: _say("first reader"), SECOND: _say("second reader"), PROGRAM: _say("program")}[who]


def _joined(slides: Sequence[Read]) -> dict[str, Readings]:
    return {image: held for each in slides for image, held in each.readings.items()}


def _say(text: str) -> str:
    return QCoreApplication.translate("review", text)
