"""Work that is counted waits for the person: the big key says that it is done, and Pain — stop works as always."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.core.timeline import BlockKind
from coach.ui.after.done import parts_of
from coach.ui.after.done_row import DoneRow
from tests.cases import document, exercise
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


@pytest.fixture(name="counting")
def _counting(open_program: Opener, tmp_path: Path) -> Stage:
    """Return a session that stands in twelve repetitions, without an end of their own."""
    lift = exercise("lift", kind="counted")
    del lift["work_s"]
    file = tmp_path / "lift.json"
    file.write_text(json.dumps(document({**lift, "reps": 12}, exercise("b"))), "utf-8")
    stage = open_program(routine_file=file)
    stage.start()
    stage.advance(stage.shot.duration_ms)
    assert stage.shot.block.kind is BlockKind.REPS
    return stage


def test_space_says_that_all_are_done(counting: Stage) -> None:
    stage = counting
    stage.advance(300_000)
    ring = stage.session_page.ring

    assert stage.go.text() == "All done"
    assert ring.spoken() == ring.ready_words()[0] == "12 times. Press Space when done"
    stage.press(KEY.Key_Space)

    assert stage.shot.block.exercise == "b"


def test_from_the_floor_it_reads_the_same(counting: Stage) -> None:
    stage = counting
    stage.press(KEY.Key_F11)

    assert "Press Space when you are done" in stage.texts()
    assert any("12 times" in words for words in stage.texts())
    stage.press(KEY.Key_Space)

    assert stage.shot.block.exercise == "b"


def test_it_stops_for_pain_as_any_other_work(counting: Stage) -> None:
    counting.press(KEY.Key_Escape)

    assert counting.phase() is Phase.STOPPED_FOR_PAIN
    assert counting.is_stopped


def test_a_pause_tells_how_often_and_no_seconds(counting: Stage) -> None:
    stage = counting
    stage.press(KEY.Key_P)

    assert stage.phase() is Phase.PAUSED
    assert stage.session_page.ring.spoken() == "Paused, 12 times"
    stage.press(KEY.Key_F11)
    assert stage.floor_page.number.seconds == 12
    assert stage.floor_page.number.spoken() == "Paused, 12 times"


def test_what_was_all_done_is_told_as_counted_however_soon(counting: Stage) -> None:
    stage = counting
    stage.advance(2_000)
    stage.press(KEY.Key_Space)
    while stage.phase() is Phase.RUNNING:
        stage.advance(1_000)
    row = stage.closing_page.findChildren(DoneRow)[0]

    assert row.done.how_much == "12 times"
    assert row.done.in_words == "Lift, 12 times"
    assert [part.shares for part in parts_of(row.done)] == [[1.0]]
