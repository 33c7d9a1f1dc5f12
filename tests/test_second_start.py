"""A second start of the real program: it is never kept out by what is left of an old one, and never ends unseen."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and sockets as on Linux")

LONGEST_S = 30


class Started:
    """A program that was started, and what it tells."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.strip())

    def tells(self) -> str:
        """Wait for the next line."""
        return self._lines.get(timeout=LONGEST_S)

    def ends(self) -> int:
        """Wait for the end and return the exit status."""
        return self.process.wait(timeout=LONGEST_S)


@contextmanager
def started(folder: Path | None, *before: str, **environment: str) -> Iterator[Started]:
    """Start the real program with this data folder, or the platform's own; it is killed in the end."""
    named = [] if folder is None else ["--data-dir", str(folder)]
    command = [sys.executable, "-m", "tests.second_program", *before, *named]
    inherited = {name: value for name, value in os.environ.items() if name != "XDG_ACTIVATION_TOKEN"}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**inherited, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Started(process)
        finally:
            process.kill()
            assert process.stderr is not None
            assert "Traceback" not in process.stderr.read()


@pytest.mark.parametrize("what", ["empty", "of another Python"])
def test_a_lock_that_was_left_behind_keeps_nobody_out(tmp_path: Path, what: str) -> None:
    left = "" if what == "empty" else f"{os.getpid()}\npython\n{os.uname().nodename}\n"
    folder = tmp_path / "data"
    folder.mkdir()
    mark = zlib.crc32(os.fsencode(folder.resolve()))
    for place in (folder / "coach.lock", tmp_path / f"coach-{mark:08x}.lock"):
        place.write_text(left, "utf-8")

    with started(folder, TMPDIR=str(tmp_path)) as coach:
        assert coach.tells() == "ready"


def test_the_first_comes_forward_with_the_leave_of_the_second_and_that_ends(tmp_path: Path) -> None:
    with started(tmp_path) as first:
        assert first.tells() == "ready"
        with started(tmp_path, XDG_ACTIVATION_TOKEN="leave-78") as second:  # noqa: S106 - no secret
            assert first.tells() == "raised leave-78 shows=True"
            assert second.ends() == 0
        with started(tmp_path) as third:
            assert first.tells() == "raised  shows=True"
            assert third.ends() == 0


def test_a_file_that_is_opened_reaches_the_first_by_whatever_name_and_folder(tmp_path: Path) -> None:
    strange = os.fsdecode(b"my \xff\n routine.coach.json")
    with started(tmp_path / "data", "open", "at first.coach.json") as first:
        assert first.tells() == "ready"
        assert first.tells() == f"wanted {os.fsencode(ROOT) + b'/at first.coach.json'!r}"
        with started(tmp_path / "data", "open", strange) as second:
            assert first.tells().startswith("raised")
            assert first.tells() == f"wanted {os.fsencode(ROOT) + os.fsencode('/' + strange)!r}"
            assert second.ends() == 0


def test_another_folder_for_temporary_files_does_not_hide_the_first(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with started(tmp_path / "data") as first:
        assert first.tells() == "ready"
        with started(tmp_path / "data", TMPDIR=str(tmp_path / "other")) as second:
            assert first.tells().startswith("raised")
            assert second.ends() == 0


def test_a_first_that_hangs_is_told_in_a_window_until_it_answers(tmp_path: Path) -> None:
    with started(tmp_path) as first:
        assert first.tells() == "ready"
        first.process.send_signal(signal.SIGSTOP)
        with started(tmp_path, "impatient") as second:
            assert second.tells() == "unanswered coach is open already"
            assert second.process.poll() is None

            first.process.send_signal(signal.SIGCONT)

            assert first.tells().startswith("raised")
            assert second.ends() == 0


def test_a_first_that_hangs_and_is_ended_makes_room(tmp_path: Path) -> None:
    with started(tmp_path) as first:
        assert first.tells() == "ready"
        first.process.send_signal(signal.SIGSTOP)
        with started(tmp_path, "impatient") as second:
            assert second.tells() == "unanswered coach is open already"

            first.process.kill()

            assert second.tells() == "ready"
            with started(tmp_path) as third:
                assert second.tells().startswith("raised")
                assert third.ends() == 0


@pytest.mark.parametrize("what", ["below a file", "too long", "a loop of links"])
def test_a_folder_that_cannot_be_written_keeps_nobody_out(tmp_path: Path, what: str) -> None:
    folder = tmp_path / ("x" * 300 if what == "too long" else what) / "data"
    if what == "below a file":
        folder.parent.write_text("", "utf-8")
    elif what != "too long":
        folder.parent.symlink_to(folder.parent)

    with started(folder, TMPDIR=str(tmp_path)) as first:
        assert first.tells() == "ready"
        with started(folder, TMPDIR=str(tmp_path)) as second:
            assert first.tells().startswith("raised")
            assert second.ends() == 0
