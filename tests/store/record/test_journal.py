"""The record on disk: nothing told is lost, nothing counts twice, and a file that is not ours stays as it is."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.core.events import BlockEnded, Event, Input, PainStopped
from coach.store.record import record_file
from coach.store.record.journal import Journal
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.record_file import NewerError, NotOursError
from coach.store.record.schema import APPLICATION, MIGRATIONS, VERSION
from coach.store.record.session_start import SessionStart
from coach.store.record.values import Compared, EarlierSessions, Ending, Unfinished
from tests.runs import START_MS, started, two_sided

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Open = Callable[[], Journal]

BLOCKS = two_sided().blocks
"""0 get-ready, 1 reps of “warm”, 2 move, 3 and 5 the two sides of “knee” with 4 between, 6 move, 7 flow of “cat”."""
WINTER, SUMMER = 60, 120
"""Minutes by which local time is ahead, before and after the clocks change."""
NOTE = "Left hip felt odd after the second round."


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture(name="opened")
def _opened(file: Path) -> Iterator[Open]:
    """Return what opens the record once more; all that was opened is closed in the end."""
    with contextlib.ExitStack() as stack:
        yield lambda: stack.enter_context(contextlib.closing(Journal(file)))


@pytest.fixture(name="journal")
def _journal(opened: Open) -> Journal:
    return opened()


def at(local: str, offset_min: int = WINTER) -> Instant:
    """Return the instant of a date and time of day as a clock on the wall shows it there."""
    there = datetime.fromisoformat(local).replace(tzinfo=timezone(timedelta(minutes=offset_min)))
    return Instant(int(there.timestamp()) * 1000, offset_min)


def start(when: Instant, pain: int | None = 2, restart: str | None = None) -> SessionStart:
    return SessionStart(when, "small", "Small", "1", "default", pain, restart)


def later(when: Instant, ms: int) -> Instant:
    return when._replace(ms=when.ms + ms)


MORNING = at("2026-03-02T08:00")


def rows(journal: Journal, table: str) -> list[tuple[object, ...]]:
    return journal.connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608


TABLES = ("session", "event", "block", "place", "answer")


def everything(journal: Journal) -> dict[str, list[tuple[object, ...]]]:
    return {table: rows(journal, table) for table in TABLES}


def spent(journal: Journal, session: int) -> list[tuple[int, int, str]]:
    query = "SELECT block, spent_ms, why FROM block WHERE session = ? ORDER BY number"
    return journal.connection.execute(query, (session,)).fetchall()


def keep(journal: Journal, session: int, events: list[Event]) -> None:
    """Write events one by one, as they happen."""
    for number, event in enumerate(events, journal.last_event(session) + 1):
        index = event.index if isinstance(event, BlockEnded | PainStopped) else None
        journal.event(session, number, event.at_ms - START_MS, event.kind, index, None)
        if isinstance(event, BlockEnded) and event.block.kind.is_work:
            journal.left(session, number, event.index, event.block, event.spent_ms, event.why.value)


# As it happens


def test_a_new_record_is_ours_and_empty(journal: Journal) -> None:
    assert [
        journal.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "journal_mode")
    ] == [
        VERSION,
        "wal",
    ]
    assert journal.connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
    assert everything(journal) == {table: [] for table in TABLES}
    assert (journal.past(), journal.unfinished()) == (EarlierSessions(), None)


def written(journal: Journal) -> int:
    """Write half a session, and return its number."""
    run = started(82_000)
    session = journal.begin(start(MORNING, 4, "I have asked a professional"))
    keep(journal, session, run.happened)
    journal.mark(session, run.shot.index, run.shot.block, run.shot.spent_ms, MORNING.ms + 82_000)
    journal.set_note(session, NOTE)
    journal.answer(MORNING, "check", "passed")
    return session


def test_what_was_told_is_there_for_a_second_reader_though_nobody_closed(journal: Journal, opened: Open) -> None:
    session = written(journal)

    second = opened()

    assert everything(second) == everything(journal)
    assert spent(second, session) == [(1, 45_000, "done")]
    kinds = [row[3] for row in rows(second, "event")]
    assert kinds[:2] == ["started", "block-started"]
    assert kinds.count("block-ended") == 3
    assert second.last_event(session) == len(kinds)
    assert rows(second, "answer") == [(MORNING.ms, WINTER, "check", "passed")]


def test_what_was_told_is_there_after_a_power_cut(journal: Journal, file: Path, tmp_path: Path) -> None:
    written(journal)
    (tmp_path / "found").mkdir()
    for each in (file, file.with_name("record.db-wal")):
        shutil.copy(each, tmp_path / "found")

    with contextlib.closing(Journal(tmp_path / "found" / "record.db")) as found:
        assert everything(found) == everything(journal)


def test_every_single_event_is_there_at_once(journal: Journal, opened: Open) -> None:
    run = started(82_000)
    run.press(Input.PAIN_STOP)
    session, second = journal.begin(start(MORNING)), opened()
    for count, event in enumerate(run.happened, 1):
        keep(journal, session, [event])
        assert len(rows(second, "event")) == second.last_event(session) == count


def test_a_session_keeps_what_is_known_of_it(journal: Journal, opened: Open) -> None:
    session = written(journal)
    journal.end(session, "stopped for pain", later(MORNING, 90_000))
    journal.set_stop_pain(session, 6)
    journal.set_after(session, 5, None)
    journal.set_after(session, None, "more")
    journal.set_next_day(session, worse=True)

    found = opened().connection.execute(
        "SELECT started_ms, offset_min, routine, routine_name, routine_version, pacing, pain_before, restart, ended_ms,"
        " ending, pain_after, compared, next_day, note, stop_pain FROM session"
    )
    assert found.fetchall() == [
        (
            *(MORNING.ms, WINTER, "small", "Small", "1", "default", 4, "I have asked a professional"),
            *(MORNING.ms + 90_000, "stopped for pain", 5, "more", "worse", NOTE, 6),
        )
    ]


def test_an_event_that_is_told_twice_counts_once(journal: Journal) -> None:
    session = journal.begin(start(MORNING))
    for _again in range(2):
        journal.event(session, 1, 0, "started", None, None)
        journal.left(session, 2, 1, BLOCKS[1], 45_000, "done")

    assert (len(rows(journal, "event")), spent(journal, session)) == (1, [(1, 45_000, "done")])


def test_only_the_last_place_is_kept(journal: Journal) -> None:
    session = journal.begin(start(MORNING))
    journal.mark(session, 1, BLOCKS[1], 5_000, MORNING.ms + 15_000)
    journal.mark(session, 3, BLOCKS[3], 12_000, MORNING.ms + 82_000)

    assert rows(journal, "place") == [(session, 3, "knee", 1, 1, 1, "right", 1, 30_000, 12_000, MORNING.ms + 82_000)]


def test_nothing_is_written_for_a_session_that_is_not_there(journal: Journal) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        journal.event(7, 1, 0, "started", None, None)
    with pytest.raises(sqlite3.IntegrityError):
        journal.mark(7, 1, BLOCKS[1], 5_000, 0)


# What was cut off


def test_what_was_cut_off_is_found_with_its_place(journal: Journal, opened: Open) -> None:
    session = written(journal)

    assert opened().unfinished() == Unfinished(
        session, "small", "1", "default", 3, "knee", 1, 1, "right", MORNING.ms + 82_000, 4
    )


@pytest.mark.parametrize("ending", ["finished", "ended", "stopped for pain", "cut off"])
def test_what_has_an_ending_was_not_cut_off_until_it_is_taken_back(journal: Journal, ending: Ending) -> None:
    session = written(journal)
    journal.end(session, ending, MORNING)
    assert journal.unfinished() is None

    journal.reopen(session)

    found = journal.unfinished()
    assert found is not None
    assert found.session == session


def test_a_session_without_a_place_has_nothing_to_go_on_with(journal: Journal) -> None:
    session = journal.begin(start(MORNING))
    journal.event(session, 1, 0, "started", None, None)

    assert journal.unfinished() is None


HOUR_MS = 3_600_000


@pytest.mark.parametrize(
    ("since_ms", "may"),
    [(0, True), (60_000, True), (12 * HOUR_MS, True), (12 * HOUR_MS + 1, False), (-1, False), (-DAY_MS, False)],
)
def test_a_session_may_go_on_within_12_hours_and_never_before_it_was_left(
    journal: Journal, since_ms: int, *, may: bool
) -> None:
    written(journal)
    found = journal.unfinished()
    assert found is not None

    now = Instant(found.saved_ms + since_ms, SUMMER)

    assert found.may_go_on(now) is may


def test_closing_what_was_cut_off_adds_the_seconds_of_the_last_mark_once(journal: Journal, opened: Open) -> None:
    session = written(journal)

    journal.close_unfinished()

    assert spent(journal, session) == [(1, 45_000, "done"), (3, 12_000, "cut off")]
    query = "SELECT ending, ended_ms FROM session"
    assert journal.connection.execute(query).fetchall() == [("cut off", MORNING.ms + 82_000)]
    assert journal.unfinished() is None
    closed = everything(journal)
    journal.close_unfinished()
    opened().close_unfinished()
    assert everything(journal) == closed


@pytest.mark.parametrize(("index", "spent_ms"), [(0, 5_000), (2, 9_000), (3, 0)])
def test_getting_ready_and_a_hold_not_begun_add_nothing(journal: Journal, index: int, spent_ms: int) -> None:
    session = journal.begin(start(MORNING))
    journal.mark(session, index, BLOCKS[index], spent_ms, MORNING.ms + 5_000)

    journal.close_unfinished()

    assert spent(journal, session) == []
    assert journal.connection.execute("SELECT ending FROM session").fetchall() == [("cut off",)]


def test_a_session_without_a_place_was_cut_off_when_it_began(journal: Journal) -> None:
    journal.begin(start(MORNING))

    journal.close_unfinished()

    found = journal.connection.execute("SELECT ending, ended_ms FROM session").fetchall()
    assert found == [("cut off", MORNING.ms)]


def test_closing_leaves_what_has_ended_alone(journal: Journal) -> None:
    journal.end(written(journal), "ended", MORNING)
    before = everything(journal)

    journal.close_unfinished()

    assert everything(journal) == before


def test_a_block_that_was_left_before_the_power_went_does_not_count_twice(journal: Journal) -> None:
    session = journal.begin(start(MORNING))
    journal.mark(session, 1, BLOCKS[1], 40_000, MORNING.ms + 50_000)
    journal.event(session, 1, 55_000, "block-ended", 1, 45_000)
    journal.left(session, 1, 1, BLOCKS[1], 45_000, "done")

    journal.close_unfinished()

    assert spent(journal, session) == [(1, 45_000, "done")]


def test_a_session_that_goes_on_after_it_was_closed_loses_no_block(journal: Journal) -> None:
    session = journal.begin(start(MORNING))
    journal.event(session, 1, 0, "started", None, None)
    journal.mark(session, 1, BLOCKS[1], 40_000, MORNING.ms + 50_000)
    journal.close_unfinished()
    journal.reopen(session)

    journal.left(session, journal.last_event(session) + 1, 1, BLOCKS[1], 45_000, "done")

    assert spent(journal, session) == [(1, 40_000, "cut off"), (1, 45_000, "done")]


def test_what_is_written_together_is_there_as_a_whole_or_not_at_all(journal: Journal, opened: Open) -> None:
    session, second = journal.begin(start(MORNING)), opened()

    def fail_half_way() -> None:
        with journal.together():
            journal.event(session, 1, 0, "started", None, None)
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    assert rows(journal, "event") == []

    with journal.together():
        journal.event(session, 1, 0, "started", None, None)
        assert rows(second, "event") == []
    assert len(rows(second, "event")) == 1


# What the check has to know


def done(
    journal: Journal, when: Instant, ending: Ending = "finished", *, after: int | None = None,
    compared: Compared | None = None, worse: bool | None = None, share: float = 1.0,
) -> int:  # fmt: skip
    """Write a session of two minutes, 20 by its own clock, that began with pain 2; return its number."""
    session = journal.begin(start(when))
    journal.mark(session, 3, BLOCKS[3], 12_000, when.ms + 82_000)
    for index, block in enumerate(BLOCKS):
        if block.kind.is_work:
            spent_ms = int(block.duration_ms * share)
            journal.left(session, index + 1, index, block, spent_ms, "done" if share else "skipped")
    journal.event(session, len(BLOCKS) + 1, 1_200_000, "finished", None, None)
    journal.end(session, ending, later(when, 120_000))
    journal.set_after(session, after, compared)
    if worse is not None:
        journal.set_next_day(session, worse=worse)
    return session


def day(number: int, time: str = "08:00") -> Instant:
    return at(f"2026-02-{number:02}T{time}")


def test_after_a_fine_session_it_is_asked_how_the_back_was(journal: Journal) -> None:
    session = done(journal, day(1), after=2, compared="same")

    assert journal.past() == EarlierSessions(
        last=session,
        last_at=day(1),
        asks_after_last=True,
        first_at=day(1),
        count=1,
        last_ms=1_200_000,
        last_pain=(2, 2),
    )


def test_what_is_told_of_the_last_session_is_of_the_last_one(journal: Journal) -> None:
    done(journal, day(1), after=5)
    done(journal, day(2))

    past = journal.past()

    assert (past.count, past.last_at, past.last_ms, past.last_pain) == (2, day(2), 1_200_000, None)


def test_it_is_asked_only_once(journal: Journal) -> None:
    done(journal, day(1), worse=False)

    assert (journal.past().asks_after_last, journal.past().hurt_in_a_row) == (False, 0)


HURTS: dict[str, Callable[[Journal, Instant], int]] = {
    "a pain stop": lambda journal, when: done(journal, when, "stopped for pain"),
    "a pain stop, the same after": lambda journal, when: done(journal, when, "stopped for pain", after=2),
    "more pain": lambda journal, when: done(journal, when, compared="more"),
    "more pain, with a lower number": lambda journal, when: done(journal, when, after=1, compared="more"),
    "a number higher by 1": lambda journal, when: done(journal, when, after=3),
    "a higher number, called the same": lambda journal, when: done(journal, when, "ended", after=3, compared="same"),
    "worse the next day": lambda journal, when: done(journal, when, after=2, compared="less", worse=True),
    "ended, worse the next day": lambda journal, when: done(journal, when, "ended", worse=True),
}
FINE: dict[str, Callable[[Journal, Instant], int]] = {
    "nothing told": done,
    "ended, nothing told": lambda journal, when: done(journal, when, "ended"),
    "less": lambda journal, when: done(journal, when, after=1, compared="less"),
    "the same": lambda journal, when: done(journal, when, after=2, compared="same"),
    "a lower number": lambda journal, when: done(journal, when, after=0),
    "not worse": lambda journal, when: done(journal, when, worse=False),
}


@pytest.mark.parametrize("name", HURTS)
def test_what_counts_as_hurt(journal: Journal, name: str) -> None:
    done(journal, day(1))
    session = HURTS[name](journal, day(2))

    past = journal.past()

    assert (past.last, past.last_at, past.first_at) == (session, day(2), day(1))
    assert (past.hurt_in_a_row, past.hurt_at) == (1, later(day(2), 120_000))
    assert not past.asks_after_last


@pytest.mark.parametrize("name", FINE)
def test_what_does_not_count_as_hurt(journal: Journal, name: str) -> None:
    FINE[name](journal, day(1))

    past = journal.past()

    assert (past.hurt_in_a_row, past.hurt_at, past.hurt_exercise) == (0, None, None)


@pytest.mark.parametrize("second", HURTS)
@pytest.mark.parametrize("first", HURTS)
def test_two_that_hurt_are_two_in_a_row(journal: Journal, first: str, second: str) -> None:
    HURTS[first](journal, day(1))
    HURTS[second](journal, day(2))

    assert journal.past().hurt_in_a_row == 2


@pytest.mark.parametrize("between", FINE)
def test_one_fine_session_begins_the_count_again(journal: Journal, between: str) -> None:
    for number, write in enumerate((HURTS["a pain stop"], HURTS["more pain"], FINE[between]), 1):
        write(journal, day(number))
    assert journal.past().hurt_in_a_row == 0

    HURTS["a pain stop"](journal, day(4))

    assert journal.past().hurt_in_a_row == 1


@pytest.mark.parametrize("share", [0.0, 0.1, 0.49])
def test_less_than_half_of_a_session_with_nothing_told_takes_no_pain_back(journal: Journal, share: float) -> None:
    HURTS["a pain stop"](journal, day(1))
    HURTS["more pain"](journal, day(2))

    session = done(journal, day(3), "ended", share=share)
    assert journal.past().hurt_in_a_row == 2

    journal.set_next_day(session, worse=False)
    assert journal.past().hurt_in_a_row == 0


def test_a_pain_stop_that_was_a_mistake_does_not_count(journal: Journal) -> None:
    session = done(journal, day(1), "stopped for pain")
    journal.reopen(session)
    assert journal.past().hurt_in_a_row == 0

    journal.end(session, "finished", later(day(1), 900_000))

    assert (journal.past().hurt_in_a_row, journal.past().asks_after_last) == (0, True)


def test_a_session_that_still_runs_does_not_hide_the_pain_stop_before(journal: Journal) -> None:
    done(journal, day(1), "stopped for pain")
    journal.begin(start(day(2)))

    assert journal.past().hurt_in_a_row == 1


def test_the_check_still_knows_after_the_program_was_closed_and_opened(journal: Journal, opened: Open) -> None:
    done(journal, day(1), "stopped for pain")
    journal.close()

    assert opened().past().hurt_in_a_row == 1


def test_the_exercise_that_hurt_is_the_one_of_the_last_pain_stop(journal: Journal) -> None:
    first = done(journal, day(1), "stopped for pain")
    journal.mark(first, 1, BLOCKS[1], 12_000, day(1).ms)
    assert journal.past().hurt_exercise == "warm"

    done(journal, day(2), "stopped for pain")

    assert journal.past().hurt_exercise == "knee"


@pytest.mark.parametrize("name", ["more pain", "a number higher by 1", "worse the next day"])
def test_more_pain_after_a_finished_session_names_no_exercise(journal: Journal, name: str) -> None:
    HURTS[name](journal, day(1))

    assert journal.past().hurt_exercise is None


def test_whether_it_helps_was_asked_last_when_it_was_answered_last(journal: Journal) -> None:
    done(journal, day(1))
    journal.answer(at("2036-02-01T08:00"), "helps", "not really")  # the clock was in the future once
    journal.answer(day(16), "helps", "not sure")
    journal.answer(day(25), "check", "closed")

    assert journal.past().helps_asked_at == day(16)


def test_a_professionals_yes_is_told_with_the_last_check_that_passed_since(journal: Journal) -> None:
    done(journal, day(1))
    journal.answer(day(2), "check", "passed")
    assert (journal.past().cleared_at, journal.past().passed_since) == (None, None)

    journal.answer(day(3), "check", "passed")
    journal.answer(day(3), "professional", "said yes")
    journal.answer(day(4), "check", "closed")
    assert (journal.past().cleared_at, journal.past().passed_since) == (day(3), None)

    journal.answer(at("2036-02-01T08:00"), "check", "passed")  # the clock was in the future once
    journal.answer(day(5), "check", "passed")
    assert (journal.past().cleared_at, journal.past().passed_since) == (day(3), day(5))


# Days, and clocks that change


@pytest.mark.parametrize(
    ("local", "offset_min"),
    [
        ("1970-01-01T00:00:00", 0),
        ("2026-03-02T00:00:00", WINTER),
        ("2026-03-02T23:59:59", WINTER),
        ("2026-03-29T01:59:59", WINTER),
        ("2026-03-29T03:00:00", SUMMER),
        ("2026-10-25T02:30:00", SUMMER),
        ("2026-10-25T02:30:00", WINTER),
        ("2026-07-01T00:10:00", 14 * 60),
        ("2026-07-01T23:50:00", -12 * 60),
        ("2026-07-01T00:10:00", 5 * 60 + 45),
        ("1969-12-31T23:59:59", 0),
    ],
)
def test_the_day_is_the_one_on_the_wall(local: str, offset_min: int) -> None:
    assert date(1970, 1, 1) + timedelta(at(local, offset_min).day) == date.fromisoformat(local[:10])


def test_a_session_across_midnight_hurt_on_the_day_it_ended(journal: Journal) -> None:
    done(journal, day(1, "23:59"), "stopped for pain")

    past = journal.past()

    assert past.last_at is not None
    assert past.hurt_at is not None
    assert (past.last_at.day, past.hurt_at.day) == (day(1).day, day(2).day)


def test_days_are_counted_by_the_calendar_when_the_clocks_change(journal: Journal) -> None:
    before, after = at("2026-03-28T23:30", WINTER), at("2026-03-29T23:30", SUMMER)
    done(journal, before, "stopped for pain")
    last = journal.past().last_at
    assert last == before
    assert (after.ms - last.ms, after.day - last.day) == (23 * HOUR_MS, 1)

    done(journal, at("2026-03-29T00:30", WINTER), "stopped for pain")

    hurt = journal.past().hurt_at
    assert hurt is not None
    assert hurt.day == after.day


def test_a_session_keeps_its_day_in_another_country(journal: Journal) -> None:
    done(journal, at("2026-03-02T00:30", 9 * 60))

    last = journal.past().last_at
    assert last is not None
    assert date(1970, 1, 1) + timedelta(last.day) == date(2026, 3, 2)
    assert datetime.fromtimestamp(last.ms / 1000, UTC).day == 1


def test_a_clock_that_was_set_back_leaves_a_pain_stop_where_it_is(journal: Journal) -> None:
    done(journal, day(8))
    done(journal, day(10), "stopped for pain")
    journal.begin(start(day(9)))

    assert (journal.past().hurt_in_a_row, journal.past().hurt_at) == (1, later(day(10), 120_000))


@pytest.mark.parametrize("before", ["nothing told", "not worse"])
def test_a_pain_stop_counts_on_a_clock_that_was_set_back(journal: Journal, before: str) -> None:
    FINE[before](journal, day(10))
    session = done(journal, day(8), "stopped for pain")

    past = journal.past()

    assert (past.last, past.hurt_in_a_row, past.asks_after_last) == (session, 1, False)


# All of it


def readable(folder: Path, text: str) -> list[str]:
    """Return the names of the files in which the bytes of a text stand."""
    return sorted(path.name for path in folder.iterdir() if text.encode() in path.read_bytes())


def keep_what_is_deleted(journal: Journal) -> None:
    """Let SQLite leave the bytes of deleted rows where they are, which some builds of it do and others do not."""
    journal.connection.execute("PRAGMA secure_delete = OFF")


def test_nothing_can_be_read_after_everything_was_deleted(journal: Journal, tmp_path: Path, opened: Open) -> None:
    keep_what_is_deleted(journal)
    for _each in range(40):
        session = written(journal)
        journal.end(session, "stopped for pain", MORNING)
    assert readable(tmp_path, NOTE)
    assert readable(tmp_path, "stopped for pain")

    journal.delete_all()

    for words in (NOTE, "Left hip", "stopped for pain", "block-ended", "knee", "passed"):
        assert readable(tmp_path, words) == []
    assert everything(journal) == {table: [] for table in TABLES}
    journal.close()
    assert readable(tmp_path, NOTE) == []
    again = opened()
    assert (again.past(), again.unfinished()) == (EarlierSessions(), None)
    assert again.begin(start(MORNING)) == 1


def test_nothing_can_be_read_that_was_in_the_file_before_it_was_opened(
    journal: Journal, tmp_path: Path, opened: Open
) -> None:
    written(journal)
    journal.close()
    assert readable(tmp_path, NOTE) == ["record.db"]

    again = opened()
    keep_what_is_deleted(again)
    again.delete_all()

    assert readable(tmp_path, NOTE) == []


def test_no_column_could_hold_which_sign_or_which_line_applied(journal: Journal) -> None:
    columns = {
        table: {str(row[1]) for row in journal.connection.execute(f"PRAGMA table_info({table})")}
        for (table,) in journal.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    }

    assert columns == {
        "session": {
            *("id", "started_ms", "offset_min", "routine", "routine_name", "routine_version", "pacing"),
            *("pain_before", "restart", "ended_ms", "ending", "pain_after", "compared", "next_day", "note"),
            "stop_pain",
        },
        "event": {"session", "number", "at_ms", "kind", "block", "detail"},
        "block": {
            *("session", "number", "block", "exercise", "position", "round", "side", "planned_ms", "spent_ms", "why"),
        },
        "place": {
            *("session", "block", "exercise", "position", "round", "rounds", "side", "is_work", "planned_ms"),
            *("spent_ms", "saved_ms"),
        },
        "answer": {"at_ms", "offset_min", "question", "answer"},
        "timetable": {"routine", "version", "planned_ms"},
    }
    names = {name for table in columns.values() for name in table} | set(columns)
    assert [
        name for name in names for word in ("sign", "flag", "ask_first", "cleared", "symptom") if word in name
    ] == []


# Older and newer files, and those of others


def database(path: Path, script: str, version: int = 0, application: int = 0) -> bytes:
    """Make a database by hand, and return its bytes."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.executescript(f"{script}; PRAGMA user_version = {version}; PRAGMA application_id = {application};")
    return path.read_bytes()


