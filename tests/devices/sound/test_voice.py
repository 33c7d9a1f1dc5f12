"""The voice: which file is played for which sentence, and that it is heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from coach.core.speech.vocabulary import Tone, estimate_ms
from coach.devices.sound import Channel, Sound
from coach.devices.speech import Speech
from coach.devices.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.devices.sound.conftest import Clip
    from tests.devices.sound.server import Server

pytestmark = pytest.mark.usefixtures("qapp")

LINE = "Lie down on your back."
OTHER = "Bend both of your knees."
OWN = "Wave with your left hand."


@dataclass(frozen=True)
class Recorded:
    file: str
    ms: int


@dataclass(frozen=True)
class Pack:
    id: str
    folder: Path
    clips: Mapping[str, Recorded]


class KeptSound(Sound):
    """Keeps what it is asked to play, and plays nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.played: list[tuple[str, float, str, int]] = []
        self.stopped: list[str | None] = []
        self.loaded: list[str] = []

    def play(self, file: Path, *, volume: float, channel: Channel, length_ms: int) -> bool:
        self.played.append((f"{file.parent.name}/{file.name}", volume, channel, length_ms))
        return True

    def stop(self, channel: Channel | None = None) -> None:
        self.stopped.append(channel)

    def preload(self, files: Iterable[Path]) -> None:
        self.loaded += [file.name for file in files]


class KeptSpeech(Speech):
    """Makes a file only when the test says so."""

    def __init__(self) -> None:
        super().__init__("no-such-program-here")
        self.asked: list[str] = []

    def prepare(self, texts: Iterable[str], *, at_once: bool = False) -> None:
        self.asked += [f"{text} (at once)" if at_once else text for text in texts]


def pack(name: str, folder: Path, clips: Mapping[str, Recorded]) -> Pack:
    return Pack(name, folder / name, clips)


@pytest.fixture(name="kept")
def _kept() -> KeptSound:
    return KeptSound()


@pytest.fixture(name="voice")
def _voice(kept: KeptSound, tmp_path: Path) -> Voice:
    """Return a voice with two packs, whose sound keeps what it is asked for."""
    clips = {LINE: Recorded("1.opus", 1_500), OTHER: Recorded("2.opus", 1_700)}
    packs = (pack("ann", tmp_path, clips), pack("bob", tmp_path, {LINE: Recorded("3.opus", 1_800)}))
    return Voice(kept, KeptSpeech(), packs, tmp_path / "tones")


def test_a_sentence_is_played_from_its_clip(voice: Voice, kept: KeptSound) -> None:
    voice.say(LINE)
    voice.use("bob", 100, voice_on=True, tones_on=True)
    voice.say(LINE)
    voice.use("nobody", 50, voice_on=True, tones_on=True)
    voice.say(OTHER)
    assert kept.played == [
        ("ann/1.opus", 1.0, "voice", 1_500),
        ("bob/3.opus", 1.0, "voice", 1_800),
        ("ann/2.opus", 0.25, "voice", 1_700),
    ]


def test_lengths_are_those_of_the_voice_in_use(voice: Voice) -> None:
    assert voice.length_ms(LINE) == 1_500
    assert voice.length_ms(OWN) == estimate_ms(OWN)
    voice.use("bob", 100, voice_on=True, tones_on=True)
    assert voice.length_ms(LINE) == 1_800
    assert voice.length_ms(OTHER) == estimate_ms(OTHER)


def test_voice_and_tones_are_switched_by_themselves(voice: Voice, kept: KeptSound) -> None:
    voice.use("", 100, voice_on=False, tones_on=True)
    assert kept.stopped == ["voice"]
    voice.say(LINE)
    voice.tone(Tone.GO)
    assert [played[0] for played in kept.played] == ["tones/go.wav"]

    voice.use("", 100, voice_on=True, tones_on=False)
    assert kept.stopped == ["voice", "tone"]
    voice.say(LINE)
    voice.tone(Tone.GO)
    assert [played[0] for played in kept.played] == ["tones/go.wav", "ann/1.opus"]


def test_a_tone_that_is_asked_for_sounds_with_tones_off(voice: Voice, kept: KeptSound) -> None:
    voice.use("", 100, voice_on=True, tones_on=False)
    voice.tone(Tone.GO)
    assert kept.played == []
    voice.tone(Tone.GO, always=True)
    assert [played[0] for played in kept.played] == ["tones/go.wav"]


def test_hush_silences_everything(voice: Voice, kept: KeptSound) -> None:
    voice.hush()
    assert kept.stopped == [None]


def test_what_comes_next_is_decoded_before(voice: Voice, kept: KeptSound) -> None:
    voice.use("", 100, voice_on=True, tones_on=True)
    assert kept.loaded == [f"{tone}.wav" for tone in Tone]
    kept.loaded.clear()
    voice.prepare([OTHER, OWN, "a", "b", LINE])
    assert kept.loaded == ["2.opus"]
    voice.say(OTHER)
    assert kept.loaded == ["2.opus", "1.opus"]


