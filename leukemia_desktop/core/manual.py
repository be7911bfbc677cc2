"""The manual: Markdown pages in resources/help, in the order in which the first one, index, names them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from leukemia_desktop.core.settings import shipped

FIRST = "index"


@dataclass(frozen=True)
class Page:
    """`name` is the file's without its ending; `title` its first heading."""

    name: str
    title: str
    text: str

    @property
    def tokens(self) -> list[Token]:
        """The page in the pieces of markdown-it; every heading has an id to link to, `## Few cells` has few-cells."""
        return _parsed(self.text)

    @property
    def html(self) -> str:
        """The page as HTML without head or style."""
        html = str(_parser().renderer.render(self.tokens, _parser().options, {}))
        return html.replace("\n</code></pre>", "</code></pre>")  # shown as an empty line otherwise

    @property
    def links(self) -> tuple[str, ...]:
        """Every target that the page links to, as written: `flags.md#few-cells`, `#in-short`."""
        return tuple(str(piece.attrGet("href")) for piece in pieces(self.tokens) if piece.type == "link_open")

    @property
    def pictures(self) -> tuple[str, ...]:
        """Every picture that the page shows, as written: `pictures/window.png`."""
        return tuple(str(piece.attrGet("src")) for piece in pieces(self.tokens) if piece.type == "image")

    @property
    def headings(self) -> dict[str, str]:
        """Ids of the headings and their words."""
        tokens = self.tokens
        return {
            str(token.attrGet("id")): plain(tokens[at + 1])
            for at, token in enumerate(tokens)
            if token.type == "heading_open"
        }

    def holds(self, words: str) -> bool:
        """Whether every one of the words stands somewhere on the page, in capitals or not."""
        text = self.text.casefold()
        return all(word in text for word in words.casefold().split())


def folder() -> Path:
    """Where pages and pictures lie."""
    return shipped("resources") / "help"


def printed() -> Path | None:
    """The whole manual as one PDF, where it was made beforehand: packages bring it; see core.manual_pdf."""
    path = folder() / "manual.pdf"
    return path if path.is_file() else None


@cache
def pages() -> tuple[Page, ...]:
    """Every page, the index first. A page that the index does not name is not part of the manual."""
    first = _read(FIRST)
    named = dict.fromkeys(link.partition(".md")[0] for link in first.links if ".md" in link)
    return (first, *(_read(name) for name in named if name != FIRST))


def page(name: str) -> Page:
    """The page of this name. Raises KeyError."""
    return {each.name: each for each in pages()}[name]


def pieces(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens and what is inside them, from first to last."""
    for token in tokens:
        yield token
        yield from pieces(token.children or ())


def plain(token: Token) -> str:
    """The words of a heading or paragraph without marks."""
    return "".join(piece.content for piece in token.children or () if piece.type in ("text", "code_inline"))


def _read(name: str) -> Page:
    text = (folder() / f"{name}.md").read_text("utf-8")
    tokens = _parsed(text)
    return Page(name, plain(tokens[1]), text)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _parsed(text: str) -> list[Token]:
    tokens = _parser().parse(text)
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", re.sub(r"[^\w]+", "-", plain(tokens[at + 1]).lower()).strip("-"))
    return tokens
