"""What coach writes about a person is for that person alone: new files, and those that an older coach left open."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from coach.store import private_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no modes")


@pytest.fixture(autouse=True)
def _generous() -> Iterator[None]:
    """Let everything be as open as it comes."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> str:
    return f"{path.stat().st_mode & 0o777:o}"


def test_folders_are_made_for_their_owner_alone_and_those_above_too(tmp_path: Path) -> None:
    private_files.make_folder(tmp_path / "share" / "coach")
    private_files.make_folder(tmp_path / "share" / "coach")

    assert (mode(tmp_path / "share"), mode(tmp_path / "share" / "coach")) == ("700", "700")


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "coach").touch()

    with pytest.raises(FileExistsError):
        private_files.make_folder(tmp_path / "coach")
    with pytest.raises(OSError, match="Not a directory"):
        private_files.make_folder(tmp_path / "coach" / "deeper")


@pytest.mark.parametrize("was_there", [False, True])
def test_what_is_opened_to_be_written_is_for_its_owner_alone(tmp_path: Path, *, was_there: bool) -> None:
    path = tmp_path / "settings.json.new"
    if was_there:
        path.touch(0o666)

    with open(path, "w", encoding="utf-8", opener=private_files.opener) as file:
        file.write("{}")

    assert (mode(path), path.read_text()) == ("600", "{}")


def test_a_file_for_others_to_write_is_made_or_closed_and_keeps_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")

    private_files.touch(tmp_path / "old")
    private_files.touch(tmp_path / "new")

    assert [(mode(each), each.read_bytes()) for each in (tmp_path / "old", tmp_path / "new")] == [
        ("600", b"old"),
        ("600", b""),
    ]


def test_what_is_there_already_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "coach"
    folder.mkdir()
    names = ("record.db", "record.db-wal", "record-copy.db", "settings.json", "coach.lock")
    for name in names:
        (folder / name).touch()
    (folder / "settings.json").chmod(0o444)

    private_files.mend(folder)

    assert {mode(folder / name) for name in names} == {"600", "400"}
    assert mode(folder) == "700"


def test_a_folder_with_things_of_others_stays_open_and_so_do_they(tmp_path: Path) -> None:
    for name in ("holiday.jpg", "record.db"):
        (tmp_path / name).touch()
    tmp_path.chmod(0o755)

    private_files.mend(tmp_path)
    private_files.mend(tmp_path / "missing")

    assert [mode(each) for each in (tmp_path, tmp_path / "holiday.jpg", tmp_path / "record.db")] == [
        "755",
        "666",
        "600",
    ]
