"""The history and what is written out of it."""

from __future__ import annotations

import contextlib
import csv
import io
import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from coach.core.months import Month
from coach.core.timeline import plan
from coach.store.export import files
from coach.store.export.json_models import Code, Pain, RecordFile
from coach.store.record import history, report
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
SEPTEMBER = Month.of(NOW.day)
MONTH = history.Span(SEPTEMBER.first, SEPTEMBER.end)
YEAR = history.Span(Month(2026, 1).first, Month(2027, 1).first)


@pytest.fixture(name="journal")
def _journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "record.db")
    yield journal
    journal.close()


def done(journal: Journal, days_ago: int, ending: Ending = "finished", routine: str = "Lower back") -> int:
    at = Instant(NOW.ms - days_ago * DAY_MS, NOW.offset_min)
    session = journal.begin(SessionStart(at, "lower-back", routine, "v", "default", 3))
    journal.left(session, 1, 1, BLOCKS[1], 45_000, "done")
    journal.left(session, 2, 3, BLOCKS[3], 12_000, "skipped")
    journal.end(session, ending, at)
    return session


def test_a_day_shows_what_weighs_most(journal: Journal) -> None:
    done(journal, 1)
    done(journal, 2, "ended")
    done(journal, 2)
    done(journal, 3, "stopped for pain")
    done(journal, 3)
    done(journal, 4, "cut off")
    done(journal, 400)

    found = history.read(journal.connection, NOW, MONTH)
    year = history.read_year(journal.connection, NOW, YEAR)

    wanted = {1: "finished", 2: "finished", 3: "stopped for pain", 4: "ended"}
    assert {year.today - day: kind for day, kind in year.kinds.items()} == wanted
    assert {found.today - day: kind_of_day(of_day) for day, of_day in found.days.items()} == wanted
    assert found.first == year.first == found.today - 400
    assert len(found.sessions) == 7
    assert (found.sessions[0].held_ms, found.sessions[0].exercises) == (57_000, 2)


def kind_of_day(sessions: list[history.SessionSummary]) -> str:
    return history.kind_of(each.ending for each in sessions)


def test_an_earlier_month_has_its_days_and_what_was_until_its_end(journal: Journal) -> None:
    for days_ago in (60, 26, 25, 1):
        done(journal, days_ago)
    august = history.Span(SEPTEMBER.after(-1).first, SEPTEMBER.first)

    found = history.read(journal.connection, NOW, august)
    anchored = history.read(journal.connection, NOW, august, until=MONTH)

    assert [found.today - day for day in found.days] == [26, 25]
    assert [found.today - past.at.day for past in found.sessions] == [25, 26, 60]
    assert [found.today - pair.at.day for pair in found.numbers] == [60, 26, 25]
    assert anchored.days == found.days
    assert len(anchored.sessions) == len(anchored.numbers) == 4


@pytest.mark.parametrize("offset_min", [-720, -300, 0, 60, 120, 345, 840])
def test_a_session_keeps_its_day_wherever_and_in_whichever_time_it_was(journal: Journal, offset_min: int) -> None:
    """At the first and the last minute of a month, as local time was then; where the person is now does not count."""
    first, last = SEPTEMBER.first * DAY_MS - offset_min * 60_000, SEPTEMBER.end * DAY_MS - offset_min * 60_000 - 1
    for ms in (first - 1, first, last, last + 1):
        journal.end(journal.begin(SessionStart(Instant(ms, offset_min), "r", "R", "v", "default", 3)), "ended", NOW)
    later = Instant(NOW.ms + 60 * DAY_MS, 120)

    found = history.read(journal.connection, later, MONTH)

    assert list(found.days) == [SEPTEMBER.first, SEPTEMBER.end - 1]
    assert list(history.read_year(journal.connection, later, MONTH).kinds) == list(found.days)
    assert len(found.sessions) == 3, "the one of the month after is not until its end"


def test_a_session_over_midnight_is_of_the_day_on_which_it_began(journal: Journal) -> None:
    began = Instant(SEPTEMBER.after(1).first * DAY_MS - 120 * 60_000 - 60_000, 120)
    session = journal.begin(SessionStart(began, "r", "R", "v", "default", 3))
    journal.end(session, "ended", Instant(began.ms + 20 * 60_000, 120))

    found = history.read(journal.connection, Instant(began.ms + DAY_MS, 120), MONTH)

    assert list(found.days) == [SEPTEMBER.end - 1]


def test_only_one_routine_is_shown_where_it_is_wanted(journal: Journal) -> None:
    done(journal, 1)
    done(journal, 2, routine="Short")

    found = history.read(journal.connection, NOW, MONTH, "Short")

    assert [past.routine for past in found.sessions] == ["Short"]
    assert list(found.days) == [found.today - 2]
    assert found.routines == ["Lower back", "Short"]


