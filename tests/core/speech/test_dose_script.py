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
from tests.cases import Json, document, exercise, judged
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


# Lines that an exercise does without


@pytest.mark.parametrize(
    ("silent", "lost"),
    [
        ("setup", "Sit."),
        ("start", "Hold."),
        ("change", "Other side."),
        ("round", "Hold number two."),
        ("half", "Half-way."),
        ("last5", "Five seconds."),
        ("release", "Rest."),
    ],
)
def test_a_line_that_is_silent_is_not_said_and_all_others_are(silent: str, lost: str) -> None:
    dose: dict[str, object] = {"sides": ["right", "left"], "rounds": 2, "rest_s": 12, "work_s": 20}
    usual, less = (heard(of(dosed(**dose, silent=each))) for each in ([], [silent]))  # type: ignore[arg-type]

    assert any(f" {lost}" in line for line in usual)
    assert [line.replace(f" {lost}", "") for line in usual] == less


def test_without_a_start_the_side_is_the_first_word_of_the_work() -> None:
    silent = ["setup", "start", "round", "release"]
    script = of(dosed(sides=["right", "left"], rounds=4, work_s=3, rest_s=0, silent=silent))

    assert not any(script.grown)
    lines = heard(script)
    assert lines[2:6] == [
        "change 0 s left:",
        "hold 3 s left: Left side.",
        "change 0 s right:",
        "hold 3 s right: Right side.",
    ]
    assert script.timeline.total_ms == script.timeline.blocks[0].duration_ms + 24_000


def test_in_each_set_the_side_without_a_rest_is_the_first_word_of_the_work() -> None:
    silent = ["setup", "start", "round", "release"]
    script = of(dosed(sides=["right", "left"], sets=2, work_s=3, rest_s=0, set_rest_s=30, silent=silent))

    assert not any(script.grown)
    assert [line for line in heard(script) if "left" in line] == [
        "change 0 s left:",
        "hold 3 s left: Left side.",
    ] * 2


@pytest.mark.parametrize("rest_s", [0, 3])
@pytest.mark.parametrize("kind", ["hold", "counted"])
def test_whatever_an_exercise_does_without_no_line_runs_into_another(rest_s: int, kind: str) -> None:
    names = ("setup", "start", "change", "round", "half", "last5", "release")
    works: dict[str, object] = {"work_s": 16} if kind == "hold" else {"reps": 4, "without": "work_s"}
    for number in range(0, 1 << len(names), 5):
        silent = [name for place, name in enumerate(names) if number >> place & 1]
        dose: dict[str, object] = {"sides": ["right", "left"], "rounds": 2, "sets": 2, "rest_s": rest_s}
        script = of(dosed(kind=kind, **dose, **works, silent=silent))  # type: ignore[arg-type]
        for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True):
            free_ms = 0
            for prompt in (each for each in prompts if each.text is not None):
                assert prompt.at(block.duration_ms) >= free_ms, (silent, prompt.text)
                free_ms = prompt.at(block.duration_ms) + prompt.length_ms
            assert block.waits or free_ms <= block.duration_ms, silent


def test_what_is_asked_for_is_told_though_it_is_silent() -> None:
    silent = ["start", "change", "round", "release"]
    script = of(dosed(sides=["right", "left"], rounds=4, work_s=3, rest_s=0, silent=silent))

    work = [index for index, block in enumerate(script.timeline.blocks) if block.kind.is_work]
    assert script.again(work[2], AS_WRITTEN) == ("Hold number two.", "Hold.")
    assert script.starts(work[2], AS_WRITTEN) == ("Hold.",)
    assert {script.releases[index] for index in work} == {"Rest."}


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
