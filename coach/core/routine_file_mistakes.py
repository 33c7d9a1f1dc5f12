"""The mistakes of a routine file that no single field shows: ids, sides, doses, and what a version does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from coach.core.routine import Group, dosed
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coach.core import routine

Place: TypeAlias = tuple[str | int, ...]
"""Where something is in the file: keys, and places in lists, from 0."""

MAX_DONE = 200
"""So many exercises a routine may have in all, each counted as often as it is done."""
MAX_BLOCKS = 2_000
"""So many timed parts a routine may have in all; more than that is done by nobody, and fills the screen."""


class Mistake(NamedTuple):
    """A mistake that no single field shows: where it is, what is wrong and what would be right."""

    place: Place
    message: str
    remedy: str


def mistakes(contents: routine.Contents, document: Mapping[str, Any]) -> list[Mistake]:
    """Return the mistakes that single fields cannot show: ids used twice or unknown, sides and doses that do not fit.

    `document` is the file that the contents were read from.
    """
    found = [*_newer_than(document), *_twice("exercises", contents.exercises), *_twice("routines", contents.routines)]
    for number, exercise in enumerate(contents.exercises):
        written = document["exercises"][number]
        place: Place = ("exercises", number)
        found += _side_mistakes(place, exercise, written)
        found += [*_dose_mistakes(place, exercise, written), *_picture_mistakes(place, written)]
    by_id = {exercise.id: exercise for exercise in contents.exercises}
    for number, entry in enumerate(document["routines"]):
        unknown = False
        for where, item in _items(entry, ("routines", number)):
            exercise_id = item["exercise"]
            if exercise_id in by_id:
                found += _dose_mistakes(where, by_id[exercise_id], item)
            else:
                unknown = True
                found.append(_unknown((*where, "exercise"), exercise_id, by_id))
        if not unknown:
            found += _too_much(("routines", number), contents.routines[number], by_id)
    return found


def _unknown(place: Place, exercise: str, by_id: Mapping[str, object]) -> Mistake:
    wrong = tr("refers to the unknown exercise “{exercise}”", exercise=exercise)
    return Mistake(place, wrong, tr("use one of: {names}", names=", ".join(sorted(by_id))))


def _items(entry: Mapping[str, Any], place: Place) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """Give each exercise that a routine names, in its groups and weeks too, with its place."""
    for number, item in enumerate(entry["exercises"]):
        here = (*place, "exercises", number)
        if "repeat" in item:
            yield from _items(item, here)
        else:
            yield here, item
    for number, week in enumerate(entry.get("plan", ())):
        for position, item in enumerate(week.get("doses", ())):
            yield (*place, "plan", number, "doses", position), item


def _dose_mistakes(place: Place, exercise: routine.Exercise, written: Mapping[str, Any]) -> Iterator[Mistake]:
    is_counted = exercise.kind == "counted"
    if "exercise" in written and is_counted and written.get("work_s") is not None:
        wrong = tr("is for work that lasts a time, but this exercise is counted")
        yield Mistake((*place, "work_s"), wrong, tr("use {key}", key="reps"))
    if "exercise" in written and not is_counted and written.get("reps") is not None:
        wrong = tr("is for exercises that are counted, but this one lasts a time")
        yield Mistake((*place, "reps"), wrong, tr("use {key}", key="work_s"))
    rounds = exercise.dose.rounds if written.get("rounds") is None else written["rounds"]
    if isinstance(rounds, list | tuple) and (written.get("sets") or 1) > 1:
        wrong = tr("stands beside a list of rounds, which has an entry for each set")
        yield Mistake((*place, "sets"), wrong, tr("leave it out"))
    if len(exercise.sides) > 1:
        return
    for key in ("rounds", "work_s"):
        if isinstance(written.get(key), dict):
            wrong = tr("has a number for each side, but the exercise has no two sides")
            yield Mistake((*place, key), wrong, tr("use one number"))
    for key in ("first", "order"):
        if written.get(key) is not None:
            wrong = tr("has a meaning only where there are two sides")
            yield Mistake((*place, key), wrong, tr("leave it out"))


def _picture_mistakes(place: Place, written: Mapping[str, Any]) -> Iterator[Mistake]:
    for stage, picture in (written.get("pictures") or {}).items():
        if picture is not None and (picture.get("file") is None) == (picture.get("data") is None):
            wrong = tr("has no picture or two: neither or both of {first} and {second}", first="file", second="data")
            yield Mistake((*place, "pictures", stage), wrong, tr("name one of the two"))


def _too_much(place: Place, entry: routine.RoutineEntry, by_id: Mapping[str, routine.Exercise]) -> Iterator[Mistake]:
    """Tell where groups in groups become more than anybody does, and more than can be shown."""
    count, blocks = _size(entry.exercises, by_id)
    if count > MAX_DONE or blocks > MAX_BLOCKS:
        wrong = tr("has {exercises} exercises and {parts} timed parts in all", exercises=count, parts=blocks)
        right = tr("use at most {exercises} and {parts}", exercises=MAX_DONE, parts=MAX_BLOCKS)
        yield Mistake((*place, "exercises"), wrong, right)


def _size(
    items: Iterable[routine.RoutineItem | routine.Group], by_id: Mapping[str, routine.Exercise]
) -> tuple[int, int]:
    count = blocks = 0
    for item in items:
        if isinstance(item, Group):
            inner, parts = _size(item.exercises, by_id)
            count, blocks = count + item.repeat * inner, blocks + item.repeat * parts
        else:
            exercise = dosed(by_id[item.exercise], item)
            count, blocks = count + 1, blocks + exercise.dose.count(exercise.sides)
    return count, blocks


# What version 1 does not know

_EXERCISE_KEYS = {"first", "order", "sets", "rest_s", "set_rest_s", "silent", "pictures"}
_ITEM_KEYS = {"reps", "sets", "rest_s", "set_rest_s", "then_rest_s"}
_ROUNDS_OF_1, _WORK_S_OF_1 = 20, 600


def _newer_than(document: Mapping[str, Any]) -> Iterator[Mistake]:
    if document["format"] > 1:
        return
    for number, exercise in enumerate(document["exercises"]):
        place = ("exercises", number)
        yield from _newer_keys(place, exercise, _EXERCISE_KEYS)
        if exercise["kind"] == "counted":
            yield _newer((*place, "kind"))
    for number, change in enumerate(document.get("position_changes", ())):
        if change["after"] in {"prone", "side-lying"}:
            yield _newer(("position_changes", number, "after"))
    for number, entry in enumerate(document["routines"]):
        yield from _newer_keys(("routines", number), entry, {"when", "plan"})
        for position, item in enumerate(entry["exercises"]):
            here = ("routines", number, "exercises", position)
            if "repeat" in item:
                yield _newer((*here, "repeat"))
            else:
                yield from _newer_keys(here, item, _ITEM_KEYS)


def _newer_keys(place: Place, written: Mapping[str, Any], keys: set[str]) -> Iterator[Mistake]:
    yield from (_newer((*place, key)) for key in written if key in keys)
    for key, most in (("rounds", _ROUNDS_OF_1), ("work_s", _WORK_S_OF_1)):
        value = written.get(key)
        if value is not None and (not isinstance(value, int) or value > most):
            yield _newer((*place, key))


def _newer(place: Place) -> Mistake:
    return Mistake(place, tr("is of format {number}", number=2), tr("write {right} in the file", right='"format": 2'))


# Ids and sides


def _twice(key: str, items: Sequence[routine.Exercise | routine.RoutineEntry]) -> Iterator[Mistake]:
    ids: set[str] = set()
    for number, item in enumerate(items):
        if item.id in ids:
            yield Mistake(
                (key, number, "id"), tr("the id “{id}” is used twice", id=item.id), tr("give each an id of its own")
            )
        ids.add(item.id)


def _side_mistakes(place: Place, exercise: routine.Exercise, document: Mapping[str, Any]) -> Iterator[Mistake]:
    sides = exercise.sides
    if len(sides) != len(set(sides)):
        yield Mistake((*place, "sides"), tr("names the {side} side twice", side=sides[0]), tr("name each side once"))
    if len(sides) > 1 and not any(line.turn != "first" for line in exercise.say.rounds[0].gap):
        where = ("rounds", 0, "gap") if "rounds" in document["say"] else ("change",)
        yield Mistake((*place, "say", *where), tr("is missing"), tr("say which side comes, for right and left"))
    if sides:
        return
    if exercise.stretches is not None:
        yield Mistake((*place, "stretches"), tr("has a meaning only where there are sides"), tr("leave it out"))
    for name in ("steps", "say"):
        for inner in _by_side(document[name]):
            yield Mistake(
                (*place, name, *inner),
                tr("has a wording for each side, but the exercise has no sides"),
                tr("use one text"),
            )


def _by_side(value: object) -> Iterator[tuple[str | int, ...]]:
    """Give the place of each line that has one wording for the right and one for the left."""
    if isinstance(value, dict):
        if value.keys() == {"right", "left"}:
            yield ()
            return
        for key, inner in value.items():
            yield from ((key, *place) for place in _by_side(inner))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from ((number, *place) for place in _by_side(inner))
