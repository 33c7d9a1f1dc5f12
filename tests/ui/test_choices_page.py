"""The page of the settings with the program around it: what is chosen holds at once, and after a restart."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from coach.store import settings
from coach.ui.links import link_to, open_link
from coach.ui.pages.settings_page import SettingsPage
from tests.ui.stage import CTRL, KEY, focus

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QComboBox

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def opened(stage: Stage) -> SettingsPage:
    """Open the page once the figures are there to choose from; they come from the disk."""
    for _try in range(500):
        if stage.program.studio.variants:
            break
        QTest.qWait(10)
    stage.coaching.actions.by_id["settings"].trigger()
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
    wanted = stage.program.choices.now
    for _try in range(300):
        if settings.load(stage.program.paths.data).settings == wanted:
            break
        QTest.qWait(10)
    else:
        pytest.fail("was not saved")
    stage.window.force_close()
    stage.program.recorder.stop()


def test_every_choice_is_there_after_a_restart(open_program: Opener) -> None:
    first = open_program()
    page = opened(first)
    choose(page.theme_choice, "dark")
    choose(page.pacing, "roomy")
    choose(page.figure, first.program.studio.variants[1])
    figure = first.program.studio.variant
    page.fields["contact_name"].setText("Riverside")
    page.fields["contact_name"].editingFinished.emit()
    page.fields["emergency_number"].setText("000")
    page.fields["emergency_number"].editingFinished.emit()
    close(first)

    second = open_program()
    page = opened(second)

    assert second.program.theme.is_dark
    assert second.program.studio.variant == figure
    assert (page.pacing.currentData(), page.theme_choice.currentData()) == ("roomy", "dark")
    assert page.figure.currentData() == figure
    assert page.fields["contact_name"].text() == "Riverside"
    assert page.fields["emergency_number"].text() == "000"


def test_colours_change_at_once_and_back(stage: Stage) -> None:
    page = opened(stage)

    choose(page.theme_choice, "dark")
    assert stage.program.theme.is_dark

    choose(page.theme_choice, "light")
    assert not stage.program.theme.is_dark


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
    stage.program.recorder.stop()

    with closing(sqlite3.connect(stage.program.paths.data / "record.db")) as db:
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
        assert field.mapTo(page, field.rect().topRight()).x() < page.width() - 20
