"""Opens a record where no file can be locked, as in some homes on a network: by a filter of the kernel.

python -m tests.no_locks FOLDER    opens the record there, keeps a session in it, and tells what it found
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys
from contextlib import closing
from pathlib import Path

from coach.store.record.moments import Instant
from coach.store.record.opening import copy_through, open_record
from coach.store.record.session_start import SessionStart

NUMBERS = {"x86_64": (72, 73), "aarch64": (25, 32)}
"""Of fcntl and flock, by machine."""
SET_LOCKS = (6, 7, 37, 38)
"""F_SETLK, F_SETLKW and those of open file descriptions."""
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | errno.ENOLCK
NO_NEW_PRIVS, SET_SECCOMP, FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("lines", ctypes.c_void_p))


def can_refuse() -> bool:
    """Tell whether locks can be taken away here."""
    return sys.platform == "linux" and platform.machine() in NUMBERS


def refuse_locks() -> None:
    """Let every lock fail with “no locks available”, for this process and for good."""
    fcntl, flock = NUMBERS[platform.machine()]
    # Each line jumps over so many where it is equal, and over so many where it is not.
    commands = [(EQUAL, len(SET_LOCKS) - place, 0, command) for place, command in enumerate(SET_LOCKS)]
    lines = [
        (LOAD, 0, 0, 0),
        (EQUAL, len(commands) + 3, 0, flock),
        (EQUAL, 0, len(commands) + 1, fcntl),
        (LOAD, 0, 0, 24),
        *commands,
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    text = b"".join(struct.pack("HBBI", *line) for line in lines)
    held = ctypes.create_string_buffer(text)
    program = _Program(len(lines), ctypes.addressof(held))
    system = ctypes.CDLL(None, use_errno=True)
    for call in ((NO_NEW_PRIVS, 1, 0, 0, 0), (SET_SECCOMP, FILTER, ctypes.byref(program), 0, 0)):
        if system.prctl(*call):
            raise OSError(ctypes.get_errno(), "no filter")


def main() -> None:
    """Keep one session in the record of that folder, and tell what was found."""
    folder, now = Path(sys.argv[1]), Instant(1_790_000_000_000, 60)
    refuse_locks()
    found = open_record(folder, now)
    sys.stdout.write(f"{found.trouble.value if found.trouble else 'no trouble'}\n")
    if found.journal is not None:
        with closing(found.journal) as journal:
            journal.begin(SessionStart(now, "full", "Full", "1", "default"))
            copy_through(journal, folder, now)
            kept = journal.connection.execute("SELECT count(*) FROM session").fetchone()[0]
            sys.stdout.write(f"{kept}\n")


if __name__ == "__main__":
    main()
