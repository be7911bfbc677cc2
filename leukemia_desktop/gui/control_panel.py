"""The daily control: a folder of known fields is run before patient slides, and compared with what it gave before."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from leukemia_desktop.core.control import STATISTICS, Finding, deviation
from leukemia_desktop.core.daily import Standing
from leukemia_desktop.gui.controlling import Asked, Told, stand
from leukemia_desktop.gui.core_words import message
from leukemia_desktop.gui.drift_chart import DriftChart
from leukemia_desktop.gui.latest_only import LatestOnly
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.scrolling import scrolled

if TYPE_CHECKING:
    from leukemia_desktop.gui.main_window import MainWindow

MOST = 4
"""Findings that are named; the others are counted."""


def build(window: "MainWindow") -> QWidget:
    """See gui.panels."""
    panel = ControlPanel(window)
    window.orders["analyse"].triggered.connect(lambda _=False: panel.look(before_run=True))
    window.models.checked.connect(lambda _: panel.look())
    return panel


class ControlPanel(QWidget):
    """Says how the control stands; before a run it speaks up in the notice bar where that is not well."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.folder = window.memory.folder("control")
        self.standing: Standing | None = None
        self._busy = False
        self._warning = ""
        self._worker = LatestOnly(stand, self)
        self._worker.answered.connect(self._take)
        self._build()
        self._show()

    def set_theme(self, look: Look) -> None:
        self.chart.set_look(look)

    def close_down(self) -> None:
        """End the worker; a check that is not through leaves no trace."""
        self._worker.close_down()

    # ---- what a person asks for

    def choose(self, folder: Path) -> None:
        """Make this the control folder."""
        self.folder, self.standing = folder, None
        self._window.memory.keep_place("control", folder)
        self._show()
        self.look()

    def look(self, *, before_run: bool = False) -> None:
        """Read how the folder stands; nothing while a check goes on."""
        if not self._busy:
            self._ask("look", before_run=before_run)

    def check(self) -> None:
        """Run the folder and compare."""
        self._begin("check")

    def make_baseline(self) -> None:
        """Run the folder; from now on it is compared with this, or with this and the baseline runs just before."""
        self._begin("baseline")

    # ---- inside

    def _build(self) -> None:
        heading = QLabel(self.tr("Daily control"), self)
        heading.setObjectName("heading")
        self.place, self.state, self.findings = QLabel(self), QLabel(self), QLabel(self)
        self.place.setObjectName("caption")
        self.state.setObjectName("strong")
        for label in (self.place, self.state, self.findings):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.check_button = self._button("control_check", self.tr("Check now"), self.check)
        self.baseline_button = self._button("control_baseline", self.tr("Take as baseline"), self.make_baseline)
        self.folder_button = self._button("control_folder", self.tr("Control folder…"), self._ask_folder)
        self.baseline_button.setToolTip(self.tr("Run it when all is well; five runs make the limits those between runs"))
        left = QVBoxLayout()
        left.setContentsMargins(12, 10, 0, 10)
        left.setSpacing(6)
        for part in (heading, self.place, self.state, self.findings):
            left.addWidget(part)
        left.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.check_button, self.baseline_button, self.folder_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left.addLayout(buttons)
        side = QWidget(self)
        side.setLayout(left)
        side.setFixedWidth(372)
        self.chart = DriftChart(self)
        page = QWidget(self)
        page.setObjectName("panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 8)
        column.addWidget(self.chart)
        column.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(scrolled(page, self, heading.text()), 1)

    def _button(self, name: str, words: str, run: object) -> QPushButton:
        action = QAction(words, self)
        action.setObjectName(name)
        action.triggered.connect(run)
        self.addAction(action)
        button = QPushButton(words, self)
        button.setObjectName("small")
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _ask_folder(self) -> None:
        start = str(self.folder or self._window.memory.place("slides"))
        given = QFileDialog.getExistingDirectory(self, self.tr("Choose the control folder"), start)
        if given:
            self.choose(Path(given))

    def _begin(self, what: str) -> None:
        if self.folder is None:
            self._ask_folder()
        elif not self._busy and self._ask(what):
            self._busy = True
            self._show()

    def _ask(self, what: str, *, before_run: bool = False) -> bool:
        rooms = self._window.rooms
        manifest = rooms.run.manifest if rooms else None
        if self.folder is None or manifest is None:
            return False
        self._worker.ask(Asked(what, self.folder, manifest, self._window.settings, before_run))
        return True

    def _take(self, told: Told) -> None:
        if told.asked.what != "look":
            self._busy = False
        if told.asked.folder != self.folder:
            return
        self.standing = told.standing
        refusal = message(told.refusal) if told.refusal else ""
        self._show(refusal)
        if told.asked.before_run:
            words = refusal or ("" if told.standing is None or told.standing.fine else self.state.text())
            if words:
                self._window.notice.say(self.tr("Daily control: %s") % words)
                self._warning = self._window.notice.text
        elif told.standing is not None and told.standing.fine and self._window.notice.text == self._warning:
            self._window.notice.hide()  # what it warns of is over

    def _show(self, refusal: str = "") -> None:
        ready = not self._busy
        for action in self.actions():
            action.setEnabled(ready and (self.folder is not None or action.objectName() == "control_folder"))
        standing = self.standing
        self.findings.setText("")
        self.chart.setVisible(standing is not None and bool(standing.baselines))
        self.place.setText(str(self.folder or ""))
        self.place.setVisible(self.folder is not None)
        if self.folder is None:
            self.state.setText(self.tr("No control folder is chosen."))
            self.findings.setText(
                self.tr(
                    "Choose the folder into which you take the same control slide every morning, five fields or more. "
                    "Checked before patient slides, it shows a change of stain, focus, light or of this program first."
                )
            )
        elif self._busy:
            self.state.setText(self.tr("Running the control folder …"))
        elif refusal or standing is None:
            self.state.setText(refusal or self.tr("The model is not there yet."))
        else:
            self._show_standing(standing)

    def _show_standing(self, standing: Standing) -> None:
        self.state.setText(state_words(standing))
        stops = [each for each in standing.findings if each.stop] or list(standing.findings)
        lines = [finding_words(each) for each in stops[:MOST]]
        if len(stops) > MOST:
            lines.append(self.tr("and %d more") % (len(stops) - MOST))
        self.findings.setText("\n".join(lines))
        runs = [*standing.baselines, *standing.checks]
        if runs:
            series = {words: [deviation(standing.baselines, run, name) for run in runs] for name, words in _statistics()}
            self.chart.set_series(series, len(standing.baselines))


def state_words(standing: Standing) -> str:
    """One sentence: how the control stands, and what to do."""
    if standing.state == "no_baseline":
        return _say("There is no baseline with this model. Take one when all is well.")
    if standing.state == "unchecked":
        return _say("Not checked since the baseline. Check before you run patient slides.")
    when = datetime.fromisoformat(standing.checks[-1].at).astimezone().strftime("%Y-%m-%d %H:%M")
    if standing.state == "failed":
        return _say("Out of control at %s. Do not run patient slides before the cause is found.") % when
    if standing.state == "old":
        return _say("The last check, at %s, is older than a day. Check before you run patient slides.") % when
    return _say("In control at %s.") % when


def finding_words(finding: Finding) -> str:
    """What is wrong with a run, with the names that stand over the charts."""
    name = dict(_statistics()).get(finding.what)
    said = finding.sentence
    if name is not None:
        said = name + said.removeprefix(finding.what.replace("_", " "))
    return message(said)


def _statistics() -> list[tuple[str, str]]:
    words = {
        "suspicion": _say("Suspicion"),
        "domain_score": _say("Domain distance"),
        "focus": _say("Focus"),
        "brightness": _say("Brightness"),
        "stain": _say("Stain"),
        "red_cell_diameter": _say("Red-cell diameter"),
        "unevenness": _say("Uneven light"),
        "cells": _say("WBC-like cells"),
    }
    return [(name, words.get(name, name)) for name in STATISTICS]


def _say(text: str) -> str:
    return QCoreApplication.translate("ControlPanel", text)
