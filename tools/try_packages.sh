#!/usr/bin/env bash
# Tries on systems that have nothing what a person is given: tools/try_packages.sh source [SUITE...]
# Each part unpacks a fresh minimal Debian (bookworm and trixie unless named), does there what README says, and prints
# sizes and times. Needs root, debootstrap, and the package registries. Folders: TRY_FOLDER, of the systems (build/try).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(mkdir -p "${TRY_FOLDER:-build/try}" && cd "${TRY_FOLDER:-build/try}" && pwd)
mirror=${TRY_MIRROR:-http://deb.debian.org/debian}
inner=(proc sys dev dev/pts dev/shm)
root=

# say TEXT... : one line of the report.
say() { printf '%s  %s\n' "${suite:-}" "$*"; }

# timed NAME COMMAND... : run it with its output in a file beside the system, and say how long it took.
timed() {
    local name=$1 begun=$EPOCHREALTIME status=0
    shift
    "$@" >"$root.$name.log" 2>&1 </dev/null || status=$?
    say "$name: $(awk "BEGIN { printf \"%.1f s\", $EPOCHREALTIME - $begun }")$([ $status -eq 0 ] || echo ", FAILED ($status): $root.$name.log")"
    return $status
}

# size PATH... : how much each takes inside, in MB.
size() { (cd "$root" && du -sm --apparent-size "$@") | while read -r megabytes path; do say "$path: $megabytes MB"; done; }

# unpack NAME : a fresh system of the suite into $root, ready to be used.
unpack() {
    local tar=$folder/$suite.tar
    root=$folder/$suite-$1
    if [ ! -f "$tar" ]; then
        debootstrap --variant=minbase "$suite" "$root.new" "$mirror" >"$root.debootstrap.log" 2>&1
        rm -rf "$root.new"/var/cache/apt/archives/*.deb
        tar -C "$root.new" --numeric-owner -cf "$tar.part" .
        mv "$tar.part" "$tar"
        rm -rf --one-file-system "$root.new"
    fi
    remove
    mkdir -p "$root"
    tar -C "$root" --numeric-owner -xpf "$tar"
    local each
    for each in "${inner[@]}"; do mount --bind "/$each" "$root/$each"; done
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    # Where this machine reaches the registries through a mirror of its own, so does the system inside.
    mkdir -p "$root/etc/ssl/certs"
    [ ! -f "${PIP_CERT:-}" ] || cp "$PIP_CERT" "$root/etc/ssl/certs/registries.crt"
}

# remove : end the system; what it mounted must be gone before its files are.
remove() {
    local index
    [ -n "$root" ] || return 0
    for ((index = ${#inner[@]} - 1; index >= 0; index--)); do
        ! mountpoint -q "$root/${inner[index]}" || umount -l "$root/${inner[index]}"
    done
    rm -rf --one-file-system "$root"
}
started=()
# finish : end what was started, and the system. With TRY_KEEP its files stay, to look at.
finish() {
    [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null || true
    started=()
    [ -n "${TRY_KEEP:-}" ] || remove
}
trap finish EXIT

# inside COMMAND... : as a person's own shell would, in the folder /coach.
inside() {
    local pip=()
    [ ! -f "$root/etc/ssl/certs/registries.crt" ] || pip=(PIP_CERT=/etc/ssl/certs/registries.crt)
    chroot "$root" env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "${pip[@]}" sh -c 'mkdir -p /coach && cd /coach && "$@"' sh "$@"
}

install() { inside apt-get install -y --no-install-recommends "$@"; }

# copy_project : what git has of the project, as a clone would bring it, to /coach.
copy_project() {
    mkdir -p "$root/coach"
    git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -C "$root/coach" -xf -
}

# line_of_readme COMMAND : what README has one type, without sudo.
line_of_readme() { grep -m1 "^sudo $1 " README.md | sed 's/^sudo //'; }

# The machine's own screen and sound server, so that the system inside needs nothing but what README names. Each is there
# only where this machine has the program for it.
start_desktop() {
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$root.screen" >/dev/null 2>&1 &
    started+=($!)
    until [ -s "$root.screen" ]; do sleep 0.1; done
    screen=:$(cat "$root.screen")
    ! command -v pulseaudio >/dev/null || pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no --disable-shm=yes \
        -L "module-null-sink sink_name=try" -L "module-native-protocol-unix auth-anonymous=1 socket=$root/tmp/sound" \
        >/dev/null 2>&1 &
    started+=($!)
}

on_desktop() { inside env DISPLAY="$screen" PULSE_SERVER=unix:/tmp/sound PYTHONDONTWRITEBYTECODE=1 "$@"; }

# until_window COMMAND... : run it until its window is on the screen, and then close that.
until_window() {
    local command tries=0
    on_desktop timeout 300 "$@" &
    command=$!
    until DISPLAY=$screen xdotool search --onlyvisible --name '^coach$' >/dev/null 2>&1; do
        tries=$((tries + 1))
        kill -0 $command 2>/dev/null && [ $tries -lt 3000 ] || return 1
        sleep 0.1
    done
    # By a key, as a person would: a window that is destroyed ends no program. One that came too soon is lost.
    while kill -0 $command 2>/dev/null; do
        DISPLAY=$screen xdotool search --onlyvisible --name '^coach$' windowfocus key ctrl+q >/dev/null 2>&1 || true
        sleep 1
    done
    wait $command
}

# ---- source: README's two commands

part_source() {
    unpack source
    copy_project
    start_desktop
    timed "apt update" inside apt-get update
    # shellcheck disable=SC2046 # one line, many words
    timed "line of README" inside $(line_of_readme "apt install") -y
    timed "make run, the first time, to the window" until_window make run
    timed "make run, to the window" until_window make run
    size coach/.venv usr
    timed "coach doctor" on_desktop .venv/bin/coach doctor || true
    sed "s/^/    /" "$root.coach doctor.log"
    timed "make lint imports" inside make lint imports
    if [ -n "${TRY_WHOLE:-}" ]; then
        timed "make test" inside make test
    else
        timed "tests of some rooms" inside env QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -n auto \
            tests/core tests/store tests/devices tests/ui/home tests/ui/live tests/test_references.py
        tail -n 1 "$root.tests of some rooms.log"
    fi
}

part=${1:?what to try: source}
shift
[ $# -gt 0 ] || set -- bookworm trixie
for suite; do "part_$part"; finish; done
