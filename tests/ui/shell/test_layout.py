"""Nothing is cut, sticks out or lies over anything else, on any page at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QComboBox, QLabel

from coach.core.events import Phase
from coach.session.places import Place
from coach.ui.help.works_page import WorksPage
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.sign import Sign
from coach.ui.settings.clicker_page import ClickerPage
from tests.ui.pages import wait_until
from tests.ui.shell.wrong_places import (
    LARGE,
    column_of_page,
    place_in,
    settle,
    visible_in,
    wait_for_me,
    wrong_in,
)
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.stage import Stage


def test_what_is_wrong_is_found(running: Stage) -> None:
    """The tests below would be worth nothing if this found nothing."""
    settle()
    assert wrong_in(running.window) == []
    session = running.session_page
    running.pain.resize(60, running.pain.height())
    session.hint.setText("x")
    session.more.move(session.easier.pos())
    session.ring.move(-5, 0)

    wrong = "\n".join(wrong_in(running.window))

    assert "Pain — stop" in wrong
    assert "KeyButton “+15 s” " in wrong
    assert "CountdownRing at" in wrong


# Every phase of a session


def test_nothing_is_cut_and_no_button_moves_in_any_block(sized: Stage) -> None:
    sized.start()
    bar = sized.session_page.bar
    # Every block pauses at the smallest and the largest size and at one between; at the others every fourth does.
    pauses_in_every = 1 if (sized.window.width(), sized.theme.scale) in {(800, LARGE), (1200, 1), (1920, 1)} else 4
    wrong: dict[str, list[str]] = {}
    places: dict[str, set[tuple[int, int, int, int]]] = {}

    def note() -> None:
        settle()
        for button in (bar.back, bar.go, bar.skip, bar.pain):
            place = place_in(button, sized.window)
            name = "pause" if button is bar.go else button.text()
            places.setdefault(name, set()).add(place.getRect())  # type: ignore[arg-type]  # four ints

    while sized.phase() is Phase.RUNNING:
        sized.advance(500)
        note()
        block = sized.shot.block
        if found := wrong_in(sized.window):
            wrong[f"{block.kind} {block.exercise} {block.side}"] = found
        if sized.shot.index % pauses_in_every == 0:
            sized.press(KEY.Key_Space)
            note()
            sized.press(KEY.Key_Space)
            note()
        sized.press(KEY.Key_Right)

    assert wrong == {}
    assert {name: len(found) for name, found in places.items()} == {"Back": 1, "pause": 1, "Skip": 1, "Pain — stop": 1}


def test_nothing_is_cut_in_any_phase(sized: Stage) -> None:
    sized.start()
    wrong = {}

    def look(phase: str) -> None:
        settle()
        if found := wrong_in(sized.window):
            wrong[f"block {sized.shot.index}, {phase}"] = found

    for index in (3, 4, 15):  # a hold, a change of sides, and an exercise without sides
        sized.skip_to(index)
        assert sized.shot.easier is None
        sized.advance(1_000)
        sized.press(KEY.Key_Space)
        look("paused")
        sized.press(KEY.Key_Space)
        look("lead-in")
        sized.press(KEY.Key_E)
        sized.advance(4_000)
        look("easier version")
        sized.press(KEY.Key_Plus)
        sized.press(KEY.Key_Plus)
        look("time added")
        sized.press(KEY.Key_Q, CTRL)
        assert sized.window.question.isVisible()
        look("question")
        sized.click(sized.window.question.no)
        assert sized.phase() is Phase.RUNNING
        while sized.shot.easier is not None:  # the usual way again, for the next block
            sized.press(KEY.Key_E)

    assert wrong == {}


def test_nothing_is_cut_and_pain_stop_stays_while_waiting(sized: Stage) -> None:
    sized.start()
    settle()
    place = place_in(sized.pain, sized.window)
    sized.press(KEY.Key_E, CTRL)
    sized.press(KEY.Key_Return)
    wait_for_me(sized)
    sized.start(lies_down=False)
    wrong = {}

    for index in (0, 1, 3, 5, 33):
        sized.skip_to(index)
        settle()
        if found := wrong_in(sized.window):
            wrong[index] = found
        assert place_in(sized.pain, sized.window) == place
        if index in (0, 3):
            assert sized.shot.waiting
            sized.press(KEY.Key_Space)
            assert not sized.shot.waiting
            settle()
            assert place_in(sized.pain, sized.window) == place

    assert wrong == {}


# Every other page


def _start(_stage: Stage) -> None:
    pass


def _keys(stage: Stage) -> None:
    stage.press(KEY.Key_F1)


def _about(stage: Stage) -> None:
    stage.actions["about"].trigger()


def _routines(stage: Stage) -> None:
    stage.visit(Place.ROUTINES)


def _help(stage: Stage) -> None:
    stage.visit(Place.HELP)


def _clicker(stage: Stage) -> None:
    stage.actions["clicker"].trigger()
    page = stage.page()
    assert isinstance(page, ClickerPage)
    page.listener.heard.emit("Volume Mute", "")


def _works(stage: Stage) -> None:
    stage.actions["works"].trigger()
    page = stage.page()
    assert isinstance(page, WorksPage)
    wait_until(lambda: page.report)


def _stopped(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_Escape)


def _all_signs(stage: Stage) -> None:
    _stopped(stage)
    stage.click(stage.stopped_page.signs.more)


def _mistake(stage: Stage) -> None:
    _stopped(stage)
    stage.click(stage.stopped_page.mistake)


def _more(stage: Stage) -> None:
    stage.click(stage.stopped_page.signs.more)


def _mistaken(stage: Stage) -> None:
    stage.click(stage.stopped_page.mistake)
    assert stage.stopped_page.no.isVisible()


def _closing(stage: Stage) -> None:
    stage.click(stage.stopped_page.no)
    stage.press(KEY.Key_E, CTRL)
    assert stage.page() is stage.closing_page


def _after_the_pages(stage: Stage) -> None:
    stage.show_start()
    _stopped(stage)


# One program goes through all pages: to open one takes longer than to look at a page.
PAGES = (_start, _routines, _help, _keys, _about, _works, _clicker, _after_the_pages, _more, _mistaken, _closing)


def test_nothing_is_cut_on_any_page(sized: Stage) -> None:
    wrong = {}
    for go_there in PAGES:
        go_there(sized)
        settle()
        if found := wrong_in(sized.window):
            wrong[go_there.__name__] = found

    assert wrong == {}


@pytest.mark.parametrize("go_there", [_clicker, _all_signs, _mistake], ids=lambda each: each.__name__.strip("_"))
def test_the_first_button_of_a_row_begins_where_words_begin(stage: Stage, go_there: Callable[[Stage], None]) -> None:
    go_there(stage)
    settle()
    column = column_of_page(stage)
    shown = {each: place_in(each, column) for each in visible_in(column)}
    words = {each: place for each, place in shown.items() if isinstance(each, QLabel | QComboBox | Sign)}
    begins = {place.left() + each.contentsMargins().left() + getattr(each, "inset", 0) for each, place in words.items()}
    buttons = {each: place for each, place in shown.items() if isinstance(each, KeyButton)}
    firsts = 0

    for button, place in buttons.items():
        middle = QRect(0, place.center().y(), place.left(), 1)
        if not any(middle.intersects(other) for other in [*buttons.values(), *words.values()]):
            firsts += 1
            assert place.left() + button.inset in begins, button.text()
    assert firsts
