"""Text on a PDF page: any file name, in fonts that show it, never taken for markup, never wider than its place.

DejaVu Sans (resources/fonts) is embedded and has Latin, Greek, Cyrillic, Arabic, Hebrew and most symbols. Chinese, Japanese
and Korean use the fonts that PDF readers bring along (Adobe's CID fonts, not embedded). What neither has is written \\uXXXX.
Letters stand in the order of the text and are not joined: Arabic and Hebrew names can be recognised, not read fluently.
"""

from functools import cache
from html import escape
from itertools import groupby
from typing import Any

from leukemia_desktop.core.reports._right_to_left import visual
from leukemia_desktop.core.reports._text import shown
from leukemia_desktop.core.settings import shipped

FONT = "DejaVuSans"
CHINESE, KOREAN = "STSong-Light", "HYSMyeongJo-Medium"
TEXT, QUIET, LINE = "#1c2430", "#5b6675", "#dfe3e8"


@cache
def _glyphs() -> frozenset[int]:
    """Register the fonts once; the code points that DejaVu Sans can draw."""
    from reportlab import rl_config
    from reportlab.pdfbase import cidfonts, pdfmetrics, ttfonts

    rl_config.useA85 = 0  # bytes as they are: as text, for mail of long ago, everything is a quarter larger
    font = ttfonts.TTFont(FONT, shipped("resources") / "fonts" / "DejaVuSans.ttf")
    pdfmetrics.registerFont(font)
    for name in (CHINESE, KOREAN):
        pdfmetrics.registerFont(cidfonts.UnicodeCIDFont(name))
    return frozenset(font.face.charToGlyph)


def runs(text: str) -> list[tuple[str, str]]:
    """`text` cut into (font, piece); together the pieces show every character or its number."""
    glyphs = _glyphs()
    named = [(_font(ord(c), glyphs), c) for c in visual(shown(text))]
    spelled = [(font or FONT, c if font else f"\\u{ord(c):04x}") for font, c in named]
    return [(font, "".join(piece for _, piece in group)) for font, group in groupby(spelled, key=lambda run: run[0])]


def _font(point: int, glyphs: frozenset[int]) -> str:
    if point in glyphs:
        return FONT
    if 0xAC00 <= point <= 0xD7A3 or 0x1100 <= point <= 0x11FF or 0x3130 <= point <= 0x318F:
        return KOREAN
    # kana, radicals, punctuation, unified ideographs, compatibility and full-width forms
    return CHINESE if 0x2E80 <= point <= 0x9FFF or 0xF900 <= point <= 0xFAFF or 0xFF00 <= point <= 0xFFEF else ""


def width(text: str, size: float) -> float:
    """Points that `text` takes on one line."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(sum(stringWidth(piece, font, size) for font, piece in runs(text)))


def fitted(text: str, size: float, room: float) -> str:
    """`text`, shortened in the middle (where the names of a camera differ least) until it takes at most `room` points."""
    text = shown(text)
    if width(text, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:  # the most characters that fit
        keep = (low + high + 1) // 2
        low, high = (keep, high) if width(_cut(text, keep), size) <= room else (low, keep - 1)
    return _cut(text, low)


def _cut(text: str, keep: int) -> str:
    return text[: (keep + 1) // 2] + "…" + text[len(text) - keep // 2 :]


def line(
    canvas: Any, x: float, y: float, text: str, size: float = 9, colour: str = TEXT, room: float = 0, right: bool = False
) -> None:
    """One line with its base at (x, y), which is its left end or, with `right`, its right end; `room` shortens it."""
    text = fitted(text, size, room) if room else text
    canvas.setFillColor(colour)
    x -= width(text, size) if right else 0
    for font, piece in runs(text):
        canvas.setFont(font, size)
        canvas.drawString(x, y, piece)
        x += canvas.stringWidth(piece, font, size)


def paragraph(canvas: Any, x: float, top: float, room: float, text: str, size: float = 9, colour: str = TEXT) -> float:
    """Wrapped text from `top` downwards; where it ends. Nothing in `text` is markup."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    _glyphs()
    markup = "".join(f'<font face="{font}">{escape(piece)}</font>' for font, piece in runs(text))
    style = ParagraphStyle("text", fontName=FONT, fontSize=size, leading=1.35 * size, textColor=colour, splitLongWords=1)
    block = Paragraph(markup, style)
    _, height = block.wrap(room, 10_000)
    block.drawOn(canvas, x, top - height)
    return float(top - height)
