"""How loud a sound is to the ear: ITU-R BS.1770-4 for one channel of 48 kHz, in the standard library alone."""

from __future__ import annotations

import math
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

RATE = 48_000
WINDOW = RATE * 400 // 1000
"""Momentary loudness looks at 400 ms at a time."""
_STEP = WINDOW // 4
_OFFSET_DB = -0.691
_SILENCE_DB = -70.0
_GATE_DB = 10.0

# The two filters of the standard: the head (a high shelf) and the low end (a high pass), for 48 kHz.
_SHELF = (1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585)
_HIGH_PASS = (1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621)


def momentary_lufs(samples: Sequence[float]) -> float:
    """Return the loudest 400 ms of samples from -1 to 1, with silence around them.

    This is how tones are measured: shorter than half a second, they have no loudness as a whole.
    """
    silence = [0.0] * WINDOW
    sums = list(accumulate(_powers([*silence, *samples, *silence]), initial=0.0))
    return _lufs(max(sums[at + WINDOW] - sums[at] for at in range(len(sums) - WINDOW)) / WINDOW)


def integrated_lufs(samples: Sequence[float]) -> float:
    """Return how loud a sentence is as a whole, pauses left out; one shorter than 400 ms as its loudest moment."""
    powers = _powers(samples)
    if len(powers) < WINDOW:
        return momentary_lufs(samples)
    sums = list(accumulate(powers, initial=0.0))
    blocks = [(sums[at + WINDOW] - sums[at]) / WINDOW for at in range(0, len(powers) - WINDOW + 1, _STEP)]
    heard = [block for block in blocks if _lufs(block) > _SILENCE_DB]
    gate = _lufs(math.fsum(heard) / len(heard)) - _GATE_DB
    loud = [block for block in heard if _lufs(block) > gate]
    return _lufs(math.fsum(loud) / len(loud))


def _powers(samples: Sequence[float]) -> list[float]:
    return [value * value for value in _filtered(_filtered(samples, _SHELF), _HIGH_PASS)]


def _filtered(samples: Sequence[float], numbers: tuple[float, float, float, float, float]) -> list[float]:
    b0, b1, b2, a1, a2 = numbers
    first = second = 0.0
    made = []
    for value in samples:
        out = b0 * value + first
        first, second = b1 * value - a1 * out + second, b2 * value - a2 * out
        made.append(out)
    return made


def _lufs(power: float) -> float:
    return _OFFSET_DB + 10 * math.log10(max(power, 1e-12))
