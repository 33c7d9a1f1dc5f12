"""The own routines of the running program: what comes in, changes and goes is there at once, and after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coach.core.events import Phase
from coach.session.places import Place
from coach.store.paths import shipped
from tests.ui.stage import KEY
from tools import sample_routine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coach.session.routine_library import RoutineLibrary
    from coach.store.routines.incoming import Incoming
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


@pytest.fixture
def library(stage: Stage, qtbot: QtBot) -> RoutineLibrary:
    return read(stage, qtbot)


def read(stage: Stage, qtbot: QtBot) -> RoutineLibrary:
    library = stage.program.routines
    qtbot.waitUntil(lambda: library.is_read, timeout=10_000)
    return library


def names(library: RoutineLibrary) -> list[str]:
    return [own.name for own in library.own]


def answer(qtbot: QtBot, ask: Callable[[Callable[[Any], None]], None]) -> Any:
    """Return what a question to the library is answered with."""
    answers: list[Any] = []
    ask(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return answers[0]


def test_what_comes_in_is_offered_at_once(stage: Stage, library: RoutineLibrary, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "physio.json"
    file.write_bytes(shipped("routines.json").read_bytes())
    found: Incoming = answer(qtbot, lambda then: library.look_at(file, then))
    assert names(library) == []

    kept = answer(qtbot, lambda then: library.keep(found, then))

    assert names(library) == ["Lower back stretches", "Short version"]
    assert set(library.own) == set(kept)
    assert [routine.id for routine in library.selection.routines][:2] == ["lower-back", "lower-back-short"]
    assert len(library.selection.routines) == 4
    assert stage.page() is stage.start_page


def test_a_routine_is_copied_renamed_deleted_and_brought_back(library: RoutineLibrary, qtbot: QtBot) -> None:
    copy = answer(qtbot, lambda then: library.duplicate("lower-back", "Mine", then))
    assert names(library) == ["Mine"]

    answer(qtbot, lambda then: library.rename(copy.id, "Evening", then))
    assert [(own.id, own.name) for own in library.own] == [(copy.id, "Evening")]

    assert answer(qtbot, lambda then: library.delete(copy.id, then)) == copy.id
    assert names(library) == []
    answer(qtbot, lambda then: library.restore(copy.id, then))
    assert names(library) == ["Evening"]


def test_a_routine_is_written_out_as_one_file(library: RoutineLibrary, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "out.coach.json"

    assert answer(qtbot, lambda then: library.export("lower-back-short", out, then)) == out

    found: Incoming = answer(qtbot, lambda then: library.look_at(out, then))
    assert [one.routine.name for one in found.routines] == ["Short version"]


def test_a_disk_that_refuses_is_told_and_changes_nothing(library: RoutineLibrary, qtbot: QtBot) -> None:
    library.store.folder.parent.mkdir(exist_ok=True)
    library.store.folder.write_text("")
    with qtbot.waitSignal(library.failed, timeout=10_000):
        assert answer(qtbot, lambda then: library.duplicate("lower-back", "Mine", then)) is None
    assert names(library) == []


def test_own_routines_are_there_after_a_restart(
    library: RoutineLibrary, open_program: Opener, qtbot: QtBot, stage: Stage
) -> None:
    answer(qtbot, lambda then: library.duplicate("lower-back", "Mine", then))
    stage.window.force_close()

    again = open_program()
    assert names(read(again, qtbot)) == ["Mine"]
    again.visit(Place.ROUTINES)
    assert "Mine" in again.texts(again.page())


def test_a_file_that_is_opened_in_a_session_waits_until_that_is_over(
    stage: Stage, library: RoutineLibrary, tmp_path: Path
) -> None:
    shown: list[Path] = []
    library.file_wanted.connect(shown.append)
    stage.program.bring(tmp_path / "before")
    assert shown == [tmp_path / "before"]

    stage.start()
    stage.program.bring(tmp_path / "in a session")
    stage.press(KEY.Key_S)
    assert stage.page() is stage.after_session.stopped
    assert len(shown) == 1

    stage.after_session.stopped.close_wanted.emit()
    assert stage.page() is stage.start_page
    assert shown[1:] == [tmp_path / "in a session"]


def test_a_routine_that_changes_takes_no_stop_away(stage: Stage, library: RoutineLibrary, qtbot: QtBot) -> None:
    stage.start()
    stage.advance(3_000)
    stage.press(KEY.Key_S)
    with qtbot.waitSignal(library.changed):
        library.save(sample_routine.document())
    stage.stopped_page.mistake_wanted.emit()
    assert stage.phase() is Phase.PAUSED
