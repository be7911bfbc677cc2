import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import softmax
from sklearn.metrics import balanced_accuracy_score, precision_recall_fscore_support

from leukemia_desktop.training.calibration import fit_conformal, fit_temperature
from leukemia_desktop.training.metrics import (
    accuracy,
    balanced_accuracy,
    confusion,
    confusion_draws,
    expected_calibration_error,
    f1,
    measure,
    precision,
    recall,
    sensitivity,
    specificity,
    squared_errors,
)
from leukemia_desktop.training.resampling import Interval, Resampling

LABELLED = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=60)


@given(LABELLED)
def test_balanced_accuracy_equals_the_mean_recall_of_scikit_learn(pairs):
    truth, predicted = np.array(pairs).T
    # scikit-learn warns about a single class and about predicted classes that never occur
    if set(predicted) <= set(truth) and len(set(truth)) > 1:
        assert balanced_accuracy(confusion(truth, predicted)) == pytest.approx(balanced_accuracy_score(truth, predicted))


@given(LABELLED)
def test_precision_recall_and_f1_equal_those_of_scikit_learn_where_they_exist(pairs):
    truth, predicted = np.array(pairs).T
    counts = confusion(truth, predicted)
    theirs = precision_recall_fscore_support(truth, predicted, labels=range(4), zero_division=np.nan)
    for ours, expected in zip((precision(counts), recall(counts), f1(counts)), theirs[:3], strict=True):
        exists = np.isfinite(ours) & np.isfinite(expected)
        assert ours[exists] == pytest.approx(expected[exists])


def test_sensitivity_counts_disease_of_any_kind_and_specificity_benign():
    truth, predicted = np.array([0, 0, 1, 2, 3]), np.array([0, 2, 3, 0, 1])
    assert sensitivity(confusion(truth, predicted)) == pytest.approx(2 / 3)
    assert specificity(confusion(truth, predicted)) == 0.5
    assert np.isnan(specificity(confusion(truth[2:], predicted[2:])))


def test_calibration_error_and_brier_score_of_known_cases():
    sure = np.array([[1.0, 0, 0, 0], [0, 1.0, 0, 0]])
    assert expected_calibration_error(np.array([0, 1]), sure) == 0
    assert expected_calibration_error(np.array([0, 0]), sure) == pytest.approx(0.5)
    assert squared_errors(np.array([0, 0]), sure).tolist() == [0.0, 2.0]


@pytest.mark.parametrize("true_temperature", [0.5, 1.0, 3.0])
def test_the_temperature_of_logits_that_were_scaled_is_found_again(true_temperature):
    rng = np.random.default_rng(0)
    honest = rng.normal(0, 2, (20_000, 4))
    truth = np.array([rng.choice(4, p=p) for p in softmax(honest, axis=1)])
    assert fit_temperature(truth, honest * true_temperature) == pytest.approx(true_temperature, rel=0.1)


@given(seed=st.integers(0, 1000))
def test_conformal_sets_cover_the_calibration_set_as_promised(seed):
    rng = np.random.default_rng(seed)
    probabilities = softmax(rng.normal(0, 2, (200, 4)), axis=1)
    truth = rng.integers(0, 4, 200)
    threshold = fit_conformal(truth, probabilities, 0.1)
    assert (1 - probabilities[np.arange(200), truth] <= threshold).mean() >= 0.9


def test_too_few_calibration_fields_give_the_set_of_all_labels():
    assert fit_conformal(np.array([0, 1]), np.full((2, 4), 0.25), 0.05) == 1.0


def test_the_interval_over_groups_is_wider_than_one_that_takes_fields_for_independent():
    right = np.repeat(np.random.default_rng(0).random(20) < 0.8, 10)

    def share(groups):
        draws = Resampling.of(groups)
        return Interval.of(draws.sums(right) / draws.sums(np.ones(200)))

    by_group, by_field = share(np.repeat(np.arange(20), 10)), share(np.arange(200))
    assert by_group.low < by_field.low <= by_field.value == by_group.value
    assert by_group.high >= by_field.high


@given(seed=st.integers(0, 1000))
def test_sums_over_drawn_groups_equal_those_of_fields_gathered_one_by_one(seed):
    rng = np.random.default_rng(seed)
    groups, truth, predicted = rng.integers(0, 6, 40), rng.integers(0, 4, 40), rng.integers(0, 4, 40)
    draws = Resampling.of(groups, draws=5, seed=seed)
    counts = confusion_draws(draws, truth, predicted)
    members = [np.flatnonzero(groups == group) for group in np.unique(groups)]
    again = np.random.default_rng(seed)
    for drawn in counts[1:]:
        chosen = np.concatenate([members[g] for g in again.integers(len(members), size=len(members))])
        assert np.array_equal(drawn, confusion(truth[chosen], predicted[chosen]))
    assert accuracy(counts[0]) == (truth == predicted).mean()


def test_measure_gives_every_figure_with_an_interval():
    truth = np.tile(np.arange(4), 10)
    figures = measure(truth, np.eye(4)[truth], truth, np.arange(40) % 2)
    assert figures["balanced_accuracy"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert figures["ece_worst_part"] == {"value": 0.0, "low": 0.0, "high": 0.0}
    assert figures["risk_at_95"] == {"value": 0.0, "low": 0.0, "high": 0.0}
    assert figures["confusion"] == (10 * np.eye(4, dtype=int)).tolist()
    perfect = {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert figures["per_class"]["Pre"].pop("intervals") == {name: [1.0, 1.0] for name in perfect}
    assert figures["per_class"]["Pre"] == perfect | {"fields": 10}


def test_the_worst_part_is_not_hidden_by_the_others():
    truth, parts = np.zeros(100, int), np.repeat([0, 1], [90, 10])
    sure, wrong = np.tile([1.0, 0, 0, 0], (100, 1)), np.arange(100) >= 90
    sure[wrong] = [0, 1.0, 0, 0]
    figures = measure(truth, sure, np.arange(100), parts)
    assert figures["ece"]["value"] == pytest.approx(0.1)
    assert figures["ece_worst_part"]["value"] == pytest.approx(1.0)
