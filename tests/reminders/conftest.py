"""A home of one's own for each test, and a desktop that shows notes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.cases import ROOT
from tests.devices.conftest import _bus  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.devices.conftest import Bus

BUTTONS = ("actions", "body", "body-markup")


class Desktop:
    """What shows the notes."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert self.next() == ["ready"]

    def next(self) -> list[object]:
        """Return the next call that it gets."""
        assert self._process.stdout is not None
        line: list[object] = json.loads(self._process.stdout.readline())
        return line

    def until(self, method: str) -> list[object]:
        """Return the arguments of the next call of a method."""
        while (call := self.next())[0] != method:
            pass
        return call[1:]


class Opener(Protocol):
    """Opens a desktop."""

    def __call__(self, *answers: list[object], can: tuple[str, ...] = BUTTONS) -> Desktop:
        """Say what it sends after each note: the name of a signal, the kinds of its arguments, and all but the first.

        That is the number of the note.
        """
        ...


@pytest.fixture(name="desktop")
def _desktop(bus: Bus) -> Iterator[Opener]:
    """Return what opens a desktop on the bus of the test."""
    with ExitStack() as stack:

        def opened(*answers: list[object], can: tuple[str, ...] = BUTTONS) -> Desktop:
            command = [sys.executable, "-m", "tests.reminders.desktop", bus.address, json.dumps(can)]
            process = subprocess.Popen([*command, json.dumps(answers)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
            stack.callback(process.stdout.close if process.stdout is not None else bool)
            stack.callback(process.wait)
            stack.callback(process.kill)
            return Desktop(process)

        yield opened


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give the test a home and no desktop."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def contents(folder: Path) -> set[str]:
    """Return all that is in a folder, from which somebody may be removing things just now."""
    found = ((top, name) for top, folders, files in os.walk(folder) for name in (*folders, *files))
    return {os.path.relpath(os.path.join(top, name), folder) for top, name in found}  # noqa: PTH118 - names as they come


def command_line(pid: int) -> list[str]:
    """Return the command of a process."""
    return [os.fsdecode(part) for part in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[:-1]]
