"""The page of the settings with the program around it: what is chosen holds at once, and after a restart."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDesktopServices
from PySide6.QtTest import QTest

from coach.session.contact_links import link_to, open_link
from coach.store import settings
from coach.ui.kit.fields import LineField
from coach.ui.kit.list_rows import ListRow
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.settings.chosen import choose, value_of
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def opened(stage: Stage) -> SettingsPage:
    """Open the page once the figures are there to choose from; they come from the disk."""
    for _try in range(500):
        if stage.pictures.variants:
            break
        wait_ms(10)
    stage.actions["settings"].trigger()
    page = stage.page()
    assert isinstance(page, SettingsPage)
    return page


def line(page: SettingsPage, name: str) -> LineField:
    field = page.contact.fields[name]
    assert isinstance(field, LineField)
    return field


def write(page: SettingsPage, name: str, words: str) -> None:
    line(page, name).setText(words)
    line(page, name).editingFinished.emit()


def close(stage: Stage) -> None:
    wanted = stage.preferences.now
    for _try in range(300):
        if settings.load(stage.data).settings == wanted:
            break
        wait_ms(10)
    else:
        pytest.fail("was not saved")
    stage.window.force_close()
    stage.recorder.stop()


def test_every_choice_is_there_after_a_restart(open_program: Opener) -> None:
    first = open_program()
    page = opened(first)
    choose(page.look.theme_choice, "dark")
    choose(page.session.pacing, "roomy")
    choose(page.look.figure, first.pictures.variants[1])
    figure = first.pictures.variant
    write(page, "contact_name", "Riverside")
    write(page, "emergency_number", "000")
    close(first)

    second = open_program()
    page = opened(second)

    assert second.theme.is_dark
    assert second.pictures.variant == figure
    assert (value_of(page.session.pacing), value_of(page.look.theme_choice)) == ("roomy", "dark")
    assert value_of(page.look.figure) == figure
    assert line(page, "contact_name").text() == "Riverside"
    assert line(page, "emergency_number").text() == "000"


def test_colours_change_at_once_and_back(stage: Stage) -> None:
    page = opened(stage)

    choose(page.look.theme_choice, "dark")
    assert stage.theme.is_dark

    choose(page.look.theme_choice, "light")
    assert not stage.theme.is_dark


def test_the_controls_of_all_groups_end_at_one_line(open_program: Opener) -> None:
    page = opened(open_program(size=(1500, 900)))
    ends = set()
    for pane in page.panes:
        page.show_pane(pane)
        wait_ms(1)
        for row in pane.findChildren(ListRow):
            if row.control is not None and row.isVisible():
                inset: int = getattr(row.control, "inset", 0)
                ends.add(row.control.mapTo(page, row.control.rect().topRight()).x() - inset)

    assert len(ends) == 1


def test_without_a_recorded_voice_nobody_is_offered(stage: Stage) -> None:
    page = opened(stage)
    page.show_pane(page.voice)

    assert not page.voice.speaker.isVisible()
    assert page.voice.amount.isVisible()


def test_no_number_is_built_in(stage: Stage) -> None:
    page = opened(stage)
    assert {line(page, name).text() for name in PEOPLE} == {""}


def test_deleting_asks_with_the_focus_on_keeping(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_E, CTRL)
    page = opened(stage)
    page.show_pane(page.record)
    stage.click(page.record.delete)
    assert focus() is page.record.question.keep
    assert "Delete all sessions, numbers and notes? This cannot be undone." in stage.texts(page)
    stage.press(KEY.Key_Escape)
    assert focus() is page.record.delete
    assert stage.page() is page, "Esc answered the question, and left nothing else"
    stage.recorder.stop()

    with closing(sqlite3.connect(stage.data / "record.db")) as db:
        assert db.execute("SELECT count(*) FROM session").fetchone() == (1,)


@pytest.mark.parametrize(
    "web",
    ["JavaScript:alert(1)", "data:text/html,x", "ftp://a.example", "HTTP://a.example", "file:x@y", "smb://a/b"],
)
def test_nothing_else_is_handed_to_the_desktop(web: str, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", went.append)

    url = link_to(web, "555")

    assert url is None or url.scheme() == "https"  # never the scheme that was written
    assert url is not None or not open_link(url)
    assert went == []


def test_no_field_is_cut_off_in_a_narrow_window_with_large_text(open_program: Opener) -> None:
    stage = open_program(text_scale=1.5)
    stage.window.resize(667, 447)
    page = opened(stage)
    wait_ms(0)

    for pane in page.panes:
        page.show_pane(pane)
        wait_ms(0)
        for field in (each for each in pane.fields.values() if each.isVisible()):
            assert field.mapTo(page, field.rect().topRight()).x() < page.width() - 20, field


# Written or changed through assistive technology, which sends neither keys nor clicks


PEOPLE = ("contact_name", "contact_phone", "contact_web", "emergency_number")


def reader(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert isinstance(found, QAccessibleInterface)
    return found


@pytest.mark.parametrize("field", PEOPLE)
def test_what_assistive_technology_writes_is_kept(stage: Stage, qtbot: QtBot, field: str) -> None:
    page = opened(stage)

    reader(line(page, field)).setText(QAccessible.Text.Value, " tel:5550134 ")

    qtbot.waitUntil(lambda: getattr(stage.preferences.now, field) == "tel:5550134")
    close(stage)


def test_what_was_just_written_is_kept_when_the_page_goes(stage: Stage) -> None:
    page = opened(stage)
    page.show_pane(page.contact)
    reader(line(page, "emergency_number")).setText(QAccessible.Text.Value, "000")

    stage.press(KEY.Key_Escape)

    assert stage.page() is not page
    assert stage.preferences.now.emergency_number == "000"


def test_nobody_is_told_that_an_address_is_wrong_while_they_write_it(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage)
    page.show_pane(page.contact)
    web = line(page, "contact_web")
    web.setFocus()
    QTest.keyClicks(web, "ftp://a")
    qtbot.waitUntil(lambda: stage.preferences.now.contact_web == "ftp://a")
    assert not page.contact.web_hint.isVisible()

    stage.press(KEY.Key_Tab)

    qtbot.waitUntil(page.contact.web_hint.isVisible)


def test_boxes_and_the_volume_are_changed_by_assistive_technology(stage: Stage) -> None:
    page = opened(stage)
    before = stage.preferences.now
    boxes = {
        "voice": page.voice.voice,
        "tones": page.voice.tones,
        "floor": page.session.floor,
        "flash": page.session.flash,
    }

    for box in boxes.values():
        reader(box).actionInterface().doAction("Toggle")
    reader(page.voice.volume).valueInterface().setCurrentValue(35)

    now = stage.preferences.now
    assert now.volume == 35
    assert {field: getattr(now, field) for field in boxes} == {field: not getattr(before, field) for field in boxes}
