"""The end of a session: a rest, and then the way up, once, by where the person is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.core.events import Input, Phase
from coach.core.routine import PositionChange
from coach.words import spoken_phrases
from tests.cases import exercise, routine
from tests.core.hearing import Ear, natural_ms

ROLL, CHAIR, FOOT, UP = (
    spoken_phrases.ROLL_OVER,
    "Use a chair if you like.",
    "Bring one foot forward.",
    "Stand up slowly.",
)
OUT = "Back to flat. Rest."
DONE, LATER, ENDED = spoken_phrases.THAT_WAS_ALL, spoken_phrases.LATER, spoken_phrases.ENDED


def ear(wait_ms: int = 0) -> Ear:
    made = Ear().start()
    made.wait(wait_ms)
    return made


def finished() -> tuple[Ear, int]:
    """Return somebody who did everything, and when that was."""
    listener = ear()
    while listener.run.shot.phase is Phase.RUNNING:
        due_ms = listener.run.session.deadline()
        assert due_ms is not None
        listener.wait(max(1, due_ms - listener.run.now_ms))
    return listener, listener.now_ms


def test_after_the_last_exercise_there_is_a_rest_and_then_the_way_up_with_the_chair_before_the_foot() -> None:
    listener, over_ms = finished()
    listener.wait(90_000)

    told = [(at_ms - over_ms, text) for at_ms, text in listener.timed(over_ms)]
    assert [text for _at_ms, text in told] == [OUT, DONE, spoken_phrases.GET_UP, ROLL, CHAIR, FOOT, UP, LATER]
    ends = [at_ms + natural_ms(text) for at_ms, text in told]
    quiet = [told[number + 1][0] - ends[number] for number in range(len(told) - 1)]
    assert quiet[1] >= 20_000
    assert quiet[3] == 5_000, "so long it takes to roll over and come onto the knees"
    assert all(each >= 1_500 for each in quiet[2:])
    assert listener.tones(over_ms) == [(over_ms, "all-done")]


def test_a_key_during_the_rest_begins_the_way_up_at_once() -> None:
    listener, _over_ms = finished()
    listener.wait(9_000)
    at_ms = listener.now_ms
    assert listener.narration.rest.rise(listener.run.now_ms)
    listener.wait(60_000)

    assert listener.timed(at_ms)[0] == (at_ms, spoken_phrases.GET_UP)
    assert listener.texts(at_ms) == [spoken_phrases.GET_UP, ROLL, CHAIR, FOOT, UP, LATER]
    assert not listener.narration.rest.rise(listener.run.now_ms), "it has begun"


def test_a_key_that_was_meant_for_the_last_second_begins_nothing() -> None:
    listener, over_ms = finished()
    listener.wait(1_000)

    assert listener.narration.rest.rise(listener.run.now_ms)
    listener.wait(19_000)
    assert listener.texts(over_ms) == [OUT, DONE]


@pytest.mark.parametrize(
    ("at_ms", "release", "up"),
    [
        (80_000, ["Let go slowly. Foot down."], [ROLL, CHAIR, FOOT, UP]),
        (62_000, [], [ROLL, CHAIR, FOOT, UP]),
        (1_101_000, [OUT], [spoken_phrases.GET_UP, CHAIR, FOOT, UP]),
    ],
)
def test_an_end_for_now_says_the_way_out_and_the_way_up_by_where_the_person_is(
    at_ms: int, release: list[str], up: list[str]
) -> None:
    listener = ear(at_ms)
    listener.press(Input.END)
    listener.wait(90_000)

    assert listener.texts(at_ms) == [*release, ENDED, LATER, *up]
    told = {text: told_ms for told_ms, text in listener.timed(at_ms)}
    rests_ms = told[ENDED] + natural_ms(ENDED)
    assert (told[LATER] - rests_ms, told[up[0]] - rests_ms) == (8_000, 20_000)
    assert listener.tones(at_ms) == [(at_ms, "end-exercise")]


def test_nobody_who_skipped_everything_is_told_that_all_was_done_or_to_get_up() -> None:
    listener = ear()
    while listener.run.shot.phase is Phase.RUNNING:
        listener.press(Input.SKIP)
    listener.wait(60_000)

    assert listener.run.shot.phase is Phase.FINISHED
    assert listener.texts()[-2:] == [ENDED, LATER]
    assert DONE not in listener.texts()
    assert "all-done" not in [tone for _at_ms, tone in listener.tones()]


def test_who_does_only_the_last_exercise_is_told_the_way_up_but_not_that_all_was_done() -> None:
    listener = ear()
    listener.press(Input.JUMP, 6)
    listener.wait(300_000)

    assert listener.run.shot.phase is Phase.FINISHED
    assert listener.texts()[-6:] == [ENDED, LATER, spoken_phrases.GET_UP, CHAIR, FOOT, UP]


def test_a_routine_that_ends_standing_keeps_no_way_up_and_nobody_lies_down() -> None:
    listener = Ear(routine=routine(exercise("sway", base="standing", rounds=1)))
    listener.start().wait(200_000)

    assert listener.run.shot.phase is Phase.FINISHED
    assert listener.texts()[-2:] == [ENDED, LATER]
    assert listener.tones()[-1][1] == "all-done"


def test_a_file_that_tells_only_how_to_stand_up_from_the_knees_is_enough() -> None:
    lying = routine(exercise("lie", base="supine", rounds=1))
    listener = Ear(routine=replace(lying, position_changes=(PositionChange("knees", "standing", (CHAIR, UP)),)))

    assert listener.script.way_up == (ROLL, CHAIR, UP)
