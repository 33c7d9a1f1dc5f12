"""The recorded voices: a clip for each line, a line for each clip, and each clip is what its manifest says."""

from __future__ import annotations

import copy
import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from coach.core.speech.all_lines import lines_of
from coach.store import known_good
from coach.store.routines import library
from coach.store.voice_manifest import VoiceFile
from coach.store.voices import MANIFEST, shipped_folder, voices
from tests.store.ogg import opus_ms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.store.voices import VoicePack
    from tests.cases import Object

PACKS = voices(shipped_folder())
LINES = lines_of(library.load(None).contents)
MOST_BYTES = 2_600_000

each_voice = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: str(pack.id))

SMALL: Object = {
    "format": 1,
    "voice": "am_someone",
    "name": "Someone",
    "speed": 0.95,
    "clips": {"Rest a while.": {"file": "0123456789ab.opus", "ms": 900, "sha256": "0" * 64}},
}


def manifest(pack: VoicePack) -> bytes:
    return (pack.folder / MANIFEST).read_bytes()


def in_folder(folder: Path, document: Object | bytes, name: str = "am_someone") -> tuple[VoicePack, ...]:
    """Return the voices of a folder that has this one manifest."""
    (folder / name).mkdir()
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    (folder / name / MANIFEST).write_bytes(data)
    return voices(folder)


# What is shipped


def test_there_are_two_voices_to_choose_from() -> None:
    assert len({pack.id for pack in PACKS}) == len({pack.name for pack in PACKS}) == len(PACKS) == 2


@each_voice
def test_every_line_has_a_clip_and_every_clip_a_line(pack: VoicePack) -> None:
    assert set(LINES) - set(pack.clips) == set(), "run: make voice"
    assert set(pack.clips) - set(LINES) == set(), "run: make voice"


@each_voice
def test_the_folder_has_the_files_of_its_clips_and_no_others(pack: VoicePack) -> None:
    named = [clip.file for clip in pack.clips.values()]

    assert len(named) == len(set(named))
    assert {path.name for path in pack.folder.iterdir()} == {*named, MANIFEST}


@each_voice
def test_each_clip_is_what_was_recorded(pack: VoicePack) -> None:
    sums = {entry.file: entry.sha256 for entry in VoiceFile.model_validate_json(manifest(pack)).clips.values()}

    assert {name: hashlib.sha256((pack.folder / name).read_bytes()).hexdigest() for name in sums} == sums


@each_voice
def test_each_clip_is_ogg_opus_and_as_long_as_its_manifest_says(pack: VoicePack) -> None:
    for text, clip in pack.clips.items():
        assert opus_ms((pack.folder / clip.file).read_bytes()) == pytest.approx(clip.ms, abs=60), text


@each_voice
def test_a_voice_is_small(pack: VoicePack) -> None:
    assert sum(path.stat().st_size for path in pack.folder.iterdir()) < MOST_BYTES


@each_voice
def test_a_shipped_manifest_passes_its_model_and_is_not_judged_again(pack: VoicePack) -> None:
    judged = VoiceFile.model_validate_json(manifest(pack))

    assert known_good.is_tested(f"{pack.id}/{MANIFEST}", manifest(pack)), "run: make checksums"
    assert (judged.voice, judged.name) == (pack.id, pack.name)
    assert {text: (entry.file, entry.ms) for text, entry in judged.clips.items()} == {
        text: (clip.file, clip.ms) for text, clip in pack.clips.items()
    }


@each_voice
def test_a_manifest_is_in_order_so_that_a_change_shows_as_what_it_is(pack: VoicePack) -> None:
    assert list(pack.clips) == sorted(pack.clips)


def test_the_licence_and_the_credit_lie_beside_the_voices() -> None:
    licence = (shipped_folder() / "LICENCE.txt").read_text("utf-8")

    assert "Apache License" in licence
    assert "Version 2.0, January 2004" in licence
    assert "Kokoro-82M" in (shipped_folder() / "CREDITS.md").read_text("utf-8")


# What somebody changed


def test_a_manifest_that_no_test_has_judged_is_judged(tmp_path: Path) -> None:
    (pack,) = in_folder(tmp_path, SMALL)

    assert (pack.id, pack.name, pack.folder) == ("am_someone", "Someone", tmp_path / "am_someone")
    assert [(text, clip.file, clip.ms) for text, clip in pack.clips.items()] == [
        ("Rest a while.", "0123456789ab.opus", 900)
    ]


def change(key: str, value: object) -> Callable[[Object], None]:
    def changed(document: Object) -> None:
        document.update({key: value})  # type: ignore[dict-item] # what the model must refuse

    return changed


def change_clip(key: str, value: object) -> Callable[[Object], None]:
    def changed(document: Object) -> None:
        clips = document["clips"]
        assert isinstance(clips, dict)
        clip = clips["Rest a while."]
        assert isinstance(clip, dict)
        clip.update({key: value})  # type: ignore[dict-item]

    return changed


WRONG: dict[str, Callable[[Object], None]] = {
    "a path that leads out": change_clip("file", "../../secret.opus"),
    "a path from the root": change_clip("file", "/etc/0123456789ab.opus"),
    "a path of Windows": change_clip("file", "..\\0123456789ab.opus"),
    "a folder": change_clip("file", "more/0123456789ab.opus"),
    "a line end after the name": change_clip("file", "0123456789ab.opus\n"),
    "another kind of file": change_clip("file", "0123456789ab.wav"),
    "no length": change_clip("ms", 0),
    "a length that is no number": change_clip("ms", "900"),
    "a length of an hour": change_clip("ms", 3_600_000),
    "no checksum": change_clip("sha256", ""),
    "an unknown key in a clip": change_clip("url", "x"),
    "an unknown key": change("licence", "x"),
    "another format": change("format", 2),
    "no clips": change("clips", {}),
    "clips that are a list": change("clips", []),
    "a voice that is not the folder’s": change("voice", "am_other"),
    "a name with a line end": change("name", "Some\none"),
}


@pytest.mark.parametrize("spoil", WRONG.values(), ids=WRONG.keys())
def test_a_voice_with_a_wrong_manifest_is_left_out(spoil: Callable[[Object], None], tmp_path: Path) -> None:
    document = copy.deepcopy(SMALL)
    spoil(document)

    assert in_folder(tmp_path, document) == ()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b" " * (1 << 20) + b"{}"])
def test_a_manifest_that_is_none_is_left_out(data: bytes, tmp_path: Path) -> None:
    assert in_folder(tmp_path, data) == ()


def test_a_wrong_voice_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    in_folder(tmp_path, b"{", "am_broken")

    assert [pack.id for pack in in_folder(tmp_path, SMALL)] == ["am_someone"]


def test_without_a_folder_there_are_no_voices(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    assert voices(tmp_path / "nowhere") == ()
    assert voices(tmp_path / "file") == ()


def test_a_manifest_that_is_a_folder_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "am_someone" / MANIFEST).mkdir(parents=True)

    assert voices(tmp_path) == ()