def test_a_session_has_its_ledger(journal: Journal) -> None:
    session = done(journal, 1)
    journal.left(session, 3, 3, BLOCKS[3], 8_000, "done")
    journal.left(session, 4, 5, BLOCKS[5], 0, "skipped")

    found = history.detail(journal.connection, session)

    assert found.done == [("pelvic-tilt", None, 45_000), ("single-knee-to-chest", "right", 20_000)]
    assert history.detail(journal.connection, 99).done == []


def test_counted_work_has_its_repetitions_where_all_were_done(journal: Journal) -> None:
    session = done(journal, 1)
    journal.left(session, 3, 3, replace(BLOCKS[3], reps=25), 2_000, "done")
    journal.left(session, 4, 5, replace(BLOCKS[5], reps=25), 3_000, "skipped")

    found = history.detail(journal.connection, session)

    assert found.counted == {(BLOCKS[3].exercise, BLOCKS[3].side): 25}
    held = report.read(journal.connection, NOW, None).held
    assert {(each.exercise, each.side): each.reps for each in held if each.reps} == found.counted


def test_a_session_lasts_until_its_last_event_and_in_parts_as_long_as_these(journal: Journal) -> None:
    session = done(journal, 1)
    for number, (at_ms, kind) in enumerate(
        [(0, "started"), (600_000, "paused"), (0, "started"), (40_000, "resumed"), (240_000, "finished")], start=3
    ):
        journal.event(session, number, at_ms, kind, None, None)

    (told,) = history.read(journal.connection, NOW, MONTH).sessions

    assert (told.length_ms, told.held_ms) == (840_000, 57_000)
    assert journal.past().last_ms == journal.done_of(session).length_ms == told.length_ms


def test_a_time_that_is_no_number_hides_no_session(journal: Journal) -> None:
    """An older session of another program: only the newest values are looked at when the record is opened."""
    session = done(journal, 1)
    for number, at_ms in enumerate((0, 120_000, "soon"), start=3):
        journal.connection.execute("INSERT INTO event VALUES (?, ?, ?, 'paused', NULL, NULL)", (session, number, at_ms))
    journal.connection.execute("UPDATE block SET spent_ms = 'long' WHERE session = ? AND number = 2", (session,))

    (told,) = history.read(journal.connection, NOW, MONTH).sessions

    assert told.held_ms == 45_000
    assert told.length_ms == 120_000


def test_never_all_of_it_is_read(journal: Journal) -> None:
    with journal.together():
        for number in range(500):
            done(journal, number)

    found = history.read(journal.connection, NOW, MONTH)

    assert (len(found.sessions), len(found.numbers)) == (history.SESSIONS, history.NUMBERS)
    assert len(found.days) == NOW.day + 1 - SEPTEMBER.first


