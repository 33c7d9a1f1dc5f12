"""Keeps the clips that were used last, decoded and as loud as they are to be, for the sound helper."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coach.devices.libsndfile import SoundFiles
    from coach.devices.pulse_stream import Format

MOST_KEPT = 2 * 1024 * 1024
"""Most bytes of samples that are kept: all tones, and half a minute of speech."""
_LARGEST = 1 << 15


class DecodedClip(NamedTuple):
    """Samples ready to be handed over, and their length in s."""

    format: Format
    samples: bytes
    length_s: float


class DecodedClips:
    """Decodes each clip once. All are equally loud: another volume begins anew."""

    def __init__(self, files: SoundFiles) -> None:
        self._files = files
        self._kept: dict[str, DecodedClip] = {}
        self._volume = 1.0
        self._louder: array[int] | None = None

    def load(self, file: str) -> None:
        """Decode a file, so that it can be played at once."""
        self.get(file, self._volume)

    def get(self, file: str, volume: float) -> DecodedClip | None:
        """Return a clip at a volume from 0 to 1; None where the file cannot be decoded."""
        if volume != self._volume:
            self._volume, self._louder = volume, None
            self._kept.clear()
        if (clip := self._kept.pop(file, None)) is None:
            if (read := self._files.read(file)) is None:
                return None
            frames = len(read.values) // read.format.channels
            clip = DecodedClip(read.format, self._scaled(read.values), frames / read.format.rate)
        self._kept[file] = clip  # the last one asked for goes last
        while sum(len(kept.samples) for kept in self._kept.values()) > MOST_KEPT and len(self._kept) > 1:
            del self._kept[next(iter(self._kept))]
        return clip

    def _scaled(self, values: array[int]) -> bytes:
        """Return samples at the volume. That of the stream is the person's own, in the mixer of the desktop."""
        if self._volume == 1:
            return values.tobytes()
        if self._louder is None:
            # By sample; a negative one counts from the end.
            all_values = chain(range(_LARGEST), range(-_LARGEST, 0))
            self._louder = array("h", [int(value * self._volume) for value in all_values])
        return array("h", map(self._louder.__getitem__, values)).tobytes()
