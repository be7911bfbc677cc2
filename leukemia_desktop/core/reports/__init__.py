"""SHELF of report formats: one file each, named like its suffix, `write(report, path)`, whole or not at all.

`SlideReport` is what every format writes from; `core.files.replace_file` is how every format writes.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from leukemia_desktop.core.reports._report import SlideReport
from leukemia_desktop.core.shelf import load_shelf

SHELF: Mapping[str, Callable[[SlideReport, Path], None]] = load_shelf("leukemia_desktop.core.reports", "write")

__all__ = ["SHELF", "SlideReport", "is_ours"]


def is_ours(path: Path) -> bool:
    """True for an earlier report of this program, or an empty file; False for what must not be replaced. Raises OSError."""
    from leukemia_desktop.core.reports import _ours  # late: it needs a format of the shelf

    return _ours.is_ours(path)
