#!/bin/sh
# Write the pinned versions anew: install every extra with the newest versions that pyproject.toml admits into an empty
# environment, and list what came. Run all checks before you commit the result.
# Usage: pin.sh PYTHON FILE
set -eu

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"$1" -m venv "$here"
# the release of PyTorch is held: newer ones only on purpose
"$here/bin/python" -m pip install --quiet --disable-pip-version-check --editable '.[cpu,train,fetch,test,dev,build]' hatchling torch==2.13.0
{
    echo "# The versions that were tested together, direct and transitive (\`make constraints\` writes this file)."
    # a build's own suffix, such as +cpu, is no part of the version; what only PyTorch's CUDA build brings, PyTorch pins itself
    "$here/bin/python" -m pip freeze --all --exclude-editable --exclude pip |
        sed -e 's/+[a-z0-9.]*$//' -e '/^nvidia-/d' -e '/^cuda-/d' -e '/^triton==/d' | LC_ALL=C sort -f
} > "$2"
