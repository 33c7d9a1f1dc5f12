"""Plays samples by QtMultimedia: one stream for each clip, and one of silence. Only the sound helper imports this.

Not QSoundEffect: in Qt 6.11 one that comes to its end while another plays can leave the event loop spinning
(docs/decisions/0038-libpulse.md).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QTimer, Signal
from PySide6.QtMultimedia import QAudioSink, QMediaDevices, QtAudio

from coach.background.timers import single_shot
from coach.devices.qt_clips import BYTES_A_MS, Clips, pcm
from coach.devices.sound_protocol import Line

DRAIN_MS = 60
"""Sound that the device may still hold when the stream's own buffer is empty."""
LOOK_MS = 250
"""Time between two looks whether silence flows. A stream asks for more about every 170 ms."""
MOST_QUIET = 4
"""Looks in a row without flow after which sound counts as lost. Not a time: a process that is late has lost nothing."""
PROVEN = 3
MOST_QUIET_AT_FIRST = 12
"""The same until flow was seen PROVEN times: a sink may be seconds ahead, as those in a network are."""
DUMMY = b"auto_null"
"""The device that PulseAudio offers where there is none: what is played there is not heard."""


class Silence(QIODevice):
    """Endless zeros; counts how often it was asked for more."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked = 0

    def readData(self, most: int) -> bytes:  # noqa: N802, D102 - Qt's name
        self.asked += 1
        return bytes(most)

    def writeData(self, _data: bytes, _size: int) -> int:  # type: ignore[override]  # noqa: N802, D102 - Qt's name
        return 0

    def bytesAvailable(self) -> int:  # noqa: N802, D102 - Qt's name
        return 1 << 20

    def isSequential(self) -> bool:  # noqa: N802, D102 - Qt's name
        return True


@dataclass(slots=True)
class _Play:
    number: int
    sink: QAudioSink | None = None
    buffer: QBuffer | None = None


class Sinks(QObject):
    """Plays one clip per channel, and silence on demand."""

    told = Signal(object)
    """A Line."""
    lost = Signal()
    """Sound no longer flows; in this process it never will again."""

    def __init__(self) -> None:
        super().__init__()
        self._clips = Clips(self)
        self._plays: dict[str, _Play] = {}
        self._awake = False
        self._silence: tuple[QAudioSink, Silence] | None = None
        self._quiet = 0
        self._asked = 0
        self._flowed = 0
        self._look = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._look.timeout.connect(self._on_look)
        self._devices = QMediaDevices(self)
        self._device = _device()
        self._devices.audioOutputsChanged.connect(self._on_devices)

    @property
    def has_device(self) -> bool:
        """Whether there is a device that can be heard."""
        return bool(self._device)

    def load(self, file: str) -> None:
        """Decode a file, so that it can be played at once."""
        self._clips.get(file, lambda _samples: None)

    def play(self, number: int, file: str, volume: float, channel: str) -> None:
        """Play a file in place of what plays on that channel."""
        self.stop(channel)
        play = self._plays[channel] = _Play(number)
        self._clips.get(file, lambda samples: self._begin(play, samples, volume, channel))

    def stop(self, channel: str = "") -> None:
        """Silence one channel, or all, at once."""
        for name in [channel] if channel else list(self._plays):
            if (play := self._plays.pop(name, None)) is not None:
                _end(play)
                self.told.emit(Line("ended", play.number))

    def keep_awake(self, *, awake: bool) -> None:
        """Play silence so that the device does not fall asleep, and watch that it flows; or stop that."""
        if awake != self._awake:
            self._awake = awake
            self._renew_silence()

    def _begin(self, play: _Play, samples: QByteArray, volume: float, channel: str) -> None:
        if self._plays.get(channel) is not play:
            return  # stopped, or something newer plays there
        if not samples.size():
            del self._plays[channel]
            self.told.emit(Line("error", play.number))
            return
        play.buffer = QBuffer(self)
        play.buffer.setData(samples)
        play.buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        play.sink = QAudioSink(pcm(), self)
        play.sink.setVolume(volume)
        play.sink.stateChanged.connect(lambda: self._on_state(play, channel))
        self.told.emit(Line("playing", play.number))
        play.sink.start(play.buffer)
        # start() has no result: whether the stream began stands in error().
        if play.sink.error() != QtAudio.Error.NoError:
            self.lost.emit()

    def _on_state(self, play: _Play, channel: str) -> None:
        if self._plays.get(channel) is not play or play.sink is None:
            return
        if play.sink.state() == QtAudio.State.IdleState:
            # The clip is read to its end, and the stream still plays what it read last.
            rest_ms = play.sink.bufferSize() // BYTES_A_MS + DRAIN_MS
            single_shot(play.sink, lambda: self._on_drained(play, channel), rest_ms, precise=True).start()
        elif play.sink.state() == QtAudio.State.StoppedState:
            self.lost.emit()

    def _on_drained(self, play: _Play, channel: str) -> None:
        if self._plays.get(channel) is play:
            self.stop(channel)

    def _renew_silence(self) -> None:
        if self._silence is not None:
            for part in self._silence:
                part.deleteLater()
            self._silence[0].reset()
            self._silence = None
        self._look.stop()
        if self._awake and self._device:
            zeros = Silence(self)
            zeros.open(QIODevice.OpenModeFlag.ReadOnly)
            self._silence = QAudioSink(pcm(), self), zeros
            self._silence[0].start(zeros)
            self._quiet = self._asked = self._flowed = 0
            self._look.start()

    def _on_look(self) -> None:
        if self._silence is None:
            return
        asked_now = self._silence[1].asked
        if asked_now != self._asked:
            self._asked, self._quiet = asked_now, 0
            self._flowed += 1
            return
        self._quiet += 1
        if self._quiet >= (MOST_QUIET if self._flowed > PROVEN else MOST_QUIET_AT_FIRST):
            self.lost.emit()

    def _on_devices(self) -> None:
        had, self._device = self._device, _device()
        if had == self._device:
            return
        self._renew_silence()
        if bool(had) != bool(self._device):
            self.told.emit(Line("device", yes=bool(self._device)))


def _device() -> bytes:
    """Return the id of the default device, empty where there is none that can be heard."""
    name = bytes(QMediaDevices.defaultAudioOutput().id().data())
    return b"" if name == DUMMY else name


def _end(play: _Play) -> None:
    if play.sink is not None and play.buffer is not None:
        play.sink.blockSignals(True)  # noqa: FBT003 - Qt's signature
        play.sink.reset()  # stop() may play what the stream still holds
        play.sink.deleteLater()
        play.buffer.deleteLater()
