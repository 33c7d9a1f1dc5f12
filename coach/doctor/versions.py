"""The versions of coach and of what it runs on, as a report and the log begin with them."""

from __future__ import annotations

import platform
import sys
from typing import TYPE_CHECKING

from coach import __version__
from coach.waves import later

if TYPE_CHECKING:
    from importlib import metadata
else:
    metadata = later("importlib.metadata")


def versions() -> str:
    """Return them on one line."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"coach {__version__}, Python {platform.python_version()}, {_of_qt()}, {system}"


def _of_qt() -> str:
    if (loaded := getattr(sys.modules.get("PySide6"), "__version__", None)) is not None:
        return f"PySide6 {loaded}"
    for name in ("PySide6_Essentials", "PySide6"):
        try:
            return f"PySide6 {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            continue
    return "PySide6"  # nothing says which
