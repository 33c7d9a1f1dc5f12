"""What is heard in a session as it really goes: with pauses, skips and late wake-ups."""

from __future__ import annotations

import pytest

from coach.core.events import Input
from coach.core.pacing import Preset
from coach.core.session import LEAD_IN_MS
from coach.words import spoken_phrases
from tests.core.hearing import Ear, natural_ms
from tests.core.speech.at_ear import BASE_MS, FIRST_RIGHT, HALF, LEFT, LIFT, OUT, RIGHT, ear


@pytest.mark.parametrize("preset", [Preset.DEFAULT, Preset.QUICK, Preset.ROOMY])
def test_a_session_that_runs_through_sounds_as_its_script_says(preset: Preset) -> None:
    listener = Ear(preset=preset).begin()
    listener.wait(listener.script.timeline.total_ms + 60_000)

    expected = [(at_ms, prompt.text) for at_ms, prompt in listener.script.cues() if prompt.text]
    assert listener.timed() == expected
    tones = [(at_ms, prompt.tone.value) for at_ms, prompt in listener.script.cues() if prompt.tone]
    assert listener.tones() == tones


@pytest.mark.parametrize("late_ms", [1, 100, 399])
def test_what_is_a_little_late_is_still_said(late_ms: int) -> None:
    listener = ear(84_000)
    listener.oversleep(1_000 + 350 + late_ms)

    assert listener.texts(84_000) == [HALF]


def test_what_is_stale_is_not_said_any_more() -> None:
    listener = ear(84_000)
    listener.oversleep(1_000 + 350 + 401)
    listener.wait(5_000)

    assert listener.texts(84_000) == []


def test_a_late_wake_up_across_blocks_tells_where_we_are_and_nothing_old() -> None:
    listener = ear(60_000)
    listener.oversleep(43_000)  # now 3 s into the change to the left knee

    assert [each for each in listener.heard if each.at_ms > 60_000] == []
    listener.wait(6_000)
    assert listener.texts(60_000) == ["Now the left knee.", LEFT]


# Pause and resume


def test_a_pause_cuts_what_is_said_and_tells_to_come_out_and_how_to_go_on() -> None:
    listener = ear(70_500)
    listener.press(Input.PAUSE)
    listener.wait(600_000)

    since = [each for each in listener.heard if each.at_ms >= 70_500]
    assert [(each.at_ms, each.hush, each.tone, each.text) for each in since] == [
        (70_500, True, None, None),
        (70_500, False, "pause", None),
        (70_850, False, None, OUT),
        (70_850 + natural_ms(OUT) + 250, False, None, spoken_phrases.PAUSED),
        (130_500, False, None, spoken_phrases.PAUSED),
    ]


def test_going_on_in_a_hold_says_the_side_so_that_it_ends_as_the_hold_goes_on() -> None:
    listener = ear(75_000)
    listener.press(Input.PAUSE)
    listener.wait(20_000)
    listener.press(Input.RESUME)
    listener.wait(LEAD_IN_MS + 500)

    go_ms = 95_000 + LEAD_IN_MS
    assert listener.timed(95_000) == [
        (95_350, spoken_phrases.GOING_ON),
        (go_ms - 50 - natural_ms(RIGHT), RIGHT),
    ]
    assert listener.tones(95_000) == [(95_000, "go-on"), (go_ms, "go")]


def test_a_pause_moves_the_lines_that_follow_by_as_much() -> None:
    listener = ear(75_000)
    listener.press(Input.PAUSE)
    listener.wait(20_000)
    listener.press(Input.RESUME)
    listener.wait(20_000)

    # 5 s of the hold were done; half-way is 10 s after it went on.
    assert (95_000 + LEAD_IN_MS + 10_350, HALF) in listener.timed()


def test_going_on_in_a_gap_says_so_and_then_the_gap_from_its_first_line_that_is_no_release() -> None:
    listener = ear(107_000)
    listener.press(Input.PAUSE)
    listener.wait(1_000)
    listener.press(Input.RESUME)
    listener.wait(8_500)

    assert listener.texts(108_000) == [spoken_phrases.GOING_ON, "Now the left knee.", LEFT]
    assert listener.tones(108_000) == [(108_000, "go-on"), (116_000, "go")]


def test_a_skip_in_a_pause_tells_where_we_are_now() -> None:
    listener = ear(75_000)
    listener.press(Input.PAUSE)
    listener.wait(5_000)
    listener.press(Input.SKIP)
    listener.wait(10_000)

    assert listener.texts(80_000) == ["Now the left knee."]
    assert listener.tones(80_000) == [(80_000, "skip")]


def test_a_skip_in_a_pause_that_cuts_the_way_out_says_it_again() -> None:
    listener = ear(75_000)
    listener.press(Input.PAUSE)
    listener.wait(1_000)
    listener.press(Input.SKIP)
    listener.wait(5_000)
    listener.press(Input.SKIP)
    listener.wait(5_000)

    assert listener.texts(76_000) == [OUT, "Now the left knee.", LEFT]


# Moving about


