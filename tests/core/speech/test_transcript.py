"""The script as it is read: nothing that may be heard is missing, and everything stands where it is heard."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.core.pacing import PACINGS, Preset
from coach.core.speech.compiler import compile_script
from coach.core.speech.situation import AS_WRITTEN
from coach.core.speech.transcript import Topic, transcript
from coach.core.speech.vocabulary import Script, Tone, estimate_ms
from coach.core.timeline import plan
from coach.words import safety_messages, spoken_phrases
from tests.cases import shipped

every_pace = pytest.mark.parametrize("preset", Preset)
every_routine = pytest.mark.parametrize("routine_id", ["lower-back", "lower-back-short"])


def script_of(routine_id: str, preset: Preset) -> Script:
    routine = shipped(routine_id)
    return compile_script(routine, plan(routine, PACINGS[preset]), estimate_ms)


@every_routine
@every_pace
def test_every_prompt_of_the_script_is_there_once_with_its_instant(routine_id: str, preset: Preset) -> None:
    script = script_of(routine_id, preset)
    parts = transcript(shipped(routine_id), script)

    timed = [part for part in parts if part.topic in {Topic.BLOCK, Topic.ALL_DONE}]
    told = sorted((line.at_ms or 0, line.text or "", line.tone or "") for part in timed for line in part.lines)
    assert told == sorted((at_ms, prompt.text or "", prompt.tone or "") for at_ms, prompt in script.cues())
    assert [part.block for part in timed[:-1]] == list(script.timeline.blocks)


@every_routine
def test_what_is_said_after_the_go_follows_its_gap_and_counts_from_the_go(routine_id: str) -> None:
    script = script_of(routine_id, Preset.WAIT_FOR_ME)
    parts = transcript(shipped(routine_id), script)
    led = 0
    for before, part in pairwise(parts):
        if part.topic is not Topic.AFTER_GO:
            continue
        assert part.block is not None
        assert before.block == part.block
        assert part.block.waits
        index = script.timeline.blocks.index(part.block)
        assert [line.text for line in part.lines] == [each.text for each in script.lead_ins(index, AS_WRITTEN)]
        assert all(0 <= (line.at_ms or 0) < part.block.lead_in_ms for line in part.lines)
        led += 1
    assert led >= 8


@every_pace
def test_what_has_no_instant_comes_last_each_exercise_with_its_easier_ways_and_its_stop(preset: Preset) -> None:
    routine = shipped("lower-back")
    parts = transcript(routine, script_of("lower-back", preset))
    last = [part for part in parts if all(line.at_ms is None for line in part.lines)]

    assert last == list(parts[-len(last) :])
    for exercise in routine.exercises:
        own = {part.topic: part for part in last if part.exercise is exercise}
        assert len(own[Topic.EASIER].lines) >= len(exercise.say.easier) > 0
        assert len(own[Topic.PAIN_STOP].lines) in {1, 2}
    said = {line.text for part in last for line in part.lines}
    assert {*spoken_phrases.AFTER_STOP, spoken_phrases.PAUSED, spoken_phrases.ENDED, spoken_phrases.LATER} <= said
    assert {safety_messages.STOPPING_IN_A_GAP, safety_messages.STOPPING_ON_A_WAY} <= said


def test_what_an_easier_way_says_otherwise_is_among_its_lines() -> None:
    parts = transcript(shipped("lower-back"), script_of("lower-back", Preset.DEFAULT))
    easier = {
        part.exercise.id: [line.text for line in part.lines]
        for part in parts
        if part.topic is Topic.EASIER and part.exercise is not None
    }
    assert "Breathe in, back to flat." in easier["cat-cow"]
    assert "Breathe in, back to flat." not in {line.text for part in parts if part.block for line in part.lines}


def test_every_tone_is_somewhere() -> None:
    parts = transcript(shipped("lower-back"), script_of("lower-back", Preset.DEFAULT))
    assert {line.tone for part in parts for line in part.lines} - {None} == set(Tone)
