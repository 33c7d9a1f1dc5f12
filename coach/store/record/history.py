"""What the history page shows, by queries with limits: years of sessions open as fast as a week."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from coach.store.record.exercise_names import CALLED
from coach.store.record.finished import ENDING, HELD, LENGTH
from coach.store.record.moments import DAY_MS, Instant

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from coach.core.pacing import Side

NUMBERS = 16
"""Sessions with a number that are plotted, the latest ones."""
SESSIONS = 100
"""Sessions that are listed, the latest ones."""
_ABROAD_MS = DAY_MS
"""More than local time is ever ahead of UTC, or behind it."""


class Span(NamedTuple):
    """Some days, as days since 1970: the first, and the one after the last."""

    first: int
    end: int


class SessionSummary(NamedTuple):
    """One session in the list. `length_ms` is how long it took, pauses included; `held_ms` is the time of its work."""

    session: int
    at: Instant
    routine: str
    ending: str
    length_ms: int
    held_ms: int
    exercises: int
    pain_before: int | None
    pain_after: int | None
    note: str


REPS_DONE = "sum(CASE WHEN why = 'done' THEN reps ELSE 0 END)"
"""SQL for the repetitions of blocks of which the person, or their time, said that all are done."""


class Detail(NamedTuple):
    """What was done in one session: exercise, side and total ms, in the order of the exercises.

    An exercise has the name that it had then; in sessions of an older coach its id.
    """

    done: list[tuple[str, Side | None, int]]
    counted: Mapping[tuple[str, Side | None], int] = MappingProxyType({})
    """How many repetitions were done, where work was counted; the time that it took says little."""


class Numbers(NamedTuple):
    """The person's own numbers of one session; either may be missing."""

    at: Instant
    before: int | None
    after: int | None


class History(NamedTuple):
    """What the history page shows of a month: its days, and the sessions and numbers until its end."""

    month: Span
    days: dict[int, list[SessionSummary]]
    """The sessions of each local day (days since 1970), in the order in which they began."""
    numbers: list[Numbers]
    sessions: list[SessionSummary]
    routines: list[str]
    first: int | None
    """The day of the first session; None without any."""
    today: int


class Year(NamedTuple):
    """What the history page shows of a year: how each day ended."""

    year: Span
    kinds: dict[int, str]
    """By local day: “stopped for pain”, “finished” or “ended”, the first of these that occurred."""
    routines: list[str]
    first: int | None
    today: int


_WEIGHT = {"stopped for pain": 2, "finished": 1}


def kind_of(endings: Iterable[str]) -> str:
    """Return how a day with these sessions ended: by the one that weighs most; empty without any."""
    kinds = [ending if ending in _WEIGHT else "ended" for ending in endings]
    return max(kinds, key=lambda kind: _WEIGHT.get(kind, 0), default="")


_SUMMARY = (
    f"SELECT id, started_ms, offset_min, routine_name, coalesce({ENDING}, ''), {LENGTH}, {HELD},"  # noqa: S608 - all of it stands in store
    " (SELECT count(DISTINCT exercise) FROM block WHERE block.session = session.id AND spent_ms > 0),"
    " pain_before, coalesce(pain_after, stop_pain), note FROM session"
)


def _summary(row: tuple[int, int, int, str, str, int, int, int, int | None, int | None, str]) -> SessionSummary:
    session, ms, offset, *told = row
    return SessionSummary._make((session, Instant(ms, offset), *told))


