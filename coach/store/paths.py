"""Where things live: what was shipped with the program, and what the program writes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import coach

_PACKAGE = Path(coach.__file__).parent


def shipped(name: str) -> Path:
    """Return the path of a shipped file: inside the installed package, or beside it in a source tree."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name


UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def in_words(path: Path | str) -> str:
    """Return a path to be shown: where its bytes are no text, a stand-in. Qt would leave them out unseen."""
    return os.fsencode(path).decode("utf-8", "replace")


def from_qt(told: str, home: str) -> Path | None:
    """Return a folder that Qt told, of which it knows only text; `home` is what it takes for the home folder.

    None where it is not known.
    """
    if UNKNOWN in home and told.startswith(home):
        told = str(Path.home()) + told.removeprefix(home)
    return None if UNKNOWN in told or not told else Path(told)


class Paths(NamedTuple):
    """The folder for all that coach writes; nothing is created before something is written."""

    data: Path

    @classmethod
    def choose(cls, data_dir: Path | None) -> Paths:
        """Use the folder that was asked for, else the platform's own place for data."""
        if data_dir is not None:
            return cls(data_dir)
        import platformdirs  # noqa: PLC0415 - not before something is written

        return cls(Path(platformdirs.user_data_dir("coach", appauthor=False)))
