"""The laboratory's reference: chosen from what was reviewed, kept in the chain, found again when files move."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from leukemia_desktop.core.ledger import Ledger
from leukemia_desktop.core.outcome import Failure, Result
from leukemia_desktop.core.references import Reference, Spot, choose, chosen, remove, reviewed
from leukemia_desktop.core.review import Change, Refused, change_of, decide
from leukemia_desktop.core.signing import sign_off
from leukemia_desktop.core.whereabouts import Whereabouts
from tests.core.test_slide import a_result

SPOT = Spot(3, 40.5, 22.0, 18.0)


@pytest.fixture
def fields(tmp_path: Path) -> list[Result]:
    """Three results whose files are there."""
    made = []
    for number in range(3):
        path = tmp_path / "lab" / "A" / f"field {number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"content %d" % number)
        result = a_result("Pre", number=number)
        field = replace(result.field, path=path, name=path.name)
        key = replace(result.key, image_sha256=hashlib.sha256(path.read_bytes()).hexdigest())
        made.append(replace(result, field=field, key=key))
    return made


@pytest.fixture
def book(tmp_path: Path, fields: list[Result]) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.record(fields)
        yield ledger


def say(book: Ledger, field: Result, label: str, reader: str = "Ada", role: str = "first") -> None:
    decide(book, [change_of(field, label, "why")], reader=reader, role=role)


def take(book: Ledger, field: Result, cell: Spot | None = None) -> None:
    choose(book, field.key.image_sha256, field.field.path, reader="Ada", cell=cell)


def held(book: Ledger) -> list[Reference]:
    with book.reading() as page:
        return chosen(page)


def test_a_reviewed_field_and_a_cell_of_it_become_references_with_class_reader_and_date(
    book: Ledger, fields: list[Result]
) -> None:
    with pytest.raises(Refused, match="only a reviewed field"):
        take(book, fields[0])
    say(book, fields[0], "Pro")
    take(book, fields[0])
    take(book, fields[0], SPOT)
    with pytest.raises(Refused, match="already"):
        take(book, fields[0], SPOT)
    cell, field = held(book)
    assert (cell.cell, field.cell, cell.path) == (SPOT, None, fields[0].field.path)
    assert cell.review and (cell.review.label, cell.review.reader) == ("Pro", "Ada") and cell.review.at.endswith("Z")
    assert (field.size, field.signed, field.chosen) == (9, False, True)
    sign_off(book, "A", fields[:1], reader="Ada")
    assert all(each.signed for each in held(book))
    assert book.verify() == ""


def test_a_reference_is_taken_away_by_an_entry_of_its_own_and_can_come_again(book: Ledger, fields: list[Result]) -> None:
    say(book, fields[0], "Pro")
    take(book, fields[0])
    (reference,) = held(book)
    with pytest.raises(Refused, match="who is reading"):
        remove(book, reference, reader="")
    remove(book, reference, reader="Bo")
    assert held(book) == []
    with pytest.raises(Refused, match="no reference any more"):
        remove(book, reference, reader="Bo")
    take(book, fields[0])
    assert [each.name for each in held(book)] == [reference.name]
    whats = [(entry["what"], entry["who"]) for entry in book.entries() if "reference" in entry["what"]]
    assert whats == [("reference", "Ada"), ("reference removed", "Bo"), ("reference", "Ada")]
    assert book.verify() == ""


def test_the_class_goes_with_the_review_and_a_disagreement_takes_it_away(book: Ledger, fields: list[Result]) -> None:
    say(book, fields[0], "Pre")
    take(book, fields[0])
    say(book, fields[0], "Pro", reader="Bo", role="second")
    assert held(book)[0].review is None
    say(book, fields[1], "Pre")
    say(book, fields[1], "Early", reader="Bo", role="second")
    with pytest.raises(Refused, match="disagree"):
        take(book, fields[1])
    say(book, fields[0], "Early", role="consensus")
    review = held(book)[0].review
    assert review and review.label == "Early"


def test_what_was_reviewed_last_is_offered_unless_it_is_a_reference_or_taken_back(
    book: Ledger, fields: list[Result]
) -> None:
    for field in fields:
        say(book, field, "Pre")
    with book.reading() as page:
        assert [each.image_sha256 for each in reviewed(page, 2)] == [f.key.image_sha256 for f in (fields[2], fields[1])]
        before = reviewed(page, 1)[0].review
    take(book, fields[1])
    decide(book, [Change(fields[2].key, "Pre", "", before=before)], reader="Ada", what="undo")
    with book.reading() as page:
        (left,) = reviewed(page, 9)
    assert (left.image_sha256, left.path, left.chosen) == (fields[0].key.image_sha256, fields[0].field.path, False)


def test_a_file_that_cannot_be_seen_is_no_reference(book: Ledger, fields: list[Result]) -> None:
    say(book, fields[0], "Pre")
    fields[0].field.path.unlink()
    with pytest.raises(Refused, match="No such file"):
        take(book, fields[0])


def test_a_field_that_could_not_be_read_is_no_reference_also_when_a_person_set_it_aside(
    book: Ledger, fields: list[Result]
) -> None:
    unread = Failure(fields[0].field, "the file is empty (0 bytes)", fields[0].analysed_at, fields[0].key.image_sha256)
    decide(book, [change_of(unread, "Artefact", "no picture")], reader="Ada")
    say(book, fields[1], "Pre")
    with pytest.raises(Refused, match="could not be read"):
        choose(book, unread.key.image_sha256, unread.field.path, reader="Ada")
    assert held(book) == []
    with book.reading() as page:
        assert [each.image_sha256 for each in reviewed(page, 9)] == [fields[1].key.image_sha256]


def test_a_moved_renamed_or_altered_file_is_told_apart_by_its_content(tmp_path: Path, fields: list[Result]) -> None:
    image, path = fields[0].key.image_sha256, fields[0].field.path
    places = Whereabouts()
    assert places.find(image, path, 9, []) == path
    renamed = path.parent.rename(path.parent.with_name("A, old"))  # beside where it lay
    assert places.find(image, path, 9, []) == renamed / path.name
    other = (renamed / path.name).rename(renamed / "first.png")
    if os.name != "nt":  # links need rights there
        (renamed / "a.png").symlink_to("gone.png")
    assert places.find(image, path, 9, []) == other
    assert places.find(image, path, 0, []) is None  # neither its name nor its size is known
    far = tmp_path / "archive" / "2026" / "A"
    far.parent.mkdir(parents=True)
    renamed.rename(far)
    assert places.find(image, path, 9, []) is None
    assert places.find(image, path, 9, [far.parent]) == far / "first.png"
    (far / "first.png").unlink()
    (far / "second.png").write_bytes(b"altered 0")  # as long, and something else
    assert places.find(image, path, 9, [far]) is None
