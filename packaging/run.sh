#!/bin/sh
# What `make run` runs: the demo, or the slide folder $FOLDER with its results in $RESULTS and, where there is a display, the
# window on it. The exit status is the program's: 0 every field analysed, 1 some failed, 2 the call was wrong.
# Usage: run.sh FOLDER_OF_PROGRAMS
set -eu

[ -n "${FOLDER:-}" ] || exec "$1"/leukemia-desktop demo

mkdir -p "$RESULTS"
# the time keeps one slide's results from replacing another's of the same name
name=$(basename "$(realpath -- "$FOLDER")")-$(date +%Y%m%d-%H%M%S)
status=0
"$1"/leukemia-desktop classify --csv "$RESULTS/$name.csv" -- "$FOLDER" || status=$?
[ "$status" -le 1 ] || exit "$status"
if "$1"/python -c 'import sys; from leukemia_desktop.core.display import has_display; sys.exit(not has_display())'; then
    "$1"/leukemia-desktop open -- "$FOLDER"
fi
exit "$status"
