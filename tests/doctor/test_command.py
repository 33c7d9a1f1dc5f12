"""`coach doctor` as a person types it: on a computer that has all, on one that has nothing, and where things hang."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from coach.core.speech.vocabulary import LIVE_SPEECH
from coach.doctor import examination, heard, seen
from coach.doctor.looks import Look, look_at_all
from coach.store.paths import Paths
from tests import hidden
from tests.cases import ROOT
from tests.programs import assert_no_traceback, coach

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.devices.conftest import Bus
    from tests.devices.sound.server import Server

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a desktop as on Linux")

OF_THE_BUS = {"Session bus", "Screen stays on", "Media keys and headset buttons", "Wishes of the desktop"}
OF_THE_MACHINE = {"Screen", "Sound server", "Words that are not recorded", *OF_THE_BUS}
OF_THE_DISK = {"Recorded voices", "Files of coach", "Record", "Room on the disk", "Settings", "Own routines", "Log"}


def _plain() -> dict[str, str]:
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE"}
    return {name: value for name, value in os.environ.items() if name not in without}


def groups(text: str) -> dict[str, list[str]]:
    """Return the names of the parts in each group of a report."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in text.splitlines():
        if line.startswith("- "):
            found.setdefault(title, []).append(line.removeprefix("- ").partition(":")[0])
        elif line and not line.startswith(" "):
            title = line
    return found


