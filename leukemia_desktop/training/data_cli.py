"""The verbs of leukemia-train that stand before any training: bring a data set, look through it."""

from pathlib import Path
from typing import Annotated

import typer

verbs = typer.Typer()


@verbs.command()
def fetch(
    out: Annotated[Path, typer.Argument(help="Folder to make, with Benign, Early, Pre and Pro.")],
    accept_terms: Annotated[
        bool, typer.Option("--accept-terms", help="The terms are read and accepted: do not ask.")
    ] = False,
    archive: Annotated[
        Path | None, typer.Option(help="Unpacked archive that is here already; nothing is downloaded.")
    ] = None,
) -> None:
    """Bring the public data set from Kaggle (needs the internet and the extra `fetch`); its terms are shown first."""
    from leukemia_desktop.training import fetch as room

    typer.echo(f"{room.TERMS}\n")

    def accepted() -> bool:
        return accept_terms or typer.confirm("Do you accept these terms?")

    counts = room.fetch(out, accepted=accepted) if archive is None else room.arrange(archive, out, accepted=accepted)
    typer.echo(f"{out.resolve()}: " + ", ".join(f"{label} {count}" for label, count in counts.items()))
    typer.echo(f"Next: leukemia-train audit {out}")
