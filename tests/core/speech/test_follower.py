"""What is heard in a session as it really goes: with pauses, skips, late wake-ups, and pain.

The person lies on the mat already and says so at once, so the way down takes no time. After it the blocks of the
shipped routine begin at: get ready 0 s, pelvic tilt 10, move on 55, right knee 70, change 100, left
knee 108, change 138, right knee 146, …
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach.core.events import Input, Phase
from coach.core.pacing import Preset
from coach.core.phases import NotAllowed
from coach.core.session import LEAD_IN_MS
from coach.core.timeline import BlockKind
from coach.words import safety_messages, spoken_phrases
from tests.core.hearing import Ear, natural_ms

RIGHT, LEFT = "Right knee in. Hold.", "Left knee in. Hold."
LIFT, FIRST_RIGHT = "Lift your right knee towards your chest.", "Use your arms. Right knee in. Hold."
HALF = "Half-way. Other foot stays flat."
OUT = "Let go slowly. Foot down."
BASE_MS = 62_000
"""In the gap to the right knee: both feet stand, and nothing has been said yet that lifts a knee."""


def ear(wait_ms: int = 0, preset: Preset = Preset.DEFAULT) -> Ear:
    made = Ear(preset=preset).start()
    made.wait(wait_ms)
    return made


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


# The rule about pain


def test_the_rule_is_said_once() -> None:
    listener = ear(600_000)

    assert listener.texts().count(spoken_phrases.RULE) == 1


def test_a_rule_that_was_skipped_is_said_in_the_next_work() -> None:
    listener = ear(5_000)
    listener.press(Input.SKIP_EXERCISE)
    listener.wait(30_000)

    assert listener.run.shot.block.kind is BlockKind.HOLD
    assert listener.texts().count(spoken_phrases.RULE) == 1


def test_a_rule_that_was_cut_is_said_again() -> None:
    listener = ear(10_000)
    while listener.texts()[-1] != spoken_phrases.RULE:  # whoever lay already is told it in the pelvic tilt
        assert listener.now_ms < 32_000, "half of the pelvic tilt is over"
        listener.wait(100)
    listener.press(Input.PAUSE)
    listener.press(Input.RESUME)
    at_ms = listener.now_ms
    listener.wait(300_000)

    assert listener.texts().count(spoken_phrases.RULE) == 2
    assert listener.texts(at_ms).index(spoken_phrases.RULE) < listener.texts(at_ms).index(HALF)


# Pain


@pytest.mark.parametrize("at_ms", [0, 5_000, 11_500, 54_999, 55_000, 60_000, 99_999, 103_000])
def test_a_pain_stop_cuts_everything_and_says_how_to_come_out(at_ms: int) -> None:
    listener = ear(at_ms)
    listener.stop("Stopping. Let go.")
    listener.wait(120_000)

    since = [each for each in listener.heard if each.at_ms >= at_ms]
    cut = max(place for place, each in enumerate(since) if each.hush)
    told = since[cut + 1 :]
    assert [each.text for each in told if each.text] == [
        "Stopping. Let go.",
        spoken_phrases.STOPPED,
        safety_messages.M_STOP_FIRST,
        *spoken_phrases.AFTER_STOP,
    ]
    assert [each.tone for each in told if each.tone] == ["stop"]
    assert told[0].at_ms == told[1].at_ms == at_ms


def test_after_a_pain_stop_it_is_quiet_for_ten_seconds_before_the_advice() -> None:
    listener = ear(80_000)
    listener.stop("Stopping. Let go.")
    listener.wait(120_000)

    timed = {text: at_ms for at_ms, text in listener.timed(80_000)}
    first_ends_ms = timed[safety_messages.M_STOP_FIRST] + natural_ms(safety_messages.M_STOP_FIRST)
    assert timed[spoken_phrases.AFTER_STOP[0]] == first_ends_ms + 10_000


def test_a_pain_stop_in_a_pause_says_the_same() -> None:
    listener = ear(80_000)
    listener.press(Input.PAUSE)
    listener.wait(100)
    listener.stop("Stopping. Let go.")
    listener.wait(1_000)

    assert listener.texts(80_100) == ["Stopping. Let go."]


def test_what_is_said_after_a_pain_stop_is_never_stale() -> None:
    listener = ear(80_000)
    listener.press(Input.PAIN_STOP)
    listener.narration.stop("Stopping. Let go.", listener.run.now_ms)
    listener.oversleep(1_500)

    assert listener.texts(80_000) == ["Stopping. Let go."]


def test_by_mistake_leads_to_a_pause_that_is_told() -> None:
    listener = ear(80_000)
    listener.stop("Stopping. Let go.")
    listener.wait(500)
    listener.press(Input.MISTAKE)
    listener.wait(60_000)

    assert listener.texts(80_500)[0] == spoken_phrases.PAUSED
    assert not set(listener.texts(80_500)) & {spoken_phrases.STOPPED, *spoken_phrases.AFTER_STOP}


# Waiting and ending


def test_a_gap_that_waits_tells_everything_and_that_it_waits() -> None:
    listener = ear(55_000 + 60_000, Preset.WAIT_FOR_ME)

    texts = listener.texts(55_000)
    assert texts[:2] == ["Stop there. Let your back rest.", "Two of seven: Single knee to chest."]
    assert texts[-1] == spoken_phrases.WAITING
    for (at_ms, text), (next_ms, _following) in pairwise(listener.timed(55_000)):
        assert at_ms + natural_ms(text) < next_ms


def test_i_am_ready_cuts_the_instructions_and_leads_into_the_stretch() -> None:
    listener = ear(57_000, Preset.WAIT_FOR_ME)
    listener.press(Input.CONFIRM)
    lead_in_ms = listener.run.shot.lead_in_ms
    listener.wait(lead_in_ms + 500)

    go_ms = 57_000 + lead_in_ms
    start_ms = go_ms - 50 - natural_ms(FIRST_RIGHT)
    assert listener.timed(57_000) == [(start_ms - 350 - natural_ms(LIFT), LIFT), (start_ms, FIRST_RIGHT)]
    assert listener.timed(57_000)[0][0] == 57_350, "the lead-in is as long as its words need"
    assert listener.tones(57_000) == [(57_000, "ready"), (go_ms, "go")]
    assert any(each.hush and each.at_ms == 57_000 for each in listener.heard)


def test_nothing_that_lifts_a_limb_is_said_before_the_person_is_ready() -> None:
    listener = ear(600_000, Preset.WAIT_FOR_ME)

    assert listener.run.shot.waiting
    assert LIFT not in listener.texts()
    assert FIRST_RIGHT not in listener.texts()


def test_in_a_gap_that_waits_it_is_asked_once_more_after_a_minute() -> None:
    listener = ear(600_000, Preset.WAIT_FOR_ME)

    asked = [at_ms for at_ms, text in listener.timed() if text == spoken_phrases.WAITING]
    assert len(asked) == 2
    assert asked[1] - asked[0] == 60_000 + natural_ms(spoken_phrases.WAITING)


def test_the_way_down_that_waits_asks_once_and_getting_ready_asks_no_more() -> None:
    listener = Ear(preset=Preset.WAIT_FOR_ME).begin()
    listener.wait(50_000)
    assert listener.texts().count(spoken_phrases.WAITING) == 1

    listener.press(Input.CONFIRM)
    listener.wait(10_000)

    assert spoken_phrases.WAITING not in listener.texts(50_000)
    assert listener.tones(50_000) == [(50_000, "ready"), (60_000, "go")]


@pytest.mark.parametrize("preset", [Preset.DEFAULT, Preset.WAIT_FOR_ME])
@pytest.mark.parametrize("cut", ["Kneel down. A chair can help.", spoken_phrases.RULE])
def test_who_is_down_early_hears_no_more_of_the_way_and_is_still_told_the_rule(preset: Preset, cut: str) -> None:
    listener = Ear(preset=preset).begin()
    while cut not in listener.texts():
        assert listener.run.shot.index == 0
        listener.wait(100)
    at_ms = listener.now_ms
    listener.press(Input.CONFIRM)
    assert any(each.hush and each.at_ms == at_ms for each in listener.heard)
    listener.wait(60_000)

    told = listener.timed(at_ms + 1)
    assert [text for _at_ms, text in told[:2]] == ["One of seven: Pelvic tilt.", "On your back, knees bent, feet flat."]
    ruled = [told_ms for told_ms, text in told if text == spoken_phrases.RULE]
    assert len(ruled) == 1
    assert at_ms + 10_000 <= ruled[0] <= at_ms + 10_000 + 11_500, "in the pelvic tilt, as early as there is room"
    assert told[[text for _at_ms, text in told].index(spoken_phrases.RULE) + 1][1] == "Feet stay flat. Hips stay down."


def test_whoever_heard_the_whole_way_hears_the_feet_instead_of_the_position() -> None:
    listener = Ear().begin()
    listener.wait(39_900)

    assert "Feet hip-width apart." in listener.texts(30_000)
    assert "On your back, knees bent, feet flat." not in listener.texts(30_000)
    listener.wait(60_000)
    assert listener.texts().count(spoken_phrases.RULE) == 1


def test_skipping_the_last_block_ends_with_all_done() -> None:
    listener = ear()
    while listener.run.shot.following is not None:
        listener.wait(1_000)
    listener.press(Input.SKIP)
    listener.wait(30_000)

    assert listener.run.shot.phase is Phase.FINISHED
    assert spoken_phrases.THAT_WAS_ALL in listener.texts()
    assert listener.tones()[-1][1] == "all-done"


# Whatever the person does


PRESSES = st.sampled_from(
    [Input.PAUSE, Input.RESUME, Input.SKIP, Input.SKIP_EXERCISE, Input.BACK, Input.ADD_TIME, Input.CONFIRM, None, None]
)
STEPS = st.lists(st.tuples(PRESSES, st.integers(0, 40_000), st.booleans()), max_size=25)


@settings(max_examples=60, deadline=None)
@example(
    steps=[
        (Input.SKIP_EXERCISE, 0, False),
        (Input.SKIP_EXERCISE, 0, False),
        (Input.SKIP, 0, False),
        (Input.BACK, 2_550, True),
    ],
    preset=Preset.QUICK,
)
@given(steps=STEPS, preset=st.sampled_from(list(Preset)))
def test_nothing_runs_into_another_line_unless_the_person_cut_it(
    steps: list[tuple[Input | None, int, bool]], preset: Preset
) -> None:
    listener = Ear(preset=preset).start()
    cuts = [0]
    for wanted, time_ms, on_time in steps:
        if wanted is not None:
            try:
                listener.press(wanted)
            except NotAllowed:
                continue
            cuts.append(listener.now_ms)
        if on_time:
            listener.wait(time_ms)
        else:
            listener.oversleep(min(time_ms, 5_000))
    for (at_ms, text), (next_ms, following) in pairwise(listener.timed()):
        was_cut = any(at_ms <= cut <= next_ms for cut in cuts)
        assert was_cut or at_ms + natural_ms(text) <= next_ms + 400, f"“{text}” runs into “{following}”"


@pytest.mark.parametrize("at_ms", [12_000, 20_000, 64_000, 74_000, 78_000, 86_000, 103_500, 160_000, 300_000])
def test_after_it_was_said_again_all_goes_on_as_planned(at_ms: int) -> None:
    listener, other = ear(at_ms), ear(at_ms)
    again = listener.script.wheres[listener.run.shot.index]
    free_ms = at_ms + sum(natural_ms(text) + 250 for text in again)
    listener.again()
    for each in (listener, other):
        each.wait(40_000)

    later = [pair for pair in other.timed(at_ms) if pair[0] >= free_ms]
    assert later
    assert listener.timed(at_ms)[-len(later) :] == later
