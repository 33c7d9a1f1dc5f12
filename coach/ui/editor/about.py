"""What the questions of the editor are about: places in an exercise, and how an answer there becomes an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.draft import edits
from coach.core.draft.json_places import value_at
from coach.core.draft.step_lines import typed
from coach.ui.editor.form_parts import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.draft.draft import Draft
    from coach.core.draft.edits import Edit
    from coach.core.draft.json_places import Place


def is_counted(draft: Draft, row: Place) -> bool:
    """Tell whether repetitions are counted."""
    return draft.exercise(row).get("kind") == "counted"


def is_timed(draft: Draft, row: Place) -> bool:
    """Tell whether the work has a length."""
    return not is_counted(draft, row)


def has_sides(draft: Draft, row: Place) -> bool:
    """Tell whether there are two sides."""
    return len(draft.exercise(row).get("sides") or ()) > 1


def first_side(draft: Draft, row: Place) -> str:
    """Return the side that comes first, or `alternating`; where nothing is said it is the first in the list."""
    return str(draft.exercise(row).get("first") or _listed_first(draft, row))


def set_first_side(draft: Draft, row: Place, value: str) -> Edit:
    """Choose the side that comes first."""
    return edits.set_field(draft, row, ("first",), None if value == _listed_first(draft, row) else value)


def _listed_first(draft: Draft, row: Place) -> str:
    return str(next(iter(draft.exercise(row).get("sides") or ()), "right"))


def in_brief(draft: Draft, row: Place) -> bool:
    """Tell whether its lines are written in brief: those of the seven exercises are not, and stay as they are."""
    return "rounds" not in (draft.exercise(row).get("say") or {})


def field_of(inner: Place, write: Callable[[Draft, Place, Any], Edit] | None = None, usual: object = None) -> About:
    """Return what a question about a field inside the exercise is about; `usual` is its default, which is left out."""

    def set_it(draft: Draft, row: Place, value: Any) -> Edit:
        return edits.set_field(draft, row, inner, None if value == usual else value)

    return About(
        lambda draft, row: (*draft.exercise_place(row), *inner),
        lambda draft, row: value_at(draft.exercise(row), inner, usual),
        write or set_it,
    )


def dose_of(key: str, usual: object = None) -> About:
    """Return the same for a part of the dose."""
    return About(
        lambda draft, row: draft.dose_place(row, key),
        lambda draft, row: draft.dose(row, key, usual),
        lambda draft, row, value: edits.set_dose(draft, row, key, value),
    )


def line_of(inner: Place) -> About:
    """Return the same for one line, which may have words for each side."""

    def read(draft: Draft, row: Place) -> str:
        value = value_at(draft.exercise(row), inner)
        return "" if value is None else typed(value)

    def write(draft: Draft, row: Place, value: str) -> Edit:
        return edits.set_line(draft, row, inner, value)

    return About(field_of(inner).place, read, write)


def lines_of(inner: Place) -> About:
    """Return the same for a list of lines."""

    def read(draft: Draft, row: Place) -> list[str]:
        return [typed(line) for line in value_at(draft.exercise(row), inner) or ()]

    def write(draft: Draft, row: Place, value: list[str]) -> Edit:
        return edits.set_lines(draft, row, inner, value)

    return About(field_of(inner).place, read, write)
