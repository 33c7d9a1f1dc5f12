"""A record of which a column is missing is none of ours, whatever else is wrong with it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from coach.store.record.moments import Instant
from coach.store.record.opening import Trouble, open_record
from coach.store.record.session_start import SessionStart

if TYPE_CHECKING:
    from pathlib import Path

NOW = Instant(1_790_000_000_000, 60)
START = SessionStart(NOW, "small", "Small", "1", "default")


def test_a_missing_column_is_found_behind_a_value_that_cannot_be(tmp_path: Path) -> None:
    found = open_record(tmp_path, NOW)
    assert found.journal is not None
    with closing(found.journal) as journal:
        journal.begin(START)
        journal.connection.execute("UPDATE session SET stop_pain = 'x'")
        journal.connection.execute("ALTER TABLE answer RENAME COLUMN answer TO other")

    found = open_record(tmp_path, NOW)

    assert found.trouble is Trouble.DAMAGED
    assert found.journal is not None
    with closing(found.journal) as journal:
        assert journal.connection.execute("SELECT count(*), count(stop_pain) FROM session").fetchone() == (0, 0)
    assert len(list(tmp_path.glob("record-damaged-*.db"))) == 1
