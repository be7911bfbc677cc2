"""In a window that is read from the right, names, measures and numbers stay what they are, and counts are never cut off."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.fields import Field
from leukemia_desktop.gui.bidi import isolated
from leukemia_desktop.gui.core_words import message
from leukemia_desktop.gui.facts import Facts
from leukemia_desktop.gui.marks import MARKS
from leukemia_desktop.gui.probability_bars import ProbabilityBars
from leukemia_desktop.gui.scale_bar import ScaleBar
from leukemia_desktop.gui.session import Session, Slide
from leukemia_desktop.gui.slide_queue import SlideDelegate, SlideModel, fitting
from tests.gui.outcomes import failure, result

NAME = "2026-11-23 A-0412"
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture
def read_from() -> Iterator[Callable[[Qt.LayoutDirection], None]]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    yield application.setLayoutDirection
    application.setLayoutDirection(LEFT)


def slide_with(**counts: int) -> tuple[SlideModel, Slide]:
    """A slide that is done, whose fields have got these labels; `failed` could not be read."""
    fields = [Field(Path("/slides") / NAME / f"{n}.png", NAME, f"{n}.png") for n in range(sum(counts.values()))]
    session = Session()
    session.open(fields)
    slide = session.slides[0]
    labels = list(Counter(counts).elements())
    session.record(
        [
            failure(field.name, "gone", NAME) if label == "failed" else result(field.name, label, 0.9, NAME)
            for field, label in zip(fields, labels, strict=True)
        ]
    )
    return SlideModel(session), slide


def ends(picture: QImage, colour: str) -> tuple[int, int]:
    """The first and the last column in which this colour is."""
    wanted = QColor(colour).rgb()
    found = [x for x in range(picture.width()) if any(picture.pixel(x, y) == wanted for y in range(picture.height()))]
    return found[0], found[-1]


def test_names_are_one_word_in_a_window_that_is_read_from_the_right_and_nothing_is_added_in_others(
    qtbot: QtBot, read_from: Callable
):
    assert isolated(NAME) == NAME
    read_from(RIGHT)
    assert isolated(NAME) == f"\u2068{NAME}\u2069"
    assert isolated("") == ""
    assert "\u2068/a b/2 c\u2069" in message("/a b/2 c: no such folder")


def test_values_end_at_the_far_side_whatever_is_in_them(qtbot: QtBot, read_from: Callable):
    for direction, far in ((LEFT, Qt.AlignmentFlag.AlignRight), (RIGHT, Qt.AlignmentFlag.AlignLeft)):
        read_from(direction)
        facts = Facts()
        qtbot.addWidget(facts)
        facts.set_rows([("Cells", "54"), ("Model", "lite0"), ("Domain", "خیر")])
        for value in facts.findChildren(QLabel)[1::2]:
            assert value.alignment() & Qt.AlignmentFlag.AlignAbsolute
            assert value.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask & ~Qt.AlignmentFlag.AlignAbsolute == far


def test_bars_begin_where_reading_begins(qtbot: QtBot, read_from: Callable):
    for direction, first in ((LEFT, True), (RIGHT, False)):
        read_from(direction)
        bars = ProbabilityBars()
        qtbot.addWidget(bars)
        bars.resize(300, 100)
        bars.set_values({"Benign": 0.02, "Early": 0.08, "Pre": 0.9, "Pro": 0.0})
        bars.show()
        picture = bars.grab().toImage()
        short, long = ends(picture, MARKS["Early"].colour), ends(picture, MARKS["Pre"].colour)
        assert (short[0] == long[0]) is first
        assert (short[1] == long[1]) is not first


def test_the_scale_bar_follows_the_window_to_the_other_corner(qtbot: QtBot, read_from: Callable):
    read_from(RIGHT)
    bar = ScaleBar()
    qtbot.addWidget(bar)
    assert bar.layoutDirection() == RIGHT


def test_the_state_of_a_slide_says_what_matters_most_in_a_narrow_queue(qtbot: QtBot):
    model, slide = slide_with(Pre=3, failed=2)
    texts = model.state_texts(slide)
    assert texts[0] == model.state_text(slide) == "done · 5 fields · 2 failed · review required"
    assert texts[-1] == "review required"
    view = QLabel()
    qtbot.addWidget(view)
    metrics = view.fontMetrics()
    for text in texts:
        assert fitting(texts, metrics, metrics.horizontalAdvance(text)) == text
    assert fitting(texts, metrics, 1) == "review required"
    assert NAME in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole).endswith(texts[0])


@pytest.mark.parametrize("direction", [LEFT, RIGHT])
@pytest.mark.parametrize("count", [1, 40, 300])
def test_every_count_of_a_slide_is_drawn_whole(qtbot: QtBot, read_from: Callable, direction: Qt.LayoutDirection, count: int):
    read_from(direction)
    model, _ = slide_with(**dict.fromkeys(MARKS, count))
    picture = QImage(237, SlideDelegate.HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ffffff"))
    delegate, option = SlideDelegate(), QStyleOptionViewItem()
    option.rect = QRect(0, 0, picture.width(), picture.height())
    painter = QPainter(picture)
    painter.setLayoutDirection(direction)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    found = [ends(picture, MARKS[label].colour) for label in ("Benign", "Early", "Pre", "Pro")]
    order = sorted(found, reverse=direction == RIGHT)
    assert found == order
    drawn = [x for x in range(picture.width()) if any(picture.pixel(x, y) & 0xFFFFFF != 0xFFFFFF for y in range(44, 60))]
    assert drawn[0] >= SlideDelegate.EDGE and drawn[-1] < picture.width() - SlideDelegate.EDGE + 2
