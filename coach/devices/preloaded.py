"""Which files the sound helper decodes beforehand, and which of them it has to be told of."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_REMEMBERED = 32
RECENT = 8
"""So many files that the helper was told of last are not told again: it still has them."""
FIRST_VOLUME = 1.0
"""The volume at which a new helper decodes. With another one it begins anew."""


class Preloaded:
    """What a helper was told, and what the next one has to be told."""

    def __init__(self) -> None:
        self._files: dict[str, None] = {}
        self._recent: deque[str] = deque(maxlen=RECENT)
        self._volume = FIRST_VOLUME

    def to_tell(self, files: Iterable[str]) -> list[str]:
        """Remember the files, and return those that the helper has to be told of."""
        told = []
        for file in files:
            self._files.pop(file, None)
            self._files[file] = None
            if file not in self._recent:
                self._recent.append(file)
                told.append(file)
        while len(self._files) > MOST_REMEMBERED:
            del self._files[next(iter(self._files))]
        return told

    def to_tell_anew(self) -> list[str]:
        """Return what another helper has to be told of."""
        self._volume = FIRST_VOLUME
        self._recent.extend(self._files)
        return list(self._files)

    def note_volume(self, volume: float) -> None:
        """Note the volume of what is played now: the helper decodes for one volume only."""
        if volume != self._volume:
            self._volume = volume
            self._recent.clear()
