"""Another text size takes effect at once, on every page, as if the program had been opened with it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from coach.core.desktop_wishes import Wishes
from coach.session.places import Place
from coach.store import settings
from coach.ui.live.flash import Flash
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.settings.test_settings import wait_until_saved
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

SIZE = (1366, 740)


def settled() -> None:
    for _ in range(8):
        QApplication.processEvents()


def laid_out(page: QWidget) -> list[tuple[str, int, int, int, int, int]]:
    """Return what is seen of a page: each widget with its place and the size of its letters."""
    inside = [widget for widget in page.findChildren(QWidget) if widget.isVisibleTo(page)]
    seen = [page, *(widget for widget in inside if not isinstance(widget, Flash))]  # it comes and goes
    rows = []
    for widget in seen:
        at = widget.mapTo(page, QPoint(0, 0)) if widget is not page else QPoint(0, 0)
        text = widget.text() if isinstance(widget, QLabel) else ""
        letters = widget.font().pixelSize() if text else 0
        rows.append((f"{type(widget).__name__} {text}", at.x(), at.y(), widget.width(), widget.height(), letters))
    return sorted(rows)


def started(stage: Stage) -> None:
    stage.start()
    stage.advance(1_000)


def in_floor_view(stage: Stage) -> None:
    started(stage)
    stage.press(KEY.Key_F11)


def stopped(stage: Stage) -> None:
    started(stage)
    stage.press(KEY.Key_Escape)


def closing(stage: Stage) -> None:
    started(stage)
    stage.press(KEY.Key_E, CTRL)


def asked(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()


def side(name: str) -> Callable[[Stage], None]:
    def go_there(stage: Stage) -> None:
        stage.trigger(name)
        answered: list[object] = []
        stage.recorder.do(lambda _journal: True, answered.append)
        while not answered:  # what is read from the record comes later
            QTest.qWait(1)

    return go_there


def group(name: str) -> Callable[[Stage], None]:
    def go_there(stage: Stage) -> None:
        while not stage.pictures.variants:  # they come from the disk
            QTest.qWait(1)
        stage.trigger("settings")
        page = stage.page()
        assert isinstance(page, SettingsPage)
        while not page.record.sessions.text():  # the record answers in its own time
            QTest.qWait(1)
        page.show_pane(getattr(page, name))

    return go_there


def exercise(stage: Stage) -> None:
    stage.start_page.exercise_wanted.emit(0)


def help_(stage: Stage) -> None:
    stage.window.left.navigation.wanted.emit(Place.HELP)


PAGES: dict[str, Callable[[Stage], None]] = {
    "start": lambda _stage: None,
    "exercise": exercise,
    "help": help_,
    "check": asked,
    "session": started,
    "floor": in_floor_view,
    "stopped": stopped,
    "closing": closing,
    **{f"settings: {name}": group(name) for name in ("voice", "keys", "record")},
    **{name: side(name) for name in ("settings", "history", "routines", "keys", "clicker", "signs", "about", "listen")},
}


IN_LETTERS = {"start", "check"}
"""Pages of which the letters are looked at as well, with what gives way."""
AS_OPENED = [name for name in PAGES if name != "check"]
"""The check is laid out in several turns of the event loop: when it rests cannot be told."""


def of_letters(rows: list[tuple[str, int, int, int, int, int]]) -> list[tuple[str, int]]:
    return [(name, letters) for name, *_place, letters in rows if letters]


@pytest.mark.parametrize("name", sorted(IN_LETTERS))
def test_the_letters_of_every_page_follow(open_program: Opener, name: str) -> None:
    stage = open_program(size=SIZE)
    PAGES[name](stage)
    settled()
    small = of_letters(laid_out(stage.page()))
    stage.preferences.change(text_size=200)
    settled()
    large = of_letters(laid_out(stage.page()))

    assert small
    if name == "start":  # where room is short its head gives way
        small = [(words, letters) for words, letters in small if words in dict(large)]
        assert len(small) > 6
    assert [words for words, _letters in large] == [words for words, _letters in small]
    # A large title gives way a little where room is short.
    followed = [after / before for (_, after), (_, before) in zip(large, small, strict=True)]
    assert min(followed) >= (1.5 if name == "start" else 1.6)  # the title of the hero is the largest


@pytest.mark.parametrize("name", AS_OPENED)
def test_a_page_that_is_open_follows_the_text_size(open_program: Opener, name: str) -> None:
    wanted = open_program(text_scale=2.0, size=SIZE)
    PAGES[name](wanted)
    settled()
    as_opened = laid_out(wanted.page())
    wanted.window.force_close()
    wanted.recorder.stop()
    shutil.rmtree(wanted.data)  # else the session that was cut off is asked about

    stage = open_program(size=SIZE)
    PAGES[name](stage)
    settled()
    small = laid_out(stage.page())
    stage.preferences.change(text_size=200)
    settled()

    assert laid_out(stage.page()) == as_opened
    stage.preferences.change(text_size=100)
    settled()
    assert laid_out(stage.page()) == small


def test_pages_that_do_not_show_follow_as_well(stage: Stage) -> None:
    """Changed in the settings, read on the session page: in the middle of a session too."""
    started(stage)
    before = stage.session_page.picture.width()
    stage.trigger("settings")
    stage.preferences.change(text_size=200)
    stage.trigger("settings")
    title = next(each for each in stage.window.menuBar().actions())
    assert title is not None
    assert stage.window.menuBar().font().pixelSize() == stage.theme.font(14.5).pixelSize() == 29
    assert before


def test_the_desktops_own_factor_holds_until_another_is_chosen(stage: Stage) -> None:
    theme = stage.theme
    theme.follow(Wishes(text=1.5))
    assert theme.scale == 1.5
    assert stage.window.menuBar().font().pixelSize() == 22

    stage.preferences.change(text_size=125)
    assert theme.scale == 1.25
    theme.follow(Wishes(text=1.75))
    assert theme.scale == 1.25

    stage.preferences.change(text_size=0)
    assert theme.scale == 1.75


def test_it_is_in_force_in_the_first_frame_of_the_next_start(open_program: Opener) -> None:
    first = open_program()
    first.preferences.change(text_size=150)
    wait_until_saved(first, first.preferences.now)
    first.window.force_close()
    assert settings.load(first.data).settings.text_size == 150
    scales: list[float] = []

    open_program(at_first_paint=lambda program: scales.append(program.theme.scale))

    assert scales == [1.5]
