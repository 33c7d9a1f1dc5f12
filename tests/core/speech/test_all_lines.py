"""The lines of the shipped routines are short, one action each, and the left ones mirror the right ones."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from coach.core.routine import Steps
from coach.core.say import BySide
from tests.cases import count_words, sentences, shipped_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.routine import Exercise

# Short lines


def lines_of(told: Exercise) -> Iterator[tuple[str, str | BySide]]:
    for stage in (field.name for field in fields(Steps)):
        for line in getattr(told.steps, stage):
            yield f"{told.id} steps {stage}", line
    say = told.say
    spoken = [*say.base, *(line for part in say.rounds for line in (*part.gap, *part.start, *part.work))]
    lines = [say.start, say.short_start, say.release, say.pain_stop, *(line.line for line in spoken)]
    lines += [line.unguided for line in spoken]
    for way in say.easier:
        lines += [way.line, *(becomes for _line, becomes in way.swaps)]
    yield from ((f"{told.id} say", line) for line in lines if line is not None)


def all_lines() -> list[tuple[str, str | BySide]]:
    file = shipped_file()
    ways = [(f"{way.before} {way.after}", step) for way in file.position_changes for step in way.steps]
    return [line for each in file.exercises for line in lines_of(each)] + ways


def wordings() -> list[tuple[str, str]]:
    return [
        (place, text)
        for place, line in all_lines()
        for text in ((line,) if isinstance(line, str) else (line.right, line.left))
    ]


def test_there_are_lines_to_look_at() -> None:
    assert len(wordings()) > 150


def test_every_line_has_12_words_or_fewer_in_each_sentence() -> None:
    long = [
        (place, text) for place, text in wordings() if max(count_words(sentence) for sentence in sentences(text)) > 12
    ]

    assert long == []


def test_every_step_is_one_sentence() -> None:
    assert [(place, text) for place, text in wordings() if " steps " in place and len(sentences(text)) > 1] == []


# Right and left


def mirrored(text: str) -> str:
    words = {"right": "left", "left": "right", "Right": "Left", "Left": "Right"}
    return re.sub(r"\b(right|left)\b", lambda found: words[found[0]], text, flags=re.IGNORECASE)


def test_the_left_wording_is_the_mirror_of_the_right_one() -> None:
    pairs = [(place, line) for place, line in all_lines() if isinstance(line, BySide)]

    assert len(pairs) > 15
    for place, line in pairs:
        assert mirrored(line.right) == line.left, place
        assert line.right != line.left, place


@pytest.mark.parametrize("name", ["single-knee-to-chest", "trunk-rotation", "ql-stretch"])
def test_the_start_and_the_change_name_the_side_that_comes(name: str) -> None:
    say = {each.id: each for each in shipped_file().exercises}[name].say
    by_side = [line.line for line in say.rounds[0].gap if isinstance(line.line, BySide)]
    for line in (say.start, *by_side):
        assert isinstance(line, BySide)
        assert "right" in line.right.lower()
        assert "left" in line.left.lower()
