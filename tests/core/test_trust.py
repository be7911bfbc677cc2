"""From logits to a verdict: calibrated, with a set, with every doubt named, and never more certain than the numbers."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.manifest import LABELS, Conformal, Manifest
from leukemia_desktop.core.recipe import Recipe
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.trust import FLAGS, UNIDENTIFIED, conformal_of, judge


def manifest(temperature: float = 1.0, conformal: Conformal | None = None) -> Manifest:
    return Manifest(Path("m"), "m", "tiny", LABELS, Recipe(()), "model.onnx", "0" * 64, temperature, conformal, "tests", {})


def logits(*probabilities: float) -> list[float]:
    return [float(np.log(p)) for p in probabilities]


def test_a_sure_field_is_ok_and_its_numbers_are_the_models() -> None:
    verdict = judge(logits(0.01, 0.01, 0.03, 0.95), manifest(), Settings())
    assert (verdict.label, verdict.status, verdict.flags) == ("Pro", "ok", ())
    assert verdict.confidence == pytest.approx(0.95)
    assert verdict.probabilities == pytest.approx((0.01, 0.01, 0.03, 0.95))
    assert verdict.prediction_set == ()


def test_a_higher_temperature_makes_it_less_sure_of_the_same_label() -> None:
    sure = judge(logits(0.01, 0.01, 0.03, 0.95), manifest(1.0), Settings())
    doubting = judge(logits(0.01, 0.01, 0.03, 0.95), manifest(4.0), Settings())
    assert doubting.label == sure.label
    assert doubting.confidence < sure.confidence
    assert doubting.flags == ("low_confidence",)


@pytest.mark.parametrize(("threshold", "status"), [(0.5, "ok"), (0.95, "review")])
def test_the_setting_says_below_what_confidence_a_person_looks(threshold: float, status: str) -> None:
    assert judge(logits(0.9, 0.05, 0.03, 0.02), manifest(), Settings(review_below=threshold)).status == status


def test_the_prediction_set_holds_what_conforms_and_more_than_one_is_ambiguous() -> None:
    verdict = judge(logits(0.55, 0.4, 0.03, 0.02), manifest(conformal=Conformal(0.05, 0.7)), Settings(review_below=0.5))
    assert verdict.prediction_set == ("Benign", "Early")
    assert verdict.flags == ("ambiguous_set",)
    assert verdict.status == "review"


def test_an_empty_set_asks_for_a_look_however_high_the_confidence() -> None:
    verdict = judge(logits(0.9, 0.05, 0.03, 0.02), manifest(conformal=Conformal(0.05, 0.05)), Settings())
    assert (verdict.label, verdict.status, verdict.prediction_set) == ("Benign", "review", ())
    assert "low_confidence" in verdict.flags


@given(st.lists(st.floats(-50, 50), min_size=4, max_size=4), st.floats(0, 10))
def test_beyond_the_models_domain_a_field_is_unidentified_and_never_ok(values: list[float], score: float) -> None:
    verdict = judge(values, manifest(), Settings(), domain_score=score)
    assert (verdict.label == UNIDENTIFIED) == ("out_of_domain" in verdict.flags) == (score > 1)
    assert not (verdict.status == "ok" and score > 1)


def test_what_the_field_itself_shows_asks_for_a_look_except_that_it_is_drawn() -> None:
    sure = logits(0.01, 0.01, 0.03, 0.95)
    for flag in FLAGS:
        verdict = judge(sure, manifest(), Settings(), [flag])
        assert verdict.flags == (flag,)
        assert verdict.status == ("ok" if flag == "synthetic" else "review")
    assert judge(sure, manifest(), Settings(), ["synthetic", "blurred"]).status == "review"


def test_stricter_sets_are_larger_and_a_model_with_one_threshold_has_that_for_both() -> None:
    both = replace(manifest(conformal=Conformal(0.05, 0.3)), conformal_strict=Conformal(0.01, 0.9))
    seen = logits(0.75, 0.2, 0.03, 0.02)
    assert judge(seen, both, Settings()).prediction_set == ("Benign",)
    assert judge(seen, both, Settings(strict_sets=True)).prediction_set == ("Benign", "Early")
    one = manifest(conformal=Conformal(0.05, 0.3))
    assert judge(seen, one, Settings(strict_sets=True)).prediction_set == ("Benign",)
    assert conformal_of(manifest(), Settings(strict_sets=True)) is None


@given(
    st.lists(st.floats(-50, 50), min_size=4, max_size=4),
    st.sets(st.sampled_from(FLAGS)),
    st.one_of(st.none(), st.floats(0, 3)),
    st.floats(0, 1),
    st.booleans(),
)
def test_a_verdict_is_never_ok_with_an_out_of_domain_flag(
    values: list[float], observed: set[str], score: float | None, below: float, strict: bool
) -> None:
    several = replace(manifest(conformal=Conformal(0.05, 0.5)), conformal_strict=Conformal(0.01, 0.99))
    verdict = judge(values, several, Settings(review_below=below, strict_sets=strict), observed, score)
    outside = "out_of_domain" in observed or (score is not None and score > 1)
    assert ("out_of_domain" in verdict.flags) == (verdict.label == UNIDENTIFIED) == outside
    assert observed <= set(verdict.flags)
    assert not (outside and verdict.status == "ok")


def test_flags_come_in_one_order_whatever_order_they_were_raised_in() -> None:
    verdict = judge(logits(0.3, 0.3, 0.2, 0.2), manifest(), Settings(), reversed(FLAGS))
    assert verdict.flags == tuple(flag for flag in FLAGS if flag in verdict.flags)


@given(
    st.lists(st.floats(-(2.0**100), 2.0**100, width=32), min_size=4, max_size=4),
    st.floats(0.01, 100),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_any_numbers_give_a_verdict_that_holds_together(
    values: list[float], temperature: float, threshold: float, review_below: float
) -> None:
    verdict = judge(values, manifest(temperature, Conformal(0.05, threshold)), Settings(review_below=review_below))
    assert sum(verdict.probabilities) == pytest.approx(1)
    assert verdict.confidence == max(verdict.probabilities)
    assert verdict.label in LABELS
    assert set(verdict.prediction_set) <= set(LABELS)
    if verdict.status == "ok":
        assert len(verdict.prediction_set) == 1
        assert verdict.confidence >= review_below
        assert verdict.prediction_set == (verdict.label,)
