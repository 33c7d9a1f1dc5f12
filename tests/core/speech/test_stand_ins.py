"""Where nothing can speak somebody's own sentences, recorded ones tell what the person cannot do without."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coach.core.pacing import PACINGS, Preset
from coach.core.routine import PositionChange, RoutineItem, resolve
from coach.core.speech.compiler import all_lines, compile_script
from coach.core.speech.situation import Situation
from coach.core.speech.stand_ins import unsaid, with_sayable_ways
from coach.core.timeline import BlockKind, plan
from coach.store.voices import shipped_folder, voices
from coach.words import counted_phrases
from tests.cases import Object, exercise, routine, shipped, shipped_file

if TYPE_CHECKING:
    from coach.core.routine import Routine
    from coach.core.speech.vocabulary import Script
    from coach.words.counted_phrases import Manner

PACKS = {pack.id: pack for pack in voices(shipped_folder())}
CLIPS = PACKS["am_michael"].clips
MANNERS: tuple[Manner, Manner] = ("hold", "move")


def own(name: str, **more: object) -> Object:
    """Return an exercise with words that are in no recording."""
    told = exercise(name, **more)  # type: ignore[arg-type]
    say = told["say"]
    assert isinstance(say, dict)
    by_side: Object = {"right": "Pull with the right hand. Hold.", "left": "Pull with the left hand. Hold."}
    say |= {
        "setup": "Find your elastic band.",
        "start": by_side if told["sides"] else "Pull the band. Hold.",
        "then": ["Elbows close to the body."],
        "half": "Half-way. Wrists straight.",
        "last5": "Five seconds, and then let go.",
        "release": "Give the band back slowly.",
        "pain_stop": "Stopping. Drop the band.",
    }
    if told["sides"]:
        say["change"] = {"right": "Take it with the right hand.", "left": "Take it with the left hand."}
    return told


def script(of: Routine, preset: Preset = Preset.DEFAULT) -> Script:
    return compile_script(of, plan(of, PACINGS[preset]), lambda text: CLIPS[text].ms, can_say=CLIPS.__contains__)


def said(script: Script) -> list[str]:
    """Return what is heard, a block a line: kind, round, side, then its sentences."""
    lines = []
    for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True):
        texts = " ".join(prompt.text for prompt in prompts if prompt.text is not None)
        lines.append(f"{block.kind} {block.round} {block.side or '-'}: {texts}")
    return lines


def test_of_own_words_the_side_the_round_the_start_and_the_way_out_are_heard() -> None:
    heard = said(script(routine(own("pull", sides=["right", "left"], rounds=3, base="seated"), gaps={"get_ready": 15})))

    assert heard[1:5] == [
        (
            "get-ready 1 right: Next, your own exercise, right side. Sit up tall. The steps are on the screen."
            " Right side. Hold."
        ),
        "hold 1 right: Ease off if it stops feeling gentle. Half-way. Five seconds.",
        "change 1 left: Come out slowly. Rest. Left side. Hold.",
        "hold 1 left: Half-way.",
    ]
    assert heard[5].startswith("change 2 right: Come out slowly. Rest. Round two of three.")
    assert heard[9].startswith("change 3 right: Come out slowly. Rest. This is the last round.")


def test_an_exercise_that_comes_with_coach_keeps_its_words_wherever_it_stands() -> None:
    contents = shipped_file()
    entry = contents.routines[0]
    items = tuple(RoutineItem(exercise=name) for name in ("trunk-rotation", "cat-cow"))
    two = resolve(replace(contents, routines=(replace(entry, exercises=items),)))

    heard = said(script(two, Preset.ROOMY))
    assert "Exercise one. Next: Trunk rotation." in heard[1]
    assert "Let both knees roll to your right." in heard[1]
    assert any("Exercise two. Next: Cat–cow." in line for line in heard)


@pytest.mark.parametrize("preset", list(Preset))
@pytest.mark.parametrize("kind", ["hold", "reps-own-pace", "flow-by-breath"])
@pytest.mark.parametrize("sides", [[], ["left", "right"]], ids=str)
def test_nothing_that_is_said_is_without_a_recording(preset: Preset, kind: str, sides: list[str]) -> None:
    of = routine(
        own("pull", kind=kind, sides=sides, rounds=4, base="prone"),
        own("push", kind=kind, rounds=30, base="standing"),
        gaps={"change": 3},
    )
    made = script(of, preset)
    told = {prompt.text for prompts in made.prompts for prompt in prompts if prompt.text is not None}
    told |= {prompt.text for prompt in made.after if prompt.text is not None}
    told |= {*made.releases, *made.stops, *(line for where in made.wheres for line in where)}
    told |= set(all_lines(of, made.timeline, CLIPS.__contains__))
    told |= {
        line
        for index, block in enumerate(made.timeline.blocks)
        if block.kind.is_work
        for line in made.starts(index, Situation())
    }

    assert told <= set(CLIPS)
    assert made.stands_in
    for block, stop, release in zip(made.timeline.blocks, made.stops, made.releases, strict=True):
        assert stop == "Stopping. Come out slowly, and rest."
        assert release == ("Come out slowly. Rest." if kind == "hold" else "Stop there, and rest."), block


def test_each_start_names_its_side() -> None:
    made = script(routine(own("pull", sides=["left", "right"], rounds=2)))
    for index, block in enumerate(made.timeline.blocks):
        if not block.kind.is_work and block.kind is not BlockKind.WAY:
            last = [prompt.text for prompt in made.prompts[index] if prompt.text is not None][-1]
            assert re.findall("right|left", last.lower()) == [block.side]


def test_ways_between_positions_of_ones_own_become_the_position_to_reach() -> None:
    contents = shipped_file()
    ways = tuple(replace(way, steps=tuple(f"My own {step}" for step in way.steps)) for way in contents.position_changes)
    heard = " ".join(said(script(replace(shipped(), position_changes=ways))))

    assert "Lie down slowly." in heard
    assert "Sit down slowly." in heard
    assert "My own" not in heard


def test_the_steps_of_a_way_that_can_be_said_keep_their_times_and_pictures() -> None:
    way = PositionChange("standing", "lying", ("Own.", "Sit.", "Lie."), (1, 2, 3), ("kneeling", "sitting", "lying"))
    of = replace(shipped(), position_changes=(way,))

    assert with_sayable_ways(of, lambda line: line != "Own.").position_changes == (
        PositionChange("standing", "lying", ("Sit.", "Lie."), (2, 3), ("sitting", "lying")),
    )
    assert with_sayable_ways(of, lambda line: line == "Lie slowly.").position_changes == (
        PositionChange("standing", "lying", ("Lie down slowly.",)),
    )
    assert with_sayable_ways(of, lambda _line: True) is of


def test_whatever_number_a_file_may_have_its_line_is_recorded() -> None:
    numbers = range(1, counted_phrases.EACH_NUMBER + 1)
    lines = {counted_phrases.hold_line(number, manner) for number in numbers for manner in MANNERS}
    lines |= {counted_phrases.set_line(number, sets) for sets in range(2, 21) for number in range(2, sets + 1)}
    lines |= {counted_phrases.in_set_line(number) for number in range(1, 21)}
    lines |= {counted_phrases.lap_line(number, laps) for laps in range(2, 21) for number in range(2, laps + 1)}
    lines |= {line for number in numbers if (line := counted_phrases.exercise_line(number)) is not None}

    assert lines <= set(CLIPS)
    assert "Exercise twelve." in lines


@pytest.mark.parametrize("voice", list(PACKS))
def test_the_shipped_routines_are_said_word_for_word(voice: str) -> None:
    clips = PACKS[voice].clips
    for name in ("lower-back", "lower-back-short"):
        for preset in Preset:
            of = shipped(name)
            usual = compile_script(of, plan(of, PACINGS[preset]), lambda text: clips[text].ms)
            judged = compile_script(
                of, plan(of, PACINGS[preset]), lambda text: clips[text].ms, can_say=clips.__contains__
            )
            assert judged.prompts == usual.prompts
            assert not judged.stands_in


def test_what_cannot_be_said_of_an_exercise_is_known_by_its_keys_and_its_words() -> None:
    found = unsaid(routine(own("pull")).exercises[0], CLIPS.__contains__)

    assert found.general == ("name", "start", "release", "pain_stop", "half", "last5")
    assert found.silent == ("Find your elastic band.", "Elbows close to the body.")
    assert unsaid(shipped().exercises[1], CLIPS.__contains__) == replace(found, general=(), silent=())
