"""The formats of a report, as a file dialog lists them; they are those on the core's shelf."""

from pathlib import Path

from leukemia_desktop.core.reports import SHELF

NAMES = {"csv": "CSV + JSON", "html": "HTML", "json": "JSON", "pdf": "PDF", "xlsx": "Excel"}


def filters() -> str:
    """One filter a format, CSV first."""
    formats = sorted(SHELF, key=lambda name: (name != "csv", name))
    return ";;".join(f"{NAMES.get(name, name.upper())} (*.{name})" for name in formats)


def with_suffix(path: Path, chosen: str) -> Path:
    """`path` with the suffix of the chosen filter where it names no format itself."""
    if path.suffix.lower().lstrip(".") in SHELF:
        return path
    return path.with_name(f"{path.name}.{chosen.partition('(*.')[2].rstrip(')') or 'csv'}")
