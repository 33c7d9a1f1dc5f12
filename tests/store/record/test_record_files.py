"""The file of the record: deleted as a whole, older, newer, of another program, broken, or on a disk that refuses."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.store.record import record_file
from coach.store.record.journal import Journal
from coach.store.record.moments import DAY_MS
from coach.store.record.record_file import NewerError, NotOursError
from coach.store.record.schema import APPLICATION, MIGRATIONS, VERSION
from coach.store.record.values import EarlierSessions
from tests.store.record.journals import (
    MORNING,
    NOTE,
    TABLES,
    everything,
    later,
    spent,
    start,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Open = Callable[[], Journal]

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
            *("stop_pain", "pain_after_ms", "stop_pain_ms"),
        },
        "event": {"session", "number", "at_ms", "kind", "block", "detail"},
        "block": {
            *("session", "number", "block", "exercise", "position", "round", "side", "planned_ms", "spent_ms", "why"),
            *("set_number", "reps"),
        },
        "place": {
            *("session", "block", "exercise", "position", "round", "rounds", "side", "is_work", "planned_ms"),
            *("spent_ms", "saved_ms", "set_number", "reps"),
        },
        "answer": {"at_ms", "offset_min", "question", "answer"},
        "timetable": {"routine", "version", "planned_ms"},
        "exercise_name": {"routine", "version", "exercise", "name"},
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
    assert now.pop("session") == [(*row, None, None, None) for row in before["session"]]
    for table in ("block", "place"):
        assert now.pop(table) == [(*row, 1, 0) for row in before[table]]
    assert now == {table: before[table] for table in TABLES if table not in {"session", "block", "place"}}
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
