"""Easier ways, heard: said once where they come first, at once where they are chosen, and true from there on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Input, Phase
from coach.core.pacing import Preset
from coach.core.session import Session
from coach.words import spoken_phrases
from tests.cases import exercise, routine
from tests.core.hearing import Ear

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST, SECOND = "Easier: hold behind your thigh.", "Easier: hold for fifteen seconds."


def at_the_knee(wait_ms: int = 0, preset: Preset = Preset.DEFAULT) -> Ear:
    """Somebody in the gap before the single knee, or so long after its beginning."""
    listener = Ear(preset=preset).start()
    while listener.run.shot.block.exercise != "single-knee-to-chest":
        listener.press(Input.SKIP)
    listener.wait(wait_ms)
    return listener


def test_each_press_says_the_next_way_at_once() -> None:
    listener = at_the_knee(20_000)
    for expected in (FIRST, SECOND, spoken_phrases.USUAL_WAY):
        at_ms = listener.now_ms
        listener.press(Input.EASIER)
        listener.wait(100)
        assert listener.timed(at_ms)[0] == (at_ms, expected)
        listener.wait(3_000)


def test_what_was_said_at_the_press_is_not_said_again_in_its_place() -> None:
    listener = at_the_knee(1_000)
    listener.press(Input.EASIER)
    listener.wait(20_000)

    assert listener.texts().count(FIRST) == 1
    assert "Hold below the knee with both hands." not in listener.texts()


def test_a_hold_of_fifteen_seconds_ends_with_its_words_and_without_half_way() -> None:
    listener = at_the_knee(15_500)
    at_ms = listener.now_ms
    listener.press(Input.EASIER)
    listener.press(Input.EASIER)
    listener.wait(16_000)

    told = listener.texts(at_ms)
    assert "Half-way. Other foot stays flat." not in told
    assert told.index("Five seconds.") < told.index("Let go slowly. Foot down.")


@pytest.mark.parametrize("presses", [1, 2])
def test_the_other_lines_keep_their_places(presses: int) -> None:
    usual, easier = at_the_knee(20_000), at_the_knee(20_000)
    for _press in range(presses):
        easier.press(Input.EASIER)
    at_ms = easier.now_ms
    usual.wait(5_000)
    easier.wait(5_000)

    later = {line for line in usual.timed(at_ms) if line[0] >= at_ms + 3_000}
    assert later <= set(easier.timed(at_ms))


def test_a_hold_of_fifteen_seconds_is_not_called_one_of_thirty() -> None:
    listener = at_the_knee(1_000)
    listener.press(Input.EASIER)
    listener.press(Input.EASIER)
    listener.wait(40_000)

    assert listener.run.shot.block.side == "left", "the right one is over"
    assert SECOND in listener.texts()
    assert not [text for text in listener.texts() if "Thirty seconds" in text]


def test_it_shortens_the_holds_of_this_exercise_and_leaves_the_next_as_they_are() -> None:
    listener = at_the_knee(1_000)
    listener.press(Input.EASIER)
    listener.press(Input.EASIER)
    while listener.run.shot.block.exercise != "trunk-rotation":
        listener.wait(1_000)

    done = {row.exercise: row.total_ms for row in listener.narration.ledger.rows()}
    assert done["single-knee-to-chest"] == 6 * 15_000
    assert done["double-knee-to-chest"] == 3 * 30_000


def gently(preset: Preset = Preset.DEFAULT) -> Ear:
    """Somebody who goes gently, on the way down."""
    listener = Ear(preset=preset)
    listener.run.session = Session(listener.run.timeline, listener.run.now_ms, gently=True)
    return listener.begin()


@pytest.mark.parametrize("preset", Preset)
def test_who_goes_gently_hears_the_first_easier_way_of_each_exercise_once(preset: Preset) -> None:
    listener = gently(preset)
    while listener.run.session.phase is Phase.RUNNING:
        if listener.run.shot.waiting:
            listener.wait(30_000)
            listener.press(Input.CONFIRM)
        listener.wait(1_000)

    assert [text for text in listener.texts() if text.startswith("Easier:")] == [
        "Easier: press with half the effort.",
        "Easier: hold behind your thigh.",
        "Easier: hold behind your thighs.",
        "Easier: roll only part of the way.",
        "Easier: left hand on your hip.",
        "Easier: set your knees wider.",
        "Easier: make the movement small.",
    ]


def held(listener: Ear) -> None:
    listener.wait(20_000)


def in_a_pause(listener: Ear) -> None:
    held(listener)
    listener.press(Input.PAUSE)
    listener.wait(10_000)


def in_a_lead_in(listener: Ear) -> None:
    in_a_pause(listener)
    listener.press(Input.RESUME)
    listener.wait(500)


@pytest.mark.parametrize("reach", [lambda listener: listener.wait(3_000), held, in_a_pause, in_a_lead_in])
@pytest.mark.parametrize("preset", [Preset.DEFAULT, Preset.QUICK])
def test_it_is_said_at_once_wherever_the_person_is(reach: Callable[[Ear], None], preset: Preset) -> None:
    listener = at_the_knee(preset=preset)
    reach(listener)
    for expected in (FIRST, SECOND, spoken_phrases.USUAL_WAY, FIRST):
        at_ms = listener.now_ms
        listener.press(Input.EASIER)
        assert listener.timed(at_ms) == [(at_ms, expected)]
        listener.wait(200)


def test_after_it_was_chosen_in_a_lead_in_the_start_and_the_go_are_heard() -> None:
    listener = at_the_knee()
    in_a_lead_in(listener)
    at_ms = listener.now_ms
    listener.press(Input.EASIER)
    listener.wait(10_000)

    assert listener.tones(at_ms)[0][1] == "go"
    assert listener.tones(at_ms)[0][0] == at_ms + 4_500


def test_in_a_gap_that_waits_it_is_said_at_once_and_counts_from_the_go_on() -> None:
    listener = at_the_knee(20_000, preset=Preset.WAIT_FOR_ME)
    assert listener.run.shot.waiting
    at_ms = listener.now_ms
    listener.press(Input.EASIER)
    listener.wait(3_000)
    assert listener.timed(at_ms)[0] == (at_ms, FIRST)

    listener.press(Input.CONFIRM)
    listener.wait(10_000)
    assert "Hold below the knee with both hands." not in listener.texts(at_ms)
    assert listener.texts().count(FIRST) == 1


def test_own_ways_in_brief_are_said_in_turn() -> None:
    own = exercise("a", base="supine", rounds=2) | {"easier": ["Bend less.", "Lie on a bed."]}
    listener = Ear(routine(own)).start()
    found = []
    for _press in range(4):
        at_ms = listener.now_ms
        listener.press(Input.EASIER)
        found += listener.texts(at_ms)
        listener.wait(3_000)

    assert found == ["Bend less.", "Lie on a bed.", spoken_phrases.USUAL_WAY, "Bend less."]


def test_a_rule_that_it_cuts_is_still_owed() -> None:
    listener = Ear().begin()
    listener.wait(2_000)
    listener.press(Input.CONFIRM)
    while spoken_phrases.RULE not in listener.texts():
        listener.wait(500)
    listener.press(Input.EASIER)
    listener.wait(120_000)

    assert listener.texts().count(spoken_phrases.RULE) == 2
