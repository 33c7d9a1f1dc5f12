"""The window as a process of its own: without a screen, and ended from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cases import ROOT, ROUTINES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="displays and signals as on Linux")

NO_WINDOW: list[tuple[dict[str, str], str]] = [
    ({}, "There is no screen to draw on. Start coach in a desktop session."),
    ({"DISPLAY": ":987"}, "The screen does not answer: DISPLAY=:987. Start coach in a desktop session."),
    ({"QT_QPA_PLATFORM": "beos"}, "QT_QPA_PLATFORM asks for “beos”, which Qt does not know here. It knows: "),
    (
        {"QT_QPA_PLATFORM": "xcb"},
        "QT_QPA_PLATFORM asks for “xcb”, and no window opens there: could not connect to display",
    ),
    (
        {"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":987"},
        "QT_QPA_PLATFORM asks for “wayland”, and no window opens there: Failed to create wl_display",
    ),
]
DEADLINE_S = 30


def _environment(**more: str) -> dict[str, str]:
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE"}
    # Else libwayland says a word of its own.
    more.setdefault("XDG_RUNTIME_DIR", "/tmp")  # noqa: S108 - nothing is written there
    return {name: value for name, value in os.environ.items() if name not in without} | {
        "PYTHONPATH": str(ROOT),
        **more,
    }


@pytest.mark.parametrize(("screen", "words"), NO_WINDOW)
def test_where_no_window_opens_it_says_why_in_one_line(tmp_path: Path, screen: dict[str, str], words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "coach", "--data-dir", tmp_path / "data"],
        cwd=tmp_path,
        env=_environment(**screen),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_S,
    )

    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith(f"coach: {words}")
    assert list(tmp_path.iterdir()) == [], "a core or data was left behind"


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT], ids=lambda sent: sent.name)
def test_a_signal_ends_the_program(tmp_path: Path, sent: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "coach", "--data-dir", tmp_path / "data", "--routine", ROUTINES],
        cwd=tmp_path,
        env=_environment(QT_QPA_PLATFORM="offscreen"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            _wait_for_the_window(process)
            process.send_signal(sent)
            _, errors = process.communicate(timeout=DEADLINE_S)
        finally:
            process.kill()

    assert process.returncode in {0, -sent}
    assert "Traceback" not in errors
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("core")] == []


def _wait_for_the_window(process: subprocess.Popen[str]) -> None:
    """Wait until a file that was named is being judged, which is after the first frame: that takes pydantic."""
    maps = Path(f"/proc/{process.pid}/maps")
    deadline = time.monotonic() + DEADLINE_S
    while time.monotonic() < deadline:
        assert process.poll() is None, process.communicate()[1]
        loaded = maps.read_text("utf-8")
        if "libqoffscreen" in loaded and "pydantic_core" in loaded:
            return
        time.sleep(0.02)
    pytest.fail("the window did not come up")


CLOSED_EARLY = """
import atexit, sys, time
atexit.register(time.sleep, 0.5)  # runs last: what is still read by then finds that Qt is gone
from coach import app
from coach.__main__ import main
from coach.store import figures

load = figures.load

def load_slowly(ids):
    time.sleep(0.3)
    return load(ids)

class Program(app.Program):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.ready.connect(self.window.close)

figures.load = load_slowly
app.Program = Program
sys.exit(main(sys.argv[1:]))
"""


def test_a_window_closed_while_figures_are_read_ends_without_a_word(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CLOSED_EARLY, "--data-dir", tmp_path / "data"],
        cwd=tmp_path,
        env=_environment(QT_QPA_PLATFORM="offscreen"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_S,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
