"""A routine as a person reads it, in their language. What is spoken and recorded stays as the file has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.instructions import resting_line, stopping_line
from coach.core.own_pictures import drawing_of
from coach.core.routine import Steps
from coach.core.say import BySide
from coach.words.catalogue import routine_text, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    from coach.core.body import Body
    from coach.core.own_pictures import Drawing
    from coach.core.pacing import Side
    from coach.core.routine import Contents, Exercise, PositionChange, Routine
    from coach.core.say import Line

    Words: TypeAlias = Callable[[str, str], str]
    """Takes the context of a text, which is the id of its exercise and its field, and the text."""


def in_language(routine: Routine, words: Words = routine_text) -> Routine:
    """Return a routine with everything that is shown in the person's language."""
    return replace(
        routine,
        name=words(f"routine {routine.id}: name", routine.name),
        note=words(f"routine {routine.id}: note", routine.note) if routine.note else "",
        exercises=tuple(_exercise(exercise, words) for exercise in routine.exercises),
        position_changes=tuple(_position_change(change, words) for change in routine.position_changes),
    )


def name_in_language(routine: Routine) -> str:
    """Return the name of a routine in the person's language, in a fraction of the time that all of it takes."""
    return routine_text(f"routine {routine.id}: name", routine.name)


def exercise_in_language(exercise: Exercise) -> str:
    """Return the name of an exercise in the person's language."""
    return routine_text(f"{exercise.id}: name", exercise.name)


def stopping_words(routine: Routine, body: Body) -> str:
    """Return what to do first when it hurts, of a routine as it is shown."""
    return stopping_line(routine, body) if body.is_bound else translated(resting_line(body))


def figures_of(routine: Routine) -> tuple[tuple[Drawing, Side | None], ...]:
    """Return up to three figures, or pictures of one's own, that stand for a routine, each with its first side.

    They are those of the first, the middle and the last exercise that has one.
    """
    drawn = [
        (drawing, each.sides[0] if each.sides else None)
        for each in routine.exercises
        if (drawing := drawing_of(each)) is not None
    ]
    return tuple(drawn[place] for place in sorted({0, len(drawn) // 2, len(drawn) - 1})) if drawn else ()


def texts(contents: Contents) -> list[tuple[str, str]]:
    """Return every shown text of a routine file once, as pairs of context and text."""
    collected: dict[tuple[str, str], None] = {}

    def collect(context: str, text: str) -> str:
        collected[context, text] = None
        return text

    for entry in contents.routines:
        collect(f"routine {entry.id}: name", entry.name)
        if entry.note:
            collect(f"routine {entry.id}: note", entry.note)
    for exercise in contents.exercises:
        _exercise(exercise, collect)
    for change in contents.position_changes:
        _position_change(change, collect)
    return list(collected)


def _exercise(exercise: Exercise, words: Words) -> Exercise:
    def one(field: str, text: str) -> str:
        return words(f"{exercise.id}: {field}", text)

    def several(field: str, lines: Iterable[str]) -> tuple[str, ...]:
        return tuple(one(field, line) for line in lines)

    def by_side(field: str, line: Line) -> Line:
        return BySide(one(field, line.right), one(field, line.left)) if isinstance(line, BySide) else one(field, line)

    def stage(field: str, lines: Iterable[Line]) -> tuple[Line, ...]:
        return tuple(by_side(f"steps.{field}", line) for line in lines)

    steps = exercise.steps
    return replace(
        exercise,
        name=one("name", exercise.name),
        also=several("also", exercise.also),
        region=one("region", exercise.region),
        start=one("start", exercise.start),
        movement=one("movement", exercise.movement),
        end=one("end", exercise.end),
        steps=Steps(
            start=stage("start", steps.start),
            enter=stage("enter", steps.enter),
            work=stage("work", steps.work),
            leave=stage("leave", steps.leave),
            change=stage("change", steps.change),
        ),
        breath=one("breath", exercise.breath),
        mistakes=several("mistakes", exercise.mistakes),
        easier=several("easier", exercise.easier),
        feel=one("feel", exercise.feel),
        stop_also=several("stop_also", exercise.stop_also),
        ask_first=several("ask_first", exercise.ask_first),
        # The spoken lines that are shown too: how to come out at a pain stop, and the easier ways.
        say=replace(
            exercise.say,
            pain_stop=by_side("say.pain_stop", exercise.say.pain_stop),
            easier=tuple(replace(way, line=by_side("say.easier", way.line)) for way in exercise.say.easier),
        ),
    )


def _position_change(change: PositionChange, words: Words) -> PositionChange:
    context = f"{change.before} to {change.after}: steps"
    return replace(change, steps=tuple(words(context, step) for step in change.steps))
