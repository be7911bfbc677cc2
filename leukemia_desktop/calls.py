"""What the verbs of the command line share: how a wrong call ends, how a place is named, and which ledger is meant."""

from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

PLAIN: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False, "add_completion": False}
"""Help and errors as text that every terminal, pipe and log shows alike, as wide as it is."""
SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


def stop(message: str) -> NoReturn:
    """End a call that was wrong: one line, exit 2."""
    say(f"leukemia-desktop: {message}", err=True)
    raise typer.Exit(2)


def say(message: str, *, err: bool = False) -> None:
    """One line. Names of files can hold anything: nothing in them moves the cursor, breaks the line or changes colours."""
    from leukemia_desktop.core.reports._text import shown

    typer.echo(shown(message), err=err)


def place(text: str) -> Path:
    """A path as a person names it. An empty one would be the folder in which the call was made."""
    if not text:
        raise typer.BadParameter("the name is empty; was a variable of a script not set?")
    return Path(text)


LedgerFile = Annotated[
    Path | None, typer.Option(parser=place, metavar="FILE", help="Ledger file; default: one per user (data folder).")
]


def ledger_at(path: Path | None) -> Path:
    """The ledger that was named, else that of the settings; one that does not exist stops the call."""
    from leukemia_desktop.core.settings import BadSettings, Settings

    try:
        path = path or Settings.read().ledger_path
    except BadSettings as error:
        stop(str(error))
    if not path.exists():
        stop(f"{path}: no such ledger")
    return path


def check_replaced(path: Path, suffixes: tuple[str, ...], mark: str) -> None:
    """Stop before a file is replaced that is not an earlier one of its kind, known by `mark` near its beginning."""
    if path.suffix.lower() not in suffixes:
        stop(f"{path}: the name must end in {' or '.join(suffixes)}")
    try:
        with path.open("rb") as stream:
            head = stream.read(65_536)
    except OSError:  # not there, or what writing will say better
        return
    if head and mark.encode() not in head:
        stop(f"{path}: exists and was not written by this command; name another file, or remove it first")
