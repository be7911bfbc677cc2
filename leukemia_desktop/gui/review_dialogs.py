"""What the review asks a person: who is reading, why, whether to sign, why to unlock. None of them holds the window up."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

WIDTH = 420


class _Question(QDialog):
    """Words above, rows to fill in, and a button that says what it does."""

    def __init__(self, title: str, words: str, agree: str, parent: QWidget):
        super().__init__(parent)
        self.setWindowTitle(title)
        self.words = QLabel(words, self)
        self.words.setWordWrap(True)
        self.words.setFixedWidth(WIDTH)
        self.words.setMinimumHeight(self.words.heightForWidth(WIDTH))
        self.rows = QFormLayout()
        buttons = QDialogButtonBox(self)
        self.agree_button = buttons.addButton(agree, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.agree_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addLayout(self.rows)
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)

    def need(self, line: QLineEdit) -> None:
        """Nothing can be agreed to while this line is empty."""
        line.textChanged.connect(lambda text: self.agree_button.setEnabled(bool(text.strip())))
        self.agree_button.setEnabled(bool(line.text().strip()))
        line.returnPressed.connect(self._agree)  # an editable box keeps Return to itself

    def accept(self) -> None:
        """Once: Return can come from the line and from the button."""
        if self.isVisible():
            super().accept()

    def _agree(self) -> None:
        if self.agree_button.isEnabled():
            self.accept()


class ReasonQuestion(_Question):
    """`answered` carries the reason; any text will do."""

    answered = Signal(str)

    def __init__(self, words: str, reasons: Sequence[str], last: str, parent: QWidget):
        super().__init__(_say("Reason"), words, _say("Keep"), parent)
        self.reason = QComboBox(self)
        self.reason.setEditable(True)
        self.reason.setCompleter(None)  # Return would put the first of the list in place of what is selected
        self.reason.addItems(list(reasons))
        self.reason.setCurrentText(last or next(iter(reasons), ""))
        line = self.reason.lineEdit()
        assert line is not None
        self.need(line)
        line.selectAll()
        self.rows.addRow(_say("Reason"), self.reason)
        self.reason.setFocus()
        self.accepted.connect(lambda: self.answered.emit(self.reason.currentText().strip()))


class ReaderQuestion(_Question):
    """`answered` carries name and PIN; a new name is added with that PIN, or without one."""

    answered = Signal(str, str)

    def __init__(self, readers: dict[str, bool], last: str, parent: QWidget):
        words = _say(
            "Every review carries the reader's name. A new name is added; a PIN is optional and stays on this computer."
        )
        super().__init__(_say("Who is reading?"), words, _say("Read"), parent)
        self._readers = readers
        self.name = QComboBox(self)
        self.name.setEditable(True)
        self.name.setCompleter(None)  # Return would put the first of the list in place of what is selected
        self.name.addItems(list(readers))
        self.name.setCurrentText(last)
        self.pin = QLineEdit(self)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        line = self.name.lineEdit()
        assert line is not None
        self.need(line)
        self.name.currentTextChanged.connect(self._follow)
        self.rows.addRow(_say("Name"), self.name)
        self.rows.addRow(_say("PIN"), self.pin)
        self.name.setFocus()
        self._follow(last)
        self.accepted.connect(lambda: self.answered.emit(self.name.currentText().strip(), self.pin.text()))

    def _follow(self, name: str) -> None:
        asks = self._readers.get(" ".join(name.split()))
        self.pin.setEnabled(asks is not False)
        self.pin.setPlaceholderText({True: "", False: _say("none is asked for"), None: _say("optional")}[asks])


class SignQuestion(_Question):
    """`answered` carries a comment, which may be empty."""

    answered = Signal(str)

    def __init__(self, slide: str, sentence: str, reader: str, parent: QWidget):
        words = "\n\n".join(
            (
                sentence,
                _say("Signing locks every review of slide {slide}. The record will say: {reader}, now.").format(
                    slide=slide, reader=reader
                ),
            )
        )
        super().__init__(_say("Sign off"), words, _say("Sign off"), parent)
        self.comment = QLineEdit(self)
        self.rows.addRow(_say("Comment"), self.comment)
        self.comment.setFocus()
        self.accepted.connect(lambda: self.answered.emit(self.comment.text().strip()))


class UnlockQuestion(_Question):
    """`answered` carries the reason, which there must be."""

    answered = Signal(str)

    def __init__(self, slide: str, by: str, parent: QWidget):
        words = _say("Slide {slide} is signed off by {by}. Unlocking is recorded; the sign-off stays in the record.")
        super().__init__(_say("Unlock"), words.format(slide=slide, by=by), _say("Unlock"), parent)
        self.reason = QLineEdit(self)
        self.rows.addRow(_say("Reason"), self.reason)
        self.need(self.reason)
        self.reason.setFocus()
        self.accepted.connect(lambda: self.answered.emit(self.reason.text().strip()))


class BulkQuestion(_Question):
    """`answered` carries label and reason for all the rows."""

    answered = Signal(str, str)

    def __init__(
        self, count: int, labels: Iterable[tuple[str, str]], reasons: Sequence[str], left_out: str, parent: QWidget
    ):
        words = _say("The same review for %s fields, one entry each. It can be undone at once.") % count
        super().__init__(_say("Review rows"), f"{words}\n{left_out}".strip(), _say("Review %s fields") % count, parent)
        self.label, self.reason = QComboBox(self), QComboBox(self)
        for key, shown in labels:
            self.label.addItem(shown, key)
        self.reason.setEditable(True)
        self.reason.setCompleter(None)  # Return would put the first of the list in place of what is selected
        self.reason.addItems(list(reasons))
        self.rows.addRow(_say("Label"), self.label)
        self.rows.addRow(_say("Reason"), self.reason)
        line = self.reason.lineEdit()
        assert line is not None
        self.need(line)
        self.accepted.connect(lambda: self.answered.emit(self.label.currentData(), self.reason.currentText().strip()))


class ReasonsQuestion(_Question):
    """`answered` carries the list, one reason a line."""

    answered = Signal(list)

    def __init__(self, reasons: Sequence[str], parent: QWidget):
        words = _say("One reason a line. Reasons that were given stay as they are.")
        super().__init__(_say("Reasons"), words, _say("Keep"), parent)
        self.lines = QPlainTextEdit("\n".join(reasons), self)
        self.rows.addRow(self.lines)
        self.accepted.connect(lambda: self.answered.emit(self.lines.toPlainText().splitlines()))


def _say(text: str) -> str:
    return QCoreApplication.translate("review", text)
