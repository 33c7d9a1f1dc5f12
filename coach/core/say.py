"""What is spoken of an exercise, as plain values: its lines by round, where each has its place, and its easier ways.

A file may write them in two ways: in full, line by line and round by round, or in brief with one line for each moment.
The brief way becomes the full one when it is read, so that whoever compiles a script knows only one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from coach.core.dataclass import dataclass
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class BySide:
    """One wording for each side, where the words differ."""

    right: str
    left: str


Line = str | BySide
"""A sentence: the same for both sides, or one for the right and one for the left."""

Turn: TypeAlias = Literal["first", "second"]
"""One of the two sides of a round, in the order in which they are done."""

Moment: TypeAlias = Literal["half-way", "last-five"]
"""A moment of the work that every exercise has."""

OPTIONAL = 4
"""The rank of what goes first where time is short."""
BRIEF_BREATH_MS = 3_500
"""In brief lines, what follows the start begins one breath after the go, and one after each other (ours)."""
BRIEF_REMINDER_MS = 7_000
"""In brief lines, the reminder to ease off comes so long after the first start (ours)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLine:
    """A line and when it is said.

    `rank` is 0 for a line that is never left out; of the others, which are said where there is time, 4 goes first and
    1 last. `turn` limits it to one side of a round. In a gap a line that `enters` brings the body into the stretch.
    In the work it begins `at_ms` after the go, or belongs to a `moment`. It is left out where the rounds or the length
    of the work, in ms, are not those that it names, or where the gap is shorter than `least_gap_ms`. `unguided` takes
    its place, and is never left out, where the person did not hear the whole way down to the floor.
    """

    line: Line
    rank: int = 0
    turn: Turn | None = None
    enters: bool = False
    at_ms: int = 0
    moment: Moment | None = None
    rounds: int | None = None
    work_ms: int | None = None
    least_gap_ms: int = 0
    unguided: Line | None = None
    reminds: bool = False
    """Whether it reminds of a part of the rule about pain, and gives way to that where it is owed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLines:
    """The lines of one round: in the gap before its work, as the work begins, and in the work.

    Of `start` the first line that fits to the side is used; where there is none, the start of the exercise.
    """

    gap: tuple[SpokenLine, ...] = ()
    start: tuple[SpokenLine, ...] = ()
    work: tuple[SpokenLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EasierWay:
    """A way to do an exercise that asks less of the body, as it is said and shown.

    When it comes first it is said in the place of the line `instead_of`, or after the lines of the base position.
    Where it is chosen each line on the left of `swaps` becomes the one on the right, and a hold lasts `hold_ms`.
    """

    line: Line
    instead_of: Line | None = None
    swaps: tuple[tuple[Line, Line], ...] = ()
    hold_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """All that is spoken of an exercise.

    `start` is said as the work begins, also after a pause; `short_start` where there is no time for it. `base` brings
    the body into the base position, before the first round alone. `rounds` has the lines of the first round, of those
    between, and of the last: the first entry is for round 1, the last one for the last round of several, and the one
    before it for all the others.
    """

    start: Line
    short_start: Line | None = None
    base: tuple[SpokenLine, ...] = ()
    rounds: tuple[RoundLines, ...]
    release: Line
    pain_stop: Line
    easier: tuple[EasierWay, ...] = ()

    def of_round(self, number: int, rounds: int) -> RoundLines:
        """Return the lines of a round, counted from 1, of so many."""
        last = len(self.rounds) - 1
        if number == 1:
            return self.rounds[0]
        return self.rounds[last if number == rounds else min(number - 1, max(1, last - 1), last)]


def say_of(document: Mapping[str, Any], enter: Iterable[Line], *, holds: bool, easier: Iterable[str] = ()) -> Say:
    """Return what a judged document says of an exercise, written in full or in brief.

    Lines in brief are filled up: with `enter`, the steps into the position, with its `easier` ways, and where the
    exercise `holds` something with the reminder to ease off.
    """
    if "rounds" in document:
        return _in_full(document)
    say = _in_brief(document, enter, spoken_phrases.REMINDER if holds else None)
    return replace(say, easier=tuple(EasierWay(line=line) for line in easier))


def line_of(value: str | Mapping[str, str]) -> Line:
    """Return the line that a judged document has: one text, or one for each side."""
    return value if isinstance(value, str) else BySide(value["right"], value["left"])


# In full


def _in_full(document: Mapping[str, Any]) -> Say:
    short = document.get("short_start")
    return Say(
        start=line_of(document["start"]),
        short_start=None if short is None else line_of(short),
        base=_lines(document.get("base", ())),
        rounds=tuple(
            RoundLines(**{part: _lines(lines) for part, lines in entry.items()}) for entry in document["rounds"]
        ),
        release=line_of(document["release"]),
        pain_stop=line_of(document["pain_stop"]),
        easier=tuple(map(_easier, document.get("easier", ()))),
    )


def _lines(entries: Iterable[str | Mapping[str, Any]]) -> tuple[SpokenLine, ...]:
    return tuple(SpokenLine(line=each) if isinstance(each, str) else _line(each) for each in entries)


def _line(entry: Mapping[str, Any]) -> SpokenLine:
    at = entry.get("at", 0)
    seconds = {name: entry.get(key) for name, key in (("work_ms", "only_work_s"), ("least_gap_ms", "only_gap_s"))}
    unguided = entry.get("unguided")
    return SpokenLine(
        line=line_of(entry["line"]),
        rank=entry.get("if_time", 0),
        turn=entry.get("turn"),
        enters=entry.get("enters", False),
        at_ms=0 if isinstance(at, str) else round(at * 1000),
        moment="half-way" if at == "half-way" else "last-five" if at == "last-five" else None,
        rounds=entry.get("only_rounds"),
        work_ms=None if seconds["work_ms"] is None else seconds["work_ms"] * 1000,
        least_gap_ms=(seconds["least_gap_ms"] or 0) * 1000,
        unguided=None if unguided is None else line_of(unguided),
        reminds=entry.get("reminds", False),
    )


def _easier(entry: Mapping[str, Any]) -> EasierWay:
    instead_of = entry.get("instead_of")
    hold_s = entry.get("hold_s")
    return EasierWay(
        line=line_of(entry["line"]),
        instead_of=None if instead_of is None else line_of(instead_of),
        swaps=tuple((line_of(swap["line"]), line_of(swap["becomes"])) for swap in entry.get("swaps", ())),
        hold_ms=None if hold_s is None else hold_s * 1000,
    )


# In brief


def _in_brief(document: Mapping[str, Any], enter: Iterable[Line], reminder: str | None) -> Say:
    start = line_of(document["start"])
    then = tuple(
        SpokenLine(line=line, at_ms=number * BRIEF_BREATH_MS) for number, line in enumerate(document.get("then", ()), 1)
    )
    half = SpokenLine(line=line_of(document["half"]), rank=OPTIONAL, moment="half-way")
    first = [*then, half, SpokenLine(line=line_of(document["last5"]), turn="first", moment="last-five")]
    if reminder is not None:
        first.append(SpokenLine(line=reminder, rank=1, turn="first", at_ms=BRIEF_REMINDER_MS, reminds=True))
    change = _change(document.get("change"), start)
    steps = tuple(SpokenLine(line=line, rank=OPTIONAL, turn="first", enters=True) for line in enter)
    second = tuple(replace(line, turn="second") for line in change)
    again = (RoundLines(gap=(_round(text), *change), work=(*then, half)) for text in _again(document))
    return Say(
        start=start,
        base=(SpokenLine(line=line_of(document["setup"]), rank=1),),
        rounds=(RoundLines(gap=(*steps, *second), work=tuple(first)), *again),
        release=line_of(document["release"]),
        pain_stop=line_of(document["pain_stop"]),
    )


def _change(change: str | Mapping[str, str] | None, start: Line) -> tuple[SpokenLine, ...]:
    """Return the line that names the side; only a start line that names it too makes it one that can be left out."""
    if change is None:
        return ()
    return (SpokenLine(line=line_of(change), rank=2 if isinstance(start, BySide) else 0, enters=True),)


def _again(document: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the lines about the rounds after the first; with two sides the program's own are said."""
    own = () if document.get("change") is not None else tuple(document.get("next_round", ()))
    return own or (spoken_phrases.ROUND, spoken_phrases.LAST_ROUND)


def _round(text: str) -> SpokenLine:
    return SpokenLine(line=text, rank=3, turn="first")
