"""Asks where results go, in which formats, several at once, and whether names become pseudonyms."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from leukemia_desktop.gui.bidi import isolated
from leukemia_desktop.gui.export import format_words, split, targets, written
from leukemia_desktop.gui.window_memory import WindowMemory

WIDTH = 560
IN_A_ROW = 5


class ExportDialog(QDialog):
    """`agreed` carries the files to write and whether with pseudonyms; what was chosen last is chosen at first."""

    agreed = Signal(list, bool)

    def __init__(self, title: str, name: str, formats: Sequence[str], memory: WindowMemory, parent: QWidget):
        """`name` is the file's, without an ending; under pseudonyms it is proposed no more, it may be that of a slide."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._memory, self._name = memory, name
        self.file = QLineEdit(self)
        self.file.setAccessibleName(self.tr("File"))
        self.file.setMinimumWidth(WIDTH - 190)
        self.folder_button = QPushButton(self.tr("Other folder…"), self)
        self.folder_button.setAutoDefault(False)
        self.formats = {each: QCheckBox(format_words(each), self) for each in formats}
        self.pseudonyms = QCheckBox(self.tr("Pseudonyms instead of the names of slides and files"), self)
        self.pseudonyms.setToolTip(
            self.tr(
                "The same name has the same pseudonym in every report of this ledger. What is written in a picture stays."
            )
        )
        self.words = QLabel(self)
        self.words.setObjectName("caption")
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(3 * self.words.fontMetrics().lineSpacing())
        self.buttons = QDialogButtonBox(self)
        self.save_button = self.buttons.addButton(QDialogButtonBox.StandardButton.Save)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._place()
        for each, box in self.formats.items():
            box.setChecked(memory.shows(f"export_{each}", each == "csv"))
            box.toggled.connect(self._drop_ending)
        self.file.setText(str(memory.place("reports") / name))
        self.pseudonyms.toggled.connect(self._rename)
        self.pseudonyms.setChecked(memory.shows("export_pseudonyms", False))
        self.file.textEdited.connect(self._take_ending)
        self.file.textChanged.connect(lambda _: self._say())
        self.folder_button.clicked.connect(self._ask_folder)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.finished.connect(lambda _: parent.activateWindow())
        self.file.setFocus()
        self.file.selectAll()
        self._say()

    def chosen(self) -> list[Path]:
        """The reports that would be written now."""
        base = split(self.file.text().strip(), self.formats)[0]
        ticked = [each for each, box in self.formats.items() if box.isChecked()]
        if not Path(base).name or base.endswith(("/", "\\")):
            return []
        return targets(self._memory.place("reports") / Path(base).expanduser(), ticked)

    def accept(self) -> None:
        """Keep what was ticked for the next time, and tell."""
        paths = self.chosen()
        if not paths or not self.isVisible():
            return
        for each, box in self.formats.items():
            self._memory.keep_shows(f"export_{each}", box.isChecked())
        self._memory.keep_shows("export_pseudonyms", self.pseudonyms.isChecked())
        if paths[0].parent.is_dir():
            self._memory.keep_place("reports", paths[0].parent)
        super().accept()
        self.agreed.emit(paths, self.pseudonyms.isChecked())

    # ---- inside

    def _place(self) -> None:
        line, boxes = QHBoxLayout(), QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.file, 1)
        line.addWidget(self.folder_button)
        boxes.setSpacing(14)
        for box in self.formats.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        rows = QFormLayout()
        rows.setVerticalSpacing(10)
        rows.addRow(self.tr("File"), line)
        rows.addRow(self.tr("Formats"), boxes)
        rows.addRow(self.tr("Names"), self.pseudonyms)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(rows)
        column.addWidget(self.words)
        column.addWidget(self.buttons)
        self.setMinimumWidth(WIDTH)

    def _ask_folder(self) -> None:
        paths = self.chosen()
        start = str(paths[0].parent if paths else self._memory.place("reports"))
        given = QFileDialog.getExistingDirectory(self, self.tr("Export to this folder"), start)
        if given:
            self.file.setText(str(Path(given) / (Path(self.file.text()).name or self._name)))

    def _take_ending(self, typed: str) -> None:
        """An ending that names a format asks for that one alone."""
        named = split(typed.strip(), self.formats)[1]
        if named:
            for each, box in self.formats.items():
                box.blockSignals(True)
                box.setChecked(each == named)
                box.blockSignals(False)

    def _drop_ending(self) -> None:
        self.file.setText(split(self.file.text().strip(), self.formats)[0])
        self._say()

    def _rename(self, pseudonyms: bool) -> None:
        """A file that is called as its slide would give away what the report keeps to itself."""
        plain, neutral = self._name, self.tr("results")
        before, after = (plain, neutral) if pseudonyms else (neutral, plain)
        path = Path(self.file.text())
        if path.name == before:
            self.file.setText(str(path.with_name(after)))
        self._say()

    def _say(self) -> None:
        """What would be written, and what is replaced by it."""
        paths = self.chosen()
        there = [path for path in written(paths) if path.exists()]
        self.save_button.setEnabled(bool(paths) and paths[0].parent.is_dir())
        self.save_button.setText(self.tr("Replace") if there else self.tr("Save"))
        names = ", ".join(isolated(path.name) for path in written(paths))
        lines = [self.tr("Writes %s") % names] if paths else [self.tr("Name a file and tick a format.")]
        if paths and not paths[0].parent.is_dir():
            lines = [self.tr("There is no folder %s") % isolated(str(paths[0].parent))]
        elif there:
            lines.append(self.tr("Replaces %s") % ", ".join(isolated(path.name) for path in there))
        self.words.setText("\n".join(lines))
