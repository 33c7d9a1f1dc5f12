#!/usr/bin/env bash
# Installs the shared libraries that Qt needs, and for the tests (skipped without) two sound servers, a bus and a hand for
# the media control, where a Debian machine lacks them and we may install. Idempotent.
set -euo pipefail
packages=(
    libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libpulse0
    pulseaudio pulseaudio-utils pipewire pipewire-pulse wireplumber dbus playerctl
)
command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || exit 0
missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ]; then
    echo "Qt and the tests may need: ${missing[*]}" >&2
    exit 0
fi
apt-get -o DPkg::Lock::Timeout=600 update -qq
DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends "${missing[@]}"
