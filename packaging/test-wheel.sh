#!/bin/sh
# Install dist/*.whl into an empty environment and use it from another folder: every model, icon, help page and translation of
# the checkout came along and is found by importlib.resources, and the program's own check passes.
# Usage: test-wheel.sh PYTHON RUNTIME     (cpu or cuda)
set -eu

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"$1" -m venv "$here/venv"
wheel=$(ls "$PWD"/dist/leukemia_desktop-*.whl)
PIP_CONSTRAINT=packaging/constraints.txt "$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check "${wheel}[$2]"
packaging/system-libraries.sh "$here/venv/bin/python"
checkout=$PWD
cd "$here"
export HOME="$here" XDG_DATA_HOME="$here/data" XDG_CONFIG_HOME="$here/config"
venv/bin/python - "$checkout" <<'EOF'
import sys
from importlib.resources import files
from pathlib import Path
from leukemia_desktop.core.settings import shipped
for room in ("models", "resources"):
    if not shipped(room).is_relative_to(sys.prefix):
        sys.exit(f"{room} is not that of the wheel: {shipped(room)}")
    wanted = [p for p in Path(sys.argv[1], room).rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    for path in wanted:
        inside = files("leukemia_desktop").joinpath(room, *path.relative_to(Path(sys.argv[1], room)).parts)
        if not inside.is_file() or inside.read_bytes() != path.read_bytes():
            sys.exit(f"{path} did not come with the wheel")
    print(f"{room}: {len(wanted)} files came with the wheel")
EOF
venv/bin/leukemia-desktop models
venv/bin/leukemia-desktop check
venv/bin/leukemia-desktop demo --no-window --out "$here/demo"
test -s demo/demo.csv && test -s demo/demo.json
echo "the wheel holds: $(basename "$wheel")"
