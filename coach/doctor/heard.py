"""Looks whether coach can be heard: its own sound helper plays at volume 0, and espeak-ng makes the sound of a word."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, NamedTuple

from coach.core.findings import Finding
from coach.core.speech.vocabulary import LIVE_SPEECH
from coach.devices import own_process, sound_protocol, system_libraries
from coach.devices.sound_protocol import LONGEST, Line, decoded
from coach.store.paths import shipped
from coach.store.voices import shipped_folder, voices
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOUND_S, SPEECH_S = 12.0, 5.0
"""Longest time that the helper has for all that it is asked, and espeak-ng for a word."""
_LEAVE_S = 1.0


class _Heard(NamedTuple):
    """What the helper said: whether there is a device, what is missing, and of each file whether it was played."""

    has_device: bool | None = None
    missing: str = ""
    played: tuple[bool, ...] = ()
    status: int = 0


def sound() -> Iterator[Finding]:
    """Look at the sound server, what it plays on, and whether a tone and a clip of each voice come to their ends."""
    files = _files()
    heard = _listen(files)
    server = tr("Sound server") if sys.platform == "linux" else tr("Sound")
    if heard.missing:
        yield _missing(server, heard.missing)
        return
    if heard.has_device is None:
        yield _silent(server, heard.status)
        return
    yield Finding(server, works=True, words=tr("It answers."))
    device = tr("Loudspeaker or headphones")
    if not heard.has_device:
        remedy = tr("Plug some in, or choose them in the sound settings of your desktop.")
        yield Finding(device, works=False, words=tr("None were found."), remedy=remedy)
        return
    failed = len(files) - sum(heard.played)
    if not failed:
        yield Finding(device, works=True, words=tr("A tone and a clip of each voice were played at volume 0."))
        return
    words = plural("{number} sound was not played.", "{number} sounds were not played.", failed)
    remedy = tr("Choose another device in the sound settings of your desktop, or install coach again.")
    yield Finding(device, works=False, words=words, remedy=remedy)


def _missing(server: str, told: str) -> Finding:
    if library := system_libraries.missing_in(told):
        words, remedy = system_libraries.which([library]), system_libraries.remedy([library])
    else:
        words = tr("A library for sound does not work on this computer.")
        remedy = tr("Install libpulse and libsndfile again.")
    return Finding(server, works=False, words=words, remedy=remedy)


def _silent(server: str, status: int) -> Finding:
    if status == sound_protocol.NO_SERVER:
        remedy = tr("Start PipeWire or PulseAudio; most desktops do so when you log in.")
        return Finding(server, works=False, words=tr("None answers."), remedy=remedy)
    # Note: the number with which a program has ended
    words = tr("The program that plays the sound has ended (status {number}).", number=status)
    return Finding(server, works=False, words=words, remedy=tr("Log out and in again, or start the computer anew."))


def _files() -> tuple[Path, ...]:
    """Return a tone, and the shortest clip of each voice."""
    tones = sorted((shipped("assets") / "tones").glob("*.*"), key=lambda file: file.stat().st_size)[:1]
    packs = [pack for pack in voices(shipped_folder()) if pack.clips]
    shortest = ((pack.folder, min(pack.clips.values(), key=lambda clip: clip.ms)) for pack in packs)
    return (*tones, *(folder / clip.file for folder, clip in shortest))


def _listen(files: tuple[Path, ...]) -> _Heard:
    """Start a helper, have it play the files one after the other at volume 0, and end it."""
    environment = own_process.environment()
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    helper = subprocess.Popen(  # noqa: S603 - coach's own
        own_process.sound_helper(), env=environment, stdin=pipe, stdout=pipe, stderr=nothing, bufsize=0
    )
    limit = threading.Timer(SOUND_S - 2 * _LEAVE_S, helper.kill)
    limit.daemon = True
    limit.start()
    with helper:
        try:
            return _talk(helper, files)
        finally:
            limit.cancel()
            helper.kill()


def _talk(helper: subprocess.Popen[bytes], files: tuple[Path, ...]) -> _Heard:
    first = _said(helper)
    if first is None:
        return _Heard(status=helper.wait(_LEAVE_S))
    if first.word != "ready":
        return _Heard(missing=first.why)
    if not first.yes:
        return _Heard(has_device=False)
    _tell(helper, Line("awake", yes=True))  # so that it notices where nothing flows
    return _Heard(has_device=True, played=tuple(_plays(helper, number, file) for number, file in enumerate(files, 1)))


def _plays(helper: subprocess.Popen[bytes], number: int, file: Path) -> bool:
    """Have the helper play a file, and tell whether it came to its end."""
    _tell(helper, Line("play", number=number, file=str(file), volume=0.0, channel="voice"))
    while (line := _said(helper)) is not None:
        if line.number == number and line.word in {"ended", "error"}:
            return line.word == "ended"
    return False


def _tell(helper: subprocess.Popen[bytes], line: Line) -> None:
    with contextlib.suppress(OSError):  # where it has ended, it says nothing more either
        if helper.stdin is not None:
            helper.stdin.write(line.encoded())


def _said(helper: subprocess.Popen[bytes]) -> Line | None:
    """Return the next line that makes sense; None where the helper has ended or was killed."""
    while helper.stdout is not None and (raw := helper.stdout.readline(LONGEST)):
        if (line := decoded(raw)) is not None:
            return line
    return None


def speech() -> Iterator[Finding]:
    """Look whether what nobody recorded can be spoken: words of one's own routines."""
    what = tr("Words that are not recorded")
    program = shutil.which(LIVE_SPEECH)
    if program is None:
        # Note: name of a program
        words = tr("{program} is not installed: other words stand in for them.", program=LIVE_SPEECH)
        remedy = tr("Install the package {program}.", program=LIVE_SPEECH)
        yield Finding(what, works=False, words=words, remedy=remedy)
    elif _speaks(program):
        yield Finding(what, works=True, words=tr("{program} speaks them.", program=LIVE_SPEECH))
    else:
        words = tr("{program} is there and does not speak.", program=LIVE_SPEECH)
        remedy = tr("Install the package {program} again.", program=LIVE_SPEECH)
        yield Finding(what, works=False, words=words, remedy=remedy)


def _speaks(program: str) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - found by its fixed name
            [program, "-v", "en-us", "--stdin", "--stdout"],
            input=b"one",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=SPEECH_S - _LEAVE_S,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and done.stdout.startswith(b"RIFF")
