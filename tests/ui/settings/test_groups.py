"""The two panes of the settings: groups, rows, searching, hearing a voice, the size of the text, short room."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider

from coach.core.desktop_wishes import Wishes
from coach.ui.help.signs_page import SignsPage
from coach.ui.kit.choices import Choices
from coach.ui.kit.list_rows import ListRow
from coach.ui.settings.clicker_page import ClickerPage
from coach.ui.settings.settings_page import SettingsPage
from coach.ui.settings.voice_choice import VoiceChoice
from coach.words import spoken_phrases
from tests.ui.pages import settle, wait_until
from tests.ui.recorded_voice import RecordedVoice
from tests.ui.settings.chosen import choose
from tests.ui.stage import CTRL, KEY, focus

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coach.ui.settings.pane import Pane
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

GROUPS = [
    "Session",
    "Voice and sounds",
    "Look and text size",
    "Keys and clicker",
    "Safety contact",
    "Reminders",
    "Your record",
]


def opened(stage: Stage, size: tuple[int, int] = (1366, 740)) -> SettingsPage:
    stage.window.resize(*size)
    stage.trigger("settings")
    page = stage.page()
    assert isinstance(page, SettingsPage)
    settle()
    return page


def shown(page: SettingsPage) -> list[Pane]:
    return [pane for pane in page.panes if pane.isVisible()]


def groups(page: SettingsPage) -> list[str]:
    return [item.text() for item in page.list.items if item.isVisible()]


@pytest.fixture(name="voice")
def _voice(stage: Stage) -> RecordedVoice:
    voice = RecordedVoice(stage)
    stage.narrator.use(voice, {"am_michael": "Michael", "af_heart": "Heart"})
    return voice


# Groups


def test_a_click_or_the_keys_show_a_group(stage: Stage) -> None:
    page = opened(stage)
    assert groups(page) == GROUPS
    assert shown(page) == [page.session]

    stage.click(page.list.items[2])
    assert shown(page) == [page.look]
    page.list.items[2].setFocus()
    stage.press(KEY.Key_Down)
    assert focus() is page.list.items[3]
    stage.press(KEY.Key_Return)

    assert shown(page) == [page.keys]
    told = QAccessible.queryAccessibleInterface(page.list.items[3])
    assert told is not None
    assert told.state().selected


def test_all_of_a_row_is_the_target_and_it_has_a_name_and_a_line_of_help(stage: Stage) -> None:
    page = opened(stage)
    row = page.session.floor.parentWidget()
    assert isinstance(row, ListRow)
    assert (row.name.text(), row.height() >= 64) == ("Begin a session in floor view", True)
    assert row.second_line.text() == "Big numbers that you can read from the mat. Key F11."

    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(40, row.height() // 2))

    assert stage.preferences.now.floor


def test_the_routine_of_the_page_today_is_chosen_in_the_settings(stage: Stage) -> None:
    page = opened(stage)
    routine = page.session.routine
    other = next(each.id for each in stage.routines if each.id != stage.routine.id)
    choose(routine, other)

    assert stage.routine.id == other


def test_a_key_changes_what_the_page_shows(stage: Stage, voice: RecordedVoice) -> None:  # noqa: ARG001 - can speak
    page = opened(stage)
    page.show_pane(page.voice)

    stage.press(KEY.Key_M)

    assert not page.voice.voice.isChecked()


# Searching


def test_ctrl_f_leaves_the_groups_in_which_the_words_occur(stage: Stage) -> None:
    page = opened(stage)
    stage.press(KEY.Key_F, CTRL)
    assert focus() is page.list.field

    QTest.keyClicks(page.list.field, "emergency")
    assert groups(page) == ["Safety contact"]
    assert shown(page) == [page.contact]
    stage.press(KEY.Key_Down)
    assert focus() is page.list.items[4]

    stage.press(KEY.Key_Escape)
    assert stage.page() is page, "Esc ended the search first"
    assert groups(page) == GROUPS
    stage.press(KEY.Key_Escape)
    assert stage.page() is not page


def test_what_is_nowhere_is_told(stage: Stage) -> None:
    page = opened(stage)
    stage.press(KEY.Key_F, CTRL)

    QTest.keyClicks(page.list.field, "bicycle")

    assert groups(page) == []
    assert "Nothing with these words." in stage.texts(page)


# Voices


def test_a_voice_can_be_heard_without_being_chosen(stage: Stage, voice: RecordedVoice) -> None:
    page = opened(stage)
    page.show_pane(page.voice)
    settle()
    heart = next(each for each in page.voice.speaker.choices if each.value == "af_heart")
    assert isinstance(heart, VoiceChoice)
    before = stage.preferences.now

    stage.click(heart.play)

    assert voice.texts() == [spoken_phrases.HEARD]
    assert [used[0] for used in voice.used[-2:]] == ["af_heart", ""]
    assert stage.preferences.now == before
    stage.click(heart)
    assert stage.preferences.now.speaker == "af_heart"
    assert voice.used[-1][0] == "af_heart"


# The size of the text


def test_the_slider_changes_a_sentence_while_it_is_dragged_and_the_page_when_it_is_let_go(stage: Stage) -> None:
    page = opened(stage)
    page.show_pane(page.look)
    settle()
    card = page.look.text_size
    slider, title = card.slider, page.look.title.font().pixelSize()
    start = slider.rect().center()
    start.setX(17)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(slider, start + QPoint(slider.width() // 2, 0))
    assert slider.value() > 120
    assert card.sample.font().pixelSize() == round(16 * slider.value() / 100)
    assert page.look.title.font().pixelSize() == title, "it would move away under the pointer"

    chosen = slider.value()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=start + QPoint(slider.width() // 2, 0))

    assert stage.preferences.now.text_size == chosen
    assert page.look.title.font().pixelSize() == round(24 * chosen / 100)
    assert card.sample.font().pixelSize() == round(16 * chosen / 100)


def test_the_keys_change_the_size_at_once_and_a_press_leads_back_to_that_of_the_desktop(stage: Stage) -> None:
    stage.theme.follow(Wishes(text=1.25))
    page = opened(stage)
    page.show_pane(page.look)
    card = page.look.text_size
    assert (card.slider.value(), card.percent.text()) == (125, "125 %")
    assert not card.as_desktop.isVisible()

    card.slider.setFocus()
    stage.press(KEY.Key_Right)
    assert stage.theme.scale == 1.3
    assert focus() is card.slider
    assert not card.slider.visibleRegion().isEmpty()
    stage.click(card.as_desktop)

    assert stage.theme.scale == 1.25
    assert stage.preferences.now.text_size == 0


def test_at_200_percent_every_control_can_be_read_and_reached(open_program: Opener, qtbot: QtBot) -> None:
    stage = open_program(text_scale=2, size=(1366, 740))
    qtbot.waitUntil(lambda: bool(stage.pictures.variants))
    page = opened(stage)
    for item, pane in zip(page.list.items, page.panes, strict=True):
        assert item.isVisible(), "the list is a page of its own"
        stage.click(item)
        settle()
        assert shown(page) == [pane]
        assert not page.list.isVisible()
        for row in (each for each in pane.findChildren(ListRow) if each.isVisible()):
            if row.control is not None:
                assert row.rect().contains(row.control.geometry()), row.name.text()
                assert row.control.width() >= row.control.minimumSizeHint().width()
            for line in row.findChildren(QLabel):
                if line.isVisible() and line.wordWrap():
                    assert line.height() >= line.heightForWidth(line.width()), line.text()
        stage.press(KEY.Key_Escape)
        assert focus() is item
        assert stage.page() is page


def test_below_860_px_list_and_group_take_turns(stage: Stage) -> None:
    page = opened(stage, (850, 640))
    assert page.list.isVisible()
    assert shown(page) == []

    stage.click(page.list.items[4])
    assert shown(page) == [page.contact]
    assert focus() is page.contact.title
    stage.click(page.back)
    assert page.list.isVisible()
    assert focus() is page.list.items[4]

    stage.window.resize(1366, 740)
    settle()
    assert page.list.isVisible()
    assert shown(page) == [page.contact]


# What leads elsewhere


def test_signs_and_clicker_are_a_press_away(stage: Stage) -> None:
    page = opened(stage)
    page.show_pane(page.contact)
    stage.click(page.contact.signs)
    assert isinstance(stage.page(), SignsPage)
    stage.press(KEY.Key_Escape)

    page = opened(stage)
    page.show_pane(page.keys)
    assert [cap.text() for cap in page.keys.caps.values()] == ["Page Up", "Page Down", "B"]
    stage.click(page.keys.clicker)
    assert isinstance(stage.page(), ClickerPage)


def test_the_record_says_how_much_there_is_of_it(stage: Stage, qtbot: QtBot) -> None:
    stage.start()
    stage.press(KEY.Key_E, CTRL)
    page = opened(stage)
    page.show_pane(page.record)

    qtbot.waitUntil(lambda: page.record.sessions.text() == "1 session")
    assert any(text.startswith("Since ") for text in stage.texts(page))


def test_what_was_deleted_is_told_on_the_page_and_not_counted_any_more(stage: Stage, qtbot: QtBot) -> None:
    stage.start()
    stage.press(KEY.Key_E, CTRL)
    page = opened(stage)
    page.show_pane(page.record)
    qtbot.waitUntil(lambda: page.record.sessions.text() == "1 session")

    stage.click(page.record.delete)
    stage.click(page.record.question.delete)

    qtbot.waitUntil(lambda: page.record.sessions.text() == "0 sessions")
    assert page.told.isVisible()
    assert page.told.text() == "Everything was deleted."
    assert stage.news == page.told.text()
    assert not any(text.startswith("Since ") for text in stage.texts(page))


def test_a_stop_for_pain_goes_before_every_answer(running: Stage) -> None:
    """Whatever has the keyboard on this page in a session: a search, or the question whether to delete."""
    page = opened(running)
    page.show_pane(page.record)
    running.click(page.record.delete)
    running.press(KEY.Key_Escape)

    assert running.is_stopped


def test_tab_stops_once_at_pictures_to_choose_from_either_side(stage: Stage) -> None:
    stage.trigger("settings")
    page = stage.page()
    assert isinstance(page, SettingsPage)
    page.show_pane(page.look)
    settle()
    colours = next(each for each in page.look.findChildren(Choices) if each.accessibleName() == "Colours")
    slider = page.look.findChild(QSlider)
    assert slider is not None
    first = next(each for each in colours.choices if each.isChecked())

    slider.setFocus()
    stage.press(KEY.Key_Backtab)
    assert first.hasFocus()
    stage.press(KEY.Key_Right)
    assert not first.isChecked()
    slider.setFocus()
    stage.press(KEY.Key_Backtab)
    assert next(each for each in colours.choices if each.isChecked()).hasFocus()


@pytest.mark.parametrize(("width", "in_rows"), [(1200, [4]), (600, [2, 2])])
def test_the_figures_stand_in_full_rows_with_their_names(stage: Stage, width: int, in_rows: list[int]) -> None:
    wait_until(lambda: len(stage.pictures.variants) == 4)
    stage.window.setMinimumSize(1, 1)
    stage.window.resize(width, 760)
    stage.trigger("settings")
    page = stage.page()
    assert isinstance(page, SettingsPage)
    page.show_pane(page.look)
    settle()

    figures = page.look.figure.choices
    rows = Counter(each.mapTo(page, QPoint(0, 0)).y() for each in figures)
    assert [rows[top] for top in sorted(rows)] == in_rows
    for each in figures:
        assert each.fontMetrics().horizontalAdvance(each.text()) + 30 < each.width()
