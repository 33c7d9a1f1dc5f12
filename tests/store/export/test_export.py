"""The record written out: a session at a time, whole or not at all, and for nobody but its owner."""

from __future__ import annotations

import codecs
import csv
import io
import os
import sqlite3
import stat
import subprocess
import sys
import tracemalloc
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bench import export_before
from coach.core.timeline import plan
from coach.store import whole_files
from coach.store.export import files
from coach.store.record.file_access import reader
from coach.store.record.journal import Journal
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.opening import beside
from coach.store.record.session_start import SessionStart
from tests.cases import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = Instant(1_790_000_000_000, 120)
BLOCKS = plan(shipped()).blocks
TABLES = ("sessions", "blocks", "events", "answers")
HARD = 'He said "ouch"\\,\r\n\t\x01\x1f\x7f %s {0} é 𝄞 </script> "},{"at_ms":'
ENDS = (*(f"-{table}.csv" for table in TABLES), ".fhir.json", ".json")
NAMES = sorted(f"coach-record-2026-09-21{end}" for end in ENDS)
NO_NAME = pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="files without a name are of Linux")


class StopError(Exception):
    """Nothing more is wanted."""


@pytest.fixture(name="journal")
def _journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "record.db")
    yield journal
    journal.close()


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """Return a folder with an export of before, which everybody may read."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text("before")
        (folder / name).chmod(0o644)
    return folder


def small(journal: Journal, number: int, events: int = 2) -> int:
    """Keep a finished session."""
    session = journal.begin(SessionStart(Instant(NOW.ms - number * DAY_MS, 120), "r", "Routine", "v", "default", 3))
    for event in range(1, events + 1):
        journal.event(session, event, event * 5_000, "cue-due", None, None)
    journal.left(session, events + 1, 1, BLOCKS[1], 45_000, "done")
    journal.end(session, "finished", NOW)
    return session


def hard(journal: Journal) -> None:
    """Keep everything that is awkward to write."""
    offsets = (0, 330, -570, 120)
    for number, offset in enumerate(offsets):
        restart = HARD if number else None
        start = SessionStart(
            Instant(NOW.ms + number, offset), HARD, f"=1+{HARD}", HARD, "quick", number or None, restart
        )
        session = journal.begin(start)
        if number == 1:
            continue  # not over, and nothing happened
        journal.event(session, 7, -3, HARD, 4, None)
        journal.event(session, 2, 4_000, "time-added", None, 15_000)
        journal.event(session, 3, 5_001, "paused", None, None)
        journal.event(session, 5, 6_000, "Moved", 0, 0)
        journal.left(session, 9, 5, BLOCKS[5], 1, "skipped")
        journal.left(session, 8, 3, BLOCKS[3], 12_345, HARD)
        journal.left(session, 4, 1, BLOCKS[1], 0, "done")
        journal.set_note(session, HARD)
        journal.set_after(session, 0, "less")
        journal.set_stop_pain(session, 10)
        journal.set_next_day(session, worse=True)
        journal.end(session, "stopped for pain" if number % 2 else "ended", Instant(NOW.ms + 90_000, offset))
    journal.answer(NOW, "check", HARD)
    journal.answer(Instant(NOW.ms - 1, 0), "helps", "not sure")


def write(tmp_path: Path, folder: Path, stop_at: int | None = None) -> list[Path]:
    """Write the record out, up to a session where it is stopped."""

    def step(number: int, _count: int) -> None:
        if number == stop_at:
            raise StopError

    with closing(reader(tmp_path / "record.db", "mode=ro")) as db:
        return files.write_all(db, folder, NOW, step)


def texts(folder: Path) -> dict[str, str]:
    """Return what lies in a folder."""
    return {path.name: path.read_bytes().decode() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("kind", ["empty", "hard", "answers alone"])
def test_the_files_are_byte_for_byte_what_they_were_in_one_piece(journal: Journal, tmp_path: Path, kind: str) -> None:
    if kind == "hard":
        hard(journal)
    if kind == "answers alone":
        journal.answer(NOW, "check", "passed")

    written = write(tmp_path, tmp_path / "out")

    db = journal.connection
    tables = [export_before.to_csv(db, table) for table in TABLES]
    before = [*tables, export_before.to_json(db), export_before.to_fhir(db)]
    assert [path.read_bytes() for path in written] == [text.encode() for text in before]
    assert [*(files.to_csv(db, table) for table in TABLES), files.to_json(db), files.to_fhir(db)] == before
    assert sorted((tmp_path / "out").iterdir()) == sorted(written)


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    """Read a table as a spreadsheet does: its byte order mark says that it is UTF-8."""
    data = (folder / f"coach-record-2026-09-21-{table}.csv").read_bytes()
    assert data.startswith(codecs.BOM_UTF8)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_each_table_has_a_file_of_its_own_with_a_byte_order_mark(journal: Journal, tmp_path: Path) -> None:
    session = small(journal, 1)
    journal.set_note(session, "Nach der Brücke steif,\nlinks")
    journal.set_after(session, 2, "less", Instant(NOW.ms, 120))
    journal.answer(NOW, "helps", "yes")

    write(tmp_path, tmp_path / "out")

    (told,) = rows(tmp_path / "out", "sessions")
    (block,) = rows(tmp_path / "out", "blocks")
    events = rows(tmp_path / "out", "events")
    assert (told["note"], told["pain_before"], told["pain_after"]) == ("Nach der Brücke steif,\nlinks", "3", "2")
    assert (told["pain_after_at"], told["pain_after_stop_at"]) == ("2026-09-21T16:13:20+02:00", "")
    assert (block["session"], block["exercise"], block["done_s"]) == (told["session"], BLOCKS[1].exercise, "45.0")
    assert [(each["session"], each["at_s"], each["kind"]) for each in events] == [
        (told["session"], "5.0", "cue-due"),
        (told["session"], "10.0", "cue-due"),
    ]
    assert rows(tmp_path / "out", "answers") == [
        {"at": "2026-09-21T16:13:20+02:00", "question": "helps", "answer": "yes"}
    ]


def test_what_is_awkward_comes_back_from_each_table_as_it_was(journal: Journal, tmp_path: Path) -> None:
    hard(journal)

    write(tmp_path, tmp_path / "out")

    told, left = rows(tmp_path / "out", "sessions")[0], rows(tmp_path / "out", "blocks")
    assert (told["routine_id"], told["routine"], told["note"]) == (HARD, f"'=1+{HARD}", HARD)
    assert {each["left"] for each in left} == {"done", HARD, "skipped"}
    kinds = [each["kind"] for each in rows(tmp_path / "out", "events")]
    assert kinds[:4] == ["time-added", "paused", "Moved", HARD]
    assert HARD in {each["answer"] for each in rows(tmp_path / "out", "answers")}


def test_what_goes_on_meanwhile_is_not_in_it(journal: Journal, tmp_path: Path) -> None:
    for number in range(3):
        small(journal, number)

    def step(number: int, _count: int) -> None:
        if number == 1:
            small(journal, 9)
            journal.set_note(3, "later")

    with closing(beside(journal)) as db:
        written = files.write_all(db, tmp_path / "out", NOW, step)

    for table in ("sessions", "blocks"):
        assert [row["session"] for row in rows(tmp_path / "out", table)] == ["1", "2", "3"]
    assert "later" not in written[4].read_text("utf-8")
    assert "later" in files.to_json(journal.connection)


@pytest.mark.parametrize("named", [False, True])
def test_stopped_anywhere_it_leaves_what_was_there_and_nothing_else(
    journal: Journal, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, *, named: bool
) -> None:
    if named:  # as on other systems, and on sticks
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    for number in range(4):
        small(journal, number)
    for stop_at in range(5):
        with pytest.raises(StopError):
            write(tmp_path, folder, stop_at)
        assert texts(folder) == dict.fromkeys(NAMES, "before")

    assert sorted(path.name for path in write(tmp_path, folder)) == NAMES
    assert list(texts(folder)) == NAMES
    assert "before" not in texts(folder).values()


@pytest.mark.parametrize("named", [False, True])
def test_it_is_for_its_owner_alone_whatever_was_there(
    journal: Journal, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, *, named: bool
) -> None:
    if named:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    small(journal, 1)
    whole_files.write(folder / "coach-report-2026-09-21.pdf", b"%PDF")

    write(tmp_path, folder)

    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 7


@pytest.mark.skipif(sys.platform == "win32", reason="such a limit is of Unix")
@pytest.mark.parametrize("named", [False, True])
def test_a_disk_that_is_full_leaves_what_was_there(
    journal: Journal, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, *, named: bool
) -> None:
    import resource  # noqa: PLC0415 - of Unix alone

    if named:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    small(journal, 1, events=3_000)
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, kept[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            write(tmp_path, folder)
        with pytest.raises(OSError, match="too large"):
            whole_files.write(folder / NAMES[0], bytes(300_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)

    assert texts(folder) == dict.fromkeys(NAMES, "before")


KILLED = """
import os, signal, sys
from pathlib import Path
from coach.store import whole_files
from coach.store.export import files
from coach.store.record.moments import Instant
from coach.store.record.file_access import reader

