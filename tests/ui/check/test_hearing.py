"""Whether coach is heard: asked once before the first session, and tried out from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from coach.core.events import Phase
from coach.core.safety import Question
from coach.ui.check.hearing_page import HearPage
from coach.ui.check.sound_panel import RoundButton
from coach.ui.kit.edge_note import PassingNote
from coach.ui.kit.painting import RIM
from coach.ui.settings.settings_page import SettingsPage
from coach.words import safety_messages, spoken_phrases
from tests.ui.recorded_voice import RecordedVoice
from tests.ui.settings.chosen import choose, entries
from tests.ui.shell.test_layout import wrong_in
from tests.ui.stage import KEY, Stage, focus

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener

VOICES = {"am_michael": "Michael", "bf_emma": "Emma"}


@pytest.fixture(name="voice")
def _voice(stage: Stage) -> RecordedVoice:
    """Return the voice of a program that can speak as two people."""
    voice = RecordedVoice(stage)
    stage.narrator.use(voice, VOICES)
    return voice


def hear_page(stage: Stage) -> HearPage:
    page = stage.page()
    assert isinstance(page, HearPage)
    return page


def test_before_the_first_session_a_tone_and_a_sentence_are_played(
    stage: Stage, voice: RecordedVoice, qtbot: QtBot
) -> None:
    stage.click(stage.start_page.start)

    assert hear_page(stage).isVisible()
    qtbot.waitUntil(lambda: spoken_phrases.HEARD in voice.texts())
    assert [what for _ms, what in voice.heard if what != "[hush]"] == ["[ready]", spoken_phrases.HEARD]


def test_whoever_hears_both_goes_on_to_the_check_and_is_not_asked_again(
    stage: Stage,
    voice: RecordedVoice,  # noqa: ARG001 - a program that can speak
    qtbot: QtBot,
) -> None:
    stage.click(stage.start_page.start)
    page = hear_page(stage)
    assert focus() is page.title
    stage.press(KEY.Key_Return)
    assert stage.page() is page, "a stray key answers nothing"
    page.both.setFocus()
    stage.press(KEY.Key_Return)

    stage.wait_for_check()
    assert stage.page() is stage.check_page
    assert stage.preferences.now.heard == "yes"
    stage.show_start()
    stage.click(stage.start_page.start)
    qtbot.waitUntil(lambda: stage.page() is stage.check_page)


@pytest.mark.parametrize(("pressed", "kept"), [("tone", "tones"), ("nothing", "no")])
def test_whoever_hears_less_is_told_what_to_try_and_may_go_on(
    stage: Stage, voice: RecordedVoice, qtbot: QtBot, pressed: str, kept: str
) -> None:
    stage.click(stage.start_page.start)
    page = hear_page(stage)
    stage.click(getattr(page, pressed))

    assert page.help.isVisible()
    assert stage.news == f"{page.help.text()} Or go on without it."
    assert stage.preferences.now.heard == ""
    stage.click(page.play)
    qtbot.waitUntil(lambda: voice.texts().count(spoken_phrases.HEARD) >= 1)
    stage.click(page.go_on)
    stage.wait_for_check()
    assert stage.preferences.now.heard == kept


def test_what_to_try_is_in_sight_in_a_small_window_too(
    stage: Stage,
    voice: RecordedVoice,  # noqa: ARG001 - a program that can speak
    qtbot: QtBot,
) -> None:
    stage.program.window.resize(667, 447)
    stage.click(stage.start_page.start)
    page = hear_page(stage)
    page.nothing.click()

    def in_sight(widget: QWidget) -> bool:
        return widget.visibleRegion().boundingRect().height() == widget.height() > 0

    qtbot.waitUntil(lambda: in_sight(page.help) and in_sight(page.go_on))


def test_the_volume_can_be_set_where_it_is_asked(stage: Stage, voice: RecordedVoice) -> None:
    stage.click(stage.start_page.start)
    slider = hear_page(stage).panel.volume
    assert slider.value() == 80
    slider.setFocus()

    stage.press(KEY.Key_Left)

    assert stage.preferences.now.volume == voice.used[-1][1] == 75
    assert "75 %" in stage.texts(stage.page())


@pytest.mark.parametrize("still", [False, True])
def test_rings_pulse_while_it_sounds_unless_nothing_is_to_move(
    stage: Stage, voice: RecordedVoice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, still: bool
) -> None:
    monkeypatch.setattr(voice, "length_ms", lambda _text: 60)
    stage.preferences.change(less_motion="on" if still else "off")
    stage.click(stage.start_page.start)
    rings = hear_page(stage).panel
    assert rings.is_pulsing is not still
    qtbot.waitUntil(lambda: not rings.is_pulsing, timeout=3_000)
    QTest.qWait(5)
    rest = rings.play.grab().toImage()

    stage.click(rings.play)

    assert rings.is_pulsing is not still
    if still:
        QTest.qWait(60)
        assert rings.play.grab().toImage() == rest


def test_the_answers_are_rows_with_a_second_line_and_go_on_comes_only_with_help(
    stage: Stage,
    voice: RecordedVoice,  # noqa: ARG001 - a program that can speak
) -> None:
    stage.window.resize(1200, 760)
    stage.click(stage.start_page.start)
    page = hear_page(stage)
    QTest.qWait(5)
    rows = (page.both, page.tone, page.nothing)
    assert [row.accessibleDescription() for row in rows] == [
        "All is well.",
        "The voice may be off.",
        "We look for the reason together.",
    ]
    assert len({row.width() for row in rows}) == 1
    assert page.play.width() >= 144
    assert not page.go_on.isVisible()

    stage.click(page.nothing)
    QTest.qWait(5)

    assert page.go_on.isVisible()
    assert all(row.visibleRegion().boundingRect() == row.rect() for row in rows)
    below = page.nothing.mapTo(page, page.nothing.rect().bottomLeft()).y()
    assert page.help.mapTo(page, page.help.rect().topLeft()).y() > below


def test_the_answers_follow_the_text_size_as_if_they_had_been_made_in_it(stage: Stage) -> None:
    stage.window.resize(1366, 768)
    needed = []
    for percent in (100, 200):
        stage.preferences.change(text_size=percent)
        stage.show_side_page(stage.side_pages.hear())
        stage.preferences.change(text_size=200)
        QTest.qWait(5)
        page = hear_page(stage)
        needed.append([row.sizeHint() for row in (page.both, page.tone, page.nothing)])
        stage.press(KEY.Key_Escape)

    assert needed[0] == needed[1]


SIZES = [(1200, 760, 1), (1280, 680, 1), (1000, 640, 1), (800, 600, 1), (640, 360, 1), (1366, 768, 2)]


@pytest.mark.parametrize("case", SIZES, ids=lambda case: f"{case[0]}x{case[1]} {case[2]:.0%}")
def test_nothing_is_cut_on_the_page_in_any_size(open_program: Opener, case: tuple[int, int, float]) -> None:
    stage = open_program(text_scale=case[2])
    stage.window.setMinimumSize(1, 1)
    stage.window.resize(*case[:2])
    stage.show_side_page(stage.side_pages.hear())
    page = hear_page(stage)
    QTest.qWait(5)
    assert wrong_in(stage.window) == []
    page.nothing.click()
    QTest.qWait(5)
    assert wrong_in(stage.window) == []


def test_closing_the_page_leads_back_and_begins_nothing(
    stage: Stage,
    voice: RecordedVoice,  # noqa: ARG001 - a program that can speak
) -> None:
    stage.click(stage.start_page.start)
    stage.click(hear_page(stage).back)

    assert stage.page() is stage.start_page
    assert stage.preferences.now.heard == ""


def test_while_it_is_asked_there_is_no_start_to_press(stage: Stage, voice: RecordedVoice, qtbot: QtBot) -> None:
    start = stage.start_page
    stage.click(start.start)
    assert voice.can_be_heard
    assert not start.start.isVisible()

    stage.actions["settings"].trigger()  # another page takes its place
    assert not start.start.isVisible()
    stage.press(KEY.Key_Escape)
    qtbot.waitUntil(start.start.isVisible)


def test_without_sound_nobody_is_asked_whether_they_hear_it(stage: Stage, voice: RecordedVoice) -> None:
    stage.narrator.lose("No sound device was found.")
    stage.click(stage.start_page.start)

    stage.wait_for_check()
    assert stage.page() is stage.check_page
    assert voice.texts() == []


def test_while_it_is_not_known_whether_there_is_sound_nobody_is_asked(stage: Stage, voice: RecordedVoice) -> None:
    voice.can_be_heard = False
    stage.click(stage.start_page.start)

    stage.wait_for_check()
    assert stage.page() is stage.check_page
    assert stage.preferences.now.heard == ""


def test_sound_that_is_lost_while_it_is_asked_about_is_told(
    stage: Stage,
    voice: RecordedVoice,  # noqa: ARG001 - a program that can speak
) -> None:
    stage.click(stage.start_page.start)
    stage.narrator.lose("No sound device was found.")

    assert hear_page(stage).help.text() == "No sound device was found."
    assert hear_page(stage).go_on.isVisible()


def test_lost_sound_is_told_once_until_it_is_back(stage: Stage) -> None:
    told: list[str] = []
    narrator = stage.narrator
    narrator.lost.connect(told.append)
    narrator.found.connect(lambda: told.append("found"))
    for why in ("gone", "gone", "still gone"):
        narrator.lose(why)
    narrator.find()
    narrator.find()
    narrator.lose("gone again")

    assert told == ["gone", "found", "gone again"]


def test_sound_that_is_lost_in_a_session_is_told_on_screen_and_the_session_goes_on(
    stage: Stage, voice: RecordedVoice
) -> None:
    stage.preferences.change(heard="yes")
    stage.start()
    voice.flow(71_000)
    stage.narrator.lose("The sound server is gone.")

    note = stage.session_page.notes.sound
    assert note.isVisible()
    assert note.text == stage.news == "There is no sound now. Everything is on the screen."
    assert not note.geometry().intersects(stage.session_page.ring.geometry())
    voice.flow(5_000)
    assert stage.phase() is Phase.RUNNING
    stage.narrator.find()
    assert not note.isVisible()


def test_two_notes_do_not_lie_over_each_other(stage: Stage, voice: RecordedVoice) -> None:
    stage.preferences.change(heard="yes")
    stage.start()
    voice.flow(71_000)
    session = stage.session_page
    stage.live.set_elsewhere(elsewhere=True)
    stage.narrator.lose("The sound server is gone.")

    assert not session.notes.sound.geometry().intersects(session.notes.focus.geometry())


def test_the_screen_tells_that_the_voice_was_switched_off_and_on(stage: Stage, voice: RecordedVoice) -> None:
    stage.preferences.change(heard="yes")
    stage.start()
    voice.flow(71_000)
    note = stage.session_page.notes.sound
    stage.press(KEY.Key_M)
    assert note.isVisible()
    assert note.text == "The voice is off. M switches it on."

    stage.press(KEY.Key_M)
    assert note.isVisible()
    assert note.text == stage.news == "The voice is on."
    stage.voice_told.timeout.emit()
    assert not note.isVisible()


@pytest.mark.parametrize("before", [True, False])
def test_without_sound_the_key_changes_nothing_and_says_so(stage: Stage, voice: RecordedVoice, *, before: bool) -> None:
    stage.preferences.change(heard="yes", voice=before)
    stage.start()
    voice.flow(71_000)
    stage.narrator.lose("The sound server is gone.")
    stage.press(KEY.Key_M)

    note = stage.session_page.notes.sound
    assert stage.preferences.now.voice is before
    assert note.isVisible()
    assert note.text == stage.news == "There is no sound now. The voice stays as it is."
    stage.narrator.find()
    stage.press(KEY.Key_M)
    assert stage.preferences.now.voice is not before


@pytest.mark.parametrize("place", ["start", "settings", "check"])
def test_the_key_is_answered_on_every_page(stage: Stage, voice: RecordedVoice, place: str) -> None:
    assert voice.can_be_heard
    stage.preferences.change(heard="yes")
    if place == "settings":
        stage.actions["settings"].trigger()
    elif place == "check":
        stage.click(stage.start_page.start)
        stage.wait_for_check()
    page = stage.page()
    for words in ("The voice is off. M switches it on.", "The voice is on."):
        stage.press(KEY.Key_M)
        (note,) = [each for each in page.findChildren(PassingNote) if each.isVisible()]
        assert note.text == words
        assert page.rect().contains(note.geometry())
    stage.narrator.lose("The sound server is gone.")
    stage.press(KEY.Key_M)

    (note,) = [each for each in page.findChildren(PassingNote) if each.isVisible()]
    assert note.text == stage.news == "There is no sound now. The voice stays as it is."
    assert stage.preferences.now.voice


def test_a_computer_that_never_had_sound_keeps_its_voice_for_the_day_it_has(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_M)

    assert stage.preferences.now.voice
    assert stage.session_page.notes.sound.text == "There is no sound now. The voice stays as it is."


# The settings


def settings_page(stage: Stage) -> SettingsPage:
    stage.actions["settings"].trigger()
    page = stage.page()
    assert isinstance(page, SettingsPage)
    return page


def test_the_settings_offer_who_speaks_and_how_much_and_how_loud(stage: Stage, voice: RecordedVoice) -> None:
    page = settings_page(stage)
    card = page.voice
    page.show_pane(card)

    assert [name for _value, name in entries(card.speaker)] == ["Michael", "Emma"]
    choose(card.speaker, "bf_emma")
    card.volume.setFocus()
    QTest.keyClick(card.volume, Qt.Key.Key_Left)
    card.tones.click()
    assert voice.used[-1] == ("bf_emma", 75, True, False)
    assert card.percent.text() == "75 %"
    card.voice.click()
    assert voice.used[-1] == ("bf_emma", 75, False, False)


def test_the_settings_play_what_is_to_be_heard(stage: Stage, voice: RecordedVoice, qtbot: QtBot) -> None:
    page = settings_page(stage)
    page.show_pane(page.voice)
    stage.click(page.voice.hear)

    qtbot.waitUntil(lambda: voice.texts() == [spoken_phrases.HEARD])


def test_the_settings_tell_why_nothing_is_heard(
    stage: Stage,
    voice: RecordedVoice,  # noqa: ARG001 - a program that can speak
) -> None:
    stage.narrator.lose("No sound device was found.")
    page = settings_page(stage)
    card = page.voice
    page.show_pane(card)
    assert not card.trouble.isVisible()
    stage.click(card.hear)
    assert card.trouble.isVisible()
    assert card.trouble.text() == stage.news == "No sound device was found."

    stage.narrator.find()
    stage.click(card.hear)
    assert not card.trouble.isVisible()


def test_the_settings_follow_the_key(stage: Stage, voice: RecordedVoice) -> None:  # noqa: ARG001 - can speak
    card = settings_page(stage).voice
    stage.actions["mute"].trigger()

    assert not card.voice.isChecked()


def test_what_was_chosen_is_kept(open_program: Opener, qtbot: QtBot) -> None:
    first = open_program()
    first.preferences.change(volume=40, amount="short", tones=False, heard="yes")
    path = first.data / "settings.json"
    qtbot.waitUntil(lambda: path.exists() and '"volume": 40' in path.read_text("utf-8"))
    second = open_program()

    now = second.preferences.now
    assert (now.volume, now.amount, now.tones, now.heard) == (40, "short", False, "yes")


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
    QTest.qWait(1)

    def left(widget: QWidget) -> int:
        return widget.mapTo(there, QPoint(0, 0)).x()

    title = left(there.title)
    assert [left(row) + RIM for row in (there.both, there.tone, there.nothing)] == [title] * 3
    there.nothing.click()
    QTest.qWait(1)
    assert left(there._card) + RIM == title
