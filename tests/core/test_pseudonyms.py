"""Pseudonyms: the same name is the same pseudonym, another key another one, and nothing of the name is left."""

from dataclasses import replace
from pathlib import Path

from leukemia_desktop.core.fields import Field
from leukemia_desktop.core.outcome import Failure
from leukemia_desktop.core.pseudonyms import Pseudonyms
from leukemia_desktop.core.reports import SlideReport
from tests.core.test_slide import a_failure, a_result

ONE, OTHER = Pseudonyms(b"1" * 32), Pseudonyms(b"2" * 32)
FIELD = Field(Path("/archive/Doe, Jane/left eye.PNG"), "Doe, Jane", "left eye.PNG")


def test_a_name_has_one_pseudonym_with_one_key_and_another_with_another() -> None:
    assert ONE.field(FIELD) == ONE.field(FIELD)
    assert ONE.field(FIELD).name != OTHER.field(FIELD).name
    assert ONE.slide("A") != OTHER.slide("A")
    assert ONE.slide("A") != ONE.slide("B")
    elsewhere = replace(FIELD, slide="Roe, Jo")
    assert ONE.field(FIELD).name != ONE.field(elsewhere).name
    assert ONE.field(FIELD).name.endswith(".png")
    assert ONE.field(replace(FIELD, path=Path("/moved/left eye.PNG"))).name == ONE.field(FIELD).name


def test_the_parts_of_a_name_cannot_be_shifted_against_each_other() -> None:
    assert ONE.field(Field(Path("x"), "ab", "c")).name != ONE.field(Field(Path("x"), "a", "bc")).name


def test_a_reason_that_names_the_file_is_pseudonymous_too() -> None:
    failure = Failure(FIELD, f"{FIELD.path}: not permitted; close left eye.PNG first", "2026-01-01T00:00:00.000Z")
    renamed = ONE.outcome(failure)
    assert isinstance(renamed, Failure)
    assert "Doe" not in renamed.reason
    assert "left eye" not in renamed.reason
    assert "not permitted" in renamed.reason


def test_a_report_keeps_its_numbers_and_loses_its_names() -> None:
    outcomes = [replace(a_result("Pro"), field=FIELD), a_failure(slide="Doe, Jane"), a_result(slide="B")]
    report = SlideReport.of(outcomes, {"notice": "n", "ledger": "/home/doe/ledger.sqlite"})
    hidden = ONE.report(report)
    assert hidden.provenance == {"notice": "n", "pseudonyms": True}
    assert [replace(slide, slide="") for slide in hidden.slides] == [replace(slide, slide="") for slide in report.slides]
    assert [slide.slide for slide in hidden.slides] == [ONE.slide("Doe, Jane"), ONE.slide("B")]
    assert len(hidden.outcomes) == 3
    assert hidden.outcomes[0].field == ONE.field(FIELD)
    assert hidden.outcomes[0].field.path == FIELD.path  # for its picture
    assert list(hidden.outcomes[1:]) == list(hidden.outcomes)[1:]
    assert hidden.by_slide().keys() == {slide.slide for slide in hidden.slides}
