"""Works on the record on a thread of its own: one queue, in order. A disk that fails never holds anybody up.

What cannot be written is kept and tried again with the next thing to write; that it cannot is told once. What can never
be written takes nothing else along; a thread that ends is noticed and begins anew. A record that was taken away while
it is open is written anew.
"""

from __future__ import annotations

import contextlib
import queue
import sqlite3
import threading
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coach.background.threads import run_beside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.store.record.journal import Journal
    from coach.store.record.moments import Instant
    from coach.store.record.opening import Opened

CHECK_AFTER_S = 5.0
"""So long after it was opened the record is checked and copied: not while the person waits for the first page."""
MOST_KEPT = 5_000
"""Writes that are kept at most while the disk does not take them."""
LOOK_MS = 500
"""So often is looked whether the thread still lives, while something is asked of it."""
MOST_REVIVED = 20
"""So often it begins anew in one run."""
_NEVER, _DAMAGED = {1, 18, 20, 21, 25}, {11, 26}
"""What SQLite says of what can never be written, and of a file that is none of its own any more."""

_Work = tuple["Callable[[Journal], object]", "Callable[[object], None] | None"]


class RecordThread(QObject):
    """Opens the record, does with it what it is told, and answers on its own thread."""

    opened = Signal(object)
    """An Opened: the record, or why there is none. Told again when that changes."""
    failed = Signal(str)
    """The record cannot be written for now; told once until it works again."""
    lost = Signal(str)
    """Something could not be kept, through a fault of coach's own; told once."""
    _answered = Signal(object, object)

    def __init__(self, folder: Path, wall: Callable[[], Instant]) -> None:
        super().__init__()
        self.folder, self._wall = folder, wall
        self._work: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_over = False
        self._closing = threading.Event()
        self._looking = threading.Lock()
        self._answered.connect(self._on_answered)
        # Of the thread alone, once it runs
        self._journal: Journal | None = None
        self._trouble: object = None
        self._is_failing = False
        self._has_lost = False
        self._kept: deque[_Work] = deque(maxlen=MOST_KEPT)
        self._held: deque[_Work] = deque(maxlen=MOST_KEPT)
        """What was written where it goes with the program, for the record once that can be written."""
        self._doing: _Work | None = None
        self._brought = 0
        # Of this object's own thread
        self._asked = 0
        self._revived = 0
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self._look)

    def now(self) -> Instant:
        """Return the moment of the calendar."""
        return self._wall()

    # The thread

    def start(self) -> None:
        """Open the record and begin to work. Raises nothing; where no thread can begin, that is told."""
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        try:
            self._thread.start()
        except RuntimeError as error:  # the system has none left: tried again while something is asked of it
            if not self._is_failing:
                self._is_failing = True
                self.failed.emit(str(error))

    def stop(self, wait_s: float = 2.0) -> None:
        """Write what is left and close the file."""
        self._look()
        self._is_over = True
        self._watch.stop()
        self._closing.set()
        if self._thread is not None and self._thread.is_alive():
            self._work.put(None)
            self._thread.join(wait_s)

    def _look(self) -> None:
        """Begin anew where the thread has ended: nobody waits for an answer that cannot come."""
        if self._thread is None or self._thread.is_alive() or self._is_over or self._revived >= MOST_REVIVED:
            return
        self._revived += 1
        self.start()

    def _on_answered(self, then: Callable[[object], None], result: object) -> None:
        self._asked -= 1
        if self._asked <= 0:
            self._watch.stop()
        if not self._is_over:
            then(result)

    def _run(self) -> None:
        self._begin_anew()
        self._open()
        while (work := self._work.get()) is not None:
            self._kept.append(work)
            if self._journal is None or self._journal.is_held:
                self._open()
            self._attend()
        self._attend()
        if self._journal is not None:
            self._journal.close()

    def _begin_anew(self) -> None:
        """Leave out what an earlier thread ended in, if this is not the first."""
        if self._doing is not None:
            self._lose("")
            if self._kept and self._kept[0] is self._doing:
                self._kept.popleft()
            if self._doing[1] is not None:
                self._answered.emit(self._doing[1], None)
            self._doing = None
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _open(self) -> None:
        """Open the record, and tell what is wrong with it unless that was told."""
        from coach.store.record.file_access import is_writable  # noqa: PLC0415 - as above
        from coach.store.record.opening import Opened, Trouble, open_record  # noqa: PLC0415 - sqlite3 comes after the first paint

        held = self._journal
        if held is not None and not is_writable(held.path):
            return
        try:
            found = open_record(self.folder, self._wall(), may_hold=held is None)
        except Exception as error:  # noqa: BLE001 - whatever it is, coaching goes on
            self._lose(error)
            found = Opened(None, Trouble.UNWRITABLE)
        if held is not None and found.journal is not None:
            held.close()
            self._journal = None
        if held is None or found.journal is not None:
            self._use(found)

    def _use(self, found: Opened) -> None:
        """Work on with that record, and write into it what it does not know of a session that goes on."""
        before, self._journal = self._journal, found.journal
        if found.journal is not None or found.trouble is not self._trouble:
            self.opened.emit(found)
        self._trouble = found.trouble
        if found.journal is None:
            self._is_failing = True
            return
        self._kept.extendleft(reversed(self._held))
        self._held.clear()
        if found.is_another:
            self._kept.extendleft((work, None) for work in reversed(self._again()))
        # What is beside one that begins anew may still be wanted; one that can only be read is not copied.
        if before is None and not found.is_another and not found.journal.is_held:
            run_beside(self._look_after, lambda _why: None, "record check")  # there is another day

    def _again(self) -> list[Callable[[Journal], object]]:
        """Return what is to be written once more into a record that begins anew. On the thread."""
        return []

    def _attend(self) -> None:
        """Do what is to be done, and tell once that it cannot be done now."""
        if self._journal is None:
            _give_up_questions(self._kept, self._answered.emit)
            return
        error = self._write()
        if error is not None and not self._is_failing:
            self.failed.emit(str(error))
        self._is_failing = error is not None or self._journal is None

    def _look_after(self) -> None:
        """Check the record and copy it, beside what is being written."""
        from coach.store.record.file_access import Way  # noqa: PLC0415 - as above
        from coach.store.record.opening import copy_through, look_after  # noqa: PLC0415 - loaded by the other thread already

        if not self._closing.wait(CHECK_AFTER_S):
            now, journal = self._wall(), self._journal
            if journal is not None and journal.way is not Way.SHARED:
                self._work.put((lambda open_now: copy_through(open_now, self.folder, now), None))
                return
            with self._looking, contextlib.suppress(Exception):  # there is another day
                look_after(self.folder, now)

    def _write(self) -> Exception | None:
        """Do what is to be done in order, up to the first thing that fails for now."""
        while self._kept and self._journal is not None:
            do, then = self._doing = self._kept[0]
            result: object = None
            try:
                if not self._journal.is_in_its_place() and self._bring_back(self._journal):
                    continue
                result = do(self._journal)
            except Exception as error:  # noqa: BLE001 - one thing that fails must not end all that comes after it
                code = getattr(error, "sqlite_errorcode", 1) & 0xFF
                if code in _DAMAGED and self._has_begun_anew(self._journal):
                    continue
                if then is None and _may_come_right(error, code):
                    self._doing = None
                    _give_up_questions(self._kept, self._answered.emit)
                    return error
                if not isinstance(error, OSError | sqlite3.Error) or then is None:
                    self._lose(error)
            self._doing = None
            self._kept.popleft()
            if then is None and self._journal is not None and self._journal.is_held:
                self._held.append((do, None))
            if then is not None:
                self._answered.emit(then, result)
        return None

    def _bring_back(self, journal: Journal) -> bool:
        """Write a record anew that was taken away; false where that happens too often to be true."""
        from coach.store.record.opening import bring_back  # noqa: PLC0415 - loaded by this thread already

        self._brought += 1
        if self._brought > MOST_REVIVED:
            return False
        with self._looking:
            self._use(bring_back(journal, self._wall()))
        return True

    def _has_begun_anew(self, journal: Journal) -> bool:
        """Begin anew beside a record that was damaged while it was open, with what can be read of it."""
        try:
            return self._bring_back(journal)
        except (OSError, sqlite3.Error):
            return False

    def _lose(self, error: object) -> None:
        """Tell once that something could not be kept."""
        if not self._has_lost:
            self._has_lost = True
            self.lost.emit(f"{type(error).__name__}: {error}" if error else "")

    def do(self, what: Callable[[Journal], object], then: Callable[[object], None] | None = None) -> None:
        """Let the thread do something with the record; `then` gets its result on this object's own thread.

        With a record that cannot be read `then` gets None.
        """
        if then is not None:
            self._asked += 1
            if not self._watch.isActive():
                self._watch.start()
        self._work.put((what, then))
        self._look()


def _give_up_questions(kept: deque[_Work], answer: Callable[[object, object], None]) -> None:
    """Answer what was asked with None, since nobody should wait for a disk; keep what is to be written."""
    for work in [each for each in kept if each[1] is not None]:
        kept.remove(work)
        answer(work[1], None)


def _may_come_right(error: Exception, code: int) -> bool:
    """Tell whether something can be written later, as when a disk is full or a file locked."""
    if isinstance(error, sqlite3.Error):
        return not isinstance(error, sqlite3.IntegrityError) and code not in _NEVER
    return isinstance(error, OSError)
