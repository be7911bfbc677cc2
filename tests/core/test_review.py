"""A person decides and the record stands: nothing is rewritten, an undo is a new entry, a signed slide is locked."""

import csv
import json
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leukemia_desktop.core.chain import AUDIT_COLUMNS
from leukemia_desktop.core.ledger import Ledger, write_entries
from leukemia_desktop.core.review import Change, Readings, Refused, Review, change_of, decide, locks, readings
from leukemia_desktop.core.signing import review_of, sign_off, unlock
from tests.core.test_ledger import tamper
from tests.core.test_slide import a_failure, a_result

SLIDE = [a_result("Pre", number=number) for number in range(1, 5)]
IMAGES = [result.key.image_sha256 for result in SLIDE]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.record(SLIDE)
        yield ledger


def held(book: Ledger, image: str = IMAGES[0]) -> Readings:
    with book.reading() as page:
        return readings(page, [image]).get(image, Readings())


def say(
    book: Ledger, label: str, *, number: int = 0, reader: str = "Ada", role: str = "first", reason: str = "why"
) -> Review:
    before = held(book, IMAGES[number]).of(reader, role)
    (review,) = decide(book, [change_of(SLIDE[number], label, reason, before)], reader=reader, role=role)
    assert review
    return review


def whats(book: Ledger) -> list[str]:
    return [entry["what"] for entry in book.entries() if entry["what"] != "analysed"]


def test_a_review_stands_with_who_when_why_and_what_was_seen(book: Ledger) -> None:
    review = say(book, "Pro", reason="  nucleoli  ")
    assert (review.label, review.reason, review.reader, review.pre_classified) == ("Pro", "nucleoli", "Ada", "Pre")
    assert review.differs
    assert held(book).chosen == review
    entry = list(book.entries())[-1]
    assert (entry["who"], entry["what"], entry["reason"], entry["at"]) == ("Ada", "review", "nucleoli", review.at)
    assert (entry["image_sha256"], entry["model_sha256"], entry["recipe"]) == (IMAGES[0], "m" * 64, "r" * 16)
    assert book.verify() == ""


