"""The lines between coach and its sound helper: one JSON object a line, both ways, and nothing is taken on trust.

To the helper: `load` and `play` a file, `stop` a channel or everything, keep the device `awake`, `ping`.
From the helper: `ready`, `device`, `unusable` and, by number, `playing`, `ended`, `error` and `pong`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

LONGEST = 8_192
"""Bytes of a line, with its end, at the most."""

AGAIN = 75
"""Exit status of a helper that found no device and asks to be started again."""
LOST = 76
"""Exit status of a helper whose sound no longer flows."""


@dataclass(frozen=True, slots=True)
class Line:
    """One order or one answer; what a word does not need stays at its default.

    `number` tells which play or ping is meant. `volume` is a factor from 0 to 1. `yes` is whether to stay awake, or
    whether there is a device.
    """

    word: str
    number: int = 0
    file: str = ""
    volume: float = 1.0
    channel: str = ""
    yes: bool = False
    why: str = ""

    def encoded(self) -> bytes:
        """Return the line as it is sent."""
        kept = {name: value for name, value in asdict(self).items() if value != _DEFAULTS[name]}
        return json.dumps(kept).encode() + b"\n"


_DEFAULTS: dict[str, object] = {field.name: field.default for field in fields(Line)}
_TYPES = {"word": str, "number": int, "file": str, "volume": float, "channel": str, "yes": bool, "why": str}


def decoded(raw: bytes) -> Line | None:
    """Read a line; None for one that is too long, no JSON object, or has a key or type that we do not know."""
    if len(raw) > LONGEST:
        return None
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or "word" not in found:
        return None
    if any(type(value) is not _TYPES.get(name) for name, value in found.items()):
        return None
    return Line(**found)
