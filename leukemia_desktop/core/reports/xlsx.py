"""XLSX: a sheet Summary with slides and provenance, and a sheet Results with the CSV's columns, filters and colours."""

from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.files import UnwritableFile, neutral, replace_file
from leukemia_desktop.core.reports import csv
from leukemia_desktop.core.reports._chart import FAILED, MARKS, bars
from leukemia_desktop.core.reports._report import SlideReport
from leukemia_desktop.core.reports._rows import NUMBERS, typed_row
from leukemia_desktop.core.reports._text import facts_in_order, origin, shown
from leukemia_desktop.core.slide import SlideSummary

MAX_ROWS = 1_048_575
"""Rows that a sheet holds below its header."""
WIDEST = {
    "file": 28,
    "slide": 18,
    "status": 9,
    "confidence": 11,
    "p_benign": 9,
    "p_early": 9,
    "p_pre": 9,
    "p_pro": 9,
    "wbc_count": 11,
    "error": 40,
    "flags": 46,
    "review_reason": 22,
    "prediction_set": 16,
    "model_id": 20,
    "analysed_at": 24,
}
"""Characters of a column at most, where not 13: on paper a narrow sheet has larger letters."""
SELDOM = ("review_label", "review_reason", "reviewer", "error")
"""Columns that are folded away as well where nothing stands in them."""
FOLDED = frozenset(
    {"sha256", "width", "height", "domain_score", "reviewed_at", "analysed_at"}
    | {"model_id", "model_sha256", "recipe", "provider", "app_version"}
)
"""Columns for programs: folded away behind a +, so that what a person reads stands side by side, on paper as well."""
IN_WORDS = 34
"""Characters a line where a slide is said in words."""
SUMMARY = (22, 7, 7, 9, 10, 10, 10, 8, 7, 7, 14, 9, IN_WORDS, IN_WORDS)
"""Characters of the columns of the first sheet."""
INDENTED = ("status", "prediction_set", "review_label", "error")
"""Text that stands behind a number."""
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,  # one row in memory at a time: rows are written in order
}


def write(report: SlideReport, path: Path) -> None:
    """Write the workbook. Text is text, whatever it looks like. Raises UnwritableFile, also when a sheet cannot hold all."""
    import xlsxwriter

    if len(report.outcomes) > MAX_ROWS:
        raise UnwritableFile(f"{path}: a spreadsheet holds {MAX_ROWS} fields, not {len(report.outcomes)}; write a CSV")

    def write_book(stream: BinaryIO) -> None:
        with xlsxwriter.Workbook(stream, OPTIONS) as book:
            book.set_properties({"title": "Leukemia Desktop", "comments": RESEARCH_USE, "created": _made(report)})
            _summary(book, report)
            _results(book, report)

    replace_file(path, write_book)


def _made(report: SlideReport) -> datetime:
    """When the run began; a run that never began has no date of its own."""
    try:
        return datetime.fromisoformat(str(report.provenance.get("started_at"))).replace(tzinfo=None)
    except ValueError:
        return datetime(2000, 1, 1)


