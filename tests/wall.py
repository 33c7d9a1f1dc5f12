"""A wall without a door to any network: every Python that is started behind it, and whatever it calls, is refused.

`environment` puts up the wall. Each program behind it writes a line that it is there, and one for each thing that it
tried: a socket other than those between programs of this computer, or the address of a name. Two ears listen: Python's
own audit, and the kernel, which also hears what Qt, libpulse and others do. Linux on x86-64 and arm64.
"""

from __future__ import annotations

import ctypes
import faulthandler
import os
import platform
import signal
import socket
import struct
import sys
from typing import TYPE_CHECKING

from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TOLD = "COACH_TESTS_TOLD"
THERE, TRIED, CALLED = "there: ", "tried: ", "Stack "
"""How the lines begin; the last is what the kernel has a process write of itself, with what it was doing below."""
SOCKET = {"x86_64": 41, "aarch64": 198}
"""The number of the system call."""
_NAMES = {
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.getnameinfo",
    "socket.getservbyname",
}
_NO_NEW_RIGHTS, _FILTER, _SET_FILTER = 38, 2, 22
_LOAD, _IS, _ANSWER = 0x20, 0x15, 0x06
_TRAP, _ALLOW = 0x0003_0000, 0x7FFF_0000
_START = "from tests.wall import stand\nstand()\n"


def environment(folder: Path) -> dict[str, str]:
    """Return the environment behind the wall; what is tried is written to `told` in that folder."""
    (folder / "sitecustomize.py").write_text(_START, "utf-8")  # what every Python loads at its start
    path = os.pathsep.join([str(folder), str(ROOT)])
    return {**os.environ, "PYTHONPATH": path, TOLD: str(folder / "told")}


def told(folder: Path) -> tuple[list[str], list[str]]:
    """Return the programs that were behind the wall, and what else was written there."""
    lines = (folder / "told").read_text("utf-8").splitlines()
    return [line.removeprefix(THERE) for line in lines if line.startswith(THERE)], [
        line for line in lines if not line.startswith(THERE)
    ]


def stand() -> None:
    """Stand behind the wall: from now on nothing leads out of this process and of those that it starts."""
    file = os.open(os.environ[TOLD], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if _leads_out(event, arguments):
            os.write(file, f"{TRIED}{event}\n".encode())
            message = f"{event} is walled off in this run"
            raise PermissionError(message)

    command = " ".join(" ".join(sys.orig_argv).split())
    os.write(file, f"{THERE}{command}\n".encode())
    faulthandler.register(signal.SIGSYS, file, all_threads=False)
    _refuse()
    sys.addaudithook(hear)


def _leads_out(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "socket.__new__":
        return arguments[1] not in {socket.AF_UNIX, -1}  # -1: of a socket that is there already
    if event in {"socket.connect", "socket.bind", "socket.sendto"}:
        return getattr(arguments[0], "family", None) != socket.AF_UNIX
    return event in _NAMES


def _refuse() -> None:
    """Have the kernel stop every call for a socket that is none of AF_UNIX, with a signal to who made it."""
    number = SOCKET[platform.machine()]
    program = [
        (_LOAD, 0, 0, 0),  # the number of the call
        (_IS, 0, 3, number),
        (_LOAD, 0, 0, 16),  # its first argument
        (_IS, 1, 0, int(socket.AF_UNIX)),
        (_ANSWER, 0, 0, _TRAP),
        (_ANSWER, 0, 0, _ALLOW),
    ]
    raw = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *each) for each in program))
    whole = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(program), ctypes.addressof(raw)))
    kernel = ctypes.CDLL(None, use_errno=True)
    for step in ((_NO_NEW_RIGHTS, 1, 0, 0, 0), (_SET_FILTER, _FILTER, ctypes.addressof(whole), 0, 0)):
        if kernel.prctl(*(ctypes.c_ulong(each) for each in step)):
            raise OSError(ctypes.get_errno(), "prctl")
