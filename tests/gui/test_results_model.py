"""The results model sorts as people count, filters, searches, and keeps one row per field."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from leukemia_desktop.core.analysis import Outcome
from leukemia_desktop.core.image import natural_key
from leukemia_desktop.gui.results_columns import CONFIDENCE, FIELD, FLAG, LABEL, STATUS
from leukemia_desktop.gui.results_model import ResultsModel
from tests.gui.outcomes import failure, result

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
SIX: list[Outcome] = [
    result("field_10.png", "Pre", 0.99),
    result("field_2.png", "Benign", 0.60, "A", "low_confidence", "blurred"),
    failure("field_1.png"),
    result("field_3.png", "Early", 0.95),
    result("field_1.png", "Pro", 0.97, "B"),
    result("field_2.png", "Benign", 0.98, "B", "synthetic"),
]


def place(path: Path) -> int:
    """As the session does it, for names of at most two digits: slide, then number."""
    return ord(path.parent.name) * 1000 + int(path.stem.rpartition("_")[2])


def names(model: ResultsModel) -> list[str]:
    rows = range(model.rowCount())
    return [f"{model.outcome_at(row).field.slide}/{model.outcome_at(row).field.path.stem[6:]}" for row in rows]


@pytest.fixture
def model(qtbot: QtBot) -> ResultsModel:
    model = ResultsModel(place)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.extend(SIX)
    return model


def test_rows_come_in_the_order_of_analysis(model: ResultsModel):
    assert names(model) == ["A/10", "A/2", "A/1", "A/3", "B/1", "B/2"]


def test_fields_sort_by_number_not_by_letter(model: ResultsModel):
    model.sort(FIELD, UP)
    assert names(model) == ["A/1", "A/2", "A/3", "A/10", "B/1", "B/2"]
    model.sort(FIELD, DOWN)
    assert names(model) == ["B/2", "B/1", "A/10", "A/3", "A/2", "A/1"]


def test_a_second_sort_keeps_the_first_among_equals(model: ResultsModel):
    model.sort(FIELD, DOWN)
    model.sort(LABEL, UP)
    assert names(model) == ["B/2", "A/2", "A/3", "A/10", "B/1", "A/1"]


def test_failed_fields_sort_below_every_confidence_and_last_by_status(model: ResultsModel):
    model.sort(CONFIDENCE, UP)
    assert names(model)[:2] == ["A/1", "A/2"]
    model.sort(STATUS, DOWN)
    assert names(model)[:2] == ["A/1", "A/2"]


def test_sorting_can_be_taken_back(model: ResultsModel):
    model.sort(LABEL, UP)
    model.sort(-1)
    assert names(model) == ["A/10", "A/2", "A/1", "A/3", "B/1", "B/2"]


@pytest.mark.parametrize(
    ("which", "left"),
    [
        ("all", ["A/10", "A/2", "A/1", "A/3", "B/1", "B/2"]),
        ("look", ["A/2"]),
        ("suspicious", ["A/10", "A/3", "B/1"]),
        ("failed", ["A/1"]),
    ],
)
def test_filters_show_what_they_count(model: ResultsModel, which: str, left: list[str]):
    model.set_filter(which)
    assert names(model) == left
    assert model.counts()[which] == len(left)


def test_one_slide_alone_counts_its_own(model: ResultsModel):
    model.set_slide("B")
    assert names(model) == ["B/1", "B/2"]
    assert model.counts() == {"all": 2, "look": 0, "suspicious": 1, "failed": 0, "unreviewed": 2}


@pytest.mark.parametrize(
    ("text", "left"), [("FIELD_2", ["A/2", "B/2"]), ("blur", ["A/2"]), ("0 bytes", ["A/1"]), ("pro", ["B/1"]), ("xyz", [])]
)
def test_search_looks_into_names_labels_and_reasons(model: ResultsModel, text: str, left: list[str]):
    model.set_search(text)
    assert names(model) == left
    model.set_search("")
    assert model.rowCount() == len(SIX)


def test_a_field_that_is_analysed_again_keeps_its_row(model: ResultsModel):
    model.extend([result("field_1.png", "Benign", 0.9)])
    assert model.rowCount() == len(SIX)
    assert model.text(model.outcome_at(2), LABEL) == "Benign"
    assert model.counts()["failed"] == 0


def test_new_rows_are_put_in_order_shortly_after(qtbot: QtBot, model: ResultsModel):
    model.sort(FIELD, UP)
    model.extend([result("field_4.png")])
    qtbot.waitUntil(lambda: names(model) == ["A/1", "A/2", "A/3", "A/4", "A/10", "B/1", "B/2"])


def test_new_rows_that_a_filter_hides_are_counted_all_the_same(model: ResultsModel):
    model.set_filter("failed")
    model.extend([result("field_4.png"), failure("field_5.png")])
    assert names(model) == ["A/1", "A/5"]
    assert model.counts()["all"] == len(SIX) + 2


def test_a_field_that_a_filter_hides_when_it_comes_can_be_asked_for(model: ResultsModel):
    model.set_filter("failed")
    assert model.position_of(SIX[2].field.path) == 0
    hidden = result("field_4.png")
    model.extend([hidden])
    assert model.position_of(hidden.field.path) == -1


def test_reviews_are_asked_for_of_the_named_fields_alone_or_of_all(model: ResultsModel):
    said = dict.fromkeys((outcome.field.path for outcome in SIX), "unreviewed")
    model.set_reviews(lambda _: None, lambda outcome: said[outcome.field.path])
    said |= dict.fromkeys(said, "Pro")
    model.review_changed([SIX[0].field.path, Path("/slides/A/not_open.png")])
    model.set_filter("unreviewed")
    assert names(model) == ["A/2", "A/1", "A/3", "B/1", "B/2"]
    model.review_changed([])
    assert model.counts()["unreviewed"] == 0


def test_a_selected_row_is_followed_through_a_sort(model: ResultsModel):
    kept = QPersistentModelIndex(model.index(0, LABEL))
    model.sort(FIELD, UP)
    assert kept.row() == names(model).index("A/10")


def test_a_failed_row_shows_the_reason_and_no_number(model: ResultsModel):
    row = 2
    assert model.index(row, FLAG).data() == "the file is empty (0 bytes)"
    assert [model.index(row, c).data() for c in (LABEL, CONFIDENCE)] == ["—", "—"]
    assert model.index(row, STATUS).data() == "failed"


def test_a_result_of_another_recipe_says_so(qtbot: QtBot):
    model = ResultsModel(place, lambda _: True)
    model.extend([result("field_1.png")])
    assert model.index(0, FLAG).data() == "recipe differs from the model's own"


def test_rows_of_a_closed_slide_go(model: ResultsModel):
    model.forget({outcome.field.path for outcome in SIX if outcome.field.slide == "A"})
    assert names(model) == ["B/1", "B/2"]
    assert model.position_of(SIX[0].field.path) == -1


def test_a_hundred_thousand_rows_sort_right(qtbot: QtBot):
    """How fast is for the benchmark; that nothing is lost is for here."""
    random = np.random.default_rng(3).random(100_000)
    paths = {Path(f"/slides/A/field_{number}.png"): number for number in range(len(random))}
    model = ResultsModel(paths.__getitem__)
    model.extend([result(path.name, "Pre", float(c)) for path, c in zip(paths, random, strict=True)])
    model.sort(CONFIDENCE, DOWN)
    shown = [model.outcome_at(row).verdict.confidence for row in range(model.rowCount())]
    assert np.allclose(shown, np.sort(random)[::-1], atol=1e-6)
    assert model.rowCount(QModelIndex()) == 100_000


@given(st.lists(st.integers(0, 10_000), unique=True, min_size=1, max_size=40))
def test_any_fields_sort_as_in_the_folder(numbers: list[int]):
    found = [result(f"field_{number}.png") for number in numbers]
    order = {o.field.path: i for i, o in enumerate(sorted(found, key=lambda o: natural_key(o.field.name)))}
    model = ResultsModel(order.__getitem__)
    model.extend(found)
    model.sort(FIELD, UP)
    assert [model.outcome_at(row).field.name for row in range(len(found))] == [f"field_{n}.png" for n in sorted(numbers)]
