"""SHELF of report formats: one file each, named like its suffix, `write(report, path)`, whole or not at all.

`SlideReport` is what every format writes from; `core.files.replace_file` is how every format writes.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from leukemia_desktop.core.reports._report import SlideReport
from leukemia_desktop.core.shelf import load_shelf

SHELF: Mapping[str, Callable[[SlideReport, Path], None]] = load_shelf("leukemia_desktop.core.reports", "write")

__all__ = ["SHELF", "SlideReport"]