FILLED = """
INSERT INTO session VALUES
    (1, 1000, 60, 'small', 'Small', '1', 'quick', 4, NULL, 9000, 'stopped for pain', 5, 'more', 'worse', 'Left hip'),
    (2, 2000, -30, 'small', 'Small', '1', 'default', 0, 'not now', NULL, NULL, NULL, NULL, NULL, '');
INSERT INTO event VALUES (1, 1, 0, 'Started', NULL, NULL), (1, 2, 500, 'TimeAdded', 3, 15000);
INSERT INTO block VALUES (1, 2, 1, 'warm', 0, 1, NULL, 45000, 44000, 'stopped');
INSERT INTO place VALUES (2, 3, 'knee', 1, 1, 1, 'right', 1, 30000, 12000, 2500);
INSERT INTO answer VALUES (900, 60, 'check', 'passed')
"""
VERSION_1 = MIGRATIONS[0] + FILLED


def test_a_record_of_version_1_keeps_everything_and_is_copied_first(file: Path, opened: Open) -> None:
    database(file, VERSION_1, 1, APPLICATION)
    with contextlib.closing(sqlite3.connect(file)) as db:
        before = {table: db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}  # noqa: S608

    journal = opened()

    now = everything(journal)
    assert now.pop("session") == [(*row, None) for row in before["session"]]
    assert now == {table: before[table] for table in TABLES if table != "session"}
    assert journal.connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    with contextlib.closing(sqlite3.connect(file.with_name("record-version-1.db"))) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        kept = {table: copy.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}  # noqa: S608
    assert kept == before


