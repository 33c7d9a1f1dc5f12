# shellcheck shell=bash
# What the findings share: packages at exact versions in a temporary folder, and a way to compare what is seen with what
# is stated. To be sourced, after which a finding calls `packages` once and `python` with a program on its standard input.

set -euo pipefail
unset "${!QT_@}" PYTHONPATH PYTHONHOME PYTHONSTARTUP
# Warnings of the offscreen platform about itself would only hide what is to be seen.
export QT_LOGGING_RULES=default.warning=false
export LC_ALL=C.UTF-8 PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1

PYSIDE=(shiboken6==6.11.3 PySide6_Essentials==6.11.3)
# Sound and speech are in the larger part of PySide6.
# shellcheck disable=SC2034  # used by the findings
PYSIDE_ADDONS=("${PYSIDE[@]}" PySide6_Addons==6.11.3)

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "needs python3 3.11 or newer" >&2; exit 2; }
python3 -m pip --version >/dev/null 2>&1 || { echo "needs pip (on Debian: apt-get install python3-pip)" >&2; exit 2; }

scratch=$(mktemp -d)
site=""

finish() {
    rm -rf "$scratch"
    if [ -z "${KEEP:-}" ] && [ -n "$site" ]; then rm -rf "$site"; fi
}
trap finish EXIT

# packages NAME==VERSION... : installs them, once for each set of versions, and again only where nobody kept them.
packages() {
    local key
    key=$(printf '%s\n' "$@" | cksum | cut -d' ' -f1)
    site="${TMPDIR:-/tmp}/findings-$(id -u)-$key"
    if [ ! -e "$site/.complete" ]; then
        rm -rf "$site"
        mkdir -m 700 "$site"
        python3 -m pip install --quiet --target "$site" "$@" >"$scratch/pip" 2>&1 || { cat "$scratch/pip" >&2; exit 2; }
        touch "$site/.complete"
    fi
    case "$*" in *PySide6*) _desktop_libraries ;; esac
}

# Qt's wheels bring all but a few libraries that every desktop has and a bare container has not.
_desktop_libraries() {
    local absent
    absent=$(find "$site/PySide6" \( -name libQt6Widgets.so.6 -o -name libQt6Multimedia.so.6 -o -name libqoffscreen.so \) \
        -exec ldd {} + 2>/dev/null | awk '/not found/ && !/libQt6/ {print $1}' | sort -u) || true
    [ -n "$absent" ] || return 0
    echo "Qt misses libraries of the system: $absent" >&2
    echo "On Debian: apt-get install libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 libpulse0" >&2
    exit 2
}

# python : runs the program on the standard input, offscreen, with `seen` in reach, and a folder of its own in SCRATCH.
python() {
    {
        cat <<'PY'
import sys


def seen(what, value, stated):
    """Print what was seen; end with an error where it is no longer what the finding states."""
    print(f"{what}: {value!r}", flush=True)
    if value != stated:
        print(f"CHANGED: {what} was stated as {stated!r}", flush=True)
        sys.exit(1)


PY
        cat
    } >"$scratch/program.py"
    QT_QPA_PLATFORM="${PLATFORM:-offscreen}" PYTHONPATH="$site" SCRATCH="$scratch" python3 -s -W ignore "$scratch/program.py"
}
