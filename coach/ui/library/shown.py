"""What cards and pages of routines show, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

    from coach.core.own_pictures import Drawing
    from coach.core.pacing import Side
    from coach.ui.library.wishes import Wish


class ShownRoutine(NamedTuple):
    """What a card shows; `holds` are the figures of three exercises, each with its first side."""

    id: str
    name: str
    facts: str
    origin: str
    holds: tuple[tuple[Drawing, Side | None], ...]
    is_on_today: bool
    wishes: Collection[Wish] = ()
    """What can be done with it beside Start, in the order of its menu."""


class ShownProblem(NamedTuple):
    """What the card shows: each problem is a sentence or two. A draft is what was not finished in the editor."""

    id: str
    name: str
    problems: tuple[str, ...]
    is_draft: bool = False


class ShownIncomingRoutine(NamedTuple):
    """What is shown of a routine that comes in; `differs` are sentences."""

    name: str
    facts: str
    holds: tuple[tuple[Drawing, Side | None], ...]
    exercises: tuple[str, ...]
    replaces: str = ""
    """The name of the own routine whose place it takes; empty where there is none."""
    is_same: bool = False
    differs: tuple[str, ...] = ()


class ShownIncoming(NamedTuple):
    """What is shown of a file that comes in."""

    file: str
    routines: tuple[ShownIncomingRoutine, ...]


class ShownFault(NamedTuple):
    """One thing of a file that does not fit: where it is, and what is wrong and would be right."""

    place: str
    words: str
