"""Judging the voices: what counts as misheard, and when it is too much."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.store.voices import Clip, VoicePack
from tools.check_voice import finding, listened, passed, rate, report
from tools.hearing import errors, words

SAME = [
    ("Five seconds.", "5 seconds"),
    ("Fifteen seconds more.", "15 seconds more"),
    ("Breathe for 30 seconds.", "breathe for thirty seconds"),
    ("Forty-two.", "42"),
    ("Half-way. Keep it small.", "halfway keep it small"),
    ("Roll onto your side.", "Roll on to your side!"),
    ("Six of seven: Child’s pose.", "6 of 7, child's pose."),
    ("Seven of seven: Cat–cow.", "Seven of seven, cat cow"),
]


@pytest.mark.parametrize(("meant", "heard"), SAME)
def test_another_spelling_is_no_error(meant: str, heard: str) -> None:
    assert words(meant) == words(heard)


@pytest.mark.parametrize(
    ("heard", "wrong"),
    [
        ("right knee in hold", 0),
        ("right knee hold", 1),
        ("right knee in and hold", 1),
        ("left knee in hold", 1),
        ("left the knee in", 3),
        ("", 4),
    ],
)
def test_errors_are_words_too_few_too_many_and_wrong(heard: str, wrong: int) -> None:
    assert errors(words("Right knee in. Hold."), words(heard)) == wrong


def test_a_line_may_have_a_fifth_of_its_words_wrong_and_all_lines_a_fiftieth() -> None:
    right = [finding("v", "One two three four five six seven eight nine ten.", "1 2 3 4 5 6 7 8 9 10")] * 9
    five = finding("v", "Lift your left knee now.", "Lift your left need now.")
    four = finding("v", "Right knee in. Hold.", "Right knee is hold")

    assert (five.rate, four.rate) == (0.2, 0.25)
    assert rate([*right, five]) == 1 / 95
    assert passed([*right, five])
    assert not passed([*right, four])
    assert not passed([*right, five, five, five])


def test_no_lines_are_no_success() -> None:
    assert not passed([])


def test_every_clip_is_listened_to_and_what_was_misheard_is_told_worst_first() -> None:
    said = {"a.opus": "Rest a while.", "b.opus": "Stand up snowy.", "c.opus": "Hips back bold."}
    pack = VoicePack(
        "v",
        "V",
        Path("folder"),
        {
            "Rest a while.": Clip("a.opus", 900),
            "Stand up slowly.": Clip("b.opus", 900),
            "Hips. Back. Hold. Hold.": Clip("c.opus", 900),
        },
    )

    told = list(report(list(listened([pack], lambda path: said[path.name]))))

    assert told[0] == "BAD  50%  v  “Hips. Back. Hold. Hold.” was heard as “Hips back bold.”"
    assert told[1] == "BAD  33%  v  “Stand up slowly.” was heard as “Stand up snowy.”"
    assert told[2:] == ["v: 30.00% of 10 words wrong, 3 lines", "all: 30.00%"]
