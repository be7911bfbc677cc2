"""Whichever report somebody opens says the same of a slide: its numbers are recounted from every format's own file."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import openpyxl
import pypdf
import pytest

from leukemia_desktop.core.reports import SHELF, SlideReport
from leukemia_desktop.core.reports._chart import MARKS
from tests.core.report_cases import analysed
from tests.core.test_report_html import Page

WORDS = tuple(MARKS)
Counts = dict[str, dict[str, int]]
"""Fields by slide and word: the labels, and failed."""


def of_csv(path: Path) -> Counts:
    found: dict[str, Counter[str]] = {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            found.setdefault(row["slide"], Counter())[row["label"] or row["status"]] += 1
    return {slide: {word: counter[word] for word in WORDS} for slide, counter in found.items()}


def of_json(path: Path) -> Counts:
    return {
        each["slide"]: each["labels"] | {"failed": each["failed"]} for each in json.loads(path.read_text("utf-8"))["slides"]
    }


def of_xlsx(path: Path) -> Counts:
    rows = list(openpyxl.load_workbook(path)["Summary"].iter_rows(min_row=4, values_only=True))
    heads = [str(head).split()[-1] for head in rows[0]]
    slides = [dict(zip(heads, row, strict=True)) for row in rows[1:] if isinstance(row[2], int)]
    return {each["slide"]: {word: each[word] for word in WORDS} for each in slides}


def of_html(path: Path) -> Counts:
    page = Page(path)
    titles = re.findall(r"<title id=\"chart-\d+\">Fields by label: (.*?)</title>", page.source)
    names = re.findall(r"<h2 id=\"name-\d+\"><bdi>(.*?)</bdi>", page.source)
    counts = [{word: int(re.search(rf"{word} (\d+)", title)[1]) for word in WORDS} for title in titles]
    return dict(zip(names, counts, strict=True))


def of_pdf(path: Path) -> Counts:
    found: Counts = {}
    for page in pypdf.PdfReader(path).pages[::2]:
        lines = [line.strip() for line in page.extract_text().splitlines()]
        text = "\n".join(lines).partition("Fields by label")[2]
        found[lines[0]] = {word: int(re.search(rf"^{word}\s+(\d+)\s", text, re.M)[1]) for word in WORDS}
    return found


@pytest.fixture
def report(tiny_model, make_slide) -> SlideReport:
    first, second = make_slide("A", Benign=3, Pre=2, Pro=1), make_slide("B", Early=4)
    for name in ("empty.png", "also empty.png"):
        (first / name).touch()
    return analysed(tiny_model, first, second, make_slide("C", Benign=2)).report()


def test_every_format_says_the_same_numbers(report: SlideReport, tmp_path: Path) -> None:
    recounted = {}
    for form, write in SHELF.items():
        path = tmp_path / form / f"report.{form}"
        path.parent.mkdir()
        write(report, path)
        recounted[form] = globals()[f"of_{form}"](path)
    expected = {
        slide.slide: {word: slide.counts.get(word, slide.failed if word == "failed" else 0) for word in WORDS}
        for slide in report.slides
    }
    assert expected["A"]["failed"] == 2 and sum(expected["B"].values()) == 4
    assert recounted == dict.fromkeys(SHELF, expected)
    assert of_json(tmp_path / "csv" / "report.json") == expected