def test_a_skip_of_a_hold_still_says_how_to_come_out_and_sounds_no_end() -> None:
    listener = ear(80_000)
    listener.press(Input.SKIP)
    listener.wait(8_500)

    assert listener.texts(80_000) == ["Let go slowly. Foot down.", "Now the left knee.", LEFT]
    assert listener.tones(80_000) == [(80_000, "skip"), (88_000, "go")]


def test_a_skip_cuts_what_is_said() -> None:
    listener = ear(56_000)
    listener.press(Input.SKIP)

    assert any(each.hush and each.at_ms == 56_000 for each in listener.heard)


def test_a_jump_says_the_release_of_what_was_really_left() -> None:
    listener = ear(80_000)
    listener.press(Input.JUMP, 4)
    listener.wait(6_000)

    assert listener.texts(80_000)[:2] == ["Let go slowly. Foot down.", "Five of seven: Side stretch."]


def test_a_jump_out_of_a_gap_says_the_release_as_long_as_the_body_is_on_its_way_out() -> None:
    listener = ear(104_000)
    listener.press(Input.JUMP, 4)
    listener.wait(6_000)

    assert listener.texts(104_000)[:2] == [OUT, "Five of seven: Side stretch."]


def test_a_jump_from_the_base_position_says_at_once_what_comes() -> None:
    listener = ear(BASE_MS)
    listener.press(Input.JUMP, 4)
    listener.wait(6_000)

    assert listener.timed(BASE_MS + 1)[0] == (BASE_MS + 350, "Five of seven: Side stretch.")


@pytest.mark.parametrize("entering", [LIFT, FIRST_RIGHT])
def test_a_jump_after_a_line_that_leads_in_says_the_release_of_that(entering: str) -> None:
    listener = ear(BASE_MS)
    while entering not in listener.texts(55_000):
        assert listener.now_ms < 70_000, "the knee is in"
        listener.wait(100)
    at_ms = listener.now_ms
    listener.press(Input.JUMP, 4)
    listener.wait(6_000)

    assert listener.texts(at_ms + 1)[:2] == [OUT, "Five of seven: Side stretch."]


def test_a_skip_of_the_gap_itself_leads_into_the_work_in_words() -> None:
    listener = ear(105_900)
    listener.press(Input.SKIP)
    listener.wait(3_000)

    assert listener.timed(105_900) == [(106_250, LEFT)]
    assert listener.tones(105_900) == [(105_900, "skip"), (106_250 + natural_ms(LEFT) + 50, "go")]


def test_back_tells_to_come_out_and_says_the_side_again_before_it_begins_anew() -> None:
    listener = ear(80_000)
    listener.press(Input.BACK)
    listener.wait(LEAD_IN_MS + 500)

    go_ms = 80_000 + LEAD_IN_MS
    assert listener.timed(80_000) == [(80_350, OUT), (go_ms - 50 - natural_ms(RIGHT), RIGHT)]
    assert listener.tones(80_000) == [(80_000, "back"), (go_ms, "go")]


def test_back_from_the_base_position_says_so_and_begins_the_gap_anew() -> None:
    listener = ear(BASE_MS)
    listener.press(Input.BACK)
    listener.wait(15_500)

    told = listener.texts(BASE_MS + 1)
    assert told[:2] == [spoken_phrases.BACK_ONE, "Two of seven: Single knee to chest."]
    assert told[-2:] == [LIFT, FIRST_RIGHT]
    assert OUT not in told


def test_added_time_is_said_and_moves_the_last_five() -> None:
    listener = ear(90_000)
    listener.press(Input.ADD_TIME)
    listener.wait(30_000)

    assert listener.timed(90_000)[:2] == [(90_000, spoken_phrases.MORE_TIME), (110_000, "Five seconds.")]


def test_again_says_where_we_are() -> None:
    listener = ear(78_000)
    listener.again()
    listener.wait(500)
    assert listener.texts(78_000) == [RIGHT]

    other = ear(104_500)
    assert other.texts(100_000) == [OUT, "Now the left knee."]
    other.again()
    other.wait(300)
    assert other.texts(104_500) == ["Now the left knee."]


def test_again_says_what_was_said_last_and_still_holds() -> None:
    listener = ear(340_000)
    assert listener.run.shot.block.exercise == "double-knee-to-chest"
    while listener.run.shot.block.exercise == "double-knee-to-chest" or listener.run.shot.block.kind.is_work:
        listener.wait(100)
    listener.wait(9_000)
    last = listener.texts()[-1]
    at_ms = listener.now_ms
    listener.again()

    assert listener.timed(at_ms)[-1] == (at_ms, last)


def test_again_in_a_pause_says_how_to_go_on() -> None:
    listener = ear(78_000)
    listener.press(Input.PAUSE)
    listener.wait(8_000)
    listener.again()

    assert listener.timed(86_000) == [(86_000, spoken_phrases.PAUSED)]


@pytest.mark.parametrize("at_ms", [78_000, 82_000, 92_000])
def test_again_in_the_work_takes_only_what_it_overlaps(at_ms: int) -> None:
    listener = ear(at_ms)
    listener.again()
    listener.wait(26_000)

    said = listener.texts(at_ms)
    assert said[0] == RIGHT
    assert (HALF in said) is (at_ms < 84_000)
    assert "Five seconds." in said
