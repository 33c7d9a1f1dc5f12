"""What is heard where a session waits, and when it ends."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.core.events import Input, Phase
from coach.core.pacing import Preset
from coach.words import spoken_phrases
from tests.core.hearing import Ear, natural_ms
from tests.core.speech.at_ear import FIRST_RIGHT, LIFT, ear

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
