"""packaging/translations.py, which is a script and no part of the program, for tests."""

import importlib.util
import sys
from pathlib import Path

_SPEC = importlib.util.spec_from_file_location(
    "translations", Path(__file__).resolve().parents[1] / "packaging/translations.py"
)
assert _SPEC is not None and _SPEC.loader is not None
translations = importlib.util.module_from_spec(_SPEC)
sys.modules["translations"] = translations  # its dataclasses look themselves up there
_SPEC.loader.exec_module(translations)
FOLDER, read_ts = translations.FOLDER, translations.read_ts
