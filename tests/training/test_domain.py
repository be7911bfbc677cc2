import io

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.domain import Domain
from leukemia_desktop.training.domain import fit_domain, to_bytes, typical_distance, unseen_ratio


def drawn(seed: int, count: int = 300, width: int = 100) -> tuple[np.ndarray, np.ndarray]:
    """Features of four classes around their own centres, varying along a few directions only."""
    rng = np.random.default_rng(seed)
    labels = np.arange(count) % 4
    mixing = rng.normal(0, 1, (10, width))
    features = labels[:, None] * 2 + rng.normal(0, 1, (count, 10)) @ mixing + rng.normal(0, 0.1, (count, width))
    return features.astype(np.float32), labels


@given(seed=st.integers(0, 20))
def test_unseen_fields_of_the_same_kind_stay_inside_and_others_do_not(seed):
    features, labels = drawn(seed)
    learned, unseen = slice(0, 200), slice(200, None)
    domain = fit_domain(features[learned], labels[learned])
    typical = typical_distance(features[learned], labels[learned])
    border = typical * unseen_ratio(domain.distances(features[unseen]) / typical)
    assert (domain.distances(features[unseen]) <= border).mean() >= 0.96
    strange = np.random.default_rng(seed + 1000).normal(0, 3, (50, features.shape[1])).astype(np.float32)
    assert (domain.distances(strange) > border).all()


def test_fewer_fields_than_features_still_give_finite_distances():
    features, labels = drawn(1, count=12)
    assert np.isfinite(fit_domain(features, labels).distances(features * 100)).all()


def test_features_that_never_vary_still_give_finite_distances():
    assert np.isfinite(
        fit_domain(np.ones((8, 5), np.float32), np.arange(8) % 4).distances(np.zeros((1, 5), np.float32))
    ).all()


def test_what_is_written_is_what_was_fitted():
    features, labels = drawn(2)
    domain = fit_domain(features, labels, threshold=3.0)
    with np.load(io.BytesIO(to_bytes(domain)), allow_pickle=False) as data:
        again = Domain(data["means"], data["basis"], float(data["tail"]), 3.0)
    assert np.array_equal(again.distances(features), domain.distances(features))
