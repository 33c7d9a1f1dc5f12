"""SQLite's own file calls, through a VFS of ours before the one it has: needs nothing in the program, nor a compiler.

SQLite asks a VFS for all that a file system does. Ours counts each question, and answers one of them with the code that
the usual VFS would have made of a failed system call; all others it hands on.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import os
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_int64, c_void_p, cast
from typing import TYPE_CHECKING, Any

from tests.faults.gate import Fault, kill

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.gate import Gate

_P, _I, _L = c_void_p, c_int, c_int64
BUSY, READONLY, IOERR, FULL, CANTOPEN = 5, 8, 10, 13, 14


def _io(detail: int) -> int:
    return IOERR | detail << 8


_METHODS: dict[str, tuple[Any, int]] = {
    # name: the arguments of the call, the code of its input and output error
    "xClose": ((_P,), _io(16)),
    "xRead": ((_P, _P, _I, _L), _io(1)),
    "xWrite": ((_P, _P, _I, _L), _io(3)),
    "xTruncate": ((_P, _L), _io(6)),
    "xSync": ((_P, _I), _io(4)),
    "xFileSize": ((_P, _P), _io(7)),
    "xLock": ((_P, _I), _io(15)),
    "xUnlock": ((_P, _I), _io(8)),
    "xCheckReservedLock": ((_P, _P), _io(14)),
    "xFileControl": ((_P, _I, _P), 0),
    "xSectorSize": ((_P,), 0),
    "xDeviceCharacteristics": ((_P,), 0),
    "xShmMap": ((_P, _I, _I, _I, _P), _io(19)),
    "xShmLock": ((_P, _I, _I, _I), _io(20)),
    "xShmBarrier": ((_P,), 0),
    "xShmUnmap": ((_P, _I), 0),
    "xFetch": ((_P, _L, _I, _P), 0),
    "xUnfetch": ((_P, _L, _P), 0),
}
"""The methods of an open file, in their order in `sqlite3_io_methods`."""
_stat, _name = os.stat, os.path.basename
"""As they are: what is asked here is no call of the program."""
LOCKS = {"xLock", "xShmLock"}
GIVES_BACK = {"xClose", "xUnlock"}
"""What is done although it fails: the system takes a lock back in any case."""
_SHM_UNLOCK = 1


class _Methods(Structure):
    _fields_ = [("iVersion", c_int), *((name, c_void_p) for name in _METHODS)]


class _File(Structure):
    _fields_ = [("methods", POINTER(_Methods))]


class _Vfs(Structure):
    _fields_ = [
        ("iVersion", c_int),
        ("szOsFile", c_int),
        ("mxPathname", c_int),
        ("pNext", c_void_p),
        ("zName", c_char_p),
        ("pAppData", c_void_p),
        *((name, c_void_p) for name in ("xOpen", "xDelete", "xAccess", "xFullPathname", "xDlOpen", "xDlError")),
        *((name, c_void_p) for name in ("xDlSym", "xDlClose", "xRandomness", "xSleep", "xCurrentTime")),
        *((name, c_void_p) for name in ("xGetLastError", "xCurrentTimeInt64", "xSetSystemCall", "xGetSystemCall")),
        ("xNextSystemCall", c_void_p),
    ]


OPEN = CFUNCTYPE(_I, _P, _P, _P, _I, _P)
DELETE = CFUNCTYPE(_I, _P, c_char_p, _I)
ACCESS = CFUNCTYPE(_I, _P, c_char_p, _I, _P)


def code_of(fault: Fault, method: str, broken: int) -> int:
    """Return what the usual VFS of a Unix answers when that system call fails so."""
    if method in LOCKS and fault in {Fault.ENOLCK, Fault.EACCES, Fault.SHORT}:
        return BUSY
    if method == "xWrite" and fault in {Fault.ENOSPC, Fault.SHORT}:
        return FULL
    if method == "xShmMap" and fault is Fault.EACCES:
        return CANTOPEN
    return broken


class SqliteCalls:
    """Stands before SQLite's usual VFS, for every connection that is opened from now on."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._names: dict[int, tuple[str, int]] = {}
        self._kept: list[object] = []
        self._tables: dict[int, Any] = {}
        self._library = ctypes.CDLL(_sqlite3.__file__)
        find = self._library.sqlite3_vfs_find
        find.restype, find.argtypes = c_void_p, [c_char_p]
        self._usual = cast(find(None), POINTER(_Vfs))
        self._vfs = _Vfs()
        ctypes.memmove(byref(self._vfs), self._usual, ctypes.sizeof(_Vfs))
        self._vfs.zName = b"faults"
        self._vfs.xOpen = self._keep(OPEN(self._open))
        self._vfs.xDelete = self._keep(DELETE(self._delete))
        self._vfs.xAccess = self._keep(ACCESS(self._access))
        self._library.sqlite3_vfs_register(byref(self._vfs), 1)

    def _keep(self, made: Any) -> Any:
        self._kept.append(made)
        return cast(made, c_void_p)

    # The calls on a folder

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        path = os.fsdecode(ctypes.string_at(name)) if name else ""
        fault = self._gate.enter(f"open {_name(path)}")
        if fault not in {None, Fault.KILL}:
            return CANTOPEN
        was_there = self._is_there(path)
        done = int(OPEN(self._usual.contents.xOpen)(ctypes.addressof(self._usual.contents), name, file, flags, out))
        if done == 0:
            inode = self._inode(path) if path else 0
            self._names[file] = path, inode
            if not was_there and path:
                self._gate.note("create", path, inode)
            self._take_over(cast(file, POINTER(_File)).contents)
        self._die(fault)
        return done

    def _delete(self, _vfs: int, name: bytes, sync: int) -> int:
        fault = self._gate.enter(f"delete {_name(os.fsdecode(name))}")
        if fault not in {None, Fault.KILL}:
            return _io(10)
        done = int(DELETE(self._usual.contents.xDelete)(ctypes.addressof(self._usual.contents), name, sync))
        if done == 0:
            self._gate.note("unlink", os.fsdecode(name))
            if sync:
                self._gate.note("sync", 0)
        self._die(fault)
        return done

    def _access(self, _vfs: int, name: bytes, flags: int, out: int) -> int:
        fault = self._gate.enter(f"access {_name(os.fsdecode(name))}")
        if fault not in {None, Fault.KILL}:
            return _io(13)
        done = int(ACCESS(self._usual.contents.xAccess)(ctypes.addressof(self._usual.contents), name, flags, out))
        self._die(fault)
        return done

    @staticmethod
    def _inode(path: str) -> int:
        return _stat(path).st_ino

    @staticmethod
    def _is_there(path: str) -> bool:
        try:
            return bool(path) and _stat(path) is not None
        except OSError:
            return False

    @staticmethod
    def _die(fault: Fault | None) -> None:
        if fault is Fault.KILL:
            kill()

    # The calls on an open file

    def _take_over(self, file: _File) -> None:
        """Put our table of methods in the place of SQLite's, one for each table that there is."""
        if not file.methods:
            return
        usual = file.methods.contents
        address = ctypes.addressof(usual)
        if address not in self._tables:
            ours = _Methods()
            ctypes.memmove(byref(ours), byref(usual), ctypes.sizeof(_Methods))
            for name, (arguments, broken) in _METHODS.items():
                if broken and getattr(usual, name):
                    kind = CFUNCTYPE(_I, *arguments)
                    method = self._method(name, kind(getattr(usual, name)), broken)
                    setattr(ours, name, self._keep(kind(method)))
            self._tables[address] = ours
        file.methods = ctypes.pointer(self._tables[address])

    def _method(self, name: str, usual: Any, broken: int) -> Callable[..., int]:
        def method(file: int, *arguments: int) -> int:
            path, inode = self._names.get(file, ("", 0))
            fault = self._gate.enter(f"{name} {_name(path)}")
            gives_back = name in GIVES_BACK or (name == "xShmLock" and arguments[2] & _SHM_UNLOCK)
            if fault not in {None, Fault.KILL}:
                if fault is Fault.SHORT and name == "xWrite":
                    data, size, offset = arguments
                    self._done(name, inode, (data, size // 2, offset))
                    usual(file, data, size // 2, offset)
                if gives_back:
                    usual(file, *arguments)
                return code_of(fault, name, broken)
            done = int(usual(file, *arguments))
            if done == 0:
                self._done(name, inode, arguments)
            self._die(fault)
            return done

        return method

    def _done(self, name: str, inode: int, arguments: tuple[int, ...]) -> None:
        if name == "xWrite" and self._gate.noted is not None:
            self._gate.note("write", inode, arguments[2], ctypes.string_at(arguments[0], arguments[1]))
        elif name == "xTruncate":
            self._gate.note("truncate", inode, arguments[0])
        elif name == "xSync":
            self._gate.note("sync", inode)
