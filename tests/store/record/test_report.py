"""What the report for a health professional tells of a period."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coach.core.timeline import plan
from coach.store.record import report
from coach.store.record.journal import Journal
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.session_start import SessionStart
from tests.cases import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coach.store.record.values import Ending

NOW = Instant(1_790_000_000_000, 120)
BLOCKS = plan(shipped()).blocks
WORK = [index for index, block in enumerate(BLOCKS) if block.kind.is_work]


@pytest.fixture(name="journal")
def _journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "record.db")
    yield journal
    journal.close()


def done(
    journal: Journal, days_ago: int, ending: Ending = "finished", pain: int | None = 3, planned_ms: int = 0
) -> int:
    at = Instant(NOW.ms - days_ago * DAY_MS, NOW.offset_min)
    session = journal.begin(SessionStart(at, "full", "Full", "v", "default", pain, planned_ms=planned_ms))
    journal.left(session, 1, WORK[0], BLOCKS[WORK[0]], 45_000, "done")
    journal.left(session, 2, WORK[1], BLOCKS[WORK[1]], 30_000, "done")
    journal.left(session, 3, WORK[2], BLOCKS[WORK[2]], 12_000, "skipped")
    journal.mark(session, WORK[2], BLOCKS[WORK[2]], 0, at.ms)
    journal.end(session, ending, at)
    return session


@pytest.mark.parametrize("weeks", [4, None])
def test_a_record_without_sessions_gives_a_report_of_nothing(journal: Journal, weeks: int | None) -> None:
    found = report.read(journal.connection, NOW, weeks)

    assert (found.sessions, found.first, found.held, found.stops) == (0, None, [], [])
    assert found.until == NOW


def test_what_was_done_is_summed_by_exercise_and_side_right_before_left(journal: Journal) -> None:
    done(journal, 2)
    done(journal, 1)
    done(journal, 1, "stopped for pain")

    found = report.read(journal.connection, NOW, 4)

    assert found.held == [
        ("pelvic-tilt", None, 3, 3, 135_000, 0),
        ("single-knee-to-chest", "right", 3, 3, 90_000, 0),
        ("single-knee-to-chest", "left", 3, 3, 36_000, 0),
    ]
    assert (found.endings, found.sessions) == ({"finished": 2, "stopped for pain": 1}, 3)


def test_a_session_is_counted_by_how_much_was_done_of_it(journal: Journal) -> None:
    done(journal, 2, planned_ms=175_000)
    done(journal, 1, "ended", planned_ms=175_000)

    assert report.read(journal.connection, NOW, 4).endings == {"ended": 2}

    done(journal, 1, "stopped for pain", planned_ms=174_000)  # the newest word on what this version plans

    assert report.read(journal.connection, NOW, 4).endings == {"finished": 2, "stopped for pain": 1}


@pytest.mark.parametrize(("weeks", "sessions"), [(4, 2), (12, 3), (None, 4)])
def test_a_period_is_whole_days_and_today_is_its_last(journal: Journal, weeks: int | None, sessions: int) -> None:
    for days_ago in (0, 27, 28, 500):
        done(journal, days_ago)

    found = report.read(journal.connection, NOW, weeks)

    assert found.sessions == sessions
    assert found.first is not None
    assert found.until.day - found.first.day == {4: 27, 12: 28, None: 500}[weeks]
    assert found.until.day == NOW.day


def test_a_day_begins_at_midnight_on_the_wall(journal: Journal) -> None:
    found = report.read(journal.connection, NOW, 4)

    assert found.since is not None
    first = found.since
    assert Instant(first.ms, NOW.offset_min).day == NOW.day - 27
    assert Instant(first.ms - 1, NOW.offset_min).day == NOW.day - 28


def test_stops_name_what_was_done_and_more_pain_afterwards_is_among_them(journal: Journal) -> None:
    stopped = done(journal, 5, "stopped for pain")
    journal.set_stop_pain(stopped, 6)
    journal.set_after(done(journal, 4), 4, None)
    journal.set_after(done(journal, 3), None, "more")
    journal.set_next_day(done(journal, 2), worse=True)
    journal.set_after(done(journal, 1), 1, "less")

    found = report.read(journal.connection, NOW, 4)

    assert [(stop.ending, stop.number, stop.compared, stop.next_day) for stop in found.stops] == [
        ("finished", None, None, True),
        ("finished", None, "more", False),
        ("finished", 4, None, False),
        ("stopped for pain", 6, None, False),
    ]
    assert found.stops[-1][2:5] == ("single-knee-to-chest", "left", 1)
    assert {stop.set for stop in found.stops} == {1}


def test_a_stop_in_a_later_set_names_it(journal: Journal) -> None:
    stopped = done(journal, 5, "stopped for pain")
    journal.mark(stopped, WORK[2], replace(BLOCKS[WORK[2]], set=2, sets=3), 0, NOW.ms)

    assert [stop.set for stop in report.read(journal.connection, NOW, 4).stops] == [2]


def test_numbers_and_notes_are_the_persons_own_with_the_newest_first(journal: Journal) -> None:
    journal.set_after(done(journal, 3), 2, None)
    journal.set_note(done(journal, 2, pain=None), "Left hip <b>stiff</b>")
    done(journal, 1, pain=None)

    found = report.read(journal.connection, NOW, 4)

    assert [(pair.before, pair.after) for pair in found.pairs] == [(3, 2)]
    assert [note.text for note in found.notes] == ["Left hip <b>stiff</b>"]


def test_never_all_of_a_long_record_is_listed(journal: Journal) -> None:
    with journal.together():
        for number in range(200):
            journal.set_note(done(journal, number, "stopped for pain"), "stiff")

    found = report.read(journal.connection, NOW, None)

    assert {len(found.pairs), len(found.stops), len(found.notes)} == {report.MOST_LISTED}
    assert found.sessions == 200
