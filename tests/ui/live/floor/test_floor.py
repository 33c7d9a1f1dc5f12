"""The floor view: on and off, on which screen, and what is painted while it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible

from coach.core.events import Outcome, Phase
from coach.ui.help.keys_page import KeysPage
from coach.ui.kit.rotation import Rotation
from tests.ui.live.floor import floor_view
from tests.ui.live.floor.floor_view import CHANGE, HOLD, floor_page, gap, lead_in, paused, resize, settle, turn
from tests.ui.screens import Screen, on_screens
from tests.ui.stage import CTRL, KEY, Stage, focus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

# On and off


@pytest.mark.parametrize("key", [KEY.Key_F11, KEY.Key_F5])
@pytest.mark.parametrize("come_to", [floor_view.running, paused, gap, lead_in])
def test_on_and_off_changes_nothing_in_the_session(
    running: Stage, key: Qt.Key, come_to: Callable[[Stage], None]
) -> None:
    running.skip_to(HOLD)
    running.advance(4_700)
    come_to(running)
    before, place = running.shot, running.window.geometry()

    running.press(key)
    assert running.page() is floor_page(running)
    assert running.window.isFullScreen()
    assert not running.window.menuBar().isVisible()
    assert not running.window.sidebar.isVisible()
    assert not running.session_page.bar.isVisible()
    assert running.shot == before

    running.press(key)
    assert running.page() is running.session_page
    assert not running.window.isFullScreen()
    assert running.window.geometry() == place
    assert running.shot == before
    assert focus() is running.go


def test_a_maximised_window_is_maximised_again(running: Stage) -> None:
    running.window.showMaximized()

    running.press(KEY.Key_F11)
    assert running.window.isFullScreen()
    running.press(KEY.Key_F11)

    assert running.window.isMaximized()
    assert not running.window.isFullScreen()


def test_it_fills_the_screen_that_was_chosen_and_the_window_comes_back(tmp_path: Path) -> None:
    screens = [Screen("left", 0, 0, 1280, 800), Screen("right", 1280, 0, 1600, 800)]

    told = on_screens("tests.ui.two_screens", screens, tmp_path)

    left, right, window = [0, 0, 1280, 800], [1280, 0, 1600, 800], [40, 50, 1100, 700]
    assert told == [
        ["on right", "right", right, False],
        ["off right", "left", window, False],
        ["on left", "left", left, False],
        ["off left", "left", window, False],
        ["on gone", "left", left, False],
        ["off gone", "left", window, False],
        ["on right", "right", right, False],
        ["maximised again", "left", left, True],
    ]


@pytest.mark.parametrize("turned", list(Rotation))
def test_buttons_do_what_f11_does(running: Stage, turned: Rotation) -> None:
    running.click(running.session_page.floor)
    assert running.page() is floor_page(running)

    turn(running, turned)
    running.click(floor_page(running).leave)
    assert running.page() is running.session_page
    assert not running.window.isFullScreen()


def test_a_keyboard_that_is_elsewhere_is_told(on_floor: Stage) -> None:
    page, watch = floor_page(on_floor), on_floor.focus_watch

    watch.focus_lost.emit()
    assert page.then.text() == "Another window has the keyboard."
    assert not page.then.is_cut

    watch.focus_back.emit()
    assert page.then.text().startswith("Then:")


def test_a_loss_of_sound_is_told_once(on_floor: Stage) -> None:
    page = floor_page(on_floor)

    on_floor.narrator.lost.emit("")
    assert page.then.text() == "There is no sound now. Everything is on the screen."
    assert not page.then.is_cut
    on_floor.advance(3_000)
    assert page.then.text().startswith("There is no sound")

    on_floor.press(KEY.Key_Right)
    assert page.then.text().startswith("There is no sound"), "ten seconds are not over"
    on_floor.live.sound.telling.timeout.emit()
    assert page.then.text().startswith("Then:")
    assert page.sound_sign.isVisible()


def test_a_pause_after_a_sleep_says_why(on_floor: Stage) -> None:
    on_floor.clock.ms += 60_000
    on_floor.player.look()
    page = floor_page(on_floor)

    assert (page.phase.text(), page.then.text()) == ("Paused", "The computer was asleep.")
    on_floor.press(KEY.Key_Space)
    assert page.then.text().startswith("Then:")


def test_the_next_session_begins_as_the_last_one_was_seen(on_floor: Stage) -> None:
    on_floor.press(KEY.Key_E, CTRL)
    assert on_floor.page() is on_floor.closing_page
    assert not on_floor.window.isFullScreen()
    on_floor.click(on_floor.closing_page.done)

    on_floor.start()
    assert on_floor.page() is floor_page(on_floor)
    assert on_floor.window.isFullScreen()

    on_floor.press(KEY.Key_F11)
    on_floor.press(KEY.Key_E, CTRL)
    on_floor.click(on_floor.closing_page.done)
    on_floor.start()
    assert on_floor.page() is on_floor.session_page


def test_it_means_nothing_outside_a_session(stage: Stage) -> None:
    stage.press(KEY.Key_F11)

    assert stage.page() is stage.start_page
    assert not stage.window.isFullScreen()


def test_questions_and_pages_come_in_the_window(on_floor: Stage) -> None:
    on_floor.press(KEY.Key_Q, CTRL)
    assert on_floor.page() is on_floor.session_page
    assert on_floor.window.question.is_asking
    assert on_floor.window.question.isVisible()

    on_floor.press(KEY.Key_F11)
    assert on_floor.page() is floor_page(on_floor)
    assert not on_floor.window.question.is_asking

    on_floor.press(KEY.Key_F1)
    page = on_floor.page()
    assert isinstance(page, KeysPage)
    assert not on_floor.window.isFullScreen()
    on_floor.press(KEY.Key_F11)
    assert on_floor.page() is floor_page(on_floor)


def test_the_session_is_steered_as_ever(on_floor: Stage) -> None:
    page = floor_page(on_floor)
    assert focus() is page.go

    on_floor.click(page.go)
    assert on_floor.phase() is Phase.PAUSED
    on_floor.click(page.go)
    assert on_floor.phase() is Phase.RUNNING
    on_floor.press(KEY.Key_Right)
    assert on_floor.shot.index == CHANGE
    assert on_floor.shot.outcomes[HOLD] is Outcome.SKIPPED
    on_floor.press(KEY.Key_Left)
    on_floor.press(KEY.Key_Space)
    assert on_floor.phase() is Phase.PAUSED


def test_because_of_pain_is_asked_there_too(on_floor: Stage) -> None:
    on_floor.press(KEY.Key_Right)
    page = floor_page(on_floor)
    assert page.because.isVisible()

    on_floor.click(page.because)

    assert on_floor.is_stopped
    assert "Put your foot down" in on_floor.stopped_page.release.text(), "not the release line of what was skipped"


# What is hidden, and what stands still


class Paints(QObject):
    """Counts how often widgets are painted."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count a paint event."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_only_the_page_that_shows_is_painted_and_animated(on_floor: Stage, qtbot: QtBot) -> None:
    session, page = on_floor.session_page, floor_page(on_floor)
    settle()
    of_session, of_floor = Paints(session.ring, session.picture), Paints(page.number, page.bar, page.picture)

    for _ in range(3):
        on_floor.advance(1_000)
        settle()
    assert of_session.count == 0
    assert of_floor.count >= 3
    assert page.bar.is_animated
    assert page.picture.is_animated
    # The frame that was planned before may still come; it plans no other.
    qtbot.waitUntil(lambda: not session.ring.is_animated and not session.picture.is_animated)

    on_floor.press(KEY.Key_F11)
    settle()
    of_session.count = of_floor.count = 0
    for _ in range(3):
        on_floor.advance(1_000)
        settle()
    assert of_floor.count == 0
    assert of_session.count >= 3
    qtbot.waitUntil(lambda: not page.bar.is_animated and not page.picture.is_animated)