def read(db: sqlite3.Connection, now: Instant, month: Span, routine: str = "", until: Span | None = None) -> History:
    """Read what the page shows of a month; with the name of a routine, its sessions alone.

    Sessions and numbers reach until the end of the month, or of `until`.
    Days that are still to come have no session: it was stored with a wrong clock. Lists that reach until today have it,
    in the order written.
    """
    days: dict[int, list[SessionSummary]] = {}
    known: dict[int, SessionSummary] = {}
    for row in db.execute(f"{_SUMMARY} WHERE {_WITHIN} ORDER BY started_ms", _within(month, now, routine)):
        told = known[row[0]] = _summary(row)
        days.setdefault(told.at.day, []).append(told)
    before = (routine, routine, *_until(until or month, now))
    numbers = [
        Numbers(Instant(ms, offset), before, after)
        for ms, offset, before, after in db.execute(
            "SELECT started_ms, offset_min, pain_before, coalesce(pain_after, stop_pain) FROM session"  # noqa: S608 - all of it stands in store
            " WHERE coalesce(pain_before, pain_after, stop_pain) IS NOT NULL"
            f" AND {_UNTIL} ORDER BY id DESC LIMIT ?",
            (*before, NUMBERS),
        )
    ]
    sessions = [
        known.get(row[0]) or _summary(row)
        for row in db.execute(f"{_SUMMARY} WHERE {_UNTIL} ORDER BY id DESC LIMIT ?", (*before, SESSIONS))
    ]
    return History(month, days, numbers[::-1], sessions, _routines(db), _first(db, routine, now), now.day)


def read_year(db: sqlite3.Connection, now: Instant, year: Span, routine: str = "") -> Year:
    """Read what the page shows of a year; with the name of a routine, its sessions alone."""
    endings: dict[int, list[str]] = {}
    for ms, offset, ending in db.execute(
        f"SELECT started_ms, offset_min, coalesce({ENDING}, '') FROM session WHERE {_WITHIN}",  # noqa: S608 - as above
        _within(year, now, routine),
    ):
        endings.setdefault(Instant(ms, offset).day, []).append(ending)
    kinds = {day: kind_of(of_day) for day, of_day in endings.items()}
    return Year(year, kinds, _routines(db), _first(db, routine, now), now.day)


_WITHIN = (
    "(? = '' OR routine_name = ?) AND started_ms BETWEEN ? AND ? AND (started_ms + offset_min * 60000) BETWEEN ? AND ?"
)


def _within(span: Span, now: Instant, routine: str) -> tuple[str, str, int, int, int, int]:
    """Return the values for sessions that began on these local days, today at the latest.

    The first two bounds are wider: they are those of the index.
    """
    first, last = span.first * DAY_MS, min(span.end, now.day + 1) * DAY_MS - 1
    return routine, routine, first - _ABROAD_MS, last + _ABROAD_MS, first, last


_UNTIL = "(? = '' OR routine_name = ?) AND (started_ms + offset_min * 60000) < ?"


def _until(span: Span, now: Instant) -> tuple[int]:
    """Return the value for sessions until the end of these days; for all, where today is one of them."""
    return (1 << 62 if span.end > now.day else span.end * DAY_MS,)


def _first(db: sqlite3.Connection, routine: str, now: Instant) -> int | None:
    """Read the day of the first session; today where all of them are to come, by a clock that was once ahead."""
    row = db.execute(
        "SELECT started_ms, offset_min FROM session WHERE ? = '' OR routine_name = ? ORDER BY started_ms LIMIT 1",
        (routine, routine),
    ).fetchone()
    return None if row is None else min(Instant(*row).day, now.day)


def _routines(db: sqlite3.Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT DISTINCT routine_name FROM session ORDER BY 1 LIMIT 20")]


def latest(db: sqlite3.Connection, span: tuple[int, int], most: int) -> list[SessionSummary]:
    """Read the sessions that were written last, of those that began within these ms."""
    rows = db.execute(f"{_SUMMARY} WHERE started_ms BETWEEN ? AND ? ORDER BY id DESC LIMIT ?", (*span, most))
    return [_summary(row) for row in rows]


def detail(db: sqlite3.Connection, session: int) -> Detail:
    """Read what was done in one session; empty where there is none with that id."""
    found = db.execute(
        f"SELECT {CALLED} AS called, side, sum(spent_ms), {REPS_DONE} FROM block"  # noqa: S608 - all of it stands in store
        " JOIN session ON session.id = block.session WHERE session = ? GROUP BY called, side HAVING sum(spent_ms) > 0"
        " ORDER BY min(position) OVER (PARTITION BY called), called, side DESC",
        (session,),
    ).fetchall()
    counted = {(called, side): reps for called, side, _ms, reps in found if reps}
    return Detail([(called, side, spent_ms) for called, side, spent_ms, _reps in found], counted)
