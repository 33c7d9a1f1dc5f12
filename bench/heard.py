"""How soon a clip is heard and a stop is silence, and whether a sentence has holes while much else runs.

The sound helper is told what to do as coach tells it; what the sound server plays is recorded, sample by sample.
"""

from __future__ import annotations

import contextlib
import json
import math
import subprocess
import sys
import tempfile
import threading
import time
import wave
from array import array
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.child import ROOT, NotMeasuredError
from bench.figures import Row
from tests.devices.sound.server import MISSING, MISSING_PIPEWIRE, RATE, PipeWire, Server
from tools.acceptance import Recording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORT_S, LONG_S = 0.15, 3.0
"""A tone, and a sentence that sounds from its beginning to its end, so that every hole is one."""
PLAYS, QUICK_PLAYS = 15, 5
SENTENCES, QUICK_SENTENCES = 20, 5
BUSY = 12
"""So many programs that never rest run beside the helper when it is looked for holes."""
PAUSE_S = 0.6
QUIET = 150
"""A sample below this is silence."""
BETWEEN_S = 0.25
"""Silence from which on it is the one between two sentences, and not a hole in one."""
LEAST_HOLE_S = 0.001
PATIENCE_S = 20.0


class Timed(NamedTuple):
    """Of each play and each stop, how long until it was heard, in ms."""

    to_sound: tuple[float, ...]
    to_silence: tuple[float, ...]


class Sentences(NamedTuple):
    """What became of sentences: of each its longest hole, and how much longer it was than it is, in ms."""

    holes: tuple[float, ...]
    longer: tuple[float, ...]


class Helper:
    """The sound helper of a checkout, which `python` runs."""

    def __init__(self, environment: dict[str, str], root: Path, python: str) -> None:
        self._environment, self._python = environment | {"PYTHONPATH": str(root)}, python
        self._number = 0
        self._start()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [self._python, "-P", "-m", "coach.devices.sound_helper"],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._words: set[str] = set()
        threading.Thread(target=self._listen, args=(self._process, self._words), daemon=True).start()

    @staticmethod
    def _listen(process: subprocess.Popen[bytes], words: set[str]) -> None:
        for raw in process.stdout or ():
            words.add(json.loads(raw)["word"])

    def renew(self) -> None:
        """Start another one where it has ended, as coach does."""
        if self._process.poll() is not None:
            self.close()
            self._start()
            self.wait_until_ready()

    def wait_until_ready(self) -> None:
        """Wait until it can play, and keep the device awake from then on."""
        end_s = time.monotonic() + PATIENCE_S
        while "ready" not in self._words:
            if time.monotonic() > end_s:
                message = "the sound helper did not get ready"
                raise NotMeasuredError(message)
            time.sleep(0.01)
        self._say(word="awake", yes=True)

    def load(self, *files: Path) -> None:
        """Have files decoded beforehand, as coach has."""
        for file in files:
            self._say(word="load", file=str(file))
        time.sleep(1.5)

    def play(self, file: Path) -> float:
        """Have a file played, and return when."""
        self._number += 1
        return self._say(word="play", number=self._number, file=str(file), volume=0.64, channel="voice")

    def stop(self) -> float:
        """Have it silent, and return when."""
        return self._say(word="stop")

    def _say(self, **what: object) -> float:
        if self._process.stdin is None:
            raise NotMeasuredError
        self._process.stdin.write(json.dumps(what).encode() + b"\n")
        self._process.stdin.flush()
        return time.monotonic()

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):  # an order that nobody took
                    pipe.close()


class _Studio(NamedTuple):
    helper: Helper
    recording: Recording
    short: Path
    long: Path


TARGETS = {"from the call to sound": "≤ 15", "from stop to silence": "≤ 20", "longest hole": "≤ 20"}
"""What is wanted in the middle, in ms; of the holes at the most."""


def measure(environment: dict[str, str], *, quick: bool) -> list[Row]:
    """Listen to the helper of this checkout."""
    figures = heard_of(environment, ROOT, sys.executable, quick=quick)
    return [
        Row(name, "ms", values, target=next((TARGETS[part] for part in TARGETS if part in name), ""))
        for name, values in figures.items()
    ]


