"""Sound with a real helper and a real server: heard, silent, lost, found, and never in anybody's way."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from coach.devices.sound import Sound

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.devices.sound.conftest import Clip
    from tests.devices.sound.server import Server

pytestmark = pytest.mark.usefixtures("qapp")

LONG_MS = 10_000
PATIENCE_MS = 10_000
"""A busy machine takes its time; a good one needs a second or two."""


class Told:
    """Notes what is told about sound."""

    def __init__(self, sound: Sound) -> None:
        self.lost: list[str] = []
        self.found = 0
        sound.lost.connect(self.lost.append)
        sound.found.connect(self._on_found)

    def _on_found(self) -> None:
        self.found += 1


@pytest.fixture(name="told")
def _told(sound: Sound) -> Told:
    return Told(sound)


def begin(sound: Sound) -> None:
    sound.start()
    sound.keep_awake(awake=True)


@pytest.fixture(name="ready")
def _ready(sound: Sound, told: Told, server: Server, qtbot: QtBot) -> Sound:
    """Return sound in a session, with a server that runs."""
    begin(sound)
    wait_for(qtbot, sound)
    assert not told.lost
    assert not server.is_loud
    return sound


def wait_for(qtbot: QtBot, sound: Sound) -> None:
    qtbot.waitUntil(lambda: sound.is_ready, timeout=PATIENCE_MS)


def play(sound: Sound, file: Path, length_ms: int = LONG_MS, volume: float = 1.0) -> bool:
    return sound.play(file, volume=volume, channel="voice", length_ms=length_ms)


def hear(qtbot: QtBot, server: Server) -> None:
    qtbot.waitUntil(lambda: server.is_loud, timeout=PATIENCE_MS)


def hear_nothing(qtbot: QtBot, server: Server) -> None:
    qtbot.waitUntil(lambda: not server.is_loud, timeout=LONG_MS // 2)  # before the long clip would be over


def settle(qtbot: QtBot, sound: Sound, clip: Clip) -> None:
    """Let sound flow for a while, as it does in a session; a helper that has just begun has more patience."""
    play(sound, clip(900), 900)
    qtbot.waitUntil(lambda: not sound.is_playing, timeout=PATIENCE_MS)


def test_a_clip_is_heard_and_ends(ready: Sound, server: Server, clip: Clip, qtbot: QtBot) -> None:
    pid = ready.pid
    assert play(ready, clip(400), 400)
    hear(qtbot, server)
    qtbot.waitUntil(lambda: not ready.is_playing, timeout=PATIENCE_MS)
    hear_nothing(qtbot, server)
    assert ready.pid == pid


def test_stop_is_silence(ready: Sound, server: Server, clip: Clip, qtbot: QtBot) -> None:
    play(ready, clip(LONG_MS))
    hear(qtbot, server)
    ready.stop()
    hear_nothing(qtbot, server)
    assert ready.is_ready
    assert not ready.is_playing


def test_volume_nought_is_silence(ready: Sound, server: Server, clip: Clip, qtbot: QtBot) -> None:
    play(ready, clip(200), 200, volume=0.0)
    qtbot.waitUntil(lambda: not ready.is_playing, timeout=PATIENCE_MS)
    assert not server.is_loud


def test_the_newest_cuts_the_older(ready: Sound, server: Server, clip: Clip, qtbot: QtBot) -> None:
    play(ready, clip(LONG_MS))
    hear(qtbot, server)
    play(ready, clip(100), 100)
    qtbot.waitUntil(lambda: not ready.is_playing, timeout=PATIENCE_MS)
    hear_nothing(qtbot, server)


def test_tones_end_while_the_voice_goes_on(ready: Sound, server: Server, clip: Clip, qtbot: QtBot) -> None:
    # With QSoundEffect of Qt 6.11 the helper spun for ever after one or two of these.
    pid = ready.pid
    play(ready, clip(LONG_MS))
    hear(qtbot, server)
    for _ in range(3):
        ready.play(clip(50), volume=1.0, channel="tone", length_ms=50)
        qtbot.waitUntil(lambda: not ready.is_heard("tone"), timeout=PATIENCE_MS)
    ready.stop("voice")
    hear_nothing(qtbot, server)
    assert ready.pid == pid


def test_a_server_killed_in_a_clip_is_told_once_and_found_again(
    ready: Sound, told: Told, server: Server, clip: Clip, qtbot: QtBot
) -> None:
    settle(qtbot, ready, clip)
    play(ready, clip(LONG_MS))
    hear(qtbot, server)
    server.kill()
    qtbot.waitUntil(lambda: bool(told.lost), timeout=PATIENCE_MS)
    assert not play(ready, clip(300), 300)
    server.start()
    qtbot.waitUntil(lambda: told.found == 1, timeout=PATIENCE_MS)
    hear_nothing(qtbot, server)  # what was asked for before is not made up for
    assert play(ready, clip(300), 300)
    hear(qtbot, server)
    assert len(told.lost) == 1


def test_a_server_that_was_away_for_a_moment(
    ready: Sound, told: Told, server: Server, clip: Clip, qtbot: QtBot
) -> None:
    settle(qtbot, ready, clip)
    pid = ready.pid
    server.kill()
    server.start()
    qtbot.waitUntil(lambda: ready.is_ready and ready.pid != pid, timeout=PATIENCE_MS)
    play(ready, clip(300), 300)
    hear(qtbot, server)
    assert len(told.lost) == told.found


def test_no_server(sound: Sound, told: Told, place: Server, clip: Clip, qtbot: QtBot) -> None:
    begin(sound)
    qtbot.waitUntil(lambda: bool(told.lost), timeout=PATIENCE_MS)
    assert not play(sound, clip(300), 300)
    place.start()
    qtbot.waitUntil(lambda: told.found == 1, timeout=PATIENCE_MS)
    play(sound, clip(300), 300)
    hear(qtbot, place)
    assert told.lost == ["No loudspeaker or headphones were found."]


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGABRT, signal.SIGSTOP])
def test_a_helper_that_dies_or_hangs_is_replaced(
    ready: Sound, server: Server, clip: Clip, qtbot: QtBot, blow: signal.Signals
) -> None:
    told, pid = Told(ready), ready.pid
    play(ready, clip(LONG_MS))
    hear(qtbot, server)
    os.kill(pid, blow)
    qtbot.waitUntil(lambda: ready.is_ready and ready.pid != pid, timeout=PATIENCE_MS)
    hear_nothing(qtbot, server)
    assert not ready.is_playing
    play(ready, clip(300), 300)
    hear(qtbot, server)
    assert not told.lost  # nobody needs to know


def test_a_clip_that_never_ends_costs_the_helper(ready: Sound, clip: Clip, qtbot: QtBot) -> None:
    ready.keep_awake(awake=False)
    pid = ready.pid
    play(ready, clip(LONG_MS), length_ms=100)
    qtbot.waitUntil(lambda: ready.is_ready and ready.pid != pid, timeout=PATIENCE_MS)


def test_a_file_that_cannot_be_played(ready: Sound, server: Server, clip: Clip, tmp_path: Path, qtbot: QtBot) -> None:
    pid = ready.pid
    junk = tmp_path / "junk.opus"
    junk.write_bytes(bytes(range(256)) * 40)
    for path in (tmp_path / "missing.wav", tmp_path, junk):
        play(ready, path, 60_000)
        qtbot.waitUntil(lambda: not ready.is_playing, timeout=PATIENCE_MS)
    play(ready, clip(300), 300)
    hear(qtbot, server)
    assert ready.pid == pid


def test_clips_loaded_before_are_played_too(ready: Sound, server: Server, clip: Clip, qtbot: QtBot) -> None:
    ready.preload([clip(200), clip(300)])
    play(ready, clip(300), 300)
    hear(qtbot, server)


def test_no_library_is_told_once(
    sound: Sound, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "sitecustomize.py").write_text(WALL)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    begin(sound)
    qtbot.waitUntil(lambda: bool(told.lost), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not sound.pid, timeout=PATIENCE_MS)
    sound.keep_awake(awake=True)  # the next session tries again
    assert sound.pid
    qtbot.waitUntil(lambda: not sound.pid, timeout=PATIENCE_MS)
    assert told.lost == ["A library for sound is missing on this computer."]


def test_a_helper_that_cannot_be_started(qtbot: QtBot) -> None:
    sound = Sound(["/nowhere/at/all"])
    told = Told(sound)
    begin(sound)
    qtbot.waitUntil(lambda: bool(told.lost), timeout=PATIENCE_MS)
    sound.close()
    assert told.lost == ["The sound was lost."]


def test_nothing_is_left_after_close(ready: Sound, clip: Clip) -> None:
    pid = ready.pid
    play(ready, clip(LONG_MS))
    ready.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    ready.close()
    ready.start()
    ready.keep_awake(awake=True)
    assert not ready.pid
    assert not play(ready, clip(LONG_MS))


WALL = """
import sys

class Wall:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtMultimedia":
            raise ImportError("libpulse.so.0: cannot open shared object file")

sys.meta_path.insert(0, Wall())
"""