def test_a_reason_that_a_spreadsheet_would_run_is_neutral_text_in_the_exported_record(book: Ledger, tmp_path: Path) -> None:
    say(book, "Pro", reason='=HYPERLINK("http://x")')
    for name in ("record.csv", "record.json"):
        write_entries(book, tmp_path / name)
    with (tmp_path / "record.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [*csv.DictReader(stream)][-1]["reason"] == '\'=HYPERLINK("http://x")'
    said = json.loads((tmp_path / "record.json").read_text("utf-8"))[-1]["reason"]
    assert said == '=HYPERLINK("http://x")'  # to the letter, for a program that checks the chain


def test_another_opinion_is_another_entry_and_an_undo_is_one_more(book: Ledger) -> None:
    first, second = say(book, "Pro"), say(book, "Early")
    back = change_of(SLIDE[0], "Early", "why", first).reversed(second)
    (again,) = decide(book, [back], reader="Ada", what="undo")
    assert again and (again.label, held(book).chosen) == ("Pro", again)
    (nothing,) = decide(book, [Change(SLIDE[0].key, "Pre", "", before=again)], reader="Ada", what="undo")
    assert nothing is None and held(book).chosen is None
    decide(book, [change_of(SLIDE[0], "Pro", "why")], reader="Ada", what="redo")
    assert [review.label for review in held(book).each] == ["Pro"]
    assert whats(book) == ["review", "review", "undo", "undo", "redo"]
    assert book.verify() == ""


@pytest.mark.parametrize("label", ["Pro", "Unidentified", "Not classed", "Artefact"])
def test_what_differs_from_the_program_needs_a_reason_and_a_second_reader_is_not_asked(book: Ledger, label: str) -> None:
    with pytest.raises(Refused, match="reason"):
        say(book, label, reason=" ")
    assert say(book, "Pre", reason="").reason == ""
    assert say(book, label, reason="", reader="Bo", role="second").label == label


def test_nobody_unknown_labels_and_what_changed_meanwhile_are_refused(book: Ledger) -> None:
    with pytest.raises(Refused, match="who is reading"):
        say(book, "Pro", reader="")
    with pytest.raises(Refused, match="Leukemia is no label"):
        say(book, "Leukemia")
    say(book, "Pro")
    with pytest.raises(Refused, match="meanwhile"):
        decide(book, [change_of(SLIDE[0], "Early", "why", None)], reader="Ada")
    assert whats(book) == ["review"]


def test_several_fields_are_reviewed_all_or_none(book: Ledger) -> None:
    with pytest.raises(Refused):
        decide(book, [change_of(SLIDE[0], "Pre"), change_of(SLIDE[1], "Pro")], reader="Ada")
    assert whats(book) == []
    made = decide(book, [change_of(result, "Pre") for result in SLIDE], reader="Ada")
    assert [review.label for review in made if review] == ["Pre"] * 4


def test_two_readers_are_kept_apart_and_a_consensus_counts(book: Ledger) -> None:
    say(book, "Pre")
    assert held(book).disagree is False
    say(book, "Pro", reader="Bo", role="second")
    assert held(book).disagree
    chosen = held(book).chosen
    assert chosen and (chosen.label, chosen.role) == ("Pre", "first")
    say(book, "Pro", role="consensus")
    assert held(book).disagree is False
    chosen = held(book).chosen
    assert chosen and (chosen.label, chosen.role) == ("Pro", "consensus")
    assert [review.label for review in held(book).each] == ["Pre", "Pro", "Pro"]


def test_an_unreadable_field_is_set_aside_with_a_reason_and_is_no_open_item_any_more(book: Ledger) -> None:
    broken = replace(a_failure(), sha256="b" * 64)
    gone = a_failure()  # nobody could read its bytes: it is known by its place
    assert broken.key.image_sha256 == "b" * 64 and gone.key.image_sha256.startswith("path ")
    for label, reason, words in (("Pro", "why", "Not classed or Artefact, not Pro"), ("Artefact", " ", "why")):
        for role in ("first", "second"):
            with pytest.raises(Refused, match=words):
                decide(book, [change_of(broken, label, reason)], reader="Ada", role=role)
    slide = [*SLIDE, broken, gone]
    decide(book, [change_of(result, "Pre") for result in SLIDE], reader="Ada")
    made = decide(book, [change_of(broken, "Artefact", "cut off"), change_of(gone, "Not classed", "lost")], reader="Ada")
    assert [(review.label, review.pre_classified, review.differs) for review in made if review] == [
        ("Artefact", "", False),
        ("Not classed", "", False),
    ]
    reviews, slides = review_of(book, slide)
    moved = replace(broken, field=replace(broken.field, path=broken.field.path.with_name("elsewhere.png")))
    assert reviews[moved.key.image_sha256].label == "Artefact"
    state = slides["A"]
    assert (state.fields, state.reviewed, state.unreadable, state.open_items) == (6, 6, 0, ())
    assert "Open: nothing" in state.sentence and "none differs" in state.sentence
    signed = sign_off(book, "A", slide, reader="Ada").signed
    assert signed and signed.open_items == () and signed.counts == {"Pre": 4, "Artefact": 1, "Not classed": 1}
    with pytest.raises(Refused, match="signed off by Ada"):
        decide(book, [Change(broken.key, "", "", before=made[0])], reader="Ada")
    assert "came later" not in review_of(book, slide)[1]["A"].sentence
    assert book.verify() == ""


def test_a_signed_slide_is_locked_until_it_is_unlocked_with_a_reason(book: Ledger) -> None:
    with pytest.raises(Refused, match="nothing to sign"):
        sign_off(book, "A", SLIDE, reader="Ada")
    say(book, "Pro")
    state = sign_off(book, "A", [*SLIDE, a_failure()], reader="Ada", comment="two of them faint")
    assert state.open_items == ("3 fields not reviewed", "1 field unreadable")
    assert state.signed and (state.signed.reader, state.signed.comment, state.signed.counts) == (
        "Ada",
        "two of them faint",
        {"Pro": 1},
    )
    assert state.signed.open_items == state.open_items and (state.locked, state.loose) == (5, 0)
    for number in range(4):
        with pytest.raises(Refused, match="signed off by Ada"):
            say(book, "Early", number=number)
    with pytest.raises(Refused, match="signed off already"):
        sign_off(book, "A", SLIDE, reader="Ada")
    with pytest.raises(Refused, match="reason"):
        unlock(book, SLIDE, reader="Ada", reason=" ")
    unlock(book, SLIDE, reader="Bo", reason="a field was mixed up")
    with book.reading() as page:
        assert locks(page, IMAGES) == {}
    say(book, "Early")
    again = sign_off(book, "A", [*SLIDE, a_failure()], reader="Bo")
    assert again.signed and again.signed.reader == "Bo"
    with pytest.raises(Refused, match="signed off by Bo"):
        say(book, "Pro")
    assert whats(book) == ["review", *["locked"] * 5, "sign_off", "unlock", "review", "sign_off"]
    assert book.verify() == ""
    with pytest.raises(Refused, match="not signed off"):
        unlock(book, [a_result(number=9)], reader="Bo", reason="why")


def test_a_field_that_comes_after_the_sign_off_is_open_and_said_to_be(book: Ledger) -> None:
    say(book, "Pre")
    sign_off(book, "A", SLIDE[:2], reader="Ada")
    reviews, slides = review_of(book, SLIDE)
    assert reviews[IMAGES[0]].label == "Pre"
    assert "Fields that came later and are not part of it: 2." in slides["A"].sentence
    assert say(book, "Pre", number=3).label == "Pre"


def test_a_slide_that_shares_a_field_with_a_signed_one_is_not_taken_for_it(book: Ledger) -> None:
    say(book, "Pre")
    signed = sign_off(book, "A", SLIDE[:3], reader="Ada")
    assert signed.missing == 0
    assert review_of(book, SLIDE[:3])[1]["A"].missing == 0
    other = review_of(book, SLIDE[2:])[1]["A"]
    assert other.missing == 2
    assert other.sentence.endswith(
        "Fields signed then that are not here: 2. Fields that came later and are not part of it: 1."
    )


def test_a_field_that_lies_there_twice_is_signed_twice(book: Ledger) -> None:
    say(book, "Pre")
    twice = [*SLIDE, SLIDE[0]]
    for state in (sign_off(book, "A", twice, reader="Ada"), review_of(book, twice)[1]["A"]):
        assert (state.fields, state.locked, state.missing) == (5, 5, 0)
        assert "later" not in state.sentence


def test_the_sentence_of_a_slide_says_what_was_reviewed_and_what_is_open(book: Ledger) -> None:
    assert review_of(book, SLIDE)[1]["A"].sentence == "No field was reviewed by a person."
    say(book, "Pro")
    say(book, "Early", reader="Bo", role="second")
    say(book, "Pre", number=1)
    assert review_of(book, [*SLIDE, a_failure()])[1]["A"].sentence == (
        "2 of 5 fields reviewed by a person; 1 differs from the pre-classification. Not signed off."
        " Open: 2 fields not reviewed, 1 field unreadable, 1 field on which readers disagree."
    )


@pytest.fixture(scope="session")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reviewed") / "ledger.sqlite"
    with Ledger(path) as book:
        book.record(SLIDE)
        say(book, "Pro")
        say(book, "Early", reader="Bo", role="second")
        sign_off(book, "A", SLIDE, reader="Ada")
        unlock(book, SLIDE, reader="Ada", reason="again")
        say(book, "Pre", number=2)
    return path


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_flipped_byte_in_what_persons_decided_is_found(reviewed: Path, tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(reviewed, path)
    raw = sqlite3.connect(path)
    rows = raw.execute("SELECT seq FROM audit WHERE what <> 'analysed'").fetchall()
    (seq,) = data.draw(st.sampled_from(rows))
    column = data.draw(st.sampled_from([*AUDIT_COLUMNS, "hash"]))
    text = bytearray(raw.execute(f"SELECT CAST({column} AS BLOB) FROM audit WHERE seq = ?", (seq,)).fetchone()[0] or b"\0")
    raw.close()
    text[data.draw(st.integers(0, len(text) - 1))] ^= data.draw(st.integers(1, 255))
    tamper(path, (f"UPDATE audit SET {column} = CAST(? AS TEXT) WHERE seq = ?", (bytes(text), seq)))
    with Ledger(path) as book:
        assert f"audit entry {seq}" in book.verify() or f"audit entry {seq + 1}" in book.verify()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        "DELETE FROM decision WHERE seq = (SELECT max(seq) FROM decision)",
        f"UPDATE decision SET image_sha256 = '{IMAGES[3]}' WHERE seq = 5",
    ],
)
def test_a_decision_that_was_cut_off_or_hidden_is_missed(reviewed: Path, tmp_path: Path, statement: str) -> None:
    path = tmp_path / "ledger.sqlite"
    shutil.copy(reviewed, path)
    with Ledger(path) as book:
        assert book.verify() == ""
        tamper(path, (statement, ()))
        assert "what persons decided" in book.verify()


MOVES = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["Early", "Pro", ""]), st.sampled_from(["Ada", "Bo"])), max_size=12
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_what_holds_is_always_what_each_reader_said_last(tmp_path_factory: pytest.TempPathFactory, moves: list) -> None:  # type: ignore[type-arg]
    with Ledger(tmp_path_factory.mktemp("moves") / "ledger.sqlite") as book:
        last: dict[tuple[int, str], str] = {}
        for number, label, reader in moves:
            before = held(book, IMAGES[number]).of(reader, "first")
            decide(book, [change_of(SLIDE[number], label, "why" if label else "", before)], reader=reader)
            last[number, reader] = label
        for (number, reader), label in last.items():
            own = held(book, IMAGES[number]).of(reader, "first")
            assert (own.label if own else "") == label
        assert len(list(book.entries())) == len(moves)
        assert book.verify() == ""


def test_a_copy_under_another_name_has_the_same_review(book: Ledger) -> None:
    say(book, "Pro")
    moved = replace(SLIDE[0], field=replace(SLIDE[0].field, slide="B", name="other.png"))
    reviews, slides = review_of(book, [moved])
    assert (reviews[IMAGES[0]].label, slides["B"].reviewed) == ("Pro", 1)
