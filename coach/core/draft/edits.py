"""What can be done to a draft. Each returns an edit: the draft after it, its words for undo, and the row to show then.

The words name what is done, as in “Move Trunk rotation”. Typing in one field is one edit to whoever undoes it: edits
that follow each other with the same `merges` belong together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coach.core.dataclass import dataclass
from coach.core.draft import own_words
from coach.core.draft.draft import LIST, ROUTINE, Draft
from coach.core.draft.exercise_changes import of_kind, of_sides, one_number
from coach.core.draft.ids import free_id
from coach.core.draft.json_places import Place, value_at, with_entry, with_value, with_values, without_entry
from coach.core.draft.step_lines import line_of, retyped, typed, with_typed_steps
from coach.core.routine import DOSE_KEYS
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Edit:
    """A draft after something was done to it.

    `says` tells in words what that was. `merges` is the same for edits that are undone together, None for one that
    stands alone. `row` is the row of the list that it is about, at its place after the edit; None: all of the routine.
    """

    draft: Draft
    says: str
    merges: tuple[object, ...] | None = None
    row: Place | None = None


def shown_name(name: object) -> str:
    """Return the name of an exercise, or words for one that has none yet."""
    return str(name) if isinstance(name, str) and name.strip() else tr("the new exercise")


def _name(draft: Draft, row: Place) -> str:
    if draft.value((*row, "exercises")) is not None:
        return tr("the group")
    return shown_name(draft.exercise(row).get("name"))


# Single fields


def set_value(draft: Draft, place: Place, value: Any, *, says: str = "", row: Place | None = None) -> Edit:
    """Set one field by its place; None leaves it out, so that its default holds.

    In an exercise, the texts that follow from the rest of it follow now too. `row` is the row that shows the field.
    """
    document = with_value(draft.document, place, value)
    if len(place) > 2 and place[0] == "exercises":  # noqa: PLR2004 - inside an exercise
        where = place[:2]
        after = own_words.followed(draft.value(where), value_at(document, where))
        document = with_value(document, where, after)
    return Edit(Draft(document), says or tr("Change the routine"), ("set", place), row)


def rename_routine(draft: Draft, name: str) -> Edit:
    """Give the routine another name; its id stays."""
    return set_value(draft, (*ROUTINE, "name"), name, says=tr("Rename the routine"))


def rename(draft: Draft, row: Place, name: str) -> Edit:
    """Give the exercise of a row another name; its id stays."""
    return set_field(draft, row, ("name",), name, says=tr("Rename the exercise"))


def set_field(draft: Draft, row: Place, inner: Place, value: Any, *, says: str = "") -> Edit:
    """Set a field of the exercise of a row, by its place inside the exercise; None leaves it out."""
    says = says or tr("Change {exercise}", exercise=_name(draft, row))
    return set_value(draft, (*draft.exercise_place(row), *inner), value, says=says, row=row)


def set_dose(draft: Draft, row: Place, key: str, value: Any) -> Edit:
    """Set one of `DOSE_KEYS` for a row, where it is written; None leaves it out, so that the default holds."""
    if key not in DOSE_KEYS:
        raise KeyError(key)
    says = tr("Change {exercise}", exercise=_name(draft, row))
    edit = set_value(draft, draft.dose_place(row, key), value, says=says, row=row)
    if key != "rounds" or not isinstance(value, list):
        return edit
    # A list of rounds has an entry for each set
    places = ((*row, "sets"), (*draft.exercise_place(row), "sets"))
    return replace(edit, draft=Draft(with_values(edit.draft.document, dict.fromkeys(places))))


def set_group(draft: Draft, row: Place, key: str, value: Any) -> Edit:
    """Set `repeat` or `rest_s` of a group."""
    return set_value(draft, (*row, key), value, says=tr("Change the group"), row=row)


# Fields that others depend on


def set_kind(draft: Draft, row: Place, kind: str) -> Edit:
    """Choose what fills the time. Counted work has repetitions in the place of seconds, also in rows and weeks."""
    place = draft.exercise_place(row)
    document = with_value(draft.document, place, of_kind(draft.value(place), kind))
    gone = "work_s" if kind == "counted" else "reps"
    document = with_values(document, {(*dose, gone): None for dose in draft.dose_entries(place)})
    says = tr("Change what fills the time of {exercise}", exercise=_name(draft, row))
    return Edit(Draft(document), says, None, row)


def set_sides(draft: Draft, row: Place, sides: Sequence[str]) -> Edit:
    """Choose the sides, in their order, or none. Lines that differ by side keep their words as they are typed."""
    place = draft.exercise_place(row)
    document = with_value(draft.document, place, of_sides(draft.value(place), sides))
    if len(sides) < 2:  # noqa: PLR2004 - no two sides have numbers of their own
        places = [(*dose, key) for dose in (place, *draft.dose_entries(place)) for key in ("rounds", "work_s")]
        document = with_values(document, {each: one_number(draft.value(each)) for each in places})
    says = tr("Change the sides of {exercise}", exercise=_name(draft, row))
    return Edit(Draft(document), says, None, row)


def set_steps(draft: Draft, row: Place, texts: Sequence[str]) -> Edit:
    """Set the steps into the position and in the work as they are typed, one a line; blank lines are left out."""
    exercise = draft.exercise(row)
    steps = with_typed_steps(exercise.get("steps", {}), texts, has_sides=bool(exercise.get("sides")))
    says = tr("Change the steps of {exercise}", exercise=_name(draft, row))
    return set_field(draft, row, ("steps",), steps, says=says)


def set_lines(draft: Draft, row: Place, inner: Place, texts: Iterable[str]) -> Edit:
    """Set any other list of lines of an exercise as it is typed, such as `("steps", "leave")` or `("stop_also",)`."""
    exercise = draft.exercise(row)
    before = value_at(exercise, inner, [])
    lines = retyped(before, texts, has_sides=bool(exercise.get("sides")))
    return set_field(draft, row, inner, lines or None)


def set_line(draft: Draft, row: Place, inner: Place, text: str) -> Edit:
    """Set one spoken line of an exercise as it is typed, such as `("say", "start")`."""
    exercise = draft.exercise(row)
    before = value_at(exercise, inner)
    same = before is not None and typed(before) == text
    line = before if same else line_of(text, has_sides=bool(exercise.get("sides")))
    return set_field(draft, row, inner, line)


# The list


def add_exercise(draft: Draft, exercise: Mapping[str, Any], after: Place | None = None) -> Edit:
    """Add an exercise after a row, by default as the last one: a shipped one, one of another routine, an empty one.

    It keeps its id where the draft has no other one with it.
    """
    taken = {each["id"] for each in draft.exercises}
    known = str(exercise["id"])
    if known in taken or known == "exercise":
        exercise = {**exercise, "id": free_id(known, draft.id, taken)}
    document = {**draft.document, "exercises": [*draft.exercises, exercise]}
    row = (*LIST, len(draft.routine["exercises"])) if after is None else _next(after)
    document = with_entry(document, row, {"exercise": exercise["id"]})
    return Edit(Draft(document), tr("Add {exercise}", exercise=shown_name(exercise.get("name"))), None, row)


def duplicate(draft: Draft, row: Place) -> Edit:
    """Put a copy of a row behind it; the copy of an exercise has an id of its own and can be changed alone."""
    says = tr("Duplicate {exercise}", exercise=_name(draft, row))
    place = _next(row)
    document = dict(draft.document)
    exercises = list(draft.exercises)
    entry = _copied(draft.value(row), exercises, draft.id)
    document["exercises"] = exercises
    return Edit(Draft(with_entry(document, place, entry)), says, None, place)


def _copied(entry: Mapping[str, Any], exercises: list[Mapping[str, Any]], routine_id: str) -> Mapping[str, Any]:
    """Return a copy of an entry of the list; the exercises in it are added to those of the draft, under new ids."""
    if "exercises" in entry:
        return {**entry, "exercises": [_copied(each, exercises, routine_id) for each in entry["exercises"]]}
    known = {each["id"]: each for each in exercises}
    new_id = free_id(entry["exercise"], routine_id, known)
    exercises.append({**known[entry["exercise"]], "id": new_id})
    return {**entry, "exercise": new_id}


def removed_words(draft: Draft, row: Place) -> str:
    """Return what is told once a row of this draft was taken out."""
    return tr("“{name}” removed", name=_name(draft, row))


def remove(draft: Draft, row: Place) -> Edit:
    """Take a row out, a group with all that is in it; an exercise that no row refers to any more goes too."""
    says = tr("Remove {exercise}", exercise=_name(draft, row))
    after = _tidy(Draft(without_entry(draft.document, row)))
    rows = after.rows()
    left = [each.place for each in rows if each.place >= row] or [each.place for each in rows[-1:]]
    return Edit(after, says, None, left[0] if left else None)


def _tidy(draft: Draft) -> Draft:
    """Return the draft without groups that are empty, exercises that no row refers to, and doses of those."""
    document: Any = draft.document
    while empty := [row.place for row in Draft(document).rows() if row.is_group and not _entries(document, row.place)]:
        document = without_entry(document, empty[-1])
    used = {row.exercise for row in Draft(document).rows()}
    document = {**document, "exercises": [each for each in document["exercises"] if each["id"] in used]}
    weeks = value_at(document, (*ROUTINE, "plan"))
    if weeks is None:
        return Draft(document)
    kept = [
        {**week, "doses": [dose for dose in week.get("doses", ()) if dose.get("exercise") in used]} for week in weeks
    ]
    return Draft(document if kept == weeks else with_value(document, (*ROUTINE, "plan"), kept))


def _entries(document: Any, group: Place) -> Sequence[Any]:
    return value_at(document, (*group, "exercises"))  # type: ignore[no-any-return]  # JSON


def can_move(draft: Draft, row: Place, by: int) -> bool:
    """Tell whether a row can go up (-1) or down (+1) among its neighbours."""
    return 0 <= int(row[-1]) + by < len(draft.value(row[:-1]))


def move(draft: Draft, row: Place, by: int) -> Edit:
    """Move a row up (-1) or down (+1) among its neighbours; at an end it stays where it is."""
    return move_before(draft, row, (*row[:-1], max(0, int(row[-1]) + (by if by < 0 else by + 1))))


def move_before(draft: Draft, row: Place, before: Place) -> Edit:
    """Move a row before another one, inside its list or in that of a group; places are those of now.

    Behind the last row of a list is a place too. A group cannot go into itself, and then stays where it is.
    """
    says = tr("Move {exercise}", exercise=_name(draft, row))
    entry = draft.value(row)
    to = _without(row, before)
    is_inside = before[: len(row)] == row and len(before) > len(row)
    if is_inside or to == row or _depth(before) + _height(entry) > DEEPEST:
        return Edit(draft, says, None, row)
    document = without_entry(draft.document, row)
    to = (*to[:-1], min(int(to[-1]), len(value_at(document, to[:-1]))))
    moved = Draft(with_entry(document, to, entry))
    after = _tidy(moved)
    place = next(each.place for each in after.rows() if after.value(each.place) is entry)
    return Edit(after, says, None, place)


def _without(row: Place, place: Place) -> Place:
    """Return what a place becomes when a row is taken out that may stand before it."""
    depth = len(row) - 1
    is_behind = place[:depth] == row[:-1] and int(place[depth]) > int(row[-1])
    return (*place[:depth], int(place[depth]) - 1, *place[depth + 1 :]) if is_behind else place


def _next(row: Place) -> Place:
    return (*row[:-1], int(row[-1]) + 1)


# Groups

DEEPEST = 2
"""So many groups may lie inside each other."""


def _depth(place: Place) -> int:
    """Return in how many groups a place lies."""
    return (len(place) - len(LIST)) // 2


def _height(entry: Mapping[str, Any]) -> int:
    """Return how many groups lie inside each other in an entry of the list, itself included."""
    return 1 + max(map(_height, entry["exercises"]), default=0) if "exercises" in entry else 0


def can_group(draft: Draft, first: Place, count: int = 1) -> bool:
    """Tell whether rows side by side can be made a group: a group inside a group is the deepest."""
    entries = draft.value(first[:-1])[int(first[-1]) : int(first[-1]) + count]
    return _depth(first) + 1 + max(map(_height, entries), default=0) <= DEEPEST


def group(draft: Draft, first: Place, count: int = 1, repeat: int = 2) -> Edit:
    """Make a group of rows that stand side by side, to be gone through `repeat` times."""
    entries = list(draft.value(first[:-1]))
    start = int(first[-1])
    inside = entries[start : start + count]
    entries[start : start + count] = [{"repeat": repeat, "exercises": inside}]
    document = with_value(draft.document, first[:-1], entries)
    return Edit(Draft(document), tr("Make a group"), None, first)


def ungroup(draft: Draft, row: Place) -> Edit:
    """Put the rows of a group in its place."""
    entries = list(draft.value(row[:-1]))
    start = int(row[-1])
    entries[start : start + 1] = draft.value((*row, "exercises"))
    document = with_value(draft.document, row[:-1], entries)
    return Edit(Draft(document), tr("Take the group apart"), None, row)
