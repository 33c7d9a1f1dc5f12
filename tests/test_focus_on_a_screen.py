"""The keyboard goes to another program's window and comes back, on a screen of its own with a window manager."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOOLS = {name: shutil.which(name) or "" for name in ("Xvfb", "openbox", "xdotool")}
LONGEST_S = 30

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(
        sys.platform != "linux" or not all(TOOLS.values()),
        reason=f"needs {', '.join(TOOLS)}",
    ),
]


class Program:
    """A process that is spoken to and answers, line by line."""

    def __init__(self, process: subprocess.Popen[str], lines: queue.Queue[str] | None = None) -> None:
        self._process = process
        self._lines: queue.Queue[str] = queue.Queue() if lines is None else lines
        stdout = process.stdout
        assert stdout is not None

        def listen() -> None:
            for line in stdout:
                self._lines.put(line.strip())

        threading.Thread(target=listen, daemon=True).start()

    def begin(self) -> None:
        """Have it begin a session."""
        stdin = self._process.stdin
        assert stdin is not None
        stdin.write("\n")
        stdin.flush()

    def next(self) -> str:
        """Wait for the next line."""
        return self._lines.get(timeout=LONGEST_S)

    def wait_for(self, line: str) -> None:
        """Pass over lines until this one."""
        while self.next() != line:
            pass

    @property
    def is_silent(self) -> bool:
        """Whether nothing more was told by now."""
        return self._lines.empty()


@contextmanager
def running(
    command: list[str], environment: dict[str, str], lines: queue.Queue[str] | None = None
) -> Iterator[Program]:
    """Run a program and end it afterwards; two may tell into the same lines."""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield Program(process, lines)
        finally:
            process.kill()


@pytest.fixture(name="screen")
def _screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Return the environment of a screen that nobody else uses."""
    with ExitStack() as stack:
        read, write = os.pipe()
        server = stack.enter_context(
            subprocess.Popen(
                [TOOLS["Xvfb"], "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
                pass_fds=[write],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        stack.callback(server.kill)
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "the virtual screen did not start"
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in {"WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "DBUS_SESSION_BUS_ADDRESS"}
        }
        environment |= {
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
        }
        stack.enter_context(running([TOOLS["openbox"], "--sm-disable"], environment))
        yield environment


def page_up(screen: dict[str, str]) -> None:
    """Press the back button of a clicker: the key goes to whoever has the keyboard."""
    subprocess.run([TOOLS["xdotool"], "key", "Prior"], env=screen, check=True, timeout=LONGEST_S)


def test_another_window_is_told_and_so_is_that_the_keyboard_is_back(tmp_path: Path, screen: dict[str, str]) -> None:
    program = [sys.executable, "-m", "tests.focused_program"]
    with running([*program, str(tmp_path / "data")], screen) as coach:
        coach.wait_for("ready")
        coach.begin()
        coach.wait_for("Started")
        with running(program, screen) as other:
            other.wait_for("other has it")
            assert coach.next() == "lost"
        assert coach.next() == "back"
        assert coach.is_silent

        page_up(screen)

        assert coach.next() == "Paused"


def test_a_session_that_starts_behind_another_window_fetches_the_keyboard_or_says_so(
    tmp_path: Path, screen: dict[str, str]
) -> None:
    """Whether it may fetch it is for the window manager to say: openbox decides by who was used last."""
    program = [sys.executable, "-m", "tests.focused_program"]
    both: queue.Queue[str] = queue.Queue()
    with running([*program, str(tmp_path / "data")], screen, both) as coach:
        coach.wait_for("ready")
        with running(program, screen, both) as other:
            other.wait_for("other has it")

            coach.begin()
            coach.wait_for("Started")
            told = coach.next()

            assert told in {"lost", "other lost it"}
            if told == "other lost it":
                page_up(screen)
                assert coach.next() == "Paused"
