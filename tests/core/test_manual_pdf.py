"""The manual as one PDF holds every page of it, with contents that lead to the right place."""

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from leukemia_desktop import RESEARCH_USE, __version__
from leukemia_desktop.core import manual, manual_pdf
from leukemia_desktop.core.files import UnwritableFile

MOST = 2_000_000
"""Bytes: it goes out by mail and into installers."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    path = tmp_path_factory.mktemp("manual") / "manual.pdf"
    manual_pdf.write_manual(path)
    assert path.stat().st_size < MOST
    return PdfReader(io.BytesIO(path.read_bytes()))


def flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_title_page_says_what_it_is_and_what_it_is_for(book: PdfReader):
    text = book.pages[0].extract_text()
    assert "Leukemia Desktop" in text
    assert __version__ in text
    assert RESEARCH_USE in text


def test_every_heading_of_every_page_is_in_it(book: PdfReader):
    text = flat("".join(page.extract_text() for page in book.pages))
    missing = [
        words for page in manual.pages()[1:] for words in (page.title, *page.headings.values()) if flat(words) not in text
    ]
    assert not missing


def test_the_contents_name_the_page_on_which_each_begins(book: PdfReader):
    contents = book.pages[1].extract_text()
    for page in manual.pages()[1:]:
        number = re.search(r"(\d+)\s+" + re.escape(page.title), contents)
        assert number, page.title
        assert page.title in book.pages[int(number[1]) - 1].extract_text()


def test_every_sheet_has_the_notice_and_its_number(book: PdfReader):
    for number, page in enumerate(book.pages, 1):
        text = page.extract_text()
        assert RESEARCH_USE in text
        assert number == 1 or re.search(rf"^{number}$", text, re.MULTILINE)


def test_every_picture_is_in_it(book: PdfReader):
    shown = sum(len(page.images) for page in book.pages)
    assert shown == sum(len(page.pictures) for page in manual.pages()[1:])


def test_links_lead_within_the_book(book: PdfReader):
    links = [note.get_object() for page in book.pages for note in page.get("/Annots", ())]
    wanted = sum(len(page.links) for page in manual.pages()[1:]) + len(manual.pages()) - 1
    assert len(links) >= wanted
    assert all("/Dest" in link or link["/A"]["/S"] == "/GoTo" for link in links)


def test_the_same_pages_give_the_same_bytes(tmp_path: Path, book: PdfReader):
    again = tmp_path / "again.pdf"
    manual_pdf.write_manual(again)
    book.stream.seek(0)
    assert again.read_bytes() == book.stream.read()


def test_where_it_cannot_be_written_that_is_said(tmp_path: Path):
    with pytest.raises(UnwritableFile, match="nowhere"):
        manual_pdf.write_manual(tmp_path / "nowhere" / "manual.pdf")
