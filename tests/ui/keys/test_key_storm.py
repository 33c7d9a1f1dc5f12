"""Every key with every modifier on every page: none ends the program, none answers, none begins or ends a session."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from coach.core.events import Phase
from coach.ui.check.hearing_page import HearPage
from coach.ui.kit.scroll_page import column_of
from tests.ui.stage import CTRL, KEY, NONE, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.ui.stage import Stage

SHIFT, ALT, META = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
KEYPAD = Qt.KeyboardModifier.KeypadModifier
ONE = (SHIFT, CTRL, ALT, META)
HELD = [NONE, *ONE, *(one | other for one, other in combinations(ONE, 2)), KEYPAD, KEYPAD | CTRL]

MOVING = [
    KEY.Key_Up,
    KEY.Key_Down,
    KEY.Key_Left,
    KEY.Key_Right,
    KEY.Key_PageUp,
    KEY.Key_PageDown,
    KEY.Key_Home,
    KEY.Key_End,
]
OTHERS = [
    KEY.Key_Space,
    KEY.Key_Insert,
    KEY.Key_Delete,
    KEY.Key_Backspace,
    KEY.Key_Menu,
    KEY.Key_Help,
    KEY.Key_Print,
    KEY.Key_Clear,
    KEY.Key_F7,
    KEY.Key_A,
    KEY.Key_Z,
    KEY.Key_MediaPlay,
    KEY.Key_MediaNext,
    KEY.Key_VolumeUp,
    KEY.Key_Back,
    KEY.Key_unknown,
]
BEGINNING = {KEY.Key_Space, KEY.Key_PageUp, KEY.Key_MediaPlay}
"""On the start page these begin the check, as they should."""


def _reach(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    wait_ms(1)


def _signs(stage: Stage) -> None:
    _reach(stage)


def _ask_first(stage: Stage) -> None:
    _reach(stage)
    stage.answer("None of these")


def _pain(stage: Stage) -> None:
    _ask_first(stage)
    stage.answer("None of these")


def _flag(stage: Stage) -> None:
    _urgent(stage)
    stage.answer("Yes, or I am not sure")


def _urgent(stage: Stage) -> None:
    _reach(stage)
    stage.answer("One or more of these")


def _today(stage: Stage) -> None:
    _urgent(stage)
    stage.answer("No, only in the second list")


def _gently(stage: Stage) -> None:
    _pain(stage)
    stage.answer("", pain=5)


def _hear(stage: Stage) -> None:
    page = stage.side_pages.hear()
    stage.show_side_page(page)  # no test has a sound device
    assert isinstance(stage.page(), HearPage)


def _action(name: str) -> Callable[[Stage], None]:
    def go_there(stage: Stage) -> None:
        stage.actions[name].trigger()

    go_there.__name__ = name
    return go_there


def _exercise(stage: Stage) -> None:
    stage.read_exercise(1)


def _start(stage: Stage) -> None:
    stage.start_page.start.setFocus()


def _closing(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_E, CTRL)


def _stopped(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_Escape)


PAGES = [
    _start,
    _hear,
    _signs,
    _ask_first,
    _pain,
    _urgent,
    _today,
    _flag,
    _gently,
    _action("settings"),
    _action("history"),
    _action("keys"),
    _action("clicker"),
    _action("works"),
    _action("listen"),
    _action("signs"),
    _action("about"),
    _exercise,
    _closing,
    _stopped,
]
every_page = pytest.mark.parametrize("go_there", PAGES, ids=lambda each: each.__name__.strip("_"))


def _shows(stage: Stage, page: QWidget) -> tuple[object, ...]:
    """Return what no stray key may change."""
    snapshot = stage.player.snapshot()
    check = stage.check
    return stage.page() is page, None if snapshot is None else snapshot.phase, check.question, check.answers


@every_page
def test_no_key_with_any_modifier_ends_or_answers_anything(stage: Stage, go_there: Callable[[Stage], None]) -> None:
    go_there(stage)
    stage.window.resize(700, 460)
    wait_ms(1)
    page = stage.page()
    page.setFocus()
    before = _shows(stage, page)

    for key in (*MOVING, *OTHERS):
        for held in HELD:
            if key in BEGINNING and page is stage.start_page:
                continue
            page.setFocus()
            stage.press(key, held)
            assert _shows(stage, page) == before, f"{held.name} {key.name}"


@every_page
def test_the_focus_on_any_part_of_a_page_takes_every_moving_key(
    stage: Stage, go_there: Callable[[Stage], None]
) -> None:
    go_there(stage)
    stage.window.resize(700, 460)
    wait_ms(1)
    page = stage.page()
    if page is stage.start_page:
        pytest.skip("keys begin a session there")

    for _tab in range(6):
        stage.press(KEY.Key_Tab)
        for held in HELD[1:11]:
            for key in (KEY.Key_PageDown, KEY.Key_Home, KEY.Key_Down):
                stage.press(key, held)
    assert stage.page() is page


@pytest.mark.parametrize(
    "go_there", [_signs, _flag, _action("signs"), _action("about"), _closing], ids=lambda each: each.__name__.strip("_")
)
def test_keys_scroll_by_what_they_mean(stage: Stage, go_there: Callable[[Stage], None]) -> None:
    go_there(stage)
    stage.window.setMinimumSize(1, 1)
    stage.window.resize(700, 250)
    wait_ms(10)
    page = stage.page()
    bar = column_of(page).verticalScrollBar()
    page.setFocus()
    bar.setValue(0)
    assert bar.maximum() > bar.singleStep()

    stage.press(KEY.Key_Down)
    line = bar.value()
    assert 0 < line < bar.pageStep()
    stage.press(KEY.Key_Up)
    assert bar.value() == 0
    stage.press(KEY.Key_PageDown)
    assert bar.value() > line
    stage.press(KEY.Key_End)
    assert bar.value() == bar.maximum()
    stage.press(KEY.Key_Home)
    assert bar.value() == 0
    for held in ONE:
        stage.press(KEY.Key_End, held)
        assert bar.value() == 0, f"{held.name} and End mean nothing here"


def test_the_page_scrolls_while_its_bar_has_the_focus(stage: Stage) -> None:
    _flag(stage)
    stage.window.resize(700, 460)
    wait_ms(10)
    page = stage.check_page
    page.back.setFocus()

    stage.press(KEY.Key_Down)

    assert column_of(page).verticalScrollBar().value() > 0
    assert focus() is page.back


def test_a_digit_with_a_modifier_leads_to_no_number(stage: Stage) -> None:
    _pain(stage)
    page = stage.check_page
    assert page.scale is not None

    for held in (CTRL, ALT, META, CTRL | ALT):
        for where in (page, page.scale.numbers[5]):
            where.setFocus()
            stage.press(KEY.Key_0, held)  # with Ctrl 1 to 4 lead to the places of the navigation
            assert (focus(), page.scale.value, stage.phase()) == (where, None, Phase.READY)
    stage.press(KEY.Key_0, KEYPAD)
    assert focus() is page.scale.numbers[0]
    assert (page.scale.value, stage.phase()) == (None, Phase.READY)
