"""Where the window was when it was closed, in a small file of its own: it is not a setting, which a person chooses."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, NamedTuple

from coach.store.untrusted_file import read_regular
from coach.store.whole_files import write

if TYPE_CHECKING:
    from pathlib import Path

NAME = "window.json"
MAX_BYTES = 4 << 10
FARTHEST = 1 << 16
"""Largest coordinate that is accepted, in px: no screen is farther away, and sums must fit into Qt's 32 bits."""


class Place(NamedTuple):
    """The window without its frame, in px of the desktop at 100 %, as it is when it is not maximised."""

    x: int
    y: int
    width: int
    height: int
    maximised: bool = False


def load(folder: Path) -> Place | None:
    """Return the saved place, or None where there is none that makes sense. Raises nothing."""
    path = folder / NAME
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        document = json.loads(read_regular(path, MAX_BYTES))
        numbers = [document[name] for name in ("x", "y", "width", "height")]
        if all(type(number) is int and abs(number) <= FARTHEST for number in numbers) and min(numbers[2:]) > 0:
            x, y, width, height = numbers
            return Place(x, y, width, height, maximised=document["maximised"] is True)
    return None


def save(folder: Path, place: Place) -> None:
    """Save a place for the next start. Raises OSError."""
    write(folder / NAME, json.dumps(place._asdict()).encode())
