#!/bin/sh
# Try the frozen program where there is no Python: a bare Debian 12 in a chroot, made by debootstrap and kept at BASE.
# With a .deb it is installed by apt with what it depends on, and run as a user's command; with a folder only the system
# libraries that the package names are installed. Needs root. Usage: bare-debian.sh DEB VERSION [BASE]
set -eu

deb=$(readlink -f "$1") version=$2 base=${3:-/var/tmp/bare-debian12} here=$(mktemp -d /var/tmp/bare.XXXXXX)
trap 'umount -l "$here/proc" "$here/dev" 2>/dev/null || true; rm -rf --one-file-system "$here"' EXIT
if [ ! -e "$base/.ready" ]; then
    rm -rf "$base"
    debootstrap --variant=minbase bookworm "$base" >/dev/null
    touch "$base/.ready"
fi
cp -a "$base/." "$here/"
cp /etc/resolv.conf "$here/etc/"
[ ! -d /etc/apt/apt.conf.d ] || cp -r /etc/apt/apt.conf.d/. "$here/etc/apt/apt.conf.d/"
mount -t proc proc "$here/proc"
mount --rbind /dev "$here/dev"
cp "$deb" "$here/tmp/program.deb"
cp "$(dirname "$0")/smoke-desktop.sh" "$here/tmp/"
chroot "$here" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes sh -eu -c '
    ! command -v python3 || { echo "there is a Python here" >&2; exit 1; }
    apt-get -qq update
    apt-get -qq install -y --no-install-recommends /tmp/program.deb </dev/null >/dev/null
    ! command -v python3 || { echo "the package brought a Python" >&2; exit 1; }
    dpkg -s leukemia-desktop | grep -E "^(Status|Version|Depends)"
    dpkg --verify leukemia-desktop
    useradd -m technician
    su technician -s /bin/sh -c "sh /tmp/smoke-desktop.sh /usr/bin/leukemia-desktop '"$version"'"
    apt-get -qq remove -y leukemia-desktop </dev/null >/dev/null
    ! [ -e /usr/lib/leukemia-desktop ] || { echo "left behind:" $(ls /usr/lib/leukemia-desktop) >&2; exit 1; }
'
echo "the package works on a bare Debian 12 without Python"
