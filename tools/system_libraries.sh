#!/usr/bin/env bash
# Installs the shared libraries that coach needs (assets/linux/libraries.txt), and for the tests (skipped without) two
# sound servers, a bus and a hand for the media control, where a Debian machine lacks them and we may install. Idempotent.
# With --names it only tells which packages the libraries are in.
set -euo pipefail
list=$(dirname "$0")/../assets/linux/libraries.txt
mapfile -t libraries < <(awk '$1 ~ /^lib/ && !seen[$3]++ { print $3 }' "$list")
[ "${1:-}" != --names ] || { printf '%s\n' "${libraries[@]}"; exit; }
# The tests hear a second start as on Windows too, through QtNetwork, which needs the last one.
packages=("${libraries[@]}" pulseaudio pulseaudio-utils dbus playerctl libgssapi-krb5-2)
# Where one system cannot have both sound servers, the tests do without the second.
second=(pipewire pipewire-pulse wireplumber)
command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || exit 0

# lacks PACKAGE... : names those that are not installed, under their own name or the one of the systems since 2024.
lacks() {
    local package
    for package; do
        # It fails where it knows one of the two names alone.
        { dpkg-query -W -f='${Status}\n' "$package" "${package}t64" 2>/dev/null || true; } | grep -q 'ok installed' || echo "$package"
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
