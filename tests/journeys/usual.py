"""What a person does next on a usual day, on whatever stands before them: so that a walk comes everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from coach.core.events import Phase
from tests.journeys.hands import CTRL, KEY, popup, press
from tests.journeys.pain import stop_for_pain

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.sight import Control
    from tests.journeys.walk import Walk

MOST_STEPS = 20
"""So many usual steps lead from anywhere to anywhere."""
LATE_MS = 2_000
ANSWERS = (
    "Read on",
    "The tone and the voice",
    "None of these",
    "I have asked a professional",
    "Yes",
    "2, mild",
    "Start",
)


def go_on(walk: Walk, chance: int = 0) -> None:
    """Take one usual step; `chance` chooses where there are two ways."""
    opened = walk.opened
    if popup() is not None:
        walk.click_at(walk.place(0.5, 0.98))
    elif (asked := walk.named("Stay here", "Keep it")) is not None:
        walk.click(asked)
    elif opened.is_live and (left := walk.named("Close")) is not None:
        walk.click(left)
    elif opened.is_live:
        walk.press(KEY.Key_Space)
    elif opened.is_stopped:
        names = ("No", "I pressed this by mistake") if chance % 2 else ("Close",)
        if (answer := walk.named(*names)) is not None:
            walk.click(answer)
    elif opened.is_start:
        walk.press(KEY.Key_Space) if chance % 2 else _click(walk, "Start")
    elif (answer := walk.named("Done")) is not None:
        walk.pass_time(LATE_MS)
        walk.click(answer)
    elif (number := walk.named("2, mild")) is not None and not _is_chosen(number):
        walk.click(number)  # on a usual day it stands beside “None of these”
    else:
        _click(walk, *ANSWERS, "2…", "Close", "Back")


def _is_chosen(number: Control) -> bool:
    return isinstance(number.widget, QAbstractButton) and number.widget.isChecked()


def _click(walk: Walk, *names: str) -> None:
    answer = walk.named(*names)
    if answer is not None:
        walk.click(answer)


def _until(walk: Walk, there: Callable[[], bool]) -> None:
    for chance in range(MOST_STEPS):
        if not walk.opened.is_open or there():
            return
        go_on(walk, 2 * chance)


def to_the_check(walk: Walk) -> None:
    """Come to the first question of the check, or to the question before it."""
    go_on(walk)


def to_the_pain_question(walk: Walk) -> None:
    """Come to the scale from 0 to 10."""
    _until(walk, lambda: walk.named("2, mild", "2…") is not None)


def to_a_session(walk: Walk) -> None:
    """Come into a session that runs."""
    _until(walk, lambda: walk.opened.is_live)


def to_a_hold(walk: Walk) -> None:
    """Come into the first block that is work."""
    to_a_session(walk)
    for _block in range(4):
        if walk.opened.is_live and not walk.opened.shot.block.kind.is_work:
            walk.press(KEY.Key_Right)


def to_the_floor(walk: Walk) -> None:
    """Come into the floor view."""
    to_a_session(walk)
    walk.press(KEY.Key_F11)


def to_a_pause(walk: Walk) -> None:
    """Come into a pause."""
    to_a_session(walk)
    walk.press(KEY.Key_Space)


def to_the_stopped_page(walk: Walk) -> None:
    """Come to where a pain stop leads."""
    to_a_session(walk)
    stop_for_pain(walk, "Esc")


def to_the_closing_page(walk: Walk) -> None:
    """Come to the end of a session, by skipping all of it."""
    to_a_session(walk)
    walk.press(KEY.Key_E, CTRL)


def to_the_last_second(walk: Walk) -> None:
    """Come to the end of a session that ran out."""
    to_a_session(walk)

    def skip() -> None:
        while walk.opened.is_live and walk.opened.shot.following is not None:
            before = walk.opened.shot.index
            walk.opened.stage.lift_hand()
            press(KEY.Key_Right)
            if walk.opened.shot.index == before:
                return

    walk.step("skip up to the last block", skip)
    end_of_block(walk)


def end_of_block(walk: Walk) -> None:
    """Let the time of what runs run out."""
    if walk.opened.is_live and walk.opened.shot.phase is Phase.RUNNING:
        walk.pass_time(walk.opened.shot.countdown_ms)


def lose_the_screen(walk: Walk) -> None:
    """Leave the floor view with the window's own screen gone meanwhile.

    Qt's offscreen platform cannot take a screen away: the place from before is put where no screen is.
    """
    window = walk.window
    if not walk.opened.is_live or popup() is not None or window.isFullScreen() or window.isMaximized():
        return
    edge = max(screen.geometry().right() for screen in QGuiApplication.screens())

    def go() -> None:
        window.move(edge + 200, 50)
        press(KEY.Key_F11)

    walk.step("the floor view; meanwhile the screen of the window goes", go, frozenset({"floor"}))
    walk.press(KEY.Key_F11)


def to_the_settings(walk: Walk) -> None:
    """Open the settings."""
    walk.press(KEY.Key_Comma, CTRL)


def to_the_settings_in_a_session(walk: Walk) -> None:
    """Open the settings while a session runs."""
    to_a_session(walk)
    to_the_settings(walk)


def to_the_history(walk: Walk) -> None:
    """Open the history."""
    walk.press(KEY.Key_H, CTRL)


def to_the_keys(walk: Walk) -> None:
    """Open the page of all keys."""
    walk.press(KEY.Key_F1)


def stay(_walk: Walk) -> None:
    """Stay on the start page."""


GOALS: tuple[Callable[[Walk], None], ...] = (
    *(stay, to_the_check, to_the_pain_question, to_a_session, to_a_hold, to_a_pause, to_the_floor),
    *(to_the_stopped_page, to_the_closing_page, to_the_last_second, to_the_settings, to_the_settings_in_a_session),
    *(to_the_history, to_the_keys),
)
"""Where a walk may begin to wander."""
