"""What a hand-out says: of each exercise its dose, its steps and when to stop, in the order of the routine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from coach.core.instructions import wording
from coach.core.own_pictures import pictures_in_order
from coach.session.routine_words import dose, routine_facts
from coach.words import basics
from coach.words.catalogue import plural, tr
from coach.words.sentences import sentence, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.pacing import Side
    from coach.core.routine import Advice, Exercise, Picture, Routine
    from coach.core.timeline import Timeline


class Part(NamedTuple):
    """A few sentences, and the word that leads them.

    Those of rank 0 are there whatever happens; the higher it is, the sooner a part is left out for want of room.
    """

    lead: str
    text: str
    rank: int = 0
    is_step: bool = False


ALL = 4
"""The highest rank."""


class HandOutExercise(NamedTuple):
    """One exercise as the hand-out has it. One that came before has no parts and no figure: it is done again."""

    number: int
    name: str
    dose: str
    parts: tuple[Part, ...]
    figure: str | None = None
    side: Side | None = None
    own: tuple[Picture, ...] = ()
    """Pictures of one's own, in the order of what is done; they stand in the figure's place."""
    main: int = 0
    """Which of them shows most."""


class HandOut(NamedTuple):
    """All that stands on a hand-out, beside the words that stand on each."""

    title: str
    facts: str
    made: str
    """The day on which it is made, in words."""
    exercises: tuple[HandOutExercise, ...]
    note: str = ""
    emergency: str = ""
    """The person's own emergency number; empty where they have written none down."""


def hand_out_of(routine: Routine, timeline: Timeline, made: str, emergency: str = "") -> HandOut:
    """Return the hand-out of a routine in the person's language, planned at the pace of the person."""
    week = "" if routine.week is None else routine.plan[routine.week].name
    return HandOut(
        title=routine.name,
        facts=basics.dotted(filter(None, [week, routine_facts(routine, timeline)])),
        made=made,
        exercises=tuple(_exercises(routine)),
        note=sentences([routine.note, *_when(routine.when)]),
        emergency=emergency,
    )


def _when(when: Advice) -> Iterator[str]:
    """Return when the routine was advised to be done."""
    yield when.text
    if when.times:
        yield tr("At {times}.", times=basics.listed(when.times))
    if when.days_a_week:
        yield plural("On {number} day of the week.", "On {number} days of the week.", when.days_a_week)


def _exercises(routine: Routine) -> Iterator[HandOutExercise]:
    said: list[Exercise] = []
    for number, exercise in enumerate(routine.exercises, 1):
        told = replace(exercise, lap=None, dose=replace(exercise.dose, then_rest_s=None))
        if told in said:
            again = Part(tr("Again"), tr("As number {number}.", number=1 + said.index(told)))
            yield HandOutExercise(number, exercise.name, dose(exercise), (again,))
        else:
            own, main = pictures_in_order(exercise)
            yield HandOutExercise(
                number,
                exercise.name,
                dose(exercise),
                (*_steps(exercise), *_rest(exercise)),
                exercise.figure,
                exercise.sides[0] if exercise.sides else None,
                own,
                main,
            )
        said.append(told)


def _steps(exercise: Exercise) -> Iterator[Part]:
    """Return the steps by stage, for the side that comes first; the last stage leads on to the other one."""
    steps = exercise.steps
    side = exercise.sides[0] if exercise.sides else None
    other: Side | None = None
    if len(exercise.sides) > 1:
        other = "left" if side == "right" else "right"
    for lead, lines, of in (
        (tr("Begin"), steps.start, side),
        (tr("Go in"), steps.enter, side),
        (tr("Hold") if exercise.kind == "hold" else tr("Move"), steps.work, side),
        (tr("Come out"), steps.leave, side),
    ):
        if lines:
            yield Part(lead, sentences(wording(line, of) for line in lines), is_step=True)
    then = [wording(line, other or side) for line in steps.change]
    if other is not None:
        then.append(tr("The same on the left side.") if other == "left" else tr("The same on the right side."))
    if then:
        yield Part(tr("Then"), sentences(then), is_step=True)


def _rest(exercise: Exercise) -> Iterator[Part]:
    yield Part(tr("Breath"), sentence(exercise.breath))
    yield Part(tr("What to feel"), sentence(exercise.feel), 1)
    for lead, texts, rank in (
        (tr("Stop also with"), exercise.stop_also, 0),
        (tr("Ask a health professional first"), exercise.ask_first, 2),
        (tr("Easier"), exercise.easier, 3),
        (tr("Often goes wrong"), exercise.mistakes, 4),
    ):
        if texts:
            yield Part(lead, sentence(basics.dotted(text.removesuffix(".") for text in texts)), rank)
