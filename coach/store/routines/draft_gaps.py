"""Gaps that are too short for their words: in which field each is written, and what a press makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coach.core.draft.draft import LIST, ROUTINE, Draft
from coach.core.draft.problems import Remedy
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.core.draft.json_places import Place
    from coach.core.draft.tight import Tight

_NEW_POSITION_S = 30
"""The remedy offers no less for a new position of the whole routine: the body needs it, not only the words."""
_DOES_WITHOUT = ("start", "round", "release")
"""What goes where no rest at all is prescribed; the side is said as the work begins then."""


class ShortGap(NamedTuple):
    """Where a gap is written, that it is too short in words, and what mends it."""

    field: Place
    told: str
    remedy: Remedy


def short_gap(draft: Draft, row: Place, before: Place | None, tight: Tight) -> ShortGap:
    """Return what there is to say of a gap that leads to a row, or from round to round in it.

    `before` is the row that is done before, which may be the same one or a later one of its group.
    """
    field = _field(draft, row, before, tight)
    has_s, needs_s = tight.has_ms // 1000, -(-tight.needs_ms // 1000)
    if tight.where == "change" and has_s == 0 and draft.dose(row, "rest_s") == 0:
        return ShortGap(field, _told(draft, row, tight.where, has_s), _without_words(draft, row))
    seconds = max(needs_s, _NEW_POSITION_S) if field[-1] == "new_position" else needs_s
    remedy = Remedy(tr("Use {seconds} s", seconds=seconds), ((field, seconds),))
    return ShortGap(field, _told(draft, row, tight.where, has_s), remedy)


def _field(draft: Draft, row: Place, before: Place | None, tight: Tight) -> Place:
    if tight.where == "set":
        return draft.dose_place(row, "set_rest_s")
    if tight.where == "change":
        return draft.dose_place(row, "rest_s")
    if tight.where == "get-ready" or before is None:
        return (*ROUTINE, "gaps", "get_ready")
    group = _begun_again(row, before)
    if group is not None and draft.value((*group, "rest_s")) is not None:
        return (*group, "rest_s")
    if draft.value((*before, "then_rest_s")) is not None:
        return (*before, "then_rest_s")
    return (*ROUTINE, "gaps", "near" if tight.where == "near" else "new_position")


def _begun_again(row: Place, before: Place) -> Place | None:
    """Return the group that begins anew between two rows, None where they follow each other."""
    groups = [row[:length] for length in range(len(row) - 2, len(LIST), -2)]
    return next((group for group in groups if before[: len(group)] == group and before >= row), None)


def _told(draft: Draft, row: Place, where: str, has_s: int) -> str:
    if where == "get-ready":
        return tr("{seconds} s to get ready are too short for the words.", seconds=has_s)
    if where == "set":
        return tr("{seconds} s between the sets are too short for the words.", seconds=has_s)
    if where != "change":
        return tr("{seconds} s before this exercise are too short for the words.", seconds=has_s)
    if len(draft.exercise(row).get("sides") or ()) > 1:
        return tr("{seconds} s to change side are too short for the words.", seconds=has_s)
    return tr("{seconds} s between the rounds are too short for the words.", seconds=has_s)


def _without_words(draft: Draft, row: Place) -> Remedy:
    """Return the remedy where no rest is prescribed: not more time, but fewer words."""
    silent: Any = draft.exercise(row).get("silent") or []
    place = (*draft.exercise_place(row), "silent")
    return Remedy(tr("Leave the words out"), ((place, list(dict.fromkeys([*silent, *_DOES_WITHOUT]))),))
