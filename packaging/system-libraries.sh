#!/bin/sh
# Make sure that Qt finds the system libraries its window needs: nothing to do on Windows and macOS; on Linux they are
# installed when this runs as root on Debian or Ubuntu, else ONE line says what to install and the exit status is 1.
# Usage: system-libraries.sh PYTHON     (the interpreter whose PySide6 is meant)
set -eu

# what `ldd` misses on a bare Debian 12, for the platforms xcb, wayland and offscreen, and a font so that text shows
packages="fonts-dejavu-core libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libwayland-client0 libwayland-cursor0
libwayland-egl1 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-sync1 libxcb-util1
libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libxkbcommon0"
packages=$(echo $packages)

[ "$(uname -s)" = Linux ] || exit 0
HOME=${HOME:-/nonexistent}
qt=$("$1" -c 'import importlib.util as u; s = u.find_spec("PySide6"); print(s.submodule_search_locations[0] if s else "")')
[ -n "$qt" ] || { echo "PySide6 is not installed for $1"; exit 1; }

missing() {
    plugins=$qt/Qt/plugins
    ldd "$qt"/QtWidgets.abi3.so "$qt"/QtOpenGLWidgets.abi3.so "$plugins"/platforms/libqoffscreen.so \
        "$plugins"/platforms/libqxcb.so "$plugins"/xcbglintegrations/*.so 2>/dev/null |
        sed -n 's/^[[:space:]]*\([^ ]*\) => not found$/\1/p' | sort -u
    find /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" "$HOME/.fonts" 2>/dev/null |
        grep -q -E '\.(ttf|otf|ttc)$' || echo "a font"
}

[ -n "$(missing)" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing the system libraries of Qt"
    export DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes
    { apt-get -qq update && apt-get -qq install -y --no-install-recommends $packages; } </dev/null >/dev/null || true
    [ -n "$(missing)" ] || exit 0
fi
if command -v apt-get >/dev/null; then
    echo "The window needs system libraries that are missing here; install them with: sudo apt-get install -y $packages"
else
    echo "The window needs system libraries that are missing here; install what provides:" $(missing)
fi
exit 1
