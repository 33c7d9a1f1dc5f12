"""The way down to the floor in the real window: what shows, what is told, each way to say “I am ready” and to pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPushButton

from coach.core.events import BlockEnded, Phase
from coach.core.pacing import WayDown
from coach.core.timeline import BlockKind
from coach.session.desktop_control import media_state
from coach.ui.figure.still import KNEELING, LYING, ON_ALL_FOURS, SITTING
from coach.ui.live.countdown_ring import WRAPPED
from tests.ui.live.floor.floor_view import floor_page, settle
from tests.ui.stage import KEY, Stage, focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from coach.core.events import Event
    from tests.ui.conftest import Opener

STEPS = [
    "Kneel down. A chair can help.",
    "Both hands on the floor.",
    "Sit down to one side.",
    "Lie down on your side. Roll onto your back.",
    "Bend both knees, feet flat.",
]

OFFERED = ", in round 1 of 3, right side."


@pytest.fixture(name="walking")
def _walking(stage: Stage) -> Stage:
    """Return the program 4 s into the way down: the person walks to the mat."""
    stage.start(lies_down=False)
    stage.advance(4_000)
    return stage


def shown_steps(stage: Stage) -> list[str]:
    texts = stage.texts(stage.session_page.steps)
    return [step for step in STEPS if step in texts]


READY: dict[str, Callable[[Stage], None]] = {
    "space": lambda stage: stage.press(KEY.Key_Space),
    "back button of a clicker": lambda stage: stage.press(KEY.Key_PageUp),
    "media play": lambda stage: stage.press(KEY.Key_MediaPlay),
    "media play or pause": lambda stage: stage.press(KEY.Key_MediaTogglePlayPause),
    "the desktop's media control": lambda stage: stage.trigger("go"),
    "button": lambda stage: stage.click(stage.go),
}

PAUSES: dict[str, Callable[[Stage], None]] = {
    "p": lambda stage: stage.press(KEY.Key_P),
    "media pause": lambda stage: stage.press(KEY.Key_MediaPause),
    "menu": lambda stage: stage.trigger("pause"),
    "button": lambda stage: stage.click(stage.session_page.pause),
}


def test_it_comes_first_and_shows_the_way_and_that_escape_stops(walking: Stage) -> None:
    page, live = walking.session_page, walking.program.live.now
    assert live is not None
    assert walking.shot.block.kind is BlockKind.WAY
    assert page.title.text() == "Down to the floor"
    assert shown_steps(walking) == STEPS
    assert page.hint.isVisible()
    assert page.hint.text() == "Escape stops at once"
    assert "I am ready" in walking.go.accessibleName() + walking.go.text()
    assert page.ring.spoken().startswith("Come down")
    assert page.ring.seconds == 26
    state = media_state(live)
    assert state is not None
    assert (state.title, state.place, state.kind) == ("Down to the floor", "", "Come down")


def test_the_steps_are_lit_one_after_the_other(walking: Stage) -> None:
    lit = [walking.session_page.steps.lit]
    for _second in range(25):
        walking.advance(1_000)
        lit.append(walking.session_page.steps.lit)

    assert [each.start for each in dict.fromkeys(lit)] == [0, 1, 2, 3, 4]


def test_a_screen_reader_hears_the_way_once_and_no_seconds(stage: Stage) -> None:
    stage.start(lies_down=False)
    told = stage.news
    for words in (*STEPS, "Come down to the floor slowly.", "30 seconds", "Already down? Press Space.", "Escape stops"):
        assert words in told

    stage.advance(20_000)

    assert stage.news == told


@pytest.mark.parametrize("way", READY)
def test_every_way_to_say_ready_ends_it_at_once_and_does_not_pause(walking: Stage, way: str) -> None:
    happened: list[Event] = []
    walking.player.happened.connect(happened.append)

    READY[way](walking)

    assert walking.phase() is Phase.RUNNING
    assert (walking.shot.block.kind, walking.shot.spent_ms) == (BlockKind.GET_READY, 0)
    ended = happened[0]
    assert isinstance(ended, BlockEnded)
    assert ended.spent_ms == 4_000
    assert walking.session_page.title.text() == "Pelvic tilt"
    assert not walking.session_page.hint.isVisible()


@pytest.mark.parametrize("way", PAUSES)
def test_there_is_always_a_way_to_pause(walking: Stage, way: str) -> None:
    PAUSES[way](walking)

    assert walking.phase() is Phase.PAUSED
    walking.advance(60_000)
    assert walking.shot.spent_ms == 4_000
    walking.press(KEY.Key_Space)
    assert (walking.phase(), walking.shot.index) == (Phase.RUNNING, 0)


def test_the_pause_button_is_reached_by_tab_and_gone_afterwards(walking: Stage) -> None:
    page = walking.session_page
    for _time in range(30):
        if focus() is page.pause:
            break
        walking.press(KEY.Key_Tab)
    assert focus() is page.pause
    walking.press(KEY.Key_Return)
    assert walking.phase() is Phase.PAUSED

    walking.press(KEY.Key_Space)
    walking.press(KEY.Key_Space)

    assert not page.pause.isVisible()
    assert page.easier.isVisible()


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_S, KEY.Key_MediaStop])
def test_pain_stops_on_the_way(walking: Stage, key: KEY) -> None:
    walking.press(key)

    assert walking.is_stopped


def test_skip_and_back_lead_from_it_and_to_it(walking: Stage) -> None:
    walking.press(KEY.Key_Right)
    assert walking.shot.index == 1

    walking.press(KEY.Key_Left)

    assert walking.shot.index == 0


def test_after_moderate_pain_the_easier_way_waits_until_the_person_lies_there(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.pass_check(pain=5, lies_down=False)
    page = stage.session_page
    assert not page.steps.ways.isVisible()
    assert shown_steps(stage) == STEPS
    stage.press(KEY.Key_E)

    stage.press(KEY.Key_Space)
    assert page.steps.ways.isVisible(), "E on the way took nothing away"
    stage.press(KEY.Key_Left)
    assert not page.steps.ways.isVisible()
    stage.press(KEY.Key_Space)
    assert page.steps.ways.isVisible()


def test_the_floor_view_shows_it(walking: Stage) -> None:
    walking.press(KEY.Key_F11)
    page = floor_page(walking)

    assert (page.name.text(), page.phase.text(), page.number.seconds) == ("Down to the floor", "Come down", 26)
    assert page.side.text() == ""
    assert page.then.text() == "Then: Pelvic tilt"


@pytest.mark.parametrize("way_down", [WayDown.MIDDLE, WayDown.LONG])
def test_the_setting_says_how_long(stage: Stage, way_down: WayDown) -> None:
    stage.preferences.change(way_down=way_down.value)
    stage.start(lies_down=False)

    assert stage.shot.duration_ms == way_down.time_ms
    assert stage.shot.block.kind is BlockKind.WAY


def test_until_i_press_it_waits_with_every_step_lit_and_getting_ready_does_not(stage: Stage) -> None:
    stage.preferences.change(way_down="until-ready")
    stage.start(lies_down=False)
    stage.advance(120_000)
    assert stage.shot.waiting
    assert stage.session_page.steps.lit == range(len(STEPS))
    assert "Press Space when you are ready" in stage.news

    stage.press(KEY.Key_Space)

    assert (stage.shot.block.kind, stage.shot.waiting) == (BlockKind.GET_READY, False)
    stage.advance(10_000)
    assert stage.shot.block.kind is BlockKind.REPS


def test_who_is_cut_off_again_on_the_way_keeps_the_place_where_they_were(open_program: Opener, qtbot: QtBot) -> None:
    first = open_program()
    first.start()
    first.skip_to(4)
    first.advance(12_000)
    first.window.force_close()
    for _time in range(2):
        stage = open_program()
        qtbot.waitUntil(lambda now=stage: any(OFFERED in text for text in now.texts(now.start_page)))  # type: ignore[misc]
        buttons = stage.start_page.findChildren(QPushButton)
        stage.click(next(each for each in buttons if each.text() == "Continue where you were" and each.isVisible()))
        stage.pass_check(lies_down=False)
        qtbot.waitUntil(lambda now=stage: now.phase() is Phase.RUNNING)  # type: ignore[misc]
        assert stage.shot.block.kind is BlockKind.WAY
        stage.advance(8_000)
        stage.window.force_close()


@pytest.mark.parametrize("still", [False, True])
def test_the_figure_keeps_still_while_one_step_is_told(stage: Stage, *, still: bool) -> None:
    stage.preferences.change(less_motion="on" if still else "off")
    stage.start(lies_down=False)
    stage.advance(1_000)
    picture = stage.session_page.picture
    before = picture.grab().toImage()

    stage.advance(4_000)

    assert picture.grab().toImage() == before
    stage.lie_down()
    stage.advance(11_500)
    assert picture.grab().toImage() != before


# The figure


def test_the_figure_comes_down_with_the_steps(stage: Stage) -> None:
    stage.start(lies_down=False)
    way, seen = stage.session_page.way, []
    while stage.shot.block.kind is BlockKind.WAY:
        assert way.isVisible()
        assert way.geometry() == stage.session_page.picture.rect()
        if way.pose not in seen:
            seen.append(way.pose)
        stage.advance(1_000)

    assert seen == [KNEELING, ON_ALL_FOURS, SITTING, LYING]
    assert not way.isVisible(), "the figure of the exercise shows again"


def test_in_ones_own_time_it_shows_what_one_comes_to(stage: Stage) -> None:
    stage.preferences.change(way_down=WayDown.UNTIL_READY.value)
    stage.start(lies_down=False)

    assert stage.session_page.way.isVisible()
    assert stage.session_page.way.pose == LYING
    stage.press(KEY.Key_Space)
    assert not stage.session_page.way.isVisible()


@pytest.mark.parametrize("text_scale", [1, 2])
def test_the_ring_takes_the_room_of_sides_that_a_way_does_not_have(open_program: Opener, text_scale: float) -> None:
    stage = open_program(text_scale=text_scale, size=(1366, 768))
    stage.wait_for_me()
    stage.start(lies_down=False)
    settle()
    page = stage.session_page
    ring, more, steps = page.ring, page.more, page.steps
    assert stage.shot.waiting
    circle = min(ring.width(), ring.height())
    buttons = [each.geometry() for each in (more, page.pause, page.floor, page.feel)]

    words, place, font = ring.ready_words()
    taken = QFontMetricsF(font).boundingRect(place, int(WRAPPED), words)
    assert place.contains(taken)
    assert font.pixelSize() >= 15 * text_scale, "never smaller than what stands around it"
    assert steps.isVisible()

    stage.press(KEY.Key_Space)
    stage.skip_to(4)
    settle()
    assert page.place.isVisible()
    assert [each.geometry() for each in (more, page.pause, page.floor, page.feel)] == buttons, "no button moves"
    if text_scale > 1:
        assert circle > min(ring.width(), ring.height()), "there was room for a larger one"
