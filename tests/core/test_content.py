"""The shipped routines hold the facts of the exercise sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach import cli
from coach.store.routines import library
from tests.cases import ROOT, ROUTINES, shipped, shipped_file

if TYPE_CHECKING:
    from coach.core.routine import Exercise
    from coach.core.say import BySide

BOTH = ("right", "left")

# The sheet's section 1, “the routine at a glance”: id, name, base, sides, kind, rounds, seconds a block, blocks, sum
FACTS: list[tuple[str, str, str, tuple[str, ...], str, int, int, int, int]] = [
    ("pelvic-tilt", "Pelvic tilt", "supine", (), "reps-own-pace", 1, 45, 1, 45),
    ("single-knee-to-chest", "Single knee to chest", "supine", BOTH, "hold", 3, 30, 6, 180),
    ("double-knee-to-chest", "Double knee to chest", "supine", (), "hold", 3, 30, 3, 90),
    ("trunk-rotation", "Trunk rotation", "supine", BOTH, "hold", 3, 30, 6, 180),
    ("ql-stretch", "Side stretch", "seated", BOTH, "hold", 3, 30, 6, 180),
    ("childs-pose", "Child’s pose", "kneeling", (), "hold", 3, 30, 3, 90),
    ("cat-cow", "Cat–cow", "all-fours", (), "flow-by-breath", 3, 30, 3, 90),
]

# Section 5, “lines for each movement” and “pain-stop release lines”; a start with a bar is right | left
SPOKEN: list[tuple[str, str, str, str]] = [
    (
        "pelvic-tilt",
        "Press your lower back down. Go.",
        "Stop there. Let your back rest.",
        "Stopping. Let your back rest.",
    ),
    (
        "single-knee-to-chest",
        "Right knee in. Hold. | Left knee in. Hold.",
        "Let go slowly. Foot down.",
        "Stopping. Let go. Put your foot down.",
    ),
    (
        "double-knee-to-chest",
        "Knees in, one after the other. Hold.",
        "Ease off. One foot down, then the other.",
        "Stopping. Let go. One foot down, then the other.",
    ),
    (
        "trunk-rotation",
        "Knees to the right. Hold. | Knees to the left. Hold.",
        "Knees back to the middle.",
        "Stopping. Knees slowly back to the middle.",
    ),
    (
        "ql-stretch",
        "Right hand down, left arm over. Hold. | Left hand down, right arm over. Hold.",
        "Come up tall. Lower your arm.",
        "Stopping. Come up to the middle. Lower your arm.",
    ),
    (
        "childs-pose",
        "Fold forward. Hips back. Hold.",
        "Walk your hands in. Sit up slowly.",
        "Stopping. Use your hands. Sit up slowly.",
    ),
    (
        "cat-cow",
        "Breathe out and round up. Go.",
        "Back to flat. Rest.",
        "Stopping. Flat back. Lie down when ready.",
    ),
]


def by_id(name: str) -> Exercise:
    return {each.id: each for each in shipped_file().exercises}[name]


def as_text(line: str | BySide) -> str:
    return line if isinstance(line, str) else f"{line.right} | {line.left}"


# Facts


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: str(fact[0]))
def test_an_exercise_holds_its_facts(fact: tuple[str, str, str, tuple[str, ...], str, int, int, int, int]) -> None:
    name, title, base, sides, kind, rounds, work_s, blocks, active_s = fact
    told = by_id(name)

    assert (told.name, told.base, told.sides, told.kind) == (title, base, sides, kind)
    assert (told.rounds, told.work_s) == (rounds, work_s)
    assert told.rounds * max(1, len(told.sides)) == blocks
    assert told.rounds * max(1, len(told.sides)) * told.work_s == active_s


def test_the_facts_add_up_as_the_sheet_says() -> None:
    assert sum(fact[7] for fact in FACTS) == 28
    assert sum(fact[8] for fact in FACTS) == 855


@pytest.mark.parametrize("routine_id", [None, "lower-back-short"])
def test_the_routines_have_all_seven_in_order(routine_id: str | None) -> None:
    assert [each.id for each in shipped(routine_id).exercises] == [fact[0] for fact in FACTS]


def test_the_short_routine_has_one_round_each_and_says_that_it_is_ours() -> None:
    short = shipped("lower-back-short")

    assert {each.rounds for each in short.exercises} == {1}
    assert [each.work_s for each in short.exercises] == [fact[6] for fact in FACTS]
    assert "our own" in short.note.lower()


def test_only_the_pelvic_tilt_is_a_warm_up_and_it_comes_first() -> None:
    assert [each.warm_up for each in shipped().exercises] == [True] + [False] * 6


def test_the_kinds_keep_their_pace() -> None:
    tilt, cat = by_id("pelvic-tilt"), by_id("cat-cow")
    assert tilt.kind == "reps-own-pace"
    assert tilt.pace == "own"
    assert cat.kind == "flow-by-breath"
    assert cat.pace == "breath"
    holds = [each for each in shipped().exercises if each.kind == "hold"]
    assert [each.pace for each in holds] == ["timer"] * 5


def test_where_the_pull_is_felt() -> None:
    felt = {each.id: each.stretches for each in shipped().exercises if each.stretches is not None}

    assert felt == {"single-knee-to-chest": "same", "trunk-rotation": "opposite", "ql-stretch": "opposite"}


@pytest.mark.parametrize("row", SPOKEN, ids=lambda row: str(row[0]))
def test_the_spoken_lines_are_those_of_the_sheet(row: tuple[str, str, str, str]) -> None:
    say = by_id(row[0]).say

    assert tuple(as_text(line) for line in (say.start, say.release, say.pain_stop)) == row[1:]


def test_the_ways_between_positions() -> None:
    way = shipped().way

    assert way("lying", "sitting") == (
        "Roll onto your side.",
        "Push up with your hands.",
        "Sit with your legs crossed.",
    )
    assert way("sitting", "knees") == ("Uncross, and lean onto your hands.", "Come onto your knees.")
    up = ("Use a chair if you like.", "Bring one foot forward.", "Stand up slowly.")
    assert way("knees", "standing") == up
    assert way("lying", "standing") == way("sitting", "standing") == ("Roll to your side. Come onto your knees.", *up)
    assert way("standing", "lying") == (
        "Kneel down. A chair can help.",
        "Both hands on the floor.",
        "Sit down to one side.",
        "Lie down on your side. Roll onto your back.",
        "Bend both knees, feet flat.",
    )


# The files


def test_the_shipped_file_has_no_problems() -> None:
    assert library.load(None).problems == ()
    assert library.read(ROUTINES) == shipped_file()


def test_the_published_schema_is_fresh() -> None:
    published = (ROOT / "assets" / "routine.schema.json").read_text("utf-8")

    assert published == cli.schema_text() + "\n", "run: make schema"
