"""The manual as one PDF: title page, contents with page numbers, then every page of it.

python -m leukemia_desktop.core.manual_pdf OUT.pdf
"""

import io
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, BinaryIO

from markdown_it.token import Token
from PIL import Image as Pillow
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    Image,
    ListFlowable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Preformatted,
    Spacer,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents

import leukemia_desktop
from leukemia_desktop.core import manual
from leukemia_desktop.core.files import UnwritableFile, replace_file
from leukemia_desktop.core.manual import Page
from leukemia_desktop.core.reports._pdf_text import FONT, LINE, QUIET, TEXT, runs

LEFT, BOTTOM = 56.0, 60.0
ROOM = A4[0] - 2 * LEFT
PICTURE_HEIGHT = 225.0
POINTS = 0.48
"""Of a pixel in a picture, where it is narrower than the page."""
STAYS = 72.0
"""Points that a heading needs below it."""
ACCENT, SURFACE = "#2563a8", "#f4f5f7"


def write_manual(path: Path) -> None:
    """Write the manual. Raises UnwritableFile."""
    runs("")  # registers the fonts

    def write(stream: BinaryIO) -> None:
        Book(stream).multiBuild([*_front(), *(flow for page in manual.pages()[1:] for flow in _page(page))])

    replace_file(path, write)


class Book(BaseDocTemplate):  # type: ignore[misc]
    """Numbers pages and remembers headings for the contents and for links."""

    def __init__(self, stream: BinaryIO):
        super().__init__(
            stream, pagesize=A4, title="Leukemia Desktop: manual", author="Leukemia Desktop", lang="en", invariant=True
        )
        frame = Frame(LEFT, BOTTOM, ROOM, A4[1] - BOTTOM - 62, 0, 0, 0, 0)
        self.addPageTemplates([PageTemplate("page", [frame], onPage=_foot)])

    def afterFlowable(self, flow: Flowable) -> None:
        """A heading goes into the contents and the reader's outline."""
        if level := getattr(flow, "level", 0):
            if level == 1:
                self.notify("TOCEntry", (0, escape(flow.words), self.page, flow.place))
            self.canv.addOutlineEntry(flow.words, flow.place, level - 1, closed=level == 1)


def _foot(canvas: Any, book: Any) -> None:
    canvas.setStrokeColor(HexColor(LINE))
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, 44, A4[0] - LEFT, 44)
    canvas.setFillColor(HexColor(QUIET))
    canvas.setFont("Helvetica", 8)
    canvas.drawString(LEFT, 30, leukemia_desktop.RESEARCH_USE)
    if book.page > 1:
        canvas.drawRightString(A4[0] - LEFT, 30, str(book.page))


@cache
def _style(name: str) -> ParagraphStyle:
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=9.5, leading=13, textColor=HexColor(TEXT), spaceAfter=5)
    more: dict[str, dict[str, Any]] = {
        "body": {},
        "cell": {"spaceAfter": 0, "fontSize": 8.8, "leading": 12},
        "item": {"spaceAfter": 3},
        "h1": {"fontName": "Helvetica-Bold", "fontSize": 18, "leading": 23, "spaceAfter": 10},
        "h2": {
            "fontName": "Helvetica-Bold",
            "fontSize": 12,
            "leading": 16,
            "spaceBefore": 10,
            "spaceAfter": 4,
        },
        "title": {"fontName": "Helvetica-Bold", "fontSize": 30, "leading": 38},
        "quiet": {"textColor": HexColor(QUIET), "fontSize": 11, "leading": 16},
        "code": {
            **{"fontName": "Courier", "fontSize": 8.2, "leading": 11.5, "backColor": HexColor(SURFACE), "borderPadding": 6},
            **{"spaceBefore": 8, "spaceAfter": 12, "leftIndent": 6, "rightIndent": 6},
        },
        "contents": {"fontSize": 10.5, "leading": 15, "spaceAfter": 0},
    }
    return ParagraphStyle(name, parent=body, **more[name])


def _front() -> Iterator[Flowable]:
    """Title page, contents, and what the first page of the manual says above its list."""
    first = manual.pages()[0]
    yield Spacer(1, 170)
    yield Paragraph("Leukemia Desktop", _style("title"))
    yield Paragraph(f"{first.title}, version {leukemia_desktop.__version__}", _style("quiet"))
    yield Spacer(1, 24)
    at = next(at for at, token in enumerate(first.tokens) if token.type == "paragraph_open")
    yield Paragraph(_markup(first.tokens[at + 1], first), _style("body"))
    yield PageBreak()
    yield Paragraph("Contents", _style("h1"))
    contents = TableOfContents(dotsMinLevel=-1)
    contents.levelStyles = [_style("contents")]
    yield contents


def _page(page: Page) -> Iterator[Flowable]:
    yield PageBreak()
    yield from _flows(page.tokens, page, "body")


