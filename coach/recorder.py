"""Writes the record beside the session: one thread, one queue, in order. A disk that fails never holds anybody up.

What cannot be written is kept and tried again with the next thing to write; that it cannot is told once.
"""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.core.events import BlockEnded, Ended, Event, Finished, MistakeTaken, PainStopped
from coach.store.event_row import columns

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.core.events import Snapshot
    from coach.core.timeline import Block
    from coach.store.instant import Instant
    from coach.store.journal import Journal
    from coach.store.past import Compared, Done, Ending, Past, Unfinished
    from coach.store.record import Opened
    from coach.store.start import Start

MARK_MS = 5_000
"""So many ms of a block's own time lie between two notes of the place."""
CHECK_AFTER_S = 5.0
"""So long after it was opened the record is checked and copied: not while the person waits for the first page."""
MOST_KEPT = 5_000
"""Writes that are kept at most while the disk does not take them."""

_Work = tuple["Callable[[Journal], object]", "Callable[[object], None] | None"]


class Recorder(QObject):
    """Keeps what happens, and answers what was kept."""

    opened = Signal(object)
    """An Opened: the record, or why there is none."""
    failed = Signal(str)
    """The record cannot be written for now; told once until it works again."""
    _answered = Signal(object, object)

    def __init__(self, folder: Path, wall: Callable[[], Instant]) -> None:
        super().__init__()
        self.folder, self._wall = folder, wall
        self._work: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._session: int | None = None
        self._number = 0
        self._marked = (-1, -1)
        self._zero_ms = 0
        self._is_over = False
        self._closing = threading.Event()
        self._looking = threading.Lock()
        self._answered.connect(self._on_answered)

    def now(self) -> Instant:
        """Return the moment of the calendar."""
        return self._wall()

    # The thread

    def start(self) -> None:
        """Open the record and begin to work."""
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self._thread.start()

    def stop(self, wait_s: float = 2.0) -> None:
        """Write what is left and close the file."""
        self._is_over = True
        self._closing.set()
        if self._thread is not None and self._thread.is_alive():
            self._work.put(None)
            self._thread.join(wait_s)

    def _on_answered(self, then: Callable[[object], None], result: object) -> None:
        if not self._is_over:
            then(result)

    def _run(self) -> None:
        from coach.store.record import open_record  # noqa: PLC0415 - sqlite3 comes after the first paint

        found: Opened = open_record(self.folder, self._wall())
        journal = found.journal
        self.opened.emit(found)
        if journal is not None:
            threading.Thread(target=self._look_after, name="record check", daemon=True).start()
        kept: deque[_Work] = deque(maxlen=MOST_KEPT)
        failing = journal is None
        while (work := self._work.get()) is not None:
            kept.append(work)
            if journal is None:
                found = open_record(self.folder, self._wall())
                journal = found.journal
            if journal is None:
                _give_up_questions(kept, self._answered.emit)
                continue
            error = self._write(journal, kept)
            if error is not None and not failing:
                self.failed.emit(str(error))
            failing = error is not None
        if journal is not None:
            self._write(journal, kept)
            journal.close()

    def _look_after(self) -> None:
        """Check the record and copy it, beside what is being written."""
        from coach.store.record import look_after  # noqa: PLC0415 - loaded by the other thread already

        if not self._closing.wait(CHECK_AFTER_S):
            with self._looking:
                look_after(self.folder, self._wall())

    def _write(self, journal: Journal, kept: deque[_Work]) -> Exception | None:
        """Do what is to be done in order, up to the first thing that fails."""
        lost: Exception | None = None
        while kept:
            do, then = kept[0]
            result: object = None
            try:
                result = do(journal)
            except sqlite3.IntegrityError as error:
                # It can never be written: what it belongs to is gone. It must not keep back what comes after it.
                lost = error
            except (sqlite3.Error, OSError) as error:
                _give_up_questions(kept, self._answered.emit)
                return error
            kept.popleft()
            if then is not None:
                self._answered.emit(then, result)
        return lost

    def do(self, what: Callable[[Journal], object], then: Callable[[object], None] | None = None) -> None:
        """Let the thread do something with the record; `then` gets its result on this object's own thread.

        With a record that cannot be read `then` gets None.
        """
        self._work.put((what, then))

    # A session, as it happens

    def begin(self, start: Start, now_ms: int) -> None:
        """Note that a session begins, at this instant of its own clock."""
        self._marked, self._zero_ms = (-1, -1), now_ms

        def begin(journal: Journal) -> None:
            self._session, self._number = journal.begin(start), 0

        self.do(begin)

    def go_on(self, session: int, now_ms: int) -> None:
        """Note that a session that was cut off goes on, at this instant of its own clock."""
        self._marked, self._zero_ms = (-1, -1), now_ms

        def reopen(journal: Journal) -> None:
            journal.reopen(session)
            self._session, self._number = session, journal.last_event(session)

        self.do(reopen)

    def take(self, event: Event) -> None:
        """Keep one event of the session, with all that it changes, as one."""
        at_ms, at = event.at_ms - self._zero_ms, self._wall()

        def keep(journal: Journal, session: int) -> None:
            number = self._number + 1
            with journal.together():
                journal.event(session, number, at_ms, type(event).__name__, *columns(event))
                match event:
                    case BlockEnded(index=index, block=block, spent_ms=spent_ms, why=why) if block.kind.is_work:
                        journal.left(session, number, index, block, spent_ms, why.value)
                    case Finished():
                        journal.end(session, "finished", at)
                    case Ended():
                        journal.end(session, "ended", at)
                    case PainStopped():
                        journal.end(session, "stopped for pain", at)
                    case MistakeTaken():
                        journal.reopen(session)
                    case _:
                        pass
            self._number = number

        self._in_session(keep)

    def mark(self, snapshot: Snapshot) -> None:
        """Note the place, at each block's start and every 5 s of its own time."""
        place = snapshot.index, snapshot.spent_ms // MARK_MS
        if place == self._marked or not snapshot.phase.is_live:
            return
        self._marked = place
        at_ms = self._wall().ms
        self._in_session(lambda j, s: j.mark(s, snapshot.index, snapshot.block, snapshot.spent_ms, at_ms))

    def note_place(self, index: int, block: Block) -> None:
        """Note that it hurt in that block, though it was left already; its seconds are kept with it."""
        at_ms = self._wall().ms
        self._in_session(lambda j, s: j.mark(s, index, block, 0, at_ms))

    def _in_session(self, what: Callable[[Journal, int], object]) -> None:
        def work(journal: Journal) -> None:
            if self._session is not None:
                what(journal, self._session)

        self.do(work)

    # What the person says

    def set_after(self, pain: int | None, compared: Compared | None) -> None:
        """Keep the number after the session, and how the person compares."""
        self._in_session(lambda j, s: j.set_after(s, pain, compared))

    def set_stop_pain(self, pain: int) -> None:
        """Keep the number told after a pain stop."""
        self._in_session(lambda j, s: j.set_stop_pain(s, pain))

    def set_note(self, note: str) -> None:
        """Keep the person's own words."""
        self._in_session(lambda j, s: j.set_note(s, note))

    def end_as(self, ending: Ending, at: Instant) -> None:
        """Note another ending of the session: the person says that it was because of pain, or that it was not."""
        self._in_session(lambda j, s: j.end(s, ending, at))

    def set_next_day(self, session: int, *, worse: bool) -> None:
        """Keep how the back was after the last session."""
        self.do(lambda journal: journal.set_next_day(session, worse=worse))

    def answer(self, question: str, answer: str) -> None:
        """Keep an answer that belongs to no session."""
        at = self._wall()
        self.do(lambda journal: journal.answer(at, question, answer))

    # What was kept

    def ask_past(self, then: Callable[[Past | None], None]) -> None:
        """Find what the check has to know."""
        self.do(lambda journal: journal.past(), lambda found: then(found))  # type: ignore[arg-type]  # noqa: PLW0108

    def ask_unfinished(self, then: Callable[[Unfinished | None], None]) -> None:
        """Find a session that was cut off."""
        self.do(lambda journal: journal.unfinished(), lambda found: then(found))  # type: ignore[arg-type]  # noqa: PLW0108

    def ask_done(self, session: int, then: Callable[[list[Done] | None], None]) -> None:
        """Close what was cut off and find what was done of that session, the last noted seconds included."""

        def done(journal: Journal) -> list[Done]:
            journal.close_unfinished()
            return journal.done_of(session)

        self.do(done, lambda found: then(found))  # type: ignore[arg-type]  # noqa: PLW0108

    def delete_all(self, then: Callable[[object], None]) -> None:
        """Delete everything that was kept; `then` is told whether it worked."""

        def delete(journal: Journal) -> bool:
            from coach.store.record import delete_copies  # noqa: PLC0415 - loaded by this thread already

            with self._looking:  # no copy is made of what is being deleted
                journal.delete_all()
                delete_copies(self.folder)
            self._session = None  # a session that runs goes on; nothing more of it is kept
            return True

        self.do(delete, then)

    def use_copy(self, copy: Path, then: Callable[[object], None]) -> None:
        """Take what a copy of the record holds."""

        def use(journal: Journal) -> bool:
            from coach.store.record import use_copy  # noqa: PLC0415 - loaded by this thread already

            use_copy(journal, copy)
            return True

        self.do(use, then)

    def close_unfinished(self) -> None:
        """Close what was cut off with what was done of it."""
        self.do(lambda journal: journal.close_unfinished())


def _give_up_questions(kept: deque[_Work], answer: Callable[[object, object], None]) -> None:
    """Answer what was asked with None, since nobody should wait for a disk; keep what is to be written."""
    for work in [each for each in kept if each[1] is not None]:
        kept.remove(work)
        answer(work[1], None)
