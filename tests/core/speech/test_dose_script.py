"""How much is done, heard: sets, holds, counted work and circuits, each as a short script that is read as text."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from coach.core.pacing import Preset
from coach.core.routine import resolve
from coach.core.speech.compiler import all_lines
from coach.core.speech.situation import AS_WRITTEN
from coach.core.speech.tight_places import tight_places
from tests.cases import Json, Object, document, exercise, judged
from tests.core.speech.dosed import dosed, heard, length_ms, of, text
from tests.prescriptions import prescriptions

LINES = {
    "2 sets of 5 holds of 5 s, 10 s between holds, 15 s between sets": (
        "get-ready 10 s: This one is Bridge. Sit. Hold.",
        "hold 5 s:",
        "change 10 s: Rest. Hold number two. Hold.",
        "hold 5 s:",
        "change 10 s: Rest. Hold number three. Hold.",
        "hold 5 s:",
        "change 10 s: Rest. Hold number four. Hold.",
        "hold 5 s:",
        "change 10 s: Rest. Hold number five. Hold.",
        "hold 5 s:",
        "change 15 s: Rest. Rest before the next set. This is the last set. Hold.",
        "hold 5 s:",
        "change 10 s: Rest. Set number two. Hold number two. Hold.",
    ),
    "10 holds of 5 s, 3 s between": (
        "get-ready 10 s: This one is Squeeze. Sit. Hold.",
        "hold 5 s:",
        "change 3 s: Rest. Two.",
        "hold 5 s:",
        "change 3 s: Rest. Three.",
        "hold 5 s:",
        "change 3 s: Rest. Four.",
    ),
    "12 at the own pace, then 25, counted aloud": (
        "get-ready 10 s: One of two: Lift. Sit. Twelve. At your own pace. Hold.",
        "reps 48 s: Press space or play when you are done. Press space or play when you are done.",
        "move 15 s: Rest. Two of two: Tap. Sit. Twenty-five. At your own pace. Hold.",
        (
            "reps 50 s: One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten. Eleven. Twelve. Thirteen. Fourteen."
            " Fifteen. Sixteen. Seventeen. Eighteen. Nineteen. Twenty. Twenty-one. Twenty-two. Twenty-three."
            " Twenty-four. Twenty-five."
        ),
    ),
    "left 3 × 30 s, right once": (
        "get-ready 10 s right: This one is Knee. Sit. Hold.",
        "hold 30 s right: Ease off if it stops feeling gentle. Half-way. Five seconds.",
        "change 8 s left: Rest. Other side. Hold.",
        "hold 30 s left: Half-way.",
        "change 8 s left: Rest. Hold number two. Hold.",
        "hold 30 s left: Half-way.",
        "change 8 s left: Rest. Hold number three. Hold.",
    ),
    "first all left, then all right; the side first that is stiff": (
        "get-ready 10 s left: This one is Roll. Sit. Hold.",
        "hold 20 s left: Half-way. Five seconds.",
        "change 8 s left: Rest. Hold number two. Hold.",
        "hold 20 s left: Half-way.",
        "change 8 s right: Rest. Now all on the right. Hold.",
        "hold 20 s right: Half-way.",
        "change 8 s right: Rest. Hold number two. Hold.",
    ),
    "5-4-3 holds of 10 s each side, 3 s between": (
        "get-ready 10 s right: This one is Dog. Sit. Hold.",
        "hold 10 s right: Ease off if it stops feeling gentle.",
        "change 3 s left: Rest. Other side. Hold.",
        "hold 10 s left:",
        "change 3 s right: Rest. Right side.",
    ),
    "head 3 s right, 3 s left, four times, no rest": (
        "get-ready 10 s right: This one is Head.",
        "hold 3 s right:",
        "change 0 s left:",
        "hold 3 s left:",
        "change 0 s right:",
        "hold 3 s right:",
    ),
}
CIRCUIT = (
    "get-ready 10 s: One of five: Bridge. Sit. Hold.",
    "move 5 s: Rest. Two of five: Dog. Sit. Hold.",
    "move 10 s: Rest. Three of five: Plank. Sit. Hold.",
    "move 5 s: Rest. Four of five: Crunch. Sit. Hold.",
    "move 10 s: Rest. Five of five: Clam. Sit. Hold.",
    "move 30 s: Rest. Rest before the next time through. Once more through. One of five: Bridge. Hold.",
    "move 5 s: Rest. Two of five: Dog. Hold.",
    "move 10 s: Rest. Three of five: Plank. Hold.",
    "move 5 s: Rest. Four of five: Crunch. Hold.",
    "move 10 s: Rest. Five of five: Clam. Hold.",
)


@pytest.mark.parametrize("name", list(LINES))
def test_a_prescription_is_heard_as_it_was_written(name: str) -> None:
    script = of(prescriptions()[name])

    assert heard(script)[: len(LINES[name])] == list(LINES[name])
    assert not any(script.grown)


def test_a_circuit_is_announced_and_its_exercises_are_set_up_once() -> None:
    script = of(prescriptions()["five exercises twice, 5 and 10 s between, 30 s between the rounds"])

    assert [line for line in heard(script) if not line.startswith("hold")] == list(CIRCUIT)


def test_with_three_times_through_each_is_told() -> None:
    told = {**document(exercise("a"), exercise("b")), "format": 2}
    items: list[Json] = [{"exercise": "a"}, {"exercise": "b"}]
    told["routines"] = [{"id": "c", "name": "C", "exercises": [{"repeat": 3, "exercises": items}]}]

    begins = [line for line in heard(of(told)) if "circuit" in line.lower() or "time through" in line]
    assert begins == [
        "move 15 s: Rest. Rest before the next time through. Circuit number two. One of two: A. Hold.",
        "move 15 s: Rest. Rest before the next time through. The last time through. One of two: A. Hold.",
    ]


def test_how_to_get_ready_is_told_anew_in_a_circuit_that_changes_the_position() -> None:
    told = {**document(exercise("a"), exercise("b", base="supine")), "format": 2}
    items: list[Json] = [{"exercise": "a"}, {"exercise": "b"}]
    told["routines"] = [{"id": "c", "name": "C", "exercises": [{"repeat": 2, "exercises": items}]}]

    assert [" Sit. " in line for line in heard(of(told)) if line.startswith("move")] == [True] * 3


def test_a_short_gap_between_sets_is_no_rest() -> None:
    changes = [
        [line for line in heard(of(dosed(rounds=1, sets=3, rest_s=rest_s))) if line.startswith("change")]
        for rest_s in (9, 10)
    ]
    assert changes == [
        ["change 9 s: Rest. Set number two of three. Hold.", "change 9 s: Rest. This is the last set. Hold."],
        [
            "change 10 s: Rest. Rest before the next set. Set number two of three. Hold.",
            "change 10 s: Rest. Rest before the next set. This is the last set. Hold.",
        ],
    ]


def in_full(told: Object, rounds: list[Json]) -> Object:
    """Return the file with its lines round by round."""
    say: Object = {"start": "Hold.", "rounds": rounds, "release": "Rest.", "pain_stop": "Stopping. Rest."}
    told["exercises"][0]["say"] = say  # type: ignore[index,call-overload]
    return told


def test_the_lines_of_the_last_round_are_those_of_the_last_of_the_last_set() -> None:
    rounds: list[Json] = [{"work": [{"line": f"Line {word}.", "at": 3}]} for word in ("one", "two", "three")]
    script = of(in_full(dosed(rounds=2, sets=2, rest_s=12, work_s=20), rounds))

    told = [line.partition(": ")[2] for line in heard(script) if line.startswith("hold")]
    assert told[0].endswith("Line one.")
    assert told[1:] == ["Line two.", "Line two.", "Line three."]


def test_a_line_that_names_the_seconds_is_said_on_the_side_that_has_them_and_one_with_the_rounds_in_no_set() -> None:
    lines: list[Json] = [
        {"line": "Stay for twenty seconds.", "at": 3, "only_work_s": 20},
        {"line": "Two rounds of this.", "at": 9, "only_rounds": 2},
    ]
    gap: list[Json] = [{"line": "Other side.", "turn": "second"}]
    for sets, is_told in ((1, True), (2, False)):
        dose: Object = {"rounds": 2, "sets": sets, "work_s": {"right": 20, "left": 30}}
        told = in_full(dosed(sides=["right", "left"], **dose), [{"gap": gap, "work": lines}])  # type: ignore[arg-type]
        works = [line for line in heard(of(told)) if line.startswith("hold")]
        assert all(("twenty" in line) is (" right" in line) for line in works)
        assert any("Two rounds" in line for line in works) is is_told


@pytest.mark.parametrize("name", list(prescriptions()))
@pytest.mark.parametrize("preset", list(Preset))
def test_each_line_of_a_prescription_ends_before_the_next_and_is_known_before(name: str, preset: Preset) -> None:
    told = prescriptions()[name]
    routine, script = resolve(judged(json.dumps(told))), of(told, preset)
    known = set(all_lines(routine, script.timeline))
    for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True):
        free_ms = 0
        for prompt in (each for each in prompts if each.text is not None):
            assert prompt.at(block.duration_ms) >= free_ms, prompt.text
            free_ms = prompt.at(block.duration_ms) + prompt.length_ms
        assert block.waits or free_ms <= block.duration_ms
        if block.kind.is_work:
            assert {prompt.text for prompt in prompts if prompt.text} - known <= {
                "A gentle pull is fine. More pain is not. Press stop if it hurts."
            }


# Where one is, gaps that wait, and what an author is told


def test_who_asks_hears_the_set_and_the_hold() -> None:
    script = of(prescriptions()["2 sets of 5 holds of 5 s, 10 s between holds, 15 s between sets"])
    index = next(
        index
        for index, block in enumerate(script.timeline.blocks)
        if (block.set, block.round) == (2, 3) and block.kind.is_work
    )

    assert script.again(index, AS_WRITTEN) == ("Set number two.", "Hold number three.", "Hold.")
    assert script.wheres[index] == script.again(index, AS_WRITTEN)
    assert script.wheres[index - 1] == ("Set number two.",)


def test_a_gap_that_waits_leads_into_its_hold_after_the_key() -> None:
    script = of(prescriptions()["10 holds of 5 s, 3 s between"], Preset.WAIT_FOR_ME)
    index = next(index for index, block in enumerate(script.timeline.blocks) if block.round == 4 and block.waits)

    assert text(script.prompts[index]) == " Rest. Press when you are ready."
    assert text(script.lead_ins(index, AS_WRITTEN)) == " Hold number four. Hold."


def test_a_rest_that_is_too_short_is_told_with_its_key() -> None:
    told = dosed(rounds=3, rest_s=1, work_s=5)
    say = told["exercises"][0]["say"]  # type: ignore[index,call-overload]
    say["release"] = "Put the leg down slowly and rest."  # type: ignore[index,call-overload]
    (place,) = (each for each in tight_places(resolve(judged(json.dumps(told))), length_ms) if each.more_ms)

    assert "rest_s" in place.right
    assert "silent" in place.right
    routine = resolve(judged(json.dumps(told)))
    longer = replace(routine.exercises[0], dose=replace(routine.exercises[0].dose, rest_s=4))
    assert not [each for each in tight_places(replace(routine, exercises=(longer,)), length_ms) if each.more_ms]


@pytest.mark.parametrize(("key", "other"), [("rest_s", "set_rest_s"), ("set_rest_s", "rest_s")])
def test_of_two_rests_the_one_that_is_too_short_is_told(key: str, other: str) -> None:
    rests: dict[str, object] = {key: 0, other: 30}
    told = resolve(judged(json.dumps(dosed(sides=["right", "left"], sets=2, work_s=20, **rests))))  # type: ignore[arg-type]
    (place,) = (each for each in tight_places(told, length_ms) if each.more_ms)

    assert f" as {key} of the exercise" in place.right
