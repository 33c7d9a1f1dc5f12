#!/bin/sh
# Puts coach, which stays in the folder where this file lies, into the menu of this person's desktop: ./install.sh
# With --remove takes out again what that put in. Needs no rights; record, settings and routines are not touched.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
share=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin

case $here in
*[\"\`\$\\%\&\|]* | *'
'*)
    echo "coach: a menu cannot start what lies in a folder with such a name; move it: $here" >&2
    exit 1
    ;;
esac

# Each file for the desktop, by its path below share.
files() { (cd "$here/share" && find . -type f | sed 's|^\./||' | sort); }

refresh() {
    update-mime-database "$share/mime" >/dev/null 2>&1 || :
    update-desktop-database "$share/applications" >/dev/null 2>&1 || :
    touch "$share/icons/hicolor" # who has read what icons there are looks again
}

case ${1:-} in
"")
    files | while IFS= read -r file; do
        mkdir -p "$share/$(dirname "$file")"
        case $file in
        *.desktop)
            sed -e "s|^Exec=coach|Exec=\"$here/coach\"|" -e "s|^TryExec=.*|TryExec=$here/coach|" "$here/share/$file" >"$share/$file"
            ;;
        *) cp "$here/share/$file" "$share/$file" ;;
        esac
    done
    mkdir -p "$bin"
    if [ ! -e "$bin/coach" ] || [ -L "$bin/coach" ]; then ln -sf "$here/coach" "$bin/coach"; fi
    refresh
    echo "coach is in the menu now. This folder has to stay where it is: $here"
    ;;
--remove)
    files | while IFS= read -r file; do rm -f "$share/$file"; done
    if [ "$(readlink "$bin/coach" || :)" = "$here/coach" ]; then rm "$bin/coach"; fi
    refresh
    echo "coach is out of the menu. Now this folder can be deleted: $here"
    ;;
*)
    echo "usage: ./install.sh [--remove]" >&2
    exit 2
    ;;
esac
