"""The record on disk: nothing told is lost, nothing counts twice, and a file that is not ours stays as it is."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from coach.core.events import Input
from coach.store.record.journal import Journal
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.schema import APPLICATION, VERSION
from coach.store.record.values import EarlierSessions, Ending, Unfinished
from tests.runs import started
from tests.store.record.journals import (
    BLOCKS,
    HOUR_MS,
    MORNING,
    NOTE,
    SUMMER,
    TABLES,
    WINTER,
    everything,
    keep,
    later,
    rows,
    spent,
    start,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Open = Callable[[], Journal]

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

    assert rows(journal, "place") == [
        (session, 3, "knee", 1, 1, 1, "right", 1, 30_000, 12_000, MORNING.ms + 82_000, 1, 0)
    ]


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
