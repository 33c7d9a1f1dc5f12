"""The sound helper on Linux: one loop that waits for orders, for news of the sound server, and for what is due."""

from __future__ import annotations

import contextlib
import math
import os
import select
import time
from collections import deque

from coach.devices.decoded_clips import DecodedClips
from coach.devices.libpulse import Library
from coach.devices.libsndfile import SoundFiles
from coach.devices.orders import INPUT, EndedError, Orders, tell
from coach.devices.overdue_turn import OverdueTurn
from coach.devices.pulse_connection import Connection
from coach.devices.pulse_player import LostError, Player, StalledError
from coach.devices.sound_protocol import LOST, NO_SERVER, STALLED, UNUSABLE, Line

CONNECT_S = 5.0
"""Most time that a server may take to answer: one that is stopped goes on with us when it goes on.

Not always: one of 25 PipeWires (0.3.65) that had stood still never answered who had come meanwhile. Do not wait
long for that.
"""


class Bell:
    """Wakes the loop from another thread."""

    def __init__(self) -> None:
        self.heard_at, self._rung_at = os.pipe()
        os.set_blocking(self.heard_at, False)
        os.set_blocking(self._rung_at, False)

    def ring(self) -> None:
        """Wake the loop; many rings wake it once."""
        with contextlib.suppress(BlockingIOError):  # it rings already
            os.write(self._rung_at, b"!")

    def hush(self) -> None:
        """Note that it was heard."""
        with contextlib.suppress(BlockingIOError):
            os.read(self.heard_at, 4096)


class Helper:
    """Obeys, one thing at a time: what sounds now before what may sound soon."""

    def __init__(self, pulse: Library, files: SoundFiles) -> None:
        self._bell = Bell()
        self._orders = Orders()
        self._connection = Connection(pulse, self._bell.ring)
        self._player = Player(self._connection, DecodedClips(files), tell)
        self._soon: deque[str] = deque()
        self._has_device: bool | None = None
        """What coach was told; None before it was told that we are ready."""
        self._turn = OverdueTurn()
        self._waits = select.poll()
        self._waits.register(INPUT, select.POLLIN)
        self._waits.register(self._bell.heard_at, select.POLLIN)

    def run(self) -> int:
        """Work until there is nothing to be done any more; return the exit status."""
        self._connection.start()
        patience_ends = time.monotonic() + CONNECT_S
        wait_s: float | None = CONNECT_S
        while True:
            self._wait(wait_s)
            if self._connection.is_over:
                return LOST if self._connection.was_open else NO_SERVER
            wait_s = self._player.work()
            if self._player.is_set_up:
                self._tell_device()
            elif self._has_device is None:
                wait_s = patience_ends - time.monotonic()
                if wait_s <= 0:
                    return LOST

    def _wait(self, wait_s: float | None) -> None:
        """Wait until something is to be done, and obey."""
        if self._soon:
            wait_s = 0.0
        self._turn.begin(wait_s)
        ready = self._waits.poll(None if wait_s is None else math.ceil(wait_s * 1_000))
        if wait_s is None:
            self._turn.begin(0.0)
        if not ready and self._soon:
            self._player.load(self._soon.popleft())
        for channel, _what in ready:
            if channel == INPUT:
                for line in self._orders.take():
                    self._obey(line)
            else:
                self._bell.hush()

    def _tell_device(self) -> None:
        has_device = self._connection.has_device
        if self._has_device is None:
            tell(Line("ready", yes=has_device))
        elif has_device != self._has_device:
            tell(Line("device", yes=has_device))
        self._has_device = has_device

    def _obey(self, line: Line) -> None:
        """Do what a line says; an unknown word is ignored."""
        match line.word:
            case "load":
                self._soon.append(line.file)
            case "play":
                self._player.play(line.number, line.file, min(max(line.volume, 0.0), 1.0), line.channel)
            case "stop":
                self._player.stop(line.channel)
            case "awake":
                self._player.keep_awake(awake=line.yes)
            case "ping":
                tell(Line("pong", line.number))
            case _:
                pass


def play() -> int:
    """Play until the input ends; return the exit status."""
    try:
        helper = Helper(Library(), SoundFiles())
    except OSError as error:  # a library of the system is missing
        tell(Line("unusable", why=str(error)[:500]))
        return UNUSABLE
    try:
        return helper.run()
    except EndedError:
        return 0
    except StalledError:
        return STALLED
    except LostError:
        return LOST
