"""`leukemia-desktop review`: what persons said of slides, for programs and for training."""

from pathlib import Path
from typing import Annotated

import typer

from leukemia_desktop.calls import LedgerFile, ledger_at, place, say, stop

app = typer.Typer(
    help="What persons said of fields: copy reviewed ones into class folders, compare readers.", no_args_is_help=True
)

Folders = Annotated[
    list[Path], typer.Argument(parser=place, metavar="FOLDER", help="Slide folders, single image files, or patterns.")
]


AsPseudonyms = Annotated[
    bool,
    typer.Option(
        "--pseudonyms",
        help="The tables name slides and files by a keyed hash, the same as in reports with one ledger. The files are"
        " copied as they are.",
    ),
]


@app.command("export", short_help="Copy reviewed fields into class folders, for training.")
def export(
    folders: Folders,
    to: Annotated[Path, typer.Option(parser=place, metavar="FOLDER", help="A folder that does not exist yet.")],
    ledger: LedgerFile = None,
    pseudonyms: AsPseudonyms = False,
) -> None:
    """Copy reviewed fields into class folders with manifest.csv and groups.csv, for leukemia-train audit and train.

    A slide is a group. Fields without a class, fields on which two readers disagree, and copies are left out, which is said.
    """
    from leukemia_desktop.core.fields import NoFields
    from leukemia_desktop.core.files import UnwritableFile
    from leukemia_desktop.core.ledger import BadLedger, Ledger
    from leukemia_desktop.core.pseudonyms import Pseudonyms
    from leukemia_desktop.core.review import Refused
    from leukemia_desktop.core.reviewed_fields import export_fields

    try:
        with Ledger(ledger_at(ledger), asked=True) as book:
            called = Pseudonyms(book.pseudonym_key()).field if pseudonyms else None
            say(f"{to}: {export_fields(book, folders, to, called=called).sentence}")
    except (NoFields, UnwritableFile, BadLedger, Refused) as error:
        stop(str(error))


@app.command("agreement", short_help="Cohen's kappa of readers and program.")
def agreement(folders: Folders, ledger: LedgerFile = None) -> None:
    """Cohen's kappa of both readers and the program, slide by slide and over all."""
    from leukemia_desktop.core.fields import NoFields
    from leukemia_desktop.core.ledger import BadLedger, Ledger
    from leukemia_desktop.core.reviewed_fields import compare_slides

    try:
        with Ledger(ledger_at(ledger), asked=True) as book:
            for slide, found in compare_slides(book, folders):
                for each in found:
                    say(f"{slide}: {each.one} and {each.other}: {each.found.words}")
                if not found:
                    say(f"{slide}: nothing reviewed")
    except (NoFields, BadLedger) as error:
        stop(str(error))
