"""Reading what is no regular file, and loading: the shipped routines stand in for a file that cannot be used."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.store.routines import library
from coach.store.routines.library import Problem, RoutineError
from tests.cases import ROUTINES, shipped_file
from tests.store.bad_files import RAW, SMALL, Raw
from tests.store.reading import problems

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return tmp_path / "mine.json"


# Paths that lead to no regular file


def assert_refused(path: Path, words: str) -> None:
    """Read in a thread, so that a reader that hangs fails the test and not the whole run."""
    found: list[Problem] = []
    thread = threading.Thread(target=lambda: found.extend(problems(path)), daemon=True)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()
    assert [problem.place for problem in found] == ["file"]
    assert words in str(found[0])


def test_a_file_that_is_not_there(file: Path) -> None:
    assert_refused(file, "is not there; check the name")


def test_a_folder(tmp_path: Path) -> None:
    assert_refused(tmp_path, "is a folder; name a routine file")


def test_a_named_pipe_does_not_hang(file: Path) -> None:
    os.mkfifo(file)

    assert_refused(file, "cannot be read (not a regular file)")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device(device: str) -> None:
    assert_refused(Path(device), "cannot be read (not a regular file)")


def test_a_socket(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(file.name)

        assert_refused(file, "cannot be read")


def test_links_in_a_circle(file: Path) -> None:
    file.symlink_to(file)

    assert_refused(file, "cannot be read")


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    assert_refused(tmp_path / "a\0b", "cannot be read")
    assert_refused(tmp_path / ("a" * 300), "cannot be read")
    assert_refused(tmp_path / "a\x1b[31m\nb", "is not there")


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root, which may read everything, for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_without_permission(file: Path) -> None:
    file.write_bytes(SMALL)
    file.chmod(0)

    with as_nobody():
        (problem,) = problems(file)

    assert "cannot be read (Permission denied); check its permissions" in str(problem)


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts open files the way of Linux")
def test_no_open_file_is_left_behind(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "bad").write_bytes(b"{")
    before = open_files()
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "bad", tmp_path / "missing", Path("/dev/zero"), ROUTINES):
        with contextlib.suppress(RoutineError):
            library.read(path)

    assert open_files() == before


# Loading: the shipped routines stand in


def test_without_a_wish_the_shipped_file_is_loaded() -> None:
    loaded = library.load(None)

    assert (loaded.contents, loaded.problems) == (shipped_file(), ())
    assert loaded.source.samefile(ROUTINES)


def test_a_good_file_is_loaded(file: Path) -> None:
    file.write_bytes(SMALL)

    loaded = library.load(file)

    assert (loaded.contents.routines[0].id, loaded.source, loaded.problems) == ("small", file, ())


@pytest.mark.parametrize("bad", RAW, ids=lambda bad: bad.name)
def test_instead_of_a_bad_file_the_shipped_one_is_loaded_and_nothing_is_written(file: Path, bad: Raw) -> None:
    file.write_bytes(bad.data)
    before = file.stat()

    loaded = library.load(file)

    assert loaded.contents == shipped_file()
    assert loaded.source.samefile(ROUTINES)
    assert loaded.problems == problems(file)
    after = file.stat()
    assert file.read_bytes() == bad.data
    assert (after.st_mtime_ns, after.st_ino, after.st_mode) == (before.st_mtime_ns, before.st_ino, before.st_mode)
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_instead_of_a_file_that_is_not_there_the_shipped_one_is_loaded(tmp_path: Path) -> None:
    loaded = library.load(tmp_path / "missing")

    assert loaded.contents == shipped_file()
    assert [problem.message for problem in loaded.problems] == ["is not there"]
    assert list(tmp_path.iterdir()) == []
