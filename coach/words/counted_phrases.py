"""The spoken lines of sets, counted work and circuits, and those that stand in for words that nobody recorded.

Like those of spoken_phrases.py they are in the language of the recorded voice. Numbers are lines of their own: recorded
with every dose they would be thousands. A number stands alone or after its noun and "number": "Hold four." sounds like
"hold for", and "Set two." like "is that two".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coach.words import safety_messages

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

EACH_NUMBER = 50
"""Each number is recorded up to here."""
_CLEARER = {50: "Number fifty."}
"""Numbers that sound like others where they stand alone: fifty, and fifteen."""
NAMED_NUMBERS = 12
"""Sets, rounds, holds and exercises have lines with their number up to here, circuits below it."""
FEW_SETS = 5
"""With so many sets or fewer it is said how many there are."""
FEW_ROUNDS = 6
"""The same of rounds."""

LAST_SET = "This is the last set."
REST_BEFORE_SET = "Rest before the next set."
ONCE_MORE = "Once more through."
LAST_TIME = "The last time through."
REST_BEFORE_TIME = "Rest before the next time through."
OWN_PACE = "At your own pace."
AS_MANY = "As many as are on the screen."
"""In the place of a number that is not recorded."""
WHEN_DONE = "Press space or play when you are done."
ON_SCREEN = "The steps are on the screen."
"""In the place of words that are not recorded, once as an exercise begins."""
NEXT_OWN = "Next, your own exercise."
EASIER_ON_SCREEN = "The easier way is on the screen."
HALF_WAY = "Half-way."
LAST_FIVE = "Five seconds."
RELEASE = {"hold": "Come out slowly. Rest.", "move": "Stop there, and rest."}
"""How to come out where nobody recorded it: of something that is held, of something that moves."""
BASES = {
    "supine": "Lie on your back.",
    "prone": "Lie on your front.",
    "side-lying": "Lie on your side.",
    "seated": "Sit up tall.",
    "kneeling": "Kneel with your back tall.",
    "all-fours": "Come onto your hands and knees.",
    "standing": "Stand with your back tall.",
}
"""The position in which an exercise begins."""
WAYS = {
    "lying": "Lie down slowly.",
    "sitting": "Sit down slowly.",
    "knees": "Come onto your knees.",
    "standing": "Stand up slowly.",
    **{base: BASES[base] for base in ("prone", "side-lying")},
}
"""How to get to a position from another one."""

Manner = Literal["hold", "move"]
Side = Literal["right", "left"]


def in_words(number: int) -> str:
    """Return a number from 0 to 999 in words, as in “twenty-five”."""
    if number < len(_ONES):
        return _ONES[number]
    hundreds, rest = divmod(number, 100)
    if hundreds:
        return f"{_ONES[hundreds]} hundred" + (f" and {in_words(rest)}" if rest else "")
    ten, one = divmod(rest, 10)
    return f"{_TENS[ten]}-{_ONES[one]}" if one else _TENS[ten]


def number_line(number: int) -> str:
    """Return a number alone, as in “Four.”."""
    return _CLEARER.get(number, f"{in_words(number)}.".capitalize())


def hold_line(number: int, manner: Manner) -> str:
    """Return which hold or which round comes, as in “Hold number three.”; counted from 1."""
    if number > NAMED_NUMBERS:
        return number_line(number)
    return f"{'Hold' if manner == 'hold' else 'Round'} number {in_words(number)}."


def set_line(number: int, sets: int) -> str:
    """Return which set begins, as in “Set number two of three.”; counted from 1."""
    if number == sets:
        return LAST_SET
    return f"Set number {in_words(number)} of {in_words(sets)}." if sets <= FEW_SETS else in_set_line(number)


def in_set_line(number: int) -> str:
    """Return which set a hold belongs to, as in “Set number two.”; counted from 1."""
    return f"Set number {in_words(number)}." if number <= NAMED_NUMBERS else number_line(number)


def lap_line(number: int, laps: int) -> str:
    """Return which time through a group of exercises begins, counted from 1."""
    if laps == 2:  # noqa: PLR2004 - two times, and this is the second
        return ONCE_MORE
    if number == laps:
        return LAST_TIME
    return f"Circuit number {in_words(number)}." if number < NAMED_NUMBERS else ONCE_MORE


def exercise_line(number: int) -> str | None:
    """Return which exercise comes, as in “Exercise three.”; counted from 1, None where there is no such line."""
    return f"Exercise {in_words(number)}." if number <= NAMED_NUMBERS else None


def next_line(name: str) -> str:
    """Return which exercise comes by its name, as in “Next: Trunk rotation.”."""
    return f"Next: {name}."


def next_own_line(side: Side | None) -> str:
    """Return that an exercise comes whose name nobody recorded, and on which side it begins."""
    return NEXT_OWN if side is None else f"Next, your own exercise, {side} side."


def side_line(side: Side) -> str:
    """Return a side alone, as in “Left side.”."""
    return f"{side} side.".capitalize()


def change_line(side: Side) -> str:
    """Return that the side changes, as in “Now the left side.”."""
    return f"Now the {side} side."


def all_on_line(side: Side) -> str:
    """Return that the one side is done, as in “Now all on the left.”."""
    return f"Now all on the {side}."


def start_line(side: Side | None, manner: Manner) -> str:
    """Return the line that leads into work for which nobody recorded one, as in “Left side. Hold.”."""
    word = "hold" if manner == "hold" else "go"
    return f"And {word}." if side is None else f"{side_line(side)} {word.capitalize()}."


def counted_lines() -> Iterator[str]:
    """Give every line of this module, each once."""
    yield from map(number_line, range(1, EACH_NUMBER + 1))
    manners: tuple[Manner, Manner] = ("hold", "move")
    for manner in manners:
        yield from (hold_line(number, manner) for number in range(1, NAMED_NUMBERS + 1))
    yield from (set_line(number, sets) for sets in range(3, FEW_SETS + 1) for number in range(2, sets))
    yield from (in_set_line(number) for number in range(1, NAMED_NUMBERS + 1))
    yield from (lap_line(number, NAMED_NUMBERS) for number in range(2, NAMED_NUMBERS))
    yield from (f"Exercise {in_words(number)}." for number in range(1, NAMED_NUMBERS + 1))
    yield from (LAST_SET, REST_BEFORE_SET, ONCE_MORE, LAST_TIME, REST_BEFORE_TIME)
    yield from (OWN_PACE, AS_MANY, WHEN_DONE, ON_SCREEN, NEXT_OWN, EASIER_ON_SCREEN, HALF_WAY, LAST_FIVE)
    yield from (*RELEASE.values(), *BASES.values(), *WAYS.values(), safety_messages.STOPPING_OWN)
    sides: tuple[Side, Side] = ("right", "left")
    for side in sides:
        yield from (next_own_line(side), side_line(side), change_line(side), all_on_line(side))
        yield from (start_line(side, "hold"), start_line(side, "move"))
    yield from (start_line(None, "hold"), start_line(None, "move"))
