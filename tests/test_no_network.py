"""Nothing leaves the computer: a whole session with every way out walled off, and nobody has tried one."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests import wall
from tests.cases import ROOT, document, exercise
from tests.devices.conftest import _bus  # noqa: F401 - a fixture
from tests.devices.sound.conftest import _place, _server  # noqa: F401 - fixtures
from tests.devices.sound.server import MISSING
from tests.store.bad_files import as_bytes

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in wall.SOCKET, reason="a wall as Linux has it"
)

DEADLINE_S = 90
TRIES = """
import ctypes, socket
libc = ctypes.CDLL(None)
for do in (lambda: socket.socket(socket.AF_INET), lambda: socket.getaddrinfo("example.org", 443)):
    try:
        do()
    except PermissionError as error:
        print("refused")
socket.socket(socket.AF_UNIX).close()
libc.socket(socket.AF_INET6, socket.SOCK_STREAM, 0)
print("went on")
"""
"""Tries a network in three ways: two of Python, and one of a library that Python knows nothing of."""


def behind(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python behind the wall."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**wall.environment(folder), "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_S,
    )


def test_the_wall_refuses_and_hears_all_who_try(tmp_path: Path) -> None:
    """Otherwise the test below would pass where the wall is deaf."""
    done = behind(tmp_path, "-c", TRIES)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["refused", "refused", "went on"]
    programs, tried = wall.told(tmp_path)
    assert len(programs) == 1
    assert tried[:2] == ["tried: socket.__new__", "tried: socket.getaddrinfo"]
    assert tried[2].startswith(wall.CALLED)


def test_a_whole_session_tries_no_network(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """With a sound server and a bus, where the machine has them: what coach says to those goes no further."""
    if not MISSING:
        request.getfixturevalue("server")
    if shutil.which("dbus-daemon"):
        request.getfixturevalue("bus")
    routine = tmp_path / "mine.json"
    routine.write_bytes(as_bytes(document(exercise("sit-tall", work_s=20))))

    done = behind(
        tmp_path,
        *("-m", "tests.walled_program", "--speed", "60", "--data-dir", tmp_path / "data", "--routine", routine),
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("closing page\ncoach "), done.stdout
    assert "The last lines of the log" in done.stdout
    programs, tried = wall.told(tmp_path)
    assert tried == []
    for part in ("tests.walled_program", "coach.devices.sound_helper", "-m coach doctor --screen"):
        assert any(part in program for program in programs), f"{part} was not behind the wall"
