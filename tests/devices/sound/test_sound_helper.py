"""The helper by itself: what it says, what it does not mind, and when it ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.devices.own_process import sound_helper
from coach.devices.sound import Sound
from coach.devices.sound_helper import WITH_QT
from coach.devices.sound_protocol import LONGEST, STALLED, Line, decoded
from tests.devices.sound.hearing import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.devices.sound.conftest import Clip
    from tests.devices.sound.server import Server


@pytest.fixture(name="helper")
def _helper(server: Server) -> Iterator[subprocess.Popen[bytes]]:
    assert not server.is_loud
    helper = subprocess.Popen(
        [sys.executable, "-m", "coach.devices.sound_helper"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with helper:
        yield helper
        helper.kill()


def said(helper: subprocess.Popen[bytes]) -> Line | None:
    assert helper.stdout is not None
    return decoded(helper.stdout.readline())


def tell(helper: subprocess.Popen[bytes], raw: bytes) -> None:
    assert helper.stdin is not None
    helper.stdin.write(raw)
    helper.stdin.flush()


def test_it_begins_answers_and_ends_with_its_input(helper: subprocess.Popen[bytes]) -> None:
    assert said(helper) == Line("ready", yes=True)
    tell(helper, Line("ping", number=4).encoded())
    assert said(helper) == Line("pong", number=4)
    assert helper.stdin is not None
    helper.stdin.close()
    assert helper.wait(5) == 0


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it plays through Qt")


@LINUX
@pytest.mark.parametrize("awake", [False, True])
def test_it_ends_by_itself_where_a_call_never_returns(
    server: Server, clip: Clip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, awake: bool
) -> None:
    assert not server.is_loud
    (tmp_path / "sitecustomize.py").write_text(STUCK)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    with subprocess.Popen(sound_helper(), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as helper:
        said(helper)
        tell(helper, Line("awake", yes=awake).encoded())
        tell(helper, Line("play", number=1, file=str(clip(100)), channel="voice").encoded())
        try:
            assert helper.wait(10) == -signal.SIGALRM
        finally:
            helper.kill()


STUCK = """
import ctypes

class Open:
    def __call__(self, *_arguments):
        ctypes.PyDLL(None).sleep(60)  # and no other thread of Python runs meanwhile

class Stuck(ctypes.CDLL):
    def __getattr__(self, name):
        return Open() if name.startswith("sf_open") else super().__getattr__(name)

ctypes.CDLL = Stuck
"""


@LINUX
def test_it_ends_where_a_device_stands_still_though_the_server_answers(
    helper: subprocess.Popen[bytes], server: Server
) -> None:
    said(helper)
    tell(helper, Line("awake", yes=True).encoded())
    time.sleep(2.0)  # by then sound has flowed for a while
    server.tell("suspend-sink", "out", "1")
    assert helper.wait(10) == STALLED


@LINUX
def test_it_sleeps_while_nothing_sounds(helper: subprocess.Popen[bytes]) -> None:
    """In a session too, where the device is kept awake and sound is watched."""
    said(helper)
    tell(helper, Line("awake", yes=True).encoded())
    time.sleep(0.5)
    before, begun = woken(helper), time.monotonic()
    time.sleep(1.5)
    times = woken(helper) - before
    assert times <= 12 * (time.monotonic() - begun)


def woken(helper: subprocess.Popen[bytes]) -> int:
    """Return how often its threads have been woken."""
    threads = Path(f"/proc/{helper.pid}/task").iterdir()
    found = [re.search(r"(?m)^voluntary_ctxt_switches:\s(\d+)", (each / "status").read_text()) for each in threads]
    return sum(int(each[1]) for each in found if each)


@LINUX
def test_it_brings_nothing_of_qt_along(helper: subprocess.Popen[bytes]) -> None:
    said(helper)
    mapped = Path(f"/proc/{helper.pid}/maps").read_text("utf-8")
    assert "libpulse" in mapped
    assert not re.search("qt6|pyside|shiboken", mapped, re.IGNORECASE)


def test_the_one_of_other_systems_plays_too(server: Server, clip: Clip, qtbot: QtBot) -> None:
    """What Windows and macOS have, where it is installed beside."""
    pytest.importorskip("PySide6.QtMultimedia", reason="PySide6_Addons is not installed")
    sound = Sound([*sound_helper(), WITH_QT])
    try:
        sound.start()
        qtbot.waitUntil(lambda: sound.is_ready, timeout=PATIENCE_MS)
        sound.play(clip(400), volume=1.0, channel="voice", length_ms=400)
        qtbot.waitUntil(lambda: server.is_loud, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: not sound.is_playing, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: not server.is_loud, timeout=PATIENCE_MS)
    finally:
        sound.close()


def test_it_passes_over_what_it_does_not_know(helper: subprocess.Popen[bytes]) -> None:
    said(helper)
    for raw in STRANGE:
        tell(helper, raw + b"\n")
    tell(helper, Line("dance").encoded())
    tell(helper, b" " * 3 * LONGEST + Line("ping", number=5).encoded())
    tell(helper, Line("play", number=6, file="/nowhere.opus", channel="voice").encoded())
    tell(helper, Line("ping", number=7).encoded())
    assert said(helper) == Line("error", number=6)
    assert said(helper) == Line("pong", number=7)


STRANGE = [
    b"",
    b"junk",
    b"[1, 2]",
    b"null",
    b"\xff\xfe",
    b'{"number": 1}',
    b'{"word": 1}',
    b'{"word": "ping", "number": "1"}',
    b'{"word": "ping", "number": true}',
    b'{"word": "ping", "more": 1}',
    b"[" * 5_000,
]


@pytest.mark.parametrize("raw", [*STRANGE, b" " * LONGEST + b'{"word": "ping"}'])
def test_a_strange_line_is_no_line(raw: bytes) -> None:
    assert decoded(raw) is None


@pytest.mark.parametrize(
    "line",
    [
        Line("ping"),
        Line("play", number=3, file="/a/ü 1.opus", volume=0.25, channel="tone"),
        Line("unusable", why="libpulse.so.0", yes=True),
    ],
)
def test_a_line_arrives_as_it_was_sent(line: Line) -> None:
    assert decoded(line.encoded()) == line
