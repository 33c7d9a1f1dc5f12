"""Where things live: what was shipped with the program, and what the program writes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import coach
from coach.waves import later

if TYPE_CHECKING:
    import platformdirs
else:
    platformdirs = later("platformdirs")

_PACKAGE = Path(coach.__file__).parent


def shipped(name: str) -> Path:
    """Return the path of a shipped file: inside the installed package, or beside it in a source tree."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name


UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def in_words(path: Path | str) -> str:
    """Return a path as text to show, with U+FFFD for bytes that are no UTF-8, which Qt would leave out."""
    return os.fsencode(path).decode("utf-8", "replace")


def from_qt(text: str, home: str) -> Path | None:
    """Return a folder from the text that Qt has for it; `home` is Qt's text for the home folder.

    Qt puts U+FFFD for bytes that are no UTF-8: below home they can be restored, elsewhere None is returned.
    """
    if UNKNOWN in home and text.startswith(home):
        text = str(Path.home()) + text.removeprefix(home)
    return None if UNKNOWN in text or not text else Path(text)


class Paths(NamedTuple):
    """The folders for all that coach writes; nothing is created before something is written."""

    data: Path
    cache: Path
    """For what can be made anew at any time."""
    state: Path
    """For the log."""

    @classmethod
    def choose(cls, data_dir: Path | None) -> Paths:
        """Use the folder that was asked for, for everything, else the platform's own places."""
        if data_dir is not None:
            return cls(data_dir, data_dir, data_dir)
        folders = platformdirs.user_data_dir, platformdirs.user_cache_dir, platformdirs.user_state_dir
        return cls(*(Path(folder("coach", appauthor=False)) for folder in folders))
