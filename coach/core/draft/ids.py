"""Ids of exercises in a draft: small letters, digits and single hyphens, and none used twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK = re.compile(r"-([0-9a-f]{8})$")
_AFTER_SLUG = re.compile(r"(-[0-9a-f]{8})?(-[0-9]+)?$")


def _mark_of(routine_id: str) -> str:
    """Return the eight hex digits at the end of the id of an own routine, empty for any other."""
    found = _MARK.search(routine_id)
    return found[1] if found else ""


def free_id(like: str, routine_id: str, taken: Iterable[str]) -> str:
    """Return an id like that one which is not taken.

    It has the mark of its routine: exercises of two routines have the same id only where they are the same.
    """
    stem, mark, used = _AFTER_SLUG.sub("", like) or "exercise", _mark_of(routine_id), set(taken)
    first = "-".join(part for part in (stem[:40].strip("-"), mark) if part)
    if first not in used:
        return first
    return next(f"{first}-{number}" for number in range(2, len(used) + 3) if f"{first}-{number}" not in used)
