"""Whether a session counts as finished, in SQL: by the work that was done, not by how it ended."""

from __future__ import annotations

_DONE = (
    "(SELECT coalesce(sum(min(done, planned)), 0) FROM"
    " (SELECT sum(spent_ms) AS done, max(planned_ms) AS planned FROM block"
    " WHERE block.session = session.id GROUP BY block.block))"
)
"""The work done in a session, in ms; of each block at most what was planned."""

_PLANNED = (
    "coalesce((SELECT planned_ms FROM timetable WHERE timetable.routine = session.routine"
    " AND timetable.version = session.routine_version),"
    " (SELECT sum(planned) FROM (SELECT max(planned_ms) AS planned FROM block"
    " WHERE block.session = session.id GROUP BY block.block)), 0)"
)
"""The planned work of a session's version of its routine, in ms; without a timetable, that of the blocks it left."""

ENDING = (
    "CASE WHEN ending NOT IN ('finished', 'ended') OR ending IS NULL THEN ending"
    f" WHEN {_PLANNED} > 0 AND 2 * {_DONE} >= {_PLANNED} THEN 'finished' ELSE 'ended' END"
)
"""How a session ended, in SQL, for queries of the table `session`: NULL while it is not over.

It follows `is_finished` of coach/core/ledger.py: a session that ran to its last block or was ended by the person counts
as finished with at least half of the planned work, else as ended early. The stored ending stays as it is: a stop for
pain that is taken back needs it.
"""
