"""Finds the session bus of a Linux desktop and connects to it. Never on the GUI thread: a bus may hang."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from coach.waves import later

if TYPE_CHECKING:
    from jeepney import wrappers  # type: ignore[import-untyped]
    from jeepney.io import blocking  # type: ignore[import-untyped]
    from jeepney.io.blocking import DBusConnection  # type: ignore[import-untyped]
else:
    blocking, wrappers = later("jeepney.io.blocking"), later("jeepney.wrappers")

PORTAL, PORTAL_PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
PORTAL_SETTINGS = "org.freedesktop.portal.Settings"
"""Who tells what the desktop asks for, where, and by which interface."""
ADDRESS = "DBUS_SESSION_BUS_ADDRESS"


def address() -> str | None:
    """Return the address of the session bus; None where there is none.

    Where the environment has none, as in a desktop started by hand, it is the socket in the user's runtime folder.
    """
    if from_environment := os.environ.get(ADDRESS, ""):
        return from_environment
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if not folder.startswith("/"):
        return None
    usual = Path(folder) / "bus"
    with contextlib.suppress(OSError):
        status = usual.stat()
        # As libdbus does: only a socket of this user is taken.
        if stat.S_ISSOCK(status.st_mode) and status.st_uid == os.getuid():
            return f"unix:path={_escaped(usual)}"
    return None


def connect() -> DBusConnection:
    """Return a new connection to the session bus. Raises OSError, also where there is no bus or it refuses coach."""
    why: Exception = ConnectionError("there is no session bus")
    for part in filter(None, (address() or "").split(";")):
        try:
            return blocking.open_dbus_connection(part)
        except (OSError, KeyError, ValueError, RuntimeError, wrappers.DBusErrorResponse) as error:
            why = error
    raise ConnectionError(str(why)) from why


def _escaped(path: Path) -> str:
    """Escape a path for an address.

    Non-ASCII letters stay, since jeepney reads an escape as one character, not a byte.
    """
    return "".join(f"%{ord(letter):02x}" if letter in "%,;=" else letter for letter in str(path))