def test_a_record_of_version_1_works_like_a_new_one(file: Path, opened: Open) -> None:
    database(file, VERSION_1, 1, APPLICATION)
    journal = opened()

    assert (journal.past().last, journal.past().hurt_in_a_row) == (2, 1)
    journal.set_stop_pain(1, 6)
    journal.close_unfinished()
    assert spent(journal, 2) == [(3, 12_000, "cut off")]
    assert journal.begin(start(MORNING)) == 3


def test_a_record_of_this_version_is_not_copied(journal: Journal, opened: Open, tmp_path: Path) -> None:
    journal.close()
    opened().close()

    assert [path.name for path in tmp_path.iterdir()] == ["record.db"]


WAL = "PRAGMA journal_mode = WAL"
OTHER = "CREATE TABLE bookmark (title TEXT); INSERT INTO bookmark VALUES ('mine')"


def assert_refused_and_untouched(file: Path, error: type[Exception], before: bytes) -> None:
    names = sorted(path.name for path in file.parent.iterdir())
    for _again in range(2):
        with pytest.raises(error):
            Journal(file)
        assert file.read_bytes() == before
        assert sorted(path.name for path in file.parent.iterdir()) == names


@pytest.mark.parametrize("mode", ["", WAL])
@pytest.mark.parametrize("version", [VERSION + 1, 99])
def test_a_newer_record_is_refused_and_stays_as_it_was(file: Path, mode: str, version: int) -> None:
    before = database(file, f"{mode}; {MIGRATIONS[0]} CREATE TABLE more (a)", version, APPLICATION)

    assert_refused_and_untouched(file, NewerError, before)