def _summary(book: Any, report: SlideReport) -> None:
    sheet = book.add_worksheet("Summary")
    _page(sheet)
    sheet.fit_to_pages(1, 0)
    quiet = book.add_format({"font_color": "#5b6675", "bottom": 1, "bottom_color": "#dfe3e8"})
    right = book.add_format({"font_color": "#5b6675", "bottom": 1, "bottom_color": "#dfe3e8", "align": "right"})
    wrapped = book.add_format({"indent": 1, "align": "left", "text_wrap": True, "valign": "top"})
    top = book.add_format({"valign": "top"})
    name_style = book.add_format({"valign": "top", "text_wrap": True})
    for column, width in enumerate(SUMMARY):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, "Leukemia Desktop: pre-classification of slides", book.add_format({"font_size": 16}))
    sheet.write_string(1, 0, RESEARCH_USE, book.add_format({"bold": True}))
    sheet.write_string(2, 0, origin(report.provenance))
    marks = [
        (f"{m.shape} {m.word}", book.add_format({"bold": True, "bottom": 5, "bottom_color": m.colour, "align": "right"}))
        for m in MARKS.values()
    ]
    words = [(text, quiet) for text in ("slide", "status")]
    numbers = [(text, right) for text in ("fields", "analysed", "suspicious", "with flags")]
    for column, (text, style) in enumerate([*words, *numbers, *marks, ("  summary", quiet), ("  review", quiet)]):
        sheet.write_string(3, column, text, style)
    row = 4
    for slide in report.slides:
        values = _cells(slide, report)
        lines = max(len(str(value)) // (IN_WORDS - 4) + 1 for value in values)
        sheet.set_row(row, 15 * lines)  # not every program makes room for wrapped text by itself
        for column, value in enumerate(values):
            if isinstance(value, str):
                sheet.write_string(row, column, value, wrapped if column else name_style)
            else:
                sheet.write_number(row, column, value, top)
        row += 1
    row += 1
    for name, value in facts_in_order(report.provenance):
        sheet.set_row(row, 15 * (len(value) // (sum(SUMMARY[1:]) - 4) + 1))
        sheet.merge_range(row, 1, row, len(SUMMARY) - 1, "", wrapped)
        sheet.write_string(row, 1, value, wrapped)
        sheet.write_string(row, 0, name, quiet)
        row += 1


def _cells(slide: SlideSummary, report: SlideReport) -> list[str | int]:
    counts = [bar.count for bar in bars(slide)]
    known = report.reviewed.get(slide.slide)
    reviewed = f"{known.sentence} {known.as_what}".strip() if known else ""
    numbers = [slide.fields, slide.analysed, slide.suspicious, slide.needs_look, *counts]
    return [_text(slide.slide), slide.status, *numbers, slide.sentence, _text(reviewed)]


def _results(book: Any, report: SlideReport) -> None:
    sheet = book.add_worksheet("Results")
    _page(sheet)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 1)
    indented = book.add_format({"indent": 1})
    look = {"bold": True, "bottom": 1, "bg_color": "#eceff3"}
    head, head_of_numbers = book.add_format(look), book.add_format(look | {"align": "right"})
    head_indented = book.add_format(look | {"indent": 1})
    share = book.add_format({"num_format": "0.000"})
    for column, name in enumerate(csv.COLUMNS):
        style = head_of_numbers if name in NUMBERS else head_indented if name in INDENTED else head
        sheet.write_string(0, column, name, style)
    longest = dict.fromkeys(csv.COLUMNS, 0)
    for number, outcome in enumerate(report.outcomes, 1):
        for name, value in typed_row(outcome, _text, report.review_of(outcome)).items():
            column = csv.COLUMNS.index(name)
            if name in NUMBERS:
                sheet.write_number(number, column, value, share if isinstance(value, float) else None)
                longest[name] = len("0.000")
            else:
                text = "|".join(value) if isinstance(value, list) else value
                sheet.write_string(number, column, text, indented if name in INDENTED else None)
                longest[name] = max(longest[name], len(text))
    for column, (name, characters) in enumerate(longest.items()):
        folded = name in FOLDED or (name in SELDOM and not characters)
        width = min(WIDEST.get(name, 13), max(characters, len(name)) + 2)
        sheet.set_column(column, column, width, None, {"level": 1, "hidden": True} if folded else {})
    last = max(1, len(report.outcomes))
    sheet.autofilter(0, 0, last, len(csv.COLUMNS) - 1)
    _colour(book, sheet, "label", last, {word: mark.colour for word, mark in MARKS.items()})
    _colour(book, sheet, "status", last, {"review": "#E69F00", "failed": FAILED.colour})


def _colour(book: Any, sheet: Any, column: str, last: int, colours: dict[str, str]) -> None:
    """Tint the cells of a column by their word, with black text on it: rules, so that edited cells follow."""
    at = csv.COLUMNS.index(column)
    for word, colour in colours.items():
        style = book.add_format({"bg_color": _tint(colour), "font_color": "#1c2430"})
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": style}
        sheet.conditional_format(1, at, last, at, rule)


def _tint(colour: str, share: float = 0.3) -> str:
    """`colour` on white paper at `share` of its strength."""
    return "#" + "".join(f"{round(255 - share * (255 - int(colour[at : at + 2], 16))):02x}" for at in (1, 3, 5))


def _page(sheet: Any) -> None:
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    sheet.set_footer(f"&L{RESEARCH_USE}&RPage &P of &N")


def _text(text: str) -> str:
    """As in the CSV, so that a sheet saved as CSV stays neutral, and without what XML cannot hold."""
    return shown(neutral(text))
