"""Stores a session in the record as it happens, event by event, and answers questions about earlier ones."""

from __future__ import annotations

import contextlib
from collections import deque
from typing import TYPE_CHECKING

from coach.background.record_thread import MOST_KEPT, RecordThread
from coach.core.events import BecauseOfPain, BlockEnded, Ended, Event, Finished, MistakeTaken, PainStopped
from coach.core.timeline import BlockKind
from coach.store.record.event_row import columns
from coach.waves import later

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from coach.core.events import Snapshot
    from coach.store.record import opening
    from coach.store.record.journal import Journal
    from coach.store.record.moments import Instant
    from coach.store.record.session_start import SessionStart
    from coach.store.record.values import Compared, DoneBefore, EarlierSessions, Ending, Unfinished
else:
    sqlite3, opening = later("sqlite3"), later("coach.store.record.opening")

OF_LATE_MS = 90 * 86_400_000
"""An exercise that hurt longer ago is not told of any more while a routine is written (ours)."""
MARK_MS = 5_000
"""Time of a block between two marks of the place."""


class Recorder(RecordThread):
    """Stores what happens, and answers what was stored."""

    def __init__(self, folder: Path, wall: Callable[[], Instant]) -> None:
        super().__init__(folder, wall)
        self._session: int | None = None
        self._number = 0
        self._marked = (-1, -1)
        self._zero_ms = 0
        self.is_aside = False
        """Whether what happens now is tried out alone: nothing of it is stored."""
        self._told: deque[Callable[[Journal], object]] = deque(maxlen=MOST_KEPT)
        """The writes of this session, to repeat them in a record that has to begin anew."""

    def _again(self) -> list[Callable[[Journal], object]]:
        if self._session is None:
            return []
        self._session = None
        again = list(self._told)
        self._told.clear()
        return again

    # A session, as it happens

    def begin(self, start: SessionStart, now_ms: int) -> None:
        """Store that a session begins; `now_ms` is this instant of its own clock."""
        self._marked, self._zero_ms = (-1, -1), now_ms

        self.do(self._beginner(start))

    def _beginner(self, start: SessionStart) -> Callable[[Journal], None]:
        def begin(journal: Journal) -> None:
            self._session, self._number = journal.begin(start), 0
            self._told = deque([begin], MOST_KEPT)

        return begin

    def go_on(self, session: int, now_ms: int, start: SessionStart | None = None) -> None:
        """Store that a session that was cut off is continued; `now_ms` is this instant of its own clock.

        Where a new record has to be begun meanwhile, the session begins there with `start`.
        """
        self._marked, self._zero_ms = (-1, -1), now_ms

        def reopen(journal: Journal) -> None:
            journal.reopen(session)
            self._session, self._number = session, journal.last_event(session)
            self._told = deque([] if start is None else [self._beginner(start)], MOST_KEPT)

        self.do(reopen)

    def take(self, event: Event) -> None:
        """Store one event of the session and all that it changes, in one transaction."""
        at_ms, at = event.at_ms - self._zero_ms, self._wall()

        def keep(journal: Journal, session: int) -> None:
            number = self._number + 1
            with journal.together():
                journal.event(session, number, at_ms, event.kind, *columns(event))
                match event:
                    case BlockEnded(index=index, block=block, spent_ms=spent_ms, why=why) if block.kind.is_work:
                        journal.left(session, number, index, block, spent_ms, why.value)
                    case BecauseOfPain(index=index, block=block):  # it was left already, and its seconds are stored
                        journal.mark(session, index, block, 0, at.ms)
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
        """Store the place of the session, at the start of each block and every 5 s of its own time."""
        place = snapshot.index, snapshot.spent_ms // MARK_MS
        if place == self._marked or not snapshot.phase.is_live or _leads_back(snapshot):
            return
        self._marked = place
        at_ms = self._wall().ms
        self._in_session(lambda j, s: j.mark(s, snapshot.index, snapshot.block, snapshot.spent_ms, at_ms))

    def _in_session(self, write: Callable[[Journal, int], object]) -> None:
        if self.is_aside:
            return

        def work(journal: Journal) -> None:
            if self._session is not None:
                write(journal, self._session)
                # Only after it has worked: one that fails is still in the queue of the thread, and would be written
                # twice.
                self._told.append(work)

        self.do(work)

    # What the person says

    def set_after(self, pain: int | None, compared: Compared | None) -> None:
        """Store the number after the session, and how the person compares."""
        at = self._wall()
        self._in_session(lambda j, s: j.set_after(s, pain, compared, at))

    def set_stop_pain(self, pain: int) -> None:
        """Store the number after a pain stop."""
        at = self._wall()
        self._in_session(lambda j, s: j.set_stop_pain(s, pain, at))

    def set_note(self, note: str) -> None:
        """Store the person's own words."""
        self._in_session(lambda j, s: j.set_note(s, note))

    def end_as(self, ending: Ending, at: Instant) -> None:
        """Store another ending of the session: the person says that it was because of pain, or that it was not."""
        self._in_session(lambda j, s: j.end(s, ending, at))

    def set_next_day(self, session: int, *, worse: bool) -> None:
        """Store how the back was after the last session."""
        self.do(lambda journal: journal.set_next_day(session, worse=worse))

    def answer(self, question: str, answer: str) -> None:
        """Store an answer that belongs to no session."""
        at = self._wall()
        self.do(lambda journal: journal.answer(at, question, answer))

    # What was kept

    def ask_past(self, then: Callable[[tuple[EarlierSessions, Unfinished | None] | None], None]) -> None:
        """Find what the check needs, and the session that can be continued; end all others without an ending.

        `then` gets both together, since a start needs both, or None where the record cannot be read.
        """

        def known(journal: Journal) -> tuple[EarlierSessions, Unfinished | None]:
            unfinished = journal.unfinished(self._session)
            with contextlib.suppress(sqlite3.Error):  # a disk that cannot be written can still be read
                journal.close_unfinished(self._session, None if unfinished is None else unfinished.session)
            return journal.past(), unfinished

        self.do(known, lambda result: then(result))  # type: ignore[arg-type]  # noqa: PLW0108

    def ask_done(self, session: int, then: Callable[[DoneBefore | None], None]) -> None:
        """End what was cut off, and find what was done in that session, the seconds of its last mark included."""

        def done(journal: Journal) -> DoneBefore:
            journal.close_unfinished(self._session)
            return journal.done_of(session)

        self.do(done, lambda result: then(result))  # type: ignore[arg-type]  # noqa: PLW0108

    def ask_stopped(self, then: Callable[[frozenset[str]], None]) -> None:
        """Find the ids of the exercises in which the person stopped for pain of late; none where that is not known."""
        since_ms = self.now().ms - OF_LATE_MS

        def stopped(journal: Journal) -> frozenset[str]:
            return journal.stopped_in(since_ms)

        self.do(stopped, lambda result: then(result if isinstance(result, frozenset) else frozenset()))

    def delete_all(self, then: Callable[[object], None]) -> None:
        """Delete everything that is stored; `then` gets True, or None where that failed."""

        def delete(journal: Journal) -> bool:
            with self._looking:  # no copy is made of what is being deleted
                journal.delete_all()
                opening.delete_copies(self.folder)
            self._session = None  # a running session goes on, and no more of it is stored
            self._told.clear()
            return True

        self.do(delete, then)

    def use_copy(self, copy: Path, then: Callable[[object], None]) -> None:
        """Add everything that a copy holds to the record; `then` gets True, or None where that failed."""

        def use(journal: Journal) -> bool:
            with self._looking:
                shift = opening.use_copy(journal, copy)
            if self._session is not None:
                self._session += shift
            return True

        self.do(use, then)

    def close_unfinished(self) -> None:
        """End every session that was cut off, with what was done in it."""
        self.do(lambda journal: journal.close_unfinished(self._session))


def _leads_back(snapshot: Snapshot) -> bool:
    """Tell whether the way down leads to where a session was cut off: that place stays noted until it is reached."""
    following = snapshot.following
    on_way = snapshot.block.kind is BlockKind.WAY
    return on_way and following is not None and following.kind is not BlockKind.GET_READY
