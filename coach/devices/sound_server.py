"""Where the sound server of a Linux desktop listens, and whether it answers.

Only the helper asks, and only while it has no device: Qt does not look again for a server that was not there. What the
environment does not tell stays unknown; then the helper is simply started anew now and then.
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
    """Return the socket of the server, as libpulse finds it; None where it is elsewhere or not to be known."""
    if sys.platform != "linux":
        return None
    if server := environ.get("PULSE_SERVER"):
        # "{machine}unix:/path" names the machine too; several servers, or one in the network, are not watched
        found = server.rpartition("}")[2].removeprefix("unix:")
        return Path(found) if found.startswith("/") and " " not in found else None
    if folder := environ.get("PULSE_RUNTIME_PATH"):
        return Path(folder) / "native"
    if folder := environ.get("XDG_RUNTIME_DIR"):
        return Path(folder) / "pulse" / "native"
    return None


def answers(where: Path | None) -> bool:
    """Tell whether somebody listens there."""
    if where is None:
        return False
    try:
        with socket.socket(socket.AF_UNIX) as asking:
            asking.settimeout(ANSWER_S)
            asking.connect(str(where))
    except OSError:
        return False
    return True
