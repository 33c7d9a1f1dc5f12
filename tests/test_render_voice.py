"""Recording the voices: only what changed is made anew, and a clip is level, faded and as long as its words."""

from __future__ import annotations

import array
import hashlib
import io
import json
import math
import shutil
import tarfile
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from coach.store.voices import MANIFEST, shipped_folder
from tests.store.ogg import opus_ms
from tools import clips, kokoro, render_voice
from tools.hearing import words
from tools.kokoro import Speaker, VoiceError

if TYPE_CHECKING:
    from pathlib import Path

SOMEONE = Speaker("am_someone", "Someone", "en-us", 0.95, "0" * 64)
TEXTS = ("Rest a while.", "Lie on your back.", "Half-way. Keep it small.")
RATE = 24_000


@dataclass
class Studio:
    """Records what it was asked for; a clip of it is the line itself."""

    asked: list[str] = field(default_factory=list)

    def record(self, text: str, speaker: Speaker) -> tuple[bytes, int]:
        self.asked.append(text)
        return f"{speaker.id} {speaker.speed} {text}".encode(), 10 * len(text)


def again(folder: Path, texts: tuple[str, ...] = TEXTS, speaker: Speaker = SOMEONE) -> list[str]:
    """Bring the folder up to date and return which lines were recorded for it."""
    pictures = Studio()
    assert render_voice.record(folder, texts, speaker, pictures.record) == len(pictures.asked)
    return pictures.asked


def clips_in(folder: Path) -> dict[str, bytes]:
    """Return each line of the manifest with the bytes of its clip, and make sure that no others are there."""
    entries = json.loads((folder / MANIFEST).read_text("utf-8"))["clips"]
    assert {path.name for path in folder.glob("*.opus")} == {entry["file"] for entry in entries.values()}
    found = {text: (folder / entry["file"]).read_bytes() for text, entry in entries.items()}
    assert {text: hashlib.sha256(data).hexdigest() for text, data in found.items()} == {
        text: entry["sha256"] for text, entry in entries.items()
    }
    return found


# What is made anew


def test_at_first_every_line_is_recorded(tmp_path: Path) -> None:
    assert again(tmp_path / "am_someone") == sorted(TEXTS)

    assert clips_in(tmp_path / "am_someone") == {text: f"am_someone 0.95 {text}".encode() for text in TEXTS}


def test_when_nothing_changed_nothing_is_recorded_or_written(tmp_path: Path) -> None:
    again(tmp_path)
    before = (tmp_path / MANIFEST).read_bytes()

    assert again(tmp_path, TEXTS[::-1]) == []
    assert (tmp_path / MANIFEST).read_bytes() == before


def test_a_changed_line_is_recorded_and_the_old_one_deleted(tmp_path: Path) -> None:
    again(tmp_path)

    assert again(tmp_path, (*TEXTS[1:], "Rest for a while.")) == ["Rest for a while."]
    assert set(clips_in(tmp_path)) == {*TEXTS[1:], "Rest for a while."}


@pytest.mark.parametrize("change", [{"speed": 0.9}, {"language": "en-gb"}, {"sha256": "1" * 64}], ids=str)
def test_another_way_to_speak_changes_every_clip(change: dict[str, object], tmp_path: Path) -> None:
    again(tmp_path)

    assert again(tmp_path, TEXTS, replace(SOMEONE, **change)) == sorted(TEXTS)  # type: ignore[arg-type]


def test_another_spelling_for_the_engine_changes_that_clip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again(tmp_path)
    monkeypatch.setitem(render_voice.SAID_AS, SOMEONE.id, {"a while": "a wile"})

    assert again(tmp_path) == [TEXTS[0]]
    assert set(clips_in(tmp_path)) == set(TEXTS)


def test_a_clip_that_is_gone_or_spoiled_is_recorded_again(tmp_path: Path) -> None:
    again(tmp_path)
    (tmp_path / render_voice.file_name(TEXTS[0], SOMEONE)).unlink()
    (tmp_path / render_voice.file_name(TEXTS[1], SOMEONE)).write_bytes(b"spoiled")

    assert again(tmp_path) == sorted(TEXTS[:2])
    assert set(clips_in(tmp_path)) == set(TEXTS)


def test_the_shipped_clips_are_those_of_the_shipped_speakers_and_settings() -> None:
    for speaker in render_voice.SPEAKERS:
        entries = json.loads((shipped_folder() / speaker.id / MANIFEST).read_text("utf-8"))["clips"]

        named = {text: entry["file"] for text, entry in entries.items()}
        assert named == {text: render_voice.file_name(text, speaker) for text in render_voice.lines()}, (
            "run: make voice"
        )


