"""The record of what was really done: every event is committed when it happens. No threads and no clock in here.

Instants are in ms since 1970 (UTC) with the minutes that local time was ahead then, so that a session keeps its day
when the clocks or the country change. Times inside a session are in ms of its own clock. Which warning sign or which
line of the ask-first list applied has no column: it is never asked, so it is never kept.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coach.store.record.check_past import read_past
from coach.store.record.cut_off import LAST_NUMBER, end_as_cut_off, is_open, read_unfinished
from coach.store.record.finished import LENGTH
from coach.store.record.record_file import RecordFile
from coach.store.record.values import Done, DoneBefore

if TYPE_CHECKING:
    from coach.core.timeline import Block
    from coach.store.record.moments import Instant
    from coach.store.record.session_start import SessionStart
    from coach.store.record.values import Compared, EarlierSessions, Ending, Unfinished


class Journal(RecordFile):
    """What is written into an open record. Every method commits before it returns."""

    # A session, as it happens

    def begin(self, start: SessionStart) -> int:
        """Store that a session began, and return its id."""
        at = start.at
        values = (start.routine, start.routine_name, start.routine_version, start.pacing)
        # Before the session: without one, a timetable and names do no harm.
        if start.planned_ms:
            self._db.execute(
                "INSERT INTO timetable VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET planned_ms = excluded.planned_ms"
                " WHERE planned_ms <> excluded.planned_ms",
                (start.routine, start.routine_version, start.planned_ms),
            )
        self._db.execute(  # all in one statement, which waits for the disk once
            "INSERT INTO exercise_name SELECT ?, ?, json_extract(value, '$[0]'), json_extract(value, '$[1]')"
            " FROM json_each(?) WHERE true"
            " ON CONFLICT DO UPDATE SET name = excluded.name WHERE name <> excluded.name",
            (start.routine, start.routine_version, json.dumps(start.names)),
        )
        cursor = self._db.execute(
            "INSERT INTO session (started_ms, offset_min, routine, routine_name, routine_version, pacing, pain_before,"
            " restart) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (at.ms, at.offset_min, *values, start.pain_before, start.restart),
        )
        return int(cursor.lastrowid or 0)

    def event(  # noqa: PLR0917 - a row of the table
        self, session: int, number: int, at_ms: int, kind: str, block: int | None, detail: int | None
    ) -> None:
        """Store one event of a session; `number` counts them, `detail` is the one duration that it may have, in ms."""
        self._db.execute(
            # A write that failed is tried again, and may have been stored after all.
            "INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?, ?)",
            (session, number, at_ms, kind, block, detail),
        )

    def left(  # noqa: PLR0917 - a row of the table
        self, session: int, number: int, index: int, block: Block, spent_ms: int, why: str
    ) -> None:
        """Store that a work block was left after `spent_ms` of its own time."""
        self._db.execute(
            "INSERT OR IGNORE INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(session, number, index, block.exercise, block.position, block.round, block.side),
                *(block.duration_ms, spent_ms, why, block.set, block.reps),
            ),
        )
        # The last mark of this place holds the same seconds: they must not count twice.
        self._db.execute("UPDATE place SET spent_ms = 0 WHERE session = ? AND block = ?", (session, index))

    def mark(self, session: int, index: int, block: Block, spent_ms: int, now_ms: int) -> None:
        """Store where the person is, in case the session is cut off; `now_ms` is in ms since 1970 (UTC)."""
        self._db.execute(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(session, index, block.exercise, block.position, block.round, block.rounds, block.side),
                *(int(block.kind.is_work), block.duration_ms, spent_ms, now_ms, block.set, block.reps),
            ),
        )

    def end(self, session: int, ending: Ending, at: Instant) -> None:
        """Store how and when a session ended."""
        self._db.execute("UPDATE session SET ending = ?, ended_ms = ? WHERE id = ?", (ending, at.ms, session))

    def reopen(self, session: int) -> None:
        """Take an ending back: the pain stop was a mistake, or the person goes on where the session was cut off."""
        self._db.execute("UPDATE session SET ending = NULL, ended_ms = NULL WHERE id = ?", (session,))

    # What the person says

    def set_after(self, session: int, pain: int | None, compared: Compared | None, told: Instant | None = None) -> None:
        """Store the pain number after the session, when it was told, and how it compares; None leaves what is stored.

        The same number once more, as with an answer beside it, keeps the moment at which it was told first.
        """
        self._db.execute(
            "UPDATE session SET pain_after = coalesce(:pain, pain_after), compared = coalesce(:compared, compared),"
            " pain_after_ms = CASE WHEN coalesce(:pain, pain_after) IS pain_after THEN pain_after_ms ELSE :ms END"
            " WHERE id = :id",
            {"pain": pain, "compared": compared, "ms": _ms(told), "id": session},
        )

    def set_stop_pain(self, session: int, pain: int, told: Instant | None = None) -> None:
        """Store the pain number after a pain stop, and when it was told."""
        self._db.execute(
            "UPDATE session SET stop_pain = :pain,"
            " stop_pain_ms = CASE WHEN :pain IS stop_pain THEN stop_pain_ms ELSE :ms END WHERE id = :id",
            {"pain": pain, "ms": _ms(told), "id": session},
        )

    def set_note(self, session: int, note: str) -> None:
        """Store the person's own words."""
        self._db.execute("UPDATE session SET note = ? WHERE id = ?", (note, session))

    def set_next_day(self, session: int, *, worse: bool) -> None:
        """Store whether the back hurt more that day or the day after."""
        self._db.execute("UPDATE session SET next_day = ? WHERE id = ?", ("worse" if worse else "no", session))

    def answer(self, at: Instant, question: str, answer: str) -> None:
        """Store an answer that belongs to no session: how a check ended, or whether the stretches help.

        Of a professional's yes about a warning sign only that there was one, never which sign.
        """
        self._db.execute("INSERT INTO answer VALUES (?, ?, ?, ?)", (at.ms, at.offset_min, question, answer))

    # What was cut off

    def unfinished(self, besides: int | None = None) -> Unfinished | None:
        """Return the newest session without an ending that has a mark, except `besides`, the one that is running."""
        return read_unfinished(self._db, besides)

    def close_unfinished(self, *besides: int | None) -> None:
        """End every session without an ending as cut off, with what was done, the seconds of its last mark included.

        Except `besides`: the one that is running, and one that the person may still want to continue.
        """
        still_open = is_open(besides)
        if not self._number(f"SELECT EXISTS (SELECT 1 FROM session WHERE {still_open})"):  # noqa: S608 - numbers only
            return
        with self.together():
            end_as_cut_off(self._db, still_open)

    def done_of(self, session: int) -> DoneBefore:
        """Return the work blocks that were left in a session, in the order of time, and how long it took."""
        rows = self._db.execute("SELECT block, spent_ms, why FROM block WHERE session = ? ORDER BY number", (session,))
        length_ms = self._number(f"SELECT coalesce(max({LENGTH}), 0) FROM session WHERE id = {int(session)}")  # noqa: S608 - all of it stands in store
        return DoneBefore([Done(*row) for row in rows], length_ms)

    def last_event(self, session: int) -> int:
        """Return the highest number of an event or a block of a session; 0 where there is none."""
        return self._number(f"SELECT {LAST_NUMBER.format(session=int(session))}")

    # What the editor has to know

    def stopped_in(self, since_ms: int) -> frozenset[str]:
        """Return the ids of the exercises in whose work a session was stopped for pain, since ms since 1970 (UTC)."""
        rows = self._db.execute(
            "SELECT DISTINCT exercise FROM place JOIN session ON session.id = place.session"
            " WHERE ending = 'stopped for pain' AND is_work AND started_ms >= ?",
            (since_ms,),
        )
        return frozenset(str(exercise) for (exercise,) in rows)

    # What the check has to know

    def past(self) -> EarlierSessions:
        """Return what the check has to know of earlier sessions."""
        return read_past(self._db)


def _ms(moment: Instant | None) -> int | None:
    return None if moment is None else moment.ms
