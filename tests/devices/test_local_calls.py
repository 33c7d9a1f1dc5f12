"""Calls between two processes of one person: both ways of them, with each other, and with whoever else calls."""

from __future__ import annotations

import os
import socket
import stat
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from coach.devices import local_calls, local_calls_qt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

NAME = "coach-test"
WAYS = [local_calls, local_calls_qt]
IDS = ["socket", "Qt"]


class Listens(Protocol):
    """A listener of either way."""

    asked: SignalInstance

    def listen(self, name: str, folder: Path) -> str: ...
    def close(self) -> None: ...


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for temporary files, also for Qt."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


@pytest.fixture(name="listener", params=WAYS, ids=IDS)
def _listener(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Listens]:  # noqa: ARG001 - for the events
    """Return a listener that answers each line with the same line and a dot."""
    listener = request.param.Listener()
    listener.asked.connect(lambda line, answer: answer(line + b"."))
    yield listener
    listener.close()


@pytest.fixture(name="own")
def _own(qapp: QApplication) -> Iterator[local_calls.Listener]:  # noqa: ARG001 - for the events
    listener = local_calls.Listener()
    listener.asked.connect(lambda line, answer: answer(line + b"."))
    yield listener
    listener.close()


def call(path: str) -> socket.socket:
    """Return a socket that has called, of a caller who minds no rules."""
    caller = socket.socket(socket.AF_UNIX)
    caller.connect(path)
    caller.settimeout(0)
    return caller


def read(caller: socket.socket) -> bytes | None:
    """Return what has come; None while nothing has."""
    try:
        return caller.recv(99)
    except BlockingIOError:
        return None
    except ConnectionError:
        return b""


def answer_of(qtbot: QtBot, caller: socket.socket) -> bytes:
    """Wait for an answer; b"" where the other has hung up."""
    got: list[bytes] = []

    def has_come() -> bool:
        told = read(caller)
        if told is not None:
            got.append(told)
        return bool(got)

    qtbot.waitUntil(has_come)
    return got[0]


@pytest.mark.parametrize(("listens", "calls"), list(product(WAYS, WAYS)), ids=lambda way: IDS[WAYS.index(way)])
def test_each_way_understands_the_other(folder: Path, qtbot: QtBot, listens: object, calls: object) -> None:
    listener: Listens = listens.Listener()  # type: ignore[attr-defined]
    heard: list[bytes] = []

    def hear(line: bytes, answer: Callable[[bytes], None]) -> None:
        heard.append(line)
        answer(b"shown")

    listener.asked.connect(hear)
    full = listener.listen(NAME, folder)

    caller = calls.Caller(folder)  # type: ignore[attr-defined]
    for name in (full, NAME):
        with qtbot.waitSignal(caller.answered) as answered:
            caller.ask(name, b"show me")
        assert answered.args == [b"shown"]
        caller.stop()
        assert not caller.is_asking

    assert heard == [b"show me", b"show me"]
    listener.close()


def test_only_this_user_may_call_and_nothing_is_left_behind(folder: Path, listener: Listens) -> None:
    path = Path(listener.listen(NAME, folder))
    mode = path.stat().st_mode

    assert stat.S_ISSOCK(mode)
    assert stat.S_IMODE(mode) & 0o077 == 0
    assert list(folder.iterdir()) == [path]
    listener.close()
    assert list(folder.iterdir()) == []


def test_the_socket_of_a_coach_that_was_killed_is_in_nobodys_way(folder: Path, qtbot: QtBot, listener: Listens) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(folder / NAME))
    left.close()

    assert answer_to(qtbot, listener.listen(NAME, folder), b"show\n") == b"show.\n"


def answer_to(qtbot: QtBot, path: str, words: bytes) -> bytes:
    """Return what is answered to a caller."""
    with call(path) as caller:
        caller.sendall(words)
        return answer_of(qtbot, caller)


def test_a_line_may_come_in_pieces(folder: Path, qtbot: QtBot, listener: Listens) -> None:
    with call(listener.listen(NAME, folder)) as caller:
        caller.sendall(b"sh")
        qtbot.wait(5)
        assert read(caller) is None
        caller.sendall(b"ow\n")
        assert answer_of(qtbot, caller) == b"show.\n"


@pytest.mark.parametrize("leave", [lambda caller: caller.sendall(b"show\n"), bool], ids=["after asking", "at once"])
def test_who_goes_before_the_answer_is_forgotten(
    folder: Path, qtbot: QtBot, listener: Listens, leave: Callable[[socket.socket], object]
) -> None:
    path = listener.listen(NAME, folder)
    with call(path) as caller:
        leave(caller)

    assert answer_to(qtbot, path, b"next\n") == b"next.\n"


def test_who_says_too_much_is_hung_up_on(folder: Path, qtbot: QtBot, own: local_calls.Listener) -> None:
    with call(own.listen(NAME, folder)) as caller:
        caller.sendall(b"x" * (local_calls.LONGEST + 1))
        assert answer_of(qtbot, caller) == b""


def test_so_many_callers_who_say_nothing_keep_nobody_out_for_ever(
    folder: Path, qtbot: QtBot, own: local_calls.Listener
) -> None:
    path = own.listen(NAME, folder)
    silent = [call(path) for _caller in range(local_calls.MOST)]
    qtbot.wait(5)
    with call(path) as one_too_many:
        assert answer_of(qtbot, one_too_many) == b""

    silent.pop().close()
    qtbot.wait(5)
    assert answer_to(qtbot, path, b"show\n") == b"show.\n"
    for caller in silent:
        caller.close()


def test_where_the_folder_has_too_long_a_name_it_listens_in_tmp(
    tmp_path: Path, qtbot: QtBot, own: local_calls.Listener
) -> None:
    folder = tmp_path / ("long" * 30)
    folder.mkdir()
    name = f"coach-test-{os.getpid()}"

    path = own.listen(name, folder)

    assert path == f"/tmp/{name}"  # noqa: S108 - the name is its own
    assert list(folder.iterdir()) == []
    assert answer_to(qtbot, path, b"show\n") == b"show.\n"


def test_a_folder_whose_name_is_no_utf8_will_do(tmp_path: Path, qtbot: QtBot, own: local_calls.Listener) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    folder.mkdir()
    path = own.listen(NAME, folder)
    caller = local_calls.Caller(folder)

    with qtbot.waitSignal(caller.answered) as answered:
        caller.ask(path, b"show")

    assert answered.args == [b"show."]
    caller.stop()


@pytest.mark.parametrize("name", ["nobody", "/nowhere/at/all", "a\0b", "x" * 300, ""])
def test_where_nobody_listens_nothing_happens(folder: Path, qapp: QApplication, name: str) -> None:  # noqa: ARG001
    caller = local_calls.Caller(folder)

    caller.ask(name, b"show")

    assert not caller.is_asking


def test_a_folder_where_the_name_is_taken_by_a_folder_is_left_alone(folder: Path, own: local_calls.Listener) -> None:
    (folder / NAME / "kept").mkdir(parents=True)

    path = own.listen(NAME, folder)

    assert path == f"/tmp/{NAME}"  # noqa: S108 - as above
    assert [each.name for each in folder.iterdir()] == [NAME]
