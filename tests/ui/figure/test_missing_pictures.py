"""A figure file that somebody broke costs its pictures and nothing else: words take their place."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from coach.background.loader import Loader
from coach.core.events import Phase
from coach.store import figures, paths
from tests.cases import ROOT, ROUTINES

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

CANNOT = "Some pictures cannot be shown. Words are in their place."
BROKEN = {
    "cut off": b'{"id": "cat-cow", ',
    "empty": b"",
    "not text": b"\xff\xfe\x00",
    "nothing in it": b"{}",
    "too large": b" " * ((1 << 20) + 1),
}


@pytest.fixture(name="installed")
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an installation of its own, and return the folder of its figures."""
    home = tmp_path / "installed"
    folder = home / "assets" / "figures"
    folder.mkdir(parents=True)
    for file in (ROUTINES, *figures.folder().glob("*.json")):
        (home / file.relative_to(ROOT)).write_bytes(file.read_bytes())
    monkeypatch.setattr(paths, "_PACKAGE", home)
    assert figures.folder() == folder
    return folder


def opened(open_program: Opener, qtbot: QtBot) -> Stage:
    """Open the window and wait until the pictures are read or told to be missing."""
    stage = open_program()
    qtbot.waitUntil(lambda: bool(notices(stage)) or stage.pictures.knows("pelvic-tilt"))
    return stage


def notices(stage: Stage) -> list[str]:
    return [text for text in stage.texts(stage.start_page) if CANNOT in text]


def words_shown(stage: Stage) -> bool:
    """Tell whether words stand in the picture's place: those of the exercise that is here."""
    told = stage.routines[0].exercises[stage.shot.block.position]
    return f"{told.start} {told.movement}" in stage.texts(stage.session_page.picture)


def go_to_exercise(stage: Stage, name: str) -> None:
    """Skip to the first block of an exercise, and on to its work."""
    while stage.shot.block.exercise != name or not stage.shot.block.kind.is_work:
        stage.skip_to(stage.shot.index + 1)
    QApplication.processEvents()


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_figure_is_told_and_named(open_program: Opener, qtbot: QtBot, installed: Path, kind: str) -> None:
    (installed / "cat-cow.json").write_bytes(BROKEN[kind])

    stage = opened(open_program, qtbot)
    qtbot.waitUntil(lambda: bool(notices(stage)))

    assert len(notices(stage)) == 1
    lines = notices(stage)[0].splitlines()
    assert lines[0] == CANNOT
    assert [line.split(":")[0] for line in lines[1:]] == ["cat-cow.json"]
    assert notices(stage)[0] == stage.news, "a screen reader is told too"
    assert stage.start_page.start.isEnabled()


def test_a_session_runs_with_words_in_the_place_of_the_broken_figure_alone(
    open_program: Opener, qtbot: QtBot, installed: Path
) -> None:
    (installed / "cat-cow.json").write_bytes(BROKEN["cut off"])
    stage = opened(open_program, qtbot)
    qtbot.waitUntil(lambda: bool(notices(stage)))

    stage.start()
    picture = stage.session_page.picture
    qtbot.waitUntil(lambda: picture.is_animated)
    assert not words_shown(stage)
    go_to_exercise(stage, "childs-pose")
    assert not words_shown(stage)
    go_to_exercise(stage, "cat-cow")
    stage.advance(2_500)
    QApplication.processEvents()

    assert stage.phase() is Phase.RUNNING
    assert words_shown(stage)
    assert not picture.is_animated
    assert picture.accessibleName() == "Picture: Cat–cow"
    assert picture.accessibleDescription() == ""
    stage.advance(200_000)
    assert stage.phase() is Phase.FINISHED


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_body_costs_all_pictures_and_no_session(
    open_program: Opener, qtbot: QtBot, installed: Path, kind: str
) -> None:
    (installed / "body.json").write_bytes(BROKEN[kind])
    stage = opened(open_program, qtbot)

    lines = notices(stage)[0].splitlines()
    assert lines[0] == CANNOT
    assert [line.split(":")[0] for line in lines[1:]] == ["body.json"]
    stage.start()
    for name in ("pelvic-tilt", "trunk-rotation", "cat-cow"):
        go_to_exercise(stage, name)
        stage.advance(1_500)
        QApplication.processEvents()
        assert words_shown(stage)
        assert not stage.session_page.picture.is_animated
    assert stage.pictures.bytes_kept == 0


def test_without_a_body_menus_for_the_figure_do_no_harm(open_program: Opener, qtbot: QtBot, installed: Path) -> None:
    (installed / "body.json").unlink()
    stage = opened(open_program, qtbot)
    assert "body.json: file: cannot be read" in notices(stage)[0]
    stage.start()

    for _ in range(2):
        for action in ("figure", "still"):
            stage.trigger(action)
            stage.advance(1_000)
            QApplication.processEvents()
            assert words_shown(stage)


def test_several_broken_figures_are_named_a_line_each(open_program: Opener, qtbot: QtBot, installed: Path) -> None:
    (installed / "cat-cow.json").write_bytes(BROKEN["empty"])
    (installed / "childs-pose.json").unlink()

    stage = opened(open_program, qtbot)
    qtbot.waitUntil(lambda: bool(notices(stage)))

    named = [line.split(":")[0] for line in notices(stage)[0].splitlines()[1:]]
    assert sorted(named) == ["cat-cow.json", "childs-pose.json"]


def test_with_all_figures_nothing_is_told(open_program: Opener, qtbot: QtBot, installed: Path) -> None:
    assert (installed / "body.json").exists()

    assert notices(opened(open_program, qtbot)) == []


def test_figures_are_not_read_before_the_list_is_there(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[tuple[str, ...]] = []
    load = figures.load

    def noted(ids: tuple[str, ...]) -> figures.Figures:
        read.append(ids)
        return load(ids)

    monkeypatch.setattr(figures, "load", noted)
    loader = Loader(None)
    with qtbot.waitSignal(loader.loaded):
        loader.start()
    assert [thread for thread in threading.enumerate() if thread.name == "figure loader"] == []
    assert read == []

    with qtbot.waitSignal(loader.drawn) as drawn:
        loader.draw()

    assert drawn.args is not None
    assert tuple(drawn.args[0].movements) == read[0] != ()
