"""Changes of an exercise that touch more than one of its fields: what fills its time, and its sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.draft import own_words
from coach.core.draft.json_places import value_at, with_value
from coach.core.draft.step_lines import line_of, typed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Exercise = Mapping[str, Any]

USUAL_REPS, USUAL_WORK_S = 10, 30
_OF_COUNTED = ("reps", "rep_s", "count_aloud", "ends")
_OF_SIDES = ("sides", "stretches", "first", "order")


def of_kind(before: Exercise, kind: str) -> Exercise:
    """Return the exercise with another kind of work; counted work has repetitions in the place of seconds."""
    gone = {"pace", "press_s", *(("work_s",) if kind == "counted" else _OF_COUNTED)}
    after = {key: value for key, value in before.items() if key not in gone}
    after["kind"] = kind
    if kind == "counted":
        after.setdefault("reps", USUAL_REPS)
    else:
        after.setdefault("work_s", USUAL_WORK_S)
    return own_words.followed(before, after)


def of_sides(before: Exercise, sides: Sequence[str]) -> Exercise:
    """Return the exercise with other sides, or none. Lines that differ by side keep their words as they are typed."""
    after = {key: value for key, value in before.items() if sides or key not in _OF_SIDES}
    if sides:
        after["sides"] = list(sides)
    after["steps"] = _reworded(before.get("steps", {}), has_sides=bool(sides))
    after["say"] = _reworded(before.get("say", {}), has_sides=bool(sides))
    after = {**own_words.filled(own_words.followed({**before, "say": after["say"]}, after))}
    if "rounds" in after["say"] and len(sides) > 1:
        after["say"] = _with_change(after["say"])
    if not sides:
        after["say"] = {key: value for key, value in after["say"].items() if key != "change"}
    return after


def one_number(value: Any) -> Any:
    """Return one number for a dose that has one for each side: the larger."""
    if not isinstance(value, dict):
        return value
    return max((number for number in value.values() if isinstance(number, int)), default=None)


def _reworded(value: Any, *, has_sides: bool) -> Any:
    """Return steps or spoken lines with a wording for each side, or with what is typed for both."""
    if isinstance(value, str):
        return line_of(value, has_sides=has_sides)
    if isinstance(value, list):
        return [_reworded(each, has_sides=has_sides) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"right", "left"}:
        return value if has_sides else typed(value)
    return {key: _reworded(each, has_sides=has_sides) for key, each in value.items()}


def _with_change(say: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return lines round by round in which the second side is told, as it has to be."""
    gap = value_at(say, ("rounds", 0, "gap"), [])
    if any(line.get("turn") != "first" for line in gap):
        return say
    told = {"line": dict(own_words.CHANGE), "turn": "second", "enters": True}
    return with_value(say, ("rounds", 0, "gap"), [*gap, told])  # type: ignore[no-any-return]  # JSON
