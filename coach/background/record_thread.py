"""Works on the record on a thread of its own, one job after the other: a slow disk never delays a session.

A write that fails is kept and tried again with the next one; the failure is reported once. A write that can never work
is dropped alone. A thread that ended is noticed and started again. A record whose file was taken away while it was
open is written again.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coach.background.threads import run_beside
from coach.waves import later

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from coach.background import log
    from coach.store.record import file_access, opening
    from coach.store.record.journal import Journal
    from coach.store.record.moments import Instant
    from coach.store.record.opening import Opened
else:
    log = later("coach.background.log")
    sqlite3 = later("sqlite3")
    file_access, opening = later("coach.store.record.file_access"), later("coach.store.record.opening")

CHECK_AFTER_S = 5.0
"""Delay between opening the record and checking and copying it: not while the person waits for the first page."""
MOST_KEPT = 5_000
"""Most writes that are kept for later while the disk refuses them."""
GATHER_S = 0.02
"""So long a write waits for others, which come several at a time.

Whoever sent it has work of its own at this moment: taken at once, each write took Python’s lock from the thread of the
window a dozen times, and gave it back.
"""
LOOK_MS = 500
"""Time between two looks whether the thread still runs, while a question is open."""
MOST_REVIVED = 20
"""Most times that the thread, and likewise a file that was taken away, is begun again in one run."""
_NEVER, _DAMAGED = {1, 18, 20, 21, 25}, {11, 26}
"""Primary result codes of SQLite (sqlite.org/rescode.html).

