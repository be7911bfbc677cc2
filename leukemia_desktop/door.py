"""Where the program begins: the window at once where nothing else is asked for, else the verbs of the command line."""

import sys
from collections.abc import Callable
from pathlib import Path

VERBS = frozenset({"check", "classify", "watch", "models", "demo", "ledger", "control", "cells", "review", "open"})
"""First words of the command line; a slide folder of such a name is opened as ./models."""


def main() -> None:
    """Entry point. A call that only opens the window does not load the command line, which takes as long as Qt does."""
    arguments = sys.argv[1:]
    folders = [Path(argument) for argument in arguments]
    if not VERBS.intersection(arguments[:1]) and all(answered(folder.is_dir) for folder in folders):
        try:
            from leukemia_desktop.gui.app import run
        except ImportError:  # the command line says what is missing, and what to do about it
            pass
        else:
            sys.exit(run(folders))
    from leukemia_desktop.cli import main

    main()


def answered(ask: Callable[[], bool]) -> bool:
    """What a path says of itself, and False where the system refuses the question: a name too long, a folder locked."""
    try:
        return ask()
    except OSError:
        return False