def heard_of(environment: dict[str, str], root: Path, python: str, *, quick: bool) -> dict[str, tuple[float, ...]]:
    """Listen to the helper of a checkout: through each server that is installed, and for holes through the first.

    Returns values in ms by their names; raises NotMeasuredError.
    """
    if MISSING:
        message = f"to hear needs {', '.join(MISSING)}"
        raise NotMeasuredError(message)
    found: dict[str, tuple[float, ...]] = {}
    for kind in [Server] if MISSING_PIPEWIRE else [Server, PipeWire]:
        name = "PipeWire" if kind is PipeWire else "PulseAudio"
        timed = timed_by(kind, environment, root, python, quick=quick)
        found[f"{name}: from the call to sound, device awake"] = timed.to_sound
        found[f"{name}: from stop to silence"] = timed.to_silence
    sentences = sentences_under_load(environment, root, python, quick=quick)
    found[f"beside {BUSY} busy programs: longest hole of a sentence"] = sentences.holes
    found[f"beside {BUSY} busy programs: longest hole of all"] = (max(sentences.holes),)
    found[f"beside {BUSY} busy programs: sentence longer than it is"] = sentences.longer
    return found


def timed_by(
    kind: type[Server], environment: dict[str, str], root: Path = ROOT, python: str = sys.executable, *, quick: bool
) -> Timed:
    """Play and stop by the helper of a checkout, through a server of that kind."""
    to_sound, to_silence = [], []
    with _studio(kind, environment, root, python) as (helper, recording, short, long):
        for number in range(QUICK_PLAYS if quick else PLAYS):
            # Not in step with the server, which asks every so many milliseconds.
            called_s = helper.play(short)
            time.sleep(PAUSE_S + number * 0.013)
            if (heard_s := recording.begins(called_s, called_s + PAUSE_S)) is not None:
                to_sound.append((heard_s - called_s) * 1000)
            helper.play(long)
            time.sleep(PAUSE_S + number * 0.017)
            stopped_s = helper.stop()
            time.sleep(PAUSE_S)
            to_silence.append((_last_sound_s(recording) - stopped_s) * 1000)
    if not to_sound:
        message = "nothing was heard"
        raise NotMeasuredError(message)
    return Timed(tuple(to_sound), tuple(to_silence))


def sentences_under_load(
    environment: dict[str, str], root: Path = ROOT, python: str = sys.executable, *, quick: bool
) -> Sentences:
    """Play sentences by the helper of a checkout while BUSY programs never rest."""
    with (
        _studio(Server, environment, root, python) as (helper, recording, _short, long),
        contextlib.ExitStack() as beside,
    ):
        for _ in range(BUSY):
            busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
            beside.callback(busy.wait)
            beside.callback(busy.kill)
        time.sleep(1.0)
        begun = len(recording.raw)
        for _ in range(QUICK_SENTENCES if quick else SENTENCES):
            helper.renew()
            helper.play(long)
            time.sleep(LONG_S + 2 * PAUSE_S)
        raw = bytes(recording.raw[begun:])
    return _judged(array("h", raw[: len(raw) // 2 * 2]))


@contextlib.contextmanager
def _studio(kind: type[Server], environment: dict[str, str], root: Path, python: str) -> Iterator[_Studio]:
    """Give a helper that is ready, beside a recording of what its server plays."""
    with contextlib.ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="coach-", ignore_cleanup_errors=True)))
        server = kind(folder)
        opened.callback(server.close)
        server.start()
        recording = Recording(server.environ)
        recording.start()
        opened.callback(recording.stop)
        own = {key: value for key, value in environment.items() if not key.startswith("PULSE_")} | server.environ
        helper = Helper(own, root, python)
        opened.callback(helper.close)
        helper.wait_until_ready()
        short, long = folder / "short.wav", folder / "long.wav"
        _write(short, SHORT_S)
        _write(long, LONG_S)
        helper.load(short, long)
        yield _Studio(helper, recording, short, long)


def _write(path: Path, length_s: float, rate: int = 24_000) -> None:
    """Write a tone that is never silent for longer than some microseconds."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        count = round(rate * length_s)
        samples = (int(16_000 * math.cos(2 * math.pi * 480 * number / rate)) for number in range(count))
        file.writeframes(array("h", samples).tobytes())


def _last_sound_s(recording: Recording) -> float:
    """Return when sound was heard last."""
    frames = len(recording.at_s)
    last = next(number for number in range(frames - 1, -1, -1) if recording.loud[number])
    return recording.at_s[last]


def _judged(samples: Sequence[int]) -> Sentences:
    """Find the sentences in what was recorded, and the holes in each."""
    loud = [number for number, value in enumerate(samples) if abs(value) > QUIET]
    if not loud:
        message = "nothing was heard"
        raise NotMeasuredError(message)
    holes, longer = [], []
    begun, last, hole = loud[0], loud[0], 0
    for number in [*loud[1:], loud[-1] + RATE]:
        silence = number - last
        if silence > BETWEEN_S * RATE:
            holes.append(hole * 1000 / RATE)
            longer.append((last - begun) * 1000 / RATE - LONG_S * 1000)
            begun, hole = number, 0
        elif silence > LEAST_HOLE_S * RATE:
            hole = max(hole, silence)
        last = number
    return Sentences(tuple(holes), tuple(longer))
