"""Work that is counted waits for the person: the big key says that it is done, and Pain — stop works as always."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.core.timeline import BlockKind
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
