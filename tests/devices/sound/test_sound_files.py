"""Files as samples: every clip that is shipped, what espeak-ng writes, and what is no sound at all."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from coach.core.speech.vocabulary import Tone
from coach.devices.decoded_clips import MOST_KEPT, DecodedClips
from coach.devices.libsndfile import LARGEST_FILE, MOST_BYTES, SoundFiles
from coach.store.paths import shipped
from coach.store.voices import VoicePack, shipped_folder, voices

if TYPE_CHECKING:
    from pathlib import Path

    from tests.devices.sound.conftest import Clip

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt decodes")


@pytest.mark.parametrize("voice", voices(shipped_folder()), ids=lambda voice: voice.id)
def test_a_recorded_line_is_as_long_as_its_manifest_says(voice: VoicePack) -> None:
    files = SoundFiles()
    wrong = []
    for text, clip in list(voice.clips.items())[::10]:
        samples = files.read(str(voice.folder / clip.file))
        if samples is None or samples.format != (24_000, 1) or abs(len(samples.values) / 24 - clip.ms) > 1:
            wrong.append(text)
    assert not wrong


def test_every_tone_can_be_read() -> None:
    files = SoundFiles()
    for tone in Tone:
        samples = files.read(str(shipped("assets") / "tones" / f"{tone}.wav"))
        assert samples is not None
        assert samples.format == (48_000, 1)


def test_both_channels_are_read(clip: Clip) -> None:
    samples = SoundFiles().read(str(clip(100, 44_100, 2)))
    assert samples is not None
    assert samples.format == (44_100, 2)
    assert len(samples.values) == 2 * 4_400, "44 whole periods"
    assert samples.values[::2] == samples.values[1::2]


def test_what_is_no_sound_is_none(tmp_path: Path, clip: Clip) -> None:
    junk, large, cut = tmp_path / "junk.opus", tmp_path / "large.wav", tmp_path / "cut.wav"
    junk.write_bytes(bytes(range(256)) * 40)
    large.write_bytes(clip(100).read_bytes())
    os.truncate(large, LARGEST_FILE + 1)
    cut.write_bytes(clip(100).read_bytes()[:40])
    os.mkfifo(tmp_path / "pipe.wav")
    for path in (junk, large, cut, tmp_path, tmp_path / "missing.wav", tmp_path / "pipe.wav"):
        assert SoundFiles().read(str(path)) is None, path
    assert SoundFiles().read("a\0b") is None


def test_what_is_longer_than_a_server_holds_is_cut(clip: Clip) -> None:
    samples = SoundFiles().read(str(clip(60_000)))
    assert samples is not None
    assert len(samples.values) * 2 == MOST_BYTES


def test_a_clip_is_decoded_once_and_again_at_another_volume(clip: Clip) -> None:
    clips, path = DecodedClips(SoundFiles()), clip(100)
    clips.load(str(path))
    loud = clips.get(str(path), 1.0)
    assert loud is not None
    path.unlink()
    assert clips.get(str(path), 1.0) is loud
    path = clip(100)
    quiet = clips.get(str(path), 0.5)
    assert quiet is not None
    values = memoryview(loud.samples).cast("h")
    assert list(memoryview(quiet.samples).cast("h")) == [int(value * 0.5) for value in values]
    assert (loud.length_s, quiet.length_s) == (0.1, 0.1)


def test_only_the_latest_are_kept(clip: Clip) -> None:
    clips = DecodedClips(SoundFiles())
    paths = [clip(length_ms) for length_ms in range(8_000, 12_000, 1_000)]
    assert sum(path.stat().st_size for path in paths) > MOST_KEPT
    for path in paths:
        clips.load(str(path))
        path.unlink()
    assert clips.get(str(paths[0]), 1.0) is None
    assert clips.get(str(paths[-1]), 1.0) is not None
