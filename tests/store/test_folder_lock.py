"""A lock that its holder cannot leave behind."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from coach.store.folder_lock import Lock
from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = "import sys, time, pathlib; from coach.store.folder_lock import Lock; lock = Lock(pathlib.Path(sys.argv[1]));\
 print(lock.take(), flush=True); time.sleep(60)"


def test_one_at_a_time_and_what_the_holder_told_can_be_read(tmp_path: Path) -> None:
    place = tmp_path / "new" / "folder" / "lock"
    first, second = Lock(place), Lock(place)

    assert first.take()
    assert first.take()
    first.tell("a longer text")
    first.tell("where I am: /tmp/\udcff")
    assert not second.take()
    assert second.told() == "where I am: /tmp/\udcff"

    first.release()
    assert second.take()


def test_who_is_killed_holds_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "lock")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert not Lock(tmp_path / "lock").take()

        holder.kill()
        holder.wait()

        assert Lock(tmp_path / "lock").take()


@pytest.mark.parametrize("what", ["a file as folder", "a folder", "a pipe", "a link"])
def test_where_one_place_can_have_no_lock_the_next_is_used(tmp_path: Path, what: str) -> None:
    bad, good = tmp_path / "bad" / "lock", tmp_path / "good"
    bad.parent.mkdir()
    if what == "a file as folder":
        bad = bad.parent / "file" / "lock"
        bad.parent.write_text("", "utf-8")
    elif what == "a folder":
        bad.mkdir()
    elif what == "a pipe":
        os.mkfifo(bad)
    else:
        bad.symlink_to(tmp_path / "elsewhere")
    first, second = Lock(bad, good), Lock(bad, good)

    assert first.take()
    first.tell("here")
    assert not second.take()
    assert second.told() == "here"
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.skipif("sys.platform == 'win32'", reason="how locks fail on a network home")
def test_a_folder_without_locks_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl  # noqa: PLC0415 - not everywhere

    flock = fcntl.flock

    def fails(file: int, how: int) -> None:
        if os.fstat(file).st_ino == (tmp_path / "network").stat().st_ino:
            raise OSError(errno.ENOLCK, "No locks available")
        flock(file, how)

    monkeypatch.setattr(fcntl, "flock", fails)
    places = (tmp_path / "network", tmp_path / "here")
    first, second = Lock(*places), Lock(*places)

    assert first.take()
    assert not second.take()
    assert Lock(places[0]).take(), "with no lock anywhere coach starts"
