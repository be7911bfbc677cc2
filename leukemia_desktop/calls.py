"""What the verbs of the command line share: how a wrong call ends, and which ledger is meant."""

from pathlib import Path
from typing import NoReturn

import typer


def stop(message: str) -> NoReturn:
    """End a call that was wrong: one line, exit 2."""
    typer.echo(f"leukemia-desktop: {message}", err=True)
    raise typer.Exit(2)


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