The first are those of a write that can never work: ERROR, TOOBIG, MISMATCH, MISUSE, RANGE. The others, CORRUPT and
NOTADB, are those of a file that was damaged or replaced.
"""

_Work = tuple["Callable[[Journal], object]", "Callable[[object], None] | None"]


class RecordThread(QObject):
    """Opens the record and does jobs with it on its thread; results come back on the thread of this object."""

    opened = Signal(object)
    """An Opened: the record, or why there is none. Sent again when that changes."""
    failed = Signal(str)
    """The record cannot be written for now; sent once until it works again."""
    lost = Signal(str)
    """Something could not be kept, through a fault of coach's own; sent once."""
    _answered = Signal(object, object)

    def __init__(self, folder: Path, wall: Callable[[], Instant]) -> None:
        super().__init__()
        self.folder, self._wall = folder, wall
        self._work: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_over = False
        self._closing, self._has_closed = threading.Event(), threading.Event()
        self._looking = threading.Lock()
        self._answered.connect(self._on_answered)
        # Of the thread alone, once it runs
        self._journal: Journal | None = None
        self._trouble: object = None
        self._is_failing = False
        self._has_lost = False
        self._kept: deque[_Work] = deque(maxlen=MOST_KEPT)
        self._held: deque[_Work] = deque(maxlen=MOST_KEPT)
        """Writes that only exist in memory, for the file once it can be written."""
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
        """Open the record and begin to work. Raises nothing; where no thread can start, `failed` is sent."""
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        try:
            self._thread.start()
        except RuntimeError as error:  # the system has none left: tried again while something is asked of it
            if not self._is_failing:
                self._is_failing = True
                self.failed.emit(str(error))

    def stop(self, wait_s: float = 2.0) -> None:
        """Write what is left and close the file, also where the thread ends in one of the things that are left."""
        self._look()
        self._is_over = True
        self._watch.stop()
        self._closing.set()
        until_s = time.monotonic() + wait_s
        while self._thread is not None and self._thread.is_alive():
            self._work.put(None)
            self._thread.join(max(0.0, until_s - time.monotonic()))
            if self._thread.is_alive() or self._has_closed.is_set() or self._revived >= MOST_REVIVED:
                return
            self._revived += 1
            self.start()

    def _look(self) -> None:
        """Start another thread where this one has ended, so that no answer is waited for in vain."""
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
        is_over = False
        while not is_over:
            taken = self._gather()
            is_over = None in taken
            works = [work for work in taken if work is not None]
            self._kept.extend(works)
            if works and (self._journal is None or self._journal.is_held):
                self._open()
            self._attend()
        if self._journal is not None:
            self._journal.close()
        self._has_closed.set()

    def _gather(self) -> list[_Work | None]:
        """Wait for a job and return it, with what follows a write within a moment; None is the end of all."""
        taken = [self._work.get()]
        if taken[0] is not None and taken[0][1] is None and not self._closing.is_set():
            time.sleep(GATHER_S)  # not on the queue, where each of the others would wake this thread
        with contextlib.suppress(queue.Empty):
            while True:
                taken.append(self._work.get_nowait())
        return taken

    def _begin_anew(self) -> None:
        """Drop the job in which an earlier thread ended, if this is not the first thread."""
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
        """Open the record, and send what is wrong with it if that is news."""
        held_journal = self._journal
        if held_journal is not None and not file_access.is_writable(held_journal.path):
            return
        try:
            opened = opening.open_record(self.folder, self._wall(), may_hold=held_journal is None)
        except Exception as error:  # noqa: BLE001 - whatever it is, coaching goes on
            self._lose(error)
            opened = opening.Opened(None, opening.Trouble.UNWRITABLE)
        if held_journal is not None and opened.journal is not None:
            held_journal.close()
            self._journal = None
        if held_journal is None or opened.journal is not None:
            self._use(opened)

    def _use(self, opened: Opened) -> None:
        """Go on with the record that was opened, and bring it up to date with the session that is running."""
        previous, self._journal = self._journal, opened.journal
        if opened.journal is not None or opened.trouble is not self._trouble:
            self.opened.emit(opened)
        if opened.trouble not in {None, self._trouble}:
            log.note(f"record: {opened.trouble.value}")
        self._trouble = opened.trouble
        if opened.journal is None:
            self._is_failing = True
            return
        self._kept.extendleft(reversed(self._held))
        self._held.clear()
        if opened.is_another:
            self._kept.extendleft((work, None) for work in reversed(self._again()))
        # The copies beside a record that began anew may hold more than it does; one that can only be read is not
        # copied.
        if previous is None and not opened.is_another and not opened.journal.is_held:
            run_beside(self._look_after, lambda _why: None, "record check")  # tried again in the next run

    def _again(self) -> list[Callable[[Journal], object]]:
        """Return the writes that have to be repeated in a record that begins anew. Called on the record's thread."""
        return []

    def _attend(self) -> None:
        """Do the jobs that wait, and send once that they cannot be done now."""
        if self._journal is None:
            _give_up_questions(self._kept, self._answered.emit)
            return
        error = self._write()
        if error is not None and not self._is_failing:
            log.failed("record", error)
            self.failed.emit(str(error))
        self._is_failing = error is not None or self._journal is None

    def _look_after(self) -> None:
        """Check the record and copy it, while others may be writing it."""
        if not self._closing.wait(CHECK_AFTER_S):
            now, journal = self._wall(), self._journal
            if journal is not None and journal.way is not file_access.Way.SHARED:
                self._work.put((lambda open_now: opening.copy_through(open_now, self.folder, now), None))
                return
            with self._looking, contextlib.suppress(Exception):  # tried again in the next run
                opening.look_after(self.folder, now)

    def _write(self) -> Exception | None:
        """Do the jobs in order, up to the first that fails for now, and return its error."""
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
        """Write a record again whose file was taken away; False once that has happened MOST_REVIVED times."""
        self._brought += 1
        if self._brought > MOST_REVIVED:
            return False
        with self._looking:
            self._use(opening.bring_back(journal, self._wall()))
        return True

    def _has_begun_anew(self, journal: Journal) -> bool:
        """Begin a new record with what can be read of one that was damaged while it was open.

        False where that fails.
        """
        try:
            return self._bring_back(journal)
        except (OSError, sqlite3.Error):
            return False

    def _lose(self, error: object) -> None:
        """Tell once that something could not be kept."""
        if not self._has_lost:
            self._has_lost = True
            if isinstance(error, Exception):
                log.failed("record", error)
            self.lost.emit(f"{type(error).__name__}: {error}" if error else "")

    def do(self, job: Callable[[Journal], object], then: Callable[[object], None] | None = None) -> None:
        """Have the thread do a job with the record; `then` gets its result on the thread of this object.

        `then` gets None where the record cannot be read. A job without `then` is a write, and is tried again.
        """
        if then is not None:
            self._asked += 1
            if not self._watch.isActive():
                self._watch.start()
        self._work.put((job, then))
        self._look()


def _give_up_questions(jobs: deque[_Work], answer: Callable[[object, object], None]) -> None:
    """Answer the questions among the jobs with None, so that nobody waits for a disk; keep the writes."""
    for work in [job for job in jobs if job[1] is not None]:
        jobs.remove(work)
        answer(work[1], None)


def _may_come_right(error: Exception, code: int) -> bool:
    """Tell whether a write may work later, as when the disk is full or the file locked."""
    if isinstance(error, sqlite3.Error):
        return not isinstance(error, sqlite3.IntegrityError) and code not in _NEVER
    return isinstance(error, OSError)