def test_another_spelling_is_for_words_that_are_said_and_changes_their_marks_alone() -> None:
    said = "\n".join(render_voice.lines())

    assert set(render_voice.SAID_AS) <= {speaker.id for speaker in render_voice.SPEAKERS}
    for words_to_spelling in render_voice.SAID_AS.values():
        for plain, spelling in words_to_spelling.items():
            assert plain in said
            assert words(plain) == words(spelling)


# What a clip is


def hum(length_ms: int, loudness: float = 0.3, silence_ms: int = 200) -> array.array[float]:
    """Return a hum with silence at both ends."""
    silence = array.array("f", bytes(4 * RATE * silence_ms // 1000))
    sound = (loudness * math.sin(2 * math.pi * 220 * at / RATE) for at in range(RATE * length_ms // 1000))
    return silence + array.array("f", sound) + silence


def level_db(samples: array.array[float]) -> float:
    return 10 * math.log10(sum(value * value for value in samples) / len(samples))


@pytest.mark.parametrize("loudness", [0.02, 0.3, 0.99])
def test_every_clip_is_equally_loud(loudness: float) -> None:
    middle = clips.tidied(hum(1000, loudness), RATE)[RATE // 10 : RATE * 9 // 10]

    assert level_db(middle) == pytest.approx(clips.LEVEL_DB, abs=0.5)


def test_silence_is_cut_off_but_for_a_moment() -> None:
    length_ms = len(clips.tidied(hum(1000), RATE)) * 1000 / RATE

    assert length_ms == pytest.approx(clips.LEAD_MS + 1000 + clips.TAIL_MS, abs=5)


def test_a_clip_begins_and_ends_with_nothing_even_where_there_was_no_silence() -> None:
    clip = clips.tidied(hum(500, silence_ms=0), RATE)

    assert (clip[0], clip[-1]) == (0, 0)
    assert max(map(abs, clip)) <= clips.PEAK


def test_a_pause_between_two_sentences_does_not_make_them_louder() -> None:
    spoken = clips.tidied(hum(1000) + hum(1000), RATE)[RATE // 10 : RATE * 9 // 10]

    assert level_db(spoken) == pytest.approx(clips.LEVEL_DB, abs=0.5)


@pytest.mark.skipif(shutil.which("opusenc") is None, reason="needs opusenc")
def test_the_same_sound_gives_the_same_file_of_the_same_length() -> None:
    sound = clips.tidied(hum(700), RATE)
    data = clips.opus(sound, RATE)

    assert clips.opus(sound, RATE) == data
    assert opus_ms(data) == pytest.approx(len(sound) * 1000 / RATE, abs=1)


def test_a_word_that_is_read_after_another_is_cut_from_there() -> None:
    loud, soft = hum(400, 0.6), hum(300, 0.3)

    cut = clips.tidied(clips.after_pause(loud + soft, RATE), RATE)
    assert len(cut) == pytest.approx(len(clips.tidied(soft, RATE)), abs=RATE // 100)
    for voice, lines in render_voice.AFTER.items():
        for line, word in lines.items():
            assert line in render_voice.lines()
            assert words(render_voice.said_as(line, voice)) == [*words(word), *words(line)]


# Whose voice it is


def tarball(path: Path, name: str, data: bytes) -> Path:
    with tarfile.open(path / "kokoro-js.tgz", "w:gz") as archive:
        member = tarfile.TarInfo(f"package/voices/{name}.bin")
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return path / "kokoro-js.tgz"


def test_the_vectors_of_a_voice_are_those_that_we_know(tmp_path: Path) -> None:
    known = replace(SOMEONE, sha256=hashlib.sha256(b"vectors").hexdigest())

    assert kokoro.vectors(tarball(tmp_path, SOMEONE.id, b"vectors"), known) == b"vectors"
    with pytest.raises(VoiceError, match="am_someone is not the one we know"):
        kokoro.vectors(tarball(tmp_path, SOMEONE.id, b"other"), known)


def test_a_tarball_that_has_no_such_voice_is_named(tmp_path: Path) -> None:
    (tmp_path / "text.tgz").write_text("no tarball")

    for path in (tarball(tmp_path, "am_other", b""), tmp_path / "text.tgz", tmp_path / "nowhere.tgz"):
        with pytest.raises(VoiceError, match=path.name):
            kokoro.vectors(path, SOMEONE)


def test_nothing_to_do_needs_neither_engine_nor_tarball(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert render_voice.main([str(tmp_path / "nowhere.tgz")]) == 0
    assert "0 clips made" in capsys.readouterr().out
