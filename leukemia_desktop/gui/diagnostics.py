"""What a developer needs to know of this computer and this run, without a word about whose slides they are.

No file name, no path, no name of a slide, a person or a computer: only versions, counts and settings.
"""

import os
import platform
import re
from importlib import metadata
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

import leukemia_desktop
from leukemia_desktop.core.settings import CHOICES, parameters
from leukemia_desktop.gui.crash import log_path
from leukemia_desktop.gui.memory_use import memory_use

if TYPE_CHECKING:
    from leukemia_desktop.gui.main_window import MainWindow

PARTS = ("PySide6-Essentials", "numpy", "opencv-python-headless", "onnxruntime", "onnxruntime-gpu", "pyqtgraph", "pillow")
ERRORS = 10
"""So many of the log's last errors are named."""


def diagnostics(window: "MainWindow") -> str:
    """Text for a report of an error."""
    session, rooms = window.session, window.rooms
    manifest = rooms.run.manifest if rooms else None
    labels: dict[str, int] = {}
    for slide in session.slides:
        for label, count in slide.labels.items():
            labels[label] = labels.get(label, 0) + count
    memory = memory_use()
    screens = (f"{s.size().width()} x {s.size().height()} at {s.devicePixelRatio():g}" for s in QGuiApplication.screens())
    lines = [
        f"Leukemia Desktop {leukemia_desktop.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()} on {QGuiApplication.platformName()}",
        f"{platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} cores",
        f"Memory of the program: {memory // 1_000_000} MB" if memory else "Memory of the program: not known",
        "Screens: " + ", ".join(screens),
        "Parts: " + ", ".join(f"{name} {version}" for name in PARTS if (version := _version(name))),
        f"Model: {manifest.architecture}, SHA-256 {manifest.sha256}" if manifest else "Model: none",
        f"Device: {window.status.device.text()}",
        f"Run: {rooms.run.state if rooms else 'not loaded'}",
        f"Recipe: {'differs' if rooms and rooms.run.recipe else 'as trained'}",
        f"Open: {len(session.slides)} slides, {session.total} fields; outcomes {labels or 'none'}",
        "Settings: " + ", ".join(f"{name}={_setting(window, name)}" for name in parameters()),
        "Errors in the log: " + ("; ".join(errors_of_log()) or "none"),
    ]
    return "\n".join(lines) + "\n"


def errors_of_log() -> list[str]:
    """Kind and place in the program's own code of the last errors; their messages may name files and stay out."""
    try:
        text = log_path().read_text("utf-8", errors="replace")
    except OSError:
        return []
    found = []
    for block in text.split("Traceback (most recent call last):")[1:]:
        places = re.findall(r'^  File "[^"\n]*leukemia_desktop[/\\]([\w/\\]+\.py)", line (\d+)', block, re.MULTILINE)
        kind = re.search(r"^([A-Za-z_][\w.]*)(?::|$)", block, re.MULTILINE)
        where = f"{places[-1][0]}:{places[-1][1]}" if places else "outside of the program's own code"
        found.append(f"{kind.group(1) if kind else 'an error'} at {where}")
    return found[-ERRORS:]


def _setting(window: "MainWindow", name: str) -> str:
    value = getattr(window.settings, name)
    plain = not isinstance(value, str) or value in CHOICES.get(name, ()) or re.fullmatch("system|[a-z]{2}", value)
    return str(value) if plain else ("set" if value else "default")  # a model or a ledger may be named by its path


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
