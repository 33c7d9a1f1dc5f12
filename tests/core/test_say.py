"""What is spoken of an exercise: lines in brief become the same kind of lines as those in full."""

from __future__ import annotations

from typing import Any

import pytest

from coach.core.say import BySide, EasierWay, RoundLines, Say, SpokenLine, say_of
from coach.words import spoken_phrases

BRIEF: dict[str, Any] = {
    "setup": "Sit down.",
    "start": "Hold it.",
    "half": "Half-way now.",
    "last5": "Five seconds.",
    "release": "Let go.",
    "pain_stop": "Stopping. Let go.",
}
SIDES = {"right": "The right one.", "left": "The left one."}


def texts(lines: tuple[SpokenLine, ...]) -> list[object]:
    return [line.line for line in lines]


# In brief


def test_lines_in_brief_have_their_moments() -> None:
    say = say_of({**BRIEF, "then": ["Breathe in."]}, ["Lift up."], holds=True)

    assert texts(say.base) == ["Sit down."]
    first = say.rounds[0]
    assert [(line.line, line.enters) for line in first.gap] == [("Lift up.", True)]
    assert [(line.line, line.at_ms, line.moment) for line in first.work] == [
        ("Breathe in.", 3_500, None),
        ("Half-way now.", 0, "half-way"),
        ("Five seconds.", 0, "last-five"),
        (spoken_phrases.REMINDER, 7_000, None),
    ]


def test_who_does_not_hold_is_not_reminded() -> None:
    say = say_of(BRIEF, [], holds=False)

    assert not any(line.reminds for line in say.rounds[0].work)


def test_the_last_five_seconds_are_told_in_the_first_block_alone() -> None:
    say = say_of(BRIEF, [], holds=True)

    assert [[line.moment for line in part.work].count("last-five") for part in say.rounds] == [1, 0, 0]
    assert [line.turn for line in say.rounds[0].work if line.moment == "last-five"] == ["first"]


@pytest.mark.parametrize(("start", "rank"), [("Hold it.", 0), (SIDES, 2)])
def test_the_side_may_be_left_out_only_where_the_start_names_it_too(start: object, rank: int) -> None:
    say = say_of({**BRIEF, "start": start, "change": SIDES}, [], holds=True)

    for part in say.rounds:
        assert [(line.line, line.rank, line.enters) for line in part.gap if isinstance(line.line, BySide)] == [
            (BySide(**SIDES), rank, True)
        ]
    assert say.rounds[0].gap[-1].turn == "second"  # the first side of all follows from the set-up


def test_rounds_without_lines_of_their_own_are_counted() -> None:
    say = say_of(BRIEF, [], holds=True)

    assert [texts(part.gap) for part in say.rounds] == [[], [spoken_phrases.ROUND], [spoken_phrases.LAST_ROUND]]


def test_own_lines_about_the_rounds_take_their_place() -> None:
    say = say_of({**BRIEF, "next_round": ["Once more.", "The last one."]}, [], holds=True)

    assert [texts(part.gap) for part in say.rounds] == [[], ["Once more."], ["The last one."]]


# Which lines belong to which round

LINES = [RoundLines(gap=(SpokenLine(line=name),)) for name in ("one", "two", "three", "last")]


@pytest.mark.parametrize(
    ("entries", "rounds", "expected"),
    [
        (1, 3, ["one", "one", "one"]),
        (2, 1, ["one"]),
        (2, 4, ["one", "two", "two", "two"]),
        (3, 2, ["one", "three"]),
        (3, 3, ["one", "two", "three"]),
        (3, 5, ["one", "two", "two", "two", "three"]),
        (4, 4, ["one", "two", "three", "last"]),
    ],
)
def test_the_last_entry_is_for_the_last_round(entries: int, rounds: int, expected: list[str]) -> None:
    say = Say(start="s", rounds=tuple(LINES[:entries]), release="r", pain_stop="p")

    assert [say.of_round(number, rounds).gap[0].line for number in range(1, rounds + 1)] == expected


# In full


def test_lines_in_full_are_read_with_all_that_is_said_of_them() -> None:
    say = say_of(
        {
            "start": SIDES,
            "short_start": "Hold.",
            "base": [{"line": "Lie.", "if_time": 2, "only_gap_s": 40, "unguided": "Lie down flat."}],
            "rounds": [
                {
                    "gap": [{"line": "Lift.", "enters": True, "turn": "second", "only_rounds": 3}],
                    "start": [{"line": "Up. Hold.", "turn": "first"}],
                    "work": [
                        {"line": "Breathe.", "at": 1.25, "only_work_s": 30, "reminds": True},
                        {"line": "Half.", "at": "half-way", "if_time": 4},
                        {"line": "Five.", "at": "last-five"},
                    ],
                }
            ],
            "release": "Down.",
            "pain_stop": "Stop.",
            "easier": [
                {"line": "Less.", "instead_of": "Lift.", "swaps": [{"line": "A.", "becomes": "B."}], "hold_s": 15}
            ],
        },
        ["never said by itself"],
        holds=True,
    )

    assert (say.start, say.short_start) == (BySide(**SIDES), "Hold.")
    assert say.base == (SpokenLine(line="Lie.", rank=2, least_gap_ms=40_000, unguided="Lie down flat."),)
    assert say.rounds == (
        RoundLines(
            gap=(SpokenLine(line="Lift.", enters=True, turn="second", rounds=3),),
            start=(SpokenLine(line="Up. Hold.", turn="first"),),
            work=(
                SpokenLine(line="Breathe.", at_ms=1_250, work_ms=30_000, reminds=True),
                SpokenLine(line="Half.", moment="half-way", rank=4),
                SpokenLine(line="Five.", moment="last-five"),
            ),
        ),
    )
    assert say.easier == (EasierWay(line="Less.", instead_of="Lift.", swaps=(("A.", "B."),), hold_ms=15_000),)
