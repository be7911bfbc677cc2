"""The PDF: two pages a slide, readable names, the notice on each page, and nothing that a name says is markup."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.reports import SHELF, SlideReport
from leukemia_desktop.core.reports._pdf_text import FONT, fitted, runs, width
from leukemia_desktop.core.reports._right_to_left import visual
from leukemia_desktop.core.reports._text import origin, percent
from tests.core.report_cases import HOSTILE, analysed, refuses_and_keeps_the_earlier, renamed


def written(report: SlideReport, path: Path) -> list[str]:
    """The text of each page, white space as single blanks."""
    SHELF["pdf"](report, path)
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_two_a4_pages_a_slide_each_with_name_number_and_notice(tiny_model, make_slide, tmp_path):
    slides = [make_slide("A-0412", Benign=2), make_slide("B-0413", Early=1)]
    pages = written(analysed(tiny_model, *slides).report(), tmp_path / "report.pdf")
    assert len(pages) == 4 and all(RESEARCH_USE in page for page in pages)
    assert [f"page {number} of 4" in page for number, page in enumerate(pages, 1)] == [True] * 4
    assert ["A-0412" in page for page in pages] == [True, True, False, False]
    box = pypdf.PdfReader(tmp_path / "report.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_the_first_page_says_what_was_found_and_how(tiny_model, make_slide, tmp_path):
    slide = make_slide(Benign=3, Pre=2)
    (slide / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(80))
    report = analysed(tiny_model, slide).report()
    first, second = written(report, tmp_path / "report.pdf")
    assert report.slides[0].sentence in first and "Review required" in first
    assert report.provenance["model"]["sha256"] in first and report.provenance["recipe"]["hash"] in first
    assert "broken.png: truncated or damaged PNG" in first
    assert "Pre_1.png" in second and "5 of 5 analysed fields" in second


def plain(text: str) -> str:
    """With every space and line break as one space."""
    return " ".join(text.split())


def test_every_page_says_what_made_it_and_flags_are_never_cut_off(tiny_model, make_slide, tmp_path):
    report = analysed(tiny_model, make_slide(Benign=1, Pro=1)).report()
    flags = ("low_confidence", "out_of_domain", "few_cells", "magnification", "blurred")
    outcomes = [replace(each, verdict=replace(each.verdict, flags=flags, status="review")) for each in report.outcomes]
    pages = written(replace(report, outcomes=outcomes), tmp_path / "report.pdf")
    made = origin(report.provenance)
    assert made.startswith("analysed 20") and "model tiny (" in made
    assert all(made in page for page in pages)
    assert plain(pages[1]).count("low confidence, out of domain, few cells, magnification, blurred") == 2


def test_a_field_that_was_left_open_is_no_percentage_of_anything(tiny_model, make_slide, tmp_path):
    report = analysed(tiny_model, make_slide(Pro=1)).report()
    (known,) = report.outcomes
    sure = plain(percent(known.verdict.confidence))
    left_open = replace(known, verdict=replace(known.verdict, label="Unidentified", status="review"))
    second = [plain(written(replace(report, outcomes=[each]), tmp_path / "a.pdf")[1]) for each in (known, left_open)]
    assert [page.count(sure) for page in second] == [second[1].count(sure) + 1, second[1].count(sure)]


def test_many_unreadable_fields_stay_on_the_page(tiny_model, make_slide, tmp_path):
    slide = make_slide(Benign=1)
    for number in range(30):
        (slide / f"broken_{number}.png").write_bytes(b"text, not an image")
    pages = written(analysed(tiny_model, slide).report(), tmp_path / "report.pdf")
    assert len(pages) == 2 and "and 22 more; the CSV names them all" in pages[0] and "python" in pages[0]


def test_hostile_names_are_written_as_they_are_and_break_nothing(tiny_model, make_slide, tmp_path):
    run = analysed(tiny_model, make_slide(Early=1))
    outcomes = [outcome for name in HOSTILE for outcome in renamed(run.outcomes, [name], name)]
    report = SlideReport.of(outcomes, run.report().provenance)
    pages = written(report, tmp_path / "report.pdf")
    assert len(pages) == 2 * len(report.slides) and len(report.slides) == len(HOSTILE)
    for number, name in enumerate(HOSTILE):
        if name.startswith("<"):
            assert name in pages[2 * number] and name[:12] in pages[2 * number + 1]


def test_names_of_other_scripts_can_be_read(tiny_model, make_slide, tmp_path):
    run = analysed(tiny_model, make_slide(Early=1))
    for name in ("фото Ёлка № 7", "Ελληνικά", "漢字 カナ", "한국어"):
        report = SlideReport.of(renamed(run.outcomes, ["a.png"], name), run.report().provenance)
        assert name in written(report, tmp_path / "report.pdf")[0]


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("field (1).png", "field (1).png"),
        ("שלום 12.png", "12 םולש.png"),
        ("a (שלום) b", "a (םולש) b"),
        ("בית (ספר).png", "(רפס) תיב.png"),
        ("سلام", "\ufee1\ufefc\ufeb3"),  # lam and alef are one shape
        ("اسلاید ۱.jpg", "۱ \ufeaa\ufbfe\ufefc\ufeb3\ufe8d.jpg"),
        ("می\u200cبی", "\ufbfd\ufe91\u200c\ufbfd\ufee3"),  # a zero-width non-joiner parts two letters
    ],
)
def test_right_to_left_names_are_joined_and_turned_round(name, drawn):
    assert visual(name) == drawn


def test_every_character_is_drawn_or_named():
    assert runs("é漢ไ") == [(FONT, "é"), ("STSong-Light", "漢"), (FONT, "\\u0e44")]
    assert runs("a\udcff") == [(FONT, "a\\udcff")]


@pytest.mark.parametrize("name", ["field.png", "n" * 250 + ".png", "漢" * 90, "<b>" * 60, ""])
def test_a_fitted_name_is_as_long_as_its_place_allows_and_keeps_both_ends(name):
    short = fitted(name, 8, 120)
    assert width(short, 8) <= 120
    assert short == name or (short[:3] == name[:3] and short[-3:] == name[-3:] and width(short, 8) > 90)


def test_a_picture_that_is_gone_is_a_placeholder(tiny_model, make_slide, tmp_path):
    slide = make_slide(Benign=2)
    report = analysed(tiny_model, slide).report()
    (slide / "Benign_1.png").unlink()
    second = written(report, tmp_path / "report.pdf")[1]
    assert "No picture: the file is gone" in second
    assert len(pypdf.PdfReader(tmp_path / "report.pdf").pages[1].images) == 1


def test_no_field_at_all_is_one_page_that_says_so(tmp_path):
    pages = written(SlideReport.of([], {}), tmp_path / "report.pdf")
    assert len(pages) == 1 and "nothing was analysed" in pages[0] and RESEARCH_USE in pages[0]


def test_ten_thousand_fields_fit(tiny_model, make_slide, tmp_path):
    run = analysed(tiny_model, make_slide(Benign=25, Pre=1))
    outcomes = renamed(run.outcomes, [f"field_{number}.png" for number in range(10_000)])
    pages = written(SlideReport.of(outcomes, run.report().provenance), tmp_path / "report.pdf")
    assert len(pages) == 2 and "24 of 10000 analysed fields" in pages[1] and pages[1].count("not Benign 1") == 24


def test_the_same_report_gives_the_same_bytes(tiny_model, make_slide, tmp_path):
    report = analysed(tiny_model, make_slide(Benign=2)).report()
    SHELF["pdf"](report, tmp_path / "a.pdf")
    SHELF["pdf"](report, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_full_disk_leaves_the_earlier_report(tiny_model, make_slide, tmp_path, monkeypatch):
    report = analysed(tiny_model, make_slide(Benign=1)).report()
    (tmp_path / "out").mkdir()
    refuses_and_keeps_the_earlier("pdf", report, tmp_path / "out", monkeypatch)


def test_the_shelf_opens_without_the_libraries_that_only_writing_needs():
    heavy = ("jinja2", "xlsxwriter", "reportlab", "urllib.request")
    code = f"import sys, leukemia_desktop.core.reports; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
