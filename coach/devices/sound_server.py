"""Where the sound server of a Linux desktop may listen, and the news that one has begun to.

Asked only while there is none: a helper that found a server hears of everything else from the server itself.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

OF_THE_SYSTEM = Path("/var/run/pulse/native")
"""Where libpulse looks after the place of the user's own server."""

_Seen = tuple[int, int] | None


def sockets(environ: Mapping[str, str]) -> list[Path]:
    """Return where libpulse looks for a server, by its own rules; empty where that is not on this computer."""
    if sys.platform != "linux":
        return []
    if servers := environ.get("PULSE_SERVER"):
        # "{machine}unix:/path" names the machine too
        addresses = [each.rpartition("}")[2].removeprefix("unix:") for each in servers.split()]
        return [Path(address) for address in addresses if address.startswith("/")]
    if folder := environ.get("PULSE_RUNTIME_PATH"):
        own = [Path(folder) / "native"]
    elif folder := environ.get("XDG_RUNTIME_DIR"):
        own = [Path(folder) / "pulse" / "native"]
    else:
        own = _in_the_home(environ)
    return [*own, OF_THE_SYSTEM]


def _in_the_home(environ: Mapping[str, str]) -> list[Path]:
    """Return where it is without a folder for what runs: a link in the home leads to a folder in /tmp."""
    home = Path(environ.get("HOME") or "~").expanduser()
    try:
        return [link / "native" for link in (home / ".config" / "pulse").glob("*-runtime")]
    except (OSError, RuntimeError):
        return []


class ServerWatch(QObject):
    """Tells when a socket of a server appears, or is made anew."""

    appeared = Signal()
    """A server may answer now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher: QFileSystemWatcher | None = None
        self._seen: list[_Seen] = []

    @property
    def can_see(self) -> bool:
        """Whether the place of a server is known."""
        return bool(sockets(os.environ))

    @property
    def is_there(self) -> bool:
        """Whether there is a socket, whoever answers at it."""
        return any(self._look())

    def note(self) -> None:
        """Note what is there now; `start` tells what has appeared since."""
        self._seen = self._look()

    def start(self) -> None:
        """Begin to watch."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._on_change)
        self._on_change()

    def stop(self) -> None:
        """Watch no more."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def _on_change(self) -> None:
        if self._watcher is None:
            return
        # A folder that was missing may be there by now, and another one may have taken its place.
        wanted = {str(_nearest(each.parent)) for each in sockets(os.environ)}
        if new := wanted - set(self._watcher.directories()):
            self._watcher.addPaths(sorted(new))
        seen = self._look()
        if any(now not in {None, *self._seen} for now in seen):
            self._seen = seen
            self.appeared.emit()

    def _look(self) -> list[_Seen]:
        return [_identity(each) for each in sockets(os.environ)]


def _identity(path: Path) -> _Seen:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_ctime_ns


def _nearest(folder: Path) -> Path:
    """Return a folder, or the nearest above it that is there."""
    try:
        return next((each for each in (folder, *folder.parents) if each.is_dir()), Path("/"))
    except (OSError, ValueError):
        return Path("/")
