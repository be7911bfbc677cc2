"""The spreadsheet: text stays text, numbers are numbers, and the columns are the CSV's."""

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.reports import SHELF, SlideReport, xlsx
from leukemia_desktop.core.reports._text import origin
from leukemia_desktop.core.reports.csv import COLUMNS
from tests.core.report_cases import HOSTILE, analysed, refuses_and_keeps_the_earlier, renamed


def written(report: SlideReport, path: Path) -> openpyxl.Workbook:
    SHELF["xlsx"](report, path)
    return openpyxl.load_workbook(path)


def cells(book: openpyxl.Workbook, row: int) -> dict:
    return {name: book["Results"].cell(row, column) for column, name in enumerate(COLUMNS, 1)}


def test_results_hold_the_columns_and_rows_of_the_csv(tiny_model, make_slide, tmp_path):
    slide = make_slide(Benign=2, Pre=1)
    (slide / "broken.png").write_bytes(b"not an image")
    report = analysed(tiny_model, slide).report()
    book = written(report, tmp_path / "report.xlsx")
    SHELF["csv"](report, tmp_path / "report.csv")
    expected = list(csv.DictReader(io.StringIO((tmp_path / "report.csv").read_text("utf-8-sig"))))
    assert book["Results"].max_row == len(expected) + 1
    for number, line in enumerate(expected, 2):
        for name, cell in cells(book, number).items():
            if isinstance(cell.value, int | float):
                assert cell.value == pytest.approx(float(line[name]))
            else:
                assert (cell.value or "") == line[name]


def test_numbers_are_numbers(tiny_model, make_slide, tmp_path):
    row = cells(written(analysed(tiny_model, make_slide(Pre=1)).report(), tmp_path / "report.xlsx"), 2)
    assert row["width"].value == 48 and row["confidence"].value > 0.5 and row["p_pre"].data_type == "n"
    assert row["sha256"].data_type == "s" and row["review_label"].value is None


def test_filters_frozen_header_and_colours(tiny_model, make_slide, tmp_path):
    sheet = written(analysed(tiny_model, make_slide(Benign=2)).report(), tmp_path / "report.xlsx")["Results"]
    assert sheet.auto_filter.ref == "A1:AA3" and sheet.freeze_panes == "B2"
    rules = {(str(ranged.sqref), rule.formula[0]) for ranged in sheet.conditional_formatting for rule in ranged.rules}
    assert {("G2:G3", '"Pre"'), ("G2:G3", '"Unidentified"'), ("F2:F3", '"failed"')} <= rules


def test_what_a_person_reads_stands_together_one_page_wide_and_the_rest_is_folded_away(tiny_model, make_slide, tmp_path):
    report = analysed(tiny_model, make_slide(Benign=2)).report()
    book = written(report, tmp_path / "report.xlsx")
    results, summary = book["Results"], book["Summary"]
    folded = {name for number, name in enumerate(COLUMNS, 1) if is_hidden(results, number)}
    assert folded == xlsx.FOLDED | {"review_label", "review_reason", "reviewer", "error"}  # nothing stands in these
    assert not folded & {"file", "label", "flags"}
    for sheet in (results, summary):
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert summary["A3"].value == origin(report.provenance)
    words = next(row[12] for row in summary.iter_rows(min_row=5, max_row=5))
    assert words.alignment.wrap_text and summary.row_dimensions[5].height >= 15 * len(words.value) / xlsx.IN_WORDS
    for sheet in (results, summary):
        assert printed(sheet) < 200  # characters on a line of A4: letters of 8 points


def printed(sheet) -> float:
    """Characters of all columns that are not folded away."""
    return sum(
        each.width * (each.max - each.min + 1) for each in sheet.column_dimensions.values() if not each.hidden and each.min
    )


