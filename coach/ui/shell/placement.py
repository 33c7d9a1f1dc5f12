"""Size and position of the window: no larger than its screen, where it was the last time, never off all screens.

Qt's restoreGeometry gives up where the width of the screen differs by a quarter, as between 100 % and 150 % on the same
one; so place, size and state are handled here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

from coach.store.window_place import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QMainWindow

LARGEST = QSize(1200, 760)
SHARE = 0.92
"""Largest share of the free screen: the rest is for the window's frame and a glimpse of the desktop."""
LEAST = QSize(900, 600)
"""Where a screen has no room for this size, the window is maximised."""
SMALLEST = QSize(480, 320)
"""Least size of the window. A screen of 1366 × 768 at 200 % leaves 683 × 350 px."""
TITLE = 40
"""Most height of a title bar above the window, in px."""


def size_for(room: QRect) -> QSize:
    """Return the size of the window, in px, that opens for the first time on a screen with this room."""
    return LARGEST.boundedTo(QSize(int(room.width() * SHARE), int(room.height() * SHARE)))


def hardly_fits(room: QRect) -> bool:
    """Tell whether a window in this room should take all of it."""
    size = size_for(room)
    return size.width() < LEAST.width() or size.height() < LEAST.height()


def fitted(place: QRect, rooms: Sequence[QRect]) -> QRect:
    """Return the place, or the nearest one that is wholly within the room of a screen.

    `rooms` are the free areas of the screens; the first is used for a place that is on none of them.
    """
    shared = [room.intersected(place) for room in rooms]
    room = max(zip(shared, rooms, strict=True), key=lambda pair: pair[0].width() * pair[0].height())[1]
    if room.contains(place):
        return place
    size = place.size().boundedTo(QSize(int(room.width() * SHARE), int(room.height() * SHARE)))
    size = size.expandedTo(SMALLEST.boundedTo(room.size()))
    inside = room.adjusted(0, min(TITLE, room.height() - size.height()), 0, 0)
    left = min(max(place.left(), inside.left()), inside.right() + 1 - size.width())
    top = min(max(place.top(), inside.top()), inside.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def free_rooms() -> list[QRect]:
    """Return the free area of each screen, in px of the desktop, the primary one first."""
    primary = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not primary)
    return [screen.availableGeometry() for screen in screens]


class _Before(NamedTuple):
    """The window before it filled a screen."""

    place: QRect
    state: Qt.WindowState
    screen: str


class Placement:
    """Places one window: when it opens, on a full screen, and back."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._before: _Before | None = None
        window.setMinimumSize(SMALLEST)

    def open_at(self, place: Place | None) -> None:
        """Take this place, fitted into the screens that are there, or a default; call it before the window shows."""
        window, rooms = self._window, free_rooms()
        if place is None:
            window.resize(size_for(rooms[0]))
            maximised = hardly_fits(rooms[0])
        else:
            saved = QRect(place.x, place.y, place.width, place.height)
            placed = fitted(saved, rooms)
            window.setGeometry(placed)
            room = next(room for room in rooms if room.contains(placed))
            maximised = place.maximised or (placed.size() != saved.size() and hardly_fits(room))
        if maximised:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    @property
    def place(self) -> Place:
        """The place of the window, or the one it had before it filled a screen or was maximised."""
        window = self._window
        normal = window.normalGeometry() if self._before is None else self._before.place
        state = window.windowState() if self._before is None else self._before.state
        maximised = bool(state & Qt.WindowState.WindowMaximized)
        return Place(normal.x(), normal.y(), normal.width(), normal.height(), maximised)

    def fill_screen(self, screen: QScreen | None = None) -> None:
        """Fill a screen, by default the one that the window is on; remembers the window as it was."""
        window = self._window
        if self._before is None:
            self._before = _Before(window.normalGeometry(), window.windowState(), window.screen().name())
        if screen is not None and screen is not window.screen():
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.setGeometry(screen.availableGeometry())
            if QGuiApplication.platformName().startswith("wayland"):
                window.windowHandle().setScreen(screen)  # a Wayland window cannot move itself, but may name a screen
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)

    def leave_full_screen(self) -> None:
        """Go back to the window before `fill_screen`; its screen may be gone meanwhile."""
        before, self._before = self._before, None
        if before is None:
            return
        window, place = self._window, fitted(before.place, free_rooms())
        if window.screen().name() != before.screen or place != before.place:
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.setGeometry(place)
        window.setWindowState(before.state & ~Qt.WindowState.WindowFullScreen)

    def fit_screens(self) -> None:
        """Move the window into a screen that is there, after one was removed."""
        if self._window.windowState() in {Qt.WindowState.WindowNoState, Qt.WindowState.WindowActive}:
            place = fitted(self._window.geometry(), free_rooms())
            if place != self._window.geometry():
                self._window.setGeometry(place)
