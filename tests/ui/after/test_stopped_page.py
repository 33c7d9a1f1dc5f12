"""The stopped page as it is seen: large letters in every window, the signs beside them, and the figure at rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QApplication, QScrollArea

from coach.figure.paint.painter import FigurePainter
from coach.store.settings import LessMotion
from coach.ui.kit.edge_fades import EdgeFades
from coach.ui.kit.scroll_page import column_of
from coach.words import safety_messages
from tests.ui.stage import KEY, focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from coach.ui.after.stopped_page import StoppedPage
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def stopped(stage: Stage, width: int, height: int) -> StoppedPage:
    """Return the page after a stop in a hold, in a window of that size, laid out."""
    stage.window.resize(width, height)
    stage.skip_to(4)
    stage.advance(3_000)
    stage.press(KEY.Key_Escape)
    settle()
    return stage.stopped_page


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(("width", "height"), [(1200, 760), (1280, 680), (1000, 640), (1366, 768), (1920, 1080)])
def test_all_of_it_is_in_view_at_once(running: Stage, width: int, height: int) -> None:
    running.preferences.change(emergency_number="0118 999")
    page = stopped(running, width, height)
    (signs_bar,) = (each.verticalScrollBar() for each in page.signs.findChildren(QScrollArea))
    assert not signs_bar.isVisible(), "the short list needs none"

    assert column_of(page).verticalScrollBar().maximum() == 0
    words, figure, signs = place(page.title, page), place(page.figure, page), place(page.signs, page)
    assert page.figure.isVisible()
    assert words.right() < figure.left()
    assert figure.bottom() < signs.top()
    assert signs.bottom() <= place(page.close_button, page).top()
    assert abs(words.left() - place(page.close_button, page).left() - 5) <= 1, "all begins at one line"


def test_the_letters_grow_with_the_window_and_the_signs_are_never_small(running: Stage) -> None:
    page = stopped(running, 1200, 760)
    lines = (page.title, page.release, page.first, page.then)
    assert [line.font().pixelSize() for line in lines] == [78, 46, 33, 25]
    assert page.release.text() == "Let go.\nPut your foot down."
    signs = [found for found in page.signs.findChildren(type(page.release)) if found.isVisible()]
    assert [sign.text() for sign in signs] == list(safety_messages.EMERGENCY_SHORT)

    for width, height in ((1000, 640), (800, 600), (640, 360)):
        running.window.resize(width, height)
        settle()
        assert all(sign.font().pixelSize() >= 16 for sign in signs)
        now = [line.font().pixelSize() for line in lines]
        assert all(small < large for small, large in zip(now, (78, 46, 33, 25), strict=True))


def test_the_figure_gives_way_where_room_is_short(running: Stage) -> None:
    page = stopped(running, 800, 600)
    assert not page.figure.isVisible()
    assert page.signs.isVisible()

    running.window.resize(1200, 760)
    settle()
    assert page.figure.isVisible()


def test_with_large_text_the_signs_come_before_the_figure(open_program: Opener) -> None:
    stage = open_program(text_scale=2.0)
    stage.start()
    page = stopped(stage, 1366, 768)

    assert not page.figure.isVisible()
    assert place(page.title, page).top() >= 0


def test_the_figure_is_drawn_after_the_page_stands_and_breathes(running: Stage, qtbot: QtBot) -> None:
    running.window.resize(1200, 760)
    page = running.stopped_page
    first = FirstPaint(page, lambda: page.figure.is_drawn)
    running.press(KEY.Key_Escape)
    assert page.isVisible()
    qtbot.waitUntil(lambda: first.told is not None)
    assert first.told is False, "the page did not wait for it"

    qtbot.waitUntil(lambda: page.figure.breathes)
    running.click(page.close_button)

    assert not page.figure.breathes
    assert not page.figure.is_drawn, "nothing is kept for nobody"


class FirstPaint(QObject):
    """Notes what is true when a widget is painted for the first time."""

    def __init__(self, widget: QWidget, ask: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._ask = ask
        self.told: bool | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.told is None:
            self.told = self._ask()
        return super().eventFilter(watched, event)


def test_with_less_motion_it_is_there_and_lies_still(running: Stage, qtbot: QtBot) -> None:
    running.trigger("still")
    page = stopped(running, 1200, 760)

    qtbot.waitUntil(lambda: page.figure.is_drawn)
    qtbot.wait(200)
    assert not page.figure.breathes

    running.preferences.change(less_motion=LessMotion.OFF)
    qtbot.waitUntil(lambda: page.figure.breathes)


def test_a_figure_that_cannot_be_drawn_changes_nothing(
    running: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []

    def fail(*_args: object, **_named: object) -> None:
        tried.append(1)
        raise ValueError

    monkeypatch.setattr(FigurePainter, "at_rest", fail)
    page = stopped(running, 1200, 760)
    qtbot.waitUntil(lambda: bool(tried))
    settle()

    assert running.is_stopped
    shown = running.texts(page)
    assert {safety_messages.M_STOP_FIRST, safety_messages.M_STOP_THEN} <= set(shown)
    assert not page.figure.is_drawn
    assert page.close_button.isVisible()


@pytest.mark.parametrize(("width", "height"), [(1200, 760), (1000, 640)])
def test_all_the_signs_scroll_beside_the_words_which_stay(running: Stage, width: int, height: int) -> None:
    page = stopped(running, width, height)
    words = [place(each, page) for each in (page.title, page.release, page.first, page.then)]
    running.click(page.signs.more)
    settle()

    assert [place(each, page) for each in (page.title, page.release, page.first, page.then)] == words
    assert column_of(page).verticalScrollBar().maximum() == 0
    card = place(page.signs, page)
    assert card.top() >= 0
    assert card.bottom() <= place(page.close_button, page).top(), "the buttons do not cut the card"
    (fades,) = page.signs.findChildren(EdgeFades)
    assert (fades.above, fades.below) == (False, True)
    assert focus() is page.signs.title

    running.press(KEY.Key_End)
    settle()
    assert (fades.above, fades.below) == (True, False)
    running.press(KEY.Key_Home)
    for _stop in range(4):
        running.press(KEY.Key_Tab)
        settle()
        here = focus()
        assert here is not None
        assert here.visibleRegion().boundingRect().height() == here.height(), f"{here} is not seen"


@pytest.mark.parametrize(("width", "height"), [(1200, 760), (1000, 640), (1366, 768)])
def test_the_number_is_asked_beside_the_signs_in_sight(running: Stage, width: int, height: int) -> None:
    page = stopped(running, width, height)
    running.click(page.signs.more)
    running.after_session.rest_is_over()
    settle()

    asked, card = place(page.after, page), place(page.signs, page)
    assert column_of(page).verticalScrollBar().maximum() == 0
    assert page.rect().contains(asked)
    assert asked.right() < card.left()
    assert asked.bottom() <= place(page.close_button, page).top()
    assert all(number.width() >= 44 for number in page.scale.numbers)
