"""Outcomes of a long run: every one comes back as it was, in its order, and they do not pile up in memory."""

import gc
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.kept import BLOCK, Chosen, Kept
from leukemia_desktop.core.outcome import Outcome, Result
from leukemia_desktop.core.trust import UNIDENTIFIED
from tests.core.test_slide import a_failure, a_result


def outcomes(count: int) -> list[Outcome]:
    """Results and failures with every kind of value."""
    made: list[Outcome] = []
    for number in range(count):
        result = replace(a_result("Pro", number=number), domain_score=number / 7, wbc_count=number, observed=("blurred",))
        verdict = replace(result.verdict, label=UNIDENTIFIED, flags=("blurred", "ambiguous_set"), prediction_set=())
        odd = Field(Path("/slides/ä\udcff.png"), "ä\udcff", "ä\udcff.png")
        made.append((a_failure(reason=str(number)), result, replace(result, verdict=verdict, field=odd))[number % 3])
    return made


@given(st.integers(0, 3 * BLOCK + 5))
def test_what_was_appended_comes_back_in_order_by_number_and_from_the_end(count: int) -> None:
    expected = outcomes(count)
    kept = Kept(expected)
    assert len(kept) == count
    assert list(kept) == expected
    assert kept[:10] == expected[:10]
    assert kept[5::200] == expected[5::200]
    for number in (0, 1, BLOCK - 1, BLOCK, -1, -BLOCK):
        if -count <= number < count:
            assert kept[number] == expected[number]
    for number in (count, -count - 1):
        with pytest.raises(IndexError):
            kept[number]


def test_it_can_grow_while_it_is_walked() -> None:
    expected = outcomes(2 * BLOCK)
    kept = Kept(expected[: BLOCK + 3])
    walked = []
    for outcome in kept:
        walked.append(outcome)
        if len(kept) < len(expected):
            kept.append(expected[len(kept)])
    assert walked == expected


def test_a_disk_without_room_costs_memory_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    expected = outcomes(4 * BLOCK)
    kept = Kept(expected[:BLOCK])
    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "TemporaryFile", full)
        without = Kept(expected)
    for outcome in expected[BLOCK:]:
        kept.append(outcome)
    assert list(without) == list(kept) == expected


def test_some_of_them_are_chosen_without_a_copy() -> None:
    expected = outcomes(2 * BLOCK)
    chosen = Chosen(Kept(expected), range(1, 2 * BLOCK, 2))
    assert len(chosen) == BLOCK
    assert list(chosen) == expected[1::2]
    assert chosen[-1] == expected[-1]
    assert list(chosen[:3]) == expected[1:7:2]


def alive() -> int:
    """Results that are in memory now."""
    gc.collect()
    return sum(type(each) is Result for each in gc.get_objects())


def test_of_ten_thousand_only_the_last_few_are_in_memory() -> None:
    before, kept = alive(), Kept()
    for number in range(10_000):
        kept.append(a_result("Pro", number=number))
    assert alive() - before < 2 * BLOCK
    assert sum(1 for _ in kept) == 10_000  # also after a walk over all of them
    assert alive() - before < 3 * BLOCK
