"""Where things live."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coach.store.paths import Paths, from_qt, in_words, shipped
from tests.cases import ROOT, ROUTINES


def test_the_shipped_files_are_found() -> None:
    assert shipped("routines.json").samefile(ROUTINES)
    assert shipped("assets").samefile(ROOT / "assets")


def test_a_file_inside_the_package_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "coach"
    package.mkdir()
    (tmp_path / "routines.json").touch()
    monkeypatch.setattr("coach.store.paths._PACKAGE", package)

    beside = shipped("routines.json")
    (package / "routines.json").touch()
    inside = shipped("routines.json")

    assert (beside, inside) == (tmp_path / "routines.json", package / "routines.json")


def test_the_folder_asked_for_is_used_and_not_yet_made(tmp_path: Path) -> None:
    wanted = tmp_path / "mine"

    assert Paths.choose(wanted) == (wanted, wanted, wanted)
    assert not wanted.exists()


@pytest.mark.skipif("sys.platform != 'linux'", reason="the places are those of Linux")
def test_else_the_platforms_own_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    assert Paths.choose(None) == tuple(tmp_path / kind / "coach" for kind in ("data", "cache", "state"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif("sys.platform != 'linux'", reason="names are bytes on Linux")
def test_a_folder_that_qt_cannot_name_is_not_guessed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name, shown = os.fsdecode(b"caf\xe9"), "caf\N{REPLACEMENT CHARACTER}"
    monkeypatch.setenv("HOME", str(tmp_path / name))

    assert from_qt(f"{tmp_path}/{shown}/Documents", f"{tmp_path}/{shown}") == tmp_path / name / "Documents"
    assert from_qt(f"{tmp_path}/{shown}/{shown}", f"{tmp_path}/{shown}") is None
    assert from_qt(f"/elsewhere/{shown}", str(tmp_path)) is None
    assert from_qt("/elsewhere/Dokumente", f"{tmp_path}/{shown}") == Path("/elsewhere/Dokumente")
    assert from_qt("", "") is None
    assert in_words(Path("/a") / name / "ü") == f"/a/{shown}/ü"
