"""Whether a session counts as finished, worked out wherever the record is read: how it ended is no measure of it."""

from __future__ import annotations

_DONE = (
    "(SELECT coalesce(sum(min(done, planned)), 0) FROM"
    " (SELECT sum(spent_ms) AS done, max(planned_ms) AS planned FROM block"
    " WHERE block.session = session.id GROUP BY block.block))"
)
"""The work done in a session, in ms: of each block no more than was planned."""

_PLANNED = (
    "coalesce((SELECT planned_ms FROM timetable WHERE timetable.routine = session.routine"
    " AND timetable.version = session.routine_version),"
    " (SELECT sum(planned) FROM (SELECT max(planned_ms) AS planned FROM block"
    " WHERE block.session = session.id GROUP BY block.block)), 0)"
)
"""The work that its version of the routine plans, in ms; of one without a timetable, the blocks that were left."""

ENDING = (
    "CASE WHEN ending NOT IN ('finished', 'ended') OR ending IS NULL THEN ending"
    f" WHEN {_PLANNED} > 0 AND 2 * {_DONE} >= {_PLANNED} THEN 'finished' ELSE 'ended' END"
)
"""How a session ended, in SQL, for queries of the table `session`: NULL while it is not over.

It is `is_finished` of coach/core/ledger.py: of those that ran to their last block or were ended by the person, the ones
with half or more of the planned work are finished, the others ended early. What was noted as it happened stays in the
record: a stop for pain that is taken back finds it again.
"""
