#!/bin/sh
# Make sure that PyInstaller finds what it needs beside Python: binutils and Python's own library. Nothing to do on Windows and
# macOS; on Linux they are installed when this runs as root on Debian or Ubuntu, else ONE line says what to install and the
# exit status is 1.
# Usage: build-tools.sh PYTHON
set -eu

[ "$(uname -s)" = Linux ] || exit 0
packages="binutils libpython$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"

missing() {
    for tool in objdump objcopy ldd; do command -v "$tool" >/dev/null || echo "$tool"; done
    # what the interpreter links with, in its own folder, or where the linker looks
    "$1" - <<'END'
import ctypes, sys, sysconfig
name = "libpython%d.%d.so.1.0" % sys.version_info[:2]
for path in (name, "%s/%s" % (sysconfig.get_config_var("LIBDIR"), name)):
    try:
        ctypes.CDLL(path)
        break
    except OSError:
        pass
else:
    print(name)
END
}

[ -n "$(missing "$1")" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing what a frozen build needs: $packages"
    export DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes
    { apt-get -qq update && apt-get -qq install -y --no-install-recommends $packages; } </dev/null >/dev/null || true
    [ -n "$(missing "$1")" ] || exit 0
fi
echo "A frozen build needs what is missing here:" $(missing "$1") "- on Debian and Ubuntu: sudo apt-get install -y $packages"
exit 1
