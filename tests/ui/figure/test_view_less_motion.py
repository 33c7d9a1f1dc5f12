"""With less motion the figure shows its poses side by side, and time changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from coach.ui.figure.key_poses import panels
from tests.ui.figure.on_view import (
    CHANGE,
    HOLD_LEFT,
    HOLD_RIGHT,
    MOVE,
    go_to,
    hold_still,
    now_seen,
    on_screen,
    shown,
    studio,
    view,
)
from tests.ui.pictures import changed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


# Less motion


def test_with_less_motion_the_held_pose_is_large_and_the_others_below_with_numbers(drawn: Stage, qtbot: QtBot) -> None:
    drawn.skip_to(MOVE)
    moving = shown(drawn)
    hold_still(drawn)
    still = shown(drawn)
    tokens, movement = drawn.theme.tokens, studio(drawn).movement("single-knee-to-chest")
    assert movement is not None
    places = panels(len(movement.stills), movement.hero, view(drawn).width(), view(drawn).height())

    assert len(places) == 3
    assert places[movement.hero].height() > view(drawn).height() / 2
    assert min(place.top() for place in places if place != places[movement.hero]) > places[movement.hero].bottom() - 1
    assert not changed(moving, still).isEmpty()
    for number, panel in enumerate(places):
        seen = studio(drawn).view(movement.id, "right", panel.size().toSize(), 1.0)
        middle = QRect(panel.toRect().width() // 2, panel.toRect().height() // 2, 20, 20)
        picture = studio(drawn).still(seen, number).convertToFormat(still.format())
        assert still.copy(middle.translated(panel.toRect().topLeft())) == picture.copy(middle)
        assert badge(still, panel.toRect()) == tokens.surface, "a badge"
        inks = {still.pixelColor(x, y).name() for x, y in badge_points(panel.toRect())}
        assert tokens.ink.name() in inks or len(inks) > 3, "with a number in it"
    assert len({bytes(still.copy(number_rect(panel.toRect())).constBits()) for panel in places}) == 3
    qtbot.waitUntil(lambda: not view(drawn).is_animated)


def test_with_less_motion_the_next_block_finds_its_key_poses_drawn(drawn: Stage, qtbot: QtBot) -> None:
    hold_still(drawn)
    drawn.skip_to(HOLD_RIGHT)
    places = panels(3, 2, view(drawn).width(), view(drawn).height())
    left = [studio(drawn).view("single-knee-to-chest", "left", panel.size().toSize(), 1.0) for panel in places]

    qtbot.waitUntil(lambda: all(studio(drawn).has_still(seen, number) for number, seen in enumerate(left)))


def test_with_less_motion_the_pose_that_is_held_is_marked_and_no_other(drawn: Stage) -> None:
    hold_still(drawn)
    tokens, movement = drawn.theme.tokens, studio(drawn).movement("single-knee-to-chest")
    assert movement is not None
    places = panels(len(movement.stills), movement.hero, view(drawn).width(), view(drawn).height())

    for index, marked in ((MOVE, None), (HOLD_RIGHT, movement.hero), (CHANGE, None), (HOLD_LEFT, movement.hero)):
        drawn.skip_to(index)
        picture = on_screen(drawn)
        badges = [badge(picture, panel.toRect()) for panel in places]
        assert badges == [tokens.brand if number == marked else tokens.surface for number in range(len(places))]


def test_with_less_motion_time_changes_nothing(drawn: Stage) -> None:
    drawn.skip_to(HOLD_RIGHT)
    hold_still(drawn)
    before = shown(drawn)

    for _ in range(10):
        drawn.advance(1_000)
        QApplication.processEvents()

    assert changed(before, shown(drawn)).isEmpty()
    assert not view(drawn).is_animated


def test_less_motion_draws_no_more_of_the_breath(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    seen = now_seen(drawn)
    hold_still(drawn)
    QApplication.processEvents()
    breaths = [key for key in studio(drawn)._kept if key[:2] == (seen, "breath")]

    view(drawn)._on_slice()
    qtbot.waitUntil(lambda: not view(drawn)._slices.isActive())

    assert [key for key in studio(drawn)._kept if key[:2] == (seen, "breath")] == breaths


def badge(picture: QImage, panel: QRect) -> QColor:
    """Return the colour of a number's badge, beside the number."""
    return picture.pixelColor(panel.left() + 8 + 4, panel.top() + 8 + 13)


def number_rect(panel: QRect) -> QRect:
    return QRect(panel.left() + 15, panel.top() + 13, 13, 16)


def badge_points(panel: QRect) -> list[tuple[int, int]]:
    rect = number_rect(panel)
    return [(x, y) for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.bottom())]
