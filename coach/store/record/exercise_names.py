"""What an exercise was called in its session: in SQL, the same for all that tell it."""

from __future__ import annotations

_OF = (
    "(SELECT name FROM exercise_name AS named WHERE named.routine = session.routine"
    " AND named.version = session.routine_version AND named.exercise = {table}.exercise)"
)
NAME = _OF.format(table="block")
"""The name of the exercise of a block, for queries of the tables `block` and `session`; NULL in older sessions."""

CALLED = f"coalesce({NAME}, block.exercise)"
"""The same, or the id of the exercise in older sessions."""

PLACE_CALLED = f"coalesce({_OF.format(table='place')}, place.exercise)"
"""The same for the place of a session, in queries of `place` and `session`."""
