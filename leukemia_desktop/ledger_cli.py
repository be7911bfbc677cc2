"""`leukemia-desktop ledger`: the record of every result. What is needed is imported when it is called."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leukemia_desktop.calls import LedgerFile, check_replaced, ledger_at, place, say, stop

if TYPE_CHECKING:
    from leukemia_desktop.core.ledger import Ledger

app = typer.Typer(
    help="The ledger that remembers every result: verify its chain, export it, back it up.", no_args_is_help=True
)


@app.command("verify")
def verify(ledger: LedgerFile = None) -> None:
    """Walk the audit chain.

    Exit 0: it holds; 1: the first entry that does not is named, or the file is damaged; 2: the call itself was wrong.
    """
    with _open_ledger(ledger) as book:
        broken = book.verify()
        say(f"{book.path}: {broken or 'the audit chain holds'}")
    raise typer.Exit(1 if broken else 0)


@app.command("export")
def export(
    out: Annotated[Path, typer.Argument(parser=place, metavar="FILE", help="File that ends in .csv or .json.")],
    ledger: LedgerFile = None,
) -> None:
    """Write every audit entry to a CSV or JSON file."""
    from leukemia_desktop.core.files import UnwritableFile
    from leukemia_desktop.core.ledger import write_entries

    check_replaced(out, (".csv", ".json"), "seq")
    with _open_ledger(ledger) as book:
        try:
            count = write_entries(book, out)
        except UnwritableFile as error:
            stop(str(error))
    say(f"{out}: {count} audit entries")


@app.command("backup")
def backup(
    out: Annotated[
        Path, typer.Argument(parser=place, metavar="FILE", help="A new file; an existing one is never overwritten.")
    ],
    ledger: LedgerFile = None,
) -> None:
    """Copy the ledger consistently, also while it is in use."""
    from leukemia_desktop.core.ledger import BadLedger

    with _open_ledger(ledger) as book:
        try:
            book.backup(out)
        except BadLedger as error:
            stop(str(error))
    say(f"{out}: backup of {book.path}")


def _open_ledger(path: Path | None) -> "Ledger":
    from leukemia_desktop.core.ledger import BadLedger, DamagedLedger, Ledger

    try:
        return Ledger(ledger_at(path), asked=True)
    except DamagedLedger as error:
        say(f"leukemia-desktop: {error}", err=True)
        raise typer.Exit(1) from None
    except BadLedger as error:
        stop(str(error))
