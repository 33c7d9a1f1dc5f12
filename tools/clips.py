"""Makes a clip of what was read aloud: silence cut off, level evened out, ends faded, packed as Opus."""

from __future__ import annotations

import array
import io
import math
import subprocess
import wave
from itertools import pairwise

LEVEL_DB = -22
"""How loud a sentence is where it is not silent, in dBFS. Every clip is alike, so none makes a person start."""
PEAK = 0.89
QUIET_DB = -42
"""What is this much below the loudest sample, at either end, counts as silence."""
LEAD_MS = 30
TAIL_MS = 120
FADE_MS = 10
FRAME_MS = 20
PAUSE_DB = -30
"""Frames this much below the loudest frame are pauses, and do not count for the level."""
BITRATE_KBIT = 24
LEAST_PAUSE_MS = 60
"""Silence so long is a pause between two words, and not a sound that is made with closed lips."""


def tidied(samples: array.array[float], rate: int) -> array.array[float]:
    """Return a sentence with 30 ms before it and 120 ms after it, at the common level, with faded ends."""
    cut = _trimmed(samples, rate)
    gain = min(10 ** (LEVEL_DB / 20) / _loudness(cut, rate * FRAME_MS // 1000), PEAK / max(map(abs, cut)))
    fade = rate * FADE_MS // 1000
    last = len(cut) - 1
    return array.array("f", (value * gain * min(1.0, at / fade, (last - at) / fade) for at, value in enumerate(cut)))


def after_pause(samples: array.array[float], rate: int) -> array.array[float]:
    """Return what follows the last pause between two words, with a part of that pause before it."""
    frame = rate // 100
    limit = max(map(abs, samples)) * 10 ** (PAUSE_DB / 20)
    loud = [at for at in range(0, len(samples), frame) if max(map(abs, samples[at : at + frame])) > limit]
    begins = max(after for before, after in pairwise(loud) if (after - before) / rate * 1000 > LEAST_PAUSE_MS)
    return samples[max(0, begins - rate * LEAST_PAUSE_MS // 1000) :]


def _trimmed(samples: array.array[float], rate: int) -> array.array[float]:
    limit = max(map(abs, samples)) * 10 ** (QUIET_DB / 20)
    first = next(at for at, value in enumerate(samples) if abs(value) > limit)
    last = next(at for at in range(len(samples) - 1, -1, -1) if abs(samples[at]) > limit)
    return samples[max(0, first - rate * LEAD_MS // 1000) : last + rate * TAIL_MS // 1000]


def _loudness(samples: array.array[float], frame: int) -> float:
    """Return the root of the mean square of all that is not a pause."""
    powers = [math.fsum(v * v for v in samples[at : at + frame]) / frame for at in range(0, len(samples), frame)]
    floor = max(powers) * 10 ** (PAUSE_DB / 10)
    spoken = [power for power in powers if power > floor]
    return math.sqrt(math.fsum(spoken) / len(spoken))


def opus(samples: array.array[float], rate: int) -> bytes:
    """Return an Ogg Opus file of one channel; the same samples give the same bytes. Needs opusenc of opus-tools."""
    # The serial number is random otherwise. Padding is room for tags, which these files do not have.
    command = ["opusenc", "--quiet", "--speech", "--bitrate", str(BITRATE_KBIT), "--serial", "1", "--padding", "0"]
    done = subprocess.run(
        [*command, "--discard-comments", "-", "-"], input=_wav(samples, rate), capture_output=True, check=True
    )
    return done.stdout


def _wav(samples: array.array[float], rate: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        whole = array.array("h", (round(max(-1.0, min(1.0, value)) * 32767) for value in samples))
        # wave swaps the bytes itself on a big-endian machine
        writer.writeframes(whole.tobytes())
    return file.getvalue()
