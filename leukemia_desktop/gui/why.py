"""Connects what shows why: actions, viewer, result panel, and what the window remembers of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from leukemia_desktop.gui.facts import Linked
from leukemia_desktop.gui.window_memory import WindowMemory
from leukemia_desktop.gui.words import LABELS

if TYPE_CHECKING:
    from leukemia_desktop.gui.explainer import Insight
    from leukemia_desktop.gui.image_viewer import ImageViewer

SHOWN_AT_FIRST = {"cells": True, "evidence": False, "evidence_over_original": False}


def connect_why(actions: Mapping[str, QAction], viewer: "ImageViewer", memory: WindowMemory) -> None:
    """Show what was shown when the window closed last; from then on actions and viewer follow each other."""
    actions["cells"].toggled.connect(viewer.show_cells)
    actions["evidence_over_original"].toggled.connect(viewer.show_evidence_over_original)
    before = "processed"

    def show_evidence(on: bool) -> None:
        nonlocal before
        if on != (viewer.second == "evidence"):
            viewer.show_second("evidence" if on else before)

    def follow(which: str) -> None:
        nonlocal before
        if which != "evidence":
            before = which
        actions["evidence"].setChecked(which == "evidence")

    actions["evidence"].toggled.connect(show_evidence)
    viewer.second_changed.connect(follow)
    for name, at_first in SHOWN_AT_FIRST.items():
        actions[name].setChecked(memory.shows(name, at_first))
        actions[name].toggled.connect(lambda on, name=name: memory.keep_shows(name, on))


def insight_rows(insight: "Insight", label: str) -> list[tuple[str, str]]:
    """Names and values for the result panel: how many cells, and how much of the evidence for `label` lies in them.

    Chance is what evidence spread evenly would reach: the cells' share of what the model saw.
    """
    rows: list[tuple[str, str]] = []
    if insight.survey is not None:
        counted = insight.survey.counted
        cut = sum(cell.at_border for cell in counted)
        border = " " + _say("(%d at the border)") % cut if cut else ""
        rows.append((_say("WBC-like cells"), f"{len(counted)}{border}"))
    explanation = insight.explanation
    if explanation is not None:
        label = label if label in LABELS else explanation.label
        if explanation.has_evidence(label):
            share, cover = (
                f"{100 * part:.0f}\u00a0%" for part in (explanation.evidence_inside_cells(label), explanation.cells_cover)
            )
            rows.append((_say("Evidence inside cells"), f"{share} " + _say("(chance %s)") % cover))
        spoken = insight.contributions
        if spoken is not None and len(spoken.drops):
            drops = spoken.of(label)
            first = spoken.ranked(label)[:5]
            links = ", ".join(f'<a href="{number + 1}">{number + 1}</a>' for number in first)
            hint = "\n".join(_say("Cell {number}: {drop}").format(number=n + 1, drop=f"{drops[n]:+.2f}") for n in first)
            rows.append((_say("Cells that speak most"), Linked(links, hint)))
    return rows


def _say(text: str) -> str:
    return QCoreApplication.translate("why", text)
