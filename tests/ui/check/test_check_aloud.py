"""The messages of the check are said as well as shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from coach.core.safety import Question
from coach.ui.check.hearing_page import HearPage
from coach.ui.check.sound_panel import RoundButton
from coach.ui.kit.painting import RIM
from coach.words import safety_messages, spoken_phrases
from tests.ui.stage import KEY, Stage
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.recorded_voice import RecordedVoice


# The messages of the check are said as well as shown


def test_a_warning_sign_is_answered_aloud_too(stage: Stage, voice: RecordedVoice) -> None:
    stage.preferences.change(heard="yes")
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    stage.answer("One or more of these")
    stage.answer("Yes, or I am not sure")

    assert voice.texts() == [spoken_phrases.FLAG]


def test_a_sign_that_a_professional_has_looked_at_is_answered_aloud_too(stage: Stage, voice: RecordedVoice) -> None:
    stage.preferences.change(heard="yes")
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    stage.answer("One or more of these")
    stage.answer("No, only in the second list")
    assert voice.texts() == [spoken_phrases.FLAG_TODAY]

    stage.answer("Yes")
    stage.answer("None of these")
    stage.answer("2", pain=2)

    assert voice.texts()[1:] == [safety_messages.M_CLEARED]


def test_severe_pain_is_answered_aloud_too_and_leaving_is_silent(stage: Stage, voice: RecordedVoice) -> None:
    stage.preferences.change(heard="yes")
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    check = stage.check
    while check.question is not Question.PAIN:
        stage.answer("None of these")
    stage.answer("8", pain=8)

    assert voice.texts() == [spoken_phrases.SEVERE]
    stage.click(stage.check_page.back)
    assert voice.heard[-1][1] == "[hush]"


def test_more_pain_after_a_session_is_answered_aloud_too(stage: Stage, voice: RecordedVoice) -> None:
    stage.preferences.change(heard="yes")
    stage.start()
    while stage.phase().is_live:
        stage.press(KEY.Key_Right)
    before = len(voice.heard)
    stage.click(stage.closing_page.after.scale.numbers[5])
    voice.flow(60_000)

    assert voice.texts(before) == [spoken_phrases.WORSE]
    assert safety_messages.M_WORSE in spoken_phrases.WORSE


def test_a_stop_on_the_closing_page_is_said_in_full_after_the_advice(stage: Stage, voice: RecordedVoice) -> None:
    stage.preferences.change(heard="yes")
    stage.start()
    while stage.phase().is_live:
        stage.press(KEY.Key_Right)
    stage.click(stage.closing_page.after.scale.numbers[5])
    before = len(voice.heard)
    stage.press(KEY.Key_Escape)
    voice.flow(40_000)

    assert stage.page() is stage.stopped_page
    assert voice.texts(before)[1:] == [spoken_phrases.STOPPED, safety_messages.M_STOP_FIRST, *spoken_phrases.AFTER_STOP]


def test_a_stop_cuts_what_was_still_to_be_tried_out(stage: Stage, voice: RecordedVoice, qtbot: QtBot) -> None:
    stage.preferences.change(heard="yes")
    stage.start()
    voice.flow(71_000)
    stage.narrator.try_out()
    stage.press(KEY.Key_Escape)
    before = len(voice.heard)
    qtbot.wait(800)

    assert spoken_phrases.HEARD not in voice.texts(before)


def test_the_start_page_tells_of_missing_sound_while_it_is_missing(
    stage: Stage,
    voice: RecordedVoice,  # noqa: ARG001 - a program that can speak
) -> None:
    narrator = stage.narrator

    def told() -> list[str]:
        return [text for text in stage.texts(stage.start_page) if "There is no sound now" in text]

    narrator.lose("No sound device was found.")
    assert len(told()) == 1
    assert "No sound device was found." in told()[0]
    narrator.find()
    assert told() == []
    narrator.lose("The sound server is gone.")
    assert "The sound server is gone." in told()[0]


def test_the_words_of_the_round_button_hang_in_its_middle(open_program: Opener) -> None:
    for text_scale in (1.0, 2.0):
        stage = open_program(text_scale=text_scale, size=(1200, 760))
        there = stage.side_pages.hear()
        stage.show_side_page(there)
        assert isinstance(there, HearPage)
        button = there.play
        assert isinstance(button, RoundButton)
        icon, words, _font = button.content()
        middle = (icon.top() + words.bottom()) / 2

        assert abs(middle - button.rect().center().y()) <= 1
        assert abs(words.center().x() - button.rect().center().x()) <= 1
        assert words.height() < 2.2 * there.title.font().pixelSize()


def test_its_rows_begin_where_words_begin_and_end_where_the_panel_ends(stage: Stage) -> None:
    there = stage.side_pages.hear()
    stage.show_side_page(there)
    assert isinstance(there, HearPage)
    wait_ms(1)

    def left(widget: QWidget) -> int:
        return widget.mapTo(there, QPoint(0, 0)).x()

    title = left(there.title)
    assert [left(row) + RIM for row in (there.both, there.tone, there.nothing)] == [title] * 3
    there.nothing.click()
    wait_ms(1)
    assert left(there._card) + RIM == title
