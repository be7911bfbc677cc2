"""The manual says what is so: every link, picture, flag, command and option that its pages name exists."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main
from PIL import Image as Pillow

from leukemia_desktop.cli import app
from leukemia_desktop.core import manual
from leukemia_desktop.core.manual import Page
from leukemia_desktop.core.quality import ADVICE, LEAST_CELLS
from leukemia_desktop.core.recipe import STEPS
from leukemia_desktop.core.settings import Settings
from leukemia_desktop.core.shelf import summary
from leukemia_desktop.core.trust import FLAGS

PAGES = manual.pages()
LARGEST = 150_000
"""Bytes of a picture."""
LONGEST = 110
"""Lines of a page: who has to scroll for long does not find it."""


def code(page: Page) -> Iterator[str]:
    """What stands as code: lines of blocks, and words within text."""
    for piece in manual.pieces(page.tokens):
        if piece.type == "fence":
            yield from piece.content.splitlines()
        elif piece.type == "code_inline":
            yield piece.content


def below(command: Any) -> dict[str, Any]:
    """The commands of a group; none of a command that has no more below it."""
    return dict(getattr(command, "commands", {}))


def verb(command: Any, words: list[str]) -> tuple[Any, list[str]]:
    """The command that the words name, and what follows its name."""
    while words and words[0] in below(command):
        command, words = below(command)[words[0]], words[1:]
    return command, words


def options(command: Any) -> set[str]:
    """Every option of a command and of those below it."""
    own = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    return own.union({"--help"}, *map(options, below(command).values()))


def test_every_page_that_lies_there_is_part_of_the_manual():
    assert {page.name for page in PAGES} == {path.stem for path in manual.folder().glob("*.md")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_one_title_and_is_short(page: Page):
    levels = [token.tag for token in page.tokens if token.type == "heading_open"]
    assert levels[0] == "h1"
    assert levels.count("h1") == 1
    assert len(page.text.splitlines()) <= LONGEST
    assert len(page.headings) == len(levels), "two headings of one page share an id"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_page_and_a_heading(page: Page):
    for link in page.links:
        name, _, heading = link.partition("#")
        assert not name or name.endswith(".md"), f"{link} leads out of the manual"
        target = manual.page(name.removesuffix(".md")) if name else page
        assert not heading or heading in target.headings, link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_picture_is_there_small_and_described(page: Page):
    for piece in manual.pieces(page.tokens):
        if piece.type == "image":
            path = manual.folder() / str(piece.attrGet("src"))
            assert piece.content, f"{path.name} is not described"
            assert path.stat().st_size < LARGEST
            with Pillow.open(path) as picture:
                picture.verify()


def test_no_picture_lies_about_that_no_page_shows():
    shown = {manual.folder() / picture for page in PAGES for picture in page.pictures}
    assert shown == set((manual.folder() / "pictures").iterdir())


def test_every_flag_has_a_heading_its_name_and_its_advice():
    page = manual.page("flags")
    sections = re.split(r"^## ", page.text, flags=re.MULTILINE)[1:]
    by_flag = {re.findall(r"`(\w+)`", section)[0]: section for section in sections if "`" in section}
    assert tuple(by_flag) == FLAGS
    for flag, advice in ADVICE.items():
        assert f"**Do:** {advice}" in by_flag[flag]
    for section in by_flag.values():
        assert "**Do:** " in section


def test_numbers_that_the_pages_name_are_the_programs_own():
    text = manual.page("flags").text
    assert f"({Settings().review_below:.0%} as it comes)".replace("%", " %") in text
    assert LEAST_CELLS == 4, "the page says: fewer than four"


def test_every_step_is_listed():
    rows = re.findall(r"^\| ([^|]+) \|", manual.page("preprocessing").text, flags=re.MULTILINE)
    assert {summary(module) for module in STEPS.values()} <= set(rows)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_of_the_program_exists(page: Page):
    for line in code(page):
        words = line.replace("'", "").split()
        if words[:1] == ["leukemia-desktop"]:
            found, rest = verb(typer.main.get_command(app), words[1:])
            assert not below(found) or not rest, f"{line}: no such command"
            assert {word for word in rest if word.startswith("--")} <= options(found), line


def test_options_named_alone_belong_to_a_command():
    named = {word for page in PAGES if page.name != "training" for line in code(page) for word in line.split()}
    assert {word for word in named if word.startswith("--")} <= options(typer.main.get_command(app))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_say_nothing_in_signs_that_the_pdf_cannot_print(page: Page):
    allowed = set("●▲■◆✕")
    assert not {sign for sign in page.text if sign not in allowed and not sign.encode("cp1252", "ignore")}


def test_the_first_page_and_the_limits_say_what_it_is_for():
    import leukemia_desktop

    for name in ("index", "limits"):
        assert leukemia_desktop.RESEARCH_USE in manual.page(name).text


def test_a_page_is_found_by_all_of_its_words():
    assert manual.page("flags").holds("OBJECTIVE lamp")
    assert not manual.page("flags").holds("objective kappa")
