"""Sound with a real helper and a real server: heard, silent, lost, found, and never in anybody's way."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest

from coach.devices.pulse_player import LOOK_S, MOST_QUIET, NEXT_LOOK_S
from coach.devices.sound import GRACE_AFTER_STALL_MS, Sound
from coach.devices.sound_protocol import STALLED, Line
from tests.devices.sound.hearing import (
    LONG_MS,
    PATIENCE_MS,
    Told,
    begin,
    hear,
    hear_nothing,
    play,
    settle,
    wait_for,
)
from tests.devices.sound.server import LOUD

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.devices.sound.conftest import Clip
    from tests.devices.sound.server import Server

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(name="told")
def _told(sound: Sound) -> Told:
    return Told(sound)


@pytest.fixture(name="ready")
def _ready(sound: Sound, told: Told, server: Server, qtbot: QtBot) -> Sound:
    """Return sound in a session, with a server that runs."""
    begin(sound)
    wait_for(qtbot, sound)
    assert not told.lost
    assert not server.is_loud
    return sound


def test_a_clip_is_heard_and_ends(ready: Sound, server: Server, clip: Clip, qtbot: QtBot) -> None:
    pid = ready.pid
    assert play(ready, clip(400), 400)
    hear(qtbot, server)
    qtbot.waitUntil(lambda: not ready.is_playing, timeout=PATIENCE_MS)
    hear_nothing(qtbot, server)
    assert ready.pid == pid


def test_a_clip_is_heard_and_silenced_while_the_window_is_busy(ready: Sound, server: Server, clip: Clip) -> None:
    """Without a turn of the event loop: a page that is being made, or painted, keeps nobody waiting."""
    end = time.monotonic() + PATIENCE_MS / 1_000
    play(ready, clip(LONG_MS))
    while not server.is_loud and time.monotonic() < end:
        time.sleep(0.01)
    assert server.is_loud
    ready.stop()
    while server.is_loud and time.monotonic() < end:
        time.sleep(0.01)
    assert not server.is_loud


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


def test_the_volume_is_that_of_the_samples(ready: Sound, server: Server, clip: Clip, qtbot: QtBot) -> None:
    for volume in (1.0, 0.25):
        server.ears["out"].peak = 0
        play(ready, clip(200), 200, volume)
        qtbot.waitUntil(lambda: not ready.is_playing, timeout=PATIENCE_MS)
        hear_nothing(qtbot, server)
        assert server.ears["out"].peak == pytest.approx(12_000 * volume, rel=0.15)


@pytest.mark.parametrize("kind", [(22_050, 1), (44_100, 2)])
def test_a_clip_of_another_kind_is_heard_and_cut(
    ready: Sound, server: Server, clip: Clip, qtbot: QtBot, kind: tuple[int, int]
) -> None:
    """As espeak-ng writes them, and as somebody may record them."""
    pid = ready.pid
    play(ready, clip(LONG_MS, *kind))
    hear(qtbot, server)
    play(ready, clip(100), 100)
    qtbot.waitUntil(lambda: not ready.is_playing, timeout=PATIENCE_MS)
    hear_nothing(qtbot, server)
    assert ready.pid == pid


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


def test_without_a_server_nothing_runs_until_one_appears(sound: Sound, told: Told, place: Server, qtbot: QtBot) -> None:
    sound.start()
    qtbot.waitUntil(lambda: bool(told.lost) and not sound.pid, timeout=PATIENCE_MS)
    qtbot.wait(300)
    assert not sound.pid
    place.start()
    qtbot.waitUntil(lambda: told.found == 1, timeout=PATIENCE_MS)


def test_without_a_server_a_session_tries_at_once(sound: Sound, told: Told, place: Server, qtbot: QtBot) -> None:
    assert not place.is_loud
    sound.start()
    qtbot.waitUntil(lambda: bool(told.lost) and not sound.pid, timeout=PATIENCE_MS)
    sound.keep_awake(awake=True)
    assert sound.pid


def test_a_server_that_hangs_is_told_and_nothing_old_is_heard_when_it_goes_on(
    ready: Sound, told: Told, server: Server, clip: Clip, qtbot: QtBot
) -> None:
    settle(qtbot, ready, clip)
    server.freeze()
    play(ready, clip(LONG_MS))
    qtbot.waitUntil(lambda: bool(told.lost), timeout=PATIENCE_MS)
    server.thaw()
    qtbot.waitUntil(lambda: told.found == 1, timeout=PATIENCE_MS)
    hear_nothing(qtbot, server)
    play(ready, clip(300), 300)
    hear(qtbot, server)
    assert len(told.lost) == 1


def test_a_server_that_hangs_outside_a_session_is_noticed_with_the_next_clip(
    ready: Sound, told: Told, server: Server, clip: Clip, qtbot: QtBot
) -> None:
    ready.keep_awake(awake=False)
    server.freeze()
    play(ready, clip(LONG_MS))
    qtbot.waitUntil(lambda: bool(told.lost), timeout=PATIENCE_MS)
    server.thaw()


def test_the_default_device_is_followed(ready: Sound, told: Told, server: Server, clip: Clip, qtbot: QtBot) -> None:
    pid = ready.pid
    server.add("headphones")
    server.use("headphones")
    play(ready, clip(LONG_MS))
    qtbot.waitUntil(lambda: server.ears["headphones"].peak > LOUD, timeout=PATIENCE_MS)
    server.remove("headphones")
    server.ears["out"].peak = 0
    qtbot.waitUntil(lambda: server.ears["out"].peak > LOUD, timeout=PATIENCE_MS)
    ready.stop()
    hear_nothing(qtbot, server)
    assert ready.pid == pid
    assert not told.lost


def test_the_device_of_nobody_is_none(ready: Sound, told: Told, server: Server, clip: Clip, qtbot: QtBot) -> None:
    pid = ready.pid
    server.add("auto_null")
    server.use("auto_null")
    qtbot.waitUntil(lambda: told.lost == ["No loudspeaker or headphones were found."], timeout=PATIENCE_MS)
    assert not play(ready, clip(300), 300)
    server.use("out")
    qtbot.waitUntil(lambda: told.found == 1, timeout=PATIENCE_MS)
    play(ready, clip(300), 300)
    hear(qtbot, server)
    assert ready.pid == pid


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
    [why] = told.lost
    assert why.startswith("This computer lacks a library: libpulse.so.0. ")
    assert why.endswith(("libpulse0", "libpulse", "pulseaudio-libs"))  # as the system of this machine calls it


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
import ctypes

class Missing(ctypes.CDLL):
    def __init__(self, name, *rest, **more):
        if name == "libpulse.so.0":
            raise OSError(f"{name}: cannot open shared object file: No such file or directory")
        super().__init__(name, *rest, **more)

ctypes.CDLL = Missing
"""


def test_sound_that_no_longer_flows_is_told_within_two_seconds(qtbot: QtBot, tmp_path: Path) -> None:
    # It may have read on a little after the last look; and that a question has no answer shows at the next one.
    noticed_s = 2 * LOOK_S + (MOST_QUIET - 1) * NEXT_LOOK_S
    assert noticed_s + GRACE_AFTER_STALL_MS / 1_000 < 2

    ready = Line("ready", yes=True).encoded().decode()
    (tmp_path / "helper.py").write_text(f"print({ready!r}, end='', flush=True)\nraise SystemExit({STALLED})")
    sound = Sound([sys.executable, str(tmp_path / "helper.py")])
    sound.start()
    qtbot.waitUntil(sound._grace.isActive, timeout=PATIENCE_MS)
    assert sound._grace.interval() == GRACE_AFTER_STALL_MS
    sound.close()
