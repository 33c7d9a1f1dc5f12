"""Steps as they are typed: one action a line, with {side} where the words differ by side.

A line of the file that has a wording for each side is shown as one text. `{side}` becomes right or left, `{other}` the
other one of them, both also with a capital; where the words differ in any other way both stand in braces, that for the
right first: `{your right knee|the left one}`. A line that nobody changes stays as the file has it.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Line = str | dict[str, str]
"""A line as the file has it: one text, or one for each side."""

_WORDS = re.compile(r"\w+|\W+")
_MARK = re.compile(r"\{(?:(side|Side|other|Other)|([^{}|]*)\|([^{}|]*))\}")
_BY_MARK = {
    "side": ("right", "left"),
    "Side": ("Right", "Left"),
    "other": ("left", "right"),
    "Other": ("Left", "Right"),
}
_BY_WORDS = {words: mark for mark, words in _BY_MARK.items()}
STAGES = ("start", "enter", "work")
"""The stages whose steps are typed in one field; those that lead out of the position have a field of their own."""


def typed(line: Line | Mapping[str, str]) -> str:
    """Return a line of the file as it is typed."""
    if isinstance(line, str):
        return line
    right, left = _WORDS.findall(str(line.get("right", ""))), _WORDS.findall(str(line.get("left", "")))
    if len(right) == len(left):
        marks = [_mark(pair) for pair in zip(right, left, strict=True)]
        if all(mark is not None for mark in marks):
            return "".join(mark or "" for mark in marks)
    return _both(right, left)


def _mark(pair: tuple[str, str]) -> str | None:
    if pair[0] == pair[1]:
        return pair[0]
    known = _BY_WORDS.get(pair)
    return None if known is None else f"{{{known}}}"


def _both(right: list[str], left: list[str]) -> str:
    """Return both wordings, with what they have in common at their ends once."""
    shorter = min(len(right), len(left))
    head = next((n for n in range(shorter) if right[n] != left[n]), shorter)
    tail = next((n for n in range(shorter - head) if right[-1 - n] != left[-1 - n]), shorter - head)
    ends = len(right) - tail, len(left) - tail
    differing = f"{{{''.join(right[head : ends[0]])}|{''.join(left[head : ends[1]])}}}"
    return "".join(right[:head]) + differing + "".join(right[ends[0] :])


def names_side(text: str) -> bool:
    """Tell whether a typed line has a mark that becomes other words by side."""
    return _MARK.search(text) is not None


def line_of(text: str, *, has_sides: bool) -> Line:
    """Return the line that the file has for a typed one; without sides the marks stay as they are."""
    if not has_sides or not names_side(text):
        return text
    return {"right": _MARK.sub(_for_right, text), "left": _MARK.sub(_for_left, text)}


def _for_right(found: re.Match[str]) -> str:
    return _BY_MARK[found[1]][0] if found[1] else str(found[2])


def _for_left(found: re.Match[str]) -> str:
    return _BY_MARK[found[1]][1] if found[1] else str(found[3])


def retyped(lines: Iterable[Line], texts: Iterable[str], *, has_sides: bool) -> list[Line]:
    """Return the lines for what is typed now; those whose text is unchanged stay as they were."""
    known = {typed(line): line for line in lines}
    return [
        known[text] if text in known else line_of(text, has_sides=has_sides) for text in map(str.strip, texts) if text
    ]


def typed_steps(steps: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the steps into the position and in the work as they are typed, one a line."""
    return tuple(typed(line) for _stage, line in _staged(steps))


def with_typed_steps(steps: Mapping[str, Any], texts: Sequence[str], *, has_sides: bool) -> dict[str, Any]:
    """Return the steps of an exercise with those that are typed now.

    New lines belong to the stage of the line before. Where all stood as steps do that nobody put into stages, they do
    so again.
    """
    before = list(_staged(steps))
    lines = retyped((line for _stage, line in before), texts, has_sides=has_sides)
    if before == list(_staged(_arranged([line for _stage, line in before]))):
        staged = list(_staged(_arranged(lines)))
    else:
        staged = list(_kept_in_stages(before, lines))
    if staged and staged[-1][0] != "work":
        staged[-1] = ("work", staged[-1][1])
    kept = {stage: lines for stage, lines in steps.items() if stage not in STAGES}
    by_stage = {stage: [line for where, line in staged if where == stage] for stage in STAGES}
    if not by_stage["enter"]:
        del by_stage["enter"]
    return {**by_stage, **kept}


def _staged(steps: Mapping[str, Any]) -> Iterator[tuple[str, Line]]:
    for stage in STAGES:
        for line in steps.get(stage) or ():
            yield stage, line


def _arranged(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """Put lines into stages: the last is the work; of those before it, what follows the first with a side enters."""
    before, work = list(lines[:-1]), list(lines[-1:])
    first = next((number for number, line in enumerate(before) if not isinstance(line, str)), len(before))
    return {"start": before[:first], "enter": before[first:], "work": work}


def _kept_in_stages(before: list[tuple[str, Line]], lines: list[Line]) -> Iterator[tuple[str, Line]]:
    old, new = [typed(line) for _stage, line in before], [typed(line) for line in lines]
    stages = [stage for stage, _line in before]
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for number in range(new_from, new_to):
            place = old_from + number - new_from if what != "insert" else old_from - 1
            yield stages[max(0, min(place, old_to - 1 if what != "insert" else place))], lines[number]