def step(number, count):
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)

whole_files._AT_ONCE = 16
files.write_all(reader(Path(sys.argv[1]), "mode=ro"), Path(sys.argv[2]), Instant(1_790_000_000_000, 120), step)
"""


@NO_NAME
def test_killed_it_leaves_what_was_there_and_nothing_half_written(
    journal: Journal, tmp_path: Path, folder: Path
) -> None:
    for number in range(4):
        small(journal, number)

    command = [sys.executable, "-c", KILLED, str(tmp_path / "record.db"), str(folder)]
    assert subprocess.run(command, check=False, timeout=60).returncode == -9

    assert texts(folder) == dict.fromkeys(NAMES, "before")


def test_what_was_left_half_written_goes_with_the_next_one(journal: Journal, tmp_path: Path, folder: Path) -> None:
    small(journal, 1)
    left, going_on, not_ours = (folder / f"{name}.new" for name in ("coach-record-x.77", "coach-report-y.78", "z"))
    for path in (left, going_on, not_ours):
        path.write_text("half")
    long_ago_s = left.stat().st_mtime - whole_files.LEFT_S - 1
    os.utime(left, (long_ago_s, long_ago_s))
    os.utime(not_ours, (long_ago_s, long_ago_s))

    write(tmp_path, folder)

    assert sorted(texts(folder)) == sorted((*NAMES, going_on.name, not_ours.name))


def test_a_folder_that_is_none_and_a_record_that_is_closed_are_told(journal: Journal, tmp_path: Path) -> None:
    small(journal, 1)
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        write(tmp_path, tmp_path / "file" / "x")

    db = beside(journal)
    db.close()
    with pytest.raises(sqlite3.Error):
        files.write_all(db, tmp_path / "out", NOW, lambda _number, _count: None)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_record_of_years_needs_no_more_memory_than_a_small_one(journal: Journal, tmp_path: Path) -> None:
    peaks = []
    for more in (20, 380):
        with journal.together():
            for number in range(more):
                small(journal, number, events=150)
        tracemalloc.start()
        write(tmp_path, tmp_path / "out")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < 1.2 * peaks[0], peaks
