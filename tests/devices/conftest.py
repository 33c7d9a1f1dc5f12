"""A session bus for one test, the program's hands on it, and somebody outside who uses it."""

from __future__ import annotations

import contextlib
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT
from tests.ui.conftest import _open_program, _running, _stage, _tidy  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PATIENCE_MS = 10_000
CHANGES = "type='signal',member='PropertiesChanged'"


class Bus:
    """A bus that nobody else is on."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self._process = process
        self.address = address

    def freeze(self) -> None:
        """Let it take connections and never answer again."""
        self._process.send_signal(signal.SIGSTOP)

    def end(self) -> None:
        """End it, frozen or not."""
        self._process.kill()
        self._process.wait()


@pytest.fixture(name="bus")
def _bus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Bus]:
    """Give the test a bus, and its address to whoever looks for one; “usual” tells none: it is where it usually is."""
    if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
        pytest.skip("needs dbus-daemon")
    is_told = getattr(request, "param", "told") == "told"
    place = "tmpdir=/tmp" if is_told else f"path={tmp_path}/bus"
    command = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:{place}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        bus = Bus(process, process.stdout.readline().strip())
        if is_told:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        else:
            monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
            monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        yield bus
        bus.end()


class Outside:
    """Somebody else on the bus, who steers coach with playerctl, and sees more with dbus-send and dbus-monitor."""

    def __init__(self, qtbot: QtBot, folder: Path, tools: dict[str, str]) -> None:
        self._qtbot, self._folder, self._tools = qtbot, folder, tools
        self.before: Callable[[], None] = lambda: None
        """Called before each press: what passes for a hand."""

    def does(self, *arguments: str) -> str:
        """Run playerctl and return what it says; empty where no player answers."""
        return self._runs("playerctl", *arguments)

    def calls(self, method: str, *arguments: str) -> str:
        """Call a method of coach and return the answer as dbus-send prints it; empty for an error."""
        where = ("--session", "--print-reply=literal", "--dest=org.mpris.MediaPlayer2.coach", "/org/mpris/MediaPlayer2")
        return self._runs("dbus-send", *where, method, *arguments)

    def _runs(self, tool: str, *arguments: str) -> str:
        self.before()
        command = [self._tools[tool], *arguments]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
            self._qtbot.waitUntil(lambda: process.poll() is not None, timeout=PATIENCE_MS)
            assert process.stdout is not None
            return process.stdout.read().strip()

    @contextlib.contextmanager
    def listens(self) -> Iterator[Callable[[], int]]:
        """Count the changes of properties that go over the bus meanwhile."""
        command = [self._tools["dbus-monitor"], "--session", CHANGES]
        with _heard_of(command, self._folder / "changes", self._qtbot) as heard:
            yield lambda: heard().count("member=PropertiesChanged")

    def waits_for(self, *arguments: str, answer: str) -> None:
        """Run playerctl until it says so."""
        said: list[str] = []
        for _try in range(100):
            said.append(self.does(*arguments))
            if said[-1] == answer:
                return
            self._qtbot.wait(20)
        pytest.fail(f"{arguments} never said “{answer}”, but {sorted(set(said))}")


@pytest.fixture(name="outside")
def _outside(bus: Bus, qtbot: QtBot, tmp_path: Path) -> Outside:  # noqa: ARG001 - the bus has to be there first
    """Return somebody with playerctl."""
    tools = {name: shutil.which(name) or "" for name in ("playerctl", "dbus-send", "dbus-monitor")}
    if not all(tools.values()):
        pytest.skip(f"needs {', '.join(tools)}")
    return Outside(qtbot, tmp_path, tools)


class ScreenSaver:
    """What a desktop's screen saver was told."""

    def __init__(self, qtbot: QtBot, heard: Callable[[], str]) -> None:
        self._qtbot, self._heard = qtbot, heard

    def waits_for(self, *calls: str) -> None:
        """Wait until exactly these calls have come, in this order."""
        self._qtbot.waitUntil(lambda: self._heard().splitlines()[1:] == list(calls), timeout=PATIENCE_MS)


@pytest.fixture(name="screen_saver")
def _screen_saver(bus: Bus, qtbot: QtBot, tmp_path: Path) -> Iterator[ScreenSaver]:
    """Put a screen saver on the bus."""
    command = [sys.executable, "-m", "tests.devices.screen_saver", bus.address]
    with _heard_of(command, tmp_path / "screen saver", qtbot) as heard:
        yield ScreenSaver(qtbot, heard)


@contextlib.contextmanager
def _heard_of(command: list[str], file: Path, qtbot: QtBot) -> Iterator[Callable[[], str]]:
    """Run a command meanwhile; gives what it has printed, once it has begun to."""
    with (
        file.open("w") as written,
        subprocess.Popen(command, cwd=ROOT, stdout=written, stderr=subprocess.DEVNULL) as process,
    ):
        try:
            qtbot.waitUntil(lambda: bool(file.read_text("utf-8")), timeout=PATIENCE_MS)
            yield lambda: file.read_text("utf-8")
        finally:
            process.kill()
