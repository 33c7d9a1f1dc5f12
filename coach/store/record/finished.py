"""How a session ended, by the work that was done, and how long it took: in SQL, the same for all that tell it."""

from __future__ import annotations

_DONE = (
    "(SELECT coalesce(sum(min(done, planned)), 0) FROM"
    " (SELECT sum(CASE WHEN reps > 0 AND why = 'done' THEN planned_ms ELSE spent_ms END) AS done,"
    " max(planned_ms) AS planned FROM block WHERE block.session = session.id GROUP BY block.block))"
)
"""The work done in a session, in ms; of each block at most what was planned. What is counted was planned by estimate:
once all of it was done it counts whole, however quickly."""

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

HELD = "(SELECT coalesce(sum(CAST(spent_ms AS INTEGER)), 0) FROM block WHERE block.session = session.id)"
"""The time of the work of a session, in ms."""

LENGTH = (
    "max((SELECT coalesce(sum(at_ms - CASE WHEN at_ms < before THEN 0 ELSE before END), 0) FROM (SELECT"  # noqa: S608 - all of it stands here
    " max(0, CAST(at_ms AS INTEGER)) AS at_ms, lag(max(0, CAST(at_ms AS INTEGER)), 1, 0) OVER (ORDER BY number)"
    f" AS before FROM event WHERE event.session = session.id)), {HELD})"
)
"""How long a session took, in ms, for queries of the table `session`: until its last event, pauses included.

It goes by the session's own clock, since a clock on the wall jumps. A session that was cut off and continued has that
clock begin anew: each of its parts counts, and not the time between them. Values may be of any type: see value_checks.
"""
