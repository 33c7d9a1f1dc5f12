#!/usr/bin/env bash
# Installs the shared libraries that Qt needs, and for the tests (skipped without) two sound servers, a bus and a hand for
# the media control, where a Debian machine lacks them and we may install. Idempotent.
set -euo pipefail
packages=(
    libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libpulse0
    pulseaudio pulseaudio-utils dbus playerctl
)
# Where one system cannot have both sound servers, the tests do without the second.
second=(pipewire pipewire-pulse wireplumber)
command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || exit 0

# lacks PACKAGE... : names those that are not installed.
lacks() {
    local package
    for package; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || echo "$package"
    done
}

install() {
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends "$@"
}

mapfile -t missing < <(lacks "${packages[@]}")
mapfile -t missing_second < <(lacks "${second[@]}")
[ ${#missing[@]} -eq 0 ] && [ ${#missing_second[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ]; then
    echo "Qt and the tests may need: ${missing[*]} ${missing_second[*]}" >&2
    exit 0
fi
apt-get -o DPkg::Lock::Timeout=600 update -qq
[ ${#missing[@]} -eq 0 ] || install "${missing[@]}"
[ ${#missing_second[@]} -eq 0 ] || install --no-remove "${missing_second[@]}" || echo "without PipeWire: its tests are skipped" >&2
