#!/usr/bin/env bash
# Tries on systems that have nothing what a person is given: tools/try_packages.sh source|bundle|deb [SUITE...]
# Each part unpacks a fresh minimal Debian (bookworm and trixie unless named), does there what README says, and prints
# sizes and times. Needs root, debootstrap, and the package registries. Folders: TRY_FOLDER, of the systems (build/try).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(mkdir -p "${TRY_FOLDER:-build/try}" && cd "${TRY_FOLDER:-build/try}" && pwd)
mirror=${TRY_MIRROR:-}  # empty: the one that debootstrap knows
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
        debootstrap --variant=minbase "$suite" "$root.new" ${mirror:+"$mirror"} >"$root.debootstrap.log" 2>&1
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
    rm -f "$root.screen"  # that of an earlier run
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$root.screen" >/dev/null 2>&1 &
    started+=($!)
    until [ -s "$root.screen" ]; do sleep 0.1; done
    screen=:$(cat "$root.screen")
    if command -v pulseaudio >/dev/null; then
        pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no --disable-shm=yes \
            -L "module-null-sink sink_name=try" -L "module-native-protocol-unix auth-anonymous=1 socket=$root/tmp/sound" \
            >/dev/null 2>&1 &
        started+=($!)
    fi
}

on_desktop() { inside env DISPLAY="$screen" PULSE_SERVER=unix:/tmp/sound PYTHONDONTWRITEBYTECODE=1 "$@"; }

# until_window COMMAND... : run it until its window is on the screen, and then close that.
until_window() {
    local command tries=0
    on_desktop timeout 300 "$@" &
    command=$!
    until DISPLAY=$screen xdotool search --onlyvisible --name '^coach$' >/dev/null 2>&1; do
        tries=$((tries + 1))
        if ! kill -0 $command 2>/dev/null || [ $tries -ge 3000 ]; then
            pkill -P $command || true # what it has begun: the shell alone would leave it running
            return 1
        fi
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

rooms=${TRY_ROOMS:-tests/core tests/devices tests/ui/home tests/ui/live tests/test_references.py}
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
        # shellcheck disable=SC2086 # several folders
        timed "tests of some rooms" inside env QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -n auto $rooms || true
        say "$(tail -n 1 "$root.tests of some rooms.log")"
    fi
}

# ---- bundle: dist/coach of `make bundle`, carried to a system that has no Python

# libraries_of_readme : what a bundle needs of README's line.
libraries_of_readme() { line_of_readme "apt install" | sed 's/ python3-venv make / /'; }

# is_heard FOLDER : the helper of the coach in that folder plays the longest recorded line, and it is heard to its end.
is_heard() {
    local voice=coach/assets/voice/af_heart ear heard ms clip is_told=yes
    read -r ms clip < <(python3 -c 'import json, sys
print(*max((clip["ms"], clip["file"]) for clip in json.load(open(sys.argv[1]))["clips"].values()))' "${voice#coach/}/manifest.json")
    DISPLAY='' PULSE_SERVER=unix:$root/tmp/sound timeout 60 parec --raw --device=try.monitor --rate=8000 --channels=1 \
        --latency-msec=20 >"$root.heard.raw" &
    ear=$!
    sleep 1
    { echo "{\"word\": \"play\", \"number\": 1, \"channel\": \"voice\", \"file\": \"$1/_internal/$voice/$clip\"}" &&
        sleep $((ms / 1000 + 3)); } | on_desktop "$1/coach-sound" | grep -q '"ended", "number": 1' || is_told=no
    kill $ear
    heard=$(python3 tools/heard_length.py "$root.heard.raw")
    echo "heard for $heard ms of $ms; its end was told: $is_told"
    [ $is_told = yes ] && [ "$heard" -gt $((ms - 250)) ] && [ "$heard" -le "$ms" ]
}

# shown : wait until the window is on the screen, and give it the keys.
shown() {
    local tries=0
    until DISPLAY=$screen xdotool search --onlyvisible --name '^coach$' windowfocus >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] || return 1
        sleep 0.1
    done
}

press() { sleep 2 && DISPLAY=$screen xdotool key --delay 400 "$@"; }

# ending FOLDER : how the last session of a record ended.
ending() {
    python3 -c 'import sqlite3, sys; print(*sqlite3.connect(sys.argv[1]).execute("SELECT ending FROM session").fetchall()[-1])' \
        "$1/record.db" 2>/dev/null || true
}

# session COMMAND... : by keys from the first start over all questions to the closing page, 60 times as fast.
session() {
    local data=/root/coach-data tries=0 coach
    rm -rf "$root$data"
    on_desktop "$@" --data-dir $data --speed 60 &
    coach=$!
    shown
    sleep 3
    press space                                   # Start
    press Tab Tab space                           # The tone and the voice
    press shift+Tab shift+Tab space               # None of these
    press shift+Tab shift+Tab space               # None of these
    press 2 Return                                # How the back feels
    until [ "$(ending "$root$data")" = finished ]; do
        tries=$((tries + 1))
        [ $tries -lt 120 ] && kill -0 $coach || { echo "no end: $(ending "$root$data")" && return 1; }
        sleep 1
    done
    sleep 2
    ! command -v import >/dev/null || DISPLAY=$screen import -window root "$root.closing page.png"
    press ctrl+q
    wait $coach
}