def test_where_nothing_is_all_of_it_is_told_each_with_what_helps(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    nothing = {
        "DISPLAY": "",
        "WAYLAND_DISPLAY": "",
        "QT_QPA_PLATFORM": "",
        "PULSE_SERVER": f"unix:{tmp_path}/nowhere",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/nowhere",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "PATH": str(tmp_path / "empty"),
    }

    done = coach("doctor", "--data-dir", tmp_path / "file" / "data", **nothing)

    assert (done.returncode, done.stderr) == (1, "")
    told = groups(done.stdout)
    assert set(told["Does not work"]) == {"Screen", "Sound server", "Record"}
    assert set(told["Does not work, and a session does without it"]) == (
        OF_THE_MACHINE - {"Screen", "Sound server"} | {"Log"}
    )
    assert set(told["Works"]) == OF_THE_DISK - {"Record", "Log"}
    lines = done.stdout.splitlines()
    bad = lines[: lines.index("Works")]
    assert all(bad[place + 1].startswith("  ") for place, line in enumerate(bad) if line.startswith("- "))
    assert {path.name for path in tmp_path.iterdir()} == {"file", "empty"}, "a look has left something behind"


def test_where_all_is_there_it_says_so(bus: Bus, server: Server, tmp_path: Path) -> None:
    with _desktop(bus):
        done = coach("doctor", "--data-dir", tmp_path / "data", QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")

    assert server.pid
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert done.stdout.splitlines()[1] == "All that a session needs works here."
    told = groups(done.stdout)
    expected = OF_THE_MACHINE | OF_THE_DISK | {"Loudspeaker or headphones"}
    if not _speaks():
        expected.discard("Words that are not recorded")
    assert set(told["Works"]) == expected
    assert not (tmp_path / "data").exists()


@contextlib.contextmanager
def _desktop(bus: Bus) -> Iterator[None]:
    """Have a screen saver and a settings portal on the bus."""
    setting = json.dumps([["org.freedesktop.appearance", "color-scheme", "u", 1]])
    commands = (["tests.devices.screen_saver", bus.address], ["tests.devices.portal", bus.address, setting])
    with contextlib.ExitStack() as stack:
        for each in commands:
            process = subprocess.Popen(
                [sys.executable, "-m", *each],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            stack.enter_context(process)
            stack.callback(process.kill)
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
        yield


def _speaks() -> bool:
    return any(os.access(f"{folder}/{LIVE_SPEECH}", os.X_OK) for folder in os.environ["PATH"].split(":"))


@pytest.fixture(name="broken_house")
def _broken_house(tmp_path: Path) -> Path:
    """Return an installation without voices and with another routine."""
    house = tmp_path / "house"
    assets = house / "assets"
    assets.mkdir(parents=True)
    (house / "coach").symlink_to(ROOT / "coach")
    for each in (ROOT / "assets").iterdir():
        if each.name != "voice":
            (assets / each.name).symlink_to(each)
    (house / "routines.json").write_bytes((ROOT / "routines.json").read_bytes() + b" \n")
    return house


def test_what_is_missing_of_coach_itself_is_told_with_the_log(broken_house: Path, tmp_path: Path) -> None:
    (tmp_path / "coach.log").write_text("2026-12-01 INFO a line\n")

    done = hidden.run(
        [sys.executable, "-P", "-m", "coach", "doctor", "--log", "--data-dir", tmp_path],
        tmp_path,
        hidden="libpulse.so.0 libgthread-2.0.so.0",
        environment={**_plain(), "PYTHONPATH": str(broken_house), "DISPLAY": ":987"},
        system="ID=debian",
    )

    assert done.returncode == 1
    assert_no_traceback(done)
    assert set(groups(done.stdout)["Does not work"]) == {"Screen", "Sound server", "Recorded voices", "Files of coach"}
    assert (
        "- Sound server: This computer lacks a library: libpulse.so.0.\n  To install what is missing: " in done.stdout
    )
    assert "sudo apt install libpulse0\n" in done.stdout
    # Without it no part of Qt can be loaded.
    assert "- Screen: This computer lacks a library: libgthread-2.0.so.0. To install what is missing: " in done.stdout
    assert done.stdout.splitlines()[-2:] == ["The last lines of the log", "2026-12-01 INFO a line"]
    assert "- Files of coach: Missing or changed: routines.json.\n  Install coach again." in done.stdout


def test_a_bus_that_hangs_hangs_nobody(bus: Bus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "BUS_S", 0.2)
    bus.freeze()

    found = look_at_all(_of_the_bus())

    assert {each.what for each in found} == OF_THE_BUS
    assert {each.works for each in found} == {False}
    assert all(each.words.startswith("No answer within") for each in found)


def test_a_bus_with_nobody_on_it_is_no_desktop(bus: Bus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody answers is told for itself: the bus is there, and the media control needs no other."""
    for name in ("XDG_DATA_DIRS", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))  # no service that the bus could start

    found = {each.what: each.works for each in look_at_all(_of_the_bus())}

    assert bus.address
    assert found == {
        "Session bus": True,
        "Screen stays on": False,
        "Media keys and headset buttons": True,
        "Wishes of the desktop": False,
    }


def _of_the_bus() -> list[Look]:
    return [look for look in examination._of_the_machine() if look.what in OF_THE_BUS]


def test_a_sound_server_that_hangs_hangs_nobody(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heard, "SOUND_S", 2.3)
    server.freeze()
    try:
        (found,) = heard.sound()
    finally:
        server.thaw()

    assert found.what == "Sound server"
    assert not found.works


def test_without_headphones_it_is_the_device_that_is_told(server: Server) -> None:
    server.remove("out")

    found = list(heard.sound())

    assert [(each.what, each.works) for each in found] == [("Sound server", True), ("Loudspeaker or headphones", False)]
    assert "Plug some in" in found[1].remedy


def test_of_a_path_no_folder_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt says where it looked, and that may be in somebody's home."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "nothing:/home/zylquist/her back/screen")

    (found,) = seen.screen()

    assert not found.works
    assert "“nothing:…/screen”" in found.words
    assert "zylquist" not in found.words


@pytest.mark.parametrize("script", ["exit 1", "exec sleep 60", "echo no sound"])
def test_a_speech_program_that_does_not_speak_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    program = tmp_path / LIVE_SPEECH
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(heard, "SPEECH_S", 1.2)

    (found,) = heard.speech()

    assert found.words == f"{LIVE_SPEECH} is there and does not speak."


def test_the_disk_alone_is_looked_at_without_a_process(tmp_path: Path) -> None:
    report = examination.examine_disk(Paths.choose(tmp_path))

    assert {each.what for each in report.findings} == OF_THE_DISK
    assert report.log == ()
