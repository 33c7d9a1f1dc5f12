"""What a routine prescribes, as plain values: the exercises and routines of a file, and one routine filled in.

Whether a file may be used is checked by the models of coach/core/routine_file.py. They need pydantic, which takes
longer to import than the first window takes to appear; these values need nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from coach.core.dataclass import dataclass
from coach.core.pacing import Gaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.core.dose import Dose, First, Rounds, Seconds
    from coach.core.pacing import Side
    from coach.core.say import Line, Say

ExerciseKind = Literal["hold", "reps-own-pace", "flow-by-breath", "counted"]
Base = Literal["supine", "prone", "side-lying", "seated", "kneeling", "all-fours", "standing"]
Position = Literal["lying", "sitting", "knees", "standing"]
Reached = Literal["lying", "sitting", "knees", "standing", "prone", "side-lying"]
"""Where a position change leads: to a family of positions, or to one in which one lies otherwise than on the back."""
Shown = Literal["kneeling", "hands-and-knees", "sitting", "lying"]
"""What the figure can do while a step is told that leads from one position to another."""

Stage = Literal["start", "work", "leave"]
"""The parts of an exercise that can have a picture of their own."""
Silent = Literal["setup", "start", "change", "round", "half", "last5", "release"]
"""Spoken lines that an exercise can do without."""

DEFAULT_GAPS = Gaps()
PACES: dict[ExerciseKind, Literal["timer", "own", "breath"]] = {
    "hold": "timer",
    "reps-own-pace": "own",
    "flow-by-breath": "breath",
    "counted": "own",
}
"""What sets the pace of each kind of exercise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What the person does, in order, one action a line.

    `start` and `enter` lead into the position (`enter` again for each round and side), `work` is for the timed
    block, `leave` leads out, `change` leads to the other side.
    """

    start: tuple[Line, ...]
    enter: tuple[Line, ...] = ()
    work: tuple[Line, ...]
    leave: tuple[Line, ...] = ()
    change: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of one's own, which stands in the figure's place: a file beside the routine's, or what is in one.

    `data` is base64, as it stands in the file; it was not looked at yet. `describes` says in words what is to be seen.
    """

    describes: str
    file: str = ""
    data: str = ""


@dataclass(frozen=True, slots=True)
class Lap:
    """Which time through a group of exercises it is, of how many; `begins` at the first exercise of a further one."""

    number: int
    count: int
    begins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise. `dose` says how much of it is done.

    `least_change_s` is how long the body needs to change side or round, at any pace. `first` is None where the side
    comes first that `sides` begins with. `lap` is None outside a group of exercises that is repeated.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    warm_up: bool = False
    kind: ExerciseKind
    pace: Literal["timer", "own", "breath"]
    figure: str | None = None
    base: Base
    sides: tuple[Side, ...] = ()
    stretches: Literal["same", "opposite"] | None = None
    dose: Dose
    first: First | None = None
    least_change_s: int = 0
    silent: tuple[Silent, ...] = ()
    pictures: tuple[tuple[Stage, Picture], ...] = ()
    lap: Lap | None = None
    region: str
    start: str
    movement: str
    end: str
    steps: Steps
    breath: str
    mistakes: tuple[str, ...] = ()
    easier: tuple[str, ...] = ()
    feel: str
    stop_also: tuple[str, ...] = ()
    ask_first: tuple[str, ...] = ()
    say: Say

    @property
    def rounds(self) -> int:
        """How many rounds one set has, on the side and in the set with the most."""
        return max(self.dose.rounds_of_sets)

    @property
    def work_s(self) -> int:
        """How long one block of work lasts, in s, on the side with the longest; counted work by its estimate."""
        return max(self.dose.seconds_on("right"), self.dose.seconds_on("left"))


@dataclass(frozen=True, slots=True)
class PositionChange:
    """How to get from one family of positions to another."""

    before: Position
    after: Reached
    steps: tuple[str, ...]
    takes_ms: tuple[int, ...] = ()
    """How long the body needs for each step, from the beginning of its line, in ms; none where it is not stated."""
    shows: tuple[Shown | None, ...] = ()
    """What the figure does at each step; None where nothing is stated."""


