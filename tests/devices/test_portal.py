"""What a desktop asks for is heard by its settings portal, and followed."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from coach.core.desktop_wishes import APPEARANCE, GNOME, Wishes
from coach.devices import portal as devices_portal
from coach.devices.portal import SettingsPortal
from coach.store.settings import NAME
from tests.cases import ROOT
from tests.test_second_start import started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.devices.conftest import Bus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a desktop as on Linux")

Setting = tuple[str, str, str, object]
DARK: Setting = (APPEARANCE, "color-scheme", "u", 1)
LIGHT: Setting = (APPEARANCE, "color-scheme", "u", 2)
STILL: Setting = (APPEARANCE, "reduced-motion", "u", 1)
MOVING: Setting = (APPEARANCE, "reduced-motion", "u", 0)
CONTRAST: Setting = (APPEARANCE, "contrast", "u", 1)
LARGE: Setting = (GNOME, "text-scaling-factor", "d", 1.25)
PATIENCE_MS = 10_000


class Portal:
    """A portal that runs."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def changes(self, setting: Setting) -> None:
        """Have it tell another value."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(setting) + "\n")
        self._process.stdin.flush()

    def hangs(self) -> None:
        """Let it answer no more."""
        self._process.send_signal(signal.SIGSTOP)

    def goes_on(self) -> None:
        """Let it answer again."""
        self._process.send_signal(signal.SIGCONT)


@contextlib.contextmanager
def portal(bus: Bus, *settings: Setting, named: bool = True) -> Iterator[Portal]:
    """Put a portal with these settings on the bus."""
    more = [] if named else ["unnamed"]
    command = [sys.executable, "-m", "tests.devices.portal", bus.address, json.dumps(settings), *more]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "ready\n"
            yield Portal(process)
        finally:
            process.kill()


@pytest.fixture(name="patient")
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine have time."""
    monkeypatch.setattr(devices_portal, "FIRST_MS", PATIENCE_MS)


def asked() -> SettingsPortal:
    made = SettingsPortal()
    made.start()
    made.wait()
    return made


@pytest.mark.parametrize("bus", ["told", "usual"], indirect=True)
@pytest.mark.usefixtures("patient", "qapp")
def test_the_first_window_knows_what_is_asked_for(bus: Bus) -> None:
    with portal(bus, DARK, STILL, CONTRAST, LARGE):
        assert asked().now == Wishes(dark=True, contrast=True, still=True, text=1.25)


@pytest.mark.usefixtures("patient")
def test_what_changes_is_followed_and_what_is_the_same_is_not_told(bus: Bus, qtbot: QtBot) -> None:
    with portal(bus, DARK) as desktop:
        followed = asked()
        told: list[Wishes] = []
        followed.changed.connect(told.append)
        desktop.changes(DARK)
        desktop.changes((GNOME, "font-name", "s", "Cantarell 11"))
        desktop.changes(("org.other", "color-scheme", "u", 2))
        desktop.changes((APPEARANCE, "contrast", "v", ("u", 1)))
        desktop.changes(LIGHT)
        desktop.changes(STILL)

        qtbot.waitUntil(lambda: len(told) == 3, timeout=PATIENCE_MS)
    assert told == [
        Wishes(dark=True, contrast=True),
        Wishes(dark=False, contrast=True),
        Wishes(dark=False, contrast=True, still=True),
    ]


def test_a_portal_that_hangs_holds_nothing_up_and_is_heard_later(bus: Bus, qtbot: QtBot) -> None:
    with portal(bus, DARK) as desktop:
        desktop.hangs()
        late = asked()
        assert late.now == Wishes()

        with qtbot.waitSignal(late.changed, timeout=PATIENCE_MS):
            desktop.goes_on()
        assert late.now == Wishes(dark=True)


@pytest.mark.usefixtures("patient")
def test_a_portal_that_comes_later_or_anew_is_asked(bus: Bus, qtbot: QtBot) -> None:
    followed = asked()
    assert followed.now == Wishes()
    with qtbot.waitSignal(followed.changed, timeout=PATIENCE_MS), portal(bus, DARK):
        qtbot.waitUntil(lambda: followed.now == Wishes(dark=True), timeout=PATIENCE_MS)
    assert followed.now == Wishes(dark=True), "what was heard last stays"
    with portal(bus, STILL):
        qtbot.waitUntil(lambda: followed.now == Wishes(still=True), timeout=PATIENCE_MS)


@pytest.mark.usefixtures("patient")
def test_nobody_but_the_portal_is_heard(bus: Bus, qtbot: QtBot) -> None:
    with portal(bus, DARK) as desktop, portal(bus, named=False) as other:
        followed = asked()
        told: list[Wishes] = []
        followed.changed.connect(told.append)
        other.changes(STILL)
        qtbot.wait(50)
        desktop.changes(CONTRAST)
        qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)

        assert told == [Wishes(dark=True, contrast=True)]


@pytest.mark.usefixtures("patient", "qapp")
@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "disabled:", "noise"])
def test_without_a_bus_nothing_is_asked_for(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)

    assert asked().now == Wishes()


@pytest.mark.usefixtures("qapp")
def test_a_bus_that_hangs_holds_nothing_up(bus: Bus) -> None:
    bus.freeze()

    assert asked().now == Wishes()


@pytest.mark.usefixtures("patient")
def test_a_bus_that_dies_takes_nothing_along(bus: Bus, qtbot: QtBot) -> None:
    with portal(bus, DARK):
        followed = asked()
        bus.end()
        qtbot.wait(50)

        assert followed.now == Wishes(dark=True)


def test_the_program_is_as_the_desktop_asks_and_saves_nothing_of_it(bus: Bus, tmp_path: Path) -> None:
    with portal(bus, DARK, STILL, LARGE) as desktop, started(tmp_path / "data", "looks") as coach:
        assert coach.tells() == "looks dark still 1.25"
        assert coach.tells() == "ready"
        desktop.changes(LIGHT)
        assert coach.tells() == "looks light still 1.25"
        desktop.changes(CONTRAST)
        assert coach.tells() == "looks light contrast still 1.25"
        desktop.changes(MOVING)
        assert coach.tells() == "looks light contrast moving 1.25"
    assert not (tmp_path / "data" / NAME).exists()
