"""Where things live."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.store.paths import Paths, shipped
from tests.cases import ROOT, ROUTINES

if TYPE_CHECKING:
    from pathlib import Path


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

    assert Paths.choose(wanted).data == wanted
    assert not wanted.exists()


@pytest.mark.skipif("sys.platform != 'linux'", reason="the place for data is the one of Linux")
def test_else_the_platforms_own_place_for_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert Paths.choose(None).data == tmp_path / "coach"
    assert list(tmp_path.iterdir()) == []
