"""What a report for a health professional says about a period: sums and the person's own words, and no verdict."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from coach.core.months import Month
from coach.store.record import history
from coach.store.record.exercise_names import CALLED, PLACE_CALLED
from coach.store.record.finished import ENDING
from coach.store.record.moments import DAY_MS, Instant

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from coach.core.pacing import Side
    from coach.store.record.history import SessionSummary

MOST_LISTED = 60
"""Most numbers, stops and notes that are read, newest first: one page has no room for more."""

LATEST = 5
"""Sessions that are told one by one."""
MONTHS = 4
"""Months whose days are read, the latest ones."""

EVER = (-(1 << 62), 1 << 62)
"""All instants, in ms."""


class Held(NamedTuple):
    """One exercise on one side: in how many sessions, how many times, total ms, and repetitions where it is counted.

    It has the name that it had then; in sessions of an older coach its id.
    """

    exercise: str
    side: Side | None
    sessions: int
    times: int
    spent_ms: int
    reps: int = 0


Pair = history.Numbers
"""The person's own numbers of one session."""


class Stop(NamedTuple):
    """A session that was stopped for pain or followed by more pain.

    `where` is the exercise of a pain stop, None in a gap; `next_day` is set when the person later said it hurt more.
    """

    at: Instant
    ending: str
    where: str | None
    side: Side | None
    round: int
    number: int | None
    compared: str | None
    next_day: bool
    set: int = 1


class Note(NamedTuple):
    """The person's own words about one session."""

    at: Instant
    text: str


class Report(NamedTuple):
    """Everything about a period. `first` is when its first session began, None without any."""

    since: Instant | None
    until: Instant
    first: Instant | None
    endings: dict[str, int]
    held: list[Held]
    pairs: list[Pair]
    stops: list[Stop]
    notes: list[Note]
    kinds: Mapping[int, str] = MappingProxyType({})
    """How each local day of its months ended: “stopped for pain”, “finished” or “ended”."""
    latest: Sequence[SessionSummary] = ()
    made: Instant | None = None

    @property
    def sessions(self) -> int:
        """How many sessions there were."""
        return sum(self.endings.values())


def read(db: sqlite3.Connection, now: Instant, weeks: int | None) -> Report:
    """Read the last `weeks` weeks, today included; None is everything. Lists begin with what was written last.

    Sessions in the future were stored with a wrong clock: since nobody knows when they were, only everything has them.
    """
    since = None if weeks is None else Instant((now.day - weeks * 7 + 1) * DAY_MS - now.offset_min * 60_000)
    span = EVER if since is None else (since.ms, (now.day + 1) * DAY_MS - now.offset_min * 60_000 - 1)
    first, last = (_at_edge(db, span, way) for way in ("ASC", "DESC"))
    endings = dict(
        db.execute(
            f"SELECT coalesce({ENDING}, 'cut off'), count(*) FROM session"  # noqa: S608 - all of it stands in store
            " WHERE started_ms BETWEEN ? AND ? GROUP BY 1",
            span,
        ).fetchall()
    )
    return Report(
        since,
        now if last is None or since is not None else max(now, last),
        first,
        endings,
        _held(db, span),
        _pairs(db, span),
        _stops(db, span),
        _notes(db, span),
        _kinds(db, now, since),
        history.latest(db, span, LATEST),
        now,
    )


def _at_edge(db: sqlite3.Connection, span: tuple[int, int], way: str) -> Instant | None:
    """Read when the first session began, or with “DESC” the last one; None without any."""
    row = db.execute(
        "SELECT started_ms, offset_min FROM session WHERE started_ms BETWEEN ? AND ?"  # noqa: S608 - one of two words
        f" ORDER BY started_ms {way} LIMIT 1",
        span,
    ).fetchone()
    return None if row is None else Instant(*row)


def _kinds(db: sqlite3.Connection, now: Instant, since: Instant | None) -> dict[int, str]:
    """Read how the days ended, of the latest months that a page can show."""
    first = Month.of(now.day).after(1 - MONTHS).first
    if since is not None:
        first = max(first, since._replace(offset_min=now.offset_min).day)
    return history.read_year(db, now, history.Span(first, now.day + 1)).kinds


def _held(db: sqlite3.Connection, span: tuple[int, int]) -> list[Held]:
    """Read what was done, in the order in which the exercises come; the right side before the left."""
    return [
        Held(*row)
        for row in db.execute(
            f"SELECT {CALLED} AS called, side, count(DISTINCT session), count(*), sum(spent_ms), {history.REPS_DONE}"  # noqa: S608 - all of it stands in store
            " FROM block JOIN session ON session.id = block.session"
            " WHERE started_ms BETWEEN ? AND ? AND spent_ms > 0 GROUP BY called, side"
            " ORDER BY min(position) OVER (PARTITION BY called), called, side DESC",
            span,
        )
    ]


def _pairs(db: sqlite3.Connection, span: tuple[int, int]) -> list[Pair]:
    return [
        Pair(Instant(ms, offset), before, after)
        for ms, offset, before, after in db.execute(
            "SELECT started_ms, offset_min, pain_before, coalesce(pain_after, stop_pain) FROM session"
            " WHERE started_ms BETWEEN ? AND ? AND coalesce(pain_before, pain_after, stop_pain) IS NOT NULL"
            " ORDER BY session.id DESC LIMIT ?",
            (*span, MOST_LISTED),
        )
    ]


def _stops(db: sqlite3.Connection, span: tuple[int, int]) -> list[Stop]:
    rows = db.execute(
        f"SELECT started_ms, offset_min, coalesce({ENDING}, ''), CASE WHEN is_work THEN {PLACE_CALLED} END, side,"  # noqa: S608 - all of it stands in store
        " coalesce(round, 0), coalesce(stop_pain, pain_after), compared, next_day IS 'worse',"
        " coalesce(place.set_number, 1)"
        " FROM session LEFT JOIN place ON place.session = session.id"
        " WHERE started_ms BETWEEN ? AND ? AND (ending = 'stopped for pain' OR compared IS 'more'"
        " OR next_day IS 'worse' OR coalesce(pain_after > pain_before, 0)) ORDER BY session.id DESC LIMIT ?",
        (*span, MOST_LISTED),
    )
    return [Stop._make((Instant(ms, offset), *rest, bool(worse), set_)) for ms, offset, *rest, worse, set_ in rows]


def _notes(db: sqlite3.Connection, span: tuple[int, int]) -> list[Note]:
    return [
        Note(Instant(ms, offset), text)
        for ms, offset, text in db.execute(
            "SELECT started_ms, offset_min, note FROM session WHERE started_ms BETWEEN ? AND ? AND note <> ''"
            " ORDER BY session.id DESC LIMIT ?",
            (*span, MOST_LISTED),
        )
    ]
