"""Sound that can never freeze or end a session: a helper process plays it, and is started again when it fails.

Clips that a failed helper was to play are dropped: after a new start nothing out of date is heard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from coach.background.timers import single_shot
from coach.devices.helper_process import HelperProcess, command
from coach.devices.sound_protocol import AGAIN, Line
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Channel = Literal["voice", "tone"]
"""Channels sound at the same time; on one channel a new clip cuts the older one."""

PING_MS = 1_000
"""Time between two pings of the helper in a session."""
PONG_MS = 2_000
"""Time without an answer to a ping after which the helper is taken to hang."""
OVERDUE_MS, OVERDUE_AWAKE_MS = 1_000, 3_000
"""Time after the end of a clip by which the helper must have reported it, outside a session and in one.

In a session the helper notices lost sound by itself, so there is more patience with a device that plays late.
"""
CHANCE_MS = 100
"""Time for answers that still lie in the pipe: coach may be the one that is late."""
BEGIN_MS = 10_000
"""Time without a first line after which a new helper is killed."""
GRACE_MS = 1_200
"""A loss that is mended within this time is not reported."""
RETRY_MS, SLOWEST_MS = 2_000, 10_000
"""Wait between two starts of a helper that keeps failing: 2 s in a session, else 2 s, 4 s and so on up to 10 s."""
PROVEN_MS = 5_000
"""A helper that worked for this long is replaced at once."""
MOST_PRELOADED = 32


class Sound(QObject):
    """Plays files, and never waits."""

    lost = Signal(str)
    """There is no sound, and why, in words; sent once until there is sound again."""
    found = Signal()
    """There is sound again, after a loss that was reported."""
    ready_changed = Signal(bool)
    """Whether what is played now would be heard: told at once, however short a loss is."""

    def __init__(self, helper: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = HelperProcess(helper or command(), self)
        self._process.said.connect(self._on_said)
        self._process.over.connect(self._on_over)
        self._is_ready = self._is_told = self._is_awake = self._is_closed = self._is_unusable = False
        self._number = 0
        self._playing: dict[str, int] = {}
        self._preloaded: dict[str, None] = {}
        self._asked = 0
        self._why = ""
        self._failures = 0
        self._good = QElapsedTimer()
        self._retry = single_shot(self, self._launch)
        self._begin = single_shot(self, self._process.kill)
        self._grace = single_shot(self, self._tell_loss)
        self._pong = single_shot(self, self._on_pong_due)
        self._ping = QTimer(self)
        self._ping.timeout.connect(self._on_ping)
        self._overdue: dict[str, QTimer] = {}

    @property
    def is_ready(self) -> bool:
        """Whether a clip that is played now would be heard."""
        return self._is_ready

    @property
    def is_playing(self) -> bool:
        """Whether something plays that has neither ended nor been stopped."""
        return bool(self._playing)

    def is_heard(self, channel: Channel) -> bool:
        """Tell whether something plays on that channel."""
        return channel in self._playing

    @property
    def pid(self) -> int:
        """The process id of the helper, 0 while there is none."""
        return self._process.pid

    # What is wanted

    def start(self) -> None:
        """Start the helper, if none is there."""
        if not self._process.is_there and not self._is_closed:
            self._launch()

    def preload(self, files: Iterable[Path]) -> None:
        """Have files decoded beforehand, and again by a new helper; the last MOST_PRELOADED are remembered."""
        for file in map(str, files):
            self._preloaded.pop(file, None)
            self._preloaded[file] = None
            self._process.tell(Line("load", file=file))
        while len(self._preloaded) > MOST_PRELOADED:
            del self._preloaded[next(iter(self._preloaded))]

    def play(self, file: Path, *, volume: float, channel: Channel, length_ms: int) -> bool:
        """Play a file of that length, with a volume from 0 to 1; return whether it was passed on.

        Without sound it is dropped.
        """
        if not self._is_ready:
            return False
        self._number += 1
        self._playing[channel] = self._number
        self._process.tell(Line("play", number=self._number, file=str(file), volume=float(volume), channel=channel))
        if channel not in self._overdue:
            self._overdue[channel] = single_shot(self, lambda: self._on_overdue(channel))
        self._overdue[channel].start(length_ms + (OVERDUE_AWAKE_MS if self._is_awake else OVERDUE_MS))
        self._on_ping()
        return True

    def stop(self, channel: Channel | None = None) -> None:
        """Silence one channel, or all, at once."""
        self._process.tell(Line("stop", channel=channel or ""))
        for name in [channel] if channel else list(self._playing):
            self._forget(name)

    def keep_awake(self, *, awake: bool) -> None:
        """Say whether a session runs: in one, the device is kept awake and a loss is noticed within a second or two."""
        self._is_awake = awake
        self._process.tell(Line("awake", yes=awake))
        if not awake:
            self._ping.stop()
            return
        self._ping.start(PING_MS)
        if not self._process.is_there and not self._is_closed:
            self._launch()

    def close(self) -> None:
        """End the helper; takes 0.4 s at the most."""
        self._is_closed = True
        self._rest()
        for timer in (self._retry, self._grace, self._ping):
            timer.stop()
        self._process.close()

    # What the helper tells

    def _launch(self) -> None:
        self._retry.stop()
        self._is_unusable = False
        self._begin.start(BEGIN_MS)
        self._process.start()

    def _on_said(self, line: Line) -> None:
        match line.word:
            case "ready":
                self._on_begun(has_device=line.yes)
            case "device":
                self._set_ready(ready=line.yes)
            case "unusable":
                self._is_unusable = True
                self._lose(tr("A library for sound is missing on this computer."), at_once=True)
            case "ended" | "error":
                for channel in [name for name, number in self._playing.items() if number == line.number]:
                    self._forget(channel)
            case "pong" if line.number >= self._asked:
                self._asked = 0
                self._pong.stop()
            case _:
                pass

    def _on_begun(self, *, has_device: bool) -> None:
        self._begin.stop()
        for file in self._preloaded:
            self._process.tell(Line("load", file=file))
        self._process.tell(Line("awake", yes=self._is_awake))
        self._good.start()
        self._set_ready(ready=has_device)

    def _set_ready(self, *, ready: bool) -> None:
        self._be_ready(ready=ready)
        if not ready:
            self._lose(tr("No loudspeaker or headphones were found."), at_once=True)
            return
        self._grace.stop()
        if self._is_told:
            self._is_told = False
            self.found.emit()

    def _on_over(self, status: int) -> None:
        was_proven = self._is_ready and self._good.isValid() and self._good.elapsed() >= PROVEN_MS
        self._rest()
        self._good.invalidate()
        self._lose(tr("The sound was lost."), at_once=False)
        if self._is_unusable or self._is_closed:
            return  # a missing library does not appear by itself; the next session tries again
        if status == AGAIN:
            self._retry.start(0)
            return
        self._failures = 1 if was_proven else self._failures + 1
        self._retry.start(self._wait_ms())

    def _wait_ms(self) -> int:
        if self._failures == 1:
            return 0
        return RETRY_MS if self._is_awake else min(RETRY_MS << min(self._failures - 2, 8), SLOWEST_MS)

    def _be_ready(self, *, ready: bool) -> None:
        if ready != self._is_ready:
            self._is_ready = ready
            self.ready_changed.emit(ready)

    def _rest(self) -> None:
        self._be_ready(ready=False)
        self._asked = 0
        for channel in list(self._playing):
            self._forget(channel)
        self._pong.stop()
        self._begin.stop()

    # Watching

    def _on_ping(self) -> None:
        if self._asked or not self._is_ready:
            return
        self._number += 1
        self._asked = self._number
        self._process.tell(Line("ping", number=self._asked))
        self._pong.start(PONG_MS)

    def _on_pong_due(self) -> None:
        ping = self._asked
        QTimer.singleShot(CHANCE_MS, self, lambda: self._process.kill() if ping and ping == self._asked else None)

    def _on_overdue(self, channel: str) -> None:
        number = self._playing.get(channel)
        QTimer.singleShot(
            CHANCE_MS, self, lambda: self._process.kill() if number and number == self._playing.get(channel) else None
        )

    def _forget(self, channel: str) -> None:
        self._playing.pop(channel, None)
        if channel in self._overdue:
            self._overdue[channel].stop()

    def _lose(self, why: str, *, at_once: bool) -> None:
        if self._is_told:
            return
        if at_once:
            self._why = why
            self._tell_loss()
        elif not self._grace.isActive():
            self._why = why
            self._grace.start(GRACE_MS)

    def _tell_loss(self) -> None:
        self._grace.stop()
        self._is_told = True
        self.lost.emit(self._why)
