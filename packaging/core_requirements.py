"""Print what core and its tests need, from pyproject.toml: everything but Qt. Usage: core_requirements.py PYPROJECT."""

import sys
import tomllib
from pathlib import Path

project = tomllib.loads(Path(sys.argv[1]).read_text("utf-8"))["project"]
extras = project["optional-dependencies"]
for line in (*project["dependencies"], *extras["cpu"], *extras["test"]):
    if not line.lower().startswith(("pyside6", "pyqtgraph", "pytest-qt")):
        sys.stdout.write(f"{line}\n")
