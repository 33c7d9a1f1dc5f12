"""Where a desktop looks for what a person starts: files are written there whole, and leave no empty folder behind."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from coach.store import whole_files


def of(variable: str, usual: str) -> Path:
    """Return a folder of the XDG base directories: of the environment where that is absolute, as it has to be."""
    named = os.environ.get(variable, "")
    return Path(named) if named.startswith("/") else Path.home() / usual


def config() -> Path:
    """Return the folder for settings of all programs."""
    return of("XDG_CONFIG_HOME", ".config")


def data() -> Path:
    """Return the folder for data of all programs."""
    return of("XDG_DATA_HOME", ".local/share")


def write(path: Path, text: str) -> bool:
    """Write a file, and tell whether it was another one before. Raises OSError."""
    content = os.fsencode(text)
    with contextlib.suppress(OSError):
        if path.read_bytes() == content:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)  # with the usual rights: the folders are those of the desktop
    whole_files.write(path, content)
    return True


def remove(path: Path, upto: Path) -> bool:
    """Remove a file or a link, and the folders above it, below `upto`, that are empty then. Tell if it was there."""
    try:
        path.unlink()
    except OSError:
        return False
    for folder in path.parents:
        if folder == upto:
            break
        try:
            folder.rmdir()
        except OSError:
            break
    return True
