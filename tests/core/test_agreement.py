"""Kappa is Cohen's, its interval covers, and a consensus never makes readers look more alike than they were."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.agreement import FIRST, PROGRAM, SECOND, agreement, compare_readers, labels_of
from leukemia_desktop.core.review import REVIEW_LABELS, Readings, Review

PAIRS = st.lists(st.tuples(st.sampled_from(REVIEW_LABELS), st.sampled_from(REVIEW_LABELS[:4])), min_size=1, max_size=60)


def tables(pairs: list[tuple[str, str]]) -> tuple[dict[str, str], dict[str, str]]:
    return {str(n): a for n, (a, _) in enumerate(pairs)}, {str(n): b for n, (_, b) in enumerate(pairs)}


@given(PAIRS)
def test_kappa_equals_that_of_scikit_learn(pairs: list[tuple[str, str]]) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    found = agreement(*tables(pairs))
    ones, others = zip(*pairs, strict=True)
    if len({*ones, *others}) == 1:
        assert found.kappa is None
        return
    assert found.kappa == pytest.approx(metrics.cohen_kappa_score(ones, others), abs=1e-12)
    assert found.low is not None and found.high is not None
    assert -1 <= found.low <= found.kappa <= found.high <= 1
    assert sum(found.table.values()) == found.fields == len(pairs)
    assert found.agreed == sum(a == b for a, b in pairs)


def test_the_interval_is_the_one_that_drawing_again_gives() -> None:
    rng = np.random.default_rng(0)
    ones = rng.integers(0, 4, 400)
    others = np.where(rng.random(400) < 0.7, ones, rng.integers(0, 4, 400))

    def kappa(a: np.ndarray, b: np.ndarray) -> float:
        table = np.zeros((4, 4))
        np.add.at(table, (a, b), 1 / len(a))
        chance = table.sum(1) @ table.sum(0)
        return float((np.trace(table) - chance) / (1 - chance))

    drawn = [kappa(ones[i], others[i]) for i in rng.integers(0, 400, (2000, 400))]
    names = np.array(REVIEW_LABELS[:4])
    found = agreement(*tables([*zip(names[ones].tolist(), names[others].tolist(), strict=True)]))
    assert found.low is not None and found.high is not None
    assert (found.high - found.low) / 2 / 1.96 == pytest.approx(np.std(drawn), rel=0.08)


def test_nothing_in_common_and_one_label_only_have_no_kappa() -> None:
    assert agreement({"a": "Pre"}, {"b": "Pre"}).kappa is None
    assert agreement({}, {}).words == "no kappa; 0 of 0 fields agree"
    assert agreement({"a": "Pre"}, {"a": "Pre"}).words == "no kappa; 1 of 1 fields agree"
    none = agreement({"a": "Pre", "b": "Pro"}, {"a": "Pro", "b": "Pre"})
    assert none.kappa == -1.0 and none.low is not None and not math.isnan(none.low)


def reading(image: str, label: str, role: str) -> Review:
    return Review(image, label, "", "Ada" if role == "first" else "Bo", role, "", "Pre")


def test_readers_are_compared_with_each_other_and_with_the_program_without_their_consensus() -> None:
    read = {
        "1": Readings((reading("1", "Pre", "first"), reading("1", "Pro", "second"), reading("1", "Pro", "consensus"))),
        "2": Readings((reading("2", "Benign", "first"), reading("2", "Benign", "second"))),
        "3": Readings((reading("3", "Early", "first"),)),
    }
    found = compare_readers(read, {"1": "Pre", "2": "Benign", "3": "Pre"})
    assert [(each.one, each.other, each.found.fields, each.found.agreed, each.differing) for each in found] == [
        (FIRST, SECOND, 2, 1, ("1",)),
        (FIRST, PROGRAM, 3, 2, ("3",)),
        (SECOND, PROGRAM, 2, 1, ("1",)),
    ]
    assert labels_of(found[0].found) == ["Benign", "Pre", "Pro"]
    assert compare_readers({}, {"1": "Pre"}) == []
