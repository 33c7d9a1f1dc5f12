#!/bin/sh
# Makes dist/coach-VERSION-linux-x86_64.AppImage out of the archive of `make packages`. Not built here: see packaging/README.md.
# Needs `appimagetool` of the AppImage project in the path.
set -eu
cd "$(dirname "$0")/../.."
id=org.example.lowerbackcoach
archive=$(ls dist/coach-*-linux-x86_64.tar.xz)
folder=build/appimage/AppDir
rm -rf build/appimage
mkdir -p "$folder/usr/bin" "$folder/usr/lib/lower-back-coach"
tar -xJf "$archive" --strip-components=1 -C "$folder/usr/lib/lower-back-coach"
mv "$folder/usr/lib/lower-back-coach/share" "$folder/usr/share"
rm "$folder/usr/lib/lower-back-coach/install.sh" "$folder/usr/lib/lower-back-coach/README.txt"
ln -s ../lib/lower-back-coach/coach "$folder/usr/bin/coach"
# What an AppImage has at its top: what starts, the entry, the icon.
ln -s usr/bin/coach "$folder/AppRun"
ln -s "usr/share/applications/$id.desktop" "$folder/$id.desktop"
ln -s "usr/share/icons/hicolor/256x256/apps/$id.png" "$folder/$id.png"
ln -s "$id.png" "$folder/.DirIcon"
# appimagetool looks for the metadata under the older name.
ln -s "$id.metainfo.xml" "$folder/usr/share/metainfo/$id.appdata.xml"
name=$(basename "$archive" .tar.xz)
ARCH=x86_64 appimagetool "$folder" "dist/$name.AppImage"
