"""The rows of the editor's list in words, also of exercises that are not whole yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.routine import Picture
from coach.session.routine_words import work_words
from coach.ui.editor.shown import Row
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.core.draft.draft import Draft, ListRow
    from coach.core.draft.json_places import Place
    from coach.core.draft.problems import DraftProblem
    from coach.core.own_pictures import Drawing


def rows_of(draft: Draft, problems: Sequence[DraftProblem] = ()) -> tuple[Row, ...]:
    """Return all rows of a draft, each with the first thing to look at."""
    told: dict[Any, str] = {}
    for problem in problems:
        if problem.row is not None:
            told.setdefault(problem.row, problem.message)
    return tuple(_row(draft, each, told.get(each.place, "")) for each in draft.rows())


def _row(draft: Draft, row: ListRow, problem: str) -> Row:
    if row.is_group:
        words = circuit_words(draft, row.place)
        return Row(
            words, _rest_of(draft.value((*row.place, "rest_s"))), problem=problem, depth=row.depth, circuit=words
        )
    try:
        exercise = draft.exercise(row.place)
    except KeyError:
        return Row("", "", problem=problem, depth=row.depth)
    sides = exercise.get("sides") or ()
    side = sides[0] if sides and sides[0] in {"right", "left"} else None
    return Row(
        str(exercise.get("name") or "").strip(),
        dose_words(exercise, draft.value(row.place) or {}),
        _drawing(exercise),
        side,
        problem,
        row.depth,
    )


def circuit_words(draft: Draft, place: Place) -> str:
    """Return what stands for a circuit in a list."""
    return tr("Circuit, {number} times", number=draft.value((*place, "repeat"), 2))


def _drawing(exercise: Mapping[str, Any]) -> Drawing | None:
    """Return what stands for an exercise that may not be whole yet: a picture of one's own, or its figure."""
    pictures, figure = exercise.get("pictures") or {}, exercise.get("figure")
    for stage in ("work", "start", "leave"):
        if pictures.get(stage):
            return Picture(pictures[stage].get("describes", ""), data=pictures[stage].get("data", ""))
    return figure if isinstance(figure, str) else None


def _rest_of(seconds: object) -> str:
    return "" if seconds is None else tr("{seconds} s between", seconds=seconds)


def dose_words(exercise: Mapping[str, Any], entry: Mapping[str, Any] | None = None) -> str:
    """Return how much of an exercise: “2 × 30 s a side”, “45 s, warm-up”; `entry` says what differs in a routine."""
    told = {**exercise, **{key: value for key, value in (entry or {}).items() if value is not None}}
    rounds, sides = told.get("rounds", 1), told.get("sides") or ()
    each = _each(told)
    if isinstance(rounds, list):
        words = tr("{rounds} × {each}", rounds="–".join(map(str, rounds)), each=each)
    elif isinstance(rounds, dict):
        by_side = {"right": rounds.get("right"), "left": rounds.get("left"), "each": each}
        words = tr("right {right}, left {left} × {each}", **by_side)
        if (told.get("first") or next(iter(sides), "")) == "left":
            words = tr("left {left}, right {right} × {each}", **by_side)
    else:
        words = each if rounds == 1 else tr("{rounds} × {each}", rounds=rounds, each=each)
    sets = told.get("sets", 1)
    if isinstance(sets, int) and sets > 1:
        words = tr("{sets} sets of {dose}", sets=sets, dose=words)
    if len(sides) > 1 and not isinstance(rounds, dict):
        words = tr("{dose} a side", dose=words)
    elif list(sides) == ["right"]:
        words = tr("{dose}, right side", dose=words)
    elif list(sides) == ["left"]:
        words = tr("{dose}, left side", dose=words)
    return tr("{dose}, warm-up", dose=words) if told.get("warm_up") else words


def _each(told: Mapping[str, Any]) -> str:
    if told.get("kind") == "counted":
        reps = told.get("reps")
        return plural("{number} time", "{number} times", reps) if isinstance(reps, int) else ""
    seconds = told.get("work_s")
    if isinstance(seconds, dict):
        return tr("{right} s right, {left} s left", right=seconds.get("right"), left=seconds.get("left"))
    return work_words(seconds) if isinstance(seconds, int) else ""
