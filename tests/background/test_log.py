"""The log: what is written when, how large it grows, who may read it, and what is left out of it."""

from __future__ import annotations

import errno
import logging
import os
import stat
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from coach.background import log
from coach.background.threads import run_beside
from coach.store import log_file
from tests.cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT_S = 5.0


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    """Begin without lines of other tests, and leave none."""
    logging.getLogger(log.NAME).handlers.clear()
    yield
    logging.getLogger(log.NAME).handlers.clear()


def written(folder: Path) -> list[str]:
    """Return the lines of the log without their times."""
    log.finish(folder, WAIT_S)
    return [line.split(" ", 2)[2] for line in (folder / log_file.NAME).read_text("utf-8").splitlines()]


def raised(error: Exception) -> Exception:
    """Return an exception that has been raised."""
    try:
        raise error
    except Exception as caught:  # noqa: BLE001 - it is what was asked for
        return caught


def test_what_comes_before_the_file_is_written_first(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "coach"
    log.note("early")
    assert not folder.exists()
    log.open_file(folder)
    log.open_file(folder)
    log.note("late")

    assert written(folder) == ["INFO early", "INFO late"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes as on Unix")
def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    log.note("a line")
    log.finish(tmp_path / "state", WAIT_S)

    for path, mode in ((tmp_path / "state", 0o700), (tmp_path / "state" / log_file.NAME, 0o600)):
        assert stat.S_IMODE(path.stat().st_mode) == mode


def test_what_waits_is_written_at_the_end_though_no_file_was_begun(tmp_path: Path) -> None:
    log.note("the start failed")

    assert written(tmp_path) == ["INFO the start failed"]


def test_a_start_without_news_leaves_no_file(tmp_path: Path) -> None:
    log.finish(tmp_path, WAIT_S)

    assert list(tmp_path.iterdir()) == []


def test_it_stays_small(tmp_path: Path) -> None:
    log.open_file(tmp_path)
    for _line in range(log.MOST_WAITING - 1):
        log.note("x" * 1_000)
    log.finish(tmp_path, WAIT_S)

    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert set(sizes) == {"coach.log", "coach.log.1", "coach.log.2"}
    assert max(sizes.values()) <= log_file.BYTES == 256 * 1024
    assert len(log_file.last_lines(tmp_path, 60)) == 60


def test_more_than_can_wait_is_dropped_without_a_word(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for number in range(log.MOST_WAITING + 10):
        log.note(f"line {number}")

    assert len(written(tmp_path)) == log.MOST_WAITING
    assert capfd.readouterr() == ("", "")


def test_where_it_cannot_be_written_nobody_hears_of_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()

    log.note("a line")
    log.finish(tmp_path / "file" / "below", WAIT_S)

    assert capfd.readouterr() == ("", "")


HANGING = """
import sys
from pathlib import Path
from coach.background import log

log.note("a line")
log.open_file(Path(sys.argv[1]))
log.finish(Path(sys.argv[1]), 0.01)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with a name")
def test_a_disk_that_hangs_does_not_keep_the_program_from_its_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / log_file.NAME)  # to open it for writing waits until somebody reads it

    done = subprocess.run([sys.executable, "-c", HANGING, tmp_path], cwd=ROOT, check=False, timeout=20)

    assert done.returncode == 0


# What is left out


def test_of_an_exception_there_are_kind_and_places_alone() -> None:
    told = log.anatomy(raised(KeyError("back after Anna")))

    assert told.startswith("KeyError at ")
    assert told.endswith(" in raised")
    assert "test_log.py:" in told
    assert "Anna" not in told


def test_no_place_names_a_folder_of_the_person() -> None:
    told = log.anatomy(raised(ValueError()))

    assert str(ROOT) not in told
    assert log._place("/home/anna/elsewhere/tool.py") == "tool.py"


def test_what_is_behind_an_exception_is_told_too() -> None:
    inner = raised(OSError(errno.ENOSPC, "No space left on device", "/home/anna/annas-back.coach.json"))
    outer = ExceptionGroup("some steps failed for Anna", [raised(ValueError("Anna"))])
    outer.__cause__ = inner

    told = log.anatomy(raised(outer)).split("; from ")

    assert [each.split(" at ")[0] for each in told] == ["ExceptionGroup", "ValueError", "OSError ENOSPC"]
    assert "nna" not in "".join(told)


def test_an_exception_that_is_its_own_cause_has_an_end() -> None:
    error = raised(ValueError())
    error.__context__ = other = raised(KeyError())
    other.__context__ = error

    assert len(log.anatomy(error).split("; from ")) == 2


def test_a_job_that_fails_beside_the_window_is_logged(tmp_path: Path) -> None:
    told: list[str] = []

    def fail() -> None:
        message = "Anna"
        raise RuntimeError(message)

    thread = run_beside(fail, told.append, "a job")
    assert isinstance(thread, threading.Thread)
    thread.join(WAIT_S)

    (line,) = written(tmp_path)
    assert line.startswith("ERROR a job: RuntimeError at background/threads.py:")
    assert "Anna" not in line
    assert told[0].startswith("RuntimeError: Anna")


# In the program


FAILING = """
import sys
from PySide6.QtCore import QTimer
from coach import app
from coach.__main__ import main

class Thing:
    def __del__(self):
        raise ValueError("back after Anna, unraisable")

class Program(app.Program):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        QTimer.singleShot(0, self.fail)
        self.ready.connect(lambda: QTimer.singleShot(0, self.window.close))

    def fail(self):
        Thing()
        raise KeyError("back after Anna")

app.Program = Program
sys.exit(main(sys.argv[1:]))
"""


def test_what_nobody_catches_is_told_as_before_and_logged_without_its_words(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAILING, "--data-dir", tmp_path],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0
    assert "KeyError: 'back after Anna'" in done.stderr
    lines = (tmp_path / log_file.NAME).read_text("utf-8").splitlines()
    kinds = [line.split(" ", 2)[2].split(" at ")[0] for line in lines]
    assert "ERROR not caught: KeyError" in kinds
    assert "ERROR not to be caught: ValueError" in kinds
    assert any(kind.startswith("INFO start: coach ") for kind in kinds)
    assert kinds[-1] == "INFO end"
    assert "Anna" not in "".join(lines)
