#!/bin/sh
# Freeze the desktop into OUT/leukemia-desktop: one folder that needs no Python, with its bill (licences, parts, sizes) inside.
# PYTHON is an environment of its own with the wheel, its runtime and PyInstaller, and nothing of training.
# Usage: freeze.sh PYTHON OUT
set -eu

here=$(cd "$(dirname "$0")" && pwd)
python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
mkdir -p "$2" build/desktop
out=$(cd "$2" && pwd)
cd build/desktop  # not in the checkout: what is frozen is the installed wheel
"$python" -m leukemia_desktop.core.manual_pdf "$PWD/manual.pdf"
"$python" -m PyInstaller --noconfirm --log-level ERROR --distpath "$out" --workpath "$PWD/parts" "$here/desktop.spec"
"$python" "$here/bill.py" "$out/leukemia-desktop" "$PWD/parts/desktop/contents.json"
