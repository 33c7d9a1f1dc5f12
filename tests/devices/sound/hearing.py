"""What the tests of sound share: notes of what is told, plays, and ears."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coach.devices.sound import Sound
    from tests.devices.sound.conftest import Clip
    from tests.devices.sound.server import Server

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


def begin(sound: Sound) -> None:
    sound.start()
    sound.keep_awake(awake=True)


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
