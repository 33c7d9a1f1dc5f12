"""A private sound server, sound that is closed after the test, and clips made on the spot."""

from __future__ import annotations

import array
import math
import tempfile
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from coach.devices.sound import Sound
from tests.devices.sound.server import MISSING, Server

if TYPE_CHECKING:
    from collections.abc import Iterator


RATE = 48_000


class Clip(Protocol):
    """Makes a clip of that length."""

    def __call__(self, length_ms: int) -> Path:
        """Return the file."""
        ...


@pytest.fixture(name="clip")
def _clip(tmp_path: Path) -> Clip:
    def make(length_ms: int) -> Path:
        path = tmp_path / f"{length_ms}.wav"
        period = array.array("h", [int(12_000 * math.sin(2 * math.pi * i / 100)) for i in range(100)])
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((period * (RATE * length_ms // 100_000)).tobytes())
        return path

    return make


@pytest.fixture(name="place")
def _place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Return a place for a server, where none is yet."""
    if MISSING:
        pytest.skip(f"not installed: {', '.join(MISSING)}")
    # The path of a socket must be short.
    with tempfile.TemporaryDirectory(prefix="coach-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder))
        for name, value in server.environ.items():
            monkeypatch.setenv(name, value)
        yield server
        server.close()


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
