import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from leukemia_desktop.training.resampling import Resampling
from leukemia_desktop.training.selective import augrc, curve, ranked_errors, risk_at


def ranked(confidence, wrong, groups=None):
    return ranked_errors(Resampling.of(np.arange(len(wrong)) if groups is None else groups, draws=10), confidence, wrong)


def test_risk_is_the_share_of_errors_among_the_most_confident():
    confidence = np.linspace(1, 0, 20)
    wrong = np.zeros(20, bool)
    wrong[[10, 17, 19]] = True
    found = ranked(confidence, wrong)
    assert risk_at(found, 0.8)[0] == pytest.approx(1 / 16)
    assert risk_at(found, 0.9)[0] == pytest.approx(2 / 18)
    assert risk_at(found, 1.0)[0] == pytest.approx(3 / 20)


@given(seed=st.integers(0, 1000))
def test_augrc_is_what_its_paper_derives_from_the_auroc_of_failures(seed):
    rng = np.random.default_rng(seed)
    confidence, wrong = rng.random(60), rng.random(60) < 0.3
    if wrong.any() and not wrong.all():
        right = 1 - wrong.mean()
        expected = (1 - roc_auc_score(~wrong, confidence)) * right * (1 - right) + 0.5 * (1 - right) ** 2
        assert augrc(ranked(confidence, wrong))[0] == pytest.approx(expected, abs=1e-6)


def test_without_errors_nothing_is_at_risk_in_any_draw():
    found = ranked(np.linspace(0, 1, 30), np.zeros(30, bool), np.arange(30) % 3)
    assert not risk_at(found, 0.9).any()
    assert not augrc(found).any()


def test_the_curve_ends_at_the_error_rate_of_all_fields():
    wrong = np.arange(50) % 10 == 0
    points = curve(np.random.default_rng(0).random(50), wrong)
    assert points[-1] == [1.0, pytest.approx(0.1)]
    assert [coverage for coverage, _ in points] == sorted({coverage for coverage, _ in points})
