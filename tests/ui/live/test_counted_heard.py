"""Counted work in the real window: each number is heard, Space ends it, a pause holds it, and R tells where one is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.core.timeline import BlockKind
from tests.cases import document, exercise
from tests.ui.recorded_voice import RecordedVoice, listen
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cases import Object
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

ASKED = "Press space or play when you are done."


def kind(stage: Stage) -> BlockKind:
    snapshot = stage.player.snapshot()
    assert snapshot is not None
    return snapshot.block.kind


def begun(open_program: Opener, tmp_path: Path, **dose: object) -> tuple[Stage, RecordedVoice]:
    """Return the program in the work of an exercise that is counted and done standing, and its voice."""
    told: Object = {**exercise("lift", kind="counted"), "reps": 6, "rounds": 2, "rep_s": 4, **dose}  # type: ignore[dict-item]
    del told["work_s"]
    file = tmp_path / "own.json"
    file.write_text(json.dumps({**document(told), "format": 2}))
    stage = open_program(routine_file=file)
    voice = listen(stage)
    stage.start()
    while kind(stage) is not BlockKind.REPS:
        voice.flow(500)
    return stage, voice


def test_it_lasts_until_space_and_what_to_press_is_said_as_the_estimate_ends(
    open_program: Opener, tmp_path: Path
) -> None:
    stage, voice = begun(open_program, tmp_path)
    voice.flow(60_000)

    assert kind(stage) is BlockKind.REPS
    assert voice.texts().count(ASKED) == 2
    assert "Six." in voice.texts()
    before = len(voice.heard)
    stage.press(KEY.Key_Space)
    voice.flow(3_000)
    assert kind(stage) is BlockKind.CHANGE
    assert [what for _ms, what in voice.heard[before:] if what != "[hush]"][:2] == ["[end-side]", "Rest."]


def test_each_number_is_heard_and_a_pause_holds_the_count(open_program: Opener, tmp_path: Path) -> None:
    stage, voice = begun(open_program, tmp_path, count_aloud=True)
    voice.flow(9_000)
    counted = [text for text in voice.texts() if text in {"One.", "Two.", "Three.", "Four.", "Five."}]
    assert counted == ["One.", "Two.", "Three."]
    stage.trigger("pause")
    assert stage.phase() is Phase.PAUSED
    before = len(voice.heard)
    voice.flow(20_000)
    assert "Four." not in voice.texts(before)
    stage.press(KEY.Key_Space)
    voice.flow(9_000)

    assert [text for text in voice.texts(before) if text in {"Three.", "Four."}] == ["Four."]


def test_who_asks_hears_how_to_end_it(open_program: Opener, tmp_path: Path) -> None:
    stage, voice = begun(open_program, tmp_path)
    voice.flow(12_000)
    before = len(voice.heard)
    stage.press(KEY.Key_R)
    voice.flow(5_000)

    assert voice.texts(before) == ["Hold.", ASKED]


def test_a_stop_is_one_key_away_in_it(open_program: Opener, tmp_path: Path) -> None:
    stage, voice = begun(open_program, tmp_path, count_aloud=True)
    voice.flow(50_000)
    stage.press(KEY.Key_Escape)

    assert voice.texts()[-1] == "Stopping. Rest."


@pytest.mark.parametrize("aloud", [True, False])
def test_by_estimate_it_ends_by_itself(open_program: Opener, tmp_path: Path, *, aloud: bool) -> None:
    stage, voice = begun(open_program, tmp_path, ends="estimate", count_aloud=aloud)
    voice.flow(25_000)

    assert kind(stage) is BlockKind.CHANGE
    assert ("Five." in voice.texts()) is aloud
    assert ASKED not in voice.texts()
