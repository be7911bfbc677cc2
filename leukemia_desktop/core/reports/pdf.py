"""PDF: A4, two pages a slide: what was found, and pictures of the fields to see first."""

import io
from pathlib import Path
from typing import Any, BinaryIO

from leukemia_desktop import RESEARCH_USE
from leukemia_desktop.core.files import replace_file
from leukemia_desktop.core.reports import _montage as montage
from leukemia_desktop.core.reports._chart import FAILED, MARKS, Bar, Mark, bars
from leukemia_desktop.core.reports._pdf_text import FONT, LINE, QUIET, TEXT, fitted, line, paragraph, width
from leukemia_desktop.core.reports._report import SlideReport
from leukemia_desktop.core.reports._text import facts_in_order, origin, percent, shown, words
from leukemia_desktop.core.review import Review
from leukemia_desktop.core.slide import SlideSummary
from leukemia_desktop.core.trust import UNIDENTIFIED

WIDTH, HEIGHT = 595.28, 841.89
"""A4 in points."""
LEFT, RIGHT, TOP, BOTTOM = 42.0, WIDTH - 42.0, HEIGHT - 62.0, 56.0
REVIEW = "#b34700"
COLUMNS, ROWS = 4, 6
CAPTION = 46.0
"""Points below a picture."""
UNREADABLE = 8
"""Unreadable fields named on the page; the CSV names them all."""


def write(report: SlideReport, path: Path) -> None:
    """Write two pages a slide; one page when there is none. A picture that cannot be read is a placeholder.

    Raises UnwritableFile.
    """
    from reportlab.pdfgen.canvas import Canvas

    fields = montage.by_slide(report.outcomes, min(montage.tiles_a_slide(len(report.slides)), COLUMNS * ROWS))
    pages, made = max(1, 2 * len(report.slides)), origin(report.provenance)

    def write_pages(stream: BinaryIO) -> None:
        canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT), invariant=True, pageCompression=1, lang="en")
        canvas.setTitle("Leukemia Desktop: pre-classification")
        canvas.setSubject(RESEARCH_USE)
        canvas.setAuthor("Leukemia Desktop")
        for number, slide in enumerate(report.slides):
            own = fields.get(slide.slide, montage.SlideFields())
            _frame(canvas, slide.slide, 2 * number + 1, pages, made)
            _summary_page(canvas, slide, own, report)
            canvas.showPage()
            _frame(canvas, slide.slide, 2 * number + 2, pages, made)
            _montage_page(canvas, slide, own, report)
            canvas.showPage()
        if not report.slides:
            _frame(canvas, "no slide", 1, pages, made)
            paragraph(canvas, LEFT, TOP, RIGHT - LEFT, "No field was found: nothing was analysed.", 10)
            canvas.showPage()
        canvas.save()

    replace_file(path, write_pages)


def _frame(canvas: Any, slide: str, page: int, pages: int, made: str) -> None:
    """Header and footer: slide, page, notice, and what made it, for a page that is torn off."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    line(canvas, LEFT, HEIGHT - 40, slide, 8, QUIET, room=RIGHT - LEFT - 120)
    line(canvas, RIGHT, HEIGHT - 40, f"page {page} of {pages}", 8, QUIET, right=True)
    canvas.line(LEFT, HEIGHT - 46, RIGHT, HEIGHT - 46)
    canvas.line(LEFT, 40, RIGHT, 40)
    line(canvas, LEFT, 28, RESEARCH_USE, 8)
    line(canvas, RIGHT, 28, "Leukemia Desktop", 8, QUIET, right=True)
    line(canvas, LEFT, 18, made, 6.5, QUIET, room=RIGHT - LEFT)


def _summary_page(canvas: Any, slide: SlideSummary, own: montage.SlideFields, report: SlideReport) -> None:
    room = RIGHT - LEFT
    line(canvas, LEFT, TOP - 16, slide.slide, 18, room=room)
    review = slide.status == "review"
    line(canvas, LEFT, TOP - 38, "Review required" if review else "No suspicious field", 11, REVIEW if review else TEXT)
    y = paragraph(canvas, LEFT, TOP - 48, room, slide.sentence, 10)
    if made := origin(report.provenance):
        y = paragraph(canvas, LEFT, y - 4, room, made[0].upper() + made[1:], 8)
    about = (
        "Pre-classification. A morphologist decides; subtype is confirmed by immunophenotyping. "
        "Benign in the training data means hematogones, not healthy blood."
    )
    y = paragraph(canvas, LEFT, y - 4, room, about, 8, QUIET)
    if reviewed := report.reviewed.get(slide.slide):
        y = _heading(canvas, y, "Review")
        y = paragraph(canvas, LEFT, y - 2, room, shown(f"{reviewed.sentence} {reviewed.as_what}".strip()), 9)
        if reviewed.signed and reviewed.signed.comment:
            y = paragraph(canvas, LEFT, y - 2, room, shown(f"Comment: {reviewed.signed.comment}")[:400], 8, QUIET)
    y = _heading(canvas, y, "Fields by label")
    for bar in bars(slide):
        y -= 18
        _bar(canvas, y, bar)
    if own.failures:
        y = _heading(canvas, y, "Unreadable")
        for failure in own.failures[:UNREADABLE]:
            y -= 14
            _shape(canvas, LEFT + 4, y + 3, 3.5, FAILED)
            name = fitted(failure.field.name, 8, 0.4 * room)
            aside = report.review_of(failure)
            said = f" · review: {aside.label} ({aside.reader})" if aside else ""
            line(canvas, LEFT + 14, y, f"{name}: {failure.reason}{said}", 8, room=room - 14)
        if slide.failed > UNREADABLE:
            y -= 14
            line(canvas, LEFT + 14, y, f"and {slide.failed - UNREADABLE} more; the CSV names them all", 8, QUIET)
    y = _heading(canvas, y, "How this was made")
    for name, value in facts_in_order(report.provenance):
        if y < BOTTOM + 10 * (1 + len(value[:400]) // 80):  # a long recipe: the page ends, the facts do not
            line(canvas, LEFT, y - 12, "more of this stands beside the CSV and in the other formats", 7.5, QUIET)
            break
        line(canvas, LEFT, y - 11, name, 7.5, QUIET, room=118)
        y = paragraph(canvas, LEFT + 124, y - 2.5, room - 124, value[:400], 7.5)


def _heading(canvas: Any, y: float, text: str) -> float:
    line(canvas, LEFT, y - 30, text, 12)
    return y - 34


def _bar(canvas: Any, y: float, bar: Bar) -> None:
    _shape(canvas, LEFT + 6, y + 3, 5, bar.mark)
    line(canvas, LEFT + 20, y, bar.mark.word, 9)
    start, length = LEFT + 110, 290.0
    canvas.setFillColor("#eceff3")
    canvas.rect(start, y - 1.5, length, 9, stroke=0, fill=1)
    canvas.setFillColor(bar.mark.colour)
    canvas.rect(start, y - 1.5, length * bar.share, 9, stroke=0, fill=1)
    line(canvas, start + length + 50, y, str(bar.count), 9, right=True)
    line(canvas, RIGHT, y, percent(bar.share), 9, QUIET, right=True)


def _shape(canvas: Any, x: float, y: float, r: float, mark: Mark) -> None:
    """The mark's shape around (x, y), drawn, so that it looks alike everywhere."""
    canvas.setFillColor(mark.colour)
    if mark.shape == "●":
        canvas.circle(x, y, r, stroke=0, fill=1)
    elif mark.shape == "■":
        canvas.rect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r, stroke=0, fill=1)
    elif mark.shape in "▲◆":
        corners = [(-1.1, -0.9), (1.1, -0.9), (0, 1)] if mark.shape == "▲" else [(-1.1, 0), (0, -1.1), (1.1, 0), (0, 1.1)]
        outline = canvas.beginPath()
        outline.moveTo(x + r * corners[0][0], y + r * corners[0][1])
        for right, up in corners[1:]:
            outline.lineTo(x + r * right, y + r * up)
        outline.close()
        canvas.drawPath(outline, stroke=0, fill=1)
    else:
        canvas.setFont(FONT, 2.4 * r)
        canvas.drawCentredString(x, y - 0.85 * r, mark.shape)


