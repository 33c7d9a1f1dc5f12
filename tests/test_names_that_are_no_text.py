"""Folders and files whose names are no UTF-8: on Linux a name is bytes, and old homes have such."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROUTINES
from tests.programs import assert_no_traceback, coach
from tests.test_second_start import started

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux")

NAME = os.fsdecode(b"caf\xe9")


@pytest.mark.parametrize("more", [{}, {"TMPDIR": NAME}], ids=["data", "data and temporary files"])
def test_coach_starts_there_and_a_second_start_finds_it(tmp_path: Path, more: dict[str, str]) -> None:
    (tmp_path / NAME).mkdir()
    more = {name: str(tmp_path / value) for name, value in more.items()}

    with started(tmp_path / NAME / "data", **more) as first:
        assert first.tells() == "ready"
        with started(tmp_path / NAME / "data", **more) as second:
            assert first.tells().startswith("raised")
            assert second.ends() == 0
    assert (tmp_path / NAME / "data" / "record.db").exists()


@pytest.mark.parametrize("home", ["HOME", "XDG_DATA_HOME"])
def test_coach_starts_in_a_home_of_that_name(tmp_path: Path, home: str) -> None:
    (tmp_path / NAME).mkdir()

    with started(None, **{home: str(tmp_path / NAME)}) as first:
        assert first.tells() == "ready"
    (found,) = (tmp_path / NAME).rglob("coach.lock")
    assert found.parent.name == "coach"


@pytest.mark.parametrize("command", [("check",), ("script",), ("figure",)])
def test_commands_read_and_name_such_files(tmp_path: Path, command: tuple[str, ...]) -> None:
    file = tmp_path / NAME / f"{NAME}.json"
    file.parent.mkdir()
    if command != ("figure",):
        shutil.copy(ROUTINES, file)
        done = coach(*command, file)
        assert_no_traceback(done)
        assert done.returncode == 0
    file.write_text("{", "utf-8")

    done = coach(*command, file)

    assert_no_traceback(done)
    assert done.returncode == 1
    assert "JSON" in done.stdout + done.stderr
