"""What a Linux desktop is told of coach: its entry in the menu, and that it opens files `*.coach.json`."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from coach.__main__ import asked
from coach.store.routines.library import ENDING
from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TYPE = "application/x-coach-routine+json"
ASK = """
import sys
from PySide6.QtCore import QMimeDatabase
for name in sys.argv[1:]:
    print(QMimeDatabase().mimeTypeForFile(name, QMimeDatabase.MatchMode.MatchExtension).name())
"""


MAKE = shutil.which("make")


@pytest.mark.skipif(sys.platform != "linux" or MAKE is None, reason="for desktops of Linux")
def test_a_desktop_knows_our_files_and_what_opens_them(tmp_path: Path) -> None:
    there = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "my share")}
    subprocess.run([str(MAKE), "desktop"], cwd=ROOT, env=there, check=True, capture_output=True)

    names = [f"evening{ENDING}", "other.json"]
    told = subprocess.run([sys.executable, "-c", ASK, *names], env=there, check=True, capture_output=True, text=True)
    assert told.stdout.split() == [TYPE, "application/json"]

    entry = configparser.ConfigParser(interpolation=None)
    entry.read(tmp_path / "my share" / "applications" / "coach.desktop", "utf-8")
    desktop = entry["Desktop Entry"]
    assert desktop["MimeType"] == f"{TYPE};"
    assert (tmp_path / f"my share/icons/hicolor/scalable/apps/{desktop['Icon']}.svg").is_file()
    program, *arguments = desktop["Exec"].split()
    assert program == "coach"
    for files in (["evening.coach.json"], []):
        given = [each for argument in arguments for each in (files if argument == "%f" else [argument])]
        options = asked(given)
        assert options.command == "open"
        assert [str(file) for file in (options.to_open,) if file] == files