@pytest.mark.parametrize("mode", ["", WAL])
@pytest.mark.parametrize(
    ("version", "application"), [(0, 0), (1, 0), (VERSION, 0), (0, 0x0F055112), (VERSION, APPLICATION + 1)]
)
def test_the_database_of_another_program_is_refused_and_stays_as_it_was(
    file: Path, mode: str, version: int, application: int
) -> None:
    before = database(file, f"{mode}; {OTHER}", version, application)

    assert_refused_and_untouched(file, NotOursError, before)


@pytest.mark.parametrize("application", [0, 0x0F055112])
def test_the_database_of_another_program_with_a_high_version_is_no_newer_record(file: Path, application: int) -> None:
    before = database(file, OTHER, 75, application)

    assert_refused_and_untouched(file, NotOursError, before)


# Files that are broken, and disks that refuse


@pytest.fixture(name="whole")
def _whole(file: Path) -> bytes:
    """Return the bytes of a record of many pages, in place and closed."""
    with contextlib.closing(Journal(file)) as journal, journal.together():
        for number in range(200):
            session = journal.begin(start(later(MORNING, number * DAY_MS)))
            journal.set_note(session, f"{number} {NOTE * 8}")
    return file.read_bytes()


PAGE = 4096


def test_the_record_of_these_tests_has_pages_in_the_middle(whole: bytes) -> None:
    assert int.from_bytes(whole[16:18], "big") == PAGE
    assert len(whole) > 16 * PAGE


