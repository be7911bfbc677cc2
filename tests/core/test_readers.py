"""Readers have names and, if they want, a PIN that the ledger does not hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from leukemia_desktop.core.ledger import Ledger, write_entries
from leukemia_desktop.core.readers import add_reader, is_pin, names, reasons, set_pin, set_reasons
from leukemia_desktop.core.review import REASONS, Refused


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        yield ledger


def test_readers_are_added_once_and_asked_for_their_pin(book: Ledger, tmp_path: Path) -> None:
    assert names(book) == {}
    assert add_reader(book, "  Dr.  Ada ") == "Dr. Ada"
    add_reader(book, "Bo", "2468")
    assert names(book) == {"Bo": True, "Dr. Ada": False}
    for name in ("bo", "", " ", "x" * 81):
        with pytest.raises(Refused):
            add_reader(book, name)
    assert is_pin(book, "Dr. Ada", "") and is_pin(book, "Dr. Ada", "anything")
    assert is_pin(book, "Bo", "2468") and not is_pin(book, "Bo", "2469") and not is_pin(book, "Bo", "")
    assert not is_pin(book, "Nobody", "")
    write_entries(book, tmp_path / "audit.json")
    book.backup(tmp_path / "backup.sqlite")
    assert "2468" not in (tmp_path / "audit.json").read_text("utf-8")
    assert b"2468" not in (tmp_path / "backup.sqlite").read_bytes()
    assert [entry["what"] for entry in book.entries()] == ["reader added"] * 2
    assert book.verify() == ""


def test_a_pin_is_exchanged_by_who_knows_it(book: Ledger) -> None:
    add_reader(book, "Bo", "2468")
    with pytest.raises(Refused, match="not the PIN"):
        set_pin(book, "Bo", "1111", "")
    set_pin(book, "Bo", "2468", "1357")
    assert is_pin(book, "Bo", "1357") and not is_pin(book, "Bo", "2468")
    set_pin(book, "Bo", "1357", "")
    assert names(book) == {"Bo": False}
    assert [entry["what"] for entry in book.entries()][1:] == ["reader's PIN changed", "reader's PIN taken away"]


def test_the_list_of_reasons_is_the_laboratorys(book: Ledger) -> None:
    assert reasons(book) == REASONS
    set_reasons(book, ("Smudge  cells", "", "Smudge cells", "Stain"), reader="Ada")
    assert reasons(book) == ("Smudge cells", "Stain")
    assert [entry["who"] for entry in book.entries()] == ["Ada"]
    assert book.verify() == ""
