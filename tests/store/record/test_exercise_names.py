"""What exercises were called: each version of a routine in its own words, whatever becomes of the routine."""

from __future__ import annotations

import contextlib
import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coach.store.export import csv_files, sessions
from coach.store.export.json_file import Json
from coach.store.record import copies, history, report
from coach.store.record.journal import Journal
from tests.store.record.journals import BLOCKS, MORNING, later, rows, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY_MS = 86_400_000
NOW = later(MORNING, 5 * DAY_MS)


@pytest.fixture(name="journal")
def _journal(tmp_path: Path) -> Iterator[Journal]:
    with contextlib.closing(Journal(tmp_path / "record.db")) as journal:
        yield journal


def session(journal: Journal, routine: str, version: str, *names: tuple[str, str], day: int = 0) -> int:
    """Keep a session in which the first exercise was done, and the second stopped for pain in its second set."""
    began = replace(start(later(MORNING, day * DAY_MS)), routine=routine, routine_version=version, names=names)
    kept = journal.begin(began)
    journal.left(kept, 1, 1, BLOCKS[1], 45_000, "done")
    second = replace(BLOCKS[3], set=2, sets=2, reps=12)
    journal.left(kept, 2, 3, second, 12_000, "stopped for pain")
    journal.mark(kept, 3, second, 12_000, NOW.ms)
    journal.end(kept, "stopped for pain", later(MORNING, day * DAY_MS + 60_000))
    return kept


def done(journal: Journal, kept: int) -> list[str]:
    return [exercise for exercise, _side, _ms in history.detail(journal.connection, kept).done]


def test_two_routines_may_have_an_exercise_with_one_id(journal: Journal) -> None:
    mine = session(journal, "mine-00000000", "1", ("warm", "Hot bath"), ("knee", "Knee lifts"))
    other = session(journal, "other-00000000", "1", ("warm", "A walk"), ("knee", "Knee lifts"))
    old = session(journal, "old", "1")

    assert [done(journal, each) for each in (mine, other, old)] == [
        ["Hot bath", "Knee lifts"],
        ["A walk", "Knee lifts"],
        ["warm", "knee"],
    ]
    told = report.read(journal.connection, NOW, None)
    assert {(held.exercise, held.sessions) for held in told.held} == {
        ("Hot bath", 1),
        ("A walk", 1),
        ("Knee lifts", 2),
        ("warm", 1),
        ("knee", 1),
    }
    assert [stop.where for stop in told.stops] == ["knee", "Knee lifts", "Knee lifts"]


def test_a_changed_routine_leaves_the_names_of_earlier_sessions(journal: Journal) -> None:
    before = session(journal, "mine-00000000", "1", ("warm", "Hot bath"), ("knee", "Knee lifts"))
    after = session(journal, "mine-00000000", "2", ("warm", "Cold bath"), ("knee", "Knee lifts"), day=1)

    assert done(journal, before)[0] == "Hot bath"
    assert done(journal, after)[0] == "Cold bath"


def test_a_name_that_was_only_corrected_is_the_new_one(journal: Journal) -> None:
    before = session(journal, "mine-00000000", "1", ("warm", "Hot bat"))
    session(journal, "mine-00000000", "1", ("warm", "Hot bath"), day=1)

    assert done(journal, before)[0] == "Hot bath"
    assert len(rows(journal, "exercise_name")) == 1


def test_exports_have_id_name_set_and_repetitions(journal: Journal) -> None:
    session(journal, "mine-00000000", "1", ("warm", "Hot bath"), ("knee", "=Knee"))

    written = json.loads(sessions.text(journal.connection, Json()))
    blocks = written["sessions"][0]["blocks"]
    told = [(each["exercise"], each["exercise_name"], each["set"], each["reps"]) for each in blocks]
    assert told == [("warm", "Hot bath", 1, 0), ("knee", "=Knee", 2, 12)]

    table = sessions.text(journal.connection, csv_files.tables()["blocks"]).removeprefix(csv_files.MARK)
    rows_told = list(csv.DictReader(io.StringIO(table)))
    assert [(each["exercise_name"], each["set"], each["reps"]) for each in rows_told] == [
        ("Hot bath", "1", "0"),
        ("'=Knee", "2", "12"),
    ]


def test_what_was_cut_off_keeps_its_set_and_repetitions(journal: Journal) -> None:
    kept = journal.begin(start(MORNING))
    journal.mark(kept, 3, replace(BLOCKS[3], set=2, sets=2, reps=12), 12_000, NOW.ms)

    journal.close_unfinished()

    (block,) = json.loads(sessions.text(journal.connection, Json()))["sessions"][0]["blocks"]
    assert (block["set"], block["reps"], block["why"]) == (2, 12, "cut off")


def test_a_copy_that_is_taken_in_brings_its_names_and_takes_none(journal: Journal, tmp_path: Path) -> None:
    with contextlib.closing(Journal(tmp_path / "copy.db")) as copy:
        before = session(copy, "old-00000000", "1", ("warm", "A walk"), ("knee", "Knee lifts"))
    after = session(journal, "mine-00000000", "1", ("warm", "Hot bath"), ("knee", "Knee lifts"))

    shift = copies.use(journal, tmp_path / "copy.db", tmp_path)

    assert done(journal, before) == ["A walk", "Knee lifts"]
    assert done(journal, after + shift) == ["Hot bath", "Knee lifts"]


def test_deleting_everything_deletes_the_names(journal: Journal) -> None:
    session(journal, "mine-00000000", "1", ("warm", "Hot bath"))

    journal.delete_all()

    assert rows(journal, "exercise_name") == []


def test_repetitions_that_were_done_sooner_than_estimated_count_whole(journal: Journal) -> None:
    kept = journal.begin(replace(start(MORNING), planned_ms=60_000))
    journal.left(kept, 1, 3, replace(BLOCKS[3], reps=12, waits=True, duration_ms=60_000), 20_000, "done")
    journal.end(kept, "finished", later(MORNING, 60_000))
    assert history.latest(journal.connection, report.EVER, 1)[0].ending == "finished"
    assert history.latest(journal.connection, report.EVER, 1)[0].held_ms == 20_000

    skipped = journal.begin(replace(start(MORNING), planned_ms=60_000))
    journal.left(skipped, 1, 3, replace(BLOCKS[3], reps=12, waits=True, duration_ms=60_000), 20_000, "skipped")
    journal.end(skipped, "finished", later(MORNING, 60_000))
    assert history.latest(journal.connection, report.EVER, 1)[0].ending == "ended"