def _montage_page(canvas: Any, slide: SlideSummary, own: montage.SlideFields, report: SlideReport) -> None:
    line(canvas, LEFT, TOP - 10, "Fields to see first", 12)
    tiles = montage.tiles(own.results)
    first = "suspicious and flagged ones first" if own.mattering else "none suspicious or flagged"
    said = f"{len(tiles)} of {slide.analysed} analysed fields, {first}; in order of the probability not to be Benign."
    paragraph(canvas, LEFT, TOP - 15, RIGHT - LEFT, said if tiles else "No field of this slide was analysed.", 8, QUIET)
    gap = 10.0
    wide, high = (RIGHT - LEFT - (COLUMNS - 1) * gap) / COLUMNS, (TOP - 34 - BOTTOM) / ROWS
    for number, tile in enumerate(tiles):
        row, column = divmod(number, COLUMNS)
        review = report.review_of(tile.result)
        _tile(canvas, LEFT + column * (wide + gap), TOP - 34 - row * high, wide, high - CAPTION - 6, tile, review)


def _tile(canvas: Any, x: float, top: float, wide: float, high: float, tile: montage.Tile, review: Review | None) -> None:
    """Picture from `top` down over `high` points, CAPTION points of words below."""
    from reportlab.lib.utils import ImageReader

    canvas.setFillColor("#eceff3")
    canvas.rect(x, top - high, wide, high, stroke=0, fill=1)
    if tile.jpeg:
        scale = min(wide / tile.width, high / tile.height)
        w, h = scale * tile.width, scale * tile.height
        canvas.drawImage(ImageReader(io.BytesIO(tile.jpeg)), x + (wide - w) / 2, top - high + (high - h) / 2, w, h)
    else:
        paragraph(canvas, x + 6, top - 6, wide - 12, f"No picture: {tile.reason}"[:120], 7, QUIET)
    verdict, low = tile.result.verdict, top - high
    _shape(canvas, x + 4, low - 7, 3.5, MARKS[verdict.label])
    line(canvas, x + 11, low - 10, verdict.label, 8)
    if verdict.label != UNIDENTIFIED:  # what the program left open is no 80 % of anything
        line(canvas, x + wide, low - 10, percent(verdict.confidence), 8, QUIET, right=True)
    line(canvas, x, low - 19, tile.result.field.name, 7, room=wide)
    said = f"review: {review.label}" if review else "not reviewed"
    line(canvas, x, low - 28, f"not Benign {percent(montage.suspicion(tile.result))} · {said}", 6.5, QUIET, room=wide)
    for number, why in enumerate(_two_lines(words(verdict.flags), 6.5, wide)):
        line(canvas, x, low - 36.5 - 8 * number, why, 6.5, room=wide)


def _two_lines(text: str, size: float, room: float) -> list[str]:
    """`text` broken between words where the first line is full; what is left is the second."""
    words_left = text.split(" ")
    first = words_left.pop(0)
    while words_left and width(f"{first} {words_left[0]}", size) <= room:
        first += f" {words_left.pop(0)}"
    return [part for part in (first, " ".join(words_left)) if part]
