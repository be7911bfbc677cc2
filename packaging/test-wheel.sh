#!/bin/sh
# Install dist/*.whl into an empty environment and use it from another folder: models and resources came along, every model
# is as it was shipped, and the demo runs.
# Usage: test-wheel.sh PYTHON RUNTIME     (cpu or cuda)
set -eu

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"$1" -m venv "$here/venv"
wheel=$(ls "$PWD"/dist/leukemia_desktop-*.whl)
PIP_CONSTRAINT=packaging/constraints.txt "$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$wheel[$2]"
cd "$here"
export HOME="$here" XDG_DATA_HOME="$here/data" XDG_CONFIG_HOME="$here/config"
venv/bin/python - <<'EOF'
import sys
from pathlib import Path
from leukemia_desktop.core.settings import shipped
for name in ("models", "resources"):
    if not shipped(name).is_relative_to(sys.prefix) or not any(shipped(name).iterdir()):
        sys.exit(f"{name} did not come with the wheel: {shipped(name)}")
EOF
venv/bin/leukemia-desktop models
venv/bin/leukemia-desktop demo --no-window --out "$here/demo"
test -s demo/demo.csv && test -s demo/demo.json
echo "the wheel holds: $(basename "$wheel")"
