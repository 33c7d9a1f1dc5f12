"""What a Linux desktop is told of coach: its entry in the menu, its icon, and that it opens files `*.coach.json`."""

from __future__ import annotations

import configparser
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from coach import APP_ID, __version__
from coach.__main__ import asked
from coach.devices.mpris_interface import root_properties
from coach.qt_application import ICON_SIZES
from coach.store.routines.library import ENDING
from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LINUX = ROOT / "assets" / "linux"
WITHOUT_ADDRESS = "url-homepage-missing"
"""What newer judges miss: coach has no place on the net (docs/decisions/0050-one-id.md)."""
NEWER = ": developer-"
"""Of an element for the name of the developers that older judges do not know."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NOT_FOR_DESKTOPS = {"libraries.txt"}
TYPE = "application/x-coach-routine+json"
ASK = """
import sys
from PySide6.QtCore import QMimeDatabase
for name in sys.argv[1:]:
    print(QMimeDatabase().mimeTypeForFile(name, QMimeDatabase.MatchMode.MatchExtension).name())
"""

MAKE = shutil.which("make")
JUDGES = {
    "desktop-file-validate": ["desktop-file-validate", str(LINUX / f"{APP_ID}.desktop")],
    "appstreamcli": ["appstreamcli", "validate", "--no-net", "--pedantic", str(LINUX / f"{APP_ID}.metainfo.xml")],
}


def read_entry(path: Path) -> configparser.SectionProxy:
    """Return what an entry for the menu says."""
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(path, "utf-8")
    return entry["Desktop Entry"]


def read_xml(path: Path) -> ET.Element:
    """Return the root of a file of ours."""
    return ET.parse(path).getroot()  # noqa: S314 - our own words


@pytest.mark.skipif(sys.platform != "linux" or MAKE is None, reason="for desktops of Linux")
def test_a_desktop_knows_our_files_and_what_opens_them(tmp_path: Path) -> None:
    share = tmp_path / "my share"
    there = {**os.environ, "XDG_DATA_HOME": str(share)}
    old = share / "applications" / "coach.desktop"  # as coach wrote it before it had an id
    old.parent.mkdir(parents=True)
    old.touch()
    subprocess.run([str(MAKE), "desktop"], cwd=ROOT, env=there, check=True, capture_output=True)

    names = [f"evening{ENDING}", "other.json"]
    told = subprocess.run([sys.executable, "-c", ASK, *names], env=there, check=True, capture_output=True, text=True)
    assert told.stdout.split() == [TYPE, "application/json"]

    assert [path.name for path in old.parent.glob("*.desktop")] == [f"{APP_ID}.desktop"]
    desktop = read_entry(share / "applications" / f"{APP_ID}.desktop")
    assert desktop["MimeType"] == f"{TYPE};"
    assert len(list(share.glob(f"icons/hicolor/*/apps/{desktop['Icon']}.*"))) == 10
    program, *arguments = desktop["Exec"].split()
    assert program == "coach"
    for files in (["evening.coach.json"], []):
        given = [each for argument in arguments for each in (files if argument == "%f" else [argument])]
        options = asked(given)
        assert options.command == "open"
        assert [str(file) for file in (options.to_open,) if file] == files


def test_all_that_a_desktop_is_told_has_one_id() -> None:
    entry = read_entry(LINUX / f"{APP_ID}.desktop")
    about = read_xml(LINUX / f"{APP_ID}.metainfo.xml")
    kinds = read_xml(LINUX / f"{APP_ID}.xml")
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    make = re.search(r"^ID := (\S+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert {path.name for path in LINUX.iterdir() if not path.name.startswith(APP_ID)} == NOT_FOR_DESKTOPS
    assert {entry["Icon"], entry["StartupWMClass"]} == {APP_ID}
    assert about.findtext("id") == APP_ID
    assert about.findtext("launchable") == f"{APP_ID}.desktop"
    assert root_properties()["DesktopEntry"] == ("s", APP_ID)
    assert make is not None
    assert make[1] == APP_ID
    assert [path for path in wheel["shared-data"].values() if APP_ID not in path] == ["share/man/man1/coach.1"]
    named = {name.rpartition("/")[2] for name in wheel["shared-data"]}
    assert {path.name for path in LINUX.iterdir()} - NOT_FOR_DESKTOPS <= named
    name = "{http://www.freedesktop.org/standards/shared-mime-info}mime-type"
    assert [kind.get("type") for kind in kinds.iter(name)] == [about.findtext("provides/mediatype")] == [TYPE]


def test_a_desktop_is_told_no_more_than_is_so() -> None:
    entry = read_entry(LINUX / f"{APP_ID}.desktop")
    about = read_xml(LINUX / f"{APP_ID}.metainfo.xml")

    assert entry["Categories"] == "Utility;Sports;"
    assert [each.text for each in about.iterfind("categories/category")] == ["Utility", "Sports"]
    assert next(each.get("version") for each in about.iterfind("releases/release")) == __version__
    assert about.findtext("provides/binary") == entry["TryExec"] == "coach"


def test_a_desktop_is_told_of_coach_in_every_language_of_coach() -> None:
    entry = read_entry(LINUX / f"{APP_ID}.desktop")
    for language in (path.name for path in (ROOT / "assets" / "locale").iterdir() if path.is_dir()):
        assert {f"GenericName[{language}]", f"Comment[{language}]"} <= {*entry}
        for path, name in ((f"{APP_ID}.metainfo.xml", "summary"), (f"{APP_ID}.xml", "{*}mime-type/{*}comment")):
            spoken = {each.get(LANGUAGE) for each in read_xml(LINUX / path).iterfind(name)}
            assert language in spoken


@pytest.mark.skipif(sys.platform != "linux", reason="for desktops of Linux")
def test_a_window_says_the_id_and_shows_the_icon_once_a_start_does_not_wait_for_it(tmp_path: Path) -> None:
    there = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.shown_program", "--data-dir", str(tmp_path / "data")]
    told = subprocess.run(command, cwd=ROOT, env=there, check=True, capture_output=True, text=True)

    assert [json.loads(line) for line in told.stdout.splitlines()] == [[APP_ID, []], [APP_ID, list(ICON_SIZES)]]


@pytest.mark.parametrize("judge", JUDGES)
def test_judges_of_desktops_find_nothing(judge: str) -> None:
    if shutil.which(judge) is None:
        pytest.skip(f"{judge} is not here")
    told = subprocess.run(JUDGES[judge], capture_output=True, text=True, check=False)

    passed_over = (": hint: ", WITHOUT_ADDRESS, NEWER, "Validation ")
    lines = [
        line for line in told.stdout.splitlines() if line.strip() and not any(each in line for each in passed_over)
    ]
    assert lines == []
    assert told.returncode == 0 or WITHOUT_ADDRESS in told.stdout
