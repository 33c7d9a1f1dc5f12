"""What was heard and what not, in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.ui.settings.settings_page import SettingsPage
from coach.words import spoken_phrases
from tests.ui.settings.chosen import choose, entries

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.recorded_voice import RecordedVoice
    from tests.ui.stage import Stage


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
