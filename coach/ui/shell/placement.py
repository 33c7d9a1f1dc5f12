"""Where the window goes: no larger than its screen has room for, back where it was, never where no screen is.

Qt's own restoreGeometry gives up where the width of the screen differs by a quarter, as between 100 % and 150 % on
the same one; so place, size and state are kept here.
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
"""Of the free screen: the rest is for the window's frame, and for seeing that there is a desktop."""
LEAST = QSize(900, 600)
"""Where the screen has no room for this, every px is needed: the window is maximised."""
SMALLEST = QSize(480, 320)
"""A person may make the window so small. A screen of 1366 × 768 at 200 % leaves 683 × 350 px."""
TITLE = 40
"""What a title bar takes above the window at most, in px."""


def size_for(room: QRect) -> QSize:
    """Return the size of a window that opens for the first time where a screen has this room free, in px."""
    return LARGEST.boundedTo(QSize(int(room.width() * SHARE), int(room.height() * SHARE)))


def hardly_fits(room: QRect) -> bool:
    """Tell whether a window in this room should take all of it."""
    size = size_for(room)
    return size.width() < LEAST.width() or size.height() < LEAST.height()


def fitted(place: QRect, rooms: Sequence[QRect]) -> QRect:
    """Return the place, or the nearest one that lies wholly in the room of a screen that is there.

    `rooms` are what the screens have free, the first one's first choice for a place that is on none of them.
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
    """Return what each screen has free, in px of the desktop, the primary one first."""
    primary = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not primary)
    return [screen.availableGeometry() for screen in screens]


class _Before(NamedTuple):
    """The window before it filled a screen."""

    place: QRect
    state: Qt.WindowState
    screen: str


class Placement:
    """Places one window: where it opens, on the whole of a screen, and back."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._before: _Before | None = None
        window.setMinimumSize(SMALLEST)

    def open_at(self, place: Place | None) -> None:
        """Take this place as far as there is a screen for it, or a size that fits; before the window shows."""
        window, rooms = self._window, free_rooms()
        if place is None:
            window.resize(size_for(rooms[0]))
            maximised = hardly_fits(rooms[0])
        else:
            wanted = QRect(place.x, place.y, place.width, place.height)
            found = fitted(wanted, rooms)
            window.setGeometry(found)
            room = next(room for room in rooms if room.contains(found))
            maximised = place.maximised or (found.size() != wanted.size() and hardly_fits(room))
        if maximised:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    @property
    def place(self) -> Place:
        """Where the window is, or was before it filled a screen or was maximised."""
        window = self._window
        normal = window.normalGeometry() if self._before is None else self._before.place
        state = window.windowState() if self._before is None else self._before.state
        maximised = bool(state & Qt.WindowState.WindowMaximized)
        return Place(normal.x(), normal.y(), normal.width(), normal.height(), maximised)

    def fill_screen(self, screen: QScreen | None = None) -> None:
        """Fill a screen, without one the screen that the window is on; remembers the window as it was."""
        window = self._window
        if self._before is None:
            self._before = _Before(window.normalGeometry(), window.windowState(), window.screen().name())
        if screen is not None and screen is not window.screen():
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.setGeometry(screen.availableGeometry())
            if QGuiApplication.platformName().startswith("wayland"):
                window.windowHandle().setScreen(screen)  # a window cannot move itself there, but may name a screen
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)

    def leave_full_screen(self) -> None:
        """Be again the window that was before the screen was filled; its screen may be gone meanwhile."""
        before, self._before = self._before, None
        if before is None:
            return
        window, place = self._window, fitted(before.place, free_rooms())
        if window.screen().name() != before.screen or place != before.place:
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.setGeometry(place)
        window.setWindowState(before.state & ~Qt.WindowState.WindowFullScreen)

    def fit_screens(self) -> None:
        """Bring the window back to a screen that is there, after one went."""
        if self._window.windowState() in {Qt.WindowState.WindowNoState, Qt.WindowState.WindowActive}:
            place = fitted(self._window.geometry(), free_rooms())
            if place != self._window.geometry():
                self._window.setGeometry(place)
