"""The page Listen: all that is said, as text with times, and each line played when it is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QGuiApplication, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.core.events import Phase
from coach.core.pacing import Preset, pacing_of
from coach.core.speech.compiler import compile_script
from coach.core.speech.printed import printed
from coach.core.timeline import plan
from coach.ui.help.listen_page import ListenPage
from coach.words import spoken_phrases
from tests.ui.recorded_voice import RecordedVoice, listen
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from coach.core.speech.vocabulary import Script
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

FIRST, SECOND = spoken_phrases.WAY_DOWN, spoken_phrases.ALREADY_DOWN
LONG_MS = 600_000
"""A line that still sounds, however slow the machine is."""


def script_of(stage: Stage, voice: RecordedVoice, preset: Preset, place: int = 0) -> Script:
    routine = stage.routines[place]
    return compile_script(routine, plan(routine, pacing_of(preset)), voice.length_ms)


def page_of(stage: Stage) -> ListenPage:
    page = stage.page()
    assert isinstance(page, ListenPage)
    return page


def filled(stage: Stage, before: object = ()) -> ListenPage:
    """Return the page once it shows a script, or another one than before."""
    page = page_of(stage)
    for _try in range(5_000):
        if page.script.rows and page.script.rows != before:
            return page
        wait_ms(1)
    pytest.fail("no script is shown")


def opened(stage: Stage) -> ListenPage:
    stage.trigger("listen")
    return filled(stage)


def place_of(page: ListenPage, words: str) -> int:
    return next(place for place, row in enumerate(page.script.rows) if row.words == words)


def go_to(stage: Stage, page: ListenPage, words: str) -> None:
    """Bring the keyboard to a row, by keys."""
    page.script.setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(KEY.Key_Home)
    for _down in range(place_of(page, words)):
        stage.press(KEY.Key_Down)


def click_row(stage: Stage, page: ListenPage, words: str) -> None:
    model = page.script.model()
    place = page.script.visualRect(model.index(place_of(page, words), 0)).center()
    stage.lift_hand()
    QTest.mouseClick(page.script.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


class TimedVoice(RecordedVoice):
    """Says every sentence in as long as a test sets."""

    lasts_ms = 0

    def length_ms(self, text: str) -> int:
        return self.lasts_ms or super().length_ms(text)


@pytest.fixture(name="voice")
def _voice(stage: Stage) -> TimedVoice:
    voice = TimedVoice(stage)
    stage.narrator.use(voice)
    return voice


# What is read


@pytest.mark.parametrize("preset", Preset)
def test_every_line_and_tone_is_there_with_its_time(stage: Stage, voice: RecordedVoice, preset: Preset) -> None:
    page = opened(stage)
    page.pace.setFocus()
    for _step in range(list(Preset).index(preset)):
        before = page.script.rows
        stage.press(KEY.Key_Down)
        filled(stage, before)

    cues = script_of(stage, voice, preset).cues()
    times = [f"{at_ms // 60_000}:{at_ms // 1000 % 60:02}" for at_ms, _prompt in cues]
    shown = [row for row in page.script.rows if row.line is not None and row.time and not row.time.startswith("+")]
    assert sorted(row.time for row in shown) == sorted(times)
    assert [row.words for row in shown if row.line is not None and row.line.text] != []
    assert {row.line.text for row in shown if row.line is not None} == {prompt.text for _at_ms, prompt in cues}
    waits = preset is Preset.WAIT_FOR_ME
    assert any(row.time.startswith("+") for row in page.script.rows) is waits
    assert ("The times do not count how long it waits for you." in stage.texts(page)) is waits


def test_rows_are_read_with_their_times_and_headings_as_headings(stage: Stage, voice: RecordedVoice) -> None:
    del voice
    page = opened(stage)
    QAccessible.setActive(True)
    told = QAccessible.queryAccessibleInterface(page.script)
    assert told is not None
    assert (told.role(), told.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "Script")
    rows = [told.child(place) for place in range(told.childCount())]
    QAccessible.setActive(False)

    names = [row.text(QAccessible.Text.Name) for row in rows]
    assert len(names) == len(page.script.rows)
    assert names[:3] == [f"Down to the floor, {names[0].split(', ')[1]}", "0:00, tone: get ready", f"0:00, {FIRST}"]
    assert all(row.role() == QAccessible.Role.ListItem for row in rows)
    described = [row.text(QAccessible.Text.Description) for row in rows]
    assert [bool(words) for words in described] == [row.line is None for row in page.script.rows]
    assert any("Single knee to chest, Right side, round 1 of 3, Hold, 30 s" in name for name in names)
    assert "At a pause" in names


def test_the_other_routine_is_read_too(stage: Stage, voice: RecordedVoice) -> None:
    page = opened(stage)
    before = page.script.rows
    page.routine.setFocus()
    stage.press(KEY.Key_Down)
    filled(stage, before)

    texts = {row.line.text for row in page.script.rows if row.line is not None and row.time}
    assert texts == {prompt.text for _at_ms, prompt in script_of(stage, voice, Preset.DEFAULT, 1).cues()}
    assert stage.routine.id == stage.routines[0].id, "what is chosen for the next session stays"


# What is heard


def test_enter_space_and_a_click_play_a_line_and_cut_the_one_before(stage: Stage, voice: RecordedVoice) -> None:
    page = opened(stage)
    go_to(stage, page, FIRST)
    stage.press(KEY.Key_Return)
    assert voice.texts() == [FIRST]
    stage.press(KEY.Key_Down)
    news = stage.news
    stage.press(KEY.Key_Space)
    assert voice.texts() == [FIRST, SECOND]
    click_row(stage, page, FIRST)

    assert voice.texts() == [FIRST, SECOND, FIRST]
    assert [what for _ms, what in voice.heard][-2:] == ["[hush]", FIRST]
    assert stage.news == news
    assert stage.page() is page
    assert stage.player.snapshot() is None or stage.phase() is Phase.READY


def test_the_same_line_pressed_again_is_silenced(stage: Stage, voice: TimedVoice) -> None:
    page = opened(stage)
    voice.lasts_ms = LONG_MS
    click_row(stage, page, FIRST)
    click_row(stage, page, FIRST)
    assert voice.texts() == [FIRST]
    assert voice.heard[-1][1] == "[hush]"
    click_row(stage, page, FIRST)
    assert voice.texts() == [FIRST, FIRST]


def test_a_tone_is_played_and_a_heading_is_not(stage: Stage, voice: RecordedVoice) -> None:
    page = opened(stage)
    go_to(stage, page, "tone: get ready")
    stage.press(KEY.Key_Enter)
    assert voice.heard[-1][1] == "[ready]"
    heard = len(voice.heard)
    stage.press(KEY.Key_Up)
    stage.press(KEY.Key_Return)
    stage.press(KEY.Key_Space)
    assert len(voice.heard) == heard
    assert stage.page() is page


def test_a_line_is_played_with_the_voice_off_too(stage: Stage, voice: RecordedVoice) -> None:
    stage.preferences.change(voice=False, tones=False)
    page = opened(stage)
    click_row(stage, page, FIRST)
    assert voice.texts() == [FIRST]


def test_to_leave_the_page_is_to_silence_it(stage: Stage, voice: TimedVoice) -> None:
    page = opened(stage)
    voice.lasts_ms = LONG_MS
    click_row(stage, page, FIRST)
    stage.press(KEY.Key_Escape)
    assert stage.page() is stage.start_page
    assert voice.heard[-1][1] == "[hush]"


def test_from_here_on_line_follows_line_without_the_silences_until_stop(
    stage: Stage, voice: TimedVoice, qtbot: QtBot
) -> None:
    page = opened(stage)
    voice.lasts_ms = 1
    go_to(stage, page, FIRST)
    stage.click(page.play)
    before = QApplication.focusWidget(), stage.news
    qtbot.waitUntil(lambda: len(voice.texts()) >= 3)
    assert voice.texts()[:3] == [FIRST, SECOND, spoken_phrases.ESCAPE_STOPS]
    assert page.play.text() == "Stop playing"
    assert (QApplication.focusWidget(), stage.news) == before

    stage.click(page.play)
    heard = voice.texts()
    assert page.play.text() == "Play from here"
    wait_ms(400)
    assert voice.texts() == heard


def sign(page: ListenPage, words: str) -> QImage:
    """Return the picture of the sign before a line, in black and white: without its colours."""
    rect = page.script.visualRect(page.script.model().index(place_of(page, words), 0))
    # Its middle alone: what is around it changes with the focus, too.
    middle = QRect(rect.left() + 9, rect.center().y() - 6, 12, 12)
    flags = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.ThresholdDither
    return page.script.viewport().grab(middle).toImage().convertToFormat(QImage.Format.Format_Mono, flags)


def test_the_line_that_sounds_has_another_sign_and_is_in_sight(stage: Stage, voice: TimedVoice) -> None:
    page = opened(stage)
    voice.lasts_ms = LONG_MS
    go_to(stage, page, SECOND)
    stage.press(KEY.Key_Home)
    quiet = sign(page, FIRST)
    click_row(stage, page, FIRST)
    assert sign(page, FIRST) != quiet
    click_row(stage, page, FIRST)
    assert sign(page, FIRST) == quiet

    page.script.set_place(place_of(page, "At other keys"))
    page.script.scrollToTop()
    stage.click(page.play)
    index = page.script.model().index(place_of(page, "At other keys") + 1, 0)
    assert page.script.viewport().rect().contains(page.script.visualRect(index))


def test_the_key_that_switches_the_voice_off_ends_what_would_come_next(
    stage: Stage, voice: TimedVoice, qtbot: QtBot
) -> None:
    page = opened(stage)
    voice.lasts_ms = 1
    stage.click(page.play)
    stage.press(KEY.Key_M)
    qtbot.waitUntil(lambda: voice.texts()[-1:] == [spoken_phrases.VOICE_OFF])
    heard = voice.texts()
    wait_ms(700)
    assert voice.texts() == heard
    assert page.play.text() == "Play from here"


# In a session, and without sound


@pytest.fixture(name="live")
def _live(stage: Stage, voice: RecordedVoice) -> tuple[Stage, RecordedVoice]:
    stage.start()
    stage.advance(1_000)
    return stage, voice


def test_nothing_is_played_into_a_session_and_its_keys_stay(live: tuple[Stage, RecordedVoice]) -> None:
    stage, voice = live
    page = opened(stage)
    assert stage.phase() is Phase.RUNNING
    assert any("During a session" in text for text in stage.texts(page))
    assert not page.play.isEnabled()
    heard = list(voice.heard)
    click_row(stage, page, FIRST)
    go_to(stage, page, FIRST)
    stage.press(KEY.Key_Return)
    assert voice.heard == heard

    stage.press(KEY.Key_Space)
    assert stage.phase() is Phase.PAUSED
    stage.press(KEY.Key_Escape)
    assert stage.is_stopped


def test_to_leave_it_in_a_session_cuts_nothing_that_is_said(live: tuple[Stage, RecordedVoice]) -> None:
    stage, voice = live
    page = opened(stage)
    heard = list(voice.heard)
    stage.click(page.close_button)
    assert stage.page() is stage.session_page
    assert voice.heard == heard


def test_what_is_played_is_over_when_the_check_asks_and_a_session_begins(stage: Stage, voice: RecordedVoice) -> None:
    page = opened(stage)
    click_row(stage, page, FIRST)
    stage.start_page.start.click()
    stage.wait_for_check()
    assert stage.page() is stage.check_page
    assert voice.texts() == [FIRST]
    assert voice.heard[-1][1] == "[hush]"
    stage.pass_check()
    heard = len(voice.heard)
    voice.flow(3_000)
    assert FIRST not in voice.texts(heard)
    assert "[hush]" not in [what for _ms, what in voice.heard[heard:]]


def test_without_sound_it_is_text_and_says_so_until_there_is(stage: Stage) -> None:
    page = opened(stage)
    assert "There is no sound." in stage.texts(page)
    assert not page.play.isEnabled()
    click_row(stage, page, FIRST)
    assert stage.page() is page

    stage.press(KEY.Key_Escape)
    voice = listen(stage)
    page = opened(stage)
    stage.narrator.lose("No device.")
    assert "No device." in stage.texts(page)
    click_row(stage, page, FIRST)
    assert voice.texts() == []
    stage.narrator.find()
    assert "No device." not in stage.texts(page)
    click_row(stage, page, FIRST)
    assert voice.texts() == [FIRST]


# Copies


def test_a_line_and_the_whole_script_are_copied_as_text(stage: Stage, voice: RecordedVoice) -> None:
    page = opened(stage)
    go_to(stage, page, FIRST)
    stage.press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == f"0:00  {FIRST}"

    stage.click(page.copy)
    names = {exercise.id: exercise.name for exercise in stage.routine.exercises}
    whole = printed(script_of(stage, voice, Preset.DEFAULT), names)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[: len(whole)] == whole
    assert copied[len(whole)] == ""
    assert "At a pause" in copied[len(whole) :]
    assert stage.news == "The whole script is copied."
    assert voice.texts() == []


# As it looks


def rects(page: ListenPage) -> Iterator[tuple[str, QPoint, int, int]]:
    model = page.script.model()
    for place, row in enumerate(page.script.rows):
        rect = page.script.visualRect(model.index(place, 0))
        yield row.words, rect.topLeft(), rect.width(), rect.height()


@pytest.mark.parametrize("size", [(1200, 760), (1366, 768), (800, 600)], ids=str)
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_row_is_cut_off_or_covered(open_program: Opener, size: tuple[int, int], text_scale: float) -> None:
    stage = open_program(size=size, text_scale=text_scale)
    listen(stage)
    page = opened(stage)
    QApplication.processEvents()
    bottom = None
    metrics = QFontMetrics(stage.theme.font(16))
    wrapped = 0
    for words, at, width, height in rects(page):
        assert bottom is None or at.y() >= bottom, words
        bottom = at.y() + height
        assert 0 <= at.x() <= at.x() + width <= page.script.viewport().width()
        lines = -(-metrics.horizontalAdvance(words) // width)
        assert height >= lines * metrics.height(), words
        wrapped += lines > 1
    assert wrapped == 0 or text_scale > 1
    page.script.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus() is page.script
    for key in (KEY.Key_End, KEY.Key_Home, KEY.Key_Down, KEY.Key_PageUp):
        stage.press(key)
        row = page.script.visualRect(page.script.currentIndex())
        out_of_sight = QRegion(row).subtracted(page.script.viewport().visibleRegion())
        assert out_of_sight.isEmpty(), key.name
