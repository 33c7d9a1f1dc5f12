"""What the sound helper is told and tells: lines that come by its input, read without waiting, and lines to coach."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coach.devices.sound_protocol import LONGEST, Line, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

INPUT, OUTPUT = 0, 1
_AT_ONCE = 1 << 16


class EndedError(Exception):
    """Coach is gone: the helper ends too."""


class Orders:
    """The lines that have come."""

    def __init__(self) -> None:
        self._begun = b""
        self._is_whole = True
        """Whether what comes next is the beginning of a line, not a piece of one that is too long."""

    def take(self) -> Iterator[Line]:
        """Give what has come since the last call, where the input can be read; raises EndedError."""
        if not (raw := os.read(INPUT, _AT_ONCE)):
            raise EndedError
        *whole, self._begun = (self._begun + raw).split(b"\n")
        for each in whole:
            line = decoded(each + b"\n") if self._is_whole else None
            self._is_whole = True
            if line is not None:
                yield line
        if len(self._begun) > LONGEST:
            self._begun, self._is_whole = b"", False


def tell(line: Line) -> None:
    """Send a line to coach; raises EndedError where coach is gone."""
    try:
        os.write(OUTPUT, line.encoded())
    except OSError:
        raise EndedError from None
