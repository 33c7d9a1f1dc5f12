"""The lines between coach and its sound helper: one JSON object per line, both ways, each checked when it is read.

To the helper: `load` and `play` a file, `stop` a channel or everything, keep the device `awake`, `ping`.
From the helper: `ready`, `device`, `unusable` and, by number, `playing`, `ended`, `error` and `pong`.
"""

from __future__ import annotations

import json
from typing import NamedTuple

LONGEST = 8_192
"""Longest line in bytes, its end included."""

UNUSABLE = 3
"""Exit status of a helper that misses a library of the system."""
NO_SERVER = 75
"""Exit status of a helper that found no sound server."""
LOST = 76
"""Exit status of a helper whose server is gone, or does not do what it is asked."""
STALLED = 77
"""Exit status of a helper that has seen for a while that sound no longer flows."""


class Line(NamedTuple):
    """One order or one answer; fields that a word does not use keep their default.

    `number` identifies a play or a ping. `volume` is a factor from 0 to 1. `yes` is whether to stay awake, or whether
    there is a device.
    """

    word: str
    number: int = 0
    file: str = ""
    volume: float = 1.0
    channel: str = ""
    yes: bool = False
    why: str = ""

    def encoded(self) -> bytes:
        """Return the line as bytes, without the fields that have their default."""
        fields_sent = {name: value for name, value in self._asdict().items() if value != _DEFAULTS.get(name)}
        return json.dumps(fields_sent).encode() + b"\n"


_DEFAULTS: dict[str, object] = Line._field_defaults
_TYPES = {"word": str, "number": int, "file": str, "volume": float, "channel": str, "yes": bool, "why": str}


def decoded(raw: bytes) -> Line | None:
    """Read a line; None for one that is too long, is no JSON object, or has an unknown key or a wrong type."""
    if len(raw) > LONGEST:
        return None
    try:
        values = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(values, dict) or "word" not in values:
        return None
    # Exact types: to isinstance a bool is an int, and Python would play at volume True.
    if any(type(value) is not _TYPES.get(name) for name, value in values.items()):
        return None
    return Line(**values)
