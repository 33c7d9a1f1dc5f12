"""Plays clips on two channels through libpulse, keeps the device awake, and knows whether sound flows."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from coach.devices.pulse_stream import Format, Stream
from coach.devices.sound_protocol import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coach.devices.decoded_clips import DecodedClips
    from coach.devices.pulse_connection import Connection

VOICE, TONE = "voice", "tone"
USUAL = {TONE: Format(48_000, 1), VOICE: Format(24_000, 1)}
"""The formats of what is shipped. For others a stream is made when the first such clip comes."""
DRAIN_S = 0.06
"""Sound that the device may still hold when a clip is over."""
REST_S = 2.0
"""Silence after which a stream is corked; longer than any device is late."""
LOOK_S, NEXT_LOOK_S = 0.45, 0.2
"""Time between two looks whether sound flows; less after one that saw none."""
MOST_QUIET = 3
"""Looks in a row without flow after which sound counts as lost. Not a time: a process that is late has lost nothing."""
PROVEN = 2
MOST_QUIET_AT_FIRST = 15
"""The same until flow was seen PROVEN times: a device takes its time to wake."""
NEW_STREAM_S = 1.0
"""Most time that a server may take to make a stream."""


class LostError(Exception):
    """Nothing can be heard any more; by this process it never will again."""


class StalledError(LostError):
    """Sound has not flowed for a while."""


class Channel:
    """One clip at a time, on a stream for each format."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.streams: dict[Format, Stream] = {}
        self.number: int | None = None
        """The clip that plays; None between clips."""
        self.ends_at = 0.0
        self.rests_at = 0.0


class Player:
    """Does what it is told at once, and the rest whenever `work` is called."""

    def __init__(self, connection: Connection, clips: DecodedClips, tell: Callable[[Line], None]) -> None:
        self._connection, self._clips, self._tell = connection, clips, tell
        self._channels = {name: Channel(name) for name in USUAL}
        self._is_awake = False
        self._watched: Stream | None = None
        self._looks_at = 0.0
        self._devices_seen = connection.devices_seen

    @property
    def is_set_up(self) -> bool:
        """Whether nothing is missing that can be had: without a device there are no streams."""
        if not self._connection.has_device:
            return self._connection.is_open
        self._make_usual()
        return all(channel.streams[USUAL[channel.name]].is_there for channel in self._channels.values())

    def load(self, file: str) -> None:
        """Decode a file, so that it can be played at once."""
        self._clips.load(file)

    def play(self, number: int, file: str, volume: float, name: str) -> None:
        """Play a file in place of what plays on that channel."""
        channel = self._channels.get(name)
        clip = self._clips.get(file, volume)
        if channel is None or clip is None or not self._connection.has_device:
            self.stop(name)
            self._tell(Line("error", number))
            return
        self._end(channel)
        stream = self._stream(channel, clip.format)
        for other in channel.streams.values():
            if other is not stream and not other.is_corked:
                other.flush()
        stream.play(clip.samples)
        channel.number, channel.ends_at = number, time.monotonic() + clip.length_s + DRAIN_S
        self._tell(Line("playing", number))

    def stop(self, name: str = "") -> None:
        """Silence one channel, or all, at once."""
        for channel in self._channels.values():
            if channel.number is not None and name in {"", channel.name}:
                for stream in channel.streams.values():
                    if not stream.is_corked:
                        stream.flush()
                self._end(channel)

    def keep_awake(self, *, awake: bool) -> None:
        """Keep the device from falling asleep, and watch that sound flows; or stop that."""
        self._is_awake = awake

    def work(self) -> float | None:
        """Do what is due. Return after how many seconds to be called again, None for never; raises LostError."""
        if any(stream.is_over for stream in self._streams()):
            if self._connection.has_device:
                raise LostError
            for channel in self._channels.values():  # closed with the last device
                channel.streams.clear()
        now = time.monotonic()
        for channel in self._channels.values():
            if channel.number is not None and now >= channel.ends_at:
                self._end(channel)
            self._rest(channel, now)
        due = [each.ends_at if each.number is not None else each.rests_at for each in self._uncorked_channels()]
        if (look_at := self._look(now)) is not None:
            due.append(look_at)
        return max(0.0, min(due) - now) if due else None

    def _end(self, channel: Channel) -> None:
        if channel.number is not None:
            number, channel.number = channel.number, None
            channel.rests_at = time.monotonic() + REST_S
            self._tell(Line("ended", number))

    def _rest(self, channel: Channel, now: float) -> None:
        """Cork what nobody needs any more, and uncork what keeps the device awake."""
        for format_, stream in channel.streams.items():
            if self._is_awake and channel.name == TONE and format_ == USUAL[TONE]:
                stream.cork(corked=False)
            elif channel.number is None and now >= channel.rests_at:
                stream.cork(corked=True)

    def _look(self, now: float) -> float | None:
        """Look whether sound flows, where it should; return when to look again."""
        watched = next((stream for stream in self._streams() if not stream.is_corked), None)
        if watched is not self._watched or self._devices_seen != self._connection.devices_seen:
            self._watched, self._devices_seen = watched, self._connection.devices_seen
            if watched is not None:
                watched.forget_looks()
            self._looks_at = now
        if watched is None or not self._connection.has_device:
            return None
        if now >= self._looks_at:
            watched.look()
            self._looks_at = now + LOOK_S
        if watched.quiet:
            self._looks_at = min(self._looks_at, now + NEXT_LOOK_S)
        if watched.quiet >= (MOST_QUIET if watched.flowed > PROVEN else MOST_QUIET_AT_FIRST):
            raise StalledError
        return self._looks_at

    def _make_usual(self) -> None:
        for channel in self._channels.values():
            self._made(channel, USUAL[channel.name])

    def _made(self, channel: Channel, format_: Format) -> Stream:
        if (stream := channel.streams.get(format_)) is None:
            stream = channel.streams[format_] = Stream(self._connection, channel.name.encode(), format_)
        return stream

    def _stream(self, channel: Channel, format_: Format) -> Stream:
        """Return a stream that is there; raises LostError."""
        stream = self._made(channel, format_)
        end = time.monotonic() + NEW_STREAM_S
        while not stream.is_there:
            if stream.is_over or time.monotonic() > end:
                raise LostError
            time.sleep(0.002)
        return stream

    def _streams(self) -> Iterator[Stream]:
        for channel in self._channels.values():
            yield from channel.streams.values()

    def _uncorked_channels(self) -> Iterator[Channel]:
        for channel in self._channels.values():
            is_kept = self._is_awake and channel.name == TONE and channel.number is None
            if not is_kept and any(not stream.is_corked for stream in channel.streams.values()):
                yield channel
