"""Listens to a whole short session at its real pace, as a person on the mat would, and compares it with its script.

The real program plays to a sound server of our own that has no speakers. What it plays is recorded; each cue that
begins in silence must begin when the script says. Takes as long as the session: about eight minutes, or less with
`--until`. Where the recogniser of `make check-voice` is installed, it also tells what it understood.

    python -m tools.acceptance [--routine ID] [--until SECONDS] [--keep FILE.wav] [--ear FOLDER]
"""

from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import tempfile
import threading
import wave
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import monotonic

from coach.core.routine import resolve
from coach.core.speech.compiler import compile_script
from coach.core.timeline import plan
from coach.store.paths import shipped
from coach.store.routines import library
from coach.store.voices import VoicePack, shipped_folder, voices
from tests.devices.sound.server import MISSING, PROGRAMS, RATE, Server
from tools import check_voice
from tools.hearing import words

ROUTINE = "lower-back-short"
_MOVEMENT = (
    "right left knee knees foot feet arm arms hand hands hip hips shoulder shoulders head forehead back heels toes",
    "thigh thighs palm pelvis belly tailbone forward down up in out middle side roll lift lower press breathe lean",
    "fold slide sit lie kneel stand hold go stop stopping rest round sink",
)
MOVEMENT = frozenset(word for words_of in _MOVEMENT for word in words_of.split())
"""The words about sides and movements: one of them misheard, and somebody does something else."""
FRAME = RATE // 200
"""Samples in a frame of 5 ms."""
LOUD = 150
"""A sample above this is sound; recorded speech peaks at about 20,000."""
QUIET_S = 0.15
"""A cue is compared where it begins after so much silence."""
LATEST_S = 1.0
AFTER_S = 0.3
"""So long after its end a line is still listened to."""
MOST_LATE_S = 0.1


