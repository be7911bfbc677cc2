#!/bin/sh
# Freeze the desktop into "Leukemia Desktop.app" and put it on a disk image. Written and checked with `sh -n`, NOT RUN: no Mac
# was at hand. In a checkout, with Python 3.11: packaging/macos/build.sh
# Signing: IDENTITY="Developer ID Application: ..." signs; PROFILE=name (of `xcrun notarytool store-credentials`) notarises.
set -eu

python=${PYTHON:-python3} name="Leukemia Desktop"
cd "$(dirname "$0")/../.."
[ "$(uname -s)" = Darwin ] || { echo "this is made for macOS" >&2; exit 1; }

"$python" -m venv --clear .venv-desktop
PIP_CONSTRAINT=packaging/constraints.txt .venv-desktop/bin/python -m pip install --quiet '.[cpu,watch,build]'
rm -rf build/icon.iconset
mkdir -p build/icon.iconset dist
for size in 16 32 128 256 512; do
    for scale in 1 2; do
        suffix=""; [ $scale = 1 ] || suffix=@2x
        .venv-desktop/bin/python packaging/icon.py resources/icons/app.svg $((size * scale)) "build/icon.iconset/icon_${size}x${size}$suffix.png"
    done
done
iconutil -c icns build/icon.iconset -o packaging/app.icns
packaging/freeze.sh .venv-desktop/bin/python dist
"dist/$name.app/Contents/MacOS/leukemia-desktop" check

if [ -n "${IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --timestamp --sign "$IDENTITY" "dist/$name.app"
    codesign --verify --deep --strict "dist/$name.app"
fi
version=$("dist/$name.app/Contents/MacOS/leukemia-desktop" --version)
image="dist/leukemia-desktop-$version-$(uname -m).dmg"
rm -rf build/image "$image"
mkdir build/image
cp -R "dist/$name.app" build/image/
ln -s /Applications build/image/Applications
cp LICENSE dist/leukemia-desktop/LICENCES.md build/image/
hdiutil create -volname "$name $version" -srcfolder build/image -format UDZO "$image"
if [ -n "${PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
