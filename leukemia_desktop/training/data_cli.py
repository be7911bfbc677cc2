"""The verbs of leukemia-train that stand before any training: bring a data set, look through it."""

from pathlib import Path
from typing import Annotated

import typer

from leukemia_desktop.core.files import UnwritableFile, replace_file, write_text
from leukemia_desktop.training.errors import TrainingError

verbs = typer.Typer()


@verbs.command(short_help="Bring the public data set from Kaggle.")
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


@verbs.command(short_help="Find copies, overlaps, shortcuts; write groups.csv.")
def audit(
    data: Annotated[Path, typer.Argument(help="Data set folder with Benign, Early, Pre and Pro.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a groups.csv that is there.")] = False,
    groups: Annotated[bool, typer.Option(help="Write groups.csv into the data set's folder.")] = True,
    probes: Annotated[bool, typer.Option(help="Measure how far corner, colour and cell count go alone.")] = True,
    out: Annotated[Path | None, typer.Option("--report", help="Write the report, in Markdown, to this file too.")] = None,
) -> None:
    """Find copies, overlapping fields, burnt-in scale bars and shortcuts; write groups.csv for field-disjoint splits."""
    from leukemia_desktop.training import audit as room
    from leukemia_desktop.training.audit_report import report
    from leukemia_desktop.training.shortcuts import shortcuts

    if groups:
        room.check_groups(data, force=force)
    found = room.audit(data)
    if groups:
        room.write_groups(found, force=force)
    text = report(found, shortcuts(found) if probes else {})
    typer.echo(text)
    if out is not None:
        try:
            replace_file(out, lambda stream: write_text(stream, text))
        except UnwritableFile as error:
            raise TrainingError(str(error)) from None
