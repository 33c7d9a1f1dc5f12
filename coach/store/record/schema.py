"""The tables of the record, as migrations: each brings a file from one version to the next."""

from __future__ import annotations

MIGRATIONS = (
    """
    CREATE TABLE session (
        id INTEGER PRIMARY KEY,
        started_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        routine TEXT NOT NULL,
        routine_name TEXT NOT NULL,
        routine_version TEXT NOT NULL,
        pacing TEXT NOT NULL,
        pain_before INTEGER,
        restart TEXT,
        ended_ms INTEGER,
        ending TEXT,
        pain_after INTEGER,
        compared TEXT,
        next_day TEXT,
        note TEXT NOT NULL DEFAULT ''
    );
    CREATE TABLE event (
        session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        kind TEXT NOT NULL,
        block INTEGER,
        detail INTEGER,
        PRIMARY KEY (session, number)
    ) WITHOUT ROWID;
    CREATE TABLE block (
        session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        block INTEGER NOT NULL,
        exercise TEXT NOT NULL,
        position INTEGER NOT NULL,
        round INTEGER NOT NULL,
        side TEXT,
        planned_ms INTEGER NOT NULL,
        spent_ms INTEGER NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (session, number)
    ) WITHOUT ROWID;
    CREATE TABLE place (
        session INTEGER PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
        block INTEGER NOT NULL,
        exercise TEXT NOT NULL,
        position INTEGER NOT NULL,
        round INTEGER NOT NULL,
        rounds INTEGER NOT NULL,
        side TEXT,
        is_work INTEGER NOT NULL,
        planned_ms INTEGER NOT NULL,
        spent_ms INTEGER NOT NULL,
        saved_ms INTEGER NOT NULL
    );
    CREATE TABLE answer (
        at_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        question TEXT NOT NULL,
        answer TEXT NOT NULL
    );
    """,
    """
    CREATE INDEX session_by_start ON session (started_ms);
    CREATE INDEX session_by_routine ON session (routine, started_ms);
    CREATE INDEX session_open ON session (ending) WHERE ending IS NULL;
    ALTER TABLE session ADD COLUMN stop_pain INTEGER;
    """,
    """
    CREATE TABLE timetable (
        routine TEXT NOT NULL,
        version TEXT NOT NULL,
        planned_ms INTEGER NOT NULL,
        PRIMARY KEY (routine, version)
    ) WITHOUT ROWID;
    INSERT INTO timetable SELECT routine, routine_version, sum(planned_ms) FROM (
        SELECT routine, routine_version, max(block.planned_ms) AS planned_ms
        FROM block JOIN session ON session.id = block.session GROUP BY routine, routine_version, block.block
    ) GROUP BY routine, routine_version;
    """,
    """
    ALTER TABLE session ADD COLUMN pain_after_ms INTEGER;
    ALTER TABLE session ADD COLUMN stop_pain_ms INTEGER;
    """,
    """
    CREATE TABLE exercise_name (
        routine TEXT NOT NULL,
        version TEXT NOT NULL,
        exercise TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (routine, version, exercise)
    ) WITHOUT ROWID;
    ALTER TABLE block ADD COLUMN set_number INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE block ADD COLUMN reps INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE place ADD COLUMN set_number INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE place ADD COLUMN reps INTEGER NOT NULL DEFAULT 0;
    """,
)
"""Version 1 made the tables; version 2 finds sessions quickly and keeps the number told after a pain stop.

Version 3 knows how much work each version of a routine plans. Of older sessions it knows the blocks that were left in
any session of that version; the next session of it tells the whole.

Version 4 keeps when the numbers after a session and after a pain stop were told.

Version 5 keeps the names that the exercises had, by version of their routine: a routine of the person's own may be
changed or deleted, and two of them may have different exercises with one id. Older sessions have the ids alone.
It also keeps which set of an exercise a block was, and how many repetitions were to be done in it, 0 where none are
counted.
"""

VERSION = len(MIGRATIONS)
"""The version that this program writes, as `user_version` of the file."""

APPLICATION = 0x636F6163
"""Marks the file as ours: “coac” in ASCII, as `application_id`."""
