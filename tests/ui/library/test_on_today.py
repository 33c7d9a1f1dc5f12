"""Which routine is on Today: kept by its id, there at the next start, and in plain words where it is lost."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from coach.core.timeline import plan
from coach.store.paths import shipped
from coach.store.routines.own_routines import OwnRoutines
from tests.ui.library.test_routine_library import answer, read

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coach.core.pacing import Pacing
    from coach.core.routine import Routine
    from coach.core.timeline import Timeline
    from coach.store.routines.own_routines import Own
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def put_own(stage: Stage, qtbot: QtBot) -> Own:
    """Put a routine of one's own on Today."""
    library = read(stage, qtbot)
    copy: Own = answer(qtbot, lambda then: library.duplicate("lower-back-short", "My evening", then))
    stage.flow.starting.put_on_today(copy.id)
    return copy


def close(stage: Stage) -> None:
    stage.window.force_close()


def heading(stage: Stage) -> str:
    return stage.start_page.words.heading.text()


def test_it_is_there_at_the_next_start_before_start_can_be_pressed(open_program: Opener, qtbot: QtBot) -> None:
    stage = open_program()
    copy = put_own(stage, qtbot)
    assert heading(stage) == "My evening"
    close(stage)

    seen: list[str] = []
    again = open_program(
        at_first_paint=lambda program: program.usable.connect(
            lambda: seen.append(program.start_page.words.heading.text())
        )
    )

    assert seen == ["My evening"]
    assert again.start_page.notice_words == ""
    again.start()
    assert again.routine.id == copy.id


def test_a_deleted_one_gives_way_and_comes_back_with_undo(stage: Stage, qtbot: QtBot) -> None:
    copy, library = put_own(stage, qtbot), stage.program.routines

    answer(qtbot, lambda then: library.delete(copy.id, then))
    assert heading(stage) == "Lower back stretches"

    answer(qtbot, lambda then: library.restore(copy.id, then))
    assert heading(stage) == "My evening"


def test_one_that_was_deleted_is_not_told_as_lost(open_program: Opener, qtbot: QtBot) -> None:
    stage = open_program()
    copy, library = put_own(stage, qtbot), stage.program.routines
    answer(qtbot, lambda then: library.delete(copy.id, then))
    close(stage)

    again = open_program()
    assert heading(again) == "Lower back stretches"
    assert again.start_page.notice_words == ""
    assert again.preferences.now.today == ""


def test_one_whose_file_is_gone_is_told_once(open_program: Opener, qtbot: QtBot) -> None:
    stage = open_program()
    copy = put_own(stage, qtbot)
    close(stage)
    OwnRoutines(stage.data).path(copy.id).unlink()

    again = open_program()
    assert heading(again) == "Lower back stretches"
    assert again.start_page.notice_words.startswith("Your routine on Today is not there any more.")
    close(again)

    assert open_program().start_page.notice_words == ""


def test_one_whose_file_cannot_be_used_is_told_with_why_and_may_be_mended(open_program: Opener, qtbot: QtBot) -> None:
    stage = open_program()
    copy = put_own(stage, qtbot)
    close(stage)
    path = OwnRoutines(stage.data).path(copy.id)
    whole = path.read_text("utf-8")
    path.write_text(whole.replace('"rounds": 1', '"rounds": 0'), "utf-8")

    again = open_program()
    assert heading(again) == "Lower back stretches"
    assert "rounds" in again.start_page.notice_words
    assert again.start_page.start.isEnabled()
    close(again)

    path.write_text(whole, "utf-8")
    assert heading(open_program()) == "My evening"


def test_a_file_that_was_asked_for_comes_before_it(open_program: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    stage = open_program()
    copy = put_own(stage, qtbot)
    close(stage)
    file = tmp_path / "physio.json"
    file.write_bytes(shipped("routines.json").read_bytes())

    again = open_program(file)
    assert heading(again) == "Lower back stretches"
    again.flow.starting.put_on_today("lower-back-short")
    assert again.preferences.now.today == copy.id


def test_a_change_meanwhile_leaves_what_is_live_as_it_began(stage: Stage, qtbot: QtBot) -> None:
    copy, library = put_own(stage, qtbot), stage.program.routines
    stage.start()

    answer(qtbot, lambda then: library.delete(copy.id, then))

    assert stage.player.is_live
    assert stage.routine.id == copy.id


@pytest.mark.parametrize("number", [3, 20])
def test_few_are_read_before_start_can_be_pressed(tmp_path: Path, number: int) -> None:
    own = OwnRoutines(tmp_path)
    document = shipped_document()
    copies = [own.duplicate(document, f"Mine {place}", 1) for place in range(number)]

    first = OwnRoutines(tmp_path).first(copies[-1].id)

    assert len(first) <= 4
    assert copies[-1] in first


def shipped_document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shipped("routines.json").read_bytes())
    return found


def test_of_many_routines_no_more_are_planned_than_the_start_page_has_cards_for(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = read(stage, qtbot)
    for name in ("Mine 0", "Mine 1", "Mine 2", "Mine 3"):
        answer(qtbot, partial(library.duplicate, "lower-back-short", name))
    planned: list[str] = []

    def counted(routine: Routine, pacing: Pacing) -> Timeline:
        planned.append(routine.name)
        return plan(routine, pacing)

    monkeypatch.setattr("coach.session.selection.plan", counted)
    stage.flow.starting.choose_again()

    assert planned == ["Mine 0", "Mine 1", "Mine 2"]