def table(journal: Journal, name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the export."""
    text = files.to_csv(journal.connection, name).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_csv_has_a_row_for_each_block(journal: Journal) -> None:
    session = done(journal, 1)
    journal.set_after(session, 2, None)

    rows = table(journal, "blocks")
    (of_all,) = table(journal, "sessions")

    told = [(row["session"], row["exercise"], row["side"], row["done_s"], row["left"]) for row in rows]
    assert told == [
        (of_all["session"], "pelvic-tilt", "", "45.0", "done"),
        (of_all["session"], "single-knee-to-chest", "right", "12.0", "skipped"),
    ]
    assert (of_all["pain_before"], of_all["pain_after"]) == ("3", "2")
    assert rows[0]["started"].endswith("+02:00")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x"])
def test_no_text_is_a_formula_in_a_spreadsheet(journal: Journal, name: str) -> None:
    done(journal, 1, routine=name)

    rows = [*table(journal, "sessions"), *table(journal, "blocks")]

    assert {row["routine"] for row in rows} == {f"'{name}"}


def test_the_json_has_everything_and_pain_with_its_code(journal: Journal) -> None:
    session = done(journal, 1)
    journal.event(session, 3, 9_000, "paused", None, None)
    journal.set_note(session, "stiff")
    journal.answer(NOW, "check", "passed")

    told = json.loads(files.to_json(journal.connection))

    (kept,) = told["sessions"]
    assert kept["pain_before"] == {"value": 3, "code": {"system": "http://loinc.org", "code": "72514-3"}}
    assert (kept["note"], kept["pain_after"], kept["ending"]) == ("stiff", None, "finished")
    assert [block["spent_ms"] for block in kept["blocks"]] == [45_000, 12_000]
    assert kept["events"] == [{"at_ms": 9_000, "kind": "paused", "block": None, "detail": None}]
    assert told["answers"][0]["answer"] == "passed"


def test_the_json_is_as_the_published_schema_says(journal: Journal) -> None:
    session = done(journal, 2, "stopped for pain")
    journal.event(session, 1, 0, "started", None, None)
    journal.event(session, 2, 4_000, "time-added", 3, 15_000)
    journal.set_stop_pain(session, 6)
    journal.set_next_day(session, worse=True)
    journal.set_after(done(journal, 1), 2, "less")
    journal.begin(SessionStart(NOW, "full", "Full", "v", "quick", None, "I have asked a professional"))
    for question, answer in (("check", "closed"), ("restart", "not now"), ("helps", "not sure")):
        journal.answer(NOW, question, answer)

    told = RecordFile.model_validate_json(files.to_json(journal.connection))

    assert len(told.sessions) == 3
    assert told.sessions[0].pain_after_stop == Pain(value=6, code=Code(system="http://loinc.org", code="72514-3"))
    assert told.sessions[2].restart == "I have asked a professional"


def test_the_numbers_are_fhir_observations_with_the_code_and_their_own_moment(journal: Journal) -> None:
    minute_after = Instant(NOW.ms - 2 * DAY_MS + 60_000, NOW.offset_min)
    first = done(journal, 2, "stopped for pain")
    journal.set_stop_pain(first, 6, minute_after)
    journal.set_after(done(journal, 1), 2, None, NOW)

    told = json.loads(files.to_fhir(journal.connection))

    assert (told["resourceType"], told["type"]) == ("Bundle", "collection")
    made = [entry["resource"] for entry in told["entry"]]
    assert [(each["valueQuantity"]["value"], each["note"][0]["text"]) for each in made] == [
        (3, "before the session"),
        (6, "after a pain stop"),
        (3, "before the session"),
        (2, "after the session"),
    ]
    assert {each["code"]["coding"][0]["code"] for each in made} == {"72514-3"}
    assert {(each["resourceType"], each["status"]) for each in made} == {("Observation", "final")}
    units = [{key: of for key, of in each["valueQuantity"].items() if key != "value"} for each in made]
    assert units == 4 * [{"unit": "score", "system": "http://unitsofmeasure.org", "code": "{score}"}]
    assert {each["code"]["text"] for each in made} == {"Pain severity, 0 to 10 verbal numeric rating"}
    times = [datetime.fromisoformat(each["effectiveDateTime"]) for each in made]
    assert [round(1000 * at.timestamp()) - NOW.ms for at in times] == [
        *(-2 * DAY_MS, -2 * DAY_MS + 60_000),
        *(-DAY_MS, 0),
    ]
    assert made[0]["effectiveDateTime"].endswith("+02:00")
    names = [entry["fullUrl"] for entry in told["entry"]]
    assert len(set(names)) == len(names)
    assert names == [entry["fullUrl"] for entry in json.loads(files.to_fhir(journal.connection))["entry"]]


def test_numbers_of_an_older_coach_have_the_moment_of_the_end(journal: Journal) -> None:
    session = done(journal, 1)
    journal.set_after(session, 2, None)

    _before, after = json.loads(files.to_fhir(journal.connection))["entry"]

    (of_all,) = table(journal, "sessions")
    assert (after["resource"]["effectiveDateTime"], of_all["pain_after_at"]) == (of_all["ended"], "")


def test_an_answer_beside_a_number_leaves_the_moment_at_which_it_was_told(journal: Journal) -> None:
    session = done(journal, 1)
    later = Instant(NOW.ms + 60_000, NOW.offset_min)
    journal.set_after(session, 2, None, NOW)
    journal.set_after(session, 2, "less", later)
    journal.set_after(session, None, "more", later)
    first = table(journal, "sessions")[0]["pain_after_at"]
    journal.set_after(session, 3, "more", later)
    second = table(journal, "sessions")[0]["pain_after_at"]

    assert [datetime.fromisoformat(at).timestamp() * 1000 - NOW.ms for at in (first, second)] == [0, 60_000]


def test_without_a_number_the_fhir_bundle_has_no_empty_list(journal: Journal) -> None:
    assert json.loads(files.to_fhir(journal.connection)) == {"resourceType": "Bundle", "type": "collection"}


# What counts as finished


def one(journal: Journal, ending: Ending, shares: tuple[float, ...], why: str = "skipped") -> int:
    """Keep a session of four blocks, of each of which that share of its time was done."""
    session = journal.begin(SessionStart(NOW, "small", "Small", "v", "default", 3))
    for number, share in enumerate(shares, 1):
        block = BLOCKS[2 * number - 1]
        journal.left(session, number, 2 * number - 1, block, round(share * block.duration_ms), why)
    journal.end(session, ending, NOW)
    return session


def told(journal: Journal) -> set[str]:
    """Return how the only session ended, by the list, the calendar, the table, the file and the report."""
    found = history.read(journal.connection, NOW, MONTH)
    rows = table(journal, "sessions")
    (session,) = json.loads(files.to_json(journal.connection))["sessions"]
    (counted,) = report.read(journal.connection, NOW, 4).endings
    return {
        found.sessions[0].ending,
        *(kind_of_day(of_day) for of_day in found.days.values()),
        *history.read_year(journal.connection, NOW, YEAR).kinds.values(),
        *(row["ending"] for row in rows),
        session["ending"],
        counted,
    }


@pytest.mark.parametrize("ending", ["finished", "ended"])
@pytest.mark.parametrize(
    ("shares", "word"),
    [
        ((0, 0, 0, 0), "ended"),
        ((0.4, 0.4, 0.4, 0.4), "ended"),
        ((0.5, 0.5, 0.5, 0.5), "finished"),
        ((1, 1, 1, 0), "finished"),
        ((5, 0, 0, 0), "ended"),
    ],
    ids=["all skipped", "less than half", "half", "most", "one block again and again"],
)
def test_finished_is_half_or_more_of_the_planned_work_wherever_it_is_told(
    journal: Journal, ending: Ending, shares: tuple[float, ...], word: str
) -> None:
    one(journal, ending, shares)

    assert told(journal) == {word}


def test_what_was_never_begun_is_planned_all_the_same(journal: Journal) -> None:
    session = journal.begin(SessionStart(NOW, "small", "Small", "v", "default", planned_ms=200_000))
    journal.left(session, 1, 1, BLOCKS[1], 45_000, "done")
    journal.end(session, "finished", NOW)

    assert told(journal) == {"ended"}


def test_a_session_without_a_second_of_work_is_not_finished(journal: Journal) -> None:
    journal.end(journal.begin(SessionStart(NOW, "small", "Small", "v", "default")), "finished", NOW)

    assert told(journal) == {"ended"}


def test_stopped_for_pain_stays_so_whatever_was_done(journal: Journal) -> None:
    one(journal, "stopped for pain", (1, 1, 1, 1))

    assert told(journal) == {"stopped for pain"}


def test_an_older_record_is_read_by_the_same_rule(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    whole, short = (1, 1, 1, 1), (0, 0, 0, 0)
    with contextlib.closing(Journal(path)) as journal:
        for shares in (whole, short):
            one(journal, "finished", shares, "done")
        # Skipped exercise by exercise: of three blocks there is not even a row.
        one(journal, "finished", (1,))
        journal.connection.executescript(
            "DROP TABLE timetable; ALTER TABLE session DROP COLUMN pain_after_ms;"
            " ALTER TABLE session DROP COLUMN stop_pain_ms; DROP TABLE exercise_name;"
            " ALTER TABLE block DROP COLUMN set_number; ALTER TABLE block DROP COLUMN reps;"
            " ALTER TABLE place DROP COLUMN set_number; ALTER TABLE place DROP COLUMN reps; PRAGMA user_version = 2;"
        )

    with contextlib.closing(Journal(path)) as journal:
        found = history.read(journal.connection, NOW, MONTH).sessions

    assert {past.session: past.ending for past in found} == {1: "finished", 2: "ended", 3: "ended"}


# A clock that was in the future once


def test_a_session_in_the_future_fills_no_day_and_is_not_the_newest_for_years(journal: Journal) -> None:
    done(journal, 3)
    done(journal, -1_000, "stopped for pain")
    done(journal, 1)

    found = history.read(journal.connection, NOW, MONTH)

    assert [found.today - day for day in found.days] == [3, 1]
    assert [found.today - past.at.day for past in found.sessions] == [1, -1_000, 3]
    assert [found.today - pair.at.day for pair in found.numbers] == [3, -1_000, 1]


def test_where_all_is_to_come_the_first_day_is_today(journal: Journal) -> None:
    done(journal, -40)

    assert history.read(journal.connection, NOW, MONTH).first == NOW.day
    assert history.read_year(journal.connection, NOW, YEAR).first == NOW.day
    assert history.read(journal.connection, NOW, MONTH, "Another").first is None


@pytest.mark.parametrize(("weeks", "sessions"), [(4, 2), (12, 2), (None, 3)])
def test_a_session_in_the_future_is_in_no_report_of_some_weeks(
    journal: Journal, weeks: int | None, sessions: int
) -> None:
    done(journal, 3)
    journal.set_note(done(journal, -1_000, "stopped for pain"), "From the future.")
    done(journal, 0)

    found = report.read(journal.connection, NOW, weeks)

    assert found.sessions == sum(found.endings.values()) == sessions
    assert len(found.pairs) == sessions
    assert len(found.stops) == len(found.notes) == sessions - 2
    assert found.first == Instant(NOW.ms - 3 * DAY_MS, NOW.offset_min)
    assert (found.until.day - NOW.day, found.made) == (0 if weeks else 1_000, NOW)