@pytest.mark.parametrize("text", [b"not a database, but a letter to a friend\n" * 200, b"\xff" * 20_000, b"{}"])
def test_a_file_that_is_no_database(file: Path, text: bytes) -> None:
    file.write_bytes(text)

    assert_refused_and_untouched(file, sqlite3.DatabaseError, text)


@pytest.mark.parametrize("part", [0.001, 0.1, 0.5, 0.9, 0.98])
def test_a_file_that_was_cut_short(file: Path, whole: bytes, part: float) -> None:
    rest = whole[: int(len(whole) * part)]
    file.write_bytes(rest)

    assert_refused_and_untouched(file, sqlite3.DatabaseError, rest)


@pytest.mark.parametrize("page", [0, 1, 8, 16, -2, -1])
def test_a_file_with_flipped_bytes(file: Path, whole: bytes, page: int) -> None:
    begins = page * PAGE % len(whole)
    flipped = bytes(byte ^ 0xFF for byte in whole[begins : begins + 64])
    broken = whole[:begins] + flipped + whole[begins + 64 :]
    file.write_bytes(broken)

    assert_refused_and_untouched(file, sqlite3.DatabaseError, broken)


def test_a_folder_in_the_place_of_the_file(file: Path) -> None:
    file.mkdir()

    with pytest.raises(sqlite3.OperationalError):
        Journal(file)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        Journal(tmp_path / "gone" / "record.db")

    assert list(tmp_path.iterdir()) == []


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root, which may write everywhere, for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture(name="shut")
def _shut() -> Iterator[Path]:
    """Return a folder that everybody may read and that gets no new files; not in tmp_path, which is root's alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have other rights there")
@pytest.mark.parametrize("there", [False, True])
def test_a_folder_that_may_only_be_read(shut: Path, *, there: bool) -> None:
    file = shut / "record.db"
    before = database(file, VERSION_1, 1, APPLICATION) if there else b""
    shut.chmod(0o555)
    if there:
        file.chmod(0o444)

    with as_nobody(), pytest.raises(sqlite3.OperationalError):
        Journal(file)

    assert (file.read_bytes() if there else b"") == before
    assert [path.name for path in shut.iterdir()] == (["record.db"] if there else [])


MINE = f"PRAGMA user_version = 1; PRAGMA application_id = {APPLICATION}"
LOCKS = {
    "an empty file": ("BEGIN EXCLUSIVE",),
    "an older record": (VERSION_1, MINE, "BEGIN EXCLUSIVE"),
    "a record that somebody keeps to themselves": (
        *(VERSION_1, MINE, WAL, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE"),
        *("DELETE FROM answer", "COMMIT"),
    ),
}


@pytest.mark.parametrize("name", LOCKS)
def test_a_record_that_another_program_has_locked(file: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(record_file, "WAIT_S", 0.05)
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.executescript("; ".join(LOCKS[name]))

        with pytest.raises(sqlite3.OperationalError, match="locked"):
            Journal(file)

    with contextlib.closing(Journal(file)) as journal:
        assert journal.connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_what_cannot_be_written_while_another_writes_can_be_written_later(
    file: Path, monkeypatch: pytest.MonkeyPatch, opened: Open
) -> None:
    monkeypatch.setattr(record_file, "WAIT_S", 0.05)
    journal = opened()
    session = written(journal)
    before = everything(journal)
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for write in (journal.close_unfinished, journal.delete_all, lambda: journal.end(session, "ended", MORNING)):
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                write()
        assert everything(journal) == before

    journal.close_unfinished()

    assert journal.unfinished() is None


def test_what_hurt_before_the_last_session_is_known_too(journal: Journal) -> None:
    done(journal, day(1), "stopped for pain")
    last = done(journal, day(2))

    past = journal.past()
    assert (past.last, past.hurt_in_a_row, past.hurt_before_last) == (last, 0, 1)

    journal.set_next_day(last, worse=True)
    assert journal.past().hurt_in_a_row == 2


def test_a_session_that_was_cut_off_takes_no_pain_stop_back(journal: Journal) -> None:
    done(journal, day(1), "stopped for pain")
    journal.begin(start(day(2)))
    journal.close_unfinished()

    assert journal.past().hurt_in_a_row == 1
