"""Sound that can never freeze or end a session: a helper process plays it, and is started again when it fails.

Clips that a failed helper was to play are dropped: after a new start nothing out of date is heard.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from coach.background.timers import single_shot
from coach.devices import own_process
from coach.devices.helper_process import HelperProcess
from coach.devices.helper_restarts import HelperRestarts
from coach.devices.patience import Patience
from coach.devices.preloaded import Preloaded
from coach.devices.sound_protocol import NO_SERVER, STALLED, Line
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from coach.background import log
    from coach.devices import system_libraries
else:
    log = later("coach.background.log")
    system_libraries = later("coach.devices.system_libraries")

Channel = Literal["voice", "tone"]
"""Channels sound at the same time; on one channel a new clip cuts the older one."""

PING_MS = 5_000 if sys.platform == "linux" else 1_000
"""Time without an answer of the helper after which it is asked in a session whether it lives.

On Linux a helper that hangs ends itself (`overdue_turn`); what is left is one that somebody has stopped.
"""
ANSWERS = {"pong", "playing", "error", "ended"}
"""What a helper says when it was asked something."""
PONG_MS = 2_000
"""Time without an answer to a ping after which the helper is taken to hang."""
OVERDUE_MS, OVERDUE_AWAKE_MS = 1_000, 3_000
"""Time after the end of a clip by which the helper must have reported it, outside a session and in one.

In a session the helper notices lost sound by itself, so there is more patience with a device that plays late.
"""
BEGIN_MS = 10_000
"""Time without a first line after which a new helper is killed."""
GRACE_MS, GRACE_AFTER_STALL_MS = 800, 500
"""A loss that is mended within this time is not reported.

