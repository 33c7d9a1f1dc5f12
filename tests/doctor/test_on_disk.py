"""What is found of the files of a person: whole, broken, gone; nothing of it is changed by the look."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from coach.doctor import on_disk
from coach.store import log_file, settings
from coach.store.record.moments import Instant
from coach.store.record.opening import open_record
from coach.store.settings import Settings
from tests.cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from coach.core.findings import Finding

NOW = Instant(1_700_000_000_000, 0)


def one(found: Iterable[Finding]) -> Finding:
    (finding,) = found
    return finding


def state(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder with what is in them."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(name="data")
def _data(tmp_path: Path) -> Path:
    """Return a folder with an empty record, closed again."""
    folder = tmp_path / "data"
    opened = open_record(folder, NOW)
    assert opened.journal is not None
    opened.journal.close()
    return folder


def test_before_anything_was_kept_all_is_well(tmp_path: Path) -> None:
    folder = tmp_path / "not yet" / "there"

    assert one(on_disk.record(folder)).works
    assert one(on_disk.own_settings(folder)).works
    assert one(on_disk.own_routines(folder)).words == "There are none yet."
    assert one(on_disk.free_space(folder)).works
    assert one(on_disk.log(folder)).works
    assert list(on_disk.kept_copies(folder)) == []
    assert list(tmp_path.iterdir()) == []


def test_a_whole_record_is_left_as_it_is(data: Path) -> None:
    before = state(data)

    assert one(on_disk.record(data)).works
    assert one(on_disk.kept_copies(data)).words == "There is none yet. While coach runs it makes one each day."
    assert state(data) == before


def test_a_record_that_is_being_written_is_read_beside_it(data: Path) -> None:
    opened = open_record(data, NOW)
    assert opened.journal is not None
    with closing(opened.journal):
        assert one(on_disk.record(data)).works


def test_a_damaged_record_is_told_with_what_helps(data: Path) -> None:
    path = data / "record.db"
    path.write_bytes(path.read_bytes()[:1024] + b"x" * 4096)

    found = one(on_disk.record(data))

    assert (found.works, found.words) == (False, "The file is not whole.")
    assert "offers the newest copy" in found.remedy


def test_a_record_that_another_program_holds_is_not_called_damaged(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_disk, "LOCK_S", 0.05)
    path = data / "record.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("BEGIN EXCLUSIVE")
        path.with_name("record.db-wal").touch()  # as where somebody writes

        found = one(on_disk.record(data))

    assert (found.works, found.words) == (False, "It cannot be read now.")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    for found in (one(on_disk.record(tmp_path / "file")), one(on_disk.log(tmp_path / "file" / "below"))):
        assert not found.works
        assert "right to write" in found.remedy


CLOSED = """
import os, sys
from pathlib import Path
from coach.doctor import on_disk
os.chmod(sys.argv[1], 0)
if os.geteuid() == 0:
    os.setuid(65534)  # root may look into all folders
data = Path(sys.argv[1]) / "data"
looks = ["record", "kept_copies", "free_space", "own_settings", "own_routines", "log"]
for look in looks:
    for found in getattr(on_disk, look)(data):
        print(found.line)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="modes as on Unix")
def test_a_folder_that_may_not_be_looked_into_is_told_and_fails_no_look(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", CLOSED, folder], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    folder.chmod(0o700)

    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert {line for line in lines if not line.startswith("Room on the disk")} == {
        "Record: Nothing can be written there.",
        "Settings: They can be read.",
        "Own routines: They cannot be read.",
        "Log: It cannot be written.",
    }


def test_copies_are_counted(data: Path) -> None:
    (data / "record-copy.db").touch()
    (data / "record-copy-2.db").touch()

    assert one(on_disk.kept_copies(data)).words == "There are 2 copies of the record."


def test_settings_that_do_not_fit_are_told(data: Path) -> None:
    settings.save(data, Settings())
    assert one(on_disk.own_settings(data)).works

    path = data / settings.NAME
    document = json.loads(path.read_bytes())
    document["settings"]["theme"] = "purple"
    path.write_text(json.dumps(document))
    assert one(on_disk.own_settings(data)).words == "Some of them do not fit."

    path.write_text("{")
    assert one(on_disk.own_settings(data)).words == "The file cannot be read."


def test_own_routines_are_counted_and_not_named(tmp_path: Path) -> None:
    folder = tmp_path / "routines"
    folder.mkdir()
    (folder / "annas-back-0a1b2c3d.coach.json").write_text("{")
    before = state(tmp_path)

    found = one(on_disk.own_routines(tmp_path))

    assert (found.works, found.words) == (False, "1 cannot be used.")
    assert "anna" not in (found.line + found.remedy).lower()
    assert state(tmp_path) == before


def test_what_came_with_coach_is_there() -> None:
    assert one(on_disk.shipped_files()).works
    assert one(on_disk.recorded_voices()).words == "All clips of 2 voices are there."


def test_the_last_lines_of_the_log_are_those_of_both_files(tmp_path: Path) -> None:
    (tmp_path / f"{log_file.NAME}.1").write_text("one\ntwo\n")
    (tmp_path / log_file.NAME).write_text("three\nfo\x1bur\n")

    assert log_file.last_lines(tmp_path, 3) == ("two", "three", "fo\N{REPLACEMENT CHARACTER}ur")
    assert log_file.last_lines(tmp_path / "nowhere", 3) == ()