def _flows(tokens: Sequence[Token], page: Page, style: str) -> Iterator[Flowable]:
    """Blocks of a page, or of an item of one of its lists, from first to last."""
    at = 0
    while at < len(tokens):
        token, end = tokens[at], _end(tokens, at)
        if token.type == "heading_open":
            yield CondPageBreak(STAYS)  # a heading is not left alone at the foot of a page
            yield _heading(token, tokens[at + 1], page)
        elif token.type == "paragraph_open":
            children = tokens[at + 1].children or []
            if [child.type for child in children] == ["image"]:
                yield _picture(str(children[0].attrGet("src")))
            else:
                yield Paragraph(_markup(tokens[at + 1], page), _style(style))
        elif token.type == "fence":
            yield Preformatted(_wrapped(token.content.rstrip()), _style("code"))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield _list(token, tokens[at + 1 : end], page)
        elif token.type == "table_open":
            yield _table(tokens[at:end], page)
        else:
            raise ValueError(f"{page.name}: the PDF knows no {token.type}")
        at = end + 1


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where the block that opens at `at` closes."""
    depth = 0
    for place in range(at, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    raise ValueError("a block that does not close")


def _heading(token: Token, inline: Token, page: Page) -> Paragraph:
    level, place = int(token.tag[1:]), f"{page.name}#{token.attrGet('id')}"
    anchors = f'<a name="{place}"/>' + (f'<a name="{page.name}"/>' if level == 1 else "")
    heading = Paragraph(anchors + _markup(inline, page), _style(f"h{min(level, 2)}"))
    heading.level, heading.words, heading.place = level, manual.plain(inline), place
    return heading


def _list(token: Token, inner: Sequence[Token], page: Page) -> ListFlowable:
    items, at = [], 0
    while at < len(inner):
        end = _end(inner, at)
        items.append(list(_flows(inner[at + 1 : end], page, "item")))
        at = end + 1
    numbered = token.type == "ordered_list_open"
    return ListFlowable(
        items,
        bulletType="1" if numbered else "bullet",
        start=None if numbered else "•",
        bulletFontSize=9,
        bulletColor=HexColor(QUIET),
        leftIndent=16,
        spaceAfter=6,
    )


def _table(tokens: Sequence[Token], page: Page) -> Table:
    rows: list[list[Paragraph]] = []
    longest: list[int] = []
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            words = _markup(tokens[at + 1], page)
            rows[-1].append(Paragraph(f"<b>{words}</b>" if token.type == "th_open" else words, _style("cell")))
            column, size = len(rows[-1]) - 1, len(tokens[at + 1].content)
            longest = longest + [0] * (column + 1 - len(longest))
            longest[column] = max(longest[column], size)
    # a long column takes what the short ones leave
    wanted = [min(size, 60) * 5.2 + 18 for size in longest]
    widths = [width * min(1.0, ROOM / sum(wanted)) for width in wanted]
    lines = [
        ("GRID", (0, 0), (-1, -1), 0.5, HexColor(LINE)),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(SURFACE)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), 4) for side in ("TOP", "BOTTOM")),
    ]
    return Table(rows, widths, repeatRows=1, hAlign="LEFT", style=lines, spaceBefore=4, spaceAfter=10)


def _picture(source: str) -> Image:
    path = manual.folder() / source
    data = path.read_bytes()
    with Pillow.open(io.BytesIO(data)) as picture:
        width, height = picture.size
    scale = min(POINTS, ROOM / width, PICTURE_HEIGHT / height)
    image = Image(io.BytesIO(data), width * scale, height * scale, hAlign="LEFT")
    image.spaceBefore, image.spaceAfter = 4, 10
    return image


def _markup(inline: Token, page: Page) -> str:
    """A line of text as reportlab's markup; signs that Helvetica lacks in the font of the reports."""
    parts: list[str] = []
    for piece in inline.children or ():
        if piece.type == "text":
            parts += _shown(piece.content)
        elif piece.type == "code_inline":
            parts.append(f'<font face="Courier" size="8.6">{escape(piece.content)}</font>')
        elif piece.type in ("softbreak", "hardbreak"):
            parts.append(" " if piece.type == "softbreak" else "<br/>")
        elif piece.type == "link_open":
            parts.append(f'<a href="#{_place(str(piece.attrGet("href")), page)}" color="{ACCENT}">')
        else:
            mark = {"strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>", "link_close": "</a>"}
            parts.append(mark[piece.type])
    return "".join(parts)


def _place(href: str, page: Page) -> str:
    name, _, heading = href.partition("#")
    name = name.removesuffix(".md") or page.name
    return f"{name}#{heading}" if heading else name


def _shown(text: str) -> Iterator[str]:
    for sign in text:
        plain = bool(sign.encode("cp1252", "ignore"))
        yield escape(sign) if plain else f'<font face="{FONT}">{escape(sign)}</font>'


def _wrapped(code: str, longest: int = 92) -> str:
    """Lines that are too long for the page go on below, further in."""
    lines: list[str] = []
    for line in code.splitlines():
        while len(line) > longest:
            cut = line.rfind(" ", 0, longest)
            lines, line = [*lines, line[:cut]], "    " + line[cut + 1 :]
        lines.append(line)
    return "\n".join(lines)


if __name__ == "__main__":
    try:
        write_manual(Path(sys.argv[1]))
    except UnwritableFile as error:
        sys.exit(str(error))
