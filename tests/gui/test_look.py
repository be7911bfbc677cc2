"""The look keeps its promises: readable text, labels by colour and shape and word, errors in plain words."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QImage
from PySide6.QtWidgets import QGridLayout, QWidget
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.trust import FLAGS
from leukemia_desktop.gui import crash
from leukemia_desktop.gui.chip import Chip
from leukemia_desktop.gui.look import Look
from leukemia_desktop.gui.marks import MARKS, mark_icon
from leukemia_desktop.gui.result_panel import ResultPanel
from leukemia_desktop.gui.session import Slide
from leukemia_desktop.gui.theme import DARK, LIGHT, content_font, style_sheet
from leukemia_desktop.gui.viewer_style import viewer_style
from leukemia_desktop.gui.words import duration, flag_words
from tests.gui.outcomes import failure, result


def luminance(colour: str) -> float:
    channels = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize("ground", ["window", "panel", "selection", "image"])
@pytest.mark.parametrize("ink", ["text", "secondary"])
def test_text_can_be_read_on_every_ground(look: Look, ground: str, ink: str):
    assert contrast(getattr(look, ink), getattr(look, ground)) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_the_primary_button_and_errors_can_be_read(look: Look):
    assert contrast(look.panel, look.accent) >= 4.5
    assert contrast(look.failed, look.panel) >= 4.5
    assert contrast(look.warning, look.panel) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_the_style_sheet_is_whole(look: Look, qtbot: QtBot):
    sheet = style_sheet(look)
    assert sheet.count("{") == sheet.count("}")
    assert not re.search(r"\blook\.|None", sheet)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(sheet)  # Qt warns of what it cannot parse, and a warning fails the test


def test_labels_differ_in_shape_not_in_colour_alone(qtbot: QtBot):
    def outline(label: str) -> bytes:
        image = mark_icon(label, 28).pixmap(28, 28).toImage().convertToFormat(QImage.Format.Format_Alpha8)
        return bytes(image.constBits())

    shapes = {label: outline(label) for label in MARKS}
    for one, other in combinations(shapes.values(), 2):
        differ = sum(abs(a - b) > 128 for a, b in zip(one, other, strict=True))
        assert differ > 40
    assert len({mark.character for mark in MARKS.values()}) == len(MARKS)


def test_every_flag_has_plain_words_and_advice():
    for flag in FLAGS:
        words, advice = flag_words(flag)
        assert "_" not in words
        assert advice.endswith((".", "do."))


@pytest.mark.parametrize(("seconds", "words"), [(7.6, "8 s"), (200, "3 min 20 s"), (900, "15 min"), (7500, "2 h 5 min")])
def test_durations_are_short(seconds: float, words: str):
    assert duration(seconds) == words


def test_the_result_panel_says_what_why_and_what_to_do(qtbot: QtBot):
    panel = ResultPanel()
    qtbot.addWidget(panel)
    panel.resize(310, 700)
    panel.show()
    panel.show_outcome(None, result("field_1.png", "Pre", 0.62, "A", "low_confidence", "blurred"))
    assert panel.word.text() == "Pre"
    assert "Pre 62.0 %" in panel.bars.accessibleName()
    words = [label.text() for label in panel.flag_labels]
    assert words[::2] == ["Low confidence", "Blurred"]
    assert "Focus again" in words[3]
    panel.show_outcome(None, failure("field_2.png", "truncated JPEG: the picture stops after 12 bytes"))
    assert panel.word.text() == "Not analysed"
    assert "field_2.png: truncated JPEG" in panel.message.text()
    assert not panel.bars.isVisible()
    assert not panel.flag_labels


def test_the_result_panel_says_whether_smear_and_field_are_as_in_training(qtbot: QtBot):
    panel = ResultPanel()
    qtbot.addWidget(panel)
    plain = result("field_1.png")
    panel.show_outcome(None, plain)
    assert not {"In the model's domain", "Smear as in training"} & facts(panel).keys()
    panel.show_outcome(None, replace(plain, domain_score=1.002, smear_score=0.4))
    assert facts(panel)["In the model's domain"] == "no (1.01 of 1.00)", "1.00 of 1.00 would be a yes"
    assert facts(panel)["Smear as in training"] == "yes (0.40 of 1.00)"
    panel.show_outcome(None, replace(plain, domain_score=2.5, smear_score=2.5))
    assert facts(panel)["Smear as in training"] == "no (2.50 of 1.00)"


def facts(panel: ResultPanel) -> dict[str, str]:
    """What stands in the rows that are shown."""
    grid = panel.facts.layout()
    assert isinstance(grid, QGridLayout)
    cells = [[grid.itemAtPosition(row, column).widget() for column in (0, 1)] for row in range(grid.rowCount())]
    return {name.text(): value.text() for name, value in cells if not name.isHidden()}


def test_a_field_that_a_run_will_come_to_is_not_to_be_analysed_again(qtbot: QtBot):
    panel = ResultPanel()
    qtbot.addWidget(panel)
    slide = Slide(Path("/slides/A"), "A", 0, [result("field_1.png").field])
    panel.show_outcome(slide, None, 0)
    assert "F5" in panel.message.text()
    slide.state = "running"
    panel.show_outcome(slide, None, 0)
    assert "F5" not in panel.message.text()


def test_an_unknown_error_is_one_dialog_and_a_log_entry(qtbot: QtBot, own_home: Path):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    crash.start_log()
    report = crash.CrashReport(parent)
    try:
        raise ZeroDivisionError("seven")
    except ZeroDivisionError:
        report.take(*sys.exc_info())
        report.take(*sys.exc_info())
    assert report.dialog is not None
    assert "ZeroDivisionError: seven" in report.dialog.detailedText()
    assert len(parent.findChildren(type(report.dialog))) == 1
    for handler in list(crash.LOG.handlers):
        handler.close()
        crash.LOG.removeHandler(handler)
    assert "ZeroDivisionError: seven" in crash.log_path().read_text("utf-8")
    report.dialog.close()
    assert report.dialog is None


def test_a_system_without_a_font_gets_ours(tmp_path: Path):
    (tmp_path / "fonts.conf").write_text('<?xml version="1.0"?><fontconfig></fontconfig>', "utf-8")
    code = (
        "from PySide6.QtGui import QFontMetrics; from PySide6.QtWidgets import QApplication;"
        "from leukemia_desktop.gui.theme import content_font;"
        "application = QApplication(['x', '-platform', 'offscreen']); before = QFontMetrics(application.font()).inFont('a');"
        "font = content_font(application.font()); print(before, font.family(), QFontMetrics(font).inFont('a'))"
    )
    where = os.environ | {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "QT_QPA_FONTDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=where, check=True)
    assert done.stdout.strip() == "False DejaVu Sans True"


def test_a_system_with_fonts_keeps_its_own(qtbot: QtBot):
    base = QFont(QFontDatabase.families()[0])
    assert content_font(base).family() == base.family()


def test_a_mark_keeps_its_colour_in_a_selected_row(qtbot: QtBot):
    icon = mark_icon("Pre", 28)
    assert icon.pixmap(28, 28, QIcon.Mode.Selected).toImage() == icon.pixmap(28, 28).toImage()


def test_a_caption_without_room_loses_its_end_not_its_middle(qtbot: QtBot):
    chip = Chip("Processed · 224 × 224 px · preview")
    chip.drops_ends = True
    wide = chip.fontMetrics().horizontalAdvance
    assert chip._fitting(wide(chip.text())) == chip.text()
    assert chip._fitting(wide(chip.text()) - 1) == "Processed · 224 × 224 px"
    assert chip._fitting(wide("Processed") + 1) == "Processed"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_caption_is_as_wide_as_its_words(qtbot: QtBot, direction: Qt.LayoutDirection):
    picture = QWidget()
    qtbot.addWidget(picture)
    picture.setLayoutDirection(direction)
    picture.setStyleSheet(viewer_style(DARK))
    chip = Chip("Processed · 224 × 224 px · preview", picture)
    chip.setObjectName("chip")
    chip.drops_ends = True
    chip.resize(chip.fontMetrics().horizontalAdvance("Processed") + 60, 24)
    picture.resize(chip.width(), 40)
    seen = picture.grab().toImage()
    dressed = [x for x in range(seen.width()) if seen.pixelColor(x, 2) == QColor(DARK.panel)]
    words = chip.fontMetrics().horizontalAdvance("Processed")
    assert words <= len(dressed) < words + 30
    assert (dressed[0] < 10) == (direction == Qt.LayoutDirection.LeftToRight)