@dataclass
class Recording:
    """What a server plays, in frames of 5 ms, each with the instant at which it was read."""

    environ: dict[str, str]
    at_s: list[float] = field(default_factory=list)
    loud: list[bool] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)

    def start(self) -> None:
        """Begin to listen."""
        command = [PROGRAMS["parec"], "--raw", "--device=out.monitor", f"--rate={RATE}", "--channels=1"]
        self._ear = subprocess.Popen(
            [*command, "--latency-msec=10"],
            env=os.environ | self.environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        out = self._ear.stdout
        while out is not None and len(frame := out.read(FRAME * 2)) == FRAME * 2:
            samples = memoryview(frame).cast("h")
            self.at_s.append(monotonic())
            self.loud.append(max(*samples, -min(samples)) > LOUD)
            self.raw += frame

    def stop(self) -> None:
        """Listen no more."""
        self._ear.kill()
        self._ear.wait(5)
        self._thread.join(5)

    def begins(self, after_s: float, until_s: float) -> float | None:
        """Return when sound begins between two instants, or None."""
        for index in range(bisect_left(self.at_s, after_s), bisect_right(self.at_s, until_s)):
            if self.loud[index]:
                return self.at_s[index]
        return None

    def is_silent(self, after_s: float, until_s: float) -> bool:
        """Tell whether nothing sounds between two instants."""
        return self.begins(after_s, until_s) is None

    def save(self, path: Path, after_s: float = 0.0, until_s: float = math.inf) -> None:
        """Write what was heard between two instants as a WAV file, all of it by default."""
        first, last = bisect_left(self.at_s, after_s), bisect_right(self.at_s, until_s)
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(bytes(self.raw[first * FRAME * 2 : last * FRAME * 2]))


def expected(pack: VoicePack, routine_id: str) -> list[tuple[float, str]]:
    """Return each cue of the session with its instant in s."""
    routine = resolve(library.load(None).contents, routine_id)
    script = compile_script(routine, plan(routine), lambda text: pack.clips[text].ms)
    return [(at_ms / 1000, prompt.text or f"[{prompt.tone}]") for at_ms, prompt in script.cues()]


def run(folder: Path, routine_id: str, until_s: float | None) -> tuple[float, Recording]:
    """Let the program do a session and return when it began, and what was heard."""
    server = Server(folder)
    server.start()
    recording = Recording(server.environ)
    recording.start()
    environ = os.environ | server.environ | {"QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(
        [sys.executable, "-m", "tools.acceptance_program", str(folder / "data"), routine_id],
        env=environ,
        stdout=subprocess.PIPE,
        text=True,
    )
    began_s = 0.0
    assert program.stdout is not None  # noqa: S101 - a pipe was asked for
    for line in program.stdout:
        what, at_s = line.split()
        if what == "started":
            began_s = float(at_s)
            if until_s is not None:
                threading.Timer(until_s, program.kill).start()
    program.wait(10)
    recording.stop()
    server.close()
    return began_s, recording


def understood(
    cues: list[tuple[float, str]], began_s: float, recording: Recording, pack: VoicePack, model: Path | None
) -> None:
    """Print what the recogniser understood of the lines, where it is installed."""
    try:
        transcribe = check_voice.ear(model)
    except ImportError:
        print("no recogniser is installed: what was said is not compared")
        return
    findings = []
    with tempfile.TemporaryDirectory(prefix="coach-") as folder:
        path = Path(folder) / "line.wav"
        for at_s, what in cues:
            if what not in pack.clips:
                continue
            ends_s = began_s + at_s + pack.clips[what].ms / 1000 + AFTER_S
            if ends_s < recording.at_s[-1]:
                recording.save(path, began_s + at_s, ends_s)
                findings.append(check_voice.finding(pack.id, what, transcribe(path)))
    print(*check_voice.report(findings), sep="\n")
    meant = [word for each in findings for word in words(each.meant) if word in MOVEMENT]
    missed = sum((Counter(_moving(each.meant)) - Counter(_moving(each.heard))).total() for each in findings)
    print(f"sides and movements: {1 - missed / max(1, len(meant)):.1%} of {len(meant)} words understood")


def _moving(text: str) -> list[str]:
    return [word for word in words(text) if word in MOVEMENT]


def compare(cues: list[tuple[float, str]], began_s: float, recording: Recording) -> int:
    """Print how late each cue was that begins in silence; 1 where one is missing or too late."""
    late: list[tuple[float, str]] = []
    missing: list[str] = []
    ends_s = recording.at_s[-1] if recording.at_s else 0.0
    for at_s, what in cues:
        due_s = began_s + at_s
        if due_s + LATEST_S > ends_s or not recording.is_silent(due_s - QUIET_S, due_s - 0.01):
            continue
        heard_s = recording.begins(due_s - 0.01, due_s + LATEST_S)
        if heard_s is None:
            missing.append(f"{at_s:8.2f} s  {what}")
        else:
            late.append((heard_s - due_s, f"{at_s:8.2f} s  {what}"))
    if not late:
        print("nothing was heard")
        return 1
    worst_s, worst = max(late)
    print(f"{len(cues)} cues in the script, {len(late)} begin in silence and were heard, {len(missing)} were not")
    print(
        f"late by {median(each for each, _ in late) * 1000:.0f} ms as a rule, {worst_s * 1000:.0f} ms at most:{worst}"
    )
    for line in missing:
        print(f"not heard: {line}")
    return 1 if missing or worst_s > MOST_LATE_S else 0


def main() -> int:
    """Do a session, compare, and return 0 where all was heard in time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--routine", metavar="ID", default=ROUTINE, help=f"by default {ROUTINE}")
    parser.add_argument("--ear", metavar="FOLDER", type=Path, help="listen with another model than make check-voice")
    parser.add_argument("--until", metavar="SECONDS", type=float, help="end the session so early")
    parser.add_argument("--keep", metavar="FILE", type=Path, help="write what was heard to a WAV file")
    options = parser.parse_args()
    packs = voices(shipped_folder())
    if MISSING or not packs or not shipped("routines.json").exists():
        print(f"needs recorded voices, and of Debian's packages: {', '.join(MISSING) or 'nothing more'}")
        return 2
    with tempfile.TemporaryDirectory(prefix="coach-", ignore_cleanup_errors=True) as folder:
        began_s, recording = run(Path(folder), options.routine, options.until)
    if options.keep is not None:
        recording.save(options.keep)
    cues = expected(packs[0], options.routine)
    understood(cues, began_s, recording, packs[0], options.ear)
    return compare(cues, began_s, recording)


if __name__ == "__main__":
    sys.exit(main())
