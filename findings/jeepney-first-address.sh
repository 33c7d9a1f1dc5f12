#!/usr/bin/env bash
# jeepney tries only the first of several bus addresses, and never looks at the usual place
#
# Versions   jeepney 0.9.0.
# Guess      DBUS_SESSION_BUS_ADDRESS may list several addresses, separated by semicolons, which are tried in order: so says
#            the specification of D-Bus, and so do libdbus and GLib. Without the variable, $XDG_RUNTIME_DIR/bus is tried.
# Behaviour  Only the first unix address is tried: where nothing listens there, connecting fails although the second works.
#            Without the variable it is a KeyError.
# Seen       first address dead, second alive: FileNotFoundError; second alone: connected; variable unset: KeyError
# Documented Not on its pages.
# Matters    In a container or a remote session the first address can be one of outside. Keeping the screen awake, the
#            media keys and the dark mode are then all missing, and each has its own reason to be silent.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

export XDG_RUNTIME_DIR="$scratch"
packages jeepney==0.9.0
python <<'PY'
import os
import socket
from pathlib import Path

from jeepney.bus import get_bus

here = Path(os.environ["SCRATCH"])
listener = socket.socket(socket.AF_UNIX)
listener.bind(str(here / "bus"))
listener.listen()


def connects(address):
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    if address:
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
    try:
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(get_bus("SESSION"))
    except (OSError, KeyError) as error:
        return type(error).__name__
    return "connected"


alive, dead = f"unix:path={here}/bus", f"unix:path={here}/none"
seen("the address that works", connects(alive), "connected")
seen("a dead address, then the one that works", connects(f"{dead};{alive}"), "FileNotFoundError")
seen("no address, a bus in XDG_RUNTIME_DIR", connects(None), "KeyError")
PY
