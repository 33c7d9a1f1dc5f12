"""*Try it*: the routine 20 times as fast. Nothing of it is kept, Esc leads back, and a stop is a stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coach.core.events import Phase
from coach.session.places import Place
from coach.ui.editor.editor_page import EditorPage
from tests.ui.editor.open_editor import Desk, open_sample
from tests.ui.stage import CTRL, KEY
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


@pytest.fixture
def trial(stage: Stage, qtbot: QtBot) -> Desk:
    """Rename an exercise, and try the routine."""
    desk = open_sample(stage, qtbot)
    desk.write("Name", "Tilt")
    desk.tab_to("Try it")
    desk.press(KEY.Key_Space)
    assert stage.phase() is Phase.RUNNING
    assert stage.program.navigator.place is Place.LIVE
    return desk


def _is_back(desk: Desk) -> bool:
    return isinstance(desk.stage.page(), EditorPage) and not desk.stage.player.is_live


def test_runs_twenty_times_as_fast_and_comes_back_by_itself(trial: Desk) -> None:
    stage = trial.stage
    assert stage.player.speed == 20
    assert stage.session_page._badge.isVisible()
    for _second in range(120):
        if not stage.player.is_live:
            break
        stage.advance(1_000)
    trial.wait()
    assert _is_back(trial)
    assert stage.player.speed == 1
    assert not stage.session_page._badge.isVisibleTo(stage.session_page)
    assert trial.names()[0] == "Tilt"
    assert trial.focus_name() == "Try it"
    assert trial.page.toast.words.text() == stage.news == "That was the trial. Nothing of it is kept."


def test_esc_leads_back_to_what_was_written_and_it_can_still_be_undone(trial: Desk) -> None:
    trial.stage.advance(3_000)
    trial.press(KEY.Key_Escape)
    trial.wait()
    assert _is_back(trial)
    trial.page.pane.rows.setFocus()
    trial.press(KEY.Key_Z, CTRL)
    assert trial.names()[0] == "Pelvic tilt"


def test_esc_leads_back_from_the_floor_view_too(trial: Desk) -> None:
    trial.press(KEY.Key_F11)
    assert trial.stage.program.navigator.place is Place.FLOOR
    trial.press(KEY.Key_Escape)
    assert _is_back(trial)


def test_the_window_is_closed_without_a_question(trial: Desk) -> None:
    window = trial.stage.window
    window.close()
    assert not window.question.is_asking, "nobody exercises"
    assert not window.isVisible()


@pytest.mark.parametrize("how", ["button", "key"])
def test_pain_stop_stops_as_always_and_leads_back(trial: Desk, how: str) -> None:
    stage = trial.stage
    stage.advance(3_000)
    if how == "button":
        stage.click(stage.session_page.bar.pain)
    else:
        trial.press(KEY.Key_S)
    assert stage.phase() is Phase.STOPPED_FOR_PAIN
    assert stage.program.navigator.place is Place.STOPPED
    assert stage.stopped_page.release.text()
    assert not stage.stopped_page.note.open_button.isVisible()  # nothing of it is kept
    stage.click(stage.stopped_page.close_button)
    assert _is_back(trial)


def test_a_stop_by_mistake_goes_on_with_a_pause(trial: Desk) -> None:
    stage = trial.stage
    stage.advance(3_000)
    trial.press(KEY.Key_S)
    stage.stopped_page.mistake_wanted.emit()
    assert stage.phase() is Phase.PAUSED
    trial.press(KEY.Key_Escape)
    assert _is_back(trial)


def test_nothing_of_it_is_in_the_record_nor_asked_about(trial: Desk, qtbot: QtBot) -> None:
    stage = trial.stage
    answers: list[Any] = []
    stage.advance(3_000)
    trial.press(KEY.Key_S)
    stage.stopped_page.scale.chosen.emit(9)
    stage.click(stage.stopped_page.close_button)
    stage.recorder.ask_past(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5_000)
    past, unfinished = answers[0]
    assert past.last is None
    assert past.hurt_in_a_row == 0
    assert unfinished is None


def test_nothing_of_it_is_added_to_the_session_before_it(stage: Stage, qtbot: QtBot) -> None:
    kept: list[list[Any]] = []

    def read() -> list[Any]:
        said = len(kept)
        stage.recorder.do(lambda journal: [*journal.connection.iterdump()], kept.append)  # type: ignore[arg-type]  # a list
        qtbot.waitUntil(lambda: len(kept) > said, timeout=5_000)
        return kept[-1]

    stage.start()
    stage.advance(3_000)
    stage.press(KEY.Key_S)
    stage.click(stage.stopped_page.close_button)
    desk, before = open_sample(stage, qtbot), read()
    desk.tab_to("Try it")
    desk.press(KEY.Key_Space)
    stage.advance(3_000)
    desk.press(KEY.Key_S)
    stage.click(stage.stopped_page.close_button)
    assert _is_back(desk)
    assert read() == before


def test_a_session_after_it_is_checked_runs_in_its_own_time_and_is_kept(trial: Desk, qtbot: QtBot) -> None:
    stage = trial.stage
    answers: list[Any] = []
    trial.press(KEY.Key_Escape)
    trial.press(KEY.Key_Escape)
    stage.show_start()
    stage.start()
    assert stage.player.speed == 1
    stage.advance(2_000)
    trial.press(KEY.Key_Escape)  # a stop for pain again
    assert stage.program.navigator.place is Place.STOPPED
    wait_ms(1)
    stage.recorder.ask_past(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5_000)
    assert answers[0][0].hurt_in_a_row == 1
