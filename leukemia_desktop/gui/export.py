"""The formats of a report, as the window names them; they are those on the core's shelf."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from leukemia_desktop.core.reports import SHELF
from leukemia_desktop.core.run import beside

NAMES = {"csv": "CSV + JSON", "html": "HTML", "json": "JSON", "pdf": "PDF", "xlsx": "Excel"}


def formats() -> list[str]:
    """The suffixes of all formats, CSV first."""
    return sorted(SHELF, key=lambda name: (name != "csv", name))


def format_words(name: str) -> str:
    """A format as it is called."""
    return NAMES.get(name, name.upper())


def split(typed: str, among: Iterable[str]) -> tuple[str, str]:
    """A path without its ending, and the format that the ending names; the whole path where it names none of these."""
    stem, point, ending = typed.rpartition(".")
    return (stem, ending.lower()) if point and stem and ending.lower() in among else (typed, "")


def targets(base: Path, chosen: Sequence[str]) -> list[Path]:
    """One file a format. A JSON report beside a CSV, whose provenance has the plain name, is called `-report`."""
    both = {"csv", "json"} <= set(chosen)
    return [base.with_name(f"{base.name}{'-report' if both and name == 'json' else ''}.{name}") for name in chosen]


def written(paths: Iterable[Path]) -> list[Path]:
    """Every file that comes of writing these reports."""
    return [each for path in paths for each in (path, beside(path)) if each is not None]
