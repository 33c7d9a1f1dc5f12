"""A private sound server, sound that is closed after the test, and clips made on the spot."""

from __future__ import annotations

import array
import math
import os
import tempfile
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from coach.devices.sound import Sound
from tests.devices.sound.server import MISSING, MISSING_PIPEWIRE, PipeWire, Server

if TYPE_CHECKING:
    from collections.abc import Iterator


RATE = 48_000


class Clip(Protocol):
    """Makes a clip of that length."""

    def __call__(self, length_ms: int, rate: int = RATE, channels: int = 1) -> Path:
        """Return the file: a sine of 480 Hz at 48,000 samples a second, of 12,000 at the peak."""
        ...


@pytest.fixture(name="clip")
def _clip(tmp_path: Path) -> Clip:
    def make(length_ms: int, rate: int = RATE, channels: int = 1) -> Path:
        path = tmp_path / f"{length_ms} {rate} {channels}.wav"
        period = [int(12_000 * math.sin(2 * math.pi * i / 100)) for i in range(100)]
        frames = array.array("h", [value for value in period for _ in range(channels)])
        with wave.open(str(path), "wb") as file:
            file.setnchannels(channels)
            file.setsampwidth(2)
            file.setframerate(rate)
            file.writeframes((frames * (rate * length_ms // 100_000)).tobytes())
        return path

    return make


def _placed(kind: type[Server], missing: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    # The path of a socket must be short.
    with tempfile.TemporaryDirectory(prefix="coach-", ignore_cleanup_errors=True) as folder:
        server = kind(Path(folder))
        for name in [name for name in os.environ if name.startswith("PULSE_")]:
            monkeypatch.delenv(name)
        for name, value in server.environ.items():
            monkeypatch.setenv(name, value)
        yield server
        server.close()


@pytest.fixture(name="place")
def _place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Return a place for a server, where none is yet."""
    yield from _placed(Server, MISSING, monkeypatch)


@pytest.fixture(name="pipewire_place")
def _pipewire_place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Return a place for a server of the other kind, where none is yet."""
    yield from _placed(PipeWire, MISSING_PIPEWIRE, monkeypatch)


@pytest.fixture(name="server")
def _server(place: Server) -> Server:
    """Return a server that runs."""
    place.start()
    return place


@pytest.fixture(name="sound")
def _sound() -> Iterator[Sound]:
    """Return sound that was not started yet."""
    sound = Sound()
    yield sound
    sound.close()