def test_only_what_has_no_clip_is_made(kept: KeptSound, tmp_path: Path) -> None:
    speech = KeptSpeech()
    voice = Voice(kept, speech, (pack("ann", tmp_path, {LINE: Recorded("1.opus", 1_500)}),), tmp_path)
    voice.prepare([LINE, OWN])
    voice.say(OTHER)
    assert speech.asked == [OWN, f"{OTHER} (at once)"]
    assert not kept.played


def test_without_any_voice_there_are_tones(kept: KeptSound, tmp_path: Path) -> None:
    voice = Voice(kept, KeptSpeech(), (), tmp_path)
    voice.use("ann", 100, voice_on=True, tones_on=True)
    voice.say(LINE)
    voice.tone(Tone.READY)
    assert [played[2] for played in kept.played] == ["tone"]


def test_what_sound_tells_is_passed_on(voice: Voice, kept: KeptSound) -> None:
    told: list[str] = []
    voice.failed.connect(told.append)
    voice.recovered.connect(lambda: told.append("back"))
    kept.lost.emit("gone")
    kept.found.emit()
    assert told == ["gone", "back"]


@pytest.fixture(name="real")
def _real(sound: Sound, server: Server, tmp_path: Path, clip: Clip, qtbot: QtBot) -> Iterator[Voice]:
    """Return a voice that is heard; its clip and its tone are made on the spot."""
    tone = clip(150)
    tone.rename(tmp_path / f"{Tone.GO}.wav")
    ann = Pack("ann", tmp_path, {LINE: Recorded(clip(300).name, 300)})
    voice = Voice(sound, Speech("espeak-ng"), (ann,), tmp_path)
    voice.use("", 100, voice_on=True, tones_on=True)
    sound.start()
    qtbot.waitUntil(lambda: sound.is_ready, timeout=10_000)
    assert not server.is_loud
    yield voice
    voice.close()


def test_a_sentence_and_a_tone_are_heard(real: Voice, sound: Sound, server: Server, qtbot: QtBot) -> None:
    real.say(LINE)
    qtbot.waitUntil(lambda: server.is_loud)
    qtbot.waitUntil(lambda: not sound.is_playing and not server.is_loud)
    real.tone(Tone.GO)
    qtbot.waitUntil(lambda: server.is_loud)
    qtbot.waitUntil(lambda: not sound.is_playing and not server.is_loud)


def test_an_own_sentence_is_made_and_heard_at_once_or_not_at_all(
    real: Voice, sound: Sound, server: Server, qtbot: QtBot
) -> None:
    told: list[str] = []
    real.speechless.connect(lambda: told.append("it cannot be spoken"))
    real.prepare([OWN])
    qtbot.waitUntil(lambda: bool(told) or real.length_ms(OWN) != estimate_ms(OWN))
    real.say(OWN)
    if told:
        pytest.skip("not installed: espeak-ng")
    qtbot.waitUntil(lambda: server.is_loud)
    real.hush()
    qtbot.waitUntil(lambda: not server.is_loud)
    assert not sound.is_playing


# With the voice switched off


def test_what_is_said_always_is_said_with_the_voice_off(voice: Voice, kept: KeptSound) -> None:
    voice.use("ann", 100, voice_on=False, tones_on=True)
    voice.say(OTHER)
    voice.say(LINE, always=True)

    assert [file for file, *_rest in kept.played] == ["ann/1.opus"]


def test_switching_the_voice_off_cuts_a_sentence_but_none_that_is_said_always(voice: Voice, kept: KeptSound) -> None:
    voice.say(LINE)
    voice.use("ann", 100, voice_on=False, tones_on=True)
    assert kept.stopped == ["voice"]
    voice.say(LINE, always=True)
    voice.use("ann", 100, voice_on=True, tones_on=True)
    voice.use("ann", 100, voice_on=False, tones_on=True)

    assert kept.stopped == ["voice"]


# What is not recorded


def test_what_is_recorded_or_can_be_spoken_can_be_said(kept: KeptSound, tmp_path: Path) -> None:
    packs = (pack("ann", tmp_path, {LINE: Recorded("1.opus", 1_500)}),)
    speaks, is_mute = (Voice(kept, Speech(program), packs, tmp_path) for program in ("sh", "no-such-program-here"))

    assert [speaks.can_say(LINE), speaks.can_say(OWN)] == [True, True]
    assert [is_mute.can_say(LINE), is_mute.can_say(OWN)] == [True, False]


def test_what_comes_next_is_made_at_once_where_there_were_too_many_to_make_before(
    kept: KeptSound, tmp_path: Path
) -> None:
    speech = KeptSpeech()
    voice = Voice(kept, speech, (pack("ann", tmp_path, {LINE: Recorded("1.opus", 1_500)}),), tmp_path)
    voice.prepare([LINE, OWN, OTHER])
    speech.asked.clear()
    voice.say(LINE)

    assert speech.asked == [f"{OWN} (at once)", f"{OTHER} (at once)"]
