"""Where the sound server of a Linux desktop listens, and whether it answers.

Only the helper asks, and only while it has no device: Qt does not look again for a server that was not there. Where the
environment does not say where the server is, the helper is started again from time to time instead.
"""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ANSWER_S = 0.05


def place(environ: Mapping[str, str]) -> Path | None:
    """Return the socket of the server by the rules of libpulse; None where that is no local socket or unknown."""
    if sys.platform != "linux":
        return None
    if server := environ.get("PULSE_SERVER"):
        # "{machine}unix:/path" names the machine too; several servers, or one in the network, are not watched
        address = server.rpartition("}")[2].removeprefix("unix:")
        return Path(address) if address.startswith("/") and " " not in address else None
    if folder := environ.get("PULSE_RUNTIME_PATH"):
        return Path(folder) / "native"
    if folder := environ.get("XDG_RUNTIME_DIR"):
        return Path(folder) / "pulse" / "native"
    return None


def answers(where: Path | None) -> bool:
    """Tell whether a server accepts a connection there within ANSWER_S."""
    if where is None:
        return False
    try:
        with socket.socket(socket.AF_UNIX) as asking:
            asking.settimeout(ANSWER_S)
            asking.connect(str(where))
    except OSError:
        return False
    return True