part_bundle() {
    [ -x dist/coach/coach ] || make bundle
    unpack bundle
    start_desktop
    timed "apt update" inside apt-get update
    # shellcheck disable=SC2046 # one line, many words
    timed "libraries of README" install $(libraries_of_readme | cut -d ' ' -f 3-)
    ! inside sh -c 'command -v python3' || say "there is a Python"
    cp -a dist/coach "$root/opt/coach"
    size opt/coach usr
    timed "coach check" inside /opt/coach/coach check /opt/coach/_internal/coach/routines.json
    timed "to the window, the first time" until_window /opt/coach/coach
    timed "to the window" until_window /opt/coach/coach
    timed "the longest recorded line" is_heard /opt/coach
    sed "s/^/    /" "$root.the longest recorded line.log"
    timed "a session at 60 times the pace" session /opt/coach/coach
    ! grep -l Traceback "$root".*.log || say "there is a traceback"
}

# ---- deb: the package of `make packages`, on a system that has no Python

# own_files : what a person has of coach, and nothing else may touch.
own_files() { (cd "$root/root" && find . -path '*coach*' -type f -exec sha256sum {} + | grep -v -e compiled -e /log | sort); }

# leftovers : what the system still has of the package, beside what apt has downloaded.
leftovers() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./coach -o -path ./root -o -path ./var/log \) -prune \
        -o \( -name '*lower-back-coach*' -o -name '*lowerbackcoach*' -o -name 'coach*' \) -print)
}

# is_in_menu : the desktop's own lists know what opens a routine file, and that the icon is there.
is_in_menu() {
    local id=org.example.lowerbackcoach
    grep "x-coach-routine+json=$id.desktop" "$root/usr/share/applications/mimeinfo.cache" &&
        grep 'x-coach-routine+json:.*coach.json' "$root/usr/share/mime/globs2" &&
        ls "$root/usr/share/icons/hicolor/48x48/apps/$id.png" && inside man --where coach
}

# installed DEB : as somebody does it who has downloaded a file.
installed() { inside apt-get install -y "$1"; }

# judged : by the judges of this system. Those of newer ones miss a home page (docs/decisions/0050-one-id.md).
judged() {
    install lintian desktop-file-utils appstream &&
        { inside su nobody -s /bin/sh -c 'lintian --tag-display-limit 0 /tmp/old.deb' >"$root.lintian" || [ $? -eq 2 ]; } &&
        ! grep '^[EW]:' "$root.lintian" | grep -v appstream-metadata &&
        inside sh -c 'desktop-file-validate /usr/share/applications/org.example.*' &&
        inside sh -c '! appstreamcli validate --no-net /usr/share/metainfo/org.example.* | grep ": " | grep -v -e url-homepage-missing -e developer- -e Validation'
}

part_deb() {
    local version before
    version=$(python3 -c 'import coach; print(coach.__version__)')
    [ -f "dist/lower-back-coach_${version}_amd64.deb" ] || make packages
    unpack deb
    start_desktop
    python3 -m tools.packages deb --version "$version+later" --level 1 --dist "$root.later" >/dev/null
    cp "dist/lower-back-coach_${version}_amd64.deb" "$root/tmp/old.deb"
    cp "$root.later/lower-back-coach_$version+later_amd64.deb" "$root/tmp/new.deb"
    say "package: $(stat -c %s "$root/tmp/old.deb" | awk '{ printf "%.1f MB", $1 / 1e6 }')"
    timed "apt update" inside apt-get update
    timed "what a desktop has" install desktop-file-utils shared-mime-info hicolor-icon-theme man-db
    timed "install" installed /tmp/old.deb
    ! inside sh -c 'command -v python3' || say "there is a Python"
    size usr/lib/lower-back-coach
    timed "is whole" inside dpkg --verify lower-back-coach
    timed "is in the menu" is_in_menu
    timed "to the window, the first time" until_window coach
    timed "to the window" until_window coach
    timed "the longest recorded line" is_heard /usr/lib/lower-back-coach
    timed "a session at 60 times the pace" session coach
    timed "upgrade" installed /tmp/new.deb
    [ "$(inside dpkg-query -W -f '${Version}' lower-back-coach)" = "$version+later" ] || say "NOT UPGRADED"
    timed "to the window after it" until_window coach
    before=$(own_files)
    timed "judges" judged
    timed "remove" inside apt-get remove -y lower-back-coach
    timed "install again" installed /tmp/old.deb
    timed "purge" inside apt-get purge -y lower-back-coach
    [ -z "$(leftovers)" ] || say "LEFT BEHIND: $(leftovers)"
    [ "$(own_files)" = "$before" ] || say "THE PERSON'S OWN FILES CHANGED"
    say "own files, as they were: $(own_files | wc -l)"
}

part=${1:?what to try: source, bundle, deb}
shift
[ $# -gt 0 ] || set -- bookworm trixie
for suite; do "part_$part"; finish; done
