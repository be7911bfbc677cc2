"""The table of cells as the command line makes it: folders in, CSV out, what failed said."""

from collections.abc import Callable, Sequence
from pathlib import Path

from leukemia_desktop.core.classifier import Classifier
from leukemia_desktop.core.fields import Field, NoFields, expanded, find_slides
from leukemia_desktop.core.files import UnwritableFile
from leukemia_desktop.core.gallery import cells_of, write_cells
from leukemia_desktop.core.manifest import BrokenModel
from leukemia_desktop.core.models import open_model
from leukemia_desktop.core.run import check_place
from leukemia_desktop.core.settings import BadSettings, Settings


class BadTable(Exception):
    """The call itself was wrong, or the table cannot be written; the message says why."""


def tabulate_cells(folders: Sequence[Path], csv: Path, *, model: str, say: Callable[[str], None]) -> bool:
    """Measure every cell of slide folders into a CSV; False when some field could not be read or a folder gave none.

    Raises BadTable.
    """
    failed: list[Field] = []

    def tell(field: Field, reason: str) -> None:
        failed.append(field)
        say(f"{field.path}: {reason}")

    try:
        fields, empty = find_slides(expanded(folders))
        check_place(csv, fields)
        settings = Settings.read()
        classifier = Classifier(open_model(model, settings), provider="cpu")
        count = write_cells(cells_of(fields, classifier, settings=settings, failed=tell), csv)
    except (NoFields, UnwritableFile, BrokenModel, BadSettings) as error:
        raise BadTable(str(error)) from None
    for message in empty:
        say(message)
    say(f"{csv}: {count} cells of {len(fields) - len(failed)} fields")
    return not failed and not empty