def test_the_hidden_figure_draws_no_pictures(on_floor: Stage) -> None:
    resize(on_floor, 1280, 800)
    session, pictures = on_floor.session_page.picture, on_floor.pictures

    def of_session() -> set[object]:
        own = (session.width(), session.height())
        return {key for key in pictures._kept if (key[0].width, key[0].height) == own}

    before, all_before = of_session(), set(pictures._kept)
    on_floor.skip_to(CHANGE)
    for _ in range(8):
        on_floor.advance(1_000)
        settle()

    assert of_session() == before
    assert set(pictures._kept) > all_before, "the one that shows drew nothing"


def test_it_shows_at_once_what_is_now(running: Stage) -> None:
    running.press(KEY.Key_F11)
    running.press(KEY.Key_F11)
    running.skip_to(HOLD)
    running.advance(7_000)
    running.press(KEY.Key_F11)
    page = floor_page(running)

    assert (page.name.text(), page.number.seconds) == ("Single knee to chest", 23)
    before = page.bar.grab().toImage()
    running.advance(10_000)
    assert page.bar.grab().toImage() != before


def test_less_motion_lets_the_bar_step_and_the_figure_stand(on_floor: Stage) -> None:
    on_floor.actions["still"].trigger()
    page = floor_page(on_floor)
    before = page.grab().toImage()

    on_floor.clock.ms += 400
    assert page.grab().toImage() == before
    assert not page.bar.is_animated
    assert not page.picture.is_animated

    on_floor.clock.ms += 700
    on_floor.player.look()
    assert page.grab().toImage() != before


def test_a_turned_page_is_the_upright_one_turned(on_floor: Stage) -> None:
    """The same picture, drawn for a screen that stands, and turned for one that lies."""
    on_floor.actions["still"].trigger()
    page = floor_page(on_floor)
    resize(on_floor, 700, 1000)
    upright = page.grab().toImage()

    resize(on_floor, 1000, 700)
    turn(on_floor, Rotation.RIGHT)
    turned = page.grab().toImage()

    again = turned.transformed(Rotation.LEFT.mapping(turned.size()))
    assert again.size() == upright.size()
    apart = sum(
        again.pixelColor(x, y).lightness() - upright.pixelColor(x, y).lightness() > 60
        for x in range(0, 700, 5)
        for y in range(0, 1000, 5)
    )
    assert apart < 0.02 * 140 * 200


# What a screen reader finds


def test_a_screen_reader_finds_seconds_and_side(on_floor: Stage) -> None:
    page = floor_page(on_floor)
    QAccessible.setActive(True)
    number = QAccessible.queryAccessibleInterface(page.number)
    side = QAccessible.queryAccessibleInterface(page.side)
    QAccessible.setActive(False)

    assert number is not None
    assert side is not None
    assert number.role() == QAccessible.Role.ProgressBar
    assert number.text(QAccessible.Text.Value) == "Hold, 18 seconds left"
    value = number.valueInterface()
    assert value is not None
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 18, 30)
    assert side.text(QAccessible.Text.Name) == "Right side"


def test_going_there_and_back_is_announced(running: Stage) -> None:
    running.press(KEY.Key_F11)
    assert running.news == "Floor view. F11 leaves it."

    running.press(KEY.Key_F11)
    assert running.news == "Back in the window."
