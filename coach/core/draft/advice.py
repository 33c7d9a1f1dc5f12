"""What a routine could do better: advice, never an error. Whoever prescribed it may have had their reasons."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from coach.core.draft.draft import LIST, ROUTINE, Draft
from coach.core.draft.problems import DraftProblem, Remedy, Weight, told_of
from coach.core.timeline import family
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from coach.core.draft.json_places import Place
    from coach.core.routine import Exercise

    Values = Mapping[str, Exercise]
    """The exercises of a draft by id."""

LONG_HOLD_S = 60
"""Holds are seldom prescribed for longer than this, in s."""
_SECONDS = re.compile(r"\b(\d{1,4}) seconds\b")
_FOR_SECONDS = re.compile(r" for \d{1,4} seconds\b")
_UNTIL_UP = re.compile(r",? until time is up\b")


def advice(
    draft: Draft, values: Values, hurt: Collection[str], warm_ups: Sequence[Mapping[str, Any]]
) -> Iterator[DraftProblem]:
    """Give what could be better in a draft.

    `hurt` has the ids of exercises in which the person stopped for pain; `warm_ups` are those that can be added.
    """
    seen: set[str] = set()
    for row in draft.exercise_rows():
        exercise, work_s = values[str(row.exercise)], draft.dose(row.place, "work_s")
        if exercise.kind == "hold":
            yield from _long_hold(draft, row.place, work_s)
        if exercise.id in seen:
            continue
        seen.add(exercise.id)
        if exercise.id in hurt:
            message = tr("You stopped for pain in this exercise. Ask your professional before you go on with it.")
            yield _warning(draft, row.place, (*draft.exercise_place(row.place), "id"), message)
        if exercise.kind == "counted":
            yield from _named_end(draft, row.place)
        else:
            yield from _named_seconds(draft, row.place, _lengths_s(draft, row.place))
    yield from _warm_up(draft, values, warm_ups)
    yield from _ups_and_downs(draft, values)


# In one exercise


def _long_hold(draft: Draft, row: Place, work_s: Any) -> Iterator[DraftProblem]:
    by_side = isinstance(work_s, dict)
    numbers = list(work_s.values()) if by_side else [work_s]
    if not all(isinstance(number, int) for number in numbers) or max(numbers, default=0) <= LONG_HOLD_S:
        return
    place = draft.dose_place(row, "work_s")
    message = tr("{seconds} s are a long hold. Keep it if a professional told you so.", seconds=max(numbers))
    shorter = {side: min(LONG_HOLD_S, value) for side, value in work_s.items()} if by_side else LONG_HOLD_S
    yield _warning(draft, row, place, message, Remedy(tr("Use {seconds} s", seconds=LONG_HOLD_S), ((place, shorter),)))


def _lengths_s(draft: Draft, row: Place) -> list[int]:
    """Return how long the work of an exercise lasts, on each side and in each week that can be chosen."""
    name = draft.value((*row, "exercise"))
    usual = draft.dose(row, "work_s")
    told = [usual]
    if plan := draft.value((*ROUTINE, "plan")):
        doses = [{dose.get("exercise"): dose for dose in week.get("doses", ())} for week in plan]
        told = [week.get(name, {}).get("work_s", usual) for week in doses]
    numbers = [number for each in told for number in (each.values() if isinstance(each, dict) else [each])]
    return sorted({number for number in numbers if isinstance(number, int)})


def _named_seconds(draft: Draft, row: Place, lengths_s: Sequence[int]) -> Iterator[DraftProblem]:
    """Tell of steps that name other seconds than the work has: they were written for another dose."""
    for place, line in _lines(draft, row):
        found = _SECONDS.search(line)
        if found is None or not lengths_s or [int(found[1])] == lengths_s:
            continue
        only = str(lengths_s[0]) if len(lengths_s) == 1 else ""
        seconds = only or tr("{least} to {most}", least=lengths_s[0], most=lengths_s[-1])
        message = tr("A step says {told} seconds, the exercise lasts {seconds}.", told=found[1], seconds=seconds)
        words = _SECONDS.sub(f"{only} seconds", line, count=1) if only else _FOR_SECONDS.sub("", line)
        label = tr("Write {seconds} seconds", seconds=only) if only else tr("Leave the seconds out")
        remedy = Remedy(label, ((place, words),)) if words != line else None
        yield _warning(draft, row, place, message, remedy)


def _named_end(draft: Draft, row: Place) -> Iterator[DraftProblem]:
    """Tell of steps that wait for the time to be up where it is not time that ends the work."""
    for place, line in _lines(draft, row):
        if (words := _UNTIL_UP.sub("", line)) != line:
            message = tr("A step goes on until time is up, but the repetitions are counted.")
            yield _warning(draft, row, place, message, Remedy(tr("Leave it out"), ((place, words),)))


def _lines(draft: Draft, row: Place) -> Iterator[tuple[Place, str]]:
    """Give the steps of an exercise that are the same on both sides, each with its place."""
    for stage, lines in draft.exercise(row).get("steps", {}).items():
        for number, line in enumerate(lines):
            if isinstance(line, str):
                yield (*draft.exercise_place(row), "steps", stage, number), line


# In the whole


def _warm_up(draft: Draft, values: Values, warm_ups: Sequence[Mapping[str, Any]]) -> Iterator[DraftProblem]:
    rows = draft.exercise_rows()
    if len(rows) < 2 or values[str(rows[0].exercise)].warm_up:  # noqa: PLR2004 - one exercise is no routine to warm up for
        return
    entries = draft.value(LIST)
    first = next((number for number, entry in enumerate(entries) if _warms_up(entry, values)), None)
    remedy = _added(draft, warm_ups)
    if first is not None:
        order = [entries[first], *entries[:first], *entries[first + 1 :]]
        remedy = Remedy(tr("Begin with the warm-up"), ((LIST, order),))
    yield _warning(draft, None, LIST, tr("The routine begins without a warm-up."), remedy)


def _warms_up(entry: Mapping[str, Any], values: Values) -> bool:
    return "exercise" in entry and values[entry["exercise"]].warm_up


def _added(draft: Draft, warm_ups: Sequence[Mapping[str, Any]]) -> Remedy | None:
    known = {each["id"] for each in draft.exercises}
    free = [each for each in warm_ups if each["id"] not in known]
    if not free:
        return None
    label = tr("Begin with {exercise}", exercise=free[0]["name"])
    added = (("exercises",), [*draft.exercises, free[0]]), (LIST, [{"exercise": free[0]["id"]}, *draft.value(LIST)])
    return Remedy(label, added)


def _ups_and_downs(draft: Draft, values: Values) -> Iterator[DraftProblem]:
    """Tell where another order changes the position less often; what is in a group stays in its order."""
    entries = draft.value(LIST)
    now = _changes(entries, values)
    first_seen: dict[str, int] = {}
    for entry in entries:
        first_seen.setdefault(_families(entry, values)[0], len(first_seen))
    better = sorted(entries, key=lambda entry: (not _warms_up(entry, values), first_seen[_families(entry, values)[0]]))
    then = _changes(better, values)
    if then >= now:
        return
    count = plural("You change position {number} time.", "You change position {number} times.", now)
    message = tr("{count} In another order it would be {fewer}.", count=count, fewer=then)
    yield _warning(draft, None, LIST, message, Remedy(tr("Sort by position"), ((LIST, better),)))


def _families(entry: Mapping[str, Any], values: Values) -> list[str]:
    if "exercises" in entry:
        return [each for inner in entry["exercises"] for each in _families(inner, values)] or ["lying"]
    return [family(values[entry["exercise"]])]


def _changes(entries: Sequence[Mapping[str, Any]], values: Values) -> int:
    families = [each for entry in entries for each in _families(entry, values)]
    return sum(before != after for before, after in pairwise(families))


def _warning(draft: Draft, row: Place | None, place: Place, message: str, remedy: Remedy | None = None) -> DraftProblem:
    return DraftProblem(place, message, told_of(draft, row, message), Weight.WARNING, row, remedy)