def test_a_column_with_something_in_it_is_not_folded_away(tiny_model, make_slide, tmp_path):
    slide = make_slide(Benign=1)
    (slide / "empty.png").touch()
    sheet = written(analysed(tiny_model, slide).report(), tmp_path / "report.xlsx")["Results"]
    assert not is_hidden(sheet, COLUMNS.index("error") + 1)
    assert is_hidden(sheet, COLUMNS.index("review_reason") + 1)


def is_hidden(sheet, number: int) -> bool:
    """Whether the column is folded; the file says it for a whole stretch of columns."""
    return any(each.min <= number <= each.max and each.hidden for each in sheet.column_dimensions.values())


def test_no_text_becomes_a_formula_a_link_or_a_number(tiny_model, make_slide, tmp_path):
    run = analysed(tiny_model, make_slide(Benign=1, Early=1))
    report = SlideReport.of(renamed(run.outcomes, HOSTILE, "=1+1"), run.report().provenance)
    path = tmp_path / "report.xlsx"
    book = written(report, path)
    for number in range(2, len(HOSTILE) + 2):
        assert [cells(book, number)[name].data_type for name in ("file", "slide")] == ["s", "s"]
    assert {cells(book, n)["slide"].value for n in range(2, len(HOSTILE) + 2)} == {"'=1+1"}
    names = [cells(book, number)["file"].value for number in range(2, len(HOSTILE) + 2)]
    assert (
        "'=1+1.png" in names and "00012" in names and "a\\udcff\\udcfe.png" in names and "視野 漢字 カナ 한국어.png" in names
    )
    assert not any(name.startswith(("=", "+", "-", "@", "\t", "\r")) for name in names)
    with zipfile.ZipFile(path) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")]
    assert len(sheets) == 2 and all(b"<f>" not in sheet and b"<hyperlink" not in sheet for sheet in sheets)


def test_the_summary_says_slides_provenance_and_notice(tiny_model, make_slide, tmp_path):
    report = analysed(tiny_model, make_slide("A", Benign=1), make_slide("B", Pro=2)).report()
    sheet = written(report, tmp_path / "report.xlsx")["Summary"]
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert [RESEARCH_USE] in rows and ["model id", "tiny"] in rows
    assert ["B", "review", 2, 2, 2, 2, 0, 0, 0, 2, 0, 0, report.slides[1].sentence, ""] in rows


def test_more_fields_than_a_sheet_holds_are_refused_before_anything_is_written(
    tiny_model, make_slide, tmp_path, monkeypatch
):
    report = analysed(tiny_model, make_slide(Benign=3)).report()
    monkeypatch.setattr(xlsx, "MAX_ROWS", 2)
    with pytest.raises(UnwritableFile, match="holds 2 fields, not 3; write a CSV"):
        SHELF["xlsx"](report, tmp_path / "report.xlsx")
    assert not (tmp_path / "report.xlsx").exists()


def test_a_report_without_a_field_opens(tmp_path):
    assert written(SlideReport.of([], {}), tmp_path / "report.xlsx")["Results"].max_row == 1


def test_ten_thousand_fields_fit(tiny_model, make_slide, tmp_path):
    run = analysed(tiny_model, make_slide(Benign=2, Pre=1))
    outcomes = renamed(run.outcomes, [f"field_{number}.png" for number in range(10_000)])
    SHELF["xlsx"](SlideReport.of(outcomes, run.report().provenance), tmp_path / "report.xlsx")
    assert openpyxl.load_workbook(tmp_path / "report.xlsx", read_only=True)["Results"].max_row == 10_001


def test_the_same_report_gives_the_same_bytes(tiny_model, make_slide, tmp_path):
    report = analysed(tiny_model, make_slide(Benign=2)).report()
    SHELF["xlsx"](report, tmp_path / "a.xlsx")
    SHELF["xlsx"](report, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_full_disk_leaves_the_earlier_report(tiny_model, make_slide, tmp_path, monkeypatch):
    report = analysed(tiny_model, make_slide(Benign=1)).report()
    (tmp_path / "out").mkdir()
    refuses_and_keeps_the_earlier("xlsx", report, tmp_path / "out", monkeypatch)