Where it shows in that no sound flows, it takes up to 1.3 s to notice: then less is left of the 2 s in which it is told.
"""
PROVEN_MS = 5_000
"""A helper that worked for this long is replaced at once."""


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
        self._process = HelperProcess(helper or own_process.sound_helper(), self)
        self._process.said.connect(self._on_said)
        self._process.over.connect(self._on_over)
        self._is_ready = self._is_told = self._is_awake = self._is_closed = self._is_unusable = False
        self._number = 0
        self._playing: dict[str, int] = {}
        self._preloaded = Preloaded()
        self._asked = 0
        self._why = ""
        self._status = 0
        self._good = QElapsedTimer()
        self._restarts = HelperRestarts(self)
        self._restarts.due.connect(self.start)
        self._begin = single_shot(self, self._process.kill, precise=True)
        self._grace = single_shot(self, self._tell_loss, precise=True)
        self._pong = Patience(self, self._process.kill)
        self._ping = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._ping.timeout.connect(self._on_ping)
        self._overdue: dict[str, Patience] = {}

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
        """Have files decoded beforehand, and again by a new helper."""
        for file in self._preloaded.to_tell(map(str, files)):
            self._process.tell(Line("load", file=file))

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
            self._overdue[channel] = Patience(self, self._process.kill)
        self._overdue[channel].start(length_ms + (OVERDUE_AWAKE_MS if self._is_awake else OVERDUE_MS))
        self._expect_answer()
        self._preloaded.note_volume(volume)
        return True

    def stop(self, channel: Channel | None = None) -> None:
        """Silence one channel, or all, at once."""
        self._process.tell(Line("stop", channel=channel or ""))
        for name in [channel] if channel else list(self._playing):
            self._forget(name)

    def keep_awake(self, *, awake: bool) -> None:
        """Say whether a session runs: in one, the device is kept awake and a loss is noticed within a second or two."""
        self._is_awake = awake
        self._restarts.set_awake(awake=awake)
        self._process.tell(Line("awake", yes=awake))
        self._ask_regularly()
        if awake:
            self.start()

    def close(self) -> None:
        """End the helper; takes 0.4 s at the most."""
        self._is_closed = True
        self._rest()
        self._restarts.stop()
        for timer in (self._grace, self._ping):
            timer.stop()
        self._process.close()

    # What the helper tells

    def _launch(self) -> None:
        self._restarts.note_start()
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
                self._lose(_without_library(line.why), 0)
            case "ended" | "error":
                for channel in [name for name, number in self._playing.items() if number == line.number]:
                    self._forget(channel)
            case _:
                pass
        if line.word in ANSWERS:
            self._on_answer(line.number)

    def _on_begun(self, *, has_device: bool) -> None:
        self._begin.stop()
        for file in self._preloaded.to_tell_anew():
            self._process.tell(Line("load", file=file))
        self._process.tell(Line("awake", yes=self._is_awake))
        self._good.start()
        self._set_ready(ready=has_device)

    def _set_ready(self, *, ready: bool) -> None:
        self._be_ready(ready=ready)
        if not ready:
            self._lose_device()
            return
        self._grace.stop()
        if self._is_told:
            self._is_told = False
            log.note("sound: back")
            self.found.emit()

    def _on_over(self, status: int) -> None:
        was_proven = self._is_ready and self._good.isValid() and self._good.elapsed() >= PROVEN_MS
        self._rest()
        self._good.invalidate()
        self._status = status
        if status == NO_SERVER:
            self._lose_device()
        else:
            self._lose(tr("The sound was lost."), GRACE_AFTER_STALL_MS if status == STALLED else GRACE_MS)
        if self._is_unusable or self._is_closed:
            return  # a missing library does not appear by itself; the next session tries again
        self._restarts.plan(status, was_proven=was_proven)

    def _be_ready(self, *, ready: bool) -> None:
        if ready != self._is_ready:
            self._is_ready = ready
            self._ask_regularly()
            self.ready_changed.emit(ready)

    def _rest(self) -> None:
        self._be_ready(ready=False)
        self._asked = 0
        for channel in list(self._playing):
            self._forget(channel)
        self._pong.stop()
        self._begin.stop()

    # Watching

    def _ask_regularly(self) -> None:
        """Ask in a session whether the helper lives, where there is one."""
        if self._is_awake and self._is_ready:
            self._ping.start(PING_MS)
        else:
            self._ping.stop()

    def _on_ping(self) -> None:
        if not self._asked:
            self._number += 1
            self._process.tell(Line("ping", number=self._number))
            self._expect_answer()

    def _expect_answer(self) -> None:
        """Take it that the helper hangs, unless it answers, and what it was told last too."""
        if not self._asked:
            self._pong.start(PONG_MS)
        self._asked = self._number

    def _on_answer(self, number: int) -> None:
        if self._ping.isActive():
            self._ping.start()
        if number < self._asked:
            self._pong.start(PONG_MS)
            return
        self._asked = 0
        self._pong.stop()

    def _forget(self, channel: str) -> None:
        self._playing.pop(channel, None)
        if channel in self._overdue:
            self._overdue[channel].stop()

    def _lose(self, why: str, grace_ms: int) -> None:
        """Tell a loss after some time, if it lasts; 0 for at once."""
        if self._is_told:
            return
        if not grace_ms:
            self._why = why
            self._tell_loss()
        elif not self._grace.isActive():
            self._why = why
            self._grace.start(grace_ms)

    def _lose_device(self) -> None:
        """Tell it at once, unless something was lost just now that may be back in time."""
        self._why = tr("No loudspeaker or headphones were found.")
        self._lose(self._why, GRACE_MS if self._grace.isActive() else 0)

    def _tell_loss(self) -> None:
        self._grace.stop()
        self._is_told = True
        log.note(f"sound: lost; a helper has last ended with status {self._status}")
        self.lost.emit(self._why)


def _without_library(words: str) -> str:
    """Return what to tell a person of what the loader said: which library is missing, and what brings it."""
    if library := system_libraries.missing_in(words):
        return system_libraries.in_words([library])
    return tr("A library for sound does not work on this computer.")
