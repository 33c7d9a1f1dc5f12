"""The page of the settings with the program around it: what is chosen holds at once, and after a restart."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.session.contact_links import link_to, open_link
from coach.store import settings
from coach.ui.kit.fields import CheckBox
from coach.ui.kit.scroll_page import column_of
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.stage import CTRL, KEY, focus

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QComboBox, QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def opened(stage: Stage) -> SettingsPage:
    """Open the page once the figures are there to choose from; they come from the disk."""
    for _try in range(500):
        if stage.pictures.variants:
            break
        QTest.qWait(10)
    stage.actions["settings"].trigger()
    page = stage.page()
    assert isinstance(page, SettingsPage)
    return page


def choose(combo: QComboBox, value: str) -> None:
    """Choose as a person does who opens the list and presses Enter."""
    place = combo.findData(value)
    assert place >= 0
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def close(stage: Stage) -> None:
    wanted = stage.preferences.now
    for _try in range(300):
        if settings.load(stage.data).settings == wanted:
            break
        QTest.qWait(10)
    else:
        pytest.fail("was not saved")
    stage.window.force_close()
    stage.recorder.stop()


def test_every_choice_is_there_after_a_restart(open_program: Opener) -> None:
    first = open_program()
    page = opened(first)
    choose(page.theme_choice, "dark")
    choose(page.pacing, "roomy")
    choose(page.figure, first.pictures.variants[1])
    figure = first.pictures.variant
    page.fields["contact_name"].setText("Riverside")
    page.fields["contact_name"].editingFinished.emit()
    page.fields["emergency_number"].setText("000")
    page.fields["emergency_number"].editingFinished.emit()
    close(first)

    second = open_program()
    page = opened(second)

    assert second.theme.is_dark
    assert second.pictures.variant == figure
    assert (page.pacing.currentData(), page.theme_choice.currentData()) == ("roomy", "dark")
    assert page.figure.currentData() == figure
    assert page.fields["contact_name"].text() == "Riverside"
    assert page.fields["emergency_number"].text() == "000"


def test_colours_change_at_once_and_back(stage: Stage) -> None:
    page = opened(stage)

    choose(page.theme_choice, "dark")
    assert stage.theme.is_dark

    choose(page.theme_choice, "light")
    assert not stage.theme.is_dark


def test_the_fields_of_all_groups_begin_at_one_line(stage: Stage) -> None:
    page = opened(stage)
    fields = (page.pacing, page.voice.amount, page.voice.volume, page.theme_choice, page.floor_turned)

    assert len({field.mapTo(page, field.rect().topLeft()).x() for field in (*fields, *page.fields.values())}) == 1


def test_without_a_recorded_voice_nobody_is_offered(stage: Stage) -> None:
    page = opened(stage)

    assert not page.voice.speaker.isVisible()
    assert page.voice.amount.isVisible()


def test_no_number_is_built_in(stage: Stage) -> None:
    assert {field.text() for field in opened(stage).fields.values()} == {""}


def test_deleting_asks_with_the_focus_on_keeping(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_E, CTRL)
    stage.click(opened(stage).delete)
    assert focus() is stage.window.question.no
    stage.click(stage.window.question.no)
    assert not stage.window.question.is_asking
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
    QTest.qWait(0)

    for field in (page.pacing, page.voice.amount, page.floor_turned, *page.fields.values()):
        assert field.mapTo(page, field.rect().topRight()).x() < column_of(page).viewport().width()


# Written or changed through assistive technology, which sends neither keys nor clicks


PEOPLE = ("contact_name", "contact_phone", "contact_web", "emergency_number")


def reader(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert isinstance(found, QAccessibleInterface)
    return found


@pytest.mark.parametrize("field", PEOPLE)
def test_what_assistive_technology_writes_is_kept(stage: Stage, qtbot: QtBot, field: str) -> None:
    page = opened(stage)

    reader(page.fields[field]).setText(QAccessible.Text.Value, " tel:5550134 ")

    qtbot.waitUntil(lambda: getattr(stage.preferences.now, field) == "tel:5550134")
    close(stage)


def test_what_was_just_written_is_kept_when_the_page_goes(stage: Stage) -> None:
    page = opened(stage)
    reader(page.fields["emergency_number"]).setText(QAccessible.Text.Value, "000")

    stage.press(KEY.Key_Escape)

    assert stage.page() is not page
    assert stage.preferences.now.emergency_number == "000"


def test_nobody_is_told_that_an_address_is_wrong_while_they_write_it(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage)
    line = page.fields["contact_web"]
    line.setFocus()
    QTest.keyClicks(line, "ftp://a")
    qtbot.waitUntil(lambda: stage.preferences.now.contact_web == "ftp://a")
    assert not page.web_hint.isVisible()

    stage.press(KEY.Key_Tab)

    qtbot.waitUntil(page.web_hint.isVisible)


def test_boxes_and_the_volume_are_changed_by_assistive_technology(stage: Stage) -> None:
    page = opened(stage)
    before = stage.preferences.now
    boxes = {
        "voice": page.voice.voice,
        "tones": page.voice.tones,
        "floor": page.floor,
        "flash": page.flash,
    }

    for box in boxes.values():
        reader(box).actionInterface().doAction("Toggle")
    reader(page.voice.volume).valueInterface().setCurrentValue(35)

    now = stage.preferences.now
    assert now.volume == 35
    assert {field: getattr(now, field) for field in boxes} == {field: not getattr(before, field) for field in boxes}


def test_the_words_of_a_box_are_never_cut(open_program: Opener) -> None:
    stage = open_program(text_scale=2)
    stage.trigger("settings")
    boxes = [box for box in stage.page().findChildren(CheckBox) if box.isVisibleTo(stage.page())]
    assert boxes

    for width in range(1100, 1400, 4):
        stage.window.resize(width, 760)
        QApplication.processEvents()
        for box in boxes:
            words = box.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, box.text()).width()
            assert box.width() >= box.sizeHint().width() - box.inset >= words, (width, box.text())