DOSE_KEYS = ("rounds", "work_s", "reps", "sets", "rest_s", "set_rest_s", "then_rest_s")
"""What an item of a routine may say in the place of its exercise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineItem:
    """One exercise of a routine; what is given here takes the place of the exercise's own dose."""

    exercise: str
    rounds: Rounds | None = None
    work_s: Seconds | None = None
    reps: int | None = None
    sets: int | None = None
    rest_s: int | None = None
    set_rest_s: int | None = None
    then_rest_s: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Exercises that are done one after the other `repeat` times, with `rest_s` seconds before each further time.

    None: as long as the gap would be without.
    """

    exercises: tuple[RoutineItem | Group, ...]
    repeat: int
    rest_s: int | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """When a routine is to be done, as it was advised: in words, at which times of day ("08:00"), how often a week."""

    text: str = ""
    times: tuple[str, ...] = ()
    days_a_week: int | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """A part of a plan: its name, and what its exercises are done with then. The person chooses it."""

    name: str
    doses: tuple[RoutineItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineEntry:
    """A routine as its file has it: a name, its gaps and the exercises it refers to, in order."""

    id: str
    name: str
    note: str = ""
    gaps: Gaps = DEFAULT_GAPS
    exercises: tuple[RoutineItem | Group, ...]
    when: Advice = Advice()
    plan: tuple[Week, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a routine file holds."""

    exercises: tuple[Exercise, ...]
    routines: tuple[RoutineEntry, ...]
    position_changes: tuple[PositionChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Routine:
    """What is prescribed: one routine with its exercises filled in, in order."""

    id: str
    name: str
    note: str
    gaps: Gaps
    exercises: tuple[Exercise, ...]
    position_changes: tuple[PositionChange, ...] = ()
    when: Advice = Advice()
    plan: tuple[Week, ...] = ()
    """The weeks that the person can choose from, in their order."""
    week: int | None = None
    """Which of them is filled in, from 0."""

    def way(self, before: str, after: str) -> tuple[str, ...]:
        """Return the steps from one family of positions to another, none where nothing is prescribed."""
        change = self.position_change(before, after)
        return () if change is None else change.steps

    def position_change(self, before: str, after: str) -> PositionChange | None:
        """Return how to get from one family of positions to another, None where nothing is prescribed."""
        for change in self.position_changes:
            if (change.before, change.after) == (before, after):
                return change
        return None


def resolve(contents: Contents, routine_id: str | None = None, *, week: int | None = None, day: int = 0) -> Routine:
    """Fill in the routine with that id, or the file's first one; raises KeyError for an unknown id.

    `week` is the part of its plan that the person chose: see `in_week`. `day` is the number of the day: see `on_day`.
    """
    by_id = {exercise.id: exercise for exercise in contents.exercises}
    entry = contents.routines[0] if routine_id is None else {r.id: r for r in contents.routines}[routine_id]
    routine = Routine(
        id=entry.id,
        name=entry.name,
        note=entry.note,
        gaps=entry.gaps,
        exercises=tuple(_in_order(entry.exercises, by_id)),
        position_changes=contents.position_changes,
        when=entry.when,
        plan=entry.plan,
    )
    return on_day(in_week(routine, week), day)


def places_of(exercises: Sequence[Exercise]) -> list[int]:
    """Return which exercise each is, counted from 1: one that comes again in a circuit counts once."""
    places: list[int] = []
    last = 0
    in_groups: dict[str, int] = {}
    for exercise in exercises:
        known = None if exercise.lap is None else in_groups.get(exercise.id)
        last += known is None
        places.append(last if known is None else known)
        if exercise.lap is not None:
            in_groups[exercise.id] = places[-1]
    return places


def in_week(routine: Routine, week: int | None) -> Routine:
    """Return a routine of no week with the doses of one, by its place from 0; unchanged where that is not there."""
    if week is None or not 0 <= week < len(routine.plan):
        return routine
    doses = {item.exercise: item for item in routine.plan[week].doses}
    exercises = (dosed(each, doses[each.id]) if each.id in doses else each for each in routine.exercises)
    return replace(routine, exercises=tuple(exercises), week=week)


def on_day(routine: Routine, day: int) -> Routine:
    """Return the routine as it is done on a day, counted from any other: some exercises begin on the other side."""
    return replace(routine, exercises=tuple(_on_day(exercise, day) for exercise in routine.exercises))


def _in_order(items: Sequence[RoutineItem | Group], by_id: dict[str, Exercise]) -> Iterator[Exercise]:
    for item in items:
        if isinstance(item, RoutineItem):
            yield dosed(by_id[item.exercise], item)
        else:
            yield from _laps(item, by_id)


def _laps(group: Group, by_id: dict[str, Exercise]) -> Iterator[Exercise]:
    once = list(_in_order(group.exercises, by_id))
    for number in range(1, group.repeat + 1):
        for place, exercise in enumerate(once):
            begins = number > 1 and place == 0
            # In a group inside a group the inner one tells where one is, but where the outer one begins anew.
            keeps = exercise.lap is not None and not begins
            lap = exercise.lap if keeps else Lap(number, group.repeat, begins=begins)
            last = place == len(once) - 1 and number < group.repeat and group.rest_s is not None
            dose = replace(exercise.dose, then_rest_s=group.rest_s) if last else exercise.dose
            yield replace(exercise, lap=lap, dose=dose)


def dosed(exercise: Exercise, item: RoutineItem) -> Exercise:
    """Return an exercise with the dose of an item of a routine, where that says one."""
    given = {name: value for name in DOSE_KEYS if (value := getattr(item, name)) is not None}
    return replace(exercise, dose=replace(exercise.dose, **given)) if given else exercise


def _on_day(exercise: Exercise, day: int) -> Exercise:
    if exercise.first is None or len(exercise.sides) < 2:  # noqa: PLR2004 - there is a second side to begin with
        return exercise
    right = exercise.first == "right" or (exercise.first == "alternating" and day % 2 == 0)
    return replace(exercise, sides=("right", "left") if right else ("left", "right"))
