"""Somebody's own sentences where nothing can speak them: recorded ones are heard, their own are on the screen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coach.store.voices import shipped_folder, voices
from tests.cases import document, exercise
from tests.ui.recorded_voice import listen
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cases import Object
    from tests.ui.conftest import Opener
    from tests.ui.recorded_voice import RecordedVoice
    from tests.ui.stage import Stage

CLIPS = voices(shipped_folder())[0].clips
OWN = exercise("sit", base="seated", sides=["right", "left"], work_s=20)


def opened(open_program: Opener, tmp_path: Path, own: Object = OWN) -> tuple[Stage, RecordedVoice]:
    """Return the program with a routine of somebody's own, and its voice."""
    file = tmp_path / "own.json"
    file.write_text(json.dumps(document(own)))
    stage = open_program(routine_file=file)
    return stage, listen(stage)


def test_recorded_lines_are_heard_in_their_place_and_a_stop_is_one_of_them(
    open_program: Opener, tmp_path: Path
) -> None:
    stage, voice = opened(open_program, tmp_path)
    voice.recorded = CLIPS
    told: list[str] = []
    stage.narrator.wordless.connect(told.append)
    stage.start()
    voice.flow(25_000)

    assert voice.texts()[:2] == ["Next, your own exercise, right side.", "Sit up tall."]
    assert "Right side. Hold." in voice.texts()
    assert set(voice.texts()) <= set(CLIPS)
    assert set(voice.prepared) <= set(CLIPS)
    assert "Your own sentences cannot be spoken here" in told[0]
    before = len(voice.heard)
    stage.press(KEY.Key_Escape)
    assert voice.texts(before) == ["Stopping. Come out slowly, and rest."]


def test_speech_that_fails_in_a_session_is_stood_in_for_from_then_on(open_program: Opener, tmp_path: Path) -> None:
    said = OWN["say"]
    assert isinstance(said, dict)
    stage, voice = opened(open_program, tmp_path, {**OWN, "say": {**said, "half": "Half is done."}})
    stage.start()
    voice.flow(12_000)
    assert "Hold." in voice.texts()
    voice.recorded = CLIPS
    stage.narrator.lose_words()
    before = len(voice.heard)
    voice.flow(26_000)

    assert voice.texts(before)[-2:] == ["Come out slowly. Rest.", "Left side. Hold."]
    assert set(voice.texts(before)) <= set(CLIPS)
    stage.press(KEY.Key_Escape)
    assert voice.texts()[-1] == "Stopping. Come out slowly, and rest."
