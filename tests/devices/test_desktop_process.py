"""The real program as a process of its own, and a desktop around it."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.devices.conftest import Outside, ScreenSaver

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a desktop as on Linux")

HELD = "Inhibit coach A session is running."
GONE = "gone without giving back"


@contextlib.contextmanager
def running(folder: Path, module: str = "tests.devices.steered_program") -> Iterator[subprocess.Popen[str]]:
    """Run the program meanwhile, without a screen; it has to end without a word of complaint."""
    more = [str(folder)] if module.startswith("tests") else ["--data-dir", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-m", module, *more], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()
            assert process.stderr is not None
            assert "Traceback" not in process.stderr.read()


def sessions(record: Path) -> int:
    """Return how many sessions the record has, while somebody writes it."""
    if not record.exists():
        return 0
    with contextlib.suppress(sqlite3.OperationalError), contextlib.closing(sqlite3.connect(record)) as db:
        return int(db.execute("SELECT count(*) FROM session").fetchone()[0])
    return 0


def test_a_session_is_steered_from_outside(tmp_path: Path, outside: Outside) -> None:
    with running(tmp_path / "data") as process:
        outside.waits_for("status", answer="Playing")
        assert outside.does("metadata", "xesam:title") == "Down to the floor"
        outside.does("play-pause")  # “I am ready”
        assert outside.does("metadata", "xesam:title") == "Pelvic tilt"
        outside.does("pause")  # the same button again would be taken for a bounce
        assert outside.does("status") == "Paused"
        outside.does("next")
        assert outside.does("metadata", "mpris:trackid") == "'/coach/block/2'"
        outside.does("stop")
        assert outside.does("status") == "Stopped"
        assert process.poll() is None


def test_what_was_held_goes_with_a_program_that_crashes(
    tmp_path: Path, outside: Outside, screen_saver: ScreenSaver
) -> None:
    with running(tmp_path / "data") as process:
        screen_saver.waits_for(HELD)
        outside.waits_for("--list-all", answer="coach")

        process.send_signal(signal.SIGKILL)

        screen_saver.waits_for(HELD, GONE)
        outside.waits_for("--list-all", answer="")


def test_at_the_start_page_it_holds_nothing_and_hears_nothing(
    tmp_path: Path, outside: Outside, screen_saver: ScreenSaver, qtbot: QtBot
) -> None:
    record = tmp_path / "data" / "record.db"
    with running(tmp_path / "data", "coach") as process:
        qtbot.waitUntil(record.exists, timeout=10_000)  # written when all is ready
        for button in ("play", "play-pause", "next", "stop"):
            outside.does(button)
            assert outside.does("--list-all") == ""
        screen_saver.waits_for()
        assert process.poll() is None


def test_without_a_bus_the_program_runs(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")

    with running(tmp_path / "data") as process:
        qtbot.waitUntil(lambda: sessions(tmp_path / "data" / "record.db") == 1, timeout=10_000)
        assert process.poll() is None
