"""What coach tells its sound helper: each line wakes both, so none is sent that says nothing new."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.devices.sound import Sound
from coach.devices.sound_protocol import Line, decoded
from tests.devices.sound.hearing import PATIENCE_MS, begin, play, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

HELPER = """
import json, sys
print('{"word": "ready", "yes": true}', flush=True)
for line in sys.stdin:
    with open(sys.argv[1], "a") as kept:
        kept.write(line)
    told = json.loads(line)
    if told["word"] == "play" and "dies" in told["file"]:
        raise SystemExit(76)
    if told["word"] == "play" and "hangs" not in told["file"]:
        print(json.dumps({"word": "playing", "number": told["number"]}), flush=True)
"""
FILES = [Path(f"/clips/{number}.opus") for number in range(5)]


@pytest.fixture(name="kept")
def _kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture(name="sound")
def _sound(kept: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Sound]:
    """Return sound in a session, with a helper that keeps what it is told."""
    (tmp_path / "helper.py").write_text(HELPER)
    sound = Sound([sys.executable, "-S", str(tmp_path / "helper.py"), str(kept)])
    begin(sound)
    wait_for(qtbot, sound)
    yield sound
    sound.close()


@pytest.fixture(name="told")
def _told(sound: Sound, kept: Path, qtbot: QtBot) -> Callable[[], list[Line]]:
    """Return a function: what has been told since the last call."""
    before = 0

    def told() -> list[Line]:
        nonlocal before
        sound.stop("tone")  # the last line
        mark = Line("stop", channel="tone")
        qtbot.waitUntil(lambda: lines(kept)[before:].count(mark) == 1, timeout=PATIENCE_MS)
        since, before = lines(kept)[before:-1], len(lines(kept))
        return since

    told()
    return told


def lines(kept: Path) -> list[Line]:
    raw = kept.read_bytes() if kept.exists() else b""
    return [line for each in raw.splitlines(keepends=True) if (line := decoded(each)) is not None]


def loaded(told: list[Line]) -> list[str]:
    return [line.file for line in told if line.word == "load"]


def test_a_clip_is_a_question_too(
    sound: Sound, told: Callable[[], list[Line]], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("coach.devices.sound.PING_MS", 60_000)
    sound.keep_awake(awake=True)
    told()
    pid = sound.pid
    play(sound, FILES[0])
    assert [line.word for line in told()] == ["play"]
    play(sound, FILES[1])
    assert [line.word for line in told()] == ["play"]
    assert sound.pid == pid

    monkeypatch.setattr("coach.devices.sound.PONG_MS", 100)
    play(sound, Path("/clips/hangs.opus"))
    qtbot.waitUntil(lambda: sound.pid != pid, timeout=PATIENCE_MS)  # the one that did not answer is gone


def test_where_nothing_was_answered_for_a_while_it_is_asked(
    sound: Sound, kept: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("coach.devices.sound.PING_MS", 20)
    sound.keep_awake(awake=True)
    qtbot.waitUntil(lambda: any(line.word == "ping" for line in lines(kept)), timeout=PATIENCE_MS)


def test_one_that_is_ready_only_in_a_session_is_asked_too(
    sound: Sound, kept: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sound.keep_awake(awake=False)
    monkeypatch.setattr("coach.devices.sound.PING_MS", 20)
    pid = sound.pid
    with qtbot.waitSignal(sound.ready_changed, timeout=PATIENCE_MS):
        play(sound, Path("/clips/dies.opus"))
    sound.keep_awake(awake=True)
    qtbot.waitUntil(lambda: any(line.word == "ping" for line in lines(kept)), timeout=PATIENCE_MS)
    assert sound.pid != pid


def test_what_is_decoded_is_told_once(sound: Sound, told: Callable[[], list[Line]]) -> None:
    sound.preload(FILES[:4])
    sound.preload(FILES[1:])
    assert loaded(told()) == [str(file) for file in FILES]


def test_at_another_volume_it_is_decoded_anew(sound: Sound, told: Callable[[], list[Line]]) -> None:
    sound.preload(FILES[:2])
    play(sound, FILES[0], volume=0.5)
    sound.preload(FILES[:2])
    assert loaded(told()) == 2 * [str(file) for file in FILES[:2]]


def test_another_helper_is_told_all_of_it(sound: Sound, told: Callable[[], list[Line]], qtbot: QtBot) -> None:
    play(sound, FILES[0], volume=0.5)
    sound.preload(FILES)
    told()
    pid = sound.pid
    play(sound, Path("/clips/dies.opus"), volume=0.5)
    qtbot.waitUntil(lambda: sound.is_ready and sound.pid not in {0, pid}, timeout=PATIENCE_MS)
    sound.preload(FILES)
    assert loaded(told()) == [str(file) for file in FILES]
    play(sound, FILES[0], volume=0.5)  # it decodes for this volume from now on
    sound.preload(FILES)
    assert loaded(told()) == [str(file) for file in FILES]
