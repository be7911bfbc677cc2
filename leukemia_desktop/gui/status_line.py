"""The status bar: the device that really ran, the model, the progress, and the notice that never goes."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QWidget

from leukemia_desktop.gui.core_words import research_use
from leukemia_desktop.gui.words import duration


class StatusLine(QStatusBar):
    """Every part says only what is known."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._model = ""
        self.device, self.model, self.progress_words = QLabel(self), QLabel(self), QLabel(self)
        self.memory = QLabel(self)
        self.memory.setToolTip(self.tr("Memory that this program takes"))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.bar.setAccessibleName(self.tr("Progress"))
        self._progress = QWidget(self)
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(6, 0, 6, 0)
        row.addWidget(self.bar)
        row.addWidget(self.progress_words)
        self.notice = QLabel(research_use(), self)
        self.addWidget(self.device)
        self.addWidget(self.model)
        self.addWidget(self.memory)
        self.addWidget(self._progress)
        self.addPermanentWidget(self.notice)
        self._progress.hide()
        self.device.setText(self.tr("Device: shown when a run starts"))
        self.model.setText(self.tr("No model yet"))

    def set_device(self, provider: str, threads: int) -> None:
        """What really runs."""
        if provider == "cpu":
            self.device.setText(self.tr("CPU · %n threads", "", threads))
        else:
            self.device.setText(provider.upper())

    def set_memory(self, taken: int | None) -> None:
        """Bytes that the program takes; None where the system does not say."""
        self.memory.setVisible(taken is not None)
        if taken is not None:
            self.memory.setText(self.tr("%s MB memory") % f"{taken / 1e6:,.0f}".replace(",", "\u202f"))

    def set_model(self, model: str, megabytes: float) -> None:
        """A model whose hash was checked."""
        self._model = self.tr("{model} · {size:.1f} MB · verified").format(model=model, size=megabytes)
        self.model.setText(self._model)

    def set_recipe_differs(self, differs: bool) -> None:
        """Say that fields are not preprocessed as the model was trained."""
        self.model.setText(f"{self._model} · {self.tr('recipe differs')}" if differs else self._model)

    def refuse_model(self) -> None:
        self.model.setText(self.tr("Model refused"))

    def set_progress(self, done: int, total: int, words: str) -> None:
        """`words` say rate and time left."""
        self._progress.show()
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        counted = self.tr("{done} of {total}").format(done=done, total=total)
        self.progress_words.setText(f"{counted} · {words}" if words else counted)

    def end_progress(self) -> None:
        self._progress.hide()


def pace_words(rate: float, left: float | None, unit: str, left_words: str) -> str:
    """`31 fields/s · 8 s left`; empty while nothing is known."""
    if rate <= 0:
        return ""
    speed = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
    return f"{speed} {unit}" + (f" · {left_words % duration(left)}" if left is not None else "")
