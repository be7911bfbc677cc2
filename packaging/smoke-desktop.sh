#!/bin/sh
# Use the frozen program as a person does who has no Python: version, models, its own check (shelves, a drawn slide, every
# report, the window without a screen), the demo, a real call with every report, and what a wrong call says.
# Needs a POSIX shell and nothing else. Usage: smoke-desktop.sh FOLDER_OR_PROGRAM [VERSION]
set -eu

program=$1
[ ! -d "$program" ] || program=$(cd "$program" && pwd)/leukemia-desktop
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
fail() { echo "smoke test: $*" >&2; exit 1; }

# no Python's settings, no locale, no display: as a nightly job finds it
run() { env -i HOME="$here/home" PATH=/nonexistent "$program" "$@"; }
mkdir "$here/home"
cd "$here"

version=$(run --version) || fail "--version"
[ -z "${2:-}" ] || [ "$version" = "$2" ] || fail "says version $version, not $2"
run --help >/dev/null || fail "--help"
run models || fail "models"
run check --out "$here/check" || fail "check"
run demo --no-window --out "$here/demo" >/dev/null 2>demo.txt || fail "demo: $(cat demo.txt)"
mkdir "Schnitt äöü 玻片"
cp "demo/demo slide/field_0001.jpg" "Schnitt äöü 玻片/"
printf 'no picture' > "Schnitt äöü 玻片/broken.png"
code=0
run classify "Schnitt äöü 玻片" --csv r.csv --html r.html --xlsx r.xlsx --pdf r.pdf --json-report report.json --quiet 2>said.txt || code=$?
[ $code = 1 ] || fail "classify with one broken field gave exit $code: $(cat said.txt)"
for file in r.csv r.json r.html r.xlsx r.pdf report.json; do [ -s $file ] || fail "$file was not written"; done
case $(cat r.csv) in *"Schnitt äöü 玻片"*) ;; *) fail "the name of the slide is spoilt" ;; esac
code=0
run classify nowhere --csv n.csv 2>/dev/null || code=$?
[ $code = 2 ] || fail "a wrong call gave exit $code"
[ -n "$(find "$(dirname "$(readlink -f "$program")")" -name manual.pdf -size +100k)" ] || fail "the manual's PDF is not inside"
run ledger verify >/dev/null || fail "ledger verify"
echo "the frozen program works: $version"
