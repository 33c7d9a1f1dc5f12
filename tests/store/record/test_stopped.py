"""In which exercises the person stopped for pain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.record.journals import day, done, stopped

if TYPE_CHECKING:
    from coach.store.record.journal import Journal


def test_only_work_counts_and_only_of_late_and_not_what_was_taken_back(journal: Journal) -> None:
    done(journal, day(1))
    stopped(journal, day(2), 1)
    stopped(journal, day(5), 3)
    stopped(journal, day(6), 6)  # on the way to the next exercise
    taken_back = stopped(journal, day(7), 7)
    assert journal.stopped_in(day(3).ms) == {"knee", "cat"}
    journal.reopen(taken_back)
    assert journal.stopped_in(day(3).ms) == {"knee"}
    assert journal.stopped_in(day(1).ms) == {"warm", "knee"}
    assert journal.stopped_in(day(8).ms) == set()
