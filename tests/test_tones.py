"""The tones: what is committed is what `make tones` makes, and each is gentle and unlike the others."""

from __future__ import annotations

import array
import io
import itertools
import math
import sys
import wave
from typing import TYPE_CHECKING

import pytest

from coach.core.speech.vocabulary import Tone
from coach.devices.libsndfile import SoundFiles
from coach.store.voices import VoicePack, shipped_folder, voices
from tests.cases import ROOT
from tools import tones
from tools.loudness import integrated_lufs, momentary_lufs

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "assets" / "tones"
MADE = tones.files()
SOUNDING = [tone.value for tone in Tone]
FULL = 32768

each_tone = pytest.mark.parametrize("name", SOUNDING)


def heard(name: str) -> array.array[int]:
    """Return the samples of a committed tone, once its format is what it should be."""
    with wave.open(io.BytesIO((FOLDER / f"{name}.wav").read_bytes())) as reader:
        assert (reader.getframerate(), reader.getnchannels(), reader.getsampwidth()) == (48_000, 1, 2)
        samples = array.array("h", reader.readframes(reader.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def alike(one: array.array[int], other: array.array[int]) -> float:
    """Return how alike two sounds are when they begin together: 1 for the same, 0 for nothing in common."""
    shared = sum(a * b for a, b in zip(one, other, strict=False))
    return abs(shared) / math.sqrt(sum(a * a for a in one) * sum(b * b for b in other))


def test_the_committed_tones_are_fresh() -> None:
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == MADE, "run: make tones"


def test_there_is_one_for_each_tone() -> None:
    assert set(MADE) == {f"{name}.wav" for name in SOUNDING}


@each_tone
def test_a_tone_is_short_and_neither_loud_nor_clipped(name: str) -> None:
    samples = heard(name)
    peak_db = 20 * math.log10(max(map(abs, samples)) / FULL)

    assert 60 <= len(samples) / 48 <= 700
    assert -16 < peak_db < -5


def test_no_tone_is_louder_or_softer_than_another() -> None:
    loudness = {name: momentary_lufs([value / FULL for value in heard(name)]) for name in SOUNDING}

    assert max(loudness.values()) - min(loudness.values()) < 0.5, loudness
    assert abs(loudness["go"] - tones.LOUDNESS_LUFS) < 0.25


def loudness_of(clip: Path) -> float:
    """Return how loud a recorded sentence is, in LUFS."""
    samples = SoundFiles().read(str(clip))
    assert samples is not None
    assert samples.format == (24_000, 1)
    whole = [value / FULL for value in samples.values]
    between = [(one + other) / 2 for one, other in itertools.pairwise([*whole, 0.0])]
    return integrated_lufs(list(itertools.chain.from_iterable(zip(whole, between, strict=True))))


@pytest.mark.skipif(sys.platform != "linux", reason="clips are decoded otherwise")
@pytest.mark.parametrize("voice", voices(shipped_folder()), ids=lambda voice: voice.id)
def test_tones_and_voice_are_within_3_lu_of_each_other(voice: VoicePack) -> None:
    for text in ("Right knee in. Hold.", "Stopping. Let go. Put your foot down.", "Five seconds."):
        assert abs(loudness_of(voice.folder / voice.clips[text].file) - tones.LOUDNESS_LUFS) < 3, text


@each_tone
def test_a_tone_begins_and_ends_without_a_click(name: str) -> None:
    samples = heard(name)

    assert abs(samples[0]) < 0.001 * FULL
    assert abs(samples[-1]) < 0.001 * FULL
    # In the first and the last half millisecond it is still, or again, close to nothing.
    assert max(map(abs, (*samples[:24], *samples[-24:]))) < 0.02 * FULL


@pytest.mark.parametrize("pair", list(itertools.combinations(SOUNDING, 2)), ids="/".join)
def test_no_two_tones_are_alike(pair: tuple[str, str]) -> None:
    one, other = (heard(name) for name in pair)

    assert alike(one, one) == pytest.approx(1)
    assert alike(one, other) < 0.6


def test_the_zero_is_unlike_the_ticks_before_it() -> None:
    assert alike(heard("go"), heard("last")) < 0.25
    assert len(heard("go")) > 5 * len(heard("last"))
