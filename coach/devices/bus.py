"""Which session bus of a Linux desktop is used, and a connection to it. Never on the GUI thread: a bus may hang."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection  # type: ignore[import-untyped]

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"


def address() -> str | None:
    """Return the address of the session bus; None where there is none.

    Where nobody told an address, as where a desktop was started by hand, it is the one bus of the user.
    """
    if told := os.environ.get(ADDRESS, ""):
        return told
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if not folder.startswith("/"):
        return None
    usual = Path(folder) / "bus"
    with contextlib.suppress(OSError):
        found = usual.stat()
        if stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid():
            return f"unix:path={_escaped(usual)}"
    return None


def connect() -> DBusConnection:
    """Return a new connection to the session bus. Raises OSError, also where there is none or it refuses us."""
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - not before somebody wants it
    from jeepney.wrappers import DBusErrorResponse  # type: ignore[import-untyped]  # noqa: PLC0415

    why: Exception = ConnectionError("there is no session bus")
    for one in filter(None, (address() or "").split(";")):
        try:
            return open_dbus_connection(one)
        except (OSError, KeyError, ValueError, RuntimeError, DBusErrorResponse) as error:
            why = error
    raise ConnectionError(str(why)) from why


def _escaped(path: Path) -> str:
    """Write a path as addresses have it; what is no ASCII stays, since jeepney takes a number for a character."""
    return "".join(f"%{ord(each):02x}" if each in "%,;=" else each for each in str(path))
