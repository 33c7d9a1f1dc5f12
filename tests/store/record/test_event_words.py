"""The words for events: those of old records and of new ones are the same once they are written out."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from coach.core import events
from coach.core.events import Event
from coach.store.export import files
from coach.store.export.json_models import RecordFile
from coach.store.record.event_row import BEFORE
from coach.store.record.journal import Journal
from coach.store.record.moments import Instant
from coach.store.record.session_start import SessionStart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = [each for each in vars(events).values() if isinstance(each, type) and issubclass(each, Event)]
WORDS = {
    "started",
    "block-started",
    "block-ended",
    "cue-due",
    "paused",
    "resumed",
    "lead-in-ended",
    "time-added",
    "easier-chosen",
    "because-of-pain",
    "pain-stopped",
    "mistake-taken",
    "finished",
    "ended",
}
"""Written by hand: records on the disks of people hold them, so none may ever change."""
OLD = {
    "Started": "started",
    "BlockStarted": "block-started",
    "BlockEnded": "block-ended",
    "CueDue": "cue-due",
    "Paused": "paused",
    "Resumed": "resumed",
    "LeadInEnded": "lead-in-ended",
    "TimeAdded": "time-added",
    "PainStopped": "pain-stopped",
    "MistakeTaken": "mistake-taken",
    "Finished": "finished",
    "Ended": "ended",
}
NOW = Instant(1_772_434_800_000, 60)


@pytest.fixture(name="journal")
def _journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(Journal(tmp_path / "record.db")) as journal:
        yield journal


def written_out(journal: Journal, *kinds: str) -> list[str]:
    """Keep events of these kinds in a session of their own, and return what the JSON calls them."""
    session = journal.begin(SessionStart(NOW, "r", "Routine", "v", "default", 3))
    for number, kind in enumerate(kinds, 1):
        journal.event(session, number, number * 1_000, kind, None, None)
    text = files.to_json(journal.connection)
    RecordFile.model_validate_json(text)
    return [event["kind"] for event in json.loads(text)["sessions"][-1]["events"]]


def test_each_event_has_a_word_of_its_own_and_no_word_was_changed() -> None:
    kinds = [each.kind for each in KINDS if each is not Event]

    assert sorted(kinds) == sorted(WORDS)
    assert BEFORE == OLD


def test_words_are_written_out_as_they_are(journal: Journal) -> None:
    assert written_out(journal, *sorted(WORDS)) == sorted(WORDS)


def test_a_record_with_names_of_classes_is_written_out_in_words(journal: Journal) -> None:
    assert written_out(journal, *OLD) == list(OLD.values())


def test_a_session_that_an_older_coach_began_has_both(journal: Journal) -> None:
    assert written_out(journal, "Started", "BlockStarted", "resumed", "block-ended", "Ended") == [
        "started",
        "block-started",
        "resumed",
        "block-ended",
        "ended",
    ]


@pytest.mark.parametrize("kind", ["vanished", "Vanished", "", "block started", "12"])
def test_what_another_coach_kept_stays_what_it_is(journal: Journal, kind: str) -> None:
    assert written_out(journal, kind) == [kind]
