"""Writes the tones of a session: `python -m tools.tones`.

They are made of sines and nothing else, so the same bytes come out each time; a test compares them with what is
committed. Each differs from the others in pitch, rhythm and timbre, because some people hear only one of the three.
"""

from __future__ import annotations

import io
import math
import struct
import wave
from pathlib import Path
from typing import NamedTuple

from tools.loudness import momentary_lufs

FOLDER = Path(__file__).parent.parent / "assets" / "tones"
RATE = 48_000
LOUDNESS_LUFS = -22.0
"""How loud each tone is in its loudest 400 ms, beside voices at -23.3 LUFS: none is missed, none startles."""
FADE_MS = 5


class Timbre(NamedTuple):
    """How a note sounds: its attack in ms, its decay to 37 % in ms, and how strong partials 1, 2 and 3 are."""

    attack_ms: int
    decay_ms: int
    partials: tuple[float, float, float]


class Note(NamedTuple):
    """One note of a tone: its pitch in Hz, when it begins and how long it may ring, in ms."""

    hz: float
    at_ms: int
    length_ms: int
    timbre: Timbre


TICK = Timbre(8, 40, (1, 0.3, 0))
SOFT = Timbre(12, 110, (1, 0.12, 0.03))
BELL = Timbre(8, 190, (1, 0.35, 0.12))
HOLLOW = Timbre(20, 120, (1, 0, 0.28))
CALM = Timbre(45, 260, (1, 0.3, 0.15))

C4, D4, F4, G4, A4 = 261.63, 293.66, 349.23, 392.0, 440.0
C5, D5, E5, G5, A5, B5, C6 = 523.25, 587.33, 659.26, 783.99, 880.0, 987.77, 1046.5
TONES: dict[str, tuple[Note, ...]] = {
    # Up to the note before the chord of `go`: it asks for what follows.
    "ready": (Note(G4, 0, 200, SOFT), Note(D5, 170, 280, SOFT)),
    # A chord that rings, where the ticks before it are dry and have one pitch.
    "go": (Note(C5, 0, 700, BELL), Note(E5, 0, 700, BELL), Note(G5, 0, 700, BELL)),
    "half": (Note(A4, 0, 140, SOFT), Note(A4, 180, 220, SOFT)),
    "last": (Note(A5, 0, 130, TICK),),
    "end-side": (Note(G5, 0, 260, BELL), Note(C5, 200, 400, BELL)),
    "end-exercise": (Note(G5, 0, 220, BELL), Note(E5, 150, 260, BELL), Note(C5, 300, 400, BELL)),
    "all-done": (Note(C5, 0, 300, BELL), Note(E5, 110, 300, BELL), Note(G5, 220, 300, BELL), Note(C6, 330, 370, BELL)),
    "pause": (Note(G4, 0, 180, HOLLOW), Note(D4, 190, 260, HOLLOW)),
    # The pause upside down: it goes on.
    "go-on": (Note(D4, 0, 180, HOLLOW), Note(G4, 190, 260, HOLLOW)),
    # A step on and a step back: quick, high and small.
    "skip": (Note(E5, 0, 130, SOFT), Note(B5, 90, 180, SOFT)),
    "back": (Note(B5, 0, 130, SOFT), Note(E5, 90, 200, SOFT)),
    # Three steps down, and three steps up.
    "voice-off": (Note(C5, 0, 150, SOFT), Note(A4, 110, 150, SOFT), Note(F4, 220, 240, SOFT)),
    "voice-on": (Note(F4, 0, 150, SOFT), Note(A4, 110, 150, SOFT), Note(C5, 220, 240, SOFT)),
    # Low, with a slow beginning and no second event: nothing about it hurries.
    "stop": (Note(C4, 0, 700, CALM), Note(C4 / 2, 0, 700, CALM)),
}
"""What each tone is made of, by the name of its file."""


def samples(notes: tuple[Note, ...]) -> list[float]:
    """Return the sound of these notes together, as loud as every tone is, both ends faded."""
    mixed = [0.0] * _count(max(note.at_ms + note.length_ms for note in notes))
    for note in notes:
        for number, value in enumerate(_ringing(note), _count(note.at_ms)):
            mixed[number] += value
    loudest = max(map(abs, mixed))
    even = [value / loudest for value in mixed]
    gain = 10 ** ((LOUDNESS_LUFS - momentary_lufs(even)) / 20)
    return [value * gain for value in even]


def _ringing(note: Note) -> list[float]:
    count = _count(note.length_ms)
    return _faded([_shape(note, number / RATE) * _wave(note, number / RATE) for number in range(count)])


def _wave(note: Note, at_s: float) -> float:
    turn = 2 * math.pi * note.hz * at_s
    return sum(strength * math.sin(turn * partial) for partial, strength in enumerate(note.timbre.partials, 1))


def _shape(note: Note, at_s: float) -> float:
    """Return how loud a note is: up along half a cosine, then ever more quietly down."""
    attack_s = note.timbre.attack_ms / 1000
    if at_s < attack_s:
        return (1 - math.cos(math.pi * at_s / attack_s)) / 2
    return math.exp((attack_s - at_s) * 1000 / note.timbre.decay_ms)


def _faded(values: list[float]) -> list[float]:
    """Let the last milliseconds run out, so that the end does not click. The attack is the other fade."""
    fade = _count(FADE_MS)
    last = len(values) - 1
    return [value * min(1.0, (last - number) / fade) for number, value in enumerate(values)]


def _count(length_ms: int) -> int:
    return RATE * length_ms // 1000


def wav(values: list[float]) -> bytes:
    """Return a WAV file of these samples: 48 kHz, one channel, 16 bit."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(struct.pack(f"<{len(values)}h", *(round(value * 32767) for value in values)))
    return file.getvalue()


def files() -> dict[str, bytes]:
    """Return what the folder of tones holds, by file name."""
    return {f"{name}.wav": wav(samples(notes)) for name, notes in TONES.items()}


def main() -> None:
    """Write the files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in files().items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
