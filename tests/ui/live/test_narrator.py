"""What the program says in a session: its voice is one that keeps what it was asked to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.core.speech.compiler import compile_script
from coach.core.timeline import plan
from coach.words import safety_messages, spoken_phrases
from tests.cases import shipped
from tests.ui.recorded_voice import STEP_MS, RecordedVoice, listen
from tests.ui.stage import KEY, Stage

if TYPE_CHECKING:
    from tests.ui.conftest import Opener

RELEASE = "Stopping. Let go. Put your foot down."


@pytest.fixture(name="voice")
def _voice(stage: Stage) -> RecordedVoice:
    """Return the recorded voice of a session that begins now."""
    voice = listen(stage)
    stage.start()
    return voice


def test_a_session_sounds_as_its_script_says_and_never_late(stage: Stage) -> None:
    voice = listen(stage)
    stage.start(lies_down=False)
    began_ms = stage.clock.ms
    voice.flow(150_000)

    script = compile_script(shipped(), plan(shipped()), voice.length_ms)
    expected = [(at_ms, prompt.text or f"[{prompt.tone}]") for at_ms, prompt in script.cues() if at_ms <= 150_000]
    heard = [(at_ms - began_ms, what) for at_ms, what in voice.heard if what != "[hush]"]
    assert [what for _at_ms, what in heard] == [what for _at_ms, what in expected]
    assert all(0 <= at_ms - due_ms <= STEP_MS for (at_ms, _w), (due_ms, _x) in zip(heard, expected, strict=True))


def test_everything_is_made_ready_before_it_is_needed(stage: Stage, voice: RecordedVoice) -> None:
    """Also what only whoever lay already hears, the line that leads back after a pause, and a stop."""
    voice.flow(12_000)
    assert voice.awake[-1] is True
    assert "On your back, knees bent, feet flat." in voice.texts()
    stage.press(KEY.Key_Space)
    stage.press(KEY.Key_Space)
    voice.flow(70_000)
    before = len(voice.heard)
    stage.press(KEY.Key_Escape)

    assert voice.texts(before) == [RELEASE]
    assert set(voice.texts()) - set(spoken_phrases.general_lines()) <= set(voice.prepared)
    assert voice.prepared[0] == spoken_phrases.WAY_DOWN, "in the order in which they are needed"


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_S, KEY.Key_MediaStop])
def test_a_pain_stop_is_silent_first_and_then_says_how_to_come_out(
    stage: Stage, voice: RecordedVoice, key: KEY
) -> None:
    voice.flow(71_000)
    before = len(voice.heard)
    stage.press(key)

    told = [what for _ms, what in voice.heard[before:]]
    assert told[-2:] == ["[stop]", RELEASE]
    assert set(told[:-2]) == {"[hush]"}
    voice.flow(60_000)
    assert voice.texts(before) == [
        RELEASE,
        spoken_phrases.STOPPED,
        safety_messages.M_STOP_FIRST,
        *spoken_phrases.AFTER_STOP,
    ]


def test_what_is_said_after_a_pain_stop_ends_with_its_page(stage: Stage, voice: RecordedVoice) -> None:
    voice.flow(71_000)
    stage.press(KEY.Key_Escape)
    voice.flow(1_000)
    before = len(voice.heard)
    stage.click(stage.stopped_page.close_button)
    voice.flow(30_000)

    assert voice.texts(before) == []
    assert voice.awake[-1] is False


def test_a_skip_because_of_pain_says_the_release_of_what_was_skipped(stage: Stage, voice: RecordedVoice) -> None:
    voice.flow(71_000)
    stage.press(KEY.Key_Right)
    before = len(voice.heard)
    stage.click(stage.session_page.because)

    assert stage.is_stopped
    assert voice.texts(before)[0] == RELEASE


def test_m_switches_the_voice_off_and_on(stage: Stage, voice: RecordedVoice) -> None:
    voice.flow(71_000)
    before = len(voice.heard)
    stage.press(KEY.Key_M)
    voice.flow(35_000)

    assert voice.texts(before) == [spoken_phrases.VOICE_OFF]
    heard = [what for _ms, what in voice.heard[before:]]
    assert heard[0] == "[voice-off]"
    assert "[half]" in heard
    assert stage.preferences.now.voice is False
    before = len(voice.heard)
    stage.press(KEY.Key_M)
    voice.flow(1_000)
    assert [what for _ms, what in voice.heard[before:]] == ["[voice-on]", spoken_phrases.VOICE_ON]
    assert stage.phase() is Phase.RUNNING


def test_m_takes_away_only_what_it_overlaps(stage: Stage, voice: RecordedVoice) -> None:
    voice.flow(71_000)
    stage.press(KEY.Key_M)
    voice.flow(10_000)
    before = len(voice.heard)
    stage.press(KEY.Key_M)
    voice.flow(15_000)

    assert voice.texts(before) == [spoken_phrases.VOICE_ON, "Half-way. Other foot stays flat.", "Five seconds."]


@pytest.mark.parametrize("amount", ["all", "tones"])
def test_with_the_voice_off_a_stop_says_its_release_and_its_advice(open_program: Opener, amount: str) -> None:
    stage = open_program()
    stage.preferences.change(amount=amount)
    voice = listen(stage)
    stage.start()
    voice.flow(71_000)
    stage.press(KEY.Key_M)
    voice.flow(3_000)
    before = len(voice.heard)
    stage.press(KEY.Key_Escape)
    voice.flow(1_000)
    stage.press(KEY.Key_M)  # here too it silences nothing
    stage.press(KEY.Key_M)
    stage.press(KEY.Key_M)
    voice.flow(60_000)

    assert voice.texts(before) == [
        RELEASE,
        spoken_phrases.STOPPED,
        safety_messages.M_STOP_FIRST,
        *spoken_phrases.AFTER_STOP,
    ]
    stopped_ms = next(ms for ms, what in voice.heard[before:] if what == "[stop]")
    assert next(ms for ms, what in voice.heard[before:] if what == RELEASE) == stopped_ms


def test_r_is_spoken_with_the_voice_off_too(stage: Stage, voice: RecordedVoice) -> None:
    voice.flow(71_000)
    stage.press(KEY.Key_M)
    voice.flow(7_000)
    before = len(voice.heard)
    stage.press(KEY.Key_R)

    assert voice.texts(before) == ["Right knee in. Hold."]


def test_r_says_again_where_we_are(stage: Stage, voice: RecordedVoice) -> None:
    voice.flow(78_000)
    before = len(voice.heard)
    stage.press(KEY.Key_R)

    assert voice.texts(before) == ["Right knee in. Hold."]


def test_what_is_chosen_in_the_settings_reaches_the_voice(stage: Stage) -> None:
    voice = listen(stage)
    stage.preferences.change(volume=35, tones=False, speaker="bf_emma")

    assert voice.used[-1] == ("bf_emma", 35, True, False)


def test_with_tones_only_no_word_is_said_but_of_a_pain_stop(stage: Stage) -> None:
    stage.preferences.change(amount="tones")
    voice = listen(stage)
    stage.start()
    voice.flow(71_000)

    assert voice.texts() == []
    assert [what for _ms, what in voice.heard if what != "[hush]"][:3] == ["[ready]", "[ready]", "[go]"]
    stage.press(KEY.Key_Escape)
    assert voice.texts() == [RELEASE]


def test_a_session_many_times_as_fast_has_its_tones_alone(open_program: Opener) -> None:
    stage = open_program(speed=20)
    voice = listen(stage)
    stage.start()
    voice.flow(3_000)

    assert voice.texts() == []
    assert "[go]" in [what for _ms, what in voice.heard]


@pytest.mark.parametrize(("done_ms", "line"), [(14 * 60_000, spoken_phrases.THAT_WAS_ALL), (0, spoken_phrases.ENDED)])
def test_a_session_that_ends_says_how_to_get_up_and_the_last_one_only_if_it_was_done(
    stage: Stage, voice: RecordedVoice, done_ms: int, line: str
) -> None:
    stage.advance(done_ms)
    while stage.phase().is_live:
        stage.press(KEY.Key_Right)
    before = len(voice.heard)
    voice.flow(70_000)

    said = voice.texts(before - 3)
    assert [each for each in said if each in {spoken_phrases.THAT_WAS_ALL, spoken_phrases.ENDED}] == [line]
    assert voice.texts()[-1] == spoken_phrases.LATER
    assert (spoken_phrases.GET_UP in said) is bool(done_ms)
    assert voice.awake[-1] is False


# A stop while there is no sound


def test_a_stop_while_the_sound_is_away_is_said_when_it_is_back(stage: Stage, voice: RecordedVoice) -> None:
    voice.flow(71_000)
    voice.set_sound(is_there=False)
    stage.press(KEY.Key_Escape)
    voice.flow(30_000)
    before = len(voice.heard)
    voice.set_sound(is_there=True)
    voice.flow(60_000)

    assert voice.texts(before) == [
        RELEASE,
        spoken_phrases.STOPPED,
        safety_messages.M_STOP_FIRST,
        *spoken_phrases.AFTER_STOP,
    ]


def test_a_line_of_a_stop_that_was_cut_as_the_sound_went_is_said_again(stage: Stage, voice: RecordedVoice) -> None:
    voice.flow(71_000)
    stage.press(KEY.Key_Escape)
    voice.flow(voice.length_ms(RELEASE) + 500)
    assert voice.texts()[-1] == spoken_phrases.STOPPED
    voice.set_sound(is_there=False)
    voice.flow(3_000)
    before = len(voice.heard)
    voice.set_sound(is_there=True)
    voice.flow(60_000)

    assert voice.texts(before) == [
        spoken_phrases.STOPPED,
        safety_messages.M_STOP_FIRST,
        *spoken_phrases.AFTER_STOP,
    ]


def test_what_was_heard_is_not_said_again_when_the_sound_comes_and_goes(stage: Stage, voice: RecordedVoice) -> None:
    voice.flow(71_000)
    stage.press(KEY.Key_Escape)
    voice.flow(13_000)
    before = len(voice.heard)
    for is_there in (False, True):
        voice.set_sound(is_there=is_there)
    voice.flow(60_000)

    assert voice.texts(before) == [*spoken_phrases.AFTER_STOP]


def test_when_the_stopped_page_is_gone_nothing_of_it_is_said_any_more(stage: Stage, voice: RecordedVoice) -> None:
    voice.flow(71_000)
    voice.set_sound(is_there=False)
    stage.press(KEY.Key_Escape)
    voice.flow(1_000)
    stage.click(stage.stopped_page.close_button)
    before = len(voice.heard)
    voice.set_sound(is_there=True)
    voice.flow(30_000)

    assert voice.texts(before) == []


# The time after a session


def _finish(stage: Stage, voice: RecordedVoice) -> None:
    """Do all of it, and rest for 9 s."""
    stage.advance(18 * 60_000)
    while stage.phase().is_live:
        stage.advance(1_000)
    voice.flow(9_000)
    assert voice.texts()[-1] == spoken_phrases.THAT_WAS_ALL


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_PageUp, KEY.Key_MediaPlay])
def test_a_key_during_the_rest_begins_the_way_up_and_the_page_stays(
    stage: Stage, voice: RecordedVoice, key: KEY
) -> None:
    _finish(stage, voice)
    stage.press(key)

    assert voice.texts()[-1] == spoken_phrases.GET_UP
    assert stage.page() is stage.closing_page
    voice.flow(60_000)
    assert voice.texts()[-1] == spoken_phrases.LATER


def test_space_on_an_answer_of_the_closing_page_answers_and_disturbs_nothing(
    stage: Stage, voice: RecordedVoice
) -> None:
    _finish(stage, voice)
    number = stage.closing_page.after.scale.numbers[1]
    number.setFocus()
    before = len(voice.heard)
    stage.press(KEY.Key_Space)

    assert stage.closing_page.after.scale.value == 1
    assert voice.texts(before) == []
    stage.press(KEY.Key_MediaPlay)
    assert voice.texts(before) == [spoken_phrases.GET_UP]


def test_a_mistaken_stop_after_the_end_says_no_more_of_the_stop_and_the_way_up_again(
    stage: Stage, voice: RecordedVoice
) -> None:
    _finish(stage, voice)
    stage.press(KEY.Key_Escape)
    assert voice.texts()[-1] == safety_messages.STOPPING_ON_A_WAY
    voice.flow(1_000)
    before = len(voice.heard)
    stage.click(stage.stopped_page.mistake)
    stage.click(stage.stopped_page.no)
    assert stage.page() is stage.closing_page
    voice.flow(90_000)

    assert voice.texts(before)[0] == spoken_phrases.GET_UP
    assert voice.texts(before)[-1] == spoken_phrases.LATER
