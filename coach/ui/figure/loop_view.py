"""The figure on a page that is read: its movement over and over, or the pose that is held.

It moves only while its window is in front, and asks for the next picture only by being painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.background.timers import single_shot
from coach.core.own_pictures import pictures_in_order
from coach.figure import motion
from coach.ui.figure import card, key_poses
from coach.ui.figure.own_in_hand import OwnInHand
from coach.ui.figure.position_words import PositionWords
from coach.ui.kit.marks import PICTURE
from coach.words import basics

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.core.pacing import Side
    from coach.core.routine import Exercise, Picture
    from coach.figure.paint.painter import Patch
    from coach.figure.poses import Movement
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

LEAST_MS = 1000 // 24
"""Least time between two pictures."""
WIDE = 5 / 3
"""Width divided by height."""


class LoopView(QWidget):
    """A card in which the figure moves; where there is no figure, the position in words."""

    is_held_changed = Signal(bool)
    """Whether the picture shows the pose that is held."""

    def __init__(self, theme: Theme, pictures: PictureCache, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._pictures, self._now_ms = theme, pictures, now_ms
        self._figure: str | None = None
        self._side: Side | None = None
        self._began_ms = now_ms()
        self._stopped_ms: int | None = None
        self._shows_poses = False
        self.is_held = False
        self._view: View | None = None
        self._number: int | None = None
        self._patches: list[Patch] = []
        self._corners, self._own = QPainterPath(), OwnInHand(theme, pictures)
        # In a widget of its own: of one with a layout Qt would ask the layout for its height.
        self._words_room = QWidget(self)
        self.setObjectName(PICTURE)
        self._words = PositionWords(theme, self._words_room)
        self._timer = single_shot(self, self._refresh, precise=True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        pictures.changed.connect(self._begin_anew)
        pictures.arrived.connect(self._on_arrived)
        theme.changed.connect(self.update)

    # What comes from above

    def show_exercise(self, exercise: Exercise, side: Side | None) -> None:
        """Show this exercise on that side, from the beginning of its movement."""
        self._figure, self._side = exercise.figure, side
        self._own.show(*pictures_in_order(exercise))
        self.show_words(exercise)
        self._began_ms = self._now_ms()
        self._begin_anew()

    def show_words(self, exercise: Exercise) -> None:
        """Show other words of the exercise that shows; its movement goes on."""
        self._words.show_exercise(exercise)
        self.setAccessibleName(basics.picture_name(exercise.name, self._side))
        self._fit_words()

    def set_moving(self, *, moving: bool, poses: bool = False) -> None:
        """Set whether it moves; still, it shows the pose that is held, and with `poses` the others below it."""
        self._stopped_ms = None if moving else self._now_ms()
        self._shows_poses = poses and not moving
        self._began_ms = self._now_ms()
        self._begin_anew()

    @property
    def can_move(self) -> bool:
        """Whether there is something that can move: not pictures of one's own."""
        return not self._own.pictures

    @property
    def _movement(self) -> Movement | None:
        return self._pictures.movement(self._figure) if self.can_move else None

    @property
    def is_moving(self) -> bool:
        """Whether it moves while its window is in front."""
        return self._stopped_ms is None

    @property
    def is_animated(self) -> bool:
        """Whether a next frame is planned."""
        return self._timer.isActive()

    # What to show

    def _begin_anew(self) -> None:
        self.setAccessibleDescription(self._own.words or self._pictures.describe(self._figure, self._side))
        self._view, self._number, self._patches = None, None, []
        self._timer.stop()
        self._fit_words()
        self._refresh()
        self.update()

    def _fit_words(self) -> None:
        drawn = self._own.is_known if self._own.pictures else self._pictures.knows(self._figure)
        self._words.fit(self.size(), shown=not drawn)

    def _on_arrived(self, picture: Picture) -> None:
        if self._own.shows(picture):
            self._begin_anew()

    def _refresh(self) -> None:
        """Find the picture of this instant, and repaint what has changed."""
        movement = self._movement
        if movement is None or self.size().isEmpty() or not self.isVisible():
            return
        if not self.is_moving:
            self._show_held(movement)
            return
        moment = motion.moment(movement, (self._now_ms() - self._began_ms) / 1000)
        whole = self._pictures.view(movement.id, self._side, self.size(), self.devicePixelRatioF())
        view = self._pictures.view_in_motion(whole)
        if (view, moment.number) != (self._view, self._number):
            old = self._area()
            if view != self._view:
                self.update()
            self._view, self._number = view, moment.number
            self._patches = [self._pictures.frame(view, moment)]
            self.update(old | self._area())
            self._note_held(held=moment.place.phase == "hold" and moment.place.a == moment.place.b)
        self._plan()

    def _show_held(self, movement: Movement) -> None:
        whole = self._pictures.view(movement.id, self._side, self.size(), self.devicePixelRatioF())
        view = self._pictures.view_to_keep(whole)
        if not self._shows_poses and view != self._view:
            self._view, self._patches = view, [self._pictures.hold(view)]
            self.update()
        self._note_held(held=True)

    def _note_held(self, *, held: bool) -> None:
        if held is not self.is_held:
            self.is_held = held
            self.is_held_changed.emit(held)

    def _area(self) -> QRect:
        return QRect() if self._view is None else card.covered(self._view, self._patches, self.size())

    def _plan(self) -> None:
        movement = self._movement
        runs = movement is not None and self.is_moving and self.isVisible() and self.isActiveWindow()
        if movement is None or not runs or self._timer.isActive():
            return
        moment = motion.moment(movement, (self._now_ms() - self._began_ms) / 1000)
        self._timer.start(max(LEAST_MS, round(moment.next_s * 1000)))

    # What Qt tells

    def event(self, event: QEvent) -> bool:
        """Stand still while another window is in front, and go on after it."""
        if event.type() == QEvent.Type.WindowActivate:
            self.update()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self._timer.stop()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture or the words to the new size."""
        super().resizeEvent(event)
        self._corners = card.corners(self.size())
        self._words_room.resize(self.size())
        self._begin_anew()

    def sizeHint(self) -> QSize:
        """Return the size of the look."""
        return QSize(500, 300)

    def minimumSizeHint(self) -> QSize:
        """Return the least size, with room for the words."""
        return QSize(220, 120)

    def hasHeightForWidth(self) -> bool:
        """Return true: it keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of its shape at that width."""
        return min(self.maximumHeight(), round(width / WIDE))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the area that changed, then plan the next frame."""
        painter = QPainter(self)
        room, area = self.size(), event.rect()
        movement = self._movement
        if self._own.is_known:
            self._own.paint(painter, room, framed=True)
        elif movement is None:
            card.paint_empty(painter, self._theme, room)
        elif self._shows_poses:
            painter.fillRect(self.rect(), self._theme.tokens.surface)
            key_poses.paint(painter, self._pictures, self._theme, movement, self._side, room, working=True)
        else:
            if self._view is None:
                self._refresh()
            ground = None if self._view is None else self._pictures.ground(self._view)
            card.paint_picture(painter, self._theme, ground, self._patches, area, room)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.rect().marginsRemoved(card.ROUND).contains(area):
            card.paint_frame(painter, self._theme, self._corners, self.palette().window())
        painter.end()
        self._plan()
