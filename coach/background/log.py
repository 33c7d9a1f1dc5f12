"""The log: starts, versions, and what failed, by its kind and its places. Never a word that a person wrote.

What is logged waits in memory until there is a file for it, and a thread of its own writes it: nobody waits for a disk.
What an exception says may hold the name of a routine or of a person, so it is left out (docs/decisions/0048).
"""

from __future__ import annotations

import atexit
import contextlib
import errno
import logging
import queue
import sys
import traceback
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

import coach
from coach.store import log_file, private_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import TextIOWrapper
    from typing import Any

NAME = "coach"
LINE = "%(asctime)s %(levelname)s %(message)s"
MOST_WAITING = 1_000
"""So many lines wait for a slow disk; more are dropped."""
MOST_PLACES, MOST_CAUSES = 12, 8
"""So many places of a call are told, the last ones, and so many exceptions behind one."""
_PACKAGE = Path(coach.__file__).parent


def note(what: str) -> None:
    """Log what has happened, in words that stand in the program."""
    _logger().info(what)


def failed(what: str, error: BaseException) -> None:
    """Log that something failed; `what` stands in the program."""
    _logger().error("%s: %s", what, anatomy(error))


def open_file(folder: Path) -> None:
    """Begin to write what is logged, and what was until now; does nothing twice. Raises nothing."""
    waiting = _waiting()
    if waiting.listener is None:
        waiting.listener = _Writer(waiting.lines, _File(folder))
        waiting.listener.start()


def finish(folder: Path, wait_s: float) -> None:
    """Write what still waits, wait for that no longer than `wait_s` seconds, and write no more."""
    waiting = _waiting()
    if waiting.listener is None and not waiting.lines.empty():
        open_file(folder)
    listener, waiting.listener = waiting.listener, None
    if listener is not None:
        listener.end(wait_s)


def anatomy(error: BaseException) -> str:
    """Return kind and places of an exception and of those behind it, without what they say."""
    return "; from ".join(_parts(error))


def _parts(error: BaseException) -> Iterator[str]:
    waiting, seen = [error], set[int]()
    while waiting and len(seen) < MOST_CAUSES:
        each = waiting.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        places = traceback.extract_tb(each.__traceback__)[-MOST_PLACES:]
        where = ", ".join(f"{_place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in places)
        yield f"{_kind(each)} at {where}" if where else _kind(each)
        if isinstance(each, BaseExceptionGroup):
            waiting += each.exceptions
        waiting += [behind for behind in (each.__cause__, each.__context__) if behind is not None]


def _kind(error: BaseException) -> str:
    kind = type(error).__qualname__
    number = errno.errorcode.get(error.errno or 0) if isinstance(error, OSError) else None
    code = number or getattr(error, "sqlite_errorname", None)
    return f"{kind} {code}" if isinstance(code, str) else kind


def _place(file: str) -> str:
    """Return a file of the program as a reader knows it, without the folders above, which may name a person."""
    path = Path(file)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE).as_posix()
    above = [Path(each) for each in sys.path if each and path.is_relative_to(each)]
    deepest = max(above, key=lambda each: len(each.parts), default=path.parent)
    return path.relative_to(deepest).as_posix()


class _Waiting(QueueHandler):
    """Takes lines from any thread, and keeps them until they are written. It never waits."""

    def __init__(self) -> None:
        self.lines: queue.Queue[Any] = queue.Queue(MOST_WAITING)
        super().__init__(self.lines)
        self.listener: _Writer | None = None

    def enqueue(self, record: logging.LogRecord) -> None:
        """Keep a line, unless too many wait."""
        with contextlib.suppress(queue.Full):
            self.lines.put_nowait(record)


class _Writer(QueueListener):
    """The thread that writes."""

    def end(self, wait_s: float) -> None:
        """Write what waits, and end; who asks waits no longer than `wait_s` seconds."""
        with contextlib.suppress(queue.Full):
            self.enqueue_sentinel()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(wait_s)
            if thread.is_alive():  # on a disk that hangs: whoever closes the file, as logging does at exit, would too
                atexit.unregister(logging.shutdown)
                return
        for each in self.handlers:
            each.close()


class _File(RotatingFileHandler):
    """The file, for its owner alone. A disk that cannot be written is no news: nobody reads a log in vain."""

    def __init__(self, folder: Path) -> None:
        path = folder / log_file.NAME
        super().__init__(
            path, maxBytes=log_file.BYTES, backupCount=log_file.OLDER, encoding="utf-8", delay=True, errors="replace"
        )
        self.setFormatter(logging.Formatter(LINE))

    def _open(self) -> TextIOWrapper:
        private_files.make_folder(Path(self.baseFilename).parent)
        return open(self.baseFilename, "a", encoding=self.encoding, errors=self.errors, opener=private_files.opener)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the handler's own name
        """Go on without a line that could not be written."""


def _waiting() -> _Waiting:
    logger = logging.getLogger(NAME)
    found = next((each for each in logger.handlers if isinstance(each, _Waiting)), None)
    if found is None:
        found = _Waiting()
        logger.setLevel(logging.INFO)
        logger.propagate = False
        logger.addHandler(found)
    return found


def _logger() -> logging.Logger:
    _waiting()
    return logging.getLogger(NAME)
