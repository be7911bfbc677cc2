"""A slide in numbers and one sentence: whatever is suspicious, doubtful, unreadable or missing asks for a person."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leukemia_desktop.core.analysis import Failure, Key, Outcome, Result
from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.manifest import LABELS
from leukemia_desktop.core.slide import Tally, summarize
from leukemia_desktop.core.trust import UNIDENTIFIED, Verdict


def a_result(label: str = "Benign", status: str = "ok", slide: str = "A", number: int = 1) -> Result:
    return Result(
        field=Field(Path(f"/slides/{slide}/{number}.png"), slide, f"{number}.png"),
        key=Key(f"{number:064d}", "m" * 64, "r" * 16),
        width=48,
        height=48,
        logits=(0.0, 0.0, 0.0, 0.0),
        observed=(),
        wbc_count=None,
        domain_score=None,
        verdict=Verdict(label, status, (), 0.99, (0.25,) * 4, (label,)),
        model_id="tiny",
        provider="cpu",
        app_version="0",
        analysed_at="2026-01-01T00:00:00.000Z",
    )


def a_failure(slide: str = "A", reason: str = "the file is gone") -> Failure:
    return Failure(Field(Path(f"/slides/{slide}/x.png"), slide, "x.png"), reason, "2026-01-01T00:00:00.000Z")


def test_a_slide_of_sure_benign_fields_is_unsuspicious_but_never_released() -> None:
    (slide,) = summarize([a_result(number=n) for n in range(5)])
    assert slide.status == "unsuspicious"
    assert slide.sentence == (
        "5 of 5 fields analysed. No suspicious field; a person decides: Benign is never released alone."
    )


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (a_result("Early"), "1 suspicious (Early 1)"),
        (a_result("Pre"), "1 suspicious (Pre 1)"),
        (a_result("Pro"), "1 suspicious (Pro 1)"),
        (a_result(UNIDENTIFIED, "review"), "1 with flags"),
        (a_result("Benign", "review"), "1 with flags"),
        (a_failure(), "1 unreadable"),
    ],
)
def test_one_field_among_a_thousand_makes_the_slide_review(one: Outcome, words: str) -> None:
    (slide,) = summarize([*(a_result(number=n) for n in range(999)), one])
    assert slide.status == "review"
    assert words in slide.sentence
    assert slide.sentence.endswith("Review required.")


def test_a_slide_that_was_not_analysed_to_its_end_is_review() -> None:
    (slide,) = summarize([a_result()], {"A": 600})
    assert slide.status == "review"
    assert slide.sentence == "1 of 600 fields analysed. Review required."


def test_a_slide_of_which_nothing_was_analysed_is_listed_and_review() -> None:
    first, second = summarize([a_result(slide="B")], {"A": 3, "B": 1})
    assert (first.slide, first.analysed, first.status) == ("A", 0, "review")
    assert second.status == "unsuspicious"


def test_slides_come_in_order_of_appearance_each_with_its_own_counts() -> None:
    slides = summarize([a_result("Pro", slide="B"), a_result(slide="A"), a_result("Pre", slide="B"), a_failure("A")])
    assert [slide.slide for slide in slides] == ["B", "A"]
    assert slides[0].counts == {"Benign": 0, "Early": 0, "Pre": 1, "Pro": 1, UNIDENTIFIED: 0}
    assert (slides[1].fields, slides[1].analysed, slides[1].failed) == (2, 1, 1)


OUTCOMES = st.lists(
    st.builds(a_result, st.sampled_from([*LABELS, UNIDENTIFIED]), st.sampled_from(["ok", "review"]), st.sampled_from("AB"))
    | st.builds(a_failure, st.sampled_from("AB"))
)


@given(OUTCOMES)
def test_the_rule_is_asymmetric_whatever_the_outcomes(outcomes: list[Outcome]) -> None:
    for slide in summarize(outcomes):
        own = [o for o in outcomes if o.field.slide == slide.slide]
        unsuspicious = all(
            isinstance(o, Result) and o.verdict.label in ("Benign", UNIDENTIFIED) and o.verdict.status == "ok" for o in own
        )
        assert (slide.status == "unsuspicious") == unsuspicious
        assert slide.fields == len(own) == slide.analysed + slide.failed
        assert sum(slide.counts.values()) == slide.analysed


@given(OUTCOMES, OUTCOMES)
def test_outcomes_that_are_counted_and_taken_back_leave_no_trace(kept: list[Outcome], gone: list[Outcome]) -> None:
    tally = Tally("A")
    for outcome in [*gone, *kept]:
        tally.add(outcome)
    for outcome in gone:
        tally.remove(outcome)
    expected = Tally("A")
    for outcome in kept:
        expected.add(outcome)
    assert tally.summary(99) == expected.summary(99)
