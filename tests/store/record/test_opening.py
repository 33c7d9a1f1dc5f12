"""Opening the record so that a session can always go on: what is damaged is set aside, and a copy is offered."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from coach.store.export import files
from coach.store.record import history, opening, record_file
from coach.store.record.copies import COPY
from coach.store.record.journal import Journal
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.opening import NAME, Opened, Trouble
from coach.store.record.schema import APPLICATION, MIGRATIONS, VERSION
from coach.store.record.session_start import SessionStart
from tests.cases import ROOT
from tests.no_locks import can_refuse
from tests.runs import started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = Instant(1_790_000_000_000, 60)
ASIDE = "record-damaged-2026-09-21-141320.db"
PAGE = 4096


def written(path: Path, notes: int = 1) -> bytes:
    """Make a record with so many sessions, and return its bytes."""
    with contextlib.closing(Journal(path)) as journal, journal.together():
        for number in range(notes):
            session = journal.begin(SessionStart(NOW, "full", "Full", "1", "default"))
            journal.set_note(session, f"{number} " + "stiff hip " * 60)
    return path.read_bytes()


def notes(journal: Journal | None) -> int:
    assert journal is not None
    return int(journal.connection.execute("SELECT count(*) FROM session").fetchone()[0])


@pytest.fixture(name="closing")
def _closing() -> Iterator[contextlib.ExitStack]:
    with contextlib.ExitStack() as stack:
        yield stack


def opened(folder: Path, stack: contextlib.ExitStack) -> Opened:
    found = opening.open_record(folder, NOW)
    if found.journal is not None:
        stack.callback(found.journal.close)
    return found


def test_a_new_folder_gets_a_record_without_a_word(tmp_path: Path, closing: contextlib.ExitStack) -> None:
    found = opened(tmp_path / "new", closing)

    assert (found.trouble, found.aside, found.copy, notes(found.journal)) == (None, None, None, 0)


@pytest.mark.parametrize("text", [b"a letter to a friend\n" * 300, b"SQLite format 3\0" + b"\xff" * 9_000])
def test_what_is_no_record_is_set_aside_as_it_was(tmp_path: Path, closing: contextlib.ExitStack, text: bytes) -> None:
    (tmp_path / NAME).write_bytes(text)

    found = opened(tmp_path, closing)

    assert (found.trouble, found.aside) == (Trouble.DAMAGED, tmp_path / ASIDE)
    assert (tmp_path / ASIDE).read_bytes() == text
    assert notes(found.journal) == 0


def test_a_record_begins_in_an_empty_file(tmp_path: Path, closing: contextlib.ExitStack) -> None:
    (tmp_path / NAME).touch()

    assert opened(tmp_path, closing).trouble is None


def test_the_database_of_another_program_is_set_aside(tmp_path: Path, closing: contextlib.ExitStack) -> None:
    with contextlib.closing(sqlite3.connect(tmp_path / NAME)) as other:
        other.execute("CREATE TABLE bookmark (title TEXT)")

    found = opened(tmp_path, closing)

    assert (found.trouble, found.aside) == (Trouble.DAMAGED, tmp_path / ASIDE)


def test_the_newest_readable_copy_is_offered_and_used(tmp_path: Path, closing: contextlib.ExitStack) -> None:
    written(tmp_path / NAME, 3)
    opening.look_after(tmp_path, NOW)
    (tmp_path / "record-version-1.db").write_bytes(b"no copy at all, and newer than the other" * 9)
    (tmp_path / NAME).write_bytes(b"broken " * 3_000)

    found = opened(tmp_path, closing)
    assert (found.trouble, found.copy) == (Trouble.DAMAGED, tmp_path / COPY)
    assert notes(found.journal) == 0

    assert found.journal is not None
    opening.use_copy(found.journal, tmp_path / COPY)
    assert notes(found.journal) == 3
    assert found.journal.begin(SessionStart(NOW, "full", "Full", "1", "default")) == 4


def test_a_copy_of_version_1_is_brought_to_this_version(tmp_path: Path, closing: contextlib.ExitStack) -> None:
    copy = tmp_path / "record-version-1.db"
    with contextlib.closing(sqlite3.connect(copy)) as db:
        db.executescript(f"{MIGRATIONS[0]}; PRAGMA user_version = 1; PRAGMA application_id = {APPLICATION}")
        db.execute(
            "INSERT INTO session (started_ms, offset_min, routine, routine_name, routine_version, pacing)"
            " VALUES (?, 60, 'full', 'Full', '1', 'default')",
            (NOW.ms,),
        )
        db.commit()
    (tmp_path / NAME).write_bytes(b"broken " * 3_000)

    found = opened(tmp_path, closing)
    assert found.copy == copy
    assert found.journal is not None
    opening.use_copy(found.journal, copy)

    assert found.journal.connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    found.journal.set_stop_pain(1, 3)
    assert found.journal.connection.execute("SELECT stop_pain FROM session").fetchall() == [(3,)]


def test_a_newer_record_stays_where_it_is(tmp_path: Path, closing: contextlib.ExitStack) -> None:
    with contextlib.closing(Journal(tmp_path / NAME)) as journal:
        journal.connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = (tmp_path / NAME).read_bytes()

    found = opened(tmp_path, closing)

    assert (found.journal, found.trouble) == (None, Trouble.NEWER)
    assert (tmp_path / NAME).read_bytes() == before


def test_a_locked_record_is_not_damaged(
    tmp_path: Path, closing: contextlib.ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_file, "WAIT_S", 0.05)
    with contextlib.closing(sqlite3.connect(tmp_path / NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        found = opened(tmp_path, closing)
        opening.look_after(tmp_path, NOW)

    assert (found.journal, found.trouble) == (None, Trouble.LOCKED)
    assert opened(tmp_path, closing).trouble is None


@pytest.mark.parametrize("kind", ["a file in the place of the folder", "a folder in the place of the file"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, closing: contextlib.ExitStack, kind: str) -> None:
    folder = tmp_path / "data"
    if kind.startswith("a file"):
        folder.touch()
    else:
        (folder / NAME).mkdir(parents=True)

    found = opened(folder, closing)

    assert (found.journal, found.trouble) == (None, Trouble.UNWRITABLE)


# Looking after it


def test_a_copy_is_a_day_old_at_most(tmp_path: Path) -> None:
    written(tmp_path / NAME)
    opening.look_after(tmp_path, NOW)
    first = (tmp_path / COPY).stat()
    written(tmp_path / NAME)

    opening.look_after(tmp_path, Instant(int(first.st_mtime * 1000) + DAY_MS - 1_000))
    assert (tmp_path / COPY).stat().st_ino == first.st_ino
    opening.look_after(tmp_path, Instant(int(first.st_mtime * 1000) + DAY_MS + 1_000))

    with contextlib.closing(sqlite3.connect(tmp_path / COPY)) as copy:
        assert copy.execute("SELECT count(*) FROM session").fetchone() == (2,)


def test_a_copy_from_the_future_is_made_anew(tmp_path: Path) -> None:
    written(tmp_path / NAME)
    copy = tmp_path / COPY
    copy.touch()
    in_2100_s = 4_102_444_800
    os.utime(copy, (in_2100_s, in_2100_s))

    opening.look_after(tmp_path, NOW)

    assert copy.stat().st_size > 0


def test_a_copy_is_made_while_somebody_writes(tmp_path: Path) -> None:
    with contextlib.closing(Journal(tmp_path / NAME)) as journal:
        journal.begin(SessionStart(NOW, "full", "Full", "1", "default"))
        with journal.together():
            journal.begin(SessionStart(NOW, "full", "Full", "1", "default"))
            opening.look_after(tmp_path, NOW)

    with contextlib.closing(sqlite3.connect(tmp_path / COPY)) as copy:
        assert copy.execute("SELECT count(*) FROM session").fetchone() == (1,)


def test_a_large_record_opens_at_once_and_is_set_aside_the_next_time(
    tmp_path: Path, closing: contextlib.ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / NAME)
    with contextlib.closing(Journal(tmp_path / NAME)) as journal, journal.together():
        for number in range(9_000):  # more than all the rest: the middle of the file is theirs
            journal.event(1, number, number, "block-started", 1, None)
        for _number in range(30):  # the newest are looked at in any case
            journal.begin(SessionStart(NOW, "full", "Full", "1", "default"))
    whole = (tmp_path / NAME).read_bytes()
    middle = len(whole) // PAGE // 2 * PAGE
    (tmp_path / NAME).write_bytes(whole[:middle] + b"\xff" * PAGE + whole[middle + PAGE :])
    monkeypatch.setattr(record_file, "CHECKED_AT_ONCE", 10 * PAGE)

    first = opening.open_record(tmp_path, NOW)
    assert first.journal is not None
    opening.look_after(tmp_path, NOW)
    first.journal.close()
    second = opened(tmp_path, closing)

    assert (first.trouble, second.trouble) == (None, Trouble.DAMAGED)
    assert not (tmp_path / COPY).exists(), "a damaged record is no copy"
    third = opened(tmp_path, closing)
    assert (third.trouble, notes(third.journal)) == (None, 0)


def test_deleting_leaves_no_other_file_of_the_record(tmp_path: Path) -> None:
    for name in (COPY, "record-copy.new", "record-version-1.db", "record-damaged-2026-01-01-000000.db", "other.db"):
        (tmp_path / name).touch()

    opening.delete_copies(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["other.db"]


@pytest.mark.skipif(os.name != "posix", reason="there are no modes")
def test_all_that_is_kept_is_for_its_owner_alone_also_what_an_older_coach_left_open(
    tmp_path: Path, closing: contextlib.ExitStack
) -> None:
    folder = tmp_path / "coach"
    before = os.umask(0)
    try:
        folder.mkdir()
        for name in ("record-version-1.db", "settings.json"):
            (folder / name).touch()
        found = opened(folder, closing)
        assert found.journal is not None
        found.journal.begin(SessionStart(NOW, "full", "Full", "1", "default"))
        opening.look_after(folder, NOW)
        modes = {path.name: path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())}
    finally:
        os.umask(before)

    assert modes.pop("coach") == 0o700
    assert {"record.db", "record.db-wal", "record-copy.db", "settings.json"} <= set(modes)
    assert set(modes.values()) == {0o600}


# A record that is gone


@pytest.mark.parametrize("left", [None, b"", b"S"])
def test_a_record_that_is_gone_or_empty_is_a_loss_and_its_copy_is_offered(
    tmp_path: Path, closing: contextlib.ExitStack, left: bytes | None
) -> None:
    written(tmp_path / NAME, 3)
    opening.look_after(tmp_path, NOW)
    (tmp_path / NAME).unlink()
    if left is not None:
        (tmp_path / NAME).write_bytes(left)

    found = opened(tmp_path, closing)
    in_a_year = Instant(NOW.ms + 366 * DAY_MS)
    for number in range(5):
        opening.look_after(tmp_path, Instant(in_a_year.ms + number * DAY_MS))

    assert found.trouble is (Trouble.DAMAGED if left else Trouble.LOST)
    assert found.copy == tmp_path / COPY
    kept = [path for path in tmp_path.glob("record-copy*.db") if kept_in(path) == 3]
    assert kept, "a copy is never replaced by one that knows less"
    assert found.journal is not None
    opening.use_copy(found.journal, kept[0])
    assert notes(found.journal) == 3


@pytest.mark.parametrize("left", [None, b""])
def test_a_folder_that_had_a_record_tells_that_it_is_gone(
    tmp_path: Path, closing: contextlib.ExitStack, left: bytes | None
) -> None:
    first = opening.open_record(tmp_path, NOW)
    assert first.journal is not None
    first.journal.close()
    (tmp_path / NAME).unlink()
    if left is not None:
        (tmp_path / NAME).write_bytes(left)

    second = opened(tmp_path, closing)
    assert (second.trouble, second.copy) == (Trouble.LOST, None)
    assert opened(tmp_path, closing).trouble is None, "told once"


def test_a_wal_without_its_record_is_not_deleted(tmp_path: Path, closing: contextlib.ExitStack) -> None:
    (tmp_path / "record.db-wal").write_bytes(b"what was kept last" * 300)

    opened(tmp_path, closing)

    (aside,) = tmp_path.glob("record-found-*")
    assert aside.read_bytes() == b"what was kept last" * 300


def kept_in(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as copy:
        return int(copy.execute("SELECT count(*) FROM session").fetchone()[0])


def test_the_last_three_copies_are_kept(tmp_path: Path) -> None:
    for number in range(5):
        written(tmp_path / NAME)
        opening.look_after(tmp_path, Instant(NOW.ms + 366 * DAY_MS * (number + 1)))

    names = ("record-copy.db", "record-copy-2.db", "record-copy-3.db")
    assert [kept_in(tmp_path / name) for name in names] == [5, 4, 3]
    assert {path.name for path in tmp_path.glob("record-copy*")} == set(names)


def test_a_copy_that_is_used_late_keeps_what_was_written_meanwhile(
    tmp_path: Path, closing: contextlib.ExitStack
) -> None:
    written(tmp_path / NAME, 3)
    opening.look_after(tmp_path, NOW)
    (tmp_path / NAME).unlink()
    found = opened(tmp_path, closing)
    assert found.journal is not None
    assert found.copy is not None
    session = found.journal.begin(SessionStart(NOW, "full", "Full", "1", "default"))
    found.journal.event(session, 1, 0, "started", None, None)

    shift = opening.use_copy(found.journal, found.copy)

    assert (shift, notes(found.journal)) == (3, 4)
    assert found.journal.connection.execute("SELECT session FROM event").fetchall() == [(session + shift,)]
    assert found.journal.is_in_its_place()
    assert not list(tmp_path.glob("record.merged*"))


# A folder without locks


@pytest.mark.skipif(not can_refuse(), reason="locks can be taken away on Linux alone")
def test_where_nothing_can_be_locked_the_record_is_kept_in_another_way(tmp_path: Path) -> None:
    written(tmp_path / NAME, 2)

    run = subprocess.run(
        [sys.executable, "-m", "tests.no_locks", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip

    assert run.stdout.split() == ["unlocked", "3"]
    assert kept_in(tmp_path / COPY) == 3
    assert kept_in(tmp_path / NAME) == 3


# Values that cannot be


WRONG = {
    "a moment that is no number": "UPDATE session SET started_ms = 'yesterday'",
    "a moment beyond all calendars": "UPDATE session SET started_ms = 9000000000000000000",
    "an offset of words": "UPDATE session SET offset_min = 'CET'",
    "a pain of words": "UPDATE session SET pain_before = 'none', pain_after = 2.5",
    "a pain of 99": "UPDATE session SET stop_pain = 99",
    "an ending of bytes": "UPDATE session SET ending = x'00ff'",
    "an ending of another program": "UPDATE session SET ending = 'vanished'",
    "a note of bytes": "UPDATE session SET note = x'ff00fe'",
    "a note that is no text": "UPDATE session SET note = CAST(x'ff41' AS TEXT)",
    "a name of bytes": "UPDATE session SET routine_name = x'41'",
    "a place of words": "UPDATE place SET saved_ms = 'here', block = 'there', spent_ms = x'01', rounds = 'two'",
    "an answer in the year 9999999": "UPDATE answer SET at_ms = 99999999999999999",
    "seconds of words": "UPDATE block SET spent_ms = 'long', round = x'00', side = 'upwards'",
    "an event of bytes": "UPDATE event SET kind = x'ff', at_ms = 'now', detail = 'more'",
}


@pytest.mark.parametrize("what", WRONG)
def test_values_that_cannot_be_are_read_as_the_usual_ones_and_told_once(
    tmp_path: Path, closing: contextlib.ExitStack, what: str
) -> None:
    run = started(82_000)
    with contextlib.closing(Journal(tmp_path / NAME)) as journal:
        session = journal.begin(SessionStart(NOW, "full", "Full", "1", "default", 4))
        journal.event(session, 1, 0, "started", None, None)
        journal.left(session, 1, run.shot.index, run.shot.block, 5_000, "done")
        journal.mark(session, run.shot.index, run.shot.block, run.shot.spent_ms, NOW.ms)
        journal.answer(NOW, "helps", "yes")
        journal.connection.execute(WRONG[what])

    first, second = opened(tmp_path, closing), opened(tmp_path, closing)

    assert (first.trouble, first.aside, second.trouble) == (Trouble.MENDED, tmp_path / ASIDE, None)
    assert second.journal is not None
    past = second.journal.past()
    assert past.last == 1
    assert past.last_at is not None
    assert past.last_at.day >= 0
    second.journal.unfinished()
    days = history.Span(NOW.day, NOW.day + 1)
    assert len(history.read(second.journal.connection, NOW, days).sessions) == 1
    history.detail(second.journal.connection, 1)
    for form in (files.to_json, files.to_fhir):
        assert form(second.journal.connection)
    for table in ("sessions", "blocks", "events", "answers"):
        assert files.to_csv(second.journal.connection, table)


def test_an_old_value_that_cannot_be_is_found_beside_and_mended_at_the_next_start(
    tmp_path: Path, closing: contextlib.ExitStack
) -> None:
    written(tmp_path / NAME, 300)
    with contextlib.closing(sqlite3.connect(tmp_path / NAME)) as db:
        db.execute("UPDATE session SET started_ms = 'yesterday' WHERE id = 7")
        db.commit()

    first = opening.open_record(tmp_path, NOW)
    assert first.journal is not None
    first.journal.close()
    opening.look_after(tmp_path, NOW)
    second, third = opened(tmp_path, closing), opened(tmp_path, closing)

    assert [each.trouble for each in (first, second, third)] == [None, Trouble.MENDED, None]
    assert second.journal is not None
    found = second.journal.connection.execute("SELECT started_ms FROM session WHERE id = 7")
    assert found.fetchall() == [(NOW.ms,)]


def test_a_record_without_one_of_its_tables_is_set_aside(tmp_path: Path, closing: contextlib.ExitStack) -> None:
    written(tmp_path / NAME)
    with contextlib.closing(sqlite3.connect(tmp_path / NAME)) as db:
        db.executescript("ALTER TABLE session RENAME COLUMN note TO words")

    assert opened(tmp_path, closing).trouble is Trouble.DAMAGED
