"""Sound with the other server that desktops have: PipeWire, by the same helper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
from tests.devices.sound.server import LOUD, PipeWire

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coach.devices.sound import Sound
    from tests.devices.sound.conftest import Clip
    from tests.devices.sound.server import Server

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(name="told")
def _told(sound: Sound) -> Told:
    return Told(sound)


@pytest.fixture(name="ready")
def _ready(sound: Sound, told: Told, pipewire_place: Server, qtbot: QtBot) -> Sound:
    """Return sound in a session, with a server that runs."""
    pipewire_place.start()
    begin(sound)
    wait_for(qtbot, sound)
    assert not told.lost
    return sound


def test_a_clip_is_heard_stopped_and_moved_to_another_device(
    ready: Sound, told: Told, pipewire_place: Server, clip: Clip, qtbot: QtBot
) -> None:
    server, pid = pipewire_place, ready.pid
    play(ready, clip(LONG_MS))
    hear(qtbot, server)
    ready.stop()
    hear_nothing(qtbot, server)
    ready.play(clip(200), volume=1.0, channel="tone", length_ms=200)
    hear(qtbot, server)
    server.add("headphones")
    server.use("headphones")
    play(ready, clip(LONG_MS, 22_050))
    qtbot.waitUntil(lambda: server.ears["headphones"].peak > LOUD, timeout=PATIENCE_MS)
    assert ready.pid == pid
    assert not told.lost


def test_a_server_that_is_killed_or_hangs_is_told_once_and_found_again(
    ready: Sound, told: Told, pipewire_place: Server, clip: Clip, qtbot: QtBot
) -> None:
    server = pipewire_place
    settle(qtbot, ready, clip)
    server.freeze()
    play(ready, clip(LONG_MS))
    qtbot.waitUntil(lambda: len(told.lost) == 1, timeout=PATIENCE_MS)
    server.thaw()
    qtbot.waitUntil(lambda: told.found == 1, timeout=PATIENCE_MS)
    hear_nothing(qtbot, server)

    settle(qtbot, ready, clip)
    server.kill()
    qtbot.waitUntil(lambda: len(told.lost) == 2, timeout=PATIENCE_MS)
    server.start()
    qtbot.waitUntil(lambda: told.found == 2, timeout=PATIENCE_MS)
    play(ready, clip(300), 300)
    hear(qtbot, server)
    assert len(told.lost) == 2


def test_without_who_chooses_a_device_there_is_none(
    ready: Sound, told: Told, pipewire_place: Server, clip: Clip, qtbot: QtBot
) -> None:
    server = pipewire_place
    assert isinstance(server, PipeWire)
    settle(qtbot, ready, clip)
    server.kill_who_chooses()
    qtbot.waitUntil(lambda: bool(told.lost), timeout=PATIENCE_MS)
    assert told.lost == ["No loudspeaker or headphones were found."]
    assert ready.pid, "a helper waits for the next device"
    assert not play(ready, clip(300), 300)
