"""JSON: provenance, slides and every field in one file, for programs."""

from pathlib import Path
from typing import BinaryIO

from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.core.reports import csv
from leukemia_desktop.core.reports._report import SlideReport
from leukemia_desktop.core.reports._rows import typed_row
from leukemia_desktop.core.reports._text import shown, to_json


def write(report: SlideReport, path: Path) -> None:
    """Write one object, UTF-8: `schema`, the provenance, `slides`, and `fields` with the CSV's columns, one field a line.

    Numbers are numbers, `prediction_set` and `flags` lists, columns that do not apply absent. Raises UnwritableFile.
    """

    def write_object(stream: BinaryIO) -> None:
        facts = [csv.slide_facts(slide, report.reviewed.get(slide.slide)) for slide in report.slides]
        head = to_json({"schema": csv.SCHEMA, **report.provenance, "slides": facts}, indent=2)
        write_text(stream, head.removesuffix("\n}") + ',\n  "fields": [')
        # a line at a time: 100,000 fields never lie in memory as one text
        for number, outcome in enumerate(report.outcomes):
            write_text(
                stream, ("," if number else "") + "\n    " + to_json(typed_row(outcome, shown, report.review_of(outcome)))
            )
        write_text(stream, "\n  ]\n}\n" if report.outcomes else "]\n}\n")

    replace_file(path, write_object)
