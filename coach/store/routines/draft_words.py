"""What is wrong in a draft in whole sentences, each with the name of its field, and what a press mends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.draft import own_words
from coach.core.draft.draft import LIST, ROUTINE, Draft
from coach.core.draft.edits import set_sides
from coach.core.draft.problems import DraftProblem, Remedy, Weight, told_of
from coach.core.draft.step_lines import typed
from coach.store.routines.draft_gaps import short_gap
from coach.store.untrusted_file import clean
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.core.draft.json_places import Place
    from coach.core.draft.tight import Tight
    from coach.store.routines.draft_parts import Finding

_BLANK = {"blank_text", "string_too_short", "missing", "string_type"}
_AT_ENDS = {"greater_than_equal", "less_than_equal"}
_WEEKS: Place = (*ROUTINE, "plan")
_USUAL = {"rounds": 1, "work_s": 30, "reps": 10, "repeat": 2}
"""Numbers that a file cannot do without, and what is offered for each."""
LONGEST_QUOTE = 60
"""Characters of the words of a gap that are quoted at the most."""


def problem(draft: Draft, place: Place, row: Place | None, finding: Finding) -> DraftProblem:
    """Return the problem for a finding at a place of the draft."""
    message = _message(draft, place, finding)
    told = told_of(draft, row, message)
    if place[2:3] == ("plan",) and len(place) > len(_WEEKS):
        told = tr("Week {number}: {message}", number=int(place[3]) + 1, message=message)
    return DraftProblem(place, message, told, Weight.ERROR, row, _remedy(draft, place, finding))


def tight_problem(draft: Draft, row: Place, before: Place | None, tight: Tight) -> DraftProblem:
    """Return the warning for words with too little time, with the seconds that they need; `before`: see `short_gap`."""
    if tight.where == "work":
        place = draft.dose_place(row, "work_s")
        message = tr("There is no time for “{words}” in this exercise; it is left out.", words=tight.words)
        return DraftProblem(place, message, told_of(draft, row, message), Weight.WARNING, row)
    gap = short_gap(draft, row, before, tight)
    message = tr(
        "{seconds} s or more, so that the voice can finish: “{words}”",
        seconds=-(-tight.needs_ms // 1000),
        words=_shortened(tight.words),
    )
    return DraftProblem(gap.field, message, told_of(draft, row, gap.told), Weight.WARNING, row, gap.remedy)


def _shortened(words: str) -> str:
    if len(words) <= LONGEST_QUOTE:
        return words
    # Note: the end of what is said, where it is too long to be shown whole
    return tr("… {words}", words=words[-LONGEST_QUOTE:].partition(" ")[2])


# One finding


def _message(draft: Draft, place: Place, finding: Finding) -> str:
    if finding.kind == "too_short" and place == LIST:
        return tr("There is no exercise yet: add one.")
    if finding.kind in {"too_short", "missing"} and place[2:4] in {("steps", "work"), ("steps",)}:
        return tr("There is no step yet: write what to do, one action a line.")
    field = field_words(place)
    if _is_missing(draft, place, finding):
        return tr("{field} is missing: write a number.", field=field)
    if finding.kind in _BLANK:
        return tr("{field} is blank: write a text.", field=field)
    # Note: a field of a form, what is wrong with it, and what would be right
    return tr("{field} {wrong}; {right}.", field=field, wrong=finding.wrong, right=finding.right)


def _is_missing(draft: Draft, place: Place, finding: Finding) -> bool:
    return finding.kind in {"missing", "int_type"} and draft.value(place) is None and place[-1] in _USUAL


def field_words(place: Place) -> str:
    """Return the name of a field at the beginning of a sentence; the nearest one that has a name."""
    if place == LIST:
        return tr("The routine")
    known = _names()
    parts = [str(part) for part in place if str(part) in known]
    if not parts:
        return tr("This")
    return known[parts[0] if place[0] == "exercises" else parts[-1]]


def _names() -> Mapping[str, str]:
    return {
        "name": tr("The name"),
        "note": tr("The note"),
        "rounds": tr("The number of rounds"),
        "work_s": tr("The time of an exercise"),
        "reps": tr("The number of repetitions"),
        "rep_s": tr("The time of one repetition"),
        "sets": tr("The number of sets"),
        "rest_s": tr("The time to change"),
        "set_rest_s": tr("The rest between sets"),
        "then_rest_s": tr("The time after the exercise"),
        "least_change_s": tr("The least time to change"),
        "repeat": tr("The number of times through the group"),
        "get_ready": tr("The time to get ready"),
        "change": tr("The time to change"),
        "near": tr("The time between exercises"),
        "new_position": tr("The time to a new position"),
        "sides": tr("The choice of sides"),
        "steps": tr("The list of steps"),
        "region": tr("The part of the body"),
        "start": tr("The text about the start"),
        "movement": tr("The text about the movement"),
        "end": tr("The text about the end"),
        "breath": tr("The text about breathing"),
        "feel": tr("The text about what to feel"),
        "stop_also": tr("The list of when to stop"),
        "say": tr("The spoken line"),
        "pictures": tr("The picture"),
        "figure": tr("The figure"),
        "first": tr("The side that comes first"),
        "order": tr("The order of the sides"),
        "stretches": tr("The side of the pull"),
        "silent": tr("The list of lines to leave out"),
        "kind": tr("What fills the time"),
        "base": tr("The position"),
        "times": tr("The time of day"),
        "text": tr("The text about when"),
        "days_a_week": tr("The number of days a week"),
        "plan": tr("The list of weeks"),
        "doses": tr("The dose of the week"),
    }


def _remedy(draft: Draft, place: Place, finding: Finding) -> Remedy | None:
    value = draft.value(place)
    if finding.kind in _AT_ENDS and finding.limit is not None:
        return _use(place, finding.limit)
    if _is_missing(draft, place, finding):
        return _use(place, _USUAL[str(place[-1])])
    if finding.kind in _BLANK and place[0] == "exercises":
        words = own_words.proposed(draft.value(place[:2]), place[2:])
        return None if words is None else _use_words(place, words)
    if finding.kind == "control_character" and isinstance(value, str):
        return Remedy(tr("Take it out"), ((place, clean(value, len(value)).strip()),))
    if finding.kind == "extra_forbidden":
        return Remedy(tr("Leave it out"), ((place, None),))
    if finding.kind == "picture":
        stages = {stage: each for stage, each in draft.value(place[:3]).items() if stage != place[3]}
        return Remedy(tr("Leave it out"), ((place[:3], stages or None),))
    if finding.kind == "no_sides":
        sides = set_sides(draft, _row(draft, place), ["right", "left"]).draft
        return Remedy(tr("Choose right, then left"), ((place[:2], sides.value(place[:2])),))
    return _remedy_of_mistake(draft, place, value) if finding.kind == "mistake" else None


def _row(draft: Draft, place: Place) -> Place:
    return next(row.place for row in draft.exercise_rows() if draft.exercise_place(row.place) == place[:2])


def _remedy_of_mistake(draft: Draft, place: Place, value: Any) -> Remedy | None:
    is_by_side = isinstance(value, dict) and value.keys() == {"right", "left"}
    is_row = place[0] == "routines" and not is_by_side
    if place[-1] in {"first", "order", "stretches", "sets"} or (is_row and place[-1] in {"reps", "work_s"}):
        return Remedy(tr("Leave it out"), ((place, None),))
    if is_by_side:
        if place[-1] in {"rounds", "work_s"}:
            return _use(place, max(value.values()))
        return _use_words(place, typed(value).replace("{side}", "").replace("  ", " "))
    if place[-1] == "change" and value is None:
        return _use_words(place, own_words.proposed(draft.value(place[:2]), place[2:]))
    return None


def _use(place: Place, number: int) -> Remedy:
    # Note: a button that puts a number into a field
    return Remedy(tr("Use {number}", number=number), ((place, number),))


def _use_words(place: Place, words: Any) -> Remedy | None:
    if words is None:
        return None
    # Note: a button that puts these words into a field
    return Remedy(tr("Use “{words}”", words=typed(words)), ((place, words),))
