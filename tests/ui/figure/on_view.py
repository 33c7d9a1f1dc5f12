"""The view of the figure, seen from a test: its pictures, its frames, and what they repaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.figure.view import FigureView
    from tests.ui.stage import Stage


GET_READY, TILT, MOVE, HOLD_RIGHT, CHANGE, HOLD_LEFT = range(1, 7)
"""The first blocks of the shipped routine: pelvic tilt, then single knee to chest."""
BREATH_MS = 5_000


def view(stage: Stage) -> FigureView:
    return stage.session_page.picture


def studio(stage: Stage) -> PictureCache:
    return stage.pictures


def shown(stage: Stage) -> QImage:
    """Return what the card paints when it is asked for all of itself."""
    return view(stage).grab().toImage()


def on_screen(stage: Stage) -> QImage:
    """Return what frame after frame has left on the screen."""
    QApplication.processEvents()
    window, card = stage.window, view(stage)
    at = card.mapTo(window, QPoint(0, 0))
    return window.screen().grabWindow(window.winId(), at.x(), at.y(), card.width(), card.height()).toImage()


def frame_after(stage: Stage, time_ms: int) -> None:
    """Let time pass, less than a second, and have the frame of that instant painted."""
    stage.clock.ms += time_ms
    view(stage)._refresh()
    QApplication.processEvents()


def until(stage: Stage, spent_ms: int) -> None:
    """Let time pass until the block has run so long."""
    stage.advance(spent_ms - stage.shot.spent_ms)
    frame_after(stage, 0)


def plan_anew(stage: Stage) -> None:
    """Have the next frame planned from this instant: the one that was planned may be a second away."""
    view(stage)._timer.stop()
    frame_after(stage, 0)
    assert view(stage).is_animated


def go_to(stage: Stage, index: int, qtbot: QtBot) -> None:
    """Go to the start of a block, with all of it painted and a frame planned."""
    stage.skip_to(index)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: view(stage).is_animated)


def area(region: QRegion) -> int:
    # QRegion can be iterated; its stubs do not say so.
    rects: list[QRect] = list(region)  # type: ignore[call-overload]
    return sum(rect.width() * rect.height() for rect in rects)


def moments_of(stage: Stage, seen: View) -> set[int]:
    """Return the numbers of the moving pictures that are kept of a view."""
    return {number for kept, kind, number in studio(stage)._kept if (kept, kind) == (seen, "moment")}


def now_seen(stage: Stage) -> View:
    seen = view(stage)._in_hand.view
    assert seen is not None
    return seen


def shown_again(stage: Stage) -> QImage:
    """Return the whole card painted anew, apart from the screen."""
    card = view(stage)
    image = QImage(card.size() * card.devicePixelRatioF(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(card.devicePixelRatioF())
    card.render(image)
    return image


def hold_still(stage: Stage) -> None:
    stage.actions["still"].trigger()
