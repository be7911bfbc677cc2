#!/bin/sh
# The frozen program as a Debian package: OUT/leukemia-desktop_VERSION_ARCH.deb, installed under /usr/lib/leukemia-desktop with
# a command, a desktop entry, an icon, MIME types and a manual page. It depends on the system libraries that the folder asks for
# and does not hold. Needs dpkg-deb, binutils and gzip; PYTHON is the environment that was frozen.
# Usage: deb.sh PYTHON FOLDER OUT
set -eu

python=$1 folder=$2 out=$3 here=$(dirname "$0")
name=leukemia-desktop
version=$("$python" -c 'import leukemia_desktop; print(leukemia_desktop.__version__)')
arch=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

install -d "$root/usr/lib" "$root/usr/bin" "$root/usr/share/doc/$name" "$root/DEBIAN"
cp -a "$folder" "$root/usr/lib/$name"
ln -s "../lib/$name/$name" "$root/usr/bin/$name"
find "$root/usr/lib" -type d -exec chmod 755 {} +
find "$root/usr/lib" -type f -exec chmod 644 {} +
chmod 755 "$root/usr/lib/$name/$name"
install -D -m 644 "$here/linux/$name.desktop" "$root/usr/share/applications/$name.desktop"
install -D -m 644 "$here/linux/$name.xml" "$root/usr/share/mime/packages/$name.xml"
install -D -m 644 "$here/../resources/icons/app.svg" "$root/usr/share/icons/hicolor/scalable/apps/$name.svg"
install -d "$root/usr/share/man/man1"
"$python" "$here/manpage.py" > "$root/usr/share/man/man1/$name.1"
gzip -9n "$root/usr/share/man/man1/$name.1"
gzip -9nc "$here/../CHANGELOG.md" > "$root/usr/share/doc/$name/changelog.gz"
manual=$(cd "$root" && find "usr/lib/$name" -name manual.pdf)
ln -s "../../../../$manual" "$root/usr/share/doc/$name/manual.pdf"
{
    printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: Leukemia Desktop\n\n'
    printf 'Files: *\nCopyright: the authors of Leukemia Desktop and of the parts listed below\nLicense: Apache-2.0\n'
    printf ' On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.\n .\n'
    printf ' What the program is made of has licences of its own; their texts are in /usr/lib/%s/licences:\n .\n' "$name"
    sed -n 's/^| \([^|]*\) | \([^|]*\) | \([^|]*\) |.*$/ \1 \2: \3/p' "$folder/LICENCES.md" | sed '/^ part version/d'
} > "$root/usr/share/doc/$name/copyright"
chmod 644 "$root/usr/share/man/man1/$name.1.gz" "$root/usr/share/doc/$name/changelog.gz" "$root/usr/share/doc/$name/copyright"

# what is asked for and not inside comes from packages; dpkg knows which
elf=$(find "$folder" -type f \( -name '*.so' -o -name '*.so.*' -o -name "$name" \))
# shellcheck disable=SC2086  # the folder's own names have no blanks
objdump -p $elf 2>/dev/null | sed -n 's/^ *NEEDED *//p' | sort -u > "$root/needed"
find "$folder" -name '*.so*' -exec basename {} \; | sort -u > "$root/inside"
depends=$(comm -23 "$root/needed" "$root/inside" | while read -r library; do
    path=$(ldconfig -p | sed -n "s|^[[:space:]]*$library (.*) => ||p" | head -n 1)
    owner=""
    for each in ${path:+"$path" "$(readlink -f "$path")" "/usr$path"}; do
        [ -n "$owner" ] || owner=$(dpkg -S "$each" 2>/dev/null | head -n 1 | cut -d: -f1)
    done
    echo "${owner:-MISSING-$library}"
done | sort -u)
rm "$root/needed" "$root/inside"
case $depends in *MISSING-*) echo "no package holds: $depends" >&2; exit 1 ;; esac
libc=$(dpkg-query -W -f '${Version}' libc6 | cut -d- -f1)
depends=$(echo "$depends" | sed "s/^libc6\$/libc6 (>= $libc)/" | paste -sd, | sed 's/,/, /g')

cat > "$root/DEBIAN/control" <<END
Package: $name
Version: $version
Architecture: $arch
Maintainer: ${MAINTAINER:-Leukemia Desktop maintainers <maintainers@example.org>}
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: $depends, fontconfig-config
Recommends: fonts-dejavu-core, libxcb-cursor0
Section: science
Priority: optional
Description: microscopy assistant that pre-classifies blood smear fields
 Opens the fields of a blood smear on this computer, pre-classifies them as
 Benign, Early, Pre or Pro B-ALL, shows why, asks a person where it is unsure,
 and writes reports. Nothing leaves the computer.
 .
 For research use only. Not for use in diagnostic procedures.
END
(cd "$root" && find usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2 > DEBIAN/md5sums)
mkdir -p "$out"
dpkg-deb --root-owner-group -Zzstd -z12 --build "$root" "$out/${name}_${version}_$arch.deb"
