"""Whether one can hear coach is asked once, and what does not work is looked for together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.ui.kit.edge_note import PassingNote
from coach.words import spoken_phrases
from tests.ui.check.hear_page import hear_page
from tests.ui.shell.wrong_places import wrong_in
from tests.ui.stage import KEY, Stage, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.recorded_voice import RecordedVoice


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
    wait_ms(5)
    rest = rings.play.grab().toImage()

    stage.click(rings.play)

    assert rings.is_pulsing is not still
    if still:
        wait_ms(60)
        assert rings.play.grab().toImage() == rest


def test_the_answers_are_rows_with_a_second_line_and_go_on_comes_only_with_help(
    stage: Stage,
    voice: RecordedVoice,  # noqa: ARG001 - a program that can speak
) -> None:
    stage.window.resize(1200, 760)
    stage.click(stage.start_page.start)
    page = hear_page(stage)
    wait_ms(5)
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
    wait_ms(5)

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
        wait_ms(5)
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
    wait_ms(5)
    assert wrong_in(stage.window) == []
    page.nothing.click()
    wait_ms(5)
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
