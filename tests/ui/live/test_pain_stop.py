"""Pain — stop: in every second of a session, at once, and with no way on but a mistake that was one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from coach.core.events import BlockEnded, Leaving, Phase
from coach.core.session import LEAD_IN_MS
from coach.ui.help.keys_page import KeysPage
from coach.words import safety_messages
from tests.ui.stage import CTRL, KEY, focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import Qt

    from coach.core.events import Event
    from tests.ui.stage import Stage

pytestmark = pytest.mark.every_case

IN_A_GAP = "Stay where you feel best."
ON_A_WAY = "Sit or lie down slowly."


def _get_ready(stage: Stage) -> None:
    stage.advance(2_000)


def _hold(stage: Stage) -> None:
    stage.skip_to(4)
    stage.advance(12_000)


def _gap(stage: Stage, spent_ms: int, index: int = 3) -> None:
    """Be so long in the gap that leads from the pelvic tilt to the right knee, or in another one."""
    stage.skip_to(index - 1)
    stage.advance(stage.shot.left_ms + spent_ms)
    assert (stage.shot.index, stage.shot.spent_ms) == (index, spent_ms)


def _way_to_sitting(stage: Stage) -> None:
    _gap(stage, 12_000, 33)
    assert stage.shot.block.new_position


def _pause(stage: Stage) -> None:
    _hold(stage)
    stage.press(KEY.Key_Space)
    assert stage.phase() is Phase.PAUSED
    stage.advance(600_000)


def _lead_in(stage: Stage) -> None:
    _hold(stage)
    stage.press(KEY.Key_Space)
    stage.press(KEY.Key_Space)
    stage.advance(1_500)
    assert stage.shot.lead_in_ms == LEAD_IN_MS - 1_500


def _last_second(stage: Stage) -> None:
    stage.skip_to(4)
    stage.advance(29_999)
    assert (stage.shot.index, stage.shot.left_ms) == (4, 1)


def _last_second_of_all(stage: Stage) -> None:
    stage.skip_to(len(stage.shot.outcomes) - 1)
    stage.advance(29_999)
    assert stage.shot.following is None


def _keys_page(stage: Stage) -> None:
    _hold(stage)
    stage.press(KEY.Key_F1)
    assert isinstance(stage.page(), KeysPage)


def _question(stage: Stage) -> None:
    _hold(stage)
    stage.press(KEY.Key_Q, CTRL)


MOMENTS: dict[str, tuple[Callable[[Stage], None], str]] = {
    "getting ready": (_get_ready, IN_A_GAP),
    "hold": (_hold, "Let go. Put your foot down."),
    "way out of the stretch before a gap": (lambda stage: _gap(stage, 2_000), "Let your back rest."),
    "base position in a gap": (lambda stage: _gap(stage, 6_800, 15), IN_A_GAP),
    "line that leads in": (lambda stage: _gap(stage, 14_000), "Let go. Put your foot down."),
    "way to another position": (_way_to_sitting, ON_A_WAY),
    "hands and knees before cat-cow": (lambda stage: _gap(stage, 12_000, 51), "Flat back. Lie down when ready."),
    "pause": (_pause, "Let go. Put your foot down."),
    "lead-in": (_lead_in, "Let go. Put your foot down."),
    "last second of a hold": (_last_second, "Let go. Put your foot down."),
    "last second of all": (_last_second_of_all, "Flat back. Lie down when ready."),
    "keys page": (_keys_page, "Let go. Put your foot down."),
    "question": (_question, "Let go. Put your foot down."),
}


def _assert_stopped(stage: Stage, release: str) -> None:
    """No turn of the event loop is needed: what is asserted here is there when the key press returns."""
    assert stage.is_stopped
    shown = [text.replace("\n", " ") for text in stage.texts(stage.stopped_page)]
    assert {safety_messages.M_STOP_TITLE, release, safety_messages.M_STOP_FIRST} <= set(shown)
    assert safety_messages.M_STOP_THEN in shown
    assert set(safety_messages.EMERGENCY_SHORT) <= set(shown)
    for hidden in (stage.pain, stage.go, stage.session_page.title, stage.window.menuBar(), stage.window.sidebar):
        assert not hidden.isVisible()
    assert release in stage.news
    assert safety_messages.M_STOP_TITLE in stage.news


@pytest.mark.parametrize("moment", MOMENTS)
def test_stops_at_once_in_every_moment(running: Stage, moment: str) -> None:
    go_there, release = MOMENTS[moment]
    go_there(running)

    running.press(KEY.Key_Escape)

    _assert_stopped(running, release)


def test_stops_at_once_in_a_block_that_waits(stage: Stage) -> None:
    stage.wait_for_me()
    stage.start()
    stage.advance(100_000)
    assert stage.shot.waiting

    stage.press(KEY.Key_B)

    _assert_stopped(stage, IN_A_GAP)


@pytest.mark.parametrize("by", ["key", "button"])
def test_a_stop_that_is_heard_after_the_last_second_stops_all_the_same(running: Stage, by: str) -> None:
    _last_second_of_all(running)
    running.clock.ms += 900  # the window was busy: the last second is over, and nobody has looked at the clock yet
    assert running.phase() is Phase.RUNNING

    if by == "key":
        running.press(KEY.Key_Escape)
    else:
        running.click(running.pain)

    assert running.page() is running.stopped_page
    assert "Flat back.\nLie down when ready." in running.texts(running.stopped_page)


def test_a_stop_on_the_closing_page_is_one_on_the_way_up(running: Stage) -> None:
    _last_second_of_all(running)
    running.advance(20_000)
    running.press(KEY.Key_Escape)

    assert running.page() is running.stopped_page
    assert ON_A_WAY in running.texts(running.stopped_page)


@pytest.mark.parametrize(
    ("index", "release"),
    [
        (2, "Let your back rest."),
        (4, "Let go. Put your foot down."),
        (6, "Let go. Put your foot down."),
        (16, "Let go. One foot down, then the other."),
        (22, "Knees slowly back to the middle."),
        (34, "Come up to the middle. Lower your arm."),
        (46, "Use your hands. Sit up slowly."),
        (52, "Flat back. Lie down when ready."),
    ],
)
def test_every_movement_has_its_own_way_out(running: Stage, index: int, release: str) -> None:
    running.skip_to(index)

    running.press(KEY.Key_S)

    _assert_stopped(running, release)


def test_the_stop_is_recorded_with_the_time_really_spent(running: Stage) -> None:
    happened: list[Event] = []
    running.player.happened.connect(happened.append)
    running.skip_to(4)
    running.advance(12_345)

    running.press(KEY.Key_Escape)

    ended = [event for event in happened if isinstance(event, BlockEnded)][-1]
    assert (ended.index, ended.spent_ms, ended.why) == (4, 12_345, Leaving.STOPPED)


def test_time_stands_still_after_the_stop(running: Stage) -> None:
    _hold(running)
    running.press(KEY.Key_Escape)
    elapsed_ms = running.shot.elapsed_ms

    running.advance(120_000)
    QApplication.processEvents()

    assert running.is_stopped
    assert running.shot.elapsed_ms == elapsed_ms


# What can be done there


@pytest.mark.parametrize(
    "key",
    [
        KEY.Key_Space,
        KEY.Key_PageUp,
        KEY.Key_MediaPlay,
        KEY.Key_MediaTogglePlayPause,
        KEY.Key_Return,
        KEY.Key_Enter,
        KEY.Key_Right,
        KEY.Key_PageDown,
        KEY.Key_Left,
        KEY.Key_Plus,
        KEY.Key_Escape,
        KEY.Key_S,
        KEY.Key_B,
        KEY.Key_E,
        KEY.Key_F1,
    ],
    ids=lambda key: key.name,
)
def test_no_stray_key_leads_on(running: Stage, key: Qt.Key) -> None:
    _hold(running)
    running.press(KEY.Key_Escape)

    for _ in range(5):
        running.press(key)
        running.advance(1_000)
        assert running.is_stopped


def test_nothing_that_can_be_pressed_there_resumes(running: Stage) -> None:
    _hold(running)
    running.press(KEY.Key_Escape)
    stopped = running.stopped_page
    pressed = set()

    for button in stopped.findChildren(QAbstractButton):
        if button.isVisible() and button is not stopped.close_button:
            pressed.add(button.text())
            running.click(button)
            assert running.is_stopped, f"“{button.text()}” led on"

    assert {"I pressed this by mistake", "See all the signs"} <= pressed
    offered = " ".join(found.text() for found in stopped.findChildren(QAbstractButton)).lower()
    for word in ("resume", "skip", "continue", "easier", "share"):
        assert word not in offered


@pytest.mark.parametrize("place", ["pain", "list", "easier", "no"])
def test_the_focus_is_where_a_stray_key_does_no_harm(running: Stage, place: str) -> None:
    if place == "no":
        running.press(KEY.Key_Q, CTRL)
    {
        "pain": running.pain,
        "list": running.window.sidebar.exercises,
        "easier": running.session_page.easier,
        "no": running.window.question.no,
    }[place].setFocus()

    running.press(KEY.Key_Escape)

    assert focus() is running.stopped_page.title


def test_all_signs_are_a_press_away_and_can_be_put_away(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    more = running.stopped_page.signs.more

    more.setFocus()
    running.press(KEY.Key_Return)
    shown = running.texts(running.stopped_page)
    assert set(safety_messages.EMERGENCY_SIGNS) <= set(shown)
    assert {safety_messages.TODAY_TITLE, *safety_messages.TODAY_SIGNS} <= set(shown)
    assert safety_messages.M_LIST in shown
    assert focus() is running.stopped_page.signs.title, "the lists are read from their top"
    more.setFocus()
    running.press(KEY.Key_Return)

    hidden = {*safety_messages.EMERGENCY_SIGNS, *safety_messages.TODAY_SIGNS}
    assert not hidden & set(running.texts(running.stopped_page))


def test_the_persons_own_emergency_number_is_there_and_no_other(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    assert not any("emergency number" in text for text in running.texts(running.stopped_page))
    running.click(running.stopped_page.close_button)

    running.preferences.change(emergency_number="0118 999")
    running.start()
    running.press(KEY.Key_Escape)

    assert "Your emergency number: 0118 999" in running.texts(running.stopped_page)


# Pressed by mistake


def _ask_about_the_mistake(stage: Stage) -> None:
    stopped = stage.stopped_page
    assert safety_messages.M_MISTAKE not in stage.texts(stopped)
    stage.click(stopped.mistake)
    assert stage.is_stopped
    assert safety_messages.M_MISTAKE in stage.texts(stopped)
    assert focus() is stopped.yes, "a stray Enter stays stopped"


def test_mistake_with_more_pain_stays_stopped(running: Stage) -> None:
    _hold(running)
    running.press(KEY.Key_Escape)
    _ask_about_the_mistake(running)

    running.press(KEY.Key_Return)

    assert running.is_stopped
    assert safety_messages.M_MISTAKE not in running.texts(running.stopped_page)


@pytest.mark.parametrize("by", ["mouse", "Enter", "Space"])
def test_mistake_without_more_pain_is_paused_at_the_start_of_the_block(running: Stage, by: str) -> None:
    _hold(running)
    running.press(KEY.Key_Escape)
    _ask_about_the_mistake(running)
    no = running.stopped_page.no

    if by == "mouse":
        running.click(no)
    else:
        running.press(KEY.Key_Tab)
        assert focus() is no
        running.press(KEY.Key_Return if by == "Enter" else KEY.Key_Space)

    assert running.phase() is Phase.PAUSED
    assert running.page() is running.session_page
    assert running.pain.isVisible()
    assert running.window.menuBar().isVisible()
    assert (running.shot.index, running.shot.spent_ms) == (4, 0)
    running.advance(60_000)
    assert (running.phase(), running.shot.spent_ms) == (Phase.PAUSED, 0), "it never goes on by itself"
    running.press(KEY.Key_Space)
    running.advance(LEAD_IN_MS + 1_000)
    assert (running.shot.index, running.shot.spent_ms) == (4, 1_000)


def test_pain_stop_works_again_after_a_mistake(running: Stage) -> None:
    _hold(running)
    for _ in range(3):
        running.press(KEY.Key_Escape)
        assert running.is_stopped
        _ask_about_the_mistake(running)
        running.click(running.stopped_page.no)
        assert running.phase() is Phase.PAUSED


def test_the_question_of_a_mistake_is_put_away_for_the_next_stop(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    _ask_about_the_mistake(running)
    running.click(running.stopped_page.no)

    running.press(KEY.Key_Escape)

    assert safety_messages.M_MISTAKE not in running.texts(running.stopped_page)
    assert running.stopped_page.mistake.isVisible()
    assert focus() is running.stopped_page.title


def test_the_second_stop_forgets_where_the_focus_was_at_the_first(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    running.stopped_page.close_button.setFocus()
    running.press(KEY.Key_Return)
    running.press(KEY.Key_Space)
    running.pass_check()
    assert running.phase() is Phase.RUNNING

    running.press(KEY.Key_Escape)

    assert focus() is running.stopped_page.title


# Close


def test_close_leads_to_the_start_page_with_a_fresh_session(running: Stage) -> None:
    _hold(running)
    running.press(KEY.Key_Escape)

    running.click(running.stopped_page.close_button)

    assert running.page() is running.start_page
    assert running.window.menuBar().isVisible()
    assert running.phase() is Phase.READY
    assert focus() is running.start_page.start
    assert not any(row.current for row in running.rows)
    running.press(KEY.Key_Space)
    running.pass_check()
    assert (running.phase(), running.shot.index, running.shot.elapsed_ms) == (Phase.RUNNING, 1, 0)


def test_the_window_can_be_closed_after_a_stop_without_a_question(running: Stage) -> None:
    running.press(KEY.Key_Escape)

    running.press(KEY.Key_Q, CTRL)

    assert not running.window.isVisible()


def test_the_stopped_page_is_readable_from_the_floor(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    QApplication.processEvents()
    stopped = running.stopped_page

    title = next(found for found in stopped.findChildren(QLabel) if found.text() == safety_messages.M_STOP_TITLE)

    assert title.font().pixelSize() >= 48
    assert stopped.size() == running.window.size()
