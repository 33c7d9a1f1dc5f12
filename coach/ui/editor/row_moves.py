"""Where a row of the list goes: dropped between two others, or one step up or down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.draft import edits
from coach.core.draft.draft import LIST

if TYPE_CHECKING:
    from coach.core.draft.draft import Draft
    from coach.core.draft.edits import Edit
    from coach.core.draft.json_places import Place


def dropped(draft: Draft, number: int, before: int) -> Edit:
    """Return the move of a row to before another one, both by their number; the number of rows means the end."""
    rows = draft.rows()
    to = rows[before].place if before < len(rows) else (*LIST, len(draft.value(LIST)))
    return edits.move_before(draft, rows[number].place, to)


def stepped(draft: Draft, row: Place, by: int) -> Edit | None:
    """Return the move one step up (-1) or down (+1), out of its circuit at an end of that; None where there is none."""
    if edits.can_move(draft, row, by):
        return edits.move(draft, row, by)
    around = row[:-2]
    if len(row) <= len(LIST) + 1:
        return None
    to = around if by < 0 else (*around[:-1], int(around[-1]) + 1)
    return edits.move_before(draft, row, to)
